"""Rules of warmths: once a day, one line, and the way in which each person receives them."""

import datetime as dt

from bot.domain import model, schedule

LIMIT = 140  # UTF-16 units: one line
AT_A_TIME = 3


def was_sent_today(person: model.Person, now: dt.datetime) -> bool:
    """Say whether this person's one warmth of the local day has left."""
    return person.memory.warmth_on == schedule.local_date(person, now)


def way(reader: model.Person) -> model.Warmths:
    """Return how this reader gets one now: a rest holds it with the post."""
    chosen = reader.choices.warmths
    return model.Warmths.POST if chosen is model.Warmths.COME and reader.resting else chosen


def turn(person: model.Person, now: dt.datetime) -> int:
    """Return the number of the line with which this local date begins: each begins where the last one ended."""
    return schedule.local_date(person, now).toordinal() * AT_A_TIME


def page(lines: tuple[str, ...], first: int) -> tuple[tuple[int, str], ...]:
    """Return a few of the ready lines with their numbers, from `first` on and round again."""
    return tuple((i % len(lines), lines[i % len(lines)]) for i in range(first, first + AT_A_TIME))
