"""A few days of a small world in virtual time, with crashes and failures; whole years are in `make chaos`."""

from bot.content import catalogue
from tests.chaos import simulation

SMALL = simulation.Scenario(
    seed=5, people=4, days=2, natures=("wild", "open"), settled=False, crash=120, fault=0.03, full=0.0005
)


def test_a_seed_repeats_a_world_in_which_nothing_is_lost_or_leaked(words: catalogue.Catalogue) -> None:
    """The same seed gives the same phones to the byte, and crashes and failures break no promise on them."""
    first, again = simulation.perform(SMALL, words), simulation.perform(SMALL, words)
    assert (first.faults, first.digest) == ([], again.digest)
    assert first.counts["crashes"] > 3
