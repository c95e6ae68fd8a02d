"""The nursery: tasks are held, named, watched and gone at the end."""

import asyncio
import gc
import logging

import pytest

from bot import nursery


async def forever() -> None:
    """Wait until somebody cancels."""
    await asyncio.Event().wait()


async def stumble() -> None:
    """Fail at once."""
    raise ValueError("words")


async def test_a_result_comes_back() -> None:
    """A task can be awaited for what it returns, and is let go when it has ended."""

    async def two() -> int:
        return 2

    async with nursery.Nursery() as tasks:
        assert await tasks.start("two", two()) == 2
        assert tasks.names() == ()


async def test_a_task_nobody_else_holds_lives_on() -> None:
    """The nursery's own reference keeps a task alive that nobody else holds."""
    begun, ended = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        begun.set()
        await asyncio.sleep(0)
        ended.set()

    async with nursery.Nursery() as tasks:
        tasks.start("work", work())
        await begun.wait()
        gc.collect()
        await ended.wait()


async def test_leaving_cancels_what_still_runs() -> None:
    """Leaving the nursery cancels its tasks and waits until they have ended."""
    async with nursery.Nursery() as tasks:
        tasks.start("two", forever())
        task = tasks.start("one", forever())
        assert tasks.names() == ("one", "two")
    assert task.cancelled()
    assert tasks.names() == ()
    assert not tasks.failed.is_set()


async def test_a_failure_is_told_and_kept(caplog: pytest.LogCaptureFixture) -> None:
    """A failing task is logged, told to the callback under its name, and kept as the nursery's failure."""
    told: list[tuple[str, str]] = []
    tasks = nursery.Nursery(lambda name, error: told.append((name, type(error).__name__)))
    tasks.start("stumbler", stumble())
    await tasks.failed.wait()
    assert told == [("stumbler", "ValueError")]
    assert isinstance(tasks.failure, ValueError)
    assert [(record.name, record.levelno, record.args) for record in caplog.records] == [
        ("bot.nursery", logging.ERROR, ())
    ]


async def test_the_first_failure_is_the_one_kept() -> None:
    """Of several failures the first is kept: the rest often follow from it."""
    tasks = nursery.Nursery()
    first = tasks.start("first", stumble())
    await asyncio.wait([first])
    await asyncio.wait([tasks.start("second", stumble())])
    assert tasks.failure is first.exception()


async def test_what_will_not_end_is_named() -> None:
    """A task that ignores its cancellation does not hold the end up: it is named after the grace."""
    release = asyncio.Event()

    async def stubborn() -> None:
        try:
            await release.wait()
        except asyncio.CancelledError:
            await release.wait()

    tasks = nursery.Nursery()
    task = tasks.start("stubborn", stubborn())
    await asyncio.sleep(0)
    assert await tasks.close(grace=0) == ("stubborn",)
    release.set()
    await task


async def test_a_task_may_close_its_own_nursery() -> None:
    """A task that closes its nursery ends the others and goes on itself."""
    tasks = nursery.Nursery()
    other = tasks.start("other", forever())
    assert await tasks.start("closer", tasks.close()) == ()
    assert other.cancelled()


async def test_nothing_starts_in_a_closed_nursery() -> None:
    """A closed nursery refuses work by name, and leaves no coroutine that was never awaited."""
    tasks = nursery.Nursery()
    await tasks.close()
    with pytest.raises(RuntimeError, match="late cannot start"):
        tasks.start("late", forever())
