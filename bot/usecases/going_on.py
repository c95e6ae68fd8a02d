"""How to go on: every four weeks, after a whole round of themes, and one warm line when nothing is answered."""

import datetime as dt

from bot.domain import ladder, model, refusals, schedule, slots
from bot.usecases import deliveries, ports, reply, turns

TOGETHER = dt.timedelta(days=14)  # a pair younger than that is not asked yet
KEEP, FEWER, NEVER = 0, 1, 2


async def offer(slot: turns.Slot) -> model.Outbox | None:
    """Offer what is to be said about going on; the monthly question goes only to those with a half."""
    text = slots.goes_on(slot.me, slot.day)
    if text == slots.MONTHLY:
        half = await slot.tx.living_half(slot.me.id)
        if half is None or slot.now - half.since < TOGETHER:
            return None
    return slot.row(model.Kind.FOUR_WEEKS, None, text)


async def deliver(sheet: deliveries.Sheet) -> deliveries.Delivery | None:
    """Say it, where it is still true."""
    if not sheet.keeps_slot() or not await _holds(sheet.tx, sheet.person, sheet.row.text):
        return await sheet.cancel()
    screens = {slots.QUIETER: _quieter, slots.ROUND: _round, slots.MONTHLY: _monthly}
    return sheet.delivery(screens[sheet.row.text or ""](sheet.person))


async def _holds(tx: ports.Transaction, person: model.Person, text: str | None) -> bool:
    """Say whether there is still a reason to say this."""
    if text == slots.QUIETER:
        return person.ladder.rhythm == ladder.FORTNIGHTLY
    return text == slots.ROUND or (text == slots.MONTHLY and await tx.living_half(person.id) is not None)


def _quieter(_person: model.Person) -> reply.Screen:
    """Return the one warm line of a silence."""
    return reply.screen(reply.text("prompting-quieter"))


def _round(person: model.Person) -> reply.Screen:
    """Return the question after a whole round of themes."""
    rows = (
        (_button(person, "button-slow-down", FEWER),),
        (_button(person, "button-when-i-open", NEVER),),
        (reply.Button(reply.text("button-goodbye"), "forget-me"),),
    )
    return reply.screen(reply.text("prompting-round"), rows=rows)


def _monthly(person: model.Person) -> reply.Screen:
    """Return the question of every four weeks, with its standing note."""
    rows = (
        (_button(person, "button-keep-on", KEEP), _button(person, "button-slow-down", FEWER)),
        (reply.Button(reply.text("button-rest-a-while"), "pause"), reply.Button(reply.text("button-stop"), "stop")),
    )
    return reply.screen(reply.text("prompting-monthly"), reply.text("prompting-monthly-note"), rows=rows)


def _button(person: model.Person, key: str, option: int) -> reply.Button:
    """Return a way to go on; it knows how many days are chosen now, so that a second tap does nothing more."""
    return reply.Button(reply.text(key), "pace", len(person.days), option)


async def pace(turn: turns.Turn, n: int, option: int) -> reply.Reply:
    """Go on as it is (0), on every second of the days (1), or with nothing that comes by itself (2)."""
    if option not in (KEEP, FEWER, NEVER) or (option == FEWER and len(turn.me.days) != n):
        raise refusals.NothingOpen
    if option != KEEP:
        turn.change(days=ladder.fewer(turn.me.days) if option == FEWER else frozenset())
        turn.change(next_ask_at=schedule.next_ask(turn.me, turn.now))
    key = ("prompting-pace-kept", "prompting-pace-slower", "prompting-pace-open")[option]
    shown = reply.screen(reply.text(key))
    return reply.of(reply.Edit(turn.message_id, shown) if turn.message_id else reply.Say(shown))
