"""A loop that stands still is noticed, and ends its process; one that goes round is left alone."""

import asyncio
import datetime as dt
import subprocess
import sys
import threading
import time

from bot import clock, nursery, pulse

FROZEN = """
import asyncio, sys, time
from bot import clock, nursery, pulse

async def main():
    beating = pulse.Pulse(clock.SystemClock())
    async with nursery.Nursery() as tasks:
        tasks.start("pulse", beating.run())
        pulse.Watchdog(beating, rounds=3, seconds=0.05).start()
        await asyncio.sleep(0.02)
        time.sleep(60)

asyncio.run(main())
"""


class Late:
    """A clock whose sleeps take longer than they should, by so much each."""

    def __init__(self, *late: float) -> None:
        self._late = list(late)
        self._seconds = 0.0

    def now(self) -> dt.datetime:
        """Return no moment: nobody asks."""
        raise NotImplementedError

    def monotonic(self) -> float:
        """Return the seconds that were slept."""
        return self._seconds

    async def sleep(self, seconds: float) -> None:
        """Sleep, and be late; after the last time, for ever."""
        if not self._late:
            await asyncio.Event().wait()
        self._seconds += seconds + self._late.pop(0)
        await asyncio.sleep(0)

    async def wait(self, event: asyncio.Event, until: dt.datetime | None) -> bool:
        """Wait for nothing: nobody asks."""
        raise NotImplementedError


async def beaten(*late: float) -> pulse.Pulse:
    """Return a pulse after beats that were so late."""
    one = pulse.Pulse(Late(*late))
    async with nursery.Nursery() as tasks:
        tasks.start("pulse", one.run())
        while one.beats < len(late):  # noqa: ASYNC110 - a pulse rings no event
            await asyncio.sleep(0)
    return one


async def test_the_latest_beat_of_a_minute_is_told() -> None:
    """The lag is that of the worst second of the last sixty, and forgotten after them."""
    assert round((await beaten(0.1, 0.7, 0.2)).lag, 6) == 0.7
    assert round((await beaten(0.7, *[0.2] * 60)).lag, 6) == 0.2


def test_a_loop_that_stands_still_ends_its_process() -> None:
    """Where the loop does not go round the process ends with one line and a failure, however long it would hang."""
    started = time.monotonic()
    words = [sys.executable, "-c", FROZEN]
    ended = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603 - our own interpreter
    assert (ended.returncode, ended.stderr) == (1, pulse._LINE.decode())
    assert time.monotonic() - started < 20


def test_a_loop_that_goes_round_is_left_alone() -> None:
    """With a beat now and then the watchdog ends nothing, and it can be stopped."""
    beating, ended = pulse.Pulse(clock.SystemClock()), threading.Event()
    dog = pulse.Watchdog(beating, ended.set, rounds=20, seconds=0.002)
    dog.start()
    for _ in range(30):
        beating.beats += 1
        time.sleep(0.004)
    dog.stop()
    assert not ended.is_set()


def test_a_watchdog_ends_what_stands_still() -> None:
    """After so many rounds without a beat it acts, once."""
    ended = threading.Event()
    dog = pulse.Watchdog(pulse.Pulse(clock.SystemClock()), ended.set, rounds=3, seconds=0.001)
    dog.start()
    assert ended.wait(10)
    dog.stop()
