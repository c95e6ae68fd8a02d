"""What their author does with words that were kept back: a softer way, a ready one, as they are, or not at all."""

import dataclasses

from bot.domain import coaching, model, refusals, sharing, spotting, warmths
from bot.usecases import previewing, receiving, reflecting, reply, turns, weighing
from bot.usecases import prompting as asking
from bot.usecases import sharing as leaving
from bot.usecases import spotting as cards
from bot.usecases import warmths as warming

Held = tuple[model.Share, model.Reflection]


async def _held(turn: turns.Turn, n: int) -> Held:
    """Return this person's share number n that is kept back, and the private words behind it."""
    share = await turn.tx.share_numbered(turn.me.id, n)
    if share is None or share.state is not model.ShareState.HELD:
        raise refusals.NothingOpen
    kept = await turn.tx.reflection(share.reflection_id or 0)
    if kept is None:
        raise refusals.NothingOpen
    return share, kept


async def keep(turn: turns.Turn, n: int) -> reply.Reply:
    """Keep the words private after all."""
    share, kept = await _held(turn, n)
    await turn.tx.remove(share)
    said = reply.Words(kept.words, quoted=True)
    if share.kind is model.ShareKind.SHARE:
        shown = reply.screen(said, reply.text("reflecting-kept"), rows=await reflecting.share_row(turn, kept))
    else:
        shown = reply.screen(said, reply.text("reflecting-draft"), rows=await reflecting.draft_rows(turn, kept))
    return reply.of(weighing.in_place(turn, shown))


async def send_anyway(turn: turns.Turn, n: int, edition: int) -> reply.Reply:
    """Let words go after a second thought; about their author's own life, their reader sees where help is, too."""
    share, kept = await _held(turn, n)
    found = cards.spotted(turn, share.words)
    if edition != previewing.edition(share):
        return reply.of(weighing.in_place(turn, await weighing.second_thought(turn, share)))
    return await _leave(turn, dataclasses.replace(share, with_help=spotting.is_self_harm(found)), kept)


async def as_it_is(turn: turns.Turn, n: int, edition: int) -> reply.Reply:
    """Send words as they are, after a second look; what asks for a second thought has its own way on."""
    share, kept = await _held(turn, n)
    if cards.spotted(turn, share.words):
        raise refusals.NothingOpen
    if edition != previewing.edition(share):
        return reply.of(weighing.in_place(turn, _second_look(turn, share)))
    turn.change(memory=coaching.sent_as_it_is(turn.me.memory, turn.now))
    return await _leave(turn, share, kept)


def _second_look(turn: turns.Turn, share: model.Share) -> reply.Screen:
    """Show words as they stand now, for a tap that was about others."""
    hard = _hard(turn, share)
    if hard is None:
        raise refusals.NothingOpen
    return weighing.second_look(share, hard)


async def softer(turn: turns.Turn, n: int) -> reply.Reply:
    """Show another way to say it, to borrow from; what is typed next takes the place of these words."""
    share, _ = await _held(turn, n)
    hard = _hard(turn, share)
    if hard is None or hard.alternative is None:
        raise refusals.NothingOpen
    turn.change(dialog=await _dialog(turn, share))
    way = reply.Words(hard.alternative, quoted=True)
    shown = reply.screen(reply.text("sharing-softer"), way, rows=weighing.as_typed(share))
    return reply.of(weighing.in_place(turn, shown))


def _hard(turn: turns.Turn, share: model.Share) -> coaching.Pattern | None:
    """Return what of these words may land hard."""
    return coaching.first(turn.parts.catalogue.coaches(turn.me.locale), share.words)


async def _dialog(turn: turns.Turn, share: model.Share) -> str:
    """Return what the next text is for: the same as these words were for."""
    post = await turn.tx.post(share.answers or 0)
    if share.kind is model.ShareKind.WARMTH:
        return warming.WRITE
    if share.kind is model.ShareKind.SHARE or post is None:
        return reflecting.DIALOG
    return f"{receiving.WRITE}:{post.n}"


async def ready(turn: turns.Turn, n: int, option: int | None) -> reply.Reply:
    """Offer ready words in the place of these; take one of them."""
    share, kept = await _held(turn, n)
    offered = await _offered(turn, share)
    if option is not None:
        if not 0 <= option < len(offered):
            raise refusals.NothingOpen
        return await _replace(turn, share, kept, offered[option])
    rows = (
        *((reply.Button(reply.Words(line), "ready", n, i),) for i, line in enumerate(offered)),
        *weighing.as_typed(share),
    )
    name = await asking.partner_name(turn.tx, turn.me) or ""
    return reply.of(weighing.in_place(turn, reply.screen(reply.text("sharing-ready", partner=name), rows=rows)))


async def _offered(turn: turns.Turn, share: model.Share) -> tuple[str, ...]:
    """Return a few ready words: acknowledgements for what answers a share, warmths for all else."""
    post = await turn.tx.post(share.answers or 0)
    if post is None:
        lines = turn.parts.catalogue.warmths(turn.me.locale)
        return tuple(line for _, line in warmths.page(lines, share.n))
    fitting = sharing.acknowledgements(turn.parts.catalogue.acknowledgements(turn.me.locale), post)
    return tuple(one.label for one in fitting[: sharing.ACKNOWLEDGEMENTS_AT_A_TIME])


async def _replace(turn: turns.Turn, share: model.Share, kept: model.Reflection, words: str) -> reply.Reply:
    """Send ready words instead: a note stays a private note, and a warmth goes in its place."""
    if share.kind is not model.ShareKind.SHARE:
        return await _leave(turn, dataclasses.replace(share, words=words), kept)
    await turn.tx.remove(share)
    return await warming.send(turn, turn.parts.catalogue.warmths(turn.me.locale).index(words))


async def _leave(turn: turns.Turn, share: model.Share, kept: model.Reflection) -> reply.Reply:
    """Let words leave as they would have without being kept back; typed ones are no draft any more."""
    if share.kind is model.ShareKind.SHARE:
        return await leaving.leave(turn, share)
    await turn.tx.remove(kept)
    share = dataclasses.replace(share, reflection_id=None)
    if share.kind is model.ShareKind.WARMTH:
        return await warming.leave(turn, share)
    return await receiving.leave(turn, share)
