"""Remembers, for one transaction, what was read and what is still to be written: many rows take one statement.

Whatever was read before, a statement of the transaction sees all that was saved before it: what is still to be
written goes first. What a statement may have changed beside that is forgotten, and read again where it is needed.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, TypeVarTuple, cast, overload

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.selectable import TypedReturnsRows

from bot.store import rows, tables
from bot.usecases import ports

Things = dict[Any, Any]
Values = Mapping[str, Any] | Sequence[Mapping[str, Any]] | None
Columns = TypeVarTuple("Columns")
_NOTHING: Things = {}
Group = tuple[
    rows.Shape[Any], tuple[str, ...]
]  # what one statement can write: a kind of row, and its changed fields


class Memory:
    """The values of one transaction, table by table."""

    def __init__(self) -> None:
        self._stored: dict[str, dict[int, Any]] = {}  # by id, as they lie in the database
        self._brought: dict[str, Things] = {}  # read ahead, by whatever they are asked for with
        self._unsaved: dict[tuple[str, int], Any] = {}
        self._written: set[str] = set()  # tables
        self.writes = 0  # of whatever kind

    def wrote(self, *tables: sa.Table) -> bool:
        """Say whether anything was written to one of these tables, or is still to be."""
        names = {table.name for table in tables}
        return bool(names & (self._written | {name for name, _ in self._unsaved}))

    def read(self, shape: rows.Shape[Any], value: ports.Row) -> None:
        """Remember a value as it lies in the database, unless it was saved over meanwhile."""
        self._stored.setdefault(shape.table.name, {})[value.id] = value

    def is_stored(self, shape: rows.Shape[Any], value: ports.Row) -> bool:
        """Say whether it is known what lies in the row of this value."""
        return value.id in self._stored.get(shape.table.name, {})

    def bring(self, topic: str, things: Mapping[Any, Any]) -> None:
        """Remember what was read ahead on a topic: a table, or something else about people."""
        self._brought.setdefault(topic, {}).update(things)

    def brought(self, topic: str) -> Mapping[Any, Any]:
        """Return what was read ahead on a topic and not forgotten since."""
        return self._brought.get(topic, _NOTHING)

    def save(self, shape: rows.Shape[Any], value: ports.Row) -> None:
        """Remember to write a value."""
        name = shape.table.name
        self._unsaved[name, value.id] = value
        brought = self._brought.get(name, {})
        if value.id in brought:
            brought[value.id] = value
        elif brought:
            del self._brought[name]

    def take(self) -> dict[Group, list[Any]]:
        """Return what is to be written, group by group, and count it as written."""
        groups: dict[Group, list[Any]] = {}
        self._written |= {name for name, _ in self._unsaved}
        for (name, row_id), value in self._unsaved.items():
            shape = rows.shape(type(value))
            changed = shape.changed(self._stored[name][row_id], value)
            if changed:
                groups.setdefault((shape, changed), []).append(value)
                self._stored[name][row_id] = value
        self._unsaved = {}
        return groups

    def forget(self, statement: sa.Executable) -> None:
        """Forget what a statement may have changed; whoever goes takes rows of every table along."""
        if not isinstance(statement, sa.Insert | sa.Update | sa.Delete):
            return
        table = cast("sa.Table", statement.table)
        self.writes += 1
        self._written.add(table.name)
        if isinstance(statement, sa.Delete) and table is tables.persons:
            self._stored, self._brought = {}, {}
            return
        self._brought.pop(table.name, None)
        if not isinstance(statement, sa.Insert):
            self._stored.pop(table.name, None)


class Line:
    """The connection of a transaction, on which what is still to be written goes before any other statement."""

    def __init__(self, connection: AsyncConnection, memory: Memory, write: Callable[[], Awaitable[None]]) -> None:
        self._connection = connection
        self._memory = memory
        self._write = write

    @property
    def dialect(self) -> sa.Dialect:
        """The kind of database."""
        return self._connection.dialect

    @overload
    async def execute(
        self, statement: TypedReturnsRows[*Columns], values: Values = None
    ) -> sa.CursorResult[*Columns]: ...

    @overload
    async def execute(
        self, statement: sa.Executable, values: Values = None
    ) -> sa.CursorResult[*tuple[Any, ...]]: ...

    async def execute(self, statement: sa.Executable, values: Values = None) -> sa.CursorResult[*tuple[Any, ...]]:
        """Execute a statement after all that was saved before."""
        await self._write()
        result = await self._connection.execute(statement, values)
        self._memory.forget(statement)
        return result

    async def write(self, statement: sa.Update, values: Sequence[Mapping[str, Any]]) -> int:
        """Write rows that are remembered as they are then; return how many, or -1 where the driver does not say."""
        done = await self._connection.execute(statement, values if len(values) > 1 else values[0])
        return done.rowcount

    async def exec_driver_sql(self, statement: str) -> sa.CursorResult[*tuple[Any, ...]]:
        """Execute words of SQL, of which nobody knows what they change."""
        await self._write()
        return await self._connection.exec_driver_sql(statement)
