"""Compares with what one would use otherwise: aiogram, and PTB's client, concurrent updates, limiter and jobs."""

import asyncio
import datetime as dt
import json
import pathlib
import tempfile
import time

import sqlalchemy as sa

from benchmarks import crowds, drains, fake_api, houses, measuring, wires
from bot import chance, clock, inventing, main
from bot.content import catalogue, find
from bot.store import store, tables
from bot.telegram import wire
from bot.usecases import slots

PYTHON = pathlib.Path("build") / "bench" / "bin" / "python"  # in which bench.lock is installed
SCRIPT = pathlib.Path(__file__).with_name("otherwise.py")
RUNS = 3
PEOPLE, RATE, LIMITED, UPDATES, AT_ONCE = 10_000, 30, 90, 300, 32
NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


async def run() -> list[measuring.Row]:
    """Measure each, both sides in turn; without the other environment there is nothing to compare."""
    if not PYTHON.exists():
        return []
    async with fake_api.running() as base:
        rows = [await _send(base), *(await _updates(base))]
        fullest = (await drains.drain(RATE, LIMITED))[2].ours
        theirs = (await _other("limited", base))["fullest"]
    lost = await _lost()
    jobs = (await _other("jobs", str(PEOPLE)))["lost"]
    return [
        *rows,
        measuring.row(
            f"fullest second at {RATE}/s, against AIORateLimiter", "messages", [fullest], [theirs], "at most 34"
        ),
        measuring.row(f"lost of {PEOPLE:,} due at once, against run_daily jobs", "prompts", [lost], [jobs], "0"),
    ]


async def _other(what: str, given: str) -> dict[str, float]:
    process = await asyncio.create_subprocess_exec(PYTHON, SCRIPT, what, given, stdout=asyncio.subprocess.PIPE)
    said, _ = await process.communicate()
    found: dict[str, float] = json.loads(said)
    return found


async def _send(base: str) -> measuring.Row:
    ours, theirs = [], []
    for _ in range(RUNS):
        transport = wire.HttpTransport()
        ours.append(await wires.cost(base, AT_ONCE, wire.Request(transport)))
        await transport.close()
        theirs.append((await _other("aiogram_send", base))["cpu"])
    return measuring.row(
        f"CPU per send, {AT_ONCE} at once, against aiogram", "ms CPU", ours, theirs, "at or below aiogram's"
    )


async def _updates(base: str) -> list[measuring.Row]:
    ours, found = [], {"ptb_updates": [], "aiogram_updates": []}
    for _ in range(RUNS):
        ours.append(await _answered(base))
        for what, rates in found.items():
            rates.append((await _other(what, base))["rate"])
    ptb, aiogram = found.values()
    return [
        measuring.row("updates, against PTB's concurrent_updates", "a second", ours, ptb, "at least 1x, 100/s"),
        measuring.row("updates, against aiogram", "a second", ours, aiogram, "100/s"),
    ]


async def _answered(base: str) -> float:
    """Return how many taps a second the whole bot answers: inbox, use case, commits, encryption, reply."""
    with tempfile.TemporaryDirectory() as folder:
        async with houses.a_store(pathlib.Path(folder)) as held:
            await inventing.fill(held, UPDATES, clock.SystemClock().now())
            transport = drains.Watching()
            bot = main.Bot(
                main.Plan(token=drains.TOKEN, base=base, operator="bench", backups=pathlib.Path(folder)),
                held=held,
                time=clock.SystemClock(),
                luck=chance.SeededChance(1),
                transport=transport,
                words=catalogue.load(find.root()),
                username="nearer_bot",
            )
            await bot._application.initialize()  # noqa: SLF001 - it does not poll, and so is never started
            start = time.perf_counter()
            for first in range(0, UPDATES, AT_ONCE):
                await bot.intake.take([drains.tap(n) for n in range(first, min(first + AT_ONCE, UPDATES))])
            while len(transport.answered) < UPDATES:  # noqa: ASYNC110 - the transport tells nobody
                await asyncio.sleep(0.002)
            took = time.perf_counter() - start
            await bot.intake.stop(5)
            await bot.replies.drain(5)
            await bot.tasks.close()
            await transport.close()
    return UPDATES / took


async def _lost() -> float:
    """Return how many people are still due when all that were due at once have been planned for."""
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        async with houses.a_store(place) as held, houses.a_bot_on(held, place) as (bot, _):
            return await _still_due(held, bot)


async def _still_due(held: store.Store, bot: main.Bot) -> float:
    await inventing.fill(held, PEOPLE, NOW)
    await crowds.make_due(held, PEOPLE, NOW)
    while await held.perform(lambda tx: slots.plan_due(tx, NOW, bot.parts)) == slots.BATCH:
        pass
    due = sa.select(sa.func.count()).where(tables.persons.c.next_ask_at <= NOW)
    async with held.begin() as tx:
        return float((await tx._connection.execute(due)).scalar_one())  # noqa: SLF001 - nothing else counts them
