"""Lives a person's days by the rules alone: what comes, what they do with it, and what that leads to."""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from bot.domain import drawer, ladder, mirrors, model, prompting, schedule, slots, spotting
from tests.domain import making
from tests.domain.making import NOW

SMALLEST = ladder.Size(model.Step.TAP, 1)
LATER = dt.timedelta(hours=1)
DEEDS = ("tap", "words", "not today", "nothing", "a lot", "yes")


@dataclasses.dataclass(frozen=True, slots=True)
class Came:
    """What took one day's slot."""

    at: dt.datetime
    day: dt.date
    kind: model.Kind
    prompt_id: str = ""
    size: ladder.Size = SMALLEST
    comfort: ladder.Size = SMALLEST


@dataclasses.dataclass(slots=True)
class Life:
    """One person whose days follow each other; `said` is everything that was folded, with its moment."""

    person: model.Person
    prompts: Mapping[str, model.Prompt]
    plan: prompting.Plan = making.PLAN
    calendar: mirrors.Calendar | None = None
    now: dt.datetime = NOW
    came: list[Came] = dataclasses.field(default_factory=list)
    said: list[tuple[dt.datetime, ladder.Event]] = dataclasses.field(default_factory=list)
    comforts: list[ladder.Size] = dataclasses.field(default_factory=list)

    def live(self, days: int, deeds: Sequence[str]) -> "Life":
        """Live so many days; what is done with each ask comes from `deeds`, round and round."""
        end, turn = self.now + dt.timedelta(days=days), 0
        while (due := schedule.next_ask(self.person, self.now)) is not None and due < end:
            self.now = due
            if self.come():
                self.do(deeds[turn % len(deeds)])
                turn += 1
        self.now = end
        return self

    def come(self) -> bool:
        """Give the slot that is due now; say whether it was an ask."""
        self.person = ladder.settle(self.person, self.now)
        day = schedule.local_date(self.person, self.now)
        empty = {model.Kind.LOOK_BACK} | (set() if self._kept_a_line() else {model.Kind.DRAWER})
        kind = slots.slot(self.person, day, schedule.last_date(self.person), empty)
        if kind is None:
            return False
        text = slots.goes_on(self.person, day) if kind is model.Kind.FOUR_WEEKS else None
        if text == slots.QUIETER:
            self.said.append((self.now, ladder.Told()))
            self.comforts.append(ladder.Size(self.person.step, self.person.depth))
        self.person = dataclasses.replace(slots.taken(self.person, kind, day, text), last_ask_at=self.now)
        self.came.append(self._asked(day) if kind is model.Kind.ASK else Came(self.now, day, kind))
        return bool(self.came[-1].prompt_id)

    def _kept_a_line(self) -> bool:
        """Say whether there is a line that could come back."""
        lines = [at for at, event in self.said if isinstance(event, ladder.Answered) and not event.tapped]
        return any(drawer.RIPE <= self.now - at < drawer.STALE for at in lines)

    def choose(self, day: dt.date) -> str | None:
        """Return the prompt of this date."""
        return self._day(day).choose()

    def _day(self, day: dt.date) -> prompting.Day:
        return prompting.Day(
            person=self.person,
            day=day,
            size=ladder.size(self.person, day, self.now),
            past=[prompting.Served(*one) for one in self.person.ladder.served],
            prompts=self.prompts,
            plan=self.plan,
            calendar=self.calendar,
            light=ladder.is_light(self.person, self.now),
        )

    def _asked(self, day: dt.date) -> Came:
        size = ladder.size(self.person, day, self.now)
        chosen = self.choose(day) or ""
        comfort = ladder.Size(self.person.step, self.person.depth)
        if chosen:
            depth = self.prompts[chosen].depth
            self.fold(ladder.Given(day=day, at=self.now, prompt_id=chosen, step=size.step, depth=depth))
        return Came(self.now, day, model.Kind.ASK, chosen, size, comfort)

    def fold(self, event: ladder.Event) -> None:
        """Let something happen now."""
        self.said.append((self.now, event))
        self.person = ladder.fold(ladder.settle(self.person, self.now), event)
        self.comforts.append(ladder.Size(self.person.step, self.person.depth))

    def do(self, deed: str) -> None:
        """Do something with the ask that came last, an hour after it came."""
        asked = self.came[-1]
        self.now += LATER
        if deed == "not today":
            self.fold(ladder.LeftAlone(asked.day))
        elif deed != "nothing":
            self.fold(ladder.Answered(asked.day, asked.size.step, deed == "tap"))
            self._after(deed, asked.day)

    def _after(self, deed: str, day: dt.date) -> None:
        if deed == "a lot":
            self.fold(ladder.ALot(day))
            memory = spotting.lighter(self.person.memory, self.now + spotting.LIGHT)
            self.person = dataclasses.replace(self.person, memory=memory)
        higher = ladder.offer(self.person, day, self.now, reachable=ladder.PUSHED_DEPTH)
        if higher is not None:
            self.fold(ladder.Offered(day))
            if deed == "yes":
                self.fold(ladder.Accepted(deeper=higher.depth > self.person.depth))

    def asks(self) -> Iterator[Came]:
        """Yield the asks that came."""
        return (one for one in self.came if one.kind is model.Kind.ASK and one.prompt_id)
