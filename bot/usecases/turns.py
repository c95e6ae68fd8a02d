"""One turn of one person: who acts, when and on which message, and what every use case may lean on."""

import dataclasses
import datetime as dt
from typing import Any

from bot.domain import model, prompting, schedule
from bot.usecases import ports, reply, sources


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Backups:
    """How often backups are made, 0 for never by itself, and how many days they and the keys to them are kept."""

    hours: int
    days: int
    key_days: int


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What every use case may lean on, whoever acts: built once, in `bot.main`."""

    catalogue: sources.Catalogue
    plan: prompting.Plan
    places: sources.Places
    erasures: sources.Erasures
    chance: sources.Chance
    undo: int | None  # seconds that override every cooling-off and undo
    bot_username: str
    operator: str
    backups: Backups


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The one slot of a person's local day: what takes it is numbered with the person's counter."""

    tx: ports.Transaction
    me: model.Person
    day: dt.date
    due: dt.datetime
    now: dt.datetime
    parts: Parts

    def row(self, kind: model.Kind, subject: int | None, text: str | None = None) -> model.Outbox:
        """Return the outbox row that sends what took this slot: once, or not at all."""
        return model.Outbox(
            id=self.parts.chance.id(),
            key=f"{kind}:{self.me.id}:{self.day}",
            person_id=self.me.id,
            kind=kind,
            policy=model.Policy.AT_MOST_ONCE,
            subject=subject,
            text=text,
            due_at=schedule.spread(self.me, self.due),
            lapses_at=self.due + schedule.ASK_VALID,
        )


@dataclasses.dataclass(slots=True, kw_only=True)
class Turn:
    """One thing that one person did: who, when, on which message, and the transaction it lives in."""

    tx: ports.Transaction
    me: model.Person
    now: dt.datetime
    parts: Parts
    message_id: int | None = None  # the tapped message, or the person's own
    tapped: bool = False  # whether a button was tapped
    update_id: int = 0
    brought: reply.File | None = None  # what came instead of words, or with them as its caption
    _changed: bool = False

    def change(self, **fields: Any) -> None:
        """Give the person other values of these fields; they are written when the turn closes."""
        self.me = dataclasses.replace(self.me, **fields)
        self._changed = True

    def become(self, person: model.Person) -> None:
        """Put a changed person in the place of the present one; it is written when the turn closes."""
        self.me = person
        self._changed = True

    def number(self) -> int:
        """Return the next number for a thing of this person's own."""
        self.change(counter=self.me.counter + 1)
        return self.me.counter

    def forgotten(self) -> None:
        """Let nothing be written at the end: the person is gone."""
        self._changed = False

    async def close(self) -> None:
        """Write the person, if the turn changed them."""
        if self._changed:
            await self.tx.save(self.me)
            self._changed = False
