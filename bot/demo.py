"""The second root: the real bot against a simulated Telegram on this computer, with a clock that can be moved."""

import asyncio
import contextlib
import datetime as dt
import functools
import logging
import os
import pathlib
import tempfile
from collections.abc import Iterator

from bot import chance, clock, logs, main, nursery, theatre
from bot import web as listening
from bot.content import catalogue, find
from bot.domain import ladder, model, prompting, schedule
from bot.simulator import web, world
from bot.store import cipher, opening
from bot.telegram import wire

START = dt.time(18, 30)  # outside quiet hours, shortly before the usual calm time
OPERATOR = "you, on this computer"
TOKEN = "1:demo"  # noqa: S105 - of a Telegram that exists in this process alone
TICK_SECONDS = 1.0
FIRST_DAYS = 4  # of a person, on which every question can be shared


class DemoClock(clock.SystemClock):
    """The machine's clock, moved ahead at will; in a hurry, short waits pass at once."""

    def __init__(self) -> None:
        super().__init__()
        self.hurrying = False
        self._hurried = 0.0
        self._today = super().now().astimezone(theatre.HOME).date()

    def monotonic(self) -> float:
        """Return the machine's monotonic seconds and those that were hurried through."""
        return super().monotonic() + self._hurried

    async def sleep(self, seconds: float) -> None:
        """Wait, or let the wait pass at once."""
        if not self.hurrying:
            return await super().sleep(seconds)
        self._hurried += seconds
        return await super().sleep(0)

    def move(self, by: dt.timedelta) -> None:
        """Push both hands of the clock ahead: what passes in the demo is time, not a clock set wrongly."""
        self._hurried += max(by.total_seconds(), 0.0)
        super().move(by)

    def begin(self) -> None:
        """Show the evening at which every demo starts."""
        self.set(dt.datetime.combine(self._today, START, theatre.HOME))


class Casting(chance.SystemChance):
    """Chance that casts people whose first questions can all be shared: the demo is there to show sharing."""

    def __init__(self, words: catalogue.Catalogue, time: clock.Clock) -> None:
        self._words = words
        self._plan = main.arcs(words)
        self._time = time

    def seed(self) -> int:
        """Return the seed of somebody whose first days suit, whatever leaning they will choose."""
        while True:
            cast = super().seed()
            if all(self._suits(cast, leaning) for leaning in (None, *model.Leaning)):
                return cast

    def _suits(self, cast: int, leaning: model.Leaning | None) -> bool:
        """Say whether the first questions of this seed are near the surface and not private by default."""
        today = self._time.now().astimezone(theatre.HOME).date()
        person = model.Person(id=1, name="", seed=cast, locale=theatre.LOCALE, hello_on=today, leaning=leaning)
        past: list[prompting.Served] = []
        for day in (today + ahead * schedule.DAY for ahead in range(FIRST_DAYS)):
            asked = prompting.Day(
                person=person,
                day=day,
                size=ladder.Size(model.Step.TAP, 1),
                past=past,
                prompts=self._words.prompts,
                plan=self._plan,
            ).choose()
            past.append(prompting.Served(day, asked or ""))
        prompts = [self._words.prompts[one.prompt_id] for one in past if one.prompt_id]
        return len(prompts) == FIRST_DAYS and all(one.depth == 1 and not one.private for one in prompts)


class Builder:
    """Builds a house: a fresh world, an empty database, the real bot between them."""

    def __init__(self, time: DemoClock, base: str, words: catalogue.Catalogue) -> None:
        self._time = time
        self._base = base
        self._words = words

    def empty_world(self) -> world.World:
        """Return an empty Telegram with two people who have not met the bot."""
        fresh = world.World(
            self._time.now,
            token=TOKEN,
            bot_name="Nearer",
            bot_username="nearer_bot",
            monotonic=self._time.monotonic,
        )
        for name in theatre.NAMES:
            fresh.person(name, username=name.lower())
        return fresh

    async def house(self, fresh: world.World) -> theatre.House:
        """Return the real bot in front of an empty database, already polling this world."""
        folder = tempfile.TemporaryDirectory(prefix="nearer-demo-")
        luck = Casting(self._words, self._time)
        keyring = cipher.Keyring((os.urandom(32),))
        path = pathlib.Path(folder.name)
        held = await opening.open_store(f"sqlite+aiosqlite:///{path / 'demo.db'}", keyring, self._time, luck)
        transport = wire.HttpTransport()
        plan = main.Plan(token=TOKEN, base=self._base, operator=OPERATOR, backups=path)
        bot = main.Bot(
            plan,
            held=held,
            time=self._time,
            luck=luck,
            transport=transport,
            words=self._words,
            username="nearer_bot",
        )
        await bot.start()
        return theatre.House(fresh, bot, held, transport, folder)


async def run(port: int) -> int:
    """Serve the page until a signal ends it; return 0, or raise ListenError where the port is taken."""
    logs.install()
    logging.getLogger("nearer").setLevel(logging.WARNING)  # one line on the screen is enough where all is well
    time = DemoClock()
    time.begin()
    words = catalogue.load(find.root())
    ending = main.signals()
    async with nursery.Nursery() as tasks:
        builder = Builder(time, f"http://127.0.0.1:{port}", words)
        play = theatre.Theatre(builder, time, words, tasks)
        fresh = builder.empty_world()
        site = web.app(fresh, play)
        play.show = functools.partial(web.replace, site)
        with _one_line(port):
            server = await web.serve(site, port=port)
        await play.open(fresh)
        tasks.start("watch", play.watch())
        tasks.start("tick", _tick(play))
        ready = f"Nearer is on http://127.0.0.1:{port}  ·  Ctrl+C ends it"
        print(ready, flush=True)  # noqa: T201 - the one thing to read
        await main.until(ending, tasks.failed.wait())
        await play.close()
        await server.close()
        if tasks.failure is not None:
            raise tasks.failure
    return 0


@contextlib.contextmanager
def _one_line(port: int) -> Iterator[None]:
    """Say in one clear line that the port is taken."""
    try:
        yield
    except OSError:
        raise listening.ListenError(
            f"port {port} is in use by another process: end it, or choose another with --port (make demo PORT=)"
        ) from None


async def _tick(play: theatre.Theatre) -> None:
    """Tick the bot that is on now, once a second."""
    while True:
        await asyncio.sleep(TICK_SECONDS)
        await play.tick()
