"""Counts people for whoever runs the bot, so coarsely that nothing can be learnt of anybody."""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Protocol

CROWD = 10  # below this nothing is told of people, and where the bot has no more, nothing at all
LATELY = dt.timedelta(days=28)
FEW = f"fewer than {CROWD}"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """How many people there are, how many of them are in a pair, were asked lately, and speak each language."""

    all: int
    paired: int
    asked: int
    locales: Mapping[str, int]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What waits: since when the oldest update could have been handled, and how many rows are overdue."""

    oldest_at: dt.datetime | None
    overdue: int


class Counting(Protocol):
    """The part of a transaction that counts."""

    async def people_counted(self, since: dt.datetime) -> People:
        """Count the people who agreed; `asked` are those to whom a question went since then."""
        ...

    async def crowd(self, most: int) -> int:
        """Count the people who agreed, no further than `most`."""
        ...

    async def load(self, now: dt.datetime, due_by: dt.datetime) -> Load:
        """Return which updates could be handled by now and are not, and which rows were due by then and wait."""
        ...


def told(people: People) -> Iterator[tuple[str, str]]:
    """Yield what may be told of people, each with its name; of a few people nothing but that they are few."""
    yield "people", size(people.all)
    if people.all < CROWD:
        return
    yield "in a pair", size(people.paired)
    yield "asked in the last four weeks", size(people.asked)
    for locale, count in sorted(people.locales.items()):
        yield f"language {locale}", size(count)


def size(count: int) -> str:
    """Return the order of magnitude of a count, which one person more or less hardly ever changes."""
    if count < CROWD:
        return FEW
    return f"{10 ** (len(str(count)) - 1):,} or more"
