"""Sealed exchange: one's own waits until the other's is there, and nobody is told that it does."""

from bot.domain import model, pairing, sharing
from bot.usecases import ports, turns
from bot.usecases import prompting as asking


async def key(turn: turns.Turn, kept: model.Reflection) -> str | None:
    """Return what both would seal under: the questions that mirror each other on that date; None on other days."""
    ask = await turn.tx.ask(kept.ask_id) if kept.ask_id is not None else None
    days = await asking.calendar(turn.tx, turn.me, turn.parts) if ask is not None else None
    if ask is None or days is None:
        return None
    mirrored = days.on(ask.local_date)
    return sharing.seal(mirrored, ask.local_date) if ask.prompt_id in mirrored else None


async def counterpart(tx: ports.Transaction, share: model.Share) -> model.Share | None:
    """Return what the other has sealed under the same key, where both live in the pair."""
    mine = await tx.half(share.author_id, share.pair_id)
    theirs = await tx.other_half(mine) if mine is not None else None
    if theirs is None:
        return None
    # Both are locked before anything of the other is read: who takes theirs out does so before this, or after.
    await tx.lock(share.author_id, theirs.person_id)
    if not pairing.reaches(mine, await tx.other_half(mine) if mine is not None else None):
        return None
    return await tx.sealed_share(theirs.person_id, share.pair_id, share.seal or "")
