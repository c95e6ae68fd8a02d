"""Counts what an operator may know: people, coarsely, and what waits."""

import datetime as dt

import sqlalchemy as sa

from bot.store import session, tables
from bot.usecases import counting

_persons = tables.persons
_agreed = _persons.c.agreed_at.is_not(None)


class Counting(session.Session):
    """The part of a transaction that counts."""

    async def people_counted(self, since: dt.datetime) -> counting.People:
        """Count the people who agreed; `asked` are those to whom a question went since then."""
        halves, asks = tables.halves, tables.asks
        paired = sa.exists().where(halves.c.person_id == _persons.c.id, tables.LIVING)
        asked = sa.exists().where(asks.c.person_id == _persons.c.id, asks.c.sent_at >= since)
        each = sa.select(_persons.c.locale, sa.func.count()).where(_agreed).group_by(_persons.c.locale)
        locales = {str(locale): int(count) for locale, count in await self._connection.execute(each)}
        return counting.People(
            all=sum(locales.values()),
            paired=await self._many(paired),
            asked=await self._many(asked),
            locales=locales,
        )

    async def crowd(self, most: int) -> int:
        """Count the people who agreed, no further than `most`."""
        some = sa.select(_persons.c.id).where(_agreed).limit(most).subquery()
        return int((await self._connection.execute(sa.select(sa.func.count()).select_from(some))).scalar_one())

    async def load(self, now: dt.datetime, due_by: dt.datetime) -> counting.Load:
        """Return which updates could be handled by now and are not, and which rows were due by then and wait."""
        inbox, outbox = tables.inbox.c, tables.outbox.c
        oldest = sa.select(sa.func.min(inbox.next_at)).where(tables.NEW, inbox.next_at <= now)
        overdue = sa.select(sa.func.count()).where(tables.PENDING, outbox.due_at <= due_by)
        both = sa.select(oldest.scalar_subquery(), overdue.scalar_subquery())
        oldest_at, count = (await self._connection.execute(both)).one()
        return counting.Load(oldest_at=oldest_at, overdue=count)

    async def _many(self, condition: sa.ColumnElement[bool]) -> int:
        statement = sa.select(sa.func.count()).select_from(_persons).where(_agreed, condition)
        return int((await self._connection.execute(statement)).scalar_one())
