"""What goes out of the outbox: one delivery, what became of it, and the sheet on which it is checked."""

import dataclasses
import datetime as dt

from bot.domain import model, schedule
from bot.usecases import enclosures, ports, reply, turns

BACK_OFF = (1, 2, 5, 15, 60, 300, 900, 3600)  # seconds before the next try, by attempts
VOICE_BARRED = "voice-barred"  # why Telegram refuses a voice note to somebody whose settings bar them


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One thing to send: what was allowed and true when its intent was committed."""

    row: model.Outbox
    chat_id: int
    locale: str
    screen: reply.Screen | None  # None: delete the message
    edits: int | None = None  # the message to edit or delete; None: send a new one
    protect: bool = False
    silent: bool = True
    reply_to: int | None = None
    encloses: enclosures.Enclosure | None = None  # made before it leaves


@dataclasses.dataclass(frozen=True, slots=True)
class Accepted:
    """Telegram has it; a new message has this id."""

    message_id: int | None


@dataclasses.dataclass(frozen=True, slots=True)
class NotSent:
    """It certainly did not leave; it may be tried again from then on."""

    retry_at: dt.datetime


@dataclasses.dataclass(frozen=True, slots=True)
class Unknown:
    """Nobody knows whether Telegram has it."""


@dataclasses.dataclass(frozen=True, slots=True)
class Refused:
    """Telegram will never take it as it is; the reason is a name, never words."""

    reason: str


@dataclasses.dataclass(frozen=True, slots=True)
class Blocked:
    """The person cannot be reached for now."""


Outcome = Accepted | NotSent | Unknown | Refused | Blocked


async def end(tx: ports.Transaction, row: model.Outbox, state: model.OutboxState) -> None:
    """Give a row that does not leave its end."""
    await tx.save(dataclasses.replace(row, state=state))


@dataclasses.dataclass(frozen=True, slots=True)
class Sheet:
    """One row on its way to being sent, with all that its check may read."""

    tx: ports.Transaction
    row: model.Outbox
    now: dt.datetime
    parts: turns.Parts
    person: model.Person
    chat_id: int

    def delivery(self, screen: reply.Screen | None, edits: int | None = None) -> Delivery:
        """Return a delivery to this person's own chat, silent unless they chose otherwise."""
        return Delivery(
            row=self.row,
            chat_id=self.chat_id,
            locale=self.person.locale,
            screen=screen,
            edits=edits,
            silent=not self.person.audible,
        )

    def keeps_slot(self) -> bool:
        """Say whether what took a slot may still leave: in time, on that local date, awake, and in no rest."""
        lapses_at = self.row.lapses_at
        if lapses_at is None or self.now >= lapses_at:
            return False
        day = schedule.local_date(self.person, lapses_at - schedule.ASK_VALID)
        return schedule.may_arrive(self.person, day, self.now)

    async def cancel(self) -> Delivery | None:
        """Cancel the row: what it was for is no longer so."""
        await end(self.tx, self.row, model.OutboxState.CANCELLED)
        return None

    async def wait(self, pause: dt.timedelta) -> Delivery | None:
        """Look at the row again after a pause."""
        await self.tx.save(dataclasses.replace(self.row, due_at=self.now + pause))
        return None
