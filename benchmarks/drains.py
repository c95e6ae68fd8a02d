"""Measures how prompts drain: CPU for a whole send, the pace, and how long a reply waits meanwhile."""

import asyncio
import json
import pathlib
import statistics
import tempfile
import time
from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from benchmarks import crowds, fake_api, houses, measuring
from bot import chance, clock, inventing, main
from bot.content import catalogue, find
from bot.domain import schedule
from bot.store import store, tables
from bot.telegram import wire
from bot.usecases import slots

TOKEN = "1:x"  # noqa: S105 - of no bot
API_SECONDS = 0.05
RATES = {25: 250, 1000: 10_000}  # messages a second, and how many are due at once
TAP_EVERY = 0.2


class Watching(wire.HttpTransport):
    """The real way to an API, which notes when what left."""

    def __init__(self) -> None:
        super().__init__()
        self.left: list[float] = []
        self.answered: dict[str, float] = {}

    async def post(
        self, url: str, fields: Mapping[str, str], files: Mapping[str, wire.Upload], seconds: float
    ) -> tuple[int, bytes]:
        """Send it, and note the moment."""
        if url.endswith("/sendMessage"):
            self.left.append(time.perf_counter())
        found = await super().post(url, fields, files, seconds)
        if url.endswith("/answerCallbackQuery"):
            self.answered[fields["callback_query_id"]] = time.perf_counter()
        return found


async def run() -> list[measuring.Row]:
    """Drain at each rate."""
    rows: list[measuring.Row] = []
    for rate, due in RATES.items():
        rows += await drain(rate, due)
    return rows


async def drain(rate: int, due: int) -> list[measuring.Row]:
    """Let prompts be due at once, send them all, and tap now and then meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        async with houses.a_store(pathlib.Path(folder)) as held, fake_api.running(API_SECONDS) as base:
            transport = Watching()
            backups = pathlib.Path(folder)
            plan = main.Plan(token=TOKEN, base=base, operator="bench", backups=backups, rate=rate)
            bot = main.Bot(
                plan,
                held=held,
                time=clock.SystemClock(),
                luck=chance.SeededChance(1),
                transport=transport,
                words=catalogue.load(find.root()),
                username="nearer_bot",
            )
            await bot._application.initialize()  # noqa: SLF001 - it does not poll, and so is never started
            due = await _fill(held, bot, due)
            found = await _sent(bot, transport, due)
            await transport.close()
    return _rows(rate, due, *found)


def _rows(rate: int, due: int, spent: float, left: Sequence[float], waits: Sequence[float]) -> list[measuring.Row]:
    most = max(sum(start <= one < start + 1 for one in left) for start in left[:: max(1, len(left) // 200)])
    took, late = left[-1] - left[0], statistics.quantiles(waits, n=100)[98] if len(waits) > 1 else 0.0
    name = f"at {rate}/s, {due:,} due"
    goal = "0.5 ms" if rate > 100 else "1.5 ms"  # noqa: PLR2004 - a row of the goals
    return [
        measuring.row(f"a whole send, {name}", "ms CPU", [spent / due * 1000], None, f"at most {goal}"),
        measuring.row(
            f"drain over {due} / rate, {name}", "%", [(took * rate / due - 1) * 100], None, "at most 2 %"
        ),
        measuring.row(f"fullest second, {name}", "messages", [most], None, f"at most {rate * 1.05 + 2:.0f}"),
        measuring.row(f"a reply meanwhile (p99), {name}", "ms", [late * 1000], None, "below 150 ms"),
    ]


async def _fill(held: store.Store, bot: main.Bot, due: int) -> int:
    """Plan for so many people and return how many prompts are due now: for some it is no day to be asked on."""
    now = clock.SystemClock().now()
    await inventing.fill(held, due, now)
    await crowds.make_due(held, due, now)
    while await held.perform(lambda tx: slots.plan_due(tx, now, bot.parts)) == slots.BATCH:
        pass
    async with held.begin() as tx:
        at_once = {"due_at": now, "lapses_at": now + schedule.ASK_VALID}
        return (await tx._connection.execute(sa.update(tables.outbox).values(at_once))).rowcount  # noqa: SLF001


async def _sent(bot: main.Bot, transport: Watching, due: int) -> tuple[float, list[float], list[float]]:
    """Send all; return CPU seconds, when each left, and how long each tap waited for its answer."""
    tapped: dict[str, float] = {}
    start = time.process_time()
    bot.tasks.start("sender", bot.sender.run())
    while len(transport.left) < due:
        number = len(tapped)
        tapped[f"q{number}"] = time.perf_counter()
        await bot.intake.take([tap(number)])
        await asyncio.sleep(TAP_EVERY)
    spent = time.process_time() - start
    await asyncio.sleep(1)
    await bot.intake.stop(5)
    await bot.sender.stop(5)
    await bot.replies.drain(5)
    await bot.tasks.close()
    waits = [transport.answered[one] - at for one, at in tapped.items() if one in transport.answered]
    return spent, transport.left, waits


def tap(number: int) -> dict[str, object]:
    """Return the update of somebody who taps an old button."""
    account = inventing.FIRST_ID + number
    sender = {"id": account, "is_bot": False, "first_name": "Alex"}
    message = {"message_id": 1, "date": 1, "chat": {"id": account, "type": "private"}, "text": "x"}
    query = {"id": f"q{number}", "from": sender, "chat_instance": "1", "data": "dismissed:1", "message": message}
    found: dict[str, object] = json.loads(json.dumps({"update_id": number + 1, "callback_query": query}))
    return found
