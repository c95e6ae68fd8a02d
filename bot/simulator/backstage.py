"""What a bot may tell the page beyond the Bot API: its clock, what is on its way, what is private, its scenes."""

import datetime as dt
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal, Protocol

Step = Literal["10min", "next", "tomorrow", "week"]


@dataclass(frozen=True)
class Local:
    """What one person's clock shows: an aware local time, and a name for its zone ("Lisbon")."""

    time: dt.datetime
    zone: str


@dataclass(frozen=True)
class Coming:
    """One thing that will happen by itself, in words that name nobody's secrets, and when (aware)."""

    text: str
    at: dt.datetime


@dataclass(frozen=True)
class Scene:
    """A short play that the page can start."""

    id: str
    title: str


class Backstage(Protocol):
    """The bot's own view of the world, shown around the phones; every answer is read anew for each picture."""

    @property
    def scenes(self) -> Sequence[Scene]:
        """Return the scenes that can be played, in the order shown."""
        ...

    @property
    def playing(self) -> str | None:
        """Return the id of the scene that plays, None when the phones are quiet."""
        ...

    @property
    def samples(self) -> Sequence[str]:
        """Return lines that a newcomer might try to type."""
        ...

    def now(self) -> dt.datetime:
        """Return the moment that the bot's clock shows: aware."""
        ...

    def local(self, person_id: int) -> Local | None:
        """Return this person's local time and zone, None while the zone is unknown."""
        ...

    def on_its_way(self) -> Sequence[Coming]:
        """Return what will happen by itself, soonest first."""
        ...

    def private(self, person_id: int) -> AbstractSet[int]:
        """Return the ids of this chat's messages that only this person can see: they carry a small lock."""
        ...

    def strip(self, person_id: int) -> str:
        """Return what the other can see of this person's phone ("nothing yet")."""
        ...

    async def move(self, step: Step) -> None:
        """Move the clock ahead, from due moment to due moment, and return when the phones are quiet."""
        ...

    async def start_over(self) -> None:
        """Begin anew with empty phones; a new world is handed over with `web.replace`."""
        ...

    async def start_paired(self) -> None:
        """Begin anew with two people who already agreed."""
        ...

    async def play(self, scene_id: str) -> None:
        """Start a scene and return at once; another one that plays is stopped; KeyError for an unknown one."""
        ...

    async def stop(self) -> None:
        """Stop the scene that plays and leave the phones as they are."""
        ...
