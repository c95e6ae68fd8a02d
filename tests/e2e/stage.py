"""Puts the real bot and a simulated Telegram on one stage, on a clock that stands still."""

import dataclasses
import datetime as dt
import pathlib
import zoneinfo

from bot import chance, clock, main, scenes
from bot.content import catalogue
from bot.simulator import api, person, world
from bot.store import cipher, opening, store

KEY = bytes(range(32))


@dataclasses.dataclass(slots=True)
class Stage:
    """Everything a story needs: two phones, the clock, and the bot."""

    world: world.World
    bot: main.Bot
    held: store.Store
    clock: clock.ManualClock
    ann: person.Person
    ben: person.Person
    folder: pathlib.Path
    words: catalogue.Catalogue

    async def settled(self) -> None:
        """Return when the phones are quiet."""
        await self.world.taken()
        await self.bot.settled()

    async def until(self, moment: dt.datetime) -> None:
        """Let time pass until then, from due moment to due moment."""
        await self.settled()
        while (due := await self._due(moment)) is not None:
            self.clock.advance(max(due - self.clock.now(), dt.timedelta()))
            await self.settled()
        self.clock.advance(max(moment - self.clock.now(), dt.timedelta()))
        await self.settled()

    async def wait(self, **length: float) -> None:
        """Let some time pass."""
        await self.until(self.clock.now() + dt.timedelta(**length))

    async def at(self, hour: int, minute: int = 0, *, zone: str = "Europe/Berlin", days: int = 0) -> None:
        """Let time pass until the next such time of day in a place, some days on."""
        here = self.clock.now().astimezone(zoneinfo.ZoneInfo(zone))
        then = here.replace(hour=hour, minute=minute, second=0, microsecond=0) + dt.timedelta(days=days)
        if then <= here:
            then += dt.timedelta(days=1)
        await self.until(then.astimezone(dt.UTC))

    async def _due(self, latest: dt.datetime) -> dt.datetime | None:
        """Return the next moment up to `latest` at which anything is due."""
        async with self.held.begin() as tx:
            people = [await tx.person_by_telegram(one.id) for one in self.world.people]
            moments = [await tx.next_due()]
            moments += [moment for one in people if one for moment in (one.next_ask_at, one.rest_until)]
        return min((one for one in moments if one is not None and self.clock.now() < one <= latest), default=None)

    async def pair(self) -> None:
        """Take both through hello and pairing."""
        for step in scenes.pairing(self, ("Berlin", "London")):
            await step()

    async def move(self, step: str) -> None:
        """Serve the scenes of the demo, which move the clock by name."""
        await self.wait(**{"minutes": 10} if step == "10min" else {"days": 1})

    async def restart(self) -> None:
        """End the bot and start another one on the same database."""
        await self.close()
        fresh = await start(self.folder, self.words, self.clock, self.world)
        self.bot, self.held = fresh

    async def close(self) -> None:
        """End the bot and close its database."""
        await self.bot.stop()
        await self.held.close()


async def start(
    folder: pathlib.Path, words: catalogue.Catalogue, time: clock.ManualClock, on: world.World, seed: int = 7
) -> tuple[main.Bot, store.Store]:
    """Start the real bot in front of a world."""
    luck = chance.SeededChance(seed)
    url = f"sqlite+aiosqlite:///{folder / 'nearer.db'}"
    held = await opening.open_store(url, cipher.Keyring((KEY,)), time, luck)
    plan = main.Plan(token=on.token, base="http://telegram", operator="Test", backups=folder / "backups")
    bot = main.Bot(
        plan, held=held, time=time, luck=luck, transport=api.Wire(on), words=words, username="nearer_bot"
    )
    await bot.start()
    return bot, held


async def build(folder: pathlib.Path, words: catalogue.Catalogue, time: clock.ManualClock, seed: int) -> Stage:
    """Return a stage with Ann and Ben on it."""
    on = world.World(time.now, bot_username="nearer_bot", monotonic=time.monotonic)
    ann, ben = on.person("Ann", username="ann"), on.person("Ben", username="ben")
    bot, held = await start(folder, words, time, on, seed)
    stage = Stage(on, bot, held, time, ann, ben, folder, words)
    on.settle = stage.settled
    return stage
