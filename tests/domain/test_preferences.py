"""Rules of settings: what is understood, and what no value may do."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import model, preferences, schedule


@pytest.mark.parametrize("typed", ["22:00 - 8:00", "10pm to 8am", "22h-8h", "von 22 bis 8 Uhr", "22.00/8.00"])
def test_two_times_are_hours(typed: str) -> None:
    """Quiet hours are understood as people write them."""
    assert preferences.hours(typed) == (dt.time(22), dt.time(8))


@pytest.mark.parametrize("typed", ["22:00", "never", "25:00 - 8:00", "1 2 3", ""])
def test_anything_else_is_not(typed: str) -> None:
    """One time, three, or none are no quiet hours."""
    assert preferences.hours(typed) is None


MINUTES = st.integers(0, 1439).map(lambda minutes: dt.time(minutes // 60, minutes % 60))


@given(MINUTES, MINUTES, MINUTES)
def test_quiet_hours_leave_the_calm_time_alone(calm: dt.time, start: dt.time, end: dt.time) -> None:
    """Whatever quiet hours are chosen, the calm time stays outside them."""
    person = preferences.with_hours(model.Person(id=1, name="Sam", zone="Europe/Berlin", calm=calm), start, end)
    noon = dt.datetime(2026, 6, 15, 12, tzinfo=dt.UTC)
    moment = schedule.instant(schedule.zone_of(person), noon.date(), calm)
    assert moment is not None
    assert not schedule.is_quiet(person, moment)


def test_a_day_is_switched() -> None:
    """A weekday is chosen, or no longer, and the others stay."""
    person = preferences.with_day(model.Person(id=1, name="Sam"), 2)
    assert person.days == frozenset({0, 1, 3, 4, 5, 6})
    assert preferences.with_day(person, 2).days == frozenset(range(7))
