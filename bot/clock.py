"""Tells the time, so that tests and the demo can tell another one."""

import asyncio
import datetime as dt
import time
from typing import Protocol


class Clock(Protocol):
    """Wall time, monotonic time and waiting, for everything that needs any of them."""

    def now(self) -> dt.datetime:
        """Return the present moment: aware, UTC; it may jump."""
        ...

    def monotonic(self) -> float:
        """Return seconds that never run backwards, from an arbitrary start."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait a short technical while: a rate, a back-off."""
        ...

    async def wait(self, event: asyncio.Event, until: dt.datetime | None) -> bool:
        """Wait for `event` or the moment `until` (None: only the event); return whether the event came."""
        ...


class SystemClock:
    """The machine's clock, which the demo may push ahead."""

    def __init__(self) -> None:
        self._ahead = dt.timedelta()
        self._moved = asyncio.Event()

    def now(self) -> dt.datetime:
        """Return the machine's time plus what it was moved by."""
        return dt.datetime.now(dt.UTC) + self._ahead  # noqa: TID251 - the one place that asks the machine

    def monotonic(self) -> float:
        """Return the machine's monotonic seconds."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait in real time."""
        await asyncio.sleep(seconds)

    async def wait(self, event: asyncio.Event, until: dt.datetime | None) -> bool:
        """Wait for the event, or until the clock shows `until`, also when it is moved there."""
        while not event.is_set():
            left = None if until is None else (until - self.now()).total_seconds()
            if left is not None and left <= 0:
                return False
            self._moved.clear()
            await _first(event, self._moved, left)
        return True

    def move(self, by: dt.timedelta) -> None:
        """Push the clock ahead by `by` and wake whoever waits for a moment."""
        self._ahead += by
        self._moved.set()

    def set(self, moment: dt.datetime) -> None:
        """Make `now` show `moment` and run on from there."""
        self.move(moment - self.now())


class ManualClock:
    """A clock that stands still until a test moves it; short technical waits move it by themselves."""

    def __init__(self, start: dt.datetime) -> None:
        self._now = start
        self._monotonic = 0.0
        self._moved = asyncio.Event()

    def now(self) -> dt.datetime:
        """Return the moment last set."""
        return self._now

    def monotonic(self) -> float:
        """Return the seconds by which the clock was advanced."""
        return self._monotonic

    async def sleep(self, seconds: float) -> None:
        """Advance by `seconds` at once: nobody waits in a test."""
        self.advance(dt.timedelta(seconds=seconds))
        await asyncio.sleep(0)

    async def wait(self, event: asyncio.Event, until: dt.datetime | None) -> bool:
        """Wait for the event, or until the clock was moved to `until`."""
        while not event.is_set():
            if until is not None and self._now >= until:
                return False
            self._moved.clear()
            await _first(event, self._moved, None)
        return True

    def advance(self, by: dt.timedelta) -> None:
        """Let `by` pass on both hands of the clock."""
        self._now += by
        self._monotonic += max(by.total_seconds(), 0.0)
        self._moved.set()

    def jump(self, to: dt.datetime) -> None:
        """Set the wall clock alone, as an operator or NTP would."""
        self._now = to
        self._moved.set()


class Jumps:
    """Notices that the wall clock moved by itself: then every wait until a moment is off."""

    LEAST = 2.0  # seconds by which it may stray from the monotonic one between two looks

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._ahead = self._wall_ahead()

    def noticed(self) -> float:
        """Return by how many seconds it has moved since the last look; 0 where it has not."""
        before, self._ahead = self._ahead, self._wall_ahead()
        moved = self._ahead - before
        return moved if abs(moved) > self.LEAST else 0.0

    def _wall_ahead(self) -> float:
        """Return by how many seconds the wall clock is ahead of the monotonic one."""
        return self._clock.now().timestamp() - self._clock.monotonic()


async def _first(event: asyncio.Event, moved: asyncio.Event, seconds: float | None) -> None:
    """Return when either event is set or `seconds` have passed."""
    waits = [asyncio.ensure_future(one.wait()) for one in (event, moved)]  # noqa: TID251 - cancelled below
    try:
        await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for one in waits:
            one.cancel()
