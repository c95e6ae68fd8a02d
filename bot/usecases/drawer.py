"""The drawer: now and then a kept line comes back to its author under a cover, instead of that day's prompt."""

import dataclasses

from bot.domain import drawer, model, refusals, sharing, spotting
from bot.usecases import deliveries, ports, prompting, reflecting, reply, turns


async def offer(slot: turns.Slot) -> model.Outbox | None:
    """Offer a kept line for the slot; None where there is none that may come back."""
    days = await prompting.calendar(slot.tx, slot.me, slot.parts)
    if days is not None and days.falls_on(slot.day):  # both may meet then: the drawer can wait a day
        return None
    prompts, now = slot.parts.catalogue.prompts, slot.now
    kept = await slot.tx.reflections_since(slot.me.id, now - drawer.STALE)
    ripe = [one for one in kept if drawer.may_return(one, prompts.get(one.prompt_id or ""), now)]
    for one in drawer.in_turn(slot.me, ripe):
        if await _is_light(slot, one) and await _is_private(slot.tx, one):
            return slot.row(model.Kind.DRAWER, one.id)
    return None


async def _is_light(slot: turns.Slot, kept: model.Reflection) -> bool:
    """Say whether a line was not a lot, and holds nothing that calls for a card."""
    ask = await slot.tx.ask(kept.ask_id or 0)
    heavy = ask is None or ask.local_date in slot.me.ladder.heavy
    return not heavy and not spotting.spotted(slot.parts.catalogue.crises(slot.me.locale), kept.words)


async def _is_private(tx: ports.Transaction, kept: model.Reflection) -> bool:
    """Say whether a line is with its author alone."""
    return not any(sharing.is_on_its_way(one) for one in await tx.shares_of_reflection(kept.id))


async def deliver(sheet: deliveries.Sheet) -> deliveries.Delivery | None:
    """Send the cover of a line that is still there, still private, and still welcome."""
    kept = await sheet.tx.reflection(sheet.row.subject or 0)
    wanted = sheet.person.choices.drawer and sheet.keeps_slot()
    if kept is None or not wanted or not await _is_private(sheet.tx, kept):
        return await sheet.cancel()
    memory = sheet.person.memory
    drawn = (*memory.drawn, kept.n)[-drawer.REMEMBERED :]
    person = dataclasses.replace(sheet.person, memory=dataclasses.replace(memory, drawn=drawn))
    await sheet.tx.save(dataclasses.replace(person, newest=_no_longer_newest(person)))
    row = (reply.Button(reply.text("button-open"), "drawer", kept.n, 1), _off())
    return sheet.delivery(reply.screen(reply.text("reflecting-drawer-cover"), rows=(row,)))


def _no_longer_newest(person: model.Person) -> str | None:
    """Return what words that come now could belong to: none is taken for the answer to an older ask unasked."""
    return None if person.newest is None else "post:" + person.newest.partition(":")[2]


def _off() -> reply.Button:
    """Return the switch that closes the drawer for good."""
    return reply.Button(reply.text("button-drawer-off"), "drawer-off")


async def open_(turn: turns.Turn, n: int, option: int) -> reply.Reply:
    """Show the line that came back (1), or put it away again (0)."""
    kept = await reflecting.own(turn, n)
    if option not in (0, 1) or turn.message_id is None:
        raise refusals.NothingOpen
    if not option:
        return reply.of(reply.Edit(turn.message_id, reply.screen(reply.text("reflecting-drawer-closed"))))
    share = await reflecting.share_row(turn, kept) if await _is_private(turn.tx, kept) else ()
    away = (reply.Button(reply.text("button-put-back"), "drawer", n, 0), _off())
    key = "reflecting-drawer-share" if share else "reflecting-drawer"
    shown = reply.screen(reply.Words(kept.words, quoted=True), reply.text(key), rows=(*share, away))
    return reply.of(reply.Edit(turn.message_id, shown))


async def off(turn: turns.Turn) -> reply.Reply:
    """Let no line come back from now on."""
    turn.change(choices=dataclasses.replace(turn.me.choices, drawer=False))
    shown = reply.screen(reply.text("reflecting-drawer-off"))
    return reply.of(reply.Edit(turn.message_id, shown) if turn.message_id else reply.Say(shown))
