"""A courtesy to whoever writes something heavy: a card with people to reach, for them alone, and never a record."""

import dataclasses
from collections.abc import Sequence

from bot.domain import refusals, spotting
from bot.usecases import reply, support, turns

CARDS = ("full_suicide", "soft", "violence", "harm_to_other")  # as the lists of each language name them


def spotted(turn: turns.Turn, words: str) -> Sequence[spotting.Pattern]:
    """Return what this person's words hold, in whichever language they are; nothing where theirs has no lists."""
    return spotting.spotted(turn.parts.catalogue.crises(turn.me.locale), words)


async def with_card(turn: turns.Turn, words: str, said: reply.Reply) -> reply.Reply:
    """Return the usual reply, and after it a covered card where the words call for one."""
    found = spotted(turn, words)
    if not found or any(_is_cover(act) for act in said.acts):
        return said
    return dataclasses.replace(said, acts=(*said.acts, raised(turn, found[0].card)))


def _is_cover(act: reply.Act) -> bool:
    """Say whether an act brings a covered card already."""
    return isinstance(act, reply.Say) and reply.text("support-cover") in act.screen.parts


def raised(turn: turns.Turn, card: str) -> reply.Act:
    """Return the cover of a card, which reads like that of any note; the coming days are light and say nothing."""
    if turn.me.agreed_at is not None:
        turn.change(memory=spotting.after_card(turn.me.memory, turn.now))
    row = (reply.Button(reply.text("button-open"), "note-here", option=CARDS.index(card)),)
    return reply.Say(reply.screen(reply.text("support-cover"), rows=(row,)), silent=True)


async def open_(turn: turns.Turn, option: int) -> reply.Reply:
    """Show a card in the message that covered it."""
    if not 0 <= option < len(CARDS) or turn.message_id is None:
        raise refusals.NothingOpen
    rows = (
        (reply.Button(reply.text("button-another-country"), "countries"), *support.hide_row()),
        (reply.Button(reply.text("button-not-meant"), "not-meant"),),
    )
    return reply.of(reply.Edit(turn.message_id, reply.screen(*_card(turn, CARDS[option]), rows=rows)))


def _card(turn: turns.Turn, name: str) -> support.Parts:
    """Return a card: what it says, who can be reached, and that nobody was told."""
    key = "support-card-" + name.replace("_", "-")
    parts = [reply.text(key), *support.reach(turn.parts.catalogue, turn.me, name)]
    if name in ("full_suicide", "violence"):
        parts.append(reply.text(f"{key}-yours"))
    return tuple(parts)


async def not_meant(turn: turns.Turn) -> reply.Reply:
    """Take a card away; that it was not meant is written down nowhere."""
    said = reply.Toast(reply.text("toast-not-meant"))
    return reply.of(said, reply.Delete((turn.message_id,))) if turn.message_id else reply.of(said)
