"""The prompt of a day depends on a person's own history and seed, and on nothing else."""

import dataclasses
import datetime as dt
import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import ladder, model, prompting
from tests.domain import making
from tests.domain.making import NOW, TODAY

PROMPTS = making.prompts()
SEEDS = st.integers(0, 2**31 - 1)
LEANINGS = st.sampled_from([None, *model.Leaning])


def on(day: int, past: Sequence[prompting.Served] = (), **fields: object) -> prompting.Day:
    """Return the day that is so many days after the hello."""
    person = making.person(**fields)
    date = TODAY + dt.timedelta(days=day)
    size = ladder.size(person, date, NOW + dt.timedelta(days=day))
    return prompting.Day(person=person, day=date, size=size, past=past, prompts=PROMPTS, plan=making.PLAN)


def lived(days: int, **fields: object) -> list[prompting.Served]:
    """Return what a person is given day after day."""
    past: list[prompting.Served] = []
    for n in range(days):
        day = on(n, tuple(past), **fields)
        past.append(prompting.Served(day.day, day.choose() or ""))
    return past


@settings(max_examples=10, deadline=None)
@given(seed=SEEDS, leaning=LEANINGS, depth=st.integers(1, 5))
def test_a_life_keeps_every_rule(seed: int, leaning: model.Leaning | None, depth: int) -> None:
    """Over weeks no prompt comes twice, none is too deep for its week, none is of another track."""
    served = lived(60, seed=seed, leaning=leaning, depth=depth)
    prompts = [(one.day, PROMPTS[one.prompt_id]) for one in served if not PROMPTS[one.prompt_id].checkin]
    assert len({prompt.id for _, prompt in prompts}) == len(prompts)
    for day, prompt in prompts:
        week = (day - TODAY).days // 7 + 1
        assert prompt.depth <= min(depth, ladder.PUSHED_DEPTH, making.PLAN.arc(week).depth_max)
        assert week >= ladder.FLOORS[prompt.depth]
        assert prompt.track in prompting.TRACKS[leaning]


@given(seed=SEEDS, week=st.integers(0, 40))
def test_two_days_a_week_are_check_ins_and_never_the_first(seed: int, week: int) -> None:
    """Every week has exactly two check-in days, and the day of the hello is none of them."""
    days = [on(week * 7 + n, seed=seed).is_checkin() for n in range(7)]
    assert sum(days) == 2
    assert not (week == 0 and days[0])


def test_fewer_days_have_fewer_check_ins() -> None:
    """Whoever is asked on three days a week has one check-in among them, on a day of theirs."""
    days = [on(7 + n, days=frozenset({0, 2, 4})) for n in range(7)]
    checkins = [one.day.weekday() for one in days if one.is_checkin()]
    assert len(checkins) == 1
    assert set(checkins) <= {0, 2, 4}


@given(seed=SEEDS)
def test_the_same_history_gives_the_same_prompt(seed: int) -> None:
    """Asked twice, a day has one answer; the order in which prompts are stored does not matter."""
    day = on(3, seed=seed)
    turned = dataclasses.replace(day, prompts=dict(reversed(PROMPTS.items())))
    assert day.choose() == day.choose() == turned.choose()


def test_people_differ() -> None:
    """Two seeds are not given the same prompts in the same order."""
    assert lived(14, seed=1) != lived(14, seed=2)


@settings(max_examples=20, deadline=None)
@given(seed=SEEDS)
def test_every_week_holds_its_minimum(seed: int) -> None:
    """Each of the first weeks has something to play and something to appreciate, while there is any left."""
    served = lived(14, seed=seed)
    for week in (0, 1):
        themes = {PROMPTS[one.prompt_id].theme for one in served[week * 7 : week * 7 + 7]}
        assert set(making.PLAN.weekly) <= themes


def test_a_prompt_may_come_again_after_a_year() -> None:
    """What was served 364 days ago is kept back, what was served 365 days ago is fresh."""
    day = on(400)
    aged = [prompting.Served(day.day - dt.timedelta(days=n), f"e{n - 360:03}") for n in (364, 365)]
    fresh = {one.id for one in dataclasses.replace(day, past=aged).fresh()}
    assert ("e004" in fresh, "e005" in fresh) == (False, True)


def test_an_empty_pool_gives_a_check_in() -> None:
    """Where nothing fresh is left the day is a check-in, the one that came longest ago."""
    past = [prompting.Served(TODAY, one) for one in PROMPTS]
    past += [prompting.Served(TODAY + dt.timedelta(days=n), f"c{n:03}") for n in (1, 2, 3)]
    assert on(20, past).choose() == "c000"


def test_a_check_in_brings_what_the_week_lacks() -> None:
    """Where no question left can bring a theme that every week holds, a check-in of it comes before the others."""
    checkins = {f"c{n:03}": making.Prompt(id=f"c{n:03}", checkin=True) for n in range(4)}
    wanted = {"c008": making.Prompt(id="c008", theme="play_warmth", checkin=True)}
    day = dataclasses.replace(on(8), prompts=checkins | wanted)
    again = dataclasses.replace(on(9, [prompting.Served(day.day, "c008")]), prompts=checkins | wanted)
    assert (day.choose(), again.choose() in checkins) == ("c008", True)


def test_a_check_in_leaves_to_questions_what_they_can_bring() -> None:
    """While questions can still bring what the week lacks, a check-in is any of them; late it is not."""
    themes = ("play_warmth", "appreciation")
    made = [making.Prompt(id=f"e{n:03}", theme=theme) for n, theme in enumerate(themes)]
    made += [
        making.Prompt(id=f"c{n:03}", theme=theme, checkin=True) for n, theme in enumerate((*themes, "empathy"))
    ]
    prompts = {one.id: one for one in made}
    came: dict[bool, set[str | None]] = {False: set(), True: set()}
    for seed, n in itertools.product(range(30), range(7)):
        day = dataclasses.replace(on(7 + n, seed=seed), prompts=prompts)
        if day.is_checkin():
            came[day.is_late()].add(day.choose())
    assert came == {False: {"c000", "c001", "c002"}, True: {"c000", "c001"}}


def test_pulled_prompts_are_never_pushed() -> None:
    """What a person may only open from a menu is not among the day's prompts."""
    pulled = {"e100": making.Prompt(id="e100", pull_only=True), "c000": making.Prompt(id="c000", checkin=True)}
    day = dataclasses.replace(on(0), prompts=pulled)
    assert day.choose() == "c000"


def test_a_prompt_keeps_to_its_weeks() -> None:
    """A prompt comes in its weeks, and again in the same weeks of the spiral."""
    only = {"e100": making.Prompt(id="e100", weeks=(3, 3))}
    offered = [n for n in range(1, 30) if dataclasses.replace(on((n - 1) * 7), prompts=only).fresh()]
    assert offered == [3, 15, 27]


def test_a_vanished_prompt_harms_nothing() -> None:
    """History may speak of a prompt that content no longer has."""
    assert on(1, [prompting.Served(TODAY, "e999")]).choose() in PROMPTS


def test_weeks_count_from_the_hello() -> None:
    """The week begins on the weekday of the hello; before a hello, and before its date, it is the first."""
    person = making.person()
    weeks = [ladder.week_of(person, TODAY + dt.timedelta(days=n)) for n in (-3, 0, 6, 7)]
    assert weeks == [1, 1, 1, 2]
    assert ladder.week_of(making.person(hello_on=None), TODAY) == 1
    assert dataclasses.replace(on(9), person=making.person(hello_on=None)).week == 1


@pytest.mark.parametrize(
    ("state", "age", "answerable"),
    [
        (model.AskState.SENT, 0, True),
        (model.AskState.SENT, 35, True),
        (model.AskState.SENT, 36, False),
        (model.AskState.ANSWERED, 0, False),
        (model.AskState.SKIPPED, 0, False),
        (model.AskState.PLANNED, 0, False),
    ],
)
def test_an_ask_closes_after_36_hours(
    state: model.AskState,
    age: int,
    answerable: bool,  # noqa: FBT001 - a table
) -> None:
    """Only what was sent, is not answered and is younger than 36 hours takes an answer."""
    ask = model.Ask(id=1, person_id=1, n=1, local_date=TODAY, planned_at=NOW, pushed=True, state=state, sent_at=NOW)
    assert prompting.is_answerable(ask, NOW + dt.timedelta(hours=age)) is answerable
    assert prompting.is_answerable(dataclasses.replace(ask, sent_at=None), NOW) is False


@pytest.mark.parametrize(("depth", "covered"), [(1, False), (2, False), (3, True), (4, True)])
def test_deeper_prompts_are_covered(depth: int, covered: bool) -> None:  # noqa: FBT001 - a table
    """From depth 3 on only a cover line is pushed."""
    assert prompting.is_covered(making.Prompt(id="e1", depth=depth)) is covered
