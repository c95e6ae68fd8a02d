"""Receiving, as the reader meets it: open, receive with a tap, fold away, one reply where it was wished for."""

import dataclasses
import datetime as dt

from bot.domain import coaching, model, pairing, refusals, sharing, wording
from bot.usecases import posting, reflecting, relaying, reply, screens, turns, weighing

OTHERS = "others"  # the menu with more ways to receive
OWN = "receive"  # dialog: the next text is an acknowledgement in one's own words
WRITE = "write-back"  # dialog: the next text is the one reply
ANSWER = "answer-back"  # dialog: the next text answers a question that came back


async def open_(turn: turns.Turn, n: int) -> reply.Reply:
    """Open a notice: show the oldest unopened words in its message, or again what was folded away."""
    notice = await _notice(turn, n)
    post = await _shown(turn, notice)
    again = notice.state is not model.NoticeState.OPENED or notice.menu in relaying.MISSED
    if post is None or post.state is model.PostState.UNOPENED:
        post, again = await _read(turn, post, notice), True
    if again:
        await relaying.relay(turn, post)
    doubled = notice.message_id if notice.message_id not in (None, turn.message_id) else None
    notice = dataclasses.replace(
        notice, state=model.NoticeState.OPENED, showing=post.id, menu=None, message_id=turn.message_id
    )
    await turn.tx.save(notice)
    await posting.show(turn.tx, notice, turn.now, turn.parts)
    return reply.of(reply.Delete((doubled,))) if doubled else reply.Reply()


async def next_(turn: turns.Turn, n: int) -> reply.Reply:
    """Show the next unopened words in the same message, while it speaks of the same pair."""
    notice = await _notice(turn, n)
    post, half = await _shown(turn, notice), await turn.tx.living_half(turn.me.id)
    if post is not None and (half is None or post.pair_id != half.pair_id):
        raise refusals.NothingOpen
    if post is not None:
        await relaying.fold(turn, post)
    await turn.tx.save(dataclasses.replace(notice, showing=None))
    return await open_(turn, n)


async def _notice(turn: turns.Turn, n: int) -> model.Notice:
    """Return this person's notice number n, not gone."""
    notice = await turn.tx.notice_numbered(turn.me.id, n)
    if notice is None or notice.state is model.NoticeState.GONE:
        raise refusals.NothingOpen
    return notice


async def _shown(turn: turns.Turn, notice: model.Notice) -> model.Post | None:
    """Return the post that a notice stands for, where it stands for one that is not gone."""
    post = await turn.tx.post(notice.showing) if notice.showing else None
    return post if post is not None and post.state is not model.PostState.GONE else None


async def _read(turn: turns.Turn, post: model.Post | None, notice: model.Notice) -> model.Post:
    """Write the words again under the reader's own key, at the first opening: these, or the oldest unopened."""
    half = await turn.tx.living_half(turn.me.id)
    if half is None or not pairing.reaches(half, await turn.tx.other_half(half)):
        raise refusals.NothingOpen
    waiting = [post] if post is not None else await turn.tx.unopened_posts(turn.me.id, half.pair_id)
    share = await turn.tx.share(waiting[0].share_id) if waiting else None
    if share is None or share.state is not model.ShareState.POSTED or share.pair_id != half.pair_id:
        raise refusals.NothingOpen
    turn.change(arrivals=turn.me.arrivals + 1)
    if share.kind is model.ShareKind.SHARE:
        turn.change(memory=coaching.opened(turn.me.memory, turn.me.arrivals))
    if turn.me.newest is not None:
        turn.change(newest="post:" + turn.me.newest.partition(":")[2])
    opened = dataclasses.replace(
        waiting[0],
        state=model.PostState.OPENED,
        n=turn.me.arrivals,
        words=share.words,
        media=share.media,
        file_id=share.file_id,
        notice_id=notice.id,
    )
    await turn.tx.save(opened)
    return opened


async def fold(turn: turns.Turn, n: int) -> reply.Reply:
    """Fold words away behind their cover; they stay where they can be opened again."""
    post, notice = await _open_post(turn, n)
    await relaying.fold(turn, post)
    notice = dataclasses.replace(notice, state=model.NoticeState.FOLDED, showing=post.id, menu=None)
    await turn.tx.save(notice)
    await posting.show(turn.tx, notice, turn.now, turn.parts)
    return reply.Reply()


async def others(turn: turns.Turn, n: int, option: int) -> reply.Reply:
    """Unfold (1) or close (0) the other ways to receive."""
    _, notice = await _open_post(turn, n)
    if option not in (0, 1):
        raise refusals.NothingOpen
    notice = dataclasses.replace(notice, menu=OTHERS if option else None)
    await turn.tx.save(notice)
    await posting.show(turn.tx, notice, turn.now, turn.parts)
    return reply.Reply()


async def _open_post(turn: turns.Turn, n: int) -> tuple[model.Post, model.Notice]:
    """Return this reader's opened post number n and the notice it is shown in."""
    post = await turn.tx.post_numbered(turn.me.id, n)
    if post is None or post.state is not model.PostState.OPENED or post.notice_id is None:
        raise refusals.NothingOpen
    notice = await turn.tx.notice(post.notice_id)
    if notice is None or notice.state is model.NoticeState.GONE:
        raise refusals.NothingOpen
    return post, notice


async def acknowledge(turn: turns.Turn, n: int, option: int) -> reply.Reply:
    """Receive with one of the ready acknowledgements."""
    post, notice = await _receivable(turn, n)
    offered = sharing.acknowledgements(turn.parts.catalogue.acknowledgements(turn.me.locale), post)
    if not 0 <= option < len(offered):
        raise refusals.NothingOpen
    await _received(
        turn, post, notice, _response(turn, post, model.ShareKind.ACKNOWLEDGEMENT, offered[option].label)
    )
    return reply.Reply()


async def own_words(turn: turns.Turn, n: int) -> reply.Reply:
    """Invite an acknowledgement in the reader's own words, short enough for a button."""
    post, _ = await _receivable(turn, n)
    turn.change(dialog=f"{OWN}:{post.n}")
    limit = wording.ACKNOWLEDGEMENT_LIMIT
    return reply.of(reply.Say(reply.screen(reply.text("receiving-own-words", limit=limit))))


async def receive_in_words(turn: turns.Turn, n: int, words: str) -> reply.Reply:
    """Receive with typed words; longer ones are kept as a draft, and the reader is told."""
    post, notice = await _receivable(turn, n)
    if wording.units(words) > wording.ACKNOWLEDGEMENT_LIMIT:
        return await _too_long(turn, words, wording.ACKNOWLEDGEMENT_LIMIT)
    turn.change(dialog=None)
    response = _response(turn, post, model.ShareKind.ACKNOWLEDGEMENT, words)
    stopped = await weighing.stop(turn, response, look=False)
    if stopped is not None:
        return stopped
    await _received(turn, post, notice, response)
    return reply.of(reflecting.mark(turn, turn.message_id)) if turn.message_id else reply.Reply()


async def _receivable(turn: turns.Turn, n: int) -> tuple[model.Post, model.Notice]:
    """Return an opened share that was not yet acknowledged, while the pair lives on this side."""
    post, notice = await _open_post(turn, n)
    half = await turn.tx.half(turn.me.id, post.pair_id)
    if post.kind is not model.ShareKind.SHARE or post.acknowledgement_id is not None:
        raise refusals.NothingOpen
    if not pairing.can_share(half):
        raise refusals.NoPartner
    return post, notice


async def _received(turn: turns.Turn, post: model.Post, notice: model.Notice, response: model.Share) -> None:
    """Let an acknowledgement leave in ten seconds, and show it under the words it receives."""
    response = await _going(turn, response)
    await turn.tx.save(dataclasses.replace(post, acknowledgement_id=response.id))
    notice = dataclasses.replace(notice, menu=None)
    await turn.tx.save(notice)
    if response.state is model.ShareState.COOLING:
        await posting.show(turn.tx, notice, turn.now, turn.parts)
    else:
        await posting.release(turn.tx, response, turn.now, turn.parts)


def _response(turn: turns.Turn, post: model.Post, kind: model.ShareKind, words: str) -> model.Share:
    """Return a response that is not yet on its way."""
    return model.Share(
        id=turn.parts.chance.id(),
        author_id=turn.me.id,
        pair_id=post.pair_id,
        n=turn.number(),
        kind=kind,
        words=words,
        answers=post.id,
        created_at=turn.now,
    )


async def _going(turn: turns.Turn, response: model.Share) -> model.Share:
    """Write a response down; it leaves when its moment to think again has passed."""
    wait = int(sharing.UNDO_RESPONSE.total_seconds()) if turn.parts.undo is None else turn.parts.undo
    state = model.ShareState.COOLING if wait else model.ShareState.POSTED
    going = dataclasses.replace(response, state=state, leaves_at=turn.now + dt.timedelta(seconds=wait))
    if response.state is model.ShareState.HELD:
        await turn.tx.save(going)
    else:
        await turn.tx.add(going)
    return going


async def leave(turn: turns.Turn, response: model.Share) -> reply.Reply:
    """Let a response that was kept back leave after all, where there is still room for it."""
    post = await turn.tx.post(response.answers or 0)
    if post is None or post.n is None:
        raise refusals.NothingOpen
    turn.change(dialog=None)
    if response.kind is model.ShareKind.REPLY:
        return await _replied(turn, await _writable(turn, post.n), response)
    post, notice = await _receivable(turn, post.n)
    await _received(turn, post, notice, response)
    return reply.of(reply.Delete((turn.message_id,))) if turn.message_id else reply.Reply()


async def undo(turn: turns.Turn, n: int) -> reply.Reply:
    """Stop a response before it leaves."""
    response = await turn.tx.share_numbered(turn.me.id, n)
    if response is None or response.answers is None:
        raise refusals.NothingOpen
    if response.state is not model.ShareState.COOLING:
        raise refusals.AlreadyLeft
    post = await turn.tx.post(response.answers or 0)
    if post is None:
        raise refusals.NothingOpen
    await turn.tx.remove(response)
    if response.kind is model.ShareKind.REPLY:
        await turn.tx.save(dataclasses.replace(post, replied=False))
        shown = reply.screen(reply.text("receiving-reply-undone"))
        return reply.of(reply.Edit(response.message_id, shown) if response.message_id else reply.Say(shown))
    await turn.tx.save(dataclasses.replace(post, acknowledgement_id=None))
    notice = await turn.tx.notice(post.notice_id or 0)
    if notice is not None:
        await posting.show(turn.tx, notice, turn.now, turn.parts)
    return reply.Reply()


async def write_back(turn: turns.Turn, n: int) -> reply.Reply:
    """Invite the one reply that the author of a share wished for."""
    post = await _writable(turn, n)
    turn.change(dialog=f"{WRITE}:{post.n}")
    shown = reply.screen(reply.text("receiving-write-back", limit=wording.REPLY_LIMIT))
    return reply.of(reply.Say(shown))


async def _writable(turn: turns.Turn, n: int) -> model.Post:
    """Return an opened post that may be answered in words: its author asked for them, and none were said."""
    post, _ = await _open_post(turn, n)
    if not pairing.can_share(await turn.tx.half(turn.me.id, post.pair_id)):
        raise refusals.NoPartner
    if post.replied:
        raise refusals.OneReplyOnly
    if not sharing.words_allowed(post):
        raise refusals.NoWordsHere
    return post


async def reply_in_words(turn: turns.Turn, n: int, words: str) -> reply.Reply:
    """Let the one reply leave in ten seconds, with its words shown and an undo."""
    post = await _writable(turn, n)
    if wording.units(words) > wording.REPLY_LIMIT:
        return await _too_long(turn, words, wording.REPLY_LIMIT)
    turn.change(dialog=None)
    response = _response(turn, post, model.ShareKind.REPLY, words)
    return await weighing.stop(turn, response, look=True) or await _replied(turn, post, response)


async def _replied(turn: turns.Turn, post: model.Post, response: model.Share) -> reply.Reply:
    """Let a reply leave, and show its author what leaves."""
    response = await _going(turn, response)
    await turn.tx.save(dataclasses.replace(post, replied=True))
    half = await turn.tx.half(turn.me.id, post.pair_id)
    name = half.partner if half else ""
    if response.state is not model.ShareState.COOLING:
        await posting.release(turn.tx, response, turn.now, turn.parts)
        return _sent(turn, response, screens.posted(response, name))
    row = ((reply.Button(reply.text("button-undo"), "undo-response", response.n),),)
    line = reply.text("receiving-reply-leaving", partner=name)
    return _sent(turn, response, reply.screen(line, reply.Words(response.words, quoted=True), rows=row))


def _sent(turn: turns.Turn, response: model.Share, shown: reply.Screen) -> reply.Reply:
    """Return the author's screen: in the message that showed the reply already, or in one it learns of."""
    if turn.tapped and response.message_id is not None:
        return reply.of(reply.Edit(response.message_id, shown))
    return reply.of(reply.Say(shown, share_id=response.id))


async def _too_long(turn: turns.Turn, words: str, limit: int) -> reply.Reply:
    """Keep what is too long for its place as a draft, and say what fits; the place stays open."""
    return await reflecting.draft(turn, words, reply.text("receiving-too-long", limit=limit))
