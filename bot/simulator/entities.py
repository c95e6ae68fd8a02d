"""Formatting: where it may stand in a text, and what Telegram finds by itself."""

import re
from collections.abc import Iterable
from typing import Any, Final

from bot.simulator import errors, markup
from bot.simulator.fields import Fields, names, objects
from bot.simulator.messages import Json

MOST: Final = 100
LONGEST_TEXT: Final = 4096
LONGEST_CAPTION: Final = 1024
KINDS: Final = names(
    "mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough "
    "spoiler blockquote expandable_blockquote code pre text_link text_mention custom_emoji date_time",
)
_NEEDS: Final = {"text_link": "url", "text_mention": "user", "custom_emoji": "custom_emoji_id"}
_FOUND: Final = (
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,32}(?:@\w{3,32})?(?![\w/<>])")),
    ("url", re.compile(r"(?:https?://|(?<![\w@.])t\.me/)[^\s<>\"]*[^\s<>\".,!?;:)]", re.IGNORECASE)),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z]\w{3,31}")),
    ("hashtag", re.compile(r"(?<![\w#&])#(?=\w*[^\W\d_])\w+")),
)


def units(text: str) -> int:
    """Return the length as Telegram counts: in UTF-16 code units."""
    return len(text) + sum(character > "\uffff" for character in text)


def cut(text: str, offset: int, length: int) -> str:
    """Return the part of a text that an entity covers."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def found(text: str) -> list[Json]:
    """Return the commands, links, mentions and hashtags that Telegram marks by itself."""
    hits = [(match.start(), kind, match.group()) for kind, pattern in _FOUND for match in pattern.finditer(text)]
    marks: list[Json] = []
    for start, kind, words in sorted(hits):
        offset = units(text[:start])
        if not any(_overlap(mark, offset, units(words)) for mark in marks):
            marks.append({"type": kind, "offset": offset, "length": units(words)})
    return marks


def read_text(fields: Fields) -> tuple[str, list[Json]]:
    """Return the request's text and its entities, or refuse as sendMessage does."""
    text, marks = _read(fields, "text", "entities")
    if not text:
        raise errors.bad("message text is empty")
    if units(text) > LONGEST_TEXT:
        raise errors.bad("message is too long")
    return text, marks


def read_caption(fields: Fields) -> tuple[str, list[Json]]:
    """Return the request's caption and its entities, both empty where there is none."""
    text, marks = _read(fields, "caption", "caption_entities")
    if units(text) > LONGEST_CAPTION:
        raise errors.bad("message caption is too long")
    return text, marks


def _read(fields: Fields, name: str, list_name: str) -> tuple[str, list[Json]]:
    text = fields.text(name) or ""
    explicit = objects(fields.structure(list_name, list) or [])
    if fields.text("parse_mode"):
        text, explicit = _parsed(fields, text)
    _check(fields, text, explicit)
    text, explicit = _trimmed(text, explicit)
    return text, _merged(explicit, found(text))


def _parsed(fields: Fields, text: str) -> tuple[str, list[Json]]:
    mode = fields.text("parse_mode") or ""
    if mode.lower() == "html":
        return markup.read(text)
    fields.complain(f"parse_mode {mode!r} is not understood here; use HTML or entities")
    raise errors.bad("unsupported parse_mode")


def _check(fields: Fields, text: str, marks: list[Json]) -> None:
    if len(marks) > MOST:
        fields.complain(f"{len(marks)} entities: Telegram drops what is over {MOST}")
        del marks[MOST:]
    raw = text.encode("utf-16-le", "surrogatepass")
    for mark in marks:
        problem = _problem(raw, mark)
        if problem:
            fields.complain(f"entity {mark}: {problem}")
            raise errors.bad(f"can't parse entities: {problem}")


def _problem(raw: bytes, mark: Json) -> str | None:
    kind, offset, length = str(mark.get("type")), mark.get("offset", -1), mark.get("length", -1)
    if kind not in KINDS:
        return f"unsupported type {kind!r}"
    if not (_whole(offset) and _whole(length)):
        return "entity without offset or length"
    end = 2 * (offset + length)
    if 2 * offset > len(raw) or end > len(raw):
        return "entity reaches beyond the end of the text"
    if _splits(raw, 2 * offset) or _splits(raw, end):
        return "entity begins or ends in the middle of a UTF-16 symbol"
    needed = _NEEDS.get(kind)
    return f"{kind} without {needed}" if needed and needed not in mark else None


def _whole(number: Any) -> bool:
    return isinstance(number, int) and number >= 0


def _splits(raw: bytes, at: int) -> bool:
    return at + 1 < len(raw) and 0xDC <= raw[at + 1] <= 0xDF  # noqa: PLR2004 - the second half of a surrogate pair


def _trimmed(text: str, marks: list[Json]) -> tuple[str, list[Json]]:
    kept = text.rstrip()
    shift = units(kept) - units(kept.lstrip())
    kept = kept.lstrip()
    return kept, [moved for mark in marks if (moved := _moved(mark, shift, units(kept)))["length"] > 0]


def _moved(mark: Json, shift: int, size: int) -> Json:
    start = max(mark["offset"] - shift, 0)
    end = min(mark["offset"] + mark["length"] - shift, size)
    return {**mark, "offset": start, "length": end - start}


def _merged(explicit: list[Json], detected: Iterable[Json]) -> list[Json]:
    blocking = [mark for mark in explicit if mark["type"] in {"code", "pre", "text_link", "text_mention"}]
    free = [
        mark
        for mark in detected
        if mark not in explicit and not any(_overlap(one, mark["offset"], mark["length"]) for one in blocking)
    ]
    return sorted([*explicit, *free], key=lambda mark: (mark["offset"], -mark["length"]))


def _overlap(mark: Json, offset: int, length: int) -> bool:
    start: int = mark["offset"]
    end: int = start + mark["length"]
    return start < offset + length and offset < end
