"""Puts SQLite into the loop's own turn: what aiosqlite leaves to a thread happens at once, or dies with its bot."""

import asyncio
import functools
import sqlite3
from collections.abc import Awaitable, Callable, Generator
from pathlib import Path
from typing import Any

import aiosqlite

# Called before and after whatever touches the database; it may wait, fail, or never come back.
Step = Callable[[str], Awaitable[None]]


class _Now:
    """The queue of a thread that is not there: what is put into it is done."""

    def put_nowait(self, wish: tuple[asyncio.Future[Any] | None, Callable[[], Any]]) -> None:
        """Do it, and say so."""
        future, work = wish
        result = work()
        if future is not None and not future.done():
            future.set_result(result)


class Connection(aiosqlite.Connection):
    """One connection of one life of the bot; after a crash nothing more comes of it."""

    def __init__(self, open_: Callable[[], sqlite3.Connection], step: Step, closed: Callable[[Any], None]) -> None:
        super().__init__(open_, 64)
        self._tx: Any = _Now()
        self._step = step
        self._closed = closed

    def __await__(self) -> Generator[Any, None, aiosqlite.Connection]:
        return self._open().__await__()

    async def _open(self) -> aiosqlite.Connection:
        self._connection = self._connector()
        return self

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Do it at once, with a step before what matters and one after a commit."""
        if self._connection is None:
            raise ValueError("Connection closed")
        name = fn.__name__
        if name in ("execute", "executemany"):
            await self._step(args[0])
        elif name == "commit":
            await self._step("COMMIT")
        if self._connection is None:  # it died meanwhile
            raise asyncio.CancelledError
        result = fn(*args, **kwargs)
        if name == "commit":
            await self._step("COMMITTED")
        return result

    async def close(self) -> None:
        """Close at once."""
        self.stop()

    def stop(self) -> None:
        """Close at once; what was not committed is gone."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
            self._closed(self)


def opener(path: str, **options: Any) -> Callable[[], sqlite3.Connection]:
    """Return what opens a file as aiosqlite would."""
    return functools.partial(sqlite3.connect, path, **{**options, "check_same_thread": False})


def eye(path: Path) -> sqlite3.Connection:
    """Open a file for reading what is committed, beside whoever writes it."""
    found = sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None)
    found.row_factory = sqlite3.Row
    return found
