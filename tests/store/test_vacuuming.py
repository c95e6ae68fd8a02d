"""Vacuuming: erased rows give their room back, everything else stays, and a bot may be at work."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from bot import inventing
from bot.store import errors, tables, vacuuming
from bot.store import store as stores
from tests.store import conftest, making
from tests.store.making import NOW

GONE = tables.persons.c.id.not_in(sa.select(tables.halves.c.person_id))


async def test_room_comes_back(kept: stores.Store) -> None:
    """What is there stays there, and what was erased takes no room; PostgreSQL knows its tables anew."""
    await inventing.fill(kept, 200, NOW)
    async with kept.begin() as tx:
        await tx._connection.execute(sa.delete(tables.persons).where(GONE))
        left = await making.everything(tx)
    vacuumed = await kept.vacuum()
    async with kept.begin() as tx:
        assert await making.everything(tx) == left
        if tx._connection.dialect.name == "sqlite":
            assert vacuumed.after < vacuumed.before
            assert (await tx._connection.execute(sa.text("SELECT * FROM pragma_freelist_count"))).scalar() == 0
        else:
            learnt = sa.text("SELECT reltuples FROM pg_class WHERE relname = 'persons'")
            assert (await tx._connection.execute(learnt)).scalar() == len(left["persons"])


async def test_an_address_is_enough(url: str) -> None:
    """Where no bot runs it is done here, and the file can be opened again."""
    vacuumed = await vacuuming.of(url)
    assert vacuumed.after > 0
    await vacuuming.of(url)


async def test_an_empty_database_is_told(empty_url: str) -> None:
    """Where there are no tables it says so."""
    with pytest.raises(errors.StoreError, match="nothing to vacuum"):
        await vacuuming.of(empty_url)


async def test_the_file_is_held(file_url: str, opened: conftest.Opener, tmp_path: Path) -> None:
    """Of a file that a bot works on only the bot can vacuum."""
    await opened(file_url)
    with pytest.raises(errors.Locked):
        await vacuuming.of(file_url)
    assert (tmp_path / "nearer.db").exists()
