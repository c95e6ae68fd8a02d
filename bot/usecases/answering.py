"""Answering a question that came back: words, the same preview as ever, and nothing at all if it is left there."""

import dataclasses

from bot.domain import model, pairing, refusals
from bot.usecases import previewing, receiving, reflecting, reply, sharing, turns


async def begin(turn: turns.Turn, n: int) -> reply.Reply:
    """Invite an answer to what came back; it is private until it is shared like anything else."""
    post = await _question(turn, n)
    turn.change(dialog=f"{receiving.ANSWER}:{post.n}")
    return reply.of(reply.Say(reply.screen(reply.text("receiving-answer-back"))))


async def write(turn: turns.Turn, n: int, words: str) -> reply.Reply:
    """Keep the answer and show what the partner would read; nothing is sent before it is confirmed."""
    post = await _question(turn, n)
    turn.change(dialog=None)
    kept = await reflecting.add_draft(turn, words)
    await turn.tx.save(dataclasses.replace(post, replied=True))
    drafted = await sharing.prepare(turn, kept)
    first = await turn.tx.share(post.to_share or 0)
    if first is not None:
        drafted = dataclasses.replace(drafted, fits=first.fits)
        await turn.tx.save(drafted)
    shown = await previewing.preview(turn, drafted, kept)
    return reply.of(reply.Say(shown, share_id=drafted.id), *reflecting.tidied(turn, kept))


async def _question(turn: turns.Turn, n: int) -> model.Post:
    """Return the opened reply number n, while it was not answered and there is somebody to answer."""
    post = await turn.tx.post_numbered(turn.me.id, n)
    if post is None or post.state is not model.PostState.OPENED or post.kind is not model.ShareKind.REPLY:
        raise refusals.NothingOpen
    if post.replied:
        raise refusals.OneReplyOnly
    if not pairing.can_share(await turn.tx.half(turn.me.id, post.pair_id)):
        raise refusals.NoPartner
    return post
