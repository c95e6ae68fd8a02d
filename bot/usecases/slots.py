"""Plans the one slot of a person's local day: what has something to show takes it, the rest waits or lapses."""

import dataclasses
import datetime as dt
from collections.abc import Awaitable, Callable, Mapping

from bot.domain import ladder, model, schedule, slots
from bot.usecases import drawer, going_on, looking_back, ports, prompting, turns

BATCH = 100  # people planned in one short transaction

# What an offer returns takes the slot; None: there is nothing to show today.
Offer = Callable[[turns.Slot], Awaitable[model.Outbox | None]]

# One line adds a kind of thing that may take the slot: what it offers, and what is checked again before it leaves
# stands in `delivering.CHECKS`.
OFFERS: Mapping[model.Kind, Offer] = {
    model.Kind.ASK: prompting.offer,
    model.Kind.DRAWER: drawer.offer,
    model.Kind.LOOK_BACK: looking_back.offer,
    model.Kind.FOUR_WEEKS: going_on.offer,
}


async def plan_due(tx: ports.Transaction, now: dt.datetime, parts: turns.Parts) -> int:
    """Give the slot of everybody for whom it has come, and set each person's next; return how many people."""
    people = await tx.due_people(now, BATCH)
    for person in people:
        await tx.save(await _planned(tx, person, now, parts))
    return len(people)


async def _planned(
    tx: ports.Transaction, person: model.Person, now: dt.datetime, parts: turns.Parts
) -> model.Person:
    """Return the person with this slot given, or let go in silence, and the next one set."""
    person = ladder.settle(person, now)
    due = person.next_ask_at or now
    day = schedule.local_date(person, due)
    if now - due <= schedule.ASK_VALID and schedule.may_push(person, day, now):
        person = dataclasses.replace(person, counter=person.counter + 1)
        person = await _given(turns.Slot(tx=tx, me=person, day=day, due=due, now=now, parts=parts))
    return dataclasses.replace(person, next_ask_at=schedule.next_ask(person, max(now, due)))


async def _given(slot: turns.Slot) -> model.Person:
    """Give the slot to the first that has something to show."""
    nothing: set[model.Kind] = set()
    last = schedule.last_date(slot.me)
    while (kind := slots.slot(slot.me, slot.day, last, nothing)) is not None:
        row = await OFFERS[kind](slot) if kind in OFFERS else None
        if row is not None and await slot.tx.add(row):
            return dataclasses.replace(slots.taken(slot.me, kind, slot.day, row.text), last_ask_at=slot.now)
        nothing.add(kind)
        slot = dataclasses.replace(slot, me=slots.passed(slot.me, kind, slot.day))
    return slot.me
