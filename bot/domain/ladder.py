"""Says how small a step comes easily, and how deep: where each person starts, and what no week exceeds."""

import dataclasses
import datetime as dt

from bot.domain import model

START: dict[model.Leaning | None, model.Step] = {  # conversation, flow 4
    model.Leaning.QUIET: model.Step.TAP,
    model.Leaning.EITHER: model.Step.WORD,
    model.Leaning.REACH: model.Step.LINE,
    None: model.Step.TAP,
}
FLOORS = {1: 1, 2: 1, 3: 3, 4: 6, 5: 9}  # guide, `week_floor`: the first week in which a depth may come
PUSHED_DEPTH = 4  # guide 1.17: depth 5 is never pushed
COVERED_DEPTH = 3  # guide §3, lock screen: from here on only a cover line is pushed
WEEKS = 14  # guide §2: then the arcs repeat from week 3
SPIRAL = 12


def starting(person: model.Person, leaning: model.Leaning | None) -> model.Person:
    """Return the person with this leaning, on the step it starts at."""
    return dataclasses.replace(person, leaning=leaning, step=START[leaning], depth=1)


def arc_week(week: int) -> int:
    """Return which of the fourteen weeks the arcs are in: after the last they repeat from the third."""
    return week if week <= WEEKS else 3 + (week - WEEKS - 1) % SPIRAL


def deepest(week: int, arc_max: int, comfort: int) -> int:
    """Return how deep a pushed prompt may go: floors of the week, the arc's ceiling, the person's comfort."""
    allowed = max(depth for depth, first in FLOORS.items() if week >= first)
    return min(allowed, arc_max, comfort, PUSHED_DEPTH)


def comes_on(person: model.Person, last: dt.date | None, day: dt.date) -> bool:
    """Say whether the person's pace lets something come on this local date; `last` is that of the last ask."""
    del last
    return day.weekday() in person.days
