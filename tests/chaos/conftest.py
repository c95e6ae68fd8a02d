"""Gives every test of a real process a Telegram at a real address, and a nest that starts commands in no time."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path

import pytest

from bot.simulator import web, world
from bot.store import cipher
from tests.chaos import process, stages


@pytest.fixture(scope="session")
def nest(tmp_path_factory: pytest.TempPathFactory) -> Iterator[process.Nest]:
    """Return a process that has imported the bot."""
    one = process.Nest(tmp_path_factory.mktemp("nest"))
    yield one
    one.close()


@pytest.fixture
def telegram() -> world.World:
    """Return an empty Telegram."""
    return stages.telegram()


@pytest.fixture
async def base(telegram: world.World) -> AsyncIterator[str]:
    """Return the address at which that Telegram answers."""
    async with web.serving(web.app(telegram)) as url:
        yield url


@pytest.fixture
def settings(telegram: world.World, base: str, tmp_path: Path) -> Mapping[str, str]:
    """Return settings with which everything is well."""
    database = f"sqlite+aiosqlite:///{tmp_path / 'nearer.db'}"
    return process.environment(tmp_path, token=telegram.token, key=cipher.new_key(), base=base, database=database)


@pytest.fixture
async def stage(nest: process.Nest, telegram: world.World, tmp_path: Path) -> AsyncIterator[stages.Stage]:
    """Return a way to run commands; what still runs at the end is killed."""
    async with contextlib.AsyncExitStack() as stack:
        yield stages.Stage(nest, telegram, tmp_path, stack)
        await asyncio.sleep(0)
