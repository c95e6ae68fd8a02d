"""Holds a database still to be read: all of it as of one moment, while others go on writing."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.store import engines, errors, shelf

_NOTE = "alembic_version"


@contextlib.asynccontextmanager
async def frozen(engine: AsyncEngine, folder: shelf.Shelf) -> AsyncIterator[AsyncConnection]:
    """Give a connection that sees one moment of the database, or raise StoreError."""
    frozen_now = _copied(engine, folder) if engine.dialect.name == "sqlite" else _repeatable(engine)
    with errors.reached():
        async with frozen_now as connection:
            yield connection


async def laid(connection: AsyncConnection) -> sa.MetaData:
    """Return the tables that lie there, whatever version laid them, without the note of the revision."""
    found = sa.MetaData()
    await connection.run_sync(found.reflect)
    if _NOTE in found.tables:
        found.remove(found.tables[_NOTE])
    return found


@contextlib.asynccontextmanager
async def _repeatable(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    async with engine.connect() as connection:
        await connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        async with connection.begin():
            yield connection


@contextlib.asynccontextmanager
async def _copied(engine: AsyncEngine, folder: shelf.Shelf) -> AsyncIterator[AsyncConnection]:
    """Copy the file over its one connection, which others wait for a moment; then read the copy in peace."""
    path = folder.part("copy.db")
    copy = engines.make(engine.url.set(database=str(path)).render_as_string(hide_password=False))
    try:
        async with engine.connect() as connection:
            raw: Any = (await connection.get_raw_connection()).driver_connection
            await raw.execute_fetchall("VACUUM INTO ?", (str(path),))
        async with copy.connect() as connection:
            await _check(connection)
            async with connection.begin():
                yield connection
    finally:
        await copy.dispose()
        await asyncio.to_thread(_wipe, path)


def _wipe(path: Path) -> None:
    for end in ("", "-wal", "-shm"):
        shelf.wipe(path.with_name(path.name + end))


async def _check(connection: AsyncConnection) -> None:
    """Refuse to back up damage in silence: a copy of a broken file is no backup."""
    raw: Any = (await connection.get_raw_connection()).driver_connection
    said = await raw.execute_fetchall("PRAGMA integrity_check(1)")
    loose = await raw.execute_fetchall("PRAGMA foreign_key_check")
    if [tuple(row) for row in said] != [("ok",)] or loose:
        raise errors.StoreError("the database file is damaged: restore a backup")
