"""Reads and writes values over one connection that is inside a transaction."""

from collections.abc import Collection, Mapping, Sequence
from enum import Enum, auto
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import cipher, engines, errors, keys, remembering, rows, tables
from bot.store.rows import V
from bot.usecases import ports


class Lock(Enum):
    """Whether rows are locked as they are read; SQLite's transactions hold everything anyway."""

    NONE = auto()
    WAIT = auto()
    SKIP = auto()  # leave out what somebody else has


class Session:
    """Finding, adding, saving and removing values; every data key lives as long as the transaction."""

    def __init__(self, connection: AsyncConnection, vault: keys.Vault, process: int | None = None) -> None:
        self._memory = remembering.Memory()
        self._connection = remembering.Line(connection, self._memory, self.write)
        self._vault = vault
        self._process = process  # None where there can be no other beside it
        self._ciphers: dict[int, cipher.Cipher] = {}
        self.erased = False

    async def add(self, row: ports.Row) -> bool:
        """Insert a value; return False, changing nothing, where a unique key says it is there already."""
        return await self._add(row)

    async def add_all(self, values: Sequence[ports.Row]) -> Collection[int]:
        """Insert values of one kind at once; return the ids of those that were not there already.

        Not for people, nor for halves: they come one by one.
        """
        if not values:
            return ()
        shape = rows.shape(type(values[0]))
        insert = self._upsert(shape.table).on_conflict_do_nothing().returning(shape.table.c.id)
        found = [shape.row(one, await self._key_for(one)) for one in values]
        return frozenset((await self._connection.execute(insert, found)).scalars())

    async def save(self, row: ports.Row) -> None:
        """Write a value over the row of the same id and owner, or raise StoreError where there is none.

        What this transaction has read is written with the next statement, or at the end: only what changed of it,
        and in one statement with others of its kind.
        """
        shape = rows.shape(type(row))
        self._memory.writes += 1
        if self._memory.is_stored(shape, row):
            self._memory.save(shape, row)
        else:
            await self.write()
            await self._update(shape, shape.written, [row])

    @property
    def writes(self) -> int:
        """How often this transaction has written anything so far."""
        return self._memory.writes

    async def write(self) -> None:
        """Write what was saved and not written yet."""
        for (shape, fields), values in self._memory.take().items():
            await self._update(shape, fields, values)

    async def _update(self, shape: rows.Shape[V], fields: Sequence[str], values: Sequence[V]) -> None:
        """Write these fields of values, of each where it has a row."""
        sealed = bool(shape.sealed) and not set(shape.sealed).isdisjoint(fields)
        changes = [
            shape.changing(one, fields, await self._key_of(shape.owner_of(one)) if sealed else None)
            for one in values
        ]
        written = await self._connection.write(shape.update, changes)
        if written < 0:  # asyncpg does not count what it was handed in one go
            ids = shape.table.c.id.in_([one.id for one in values])
            count = sa.select(sa.func.count()).select_from(shape.table).where(ids)
            written = (await self._connection.execute(count)).scalar_one()
        if written != len(values):
            raise errors.StoreError(f"there is no such row in {shape.table.name} to save")
        for one in values:
            self._memory.read(shape, one)

    async def remove(self, row: ports.Row) -> None:
        """Delete the row of this value."""
        table = rows.shape(type(row)).table
        await self._connection.execute(sa.delete(table).where(table.c.id == row.id))

    async def _find(
        self,
        kind: type[V],
        *where: sa.ColumnElement[bool],
        lock: Lock = Lock.NONE,
        order: Sequence[sa.ColumnElement[Any]] = (),
    ) -> V | None:
        """Return the first value for which all of `where` holds."""
        found = await self._every(kind, *where, lock=lock, order=order, limit=1 if order else None)
        return found[0] if found else None

    async def _every(
        self,
        kind: type[V],
        *where: sa.ColumnElement[bool],
        lock: Lock = Lock.NONE,
        order: Sequence[sa.ColumnElement[Any]] = (),
        limit: int | None = None,
    ) -> Sequence[V]:
        """Return all values for which `where` holds."""
        shape = rows.shape(kind)
        statement = shape.select.where(*where).order_by(*order).limit(limit)
        if lock is not Lock.NONE:
            # NO KEY: a partner's use case that inserts a row pointing at this person need not wait.
            statement = statement.with_for_update(of=shape.table, key_share=True, skip_locked=lock is Lock.SKIP)
        return await self._values(shape, statement)

    async def _values(
        self, shape: rows.Shape[V], statement: sa.Select[Any], parameters: Mapping[str, Any] | None = None
    ) -> Sequence[V]:
        """Return all values that a statement of this shape finds, and remember them."""
        found = (await self._connection.execute(statement, parameters)).all()
        values = [shape.value(row, self._key_in(shape, row)) for row in found]
        for value in values:
            self._memory.read(shape, value)
        return values

    async def _add(self, row: ports.Row, **beside: int) -> bool:
        """Insert a value, and beside it what its table holds more; return False where it is there already."""
        shape = rows.shape(type(row))
        added = await self._insert(shape.table, shape.row(row, await self._key_for(row)) | beside)
        if added:
            self._memory.read(shape, row)
        return added

    async def _insert(self, table: sa.Table, values: Any) -> bool:
        """Insert one row; return False where it is there already."""
        # Values that come beside a statement, not inside it, spare building it anew: a quarter of what a row costs.
        done = await self._connection.execute(self._upsert(table).on_conflict_do_nothing(), values)
        return done.rowcount == 1

    def _upsert(self, table: sa.Table) -> sqlite.Insert | postgresql.Insert:
        """Return an insert that can say what to do on a conflict."""
        return engines.insert(self._connection, table)

    def _key_in(self, shape: rows.Shape[V], row: sa.Row[Any]) -> cipher.Cipher | None:
        """Return the key of the row's owner, which came along with the row."""
        if not shape.sealed:
            return None
        owner = row[shape.owned_at]
        if owner not in self._ciphers:
            self._ciphers[owner] = self._vault.key_of(owner, row[-1])
        return self._ciphers[owner]

    async def _key_for(self, value: ports.Row) -> cipher.Cipher | None:
        """Return the key of the value's owner, if anything in it is sealed."""
        shape = rows.shape(type(value))
        return await self._key_of(shape.owner_of(value)) if shape.sealed else None

    async def _key_of(self, person_id: int) -> cipher.Cipher:
        if person_id not in self._ciphers:
            wrapped = sa.select(tables.data_keys.c.wrapped).where(tables.data_keys.c.person_id == person_id)
            found = (await self._connection.execute(wrapped)).scalar_one_or_none()
            if found is None:
                raise errors.StoreError("there is no data key for this person")
            self._ciphers[person_id] = self._vault.key_of(person_id, found)
        return self._ciphers[person_id]
