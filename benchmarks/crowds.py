"""Measures what many people cost: start-up, memory, idle tick and planning, each size in a process of its own."""

import asyncio
import contextlib
import datetime as dt
import json
import os
import pathlib
import statistics
import sys
import time
from collections.abc import AsyncIterator, Sequence
from typing import Any

import sqlalchemy as sa

from benchmarks import houses, measuring
from bot import chance, clock, inventing
from bot.store import cipher, opening, store, tables
from bot.usecases import slots, ticking

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
FEW = 10_000
TICKS, BATCHES = 200, 50
RUNS = 3  # of each size, one after the other in turn


async def run(sizes: Sequence[int], folder: pathlib.Path, server: str | None) -> list[measuring.Row]:
    """Measure each size on SQLite, and the largest on PostgreSQL where there is one."""
    places = {f"{size:,} people": f"sqlite+aiosqlite:///{folder / f'{size}.db'}" for size in (0, *sizes)}
    if server:
        places[f"{sizes[-1]:,} people on PostgreSQL"] = server
    for size, url in zip((0, *sizes, sizes[-1]), places.values(), strict=False):
        await _prepare(url, size)
    found: dict[str, list[dict[str, float]]] = {name: [] for name in places}
    for _ in range(RUNS):
        for name, url in places.items():
            found[name].append(await _child(url))
    names = [name for name in places if not name.startswith("0 ")]
    return [row for name in names for row in _rows(name, found[name], found["0 people"], found[names[0]])]


def _rows(
    name: str, many: list[dict[str, float]], none: list[dict[str, float]], few: list[dict[str, float]]
) -> Any:
    """Yield what one size cost, beside an empty database or beside the smallest size."""

    def each(key: str, found: list[dict[str, float]]) -> list[float]:
        return [one[key] for one in found]

    yield measuring.row(f"start-up, {name}, against none", "s", each("start", many), each("start", none), "< 1.5 s")
    yield measuring.row(
        f"idle tick, {name}, against few", "ms CPU", each("tick", many), each("tick", few), "< 1 ms"
    )
    yield measuring.row(f"memory, {name}, against few", "MB", each("memory", many), each("memory", few), "< 100 MB")
    if "planned" in many[0]:
        yield measuring.row(f"planning, {name}", "people/s", each("planned", many), None, "10,000 rows a second")
        yield measuring.row(f"planning, {name}", "people/s CPU", each("cpu", many), None, "10,000 rows a second")
        yield measuring.row(f"lock of a batch, {name}", "ms", each("lock", many), None, "< 10 ms")


async def _prepare(url: str, size: int) -> None:
    """Fill a database once: a large one is kept for the next run."""
    async with _opened(url) as held:
        async with held.begin() as tx:
            there = await tx.anybody()
        if size and not there:
            await inventing.fill(held, size, NOW, _say(size))


def _say(size: int) -> inventing.Say:
    done = 0

    def say(count: int) -> None:
        nonlocal done
        done += count
        sys.stderr.write(f"\r{done:,} of {size:,} people invented")
        if done == size:
            sys.stderr.write("\n")

    return say


@contextlib.asynccontextmanager
async def _opened(url: str) -> AsyncIterator[store.Store]:
    ring = cipher.Keyring((houses.KEY,))
    held = await opening.open_store(url, ring, clock.SystemClock(), chance.SystemChance())
    try:
        yield held
    finally:
        await held.close()


async def _child(url: str) -> dict[str, float]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.crowds", url, str(time.time_ns()), stdout=asyncio.subprocess.PIPE
    )
    said, _ = await process.communicate()
    found: dict[str, float] = json.loads(said)
    return found


async def _measure(url: str, started_at: int) -> dict[str, float]:
    """Start the bot on this database, let it tick with nothing due, and plan."""
    async with _opened(url) as held, houses.a_bot_on(held, pathlib.Path(os.devnull).parent) as (bot, _):
        found = {"start": (time.time_ns() - started_at) / 1e9}
        start = time.process_time()
        for _ in range(TICKS):
            await ticking.tick(held, NOW, bot.parts)
        found |= {"tick": (time.process_time() - start) / TICKS * 1000, "memory": _memory()}
        if await make_due(held, BATCHES * slots.BATCH, NOW):
            found |= await _plan(held, bot.parts)
    return found


async def _plan(held: store.Store, parts: Any) -> dict[str, float]:
    """Plan batch after batch; return people a second and the median milliseconds of a transaction."""
    spent, planned, busy = [], 0, time.process_time()
    for _ in range(BATCHES):
        start = time.perf_counter()
        planned += await held.perform(lambda tx: slots.plan_due(tx, NOW, parts))
        spent.append(time.perf_counter() - start)
    busy = time.process_time() - busy
    return {"planned": planned / sum(spent), "cpu": planned / busy, "lock": statistics.median(spent) * 1000}


async def make_due(held: store.Store, count: int, now: dt.datetime) -> bool:
    """Let so many people be due at once; what was planned for them before is gone."""
    people = tables.persons
    async with held.begin() as tx:
        connection = tx._connection  # noqa: SLF001 - nothing in the product makes people due
        some = (await connection.execute(sa.select(people.c.id).limit(count))).scalars().all()
        these = people.c.id.in_(some[:count])
        for table in (tables.outbox, tables.asks):
            await connection.execute(sa.delete(table).where(table.c.person_id.in_(some)))
        awake = {"quiet_from": dt.time(0), "quiet_until": dt.time(0), "resting": False, "last_ask_at": None}
        due = {"next_ask_at": now - dt.timedelta(minutes=1), **awake}
        await connection.execute(sa.update(people).where(these).values(due))
    return bool(some)


def _memory() -> float:
    """Return the megabytes that this process holds."""
    pages = int(pathlib.Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asyncio.run(_measure(sys.argv[1], int(sys.argv[2])))))
