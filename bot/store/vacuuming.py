"""Gives back the room that erased rows took; nothing else changes."""

import dataclasses
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.store import engines, errors, locking, migrating, tables

_SIZE = {
    "sqlite": sa.text("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"),
    "postgresql": sa.text("SELECT pg_database_size(current_database())"),
}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Vacuumed:
    """How many bytes the database had, and has."""

    before: int
    after: int


async def vacuum(engine: AsyncEngine) -> Vacuumed:
    """Vacuum an open database; on SQLite all others wait meanwhile, on PostgreSQL nobody does."""
    with errors.reached():
        async with engine.connect() as connection:
            if await connection.run_sync(migrating.noted) is None:
                raise errors.StoreError("the database is empty: there is nothing to vacuum")
            await connection.rollback()
            before = await _size(connection)
            await _RUN[connection.dialect.name](connection)
            return Vacuumed(before=before, after=await _size(connection))


async def of(url: str) -> Vacuumed:
    """Vacuum the database of an address, taking its lock."""
    with locking.hold(url):
        async with engines.opened(url) as engine:
            return await vacuum(engine)


async def _size(connection: AsyncConnection) -> int:
    found = (await connection.execute(_SIZE[connection.dialect.name])).scalar_one()
    await connection.rollback()
    return int(found)


async def _file(connection: AsyncConnection) -> None:
    """Write the file anew without gaps, and empty the journal that all of it went through."""
    # No ANALYZE: which index serves which question is proved without it, and must not depend on the day.
    raw: Any = (await connection.get_raw_connection()).driver_connection
    await raw.execute_fetchall("VACUUM")
    await raw.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")


async def _server(connection: AsyncConnection) -> None:
    """Vacuum our tables alone, and let the planner know how they are filled."""
    raw: Any = (await connection.get_raw_connection()).driver_connection
    await raw.execute("VACUUM (ANALYZE) " + ", ".join(table.name for table in tables.metadata.sorted_tables))


_RUN = {"sqlite": _file, "postgresql": _server}
