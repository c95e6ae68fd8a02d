"""Measures what a tick costs when nothing is due, with few people and with many."""

import time

from benchmarks import houses, measuring
from bot import main
from bot.usecases import ticking

FEW, MANY = 1_000, 20_000
REPETITIONS = 200


async def run() -> list[measuring.Row]:
    """Measure the idle tick in one database as it grows."""
    async with houses.a_bot() as (bot, _):
        await houses.populate(bot.store, 1_000_000, 1_000_000 + FEW)
        few = await _idle(bot)
        await houses.populate(bot.store, 1_000_000 + FEW, 1_000_000 + MANY)
        many = await _idle(bot)
    return [
        measuring.row(f"idle tick, {MANY:,} people", "ms", many, None, "below 1 ms"),
        measuring.row(f"idle tick, {MANY:,} against {FEW:,} people", "ms", many, few, "above 0.67x"),
    ]


async def _idle(bot: main.Bot) -> list[float]:
    """Return milliseconds of ticks in which nothing is due."""
    spent = []
    for _ in range(REPETITIONS):
        start = time.perf_counter()
        await ticking.tick(bot.store, bot.clock.now(), bot.parts)
        spent.append((time.perf_counter() - start) * 1000)
    return spent
