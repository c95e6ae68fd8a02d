"""What was noted while the clock ran ahead holds nobody's next days back."""

import dataclasses
import datetime as dt

import pytest

from bot.domain import model, righting, schedule
from tests.domain import making

NOW, TODAY = making.NOW, making.TODAY
YEAR = dt.timedelta(days=365)
FAR = NOW + YEAR


def planned(**fields: object) -> model.Person:
    """Return a person whose next slot is planned as it should be."""
    one = making.person(**fields)
    return dataclasses.replace(one, next_ask_at=schedule.next_ask(one, NOW))


def test_who_is_planned_well_stays_as_they_are() -> None:
    """Nothing changes for somebody whose days are in order, also where they are asked from tomorrow on."""
    ann = planned(last_ask_at=NOW - dt.timedelta(hours=20))
    assert righting.righted(ann, NOW) == ann
    assert ann.next_ask_at is not None
    back = dataclasses.replace(ann, next_ask_at=ann.next_ask_at + schedule.DAY)
    assert righting.righted(back, NOW) == back


def test_a_slot_in_a_time_that_never_was_comes_back() -> None:
    """Somebody who was to be asked in a year is asked at their next calm time, sixteen hours from now at least."""
    ann = dataclasses.replace(making.person(), next_ask_at=FAR + schedule.DAY, last_ask_at=FAR)
    righted = righting.righted(ann, NOW)
    assert righted.last_ask_at == NOW
    assert righted.next_ask_at == schedule.next_ask(dataclasses.replace(ann, last_ask_at=NOW), NOW)
    assert righted.next_ask_at is not None
    assert schedule.ASK_APART <= righted.next_ask_at - NOW <= dt.timedelta(days=2)


def test_who_is_not_asked_is_not_asked_now() -> None:
    """No slot is planned for somebody who had none."""
    ann = making.person(blocked=True, last_ask_at=FAR)
    assert righting.righted(ann, NOW).next_ask_at is None


def test_a_rest_ends_within_the_longest_there_is() -> None:
    """A rest of a week that began in a year is over in a week."""
    ann = making.person(resting=True, rest_until=FAR + righting.REST, next_ask_at=FAR + righting.REST)
    righted = righting.righted(ann, NOW)
    assert righted.rest_until == NOW + righting.REST
    assert righted.next_ask_at is not None
    assert righted.next_ask_at - NOW <= righting.REST + dt.timedelta(days=1)


@pytest.mark.parametrize("name", ["drawer_on", "look_back_on", "four_weeks_on"])
def test_no_day_is_remembered_that_has_not_come(name: str) -> None:
    """What came last comes again as if it had come today."""
    ann = making.person(memory=model.Memory(**{name: TODAY + YEAR}))  # type: ignore[arg-type]
    assert getattr(righting.righted(ann, NOW).memory, name) == TODAY


def test_no_silence_is_longer_than_any() -> None:
    """What makes asks light, or keeps them away, lasts a week at most from now."""
    ann = making.person(memory=model.Memory(light_until=FAR, silent_until=FAR))
    memory = righting.righted(ann, NOW).memory
    assert (memory.light_until, memory.silent_until) == (NOW + righting.LIGHT, NOW + righting.LIGHT)


def test_an_ask_of_a_time_that_never_was_closes() -> None:
    """An ask that was put in a year stands since now, and closes like any other."""
    standing = model.Standing(day=TODAY, step=model.Step.TAP, at=FAR)
    ann = making.person(ladder=model.Ladder(standing=(standing,)))
    assert [one.at for one in righting.righted(ann, NOW).ladder.standing] == [NOW]
