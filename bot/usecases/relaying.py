"""Relays a voice note, picture, song or sticker that was opened, and takes it down again as far as it goes."""

import dataclasses
import datetime as dt

from bot.domain import model, sharing
from bot.usecases import deliveries, ports, reply, turns

BARRED = "voice-barred"  # menu of a notice: the reader's settings keep voice notes away
LOST = "not-through"  # menu of a notice: Telegram would not take it
MISSED = (BARRED, LOST)
FOR_GOOD = (model.Media.VOICE, model.Media.STICKER)  # what Telegram lets nobody swap for something else


async def relay(turn: turns.Turn, post: model.Post) -> None:
    """Send what was opened, once for each opening, unless it stands in the chat already."""
    if post.media is not model.Media.TEXT and post.relayed_as is None:
        row = _row(post, turn.now, turn.parts, model.Kind.RELAY)
        await turn.tx.add(dataclasses.replace(row, policy=model.Policy.AT_MOST_ONCE))


def _row(post: model.Post, now: dt.datetime, parts: turns.Parts, kind: model.Kind) -> model.Outbox:
    """Return an outbox row about what was opened, with a reply's priority."""
    made = parts.chance.id()
    return model.Outbox(
        id=made,
        key=f"{kind}:{made}",
        person_id=post.reader_id,
        kind=kind,
        policy=model.Policy.IDEMPOTENT,
        subject=post.id,
        urgent=True,
        due_at=now,
        message_id=post.relayed_as,
    )


async def deliver(sheet: deliveries.Sheet) -> deliveries.Delivery | None:
    """Send it, protected, below the words it belongs to, while they stand open."""
    post, notice = await _opened(sheet.tx, sheet.row)
    if post is None or notice is None or post.relayed_as is not None:
        return await sheet.cancel()
    screen = reply.Screen((), file=reply.File(post.media, post.file_id))
    return dataclasses.replace(sheet.delivery(screen), protect=True, reply_to=notice.message_id)


async def _opened(tx: ports.Transaction, row: model.Outbox) -> tuple[model.Post | None, model.Notice | None]:
    """Return what a row relays and the notice that shows its words, where they still do."""
    post = await tx.post(row.subject or 0)
    notice = await tx.notice(post.notice_id) if post is not None and post.notice_id is not None else None
    stands = notice is not None and notice.state is model.NoticeState.OPENED
    if post is None or notice is None or not stands or notice.showing != post.id:
        return None, None
    return (post, notice) if post.state is model.PostState.OPENED and post.file_id else (None, None)


async def arrived(tx: ports.Transaction, row: model.Outbox, message_id: int) -> None:
    """Note where it stands; where it was taken back or folded away on its way, the same row takes it down again."""
    post, _ = await _opened(tx, row)
    if post is not None and post.relayed_as is None:
        await tx.save(dataclasses.replace(post, relayed_as=message_id))
    else:
        await _go_on(tx, row, model.Kind.DROP, message_id)


async def refused(tx: ports.Transaction, row: model.Outbox, reason: str) -> None:
    """Let the same row tell the reader, and nobody else, that it did not come through."""
    post, notice = await _opened(tx, row)
    if post is not None and notice is not None:
        menu = BARRED if reason == deliveries.VOICE_BARRED else LOST
        await tx.save(dataclasses.replace(notice, menu=menu))
        await _go_on(tx, dataclasses.replace(row, subject=notice.id), model.Kind.SHOW, None)


async def _go_on(tx: ports.Transaction, row: model.Outbox, kind: model.Kind, message_id: int | None) -> None:
    """Let a row that has ended do one thing more."""
    pending, policy = model.OutboxState.PENDING, model.Policy.IDEMPOTENT
    await tx.save(
        dataclasses.replace(row, kind=kind, state=pending, policy=policy, message_id=message_id, attempts=0)
    )


async def drop(tx: ports.Transaction, post: model.Post, now: dt.datetime, parts: turns.Parts) -> None:
    """Take what was relayed down, where it stands in the chat."""
    if post.relayed_as is not None:
        await tx.add(_row(post, now, parts, model.Kind.DROP))


async def fold(turn: turns.Turn, post: model.Post) -> None:
    """Take it down while Telegram still deletes it, so that it can be opened again; later it stays where it is."""
    if post.relayed_as is not None and await _is_recent(turn.tx, turn.me.id, post.relayed_as, turn.now):
        await drop(turn.tx, post, turn.now, turn.parts)
        await turn.tx.save(dataclasses.replace(post, relayed_as=None))


async def _is_recent(tx: ports.Transaction, reader_id: int, message_id: int, now: dt.datetime) -> bool:
    """Say whether Telegram still lets the bot delete this message."""
    return any(one.message_id == message_id for one in await tx.chat_messages(reader_id, now - sharing.DELETABLE))


async def deliver_drop(sheet: deliveries.Sheet) -> deliveries.Delivery | None:
    """Delete it; later put a plain picture in its place; what allows neither stays."""
    post, message_id = await sheet.tx.post(sheet.row.subject or 0), sheet.row.message_id
    if message_id is None:
        return await sheet.cancel()
    if await _is_recent(sheet.tx, sheet.person.id, message_id, sheet.now):
        return sheet.delivery(None, message_id)
    if post is None or post.media in FOR_GOOD:
        return await sheet.cancel()
    return sheet.delivery(reply.Screen((), file=reply.File(model.Media.PHOTO)), message_id)
