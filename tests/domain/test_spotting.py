"""Spotting: explicit words before indirect ones, and what a card sets."""

import dataclasses
import datetime as dt

from bot.domain import model, spotting
from tests.domain import making

NOW = making.NOW


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A pattern of one expression."""

    category: str
    tier: int
    match: tuple[str, ...]
    unless: tuple[str, ...] = ()
    card: str = "soft"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Crisis:
    """Two patterns."""

    patterns: tuple[Pattern, ...] = (
        Pattern(category="coercive_control", tier=1, match=(r"\bchecks my phone\b",)),
        Pattern(category="suicide", tier=2, match=(r"\bi don't want to live\b",), unless=(r"\blive in town\b",)),
    )


OTHER = Crisis(patterns=(Pattern(category="suicide", tier=2, match=(r"\bnicht mehr leben\b",)),))


def found(words: str) -> list[int]:
    """Return the tiers that words hold, in order."""
    return [one.tier for one in spotting.spotted((Crisis(), OTHER), words)]


def test_explicit_words_come_first() -> None:
    """Of several, the explicit one decides the card; curly quotes are read like straight ones."""
    assert found("He checks my phone. I don\u2019t want to live.") == [2, 1]
    assert found("I don't want to live in town.") == []
    assert spotting.spotted((), "I don't want to live") == []


def test_words_are_read_in_any_language() -> None:
    """Two people may write to each other in a language that neither has set; the explicit word still decides."""
    assert found("He checks my phone. Ich will nicht mehr leben.") == [2, 1]


def test_only_words_about_ones_own_life_show_help_to_the_other() -> None:
    """Fear of the other is never answered on the other's phone."""
    assert spotting.is_self_harm(spotting.spotted((Crisis(),), "I don't want to live"))
    assert not spotting.is_self_harm(spotting.spotted((Crisis(),), "He checks my phone"))


def test_a_card_makes_a_week_light_and_a_day_silent() -> None:
    """It sets the same date that anything hard sets, and never an earlier one."""
    memory = spotting.after_card(model.Memory(), NOW)
    assert memory == model.Memory(light_until=NOW + dt.timedelta(days=7), silent_until=NOW + dt.timedelta(days=1))
    assert spotting.lighter(memory, NOW + spotting.LANDED) == memory
