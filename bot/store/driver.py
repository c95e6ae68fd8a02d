"""Crosses to SQLite's thread once for a statement, where SQLAlchemy and aiosqlite between them cross four times."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

import aiosqlite
from sqlalchemy.dialects.sqlite import aiosqlite as dialect


class _Cursor:
    """A driver's cursor that executes, fetches everything and closes in one go."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._rows: Sequence[Any] = ()
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1

    async def execute(self, statement: str, values: Any = ()) -> None:
        """Execute a statement and keep all of its rows."""

        def execute(statement: str, values: Any) -> None:
            self._finish(self._connection._conn.execute(statement, values))  # noqa: SLF001 - runs on the thread

        await self._on_thread(execute, statement, values)

    async def executemany(self, statement: str, values: Any) -> None:
        """Execute a statement once for each set of values."""

        def executemany(statement: str, values: Any) -> None:
            self._finish(self._connection._conn.executemany(statement, values))  # noqa: SLF001 - on the thread

        await self._on_thread(executemany, statement, values)

    async def fetchall(self) -> Sequence[Any]:
        """Return the rows, which are here already."""
        return self._rows

    async def close(self) -> None:
        """Do nothing: it closed behind its last row."""

    async def _on_thread(self, work: Callable[[str, Any], None], statement: str, values: Any) -> None:
        execute: Any = self._connection._execute  # noqa: SLF001 - the one way to the thread
        await execute(work, statement, values)

    def _finish(self, cursor: sqlite3.Cursor) -> None:
        self._rows = cursor.fetchall() if cursor.description else ()
        self.description, self.rowcount, self.lastrowid = cursor.description, cursor.rowcount, cursor.lastrowid
        cursor.close()


class _Adapted(dialect.AsyncAdapt_aiosqlite_cursor):
    """SQLAlchemy's cursor over ours, which needs no opening."""

    __slots__ = ()

    def _make_new_cursor(self, connection: Any) -> Any:
        return _Cursor(connection)

    def _aenter_cursor(self, cursor: Any) -> Any:
        return cursor


class _Connection(dialect.AsyncAdapt_aiosqlite_connection):
    """SQLAlchemy's connection with our cursors."""

    __slots__ = ()

    _cursor_cls = _Adapted


class Driver(dialect.AsyncAdapt_aiosqlite_dbapi):
    """aiosqlite as SQLAlchemy wants a driver to be."""

    def __init__(self) -> None:
        super().__init__(aiosqlite, sqlite3)

    def connect(self, *args: Any, **options: Any) -> _Connection:
        """Open a database."""
        opened = super().connect(*args, **options)
        return _Connection(self, opened._connection)  # noqa: SLF001 - SQLAlchemy's own seam
