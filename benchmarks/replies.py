"""Measures the way from an update to its reply: inbox, use case, commit and send, fully durable."""

import asyncio
import statistics
import time

from benchmarks import houses, measuring
from bot.simulator import person

PEOPLE = 20
ROUNDS = 15
PACE = 0.02  # seconds between two updates: fifty a second


async def run() -> list[measuring.Row]:
    """Let people tap at a steady pace and measure how long each waits for the answer."""
    async with houses.a_bot() as (_, on):
        people = [on.person(f"Person {number}") for number in range(PEOPLE)]
        waits: list[float] = []
        for one in people:
            await _first(one)
        for _ in range(ROUNDS):
            for one in people:
                waits.append(await _one(one))
                await asyncio.sleep(max(0.0, PACE - waits[-1] / 1000))
    late = statistics.quantiles(waits, n=100)[98]
    return [
        measuring.row("update to reply, half of them", "ms", waits, None, "below 10 ms"),
        measuring.Row("update to reply, all but one in a hundred", "ms", late, None, 0.0, "below 40 ms"),
    ]


async def _first(one: person.Person) -> None:
    """Meet the bot."""
    await one.press_start()
    while not one.inbox:  # noqa: ASYNC110 - the phone tells nobody
        await asyncio.sleep(0.001)


async def _one(one: person.Person) -> float:
    """Return the milliseconds from a tap on an old button to its answer."""
    start = time.perf_counter()
    callback = await one.forge("dismissed:1")
    while callback.answered_at is None:  # noqa: ASYNC110 - the phone tells nobody
        await asyncio.sleep(0.0005)
    return (time.perf_counter() - start) * 1000
