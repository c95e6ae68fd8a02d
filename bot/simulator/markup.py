"""Reads Telegram's HTML into plain text and entities, as strictly as Telegram does."""

import html
import re
from typing import Final

from bot.simulator import errors
from bot.simulator.messages import Json

_TYPES: Final = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
_PIECE: Final = re.compile(r"<(/?)([A-Za-z0-9-]*)([^<>]*)>|(<)|([^<]+)")
_ATTRIBUTE: Final = re.compile(r"([\w-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|(\S+)))?")
_REFERENCE: Final = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")


def read(source: str) -> tuple[str, list[Json]]:
    """Return the text and its entities, or refuse with the place of the first mistake."""
    return _Reader(source).run()


class _Reader:
    """Walks once through the source, keeping the tags that are open."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._text: list[str] = []
        self._length = 0
        self._open: list[tuple[str, Json]] = []
        self._marks: list[Json] = []

    def run(self) -> tuple[str, list[Json]]:
        for piece in _PIECE.finditer(self._source):
            closing, name, rest, stray, words = piece.groups()
            if stray:
                raise self._mistake("Unclosed start tag", piece.start())
            if words is not None:
                self._write(_REFERENCE.sub(lambda match: html.unescape(match.group()), words))
            elif closing:
                self._close(name.lower(), piece.start())
            else:
                self._start(name.lower(), rest, piece.start())
        if self._open:
            raise errors.bad(
                f"can't parse entities: Can't find end tag corresponding to start tag {self._open[-1][0]}"
            )
        return "".join(self._text), sorted(self._marks, key=lambda mark: (mark["offset"], -mark["length"]))

    def _write(self, words: str) -> None:
        self._text.append(words)
        self._length += len(words.encode("utf-16-le", "surrogatepass")) // 2

    def _start(self, name: str, rest: str, at: int) -> None:
        if name not in _TYPES:
            raise self._mistake(f'Unsupported start tag "{name}"', at)
        given = {match[1].lower(): match[2] or match[3] or match[4] or "" for match in _ATTRIBUTE.finditer(rest)}
        self._open.append((name, {**self._shape(name, given, at), "offset": self._length}))

    def _shape(self, name: str, given: dict[str, str], at: int) -> Json:
        shape: Json = {"type": _TYPES[name]}
        if name == "a":
            shape["url"] = html.unescape(given.get("href", ""))
        elif name == "tg-emoji":
            shape["custom_emoji_id"] = given.get("emoji-id", "")
        elif name == "blockquote" and "expandable" in given:
            shape["type"] = "expandable_blockquote"
        elif name == "span" and given.get("class") != "tg-spoiler":
            raise self._mistake('Tag "span" must have class "tg-spoiler"', at)
        return shape

    def _close(self, name: str, at: int) -> None:
        if not self._open:
            raise self._mistake("Unexpected end tag", at)
        opened, shape = self._open.pop()
        if name and opened != name:
            raise self._mistake(f'Unmatched end tag, expected "</{opened}>", found "</{name}>"', at)
        shape["length"] = self._length - shape["offset"]
        if shape["length"]:
            self._marks.append(shape)

    def _mistake(self, words: str, at: int) -> errors.ApiError:
        offset = len(self._source[:at].encode())
        return errors.bad(f"can't parse entities: {words} at byte offset {offset}")
