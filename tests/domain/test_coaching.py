"""The second look: which hint comes first, and how seldom one comes at all."""

import dataclasses
import datetime as dt

import pytest

from bot.domain import coaching, model
from tests.domain import making

NOW = making.NOW
DAY = dt.timedelta(days=1)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A pattern of one expression."""

    category: str
    match: tuple[str, ...]
    unless: tuple[str, ...] = ()
    hint: str | None = "a hint"
    alternative: str | None = "a softer way"
    crisis_card: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Coach:
    """A coach of a few patterns."""

    order: tuple[str, ...] = ("unsafe", "contempt", "demand")
    hints_per_day: int = 2
    rest_days_after_two_sent: int = 7
    patterns: tuple[Pattern, ...] = (
        Pattern(category="demand", match=(r"\byou (must|need to)\b",), unless=(r"\byou must be tired\b",)),
        Pattern(category="contempt", match=(r"\bdon't be ridiculous\b",)),
        Pattern(category="unsafe", match=(r"\byou'll regret\b",), hint=None, alternative=None),
    )


OTHER = Coach(
    order=("demand", "unsafe"),
    patterns=(
        Pattern(category="demand", match=(r"\bdu musst\b",)),
        Pattern(category="unsafe", match=(r"\bdu wirst es bereuen\b",), hint=None, alternative=None),
    ),
)


def named(words: str) -> str | None:
    """Return the group that words fall into."""
    found = coaching.first((Coach(), OTHER), words)
    return found.category if found else None


@pytest.mark.parametrize(
    ("words", "group"),
    [
        ("You must listen.", "demand"),
        ("YOU NEED TO open up", "demand"),
        ("You must be tired.", None),
        ("You\u00a0must tell me", "demand"),
        ("Don\u2019t be ridiculous", "contempt"),
        ("You must stop, don't be ridiculous", "contempt"),
        ("don't be ridiculous, you\u2019ll regret it, you must", "unsafe"),
        ("Thank you.", None),
        ("Du MUSST", "demand"),
        ("don't be ridiculous, du musst", "contempt"),
        ("don't be ridiculous, du wirst es bereuen", "unsafe"),
        ("", None),
    ],
)
def test_the_group_of_the_highest_rank_is_named(words: str, group: str | None) -> None:
    """Capitals and curly quotes make no difference, an `unless` silences, the order of groups decides.

    One's own language goes before another, save for what is unsafe.
    """
    assert named(words) == group


def test_without_lists_there_is_nothing_to_say() -> None:
    """A language that has no patterns of its own has no second look."""
    assert coaching.first((), "You must listen.") is None


def person(memory: model.Memory) -> model.Person:
    """Return somebody in Berlin with this memory."""
    return making.person(memory=memory)


def test_two_hints_a_day_and_no_third() -> None:
    """The third message of a local day gets none; the next day has its own two."""
    memory = coaching.hinted(coaching.hinted(model.Memory(), NOW), NOW)
    assert coaching.may_hint(Coach(), person(coaching.hinted(model.Memory(), NOW)), NOW)
    assert not coaching.may_hint(Coach(), person(memory), NOW)
    assert coaching.may_hint(Coach(), person(memory), NOW + DAY)


def test_two_passed_over_are_followed_by_seven_quiet_days() -> None:
    """The quiet counts from the second one, however long the first is ago, and ends by itself."""
    once = coaching.sent_as_it_is(model.Memory(), NOW - 6 * DAY)
    assert coaching.may_hint(Coach(), person(once), NOW)
    twice = coaching.sent_as_it_is(once, NOW)
    assert not coaching.may_hint(Coach(), person(twice), NOW + 6 * DAY)
    assert coaching.may_hint(Coach(), person(twice), NOW + 7 * DAY)


def test_the_counters_are_gone_after_seven_days() -> None:
    """Nothing of a hint or of passing one over is left after a week."""
    memory = coaching.sent_as_it_is(coaching.hinted(model.Memory(), NOW), NOW)
    assert coaching.faded(memory, NOW + 7 * DAY) == model.Memory()


def test_a_line_of_coaching_never_stands_twice_in_a_row() -> None:
    """The second opened share bears one, then every third."""
    memory, lines = model.Memory(), []
    for n in range(1, 9):
        memory = coaching.opened(memory, n)
        lines.append(memory.coached == n)
    assert lines == [False, True, False, False, True, False, False, True]
