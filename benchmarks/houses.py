"""Builds a real store, and the real bot before a simulated Telegram, in a folder that is gone afterwards."""

import contextlib
import pathlib
import tempfile
from collections.abc import AsyncIterator

from bot import chance, clock, main
from bot.content import catalogue, find
from bot.domain import model
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


async def populate(held: store.Store, first: int, last: int) -> None:
    """Add people numbered from `first` up to `last`, none of whom is due."""
    for start in range(first, last, 1000):
        async with held.begin() as tx:
            for number in range(start, min(start + 1000, last)):
                await tx.welcome(number, model.Person(id=number, name=f"Person {number}"))


@contextlib.asynccontextmanager
async def a_bot() -> AsyncIterator[tuple[main.Bot, world.World]]:
    """Run the real bot, in real time, before a Telegram in the same process."""
    time = clock.SystemClock()
    words = catalogue.load(find.root())
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        async with a_store(place) as held:
            on = world.World(time.now, bot_username="nearer_bot", monotonic=time.monotonic)
            plan = main.Plan(token=on.token, base="http://telegram", operator="bench", backups=place)
            bot = main.Bot(
                plan,
                held=held,
                time=time,
                luck=chance.SeededChance(1),
                transport=api.Wire(on),
                words=words,
                username="nearer_bot",
            )
            await bot.start()
            try:
                yield bot, on
            finally:
                await bot.stop()
