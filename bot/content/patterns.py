"""Compiles the regular expressions that stand in content, and only those that every engine reads alike."""

import functools
import re
import unicodedata
from typing import Annotated

import pydantic

# RE2, Go and Rust have neither look-around nor back-references, so a pattern without them reads alike anywhere.
_NOT_PORTABLE = re.compile(r"\(\?[=!<]|\(\?P=|\\[1-9]")
_QUOTES = {"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u00b4": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"'}
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
_PLAIN = str.maketrans(_QUOTES | _UMLAUTS)
_STRAIGHT = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"'})


def compiled(pattern: str, *, case_sensitive: bool = False) -> re.Pattern[str]:
    """Return the compiled pattern; case counts only where asked."""
    return _compiled(pattern, 0 if case_sensitive else re.IGNORECASE)


@functools.lru_cache(maxsize=16384)  # more than all languages have together
def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    return re.compile(pattern, flags)


def straight(text: str) -> str:
    """Return the text with curly quotes made straight, as every pattern expects."""
    return text.translate(_STRAIGHT)


def plain(text: str) -> str:
    """Return what people type as the coach and the safety phrases read it: straight, without accents."""
    composed = " ".join(text.split())
    if composed.isascii():
        return composed
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFC", composed).translate(_PLAIN))
    return "".join(letter for letter in decomposed if unicodedata.category(letter) != "Mn")


def _sound(pattern: str) -> str:
    if _NOT_PORTABLE.search(pattern):
        raise ValueError("has look-around or a back-reference; rewrite it with plain groups and an `unless`")
    try:
        compiled(pattern)  # what is compiled here is at hand when somebody writes
    except re.error as error:
        raise ValueError(f"is not a regular expression ({error}); mend it") from error
    return pattern


Pattern = Annotated[str, pydantic.AfterValidator(_sound)]


def fires(text: str, match: tuple[str, ...], unless: tuple[str, ...], *, case_sensitive: bool = False) -> bool:
    """Return whether any of `match` hits and none of `unless` does; quotes have to be straight already."""
    if not any(compiled(pattern, case_sensitive=case_sensitive).search(text) for pattern in match):
        return False
    return not any(compiled(pattern).search(text) for pattern in unless)
