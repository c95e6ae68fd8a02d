"""Taps under an answer: how that one was, one more from the next on, nothing more on a theme."""

import dataclasses

from bot.domain import ladder, model, refusals, spotting
from bot.usecases import easing, prompting, reflecting, reply, turns


async def ease(turn: turns.Turn, n: int, option: int) -> reply.Reply:
    """Take how that one was; *a lot* makes the days after it light, and leaves no other trace."""
    kept, ask = await _answered(turn, n)
    if ask.local_date not in turn.me.ladder.eased or not 0 <= option <= easing.A_LOT:
        raise refusals.NothingOpen
    if option < easing.A_LOT:
        return await _in_place(turn, kept, ask, reply.text("toast-thanks"))
    prompting.folded(turn, ladder.ALot(ask.local_date))
    turn.change(memory=spotting.lighter(turn.me.memory, turn.now + spotting.LIGHT))
    return await _in_place(turn, kept, ask, reply.text("toast-lighter"))


async def step_up(turn: turns.Turn, n: int, option: int) -> reply.Reply:
    """Take the offer that stands: the next ask is one step larger (0), or one depth deeper (1)."""
    kept, ask = await _answered(turn, n)
    past, higher = turn.me.ladder, ladder.higher(turn.me, easing.reachable(turn))
    stands = past.offer_open and past.offered_on == ask.local_date
    if not stands or higher is None or int(higher.depth > turn.me.depth) != option:
        raise refusals.NothingOpen
    prompting.folded(turn, ladder.Accepted(deeper=bool(option)))
    return await _in_place(turn, kept, ask, reply.text("toast-step-up"))


async def _answered(turn: turns.Turn, n: int) -> tuple[model.Reflection, model.Ask]:
    """Return this person's reflection number n and the ask that it answers."""
    kept = await reflecting.own(turn, n)
    ask = await turn.tx.ask(kept.ask_id or 0)
    if ask is None:
        raise refusals.NothingOpen
    return kept, ask


async def _in_place(turn: turns.Turn, kept: model.Reflection, ask: model.Ask, said: reply.Text) -> reply.Reply:
    """Return the answer without the row that was tapped; a message that has become a share stays as it is."""
    if turn.message_id is None or await turn.tx.shares_of_reflection(kept.id):
        return reply.of(reply.Toast(said))
    parts: list[reply.Text | reply.Words] = []
    if kept.tapped:
        parts = [*await prompting.question(turn, ask), reply.Words(kept.words, quoted=True)]
    rows = await reflecting.share_row(turn, kept)
    shown = reply.screen(*parts, reply.text("reflecting-kept"), rows=rows)
    return reply.of(reply.Toast(said), reply.Edit(turn.message_id, shown))


async def not_about(turn: turns.Turn, n: int, option: int) -> reply.Reply:
    """Close the theme of an ask (1), or open it again (0): nothing on it comes, and nobody is told."""
    ask = await turn.tx.ask_numbered(turn.me.id, n)
    theme = prompting.theme(turn.parts, ask) if ask is not None else None
    if theme is None or option not in (0, 1):
        raise refusals.NothingOpen
    rest = tuple(one for one in turn.me.choices.closed if one != theme)
    closed = (*rest, theme) if option else rest
    turn.change(choices=dataclasses.replace(turn.me.choices, closed=closed))
    row = (reply.Button(reply.text("button-after-all"), "not-about", n, 0),) if option else ()
    shown = reply.screen(
        reply.text("prompting-closed" if option else "prompting-opened"), rows=(row,) if row else ()
    )
    return reply.of(reply.Edit(turn.message_id, shown) if turn.message_id else reply.Say(shown))
