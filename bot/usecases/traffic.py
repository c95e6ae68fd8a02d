"""What a transaction knows of traffic: rows that go out, updates that came in, messages that stand in chats."""

import dataclasses
import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from bot.domain import model


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ChatMessage:
    """A message that stands in a person's chat, kept 48 hours so that it can be cleared."""

    person_id: int
    message_id: int
    incoming: bool
    at: dt.datetime


class Traffic(Protocol):
    """The part of a transaction that moves things between the database and Telegram."""

    async def outbox(self, outbox_id: int) -> model.Outbox | None:
        """Return and lock a row of the outbox."""
        ...

    async def due_outbox(self, now: dt.datetime, limit: int, *, urgent: bool) -> Sequence[model.Outbox]:
        """Return and lock pending rows that are due, earliest first; only urgent ones where asked."""
        ...

    async def bring(self, rows: Sequence[model.Outbox]) -> None:
        """Read and lock at once whom and what these rows are about, for the checks that ask for it one by one."""
        ...

    async def bring_outbox(self, sent: Sequence[model.Outbox]) -> None:
        """Read and lock at once rows that were sent, and the asks and notices that stand in their messages."""
        ...

    async def next_due(self) -> dt.datetime | None:
        """Return the earliest moment at which an outbox row, a cooling share or a breather is due."""
        ...

    def queued(self) -> bool:
        """Say whether this transaction wrote anything that may be due some time."""
        ...

    async def cancel_outbox(self, *, kind: model.Kind, subject: int) -> None:
        """Cancel pending rows about this subject."""
        ...

    async def hold_outbox(self, person_id: int) -> None:
        """Hold everything pending for a person who cannot be reached."""
        ...

    async def free_outbox(self, person_id: int, now: dt.datetime) -> None:
        """Make what was held for this person pending again; prompts among it lapse."""
        ...

    async def recover_outbox(self, now: dt.datetime) -> None:
        """After a crash: rows caught sending end unknown (at most once) or become pending again."""
        ...

    async def unsend_outbox(self, known: Collection[int], now: dt.datetime) -> None:
        """Make rows pending again that are marked as being sent, but for those that are known to be."""
        ...

    async def cool_down(self, scope: str, until: dt.datetime) -> None:
        """Remember that nothing may be sent before `until`: scope `all`, or a person's id."""
        ...

    async def cool_downs(self, now: dt.datetime) -> Mapping[str, dt.datetime]:
        """Return the cool-downs that still hold."""
        ...

    # Looking back
    async def halves(self, person_id: int) -> Sequence[model.Half]:
        """Return every half of this person, oldest first."""
        ...

    async def shares_of(self, author_id: int) -> Sequence[model.Share]:
        """Return every share of this author, oldest first."""
        ...

    async def posts_of(self, reader_id: int) -> Sequence[model.Post]:
        """Return everything this reader has opened that was not taken back, in the order of opening."""
        ...

    async def invites_of(self, inviter_id: int) -> Sequence[model.Invite]:
        """Return this person's invitations that are still kept, oldest first."""
        ...

    async def breathers_of(self, person_id: int) -> Sequence[model.Breather]:
        """Return the breathers that this person called, oldest first."""
        ...

    # The chat itself
    async def note_messages(self, messages: Sequence[ChatMessage]) -> None:
        """Remember messages that stand in chats."""
        ...

    async def chat_messages(self, person_id: int, since: dt.datetime) -> Sequence[ChatMessage]:
        """Return the messages of this person's chat since then, oldest first."""
        ...

    async def forget_messages(self, person_id: int, message_ids: Sequence[int]) -> None:
        """Drop messages that were deleted."""
        ...

    # The clock
    async def ran_ahead(self, now: dt.datetime) -> bool:
        """Note the time; return whether a later one stands noted, which then stays."""
        ...

    async def note_time(self, now: dt.datetime) -> None:
        """Note the time, whatever was noted before."""
        ...

    # The inbox
    async def claim(self, update_id: int) -> bool:
        """Lock an inbox row for this transaction; return False where it is done or somebody else has it."""
        ...

    async def finish(self, update_id: int, now: dt.datetime) -> None:
        """Mark an inbox row done: its effect lands with this transaction, or not at all."""
        ...

    async def answered(self, update_ids: Sequence[int], now: dt.datetime) -> None:
        """Drop payload and lane of updates whose reply has gone."""
        ...

    async def stopped(self, update_ids: Sequence[int], now: dt.datetime) -> None:
        """Remember that the taps of these updates were answered: Telegram takes one answer to each."""
        ...
