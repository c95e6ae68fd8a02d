"""Something for me now: the same few things every day, for whoever is left with silence."""

from bot.domain import refusals
from bot.usecases import reply, turns

PAGES = (None, "for-me-kind", "for-me-friend")  # by option; the first is the list itself


def button() -> reply.Button:
    """Return the button that leads here."""
    return reply.Button(reply.text("button-for-me"), "for-me")


async def show(turn: turns.Turn, option: int | None) -> reply.Reply:
    """Show what there is, below what was tapped; then one page of it, in place."""
    if option is None:
        return reply.of(reply.Say(_list()))
    if option not in range(len(PAGES)):
        raise refusals.NothingOpen
    key = PAGES[option]
    shown = _list() if key is None else reply.screen(reply.text(key), rows=((_button("button-back", 0),),))
    return reply.of(reply.Edit(turn.message_id, shown) if turn.tapped and turn.message_id else reply.Say(shown))


def _list() -> reply.Screen:
    """Return the list, which nothing ever changes."""
    rows = (
        (_button("button-one-kind-thing", 1),),
        (reply.Button(reply.text("button-private-note"), "note"),),
        (reply.Button(reply.text("button-warmth"), "offer-warmth"),),
        (_button("button-friend", 2),),
        (reply.Button(reply.text("button-support"), "support", option=0),),
    )
    return reply.screen(reply.text("for-me-list"), rows=rows)


def _button(key: str, option: int) -> reply.Button:
    """Return the button of one page."""
    return reply.Button(reply.text(key), "for-me", option=option)
