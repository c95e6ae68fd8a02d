"""What is kept and who can read it, clearing the chat, and being forgotten."""

import dataclasses

from bot.domain import model, refusals, sharing
from bot.usecases import ours, posting, reply, turns

FORGET = "forget"  # dialog: the next text confirms, n says what happens to opened shares
LEAVE_THEM, TAKE_THEM = 0, 1


async def show(turn: turns.Turn) -> reply.Reply:
    """Say what is kept, how, for how long, and who could read it."""
    kept = turn.parts.backups
    told = {"hours": kept.hours, "days": kept.days, "keys": kept.key_days}
    return reply.of(reply.Say(reply.screen(reply.text("privacy-text", operator=turn.parts.operator, **told))))


async def clear(turn: turns.Turn) -> reply.Reply:
    """Delete the recent messages of this chat, both ways, and say how far that goes."""
    messages = await turn.tx.chat_messages(turn.me.id, turn.now - sharing.DELETABLE)
    ids = tuple(one.message_id for one in messages)
    await turn.tx.forget_messages(turn.me.id, ids)
    if turn.me.memory.ours_in in ids:
        turn.change(memory=dataclasses.replace(turn.me.memory, ours_in=None))
    for notice in await turn.tx.open_notices(turn.me.id):
        if notice.message_id in ids:  # what it speaks of is not lost: another day has another notice
            await turn.tx.save(dataclasses.replace(notice, state=model.NoticeState.GONE))
            await posting.announce_tomorrow(turn.tx, notice, turn.now, turn.parts)
    await posting.announce(turn.tx, turn.me.id, turn.now, turn.parts)
    said = reply.Say(reply.screen(reply.text("privacy-cleared")))
    return reply.of(reply.Delete(ids), said) if ids else reply.of(said)


async def forget(turn: turns.Turn) -> reply.Reply:
    """Ask what happens to what the partner has opened, where there is any, and for the word that confirms."""
    half = await turn.tx.latest_half(turn.me.id)
    opened = await _opened(turn, half) if half is not None else []
    if half is None or not opened:
        return _confirm(turn, LEAVE_THEM)
    rows = (
        (reply.Button(reply.text("button-leave-them", partner=half.partner), "forget", option=LEAVE_THEM),),
        (reply.Button(reply.text("button-take-them"), "forget", option=TAKE_THEM),),
        (reply.Button(reply.text("button-keep-all"), "dismiss"),),
    )
    return reply.of(reply.Say(reply.screen(reply.text("privacy-forget-opened", partner=half.partner), rows=rows)))


async def _opened(turn: turns.Turn, half: model.Half) -> list[model.Share]:
    """Return everything of this person's that the partner has opened, also from before a renewed pair."""
    opened = []
    pairs = await ours.same_two(turn.tx, half)
    for share in [one for one in await turn.tx.shares_of(turn.me.id) if one.pair_id in pairs]:
        post = await turn.tx.post_of_share(share.id)
        if post is not None and post.state is model.PostState.OPENED:
            opened.append(share)
    return opened


async def choose(turn: turns.Turn, option: int) -> reply.Reply:
    """Take the choice about opened words, and ask for the word that confirms."""
    if option not in (LEAVE_THEM, TAKE_THEM):
        raise refusals.NothingOpen
    return _confirm(turn, option)


def _confirm(turn: turns.Turn, option: int) -> reply.Reply:
    """Ask for the word."""
    turn.change(dialog=f"{FORGET}:{option}")
    rows = ((reply.Button(reply.text("button-keep-all"), "dismiss"),),)
    shown = reply.screen(reply.text("privacy-forget"), rows=rows)
    return reply.of(reply.Edit(turn.message_id, shown) if turn.tapped and turn.message_id else reply.Say(shown))


async def erase(turn: turns.Turn, option: int) -> reply.Reply:
    """Erase the person: rows, key and index; only a random number stays, outside the database."""
    half = await turn.tx.latest_half(turn.me.id)
    if half is not None:
        if option == TAKE_THEM:
            for share in await _opened(turn, half):
                await posting.take_back(turn.tx, share, turn.now, turn.parts)
        await posting.withdraw_unopened(turn.tx, turn.me.id, half.pair_id, turn.now, turn.parts)
    turn.parts.erasures.note(turn.me.id, turn.now, taking=option == TAKE_THEM)
    turn.forgotten()
    await turn.tx.forget(turn.me.id)
    return reply.of(reply.Say(reply.screen(reply.text("privacy-forgotten"))))
