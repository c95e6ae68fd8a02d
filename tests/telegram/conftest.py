"""A house with its database, its clock and its Telegram, for each test."""

import asyncio
import contextlib
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import chance, clock
from bot.simulator import person, world
from bot.store import cipher, migrating, opening, store
from tests import inline
from tests.telegram import houses

inline.share()


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a SQLite file with empty tables, to be copied."""
    path = tmp_path_factory.mktemp("migrated") / "nearer.db"
    asyncio.run(migrating.upgrade(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture
def hands() -> clock.ManualClock:
    """Return a clock that moves only where somebody waits for a rate."""
    return clock.ManualClock(houses.NOW)


@pytest.fixture
def telegram(hands: clock.ManualClock) -> world.World:
    """Return an empty Telegram that tells the same time."""
    return world.World(hands.now, monotonic=hands.monotonic, sleep=hands.sleep)


@pytest.fixture
async def held(hands: clock.ManualClock, migrated: Path, tmp_path: Path) -> AsyncIterator[store.Store]:
    """Return an empty store."""
    shutil.copy(migrated, tmp_path / "nearer.db")
    url = f"sqlite+aiosqlite:///{tmp_path / 'nearer.db'}"
    one = await opening.open_store(url, cipher.Keyring((bytes(range(32)),)), hands, chance.SeededChance(1))
    async with contextlib.AsyncExitStack() as stack:
        stack.push_async_callback(one.close)
        yield one


@pytest.fixture
async def house(held: store.Store, hands: clock.ManualClock, telegram: world.World) -> AsyncIterator[houses.House]:
    """Return a running house."""
    one = houses.House(held, hands, telegram)
    await one.start()
    yield one
    await one.kill()


@pytest.fixture
async def ann(house: houses.House, telegram: world.World) -> person.Person:
    """Return Ann, who has started the bot."""
    del house
    ann = telegram.person("Ann", username="ann")
    await ann.press_start()
    return ann


@pytest.fixture
async def two(house: houses.House, telegram: world.World) -> tuple[person.Person, int]:
    """Return Ann's phone and her row id; she has a half."""
    ann, ben = telegram.person("Ann"), telegram.person("Ben")
    for one in (ann, ben):
        one.chat.started = True
    ids = await houses.pair(house, ann, ben)
    return ann, ids[0]
