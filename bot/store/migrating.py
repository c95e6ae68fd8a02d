"""Brings a database to the tables of this version, and tells which version it has."""

import contextlib
import functools
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.store import engines, errors, locking, tables

# In `meta`: the oldest revision whose version can work beside the newest, for the time of an upgrade.
OLDEST = "oldest"

# What stands for the revision while a copy into the database is not finished; no version of this program takes it.
UNFINISHED = "copying "

Step = Literal["upgrade", "downgrade"]

_SCRIPTS = Path(__file__).parent / "migrations"
# Any number will do, as long as every version of this program takes the same.
_ADVISORY = 0x6E656172
_UPGRADED = {
    "sqlite": "SELECT 1 FROM sqlite_schema WHERE name = 'alembic_version'",
    "postgresql": "SELECT 1 WHERE to_regclass('alembic_version') IS NOT NULL",
}


@functools.cache
def head() -> str:
    """Return the newest revision that this version knows."""
    return max(_known())


async def current(url: str) -> str | None:
    """Return the revision of a database, None where it is empty; take its lock for a moment."""
    with locking.hold(url):
        async with engines.opened(url) as engine:
            return await revision(engine)


async def upgrade(url: str) -> None:
    """Bring a database to the newest revision, in one transaction, taking its lock."""
    with locking.hold(url):
        async with engines.opened(url) as engine:
            await bring_up(engine)


async def revision(engine: AsyncEngine) -> str | None:
    """Return the revision of an open database, None where it is empty."""
    async with _connected(engine) as connection:
        return await connection.run_sync(noted)


async def bring_up(engine: AsyncEngine, to: str = "head") -> None:
    """Upgrade an open database, in one transaction; of several processes one does it and the others wait."""
    await _migrate(engine, "upgrade", to)


async def bring_down(engine: AsyncEngine, to: str = "base") -> None:
    """Downgrade an open database, in one transaction."""
    await _migrate(engine, "downgrade", to)


@contextlib.asynccontextmanager
async def laying(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """Give the one transaction of one process in which tables are laid; on SQLite bonds sleep meanwhile."""
    async with _unbound(engine) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            await connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_ADVISORY)))
        yield connection


async def raise_to(connection: AsyncConnection, to: str = "head") -> None:
    """Upgrade within a transaction of `laying`."""
    await connection.run_sync(_run, "upgrade", to)


def knows(revision: str) -> bool:
    """Return whether this version knows a revision; it knows all older ones."""
    return revision in _known()


@functools.cache
def _known() -> frozenset[str]:
    """Return every revision: each has a file that begins with it."""
    files = (_SCRIPTS / "versions").glob("v*.py")
    return frozenset(file.name.removeprefix("v").partition("_")[0] for file in files)


async def bears(engine: AsyncEngine) -> bool:
    """Return whether this version may work on the tables of a newer one, which said so: they only have more."""
    async with _connected(engine) as connection:
        found = await connection.run_sync(noted)
        if found is None or knows(found):
            return False
        oldest = sa.select(tables.meta.c.value).where(tables.meta.c.key == OLDEST)
        least = (await connection.execute(oldest)).scalar_one_or_none()
    return least is not None and least <= int(head())


async def _migrate(engine: AsyncEngine, step: Step, to: str) -> None:
    async with laying(engine) as connection:
        await connection.run_sync(_run, step, to)


@contextlib.asynccontextmanager
async def _unbound(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """Give a connection on which SQLite drops a table without its foreign keys dropping what hangs on it."""
    async with _connected(engine) as connection:
        await _bind(connection, on=False)
        try:
            yield connection
        finally:
            await _bind(connection, on=True)


async def _bind(connection: AsyncConnection, *, on: bool) -> None:
    if connection.dialect.name == "sqlite":
        raw: Any = (await connection.get_raw_connection()).driver_connection
        await raw.execute_fetchall("PRAGMA foreign_keys=ON" if on else "PRAGMA foreign_keys=OFF")


def _run(connection: sa.Connection, step: Step, to: str) -> None:
    # Loaded here: a tenth of a start, and ten megabytes, which only an upgrade needs.
    from alembic import command, config, util  # noqa: PLC0415

    settings = config.Config(attributes={"connection": connection})
    settings.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    try:
        getattr(command, step)(settings, to)
    except util.CommandError:
        raise errors.StoreError("the database was written by another version of Nearer: start that one") from None
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise errors.StoreError("the migration would leave rows that point nowhere: nothing was changed")


def noted(connection: sa.Connection) -> str | None:
    """Return the revision that stands in a database, None where it is empty; refuse half of a copy."""
    found = written(connection)
    if found is not None and found.startswith(UNFINISHED):
        raise errors.StoreError("the copy into this database is not finished: run nearer db copy again")
    return found


def written(connection: sa.Connection) -> str | None:
    """Return what stands for the revision, whatever it is."""
    if connection.exec_driver_sql(_UPGRADED[connection.dialect.name]).first() is None:
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one_or_none()


@contextlib.asynccontextmanager
async def _connected(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    with errors.reached():
        async with engine.connect() as connection:
            yield connection
