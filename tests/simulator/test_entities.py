"""Formatting: what is understood, what is found, what is refused."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.simulator import entities, errors, markup, person, world


@pytest.mark.parametrize(
    ("source", "text", "kinds"),
    [
        ("<b>hi</b> &lt;you&gt;", "hi <you>", [("bold", 0, 2)]),
        ("🙂<i>a<u>b</u></i>", "🙂ab", [("italic", 2, 2), ("underline", 3, 1)]),
        ('<a href="https://x.org">x</a>', "x", [("text_link", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        (
            '<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>',
            "ab",
            [("spoiler", 0, 1), ("spoiler", 1, 1)],
        ),
        ("a &copy; b", "a &copy; b", []),
    ],
)
def test_html_becomes_words_and_marks(source: str, text: str, kinds: list[tuple[str, int, int]]) -> None:
    """Tags become entities in UTF-16 units, references become characters."""
    read, marks = markup.read(source)
    assert (read, [(mark["type"], mark["offset"], mark["length"]) for mark in marks]) == (text, kinds)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<x>a</x>", 'Unsupported start tag "x" at byte offset 0'),
        ("é<b>a", "Can't find end tag corresponding to start tag b"),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</i>", 'Unmatched end tag, expected "</b>", found "</i>" at byte offset 4'),
        ("1 < 2", "Unclosed start tag at byte offset 2"),
    ],
)
def test_broken_html_is_refused_with_the_place(source: str, words: str) -> None:
    """A mistake is named with its place in bytes."""
    with pytest.raises(errors.ApiError, match="can't parse entities") as caught:
        markup.read(source)
    assert caught.value.description == f"Bad Request: can't parse entities: {words}"


@given(st.text())
@settings(max_examples=100)
def test_escaped_words_come_through_html_unchanged(words: str) -> None:
    """Any text whose three special characters are escaped reads back as itself."""
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert markup.read(escaped) == (words, [])


@given(st.text(max_size=50))
@settings(max_examples=100)
def test_what_is_found_covers_whole_symbols(words: str) -> None:
    """A found entity covers exactly the words it was found by."""
    text = f"{words} /start 🙂 https://x.org/a"
    commands = [mark for mark in entities.found(text) if mark["type"] == "bot_command"]
    assert "/start" in {entities.cut(text, mark["offset"], mark["length"]) for mark in commands}


@pytest.mark.parametrize(
    ("mark", "problem"),
    [
        ({"type": "bold", "offset": 0, "length": 9}, "entity reaches beyond the end of the text"),
        ({"type": "bold", "offset": 1, "length": 2}, "entity begins or ends in the middle of a UTF-16 symbol"),
        ({"type": "loud", "offset": 0, "length": 1}, "unsupported type 'loud'"),
        ({"type": "bold", "length": 1}, "entity without offset or length"),
        ({"type": "text_link", "offset": 0, "length": 2}, "text_link without url"),
    ],
)
async def test_a_mark_stays_within_its_text(
    ann: person.Person,
    telegram_world: world.World,
    line: Any,
    mark: dict[str, Any],
    problem: str,
) -> None:
    """Entities lie inside the text, on whole symbols, and are of a known type."""
    refusal = await line.no("sendMessage", chat_id=ann.id, text="🙂ab", entities=[mark])
    assert refusal == f"Bad Request: can't parse entities: {problem}"
    assert len(telegram_world.violations) == 1


async def test_marks_move_with_the_trimming(ann: person.Person, line: Any) -> None:
    """White space around a text goes, and entities keep covering their words."""
    marks = [{"type": "bold", "offset": 2, "length": 4}]
    sent = await line.ok("sendMessage", chat_id=ann.id, text="  hi  ", entities=marks)
    assert (sent["text"], sent["entities"]) == ("hi", [{"type": "bold", "offset": 0, "length": 2}])


async def test_only_a_hundred_marks_count(ann: person.Person, telegram_world: world.World, line: Any) -> None:
    """What is over a hundred is dropped, as there, and written down."""
    marks = [{"type": "bold", "offset": place, "length": 1} for place in range(101)]
    sent = await line.ok("sendMessage", chat_id=ann.id, text="x" * 101, entities=marks)
    assert len(sent["entities"]) == 100
    assert telegram_world.violations == ["sendMessage: 101 entities: Telegram drops what is over 100"]


async def test_an_unknown_parse_mode_is_refused(ann: person.Person, telegram_world: world.World, line: Any) -> None:
    """Only HTML is read here; anything else is refused and written down."""
    refusal = await line.no("sendMessage", chat_id=ann.id, text="x", parse_mode="BBCode")
    assert refusal == "Bad Request: unsupported parse_mode"
    assert telegram_world.violations == [
        "sendMessage: parse_mode 'BBCode' is not understood here; use HTML or entities"
    ]
