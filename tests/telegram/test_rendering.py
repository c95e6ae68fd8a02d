"""Screens become messages in which nobody but the bot sounds like the bot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram import rendering
from bot.usecases import reply
from tests.telegram import houses

FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"


def render(*parts: reply.Text | reply.Words) -> rendering.Rendered:
    """Return a screen of these parts in English."""
    return rendering.render(houses.Texts(), "en", reply.screen(*parts))


def quoted(rendered: rendering.Rendered) -> list[str]:
    """Return what stands in block quotes, cut as Telegram cuts: in UTF-16 units."""
    raw = rendered.text.encode("utf-16-le")
    spans = [(one.offset * 2, (one.offset + one.length) * 2) for one in rendered.entities]
    return [raw[start:end].decode("utf-16-le") for start, end in spans]


def test_paragraphs_are_apart() -> None:
    """A blank line stands between two paragraphs, and none for a part without words."""
    assert render(reply.text("one"), reply.Words(" "), reply.Words("two")).text == "en: one\n\ntwo"


def test_quotes_count_utf16() -> None:
    """A quote covers exactly the person's words, also behind an emoji that counts double."""
    rendered = render(reply.Words(FAMILY), reply.Words("a\n\nb", quoted=True), reply.text("end"))
    assert quoted(rendered) == ["a\n\nb"]


def test_no_quote_without_words() -> None:
    """Words without quotes carry no entity."""
    assert render(reply.Words("plain")).entities == ()


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a\u202eb", "ab"),
        ("a\u2069\u2066b", "ab"),
        ("a\x00\x1bb", "ab"),
        ("a\r\nb\u2028c", "a\nb\nc"),
        ("a\n\n\n\nb", "a\n\nb"),
        (FAMILY, FAMILY),
        ("\u0645\u0631\u064a\u0645", "\u0645\u0631\u064a\u0645"),
        ("\ud83d", ""),
    ],
)
def test_words_cannot_turn_a_line(written: str, shown: str) -> None:
    """Control characters and bidi marks go; joined emoji and right-to-left letters stay."""
    assert rendering.clean(written) == shown


def test_a_name_stays_on_its_line() -> None:
    """A name with line breaks and isolates cannot break out of its sentence."""
    rendered = render(reply.text("hi", name="Sam\u2069\n\nNearer: pay here"))
    assert rendered.text == "en: hi name=Sam Nearer: pay here"


@given(st.lists(st.tuples(st.text(max_size=5000), st.booleans()), min_size=1, max_size=3))
def test_every_message_fits(words: list[tuple[str, bool]]) -> None:
    """Whatever people write, a message fits, its quotes lie within it, and the bot's sentence survives whole."""
    rendered = render(*(reply.Words(text, quoted=quote) for text, quote in words), reply.text("the-end"))
    assert rendering.units(rendered.text) <= rendering.MOST_UNITS
    assert rendered.text.endswith("en: the-end")
    assert all(one.length > 0 and one.offset + one.length <= 4000 for one in rendered.entities)
    assert len(rendered.entities) == sum(1 for text, quote in words if quote and rendering.clean(text))


@given(st.text(), st.integers(1, 50))
def test_shortening_keeps_a_prefix(text: str, most: int) -> None:
    """A shortened text fits and begins as the whole did."""
    short = rendering.shorten(text, most)
    assert rendering.units(short) <= max(most, 1)
    assert short == text or text.startswith(short.removesuffix("…"))


def test_shortening_splits_no_emoji() -> None:
    """A family is cut off whole, not into its members."""
    assert rendering.shorten("abc" + FAMILY, 8) == "abc…"


def test_a_label_is_one_line() -> None:
    """A button's label has no line breaks."""
    assert rendering.line(houses.Texts(), "en", reply.Words("a\nb  c")) == "a b c"
