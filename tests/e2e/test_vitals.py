"""The pages about the running bot tell when something is wrong with it, and nothing of the two who use it."""

import asyncio
import datetime as dt

import pytest

from bot import steps, vitals
from tests.e2e import stage


@pytest.fixture
def health(play: stage.Stage) -> vitals.Vitals:
    """Return what the process says of the bot on the stage."""
    one = vitals.Vitals(play.clock)
    one.body = play.bot.body()
    return one


async def numbers(health: vitals.Vitals) -> dict[str, float]:
    """Return the metrics by name."""
    lines = (await health.metrics()).splitlines()
    return {name: float(value) for name, value in (one.rsplit(" ", 1) for one in lines if not one.startswith("#"))}


async def test_nothing_is_learnt_of_two(play: stage.Stage, health: vitals.Vitals) -> None:
    """Before, while and after two people pair, write and share, the metrics are the same to the byte."""
    empty = await health.metrics()
    await play.pair()
    assert await health.metrics() == empty
    await play.shares(play.ann, "Someone let me go first today.")
    assert await health.metrics() == empty
    await play.wait(days=2)
    await play.ben.block()
    await play.wait(hours=2)
    await play.ann.send("/help")  # on a clock that is moved by hand no poll comes back by itself
    assert await health.metrics() == empty


async def test_a_crowd_may_be_counted_in_tens(play: stage.Stage, health: vitals.Vitals) -> None:
    """With ten people who agreed, calls are told by outcome and in tens, from the next hourly count on."""
    for number in range(10):
        one = play.world.person(f"P{number}")
        await one.press_start()
        await one.tap("I'm 18 or older and agree")
    told = await numbers(health)
    calls = {name: value for name, value in told.items() if name.startswith("nearer_calls_total")}
    assert calls['nearer_calls_total{outcome="accepted"}'] >= 20
    assert [value % 10 for value in calls.values()] == [0] * len(calls)
    assert told["nearer_lanes_busy"] == 0


async def test_what_waits_for_long_is_told(play: stage.Stage, health: vitals.Vitals) -> None:
    """An update that nobody handles for a minute shows by its age, and so does a poll that does not come back."""
    await play.bot.intake.stop(1)
    play.world.settle = None
    await play.ann.press_start()
    await play.world.taken()
    assert (await numbers(health))["nearer_inbox_oldest_seconds"] == 0
    play.clock.advance(dt.timedelta(seconds=121))
    told = await numbers(health)
    assert (told["nearer_inbox_oldest_seconds"], told["nearer_poll_age_seconds"]) == (121, 121)


async def test_a_database_that_is_away_is_told(play: stage.Stage, health: vitals.Vitals) -> None:
    """The page answers also where the database does not."""
    async with play.held.begin() as tx:
        await tx._connection.exec_driver_sql("ALTER TABLE inbox RENAME TO elsewhere")
    assert (await numbers(health))["nearer_database_up"] == 0
    async with play.held.begin() as tx:
        await tx._connection.exec_driver_sql("ALTER TABLE elsewhere RENAME TO inbox")
    assert (await numbers(health))["nearer_database_up"] == 1


async def test_a_part_that_does_not_get_on_ends_the_run(play: stage.Stage) -> None:
    """A step that takes too long makes the process unwell, and ends it with one line that names the part."""
    health = vitals.Vitals(play.clock, patience=0)
    assert (await health.alive(), await health.ready()) == (True, "waiting")
    health.body, taken = play.bot.body(), steps.Steps()
    health.body.steps = (taken,)
    assert (await health.alive(), await health.ready()) == (True, None)
    with taken.taking("sender"):
        await asyncio.sleep(0.001)
        assert (await health.alive(), await health.ready()) == (False, "stuck")
        with pytest.raises(vitals.Still, match=r"\(sender\) has not got on.*start it again"):
            await health.watch()
    assert await health.alive()


async def test_each_part_takes_steps(play: stage.Stage) -> None:
    """A poll that waits is a step of the way in; at rest neither lanes nor sender are in the middle of one."""
    await play.settled()
    await asyncio.sleep(0.001)
    body = play.bot.body()
    assert [one.longer_than(0) for one in body.steps] == ["poll", None]
