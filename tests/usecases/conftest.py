"""Gives every test of the use cases a house of its own, on a real database."""

import asyncio
import contextlib
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot import chance, clock
from bot.content import catalogue
from bot.store import cipher, erasures, opening
from tests import inline, real, upgraded
from tests.usecases import house

Builder = Callable[..., Awaitable[house.House]]
Married = tuple[Path, tuple[house.Phone, house.Phone]]


@pytest.fixture(scope="session")
def words() -> catalogue.Catalogue:
    """Return the real content."""
    return real.words()


@pytest.fixture(scope="session")
def wed(words: catalogue.Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Married:
    """Return a database in which Ann invited Ben, and their phones: made once, copied for every test."""
    folder = tmp_path_factory.mktemp("wed")

    async def begin() -> tuple[house.Phone, house.Phone]:
        async with contextlib.AsyncExitStack() as stack:
            made = await _open(stack, words, folder, seed=5, undo=None)
            await made.pair(made.ann, made.ben)
            return made.ann, made.ben

    phones = asyncio.run(begin())
    return folder / "nearer.db", phones


async def _open(
    stack: contextlib.AsyncExitStack,
    words: catalogue.Catalogue,
    folder: Path,
    *,
    seed: int,
    undo: int | None,
) -> house.House:
    hands, luck = clock.ManualClock(house.NOW), chance.SeededChance(seed)
    ring = cipher.Keyring((bytes(range(32)),))
    await upgraded.put(folder / "nearer.db")
    kept = await opening.open_store(inline.url(folder / "nearer.db"), ring, hands, luck)
    stack.push_async_callback(kept.close)
    return house.House(kept, house.parts(words, luck, erasures.Erasures(folder), undo), hands, words)


@pytest.fixture
async def build(words: catalogue.Catalogue, wed: Married, tmp_path: Path) -> AsyncIterator[Builder]:
    """Return a way to build houses, each with a database of its own, closed at the end."""
    async with contextlib.AsyncExitStack() as stack:

        async def build_it(name: str = "one", *, paired: bool = False, undo: int | None = None) -> house.House:
            folder = tmp_path / name
            folder.mkdir()
            if paired:
                shutil.copy(wed[0], folder / "nearer.db")
            made = await _open(stack, words, folder, seed=6, undo=undo)
            if paired:
                made.move_in(*wed[1])
            return made

        yield build_it


@pytest.fixture
async def home(build: Builder) -> house.House:
    """Return a house in which nobody was met."""
    return await build()


@pytest.fixture
async def paired(build: Builder) -> house.House:
    """Return a house in which Ann invited Ben, and both are through with the hello."""
    return await build(paired=True)
