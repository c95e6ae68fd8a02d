"""Puts the real bot and a simulated Telegram on one stage, on a clock that stands still."""

import asyncio
import dataclasses
import datetime as dt
import pathlib
import re
import zoneinfo
from collections.abc import Mapping

from bot import chance, clock, main, scenes
from bot.content import catalogue
from bot.simulator import api, messages, person, phone, world
from bot.simulator.fields import Upload
from bot.store import cipher, opening, store
from tests import inline, upgraded

KEY = bytes(range(32))
NAME = re.compile("\u2068[^\u2069]*\u2069")
PROMPTLY = 1.0  # seconds within which every tap is answered
HELD = ("This has not gone to anyone.", "For you, who read this:")
CARDS = (
    *HELD,
    "What you wrote sounds heavy",
    "more than heavy, for you",
    "Nobody has earned",
    "close to hurting someone",
)
SUPPORT = (*CARDS, "Finding a professional:", "People you can reach.", "Which country?")
PICKERS = ("Which is nearest? Only you see it.", "Is it one of these?", "The last few are full answers, too.")
SETTINGS = (
    "When questions come.",
    "How far questions go.",
    "What goes back and forth.",
    "On which days?",
    "Your own week",
)
OWN = ("Your own words", "What you write, and each feeling", "For you alone, before you go on.")
ROOMY = (*OWN, *SUPPORT, *PICKERS, *SETTINGS)


class Line(api.Wire):
    """The way to Telegram, on which calls that are refused, or made inside a transaction, are written down."""

    def __init__(self, on: world.World, held: store.Store, refused: list[str]) -> None:
        super().__init__(on)
        self._held = held
        self._refused = refused

    async def post(
        self, url: str, fields: Mapping[str, str], files: Mapping[str, Upload], seconds: float
    ) -> tuple[int, bytes]:
        """Pass a request on, and note what is wrong with it."""
        if asyncio.current_task() in self._held._inside:
            self._refused.append(f"{url.rpartition('/')[2]}: a transaction waits for it")
        status, body = await super().post(url, fields, files, seconds)
        if status != OK:
            self._refused.append(f"{url.rpartition('/')[2]}: {body.decode()}")
        return status, body


OK = 200
MOST_BUTTONS = 7  # of the conversation's own limits for a screen
MOST_WORDS = 45


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
    refused: list[str]
    luck: chance.Chance

    def faults(self) -> list[str]:
        """Return what no story may leave behind: refused calls, taps unanswered or late, screens too full."""
        taps = self.world.callbacks.values()
        late = [one.data for one in taps if one.answered_at is None or one.answered_at - one.at > PROMPTLY]
        shown = [one.message for one in self.world.log if one.event in ("sent", "edited") and one.message]
        full = [one.words for one in shown if _is_full(one)]
        return [*self.world.violations, *self.refused, *late, *full]

    def received(self, who: person.Person) -> list[str]:
        """Return everything this phone ever received: when, what, with which words and buttons."""
        lines = [one for one in self.world.log if one.chat_id == who.id]
        order = dict.fromkeys(one.message.id for one in lines if one.message)  # Telegram's count is everybody's
        places = {id_: place for place, id_ in enumerate(order)}
        return [f"{one.at.isoformat()} {one.event} {one.text}{_seen(one.message, places)}" for one in lines]

    def pushed(self, who: person.Person) -> list[messages.Message]:
        """Return the questions that this phone ever received, oldest first."""
        sent = [one.message for one in self.world.log if one.chat_id == who.id and one.event == "sent"]
        return [one for one in sent if one is not None and "Not today" in one.buttons]

    async def question(self, who: person.Person) -> messages.Message:
        """Let time pass until the next question comes to somebody, and return it as it stands on the phone."""
        before = len(self.pushed(who))
        while len(self.pushed(who)) == before:
            due = await self._due(self.clock.now() + dt.timedelta(days=14))
            assert due is not None
            await self.until(due)
        found = who.chat.find(self.pushed(who)[-1].id)
        assert found is not None
        return found

    async def shares(self, who: person.Person, words: str, *before_sending: str) -> None:
        """Let somebody write a note and share it at once, with some taps on its preview before."""
        await who.send("/note")
        await who.send(words)
        for label in ("Share…", *before_sending, "Send", "Send now"):
            await who.tap(label)

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
        await self.open()

    async def open(self) -> None:
        """Start a bot on the same database."""
        self.bot, self.held = await start(
            self.folder, self.words, self.clock, self.world, refused=self.refused, luck=self.luck
        )

    async def close(self) -> None:
        """End the bot and close its database."""
        await self.bot.stop()
        await self.held.close()


async def start(  # noqa: PLR0913 - what a bot is made of
    folder: pathlib.Path,
    words: catalogue.Catalogue,
    time: clock.ManualClock,
    on: world.World,
    *,
    refused: list[str],
    luck: chance.Chance,
) -> tuple[main.Bot, store.Store]:
    """Start the real bot in front of a world."""
    await upgraded.put(folder / "nearer.db")
    held = await opening.open_store(inline.url(folder / "nearer.db"), cipher.Keyring((KEY,)), time, luck)
    plan = main.Plan(token=on.token, base="http://telegram", operator="Test", backups=folder / "backups")
    bot = main.Bot(
        plan, held=held, time=time, luck=luck, transport=Line(on, held, refused), words=words, username="nearer_bot"
    )
    await bot.start()
    return bot, held


async def build(folder: pathlib.Path, words: catalogue.Catalogue, time: clock.ManualClock, seed: int) -> Stage:
    """Return a stage with Ann and Ben on it."""
    on = world.World(time.now, bot_username="nearer_bot", monotonic=time.monotonic)
    ann, ben = on.person("Ann", username="ann"), on.person("Ben", username="ben")
    refused: list[str] = []
    luck = chance.SeededChance(seed)
    bot, held = await start(folder, words, time, on, refused=refused, luck=luck)
    stage = Stage(on, bot, held, time, ann, ben, folder, words, refused, luck)
    on.settle = stage.settled
    return stage


def says(who: person.Person) -> str:
    """Return the newest words of the bot, without the marks that isolate names."""
    return phone.plain(who.last.words)


def _own(shown: messages.Message) -> str:
    """Return the bot's own words on a screen: those of people, quoted or in a name, have their own limits."""
    units = shown.words.encode("utf-16-le")
    for one in reversed([one for one in shown.entities if one["type"] == "blockquote"]):
        units = units[: 2 * one["offset"]] + units[2 * (one["offset"] + one["length"]) :]
    return NAME.sub("name", units.decode("utf-16-le"))


def _is_full(shown: messages.Message) -> bool:
    """Say whether a screen holds more than a tired person takes in, and is none of those that may."""
    full = len(shown.buttons) > MOST_BUTTONS or len(_own(shown).split()) > MOST_WORDS
    return full and not any(sign in shown.words for sign in ROOMY)


def _seen(shown: messages.Message | None, places: Mapping[int, int]) -> str:
    """Return what can be seen of a message, which is named by its place among those of its phone."""
    if shown is None:
        return ""
    quoted = places.get(shown.reply_to or 0)
    return f" #{places[shown.id]} {shown.words} {shown.buttons} {quoted} {shown.silent} {shown.deleted_at}"
