"""Keeps the outbox, its cool-downs, and which messages stand in whose chat."""

import dataclasses
import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from bot.domain import breathers, model
from bot.store import bringing, session, tables
from bot.store.session import Lock
from bot.usecases import ports

_outbox = tables.outbox
_cooldowns = tables.cooldowns
_messages = tables.messages
_CLOCK = "clock"
_APART = dt.timedelta(minutes=1)
_NOTED = {field.name: _messages.c[field.name] for field in dataclasses.fields(ports.ChatMessage)}
_held = _outbox.c.state == model.OutboxState.HELD


def _earliest() -> sa.Select[Any]:
    """Return the first moment of each kind at which something is due, breathers that were asked about last."""
    pauses = tables.breathers.c
    kinds = (
        (_outbox.c.due_at, tables.PENDING),
        (tables.shares.c.leaves_at, tables.COOLING),
        (tables.shares.c.leaves_at, tables.SEALED),
        (pauses.leaves_at, tables.CALLED),
        (pauses.until, tables.GOING & (pauses.state == model.BreatherState.RUNNING)),
        (pauses.until, tables.GOING & (pauses.state == model.BreatherState.ASKED)),
    )
    return sa.select(*(sa.select(sa.func.min(when)).where(which).scalar_subquery() for when, which in kinds))


_EARLIEST = _earliest()  # asked after every transaction, and always the same


class Sending(session.Session):
    """The part of a transaction that knows what goes out."""

    async def outbox(self, outbox_id: int) -> model.Outbox | None:
        """Return and lock a row of the outbox."""
        return self._memory.brought(bringing.OUTBOX).get(outbox_id) or await self._find(
            model.Outbox, _outbox.c.id == outbox_id, lock=Lock.WAIT
        )

    async def due_outbox(self, now: dt.datetime, limit: int, *, urgent: bool) -> Sequence[model.Outbox]:
        """Return and lock pending rows that are due, earliest first; only urgent ones where asked."""
        due = [tables.PENDING, _outbox.c.due_at <= now, *([_outbox.c.urgent] if urgent else [])]
        order = (_outbox.c.due_at, _outbox.c.id)
        return await self._every(model.Outbox, *due, order=order, limit=limit, lock=Lock.SKIP)

    async def next_due(self) -> dt.datetime | None:
        """Return the earliest moment at which an outbox row, a cooling share or a breather is due."""
        *moments, asked = (await self._connection.execute(_EARLIEST)).one()
        closes = asked + breathers.GRACE if asked else None
        return min((moment for moment in (*moments, closes) if moment is not None), default=None)

    def queued(self) -> bool:
        """Say whether this transaction wrote anything that may be due some time."""
        return self._memory.wrote(_outbox, tables.shares, tables.breathers)

    async def cancel_outbox(self, *, kind: model.Kind, subject: int) -> None:
        """Cancel pending rows about this subject."""
        about = (tables.PENDING, _outbox.c.kind == kind, _outbox.c.subject == subject)
        await self._connection.execute(sa.update(_outbox).where(*about).values(state=model.OutboxState.CANCELLED))

    async def hold_outbox(self, person_id: int) -> None:
        """Hold everything pending for a person who cannot be reached."""
        theirs = (_outbox.c.person_id == person_id, tables.PENDING)
        await self._connection.execute(sa.update(_outbox).where(*theirs).values(state=model.OutboxState.HELD))

    async def free_outbox(self, person_id: int, now: dt.datetime) -> None:
        """Make what was held for this person pending again, due from now; prompts among it lapse."""
        held = (_outbox.c.person_id == person_id, _held)
        prompts = (*held, _outbox.c.kind == model.Kind.ASK)
        asks = tables.asks
        subjects = sa.select(_outbox.c.subject).where(*prompts)
        planned = (asks.c.id.in_(subjects), asks.c.state == model.AskState.PLANNED)
        pending = {"state": model.OutboxState.PENDING, "due_at": _not_before(now)}
        for statement in (
            sa.update(asks).where(*planned).values(state=model.AskState.LAPSED),
            sa.update(_outbox).where(*prompts).values(state=model.OutboxState.CANCELLED),
            sa.update(_outbox).where(*held).values(pending),
        ):
            await self._connection.execute(statement)

    async def recover_outbox(self, now: dt.datetime) -> None:
        """After a crash: rows caught sending end unknown (at most once) or become pending again, due from now."""
        once = _outbox.c.policy == model.Policy.AT_MOST_ONCE
        unknown = sa.update(_outbox).where(tables.SENDING, once).values(state=model.OutboxState.UNKNOWN)
        await self._connection.execute(unknown)
        again = {"state": model.OutboxState.PENDING, "due_at": _not_before(now)}
        await self._connection.execute(sa.update(_outbox).where(tables.SENDING).values(again))

    async def unsend_outbox(self, known: Collection[int], now: dt.datetime) -> None:
        """Make rows pending again that are marked as being sent, but for those that are known to be."""
        lost = (tables.SENDING, _outbox.c.id.not_in(known))
        again = {"state": model.OutboxState.PENDING, "due_at": _not_before(now)}
        await self._connection.execute(sa.update(_outbox).where(*lost).values(again))

    async def cool_down(self, scope: str, until: dt.datetime) -> None:
        """Remember that nothing may be sent before `until`: scope `all`, or a person's id; the later one stands."""
        insert = self._upsert(_cooldowns).values(scope=scope, until=until)
        later = insert.excluded.until > _cooldowns.c.until
        extend = insert.on_conflict_do_update(index_elements=["scope"], set_={"until": until}, where=later)
        await self._connection.execute(extend)

    async def cool_downs(self, now: dt.datetime) -> Mapping[str, dt.datetime]:
        """Return the cool-downs that still hold."""
        held = sa.select(_cooldowns.c.scope, _cooldowns.c.until).where(_cooldowns.c.until > now)
        return {row.scope: row.until for row in await self._connection.execute(held)}

    async def ran_ahead(self, now: dt.datetime) -> bool:
        """Note the time; return whether a later one stands noted, by more than two machines' clocks may differ."""
        value = sa.select(tables.meta.c.value).where(tables.meta.c.key == _CLOCK)
        noted = (await self._connection.execute(value)).scalar_one_or_none()
        if noted is not None and noted > (now + _APART).timestamp():
            return True
        await self.note_time(now)
        return False

    async def note_time(self, now: dt.datetime) -> None:
        """Note the time, whatever was noted before."""
        seconds = int(now.timestamp())
        insert = self._upsert(tables.meta).values(key=_CLOCK, value=seconds)
        await self._connection.execute(
            insert.on_conflict_do_update(index_elements=["key"], set_={"value": seconds})
        )

    async def note_messages(self, messages: Sequence[ports.ChatMessage]) -> None:
        """Remember messages that stand in chats; nothing of somebody who was forgotten meanwhile."""
        if messages:
            insert = self._upsert(_messages).from_select(list(_NOTED), _those_of_people())
            values = [dataclasses.asdict(message) for message in messages]
            await self._connection.execute(insert.on_conflict_do_nothing(), values)

    async def chat_messages(self, person_id: int, since: dt.datetime) -> Sequence[ports.ChatMessage]:
        """Return the messages of this person's chat since then, oldest first."""
        theirs = sa.select(*_NOTED.values()).where(_messages.c.person_id == person_id, _messages.c.at >= since)
        found = await self._connection.execute(theirs.order_by(_messages.c.at, _messages.c.message_id))
        return [ports.ChatMessage(**row) for row in found.mappings()]

    async def forget_messages(self, person_id: int, message_ids: Sequence[int]) -> None:
        """Drop messages that were deleted."""
        gone = (_messages.c.person_id == person_id, _messages.c.message_id.in_(message_ids))
        await self._connection.execute(sa.delete(_messages).where(*gone))


def _those_of_people() -> sa.Select[Any]:
    """Return one message, by bound values, if its person exists."""
    values = [sa.bindparam(name, type_=column.type) for name, column in _NOTED.items()]
    return sa.select(*values).where(sa.exists().where(tables.persons.c.id == sa.bindparam("person_id")))


def _not_before(now: dt.datetime) -> sa.ColumnElement[dt.datetime]:
    """Return a row's due moment, or now where that has passed."""
    return sa.case((_outbox.c.due_at > now, _outbox.c.due_at), else_=sa.literal(now, _outbox.c.due_at.type))
