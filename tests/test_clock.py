"""Clocks: the machine's, which can be pushed ahead, and the one that stands still for tests."""

import asyncio
import datetime as dt

from bot import clock

START = dt.datetime(2026, 3, 28, 23, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


def test_the_machine_clock_is_aware_and_moves() -> None:
    """The machine's clock tells UTC and can be pushed ahead; its monotonic hand stays as it is."""
    watch = clock.SystemClock()
    before, ticked = watch.now(), watch.monotonic()
    watch.move(HOUR)
    assert before.tzinfo is dt.UTC
    assert HOUR <= watch.now() - before < HOUR * 2
    assert watch.monotonic() - ticked < HOUR.total_seconds()


def test_the_machine_clock_can_be_set() -> None:
    """A clock that is set runs on from there."""
    watch = clock.SystemClock()
    watch.set(START)
    assert START <= watch.now() < START + HOUR


async def test_a_moved_clock_wakes_who_waits() -> None:
    """Whoever waits for a moment is woken when the clock is moved there, and told that no event came."""
    watch = clock.SystemClock()
    waiting = asyncio.gather(watch.wait(asyncio.Event(), watch.now() + HOUR))
    await asyncio.sleep(0)
    watch.move(HOUR / 2)
    await asyncio.sleep(0)
    assert not waiting.done()
    watch.move(HOUR / 2)
    assert [*await waiting] == [False]


async def test_the_machine_clock_waits_for_real() -> None:
    """The machine's clock waits until a near moment by itself, and sleeps."""
    watch = clock.SystemClock()
    await watch.sleep(0)
    assert await watch.wait(asyncio.Event(), watch.now() + dt.timedelta(milliseconds=5)) is False


async def test_an_event_ends_the_wait() -> None:
    """An event ends a wait on either clock, also one without an end, and one that was set before."""
    for watch in (clock.SystemClock(), clock.ManualClock(START)):
        event = asyncio.Event()
        waiting = asyncio.gather(watch.wait(event, None))
        await asyncio.sleep(0)
        event.set()
        assert [*await waiting] == [True]
        assert await watch.wait(event, START) is True


async def test_a_still_clock_stands_until_it_is_moved() -> None:
    """The still clock shows what it was given until somebody advances it, on both hands."""
    watch = clock.ManualClock(START)
    assert (watch.now(), watch.monotonic()) == (START, 0)
    watch.advance(HOUR)
    assert (watch.now(), watch.monotonic()) == (START + HOUR, 3600)


async def test_sleeping_on_a_still_clock_takes_no_time() -> None:
    """A short wait moves the still clock by itself."""
    watch = clock.ManualClock(START)
    await watch.sleep(30)
    assert (watch.now(), watch.monotonic()) == (START + dt.timedelta(seconds=30), 30)


async def test_a_jump_moves_the_wall_alone() -> None:
    """A jump changes the wall clock, backwards too, and never the monotonic hand."""
    watch = clock.ManualClock(START)
    watch.jump(START - HOUR)
    assert (watch.now(), watch.monotonic()) == (START - HOUR, 0)


async def test_a_still_clock_wakes_who_waits_for_a_moment() -> None:
    """Waiting for a moment ends when the still clock is moved there, not before."""
    watch = clock.ManualClock(START)
    waiting = asyncio.gather(watch.wait(asyncio.Event(), START + HOUR))
    await asyncio.sleep(0)
    watch.advance(HOUR / 2)
    await asyncio.sleep(0)
    assert not waiting.done()
    watch.jump(START + HOUR)
    assert [*await waiting] == [False]
