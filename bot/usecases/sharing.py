"""Sharing, as its author meets it: preview, settings, cooling-off, undo, take back."""

import dataclasses
import datetime as dt
import zlib
from collections.abc import Sequence

from bot.domain import model, pairing, refusals, sharing, wording
from bot.usecases import (
    composing,
    posting,
    receiving,
    reflecting,
    relaying,
    reply,
    spotting,
    turns,
    warmths,
    weighing,
)
from bot.usecases import prompting as asking

_EDITIONS = 10**9  # what an option of a button holds
MODES = (model.Answering.NOTHING, model.Answering.TAP, model.Answering.QUESTION, model.Answering.LATER)


async def share(turn: turns.Turn, n: int) -> reply.Reply:
    """Show what the partner would read, before anything is sent."""
    kept = await reflecting.own(turn, n)
    drafted = await prepare(turn, kept)
    shown = await _in_place(turn, drafted, await preview(turn, drafted))
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


async def preview(turn: turns.Turn, drafted: model.Share) -> reply.Screen:
    """Return the preview: the exact words, their settings in one line, and what can be changed."""
    name = await _partner(turn)
    parts: list[reply.Text | reply.Words] = [
        reply.text("sharing-preview", partner=name),
        *composing.brought(drafted.media),
        reply.Words(drafted.words, quoted=True),
        *settings_seen(drafted),
    ]
    if drafted.media in relaying.FOR_GOOD:
        parts.append(reply.text("sharing-for-good", partner=name))
    kept = await _reflection(turn, drafted)
    if drafted.words.endswith("…") and wording.units(kept.words) > wording.SHARE_LIMIT:
        parts.append(reply.text("sharing-cut"))
    send = (
        reply.Button(reply.text("button-send"), "send", drafted.n, _edition(drafted)),
        reply.Button(reply.text("button-not-now"), "not-now", drafted.n),
    )
    again = ((reply.Button(reply.text("button-show-me"), "show-me", drafted.n),),) if drafted.file_id else ()
    shorter = ((reply.Button(reply.text("button-less"), "less", drafted.n),),) if composing.has_less(kept) else ()
    rows = (send, *again, *shorter, (_answering_button(drafted, name),), (_hard_button(drafted),))
    return reply.screen(*parts, rows=rows)


def _edition(drafted: model.Share) -> int:
    """Return a number that tells the previews of one share apart, so that *Send* confirms what stands above it."""
    seen = (drafted.words, drafted.answering, drafted.hard, drafted.file_id)
    return zlib.crc32("\0".join(map(str, seen)).encode()) % _EDITIONS


def settings_seen(drafted: model.Share) -> tuple[reply.Text, ...]:
    """Return the lines that the reader sees with the words: how they may answer, that it was hard to say."""
    lines = [reply.text(f"sharing-answering-{drafted.answering}")]
    if drafted.hard:
        lines.append(reply.text("sharing-was-hard"))
    return tuple(lines)


def _answering_button(drafted: model.Share, name: str) -> reply.Button:
    """Return the button that opens the choice of how the partner may answer."""
    return reply.Button(reply.text("button-how-answer", partner=name), "answering", drafted.n)


def _hard_button(drafted: model.Share) -> reply.Button:
    """Return the switch for what was hard to say."""
    label = "button-was-hard" if drafted.hard else "button-hard"
    return reply.Button(reply.text(label), "hard", drafted.n, int(not drafted.hard))


async def less(turn: turns.Turn, n: int, option: int | None) -> reply.Reply:
    """Offer the sentences of a preview; take one of them, or all again."""
    drafted = await _mine(turn, n, model.ShareState.PREVIEW)
    kept = await _reflection(turn, drafted)
    sentences = composing.less(kept)
    felt = composing.feeling_alone(turn, kept)
    if option is None:
        return await _in_place(turn, drafted, await _sentences(turn, drafted, sentences, felt))
    if option == FEELING_ALONE and felt is not None:
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


async def _sentences(
    turn: turns.Turn, drafted: model.Share, sentences: Sequence[str], felt: str | None
) -> reply.Screen:
    """Return the choice between all of it, the feeling alone, and one sentence of it."""
    rows = tuple(
        (reply.Button(reply.Words(wording.fit(one, LABEL)), "less", drafted.n, i),)
        for i, one in enumerate(sentences, start=1)
    )
    alone = ((reply.Button(reply.Words(felt), "less", drafted.n, FEELING_ALONE),),) if felt is not None else ()
    whole = (reply.Button(reply.text("button-all-of-it"), "less", drafted.n, 0),)
    return reply.screen(reply.text("sharing-less", partner=await _partner(turn)), rows=(*alone, *rows, whole))


FEELING_ALONE = 9  # the option of *Less of it* that leaves no other words
LABEL = 40  # UTF-16 units of a sentence on its button


async def answering(turn: turns.Turn, n: int, option: int | None) -> reply.Reply:
    """Offer the ways in which the partner may answer; take one."""
    drafted = await _mine(turn, n, model.ShareState.PREVIEW)
    if option is None:
        return await _in_place(turn, drafted, await _ways(turn, drafted))
    if not 0 <= option < len(MODES):
        raise refusals.NothingOpen
    turn.change(answering=MODES[option])
    return await _changed(turn, dataclasses.replace(drafted, answering=MODES[option]))


async def _ways(turn: turns.Turn, drafted: model.Share) -> reply.Screen:
    """Return the four ways of being answered."""
    rows = tuple(
        (reply.Button(reply.text(f"button-answering-{mode}"), "answering", drafted.n, i),)
        for i, mode in enumerate(MODES)
    )
    return reply.screen(reply.text("sharing-answering", partner=await _partner(turn)), rows=rows)


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
    if edition != _edition(drafted):
        return await _in_place(turn, drafted, await preview(turn, drafted))
    await _must_be_for_the_partner(turn, drafted)
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
    return await _in_place(turn, leaving, await _cooling(turn, leaving, wait))


async def _must_be_for_the_partner(turn: turns.Turn, drafted: model.Share) -> None:
    """Refuse a preview that was made for somebody else, or when there is nobody any more."""
    half = await turn.tx.latest_half(turn.me.id)
    if half is None or not pairing.can_share(half):
        raise refusals.NoPartner
    if half.pair_id != drafted.pair_id:
        raise refusals.NothingOpen


async def _cooling(turn: turns.Turn, leaving: model.Share, wait: int) -> reply.Screen:
    """Return the author's screen while it can still be undone without a trace."""
    name = await _partner(turn)
    row = (
        reply.Button(reply.text("button-undo"), "undo", leaving.n),
        reply.Button(reply.text("button-send-now"), "send-now", leaving.n),
    )
    line = reply.text("sharing-leaving", partner=name, minutes=max(1, round(wait / 60)))
    if wait < 60:  # noqa: PLR2004 - under a minute there is no number worth naming
        line = reply.text("sharing-leaving-soon", partner=name)
    return reply.screen(
        line, *composing.brought(leaving.media), reply.Words(leaving.words, quoted=True), rows=(row,)
    )


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
    if latest.state is model.ShareState.COOLING:
        kept = await _reflection(turn, latest)
        await turn.tx.remove(latest)
        shown = await _kept(turn, kept)
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
            shown = await preview(turn, anew)
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
    return await _in_place(turn, drafted, await preview(turn, drafted))


async def _back(turn: turns.Turn, kept: model.Reflection) -> reply.Reply:
    """Return to the words as they are kept."""
    shown = await _kept(turn, kept)
    return reply.of(reply.Edit(turn.message_id, shown) if turn.message_id else reply.Say(shown))


async def _kept(turn: turns.Turn, kept: model.Reflection) -> reply.Screen:
    """Return the screen that says the words are kept."""
    rows = await reflecting.share_row(turn, kept)
    words = reply.Words(kept.words, quoted=True)
    return reply.screen(*composing.brought(kept.media), words, reply.text("reflecting-kept"), rows=rows)


async def _in_place(turn: turns.Turn, share_: model.Share, shown: reply.Screen) -> reply.Reply:
    """Return the screen in the message that was tapped."""
    message_id = turn.message_id or share_.message_id
    return reply.of(reply.Edit(message_id, shown) if message_id else reply.Say(shown))


async def _partner(turn: turns.Turn) -> str:
    """Return what this person calls the partner."""
    name = await asking.partner_name(turn.tx, turn.me)
    if name is None:
        raise refusals.NoPartner
    return name
