"""Keeps what came in: accepted before Telegram is told so, handled once, emptied as soon as it is answered."""

import datetime as dt
from collections.abc import Collection, Sequence

import sqlalchemy as sa

from bot.store import cipher, leasing, rows, session, tables
from bot.usecases import leasing as turns
from bot.usecases import ports

_inbox = tables.inbox
_keys = tables.inbox_keys
_OFFSET = "offset"

# Telegram's own order; by the day first, since after a week of silence its numbers begin anew, maybe lower.
_earlier = tables.inbox.alias("earlier")
_FIRST = ~sa.exists().where(
    _earlier.c.lane == _inbox.c.lane,
    _earlier.c.state == sa.literal_column("'new'"),
    sa.tuple_(_earlier.c.day, _earlier.c.update_id) < sa.tuple_(_inbox.c.day, _inbox.c.update_id),
)


class Inbox(session.Session):
    """The part of a transaction that knows what came in."""

    async def claim(self, update_id: int) -> bool:
        """Lock an inbox row for this transaction; return False where it is done or somebody else has it.

        Raises Behind where something that the same person sent before is still to be done.
        """
        if await self._lock(update_id):
            return True
        turn = sa.select(_FIRST).where(_inbox.c.update_id == update_id, tables.NEW)
        first = (await self._connection.execute(turn)).scalar_one_or_none()
        if first is None:
            return False
        if not first:
            raise turns.Behind
        return await self._lock(update_id)  # its turn has come between the two, or somebody else has it

    async def _lock(self, update_id: int) -> bool:
        row = sa.select(_inbox.c.update_id).where(_inbox.c.update_id == update_id, tables.NEW, _FIRST)
        locked = row.with_for_update(key_share=True, skip_locked=True)
        return (await self._connection.execute(locked)).first() is not None

    async def finish(self, update_id: int, now: dt.datetime) -> None:
        """Mark an inbox row done: its effect lands with this transaction, or not at all."""
        done = {"state": tables.InboxState.DONE, "done_at": now, "handler": self._process}
        await self._connection.execute(sa.update(_inbox).where(_inbox.c.update_id == update_id).values(done))

    async def stopped(self, update_ids: Sequence[int], now: dt.datetime) -> None:
        """Remember that the taps of these updates were answered."""
        if update_ids:
            taps = sa.update(_inbox).where(_inbox.c.update_id.in_(update_ids))
            await self._connection.execute(taps.values(stopped_at=now))

    async def offset(self) -> int | None:
        """Return one past the newest update of the last batch that is committed."""
        value = sa.select(tables.meta.c.value).where(tables.meta.c.key == _OFFSET)
        return (await self._connection.execute(value)).scalar_one_or_none()

    async def receive(self, updates: Sequence[ports.Incoming], now: dt.datetime) -> tuple[dt.date, cipher.Cipher]:
        """Put updates into the inbox; return the key of the day, good once this commits."""
        day = now.astimezone(dt.UTC).date()
        key = self._vault.today(day) or await self._key_of_day(day)
        values = [self._row(update, key, day, now) for update in updates]
        await self._connection.execute(self._upsert(_inbox).on_conflict_do_nothing(), values)
        return day, key

    async def move_offset(self, updates: Sequence[ports.Incoming]) -> None:
        """Remember to poll for what follows these updates."""
        # After a week of silence the next id is random and may be lower: the last batch decides.
        to = max(update.update_id for update in updates) + 1
        insert = self._upsert(tables.meta).values(key=_OFFSET, value=to)
        moved = insert.on_conflict_do_update(index_elements=["key"], set_={"value": to})
        await self._connection.execute(moved)

    async def arrived(self, limit: int) -> Sequence[ports.Arrived]:
        """Return unhandled updates, oldest first, also those whose next try is still ahead."""
        return await self._open([tables.NEW], (_inbox.c.received_at, _inbox.c.update_id), limit)

    async def strays(self, before: dt.datetime, limit: int) -> Sequence[ports.Arrived]:
        """Return updates whose turn came before then and that no process has done, oldest first."""
        waiting = [tables.NEW, _inbox.c.next_at <= before, _FIRST]
        return await self._open(waiting, (_inbox.c.received_at, _inbox.c.update_id), limit)

    async def adopt(self, since: dt.datetime, lost: dt.datetime, known: Collection[int]) -> Sequence[ports.Arrived]:
        """Take over the answering of what is done and unanswered since then, and return it.

        That of processes that are gone, and of this one what it did before `lost` and does not know of.
        """
        await self._close(tables.UNANSWERED, _inbox.c.done_at < since, now=since)
        mine = _inbox.c.handler == self._process
        unknown = sa.and_(mine, _inbox.c.done_at < lost, _inbox.c.update_id.not_in(known))
        gone = ~leasing.is_here(self._connection.dialect, _inbox.c.handler)
        wanted = sa.select(_inbox.c.update_id).where(tables.UNANSWERED, sa.or_(unknown, gone))
        locked = wanted.with_for_update(key_share=True, skip_locked=True)
        taken = (await self._connection.execute(locked)).scalars().all()
        if not taken:
            return ()
        theirs = _inbox.c.update_id.in_(taken)
        await self._connection.execute(sa.update(_inbox).where(theirs).values(handler=self._process))
        return await self._open([theirs, _inbox.c.payload.is_not(None)], (_inbox.c.update_id,), None)

    async def unanswered_of(self, update_ids: Collection[int]) -> Sequence[int]:
        """Return which of these updates this process still has to answer."""
        mine = (tables.UNANSWERED, _inbox.c.handler == self._process, _inbox.c.update_id.in_(update_ids))
        return (await self._connection.execute(sa.select(_inbox.c.update_id).where(*mine))).scalars().all()

    async def failed(self, update_id: int, *, attempts: int, next_at: dt.datetime | None) -> bool:
        """Note a failed try of an update, False where it is done; `next_at` None: it is poison, and kept aside."""
        tried = {"state": tables.InboxState.POISON} if next_at is None else {"next_at": next_at}
        row = sa.update(_inbox).where(_inbox.c.update_id == update_id, tables.NEW)
        return (await self._connection.execute(row.values(attempts=attempts, **tried))).rowcount == 1

    async def answered(self, update_ids: Sequence[int], now: dt.datetime) -> None:
        """Drop payload and lane of updates whose reply has gone."""
        done = (_inbox.c.update_id.in_(update_ids), _inbox.c.state == tables.InboxState.DONE)
        await self._close(*done, now=now)

    async def unanswered(self, since: dt.datetime) -> Sequence[ports.Arrived]:
        """Return updates done since then whose reply has not gone, and close those done earlier."""
        await self._close(tables.UNANSWERED, _inbox.c.done_at < since, now=since)
        kept = [tables.UNANSWERED, _inbox.c.payload.is_not(None)]
        return await self._open(kept, (_inbox.c.done_at, _inbox.c.update_id), None)

    def _row(self, update: ports.Incoming, key: cipher.Cipher, day: dt.date, now: dt.datetime) -> dict[str, object]:
        return {
            "update_id": update.update_id,
            "day": day,
            "lane": self._vault.lane(update.telegram_id, update.update_id),
            "payload": key.seal(rows.payload_place(update.update_id, day), update.payload),
            "state": tables.InboxState.NEW,
            "attempts": 0,
            "received_at": now,
            "next_at": now,
        }

    async def _key_of_day(self, day: dt.date) -> cipher.Cipher:
        """Return the key of a UTC day, made with the day's first update."""
        await self._insert(_keys, {"day": day, "wrapped": self._vault.mint_day(day)})
        wrapped = sa.select(_keys.c.wrapped).where(_keys.c.day == day)
        return self._vault.key_of_day(day, (await self._connection.execute(wrapped)).scalar_one())

    async def _close(self, *where: sa.ColumnElement[bool], now: dt.datetime) -> None:
        emptied = {"payload": None, "lane": None, "answered_at": now}
        await self._connection.execute(sa.update(_inbox).where(*where).values(emptied))

    async def _open(
        self,
        where: Sequence[sa.ColumnElement[bool]],
        order: Sequence[sa.ColumnElement[object]],
        limit: int | None,
    ) -> Sequence[ports.Arrived]:
        """Return updates with their payload as it arrived."""
        names = ("update_id", "day", "lane", "payload", "attempts", "next_at", "received_at", "stopped_at")
        columns = [_inbox.c[name] for name in names]
        statement = sa.select(*columns, _keys.c.wrapped).join_from(_inbox, _keys, _keys.c.day == _inbox.c.day)
        found = (
            (await self._connection.execute(statement.where(*where).order_by(*order).limit(limit))).mappings().all()
        )
        ciphers = {row["day"]: self._vault.key_of_day(row["day"], row["wrapped"]) for row in found}
        return [_arrived(row, ciphers[row["day"]]) for row in found]


def _arrived(row: sa.RowMapping, key: cipher.Cipher) -> ports.Arrived:
    return ports.Arrived(
        update_id=row["update_id"],
        lane=row["lane"],
        payload=key.unseal(rows.payload_place(row["update_id"], row["day"]), row["payload"]),
        attempts=row["attempts"],
        next_at=row["next_at"],
        received_at=row["received_at"],
        stopped=row["stopped_at"] is not None,
    )
