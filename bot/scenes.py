"""Short plays for the demo page: two people and the real bot, at a pace that can be followed."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Protocol

from bot.simulator import backstage
from bot.simulator.person import Person

PAUSE = 2.2  # seconds between two steps: time to read a line


class Theatre(Protocol):
    """The two people of a scene, and the clock between them."""

    @property
    def ann(self) -> Person: ...  # noqa: D102
    @property
    def ben(self) -> Person: ...  # noqa: D102

    async def move(self, step: backstage.Step) -> None:
        """Move the clock ahead."""
        ...


Step = Callable[[], Awaitable[object]]


def _small_share(on: Theatre) -> tuple[Step, ...]:
    """One tap, one share, one acknowledgement."""
    return (
        lambda: on.ann.send("/note"),
        lambda: on.ann.send("I saw how tired you were last night, and I didn't know what to say."),
        lambda: on.ann.tap("Share…"),
        lambda: on.ann.tap("It was hard to say"),
        lambda: on.ann.tap("Send"),
        lambda: on.ann.tap("Send now"),
        lambda: on.ben.tap("Open"),
        lambda: on.ben.tap(on.ben.buttons[0]),
        lambda: on.move("10min"),
        lambda: on.ann.tap("Open"),
    )


def _changing_your_mind(on: Theatre) -> tuple[Step, ...]:
    """Undo before it leaves, less of it, and taking back what was opened."""
    return (
        lambda: on.ann.send("/note"),
        lambda: on.ann.send("I was short with you this morning. It wasn't about you. I slept badly."),
        lambda: on.ann.tap("Share…"),
        lambda: on.ann.tap("Send"),
        lambda: on.ann.tap("Undo"),
        lambda: on.ann.tap("Share…"),
        lambda: on.ann.tap("Less of it"),
        lambda: on.ann.tap("It wasn't about you."),
        lambda: on.ann.tap("Send"),
        lambda: on.ann.tap("Send now"),
        lambda: on.ben.tap("Open"),
        lambda: on.ann.tap("Take it back"),
    )


def _harsh_reply_softened(on: Theatre) -> tuple[Step, ...]:
    """Words that would have landed hard, and what is sent instead."""
    return (
        lambda: on.ann.send("/note"),
        lambda: on.ann.send("Talking about yesterday scares me a little."),
        lambda: on.ann.tap("Share…"),
        lambda: on.ann.tap("How Ben may answer"),
        lambda: on.ann.tap("One gentle question"),
        lambda: on.ann.tap("Send"),
        lambda: on.ann.tap("Send now"),
        lambda: on.ben.tap("Open"),
        lambda: on.ben.tap(on.ben.buttons[0]),
        lambda: on.move("10min"),
        lambda: on.ben.tap("Write back"),
        lambda: on.ben.send("You never talk to me."),
        lambda: on.ben.tap("Try a softer version"),
        lambda: on.ben.send("I'm glad you told me. What would make it a bit easier?"),
        lambda: on.move("10min"),
        lambda: on.ann.tap("Open"),
    )


def _fight_and_breather(on: Theatre) -> tuple[Step, ...]:
    """Pause a talk that gets too much, with a promised return, and come back."""
    return (
        lambda: on.ann.send("/breather"),
        lambda: on.ann.tap("20 min"),
        lambda: on.ann.tap("My head is very full"),
        lambda: on.move("10min"),
        lambda: on.ben.tap("See you then"),
        lambda: on.ben.tap("Something for me now"),
        lambda: on.move("10min"),
        lambda: on.ann.tap("I'm back"),
    )


PLAYS: Mapping[str, Callable[[Theatre], tuple[Step, ...]]] = {
    "small-share": _small_share,
    "harsh-reply": _harsh_reply_softened,
    "breather": _fight_and_breather,
    "changing-your-mind": _changing_your_mind,
}


def pairing(on: Theatre, places: Sequence[str]) -> tuple[Step, ...]:
    """Return the steps that take both from START to a pair, with a place, a time and a leaning each."""
    return (
        on.ann.press_start,
        lambda: on.ann.tap("I'm 18"),
        lambda: _answer(on.ann),
        *_setup(lambda: on.ann, places[0], "I go quiet"),
        lambda: on.ann.tap("Invite my partner"),
        lambda: on.ann.tap("Go on"),
        lambda: on.ben.open(_link(on.ann)),
        lambda: on.ben.tap("Go on"),
        lambda: on.ben.tap("Pair with"),
        lambda: _answer(on.ben),
        *_setup(lambda: on.ben, places[1], "I want to talk"),
        lambda: on.ann.tap("Yes, that's right"),
    )


def _setup(who: Callable[[], Person], place: str, leaning: str) -> tuple[Step, ...]:
    """Return the three small questions of the hello, answered."""
    return (
        lambda: who().tap("Evening"),
        lambda: who().send(place),
        lambda: who().tap(place),
        lambda: who().tap(leaning),
    )


async def _answer(person: Person) -> None:
    """Tap the first answer of the newest question that has one."""
    asked = next(one for one in reversed(person.inbox) if "Not today" in one.buttons)
    await person.tap(asked.buttons[0], message=asked)


def _link(person: Person) -> str:
    """Return the invitation's address on this person's phone."""
    words = next(one.words for one in reversed(person.inbox) if "?start=" in one.words)
    return next(word for word in words.split() if "?start=" in word).strip("\u2068\u2069")
