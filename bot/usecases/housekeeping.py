"""Erases what nobody comes back for: strangers who never agreed, post for a half that was left, old counters."""

import dataclasses
import datetime as dt
import functools

from bot.domain import coaching
from bot.usecases import ports

STRANGERS = dt.timedelta(days=7)
STRANDED = dt.timedelta(days=30)  # conversation, flow 2
BATCH = 100


async def sweep(store: ports.Performer, now: dt.datetime) -> None:
    """Erase all of it, a batch a transaction."""
    while await store.perform(lambda tx: _batch(tx, now)) >= BATCH:
        pass
    last: int | None = 0
    while last is not None:
        last = await store.perform(functools.partial(_fade, after=last, now=now))


async def _batch(tx: ports.Transaction, now: dt.datetime) -> int:
    """Erase one batch of each; return how many rows the larger one had."""
    strangers = await tx.strangers(now - STRANGERS, BATCH)
    for stranger in strangers:
        await tx.forget(stranger.id)
    stranded = await tx.stranded_posts(now - STRANDED, BATCH)
    for post in stranded:
        await tx.remove(post)
    return max(len(strangers), len(stranded))


async def _fade(tx: ports.Transaction, after: int, now: dt.datetime) -> int | None:
    """Let hint counters that are seven days old go, for people after that id; return where to go on."""
    people = await tx.hinted_people(after, BATCH)
    for person in people:
        memory = coaching.faded(person.memory, now)
        if memory != person.memory:
            await tx.save(dataclasses.replace(person, memory=memory))
    return people[-1].id if len(people) == BATCH else None
