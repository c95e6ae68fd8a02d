"""Chooses the prompt of a day from a person's own history and seed, and from nothing else."""

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence

from bot.domain import ladder, mirrors, model, schedule

PLAY = "play_warmth"  # guide 1.17: after something was a lot, one of the next two is for play
CHECKINS_A_WEEK = 2
LATE_IN_THE_WEEK = 3  # days after its first: what the week still lacks comes first then
TRACKS: dict[model.Leaning | None, frozenset[str]] = {
    model.Leaning.QUIET: frozenset({"quiet", "either"}),
    model.Leaning.REACH: frozenset({"reach", "either"}),
    model.Leaning.EITHER: frozenset({"quiet", "reach", "either"}),
    None: frozenset({"quiet", "reach", "either"}),
}


@dataclasses.dataclass(frozen=True, slots=True)
class Arc:
    """What a stretch of weeks is for: its themes, and how deep it goes."""

    weeks: tuple[int, int]
    depth_max: int
    themes: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Plan:
    """The arcs in order, and the themes that every week holds at least once."""

    arcs: tuple[Arc, ...]
    weekly: tuple[str, ...]

    def arc(self, week: int) -> Arc:
        """Return the arc that a week (from 1, also past the fourteenth) belongs to."""
        turn = ladder.arc_week(week)
        return next(arc for arc in self.arcs if arc.weeks[0] <= turn <= arc.weeks[1])


@dataclasses.dataclass(frozen=True, slots=True)
class Served:
    """One prompt that a person was given, and when."""

    day: dt.date
    prompt_id: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One local day of one person, with all that its prompt may depend on."""

    person: model.Person
    day: dt.date
    size: ladder.Size
    past: Sequence[Served]
    prompts: Mapping[str, model.Prompt]
    plan: Plan
    calendar: mirrors.Calendar | None = None  # of the pair, where there is one
    light: bool = False

    @property
    def start(self) -> dt.date:
        """The day of the person's own hello."""
        return self.person.hello_on or self.day

    @property
    def week(self) -> int:
        """The person's week, from 1."""
        return ladder.week_of(self.person, self.day)

    @property
    def deepest(self) -> int:
        """How deep a prompt may go on this day."""
        return ladder.deepest(self.week, self.plan.arc(self.week).depth_max, self.size.depth)

    def choose(self) -> str | None:
        """Return the id of this day's prompt: the same for the same history, whoever asks and when.

        None where the person has closed every theme that is left.
        """
        fresh = self.fresh()
        shared = self.calendar.on(self.day) if self.calendar else mirrors.NONE
        mirrored = [one for one in fresh if one.id in shared]
        if mirrored:
            return min(mirrored, key=lambda one: self._order(one.id)).id
        # What both could meet on a mirrored day is kept for one.
        own = [one for one in fresh if self.calendar is None or one.mirror is None]
        if own and not self.is_checkin():
            return self._pick(own)
        return self._checkin(own) or (self._pick(own) if own else None)

    def fresh(self) -> list[model.Prompt]:
        """Return the prompts that may be pushed on this day."""
        used = {one.prompt_id for one in self.past if self.day - one.day < ladder.YEAR}
        tracks, closed = TRACKS[self.person.leaning], self.person.choices.closed
        deepest, week = self.deepest, ladder.arc_week(self.week)
        return [
            one
            for one in self.prompts.values()
            if one.depth <= deepest
            and one.weeks[0] <= week <= one.weeks[1]
            and one.track in tracks
            and one.theme not in closed
            and one.id not in used
            and not (one.checkin or one.pull_only)
        ]

    def is_checkin(self) -> bool:
        """Say whether this is one of the week's check-in days; neither the first of all nor a mirrored one is."""
        week = ladder.days_of(self.person, self.day)
        days = [day for day in week if day != self.start and not (self.calendar and self.calendar.falls_on(day))]
        wanted = round(len(week) * CHECKINS_A_WEEK / 7)
        return self.day in sorted(days, key=lambda day: self._order(f"{day}"))[:wanted]

    def is_late(self) -> bool:
        """Say whether what the week still lacks comes first by now."""
        return (self.day - self.start).days % 7 >= LATE_IN_THE_WEEK

    def _pick(self, fresh: Sequence[model.Prompt]) -> str:
        """Return one of the fresh prompts: a theme the week still lacks, then the arc's own, then any."""
        seen = self._themes_of_week()
        arc = self.plan.arc(self.week)
        playful = self.light and self._last_theme() != PLAY
        late = self.is_late()

        def rank(theme: str) -> tuple[int, int]:
            if playful and theme == PLAY:
                return -1, seen.count(theme)
            lacking = theme in self.plan.weekly and theme not in seen
            first = 0 if lacking and late else 1 if lacking or theme in arc.themes else 2
            return first, seen.count(theme)

        ranks = {theme: rank(theme) for theme in {one.theme for one in fresh}}
        best = min(ranks.values())
        return min((one.id for one in fresh if ranks[one.theme] == best), key=self._order)

    def _last_theme(self) -> str | None:
        """Return the theme of the last prompt that was served."""
        last = self.prompts.get(self.past[-1].prompt_id) if self.past else None
        return last.theme if last else None

    def _themes_of_week(self) -> list[str]:
        """Return the themes already served in this week, check-ins included."""
        first = self.start + ladder.WEEK * (self.week - 1) if self.week > 1 else dt.date.min
        after = self.start + ladder.WEEK * self.week
        week = [one.prompt_id for one in self.past if first <= one.day < after]
        return [self.prompts[one].theme for one in week if one in self.prompts]

    def _checkin(self, left: Sequence[model.Prompt]) -> str | None:
        """Return the check-in of an open theme that came longest ago, in the person's own order.

        One of a theme that the week lacks comes first, where it is late or none of the questions left can bring it.
        """
        last = {one.prompt_id: one.day for one in self.past}
        closed, seen = self.person.choices.closed, self._themes_of_week()
        to_come = frozenset() if self.is_late() else {one.theme for one in left}
        lacking = {theme for theme in self.plan.weekly if theme not in seen and theme not in to_come}
        checkins = [
            one
            for one in self.prompts.values()
            if one.checkin and one.theme not in closed and one.depth <= self.size.depth
        ]
        if not checkins:
            return None
        first = [one for one in checkins if one.theme in lacking] or checkins
        return min((one.id for one in first), key=lambda one: (last.get(one, dt.date.min), self._order(one)))

    def _order(self, what: str) -> str:
        """Return a key that shuffles things in an order of this person's own."""
        return hashlib.sha256(f"{self.person.seed} {what}".encode()).hexdigest()


def is_answerable(ask: model.Ask, now: dt.datetime) -> bool:
    """Say whether this ask may still be answered: sent, and not yet closed by time."""
    return ask.state is model.AskState.SENT and ask.sent_at is not None and now - ask.sent_at < schedule.ASK_OPEN


def is_covered(prompt: model.Prompt) -> bool:
    """Say whether only a cover line is pushed for this prompt."""
    return prompt.depth >= ladder.COVERED_DEPTH
