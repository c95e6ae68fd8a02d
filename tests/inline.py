"""SQLite without a thread of its own, whose statements are compiled once for all tests: `sqlite+inline:///…`.

For tests that prove what happens and not how a database is waited for. It is the real one; but what aiosqlite does
on a thread happens at once, and the others in the loop have their turn behind it, as they would have meanwhile.
"""

import asyncio
import functools
import sqlite3
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any, Self

import aiosqlite
import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import aiosqlite as dialect

_NAME = "sqlite.inline"
_COMPILED: dict[Any, Any] = {}


def url(path: Path) -> str:
    """Return the address of a file that is to be opened this way."""
    sa.dialects.registry.register(_NAME, __name__, Dialect.__name__)
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


class Dialect(dialect.SQLiteDialect_aiosqlite):
    """The one dialect of all such engines, so that what was compiled for one of them serves every other."""

    supports_statement_cache = True
    _one: Self | None = None

    def __new__(cls, **_options: Any) -> Self:
        """Return the one that there is."""
        if cls._one is None:
            cls._one = super().__new__(cls)
        return cls._one

    def __init__(self, **options: Any) -> None:
        if not hasattr(self, "dbapi"):
            super().__init__(**options)

    def connect(self, *args: Any, **options: Any) -> Any:
        """Connect without a thread."""
        return super().connect(*args, async_creator_fn=_creator, **options)

    @classmethod
    def engine_created(cls, engine: sa.Engine) -> None:
        """Let an engine share what was compiled."""
        engine.update_execution_options(compiled_cache=_COMPILED)


def _creator(path: str, **options: Any) -> Connection:
    return Connection(functools.partial(sqlite3.connect, path, **options), 64)
