"""Opening: one process, the right key, a place that can be written; else one clear line and nothing changed."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot import chance, clock
from bot.store import cipher, engines, errors, migrating, opening, tables
from tests.store import conftest, making
from tests.store.making import SAM

HANDS, DICE = clock.ManualClock(making.NOW), chance.SeededChance(1)
RING = cipher.Keyring((conftest.KEY,))


async def test_what_was_kept_is_there_again(url: str) -> None:
    """A closed store opens with everything in it, under the same key."""
    for expected in (None, making.person()):
        kept = await opening.open_store(url, RING, HANDS, DICE)
        async with kept.begin() as tx:
            assert await tx.person_by_telegram(1) == expected
            await tx.welcome(1, making.person())
        await kept.close()


async def test_a_new_first_key_opens_as_long_as_the_old_one_is_there(url: str, opened: conftest.Opener) -> None:
    """With the old key behind a new one everything opens; what is new then needs the new one."""
    old, new = bytes(32), bytes([7] * 32)
    kept = await opened(url, old)
    async with kept.begin() as tx:
        await tx.welcome(1, making.person())
    await kept.close()
    both = await opened(url, new, old)
    async with both.begin() as tx:
        assert await tx.person_by_telegram(1) == making.person()
        await tx.welcome(2, making.person(2))
    await both.close()
    alone = await opened(url, old)
    with pytest.raises(errors.Damaged, match=r"data_keys\.wrapped"):
        async with alone.begin() as tx:
            await tx.person(2)


async def test_another_key_is_refused(url: str, opened: conftest.Opener) -> None:
    """A key that does not open this database is refused in one line, and the right one still opens it."""
    await (await opened(url)).close()
    with pytest.raises(
        cipher.WrongKey, match=r"^the secret keys do not open this database: it was made with another"
    ):
        await opened(url, bytes(32))
    await opened(url)


async def test_a_file_is_for_one_process(file_url: str, opened: conftest.Opener) -> None:
    """Whoever comes second is told so; when the first has closed, the way is free."""
    first = await opened(file_url)
    with pytest.raises(opening.Locked, match=r"^another process works on .*nearer\.db: stop it first$"):
        await opened(file_url)
    await first.close()
    await opened(file_url)


async def test_a_killed_process_leaves_no_lock(file_url: str, opened: conftest.Opener) -> None:
    """The lock dies with its holder, however that ended, and what it had committed is there."""
    ran = subprocess.run(  # noqa: S603, ASYNC221 - our own interpreter, and nothing else is going on
        [sys.executable, "-c", KILLED, file_url], check=False, cwd=Path(__file__).parents[2]
    )
    assert ran.returncode == -9
    kept = await opened(file_url)
    async with kept.begin() as tx:
        assert await tx.person(SAM) == making.person()


KILLED = """
import asyncio, os, sys
from bot import chance, clock
from bot.store import cipher, opening
from tests.store import conftest, making

async def main():
    ring, hands = cipher.Keyring((conftest.KEY,)), clock.ManualClock(making.NOW)
    kept = await opening.open_store(sys.argv[1], ring, hands, chance.SeededChance(1))
    async with kept.begin() as tx:
        await tx.welcome(1, making.person())
    async with kept.begin() as tx:
        await tx.welcome(2, making.person(2))
        os.kill(os.getpid(), 9)

asyncio.run(main())
"""


async def test_files_are_private(tmp_path: Path, opened: conftest.Opener) -> None:
    """Database, journal and lock are readable by their owner alone, whatever the umask."""
    before = os.umask(0)
    try:
        kept = await opened(f"sqlite+aiosqlite:///{tmp_path / 'nearer.db'}")
        async with kept.begin() as tx:
            await making.people(tx)
    finally:
        os.umask(before)
    modes = {entry.name: stat.S_IMODE(entry.stat().st_mode) for entry in os.scandir(tmp_path)}
    assert modes == dict.fromkeys(("nearer.db", "nearer.db-shm", "nearer.db-wal", "nearer.db.lock"), 0o600)


async def test_closing_leaves_one_file(file_url: str, tmp_path: Path, opened: conftest.Opener) -> None:
    """After closing everything is in the database file, and a second closing does no harm."""
    kept = await opened(file_url)
    async with kept.begin() as tx:
        await making.people(tx)
    await kept.close()
    assert {entry.name for entry in os.scandir(tmp_path)} == {"nearer.db", "nearer.db.lock"}


@pytest.mark.parametrize("where", ["missing/nearer.db", "nearer.db/nearer.db"])
async def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, where: str, opened: conftest.Opener) -> None:
    """A folder that is not there, or is none, is said in one line that names it."""
    (tmp_path / "nearer.db").write_bytes(b"")
    with pytest.raises(errors.StoreError, match=r"^/.*nearer\.db\.lock cannot be written: \w"):
        await opened(f"sqlite+aiosqlite:///{tmp_path / where}")


@pytest.mark.parametrize("path", ["", "/", "/:memory:"])
async def test_a_database_in_memory_is_refused(path: str, opened: conftest.Opener) -> None:
    """What is kept must outlive the process."""
    with pytest.raises(errors.StoreError, match=r"^a database in memory forgets everything: name a file$"):
        await opened(f"sqlite+aiosqlite://{path}")


async def test_something_else_than_a_database_is_left_alone(tmp_path: Path, opened: conftest.Opener) -> None:
    """A file that is no database is refused in one line and not touched."""
    path = tmp_path / "nearer.db"
    path.write_bytes(b"dear diary, " * 1000)
    with pytest.raises(errors.StoreError, match=r"^the database file holds something else than a database$"):
        await opened(f"sqlite+aiosqlite:///{path}")
    assert path.read_bytes() == b"dear diary, " * 1000


async def test_a_newer_database_is_left_alone(url: str, opened: conftest.Opener) -> None:
    """A database of a later version is refused, and still says so afterwards."""
    kept = await opened(url)
    async with kept.begin() as tx:
        await tx._connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    await kept.close()
    try:
        with pytest.raises(errors.StoreError, match="another version"):
            await opened(url)
        assert await migrating.current(url) == "9999"
    finally:
        await _back_to_head(url)


@pytest.mark.needs("postgres")
@pytest.mark.usefixtures("server")
@pytest.mark.parametrize(
    ("database", "line"),
    [
        ("nowhere_to_be_found", "refused: InvalidCatalogNameError"),
        (None, "cannot be reached: ConnectionRefusedError"),
    ],
)
async def test_a_server_that_does_not_serve_is_said_in_one_line(
    database: str | None, line: str, opened: conftest.Opener
) -> None:
    """No such database and no such server are told apart, without address or password."""
    url = conftest.SERVER.set(database=database, password="hush") if database else conftest.SERVER.set(port=1)
    with pytest.raises(errors.StoreError, match=line) as caught:
        await opened(url.render_as_string(hide_password=False))
    assert "hush" not in str(caught.value)


async def _back_to_head(url: str) -> None:
    engine = engines.make(url)
    async with engine.begin() as connection:
        await connection.execute(sa.text("UPDATE alembic_version SET version_num = :v"), {"v": migrating.head()})
    await engine.dispose()


@pytest.mark.parametrize(
    ("version", "told"),
    [
        ((3, 40, 1), "3.40.1"),
        ((3, 51, 2), "3.51.2"),
        ((3, 50, 6), "3.50.6"),
        ((3, 45, 0), "3.45.0"),
        ((3, 44, 6), None),
        ((3, 50, 7), None),
        ((3, 51, 3), None),
        ((3, 52, 0), None),
    ],
)
def test_a_sqlite_with_a_fault_is_known(version: tuple[int, ...], told: str | None) -> None:
    """Which versions may damage a file that two programs write is told, where SQLite is used at all."""
    assert engines.wal_fault("sqlite+aiosqlite:///nearer.db", version) == told
    assert engines.wal_fault("postgresql+asyncpg://localhost/nearer", version) is None


@pytest.mark.parametrize(("oldest", "bears"), [(None, "no"), (int(migrating.head()), "yes"), (9999, "no")])
async def test_a_newer_versions_tables_open_where_it_says_so(url: str, oldest: int | None, bears: str) -> None:
    """While an upgrade goes round, the version before starts beside the next one, where that one bears it."""
    kept = await opening.open_store(url, RING, HANDS, DICE)
    async with kept.begin() as tx:
        await tx._connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9998'")
        if oldest is not None:
            await tx._connection.execute(sa.insert(tables.meta).values(key=migrating.OLDEST, value=oldest))
    await kept.close()
    try:
        if bears == "yes":
            again = await opening.open_store(url, RING, HANDS, DICE)
            assert await again.offset() is None
            await again.close()
        else:
            with pytest.raises(errors.StoreError, match="written by another version"):
                await opening.open_store(url, RING, HANDS, DICE)
    finally:
        await renumber(url)


async def renumber(url: str) -> None:
    """Put the revision back: on the server the next test works on the same tables."""
    engine = engines.make(url)
    async with engine.begin() as connection:
        back = sa.text("UPDATE alembic_version SET version_num = :head")
        await connection.execute(back, {"head": migrating.head()})
    await engine.dispose()
