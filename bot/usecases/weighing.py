"""Weighs words that are about to leave: what is not carried, what gets a second thought, what a second look."""

import dataclasses

from bot.domain import coaching, model
from bot.domain import spotting as signs
from bot.usecases import previewing, reflecting, reply, spotting, support, turns
from bot.usecases import prompting as asking


async def stop(turn: turns.Turn, share: model.Share, *, look: bool) -> reply.Reply | None:
    """Stop words that must not leave, or not yet; None where they may. `look`: they may land hard, too."""
    coaches = turn.parts.catalogue.coaches(turn.me.locale)
    hard = coaching.first(coaches, share.words)
    if hard is not None and hard.category == coaching.UNSAFE:
        return await _not_carried(turn, share, hard)
    if spotting.spotted(turn, share.words):
        return await _hold(turn, share, await second_thought(turn, share))
    if look and hard is not None and coaching.may_hint(coaches[0], turn.me, turn.now):
        turn.change(memory=coaching.hinted(turn.me.memory, turn.now))
        return await _hold(turn, share, second_look(share, hard))
    return None


async def _not_carried(turn: turns.Turn, share: model.Share, hard: coaching.Pattern) -> reply.Reply:
    """Say that these words are not carried; seen from outside nothing happened."""
    if share.kind is model.ShareKind.SHARE:
        await turn.tx.remove(share)
    row = (reply.Button(reply.text("button-support"), "support", option=0),)
    shown = reply.screen(reply.text("sharing-not-carried"), rows=(row,))
    card = (spotting.raised(turn, "full_suicide"),) if hard.crisis_card else ()
    return reply.of(in_place(turn, shown), *card)


async def _hold(turn: turns.Turn, share: model.Share, shown: reply.Screen) -> reply.Reply:
    """Keep words back until their author has chosen; typed ones are a private draft meanwhile."""
    held = dataclasses.replace(share, state=model.ShareState.HELD)
    if share.kind is model.ShareKind.SHARE:
        await turn.tx.save(dataclasses.replace(held, message_id=turn.message_id))
        return reply.of(in_place(turn, shown))
    draft = await reflecting.add_draft(turn, share.words)
    await turn.tx.add(dataclasses.replace(held, reflection_id=draft.id))
    return reply.of(reply.Say(shown, share_id=share.id))


async def second_thought(turn: turns.Turn, share: model.Share) -> reply.Screen:
    """Show where help is, before words that call for it go anywhere; keeping them private comes first."""
    found = spotting.spotted(turn, share.words)
    name = await asking.partner_name(turn.tx, turn.me) or ""
    help_is = support.reach(turn.parts.catalogue, turn.me, found[0].card) if found else ()
    parts = [reply.text("support-held"), *help_is]
    if signs.is_self_harm(found):
        parts.append(reply.text("support-held-help", partner=name))
    anyway = reply.Button(
        reply.text("button-send-anyway", partner=name), "send-anyway", share.n, previewing.edition(share)
    )
    rows = ((reply.Button(reply.text("button-keep-private"), "keep-draft", share.n),), (anyway,))
    return reply.screen(reply.Words(share.words, quoted=True), *parts, rows=rows)


def second_look(share: model.Share, hard: coaching.Pattern) -> reply.Screen:
    """Show what may land hard, with four ways on."""
    others = tuple((reply.Button(reply.text(f"button-{verb}"), verb, share.n),) for verb in ("softer", "ready"))
    words = reply.Words(share.words, quoted=True)
    hint = reply.Words(hard.hint or "")
    return reply.screen(words, reply.text("sharing-look"), hint, rows=(*others, *as_typed(share)))


def as_typed(share: model.Share) -> tuple[tuple[reply.Button, ...], ...]:
    """Return the two ways on that leave the words as they are: sent so, or kept."""
    return (
        (reply.Button(reply.text("button-as-is"), "as-is", share.n, previewing.edition(share)),),
        (reply.Button(reply.text("button-keep-draft"), "keep-draft", share.n),),
    )


def in_place(turn: turns.Turn, shown: reply.Screen) -> reply.Act:
    """Return the screen in the tapped message, or as a new one after typed words."""
    return reply.Edit(turn.message_id, shown) if turn.tapped and turn.message_id else reply.Say(shown)
