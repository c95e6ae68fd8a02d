"""The notice of the day's post: sent without content, and made to show what is true when its reader acts."""

import dataclasses
import datetime as dt

from bot.domain import breathers, model, pairing, schedule, sharing
from bot.usecases import deliveries, pauses, posting, reply, screens, support

AWAITED = dt.timedelta(hours=1)  # how long an edit waits for the outcome of the message it is to change


async def deliver(sheet: deliveries.Sheet) -> deliveries.Delivery | None:
    """Announce that there is something from the partner, if there still is, and the hour allows it."""
    notice = await sheet.tx.notice(sheet.row.subject or 0)
    half = await sheet.tx.living_half(sheet.person.id)
    if notice is None or half is None or notice.state is model.NoticeState.GONE:
        return await sheet.cancel()
    if not await _is_owed(sheet, notice, half):
        await sheet.tx.save(dataclasses.replace(notice, state=model.NoticeState.GONE))
        return await sheet.cancel()
    if sheet.row.attempts == 0 and await _postponed(sheet, notice):
        return None
    return await _announce(sheet, notice, half)


async def _is_owed(sheet: deliveries.Sheet, notice: model.Notice, half: model.Half) -> bool:
    """Say whether something is there that this notice speaks of, and both still live in the pair."""
    if not pairing.reaches(half, await sheet.tx.other_half(half)):
        return False
    if notice.showing is None:
        return bool(await sheet.tx.unopened_posts(sheet.person.id, half.pair_id))
    post = await sheet.tx.post(notice.showing)
    if post is None or post.state is not model.PostState.UNOPENED or post.pair_id != half.pair_id:
        return False
    original = await sheet.tx.share(post.to_share or post.share_id)
    return original is not None and original.state is model.ShareState.POSTED


async def _postponed(sheet: deliveries.Sheet, notice: model.Notice) -> bool:
    """Move a notice out of quiet hours, a rest, or a day that has had its notice; say whether it moved."""
    if notice.showing is not None:
        moment: dt.datetime | None = schedule.response_moment(sheet.person, sheet.now)
    else:
        moment = schedule.post_moment(
            dataclasses.replace(sheet.person, post_at=None), sheet.now, sheet.person.noticed_on
        )
    if moment is not None and moment <= sheet.now and _is_todays(sheet, notice):
        return False
    await sheet.cancel()
    await sheet.tx.save(dataclasses.replace(notice, state=model.NoticeState.GONE))
    if notice.showing is None:
        await posting.announce(sheet.tx, sheet.person.id, sheet.now, sheet.parts)
    elif moment is not None:
        await posting.plan(sheet.tx, sheet.person.id, notice.key, moment, sheet.parts)
    return True


def _is_todays(sheet: deliveries.Sheet, notice: model.Notice) -> bool:
    """Say whether a notice of post bears the local date that it is now."""
    return notice.showing is not None or notice.key == f"{schedule.local_date(sheet.person, sheet.now)}"


async def _announce(sheet: deliveries.Sheet, notice: model.Notice, half: model.Half) -> deliveries.Delivery:
    """Give the notice its number, note the day, and return its content-free cover."""
    arrivals = sheet.person.arrivals + (notice.n is None)
    sent = dataclasses.replace(
        notice, state=model.NoticeState.SENT, n=notice.n or arrivals, sent_at=notice.sent_at or sheet.now
    )
    await sheet.tx.save(sent)
    day = sheet.person.noticed_on if notice.showing else schedule.local_date(sheet.person, sheet.now)
    await sheet.tx.save(dataclasses.replace(sheet.person, arrivals=arrivals, noticed_on=day))
    delivery = dataclasses.replace(sheet.delivery(screens.cover(sent, half.partner)), protect=True)
    post = await sheet.tx.post(notice.showing) if notice.showing else None
    original = await sheet.tx.share(post.to_share) if post and post.to_share else None
    return dataclasses.replace(delivery, reply_to=original.message_id) if original else delivery


async def deliver_shown(sheet: deliveries.Sheet) -> deliveries.Delivery | None:
    """Make a notice's message show what is true now, or let it go."""
    notice = await sheet.tx.notice(sheet.row.subject or 0)
    if notice is None or notice.sent_at is None or _is_lost(sheet, notice):
        return await sheet.cancel()
    if notice.message_id is None:  # the notice itself is still on its way
        await _later(sheet, notice.sent_at)
        return None
    if notice.state is model.NoticeState.GONE:
        gone = None if sharing.is_deletable(notice, sheet.now) else screens.gone()
        return sheet.delivery(gone, notice.message_id)
    return await _showing(sheet, notice, notice.message_id)


async def _showing(sheet: deliveries.Sheet, notice: model.Notice, message_id: int) -> deliveries.Delivery | None:
    """Return a notice with its cover, or with the words that were opened."""
    post = await sheet.tx.post(notice.showing) if notice.showing else None
    half = (
        await sheet.tx.half(sheet.person.id, post.pair_id) if post else await sheet.tx.latest_half(sheet.person.id)
    )
    if half is None:
        return await sheet.cancel()
    if post is None or notice.state is not model.NoticeState.OPENED:
        return sheet.delivery(screens.cover(notice, half.partner), message_id)
    received = await sheet.tx.share(post.acknowledgement_id) if post.acknowledgement_id else None
    more = bool(await sheet.tx.unopened_posts(sheet.person.id, post.pair_id)) and pairing.reaches(
        half, await sheet.tx.other_half(half)
    )
    offered = sharing.acknowledgements(sheet.parts.catalogue.acknowledgements(sheet.person.locale), post)
    page = screens.Opened(notice, post, half, received, more, tuple(offered), _beside(sheet, notice, post))
    return sheet.delivery(page.screen(), message_id)


def _beside(sheet: deliveries.Sheet, notice: model.Notice, post: model.Post) -> support.Parts:
    """Return what stands beside opened words, for their reader alone: where help is, or a line of coaching."""
    if post.with_help:
        return (reply.text("support-beside"), *support.reach(sheet.parts.catalogue, sheet.person))
    if notice.menu is None and post.acknowledgement_id is None and sheet.person.memory.coached == post.n:
        return (reply.text(f"receiving-coach-{sharing.turn(post) + 1}"),)
    return ()


def _is_lost(sheet: deliveries.Sheet, notice: model.Notice) -> bool:
    """Say whether a notice that was sent long ago never came to have a message."""
    return notice.message_id is None and notice.sent_at is not None and sheet.now - notice.sent_at > AWAITED


async def _later(sheet: deliveries.Sheet, sent_at: dt.datetime) -> None:
    """Try again in a moment, which is the longer the longer it takes already."""
    pause = max(dt.timedelta(seconds=deliveries.BACK_OFF[1]), (sheet.now - sent_at) / 4)
    await sheet.tx.save(dataclasses.replace(sheet.row, due_at=sheet.now + pause))


async def deliver_posted(sheet: deliveries.Sheet) -> deliveries.Delivery | None:
    """Change the author's message once, when the share has left."""
    share = await sheet.tx.share(sheet.row.subject or 0)
    half = await sheet.tx.half(sheet.person.id, share.pair_id) if share else None
    if share is None or half is None or share.message_id is None:
        return await sheet.cancel()
    if share.state is model.ShareState.TAKEN and half.state is model.HalfState.ENDED:
        return sheet.delivery(screens.stayed(), share.message_id)
    if share.seal is not None and share.state in (model.ShareState.SEALED, model.ShareState.TAKEN):
        kept = await sheet.tx.reflection(share.reflection_id or 0)
        return sheet.delivery(screens.sealed(share, half, kept), share.message_id)
    if share.state is model.ShareState.COOLING and breathers.holds(sheet.person, sheet.now):
        return sheet.delivery(pauses.held(share, half.partner), share.message_id)
    if share.state is not model.ShareState.POSTED:
        return await sheet.cancel()
    return sheet.delivery(screens.posted(share, half.partner), share.message_id)
