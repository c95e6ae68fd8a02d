"""Compares the CPU that one sendMessage costs: our wire against the client that PTB brings."""

import asyncio
import time

from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from benchmarks import fake_api, measuring
from bot.telegram import wire

REPETITIONS = 5
MESSAGES = 400
GOALS = {1: "at least 3x", 32: "at least 12x", 128: "at least 25x"}


async def run() -> list[measuring.Row]:
    """Measure at each concurrency, both sides in turn."""
    async with fake_api.running() as base:
        return [await _at(base, concurrency) for concurrency in GOALS]


async def _at(base: str, concurrency: int) -> measuring.Row:
    """Return milliseconds of CPU per message at one concurrency."""
    ours, theirs = [], []
    for _ in range(REPETITIONS):
        transport = wire.HttpTransport()
        ours.append(await cost(base, concurrency, wire.Request(transport)))
        await transport.close()
        theirs.append(await cost(base, concurrency, HTTPXRequest(connection_pool_size=concurrency)))
    what = f"CPU per send, {concurrency} at once, against PTB's client"
    return measuring.row(what, "ms CPU", ours, theirs, GOALS[concurrency])


async def cost(base: str, concurrency: int, request: wire.Request | HTTPXRequest) -> float:
    """Return the CPU milliseconds of one message among many."""
    bot = ExtBot("1:x", base_url=f"{base}/bot", request=request, get_updates_request=wire.Request(_Closed()))
    await request.initialize()
    left = iter(range(MESSAGES))

    async def work() -> None:
        for _ in left:
            await bot.send_message(1, "Someone let me go first today.")

    start = time.process_time()
    await asyncio.gather(*(work() for _ in range(concurrency)))
    spent = time.process_time() - start
    await request.shutdown()
    return spent / MESSAGES * 1000


class _Closed:
    """A transport that nothing goes through."""

    async def post(self, *_: object) -> tuple[int, bytes]:
        """Refuse."""
        raise ConnectionRefusedError

    async def close(self) -> None:
        """Do nothing."""
