"""The post between the two: handing over what has cooled off, announcing it once a day, taking it back."""

import dataclasses
import datetime as dt

from bot.domain import model, pairing, schedule, sharing, warmths
from bot.usecases import breathing, ours, ports, relaying, sealing, turns

WARM = "warmth:"  # begins the key of a notice that brings one warmth as it comes
BATCH = 100  # shares released in one short transaction


async def release_due(tx: ports.Transaction, now: dt.datetime, parts: turns.Parts) -> int:
    """Hand over every share whose cooling-off has ended; return how many."""
    due = await tx.due_shares(now, BATCH)
    for one in due:
        await release(tx, one, now, parts)
    return len(due)


async def release(tx: ports.Transaction, share: model.Share, now: dt.datetime, parts: turns.Parts) -> None:
    """Hand a share over: its author's message changes the same way whether or not anybody will read it."""
    if await breathing.hold(tx, share, now, parts):
        return
    if share.seal is not None:
        await _seal(tx, share, now, parts)
    else:
        await _hand_over(tx, share, now, parts)


async def _seal(tx: ports.Transaction, share: model.Share, now: dt.datetime, parts: turns.Parts) -> None:
    """Hand both over where the other's is sealed too; else let this one wait, which nobody is told."""
    other = await sealing.counterpart(tx, share)
    if other is not None and not await breathing.hold(tx, other, now, parts):
        await _hand_over(tx, share, now, parts)
        await _hand_over(tx, other, now, parts)
        return
    waiting = dataclasses.replace(share, state=model.ShareState.SEALED, leaves_at=now + sharing.SEALED_FOR)
    await tx.save(waiting)
    await _show_author(tx, waiting, now, parts)


async def lapse_due(tx: ports.Transaction, now: dt.datetime, parts: turns.Parts) -> int:
    """Give back what was sealed for long enough; nobody was told of it, so nobody left it unanswered."""
    due = await tx.due_sealed(now, BATCH)
    for share in due:
        lapsed = dataclasses.replace(share, state=model.ShareState.TAKEN, words="", file_id=None)
        await tx.save(lapsed)
        await _show_author(tx, lapsed, now, parts)
    return len(due)


async def _hand_over(tx: ports.Transaction, share: model.Share, now: dt.datetime, parts: turns.Parts) -> None:
    """Hand a share over, and let its author's message say so."""
    share = dataclasses.replace(share, state=model.ShareState.POSTED, leaves_at=now)
    await tx.save(share)
    await _show_author(tx, share, now, parts)
    mine = await tx.half(share.author_id, share.pair_id)
    theirs = await tx.other_half(mine) if mine is not None else None
    if mine is None or theirs is None or mine.state is not model.HalfState.LIVING:
        return
    await tx.lock(share.author_id, theirs.person_id)
    if share.kind is model.ShareKind.SHARE:
        await tx.add(_post(share, theirs.person_id, now, parts))
        if pairing.reaches(mine, theirs):
            await announce(tx, theirs.person_id, now, parts)
    elif pairing.reaches(mine, theirs) and share.kind is model.ShareKind.WARMTH:
        await _warm(tx, share, theirs.person_id, now, parts)
    elif pairing.reaches(mine, theirs):
        await _come_back(tx, share, theirs.person_id, now, parts)


def _post(share: model.Share, reader_id: int, now: dt.datetime, parts: turns.Parts) -> model.Post:
    """Return the reader's side of a share: how it may be answered, and no words yet."""
    return model.Post(
        id=parts.chance.id(),
        reader_id=reader_id,
        pair_id=share.pair_id,
        share_id=share.id,
        kind=share.kind,
        answering=share.answering,
        hard=share.hard,
        with_help=share.with_help,
        fits=share.fits,
        placed_at=now,
    )


async def stop(tx: ports.Transaction, half: model.Half, now: dt.datetime, parts: turns.Parts) -> None:
    """Keep back whatever the owner of this half was about to send, and let their message say so."""
    for share in await tx.undelivered_shares(half.person_id, half.pair_id):
        if share.state in (model.ShareState.COOLING, model.ShareState.SEALED):
            stopped = dataclasses.replace(share, state=model.ShareState.TAKEN, words="", file_id=None)
            await tx.save(stopped)
            await _show_author(tx, stopped, now, parts)


async def _show_author(tx: ports.Transaction, share: model.Share, now: dt.datetime, parts: turns.Parts) -> None:
    """Queue the one change of the author's message that comes when a share leaves, or will never leave."""
    if share.kind is model.ShareKind.ACKNOWLEDGEMENT:
        post = await tx.post(share.answers or 0)
        notice = await tx.notice(post.notice_id) if post and post.notice_id else None
        if notice is not None:
            await show(tx, notice, now, parts)
        return
    row = model.Outbox(
        id=parts.chance.id(),
        key=f"posted:{share.id}:{share.state}",
        person_id=share.author_id,
        kind=model.Kind.POSTED,
        policy=model.Policy.IDEMPOTENT,
        subject=share.id,
        urgent=True,
        due_at=now,
        message_id=share.message_id,
    )
    if share.message_id is not None:
        await tx.add(row)


async def announce(tx: ports.Transaction, reader_id: int, now: dt.datetime, parts: turns.Parts) -> None:
    """Plan the day's one notice for a reader, unless one is planned or lies unopened already."""
    reader = await tx.person(reader_id)
    half = await tx.living_half(reader_id)
    if reader is None or reader.blocked or half is None:
        return
    if any(sharing.is_of_the_day(one) for one in await tx.open_notices(reader_id)):
        return
    moment = schedule.post_moment(reader, now, reader.noticed_on)
    if moment is None or not await tx.unopened_posts(reader_id, half.pair_id):
        return
    await plan(tx, reader_id, schedule.local_date(reader, moment).isoformat(), moment, parts)


async def announce_anew(tx: ports.Transaction, reader_id: int, now: dt.datetime, parts: turns.Parts) -> None:
    """Plan the notice of the post once more, where the one that is planned was for another hour."""
    for notice in await tx.open_notices(reader_id):
        if notice.sent_at is None and sharing.is_of_the_day(notice):
            await tx.save(dataclasses.replace(notice, state=model.NoticeState.GONE))
            await tx.cancel_outbox(kind=model.Kind.NOTICE, subject=notice.id)
    await announce(tx, reader_id, now, parts)


async def announce_responses(tx: ports.Transaction, reader_id: int, now: dt.datetime, parts: turns.Parts) -> None:
    """Let what came back be announced when it now may, where it was planned for the end of a breather."""
    reader = await tx.person(reader_id)
    for notice in await tx.open_notices(reader_id):
        if reader is not None and notice.sent_at is None and notice.key.startswith("response:"):
            await tx.cancel_outbox(kind=model.Kind.NOTICE, subject=notice.id)
            await plan(tx, reader_id, notice.key, schedule.response_moment(reader, now), parts)


async def announce_tomorrow(
    tx: ports.Transaction, notice: model.Notice, now: dt.datetime, parts: turns.Parts
) -> None:
    """Announce on another day, in a new message, the one thing a notice that was cleared away stood for."""
    reader, post = await tx.person(notice.person_id), await tx.post(notice.showing or 0)
    if reader is None or post is None or post.state is not model.PostState.UNOPENED:
        return
    tomorrow = schedule.midnight(reader, schedule.local_date(reader, now) + schedule.DAY)
    key = f"{notice.key}:{parts.chance.id()}"
    again = await plan(tx, reader.id, key, schedule.response_moment(reader, tomorrow), parts)
    if again is not None:
        await tx.save(dataclasses.replace(again, showing=post.id))
        if post.notice_id == notice.id:
            await tx.save(dataclasses.replace(post, notice_id=again.id))


async def close_notices(tx: ports.Transaction, reader_id: int, now: dt.datetime, parts: turns.Parts) -> None:
    """Let every notice that was not opened go: what it speaks of can be opened no more."""
    for notice in await tx.open_notices(reader_id):
        await tx.save(dataclasses.replace(notice, state=model.NoticeState.GONE))
        await show(tx, notice, now, parts)


async def plan(
    tx: ports.Transaction, reader_id: int, key: str, due_at: dt.datetime, parts: turns.Parts
) -> model.Notice | None:
    """Plan a notice for that moment; one of the same key that never went out is used again."""
    notice = await tx.notice_keyed(reader_id, key)
    if notice is None:
        notice = model.Notice(id=parts.chance.id(), person_id=reader_id, key=key, due_at=due_at)
        await tx.add(notice)
    elif notice.sent_at is None:
        notice = dataclasses.replace(notice, state=model.NoticeState.PLANNED, due_at=due_at)
        await tx.save(notice)
    else:
        return None
    await tx.add(
        model.Outbox(
            id=parts.chance.id(),
            key=f"notice:{notice.id}:{parts.chance.id()}",
            person_id=reader_id,
            kind=model.Kind.NOTICE,
            policy=model.Policy.AT_LEAST_ONCE,
            subject=notice.id,
            due_at=due_at,
        )
    )
    return notice


async def _come_back(
    tx: ports.Transaction, share: model.Share, reader_id: int, now: dt.datetime, parts: turns.Parts
) -> None:
    """Place a response for the author of what it answers, and announce it outside quiet hours."""
    answered = await tx.post(share.answers or 0)
    original = await tx.share(answered.share_id) if answered else None
    reader = await tx.person(reader_id)
    if original is None or reader is None or original.state is not model.ShareState.POSTED:
        return
    post = dataclasses.replace(_post(share, reader_id, now, parts), to_share=original.id)
    await tx.add(post)
    notice = await plan(tx, reader_id, f"response:{post.id}", schedule.response_moment(reader, now), parts)
    if notice is not None:
        await tx.save(dataclasses.replace(notice, showing=post.id))


async def _warm(
    tx: ports.Transaction, share: model.Share, reader_id: int, now: dt.datetime, parts: turns.Parts
) -> None:
    """Bring a warmth in the way its reader chose: now, with the post, or not before that changes."""
    reader = await tx.person(reader_id)
    way = warmths.way(reader) if reader is not None else model.Warmths.HOLD
    if reader is None or way is model.Warmths.HOLD:
        return
    post = _post(share, reader_id, now, parts)
    if way is model.Warmths.POST:
        await tx.add(post)
        await announce(tx, reader_id, now, parts)
        return
    notice = await plan(tx, reader_id, f"{WARM}{post.id}", schedule.after_quiet(reader, now), parts)
    if notice is not None:
        await tx.add(dataclasses.replace(post, notice_id=notice.id))
        await tx.save(dataclasses.replace(notice, showing=post.id))


async def place_held(tx: ports.Transaction, half: model.Half, now: dt.datetime, parts: turns.Parts) -> None:
    """Let the warmths that were held for the owner of this half go with their post."""
    theirs = await tx.other_half(half)
    if theirs is None or not pairing.reaches(half, theirs):
        return
    for share in await tx.held_warmths(theirs.person_id, half.pair_id):
        await tx.add(_post(share, half.person_id, now, parts))
    await announce(tx, half.person_id, now, parts)


async def show(tx: ports.Transaction, notice: model.Notice, now: dt.datetime, parts: turns.Parts) -> None:
    """Queue an edit that makes a notice's message show what is true by then."""
    await tx.add(
        model.Outbox(
            id=parts.chance.id(),
            key=f"show:{parts.chance.id()}",
            person_id=notice.person_id,
            kind=model.Kind.SHOW,
            policy=model.Policy.IDEMPOTENT,
            subject=notice.id,
            urgent=True,
            due_at=now,
        )
    )


async def take_back(tx: ports.Transaction, share: model.Share, now: dt.datetime, parts: turns.Parts) -> None:
    """Erase a share's words on both sides, and mend the message that announced or shows them."""
    await tx.save(dataclasses.replace(share, state=model.ShareState.TAKEN, words="", file_id=None, seal=None))
    post = await tx.post_of_share(share.id)
    if post is not None and post.state is not model.PostState.GONE:
        await withdraw(tx, post, now, parts)
    await ours.mend(tx, share.author_id, now, parts)


async def withdraw(tx: ports.Transaction, post: model.Post, now: dt.datetime, parts: turns.Parts) -> None:
    """Make a post go: its words here, and what stands on the reader's phone."""
    await tx.lock(post.reader_id)
    await tx.save(dataclasses.replace(post, state=model.PostState.GONE, words=None, file_id=None))
    await relaying.drop(tx, post, now, parts)
    notices = [await tx.notice(post.notice_id)] if post.notice_id else list(await tx.open_notices(post.reader_id))
    for notice in notices:
        if notice is not None and _concerns(notice, post):
            await _mend(tx, notice, post, now, parts)
    if post.state is model.PostState.OPENED:
        await ours.mend(tx, post.reader_id, now, parts)


def _concerns(notice: model.Notice, post: model.Post) -> bool:
    """Say whether a notice stands for this post: it shows it, or covers the day's unopened ones."""
    if notice.showing is not None:
        return notice.showing == post.id
    return sharing.comes_by_post(post) and sharing.is_of_the_day(notice)


async def _mend(
    tx: ports.Transaction, notice: model.Notice, post: model.Post, now: dt.datetime, parts: turns.Parts
) -> None:
    """Let a notice fall back to what else was opened in it, or to its cover where more waits; else make it go."""
    waiting = (
        sharing.comes_by_post(post)
        and not notice.key.startswith(WARM)
        and await tx.unopened_posts(post.reader_id, post.pair_id)
    )
    if notice.sent_at is None:
        if not waiting:
            await tx.save(dataclasses.replace(notice, state=model.NoticeState.GONE, showing=None))
        return
    opened = await tx.posts_of_notice(notice.id)
    if opened:
        notice = dataclasses.replace(notice, showing=opened[-1].id, menu=None)
    else:
        state = model.NoticeState.SENT if waiting else model.NoticeState.GONE
        notice = dataclasses.replace(notice, state=state, showing=None, menu=None)
    await tx.save(notice)
    await show(tx, notice, now, parts)


async def withdraw_unopened(
    tx: ports.Transaction, author_id: int, pair_id: int, now: dt.datetime, parts: turns.Parts
) -> None:
    """Withdraw everything of this author that the partner has not opened."""
    for share in await tx.undelivered_shares(author_id, pair_id):
        post = await tx.post_of_share(share.id)
        if post is not None and post.state is model.PostState.UNOPENED:
            await withdraw(tx, post, now, parts)
