"""Whole worlds in virtual time: nothing is lost, doubled or leaked, whatever dies and whatever fails."""

from pathlib import Path

import pytest

from tests.chaos import mutants, simulation, worlds


@pytest.mark.parametrize("name", worlds.WORLDS)
def test_nothing_is_lost_and_nothing_leaks(name: str) -> None:
    """In a world with crashes at every step and failures of wire, disk and clock every promise holds."""
    report = worlds.play(name)
    assert report.faults == [], report.scenario


@pytest.mark.parametrize("seed", range(2))
def test_to_the_other_it_looks_as_if_nothing_was_done(seed: int) -> None:
    """Whatever one does in private, at random, the other's phone receives the same at the same minutes."""
    quiet, private = (
        simulation.perform(simulation.Scenario(seed=seed, people=2, days=28, natures=(f"{one}/steady",), even=True))
        for one in ("silent", "private")
    )
    assert (quiet.faults, private.faults) == ([], [])
    assert private.counts["acts"] > quiet.counts["acts"] + 30
    assert private.received[1] == quiet.received[1]


@pytest.mark.parametrize(
    "name",
    ["the intent is not committed", "the offset moves before the commit", "a call is made inside a transaction"],
)
def test_a_planted_bug_is_noticed(name: str) -> None:
    """What is broken on purpose turns a world red; the whole table is `python -m tests.chaos.mutants`."""
    assert mutants.noticed(name)


@pytest.mark.parametrize("path", sorted(simulation.SEEDS.glob("*.json")), ids=lambda path: path.stem)
def test_what_was_mended_stays_so(path: Path) -> None:
    """A world in which something was wrong once is right."""
    assert simulation.perform(simulation.Scenario.kept(path)).faults == []
