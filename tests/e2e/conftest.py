"""Two people, a simulated Telegram within the process, and the real bot between them."""

import asyncio
import datetime as dt
import pathlib
from collections.abc import AsyncIterator

import pytest

from bot import chance, clock, main
from bot.content import catalogue, find
from bot.simulator import api, world
from bot.store import cipher, opening
from tests.e2e import stage

EVENING = dt.datetime(2026, 11, 23, 17, 30, tzinfo=dt.UTC)


@pytest.fixture(scope="session")
def words() -> catalogue.Catalogue:
    """The real content, read once."""
    return catalogue.load(find.root())


@pytest.fixture
async def play(tmp_path: pathlib.Path, words: catalogue.Catalogue) -> AsyncIterator[stage.Stage]:
    """A stage with Ann and Ben, whom the bot has not met."""
    on = await stage.build(tmp_path, words, clock.ManualClock(EVENING), seed=7)
    yield on
    await on.close()
