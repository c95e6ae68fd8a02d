"""Measures a text: letters, words, sentences, marks, and how hard it is to read in English."""

import functools
import re
import unicodedata

_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+")
_WORDS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SHORTEST_GRADED = 3


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [part for part in _SENTENCE_END.split(text.strip()) if re.search(r"\w", part)]


def words(text: str) -> list[str]:
    """Return the words of a text, without numbers and marks."""
    return _WORDS.findall(text)


def emoji(text: str) -> int:
    """Return how many pictures stand in a text."""
    return sum(unicodedata.category(letter) == "So" for letter in text)


def letters_per_word(text: str) -> float:
    """Return the mean length of the words, zero where there are none."""
    found = words(text)
    return sum(map(len, found)) / len(found) if found else 0.0


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of an English text, zero for fewer than three words."""
    found = words(text)
    if len(found) < _SHORTEST_GRADED:
        return 0.0
    # Kincaid and others, 1975; made for English, so other languages set no limit for it.
    per_sentence = len(found) / max(len(sentences(text)), 1)
    return 0.39 * per_sentence + 11.8 * sum(map(_syllables, found)) / len(found) - 15.59


def ease(text: str, vowels: str, whole: float, per_sentence: float, per_syllable: float) -> float:
    """Return how easy a text is to read by a formula like Flesch's, a hundred or so for the easiest."""
    found = words(text.lower())
    if len(found) < _SHORTEST_GRADED:
        return whole
    # A cluster of vowels is a syllable: near enough for a sum over three sentences.
    clusters = _clusters(vowels)
    syllables = sum(len(clusters.findall(word)) or 1 for word in found)
    return whole - per_sentence * len(found) / len(sentences(text)) - per_syllable * syllables / len(found)


@functools.lru_cache(maxsize=16)
def _clusters(vowels: str) -> re.Pattern[str]:
    return re.compile(f"[{vowels}]+")


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the Jaccard overlap of two sets of words, from 0 to 1."""
    return len(one & other) / len(one | other) if one or other else 0.0


def _syllables(word: str) -> int:
    """Return a count of syllables that is right often enough for a grade."""
    word = re.sub(r"[^a-z]", "", word.lower())
    count = len(_VOWELS.findall(word))
    if word.endswith("e") and not word.endswith(("le", "ee")) and count > 1:
        count -= 1
    if word.endswith("ed") and not word.endswith(("ted", "ded")) and count > 1:
        count -= 1
    return max(count, 1)
