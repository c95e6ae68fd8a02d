"""What the demo page shows of the bot: the clock, what is on its way, what is private, and short plays."""

import asyncio
import contextlib
import dataclasses
import datetime as dt
import tempfile
import zoneinfo
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Protocol

from bot import clock, glimpses, main, nursery, scenes
from bot.content import catalogue
from bot.domain import model
from bot.simulator import backstage, person, world
from bot.store import store
from bot.telegram import wire
from bot.usecases import ports

NAMES = ("Ann", "Ben")
CITIES = ("London", "Berlin")  # the clock in between is worth seeing where the two differ
HOME = zoneinfo.ZoneInfo("Europe/London")  # what a phone shows before its person said where they are
LOCALE = "en"
STEPS = {"10min": dt.timedelta(minutes=10), "tomorrow": dt.timedelta(days=1), "week": dt.timedelta(days=7)}
FURTHEST = dt.timedelta(days=14)  # beyond that, nothing is on its way
LOOK_SECONDS = 0.25
SAMPLES = ("demo-sample-small", "demo-sample-good", "demo-sample-hard")


class HurryingClock(clock.Clock, Protocol):
    """A clock that can be set, and on which short waits can pass at once."""

    hurrying: bool

    def set(self, moment: dt.datetime) -> None:
        """Make `now` show `moment` and run on from there."""
        ...

    def begin(self) -> None:
        """Show the evening at which every demo starts."""
        ...


@dataclasses.dataclass(slots=True)
class House:
    """One world with its bot, in a folder of its own."""

    world: world.World
    bot: main.Bot
    held: store.Store
    transport: wire.HttpTransport
    folder: tempfile.TemporaryDirectory[str]

    async def close(self) -> None:
        """End the bot and remove everything it kept."""
        await self.bot.stop()
        await self.held.close()
        await self.transport.close()
        self.folder.cleanup()


class Builder(Protocol):
    """Makes fresh worlds, and bots that live in them."""

    def empty_world(self) -> world.World:
        """Return an empty Telegram with two people who have not met the bot."""
        ...

    async def house(self, fresh: world.World) -> House:
        """Return the real bot in front of an empty database, already polling this world."""
        ...


class Theatre:
    """The backstage of the page: moves the clock, begins anew, plays scenes, and tells what cannot be seen."""

    def __init__(
        self, builder: Builder, time: HurryingClock, words: catalogue.Catalogue, tasks: nursery.Nursery
    ) -> None:
        self.show: Callable[[world.World], None] = lambda _: None
        self._tasks = tasks
        self._builder = builder
        self._time = time
        self._words = words
        self._house: House | None = None
        self._seen: dict[int, glimpses.Glimpse] = {}
        self._playing: tuple[str, asyncio.Task[None]] | None = None
        self._turn = asyncio.Lock()
        self._over = False

    @property
    def house(self) -> House:
        """Return the house that is on now."""
        if self._house is None:
            raise LookupError("the curtain is still down")
        return self._house

    @property
    def ann(self) -> person.Person:
        """Return the first of the two."""
        return self.house.world.people[0]

    @property
    def ben(self) -> person.Person:
        """Return the second of the two."""
        return self.house.world.people[1]

    @property
    def scenes(self) -> Sequence[backstage.Scene]:
        """Return the scenes that can be played."""
        return tuple(backstage.Scene(key, self._text(f"demo-scene-{key}")) for key in scenes.PLAYS)

    @property
    def playing(self) -> str | None:
        """Return the id of the scene that plays."""
        return self._playing[0] if self._playing and not self._playing[1].done() else None

    @property
    def samples(self) -> Sequence[str]:
        """Return lines that a newcomer might try to type."""
        return tuple(self._text(key) for key in SAMPLES)

    def now(self) -> dt.datetime:
        """Return the moment that the bot's clock shows."""
        return self._time.now()

    def local(self, person_id: int) -> backstage.Local:
        """Return this person's local time, and their place once they said where they are."""
        zone = self._glimpse(person_id).zone
        if zone is None:
            return backstage.Local(self.now().astimezone(HOME), "")
        return backstage.Local(
            self.now().astimezone(zoneinfo.ZoneInfo(zone)), zone.rpartition("/")[2].replace("_", " ")
        )

    def _glimpse(self, person_id: int) -> glimpses.Glimpse:
        """Return what is known of this person."""
        return self._seen.get(person_id, glimpses.Glimpse())

    def on_its_way(self) -> Sequence[backstage.Coming]:
        """Return what will happen by itself, soonest first."""
        coming = [one for seen in self._seen.values() for one in seen.coming if one.at >= self.now()]
        return sorted(coming, key=lambda one: one.at)

    def private(self, person_id: int) -> AbstractSet[int]:
        """Return the messages of this chat that only this person can see."""
        return self._glimpse(person_id).private

    def strip(self, person_id: int) -> str:
        """Return what the other can see of this person's phone."""
        return self._glimpse(person_id).strip or self._text("demo-strip-nothing")

    def _text(self, key: str) -> str:
        """Return a line of the page."""
        return self._words.text(LOCALE, key)

    async def open(self, fresh: world.World) -> None:
        """Let the bot live in this world from now on."""
        self._house = await self._builder.house(fresh)

    async def close(self) -> None:
        """End the bot that is on; a clock on its way stops where it is."""
        self._over = True
        await self.stop()
        async with self._turn:
            if self._house is not None:
                await self._house.close()
                self._house = None

    async def move(self, step: backstage.Step) -> None:
        """Move the clock ahead, from due moment to due moment."""
        async with self._turn:
            with self._hurry():
                if step == "next":
                    await self._run_to_question()
                else:
                    await self._run_to(self.now() + STEPS[step])

    async def _run_to(self, target: dt.datetime) -> None:
        """Let everything happen that is due until then, each at its own moment."""
        await self.house.bot.settled()
        while not self._over and (due := await self._due()) is not None and due <= target:
            await self._go(due)
        if not self._over:
            await self._go(target)

    async def _run_to_question(self) -> None:
        """Let everything happen until a question stands on a phone; where none is on its way, until tomorrow."""
        before = await self._asked()
        if not any(await self._plans()):
            await self._run_to(self.now() + STEPS["tomorrow"])
        while not self._over and any(await self._plans()) and await self._asked() == before:
            await self._go(await self._due() or self.now() + STEPS["tomorrow"])

    async def _go(self, moment: dt.datetime) -> None:
        """Show that moment, and let happen what is due by then."""
        self._time.set(max(moment, self.now()))
        await self.house.bot.settled()

    async def _asked(self) -> int:
        """Return how many questions have come to the two phones."""

        async def count(tx: ports.Transaction) -> int:
            asks = [ask for one in await self._people(tx) for ask in await tx.asks(one.id)]
            return sum(ask.message_id is not None for ask in asks)

        return await self.house.held.perform(count)

    async def _plans(self) -> list[dt.datetime | None]:
        """Return when the next question of each is planned."""

        async def look(tx: ports.Transaction) -> list[dt.datetime | None]:
            return [one.next_ask_at for one in await self._people(tx)]

        return await self.house.held.perform(look)

    async def _due(self) -> dt.datetime | None:
        """Return the earliest moment at which anything is due, later than now."""
        moments = await self.house.held.perform(self._moments)
        return min((one for one in moments if self.now() < one < self.now() + FURTHEST), default=None)

    async def _moments(self, tx: ports.Transaction) -> list[dt.datetime]:
        """Return every moment at which something is due."""
        own = [moment for one in await self._people(tx) for moment in (one.next_ask_at, one.rest_until)]
        return [moment for moment in (*own, await tx.next_due()) if moment is not None]

    async def _people(self, tx: ports.Transaction) -> list[model.Person]:
        """Return those of the two whom the bot knows."""
        known = [await tx.person_by_telegram(one.id) for one in self.house.world.people]
        return [one for one in known if one is not None]

    @contextlib.contextmanager
    def _hurry(self) -> Iterator[None]:
        """Let short waits pass at once while the block runs."""
        self._time.hurrying = True
        try:
            yield
        finally:
            self._time.hurrying = False

    async def start_over(self) -> None:
        """Begin anew with empty phones."""
        await self.stop()
        await self._begin()

    async def _begin(self) -> None:
        """Put a fresh world and a fresh bot in the place of the old ones."""
        async with self._turn:
            if self._over:
                raise LookupError("the play is over")
            if self._house is not None:
                await self._house.close()
            self._time.begin()
            fresh = self._builder.empty_world()
            self.show(fresh)
            self._seen = {}
            await self.open(fresh)

    async def start_paired(self) -> None:
        """Begin anew with two people who already agreed."""
        await self.stop()
        await self._begin_paired()

    async def _begin_paired(self) -> None:
        """Begin anew, and take both through hello and pairing in a moment."""
        await self._begin()
        async with self._turn:
            with self._hurry():
                for step in scenes.pairing(self, CITIES):
                    await self.settled()
                    await step()
                await self.settled()

    async def settled(self) -> None:
        """Return when the phones are quiet."""
        await self.house.world.taken()
        await self.house.bot.settled()

    async def play(self, scene_id: str) -> None:
        """Start a scene and return at once."""
        if scene_id not in scenes.PLAYS:
            raise KeyError(scene_id)
        while self.playing:
            await self.stop()
        self._playing = (scene_id, self._tasks.start("scene", self._play(scene_id)))

    async def _play(self, scene_id: str) -> None:
        """Play one scene to its end, on fresh phones."""
        await self._begin_paired()
        # Whoever taps on the phones meanwhile takes the play over: it ends where its next button is gone.
        with contextlib.suppress(LookupError, person.BlockedError):
            for step in scenes.PLAYS[scene_id](self):
                await asyncio.sleep(scenes.PAUSE)
                await step()
                await self.settled()

    async def stop(self) -> None:
        """Stop the scene that plays, between two steps, and leave the phones as they are."""
        if self._playing is None:
            return
        async with self._turn:
            self._playing[1].cancel()
        await asyncio.wait([self._playing[1]])
        self._playing = None

    async def tick(self) -> None:
        """Tick the bot that is on, when nobody moves the clock."""
        async with self._turn:
            if self._house is not None:
                await self._house.bot.tick()

    async def watch(self) -> None:
        """Keep what the page shows of the bot up to date."""
        while True:
            async with self._turn:
                await self._look()
            await asyncio.sleep(LOOK_SECONDS)

    async def _look(self) -> None:
        """Take a glimpse of everybody; where anything has changed, the page is told."""
        if self._house is None:
            return
        seen = await glimpses.take(self._house.held, self._house.world, self._words, self.now())
        if seen != self._seen:
            self._seen = seen
            self._house.world.touch()
