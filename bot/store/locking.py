"""Makes sure that one process alone works on a SQLite file, and that it can."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa

from bot.store import engines, errors
from bot.store.errors import Locked as Locked

_PRIVATE = 0o600
_MEMORY = ":memory:"


@contextlib.contextmanager
def hold(url: str) -> Iterator[None]:
    """Hold the SQLite file of `url` for this process, or raise Locked; of a server there is nothing to hold."""
    if not engines.is_sqlite(url):
        yield
        return
    with contextlib.ExitStack() as stack:
        database = _file(url)
        lock = _opened(database.with_name(f"{database.name}.lock"))
        stack.callback(os.close, lock)
        _lock(lock, database)
        # SQLite gives its journal the rights of the file, so that none of them is readable by others.
        os.close(_opened(database))
        yield


def _file(url: str) -> Path:
    database = sa.make_url(url).database or _MEMORY
    if database == _MEMORY:
        raise errors.StoreError("a database in memory forgets everything: name a file")
    return Path(database)


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, _PRIVATE)
    except OSError as error:
        raise errors.StoreError(f"{path} cannot be written: {os.strerror(error.errno or 0)}") from None


def _lock(lock: int, database: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise Locked(f"another process works on {database}: stop it first") from None
