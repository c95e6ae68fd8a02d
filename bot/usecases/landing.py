"""What landed hard: a private line to repair with, and light days, of which nobody learns."""

from bot.domain import model, refusals, spotting
from bot.usecases import reply, turns

LINES = 4


async def landed(turn: turns.Turn, n: int, option: int | None) -> reply.Reply:
    """Offer a line to repair with after an exchange; `option` turns to another one in the same message."""
    post = await turn.tx.post_numbered(turn.me.id, n)
    if post is None or post.state is model.PostState.UNOPENED:
        raise refusals.NothingOpen
    turn.change(memory=spotting.lighter(turn.me.memory, turn.now + spotting.LANDED))
    at = (n if option is None else option) % LINES
    rows = (
        (reply.Button(reply.text("button-another-line"), "landed", n, (at + 1) % LINES),),
        (
            reply.Button(reply.text("button-support"), "support", option=0),
            reply.Button(reply.text("button-hide"), "hide"),
        ),
    )
    shown = reply.screen(reply.text("receiving-landed"), reply.text(f"receiving-landed-{at + 1}"), rows=rows)
    if option is not None and turn.message_id is not None:
        return reply.of(reply.Edit(turn.message_id, shown))
    return reply.of(reply.Say(shown, silent=True))
