"""What may be sent now: checks every outbox row again before it leaves, and writes down what became of it."""

import dataclasses
import datetime as dt
from collections.abc import Awaitable, Callable, Mapping

from bot.domain import ladder, model
from bot.usecases import (
    asking,
    breathing,
    deliveries,
    drawer,
    exporting,
    going_on,
    noticing,
    ours,
    pairing,
    picturing,
    ports,
    relaying,
    turns,
)

Check = Callable[[deliveries.Sheet], Awaitable[deliveries.Delivery | None]]


async def _deliver_line(sheet: deliveries.Sheet) -> deliveries.Delivery | None:
    """Let the journey of a line check it."""
    if (sheet.row.text or "").startswith("breathers-"):
        return await breathing.deliver_line(sheet)
    return await pairing.deliver_line(sheet)


# One line adds a kind of row: its journey checks it, and says what to send.
CHECKS: Mapping[model.Kind, Check] = {
    model.Kind.ASK: asking.deliver,
    model.Kind.NOTICE: noticing.deliver,
    model.Kind.SHOW: noticing.deliver_shown,
    model.Kind.POSTED: noticing.deliver_posted,
    model.Kind.LINE: _deliver_line,
    model.Kind.RELAY: relaying.deliver,
    model.Kind.DROP: relaying.deliver_drop,
    model.Kind.OURS: ours.deliver,
    model.Kind.DRAWER: drawer.deliver,
    model.Kind.FOUR_WEEKS: going_on.deliver,
    model.Kind.LOOK_BACK: picturing.deliver,
    model.Kind.EXPORT: exporting.deliver,
}


async def prepare(
    tx: ports.Transaction, row: model.Outbox, now: dt.datetime, parts: turns.Parts
) -> deliveries.Delivery | None:
    """Check a due row once more and mark it sending; return None where it must not leave, or not yet."""
    person = await tx.person(row.person_id)
    chat_id = await tx.telegram_id(row.person_id)
    if person is None or chat_id is None:  # forgotten, and the row with them
        return None
    if person.blocked:
        await deliveries.end(tx, row, model.OutboxState.HELD)
        return None
    sheet = deliveries.Sheet(tx, row, now, parts, person, chat_id)
    delivery = await CHECKS[row.kind](sheet)
    if delivery is None:
        return None
    row = dataclasses.replace(delivery.row, state=model.OutboxState.SENDING, attempts=row.attempts + 1)
    await tx.save(row)
    return dataclasses.replace(delivery, row=row)


async def conclude(tx: ports.Transaction, row: model.Outbox, outcome: deliveries.Outcome, now: dt.datetime) -> None:
    """Write down what became of a send."""
    match outcome:
        case deliveries.Accepted(message_id):
            await _sent(tx, row, message_id)
        case deliveries.NotSent(retry_at):
            await _again(tx, row, max(retry_at, now + _wait(row)))
        case deliveries.Unknown():
            await _unknown(tx, row, now)
        case deliveries.Refused(reason):
            await deliveries.end(tx, row, model.OutboxState.FAILED)
            if row.kind is model.Kind.RELAY:
                await relaying.refused(tx, row, reason)
            await _never_came(tx, row)
            await _let_go(tx, row)
        case deliveries.Blocked():
            await deliveries.end(tx, row, model.OutboxState.HELD)
            await _never_came(tx, row)
            await block(tx, row.person_id)


async def _sent(tx: ports.Transaction, row: model.Outbox, message_id: int | None) -> None:
    """Note the new message's id where later edits will need it."""
    await tx.save(dataclasses.replace(row, state=model.OutboxState.SENT, message_id=message_id or row.message_id))
    if message_id is not None and row.kind is model.Kind.OURS:
        await ours.shown(tx, row, message_id)
    if message_id is not None and row.kind is model.Kind.EXPORT:
        await exporting.arrived(tx, row)
    if message_id is None or row.subject is None:
        return
    if row.kind is model.Kind.ASK:
        ask = await tx.ask(row.subject)
        if ask is not None:
            await tx.save(dataclasses.replace(ask, message_id=message_id))
    elif row.kind is model.Kind.LINE:
        await breathing.shown(tx, row, message_id)
    elif row.kind is model.Kind.RELAY:
        await relaying.arrived(tx, row, message_id)
    elif row.kind is model.Kind.NOTICE:
        notice = await tx.notice(row.subject)
        if notice is not None and notice.message_id is None:
            await tx.save(dataclasses.replace(notice, message_id=message_id))


async def _let_go(tx: ports.Transaction, row: model.Outbox) -> None:
    """Let go of a notice that Telegram will never take, so that the next one is not held back by it."""
    notice = await tx.notice(row.subject or 0) if row.kind is model.Kind.NOTICE else None
    if notice is not None and notice.message_id is None:
        await tx.save(dataclasses.replace(notice, state=model.NoticeState.GONE))


async def _never_came(tx: ports.Transaction, row: model.Outbox) -> None:
    """Close an ask that certainly reached nobody: no later words are taken for its answer."""
    ask = await tx.ask(row.subject or 0) if row.kind is model.Kind.ASK else None
    if ask is not None and ask.message_id is None and ask.state is model.AskState.SENT:
        await tx.save(dataclasses.replace(ask, state=model.AskState.LAPSED, sent_at=None))
        person = await tx.person(row.person_id)
        if person is not None:
            await tx.save(ladder.fold(person, ladder.NeverCame(ask.local_date)))


async def _unknown(tx: ports.Transaction, row: model.Outbox, now: dt.datetime) -> None:
    """At most once: leave it at that. Else: try again."""
    if row.policy is model.Policy.AT_MOST_ONCE:
        await deliveries.end(tx, row, model.OutboxState.UNKNOWN)
    else:
        await _again(tx, row, now + _wait(row))


async def _again(tx: ports.Transaction, row: model.Outbox, due_at: dt.datetime) -> None:
    """Make a row pending again."""
    await tx.save(dataclasses.replace(row, state=model.OutboxState.PENDING, due_at=due_at))


def _wait(row: model.Outbox) -> dt.timedelta:
    """Return how long a row waits after this many tries."""
    return dt.timedelta(seconds=deliveries.BACK_OFF[min(row.attempts, len(deliveries.BACK_OFF)) - 1])


async def block(tx: ports.Transaction, person_id: int) -> None:
    """Stop a person's schedule: they blocked the bot; nobody else learns of it."""
    person = await tx.person(person_id)
    if person is not None:
        await tx.save(dataclasses.replace(person, blocked=True, next_ask_at=None))
        await tx.hold_outbox(person_id)
