"""Puts right what was noted of a person while the clock ran ahead, so that nothing waits for what never was."""

import dataclasses
import datetime as dt

from bot.domain import model, schedule

REST = dt.timedelta(days=7)  # the longest rest that ends by itself
LIGHT = dt.timedelta(days=7)  # the longest time for which asks are light, or none come


def righted(person: model.Person, now: dt.datetime) -> model.Person:
    """Return the person with nothing noted later than now, and the next slot no later than it would be planned."""
    person = dataclasses.replace(
        person,
        last_ask_at=_by(person.last_ask_at, now),
        rest_until=_by(person.rest_until, now + REST),
        memory=_memory(person.memory, now, schedule.local_date(person, now)),
        ladder=_ladder(person.ladder, now),
    )
    planned = schedule.next_ask(person, now) if person.next_ask_at is not None else None
    # A day more or less is somebody who came back today, and is asked from tomorrow on.
    late = planned and person.next_ask_at and person.next_ask_at - planned > schedule.DAY
    return dataclasses.replace(person, next_ask_at=planned) if late else person


def _memory(memory: model.Memory, now: dt.datetime, day: dt.date) -> model.Memory:
    """Return what is remembered, with no day after this one and no silence longer than any."""
    return dataclasses.replace(
        memory,
        light_until=_by(memory.light_until, now + LIGHT),
        silent_until=_by(memory.silent_until, now + LIGHT),
        drawer_on=_on(memory.drawer_on, day),
        look_back_on=_on(memory.look_back_on, day),
        four_weeks_on=_on(memory.four_weeks_on, day),
    )


def _ladder(ladder: model.Ladder, now: dt.datetime) -> model.Ladder:
    """Return the ladder with no ask that stands since a moment to come: it would never close."""
    return dataclasses.replace(
        ladder, standing=tuple(dataclasses.replace(one, at=min(one.at, now)) for one in ladder.standing)
    )


def _by(moment: dt.datetime | None, latest: dt.datetime) -> dt.datetime | None:
    """Return a moment, or the latest that it can be."""
    return None if moment is None else min(moment, latest)


def _on(day: dt.date | None, latest: dt.date) -> dt.date | None:
    """Return a day, or the latest that it can be."""
    return None if day is None else min(day, latest)
