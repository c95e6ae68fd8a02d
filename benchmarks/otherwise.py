"""Does what one would use otherwise, in an environment of its own (bench.lock): it imports nothing of ours."""

import asyncio
import datetime as dt
import json
import logging
import pathlib
import sqlite3
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable

import aiogram
import telegram
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from telegram import ext

TOKEN = "1:x"  # noqa: S105 - of no bot
WORDS = "Someone let me go first today."
MESSAGES, UPDATES, AT_ONCE = 400, 300, 32
LIMITED, A_SECOND = 90, 30
Work = Callable[[], Awaitable[object]]


async def aiogram_send(base: str) -> dict[str, float]:
    """Return the CPU milliseconds that a message costs with aiogram."""
    bot = aiogram.Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(base)))
    found = await _cost(lambda: bot.send_message(1, WORDS))
    await bot.session.close()
    return {"cpu": found}


async def _cost(send: Work) -> float:
    left = iter(range(MESSAGES))

    async def work() -> None:
        for _ in left:
            await send()

    start = time.process_time()
    await asyncio.gather(*(work() for _ in range(AT_ONCE)))
    return (time.process_time() - start) / MESSAGES * 1000


async def limited(base: str) -> dict[str, float]:
    """Return how many messages left in the fullest second behind AIORateLimiter at thirty a second."""
    limiter = ext.AIORateLimiter(overall_max_rate=A_SECOND, overall_time_period=1)
    bot = ext.ExtBot(TOKEN, base_url=f"{base}/bot", rate_limiter=limiter)
    left: list[float] = []

    async def send(chat: int) -> None:
        await bot.send_message(chat, WORDS)
        left.append(time.perf_counter())

    async with bot:
        await asyncio.gather(*(send(chat) for chat in range(1, LIMITED + 1)))
    return {"fullest": max(sum(start <= one < start + 1 for one in left) for start in left)}


async def jobs(people: int) -> dict[str, float]:
    """Return what a daily job for each person costs, and how many of them run when all are due in one second."""
    logging.getLogger("apscheduler").setLevel(logging.CRITICAL)
    start, ran = time.perf_counter(), 0
    queue = ext.JobQueue()  # noqa: TID251 - it is what is measured
    queue.set_application(ext.ApplicationBuilder().token(TOKEN).job_queue(None).build())
    due = _now() + dt.timedelta(seconds=people / 1000 + 3)

    async def ask(_: object) -> None:
        nonlocal ran
        ran += 1

    for _ in range(people):
        queue.run_daily(ask, due.timetz())
    await queue.start()
    took = time.perf_counter() - start
    await asyncio.sleep((due - _now()).total_seconds() + 5)
    await queue.stop(wait=False)
    return {"start": took, "lost": people - ran}


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)  # noqa: TID251 - no clock of ours is here


async def ptb_updates(base: str) -> dict[str, float]:
    """Return how many updates a second PTB's default client answers, each after a read and a commit."""
    kept = _kept()
    app = ext.ApplicationBuilder().token(TOKEN).base_url(f"{base}/bot").concurrent_updates(AT_ONCE).build()

    async def handle(update: telegram.Update, _: object) -> None:
        await _commit(kept)
        await app.bot.send_message(update.effective_chat.id, WORDS)

    app.add_handler(ext.MessageHandler(None, handle))
    async with app:
        updates = [telegram.Update.de_json(_update(n), app.bot) for n in range(1, UPDATES + 1)]
        return {"rate": await _rate([lambda one=one: app.process_update(one) for one in updates])}


async def aiogram_updates(base: str) -> dict[str, float]:
    """Return how many updates a second aiogram answers, each after a read and a commit."""
    kept = _kept()
    bot = aiogram.Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(base)))
    dispatcher = aiogram.Dispatcher()

    @dispatcher.message()
    async def handle(message: aiogram.types.Message) -> None:
        await _commit(kept)
        await bot.send_message(message.chat.id, WORDS)

    updates = [_update(n) for n in range(1, UPDATES + 1)]
    found = await _rate([lambda one=one: dispatcher.feed_raw_update(bot, one) for one in updates])
    await bot.session.close()
    return {"rate": found}


async def _rate(work: list[Work]) -> float:
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(do: Work) -> None:
        async with gate:
            await do()

    start = time.perf_counter()
    await asyncio.gather(*(one(do) for do in work))
    return len(work) / (time.perf_counter() - start)


def _update(number: int) -> dict[str, object]:
    sender = {"id": number, "is_bot": False, "first_name": "Alex"}
    chat = {"id": number, "type": "private", "first_name": "Alex"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": sender, "text": "x"}
    return {"update_id": number, "message": message}


def _kept() -> sqlite3.Connection:
    """Return a database that survives a power cut, as ours."""
    place = pathlib.Path(tempfile.mkdtemp()) / "bench.db"
    kept = sqlite3.connect(place, check_same_thread=False, isolation_level=None)
    for statement in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "CREATE TABLE said (words TEXT)"):
        kept.execute(statement)
    return kept


async def _commit(kept: sqlite3.Connection) -> None:
    """Read one row and commit another, on a thread; one at a time, as SQLite does."""

    def work() -> None:
        kept.execute("SELECT words FROM said LIMIT 1").fetchall()
        kept.execute("INSERT INTO said VALUES (?)", (WORDS,))

    await asyncio.to_thread(work)


WAYS = {one.__name__: one for one in (aiogram_send, limited, ptb_updates, aiogram_updates)}

if __name__ == "__main__":
    what, given = sys.argv[1:]
    doing = jobs(int(given)) if what == "jobs" else WAYS[what](given)
    sys.stdout.write(json.dumps(asyncio.run(doing)))
