"""The scheduler: it ticks, never twice at once, and stops when the running tick has ended."""

import asyncio

import pytest

from bot import scheduler

SOON = 0.001


async def test_it_ticks_again_and_again() -> None:
    """Ticks follow each other while it runs, and none comes after the stop."""
    ticks: list[int] = []
    thrice = asyncio.Event()

    async def tick() -> None:
        ticks.append(len(ticks))
        if len(ticks) == 3:
            thrice.set()

    metronome = scheduler.Scheduler(tick, SOON)
    metronome.start()
    await thrice.wait()
    await metronome.stop()
    counted = len(ticks)
    await asyncio.sleep(SOON * 5)
    assert len(ticks) == counted


async def test_a_slow_tick_is_not_overtaken() -> None:
    """While a tick runs no second one begins."""
    running = most = begun = 0
    enough = asyncio.Event()

    async def tick() -> None:
        nonlocal running, most, begun
        running, begun = running + 1, begun + 1
        most = max(most, running)
        await asyncio.sleep(SOON * 5)
        running -= 1
        if begun == 3:
            enough.set()

    metronome = scheduler.Scheduler(tick, SOON)
    metronome.start()
    await enough.wait()
    await metronome.stop()
    assert most == 1


async def test_a_stop_waits_for_the_running_tick() -> None:
    """Stopping lets the tick that has begun come to its end."""
    begun, release = asyncio.Event(), asyncio.Event()
    ended: list[bool] = []

    async def tick() -> None:
        begun.set()
        await release.wait()
        ended.append(True)

    metronome = scheduler.Scheduler(tick, SOON)
    metronome.start()
    await begun.wait()
    stopping = asyncio.gather(metronome.stop())
    await asyncio.sleep(0)
    assert not stopping.done()
    release.set()
    await stopping
    assert ended[:1] == [True]


async def test_a_failed_tick_does_not_end_the_ticking(caplog: pytest.LogCaptureFixture) -> None:
    """A tick that raises is logged, and the next one comes."""
    ticks = 0
    again = asyncio.Event()

    async def tick() -> None:
        nonlocal ticks
        ticks += 1
        if ticks == 1:
            raise ValueError("words")
        again.set()

    metronome = scheduler.Scheduler(tick, SOON)
    metronome.start()
    await again.wait()
    await metronome.stop()
    assert "apscheduler.executors.default" in {record.name for record in caplog.records}


async def test_stopping_what_never_began_does_nothing() -> None:
    """A stop before the start, and a second stop, are harmless."""

    async def tick() -> None:
        raise AssertionError

    metronome = scheduler.Scheduler(tick, 60)
    await metronome.stop()
    metronome.start()
    await metronome.stop()
    await metronome.stop()
