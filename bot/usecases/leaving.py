"""Leaving: alone, at once, quietly or with one neutral line, and nobody needs to agree."""

import dataclasses

from bot.domain import model, refusals
from bot.usecases import breathing, pairing, posting, reply, turns


async def unpair(turn: turns.Turn) -> reply.Reply:
    """Offer the two ways of leaving, the quiet one first."""
    half = await _living(turn)
    rows = (
        (leave_button(half),),
        (reply.Button(reply.text("button-tell", partner=half.partner), "tell", _number(half)),),
        (reply.Button(reply.text("button-stay"), "dismiss"),),
    )
    return reply.of(reply.Say(reply.screen(reply.text("pairing-leaving", partner=half.partner), rows=rows)))


def leave_button(half: model.Half) -> reply.Button:
    """Return the button that leaves this very pair quietly: an old one never leaves a later pair."""
    return reply.Button(reply.text("button-leave-quietly"), "leave", _number(half))


def _number(half: model.Half) -> int:
    """Return the number by which a button names a person's own half: when it began."""
    return int(half.since.timestamp())


async def _named(turn: turns.Turn, n: int) -> model.Half:
    """Return the half that a button names, while this person lives in it."""
    half = await turn.tx.living_half(turn.me.id)
    if half is None or _number(half) != n:
        raise refusals.NothingOpen
    return half


async def _living(turn: turns.Turn) -> model.Half:
    """Return the half this person lives in; refuse where there is none."""
    half = await turn.tx.living_half(turn.me.id)
    if half is None:
        raise refusals.NoPartner
    return half


async def leave(turn: turns.Turn, n: int) -> reply.Reply:
    """Leave quietly: nothing is sent, ever; what was not opened is withdrawn."""
    half = await _named(turn, n)
    await _end(turn, half, model.HalfState.LEFT)
    return pairing.in_place(turn, reply.screen(reply.text("pairing-left", partner=half.partner)))


async def tell(turn: turns.Turn, n: int) -> reply.Reply:
    """Leave, and let the partner read one neutral line; what either was about to send stays with them."""
    half = await _named(turn, n)
    theirs = await turn.tx.other_half(half)
    if theirs is not None:
        await turn.tx.lock(turn.me.id, theirs.person_id)
    await posting.stop(turn.tx, half, turn.now, turn.parts)
    await _end(turn, half, model.HalfState.ENDED)
    turn.become(await breathing.let_go(turn.tx, turn.me))
    if theirs is not None and theirs.state is model.HalfState.LIVING:
        await posting.stop(turn.tx, theirs, turn.now, turn.parts)
        await _end(turn, theirs, model.HalfState.ENDED)
        await _let_go(turn, theirs.person_id)
        await pairing.line(turn, theirs.person_id, "pairing-ended", half.pair_id)
    return pairing.in_place(turn, reply.screen(reply.text("pairing-told", partner=half.partner)))


async def _let_go(turn: turns.Turn, person_id: int) -> None:
    """Let no breather of the pair go on for the other."""
    person = await turn.tx.person(person_id)
    if person is not None:
        await turn.tx.save(await breathing.let_go(turn.tx, person))


async def _end(turn: turns.Turn, half: model.Half, state: model.HalfState) -> None:
    """End a half: what the partner has not opened of it is withdrawn, what lies unopened here is let go."""
    await turn.tx.save(dataclasses.replace(half, state=state, ended_at=turn.now))
    await posting.withdraw_unopened(turn.tx, half.person_id, half.pair_id, turn.now, turn.parts)
    await posting.close_notices(turn.tx, half.person_id, turn.now, turn.parts)
