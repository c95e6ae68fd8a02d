"""Takes a second look at words before they leave: which of them may land hard, and how seldom that is said."""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from bot.domain import model, schedule, wording

UNSAFE = "unsafe"  # the one group that is not carried, and that no softer words are offered for
KEPT = dt.timedelta(days=7)  # conversation, flow 7: then the two private counters are erased
SENT_AS_THEY_ARE = 2  # guide §4: after so many, quiet for a while
EVERY = 3  # one opened share in so many bears a line of coaching, so never two in a row


class Pattern(wording.Pattern, Protocol):
    """Wording that may land hard, with what to say about it and a gentler way."""

    @property
    def category(self) -> str: ...  # noqa: D102
    @property
    def hint(self) -> str | None: ...  # noqa: D102
    @property
    def alternative(self) -> str | None: ...  # noqa: D102
    @property
    def crisis_card(self) -> bool: ...  # noqa: D102


class Coach(Protocol):
    """The patterns of one language, the groups in the order of their rank, and the limits of hints."""

    @property
    def order(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def hints_per_day(self) -> int: ...  # noqa: D102
    @property
    def rest_days_after_two_sent(self) -> int: ...  # noqa: D102
    @property
    def patterns(self) -> Sequence[Pattern]: ...  # noqa: D102


def first(coaches: Sequence[Coach], words: str) -> Pattern | None:
    """Return the pattern of the highest rank that words hold; None where there is none, or no lists.

    What is unsafe comes before all else, in whichever language; then the author's own, which stands first.
    """
    plain = wording.plain(words)
    found = [
        ((one.category != UNSAFE, at, coach.order.index(one.category)), one)
        for at, coach in enumerate(coaches)
        for one in coach.patterns
        if wording.holds(plain, one)
    ]
    return min(found, key=lambda ranked: ranked[0])[1] if found else None


def may_hint(coach: Coach, person: model.Person, now: dt.datetime) -> bool:
    """Say whether a hint may be shown: so many a local day, and none for days after two were passed over."""
    rest = dt.timedelta(days=coach.rest_days_after_two_sent)
    if len([one for one in person.memory.as_is if now - one < rest]) >= SENT_AS_THEY_ARE:
        return False
    today = schedule.local_date(person, now)
    shown = [one for one in person.memory.hinted if schedule.local_date(person, one) == today]
    return len(shown) < coach.hints_per_day


def hinted(memory: model.Memory, now: dt.datetime) -> model.Memory:
    """Return the memory with one more hint in it."""
    return dataclasses.replace(faded(memory, now), hinted=(*faded(memory, now).hinted, now))


def sent_as_it_is(memory: model.Memory, now: dt.datetime) -> model.Memory:
    """Return the memory with one hint more that was passed over; the days of quiet count from the second."""
    memory = faded(memory, now)
    return dataclasses.replace(memory, as_is=(now,) * min(len(memory.as_is) + 1, SENT_AS_THEY_ARE))


def faded(memory: model.Memory, now: dt.datetime) -> model.Memory:
    """Return the memory without what is seven days old."""
    return dataclasses.replace(
        memory,
        hinted=tuple(one for one in memory.hinted if now - one < KEPT),
        as_is=tuple(one for one in memory.as_is if now - one < KEPT),
    )


def opened(memory: model.Memory, n: int) -> model.Memory:
    """Return the memory after the share numbered n was opened: the second bears a line, then every third."""
    if memory.uncoached + 1 + (memory.coached is None) >= EVERY:
        return dataclasses.replace(memory, coached=n, uncoached=0)
    return dataclasses.replace(memory, uncoached=memory.uncoached + 1)
