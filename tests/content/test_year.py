"""A year with the real questions: whoever it is and whatever they closed, each day has something small."""

import dataclasses
import datetime as dt

import pytest

from bot import year
from bot.content import catalogue
from bot.domain import ladder, mirrors, model, prompting

# Nearly every check-in; words for feelings; what is asked of who reaches. All sets of three: content check --year.
CLOSED = (
    ("self_awareness", "play_warmth", "appreciation"),
    ("feelings_words", "self_awareness", "play_warmth"),
    ("validation", "empathy", "listening"),
)


@pytest.fixture(scope="module")
def known(real: catalogue.Catalogue) -> year.Questions:
    """Return what a year is played with."""
    return year.questions_of(real)


def somebody(leaning: model.Leaning | None, *closed: str, grows: bool = True, number: int = 0) -> year.Who:
    """Return somebody to play a year with."""
    return year.Who(number, leaning, grows, closed)


@pytest.mark.parametrize("leaning", [None, *model.Leaning])
def test_a_year_is_served(leaning: model.Leaning | None, known: year.Questions) -> None:
    """Each day has something that is allowed and is its turn, and no question comes twice; check-ins fill."""
    played = [
        year.play(somebody(leaning, *closed, grows=grows, number=number), known)
        for number, (closed, grows) in enumerate(zip(CLOSED, (True, False, True), strict=True))
    ]
    assert [line for one in played for line in one.lines()] == []
    assert min(one.asks for one in played) > 330


def test_everybody_is_everybody(known: year.Questions) -> None:
    """Every leaning is played with every three of the sixteen themes, growing and staying."""
    everybody = year.everybody(known.themes)
    assert (len(everybody), len({str(one) for one in everybody})) == (4 * 560 * 2, 4 * 560 * 2)


def test_mirrored_days_come_from_the_real_questions(known: year.Questions) -> None:
    """Whoever grows meets the other's theme every other week or more; at the surface it is now and then."""
    for grows, least in ((True, 26), (False, 15)):
        assert year.play(somebody(model.Leaning.QUIET, grows=grows), known).mirrored >= least


def test_both_halves_meet_on_the_same_days(known: year.Questions) -> None:
    """A pair's mirrored day falls once in each of its weeks, with questions that mirror each other."""
    calendar = known.calendars[0]
    for week in range(52):
        days = [calendar.start + dt.timedelta(days=week * 7 + n) for n in range(7)]
        fallen = [day for day in days if calendar.falls_on(day)]
        both = [known.prompts[one] for day in fallen for one in calendar.on(day)]
        assert (len(fallen), {one.mirror for one in both}) == (1 if week or fallen else 0, {one.id for one in both})


FAULTS: dict[str, dict[str, object]] = {
    "of a closed theme": {"theme": "empathy"},
    "of another track": {"track": "quiet"},
    "goes deeper": {"depth": 3},
    "is outside its weeks": {"weeks": (9, 14)},
    "is too deep for week": {"depth": 4},
    "came while the week lacked": {"theme": "trust_safety"},
    "is outside its arc": {"theme": "trust_safety"},
    "is a check-in, though": {"checkin": True},
}


@pytest.fixture
def late(known: year.Questions) -> prompting.Day:
    """Return a late day of the first week of somebody who has closed one theme."""
    person = model.Person(id=1, name="", hello_on=dt.date(2027, 1, 4), leaning=model.Leaning.REACH, seed=1)
    person = dataclasses.replace(person, choices=model.Choices(closed=("empathy",)))
    days = (
        prompting.Day(
            person=person,
            day=dt.date(2027, 1, 4) + dt.timedelta(days=n),
            size=ladder.Size(model.Step.LINE, 1),
            past=(),
            prompts=known.prompts,
            plan=known.plan,
        )
        for n in range(3, 7)
    )
    return next(day for day in days if not day.is_checkin())


def test_a_report_ends_in_what_the_years_came_to() -> None:
    """Each fault is a line that says who met it; then come the years in numbers."""
    played = [
        year.Played(
            somebody(None, "empathy", grows=grows), 300, 90 + grows, 20, ("day 9: e101 comes twice",) * grows
        )
        for grows in (True, False)
    ]
    said: list[str] = []
    assert (year.report(played, said.append), year.report(played[1:] * 2, said.append)) == (False, True)
    assert said[:2] == [
        "no leaning, grows, closed empathy: day 9: e101 comes twice",
        "2 years, 600 questions; 1 years went wrong",
    ]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_year_that_went_wrong_is_told(fault: str, late: prompting.Day, known: year.Questions) -> None:
    """Whatever the choosing of a question could get wrong is told in words."""
    right = known.prompts[late.choose() or ""]
    assert isinstance(right, catalogue.Prompt)
    left = {**known.prompts, right.id: right}
    wrong = right.model_copy(update=FAULTS[fault])
    asked = [year.Asked.of(late, one, left) for one in (right, wrong)]
    assert [fault in " ".join(year.faults(one, ())) for one in asked] == [False, True]


def test_a_question_that_comes_twice_is_told(late: prompting.Day, known: year.Questions) -> None:
    """A question that came before, and a tender one right after another, are told."""
    tender = next(one for one in known.prompts.values() if one.depth == ladder.TENDER)
    asked = year.Asked.of(late, tender, {})
    told = " ".join(year.faults(asked, [asked]))
    assert ("comes twice" in told, "days after the last" in told) == (True, True)


def test_a_mirrored_day_that_was_passed_over_is_told(late: prompting.Day, known: year.Questions) -> None:
    """On a mirrored day the mirrored question comes, and nothing in its place."""
    starts = (late.day - dt.timedelta(days=n) for n in range(1, 8))
    calendars = (mirrors.Calendar(1, start, known.prompts) for start in starts)
    mirrored = dataclasses.replace(late, calendar=next(one for one in calendars if one.falls_on(late.day)))
    met, other = known.prompts[mirrored.choose() or ""], known.prompts[late.choose() or ""]
    told = [list(year.faults(year.Asked.of(mirrored, one, known.prompts), ())) for one in (met, other)]
    assert (told[0], "in place of the mirrored" in told[1][0]) == ([], True)


def test_the_constants_are_the_guides(real: catalogue.Catalogue) -> None:
    """The ladder's numbers are those of the plan, where the plan has them."""
    rules, plan = real.plan.delivery_rules, real.plan
    up, deep = rules.step_up, rules.depth4_plus
    pairs = (
        (up.need_answers, ladder.ANSWERS_NEEDED),
        (up.of_last, ladder.RECENT),
        (up.need_no_a_lot_in, ladder.NO_A_LOT_IN),
        (up.within_days, ladder.WITHIN.days),
        (up.max_per_days, ladder.OFFERS_APART.days),
        (up.quiet_after_no_days, ladder.AFTER_A_NO.days),
        (rules.skips_step_down, ladder.SMALLER_AFTER),
        (rules.skips_half_pace, ladder.HALF_AFTER),
        (rules.skips_go_quiet, ladder.QUIET_AFTER),
        (deep.max_per_days, ladder.TENDER_APART.days),
        (deep.not_in_first_days, ladder.TENDER_AFTER.days),
        (deep.not_within_hours_of_breather * 3600, ladder.TENDER_AFTER_BREATHER.total_seconds()),
        (rules.expire_quietly_after_hours * 3600, ladder.OPEN_FOR.total_seconds()),
        (rules.hold_new_depth_hours * 3600, ladder.HOLD_DEPTH.total_seconds()),
        (rules.not_repeated_within_days, ladder.YEAR.days),
        (rules.check_ins_per_week, prompting.CHECKINS_A_WEEK),
        (plan.week_floor, ladder.FLOORS),
        (plan.rest_week.every, ladder.REST_EVERY),
        (plan.spiral.length, ladder.SPIRAL),
    )
    assert [ours for _, ours in pairs] == [theirs for theirs, _ in pairs]
