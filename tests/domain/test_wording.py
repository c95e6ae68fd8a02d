"""Lengths, sentences and typed times."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import wording

ANY = st.text(st.characters(exclude_categories=())) | st.text(st.sampled_from("a \n🧡\ud83d"), max_size=200)


@given(words=ANY, limit=st.integers(2, 60))
def test_what_is_fitted_never_exceeds_its_limit(words: str, limit: int) -> None:
    """Emoji, lone surrogates, lines without a space: the result fits, and short words are left as they are."""
    fitted = wording.fit(words, limit)
    assert wording.units(fitted) <= limit
    assert fitted == words or wording.units(words) > limit


@pytest.mark.parametrize(
    ("words", "fitted"),
    [
        ("twelve chars", "twelve chars"),
        ("thirteen char", "thirteen…"),
        ("nospaceshereatall", "nospacesher…"),
        ("🧡🧡🧡🧡🧡🧡🧡", "🧡🧡🧡🧡🧡…"),
        ("ends exactly here", "ends…"),
        ("one two\nthree four", "one two…"),
        ("eleven char x", "eleven char…"),
    ],
)
def test_whole_words_are_kept(words: str, fitted: str) -> None:
    """A cut falls between words; only a word that is longer than all the room is cut itself."""
    assert wording.fit(words, 12) == fitted


@given(words=ANY)
def test_length_is_counted_as_telegram_does(words: str) -> None:
    """A character outside the basic plane counts twice, every other once."""
    assert wording.units(words) == sum(2 if ord(letter) > 0xFFFF else 1 for letter in words)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("I am tired. Are you?", ("I am tired.", "Are you?")),
        ("Version 2.5 is fine", ("Version 2.5 is fine",)),
        ("Well… yes!\n\nNo", ("Well…", "yes!", "No")),
        ("  ", ()),
    ],
)
def test_sentences_end_at_marks_and_lines(words: str, found: tuple[str, ...]) -> None:
    """A mark followed by a space ends a sentence, as a new line does; a point within a number does not."""
    assert wording.sentences(words) == found


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("I can\u2019t", "I can't"),
        ("so geht\u00b4s \u201enicht\u201c", 'so geht\'s "nicht"'),
        ("Ich könnte", "Ich koennte"),
        ("Ich ko\u0308nnte, süß", "Ich koennte, suess"),
        ("¿No  quiero\nmás?", "¿No quiero mas?"),
        ("não dá, você", "nao da, voce"),
        ("ok ❤\ufe0f 🙄", "ok ❤ 🙄"),
    ],
)
def test_words_are_read_in_plain_letters(typed: str, plain: str) -> None:
    """Curly quotes, doubled spaces and accents make no difference; an umlaut is what is typed without one."""
    assert wording.plain(typed) == plain


@given(words=ANY)
def test_reading_twice_is_reading_once(words: str) -> None:
    """Plain letters stay as they are, whatever is typed."""
    once = wording.plain(words)
    assert wording.plain(once) == once


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("19:30", dt.time(19, 30)),
        (" 7pm ", dt.time(19)),
        ("7.15 p.m.", dt.time(19, 15)),
        ("12am", dt.time(0)),
        ("12 PM", dt.time(12)),
        ("19h", dt.time(19)),
        ("19h30", dt.time(19, 30)),
        ("19 uhr", dt.time(19)),
        ("1930", dt.time(19, 30)),
        ("930", dt.time(9, 30)),
        ("7", dt.time(7)),
        ("0:00", dt.time(0)),
    ],
)
def test_times_are_read_as_people_type_them(typed: str, time: dt.time) -> None:
    """Clocks of twelve and of twenty-four hours, with and without marks."""
    assert wording.time_of_day(typed) == time


@pytest.mark.parametrize(
    "typed", ["", "24:00", "19:60", "13pm", "0am", "noon", "at 7", "7 or 8", "19:3", "-7", "99999"]
)
def test_what_is_no_time_is_left_alone(typed: str) -> None:
    """What is out of range, or only holds a number, is not taken for a time."""
    assert wording.time_of_day(typed) is None


@given(typed=ANY)
def test_nothing_that_is_typed_breaks_the_clock(typed: str) -> None:
    """Whatever is typed is a time of day or none."""
    assert wording.time_of_day(typed) is None or typed.strip()[0].isnumeric()


def test_an_edit_that_changes_white_space_is_none() -> None:
    """Words are the same but for the space around them."""
    assert wording.same(" a b ", "a b") is True
    assert wording.same("a b", "a  b") is False
