"""Sends what the outbox holds: the intent is committed before the first byte leaves, the outcome after the last."""

import asyncio
import contextlib
import dataclasses
import datetime as dt
import functools
from collections.abc import Awaitable, Callable, Sequence

from bot import clock, logs, nursery, steps
from bot.domain import model
from bot.telegram import calls, pacer, workshop
from bot.usecases import deliveries, delivering, fencing, leasing, ports, reply, turns

_FIRST_BYTE_SECONDS = 2.0  # after its intent; later than that it is no longer what was checked
_CHAT_SECONDS = 1.0  # the longest wait for a chat's own pace with the intent committed
_NAP_SECONDS = 0.05  # the longest wait for the rate at one go, so that no urgent row notices
_DRAIN_SECONDS = 20.0
_PROBE = "probe"  # scope of a cool-down that holds nobody
_TRIES = 5  # of the loop, and of a row that cannot be prepared
_LOST_SECONDS = 0.5  # until a lease that was lost is looked at again

# In these states an outcome may still come; a row that was put back after a takeover is pending.
_OPEN = (model.OutboxState.SENDING, model.OutboxState.UNKNOWN, model.OutboxState.PENDING)


@dataclasses.dataclass(frozen=True, slots=True)
class _Ended:
    """What became of one delivery, and the pause that Telegram asked for with it."""

    delivery: deliveries.Delivery
    outcome: deliveries.Outcome
    cool_down: tuple[str, dt.datetime] | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class _Taken:
    """What one look at the outbox brought: what is to be sent, whether more is due, and when to look again."""

    deliveries: Sequence[deliveries.Delivery]
    more: bool
    next_at: dt.datetime | None


class Sender:
    """One loop: take due rows as the pace allows, check and commit them, send beside each other, write down."""

    def __init__(  # noqa: PLR0913 - the parts it is made of
        self,
        *,
        calls: calls.Calls,
        workshop: workshop.Workshop,
        store: ports.Store,
        parts: turns.Parts,
        clock: clock.Clock,
        nursery: nursery.Nursery,
        pacer: pacer.Pacer,
        chats: pacer.Chats,
        cool_downs: pacer.CoolDowns,
        lease: Callable[[], leasing.Lease | None] = lambda: leasing.alone(leasing.SENDER),
        look_seconds: float | None = None,
    ) -> None:
        """Send while `lease` returns one; look by itself every `look_seconds`, where others fill the outbox."""
        self._calls = calls
        self._workshop = workshop
        self._store = store
        self._parts = parts
        self._clock = clock
        self._nursery = nursery
        self._pacer = pacer
        self._chats = chats
        self._cool_downs = cool_downs
        self.steps = steps.Steps()
        self._woken = asyncio.Event()
        self._stopped = asyncio.Event()
        self._stopping = False
        self._asleep_until: dt.datetime | None = None
        self._asleep = False
        self._lease = lease
        self._look_seconds = look_seconds
        self._term: leasing.Lease | None = None  # under which it sends
        self._flying: set[int] = set()
        self._doubtful = False  # whether an intent may have been committed that nobody carries out
        self._ended: list[_Ended] = []

    def wake(self, due_at: dt.datetime | None = None) -> None:
        """Look at the outbox again, where something is due at `due_at` before the sender would look by itself."""
        until = self._asleep_until
        if not (self._asleep and due_at and until and until <= due_at):
            self._woken.set()

    def idle(self) -> bool:
        """Return whether nothing is due, in flight or still to be written down."""
        until = self._asleep_until
        at_rest = self._asleep and not self._woken.is_set() and (until is None or until > self._clock.now())
        return at_rest and not (self._flying or self._ended)

    async def run(self) -> None:
        """Send until stopped, whenever the lease is ours; what an earlier holder left is sorted out first."""
        failures = 0
        while not (self._stopping and not self._flying and not self._ended):
            self._woken.clear()
            try:
                with self.steps.taking("sender"):
                    until = await self._round()
                failures = 0
            except leasing.Lost:
                await self._clock.sleep(_LOST_SECONDS)
                until = self._clock.now()
            except Exception as error:
                failures += 1
                if failures > _TRIES:
                    raise
                logs.trouble("sender-failed", error=error, attempt=failures)
                await self._clock.sleep(2.0**failures)
            else:
                await self._sleep(until)
        self._stopped.set()

    async def stop(self, seconds: float = _DRAIN_SECONDS) -> None:
        """Start nothing new and wait, at most `seconds`, for what is in flight."""
        self._stopping = True
        self._woken.set()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._stopped.wait()

    async def _sleep(self, until: dt.datetime | None) -> None:
        if self._look_seconds is not None:
            look = self._clock.now() + dt.timedelta(seconds=self._look_seconds)
            until = min(until or look, look)
        self._asleep, self._asleep_until = True, until
        await self._clock.wait(self._woken, until)
        self._asleep = False

    async def _round(self) -> dt.datetime | None:
        """Write down what has ended, send what may go, and return when to look again; None: when woken."""
        await self._conclude()
        now, lease = self._clock.now(), self._lease()
        if self._stopping or lease is None or not await self._lead(lease):
            return None
        held = self._cool_downs.until(None, now)
        if held:
            return held
        taken = await self._take(now, fencing.Fenced(self._store, lease))
        for delivery in taken.deliveries:
            self._launch(delivery)
        if not taken.more:
            return taken.next_at
        if self._room() > 0:
            await self._clock.sleep(min(self._pacer.wait(self._clock.monotonic()), _NAP_SECONDS))
            self._woken.set()
        return None

    async def _lead(self, lease: leasing.Lease) -> bool:
        """Sort out what is left from before this lease; return False while our own is still in flight."""
        fenced = fencing.Fenced(self._store, lease)
        if lease != self._term:
            if self._flying or self._ended:
                return False
            await fenced.perform(self._recover)
            self._term, self._doubtful = lease, False
        if self._doubtful:
            await fenced.perform(self._unsend)
            self._doubtful = False
        return True

    async def _recover(self, tx: ports.Transaction) -> None:
        now = self._clock.now()
        await tx.recover_outbox(now)
        self._cool_downs.load(await tx.cool_downs(now))

    async def _unsend(self, tx: ports.Transaction) -> None:
        """Make pending what is marked as being sent, and never was: its commit was not heard of."""
        known = self._flying | {one.delivery.row.id for one in self._ended}
        await tx.unsend_outbox(known, self._clock.now())

    def _room(self) -> int:
        return self._pacer.most - len(self._flying)

    async def _take(self, now: dt.datetime, fenced: fencing.Fenced) -> _Taken:
        """Commit the intents of as many rows as the pace allows; one that cannot be prepared stops no other."""
        bulk = self._pacer.grant(self._room(), self._clock.monotonic())
        urgent = max(self._room() + pacer.URGENT, 0)
        try:
            return await fenced.perform(lambda tx: self._prepare_due(tx, now, bulk, urgent))
        except leasing.Lost:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it was, each row by itself will tell
            logs.trouble("intents-failed", error=error)
            self._doubtful = True
        rows = await fenced.perform(lambda tx: _due(tx, now, bulk, urgent))
        found = [await self._prepare_alone(row, now, fenced) for row in rows]
        return _Taken([one for one in found if one], more=True, next_at=None)

    async def _prepare_due(self, tx: ports.Transaction, now: dt.datetime, bulk: int, urgent: int) -> _Taken:
        rows = await _due(tx, now, bulk, urgent)
        await tx.bring(rows)
        found = [await self._prepare(tx, row, now) for row in rows]
        next_at = await tx.next_due()
        overdue = next_at is not None and next_at <= now
        # Overdue with room left is a share whose time has come: that is the tick's to see to.
        more = overdue and len(rows) >= bulk
        return _Taken([one for one in found if one], more=more, next_at=None if overdue else next_at)

    async def _prepare(
        self, tx: ports.Transaction, row: model.Outbox, now: dt.datetime
    ) -> deliveries.Delivery | None:
        until = self._cool_downs.until(row.person_id, now)
        if until is None:
            return await delivering.prepare(tx, row, now, self._parts)
        await tx.save(dataclasses.replace(row, due_at=until))
        return None

    async def _prepare_alone(
        self, row: model.Outbox, now: dt.datetime, fenced: fencing.Fenced
    ) -> deliveries.Delivery | None:
        """Prepare one row in a transaction of its own; what cannot be prepared waits, and fails in the end."""
        try:
            return await fenced.perform(lambda tx: self._prepare(tx, row, now))
        except leasing.Lost:
            raise
        except Exception as error:  # noqa: BLE001 - a row that cannot be prepared stops no other
            logs.trouble("intent-failed", kind=row.kind, error=error, attempt=row.attempts + 1)
        tried = dataclasses.replace(row, attempts=row.attempts + 1)
        outcome = deliveries.NotSent(now) if tried.attempts < _TRIES else deliveries.Refused("cannot-be-prepared")
        await fenced.perform(lambda tx: delivering.conclude(tx, tried, outcome, now))
        return None

    def _launch(self, delivery: deliveries.Delivery) -> None:
        now = self._clock.monotonic()
        slot = now if delivery.row.urgent else self._pacer.slot(now)
        self._flying.add(delivery.row.id)
        self._nursery.start("send", self._send(delivery, now, slot))

    async def _send(self, delivery: deliveries.Delivery, intended: float, slot: float) -> None:
        try:
            ended = await self._carry(delivery, intended, slot)
        except Exception as error:  # noqa: BLE001 - calls tells every failure of the way; this one is the screen's
            logs.trouble("send-failed", kind=delivery.row.kind, error=error)
            ended = _Ended(delivery, deliveries.Refused("cannot-be-rendered"))
        self._flying.discard(delivery.row.id)
        self._ended.append(ended)
        self._woken.set()

    async def _carry(self, delivery: deliveries.Delivery, intended: float, slot: float) -> _Ended:
        """Make what it encloses, wait for its slot and its chat, then send, unless that has become too late."""
        whole = await self._workshop.enclose(delivery)
        if whole is None:  # only made now, which took its time: the row is checked again before it leaves
            return _Ended(delivery, deliveries.NotSent(self._clock.now()))
        delivery = whole
        await self._clock.sleep(max(0.0, slot - self._clock.monotonic()))
        wait = self._chat_wait(delivery)
        await self._clock.sleep(wait if wait <= _CHAT_SECONDS else 0)
        now, start = self._clock.now(), self._clock.monotonic()
        held = self._cool_downs.until(delivery.row.person_id, now)
        if held or wait > _CHAT_SECONDS or start - intended > _FIRST_BYTE_SECONDS:
            return _Ended(delivery, deliveries.NotSent(held or now + dt.timedelta(seconds=wait)))
        result = await self._call(delivery)
        if isinstance(result, deliveries.Accepted):
            self._pacer.learn(self._clock.monotonic() - start)
        return self._as_outcome(delivery, result)

    def _chat_wait(self, delivery: deliveries.Delivery) -> float:
        """Return the seconds until the chat may take another message; edits are none."""
        if delivery.edits is not None:
            return 0.0
        person_id, now = delivery.row.person_id, self._clock.monotonic()
        wait = self._chats.wait(person_id, now)
        return wait if wait > _CHAT_SECONDS else self._chats.book(person_id, now)

    def _call(self, delivery: deliveries.Delivery) -> Awaitable[calls.Result]:
        chat_id, locale, screen = delivery.chat_id, delivery.locale, delivery.screen
        if delivery.edits is None:
            return self._calls.say(
                chat_id,
                locale,
                screen or reply.Screen(()),
                reply_to=delivery.reply_to,
                silent=delivery.silent,
                protect=delivery.protect,
            )
        if screen is None:
            return self._calls.delete(chat_id, (delivery.edits,))
        return self._calls.edit(chat_id, locale, delivery.edits, screen)

    def _as_outcome(self, delivery: deliveries.Delivery, result: calls.Result) -> _Ended:
        now = self._clock.now()
        match result:
            case calls.Flooded(pause):
                cool_down = self._cool_downs.add(delivery.row.person_id, now, pause)
                return _Ended(delivery, deliveries.NotSent(cool_down[1]), cool_down)
            case calls.Unsent():
                return _Ended(delivery, deliveries.NotSent(now))
            case _:
                return _Ended(delivery, result)

    async def _conclude(self) -> None:
        """Write down all outcomes that have arrived; one that cannot be written stops no other."""
        ended = tuple(self._ended)
        if not ended:
            return
        try:
            await self._store.perform(lambda tx: self._write(tx, ended))
        except Exception as error:  # noqa: BLE001 - whatever it was, each outcome by itself will tell
            logs.trouble("outcomes-failed", error=error, count=len(ended))
            await self._conclude_singly(ended)
        del self._ended[: len(ended)]

    async def _conclude_singly(self, ended: Sequence[_Ended]) -> None:
        """Write each outcome by itself; raises where it is the database that is away."""
        lost = 0
        for one in ended:
            try:
                await self._store.perform(functools.partial(self._write, ended=(one,)))
            except Exception as error:  # noqa: BLE001 - the next line raises where nothing can be written
                # A write, since a full disk can still be read; a pause that is over means nothing.
                await self._store.perform(lambda tx: tx.cool_down(_PROBE, self._clock.now()))
                logs.trouble("outcome-lost", kind=one.delivery.row.kind, error=error)
                lost += 1
        logs.event("outcomes-written", count=len(ended) - lost)

    async def _write(self, tx: ports.Transaction, ended: Sequence[_Ended]) -> None:
        now, sent = self._clock.now(), list[ports.ChatMessage]()
        for one in ended:
            if one.cool_down:
                await tx.cool_down(*one.cool_down)
        await tx.bring_outbox([one.delivery.row for one in ended])
        for one in ended:
            row = await tx.outbox(one.delivery.row.id)
            if row is not None and _is_open(row, one):
                await delivering.conclude(tx, row, one.outcome, now)
                sent += _sent(one, now)
                await _forget_message(tx, one)
        await tx.note_messages(sent)


def _is_open(row: model.Outbox, ended: _Ended) -> bool:
    """Say whether this is the row's last try: another process may have taken it over, and tried it again."""
    return row.state in _OPEN and row.attempts == ended.delivery.row.attempts


async def _due(tx: ports.Transaction, now: dt.datetime, bulk: int, urgent: int) -> Sequence[model.Outbox]:
    """Return what is due at the rate, and of what is urgent as much as there is room for."""
    rows = list(await tx.due_outbox(now, bulk, urgent=False)) if bulk else []
    if len(rows) < bulk or not urgent:
        return rows
    known = {row.id for row in rows}
    return rows + [row for row in await tx.due_outbox(now, urgent, urgent=True) if row.id not in known]


def _sent(ended: _Ended, now: dt.datetime) -> Sequence[ports.ChatMessage]:
    """Return the new message of the chat, where there is one."""
    accepted = ended.outcome if isinstance(ended.outcome, deliveries.Accepted) else None
    if accepted is None or accepted.message_id is None or ended.delivery.edits is not None:
        return ()
    person_id = ended.delivery.row.person_id
    return (ports.ChatMessage(person_id=person_id, message_id=accepted.message_id, incoming=False, at=now),)


async def _forget_message(tx: ports.Transaction, ended: _Ended) -> None:
    """Drop a message that was deleted."""
    delivery, gone = ended.delivery, isinstance(ended.outcome, deliveries.Accepted)
    if gone and delivery.edits is not None and delivery.screen is None:
        await tx.forget_messages(delivery.row.person_id, [delivery.edits])
