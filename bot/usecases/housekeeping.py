"""Erases what nobody will come back for: strangers who never agreed, and post for a half that was left."""

import datetime as dt

from bot.usecases import ports

STRANGERS = dt.timedelta(days=7)
STRANDED = dt.timedelta(days=30)  # conversation, flow 2
BATCH = 100


async def sweep(store: ports.Store, now: dt.datetime) -> None:
    """Erase all of it, a batch a transaction."""
    while await store.perform(lambda tx: _batch(tx, now)) >= BATCH:
        pass


async def _batch(tx: ports.Transaction, now: dt.datetime) -> int:
    """Erase one batch of each; return how many rows the larger one had."""
    strangers = await tx.strangers(now - STRANGERS, BATCH)
    for stranger in strangers:
        await tx.forget(stranger.id)
    stranded = await tx.stranded_posts(now - STRANDED, BATCH)
    for post in stranded:
        await tx.remove(post)
    return max(len(strangers), len(stranded))
