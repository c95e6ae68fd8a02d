"""What can be set, and which values each setting takes."""

import dataclasses
import datetime as dt
import re
from typing import Any

from bot.domain import model, schedule, wording

COOLINGS = (0, 60, 600, 1800, 3600)  # seconds; conversation, flow 6
QUIET = (  # from, until
    (dt.time(21, 30), dt.time(9)),
    (dt.time(22), dt.time(8)),
    (dt.time(23), dt.time(7)),
)
POSTS = (None, dt.time(9), dt.time(12, 30), dt.time(19))  # None: as it comes
STEPS = (None, *model.Step)  # None: by itself
WARMTHS = (model.Warmths.COME, model.Warmths.POST, model.Warmths.HOLD)
DEEPEST = 5
NAME_LIMIT = 64
WEEK = range(7)
TYPED_TIME = re.compile(r"\d{1,2}(?:[:.h]\d{2})?\s*(?:[ap]\.?m\.?|h\b|uhr)?", re.IGNORECASE)


def with_hours(person: model.Person, quiet_from: dt.time, quiet_until: dt.time) -> model.Person:
    """Return the person with other quiet hours; a calm time inside them moves their nearer edge."""
    person = dataclasses.replace(person, quiet_from=quiet_from, quiet_until=quiet_until)
    return schedule.with_calm(person, person.calm)


def hours(typed: str) -> tuple[dt.time, dt.time] | None:
    """Return the two times of day that were typed (`22:00 - 8:00`, `10pm to 7am`), or None."""
    found = [wording.time_of_day(one.strip()) for one in TYPED_TIME.findall(typed)]
    if len(found) != 2 or found[0] is None or found[1] is None:  # noqa: PLR2004 - from and until
        return None
    return found[0], found[1]


def with_day(person: model.Person, day: int) -> model.Person:
    """Return the person with this weekday (Monday is 0) chosen, or no longer."""
    return dataclasses.replace(person, days=person.days ^ {day})


def choosing(person: model.Person, **choices: Any) -> model.Person:
    """Return the person with other choices."""
    return dataclasses.replace(person, choices=dataclasses.replace(person.choices, **choices))


def replan(person: model.Person, now: dt.datetime) -> model.Person:
    """Return the person with the next slot planned anew: never a second one on a local date that had its own."""
    return dataclasses.replace(person, next_ask_at=schedule.next_ask(person, now))
