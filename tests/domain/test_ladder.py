"""Where each person starts, and what no week exceeds."""

import pytest

from bot.domain import ladder, model
from tests.domain import making


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
