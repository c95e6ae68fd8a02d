"""Says on which day of the calendar both halves of a pair may meet one theme, each from their own side.

It is a matter of the pair and the week alone: it reads nothing of either person, so that neither can learn anything
of the other from it. What somebody's own track, ceilings or closed themes rule out, that one does not get.
"""

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from bot.domain import ladder, model

AGAIN_AFTER = 52  # weeks
LIGHT_WEEKS = 2  # every second week stays at the surface while it lasts: everybody can be met there
NONE: frozenset[str] = frozenset()


@dataclasses.dataclass(frozen=True, slots=True)
class Calendar:
    """The mirrored days of one pair, from the day on which it began."""

    pair_id: int
    start: dt.date
    prompts: Mapping[str, model.Prompt]

    def falls_on(self, day: dt.date) -> bool:
        """Say whether this date is the week's mirrored day; the day of pairing never is."""
        days = (day - self.start).days
        return days > 0 and days % 7 == int(self._order(f"day {days // 7}"), 16) % 7

    def on(self, day: dt.date) -> frozenset[str]:
        """Return the ids of the prompts that mirror each other on this date; none on any other day."""
        if not self.falls_on(day):
            return NONE
        chosen: list[frozenset[str]] = []
        pairs = sorted(self._pairs(), key=lambda pair: self._order(" ".join(sorted(pair.ids))))
        for week in range(1, (day - self.start).days // 7 + 2):
            chosen.append(_choose(pairs, week, frozenset(chosen[-AGAIN_AFTER:])))
        return chosen[-1]

    def _pairs(self) -> frozenset["_Pair"]:
        """Return the prompts that mirror each other; a playful one mirrors itself."""
        found = set()
        for one in self.prompts.values():
            other = self.prompts.get(one.mirror or "")
            if other is not None and not one.pull_only:
                weeks = max(one.weeks[0], other.weeks[0]), min(one.weeks[1], other.weeks[1])
                found.add(_Pair(frozenset({one.id, other.id}), max(one.depth, other.depth), weeks))
        return frozenset(found)

    def _order(self, what: str) -> str:
        """Return a key that shuffles things in an order of this pair's own."""
        return hashlib.sha256(f"{self.pair_id} {what}".encode()).hexdigest()


@dataclasses.dataclass(frozen=True, slots=True)
class _Pair:
    """Two prompts that mirror each other, with what holds of both."""

    ids: frozenset[str]
    depth: int
    weeks: tuple[int, int]


def _choose(pairs: Sequence[_Pair], week: int, used: AbstractSet[frozenset[str]]) -> frozenset[str]:
    """Return the first that may come in this week of the pair: every second week a light one, if there is any."""
    deepest = ladder.deepest(week, ladder.PUSHED_DEPTH, ladder.PUSHED_DEPTH)
    turn = ladder.arc_week(week)
    fitting = NONE
    for pair in pairs:
        if pair.depth <= deepest and pair.weeks[0] <= turn <= pair.weeks[1] and pair.ids not in used:
            if pair.depth == 1 or not week % LIGHT_WEEKS:
                return pair.ids
            fitting = fitting or pair.ids
    return fitting
