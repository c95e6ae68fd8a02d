"""Keeps people: who they are, sealed with a key of their own, and when something is due for them."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, cast

import sqlalchemy as sa

from bot.domain import model
from bot.store import bringing, errors, rows, session, tables
from bot.store.session import Lock
from bot.usecases import ports

_persons = tables.persons


class People(session.Session):
    """The part of a transaction that knows people."""

    async def add(self, row: ports.Row) -> bool:
        """Insert a value; a person is refused here: they come with a Telegram id and a key."""
        if isinstance(row, model.Person):
            raise errors.StoreError("people are welcomed, not added")
        return await super().add(row)

    async def welcome(self, telegram_id: int, person: model.Person) -> model.Person:
        """Add a person met for the first time, with a data key of their own; return the one who is there."""
        key, wrapped = self._vault.mint_for(person.id)
        values = rows.shape(model.Person).row(person, key) | {
            "telegram_hash": self._vault.telegram_hash(telegram_id),
            "telegram_id": key.seal(rows.telegram_place(person.id), str(telegram_id).encode()),
        }
        if await self._insert(_persons, values):
            await self._insert(tables.data_keys, {"person_id": person.id, "wrapped": wrapped})
            self._ciphers[person.id] = key
            self._memory.read(rows.shape(model.Person), person)
            return person
        return await self.person_by_telegram(telegram_id) or person

    async def person_by_telegram(self, telegram_id: int) -> model.Person | None:
        """Return and lock the person with this Telegram id."""
        known = _persons.c.telegram_hash == self._vault.telegram_hash(telegram_id)
        return await self._find(model.Person, known, lock=Lock.WAIT)

    async def person(self, person_id: int) -> model.Person | None:
        """Return and lock a person."""
        brought = self._memory.brought(bringing.PEOPLE).get(person_id)
        return brought or await self._find(model.Person, _persons.c.id == person_id, lock=Lock.WAIT)

    async def lock(self, *person_ids: int) -> None:
        """Lock people in the order of their ids, whatever order is given."""
        ordered = sa.select(_persons.c.id).where(_persons.c.id.in_(person_ids)).order_by(_persons.c.id)
        await self._connection.execute(ordered.with_for_update(key_share=True))

    async def telegram_id(self, person_id: int) -> int | None:
        """Return where this person's chat is: the only source of a chat id."""
        chats = self._memory.brought(bringing.CHATS)
        if person_id in chats:
            return cast("int", chats[person_id])
        keys = tables.data_keys
        # In one statement: between two of them somebody else could forget this person.
        both = sa.select(_persons.c.telegram_id, keys.c.wrapped).join_from(_persons, keys)
        found = (await self._connection.execute(both.where(_persons.c.id == person_id))).one_or_none()
        if found is None:
            return None
        key = self._vault.key_of(person_id, found.wrapped)
        return int(key.unseal(rows.telegram_place(person_id), found.telegram_id))

    async def due_people(self, now: dt.datetime, limit: int) -> Sequence[model.Person]:
        """Return and lock people whose `next_ask_at` has come, earliest first."""
        when = _persons.c.next_ask_at
        return await self._every(
            model.Person, when <= now, order=(when, _persons.c.id), limit=limit, lock=Lock.SKIP
        )

    async def rested_people(self, now: dt.datetime, limit: int) -> Sequence[model.Person]:
        """Return and lock people whose rest has ended by now."""
        when = _persons.c.rest_until
        over = (_persons.c.resting, when <= now)
        return await self._every(model.Person, *over, order=(when, _persons.c.id), limit=limit, lock=Lock.SKIP)

    async def people_ahead(self, after: int, now: dt.datetime, limit: int) -> Sequence[model.Person]:
        """Return and lock people after that id for whom something waits, or was noted, beyond tomorrow, by id."""
        tomorrow, outbox = now + dt.timedelta(days=1), tables.outbox.c
        waits = sa.exists().where(outbox.person_id == _persons.c.id, tables.PENDING, outbox.due_at > tomorrow)
        columns = (_persons.c.next_ask_at, _persons.c.last_ask_at, _persons.c.rest_until)
        ahead = sa.or_(waits, *(column > tomorrow for column in columns))
        return await self._every(
            model.Person, _persons.c.id > after, ahead, order=(_persons.c.id,), limit=limit, lock=Lock.WAIT
        )

    async def hinted_people(self, after: int, limit: int) -> Sequence[model.Person]:
        """Return people after that id who were shown a hint, or passed one over, and whose counters still stand."""
        kept = sa.cast(_persons.c.memory, sa.Text)  # the record leaves out what stands at its default
        counted = kept.like('%"hinted"%') | kept.like('%"as_is"%')
        return await self._every(
            model.Person, _persons.c.id > after, counted, order=(_persons.c.id,), limit=limit, lock=Lock.WAIT
        )

    async def strangers(self, before: dt.datetime, limit: int) -> Sequence[model.Person]:
        """Return people who were first seen before then and never agreed."""
        when = _persons.c.seen_at
        never = (_persons.c.agreed_at.is_(None), when < before)
        return await self._every(model.Person, *never, order=(when, _persons.c.id), limit=limit)

    async def forget(self, person_id: int) -> None:
        """Destroy the person's data key and delete every row that is theirs."""
        telegram_id = await self.telegram_id(person_id)
        if telegram_id is None:
            return
        await self.unlink(person_id)
        await self.empty_inbox(tables.inbox.c.lane == self._vault.lane(telegram_id, 0))
        # The data key and every other row hang on the person and fall with it.
        await self._connection.execute(sa.delete(_persons).where(_persons.c.id == person_id))
        self._ciphers.pop(person_id, None)
        self.erased = True

    async def unlink(self, person_id: int) -> None:
        """Clear what points at a person from rows that are not theirs, but for the inbox."""
        invites, cooldowns = tables.invites, tables.cooldowns
        theirs = sa.select(invites.c.id).where(invites.c.inviter_id == person_id)
        for statement in (
            sa.update(_persons).where(_persons.c.invited_by.in_(theirs)).values(invited_by=None),
            sa.update(invites).where(invites.c.joiner_id == person_id).values(joiner_id=None),
            sa.delete(cooldowns).where(cooldowns.c.scope == str(person_id)),
        ):
            await self._connection.execute(statement)

    async def empty_inbox(self, where: sa.ColumnElement[bool]) -> None:
        """Make updates done and nobody's."""
        await self._connection.execute(sa.update(tables.inbox).where(where).values(_emptied(tables.inbox)))


def _emptied(inbox: sa.Table) -> dict[str, Any]:
    """Return what makes an update done and nobody's; its id stays, so that it is not accepted twice."""
    return {
        "lane": None,
        "payload": None,
        "state": tables.InboxState.DONE,
        "done_at": sa.func.coalesce(inbox.c.done_at, inbox.c.received_at),
        "answered_at": sa.func.coalesce(inbox.c.answered_at, inbox.c.received_at),
    }
