"""Plays a year of questions for everybody there could be, by the rules alone, and tells where they fall short."""

import concurrent.futures
import dataclasses
import datetime as dt
import functools
import itertools
import multiprocessing
import pathlib
from collections.abc import Callable, Iterator, Mapping, Sequence

from bot.content import catalogue
from bot.domain import ladder, mirrors, model, prompting, slots

DAYS = 365
CLOSED = 3  # themes that each of them closed
PAIRS = 4  # calendars of mirrored days, met in turn
_FIRST = dt.datetime(2027, 1, 4, 19, tzinfo=dt.UTC)
_LATER = dt.timedelta(hours=1)
_A_FEW = 9  # how many are sent to another process at once


@dataclasses.dataclass(frozen=True, slots=True)
class Who:
    """Somebody with a leaning and closed themes; who grows takes every step that is offered, others take none."""

    number: int
    leaning: model.Leaning | None
    grows: bool
    closed: tuple[str, ...]

    def __str__(self) -> str:
        leaning = self.leaning or "no leaning"
        return f"{leaning}, {'grows' if self.grows else 'stays'}, closed {', '.join(self.closed) or 'nothing'}"


@dataclasses.dataclass(frozen=True, slots=True)
class Played:
    """What one year came to: how many asks, how many of them check-ins, and everything that was wrong."""

    who: Who
    asks: int
    checkins: int
    mirrored: int
    faults: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """Yield every fault with who met it."""
        return (f"{self.who}: {fault}" for fault in self.faults)


@dataclasses.dataclass(frozen=True, slots=True)
class _Calendar(mirrors.Calendar):
    """A calendar that remembers its days, since thousands of years are played with it."""

    known: dict[dt.date, frozenset[str]] = dataclasses.field(default_factory=dict)

    def on(self, day: dt.date) -> frozenset[str]:
        """Return the ids of the prompts that mirror each other on this date."""
        if day not in self.known:
            self.known[day] = mirrors.Calendar.on(self, day)
        return self.known[day]


@dataclasses.dataclass(frozen=True, slots=True)
class Questions:
    """All that a year is played with."""

    prompts: Mapping[str, model.Prompt]
    plan: prompting.Plan
    themes: tuple[str, ...]
    calendars: tuple[mirrors.Calendar, ...]


@functools.lru_cache(maxsize=1)
def questions(root: pathlib.Path) -> Questions:
    """Return the questions of a content folder; raises ContentError."""
    return questions_of(catalogue.load(root))


def questions_of(words: catalogue.Catalogue) -> Questions:
    """Return what a year is played with, of content that was read."""
    arcs = tuple(prompting.Arc(one.weeks, one.depth_max, one.themes) for one in words.plan.arcs)
    return Questions(
        prompts=words.prompts,
        plan=prompting.Plan(arcs=arcs, weekly=tuple(words.plan.every_week_min)),
        themes=tuple(theme.id for theme in words.plan.themes),
        calendars=tuple(_Calendar(pair, _FIRST.date(), words.prompts) for pair in range(1, PAIRS + 1)),
    )


def everybody(themes: Sequence[str]) -> list[Who]:
    """Return every leaning with every three closed themes, growing and staying."""
    leanings: tuple[model.Leaning | None, ...] = (*model.Leaning, None)
    each = itertools.product(leanings, (True, False), itertools.combinations(themes, CLOSED))
    return [Who(number, *one) for number, one in enumerate(each)]


def report(played: Sequence[Played], say: Callable[[str], None]) -> bool:
    """Say each fault in a line, then what the years came to; return whether all of them went well."""
    for line in itertools.chain.from_iterable(one.lines() for one in played):
        say(line)
    wrong = sum(bool(one.faults) for one in played)
    say(f"{len(played)} years, {sum(one.asks for one in played)} questions; {wrong} years went wrong")
    for name, some in (
        ("grows", [one for one in played if one.who.grows]),
        ("stays", [one for one in played if not one.who.grows]),
    ):
        if some:
            say(f"who {name}: {_summary(some)}")
    return not wrong


def _summary(played: Sequence[Played]) -> str:
    """Say how many check-ins filled a year, at most and for whom, and how often the two met."""
    fullest = max(played, key=lambda one: one.checkins)
    least = min(one.mirrored for one in played)
    return (
        f"{min(one.checkins for one in played)} to {fullest.checkins} of {fullest.asks} days are check-ins "
        f"(most: {fullest.who}); at least {least} mirrored days"
    )


def play_all(root: pathlib.Path, people: Sequence[Who], processes: int) -> Iterator[Played]:
    """Yield the year of each, in their order, played in so many processes."""
    spawn = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(processes, mp_context=spawn) as pool:
        yield from pool.map(_play_from, itertools.repeat(root), people, chunksize=_A_FEW)


def _play_from(root: pathlib.Path, who: Who) -> Played:
    return play(who, questions(root))


def play(who: Who, known: Questions) -> Played:
    """Return the year of one person in a pair, who answers everything in words."""
    life = _Life(who, known)
    for number in range(DAYS):
        life.live(_FIRST + dt.timedelta(days=number))
    return life.played()


def _is_for(prompt: model.Prompt, who: Who) -> bool:
    """Say whether a question may be pushed to somebody like this, in some week."""
    return (
        not (prompt.checkin or prompt.pull_only)
        and prompt.track in prompting.TRACKS[who.leaning]
        and prompt.theme not in who.closed
    )


class _Life:
    """The days of one person; neither drawer nor look-back takes any, so that the most is asked."""

    def __init__(self, who: Who, known: Questions) -> None:
        self._who, self._known = who, known
        choices = model.Choices(closed=who.closed, drawer=False, look_back=False)
        person = model.Person(
            id=1, name="", zone="UTC", hello_on=_FIRST.date(), seed=who.number, choices=choices, setup=None
        )
        self._person = ladder.starting(person, who.leaning)
        self._left = {one.id: one for one in known.prompts.values() if _is_for(one, who)}
        self._past: list[prompting.Served] = []
        self._asks: list[Asked] = []
        self._faults: list[str] = []

    def played(self) -> Played:
        """Return what the year came to."""
        checkins = sum(one.prompt.checkin for one in self._asks)
        mirrored = sum(one.is_mirrored for one in self._asks)
        return Played(self._who, len(self._asks), checkins, mirrored, tuple(self._faults))

    def live(self, now: dt.datetime) -> None:
        """Live one day: take what has its slot, and answer."""
        day = now.date()
        person = ladder.settle(self._person, now)
        kind = slots.slot(person, day, self._asks[-1].day if self._asks else None)
        if kind is None:
            return
        text = slots.goes_on(person, day) if kind is model.Kind.FOUR_WEEKS else None
        self._person = slots.taken(person, kind, day, text)
        if kind is model.Kind.ASK:
            self._ask(self._today(now))

    def _today(self, now: dt.datetime) -> prompting.Day:
        return prompting.Day(
            person=self._person,
            day=now.date(),
            size=ladder.size(self._person, now.date(), now),
            past=self._past,
            prompts=self._known.prompts,
            plan=self._known.plan,
            calendar=self._known.calendars[self._who.number % PAIRS],
        )

    def _ask(self, today: prompting.Day) -> None:
        chosen = today.choose()
        if chosen is None:
            self._faults.append(f"day {(today.day - today.start).days + 1}: nothing is left to ask")
            return
        asked = Asked.of(today, self._known.prompts[chosen], self._left)
        self._faults += [f"day {asked.number}: {fault}" for fault in faults(asked, self._asks)]
        self._asks.append(asked)
        self._past.append(prompting.Served(today.day, chosen))
        self._left.pop(chosen, None)
        self._answer(asked, dt.datetime.combine(today.day, _FIRST.timetz()))

    def _answer(self, asked: "Asked", now: dt.datetime) -> None:
        """Answer in words, and take a step where one is offered to somebody who grows."""
        prompt, step = asked.prompt, asked.today.size.step
        given = ladder.Given(day=asked.day, at=now, prompt_id=prompt.id, step=step, depth=prompt.depth)
        person = ladder.fold(ladder.fold(self._person, given), ladder.Answered(asked.day, step, tapped=False))
        higher = ladder.offer(person, asked.day, now + _LATER, reachable=ladder.PUSHED_DEPTH)
        if higher is not None:
            person = ladder.fold(person, ladder.Offered(asked.day))
            if self._who.grows:
                person = ladder.fold(person, ladder.Accepted(deeper=higher.depth > person.depth))
        self._person = person


@dataclasses.dataclass(frozen=True, slots=True)
class Asked:
    """One question that came, with what else could have come."""

    today: prompting.Day
    prompt: model.Prompt
    meeting: frozenset[str]  # prompts of a mirrored day that this person could get
    left: frozenset[str]  # themes of the other questions that could have come
    is_fresh: bool  # whether it is for this person and had not come

    @classmethod
    def of(cls, today: prompting.Day, prompt: model.Prompt, left: Mapping[str, model.Prompt]) -> "Asked":
        """Return the question with what else could have come; `left` did not come in the year so far."""
        deepest, week = today.deepest, ladder.arc_week(today.week)
        fitting = {
            one.id: one for one in left.values() if one.depth <= deepest and one.weeks[0] <= week <= one.weeks[1]
        }
        shared = today.calendar.on(today.day) if today.calendar else mirrors.NONE
        return cls(
            today=today,
            prompt=prompt,
            meeting=shared & fitting.keys(),
            left=frozenset(one.theme for one in fitting.values() if one.mirror is None),
            is_fresh=prompt.id in left,
        )

    @property
    def day(self) -> dt.date:
        """The local date."""
        return self.today.day

    @property
    def number(self) -> int:
        """How many days the person has been here, from 1."""
        return (self.day - self.today.start).days + 1

    @property
    def is_mirrored(self) -> bool:
        """Whether the other half could meet it on the same date."""
        return self.prompt.id in self.meeting

    @property
    def is_own(self) -> bool:
        """Whether it is a question chosen for this person alone."""
        return not self.prompt.checkin and not self.is_mirrored


def faults(asked: Asked, past: Sequence[Asked]) -> Iterator[str]:
    """Yield everything that is wrong with a question that came."""
    yield from _misplaced(asked)
    if not asked.prompt.checkin:
        yield from _mistimed(asked, past)
    yield from _unfair(asked)
    yield from _unbalanced(asked, past)


def _misplaced(asked: Asked) -> Iterator[str]:
    """Yield what is wrong with a question for this person: track, theme, depth."""
    person, prompt = asked.today.person, asked.prompt
    if prompt.theme in person.choices.closed:
        yield f"{prompt.id} is of a closed theme"
    if prompt.track not in prompting.TRACKS[person.leaning]:
        yield f"{prompt.id} is of another track"
    if prompt.pull_only or prompt.depth > asked.today.size.depth:
        yield f"{prompt.id} goes deeper than is pushed"


def _mistimed(asked: Asked, past: Sequence[Asked]) -> Iterator[str]:
    """Yield what is wrong with a question on this day: repeated, too early, outside its weeks, tender too often."""
    prompt, week = asked.prompt, asked.today.week
    if not asked.is_fresh:
        yield f"{prompt.id} comes twice"
    if week < ladder.FLOORS[prompt.depth] or prompt.depth > asked.today.plan.arc(week).depth_max:
        yield f"{prompt.id} is too deep for week {week}"
    if not prompt.weeks[0] <= ladder.arc_week(week) <= prompt.weeks[1]:
        yield f"{prompt.id} is outside its weeks"
    tender = next((one for one in reversed(past) if one.prompt.depth >= ladder.TENDER), None)
    if prompt.depth >= ladder.TENDER and tender and asked.day - tender.day < ladder.TENDER_APART:
        yield f"{prompt.id} is tender, {(asked.day - tender.day).days} days after the last"


def _unfair(asked: Asked) -> Iterator[str]:
    """Yield what had to come instead: a mirrored question, one at all, one of the arc."""
    week, prompt, today = asked.today.week, asked.prompt, asked.today
    if asked.meeting and not asked.is_mirrored:
        yield f"{prompt.id} came in place of the mirrored {', '.join(sorted(asked.meeting))}"
    if prompt.checkin and asked.left and not today.is_checkin():
        yield f"{prompt.id} is a check-in, though questions are left"
    due = frozenset(today.plan.arc(week).themes) | frozenset(today.plan.weekly)
    if asked.is_own and prompt.theme not in due and asked.left & frozenset(today.plan.arc(week).themes):
        yield f"{prompt.id} is outside its arc, of which questions are left"


def _unbalanced(asked: Asked, past: Sequence[Asked]) -> Iterator[str]:
    """Yield what the week still lacked, where a question for this person alone came late in the week instead."""
    today = asked.today
    late = (today.day - today.start).days % 7 >= prompting.LATE_IN_THE_WEEK
    if not late or not asked.is_own:
        return
    week = [one.prompt.theme for one in past[-7:] if one.today.week == today.week]
    lacking = [theme for theme in today.plan.weekly if theme in asked.left and theme not in week]
    if lacking and asked.prompt.theme not in lacking:
        yield f"{asked.prompt.id} came while the week lacked {' and '.join(lacking)}"
