"""Plans the one slot of a person's local day: what has something to show takes it, the rest waits or lapses."""

import dataclasses
import datetime as dt
from collections.abc import Awaitable, Callable, Mapping, Sequence

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
    people = [ladder.settle(person, now) for person in await tx.due_people(now, BATCH)]
    slots_ = [slot for person in people if (slot := _slot(tx, person, now, parts)) is not None]
    given = await _asked(tx, [slot for slot in slots_ if _first(slot) is model.Kind.ASK])
    for slot in slots_:
        if slot.me.id not in given:
            given[slot.me.id] = await _given(slot)
    for person in people:
        await tx.save(_next(given.get(person.id, person), max(now, person.next_ask_at or now)))
    return len(people)


def _slot(tx: ports.Transaction, person: model.Person, now: dt.datetime, parts: turns.Parts) -> turns.Slot | None:
    """Return the slot that has come for a person; None where it is let go in silence."""
    due = person.next_ask_at or now
    day = schedule.local_date(person, due)
    if now - due > schedule.ASK_VALID or not schedule.may_push(person, day, now):
        return None
    person = dataclasses.replace(person, counter=person.counter + 1)
    return turns.Slot(tx=tx, me=person, day=day, due=due, now=now, parts=parts)


def _next(person: model.Person, after: dt.datetime) -> model.Person:
    """Return the person with the next slot set."""
    return dataclasses.replace(person, next_ask_at=schedule.next_ask(person, after))


def _first(slot: turns.Slot) -> model.Kind | None:
    """Return what asks for the slot first."""
    return slots.slot(slot.me, slot.day, schedule.last_date(slot.me))


async def _asked(tx: ports.Transaction, asking: Sequence[turns.Slot]) -> dict[int, model.Person]:
    """Give the slots of whoever is simply to be asked, all at once; return those for whom that is done."""
    asks = [prompting.ask_in(slot) for slot in asking]
    new = await tx.add_all(asks)
    fresh = [
        (slot, slot.row(model.Kind.ASK, ask.id)) for slot, ask in zip(asking, asks, strict=True) if ask.id in new
    ]
    queued = await tx.add_all([row for _, row in fresh])
    return {slot.me.id: _taken(slot, model.Kind.ASK, row) for slot, row in fresh if row.id in queued}


async def _given(slot: turns.Slot) -> model.Person:
    """Give the slot to the first that has something to show."""
    nothing: set[model.Kind] = set()
    last = schedule.last_date(slot.me)
    while (kind := slots.slot(slot.me, slot.day, last, nothing)) is not None:
        row = await OFFERS[kind](slot) if kind in OFFERS else None
        if row is not None and await slot.tx.add(row):
            return _taken(slot, kind, row)
        nothing.add(kind)
        slot = dataclasses.replace(slot, me=slots.passed(slot.me, kind, slot.day))
    return slot.me


def _taken(slot: turns.Slot, kind: model.Kind, row: model.Outbox) -> model.Person:
    """Return the person with the slot taken by what this row sends."""
    return dataclasses.replace(slots.taken(slot.me, kind, slot.day, row.text), last_ask_at=slot.now)
