"""Finds words for feelings by the numbers that buttons carry, from a family or from a place in the body."""

from collections.abc import Sequence
from typing import Protocol

A_PLACE = 100  # a sensation is numbered place * 100 + its own place among them, each from 1


class Word(Protocol):
    """A word for a feeling."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def label(self) -> str: ...  # noqa: D102


class TenderWord(Word, Protocol):
    """A word of a family; a tender one is shared only after one more look."""

    @property
    def tender(self) -> bool: ...  # noqa: D102


class Family(Protocol):
    """Feelings that belong together."""

    @property
    def words(self) -> Sequence[TenderWord]: ...  # noqa: D102


class Sensation(Protocol):
    """Something noticed in the body, and the feelings it might be."""

    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def might_be(self) -> Sequence[str]: ...  # noqa: D102 - ids of words


class Place(Protocol):
    """A place in the body."""

    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def sensations(self) -> Sequence[Sensation]: ...  # noqa: D102


class Vocabulary(Protocol):
    """All words there are."""

    @property
    def families(self) -> Sequence[Family]: ...  # noqa: D102
    @property
    def extra_answers(self) -> Sequence[Word]: ...  # noqa: D102


def numbered(known: Vocabulary) -> dict[int, Word]:
    """Return every word by its number, from 1: those of the families in order, then the answers beside them."""
    words = [word for family in known.families for word in family.words]
    return dict(enumerate([*words, *known.extra_answers], start=1))


def number_of(known: Vocabulary, ids: Sequence[str]) -> dict[int, Word]:
    """Return the words with these ids by their numbers, in the order of the ids."""
    found = {word.id: (n, word) for n, word in numbered(known).items()}
    return dict(found[id_] for id_ in ids if id_ in found)


def called(known: Vocabulary, feeling: str | None) -> Word | None:
    """Return the word with this id, where there is one."""
    return next((word for word in numbered(known).values() if word.id == feeling), None)


def is_tender(known: Vocabulary, feeling: str | None) -> bool:
    """Say whether this word is shared only after one more look."""
    return any(word.id == feeling and word.tender for family in known.families for word in family.words)


def sensation(places: Sequence[Place], number: int) -> Sensation | None:
    """Return the sensation of that number; None where there is none."""
    place, own = divmod(number, A_PLACE)
    if not 1 <= place <= len(places) or not 1 <= own <= len(places[place - 1].sensations):
        return None
    return places[place - 1].sensations[own - 1]


def said(word: Word) -> str:
    """Return a feeling as a sentence of its own."""
    return f"{word.label[:1].upper()}{word.label[1:]}."
