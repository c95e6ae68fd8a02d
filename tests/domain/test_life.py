"""What holds of every life with the bot, whatever is done with what comes."""

import datetime as dt
import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import ladder, model, schedule
from tests.domain import living, making

PROMPTS = making.prompts(fresh=120, checkins=12)
SEEDS = st.integers(0, 2**31 - 1)
LEANINGS = st.sampled_from([None, *model.Leaning])
DEEDS = st.lists(st.sampled_from(living.DEEDS), min_size=1, max_size=30)
DAYS = st.frozensets(st.integers(0, 6), min_size=1)
LIVES = settings(max_examples=8, deadline=None)


def life(seed: int = 7, leaning: model.Leaning | None = model.Leaning.QUIET, **fields: object) -> living.Life:
    """Return somebody whose hello was today."""
    return living.Life(ladder.starting(making.person(seed=seed, **fields), leaning), PROMPTS)


def rung(size: ladder.Size) -> int:
    """Return a number that is larger the more is asked."""
    return ladder.STEPS.index(size.step) + size.depth


@LIVES
@given(seed=SEEDS, leaning=LEANINGS, deeds=DEEDS, days=DAYS)
def test_never_two_on_a_day(
    seed: int, leaning: model.Leaning | None, deeds: list[str], days: frozenset[int]
) -> None:
    """No local day has two of what nobody asked for, and an ask comes on a chosen weekday alone."""
    lived = life(seed, leaning, days=days).live(120, deeds)
    dates = [one.day for one in lived.came]
    assert len(dates) == len(set(dates))
    assert {one.day.weekday() for one in lived.asks()} <= days


@LIVES
@given(seed=SEEDS, leaning=LEANINGS, deeds=DEEDS)
def test_never_above_comfort(seed: int, leaning: model.Leaning | None, deeds: list[str]) -> None:
    """No ask is larger or deeper than what came easily until then."""
    for one in life(seed, leaning).live(150, deeds).asks():
        assert ladder.STEPS.index(one.size.step) <= ladder.STEPS.index(one.comfort.step)
        assert PROMPTS[one.prompt_id].depth <= one.size.depth <= one.comfort.depth


@LIVES
@given(seed=SEEDS, leaning=LEANINGS, deeds=DEEDS)
def test_up_only_by_a_yes_and_by_one(seed: int, leaning: model.Leaning | None, deeds: list[str]) -> None:
    """Comfort rises where an offer was taken, by one, and nowhere else; it falls in silence."""
    begun = life(seed, leaning)
    start = ladder.Size(begun.person.step, begun.person.depth)
    lived = begun.live(150, deeds)
    events = [event for _, event in lived.said]
    for before, after, event in zip([start, *lived.comforts], lived.comforts, events, strict=False):
        rise = rung(after) - rung(before)
        assert rise in ((1,) if isinstance(event, ladder.Accepted) else (0, -1, -2))


@LIVES
@given(seed=SEEDS, leaning=LEANINGS, deeds=DEEDS)
def test_offers_are_rare(seed: int, leaning: model.Leaning | None, deeds: list[str]) -> None:
    """An offer comes at most once in seven days, and not within fourteen after one that was left."""
    lived = life(seed, leaning).live(150, deeds)
    offers: list[tuple[dt.date, bool]] = []
    for _, event in lived.said:
        if isinstance(event, ladder.Offered):
            offers.append((event.day, False))
        elif isinstance(event, ladder.Accepted):
            offers[-1] = (offers[-1][0], True)
    for (day, taken), (following, _) in itertools.pairwise(offers):
        assert following - day >= dt.timedelta(days=7 if taken else 14)


@LIVES
@given(seed=SEEDS, leaning=LEANINGS, deeds=DEEDS)
def test_the_fold_is_the_history(seed: int, leaning: model.Leaning | None, deeds: list[str]) -> None:
    """Folding all that happened from the start gives the same ladder, however often it was settled."""
    begun = life(seed, leaning)
    lived = begun.live(90, deeds)
    again = ladder.starting(making.person(seed=seed), leaning)
    for at, event in lived.said:
        again = ladder.fold(ladder.settle(again, at), event)
    again, lived.person = (ladder.settle(one, lived.now) for one in (again, lived.person))
    assert (again.ladder, again.step, again.depth) == (lived.person.ladder, lived.person.step, lived.person.depth)


@LIVES
@given(seed=SEEDS, leaning=LEANINGS, deeds=DEEDS)
def test_the_same_life_brings_the_same_prompts(seed: int, leaning: model.Leaning | None, deeds: list[str]) -> None:
    """Lived twice, a life is the same, prompt by prompt and day by day."""
    assert life(seed, leaning).live(60, deeds).came == life(seed, leaning).live(60, deeds).came


@LIVES
@given(seed=SEEDS, leaning=LEANINGS, days=DAYS)
def test_a_year_of_silence_leads_to_rest(seed: int, leaning: model.Leaning | None, days: frozenset[int]) -> None:
    """Where nothing is answered asks thin out: one word is said, two fortnights follow, and then nothing."""
    lived = life(seed, leaning, days=days).live(365, ["nothing"])
    assert len(list(lived.asks())) <= 9
    assert [one.kind for one in lived.came if one.kind is not model.Kind.ASK] == [model.Kind.FOUR_WEEKS]
    assert [one.kind for one in lived.came[-3:]] == [model.Kind.FOUR_WEEKS, model.Kind.ASK, model.Kind.ASK]
    gaps = [(b.day - a.day).days for a, b in itertools.pairwise(lived.came[-3:])]
    assert min(gaps) >= 14
    assert schedule.next_ask(lived.person, lived.now) is None


def test_each_answer_brings_back_one_step_of_rhythm() -> None:
    """After a long silence the first deed brings fortnights back, each answer one step more."""
    lived = life().live(100, ["nothing"])
    assert ladder.is_dormant(lived.person.ladder)
    lived.fold(ladder.Acted())
    assert not ladder.is_dormant(lived.person.ladder)
    rhythms: list[int] = []
    while len(rhythms) < 3:
        lived.now = schedule.next_ask(lived.person, lived.now) or lived.now
        if lived.come():
            lived.do("words")
            rhythms.append(lived.person.ladder.rhythm)
    assert rhythms == [1, 0, 0]


def test_not_today_costs_nothing() -> None:
    """Leaving every one alone keeps the pace and the size, week after week."""
    lived = life().live(28, ["not today"])
    assert len(list(lived.asks())) >= 24
    assert (lived.person.ladder.unanswered, lived.person.ladder.rhythm) == (0, 0)


def test_a_quiet_person_who_says_yes_climbs_the_whole_ladder() -> None:
    """Steps up to a line, then depths as far as is pushed, then the largest step."""
    lived = life().live(300, ["yes"])
    climbed = [rung for rung, _ in itertools.groupby(lived.comforts)]
    assert [(one.step.value, one.depth) for one in climbed] == [
        ("tap", 1), ("word", 1), ("line", 1), ("line", 2), ("line", 3), ("line", 4), ("open", 4),
    ]  # fmt: skip
