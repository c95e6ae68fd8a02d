"""Lives one fortnight after the other in which somebody does everything but share: what the other sees of it."""

import dataclasses
from collections.abc import Awaitable, Callable, Sequence

from bot import chance
from bot.domain import model
from bot.usecases import preferences, reply
from tests.usecases.house import House, Phone

FORTNIGHT = 14  # days
_HOURS = (3, 7, 9, 13, 18)  # between two moments of a day at which either may do something
# Taps by which one means to reach the other, or to end what has reached them; all others are one's own affair.
TELLING = frozenset(
    [
        "send",
        "send-now",
        "send-tender",
        "send-anyway",
        "as-is",
        "ready",
        "softer",
        "warmth",
        "receive",
        "own-words",
        "write-back",
        "answer-back",
        "own-warmth",
        "take-back",
        "entry-erase",
        "tell",
        "pair",
        "confirm",
        "breather",
        "breather-day",
        "breather-till",
        "breather-longer",
        "breather-back",
        "breather-answer",
        "breather-line",
        "forget",
    ]
)
_WORDS = (
    "Nobody reads this.",
    "I don't want to be here anymore",
    "You never talk to me.",
    "You'll regret this.",
    "tea",
    "Lisbon",
    "\u202eodd <b>words</b> \U0001f9d1\u200d\U0001f692 *_`",
    "x" * 3900,
)
_COMMANDS = (
    "/today",
    "/note",
    "/warmth",
    "/breather",
    "/journal",
    "/ours",
    "/settings",
    "/support",
    "/start",
    "/invite",
    "/pause",
    "/resume",
    "/unpair",
    "/export",
    "/clear",
    "/privacy",
    "/help",
    "/cancel",
    "/nothing",
)
_PLAIN = ("stop", "pause", "help")
_FILES = (model.Media.VOICE, model.Media.PHOTO, model.Media.AUDIO, model.Media.STICKER)

Act = Callable[[], Awaitable[None]]


class Dice:
    """Chance that a seed repeats."""

    def __init__(self, seed: int) -> None:
        self._chance = chance.SeededChance(seed)

    def below(self, most: int) -> int:
        """Return a number from 0 up to but not `most`."""
        return self._chance.seed() % most


class Private:
    """Somebody who does whatever comes to mind, and lets none of it reach the other; `limit` ends it early."""

    def __init__(self, home: House, who: Phone, seed: int, limit: int | None = None) -> None:
        self.home = home
        self.who = who
        self.did: list[str] = []
        self._dice = Dice(seed)
        self._limit = limit
        self._many = 1 + self._dice.below(4)  # acts at one moment: some people do more than others
        self._rare = self._dice.below(3) == 0
        self._blocked = False

    async def moment(self) -> None:
        """Do something, several things, or nothing."""
        for _ in range(self._dice.below(self._many + 1)):
            if self._limit is not None and len(self.did) >= self._limit:
                return
            await self.act()

    async def act(self) -> None:
        """Do one thing."""
        if self._blocked:
            self._blocked = self._dice.below(3) > 0
            if not self._blocked:
                await self._say("/start")
            return
        at = self._dice.below(100)
        if at < 45:
            await self._tap()
        elif at < 60:
            await self._say(_COMMANDS[self._dice.below(len(_COMMANDS))])
        elif at < 75:
            await self._write()
        elif at < 80:
            await self._bring()
        elif at < 85:
            await self._edit()
        elif at < 97:
            await self._second_thoughts()
        elif self._rare:
            await self._go()

    async def _tap(self) -> None:
        """Tap a button of one of the newest messages that tells the other nothing."""
        newest = sorted(self.who.messages.values(), key=lambda one: -one.id)[:4]
        buttons = [(one.id, data) for one in newest for _, data in one.buttons if _is_private(data)]
        if buttons:
            message_id, data = buttons[self._dice.below(len(buttons))]
            self.did.append(data)
            await self.home.press(self.who, data, message_id)

    async def _say(self, line: str) -> None:
        self.did.append(line)
        await self.home.command(self.who, line)

    async def _write(self) -> None:
        """Write something: no moment of a day, which is what a breather asks for."""
        words = (*_WORDS, *_PLAIN)[self._dice.below(len(_WORDS) + len(_PLAIN))]
        asked = list(self.who.messages)[-1:] if self._dice.below(4) == 0 else []
        self.did.append(repr(words[:30]))
        await self.home.write(self.who, words, to=asked[0] if asked else None)

    async def _bring(self) -> None:
        media = _FILES[self._dice.below(len(_FILES))]
        self.did.append(str(media))
        await self.home.bring(self.who, reply.File(media, f"file-{len(self.did)}"), "with words")

    async def _edit(self) -> None:
        mine = list(self.who.own)[-3:]
        if mine:
            self.did.append("edit")
            await self.home.edit(self.who, mine[self._dice.below(len(mine))], f"Other words {len(self.did)}.")

    async def _second_thoughts(self) -> None:
        """Set out to tell the other something, and undo it at once."""
        begin, go, back = (
            ("/note", "send", "undo"),
            ("/breather", "breather", "breather-undo"),
            ("/warmth", "warmth", "undo-warmth"),
        )[self._dice.below(3)]
        self.did.append(f"{begin} and back")
        await self.home.command(self.who, begin)
        if begin == "/note":
            await self.home.write(self.who, "Almost.")
            await self._press("share")
        if await self._press(go):
            await self._press(back)

    async def _press(self, verb: str) -> bool:
        """Press the button of a verb on the newest message that has one; say whether there was any."""
        for message in sorted(self.who.messages.values(), key=lambda one: -one.id)[:3]:
            for _, data in message.buttons:
                if data.partition(":")[0] == verb:
                    await self.home.press(self.who, data, message.id)
                    return True
        return False

    async def _go(self) -> None:
        """Leave quietly, delete everything, or block the bot."""
        way = self._dice.below(3)
        self.did.append(("leaves", "is forgotten", "blocks")[way])
        if way == 0:
            await self.home.command(self.who, "/unpair")
            await self._press("leave")
        elif way == 1:
            await self.home.command(self.who, "/forget")
            await self._press("forget")
            await self.home.write(self.who, "forget")
        else:
            await self.home.act(self.who, preferences.gone)
            self._blocked = True


def _is_private(data: str) -> bool:
    return ":" in data and not data.startswith("https:") and data.partition(":")[0] not in TELLING


@dataclasses.dataclass(frozen=True, slots=True)
class Seen:
    """Everything that a phone has shown: what, when, in which order, and what is left of it."""

    log: Sequence[object]
    toasts: Sequence[str]
    shown: Sequence[object]

    @classmethod
    def on(cls, phone: Phone) -> "Seen":
        """Return what a phone has shown so far."""
        return cls(tuple(phone.log), tuple(phone.toasts), tuple(phone.messages.items()))

    def differs(self, other: "Seen") -> str | None:
        """Return the first thing in which they differ; None where there is none."""
        for mine, theirs in zip(self.log, other.log, strict=False):
            if mine != theirs:
                return f"{mine!r}\ninstead of\n{theirs!r}"
        if self == other:
            return None
        return f"{len(self.log)} things instead of {len(other.log)}: {[*self.log, *other.log][-1]!r}"


async def before(home: House) -> None:
    """Let each have shared something that the other has opened."""
    await home.wait(days=1)
    for one, other in ((home.ann, home.ben), (home.ben, home.ann)):
        await home.post(one, f"From {one.name}, before all this.")
        await home.wait(days=1)
        await home.tap(other, "Open")
        await home.tap(other, "Fold away")


async def days(home: House, life: Private | None, count: int = FORTNIGHT) -> Seen:
    """Let days pass in which Ben taps, shares and asks at his own times; return what his phone shows."""
    for day in range(count):
        for hours in range(len(_HOURS)):
            await home.until(_HOURS[hours], 7)
            if life is not None:
                await life.moment()
            await home.until(_HOURS[hours], 40)
            await _ben(home, day * len(_HOURS) + hours)
    await home.wait(days=1)
    return Seen.on(home.ben)


async def _ben(home: House, moment: int) -> None:
    """Let Ben do what he always does at this moment."""
    ben, day, hours = home.ben, *divmod(moment, len(_HOURS))
    if hours == 4 and any(label == "Not today" for one in ben.messages.values() for label, _ in one.buttons):
        await home.answer(ben)
    acts: dict[int, Sequence[str]] = {
        6: ("/today",),
        13: ("/ours",),
        22: ("/invite",),
        33: ("/journal",),
        41: ("/settings",),
        52: ("/ours", "/support"),
        58: ("/export",),
        66: ("/ours",),
    }
    for line in acts.get(moment, ()):
        await home.command(ben, line)
    if day in (2, 8) and hours == 3:
        await home.post(ben, f"From Ben, on day {day}.")
    if day == 9 and hours == 1:
        await home.tap(ben, "Take it back")
    if day == 5 and hours == 2:
        await home.command(ben, "/breather")
        await home.tap(ben, "1 hour")
        await home.wait(minutes=70)
        await home.tap(ben, "I'm back")
    if day == 10 and hours == 3:
        await home.command(ben, "/warmth")
        await home.tap(ben, ben.newest.buttons[0][0])
