"""Mirrored days are a matter of the pair and the week, and of nothing else."""

import dataclasses
import datetime as dt

from bot.domain import ladder, mirrors, model, prompting
from tests.domain import making
from tests.domain.making import NOW, TODAY

DAY = dt.timedelta(days=1)
TWINS = {
    f"{side}{n:03}": making.Prompt(
        id=f"{side}{n:03}",
        track={"q": "quiet", "r": "reach"}[side],
        theme="play_warmth" if n % 2 else "listening",
        depth=n % 3 + 1,
        mirror=f"{other}{n:03}",
    )
    for n in range(60)
    for side, other in ("qr", "rq")
}
PROMPTS: dict[str, model.Prompt] = {**making.prompts(), **TWINS}
CALENDAR = mirrors.Calendar(9, TODAY, PROMPTS)
YEAR = [TODAY + n * DAY for n in range(365)]
MIRRORED = [day for day in YEAR if CALENDAR.on(day)]


def chosen(person: model.Person, day: dt.date) -> str | None:
    """Return what this person is given on that date, as a half of the pair."""
    size = ladder.size(person, day, NOW + (day - TODAY))
    whole = prompting.Day(
        person=person, day=day, size=size, past=(), prompts=PROMPTS, plan=making.PLAN, calendar=CALENDAR
    )
    return whole.choose()


def test_about_once_a_week() -> None:
    """Every week of the pair has one such day, and the day of pairing is none."""
    assert 50 <= len(MIRRORED) <= 52
    assert len({(day - TODAY).days // 7 for day in MIRRORED}) == len(MIRRORED)
    assert TODAY not in MIRRORED
    assert len({day.weekday() for day in MIRRORED}) == 7


def test_no_theme_meets_them_twice_in_a_year() -> None:
    """Each mirrored pair of prompts comes once, from both sides, and never before its floor in the pair's weeks."""
    met = [CALENDAR.on(day) for day in MIRRORED]
    assert len(set(met)) == len(met)
    for day, ids in zip(MIRRORED, met, strict=True):
        week = (day - TODAY).days // 7 + 1
        assert {PROMPTS[one].mirror for one in ids} == ids
        assert all(week >= ladder.FLOORS[PROMPTS[one].depth] for one in ids)


def test_other_pairs_have_other_days() -> None:
    """Another pair of the same day has its own calendar."""
    other = mirrors.Calendar(10, TODAY, PROMPTS)
    assert [day for day in YEAR if other.on(day)] != MIRRORED


def test_each_meets_it_from_their_own_side() -> None:
    """On a mirrored day one is asked the quiet side, the other the reaching one, of the same theme."""
    ann = making.person(leaning=model.Leaning.QUIET, depth=4)
    ben = making.person(id=2, seed=8, leaning=model.Leaning.REACH, depth=4)
    day = next(day for day in MIRRORED if (day - TODAY).days > 7 and PROMPTS[min(CALENDAR.on(day))].depth == 1)
    one, other = chosen(ann, day), chosen(ben, day)
    assert ({one, other}, one and one[0], other and other[0]) == (set(CALENDAR.on(day)), "q", "r")


def test_what_one_has_closed_changes_nothing_for_the_other() -> None:
    """Whoever closed the theme gets another prompt; the other's day does not know of it."""
    ann = making.person(leaning=model.Leaning.QUIET, depth=4)
    day = next(day for day in MIRRORED if PROMPTS[min(CALENDAR.on(day))].depth == 1)
    theme = PROMPTS[min(CALENDAR.on(day))].theme
    closed = dataclasses.replace(ann, choices=model.Choices(closed=(theme,)))
    instead = chosen(closed, day)
    assert instead is not None
    assert PROMPTS[instead].theme != theme
    assert chosen(ann, day) in CALENDAR.on(day)


def test_a_mirrored_day_is_no_check_in() -> None:
    """The week's check-ins fall on other days."""
    ann = making.person(leaning=model.Leaning.QUIET)
    for day in MIRRORED:
        size = ladder.size(ann, day, NOW)
        whole = prompting.Day(
            person=ann, day=day, size=size, past=(), prompts=PROMPTS, plan=making.PLAN, calendar=CALENDAR
        )
        assert not whole.is_checkin()
