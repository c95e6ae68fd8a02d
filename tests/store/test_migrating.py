"""Migrations: up, down and up again, ending in exactly the tables that the program knows."""

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import script
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store import engines, errors, migrating, tables
from tests.store import conftest

_POSTGRES = sa.text("""
    SELECT 'column ' || table_name || '.' || column_name,
           data_type || ' ' || is_nullable || ' ' || coalesce(character_maximum_length::text, '')
    FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT 'constraint ' || conname, conrelid::regclass || ' ' || pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT 'index ' || indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
""")
_SQLITE = sa.text("SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL")


async def schema(engine: AsyncEngine) -> Mapping[str, Any]:
    """Return everything that the database says of its tables, but for the note of the revision."""
    async with engine.connect() as connection:
        found = await connection.execute(_SQLITE if engine.dialect.name == "sqlite" else _POSTGRES)
        named = {str(name): _plain(definition) for name, definition in found}
    return {name: definition for name, definition in named.items() if "alembic" not in name}


def _plain(definition: str) -> str:
    """Return a definition without what only its writing decides: spaces, and the order of constraints."""
    start, parted, rest = " ".join(definition.split()).partition(" (")
    return start + parted + ", ".join(sorted(rest.removesuffix(")").split(", "))) if parted else start


async def test_migrations_end_in_the_tables(empty_url: str) -> None:
    """What the migrations build is, column by column and constraint by constraint, what the program knows."""
    engine = engines.make(empty_url)
    try:
        await migrating.bring_up(engine)
        migrated = await schema(engine)
        await migrating.bring_down(engine)
        async with engine.begin() as connection:
            await connection.run_sync(tables.metadata.create_all)
        assert await schema(engine) == migrated
    finally:
        await engine.dispose()


async def test_up_down_up_is_up(empty_url: str) -> None:
    """Down leaves nothing, and up again is as up before."""
    engine = engines.make(empty_url)
    try:
        assert await migrating.revision(engine) is None
        await migrating.bring_up(engine)
        first = await schema(engine)
        assert await migrating.revision(engine) == migrating.head()
        await migrating.bring_down(engine)
        assert await schema(engine) == {}
        assert await migrating.revision(engine) is None
        await migrating.bring_up(engine)
        assert await schema(engine) == first
    finally:
        await engine.dispose()


async def test_every_step_can_be_taken_alone(empty_url: str) -> None:
    """Each revision can be reached from the one before, and left again."""
    engine = engines.make(empty_url)
    try:
        await migrating.bring_up(engine, "0001")
        people = await schema(engine)
        await migrating.bring_up(engine)
        await migrating.bring_down(engine, "0001")
        assert await schema(engine) == people
    finally:
        await engine.dispose()


async def test_an_upgrade_by_address_can_be_repeated(empty_url: str) -> None:
    """Upgrading an upgraded database changes nothing, and its revision is the newest."""
    assert await migrating.current(empty_url) is None
    for _ in range(2):
        await migrating.upgrade(empty_url)
        assert await migrating.current(empty_url) == migrating.head()


@pytest.mark.needs("postgres")
@pytest.mark.usefixtures("server")
async def test_upgrades_at_the_same_time_do_not_meet() -> None:
    """Of two processes that upgrade one server's database at once, one does it and the other finds it done."""
    name = conftest.new_name()
    await conftest.on_server(f'CREATE DATABASE "{name}"')
    first, second = engines.make(conftest.url_of(name)), engines.make(conftest.url_of(name))
    try:
        await asyncio.gather(migrating.bring_up(first), migrating.bring_up(second))
        assert await migrating.revision(first) == migrating.head()
    finally:
        await first.dispose()
        await second.dispose()
        await conftest.on_server(f'DROP DATABASE "{name}"')


async def test_a_migration_that_breaks_a_bond_is_undone(file_url: str) -> None:
    """On SQLite bonds sleep while tables are rebuilt: rows that then point nowhere stop the whole migration."""
    engine = engines.make(file_url)
    try:
        async with migrating._unbound(engine) as connection, connection.begin():
            await connection.execute(sa.text("INSERT INTO data_keys VALUES (99, x'00')"))
        with pytest.raises(errors.StoreError, match="point nowhere"):
            await migrating.bring_down(engine, "0001")
        assert await migrating.revision(engine) == migrating.head()
        with pytest.raises(sa.exc.IntegrityError):
            async with engine.begin() as connection:
                await connection.execute(sa.text("INSERT INTO data_keys VALUES (98, x'00')"))
    finally:
        await engine.dispose()


def test_every_revision_has_a_file_that_begins_with_it() -> None:
    """What is told from the names of files is what Alembic reads in them."""
    scripts = script.ScriptDirectory(str(migrating._SCRIPTS))
    assert migrating.head() == scripts.get_current_head()
    assert all(migrating.knows(one.revision) for one in scripts.walk_revisions())
    assert not migrating.knows("9999")
