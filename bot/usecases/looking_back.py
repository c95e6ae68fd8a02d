"""The weekly look-back: what it would show, whether there is anything, and how to be without it."""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence

from bot.domain import looking_back, model
from bot.usecases import enclosures, ports, reply, sources, turns

EVENING, MORNING = dt.time(19), dt.time(7)  # between them the page is dark


async def offer(slot: turns.Slot) -> model.Outbox | None:
    """Offer the look-back for the slot; None where the week holds no word for a feeling."""
    found = await week(slot.tx, slot.me, slot.day, slot.parts.catalogue)
    return slot.row(model.Kind.LOOK_BACK, None) if placed(found) else None


async def week(
    tx: ports.Transaction, person: model.Person, day: dt.date, catalogue: sources.Catalogue
) -> Sequence[looking_back.Feeling]:
    """Return the feelings of the person's own week that ends with `day`, each once."""
    known = catalogue.feelings(person.locale)
    vocabulary = [*(one for family in known.families for one in family.words), *known.extra_answers]
    named = {one.label.casefold(): one.id for one in vocabulary}
    kept = looking_back.week_of(person, await tx.reflections(person.id), day)
    by_id: Mapping[str, looking_back.Feeling] = {one.id: one for one in vocabulary}
    return looking_back.words_of((looking_back.felt(one, named) for one in kept), by_id)


def placed(found: Sequence[looking_back.Feeling]) -> tuple[enclosures.Dot, ...]:
    """Return those feelings that have a place."""
    return tuple(
        enclosures.Dot(one.label, one.valence, one.energy)
        for one in found
        if one.valence is not None and one.energy is not None
    )


def caption(found: Sequence[looking_back.Feeling]) -> reply.Screen:
    """Return what the picture shows, in words, with the ways to be without it."""
    lines = []
    for quarter, words in looking_back.quarters(found).items():
        lines.append(reply.text(f"looking-back-{quarter}", words=", ".join(one.label for one in words)))
    row = (reply.Button(reply.text("button-look-back-off"), "look-back-off"),)
    hide = (reply.Button(reply.text("button-hide"), "hide"),)
    return reply.screen(reply.text("looking-back-week"), reply.Block(tuple(lines)), rows=(row, hide))


def is_dark(wall: dt.time) -> bool:
    """Say whether a page is dark at this time of day, where the person is."""
    return wall >= EVENING or wall < MORNING


async def off(turn: turns.Turn) -> reply.Reply:
    """Send no look-back from now on."""
    turn.change(choices=dataclasses.replace(turn.me.choices, look_back=False))
    return reply.of(reply.Say(reply.screen(reply.text("looking-back-off"))))
