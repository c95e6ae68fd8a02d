"""Says on which day of the calendar both halves of a pair may meet one theme, each from their own side.

It is a matter of the pair and the week alone: it reads nothing of either person, so that neither can learn anything
of the other from it. What somebody's own track, ceilings or closed themes rule out, that one does not get.
"""

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping

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
        mirrored = sorted(set(self._mirrored()), key=lambda ids: self._order(" ".join(sorted(ids))))
        for week in range(1, (day - self.start).days // 7 + 2):
            used = set(chosen[-AGAIN_AFTER:])
            fitting = [ids for ids in mirrored if ids not in used and self._fits(ids, week)]
            light = [ids for ids in fitting if max(self.prompts[one].depth for one in ids) == 1]
            chosen.append(next(iter(light if light and week % LIGHT_WEEKS else fitting), NONE))
        return chosen[-1]

    def _mirrored(self) -> Iterator[frozenset[str]]:
        """Yield the ids of prompts that mirror each other; a playful one mirrors itself."""
        for one in self.prompts.values():
            if one.mirror in self.prompts and not one.pull_only:
                yield frozenset({one.id, one.mirror or one.id})

    def _fits(self, ids: frozenset[str], week: int) -> bool:
        """Say whether both sides may come in this week of the pair."""
        deepest = ladder.deepest(week, ladder.PUSHED_DEPTH, ladder.PUSHED_DEPTH)
        turn = ladder.arc_week(week)
        both = [self.prompts[one] for one in ids]
        return all(one.depth <= deepest and one.weeks[0] <= turn <= one.weeks[1] for one in both)

    def _order(self, what: str) -> str:
        """Return a key that shuffles things in an order of this pair's own."""
        return hashlib.sha256(f"{self.pair_id} {what}".encode()).hexdigest()
