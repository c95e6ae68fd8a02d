"""Rules of looking back: pages of one's own words, of what has passed, and of a week's feelings."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeAlias, TypeVar

from bot.domain import model, schedule

ENTRIES_A_PAGE = 5
EXCHANGES_A_PAGE = 3
UNITS_A_PAGE = 3000  # of people's words, as Telegram counts them; with the bot's around them it stays under 4096
WEEK = dt.timedelta(days=7)
MOST_WORDS = 18  # on one picture; more could not be read on a phone
ALL = 0  # views of the journal: everything, a family of feelings (1 to 99), a month (year and month: 202611)
FIRST_MONTH = 100_001
MIDDLE = 0.16  # nearer to the middle than this a feeling is neither here nor there

T = TypeVar("T")


class Feeling(Protocol):
    """A word for a feeling, with its place; None where nobody can say where it lies."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def valence(self) -> float | None: ...  # noqa: D102 - from -1 to 1
    @property
    def energy(self) -> float | None: ...  # noqa: D102 - from -1 to 1


F = TypeVar("F", bound=Feeling)


Said: TypeAlias = model.Share | model.Post


class Exchange(NamedTuple):
    """What one of the two shared, and what came back to it."""

    first: Said
    back: tuple[Said, ...]


def month_of(person: model.Person, kept: model.Reflection) -> int:
    """Return the month in which the person wrote this, on their own clock, as a view."""
    day = schedule.local_date(person, kept.created_at)
    return day.year * 100 + day.month


def is_month(view: int) -> bool:
    """Say whether a view is a month."""
    return view >= FIRST_MONTH and 1 <= view % 100 <= 12  # noqa: PLR2004 - a calendar


def page_count(things: Sequence[object], size: int = ENTRIES_A_PAGE) -> int:
    """Return how many pages there are; at least one."""
    return max(1, -(-len(things) // size))


def page(things: Sequence[T], number: int, size: int = ENTRIES_A_PAGE) -> Sequence[T]:
    """Return one page of them, counted from 0."""
    return things[number * size : (number + 1) * size]


def felt(kept: model.Reflection, named: Mapping[str, str]) -> str | None:
    """Return the id of the feeling that a reflection names: the one attached, or a tapped answer that is one.

    `named` leads from a label in small letters to the id of its feeling.
    """
    return kept.feeling or (named.get(kept.words.casefold()) if kept.tapped else None)


def week_of(person: model.Person, reflections: Iterable[model.Reflection], day: dt.date) -> list[model.Reflection]:
    """Return what the person kept in the seven local days that end with `day`."""
    after = day - WEEK
    return [one for one in reflections if after < schedule.local_date(person, one.created_at) <= day]


def words_of(felt_ids: Iterable[str | None], known: Mapping[str, F]) -> list[F]:
    """Return the feelings of a picture, each once however often it came, in the order of the alphabet."""
    found = {one: known[one] for one in felt_ids if one is not None and one in known}
    return sorted(found.values(), key=lambda one: one.label.casefold())[:MOST_WORDS]


def quarters(found: Iterable[F]) -> dict[str, list[F]]:
    """Return feelings by the part of the picture where they stand, for those who would rather read it."""
    parts = ("pleasant-lively", "pleasant-still", "hard-lively", "hard-still", "between", "unplaced")
    grouped: dict[str, list[F]] = {part: [] for part in parts}
    for one in found:
        grouped[_quarter(one.valence, one.energy)].append(one)
    return {part: those for part, those in grouped.items() if those}


def _quarter(valence: float | None, energy: float | None) -> str:
    if valence is None or energy is None:
        return "unplaced"
    if abs(valence) < MIDDLE:
        return "between"
    return f"{'pleasant' if valence > 0 else 'hard'}-{'lively' if energy > 0 else 'still'}"


def exchanges(shares: Iterable[model.Share], posts: Iterable[model.Post]) -> list[Exchange]:
    """Return what has passed between the two, oldest first, with what came back under each."""
    said: list[Said] = [one for one in shares if one.state is model.ShareState.POSTED]
    said += [one for one in posts if one.state is model.PostState.OPENED]
    under: dict[int | None, list[Said]] = {}
    for one in sorted(said, key=_moment):
        under.setdefault(_answered(one), []).append(one)
    return [Exchange(one, tuple(under.get(one.id, ()))) for one in under.get(None, ())]


def _answered(one: Said) -> int | None:
    """Return what this came back to; None for what came by itself."""
    back = one.kind in (model.ShareKind.ACKNOWLEDGEMENT, model.ShareKind.REPLY)
    if not back:
        return None
    return (one.answers if isinstance(one, model.Share) else one.to_share) or 0


def _moment(one: Said) -> tuple[dt.datetime, int]:
    """Return when words left or came, which orders them and is never shown."""
    at = (one.leaves_at or one.created_at) if isinstance(one, model.Share) else one.placed_at
    return at, one.id


def packed(sizes: Sequence[int]) -> list[range]:
    """Return which exchanges stand on which page: filled from the oldest on, so that no page changes later."""
    pages: list[range] = []
    start = 0
    for at in range(1, len(sizes) + 1):
        full = at - start == EXCHANGES_A_PAGE or sum(sizes[start : at + 1]) > UNITS_A_PAGE
        if full or at == len(sizes):
            pages.append(range(start, at))
            start = at
    return pages
