"""The English coach and safety phrases do on written lines what they did when they were tuned."""

import pathlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content import library, patterns, schema, sheet, sources
from bot.domain import wording

Lines = list[str]


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

    def all(self, kind: str) -> Lines:
        """Return the lines of one kind from every set."""
        return [line for group in self.sets for line in getattr(group, kind)]


@pytest.fixture(scope="module")
def lines() -> Written:
    """Return the written lines."""
    path = pathlib.Path(__file__).with_name("lines_en.yaml")
    return sheet.parse(sources.read(path, path.name), Written)


def caught(lines: Lines, found: tuple[schema.ReplyPattern, ...] | tuple[schema.CrisisPattern, ...]) -> Lines:
    """Return the lines on which any pattern fires."""
    return [
        line for line in lines if any(patterns.fires(patterns.plain(line), one.match, one.unless) for one in found)
    ]


def test_every_written_crisis_line_is_spotted(held: library.Library, lines: Written) -> None:
    """No line that calls for a card falls through the list that was widened on it."""
    assert held.source.crisis is not None
    written = lines.all("crisis_lines")
    assert caught(written, held.source.crisis.sheet.patterns) == written


def test_everyday_talk_is_left_alone(held: library.Library, lines: Written) -> None:
    """Being killed by a joke or trapped in traffic brings no card."""
    assert held.source.crisis is not None
    assert caught(lines.all("everyday_lines"), held.source.crisis.sheet.patterns) == []


def test_kind_replies_are_left_alone(held: library.Library, lines: Written) -> None:
    """No kind reply gets a second look."""
    coach = held.source.replies.sheet.coach
    assert coach is not None
    assert caught(lines.all("warm_replies"), coach.patterns) == []


def test_stinging_replies_are_noticed(held: library.Library, lines: Written) -> None:
    """Of seventy-five lines that sting, as many get a second look as when the list was tuned."""
    coach = held.source.replies.sheet.coach
    assert coach is not None
    assert len(caught(lines.all("harsh_replies"), coach.patterns)) >= 67


@given(words=st.text() | st.text(st.sampled_from("aäoÖß e\u0301\u0308ñçã\u2019\u00b4\u00a0\n")))
def test_samples_are_read_as_messages_are(words: str) -> None:
    """What the check of the content tries a pattern on is what the bot will try it on."""
    assert patterns.plain(words) == wording.plain(words)
