"""A world with two people, a clock that stands still, and a line to the Bot API."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

import pytest

from bot import clock
from bot.simulator import api, person, world

Files = Mapping[str, tuple[str, bytes, str]]


class Line:
    """Speaks to the Bot API as a bot does: strings on the wire, JSON inside."""

    def __init__(self, wire: api.Wire) -> None:
        self.wire = wire

    async def call(self, method: str, files: Files | None = None, **fields: Any) -> tuple[int, Any]:
        """Return status and parsed body."""
        flat = {name: value if isinstance(value, str) else json.dumps(value) for name, value in fields.items()}
        token = self.wire.world.token.replace(":", "%3A")
        status, body = await self.wire.post(f"http://telegram.test/bot{token}/{method}", flat, files or {}, 5.0)
        return status, json.loads(body)

    async def ok(self, method: str, files: Files | None = None, **fields: Any) -> Any:
        """Return the result of a request that is obeyed."""
        status, body = await self.call(method, files, **fields)
        assert (status, body["ok"]) == (200, True), body
        return body["result"]

    async def no(self, method: str, files: Files | None = None, **fields: Any) -> str:
        """Return the words of a request that is refused."""
        status, body = await self.call(method, files, **fields)
        assert body["ok"] is False
        assert body["error_code"] == status
        return str(body["description"])


@pytest.fixture
def time() -> clock.ManualClock:
    """Return a clock at a Thursday noon."""
    return clock.ManualClock(dt.datetime(2026, 1, 1, 12, 0, tzinfo=dt.UTC))


@pytest.fixture
def telegram_world(time: clock.ManualClock) -> world.World:
    """Return an empty world."""
    return world.World(time.now, monotonic=time.monotonic, sleep=time.sleep)


@pytest.fixture
def line(telegram_world: world.World) -> Line:
    """Return a line to the Bot API of the world."""
    return Line(api.Wire(telegram_world))


@pytest.fixture
async def ann(telegram_world: world.World) -> person.Person:
    """Return Ann, who has started the bot."""
    ann = telegram_world.person("Ann", username="ann")
    await ann.send("/start")
    return ann


@pytest.fixture
async def ben(telegram_world: world.World) -> person.Person:
    """Return Ben, who has started the bot."""
    ben = telegram_world.person("Ben")
    await ben.send("/start")
    return ben
