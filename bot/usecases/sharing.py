"""Sharing, as its author meets it: preview, settings, cooling-off, undo, take back."""

import dataclasses
import datetime as dt

from bot.domain import model, pairing, refusals, sharing
from bot.usecases import (
    composing,
    posting,
    previewing,
    receiving,
    reflecting,
    reply,
    sealing,
    spotting,
    turns,
    warmths,
    weighing,
)


async def share(turn: turns.Turn, n: int) -> reply.Reply:
    """Show what the partner would read, before anything is sent."""
    kept = await reflecting.own(turn, n)
    drafted = await prepare(turn, kept)
    shown = await _in_place(turn, drafted, await previewing.preview(turn, drafted, kept))
    return reply.of(*shown.acts, *reflecting.tidied(turn, kept))


async def prepare(turn: turns.Turn, kept: model.Reflection) -> model.Share:
    """Make a preview of all of a reflection, in the place of an older one; refuse where it is on its way."""
    half = await turn.tx.latest_half(turn.me.id)
    if half is None or not pairing.can_share(half):
        raise refusals.NoPartner
    made = await turn.tx.shares_of_reflection(kept.id)
    before = [one for one in made if one.pair_id == half.pair_id or one.state is model.ShareState.PREVIEW]
    if any(sharing.is_on_its_way(one) for one in before):
        raise refusals.AlreadyOnItsWay
    for one in before:
        if one.state in (model.ShareState.PREVIEW, model.ShareState.HELD):
            await turn.tx.remove(one)
    drafted = _draft(turn, kept, half)
    await turn.tx.add(drafted)
    await turn.tx.save(dataclasses.replace(kept, state=model.ReflectionState.KEPT))
    return drafted


def _draft(turn: turns.Turn, kept: model.Reflection, half: model.Half) -> model.Share:
    """Return a share of all of a reflection, in its prompt's frame, still a preview."""
    theme, depth = reflecting.depth_and_theme(turn.parts.catalogue, kept)
    return model.Share(
        id=turn.parts.chance.id(),
        author_id=turn.me.id,
        pair_id=half.pair_id,
        n=turn.number(),
        words=composing.whole(turn, kept),
        media=kept.media,
        file_id=kept.file_id,
        reflection_id=kept.id,
        answering=turn.me.answering,
        fits=sharing.fits(theme, depth) if theme else "any",
        message_id=turn.message_id if turn.tapped else None,
        created_at=turn.now,
    )


async def less(turn: turns.Turn, n: int, option: int | None) -> reply.Reply:
    """Offer the sentences of a preview; take one of them, or all again."""
    drafted = await _mine(turn, n, model.ShareState.PREVIEW)
    kept = await _reflection(turn, drafted)
    sentences = composing.less(kept)
    felt = composing.feeling_alone(turn, kept)
    if option is None:
        return await _in_place(turn, drafted, await previewing.sentences(turn, drafted, sentences, felt))
    if option == previewing.FEELING_ALONE and felt is not None:
        return await _changed(turn, composing.in_words(drafted, felt))
    if option > len(sentences):
        raise refusals.NothingOpen
    if option == 0:
        return await _changed(turn, _anew(turn, drafted, kept))
    words = composing.framed(turn, kept, sentences[option - 1])
    return await _changed(turn, composing.in_words(drafted, words))


def _anew(turn: turns.Turn, drafted: model.Share, kept: model.Reflection) -> model.Share:
    """Return a share of all of a reflection as it is now."""
    return dataclasses.replace(drafted, words=composing.whole(turn, kept), media=kept.media, file_id=kept.file_id)


async def show_me(turn: turns.Turn, n: int) -> reply.Reply:
    """Show its author once more what would be relayed."""
    drafted = await _mine(turn, n, model.ShareState.PREVIEW)
    if drafted.file_id is None:
        raise refusals.NothingOpen
    return reply.of(reply.Say(reply.Screen((), file=reply.File(drafted.media, drafted.file_id))))


async def answering(turn: turns.Turn, n: int, option: int | None) -> reply.Reply:
    """Offer the ways in which the partner may answer; take one."""
    drafted = await _mine(turn, n, model.ShareState.PREVIEW)
    if option is None:
        return await _in_place(turn, drafted, await previewing.ways(turn, drafted))
    if not 0 <= option < len(previewing.MODES):
        raise refusals.NothingOpen
    turn.change(answering=previewing.MODES[option])
    return await _changed(turn, dataclasses.replace(drafted, answering=previewing.MODES[option]))


async def hard(turn: turns.Turn, n: int, option: int) -> reply.Reply:
    """Say (1), or no longer say (0), that this was hard to say."""
    drafted = await _mine(turn, n, model.ShareState.PREVIEW)
    if option not in (0, 1):
        raise refusals.NothingOpen
    return await _changed(turn, dataclasses.replace(drafted, hard=bool(option)))


async def not_now(turn: turns.Turn, n: int) -> reply.Reply:
    """Leave the preview: the words stay the author's own."""
    drafted = await _mine(turn, n, model.ShareState.PREVIEW)
    kept = await _reflection(turn, drafted)
    await turn.tx.remove(drafted)
    return await _back(turn, kept)


async def send(turn: turns.Turn, n: int, edition: int) -> reply.Reply:
    """Confirm the preview: the share leaves when the cooling-off ends; one that has changed is shown again."""
    drafted = await _mine(turn, n, model.ShareState.PREVIEW)
    return await _confirmed(turn, dataclasses.replace(drafted, seal=None), edition)


async def seal(turn: turns.Turn, n: int, edition: int) -> reply.Reply:
    """Confirm the preview: it leaves when both have sent theirs, and nobody is told before."""
    drafted = await _mine(turn, n, model.ShareState.PREVIEW)
    key = await sealing.key(turn, await _reflection(turn, drafted))
    if key is None:
        raise refusals.NothingOpen
    return await _confirmed(turn, dataclasses.replace(drafted, seal=key), edition)


async def _confirmed(turn: turns.Turn, drafted: model.Share, edition: int) -> reply.Reply:
    """Let a confirmed preview go, if it is the one that was seen; a tender feeling gets one more look."""
    kept = await _reflection(turn, drafted)
    if edition != previewing.edition(drafted):
        return await _in_place(turn, drafted, await previewing.preview(turn, drafted, kept))
    await _must_be_for_the_partner(turn, drafted)
    if not composing.is_tender(turn, kept, drafted.words):
        return await _weighed(turn, drafted)
    await turn.tx.save(drafted)
    return await _in_place(turn, drafted, await previewing.tender(turn, drafted))


async def send_tender(turn: turns.Turn, n: int, edition: int) -> reply.Reply:
    """Confirm once more what tells a tender feeling, if it is what was seen."""
    drafted = await _mine(turn, n, model.ShareState.PREVIEW)
    if edition != previewing.edition(drafted):
        kept = await _reflection(turn, drafted)
        return await _in_place(turn, drafted, await previewing.preview(turn, drafted, kept))
    await _must_be_for_the_partner(turn, drafted)
    return await _weighed(turn, drafted)


async def _weighed(turn: turns.Turn, drafted: model.Share) -> reply.Reply:
    """Let a share leave, unless its words are stopped; those of a note may land hard, too."""
    note = (await _reflection(turn, drafted)).prompt_id is None
    return await weighing.stop(turn, drafted, look=note) or await leave(turn, drafted)


async def leave(turn: turns.Turn, drafted: model.Share) -> reply.Reply:
    """Let a confirmed share leave when the cooling-off ends."""
    await _must_be_for_the_partner(turn, drafted)
    wait = turn.me.cooling if turn.parts.undo is None else turn.parts.undo
    leaving = dataclasses.replace(
        drafted, state=model.ShareState.COOLING, leaves_at=turn.now + dt.timedelta(seconds=wait)
    )
    leaving = dataclasses.replace(leaving, message_id=turn.message_id)
    if wait == 0:
        await posting.release(turn.tx, leaving, turn.now, turn.parts)
        return reply.Reply()
    await turn.tx.save(leaving)
    return await _in_place(turn, leaving, await previewing.cooling(turn, leaving, wait))


async def _must_be_for_the_partner(turn: turns.Turn, drafted: model.Share) -> None:
    """Refuse a preview that was made for somebody else, or when there is nobody any more."""
    half = await turn.tx.latest_half(turn.me.id)
    if half is None or not pairing.can_share(half):
        raise refusals.NoPartner
    if half.pair_id != drafted.pair_id:
        raise refusals.NothingOpen


async def send_now(turn: turns.Turn, n: int) -> reply.Reply:
    """End the cooling-off now."""
    leaving = await _mine(turn, n, model.ShareState.COOLING)
    await posting.release(turn.tx, leaving, turn.now, turn.parts)
    return reply.Reply()


async def undo(turn: turns.Turn, n: int) -> reply.Reply:
    """Stop a share before it leaves, without a trace; afterwards only taking back is left."""
    found = await turn.tx.share_numbered(turn.me.id, n)
    if found is not None and found.state is model.ShareState.POSTED:
        raise refusals.AlreadyLeft
    leaving = await _mine(turn, n, model.ShareState.COOLING)
    kept = await _reflection(turn, leaving)
    await turn.tx.remove(leaving)
    return await _back(turn, kept)


async def take_out(turn: turns.Turn, n: int) -> reply.Reply:
    """Take a sealed share out before the other's is there: it was never announced."""
    found = await turn.tx.share_numbered(turn.me.id, n)
    if found is not None and found.state is model.ShareState.POSTED:
        raise refusals.AlreadyLeft
    waiting = await _mine(turn, n, model.ShareState.SEALED)
    kept = await _reflection(turn, waiting)
    await turn.tx.remove(waiting)
    return await _back(turn, kept)


async def take_back(turn: turns.Turn, n: int) -> reply.Reply:
    """Take a share back: one answer, whether it was opened or not."""
    found = await turn.tx.share_numbered(turn.me.id, n)
    if found is None or found.state is not model.ShareState.POSTED:
        raise refusals.NothingToTakeBack
    await posting.take_back(turn.tx, found, turn.now, turn.parts)
    return await _in_place(turn, found, reply.screen(reply.text("sharing-taken-back")))


async def undo_last(turn: turns.Turn) -> reply.Reply:
    """Do what "undo" or "take it back" means now: stop the last share, or take it back."""
    latest = await turn.tx.latest_share(turn.me.id)
    if latest is None:
        raise refusals.NothingToTakeBack
    if latest.answers is not None:
        return await receiving.undo(turn, latest.n)
    if latest.kind is model.ShareKind.WARMTH and latest.state is model.ShareState.COOLING:
        return await warmths.undo(turn, latest.n)
    if latest.state in (model.ShareState.COOLING, model.ShareState.SEALED):
        kept = await _reflection(turn, latest)
        await turn.tx.remove(latest)
        shown = await previewing.kept(turn, kept)
        said = reply.Say(reply.screen(reply.text("sharing-undone")))
    else:
        await posting.take_back(turn.tx, latest, turn.now, turn.parts)
        shown = reply.screen(reply.text("sharing-taken-back"))
        said = reply.Say(shown)
    edits: list[reply.Act] = [reply.Edit(latest.message_id, shown)] if latest.message_id else []
    return reply.of(*edits, said)


async def edited(turn: turns.Turn, words: str, brought: reply.File | None = None) -> reply.Reply:
    """Take an edit of the person's own message over; where it calls for one, a card comes after the reply."""
    return await spotting.with_card(turn, words, await _taken_over(turn, words, brought))


async def _taken_over(turn: turns.Turn, words: str, brought: reply.File | None) -> reply.Reply:
    """Take an edit over; a share that has not left is stopped and shown anew."""
    turn.brought = brought
    result = await reflecting.edited(turn, words)
    if result is None or not result[1]:
        return reply.Reply()
    kept = result[0]
    for one in await turn.tx.shares_of_reflection(kept.id):
        if _can_change(one):
            anew = dataclasses.replace(_anew(turn, one, kept), state=model.ShareState.PREVIEW, leaves_at=None)
            await turn.tx.save(anew)
            shown = await previewing.preview(turn, anew, kept)
            return reply.of(reply.Edit(one.message_id, shown) if one.message_id else reply.Say(shown))
    return reply.Reply()


def _can_change(share_: model.Share) -> bool:
    """Say whether an edit of the author's message still changes what would be sent."""
    before = (model.ShareState.PREVIEW, model.ShareState.HELD, model.ShareState.COOLING)
    return share_.kind is model.ShareKind.SHARE and share_.state in before


async def _mine(turn: turns.Turn, n: int, state: model.ShareState) -> model.Share:
    """Return this person's share number n in that state, words of a reflection; refuse else."""
    found = await turn.tx.share_numbered(turn.me.id, n)
    if found is None or found.state is not state or found.kind is not model.ShareKind.SHARE:
        raise refusals.NothingOpen
    return found


async def _reflection(turn: turns.Turn, share_: model.Share) -> model.Reflection:
    """Return the reflection that a share was made of."""
    kept = await turn.tx.reflection(share_.reflection_id or 0)
    if kept is None:
        raise refusals.NothingOpen
    return kept


async def _changed(turn: turns.Turn, drafted: model.Share) -> reply.Reply:
    """Write a changed preview down and show it."""
    await turn.tx.save(drafted)
    return await _in_place(turn, drafted, await previewing.preview(turn, drafted, await _reflection(turn, drafted)))


async def _back(turn: turns.Turn, kept: model.Reflection) -> reply.Reply:
    """Return to the words as they are kept."""
    shown = await previewing.kept(turn, kept)
    return reply.of(reply.Edit(turn.message_id, shown) if turn.message_id else reply.Say(shown))


async def _in_place(turn: turns.Turn, share_: model.Share, shown: reply.Screen) -> reply.Reply:
    """Return the screen in the message that was tapped."""
    message_id = turn.message_id or share_.message_id
    return reply.of(reply.Edit(message_id, shown) if message_id else reply.Say(shown))
