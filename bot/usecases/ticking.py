"""The tick: turns everything that has come due into asks, posts and outbox rows, in short transactions."""

import datetime as dt

from bot.usecases import breathing, ports, posting, preferences, slots, turns


async def tick(store: ports.Performer, now: dt.datetime, parts: turns.Parts) -> int:
    """Do all that is due by now, a batch a transaction; return how many things were due."""
    done = 0
    while True:
        count = await store.perform(lambda tx: _batch(tx, now, parts))
        done += count
        if count < slots.BATCH:
            return done


async def _batch(tx: ports.Transaction, now: dt.datetime, parts: turns.Parts) -> int:
    """Do one batch of each kind of due thing."""
    released = await posting.release_due(tx, now, parts)
    lapsed = await posting.lapse_due(tx, now, parts)
    rested = await preferences.end_rests(tx, now, parts)
    breathed = await breathing.act_due(tx, now, parts)
    return released + lapsed + rested + breathed + await slots.plan_due(tx, now, parts)
