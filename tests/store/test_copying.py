"""Copying: a file lies in PostgreSQL as it was, to the byte, or it is said what is wrong and no bot starts."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot import inventing
from bot.store import cipher, copying, engines, errors, locking, migrating, tables
from bot.store import store as stores
from bot.usecases import ports
from tests.store import conftest, making, test_backing_up, test_canaries
from tests.store.making import NOW

pytestmark = pytest.mark.needs("postgres")

RING = cipher.Keyring((conftest.KEY,))
PEOPLE, BATCH = 5, 4

bare_database = test_backing_up.bare_database


class PulledError(Exception):
    """The plug was pulled."""


@pytest.fixture
def there(bare_database: str) -> Iterator[str]:
    """Return the address of a PostgreSQL database without tables."""
    yield conftest.url_of(bare_database)
    asyncio.run(conftest.on_server(test_backing_up.AWAY, bare_database))


@pytest.fixture
async def file(file_url: str, opened: conftest.Opener, tmp_path: Path) -> Path:
    """Return a file in which people lived, and others were invented, that no bot works on."""
    kept = await opened(file_url)
    await inventing.fill(kept, PEOPLE, NOW)
    await test_canaries.live(kept)
    async with kept.begin() as tx:
        await tx.cool_down("all", NOW)
        await tx.note_messages(
            [ports.ChatMessage(person_id=1, message_id=n, incoming=True, at=NOW) for n in range(2 * BATCH)]
        )
    await kept.close()
    return tmp_path / "nearer.db"


async def copied(file: Path, there: str, **how: Any) -> copying.Copied:
    """Copy a few rows at a time."""
    return await copying.copy(file, there, RING, batch=BATCH, **how)


async def rows_of(kept: stores.Store) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table."""
    async with kept.begin() as tx:
        found = await making.everything(tx)
    return {name: sorted(rows, key=repr) for name, rows in found.items()}


async def tried(there: str, statement: sa.Executable) -> None:
    """Do something to the database that no bot does."""
    async with engines.opened(there) as engine, engine.begin() as connection:
        await connection.execute(statement)


async def writers(there: str) -> list[Any]:
    """Return which transaction wrote each person."""
    async with engines.opened(there) as engine, engine.begin() as connection:
        return list((await connection.execute(sa.text("SELECT id, xmin::text FROM persons ORDER BY id"))).all())


async def pulled(file: Path, there: str, at: int) -> None:
    """Copy, until so many rows are told of."""

    def pull(done: int, _: int) -> None:
        if done >= at:
            raise PulledError

    with pytest.raises(PulledError):
        await copied(file, there, say=pull)


async def test_everything_arrives(file: Path, there: str, opened: conftest.Opener) -> None:
    """Each row lies over there as it lay here, all words open, and the file is what it was."""
    told: list[tuple[int, int]] = []
    done = await copied(file, there, say=lambda *at: told.append(at))
    ours, theirs = await opened(f"sqlite+aiosqlite:///{file}"), await opened(there)
    rows = await rows_of(ours)
    assert await rows_of(theirs) == rows
    assert done == copying.Copied(people=PEOPLE + 2, rows=sum(map(len, rows.values())))
    assert told[-1][0] == told[-1][1]
    async with theirs.begin() as tx:
        person = await tx.person_by_telegram(test_canaries.CHATS[0])
        assert person is not None
        assert person.name == test_canaries.NAME
        assert await tx.reflection(50) == making.reflection(words=test_canaries.WORDS * 2)
    assert [one.payload[:6] for one in await theirs.arrived(10)] == [b'{"id":']


@pytest.mark.parametrize("at", [20, 44])
async def test_an_interrupted_copy_goes_on(file: Path, there: str, opened: conftest.Opener, at: int) -> None:
    """Wherever it was cut off no bot starts there, and the next run ends it without bringing a row twice."""
    await pulled(file, there, at)
    with pytest.raises(errors.StoreError, match="not finished: run nearer db copy again"):
        await opened(there)
    before = await writers(there)
    await copied(file, there)
    assert (len(before), await writers(there)) == (PEOPLE + 2, before)
    assert await rows_of(await opened(there)) == await rows_of(await opened(f"sqlite+aiosqlite:///{file}"))


async def test_a_database_with_people_is_left_as_it_is(file: Path, there: str, opened: conftest.Opener) -> None:
    """Nobody is overwritten, neither those who were copied before nor others."""
    await copied(file, there)
    with pytest.raises(errors.StoreError, match="not empty"):
        await copied(file, there)
    async with (await opened(there)).begin() as tx:
        assert await tx.person_by_telegram(test_canaries.CHATS[0]) is not None


async def test_empty_tables_may_be_there(file: Path, there: str, opened: conftest.Opener) -> None:
    """A database that was upgraded, or opened once with other keys, and in which nobody is yet will do."""
    await (await opened(there, bytes([9] * 32))).close()
    await copied(file, there)
    async with (await opened(there)).begin() as tx:
        assert await tx.person_by_telegram(test_canaries.CHATS[0]) is not None


async def test_nothing_is_copied_under_a_bot(file: Path, there: str) -> None:
    """Where a bot works, on the file or over there, nothing begins."""
    with locking.hold(f"sqlite+aiosqlite:///{file}"), pytest.raises(errors.Locked, match="stop it first"):
        await copied(file, there)
    await migrating.upgrade(there)
    ahead = sa.func.now() + sa.text("interval '9 seconds'")
    await tried(there, sa.insert(tables.leases).values(name="send", holder=1, fence=1, until=ahead))
    with pytest.raises(errors.StoreError, match="a bot works on the database to copy into"):
        await copied(file, there)


async def test_another_file_does_not_go_on(file: Path, there: str, opened: conftest.Opener, tmp_path: Path) -> None:
    """A copy that another database began is not continued."""
    await pulled(file, there, 1)
    other = tmp_path / "other.db"
    await (await opened(f"sqlite+aiosqlite:///{other}")).close()
    with pytest.raises(errors.StoreError, match="not empty"):
        await copied(other, there)


@pytest.mark.parametrize("change", ["here", "there"])
async def test_what_differs_is_noticed(file: Path, there: str, opened: conftest.Opener, change: str) -> None:
    """What changed between two runs, in the file or over there, ends without a database that a bot takes."""
    await pulled(file, there, 44)
    where = f"sqlite+aiosqlite:///{file}" if change == "here" else there
    await tried(where, sa.update(tables.persons).where(tables.persons.c.id == 1).values(guesses=3))
    with pytest.raises(errors.StoreError, match="the file has changed since the copy began"):
        await copied(file, there)
    with pytest.raises(errors.StoreError, match="not finished"):
        await opened(there)


async def test_words_that_do_not_open_are_noticed(file: Path, there: str, opened: conftest.Opener) -> None:
    """What is damaged is named by its column alone, and no bot starts on the copy of it."""
    here = f"sqlite+aiosqlite:///{file}"
    await tried(here, sa.update(tables.reflections).where(tables.reflections.c.id == 50).values(words=b"1" * 60))
    with pytest.raises(errors.WrongKey, match=r"a sealed value in reflections.words does not open"):
        await copied(file, there)
    with pytest.raises(errors.StoreError, match="not finished"):
        await opened(there)


async def test_what_cannot_be_copied_is_told(file: Path, there: str, tmp_path: Path) -> None:
    """A wrong place, an empty file, an older one and a wrong key are one line each."""
    with pytest.raises(errors.StoreError, match="names a file"):
        await copied(file, f"sqlite+aiosqlite:///{tmp_path / 'b.db'}")
    with pytest.raises(errors.StoreError, match="there is no database at"):
        await copied(tmp_path / "nowhere.db", there)
    (tmp_path / "empty.db").touch()
    with pytest.raises(errors.StoreError, match="is empty"):
        await copied(tmp_path / "empty.db", there)
    with pytest.raises(errors.WrongKey):
        await copying.copy(file, there, cipher.Keyring((bytes(32),)))
    await tried(f"sqlite+aiosqlite:///{file}", sa.text("UPDATE alembic_version SET version_num = '0003'"))
    with pytest.raises(errors.StoreError, match="run nearer db upgrade on it first"):
        await copied(file, there)
