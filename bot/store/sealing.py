"""Keeps shares that wait, sealed, for the other's own."""

import datetime as dt
from collections.abc import Sequence

from bot.domain import model
from bot.store import session, tables
from bot.store.session import Lock

_shares = tables.shares


class Sealing(session.Session):
    """The part of a transaction that knows sealed shares."""

    async def sealed_share(self, author_id: int, pair_id: int, seal: str) -> model.Share | None:
        """Return and lock the share that this author has sealed under this key."""
        theirs = (_shares.c.author_id == author_id, _shares.c.pair_id == pair_id)
        return await self._find(model.Share, *theirs, tables.SEALED, _shares.c.seal == seal, lock=Lock.WAIT)

    async def due_sealed(self, now: dt.datetime, limit: int) -> Sequence[model.Share]:
        """Return and lock sealed shares that have waited long enough, earliest first."""
        when = _shares.c.leaves_at
        due = (tables.SEALED, when <= now)
        return await self._every(model.Share, *due, order=(when, _shares.c.id), limit=limit, lock=Lock.SKIP)
