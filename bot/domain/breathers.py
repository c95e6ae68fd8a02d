"""Rules of a breather: how long it may last, what stands on its buttons, and when it is over."""

import dataclasses
import datetime as dt

from bot.domain import model, schedule

UNDO = dt.timedelta(seconds=10)
GRACE = dt.timedelta(minutes=30)  # conversation, flow 9: nothing tapped for so long closes it
LENGTHS = (dt.timedelta(minutes=20), dt.timedelta(hours=1), dt.timedelta(hours=3))  # guide 6
LONGEST = dt.timedelta(hours=24)
IN_ALL = dt.timedelta(hours=48)  # with its one extension
LIGHT = dt.timedelta(days=7)  # conversation, flow 4: hard days get light ones
MORNINGS = (dt.time(7), dt.time(9), dt.time(12, 30), dt.time(19))
TIMES_SHOWN = 3
LINES = ("full", "think", "moment", "not-you")  # what the caller may add
ANSWERS = ("see-you", "thanks", "too")  # what the other may tap
FIRST_LINES = 3


def latest(breather: model.Breather | None, now: dt.datetime) -> dt.datetime:
    """Return the last moment at which a breather that is called, or made longer, now may end."""
    return now + LONGEST if breather is None else min(now + LONGEST, breather.called_at + IN_ALL)


def closes_at(breather: model.Breather) -> dt.datetime:
    """Return when a breather that nobody came back from closes by itself."""
    return breather.until + GRACE


def lengths(person: model.Person, breather: model.Breather | None, now: dt.datetime) -> tuple[dt.timedelta, ...]:
    """Return how long a breather may be, or be made longer; at night the shortest is tomorrow."""
    if schedule.is_quiet(person, now):
        return ()
    return tuple(length for length in LENGTHS if now + length <= latest(breather, now))


def tomorrow_at(
    person: model.Person, breather: model.Breather | None, now: dt.datetime, wall: dt.time
) -> dt.datetime | None:
    """Return the moment of a wall time tomorrow, after midnight this very morning; None where it is too far off."""
    if person.zone is None:
        return None
    moment = schedule.instant(schedule.zone_of(person), _tomorrow(person, now), wall)
    return moment if moment is not None and now < moment <= latest(breather, now) else None


def _tomorrow(person: model.Person, now: dt.datetime) -> dt.date:
    """Return the day that begins when this person has slept."""
    here = schedule.local(person, now)
    small_hours = schedule.is_quiet(person, now) and here.time() < person.quiet_until
    return here.date() if small_hours else here.date() + schedule.DAY


def mornings(person: model.Person, breather: model.Breather | None, now: dt.datetime) -> tuple[dt.time, ...]:
    """Return some wall times of tomorrow to choose from, outside this person's quiet hours."""
    found = []
    for wall in MORNINGS:
        moment = tomorrow_at(person, breather, now, wall)
        if moment is not None and not schedule.is_quiet(person, moment):
            found.append(wall)
    return tuple(found[:TIMES_SHOWN])


def may_extend(breather: model.Breather) -> bool:
    """Say whether a breather that runs can still be made longer: once."""
    return not breather.extended and breather.state is not model.BreatherState.CALLED


def called(person: model.Person, breather: model.Breather, now: dt.datetime) -> model.Person:
    """Return the caller, of whose breather the other is told now: no post before it closes, light days after."""
    memory = person.memory
    light = max(memory.light_until or now, now + LIGHT)
    memory = dataclasses.replace(memory, breather_at=now, breather_until=closes_at(breather), light_until=light)
    return dataclasses.replace(person, memory=memory)


def told(person: model.Person, breather: model.Breather, now: dt.datetime) -> model.Person:
    """Return the other, who knows of the breather from now on, whatever becomes of its caller."""
    arrivals = person.arrivals + 1
    memory = dataclasses.replace(
        person.memory,
        breather_at=now,
        waits_for=breather.id,
        waits_until=closes_at(breather),
        waits_line=breather.line,
        waits_n=arrivals,
    )
    return dataclasses.replace(person, memory=memory, arrivals=arrivals)


def moved(person: model.Person, until: dt.datetime | None, now: dt.datetime) -> model.Person:
    """Return the other, for whom the breather they know of closes later; None: it is over."""
    waits_for = person.memory.waits_for if until is not None else None
    memory = dataclasses.replace(person.memory, breather_at=now, waits_for=waits_for, waits_until=until)
    return dataclasses.replace(person, memory=memory)


def over(person: model.Person, now: dt.datetime) -> model.Person:
    """Return the caller, whose own breather is over."""
    return dataclasses.replace(
        person, memory=dataclasses.replace(person.memory, breather_at=now, breather_until=None)
    )


def let_go(person: model.Person) -> model.Person:
    """Return a person for whom no breather goes on, in either direction: the pair it belonged to is over."""
    memory = dataclasses.replace(person.memory, breather_until=None, waits_for=None, waits_until=None)
    return dataclasses.replace(person, memory=memory)


def words_leave_at(author: model.Person) -> dt.datetime | None:
    """Return when words that are held leave: after their author has read that the breather is over."""
    until = author.memory.waits_until
    return until + dt.timedelta(seconds=1) if until is not None else None


def holds(author: model.Person, now: dt.datetime) -> bool:
    """Say whether words of this author wait until the partner's breather is over."""
    return author.memory.waits_until is not None and now < author.memory.waits_until
