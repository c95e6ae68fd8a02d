"""One slot a day: what takes it, what waits, what lapses."""

import dataclasses
import datetime as dt
from typing import Any

import pytest

from bot.domain import ladder, model, slots
from tests.domain import making
from tests.domain.making import NOW, TODAY

DAY = dt.timedelta(days=1)
ASKED = tuple((TODAY - n * DAY, f"e{n:03}") for n in range(9, 1, -1))
SUNDAY = TODAY + 6 * DAY


def person(**memory: Any) -> model.Person:
    """Return somebody who has been here for two weeks, with these memories; nothing but prompts is due."""
    given = {"four_weeks_on": TODAY, "look_back_on": TODAY, "drawer_on": TODAY - DAY, **memory}
    made = making.person(hello_on=TODAY - 15 * DAY, ladder=model.Ladder(served=ASKED))
    return dataclasses.replace(made, memory=model.Memory(**given))


@pytest.mark.parametrize(
    ("memory", "day", "kind"),
    [
        ({}, TODAY + DAY, model.Kind.ASK),
        ({"slot_on": TODAY + DAY}, TODAY + DAY, None),
        ({"drawer_on": None}, TODAY + DAY, model.Kind.DRAWER),
        ({"look_back_on": None, "drawer_on": None}, SUNDAY, model.Kind.LOOK_BACK),
        ({"look_back_on": None}, SUNDAY + 2 * DAY, model.Kind.LOOK_BACK),
        ({"look_back_on": None}, SUNDAY + 3 * DAY, model.Kind.ASK),
        ({"look_back_on": SUNDAY}, SUNDAY + DAY, model.Kind.ASK),
        ({"look_back_on": None, "four_weeks_on": TODAY - 27 * DAY}, TODAY + DAY, model.Kind.FOUR_WEEKS),
    ],
)
def test_the_first_that_is_due_takes_the_slot(memory: Any, day: dt.date, kind: model.Kind | None) -> None:
    """How to go on comes before the look-back, that before the drawer, and all of them before the prompt."""
    assert slots.slot(person(**memory), day, TODAY) == kind


def test_what_has_nothing_to_show_leaves_the_slot_to_the_next() -> None:
    """An empty drawer and an empty week leave the day to the prompt."""
    found = slots.slot(person(drawer_on=None), TODAY + DAY, TODAY, {model.Kind.DRAWER})
    assert found is model.Kind.ASK


@pytest.mark.parametrize(("choices", "kind"), [({"drawer": False}, model.Kind.ASK), ({}, model.Kind.DRAWER)])
def test_the_drawer_has_a_switch(choices: dict[str, Any], kind: model.Kind) -> None:
    """Switched off, it never opens."""
    one = dataclasses.replace(person(drawer_on=None), choices=model.Choices(**choices))
    assert slots.slot(one, TODAY + DAY, TODAY) is kind


def test_the_drawer_leaves_room_for_questions() -> None:
    """Between two openings lie a week and four questions, so that few days are not all its own."""
    rare = dataclasses.replace(person(drawer_on=TODAY - 8 * DAY), ladder=model.Ladder(served=ASKED[-3:]))
    assert slots.slot(rare, TODAY + DAY, TODAY) is model.Kind.ASK


@pytest.mark.parametrize("kind", [model.Kind.DRAWER, model.Kind.LOOK_BACK, model.Kind.ASK])
def test_a_slot_that_is_taken_is_taken(kind: model.Kind) -> None:
    """Nothing else comes on that date, and what came waits for its next turn."""
    day = SUNDAY
    taken = slots.taken(person(drawer_on=None, look_back_on=None), kind, day)
    assert slots.claims(taken, day, TODAY) == ()
    assert kind is model.Kind.ASK or kind not in slots.claims(taken, day + DAY, day)


@pytest.mark.parametrize(
    ("fields", "week", "text"),
    [
        ({}, 3, None),
        ({}, 6, slots.MONTHLY),
        ({}, 15, slots.ROUND),
        ({"memory": model.Memory(said=(slots.ROUND,), four_weeks_on=TODAY)}, 15, None),
        ({"ladder": model.Ladder(rhythm=ladder.HALVED)}, 15, None),
        ({"ladder": model.Ladder(rhythm=ladder.FORTNIGHTLY)}, 3, slots.QUIETER),
        ({"ladder": model.Ladder(rhythm=ladder.FORTNIGHTLY, told=True)}, 3, None),
    ],
)
def test_what_is_said_about_going_on(fields: Any, week: int, text: str | None) -> None:
    """In a silence one warm line and nothing else; else a round is over once, and four weeks come again."""
    one = making.person(hello_on=TODAY - (week - 1) * ladder.WEEK, **fields)
    assert slots.goes_on(one, TODAY) == text


def test_each_word_about_going_on_has_its_own_turn() -> None:
    """What was said is not said again, and the monthly question lapses where there is nobody to ask."""
    one = making.person(hello_on=TODAY - 20 * ladder.WEEK)
    after = slots.taken(one, model.Kind.FOUR_WEEKS, TODAY, slots.ROUND)
    assert slots.goes_on(after, TODAY + DAY) == slots.MONTHLY
    lapsed = slots.passed(after, model.Kind.FOUR_WEEKS, TODAY + DAY)
    assert slots.goes_on(lapsed, TODAY + 28 * DAY) is None
    assert slots.goes_on(lapsed, TODAY + 29 * DAY) == slots.MONTHLY
    assert slots.passed(one, model.Kind.DRAWER, TODAY) == one
    told = slots.taken(one, model.Kind.FOUR_WEEKS, TODAY, slots.QUIETER)
    assert (told.ladder.told, told.memory.four_weeks_on) == (True, None)


def test_the_monthly_day_is_ones_own() -> None:
    """Two people who came on one day are asked on different days."""
    people = [making.person(hello_on=TODAY, seed=seed) for seed in (1, 2)]
    due = [next(n for n in range(60) if slots.goes_on(one, TODAY + n * DAY)) for one in people]
    assert due == [29, 30]
    assert NOW.date() == TODAY
