"""Mends a database that was put back: who was forgotten since stays forgotten, what may have gone out stays out."""

import dataclasses
import datetime as dt
from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain import model, schedule
from bot.store import erasures, keys, tables, transaction

_PAST = dt.timedelta(minutes=1)
# Buttons that were shown after the backup carry numbers that must mean nothing now.
NUMBERS = 100_000
_BATCH = 100

_persons, _posts, _outbox, _inbox = tables.persons, tables.posts, tables.outbox, tables.inbox


class Aftercare(transaction.Transaction):
    """The one transaction after a restore."""

    async def forget_again(self, gone: Collection[erasures.Entry]) -> int:
        """Erase who is on the list, and whoever has no key any more; return how many were there."""
        keyless = sa.select(_persons.c.id).where(_persons.c.id.not_in(sa.select(tables.data_keys.c.person_id)))
        lost = {erasures.Entry(one) for one in (await self._connection.execute(keyless)).scalars()}
        known = {one.person_id for one in gone}
        count = 0
        for entry in sorted({*gone, *(one for one in lost if one.person_id not in known)}):
            count += await self._erase(entry)
        return count

    async def _erase(self, entry: erasures.Entry) -> bool:
        """Erase a person whose key may have gone already, as forgetting does."""
        theirs = sa.select(tables.shares.c.id).where(tables.shares.c.author_id == entry.person_id)
        unopened = () if entry.taking else (_posts.c.state == model.PostState.UNOPENED,)
        withdrawn = sa.delete(_posts).where(_posts.c.share_id.in_(theirs), *unopened)
        await self._connection.execute(withdrawn)
        await self.unlink(entry.person_id)
        gone = await self._connection.execute(sa.delete(_persons).where(_persons.c.id == entry.person_id))
        return gone.rowcount > 0

    async def settle(self, now: dt.datetime) -> None:
        """Let go of everything that may have happened between the backup and now, and number anew."""
        await self._empty_strange_lanes()
        for statement in (_unknown(now), _let_go(now), _numbered()):
            await self._connection.execute(statement)
        while due := await self.due_shares(now, _BATCH):  # it may have been undone
            for share in due:
                await self.save(dataclasses.replace(share, state=model.ShareState.TAKEN, words="", file_id=None))

    async def _empty_strange_lanes(self) -> None:
        """Empty updates of nobody who is here, and those whose day has no key: they could be of the forgotten."""
        people = (await self._connection.execute(sa.select(_persons.c.id))).scalars().all()
        chats = [await self.telegram_id(person_id) for person_id in people]
        lanes = {self._vault.lane(chat, 0) for chat in chats if chat is not None}
        full = sa.select(_inbox.c.update_id, _inbox.c.lane, _inbox.c.day).where(_inbox.c.payload.is_not(None))
        days = set((await self._connection.execute(sa.select(tables.inbox_keys.c.day))).scalars())
        for row in (await self._connection.execute(full)).all():
            if row.lane not in lanes or row.day not in days:
                await self.empty_inbox(_inbox.c.update_id == row.update_id)


def _unknown(now: dt.datetime) -> sa.Update:
    """Return what gives up rows of which nobody can say whether they were sent, and which go at most once."""
    waiting = _outbox.c.state.in_([model.OutboxState.PENDING, model.OutboxState.SENDING, model.OutboxState.HELD])
    once = _outbox.c.policy == model.Policy.AT_MOST_ONCE
    return sa.update(_outbox).where(waiting, once, _outbox.c.due_at <= now).values(state=model.OutboxState.UNKNOWN)


def _let_go(now: dt.datetime) -> sa.Update:
    """Return what lets a slot go that may have been given since the backup: the next one is planned."""
    over = now - schedule.ASK_VALID - _PAST
    return sa.update(_persons).where(_persons.c.next_ask_at.between(over, now)).values(next_ask_at=over)


def _numbered() -> sa.Update:
    return sa.update(_persons).values(counter=_persons.c.counter + NUMBERS, arrivals=_persons.c.arrivals + NUMBERS)


async def mend(
    connection: AsyncConnection, vault: keys.Vault, gone: Collection[erasures.Entry], now: dt.datetime
) -> int:
    """Do all of it within the transaction of this connection; return how many people were forgotten again."""
    tx = Aftercare(connection, vault)
    count = await tx.forget_again(gone)
    await tx.settle(now)
    return count
