"""Two people, a simulated Telegram within the process, and the real bot between them."""

import datetime as dt
import pathlib
from collections.abc import AsyncIterator

import pytest

from bot import clock
from bot.content import catalogue
from tests import real
from tests.e2e import stage

EVENING = dt.datetime(2026, 11, 23, 17, 30, tzinfo=dt.UTC)
FORTNIGHT = dt.timedelta(days=14)


@pytest.fixture(scope="session")
def words() -> catalogue.Catalogue:
    """Read the real content, once."""
    return real.words()


@pytest.fixture
async def play(tmp_path: pathlib.Path, words: catalogue.Catalogue) -> AsyncIterator[stage.Stage]:
    """Set a stage with Ann and Ben, whom the bot has not met; what holds in every story is checked after it."""
    on = await stage.build(tmp_path, words, clock.ManualClock(EVENING), seed=7)
    yield on
    await on.settled()
    await on.close()
    assert on.faults() == []
