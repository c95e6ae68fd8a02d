"""Databases whose statements are compiled once for all tests; SQLite can do without a thread of its own.

Without one is for tests that prove what happens and not how a database is waited for. It is the real one; but what
aiosqlite does on a thread happens at once, and the others in the loop have their turn behind it, as they would have
meanwhile.
"""

import asyncio
import functools
import sqlite3
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import aiosqlite
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import asyncpg as asyncpg_dialect
from sqlalchemy.dialects.sqlite import aiosqlite as aiosqlite_dialect

_COMPILED: dict[Any, Any] = {}
_ONE: dict[Any, Any] = {}


def share() -> None:
    """Let all engines that are made from now on share what is compiled."""
    for name, kind in (("sqlite.aiosqlite", Threaded), ("postgresql.asyncpg", Server), ("sqlite.inline", Inline)):
        sa.dialects.registry.register(name, __name__, kind.__name__)


def url(path: Path) -> str:
    """Return the address of a file that is to be opened without a thread."""
    share()
    return f"sqlite+inline:///{path}"


class Connection(aiosqlite.Connection):
    """A connection that does at once what others do on a thread."""

    def __await__(self) -> Generator[Any, None, aiosqlite.Connection]:
        return self._open().__await__()

    async def _open(self) -> aiosqlite.Connection:
        self._connection = self._connector()
        self._tx: Any = self
        return self

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        try:
            return fn(*args, **kwargs)
        finally:
            await asyncio.sleep(0)

    def put_nowait(self, wish: tuple[asyncio.Future[Any] | None, Callable[[], Any]]) -> None:
        """Do what is put into the queue of the thread, which is not there."""
        future, work = wish
        done = work()
        if future is not None:
            future.set_result(done)

    async def close(self) -> None:
        """Close at once."""
        self.stop()

    def stop(self) -> None:
        """Close at once."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class _Shared(sa.Dialect):
    """The one dialect of all engines of its kind, so that what was compiled for one of them serves every other."""

    def __new__(cls, **options: Any) -> Any:
        """Return the one that there is."""
        if "dbapi" not in options:  # for no engine
            return super().__new__(cls)
        if cls not in _ONE:
            _ONE[cls] = super().__new__(cls)
        return _ONE[cls]

    def __init__(self, **options: Any) -> None:
        if getattr(self, "dbapi", None) is None:
            super().__init__(**options)

    @classmethod
    def engine_created(cls, engine: sa.Engine) -> None:
        """Let an engine share what was compiled."""
        engine.update_execution_options(compiled_cache=_COMPILED)


class Threaded(_Shared, aiosqlite_dialect.SQLiteDialect_aiosqlite):
    """SQLite, as the bot opens it."""

    supports_statement_cache = True


class Server(_Shared, asyncpg_dialect.PGDialect_asyncpg):
    """PostgreSQL, as the bot opens it."""

    supports_statement_cache = True


class Inline(Threaded):
    """The same without a thread."""

    supports_statement_cache = True

    def connect(self, *args: Any, **options: Any) -> Any:
        """Connect, and start no thread."""
        return super().connect(*args, async_creator_fn=_creator, **options)


def _creator(path: str, **options: Any) -> Connection:
    return Connection(functools.partial(sqlite3.connect, path, **options), 64)
