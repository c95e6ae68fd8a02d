"""Reads ahead, in one statement a kind, what the rows of the outbox will ask for one by one."""

from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa

from bot.domain import model
from bot.store import rows, session, tables

_persons, _keys, _halves, _pairs = tables.persons, tables.data_keys, tables.halves, tables.pairs
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
PEOPLE, CHATS, ASKS, NOTICES, HALVES, PAIRS, OUTBOX = (
    "persons", "chats", "asks", "notices", "halves", "pairs", "outbox"
)  # fmt: skip


def _all(kind: type[Any], column: sa.Column[int], *beside: sa.ColumnElement[Any], lock: bool) -> sa.Select[Any]:
    """Return a statement that finds values of a kind by many ids, and what stands in front of each of them."""
    shape = rows.shape(kind)
    found = shape.select.with_only_columns(*beside, *shape.select.selected_columns, maintain_column_froms=True)
    found = found.where(column.in_(_IDS)).order_by(column)
    return found.with_for_update(of=shape.table, key_share=True) if lock else found


_PEOPLE = _all(model.Person, _persons.c.id, _persons.c.telegram_id, lock=True)
_ASKS = _all(model.Ask, tables.asks.c.id, lock=False)
_NOTICES = _all(model.Notice, tables.notices.c.id, lock=True)
_OUTBOX = _all(model.Outbox, tables.outbox.c.id, lock=True)
_HALVES = (
    _all(model.Half, _halves.c.person_id, _pairs.c.started_at, lock=False)
    .join(_pairs, _pairs.c.id == _halves.c.pair_id)
    .order_by(_halves.c.since.desc(), _halves.c.id)
)


class Bringing(session.Session):
    """The part of a transaction that reads ahead."""

    async def bring(self, rows: Sequence[model.Outbox]) -> None:
        """Read and lock at once whom and what these rows are about, for the checks that ask for it one by one."""
        if rows:
            people = {row.person_id for row in rows}
            await self._bring_people(people)
            await self._bring_halves(people)
            await self._bring(ASKS, model.Ask, _ASKS, _subjects(rows, model.Kind.ASK))
            await self._bring(NOTICES, model.Notice, _NOTICES, _subjects(rows, model.Kind.NOTICE, model.Kind.SHOW))

    async def bring_outbox(self, sent: Sequence[model.Outbox]) -> None:
        """Read and lock at once rows that were sent, and the asks and notices that stand in their messages."""
        if sent:
            await self._bring(OUTBOX, model.Outbox, _OUTBOX, {row.id for row in sent})
            await self._bring(ASKS, model.Ask, _ASKS, _subjects(sent, model.Kind.ASK))
            await self._bring(NOTICES, model.Notice, _NOTICES, _subjects(sent, model.Kind.NOTICE))

    async def _bring(self, topic: str, kind: type[rows.V], statement: sa.Select[Any], ids: Collection[int]) -> None:
        if ids:
            values = await self._values(rows.shape(kind), statement, {"ids": sorted(ids)})
            self._memory.bring(topic, {value.id: value for value in values})

    async def _bring_people(self, ids: Collection[int]) -> None:
        """Bring people with their chats, locked in the order of their ids."""
        shape = rows.shape(model.Person)
        chats: dict[int, int] = {}
        for telegram_id, *row in await self._connection.execute(_PEOPLE, {"ids": sorted(ids)}):
            key = self._key_in(shape, row)
            person = shape.value(row, key)
            self._memory.read(shape, person)
            self._memory.bring(PEOPLE, {person.id: person})
            if key is not None:
                chats[person.id] = int(key.unseal(rows.telegram_place(person.id), telegram_id))
        self._memory.bring(CHATS, chats)

    async def _bring_halves(self, people: Collection[int]) -> None:
        """Bring the newest half of each, None for whoever has none, and when their pairs began."""
        shape = rows.shape(model.Half)
        newest: dict[int, model.Half | None] = dict.fromkeys(people)
        began: dict[int, Any] = {}
        for started_at, *row in await self._connection.execute(_HALVES, {"ids": sorted(people)}):
            half = shape.value(row, self._key_in(shape, row))
            self._memory.read(shape, half)
            began[half.pair_id] = started_at
            newest[half.person_id] = newest[half.person_id] or half
        self._memory.bring(HALVES, newest)
        self._memory.bring(PAIRS, began)


def _subjects(rows: Sequence[model.Outbox], *kinds: model.Kind) -> Collection[int]:
    """Return the ids of what rows of these kinds are about."""
    return {row.subject for row in rows if row.kind in kinds and row.subject is not None}
