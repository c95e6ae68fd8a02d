"""A year with the real questions: whoever it is and whatever they closed, each day has something small."""

import collections
import itertools

import pytest

from bot.content import catalogue, find
from bot.domain import ladder, mirrors, model, prompting
from tests.domain import living, making

CLOSED = [
    (),
    ("self_awareness", "play_warmth", "appreciation"),  # nearly every check-in
    ("feelings_words", "self_awareness", "play_warmth"),
    ("validation", "empathy", "listening"),
]


@pytest.fixture(scope="module")
def words() -> catalogue.Catalogue:
    """Read the real content, once."""
    return catalogue.load(find.root())


def lived(
    words: catalogue.Catalogue, leaning: model.Leaning | None, closed: tuple[str, ...], deed: str
) -> living.Life:
    """Return a year of somebody in a pair, who does the same with every question."""
    arcs = tuple(prompting.Arc(one.weeks, one.depth_max, one.themes) for one in words.plan.arcs)
    plan = prompting.Plan(arcs=arcs, weekly=tuple(words.plan.every_week_min))
    person = ladder.starting(making.person(choices=model.Choices(closed=closed)), leaning)
    calendar = mirrors.Calendar(5, making.TODAY, words.prompts)
    return living.Life(person, words.prompts, plan, calendar=calendar).live(365, [deed])


@pytest.mark.parametrize(
    ("leaning", "closed", "deed"),
    [*itertools.product([None, *model.Leaning], CLOSED[1:2], ["words", "yes"])]
    + [(model.Leaning.REACH, closed, "words") for closed in CLOSED],
)
def test_a_year_is_served(
    words: catalogue.Catalogue, leaning: model.Leaning | None, closed: tuple[str, ...], deed: str
) -> None:
    """Every day that is due has something, never of a closed theme, and no question comes twice; check-ins fill."""
    asks = [one for one in lived(words, leaning, closed, deed).came if one.kind is model.Kind.ASK]
    assert all(one.prompt_id for one in asks)
    assert not {words.prompts[one.prompt_id].theme for one in asks} & set(closed)
    counts = collections.Counter(one.prompt_id for one in asks if not words.prompts[one.prompt_id].checkin)
    assert set(counts.values()) == {1}


def test_mirrored_days_come_from_the_real_questions(words: catalogue.Catalogue) -> None:
    """Whoever grows meets the other's theme every other week or more; at the surface it is now and then."""
    calendar = mirrors.Calendar(5, making.TODAY, words.prompts)
    for deed, least in (("yes", 26), ("words", 15)):
        asks = lived(words, model.Leaning.QUIET, (), deed).asks()
        assert sum(one.prompt_id in calendar.on(one.day) for one in asks) >= least


def test_the_constants_are_the_guides(words: catalogue.Catalogue) -> None:
    """The ladder's numbers are those of the plan, where the plan has them."""
    rules, plan = words.plan.delivery_rules, words.plan
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
