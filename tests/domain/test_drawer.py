"""What may come back from the drawer: a light line of one's own words, not too fresh and not too old."""

import datetime as dt
from typing import Any

import pytest

from bot.domain import drawer, model
from tests.domain import making
from tests.domain.making import NOW

LIGHT = making.Prompt(id="e001", depth=2)


def kept(**fields: Any) -> model.Reflection:
    """Return a line that was kept three weeks ago."""
    given = {
        "id": 1,
        "person_id": 1,
        "n": 4,
        "words": "The tea was good.",
        "created_at": NOW - dt.timedelta(days=21),
    }
    return model.Reflection(**{**given, **fields})


@pytest.mark.parametrize(
    ("fields", "prompt", "returns"),
    [
        ({}, LIGHT, True),
        ({}, None, False),
        ({}, making.Prompt(id="e001", depth=3), False),
        ({}, making.Prompt(id="e001", private=True), False),
        ({"tapped": True}, LIGHT, False),
        ({"state": model.ReflectionState.DRAFT}, LIGHT, False),
        ({"media": model.Media.VOICE}, LIGHT, False),
        ({"words": " "}, LIGHT, False),
        ({"words": "a" * 301}, LIGHT, False),
        ({"created_at": NOW - dt.timedelta(days=6)}, LIGHT, False),
        ({"created_at": NOW - dt.timedelta(days=56)}, LIGHT, False),
    ],
)
def test_only_light_lines_return(fields: dict[str, Any], prompt: model.Prompt | None, *, returns: bool) -> None:
    """Kept words of depth 1 or 2 that could be shared, a week to eight weeks old, short enough to be a line."""
    assert drawer.may_return(kept(**fields), prompt, NOW) is returns


def test_no_line_returns_twice() -> None:
    """What came back stays away; what is left comes in an order of the person's own."""
    lines = [kept(n=n) for n in range(1, 6)]
    person = making.person(memory=model.Memory(drawn=(2, 3)))
    assert {one.n for one in drawer.in_turn(person, lines)} == {1, 4, 5}
    assert drawer.in_turn(person, lines) == drawer.in_turn(person, reversed(lines))
