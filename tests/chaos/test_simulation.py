"""Whole worlds in virtual time: nothing is lost, doubled or leaked, whatever dies and whatever fails."""

from pathlib import Path

import pytest

from tests.chaos import simulation, worlds


@pytest.mark.parametrize("name", worlds.WORLDS)
def test_nothing_is_lost_and_nothing_leaks(name: str) -> None:
    """In a world with crashes at every step and failures of wire, disk and clock every promise holds."""
    report = worlds.play(name)
    assert report.faults == [], report.scenario


@pytest.mark.parametrize("path", sorted(simulation.SEEDS.glob("*.json")), ids=lambda path: path.stem)
def test_what_was_mended_stays_so(path: Path) -> None:
    """A world in which something was wrong once is right."""
    assert simulation.perform(simulation.Scenario.kept(path)).faults == []
