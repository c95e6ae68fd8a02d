"""Wall times become moments, whatever the zones of the world do to them."""

import datetime as dt
import zoneinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import schedule
from tests.domain import making
from tests.domain.making import NOW

ZONES = sorted(zoneinfo.available_timezones() - {"localtime", "Factory"})
BERLIN = zoneinfo.ZoneInfo("Europe/Berlin")
WALLS = st.times(max_value=dt.time(23, 59)).map(lambda one: one.replace(second=0, microsecond=0))
DATES = st.dates(dt.date(1990, 1, 1), dt.date(2037, 12, 30))
MOMENTS = st.datetimes(
    dt.datetime(2020, 1, 1),  # noqa: DTZ001 - hypothesis wants naive bounds, and adds the zone
    dt.datetime(2036, 1, 1),  # noqa: DTZ001 - the same
    timezones=st.just(dt.UTC),
)


def utc(year: int, month: int, day: int, hour: int, minute: int = 0) -> dt.datetime:
    """Return a moment."""
    return dt.datetime(year, month, day, hour, minute, tzinfo=dt.UTC)


def test_a_gap_gives_the_first_minute_that_exists() -> None:
    """Half past two on the day the clocks go forward is the moment at which they do."""
    assert schedule.instant(BERLIN, dt.date(2027, 3, 28), dt.time(2, 30)) == utc(2027, 3, 28, 1)


def test_an_overlap_gives_the_first_of_the_two() -> None:
    """Half past two on the day the clocks go back is the earlier one."""
    assert schedule.instant(BERLIN, dt.date(2027, 10, 31), dt.time(2, 30)) == utc(2027, 10, 31, 0, 30)


@pytest.mark.parametrize(
    ("zone", "day"), [("Pacific/Apia", dt.date(2011, 12, 30)), ("Pacific/Kwajalein", dt.date(1993, 8, 21))]
)
def test_a_day_that_does_not_exist_gives_none(zone: str, day: dt.date) -> None:
    """A date that a place left out has no moment at all, and its neighbours have theirs."""
    place = zoneinfo.ZoneInfo(zone)
    for wall in (dt.time(), dt.time(12), dt.time(23, 59)):
        assert schedule.instant(place, day, wall) is None
        assert schedule.instant(place, day - schedule.DAY, wall) is not None
        assert schedule.instant(place, day + schedule.DAY, wall) is not None


@given(zone=st.sampled_from(ZONES), day=DATES, wall=WALLS)
def test_a_moment_shows_its_wall_time_or_ends_a_gap(zone: str, day: dt.date, wall: dt.time) -> None:
    """Every moment reads as the wall time that was asked for, or is the first after a gap that held it."""
    place = zoneinfo.ZoneInfo(zone)
    moment = schedule.instant(place, day, wall)
    if moment is None:
        return
    wanted, shown = dt.datetime.combine(day, wall), moment.astimezone(place).replace(tzinfo=None)
    if shown == wanted:
        earlier = moment - dt.timedelta(hours=3)
        assert all(
            (earlier + dt.timedelta(minutes=n)).astimezone(place).replace(tzinfo=None) != wanted for n in range(180)
        )
    else:
        before = (moment - dt.timedelta(seconds=1)).astimezone(place).replace(tzinfo=None)
        assert before < wanted < shown


@pytest.mark.parametrize("zone", ZONES)
def test_the_next_ask_is_at_the_calm_time_of_every_zone(zone: str) -> None:
    """Wherever a person is, their next ask is due within 25 hours and at the calm time by their own clock."""
    person = making.person(zone=zone)
    due = schedule.next_ask(person, NOW)
    assert due is not None
    assert NOW < due <= NOW + dt.timedelta(hours=25)
    assert schedule.local(person, due).time() == dt.time(19)


@pytest.mark.parametrize("day", [dt.date(2027, 3, 27), dt.date(2027, 10, 30)])
@pytest.mark.parametrize("calm", [dt.time(2, 30), dt.time(19)])
def test_asks_follow_day_by_day_over_a_change_of_clocks(day: dt.date, calm: dt.time) -> None:
    """Four asks in a row fall on four dates in a row, whether clocks go forward or back between them."""
    person = making.person(calm=calm)
    moment, dates = dt.datetime.combine(day, dt.time(0, 30), tzinfo=BERLIN), []
    for _ in range(4):
        moment = schedule.next_ask(person, moment) or moment
        dates.append(schedule.local_date(person, moment))
    assert dates == [day + n * schedule.DAY for n in range(4)]


def test_asks_come_on_chosen_days_alone() -> None:
    """Whoever chose Saturdays is asked on the next Saturday."""
    due = schedule.next_ask(making.person(days=frozenset({5})), NOW)
    assert due == utc(2026, 11, 28, 18)


@pytest.mark.parametrize(
    "fields",
    [
        {"zone": None},
        {"blocked": True},
        {"hello_on": None},
        {"days": frozenset()},
        {"resting": True},
    ],
)
def test_nothing_is_pushed_where_nothing_may_be(fields: dict[str, object]) -> None:
    """Without zone, hello or days, in a rest without an end, or blocked, no ask is ever due."""
    assert schedule.next_ask(making.person(**fields), NOW) is None


def test_asks_go_on_after_a_rest() -> None:
    """A rest that ends on Friday night lets the next ask come on Saturday."""
    person = making.person(resting=True, rest_until=utc(2026, 11, 27, 20))
    assert schedule.next_ask(person, NOW) == utc(2026, 11, 28, 18)


def test_a_day_that_is_left_out_has_no_ask() -> None:
    """Apia's missing 30 December is passed over."""
    person = making.person(zone="Pacific/Apia")
    last = schedule.instant(zoneinfo.ZoneInfo("Pacific/Apia"), dt.date(2011, 12, 29), dt.time(19))
    assert last is not None
    following = schedule.next_ask(person, last)
    assert following is not None
    assert schedule.local_date(person, following) == dt.date(2011, 12, 31)


@pytest.mark.parametrize(
    ("hour", "minute", "quiet"), [(21, 29, False), (21, 30, True), (0, 0, True), (8, 59, True), (9, 0, False)]
)
def test_quiet_hours_run_over_midnight(hour: int, minute: int, quiet: bool) -> None:  # noqa: FBT001 - a table
    """Quiet hours hold from their first minute to the one before their last, midnight included."""
    moment = dt.datetime(2026, 11, 23, hour, minute, tzinfo=BERLIN)
    assert schedule.is_quiet(making.person(), moment) is quiet


def test_before_a_zone_is_known_nothing_is_quiet() -> None:
    """Without a zone there is no night to keep."""
    night = utc(2026, 11, 23, 2)
    assert schedule.is_quiet(making.person(zone=None), night) is False
    assert schedule.after_quiet(making.person(zone=None), night) == night


def test_what_comes_at_night_waits_for_the_morning() -> None:
    """A moment in quiet hours becomes their end, on the same or on the next date."""
    person = making.person()
    assert schedule.after_quiet(person, utc(2026, 11, 23, 22)) == utc(2026, 11, 24, 8)
    assert schedule.after_quiet(person, utc(2026, 11, 24, 2)) == utc(2026, 11, 24, 8)
    assert schedule.after_quiet(person, NOW) == NOW


@given(moment=MOMENTS, start=WALLS, end=WALLS, zone=st.sampled_from(ZONES))
def test_after_quiet_hours_it_is_not_quiet(moment: dt.datetime, start: dt.time, end: dt.time, zone: str) -> None:
    """Whatever the quiet hours, something gets through within a day, and outside them where they end at all."""
    person = making.person(zone=zone, quiet_from=start, quiet_until=end)
    after = schedule.after_quiet(person, moment)
    assert moment <= after <= moment + dt.timedelta(hours=26)
    assert not schedule.is_quiet(person, after) or after == moment + schedule.DAY


@given(calm=WALLS, start=WALLS, end=WALLS)
def test_a_calm_time_moves_the_edge_of_quiet_hours(calm: dt.time, start: dt.time, end: dt.time) -> None:
    """The calm time is never quiet, and quiet hours never grow for it."""
    person = schedule.with_calm(making.person(quiet_from=start, quiet_until=end), calm)
    at = dt.datetime.combine(making.TODAY, calm, tzinfo=BERLIN)
    hours = [dt.datetime(2026, 11, 23, n // 2, n % 2 * 30, tzinfo=BERLIN) for n in range(48)]
    before = making.person(quiet_from=start, quiet_until=end)
    assert schedule.is_quiet(person, at) is False
    assert [one for one in hours if schedule.is_quiet(person, one) and not schedule.is_quiet(before, one)] == []


@pytest.mark.parametrize(
    ("calm", "edges"),
    [
        (dt.time(22), (dt.time(23), dt.time(9))),
        (dt.time(8), (dt.time(21, 30), dt.time(8))),
        (dt.time(19), (dt.time(21, 30), dt.time(9))),
    ],
)
def test_the_nearer_edge_moves(calm: dt.time, edges: tuple[dt.time, dt.time]) -> None:
    """A late calm time pushes the evening back by an hour, an early one brings the morning forward."""
    person = schedule.with_calm(making.person(), calm)
    assert (person.quiet_from, person.quiet_until) == edges


@pytest.mark.parametrize(
    ("fields", "allowed"),
    [
        ({}, True),
        ({"last_ask_at": utc(2026, 11, 22, 17)}, True),
        ({"last_ask_at": utc(2026, 11, 22, 17, 1)}, False),
        ({"last_ask_at": utc(2026, 11, 23, 18)}, False),
        ({"last_ask_at": utc(2027, 11, 23, 18)}, True),
        ({"resting": True}, False),
        ({"blocked": True}, False),
        ({"zone": None}, False),
        ({"zone": "Australia/Sydney", "quiet_from": dt.time(20)}, False),
    ],
)
def test_a_push_keeps_its_distance(fields: dict[str, object], allowed: bool) -> None:  # noqa: FBT001 - a table
    """An ask is pushed only 16 hours from any other, awake, outside rest and quiet hours."""
    assert schedule.may_push(making.person(**fields), making.TODAY, NOW) is allowed


def test_a_push_is_for_the_date_that_it_is_now() -> None:
    """An ask of yesterday, or of a date that had one by the present zone's clock, is let go."""
    person = making.person(zone="Pacific/Auckland", last_ask_at=utc(2026, 11, 22, 10, 30))
    now = utc(2026, 11, 23, 7)
    assert schedule.may_push(person, dt.date(2026, 11, 23), now) is True
    assert schedule.may_push(person, dt.date(2026, 11, 22), now) is False
    later = making.person(zone="Pacific/Auckland", last_ask_at=utc(2026, 11, 22, 13))
    assert schedule.may_push(later, dt.date(2026, 11, 23), now) is False


@given(seed=st.integers(0, 2**31 - 1))
def test_the_asks_of_a_minute_are_spread(seed: int) -> None:
    """Everybody has their own delay, steady and under two minutes, which never leads into another date."""
    person = making.person(seed=seed)
    evening = dt.datetime(2026, 11, 23, 19, tzinfo=BERLIN)
    midnight = dt.datetime(2026, 11, 23, 23, 59, 30, tzinfo=BERLIN)
    assert dt.timedelta() <= schedule.spread(person, evening) - evening < dt.timedelta(seconds=120)
    assert schedule.local_date(person, schedule.spread(person, midnight)) == making.TODAY


@pytest.mark.parametrize(
    ("fields", "last", "moment"),
    [
        ({}, None, NOW),
        ({}, making.TODAY, utc(2026, 11, 24, 8)),
        ({}, making.TODAY + schedule.DAY, utc(2026, 11, 25, 8)),
        ({}, dt.date(2036, 1, 1), NOW),
        ({"post_at": dt.time(18)}, None, utc(2026, 11, 23, 17)),
        ({"post_at": dt.time(9)}, None, utc(2026, 11, 24, 8)),
        ({"post_at": dt.time(18)}, making.TODAY, utc(2026, 11, 24, 17)),
        ({"post_at": dt.time(23)}, None, utc(2026, 11, 24, 8)),
        ({"zone": None, "post_at": dt.time(18)}, None, NOW),
        ({"resting": True}, None, None),
        ({"resting": True, "rest_until": utc(2026, 11, 30, 1)}, None, utc(2026, 11, 30, 8)),
    ],
)
def test_the_post_comes_once_a_local_date(
    fields: dict[str, object], last: dt.date | None, moment: dt.datetime | None
) -> None:
    """Post is announced now, or at the post-box time, after the night, after the rest, on a date without notice."""
    assert schedule.post_moment(making.person(**fields), NOW, last) == moment


@given(now=MOMENTS, zone=st.sampled_from(ZONES), box=st.none() | WALLS, noticed=st.booleans())
def test_post_never_comes_twice_on_a_date(
    now: dt.datetime,
    zone: str,
    box: dt.time | None,
    noticed: bool,  # noqa: FBT001 - drawn
) -> None:
    """Whatever the zone and hour, the next notice is not in the past, not quiet, and on a date without one."""
    person = making.person(zone=zone, post_at=box)
    today = schedule.local_date(person, now)
    moment = schedule.post_moment(person, now, today if noticed else None)
    assert moment is not None
    assert moment >= now
    assert not schedule.is_quiet(person, moment)
    assert schedule.local_date(person, moment) > today or not noticed


def test_a_zone_is_known_by_its_number() -> None:
    """Every zone has a number of its own that leads back to it, and a foreign number leads nowhere."""
    assert len({schedule.zone_number(name) for name in ZONES}) == len(ZONES)
    assert schedule.zone_numbered(schedule.zone_number("Asia/Kathmandu")) == "Asia/Kathmandu"
    assert schedule.zone_numbered(1) is None


def test_post_waits_over_a_date_that_does_not_exist() -> None:
    """Where tomorrow is left out by the calendar, the next notice comes on the day after."""
    person = making.person(zone="Pacific/Apia")
    now = schedule.instant(zoneinfo.ZoneInfo("Pacific/Apia"), dt.date(2011, 12, 29), dt.time(12))
    assert now is not None
    moment = schedule.post_moment(person, now, dt.date(2011, 12, 29))
    assert moment is not None
    assert schedule.local_date(person, moment) == dt.date(2011, 12, 31)
