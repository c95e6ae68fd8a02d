"""The coach and the safety phrases of each language do on written lines what they did when they were tuned."""

import functools
import pathlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content import library, patterns, schema, sheet, sources
from bot.domain import wording

Lines = list[str]
STINGING = {"en": 67, "de": 100, "es": 99, "pt-BR": 100}  # of 75 in English, of 100 in the others
LANGUAGES = pytest.mark.parametrize("locale", STINGING)


class Group(sheet.Sheet):
    """One set of lines, written at one time."""

    id: str
    harsh_replies: tuple[str, ...]
    warm_replies: tuple[str, ...]
    crisis_lines: tuple[str, ...]
    everyday_lines: tuple[str, ...]


class Written(sheet.Sheet):
    """All sets of lines."""

    sets: tuple[Group, ...]


@functools.cache
def written(locale: str, kind: str) -> Lines:
    """Return the lines of one kind in one language, from every set."""
    path = pathlib.Path(__file__).with_name(f"lines_{locale}.yaml")
    groups = sheet.parse(sources.read(path, path.name), Written).sets
    return [line for group in groups for line in getattr(group, kind)]


def caught(lines: Lines, found: tuple[schema.ReplyPattern, ...] | tuple[schema.CrisisPattern, ...]) -> Lines:
    """Return the lines on which any pattern fires."""
    return [line for line in lines if any(wording.holds(wording.plain(line), one) for one in found)]


def signs(held: library.Library, locale: str) -> tuple[schema.CrisisPattern, ...]:
    """Return the safety phrases of a language."""
    leaf = held.languages[locale].crisis
    assert leaf is not None
    return leaf.sheet.patterns


def stings(held: library.Library, locale: str) -> tuple[schema.ReplyPattern, ...]:
    """Return what may land hard in a language."""
    coach = held.languages[locale].replies.sheet.coach
    assert coach is not None
    return coach.patterns


def test_every_language_has_its_own_lists(held: library.Library) -> None:
    """Nobody is without a second look or a card because of the language they read in."""
    assert set(STINGING) == set(held.languages)


@LANGUAGES
def test_every_written_crisis_line_is_spotted(held: library.Library, locale: str) -> None:
    """No line that calls for a card falls through the list that was widened on it."""
    lines = written(locale, "crisis_lines")
    assert caught(lines, signs(held, locale)) == lines


@LANGUAGES
def test_everyday_talk_is_left_alone(held: library.Library, locale: str) -> None:
    """Being killed by a joke or trapped in traffic brings no card; nor does what is kind or only stings."""
    for kind in ("everyday_lines", "warm_replies"):
        assert caught(written(locale, kind), signs(held, locale)) == []


@LANGUAGES
def test_kind_replies_are_left_alone(held: library.Library, locale: str) -> None:
    """No kind reply gets a second look."""
    assert caught(written(locale, "warm_replies"), stings(held, locale)) == []


@LANGUAGES
def test_stinging_replies_are_noticed(held: library.Library, locale: str) -> None:
    """Of the lines that sting, as many get a second look as when the list was tuned."""
    assert len(caught(written(locale, "harsh_replies"), stings(held, locale))) >= STINGING[locale]


@LANGUAGES
def test_no_list_mistakes_another_language(held: library.Library, locale: str) -> None:
    """All lists read what is written, so what is kind in one language must not sting, or alarm, in another."""
    lines = written(locale, "warm_replies") + written(locale, "everyday_lines")
    for other in set(held.languages) - {locale}:
        assert caught(lines, signs(held, other)) == []
        assert caught(written(locale, "warm_replies"), stings(held, other)) == []


@LANGUAGES
def test_what_the_bot_offers_to_say_is_never_held_back(held: library.Library, locale: str) -> None:
    """A tapped answer, in its frame, brings no card; ready words for another person get no second look, either."""
    language = held.languages[locale]
    answers = {option for placed in language.prompts for option in placed.entry.tap.options}
    frames = {placed.entry.share_frame or "" for placed in language.prompts}
    replies = language.replies.sheet
    ready = [*replies.warmths, *(one.label for one in replies.acknowledgements)]
    assert caught([*answers, *frames], signs(held, locale)) == []
    for other in held.languages:
        assert caught(ready, signs(held, other)) == []
        assert caught(ready, stings(held, other)) == []


@given(words=st.text() | st.text(st.sampled_from("aäoÖß e\u0301\u0308ñçã\u2019\u00b4\u00a0\n")))
def test_samples_are_read_as_messages_are(words: str) -> None:
    """What the check of the content tries a pattern on is what the bot will try it on."""
    assert patterns.plain(words) == wording.plain(words)
