"""Buttons carry a verb and a number, and are read back as they were written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.telegram import keyboards
from bot.usecases import reply
from tests.telegram import houses


def test_rows_become_a_keyboard() -> None:
    """Labels are rendered, data is the button's own, empty rows are left out."""
    rows = ((reply.Button(reply.text("open"), "open", 7), reply.Button(reply.Words("Tea"), "answer", 1, 2)), ())
    made = keyboards.markup(houses.Texts(), "de", rows)
    assert made is not None
    found = [[(button.text, button.callback_data) for button in row] for row in made.inline_keyboard]
    assert found == [[("de: open", "open:7"), ("Tea", "answer:1:2")]]


def test_our_buttons_say_what_those_of_the_library_would() -> None:
    """A keyboard travels as the library's own classes would have sent it."""
    rows = (
        (reply.Button(reply.Words("Tea"), "answer", 1, 2), reply.Button(reply.Words("Rest"), "rest")),
        (reply.Link(reply.Words("Send"), "https://t.me/x?start=1", reply.text("come")),),
    )
    made = keyboards.markup(houses.Texts(), "en", rows)
    assert made is not None
    theirs = InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(one.text, callback_data=one.callback_data, url=one.url) for one in row]
            for row in made.inline_keyboard
        ]
    )
    assert made.to_dict() == theirs.to_dict()


def test_no_rows_no_keyboard() -> None:
    """A screen without buttons has no keyboard."""
    assert keyboards.markup(houses.Texts(), "en", ((),)) is None


def test_too_long_is_refused() -> None:
    """Data beyond Telegram's 64 bytes is a mistake of ours, told at once."""
    with pytest.raises(ValueError, match="too long"):
        keyboards.markup(houses.Texts(), "en", ((reply.Button(reply.Words("x"), "v" * 70),),))


@given(st.from_regex(r"[a-z][a-z-]{0,20}", fullmatch=True), st.integers(0, 10**15), st.none() | st.integers(0, 99))
def test_data_comes_back(verb: str, n: int, option: int | None) -> None:
    """What a button says is what its tap is read as."""
    data = reply.Button(reply.Words("x"), verb, n, option).data
    assert keyboards.read(data) == (verb, n, option)


@pytest.mark.parametrize("data", ["", "open", "open:", "open:x", "open:1:2:3", "OPEN:1", "open:1\n", "open:\u0661"])
def test_forged_data_says_nothing(data: str) -> None:
    """Data that no button of ours carries is read as nothing."""
    assert keyboards.read(data) is None
