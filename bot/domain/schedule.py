"""Turns wall times of a place into moments, and says when something may be pushed to a person."""

import dataclasses
import datetime as dt
import zlib
import zoneinfo

from bot.domain import model, slots

ASK_VALID = dt.timedelta(hours=3)  # conversation, flow 3: what could not go out by then is let go
ASK_OPEN = dt.timedelta(hours=36)  # guide 1.14: an unanswered ask closes quietly
ASK_APART = dt.timedelta(hours=16)  # between two pushed asks, whatever the zone does
SPREAD = 120  # seconds over which the asks of one minute are spread
DAY = dt.timedelta(days=1)
AHEAD = 29  # days in which the next slot is looked for: a fortnight's pace on one day a week, and more


def zone_of(person: model.Person) -> dt.tzinfo:
    """Return the person's zone; UTC before one is known."""
    return zoneinfo.ZoneInfo(person.zone) if person.zone else dt.UTC


def zone_number(name: str) -> int:
    """Return the number by which a button names a zone: the same in every version of the zone data."""
    return zlib.crc32(name.encode())


def zone_numbered(number: int) -> str | None:
    """Return the zone of that number; None where there is none."""
    return next((name for name in zoneinfo.available_timezones() if zone_number(name) == number), None)


def local(person: model.Person, moment: dt.datetime) -> dt.datetime:
    """Return the moment on the person's own clock."""
    return moment.astimezone(zone_of(person))


def local_date(person: model.Person, moment: dt.datetime) -> dt.date:
    """Return the person's local date at that moment."""
    return local(person, moment).date()


def instant(zone: dt.tzinfo, day: dt.date, wall: dt.time) -> dt.datetime | None:
    """Return the one moment of a wall time on a local date; None where that day does not exist.

    In an overlap it is the first of the two; in a gap the first minute that exists.
    """
    naive = dt.datetime.combine(day, wall)
    first = naive.replace(tzinfo=zone, fold=0).astimezone(dt.UTC)
    if first.astimezone(zone).replace(tzinfo=None) == naive:
        return first
    landing = _end_of_gap(zone, naive)
    return None if _skipped(zone, day) else landing


def _end_of_gap(zone: dt.tzinfo, naive: dt.datetime) -> dt.datetime:
    """Return the transition that swallowed this wall time, to the second."""
    low = naive.replace(tzinfo=zone, fold=1).astimezone(dt.UTC)
    high = naive.replace(tzinfo=zone, fold=0).astimezone(dt.UTC)
    before = low.astimezone(zone).utcoffset()
    while high - low > dt.timedelta(seconds=1):
        middle = low + (high - low) / 2
        if middle.astimezone(zone).utcoffset() == before:
            low = middle
        else:
            high = middle
    return high.replace(microsecond=0)


def _skipped(zone: dt.tzinfo, day: dt.date) -> bool:
    """Say whether a whole local day is missing, as 30 December 2011 is in Apia."""
    noon = dt.datetime.combine(day, dt.time(12), tzinfo=zone)
    return noon.astimezone(dt.UTC).astimezone(zone).date() != day


def is_quiet(person: model.Person, moment: dt.datetime) -> bool:
    """Say whether the moment lies in the person's quiet hours; before a zone is known nothing is quiet."""
    if person.zone is None:
        return False
    return _within(local(person, moment).time(), person.quiet_from, person.quiet_until)


def _within(wall: dt.time, start: dt.time, end: dt.time) -> bool:
    """Say whether a wall time lies in [start, end), which may run over midnight."""
    return start <= wall < end if start <= end else wall >= start or wall < end


def after_quiet(person: model.Person, moment: dt.datetime) -> dt.datetime:
    """Return the first moment from `moment` on that is outside the person's quiet hours."""
    if not is_quiet(person, moment):
        return moment
    day = local_date(person, moment)
    for ahead in range(4):
        end = instant(zone_of(person), day + ahead * DAY, person.quiet_until)
        if end is not None and end > moment and not is_quiet(person, end):
            return end
    return moment + DAY  # hours that never end: one a day is the least a reader can be owed


def with_calm(person: model.Person, calm: dt.time) -> model.Person:
    """Return the person with another calm time; inside quiet hours it moves their nearer edge."""
    person = dataclasses.replace(person, calm=calm)
    if not _within(calm, person.quiet_from, person.quiet_until):
        return person
    left = _minutes(calm, person.quiet_until)
    if _minutes(person.quiet_from, calm) <= left:
        return dataclasses.replace(person, quiet_from=_plus(calm, min(60, left)))
    return dataclasses.replace(person, quiet_until=calm)


def _minutes(start: dt.time, end: dt.time) -> int:
    """Return the minutes from one wall time forward to another."""
    return (end.hour * 60 + end.minute - start.hour * 60 - start.minute) % 1440


def _plus(wall: dt.time, minutes: int) -> dt.time:
    """Return the wall time that many minutes later, round the clock."""
    total = (wall.hour * 60 + wall.minute + minutes) % 1440
    return dt.time(total // 60, total % 60)


def next_ask(person: model.Person, after: dt.datetime) -> dt.datetime | None:
    """Return when this person's next slot is due, later than `after`; None where nothing is pushed."""
    if person.zone is None or person.blocked or person.hello_on is None or not person.days:
        return None
    start = max(after, _silent_until(person) or after)
    if person.resting:
        if person.rest_until is None:
            return None
        start = max(start, person.rest_until)
    return _next_calm(person, start)


def _next_calm(person: model.Person, after: dt.datetime) -> dt.datetime | None:
    """Return the next calm time on a day that has something to bring, not too near the last ask."""
    day, last = local_date(person, after), last_date(person)
    for ahead in range(AHEAD):
        candidate = day + ahead * DAY
        brings = bool(slots.claims(person, candidate, last))
        due = instant(zone_of(person), candidate, person.calm) if brings else None
        if due is not None and due > after and _is_apart(person, candidate, due):
            return due
    return None


def last_date(person: model.Person) -> dt.date | None:
    """Return the local date of the person's last ask, or of whatever else took a slot."""
    return local_date(person, person.last_ask_at) if person.last_ask_at else None


def may_push(person: model.Person, day: dt.date, now: dt.datetime) -> bool:
    """Say whether the slot of a local date may be used now: nothing speaks against it, and none is too near."""
    return may_arrive(person, day, now) and _is_apart(person, day, now)


def may_arrive(person: model.Person, day: dt.date, now: dt.datetime) -> bool:
    """Say whether the person is awake, not resting, not left alone for a while, and on that very date."""
    if person.zone is None or person.blocked or person.resting or is_quiet(person, now):
        return False
    until = _silent_until(person)
    return (until is None or now >= until) and local_date(person, now) == day


def _silent_until(person: model.Person) -> dt.datetime | None:
    """Return until when nothing is pushed, for whatever reason: silence, or a breather of either of the two."""
    memory = person.memory
    known = [one for one in (memory.silent_until, memory.breather_until, memory.waits_until) if one is not None]
    return max(known, default=None)


def _is_apart(person: model.Person, day: dt.date, moment: dt.datetime) -> bool:
    """Say whether a moment is 16 hours from the last ask of any kind, on a local date that had none."""
    last = person.last_ask_at
    return last is None or (abs(moment - last) >= ASK_APART and local_date(person, last) != day)


def spread(person: model.Person, due: dt.datetime) -> dt.datetime:
    """Return the moment with this person's own small delay after it, on the same local date."""
    late = due + dt.timedelta(seconds=person.seed % SPREAD)
    return late if local_date(person, late) == local_date(person, due) else due


def post_moment(person: model.Person, now: dt.datetime, last: dt.date | None) -> dt.datetime | None:
    """Return when the day's post may next be announced: `last` is the local date of the last notice.

    None while a rest without an end holds the post.
    """
    start = _after_breather(person, now)
    if person.resting:
        if person.rest_until is None:
            return None
        start = max(start, person.rest_until)
    moment = _opening(person, start)
    # A zone moves a date by one; a later one was noted while the clock ran ahead, and holds nothing back.
    if last is not None and last <= local_date(person, now) + DAY:
        while local_date(person, moment) <= last:
            moment = _opening(person, midnight(person, local_date(person, moment) + DAY))
    return moment


def _after_breather(person: model.Person, now: dt.datetime) -> dt.datetime:
    """Return now, or the end of the person's own breather: no words come to them before."""
    return max(now, person.memory.breather_until or now)


def response_moment(person: model.Person, now: dt.datetime) -> dt.datetime:
    """Return when what came back may be announced: outside quiet hours, and after a breather."""
    return after_quiet(person, _after_breather(person, now))


def _opening(person: model.Person, start: dt.datetime) -> dt.datetime:
    """Return the post-box time from `start` on, or the first moment outside quiet hours."""
    if person.post_at is None or person.zone is None:
        return after_quiet(person, start)
    day = local_date(person, start)
    for ahead in range(4):
        moment = instant(zone_of(person), day + ahead * DAY, person.post_at)
        if moment is not None and moment >= start:
            return after_quiet(person, moment)
    return after_quiet(person, start)


def midnight(person: model.Person, day: dt.date) -> dt.datetime:
    """Return the moment at which a local day begins, or the next one that exists."""
    moment = instant(zone_of(person), day, dt.time())
    return moment if moment is not None else midnight(person, day + DAY)
