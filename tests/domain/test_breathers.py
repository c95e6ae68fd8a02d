"""Rules of a breather: lengths, nights, other days, clocks that change."""

import datetime as dt
import zoneinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import breathers, model, schedule

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
MOMENTS = st.integers(0, 60 * 24 * 400).map(lambda minutes: NOON + dt.timedelta(minutes=minutes))
ZONES = st.sampled_from(
    ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia"]
)


def person(zone: str | None = "Europe/Berlin", **fields: object) -> model.Person:
    """Return somebody in a place."""
    return model.Person(id=1, name="Sam", zone=zone, **fields)  # type: ignore[arg-type]


def called(at: dt.datetime, until: dt.datetime, *, extended: bool = False) -> model.Breather:
    """Return a breather that runs."""
    return model.Breather(
        id=5,
        person_id=1,
        pair_id=2,
        n=3,
        state=model.BreatherState.RUNNING,
        called_at=at,
        leaves_at=at,
        until=until,
        extended=extended,
    )


@given(MOMENTS, ZONES, st.times())
def test_a_time_of_tomorrow_is_ahead_and_within_a_day(now: dt.datetime, zone: str, wall: dt.time) -> None:
    """Whatever clocks do, a time of tomorrow is later than now, by a day at most, or is refused."""
    moment = breathers.tomorrow_at(person(zone), None, now, wall)
    assert moment is None or now < moment <= now + dt.timedelta(hours=24)


@given(MOMENTS, ZONES)
def test_offered_times_are_outside_quiet_hours(now: dt.datetime, zone: str) -> None:
    """What stands on the buttons wakes nobody, and can be taken."""
    someone = person(zone)
    for wall in breathers.mornings(someone, None, now):
        moment = breathers.tomorrow_at(someone, None, now, wall)
        assert moment is not None
        assert not schedule.is_quiet(someone, moment)


@given(MOMENTS, ZONES, st.floats(0, 24), st.sampled_from(breathers.LENGTHS))
def test_no_extension_passes_two_days(now: dt.datetime, zone: str, hours: float, length: dt.timedelta) -> None:
    """With its extension a breather never lasts longer than 48 hours."""
    until = now + dt.timedelta(hours=hours)
    running = called(now, until)
    if length in breathers.lengths(person(zone), running, until):
        assert until + length - now <= dt.timedelta(hours=48)


def test_at_night_only_tomorrow_is_left() -> None:
    """In quiet hours there are no lengths; without a zone nothing is night."""
    night = NOON.replace(hour=23)
    assert breathers.lengths(person(), None, night) == ()
    assert breathers.lengths(person(None), None, night) == breathers.LENGTHS


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (dt.datetime(2026, 11, 23, 22, 30, tzinfo=dt.UTC), 24),  # 23:30 in Berlin
        (dt.datetime(2026, 11, 24, 0, 30, tzinfo=dt.UTC), 24),  # 01:30: the morning that comes
        (dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC), 25),
    ],
)
def test_tomorrow_comes_after_sleep(now: dt.datetime, day: int) -> None:
    """After midnight, before the quiet hours end, tomorrow is the morning that comes."""
    moment = breathers.tomorrow_at(person(), None, now, dt.time(9))
    assert moment is not None
    assert moment.astimezone(zoneinfo.ZoneInfo("Europe/Berlin")).day == day


def test_over_a_change_of_clocks_the_wall_time_holds() -> None:
    """Nine in the morning is nine in the morning, though the night had an hour less."""
    evening = dt.datetime(2026, 3, 28, 21, tzinfo=dt.UTC)
    moment = breathers.tomorrow_at(person(), None, evening, dt.time(9))
    assert moment == dt.datetime(2026, 3, 29, 7, tzinfo=dt.UTC)


def test_longer_once() -> None:
    """What was made longer, or can still be undone, cannot be made longer."""
    until = NOON + dt.timedelta(hours=1)
    assert breathers.may_extend(called(NOON, until))
    assert not breathers.may_extend(called(NOON, until, extended=True))


def test_the_other_knows_of_it_alone() -> None:
    """What the other was told is theirs: it holds their words until it closes, without a row of the caller."""
    running = called(NOON, NOON + dt.timedelta(hours=1))
    other = breathers.told(person(), running, NOON)
    assert breathers.holds(other, NOON + dt.timedelta(minutes=89))
    assert not breathers.holds(other, NOON + dt.timedelta(minutes=90))
    assert not breathers.holds(breathers.moved(other, None, NOON), NOON)
    assert not breathers.holds(breathers.let_go(other), NOON)


def test_light_days_follow_for_the_caller_alone() -> None:
    """The caller's questions are light for a week; nothing the other does sets that."""
    running = called(NOON, NOON + dt.timedelta(hours=1))
    assert breathers.called(person(), running, NOON).memory.light_until == NOON + dt.timedelta(days=7)
    assert breathers.told(person(), running, NOON).memory.light_until is None
