"""Where each person starts, and what no week exceeds."""

import dataclasses
import datetime as dt
from typing import Any

import pytest

from bot.domain import ladder, model
from tests.domain import making
from tests.domain.making import NOW, TODAY

DAY = dt.timedelta(days=1)
DEEP = {"step": model.Step.LINE, "depth": 4, "hello_on": TODAY - 50 * DAY}


@pytest.mark.parametrize(
    ("leaning", "step"),
    [
        (model.Leaning.QUIET, model.Step.TAP),
        (model.Leaning.EITHER, model.Step.WORD),
        (model.Leaning.REACH, model.Step.LINE),
        (None, model.Step.TAP),
    ],
)
def test_each_leaning_starts_on_its_step(leaning: model.Leaning | None, step: model.Step) -> None:
    """Who goes quiet starts with a tap, who reaches out with a line, and everybody at the surface."""
    started = ladder.starting(making.person(depth=3), leaning)
    assert (started.leaning, started.step, started.depth) == (leaning, step, 1)


def test_after_fourteen_weeks_the_arcs_repeat_from_the_third() -> None:
    """Week 15 is like week 3, week 26 like week 14, week 27 like week 3 again."""
    assert [ladder.arc_week(n) for n in (1, 14, 15, 26, 27)] == [1, 14, 3, 14, 3]


@pytest.mark.parametrize(
    ("week", "arc", "comfort", "depth"),
    [(1, 5, 5, 2), (3, 5, 5, 3), (6, 5, 5, 4), (9, 5, 5, 4), (9, 2, 5, 2), (9, 5, 1, 1), (30, 3, 4, 3)],
)
def test_depth_has_floors_and_ceilings(week: int, arc: int, comfort: int, depth: int) -> None:
    """The least of week, arc and comfort decides, and the deepest is never pushed."""
    assert ladder.deepest(week, arc, comfort) == depth


def past(person: model.Person, *deeds: str, step: model.Step = model.Step.LINE) -> model.Person:
    """Return the person after so many days on which something was done with each ask, or nothing was."""
    for n, deed in enumerate(deeds):
        at = NOW + n * DAY
        given = ladder.Given(day=at.date(), at=at, prompt_id=f"e{n:03}", step=step, depth=1)
        person = ladder.fold(ladder.settle(person, at), given)
        if deed != "nothing":
            person = ladder.fold(person, ladder.Answered(at.date(), step, deed == "tap"))
        if deed == "a lot":
            person = ladder.fold(person, ladder.ALot(at.date()))
    return ladder.settle(person, NOW + len(deeds) * DAY + ladder.OPEN_FOR)


def place(person: model.Person) -> tuple[str, int]:
    """Return where somebody stands."""
    return person.step.value, person.depth


def remembering(person: model.Person, **fields: Any) -> model.Person:
    """Return the person with other memories."""
    return dataclasses.replace(person, memory=dataclasses.replace(person.memory, **fields))


def choosing(person: model.Person, **fields: Any) -> model.Person:
    """Return the person with other choices."""
    return dataclasses.replace(person, choices=dataclasses.replace(person.choices, **fields))


@pytest.mark.parametrize(
    ("deeds", "end"),
    [
        (["words"], ("line", 1)),
        (["nothing"], ("line", 1)),
        (["nothing", "nothing"], ("word", 1)),
        (["nothing", "words", "nothing"], ("line", 1)),
        (["nothing"] * 7, ("word", 1)),
        (["tap"], ("line", 1)),
        (["tap", "tap"], ("word", 1)),
        (["tap", "words", "tap"], ("line", 1)),
    ],
)
def test_down_is_silent_and_by_one(deeds: list[str], end: tuple[str, int]) -> None:
    """Two unanswered, or two taps in a row at a larger step, and the next is one smaller."""
    assert place(past(making.person(step=model.Step.LINE), *deeds)) == end


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ((model.Step.OPEN, 4), ("line", 4)),
        ((model.Step.LINE, 4), ("line", 3)),
        ((model.Step.LINE, 1), ("word", 1)),
        ((model.Step.TAP, 1), ("tap", 1)),
    ],
)
def test_down_goes_the_way_it_came(start: tuple[model.Step, int], end: tuple[str, int]) -> None:
    """The last step first, then depths, then steps, and never below the first."""
    assert place(ladder.lowered(making.person(step=start[0], depth=start[1]))) == end


def test_a_step_that_is_kept_stays() -> None:
    """Whoever keeps it at a line is asked for a line, whatever is tapped or left; only depth gives way."""
    kept = choosing(making.person(step=model.Step.WORD, depth=2), kept_step=model.Step.LINE)
    after = past(kept, "tap", "tap", "nothing", "nothing")
    assert (place(after), ladder.size(after, TODAY, NOW).step) == (("word", 1), model.Step.LINE)


@pytest.mark.parametrize(
    ("unanswered", "rhythm"), [(0, 0), (2, 0), (3, ladder.HALVED), (4, ladder.HALVED), (5, ladder.FORTNIGHTLY)]
)
def test_rhythm_eases_by_itself(unanswered: int, rhythm: int) -> None:
    """Three unanswered in a row halve the pace, five make it fortnightly."""
    assert past(making.person(), *["nothing"] * unanswered).ladder.rhythm == rhythm


def test_half_the_pace_is_every_second_chosen_day() -> None:
    """With three days a week an ask comes on every second of them."""
    slow = past(making.person(days=frozenset({0, 2, 4})), *["nothing"] * 3)
    comes = [ladder.comes_on(slow, TODAY, TODAY + n * DAY) for n in range(1, 8)]
    assert comes == [False, False, False, True, False, False, True]


def test_an_ask_stands_for_36_hours() -> None:
    """It counts as unanswered when it closed, not before, and once."""
    given = ladder.Given(day=TODAY, at=NOW, prompt_id="e001", step=model.Step.TAP, depth=1)
    asked = ladder.fold(making.person(), given)
    counts = [ladder.settle(asked, NOW + dt.timedelta(hours=n)).ladder.unanswered for n in (0, 35, 36, 99)]
    assert counts == [0, 0, 1, 1]
    assert ladder.settle(ladder.settle(asked, NOW + 2 * DAY), NOW + 3 * DAY).ladder.unanswered == 1


def test_what_never_came_leaves_no_trace() -> None:
    """An ask that reached nobody counts as nothing, and its prompt may still come."""
    given = ladder.Given(day=TODAY, at=NOW, prompt_id="e001", step=model.Step.TAP, depth=1)
    person = making.person()
    assert ladder.fold(ladder.fold(person, given), ladder.NeverCame(TODAY)) == person


def test_light_days_are_light() -> None:
    """Until their end an ask is of depth 1 and answered with a tap, whatever is chosen; then it is as before."""
    until = NOW + 7 * DAY
    light = choosing(remembering(making.person(**DEEP), light_until=until), kept_step=model.Step.OPEN)
    assert ladder.size(light, TODAY, NOW) == ladder.Size(model.Step.TAP, 1)
    assert ladder.size(light, TODAY, until).step is model.Step.OPEN


@pytest.mark.parametrize(
    ("fields", "remembered", "depth"),
    [
        ({}, {}, 4),
        ({"hello_on": TODAY - 20 * DAY}, {}, 3),
        ({}, {"breather_at": NOW - dt.timedelta(hours=23)}, 3),
        ({}, {"breather_at": NOW - dt.timedelta(hours=24)}, 4),
        ({"ladder": model.Ladder(deep_on=TODAY - 6 * DAY)}, {}, 3),
        ({"ladder": model.Ladder(deep_on=TODAY - 7 * DAY)}, {}, 4),
        ({"choices": model.Choices(depth_max=2)}, {}, 2),
        ({"hello_on": TODAY - 7 * 7 * DAY - 3 * DAY}, {}, 3),
    ],
)
def test_the_tender_is_rare(fields: dict[str, Any], remembered: dict[str, Any], depth: int) -> None:
    """Depth 4 comes once in seven days, not early, not after a breather; a choice and a rest week hold it down."""
    given = {**DEEP, "hello_on": TODAY - 60 * DAY, "depth": 4, **fields}
    assert ladder.size(remembering(making.person(**given), **remembered), TODAY, NOW).depth == depth


def test_every_fourth_week_has_one_ask_less() -> None:
    """It is one of the person's own days, and a week with a single day keeps it."""
    weeks = [ladder.days_of(making.person(), TODAY + n * ladder.WEEK) for n in range(4)]
    assert [len(days) for days in weeks] == [7, 7, 7, 6]
    assert len(ladder.days_of(making.person(days=frozenset({2})), TODAY + 3 * ladder.WEEK)) == 1


@pytest.mark.parametrize(
    ("deeds", "offered"),
    [
        (["words"] * 3, None),
        (["words"] * 4, ("line", 2)),
        (["words", "words", "nothing", "nothing", "words", "words"], ("line", 2)),
        (["words", "words", "words", "words", "a lot", "words"], None),
        (["a lot", "words", "words", "words", "words"], ("line", 2)),
    ],
)
def test_an_offer_needs_answers_and_no_a_lot(deeds: list[str], offered: tuple[str, int] | None) -> None:
    """Four of the last six answered, and none of the last four a lot."""
    after = past(making.person(step=model.Step.LINE, depth=1), *deeds)
    higher = ladder.offer(after, TODAY + len(deeds) * DAY, NOW, reachable=4)
    assert (higher and (higher.step.value, higher.depth)) == offered


def test_an_offer_is_not_of_old_answers() -> None:
    """What was answered more than fourteen days ago says nothing about now."""
    after = past(making.person(), *["words"] * 6, step=model.Step.TAP)
    assert ladder.offer(after, TODAY + 14 * DAY, NOW, reachable=4) is not None
    assert ladder.offer(after, TODAY + 17 * DAY, NOW, reachable=4) is None


@pytest.mark.parametrize(
    ("fields", "reachable", "rung"),
    [
        ({"step": model.Step.TAP}, 4, ("word", 1)),
        ({"step": model.Step.LINE}, 1, None),
        ({"step": model.Step.LINE, "choices": model.Choices(depth_max=1)}, 4, ("open", 1)),
        ({"step": model.Step.LINE, "depth": 4}, 4, ("open", 4)),
        ({"step": model.Step.OPEN, "depth": 4}, 4, None),
        ({"choices": model.Choices(kept_step=model.Step.TAP)}, 4, ("tap", 2)),
        ({"depth": 4, "choices": model.Choices(kept_step=model.Step.TAP)}, 4, None),
    ],
)
def test_the_next_rung(fields: dict[str, Any], reachable: int, rung: tuple[str, int] | None) -> None:
    """One of depth and step moves at a time, by one, and never past what was chosen or the week allows."""
    higher = ladder.higher(making.person(**fields), reachable)
    assert (higher and (higher.step.value, higher.depth)) == rung


def test_how_it_was_is_asked_twice_a_week_at_most() -> None:
    """Asked on Monday and Thursday, it is asked again on Monday."""
    asked = model.Ladder(eased=(TODAY, TODAY + 3 * DAY))
    assert [ladder.may_ease(asked, TODAY + n * DAY) for n in (4, 6, 7)] == [False, False, True]
    assert [ladder.may_ease(model.Ladder(eased=(TODAY,)), TODAY + n * DAY) for n in (0, 2, 3)] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize(("days", "left"), [(range(7), {0, 2, 4, 6}), ({1, 3}, {1}), ({5}, {5}), ((), ())])
def test_slower_is_every_second_day(days: Any, left: Any) -> None:
    """Half of the weekdays stay, and at least one."""
    assert ladder.fewer(frozenset(days)) == frozenset(left)
