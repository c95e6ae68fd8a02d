"""Reads a request's reply_markup, as strictly as Telegram does."""

import urllib.parse
from typing import Any, Final

from bot.simulator import errors
from bot.simulator.fields import Fields, names, objects
from bot.simulator.messages import Button, Json, Keyboard

MOST_BUTTONS: Final = 100
LONGEST_DATA: Final = 64
LONGEST_COPIED: Final = 256
_ACTIONS: Final = names(
    "callback_data url switch_inline_query switch_inline_query_current_chat "
    "switch_inline_query_chosen_chat copy_text web_app login_url pay callback_game",
)
_LOOKS: Final = frozenset({"text", "style", "icon_custom_emoji_id"})
_STYLES: Final = frozenset({"danger", "success", "primary"})
_SCHEMES: Final = frozenset({"http", "https", "tg", "ton"})
_KINDS: Final = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")


def read_inline(fields: Fields) -> Keyboard:
    """Return the inline keyboard of a request, empty where it has none or another kind."""
    markup = fields.structure("reply_markup", dict) or {}
    if markup and not any(kind in markup for kind in _KINDS):
        fields.complain(f"reply_markup of no known kind: {markup}")
        raise errors.bad("object expected as reply markup")
    rows = _rows(markup.get("inline_keyboard", []))
    keyboard = tuple(tuple(_button(fields, wire) for wire in objects(row)) for row in rows if row)
    if sum(map(len, keyboard)) > MOST_BUTTONS:
        raise errors.bad("REPLY_MARKUP_TOO_LONG")
    return keyboard


def read_for_edit(fields: Fields) -> Keyboard:
    """Return the keyboard that an edit puts under a message; only inline ones can stand there."""
    markup = fields.structure("reply_markup", dict) or {}
    if markup and "inline_keyboard" not in markup:
        raise errors.bad("inline keyboard expected")
    return read_inline(fields)


def read_reply(fields: Fields) -> tuple[tuple[str, ...], ...] | None:
    """Return the reply keyboard of a request, empty where it removes one, None where it leaves it alone."""
    markup = fields.structure("reply_markup", dict) or {}
    if markup.get("remove_keyboard"):
        return ()
    if "keyboard" not in markup:
        return None
    return tuple(tuple(_caption(key) for key in row) for row in _rows(markup["keyboard"]))


def _caption(key: Any) -> str:
    return str(key.get("text", "")) if isinstance(key, dict) else str(key)


def _rows(value: Any) -> list[list[Any]]:
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise errors.bad("can't parse keyboard: expected an Array of Arrays")
    return value


def _button(fields: Fields, wire: Json) -> Button:
    for name in wire.keys() - _ACTIONS - _LOOKS:
        fields.complain(f"unknown field of a button: {name}")
    text = wire.get("text")
    if not isinstance(text, str) or not text.strip():
        raise errors.bad("can't parse inline keyboard button: text must be non-empty")
    if len(wire.keys() & _ACTIONS) != 1:
        raise errors.bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if str(wire.get("style", "primary")) not in _STYLES:
        raise errors.bad("BUTTON_STYLE_INVALID")
    _check_action(wire)
    return Button(text, wire)


def _check_action(wire: Json) -> None:
    data = wire.get("callback_data")
    if data is not None and not (isinstance(data, str) and 1 <= len(data.encode()) <= LONGEST_DATA):
        raise errors.bad("BUTTON_DATA_INVALID")
    address = wire.get("url")
    if address is not None and not _is_address(address):
        raise errors.bad("BUTTON_URL_INVALID")
    copied = wire.get("copy_text")
    if copied is not None and not (
        isinstance(copied, dict) and 1 <= len(str(copied.get("text", ""))) <= LONGEST_COPIED
    ):
        raise errors.bad("BUTTON_COPY_TEXT_INVALID")


def _is_address(address: Any) -> bool:
    if not isinstance(address, str):
        return False
    parts = urllib.parse.urlsplit(address if "://" in address else f"http://{address}")
    return (
        parts.scheme in _SCHEMES
        and bool(parts.netloc)
        and " " not in address
        and (parts.scheme in ("tg", "ton") or "." in parts.netloc or parts.netloc.startswith("localhost"))
    )
