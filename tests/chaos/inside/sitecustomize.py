"""Stands on the path of a bot under test alone: every logger is loud, and the clock can be moved."""

import asyncio
import datetime as dt
import logging
import os
import time
from pathlib import Path

from bot import clock

AHEAD = Path(os.environ["NEARER_CHAOS_AHEAD"])

_set_level = logging.Logger.setLevel
_now = clock.SystemClock.now


def _loud(self: logging.Logger, level: int | str) -> None:
    del level
    _set_level(self, logging.DEBUG)


def _ahead(self: clock.SystemClock) -> dt.datetime:
    return _now(self) + dt.timedelta(seconds=float(AHEAD.read_text(encoding="ascii")))


def _hurry() -> float:
    """Return how many seconds pass in one."""
    return float(os.environ.get("NEARER_CHAOS_HURRY", "1"))


async def _sleep(self: clock.SystemClock, seconds: float) -> None:
    del self
    await asyncio.sleep(seconds / _hurry())


def _monotonic(self: clock.SystemClock) -> float:
    del self
    return time.monotonic() * _hurry()


logging.root.setLevel(logging.DEBUG)
logging.Logger.setLevel = _loud  # type: ignore[method-assign]
clock.SystemClock.now = _ahead  # type: ignore[method-assign]
clock.SystemClock.sleep = _sleep  # type: ignore[method-assign]
clock.SystemClock.monotonic = _monotonic  # type: ignore[method-assign]
