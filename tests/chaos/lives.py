"""People who live with the bot for weeks: they react to what comes, and now and then do something of their own."""

import asyncio
import dataclasses
import re
from collections.abc import Awaitable, Callable, Sequence

from bot.domain import schedule
from bot.simulator import messages, person
from tests.chaos import play

TEXT = re.compile(r"quokkabell(\d{4})x\d{5}")
_DAY = 86400.0

# How likely somebody reacts at all to a message, by the first of these verbs that stands on it.
_REACTS = {
    "agree": 0.97,
    "go-on": 0.97,
    "calm": 0.97,
    "zone": 0.97,
    "leaning": 0.9,
    "pair": 0.97,
    "confirm": 0.97,
    "open": 0.85,
    "send": 0.8,
    "send-anyway": 0.5,
    "as-is": 0.5,
    "receive": 0.6,
    "step-up": 0.4,
    "drawer": 0.3,
    "pace": 0.3,
    "uncover": 0.6,
    "breather-back": 0.5,
    "breather-answer": 0.5,
    "leave": 0.5,
    "forget": 0.3,
    "entry": 0.3,
    "journal": 0.2,
    "warmth": 0.6,
    "rest": 0.5,
    "uninvite": 0.03,
    "take-back": 0.25,
}
_FOR_THE_OTHER = frozenset(
    [
        "send",
        "send-now",
        "send-tender",
        "send-anyway",
        "as-is",
        "seal",
        "softer",
        "ready",
        "receive",
        "own-words",
        "write-back",
        "answer-back",
        "warmth",
        "own-warmth",
        "breather",
        "breather-day",
        "breather-answer",
        "tell",
        "invite",
        "go-on",
        "pair",
        "confirm",
        "forget",
    ]
)
_SET_UP = frozenset(["agree", "go-on", "calm", "zone", "leaning", "pair", "confirm"])
_WEIGHTS = play.WEIGHTS | {
    "leave": 0.7,
    "tell": 0.5,
    "calm": 5,
    "zone": 9,
    "leaning": 5,
    "answer": 6,
    "skip": 1.5,
    "breather": 1,
    "rest": 1,
    "forget": 1,
    "seal": 3,
    "warmth": 3,
    "hello-skip": 0.2,
    "not-now": 3,
    "take-back": 2,
    "settings": 0.5,
    "stop": 0.1,
    "pause": 0.3,
    "forget-me": 0.1,
    "look-back-off": 0.1,
    "drawer-off": 0.1,
}


@dataclasses.dataclass(frozen=True, slots=True)
class Nature:
    """How somebody is: which part of the questions they answer and share, and how often they begin themselves."""

    answers: float
    shares: float
    every: float  # days between two things that nobody asked for; 0: none ever
    wild: float = 0.0  # how often what they begin is rare: leaving, deleting, moving, blocking
    typing: float = 0.15
    private: bool = False  # whatever they do, nothing of it is for the other


NATURES = {
    "silent": Nature(0.0, 0.0, 0.0),
    "fading": Nature(0.3, 0.05, 0.0),
    "steady": Nature(0.75, 0.2, 9.0, 0.02),
    "open": Nature(0.85, 0.5, 4.0, 0.03),
    "restless": Nature(0.7, 0.7, 0.4, 0.5, 0.3),
    "giving": Nature(0.9, 0.9, 0.5, 0.0, 0.2),
    "leaving": Nature(0.5, 0.3, 0.5, 1.0),
    "private": Nature(0.8, 0.6, 0.5, 0.3, 0.3, private=True),
    "wild": Nature(0.7, 0.5, 1.0, 0.25, 0.3),
}


class Inhabitant(play.Player):
    """One person of a world, by number; everything they write has their canary."""

    def __init__(self, phone: person.Person, number: int, nature: Nature, zone: str, seed: int) -> None:
        self.number = number
        self.nature = nature
        self.zone = zone
        self.partner: Inhabitant | None = None
        self.moved_at = -_DAY  # when they last changed anything that times depend on
        self.erased_at = -1.0  # when they last gave up anything that they had written
        self.told: Callable[[play.Did], None] = _nobody
        self.asleep = False
        self._pending = 0
        super().__init__(phone, canary(number), play.Dice(seed), [])

    # What comes in

    def received(self, message: messages.Message) -> None:
        """See something on the phone, and perhaps plan to react."""
        verbs = [play._verb(button) for row in message.keyboard for button in row]
        if not verbs or self.asleep or self._pending > 3:
            return
        if self.dice.below(1) < self._interest(verbs):
            self._pending += 1
            later = self._delay(verbs)
            self._start(self._react(message.id), later)

    def _interest(self, verbs: Sequence[str]) -> float:
        if "skip" in verbs:
            return self.nature.answers
        if "share" in verbs:
            return self.nature.shares
        known = next((_REACTS[verb] for verb in verbs if verb in _REACTS), 0.12)
        return known if self.nature.answers or _SET_UP.intersection(verbs) else 0.0

    def _delay(self, verbs: Sequence[str]) -> float:
        """Return the seconds until they tap: mostly moments, for questions and notices sometimes hours."""
        slow = "skip" in verbs or "open" in verbs
        return self.dice.below(4 * 3600.0) if slow and self.dice.below(1) < 0.5 else 1 + self.dice.below(40)

    async def _react(self, message_id: int) -> None:
        self._pending -= 1
        message = self.phone.chat.find(message_id)
        if message is None or self.asleep or self.phone.chat.blocked:
            return
        buttons = [
            button for row in message.keyboard for button in row if button.callback_data and self._may(button)
        ]
        if not buttons:
            return
        verbs = {play._verb(one) for one in buttons}
        if "skip" in verbs and self.dice.below(1) < self.nature.typing:
            await self._say(self.line(), message if self.dice.below(1) < 0.5 else None)
            return
        if "zone" in verbs:
            await self._press(f"zone:{schedule.zone_number(self.zone)}", message)
            return
        chosen = self.dice.one(buttons, lambda one: _WEIGHTS.get(play._verb(one), 1))
        await self._press(chosen.callback_data or "", message)
        if self.dice.below(1) < 0.03:
            await self._press(chosen.callback_data or "", message)

    def _may(self, button: messages.Button) -> bool:
        """Say whether somebody like this would ever tap a button."""
        return not self.nature.private or play._verb(button) not in _FOR_THE_OTHER

    async def _press(self, data: str, message: messages.Message) -> None:
        self._note("tap", data, message)
        await self.phone.forge(data, message)

    # What they begin

    async def live(self) -> None:
        """Do something of one's own now and then, for ever; sometimes the other does at the very same moment."""
        if not self.nature.every:
            return
        while True:
            await asyncio.sleep(self.dice.below(2 * self.nature.every * _DAY))
            if self.asleep:
                return
            together = self.dice.below(1) < 0.25 and not self.nature.private
            if together and self.partner is not None and self.partner.nature.every:
                self._start(self.partner.begin(), 0)
            await self.begin()

    async def begin(self) -> None:
        """Do one thing that nobody asked for."""
        if self.phone.chat.blocked:
            if self.dice.below(1) < 0.6:
                await self.phone.press_start()
            return
        rare = self.dice.below(1) < self.nature.wild
        usual = self._alone() if self.nature.private else (*self._alone(), *self._with_the_other())
        await self.dice.one(self._rare() if rare else usual, lambda one: one[0])[1]()

    def _with_the_other(self) -> Sequence[tuple[float, Callable[[], Awaitable[object]]]]:
        return (
            (2, self._tap),
            (1, lambda: self._say("/warmth")),
            (0.6, lambda: self._say("/breather")),
        )

    def _alone(self) -> Sequence[tuple[float, Callable[[], Awaitable[object]]]]:
        return (
            (5, self._write_note),
            (3, lambda: self._say(self.line())),
            (1, self._edit),
            (1.5, lambda: self._say("/today")),
            (0.5, lambda: self._say("/journal")),
            (0.5, lambda: self._say("/ours")),
            (0.3, lambda: self._say("/start")),
            (0.3, lambda: self._say("undo")),
            (0.3, lambda: self._say("/settings")),
            (0.2, lambda: self._say("/support")),
            (0.2, lambda: self._say("/cancel")),
            (0.1, lambda: self._say("/privacy")),
            (0.1, lambda: self._say("/clear")),
        )

    def _rare(self) -> Sequence[tuple[float, Callable[[], Awaitable[object]]]]:
        if self.nature.private:
            return ((2, self._move), (2, lambda: self._say("/pause")), (1, lambda: self._say("/unpair")))
        return (
            (3, self._move),
            (2, lambda: self._say("/pause")),
            (2, lambda: self._say("/resume")),
            (1.5, lambda: self._say("/unpair")),
            (2, lambda: self._say("/invite")),
            (1.5, self._follow),
            (0.5, self._forget),
            (1, self.phone.block),
            (0.3, lambda: self._say("/export")),
        )

    async def _write_note(self) -> None:
        await self._say("/note")
        await asyncio.sleep(self.dice.below(20))
        await self._say(self.line())

    async def _move(self) -> None:
        """Travel: choose another zone under an old button or a new one."""
        self.zone = self.dice.one(("Pacific/Apia", "America/Los_Angeles", "Europe/Berlin", "Asia/Kathmandu"))
        mine = self.phone.inbox[-1:]
        if mine:
            await self._press(f"set-zone:{schedule.zone_number(self.zone)}", mine[0])

    async def _forget(self) -> None:
        await self._say("/forget")
        await asyncio.sleep(5 + self.dice.below(20))
        for one in self.phone.inbox[-1:]:
            data = [data for data in play._data(one) if data.startswith("forget:")]
            if data:
                await self._press(self.dice.one(data), one)
                await asyncio.sleep(5)
        await self._say("forget")

    # How it is written down

    async def _say(self, words: str, reply_to: messages.Message | None = None) -> None:
        if not self.phone.chat.blocked:
            await super()._say(words, reply_to)

    def _note(self, what: str, words: str, message: messages.Message) -> None:
        now = self.phone.world.monotonic()
        if words.partition(":")[0] in ("set", "set-zone", "zone", "calm", "resume", "rest"):
            self.moved_at = now
        did = play.Did(now, self.number, what, words, dataclasses.replace(message))
        self.told(did)

    def _start(self, work: Awaitable[object], later: float) -> None:
        async def act() -> None:
            await asyncio.sleep(later)
            await work

        asyncio.create_task(act(), name=f"sim person {self.number}")  # noqa: TID251, RUF006 - held by its timer


def canary(number: int) -> str:
    """Return the word that stands in everything this person writes."""
    return f"quokkabell{number:04d}"


def _nobody(_did: play.Did) -> None:
    """Tell nobody."""
