"""Folds a person's past into how large, how deep and how often the next ask may be; nothing else is looked at.

`fold` takes one thing that happened, `settle` lets time pass; `size`, `comes_on` and `offer` read the result.
Comfort is `Person.step` and `Person.depth`: it rises by one step or one depth, only by a yes, and falls in silence.
"""

import dataclasses
import datetime as dt
import hashlib

from bot.domain import model

START: dict[model.Leaning | None, model.Step] = {  # conversation, flow 4
    model.Leaning.QUIET: model.Step.TAP,
    model.Leaning.EITHER: model.Step.WORD,
    model.Leaning.REACH: model.Step.LINE,
    None: model.Step.TAP,
}
STEPS = tuple(model.Step)
FLOORS = {1: 1, 2: 1, 3: 3, 4: 6, 5: 9}  # guide, `week_floor`: the first week in which a depth may come
PUSHED_DEPTH = 4  # guide 1.17: depth 5 is never pushed
COVERED_DEPTH = 3  # guide §3, lock screen: from here on only a cover line is pushed
WEEKS = 14  # guide §2: then the arcs repeat from week 3
SPIRAL = 12
REST_EVERY = 4  # guide §2, `rest_week`: one depth and one ask less
WEEK = dt.timedelta(days=7)
YEAR = dt.timedelta(days=365)  # guide §2: no prompt twice within it

OPEN_FOR = dt.timedelta(hours=36)  # guide 1.14: an unanswered ask closes quietly
RECENT = 6  # guide, `step_up.of_last`
ANSWERS_NEEDED = 4  # `step_up.need_answers`
NO_A_LOT_IN = 4  # `step_up.need_no_a_lot_in`
WITHIN = dt.timedelta(days=14)  # `step_up.within_days`
OFFERS_APART = WEEK  # `step_up.max_per_days`
AFTER_A_NO = dt.timedelta(days=14)  # `step_up.quiet_after_no_days`
SMALLER_AFTER = 2  # guide, `skips_in_a_row`: one step smaller
HALF_AFTER = 3  # half the pace
QUIET_AFTER = 5  # one warm line, then fortnightly
HALVED, FORTNIGHTLY = 1, 2  # `Ladder.rhythm`; 0 is the pace that the person chose
FORTNIGHT = dt.timedelta(days=14)
FORTNIGHTS = 2  # asks of a fortnight's pace, then none until the person does something
TAPS_IN_A_ROW = 2  # conversation, flow 4: at a larger step, then the next is one smaller
TENDER = 4  # guide, `depth4_plus`
TENDER_APART = WEEK
TENDER_AFTER = dt.timedelta(days=21)
TENDER_AFTER_BREATHER = dt.timedelta(hours=24)
EASED_A_WEEK = 2  # conversation, flow 5: how often "how was that one?" is asked
EASED_APART = dt.timedelta(days=3)
HOLD_DEPTH = dt.timedelta(hours=72)  # guide, `after_share`: so long after a share nothing deeper is offered
HEAVY_FOR = dt.timedelta(days=60)  # how long a line that was a lot stays out of the drawer, which looks no further


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An ask was sent."""

    day: dt.date
    at: dt.datetime
    prompt_id: str
    step: model.Step
    depth: int


@dataclasses.dataclass(frozen=True, slots=True)
class NeverCame:
    """An ask that was taken for sent certainly reached nobody."""

    day: dt.date


@dataclasses.dataclass(frozen=True, slots=True)
class Answered:
    """An ask was answered, by a tap or in words."""

    day: dt.date
    step: model.Step
    tapped: bool


@dataclasses.dataclass(frozen=True, slots=True)
class LeftAlone:
    """*Not today*: neither an answer nor a silence."""

    day: dt.date


@dataclasses.dataclass(frozen=True, slots=True)
class Eased:
    """The person was asked how that one was."""

    day: dt.date


@dataclasses.dataclass(frozen=True, slots=True)
class ALot:
    """The answer to the ask of that day was a lot."""

    day: dt.date


@dataclasses.dataclass(frozen=True, slots=True)
class Offered:
    """One more was offered."""

    day: dt.date


@dataclasses.dataclass(frozen=True, slots=True)
class Accepted:
    """The offer was taken: one step larger, or one depth deeper."""

    deeper: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Told:
    """The person read that it gets quieter."""


@dataclasses.dataclass(frozen=True, slots=True)
class Acted:
    """The person did something, whatever it was."""


Event = Given | NeverCame | Answered | LeftAlone | Eased | ALot | Offered | Accepted | Told | Acted


@dataclasses.dataclass(frozen=True, slots=True)
class Size:
    """How much an ask may invite to: the step, and the deepest depth."""

    step: model.Step
    depth: int


def starting(person: model.Person, leaning: model.Leaning | None) -> model.Person:
    """Return the person with this leaning, on the step it starts at."""
    return dataclasses.replace(person, leaning=leaning, step=START[leaning], depth=1)


def fold(person: model.Person, event: Event) -> model.Person:
    """Return the person after one more thing happened; asks that closed before must be settled first."""
    match event:
        case Given():
            return _with(person, **_given(person.ladder, event))
        case Answered():
            return _tapped_small(_with(person, **_answered(person.ladder, event)))
        case NeverCame(day):
            return _with(person, **_never_came(person.ladder, day))
        case LeftAlone(day):
            return _with(person, standing=_without(person.ladder, day))
        case Accepted(deeper):
            return _with(_raised(person, deeper=deeper), offer_open=False)
        case _:
            return _with(person, **_noted(person.ladder, event))


def _noted(ladder: model.Ladder, event: Eased | ALot | Offered | Told | Acted) -> dict[str, object]:
    """Return what changes where only something is to be remembered."""
    match event:
        case Eased(day):
            return {"eased": (*(one for one in ladder.eased if day - one < WEEK), day)}
        case ALot(day):
            recent = (dataclasses.replace(one, a_lot=one.a_lot or one.day == day) for one in ladder.recent)
            heavy = (one for one in ladder.heavy if day - one < HEAVY_FOR and one != day)
            return {"recent": tuple(recent), "heavy": (*heavy, day)}
        case Offered(day):
            return {"offered_on": day, "offer_open": True}
        case Told():
            return {"told": True}
        case Acted():
            return {"fortnights": 0} if is_dormant(ladder) else {}


def _with(person: model.Person, **fields: object) -> model.Person:
    """Return the person with other values on the ladder."""
    return dataclasses.replace(person, ladder=dataclasses.replace(person.ladder, **fields))  # type: ignore[arg-type]


def _given(ladder: model.Ladder, event: Given) -> dict[str, object]:
    """Return what an ask changes: an offer that still stands is a no."""
    return {
        "served": (*(one for one in ladder.served if event.day - one[0] < YEAR), (event.day, event.prompt_id)),
        "standing": (*ladder.standing, model.Standing(day=event.day, step=event.step, at=event.at)),
        "deep_on": event.day if event.depth >= TENDER else ladder.deep_on,
        "fortnights": ladder.fortnights + (ladder.rhythm == FORTNIGHTLY),
        "declined_on": event.day if ladder.offer_open else ladder.declined_on,
        "offer_open": False,
    }


def _never_came(ladder: model.Ladder, day: dt.date) -> dict[str, object]:
    """Return what is undone where an ask reached nobody: its prompt may still come."""
    return {
        "served": tuple(one for one in ladder.served if one[0] != day),
        "standing": _without(ladder, day),
        "fortnights": max(0, ladder.fortnights - (ladder.rhythm == FORTNIGHTLY)),
    }


def _answered(ladder: model.Ladder, event: Answered) -> dict[str, object]:
    """Return what an answer changes: it ends a silence, and brings back one step of rhythm."""
    rhythm = max(0, ladder.rhythm - 1)
    tried = model.Tried(day=event.day, step=event.step, answered=True, tapped=event.tapped)
    return {
        "recent": (*ladder.recent, tried)[-RECENT:],
        "standing": _without(ladder, event.day),
        "unanswered": 0,
        "rhythm": rhythm,
        "fortnights": 0,
        "told": False,
    }


def _without(ladder: model.Ladder, day: dt.date) -> tuple[model.Standing, ...]:
    """Return the asks that still stand, without that day's."""
    return tuple(one for one in ladder.standing if one.day != day)


def settle(person: model.Person, now: dt.datetime) -> model.Person:
    """Return the person after every ask that has stood for 36 hours closed unanswered."""
    for one in person.ladder.standing:
        if now - one.at >= OPEN_FOR:
            person = _closed(person, one)
    return person


def _closed(person: model.Person, ask: model.Standing) -> model.Person:
    """Return the person with one more ask unanswered: smaller, then half the pace, then fortnightly."""
    ladder = person.ladder
    # Who has answered a later ask meanwhile has broken the silence already.
    counts = not any(one.answered and one.day > ask.day for one in ladder.recent)
    unanswered = ladder.unanswered + counts
    slower = FORTNIGHTLY if unanswered >= QUIET_AFTER else HALVED if unanswered >= HALF_AFTER else 0
    tried = model.Tried(day=ask.day, step=ask.step, answered=False)
    person = _with(
        person,
        recent=(*ladder.recent, tried)[-RECENT:],
        standing=_without(ladder, ask.day),
        unanswered=unanswered,
        rhythm=max(ladder.rhythm, slower),
    )
    return lowered(person) if counts and unanswered == SMALLER_AFTER else person


def lowered(person: model.Person) -> model.Person:
    """Return the person one rung down, the way they came: the last step, then depths, then steps."""
    fixed = person.choices.kept_step is not None
    if person.step is model.Step.OPEN and not fixed:
        return dataclasses.replace(person, step=model.Step.LINE)
    if person.depth > 1:
        return dataclasses.replace(person, depth=person.depth - 1)
    if fixed or person.step is model.Step.TAP:
        return person
    return dataclasses.replace(person, step=STEPS[STEPS.index(person.step) - 1])


def _tapped_small(person: model.Person) -> model.Person:
    """Return the person one step smaller where two taps in a row answered their own, larger step."""
    last = person.ladder.recent[-TAPS_IN_A_ROW:]
    taps = [one for one in last if one.tapped and one.step is person.step]
    if len(taps) < TAPS_IN_A_ROW or person.step is model.Step.TAP or person.choices.kept_step is not None:
        return person
    return dataclasses.replace(person, step=STEPS[STEPS.index(person.step) - 1])


def _raised(person: model.Person, *, deeper: bool) -> model.Person:
    """Return the person one step or one depth up."""
    if deeper:
        return dataclasses.replace(person, depth=min(person.depth + 1, PUSHED_DEPTH))
    return dataclasses.replace(person, step=STEPS[min(STEPS.index(person.step) + 1, len(STEPS) - 1)])


def is_light(person: model.Person, now: dt.datetime) -> bool:
    """Say whether asks are light now: depth 1, answered with a tap."""
    return person.memory.light_until is not None and now < person.memory.light_until


def size(person: model.Person, day: dt.date, now: dt.datetime) -> Size:
    """Return how large the ask of a local date is, and how deep it may be: never above comfort."""
    if is_light(person, now):
        return Size(model.Step.TAP, 1)
    depth = min(
        person.depth, person.choices.depth_max, PUSHED_DEPTH if _may_be_tender(person, day, now) else TENDER - 1
    )
    rested = depth - is_rest_week(week_of(person, day))
    return Size(person.choices.kept_step or person.step, max(1, rested))


def _may_be_tender(person: model.Person, day: dt.date, now: dt.datetime) -> bool:
    """Say whether depth 4 may come: not in the first weeks, once in seven days, and not right after a breather."""
    deep, breather = person.ladder.deep_on, person.memory.breather_at
    settled = person.hello_on is not None and day - person.hello_on >= TENDER_AFTER
    apart = deep is None or day - deep >= TENDER_APART
    return settled and apart and (breather is None or now - breather >= TENDER_AFTER_BREATHER)


def deepest(week: int, arc_max: int, comfort: int) -> int:
    """Return how deep a pushed prompt may go: floors of the week, the arc's ceiling, the person's comfort."""
    allowed = max(depth for depth, first in FLOORS.items() if week >= first)
    return min(allowed, arc_max, comfort, PUSHED_DEPTH)


def arc_week(week: int) -> int:
    """Return which of the fourteen weeks the arcs are in: after the last they repeat from the third."""
    return week if week <= WEEKS else 3 + (week - WEEKS - 1) % SPIRAL


def week_of(person: model.Person, day: dt.date) -> int:
    """Return the week of a local date, counted from 1 at the person's own hello."""
    start = person.hello_on or day
    return max(0, (day - start).days) // 7 + 1


def is_rest_week(week: int) -> bool:
    """Say whether a week is one depth and one ask lighter."""
    return week % REST_EVERY == 0


def days_of(person: model.Person, day: dt.date) -> list[dt.date]:
    """Return the dates of the person's week around `day` on which an ask may come, at the pace that they chose."""
    week = week_of(person, day)
    start = day if person.hello_on is None or day < person.hello_on else person.hello_on + WEEK * (week - 1)
    days = [one for n in range(7) if (one := start + dt.timedelta(days=n)).weekday() in person.days]
    if is_rest_week(week) and len(days) > 1:
        days.remove(min(days, key=lambda one: hashlib.sha256(f"{person.seed} rest {one}".encode()).digest()))
    return days


def is_dormant(ladder: model.Ladder) -> bool:
    """Say whether nothing comes until the person does something."""
    return ladder.rhythm == FORTNIGHTLY and ladder.fortnights >= FORTNIGHTS


def comes_on(person: model.Person, last: dt.date | None, day: dt.date) -> bool:
    """Say whether the person's pace lets something come on this local date; `last` is that of the last ask."""
    rests = is_rest_week(week_of(person, day))
    if day.weekday() not in person.days or (rests and day not in days_of(person, day)) or is_dormant(person.ladder):
        return False
    if last is None or last >= day or person.ladder.rhythm == 0:
        return True
    if person.ladder.rhythm == FORTNIGHTLY and person.ladder.told:
        return day - last >= FORTNIGHT
    between = [last + dt.timedelta(days=n) for n in range(1, min((day - last).days, FORTNIGHT.days) + 1)]
    return sum(one.weekday() in person.days for one in between) > 1


def fewer(days: frozenset[int]) -> frozenset[int]:
    """Return every second of these weekdays: at least one, and no more than half, rounded up."""
    return frozenset(sorted(days)[::2])


def offer(person: model.Person, day: dt.date, now: dt.datetime, reachable: int) -> Size | None:
    """Return what one more would be, where it may be offered after the answer to the ask of that day."""
    if is_light(person, now) or person.ladder.rhythm or not _is_welcome(person.ladder, day):
        return None
    return higher(person, reachable)


def higher(person: model.Person, reachable: int) -> Size | None:
    """Return the next rung: steps up to a line, then depths as far as the week reaches, then the last step."""
    step, kept = person.step, person.choices.kept_step
    if kept is None and STEPS.index(step) < STEPS.index(model.Step.LINE):
        return Size(STEPS[STEPS.index(step) + 1], person.depth)
    if person.depth < min(person.choices.depth_max, PUSHED_DEPTH):
        return Size(step, person.depth + 1) if person.depth < reachable else None
    return Size(model.Step.OPEN, person.depth) if kept is None and step is model.Step.LINE else None


def _is_welcome(ladder: model.Ladder, day: dt.date) -> bool:
    """Say whether an offer may be made: enough was answered, none of it a lot, and no offer or no stands near."""
    recent = [one for one in ladder.recent if day - one.day < WITHIN]
    enough = sum(one.answered for one in recent) >= ANSWERS_NEEDED
    easy = not any(one.a_lot for one in ladder.recent[-NO_A_LOT_IN:])
    rare = ladder.offered_on is None or day - ladder.offered_on >= OFFERS_APART
    calm = ladder.declined_on is None or day - ladder.declined_on >= AFTER_A_NO
    return enough and easy and rare and calm


def may_ease(ladder: model.Ladder, day: dt.date) -> bool:
    """Say whether "how was that one?" may be asked about this day's ask: twice in a week, not close together."""
    week = [one for one in ladder.eased if dt.timedelta() <= day - one < WEEK]
    return len(week) < EASED_A_WEEK and all(day - one >= EASED_APART for one in week)
