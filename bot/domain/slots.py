"""Says what a local day's one slot is for: all that nobody asked for shares it, and the rest waits or lapses."""

import dataclasses
import datetime as dt
from collections.abc import Set as AbstractSet

from bot.domain import ladder, model

WEEK = dt.timedelta(days=7)
FOUR_WEEKS = dt.timedelta(days=28)
DRAWER_AFTER = 14  # days after the hello: before that there is hardly anything to bring back
DRAWER_ASKS = 4  # between two openings, so that few days a week are not all its own
LOOK_BACK_WAITS = 2  # days; a look-back that found its slot taken for longer waits for its next week

QUIETER, ROUND, MONTHLY = "quieter", "round", "monthly"  # what is said about going on

Kinds = AbstractSet[model.Kind]
NOTHING: Kinds = frozenset()


def slot(person: model.Person, day: dt.date, last: dt.date | None, without: Kinds = NOTHING) -> model.Kind | None:
    """Return what takes the slot of this local date; None where nothing does, or something has.

    `last` is the local date of the last ask of any kind; `without` are those that have nothing to show that day.
    """
    return next((kind for kind in claims(person, day, last) if kind not in without), None)


def claims(person: model.Person, day: dt.date, last: dt.date | None) -> tuple[model.Kind, ...]:
    """Return everything that asks for the slot of this local date, first come first."""
    if person.memory.slot_on == day:
        return ()
    comes = ladder.comes_on(person, last, day)
    asking = {
        model.Kind.FOUR_WEEKS: comes and goes_on(person, day) is not None,
        model.Kind.LOOK_BACK: _looks_back(person, day),
        model.Kind.DRAWER: comes and not person.ladder.rhythm and _opens_drawer(person, day),
        model.Kind.ASK: comes,
    }
    return tuple(kind for kind, asks in asking.items() if asks)


def goes_on(person: model.Person, day: dt.date) -> str | None:
    """Return what to say about going on: that it gets quieter, that a round is over, or the monthly question."""
    if person.ladder.rhythm == ladder.FORTNIGHTLY and not person.ladder.told:
        return QUIETER
    if person.ladder.rhythm:
        return None
    if ladder.week_of(person, day) > ladder.WEEKS and ROUND not in person.memory.said:
        return ROUND
    start = (person.hello_on or day) + dt.timedelta(days=person.seed % WEEK.days)
    return MONTHLY if day - (person.memory.four_weeks_on or start) >= FOUR_WEEKS else None


def _looks_back(person: model.Person, day: dt.date) -> bool:
    """Say whether the weekly look-back is due: on its day, or two days on where its slot was taken."""
    chosen = day - dt.timedelta(days=(day.weekday() - person.choices.look_back_day) % WEEK.days)
    last = person.memory.look_back_on
    lived = person.hello_on is not None and person.hello_on < chosen
    waits = (day - chosen).days <= LOOK_BACK_WAITS and (last is None or last < chosen)
    wanted = person.choices.look_back and bool(person.days) and not ladder.is_dormant(person.ladder)
    return wanted and lived and waits


def _opens_drawer(person: model.Person, day: dt.date) -> bool:
    """Say whether a kept line may come back instead of this day's prompt: once a week, and never every time."""
    last = person.memory.drawer_on
    settled = person.hello_on is not None and (day - person.hello_on).days >= DRAWER_AFTER
    asked = sum(last is None or one > last for one, _ in person.ladder.served[-DRAWER_ASKS:])
    return person.choices.drawer and settled and asked >= DRAWER_ASKS and (last is None or day - last >= WEEK)


def taken(person: model.Person, kind: model.Kind, day: dt.date, text: str | None = None) -> model.Person:
    """Return the person with the slot of this local date taken by that kind; `text` says what goes on."""
    memory = dataclasses.replace(person.memory, slot_on=day)
    if text == QUIETER:
        person = ladder.fold(person, ladder.Told())
    elif text == ROUND:
        memory = dataclasses.replace(memory, said=(*memory.said, ROUND))
    elif kind is model.Kind.FOUR_WEEKS:
        memory = dataclasses.replace(memory, four_weeks_on=day)
    elif kind is model.Kind.LOOK_BACK:
        memory = dataclasses.replace(memory, look_back_on=day)
    elif kind is model.Kind.DRAWER:
        memory = dataclasses.replace(memory, drawer_on=day)
    return dataclasses.replace(person, memory=memory)


def passed(person: model.Person, kind: model.Kind, day: dt.date) -> model.Person:
    """Return the person after a kind had nothing to show: the four weeks' question lapses until its next turn."""
    if kind is not model.Kind.FOUR_WEEKS:
        return person
    return dataclasses.replace(person, memory=dataclasses.replace(person.memory, four_weeks_on=day))
