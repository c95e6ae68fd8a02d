"""Runs real commands against a simulated Telegram, and reads what an operator would read."""

import asyncio
import contextlib
import dataclasses
import datetime as dt
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from bot.simulator import world
from tests.chaos import process


class Ended(NamedTuple):
    """How a command ended, and the lines that it wrote."""

    code: int
    lines: list[str]


@dataclasses.dataclass(slots=True)
class Stage:
    """One test's commands."""

    nest: process.Nest
    telegram: world.World
    folder: Path
    stack: contextlib.AsyncExitStack

    def start(self, settings: Mapping[str, str], *words: str, nobody: bool = False) -> process.Process:
        """Start a command, `run` where none is named."""
        one = process.Process(self.nest, self.folder, settings, *words, nobody=nobody)
        one.start()
        self.stack.callback(one.kill)
        return one

    async def ended(self, settings: Mapping[str, str], *words: str, nobody: bool = False) -> Ended:
        """Run a command to its end."""
        one = self.start(settings, *words, nobody=nobody)
        async with asyncio.timeout(120):  # a check of the content takes its time on a busy machine
            code = await one.ended()
        said = one.said()
        one.log.unlink(missing_ok=True)
        return Ended(code, said.splitlines())


async def until(reached: Callable[[], bool], seconds: float = 10) -> None:
    """Return when something is so."""
    async with asyncio.timeout(seconds):
        while not reached():  # noqa: ASYNC110 - another process rings no event
            await asyncio.sleep(0.01)


def telegram() -> world.World:
    """Return an empty Telegram that tells the machine's time."""
    return world.World(lambda: dt.datetime.fromtimestamp(time.time(), dt.UTC))  # noqa: TID251 - a server's clock
