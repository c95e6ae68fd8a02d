"""Makes the engine of either database, set up so that nothing is lost, doubled or left readable."""

import contextlib
import sqlite3
from collections.abc import AsyncIterator
from typing import Any, Protocol

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.store import driver

# FULL: what was committed survives a power cut. secure_delete: what was erased is overwritten.
_PRAGMAS = (
    "PRAGMA busy_timeout=15000",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA mmap_size=0",
)

# For one transaction each, so that nothing of it stays behind on a connection that a pooler hands on.
_LIMITS = (
    "SELECT set_config('lock_timeout', '5s', true), set_config('idle_in_transaction_session_timeout', '10s', true)"
)


def is_sqlite(url: str) -> bool:
    """Return whether this address is one of a SQLite file."""
    return sa.make_url(url).get_backend_name() == "sqlite"


def wal_fault(url: str, version: tuple[int, ...] = sqlite3.sqlite_version_info) -> str | None:
    """Return which SQLite has the fault by which a reset of its log can damage the file; None where none is used.

    It needs two connections, and there is one: https://sqlite.org/wal.html#walresetbug
    """
    mended = version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)
    return None if mended or not is_sqlite(url) else ".".join(map(str, version))


def make(url: str) -> AsyncEngine:
    """Return an engine for this address; parameters never show in what it raises or logs."""
    return _sqlite(url) if is_sqlite(url) else _postgresql(url)


@contextlib.asynccontextmanager
async def opened(url: str) -> AsyncIterator[AsyncEngine]:
    """Give an engine for this address while the block runs."""
    engine = make(url)
    try:
        yield engine
    finally:
        await engine.dispose()


class Speaking(Protocol):
    """Whatever knows which database it speaks to."""

    @property
    def dialect(self) -> sa.Dialect: ...  # noqa: D102 - SQLAlchemy's own


def insert(connection: Speaking, table: sa.Table) -> sqlite.Insert | postgresql.Insert:
    """Return an insert that can say what to do on a conflict, in this connection's dialect."""
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)


def _sqlite(url: str) -> AsyncEngine:
    # One connection: SQLite has one writer anyway, and its WAL-reset bug needs two.
    # Every transaction is ended by name, so that there is nothing to roll back when the connection is handed back.
    engine = create_async_engine(
        url,
        hide_parameters=True,
        module=driver.Driver(),
        pool_size=1,
        max_overflow=0,
        pool_timeout=30,
        pool_reset_on_return=None,
    )
    sa.event.listen(engine.sync_engine, "connect", _set_pragmas)
    sa.event.listen(engine.sync_engine, "begin", _begin_immediate)
    return engine


def _postgresql(url: str) -> AsyncEngine:
    # Without caches asyncpg uses unnamed statements only, which a transaction pooler can carry.
    uncached = {"statement_cache_size": 0, "prepared_statement_cache_size": 0, "timeout": 10}
    engine = create_async_engine(
        url, hide_parameters=True, pool_size=10, max_overflow=14, pool_pre_ping=True, connect_args=uncached
    )
    sa.event.listen(engine.sync_engine, "begin", _set_limits)
    return engine


def _set_pragmas(connection: Any, _: object) -> None:
    # The driver's own notion of transactions loses updates silently; "begin" below says it explicitly.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin_immediate(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _set_limits(connection: sa.Connection) -> None:
    connection.exec_driver_sql(_LIMITS)
