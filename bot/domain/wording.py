"""Looks at words without understanding them: lengths, sentences, typed times, the patterns of content."""

import datetime as dt
import functools
import itertools
import re
import unicodedata
from collections.abc import Sequence
from typing import Protocol

SENTENCE_END = re.compile(r"(?<=[.!?…。！？])\s+|\n+")  # noqa: RUF001 - full-width marks end sentences too
CLOCK = re.compile(r"(\d{1,2})(?:[:.h\s]?(\d{2}))?\s*(a\.?m\.?|p\.?m\.?|h|uhr)?", re.IGNORECASE)
BROKEN_WORD = re.compile(r"\s\S*\Z")
SHARE_LIMIT = 3000  # UTF-16 units; with the bot's lines around them they stay under Telegram's 4096
ACKNOWLEDGEMENT_LIMIT = 28  # it must fit on a button, which shows exactly what is sent
REPLY_LIMIT = 500
# Patterns are written in plain letters, and keyboards and haste vary them. "könnte" is not "konnte", so an umlaut
# becomes what is typed without one; other accents go, as they do in "no quiero mas".
QUOTES = {"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u00b4": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"'}
UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
PLAIN = str.maketrans(QUOTES | UMLAUTS)


class Pattern(Protocol):
    """Some wording: it is there where one of `match` is found and none of `unless`."""

    @property
    def match(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def unless(self) -> Sequence[str]: ...  # noqa: D102


def units(words: str) -> int:
    """Return the length as Telegram counts it, in UTF-16 units."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def sentences(words: str) -> tuple[str, ...]:
    """Return the sentences, trimmed, in order."""
    return tuple(part.strip() for part in SENTENCE_END.split(words) if part.strip())


def fit(words: str, limit: int) -> str:
    """Return the words, or as many whole ones as fit into `limit` UTF-16 units."""
    if units(words) <= limit:
        return words
    head = _head(words, limit - 1)
    whole = head if words[len(head)].isspace() else BROKEN_WORD.sub("", head)
    return (whole or head).rstrip() + "…"


def _head(words: str, limit: int) -> str:
    """Return as many characters as fit into `limit` UTF-16 units."""
    for at, taken in enumerate(itertools.accumulate(map(units, words))):
        if taken > limit:
            return words[:at]
    return words


def time_of_day(typed: str) -> dt.time | None:
    """Return the time of day that was typed (`19:30`, `7pm`, `19h`, `7.15 pm`), or None."""
    found = CLOCK.fullmatch(typed.strip())
    if found is None:
        return None
    hour, minute, mark = int(found[1]), int(found[2] or 0), (found[3] or "").lower().replace(".", "")
    if mark in ("am", "pm"):
        if not 1 <= hour <= 12:  # noqa: PLR2004 - a twelve-hour clock
            return None
        hour = hour % 12 + (12 if mark == "pm" else 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None  # noqa: PLR2004 - a clock


def same(one: str, other: str) -> bool:
    """Say whether two texts are the same but for the white space around them."""
    return one.strip() == other.strip()


def plain(words: str) -> str:
    """Return the words with straight quotes, single spaces and no accents, as every pattern expects."""
    composed = " ".join(words.split())
    if composed.isascii():
        return composed
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFC", composed).translate(PLAIN))
    return "".join(letter for letter in decomposed if unicodedata.category(letter) != "Mn")


def holds(words: str, pattern: Pattern) -> bool:
    """Say whether plain words hold what a pattern looks for; capitals make no difference."""
    if not any(_compiled(one).search(words) for one in pattern.match):
        return False
    return not any(_compiled(one).search(words) for one in pattern.unless)


@functools.lru_cache(maxsize=4096)
def _compiled(expression: str) -> re.Pattern[str]:
    """Return an expression of the content, compiled once; for plain letters alone, in half the time."""
    return re.compile(expression, re.IGNORECASE | re.ASCII)
