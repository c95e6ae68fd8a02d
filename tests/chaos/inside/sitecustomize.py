"""Stands on the path of a bot under test alone: makes every logger as loud as it can be, and its clock movable."""

import datetime as dt
import logging
import os
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


logging.root.setLevel(logging.DEBUG)
logging.Logger.setLevel = _loud  # type: ignore[method-assign]
clock.SystemClock.now = _ahead  # type: ignore[method-assign]
