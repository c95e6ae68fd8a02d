"""What use cases need of the database, said in their own words; `bot.store` fulfils it."""

import dataclasses
import datetime as dt
from collections.abc import Awaitable, Callable, Collection, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Protocol, TypeVar

from bot.domain import model
from bot.usecases import counting, leasing, traffic
from bot.usecases.traffic import ChatMessage as ChatMessage

Row = (
    model.Person
    | model.Half
    | model.Invite
    | model.Ask
    | model.Reflection
    | model.Share
    | model.Post
    | model.Notice
    | model.Breather
    | model.Outbox
)
T = TypeVar("T")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One raw update: its id, the Telegram id of whoever sent it (None: nobody could be made out), its bytes."""

    update_id: int
    telegram_id: int | None
    payload: bytes


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """A row of the inbox that is still to be handled; `lane` groups what one person sent."""

    update_id: int
    lane: bytes
    payload: bytes
    attempts: int
    next_at: dt.datetime
    received_at: dt.datetime
    stopped: bool  # whether its tap was answered


class Away(Exception):  # noqa: N818 - said of the database
    """The database cannot be reached, or went away in the middle: that is nobody's fault, and passes."""


class Transaction(traffic.Traffic, leasing.Leasing, counting.Counting, Protocol):
    """One transaction: everything it read is locked before it is written, all of it lands or none."""

    # Any value: words, names and ids are sealed with their owner's key on the way in and opened on the way out.
    async def add(self, row: Row) -> bool:
        """Insert a value; return False, changing nothing, where a unique key says it is there already."""
        ...

    @property
    def writes(self) -> int:
        """How often this transaction has written anything so far."""
        ...

    async def add_all(self, values: Sequence[Row]) -> Collection[int]:
        """Insert values of one kind at once; return the ids of those that were not there already."""
        ...

    async def save(self, row: Row) -> None:
        """Write a value over the row of the same id."""
        ...

    async def remove(self, row: Row) -> None:
        """Delete the row of this value."""
        ...

    # People
    async def welcome(self, telegram_id: int, person: model.Person) -> model.Person:
        """Add a person met for the first time, with a data key of their own; return the one who is there."""
        ...

    async def person_by_telegram(self, telegram_id: int) -> model.Person | None:
        """Return and lock the person with this Telegram id."""
        ...

    async def person(self, person_id: int) -> model.Person | None:
        """Return and lock a person."""
        ...

    async def lock(self, *person_ids: int) -> None:
        """Lock people in the order of their ids, whatever order is given."""
        ...

    async def telegram_id(self, person_id: int) -> int | None:
        """Return where this person's chat is: the only source of a chat id."""
        ...

    async def due_people(self, now: dt.datetime, limit: int) -> Sequence[model.Person]:
        """Return and lock people whose `next_ask_at` has come, earliest first."""
        ...

    async def rested_people(self, now: dt.datetime, limit: int) -> Sequence[model.Person]:
        """Return and lock people whose rest has ended by now."""
        ...

    async def people_ahead(self, after: int, now: dt.datetime, limit: int) -> Sequence[model.Person]:
        """Return and lock people after that id for whom something waits, or was noted, beyond tomorrow, by id."""
        ...

    async def hinted_people(self, after: int, limit: int) -> Sequence[model.Person]:
        """Return and lock people after that id whose hint counters still stand, by id."""
        ...

    async def strangers(self, before: dt.datetime, limit: int) -> Sequence[model.Person]:
        """Return people who were first seen before then and never agreed."""
        ...

    async def forget(self, person_id: int) -> None:
        """Destroy the person's data key and delete every row that is theirs."""
        ...

    # Pairs
    async def add_pair(self, pair_id: int, started_at: dt.datetime) -> None:
        """Add a pair, still without halves."""
        ...

    async def living_half(self, person_id: int) -> model.Half | None:
        """Return the half that this person lives in, whatever the other has done with theirs."""
        ...

    async def latest_half(self, person_id: int) -> model.Half | None:
        """Return the newest half of this person, living or not."""
        ...

    async def half(self, person_id: int, pair_id: int) -> model.Half | None:
        """Return this person's half of that pair."""
        ...

    async def other_half(self, half: model.Half) -> model.Half | None:
        """Return the partner's half of the same pair; None where the partner was forgotten."""
        ...

    async def pair_started_at(self, pair_id: int) -> dt.datetime | None:
        """Return when the pair began."""
        ...

    # Invitations
    async def invite(self, invite_id: int) -> model.Invite | None:
        """Return and lock an invitation."""
        ...

    async def invite_by_hash(self, token_hash: bytes) -> model.Invite | None:
        """Return and lock the invitation whose token has this hash."""
        ...

    async def live_invite(self, inviter_id: int) -> model.Invite | None:
        """Return the invitation of this person that is open or claimed."""
        ...

    async def invite_numbered(self, inviter_id: int, n: int) -> model.Invite | None:
        """Return the inviter's invitation number n."""
        ...

    async def invites_since(self, inviter_id: int, moment: dt.datetime) -> int:
        """Return how many invitations this person made since then."""
        ...

    # Asks and reflections
    async def ask(self, ask_id: int) -> model.Ask | None:
        """Return an ask."""
        ...

    async def ask_numbered(self, person_id: int, n: int) -> model.Ask | None:
        """Return this person's ask number n."""
        ...

    async def ask_on(self, person_id: int, day: dt.date) -> model.Ask | None:
        """Return the ask of this local date."""
        ...

    async def ask_by_message(self, person_id: int, message_id: int) -> model.Ask | None:
        """Return the ask that stands in this message."""
        ...

    async def asks(self, person_id: int) -> Sequence[model.Ask]:
        """Return all asks of this person for which a prompt was chosen, oldest first."""
        ...

    async def reflection(self, reflection_id: int) -> model.Reflection | None:
        """Return a reflection."""
        ...

    async def reflection_numbered(self, person_id: int, n: int) -> model.Reflection | None:
        """Return this person's reflection number n."""
        ...

    async def reflection_by_message(self, person_id: int, message_id: int) -> model.Reflection | None:
        """Return the reflection that this message of the person became."""
        ...

    async def reflections(self, person_id: int) -> Sequence[model.Reflection]:
        """Return all reflections of this person, oldest first."""
        ...

    async def reflections_since(self, person_id: int, moment: dt.datetime) -> Sequence[model.Reflection]:
        """Return the reflections that this person wrote since then, oldest first."""
        ...

    # Sharing
    async def share(self, share_id: int) -> model.Share | None:
        """Return and lock a share."""
        ...

    async def share_numbered(self, author_id: int, n: int) -> model.Share | None:
        """Return this author's share number n."""
        ...

    async def shares_of_reflection(self, reflection_id: int) -> Sequence[model.Share]:
        """Return every share made of a reflection, oldest first."""
        ...

    async def undelivered_shares(self, author_id: int, pair_id: int) -> Sequence[model.Share]:
        """Return this author's shares in that pair that are previewed, cooling, or posted."""
        ...

    async def latest_share(self, author_id: int) -> model.Share | None:
        """Return this author's newest share or warmth that is cooling or posted, or response that is cooling."""
        ...

    async def due_shares(self, now: dt.datetime, limit: int) -> Sequence[model.Share]:
        """Return and lock cooling shares whose `leaves_at` has come, earliest first."""
        ...

    async def sealed_share(self, author_id: int, pair_id: int, seal: str) -> model.Share | None:
        """Return and lock the share that this author has sealed under this key."""
        ...

    async def due_sealed(self, now: dt.datetime, limit: int) -> Sequence[model.Share]:
        """Return and lock sealed shares that have waited long enough, earliest first."""
        ...

    async def placed(self, share_id: int, message_id: int) -> None:
        """Remember which message of its author's chat shows a share; nothing where the share is gone."""
        ...

    async def post(self, post_id: int) -> model.Post | None:
        """Return a post."""
        ...

    async def post_numbered(self, reader_id: int, n: int) -> model.Post | None:
        """Return this reader's opened post number n."""
        ...

    async def post_of_share(self, share_id: int) -> model.Post | None:
        """Return and lock the reader's side of a share."""
        ...

    async def unopened_posts(self, reader_id: int, pair_id: int) -> Sequence[model.Post]:
        """Return what lies unopened in this reader's post (no responses), oldest first."""
        ...

    async def held_warmths(self, author_id: int, pair_id: int) -> Sequence[model.Share]:
        """Return this author's warmths that have left and were placed for nobody yet, oldest first."""
        ...

    async def posts_of_notice(self, notice_id: int) -> Sequence[model.Post]:
        """Return the posts that were opened in a notice's message and are not gone, oldest first."""
        ...

    async def stranded_posts(self, before: dt.datetime, limit: int) -> Sequence[model.Post]:
        """Return posts placed before then that lie unopened for a reader who no longer lives in their pair."""
        ...

    async def notice(self, notice_id: int) -> model.Notice | None:
        """Return and lock a notice."""
        ...

    async def notice_numbered(self, person_id: int, n: int) -> model.Notice | None:
        """Return and lock this person's notice number n."""
        ...

    async def notice_keyed(self, person_id: int, key: str) -> model.Notice | None:
        """Return the notice of a local date (`2026-11-23`) or of a response (`response:<post id>`)."""
        ...

    async def open_notices(self, person_id: int) -> Sequence[model.Notice]:
        """Return this person's notices that are planned or sent and not yet opened, oldest first."""
        ...

    # Breathers
    async def breather_of(self, person_id: int) -> model.Breather | None:
        """Return and lock the breather that this person has called and not come back from, the newest."""
        ...

    async def breather(self, breather_id: int) -> model.Breather | None:
        """Return and lock a breather."""
        ...

    async def called_breathers(self, now: dt.datetime, limit: int) -> Sequence[model.Breather]:
        """Return and lock breathers that can no longer be undone and that nobody was told of, earliest first."""
        ...

    async def due_breathers(self, now: dt.datetime, limit: int) -> Sequence[model.Breather]:
        """Return and lock breathers whose time has come, or that nobody came back from in time, earliest first."""
        ...


Work = Callable[[Transaction], Awaitable[None]]


class Performer(Protocol):
    """Whatever runs work in a transaction."""

    async def perform(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run `work` in one transaction, again from the start where the database asks for it."""
        ...


class Store(Performer, Protocol):
    """The database, as intake, sender and the tick see it."""

    def begin(self) -> AbstractAsyncContextManager[Transaction]:
        """Open one transaction that commits at the end of the block and rolls back on an error."""
        ...

    async def offset(self) -> int | None:
        """Return the update id to poll from: one past the last that is committed; None at the very first."""
        ...

    async def receive(
        self, updates: Sequence[Incoming], now: dt.datetime, beside: Work | None = None, *, pushed: bool = False
    ) -> None:
        """Commit updates to the inbox, encrypted, and with them what is done beside; pushed ones move no offset."""
        ...

    async def arrived(self, limit: int) -> Sequence[Arrived]:
        """Return unhandled updates, oldest first, also those whose next try is still ahead."""
        ...

    async def failed(self, update_id: int, *, attempts: int, next_at: dt.datetime | None) -> bool:
        """Note a failed try of an update, False where it is done; `next_at` None: it is poison, and kept aside."""
        ...

    async def answered(self, update_ids: Sequence[int], now: dt.datetime) -> None:
        """Drop payload and lane of updates whose reply has gone."""
        ...

    async def unanswered(self, since: dt.datetime) -> Sequence[Arrived]:
        """Return updates done since then whose reply has not gone, and close those done earlier."""
        ...

    async def strays(self, before: dt.datetime, limit: int) -> Sequence[Arrived]:
        """Return updates whose turn came before then and that no process has done, oldest first."""
        ...

    async def adopt(self, since: dt.datetime, lost: dt.datetime, known: Collection[int]) -> Sequence[Arrived]:
        """Take over the answering of what is done and unanswered since then, and return it.

        That of processes that are gone, and of this one what it did before `lost` and does not know of.
        """
        ...

    async def purge(self, now: dt.datetime) -> None:
        """Erase what has outlived its purpose: inbox, outbox, chat messages, invitations, inbox keys."""
        ...
