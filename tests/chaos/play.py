"""Plays people with hostile names who do whatever comes to their mind, and remembers what they did."""

import asyncio
import dataclasses
import re
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from bot import chance
from bot.simulator import messages, person, world

T = TypeVar("T")

LINK = re.compile(r"https://t\.me/\w+\?start=([\w-]+)")
_BEGUN = "What you choose to share can reach"
# How much likelier than 1 a button is to be tapped, by its verb.
WEIGHTS = {
    "agree": 20,
    "go-on": 20,
    "pair": 30,
    "confirm": 30,
    "share": 8,
    "send": 12,
    "send-now": 4,
    "open": 12,
    "next": 4,
    "receive": 6,
    "own-words": 4,
    "write-back": 8,
    "answer": 2,
    "take-back": 0.3,
    "leave": 0.1,
    "tell": 0.1,
    "walk-away": 0.1,
    "alone": 0.2,
    "decline": 0.1,
    "refuse": 0.1,
    "uninvite": 0.1,
    "discard": 0.5,
    "clear": 0.1,
    "rest": 0.1,
    "countries": 0.3,
    "country": 0.3,
}


class Dice:
    """Chance that a seed repeats."""

    def __init__(self, seed: int) -> None:
        self._chance = chance.SeededChance(seed)

    def below(self, most: float) -> float:
        """Return a number from 0 to `most`."""
        return self._chance.seed() / 2**31 * most

    def one(self, things: Sequence[T], weight: Callable[[T], float] = lambda _: 1) -> T:
        """Return one of several, likelier by its weight."""
        at = self.below(sum(map(weight, things)))
        for thing in things:
            at -= weight(thing)
            if at < 0:
                return thing
        return things[-1]


@dataclasses.dataclass(frozen=True, slots=True)
class Did:
    """One thing that a person did: which words, which button under which words."""

    at: float
    who: int
    what: str
    words: str
    message: messages.Message | None = None


class Player:
    """One person: every text they write has their own canary and a number of its own."""

    def __init__(self, phone: person.Person, canary: str, dice: Dice, did: list[Did]) -> None:
        self.phone = phone
        self.canary = canary
        self.dice = dice
        self.did = did
        self.links: list[str] = []
        self.cast: list[Player] = [self]
        self._count = 0

    @property
    def paired(self) -> bool:
        """Return whether the phone has said that there is a pair."""
        return any(_BEGUN in one.words for one in self.phone.chat.messages)

    def others(self) -> list["Player"]:
        """Return everybody else."""
        return [one for one in self.cast if one is not self]

    def line(self) -> str:
        """Return words nobody has written before."""
        self._count += 1
        tails = ("", " 😶‍🌫️ and more.", ". Then nothing. Then again.", " <b>*_`[x](y)</b>", " " + "long " * 120)
        return f"{self.canary}x{self._count:05d}{self.dice.one(tails)}".strip()

    async def act(self) -> None:
        """Do one thing."""
        choices: list[tuple[float, Callable[[], object]]] = [
            (10, self._tap),
            (3, self._write),
            (0.7, self._edit),
            (1.2, lambda: self._say("/note")),
            (0.8, lambda: self._say("/today")),
            (0.3, lambda: self._say("/support")),
            (0.1, lambda: self._say("/invite")),
            (0.2, lambda: self._say("/start")),
            (0.2, lambda: self._say("undo")),
            (0.02, lambda: self._say("/unpair")),
            (0.1, lambda: self._say("/privacy")),
            (0.1, lambda: self._say("/cancel")),
            (0.03, lambda: self._say("/clear")),
            (0.15, self._follow),
        ]
        done = self.dice.one(choices, lambda one: one[0])[1]()
        if asyncio.iscoroutine(done):
            await done

    async def _say(self, words: str, reply_to: messages.Message | None = None) -> None:
        sent = await self.phone.send(words, reply_to=reply_to)
        self._note("text", words, sent)

    async def _write(self) -> None:
        asks = [one for one in self.phone.inbox[-6:] if any("skip:" in data for data in _data(one))]
        replied = self.dice.one(asks) if asks and self.dice.below(1) < 0.3 else None
        await self._say(self.line(), replied)

    async def insist(self, act: Callable[[], Awaitable[object]], seen: Callable[[], bool]) -> None:
        """Do something until the phone shows what comes of it, again every few seconds; give up after ten times."""
        for _ in range(10):
            if seen():
                return
            await act()
            for _ in range(150):
                if seen():
                    return
                await asyncio.sleep(0.02)

    def shows(self, verb: str) -> bool:
        """Return whether a button with this verb stands on the phone."""
        return any(data.startswith(f"{verb}:") for one in self.phone.inbox for data in _data(one))

    async def press(self, verb: str) -> None:
        """Tap the newest button with this verb, where there is one."""
        for one in reversed(self.phone.inbox):
            for data in _data(one):
                if data.startswith(f"{verb}:"):
                    self._note("tap", data, one)
                    await self.phone.forge(data, one)
                    return

    async def say(self, words: str) -> None:
        """Write something."""
        await self._say(words)

    async def _edit(self) -> None:
        mine = [one for one in self.phone.chat.living[-12:] if not one.from_bot and self.canary in one.words]
        if mine:
            chosen, words = self.dice.one(mine), self.line()
            self._note("edited away", chosen.words, chosen)
            await self.phone.edit(chosen, words)
            self._note("edit", words, chosen)

    async def _tap(self) -> None:
        buttons = [
            (one, button)
            for one in self.phone.inbox[-7:]
            for row in one.keyboard
            for button in row
            if button.callback_data
        ]
        if not buttons:
            await self._say("/start")
            return
        message, button = self.dice.one(buttons, lambda one: WEIGHTS.get(_verb(one[1]), 1))
        for _ in range(2 if self.dice.below(1) < 0.1 else 1):
            self._note("tap", button.callback_data or "", message)
            await self.phone.forge(button.callback_data or "", message)

    async def _follow(self) -> None:
        """Open a link: the newest of somebody else's, or an old, an own, or a made up one."""
        seen = [found for other in self.others() for found in other.seen_links()[-1:]]
        odd = [
            *self.seen_links(),
            "A" * 32,
            "%00",
            *(link for other in self.others() for link in other.seen_links()),
        ]
        token = self.dice.one(seen if seen and self.dice.below(1) < 0.8 else odd)
        await self._say(f"/start {token}")

    def seen_links(self) -> list[str]:
        """Return the tokens of the invitations that stand on this phone, oldest first."""
        found = [token for one in self.phone.chat.messages if one.from_bot for token in LINK.findall(one.words)]
        return list(dict.fromkeys(found))

    def _note(self, what: str, words: str, message: messages.Message) -> None:
        copied = dataclasses.replace(message)
        self.did.append(Did(self.phone.world.monotonic(), self.phone.id, what, words, copied))


def _verb(button: messages.Button) -> str:
    return (button.callback_data or "").partition(":")[0]


def _data(message: messages.Message) -> list[str]:
    return [button.callback_data or "" for row in message.keyboard for button in row]


@dataclasses.dataclass(frozen=True, slots=True)
class Character:
    """What a player is called, and the word that stands in everything they write."""

    canary: str
    first_name: str
    username: str | None


CHARACTERS = (
    Character(
        "zebravault", "\u202eAnniquill\u2066 <b>&amp;{partner}</b> %s *_`[x](tg://user?id=1)", "anniquill_canary"
    ),
    Character("otterlamp", "Benquartz\n\u2069👩‍❤️‍👨 { $partner } \\n/forget" + "\u0301" * 8, "benquartz_canary"),
    Character("lynxcradle", "Cleofjord", None),
)


class Cast:
    """Everybody on the stage, and what they did."""

    def __init__(self, on: world.World, seed: int, *, count: int = 3) -> None:
        self.did: list[Did] = []
        self.awake = asyncio.Event()
        self.awake.set()
        self.players = [self._player(on, seed, number) for number in range(count)]
        for one in self.players:
            one.cast = self.players

    def _player(self, on: world.World, seed: int, number: int) -> Player:
        named = CHARACTERS[number]
        phone = on.person(named.first_name, username=named.username)
        return Player(phone, named.canary, Dice(seed * 10 + number), self.did)

    async def pair(self) -> None:
        """Let the first invite the second, who joins: each does again what seems to have had no effect."""
        ann, ben = self.players[:2]
        for one in (ann, ben):
            await one.insist(lambda one=one: one.say("/start"), lambda one=one: one.shows("agree"))  # type: ignore[misc]
            await one.insist(lambda one=one: one.press("agree"), lambda one=one: one.shows("skip"))  # type: ignore[misc]
        await ann.insist(lambda: ann.say("/invite"), lambda: ann.shows("go-on"))
        await ann.insist(lambda: ann.press("go-on"), lambda: bool(ann.seen_links()))
        await ben.insist(lambda: ben.say(" ".join(["/start", *ann.seen_links()[-1:]])), lambda: ben.shows("go-on"))
        await ben.insist(lambda: ben.press("go-on"), lambda: ben.shows("pair"))
        await ben.insist(lambda: ben.press("pair"), lambda: ann.shows("confirm"))
        await ann.insist(lambda: ann.press("confirm"), lambda: ben.paired)

    async def play(self, player: Player, until: asyncio.Event, pace: float) -> None:
        """Let one player act, with pauses, until the curtain falls."""
        while not until.is_set():
            await self.awake.wait()
            await player.act()
            await asyncio.sleep(player.dice.below(2 * pace))
