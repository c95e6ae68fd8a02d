"""Turns the buttons of a screen into Telegram's inline keyboard, and a tap's data back into a verb and a number."""

import re
import urllib.parse
from typing import Any, NamedTuple

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.telegram import rendering
from bot.usecases import reply

_MOST_BYTES = 64  # https://core.telegram.org/bots/api#inlinekeyboardbutton
_DATA = re.compile(r"([a-z][a-z_-]{0,30}):([0-9]{1,18})(?::([0-9]{1,9}))?", re.ASCII)


class _Button(InlineKeyboardButton):
    """A button of ours, which knows what it may hold; PTB would look for each thing that any button can."""

    __slots__ = ()

    def to_dict(self, recursive: bool = True) -> dict[str, Any]:  # noqa: FBT001, FBT002 - PTB's own
        """Return the button as Telegram takes it."""
        del recursive
        held = {"text": self.text, "callback_data": self.callback_data, "url": self.url}
        return {name: value for name, value in held.items() if value is not None}


class _Keyboard(InlineKeyboardMarkup):
    """Rows of our buttons."""

    __slots__ = ()

    def to_dict(self, recursive: bool = True) -> dict[str, Any]:  # noqa: FBT001, FBT002 - PTB's own
        """Return the keyboard as Telegram takes it."""
        return {"inline_keyboard": [[one.to_dict(recursive) for one in row] for row in self.inline_keyboard]}


class Tap(NamedTuple):
    """What a tapped button says."""

    verb: str
    n: int
    option: int | None


def markup(texts: rendering.Texts, locale: str, rows: reply.Rows) -> InlineKeyboardMarkup | None:
    """Return the keyboard of these rows; None where there are none."""
    keyboard = [[_button(texts, locale, one) for one in row] for row in rows if row]
    return _Keyboard(keyboard) if keyboard else None


def read(data: str) -> Tap | None:
    """Return what callback data says; None where no button of ours says it."""
    found = _DATA.fullmatch(data)
    if found is None:
        return None
    verb, n, option = found.groups()
    return Tap(verb, int(n), None if option is None else int(option))


def _button(texts: rendering.Texts, locale: str, button: reply.Button | reply.Link) -> InlineKeyboardButton:
    label = rendering.line(texts, locale, button.label)
    if isinstance(button, reply.Link):
        words = rendering.sentence(texts, locale, button.text)
        query = urllib.parse.urlencode({"url": button.url, "text": words}, quote_via=urllib.parse.quote)
        return _Button(label, url=f"https://t.me/share/url?{query}")
    if len(button.data.encode()) > _MOST_BYTES:
        raise ValueError(f"the data of a button is too long: {button.verb}")
    return _Button(label, callback_data=button.data)
