"""Turns a screen into the text and entities of one message, in which nobody but the bot can sound like the bot."""

import re
import unicodedata
from typing import NamedTuple, Protocol

from telegram import MessageEntity

from bot.usecases import reply

MOST_UNITS = 4000  # right under both readings of Telegram's 4096: UTF-16 units and code points
_GAP = "\n\n"
_MORE = "…"
# Overrides, embeddings and isolates can turn a line around or break out of Fluent's isolation of a name.
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff\u2060]")
_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_ROOMS = re.compile("\n{3,}")
_JOINERS = frozenset("\u200d\ufe0f")


class Texts(Protocol):
    """The bot's own sentences."""

    def text(self, locale: str, key: str, /, **args: str | int) -> str:
        """Return the sentence `key` in a language."""
        ...


class Rendered(NamedTuple):
    """One message as Telegram takes it: entities count UTF-16 units."""

    text: str
    entities: tuple[MessageEntity, ...]


class _Part(NamedTuple):
    text: str
    quoted: bool
    whose: bool  # whether it may be cut: somebody's words, not the bot's sentence


def render(texts: Texts, locale: str, screen: reply.Screen) -> Rendered:
    """Return a message of at most 4,000 UTF-16 units; quoted words become block quotes."""
    parts = [_part(texts, locale, part) for part in screen.parts]
    parts = _fit([part for part in parts if part.text])
    at, entities = 0, []
    for part in parts:
        if part.quoted:
            entities.append(MessageEntity(MessageEntity.BLOCKQUOTE, at, units(part.text)))
        at += units(part.text + _GAP)
    return Rendered(_GAP.join(part.text for part in parts), tuple(entities))


def line(texts: Texts, locale: str, label: reply.Text | reply.Words, most: int = MOST_UNITS) -> str:
    """Return a text on one line of at most `most` UTF-16 units, such as a button or a toast."""
    said = sentence(texts, locale, label) if isinstance(label, reply.Text) else clean(label.text)
    return shorten(" ".join(said.split()), most)


def sentence(texts: Texts, locale: str, text: reply.Text) -> str:
    """Return a sentence of the bot; names in it stay on its line and within their isolation."""
    args = {name: clean_name(arg) if isinstance(arg, str) else arg for name, arg in text.args.items()}
    return texts.text(locale, text.key, **args)


def clean(words: str) -> str:
    """Return words without control characters and without marks that turn lines around."""
    words = _TURNS.sub("", _BREAKS.sub("\n", words)).replace("\t", " ")
    words = "".join(
        letter for letter in words if letter == "\n" or unicodedata.category(letter) not in {"Cc", "Cs"}
    )
    return _ROOMS.sub(_GAP, words).strip()


def clean_name(name: str) -> str:
    """Return a name, or anything else within a sentence, on one line."""
    return " ".join(clean(name).split())


def units(text: str) -> int:
    """Return the length as Telegram counts it: UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def shorten(text: str, most: int) -> str:
    """Return at most `most` UTF-16 units of a text, with an ellipsis where something is missing."""
    if units(text) <= most:
        return text
    kept = text.encode("utf-16-le")[: max(most - 1, 0) * 2].decode("utf-16-le", "ignore")
    while kept and (kept[-1] in _JOINERS or _goes_on(text[len(kept)])):
        kept = kept[:-1]
    return kept.rstrip() + _MORE


def _is_visible(letter: str) -> bool:
    return letter == "\n" or unicodedata.category(letter) not in {"Cc", "Cs"}


def _goes_on(letter: str) -> bool:
    """Return whether a character belongs to the one before it: accents, emoji joined or coloured."""
    return letter in _JOINERS or bool(unicodedata.combining(letter)) or "\U0001f3fb" <= letter <= "\U0001f3ff"


def _part(texts: Texts, locale: str, part: reply.Text | reply.Words | reply.Block) -> _Part:
    if isinstance(part, reply.Block):
        lines = [_part(texts, locale, line).text for line in part.lines]
        return _Part("\n".join(lines), quoted=False, whose=True)
    if isinstance(part, reply.Text):
        return _Part(sentence(texts, locale, part).strip(), quoted=False, whose=False)
    words = clean(part.text)
    if part.partner is not None:
        words = words.replace("{partner}", _partner(texts, locale, part.partner))
    return _Part(words, quoted=part.quoted, whose=True)


def _partner(texts: Texts, locale: str, name: str) -> str:
    """Return a name isolated from the words around it, as Fluent does; a neutral one where there is none."""
    if not name:
        return texts.text(locale, "prompting-partner")
    return f"\u2068{clean_name(name)}\u2069"


def _fit(parts: list[_Part]) -> list[_Part]:
    """Return parts that fit into one message: the longest words give way first, the bot's sentences last."""
    while (over := units(_GAP.join(part.text for part in parts)) - MOST_UNITS) > 0:
        longest = max(parts, key=lambda part: (part.whose and part.text != _MORE, units(part.text)))
        cut = longest._replace(text=shorten(longest.text, max(units(longest.text) - over, 1)))
        parts = parts[:-1] if cut == longest else [cut if part is longest else part for part in parts]
    return parts
