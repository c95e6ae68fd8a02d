"""What use cases need beside the database: content, places, chance, and the list of those to forget."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.domain import coaching, feelings, looking_back, model, spotting


class Words(Protocol):
    """One prompt in one language, in its three sizes."""

    @property
    def tap_ask(self) -> str: ...  # noqa: D102
    @property
    def options(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def line_ask(self) -> str: ...  # noqa: D102
    @property
    def starter(self) -> str | None: ...  # noqa: D102
    @property
    def open_ask(self) -> str: ...  # noqa: D102
    @property
    def share_frame(self) -> str | None: ...  # noqa: D102 - holds `{answer}` once


class Acknowledgement(Protocol):
    """Words that receive a share with one tap; the button is exactly what is sent."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def fits(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def hard_first(self) -> bool: ...  # noqa: D102 - honours the risk, for what was hard to say


class Contact(Protocol):
    """One line or site that may be shown."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def phone(self) -> str | None: ...  # noqa: D102
    @property
    def text(self) -> str | None: ...  # noqa: D102
    @property
    def whatsapp(self) -> str | None: ...  # noqa: D102
    @property
    def web(self) -> str | None: ...  # noqa: D102
    @property
    def hours(self) -> str | None: ...  # noqa: D102
    @property
    def who(self) -> str | None: ...  # noqa: D102
    @property
    def region(self) -> str | None: ...  # noqa: D102


class SupportPage(Protocol):
    """Who can be reached in a country: only lines that were checked, with the day of the check."""

    @property
    def country(self) -> str | None: ...  # noqa: D102
    @property
    def crisis(self) -> Sequence[Contact]: ...  # noqa: D102
    @property
    def violence(self) -> Sequence[Contact]: ...  # noqa: D102
    @property
    def own_behaviour(self) -> Sequence[Contact]: ...  # noqa: D102
    @property
    def professionals(self) -> Sequence[Contact]: ...  # noqa: D102
    @property
    def emergency(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def emergency_verified(self) -> bool: ...  # noqa: D102
    @property
    def international(self) -> tuple[tuple[str, str], ...]: ...  # noqa: D102
    @property
    def checked_on(self) -> dt.date: ...  # noqa: D102
    @property
    def finding_a_professional(self) -> tuple[str, ...]: ...  # noqa: D102


class Word(looking_back.Feeling, feelings.TenderWord, Protocol):
    """A word of a family, with its place."""


class Family(Protocol):
    """Feelings that belong together."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def words(self) -> Sequence[Word]: ...  # noqa: D102


class BodyFirst(Protocol):
    """The way to a word that begins in the body."""

    @property
    def ask(self) -> str: ...  # noqa: D102
    @property
    def places(self) -> Sequence[feelings.Place]: ...  # noqa: D102


class Feelings(Protocol):
    """The vocabulary of feelings."""

    @property
    def families(self) -> Sequence[Family]: ...  # noqa: D102
    @property
    def extra_answers(self) -> Sequence[looking_back.Feeling]: ...  # noqa: D102 - full answers that are no feeling word
    @property
    def body_first(self) -> BodyFirst: ...  # noqa: D102


class Catalogue(Protocol):
    """The prompts and the words around them."""

    @property
    def locales(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def prompts(self) -> Mapping[str, model.Prompt]: ...  # noqa: D102 - check-ins too, by id

    def words(self, locale: str, prompt_id: str) -> Words:
        """Return a prompt in a language."""
        ...

    def acknowledgements(self, locale: str) -> Sequence[Acknowledgement]:
        """Return the ready words of receiving, in a steady order."""
        ...

    def warmths(self, locale: str) -> tuple[str, ...]:
        """Return the ready warmths, in a steady order; each is exactly what is sent."""
        ...

    def coaches(self, locale: str) -> Sequence[coaching.Coach]:
        """Return the patterns for a second look, of this language first; none where it has none of its own."""
        ...

    def crises(self, locale: str) -> Sequence[spotting.Crisis]:
        """Return the phrases that call for help, of this language first; none where it has none of its own."""
        ...

    def support(self, locale: str, country_iso: str | None) -> SupportPage:
        """Return who can be reached in a country; without one, the directories alone."""
        ...

    def countries(self, locale: str) -> Sequence[tuple[str, str]]:
        """Return (ISO code, name) of every country with at least one line, by name."""
        ...

    def country_for_locale(self, locale: str) -> str | None:
        """Return a country to offer first, never one to assume."""
        ...

    def wish(self, locale: str, typed: str) -> str | None:
        """Return what a plain word means (`stop`, `pause`, `help`, `undo`, `forget`); None for all other words."""
        ...

    def feelings(self, locale: str) -> Feelings:
        """Return the vocabulary of feelings."""
        ...

    def cover_lines(self, locale: str) -> Sequence[str]:
        """Return the neutral lines that stand in for a deeper prompt."""
        ...


class Place(Protocol):
    """A place with its time zone."""

    @property
    def zone(self) -> str: ...  # noqa: D102 - an IANA name
    @property
    def label(self) -> str: ...  # noqa: D102 - in the person's language


class Places(Protocol):
    """Finds time zones by what people type."""

    def find(self, locale: str, typed: str, limit: int = 5) -> Sequence[Place]:
        """Return places like what was typed, best first."""
        ...

    def likely(self, locale: str) -> Sequence[Place]:
        """Return likely places for a language."""
        ...

    def language(self, locale: str) -> str:
        """Return what a language calls itself."""
        ...

    def by_clock(self, locale: str, hhmm: dt.time, now: dt.datetime) -> Sequence[Place]:
        """Return places where it is about that time now, likely ones first."""
        ...


class Chance(Protocol):
    """What is left to chance."""

    def id(self) -> int:
        """Return a random row id."""
        ...

    def token(self) -> bytes:
        """Return 24 random bytes."""
        ...

    def seed(self) -> int:
        """Return a person's seed."""
        ...


class Erasures(Protocol):
    """The append-only list, outside the database, of those who asked to be forgotten."""

    def note(self, person_id: int, now: dt.datetime, *, taking: bool = False) -> None:
        """Write a person's random row id down, durably, with their choice, before it is confirmed."""
        ...
