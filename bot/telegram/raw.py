"""Makes out whom a raw update comes from, before anything has parsed it and also where nothing can."""

import dataclasses
import json
from collections.abc import Mapping
from typing import Any

from bot.telegram import wire


@dataclasses.dataclass(frozen=True, slots=True)
class Origin:
    """Who sent an update, as far as it can be made out; `private` where the chat is that person's own."""

    telegram_id: int | None = None
    private: bool = False
    callback_id: str | None = None
    language: str | None = None


def origin(update: object) -> Origin:
    """Return who sent an update; everything is empty where its shape is not Telegram's."""
    for kind in wire.ALLOWED_UPDATES:
        content = _object(update, kind)
        if content:
            return _origin(content, kind)
    return Origin()


def origin_of(payload: bytes) -> Origin:
    """Return who sent an update as it was kept."""
    try:
        return origin(json.loads(payload))
    except (ValueError, RecursionError):
        return Origin()


def update_id(update: object) -> int | None:
    """Return the id of an update; None where it has none and so can never be confirmed by itself."""
    return _number(update.get("update_id")) if isinstance(update, dict) else None


def written(update: object, update_id: int) -> bytes:
    """Return an update as it is kept: of one that nests too deep its id, so that it holds up nobody else."""
    try:
        text = json.dumps(update, ensure_ascii=False, separators=(",", ":"))
    except RecursionError:
        text = json.dumps({"update_id": update_id})
    return text.encode(errors="replace")


def is_id(value: object) -> bool:
    """Say whether something can be the id of a person, a chat or an update."""
    return _number(value) is not None


def is_word(value: object) -> bool:
    """Say whether something is a text that is not empty."""
    return bool(_text(value))


def _origin(content: Mapping[str, Any], kind: str) -> Origin:
    tapped = kind == "callback_query"
    sender = _object(content, "from")
    chat = _object(_object(content, "message") if tapped else content, "chat")
    telegram_id = _number(sender.get("id"))
    return Origin(
        telegram_id=telegram_id,
        private=telegram_id is not None and _number(chat.get("id")) == telegram_id,
        callback_id=_text(content.get("id")) if tapped else None,
        language=_text(sender.get("language_code")),
    )


def _object(holder: object, name: str) -> Mapping[str, Any]:
    found = holder.get(name) if isinstance(holder, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _number(value: object) -> int | None:
    fits = isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63
    return value if isinstance(value, int) and fits else None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
