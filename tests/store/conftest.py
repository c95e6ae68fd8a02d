"""Gives every test of the store a database of its own: a SQLite file, and the same once more on PostgreSQL."""

import asyncio
import contextlib
import os
import secrets
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import asyncpg  # type: ignore[import-untyped]  # ships no types
import pytest
import sqlalchemy as sa

from bot import chance, clock
from bot.store import cipher, migrating, opening, store
from tests import inline
from tests.store import making

inline.share()

SERVER = sa.make_url(
    os.environ.get("NEARER_TEST_POSTGRES", "postgresql+asyncpg://postgres@127.0.0.1:5432/postgres")
)
KEY = bytes(range(32))
DATABASES = ("sqlite", pytest.param("postgres", marks=pytest.mark.needs("postgres")))

# What hangs on people falls with them.
EMPTY = """
    DELETE FROM persons; DELETE FROM pairs; DELETE FROM inbox; DELETE FROM inbox_keys;
    DELETE FROM secrets; DELETE FROM meta; DELETE FROM cooldowns; DELETE FROM leases;
"""

# Cuts every connection to a database but one's own.
CUT = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""

Opener = Callable[..., Awaitable[store.Store]]


async def on_server(statement: str, database: str | None = None) -> None:
    """Run a statement on the server's own database, or on one of its databases."""
    where = SERVER.set(drivername="postgresql", database=database or SERVER.database)
    plain = where.render_as_string(hide_password=False)
    connection = await asyncpg.connect(plain, timeout=5)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


def url_of(name: str) -> str:
    """Return the address of a database on the server."""
    return SERVER.set(database=name).render_as_string(hide_password=False)


def new_name() -> str:
    """Return a name that no other run uses."""
    return f"nearer_test_{secrets.token_hex(6)}"


@contextlib.contextmanager
def server_database() -> Iterator[str]:
    """Create a database, give its name, and drop it; nothing in it needs to survive a power cut."""
    name = new_name()
    asyncio.run(on_server(f'CREATE DATABASE "{name}"'))
    try:
        asyncio.run(on_server(f'ALTER DATABASE "{name}" SET synchronous_commit = off'))
        asyncio.run(on_server(f'ALTER DATABASE "{name}" SET deadlock_timeout = "50ms"'))
        yield name
    finally:
        asyncio.run(on_server(f'DROP DATABASE "{name}" WITH (FORCE)'))


@pytest.fixture(scope="session")
def server() -> None:
    """Skip where no PostgreSQL answers."""
    try:
        asyncio.run(on_server("SELECT 1"))
    except (OSError, asyncpg.PostgresError) as error:
        pytest.skip(f"no PostgreSQL at {SERVER.host}:{SERVER.port}: {type(error).__name__}")


@pytest.fixture(scope="session")
def upgraded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a SQLite file with empty tables, to be copied."""
    path = tmp_path_factory.mktemp("upgraded") / "nearer.db"
    asyncio.run(migrating.upgrade(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def upgraded_database(server: None) -> Iterator[str]:
    """Return the name of a PostgreSQL database with tables, which one test at a time has for itself."""
    del server
    with server_database() as name:
        asyncio.run(migrating.upgrade(url_of(name)))
        yield name


@pytest.fixture(params=DATABASES)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return the address of a database without tables."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'nearer.db'}"
        return
    request.getfixturevalue("server")
    with server_database() as name:
        yield url_of(name)


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return the address of a database with empty tables."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("upgraded_file"), tmp_path / "nearer.db")
        yield f"sqlite+aiosqlite:///{tmp_path / 'nearer.db'}"
        return
    name = request.getfixturevalue("upgraded_database")
    yield url_of(name)
    asyncio.run(on_server(EMPTY, name))


@pytest.fixture
def file_url(upgraded_file: Path, tmp_path: Path) -> str:
    """Return the address of a SQLite file with empty tables, for what concerns files alone."""
    shutil.copy(upgraded_file, tmp_path / "nearer.db")
    return f"sqlite+aiosqlite:///{tmp_path / 'nearer.db'}"


@pytest.fixture
def hands() -> clock.ManualClock:
    """Return a clock that stands still."""
    return clock.ManualClock(making.NOW)


@pytest.fixture
async def opened(hands: clock.ManualClock) -> AsyncIterator[Opener]:
    """Return a way to open stores, which closes them at the end."""
    async with contextlib.AsyncExitStack() as stack:

        async def open_it(url: str, *keys: bytes) -> store.Store:
            ring = cipher.Keyring(keys or (KEY,))
            one = await opening.open_store(url, ring, hands, chance.SeededChance(1))
            stack.push_async_callback(one.close)
            return one

        yield open_it


@pytest.fixture
async def kept(opened: Opener, url: str) -> store.Store:
    """Return an empty store."""
    return await opened(url)


@pytest.fixture
def server_url(upgraded_database: str) -> Iterator[str]:
    """Return the address of a PostgreSQL database with empty tables, for what concerns servers alone."""
    yield url_of(upgraded_database)
    asyncio.run(on_server(EMPTY, upgraded_database))
