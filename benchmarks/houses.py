"""Builds a real store, and the real bot before a simulated Telegram, in a folder that is gone afterwards."""

import contextlib
import pathlib
import tempfile
from collections.abc import AsyncIterator

from bot import chance, clock, main
from bot.content import catalogue, find
from bot.simulator import api, world
from bot.store import cipher, opening, store

KEY = bytes(32)


@contextlib.asynccontextmanager
async def a_store(folder: pathlib.Path | None = None) -> AsyncIterator[store.Store]:
    """Open an empty database on disk, as durable as in earnest."""
    with contextlib.ExitStack() as stack:
        place = folder or pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory()))
        url = f"sqlite+aiosqlite:///{place / 'bench.db'}"
        held = await opening.open_store(url, cipher.Keyring((KEY,)), clock.SystemClock(), chance.SeededChance(1))
        try:
            yield held
        finally:
            await held.close()


@contextlib.asynccontextmanager
async def a_bot() -> AsyncIterator[tuple[main.Bot, world.World]]:
    """Run the real bot, in real time, on an empty database, before a Telegram in the same process."""
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        async with a_store(place) as held, a_bot_on(held, place) as both:
            yield both


@contextlib.asynccontextmanager
async def a_bot_on(held: store.Store, place: pathlib.Path) -> AsyncIterator[tuple[main.Bot, world.World]]:
    """Run the real bot, in real time, on this store, before a Telegram in the same process."""
    time = clock.SystemClock()
    on = world.World(time.now, bot_username="nearer_bot", monotonic=time.monotonic)
    plan = main.Plan(token=on.token, base="http://telegram", operator="bench", backups=place)
    bot = main.Bot(
        plan,
        held=held,
        time=time,
        luck=chance.SeededChance(1),
        transport=api.Wire(on),
        words=catalogue.begin(find.root()),
        username="nearer_bot",
    )
    await bot.start()
    try:
        yield bot, on
    finally:
        await bot.stop()
