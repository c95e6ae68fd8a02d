"""Keeps breathers while they last; what is over is removed."""

import datetime as dt
from collections.abc import Sequence

import sqlalchemy as sa

from bot.domain import breathers, model
from bot.store import session, tables
from bot.store.session import Lock

_breathers = tables.breathers


class Breathers(session.Session):
    """The part of a transaction that knows breathers."""

    async def breather_of(self, person_id: int) -> model.Breather | None:
        """Return and lock the breather that this person has called and not come back from, the newest."""
        theirs = _breathers.c.person_id == person_id
        return await self._find(model.Breather, theirs, order=(_breathers.c.n.desc(),), lock=Lock.WAIT)

    async def breather(self, breather_id: int) -> model.Breather | None:
        """Return and lock a breather."""
        return await self._find(model.Breather, _breathers.c.id == breather_id, lock=Lock.WAIT)

    async def called_breathers(self, now: dt.datetime, limit: int) -> Sequence[model.Breather]:
        """Return and lock breathers that can no longer be undone and that nobody was told of, earliest first."""
        when = _breathers.c.leaves_at
        order = (when, _breathers.c.id)
        return await self._every(
            model.Breather, tables.CALLED, when <= now, order=order, limit=limit, lock=Lock.SKIP
        )

    async def due_breathers(self, now: dt.datetime, limit: int) -> Sequence[model.Breather]:
        """Return and lock breathers whose time has come, or that nobody came back from in time, earliest first."""
        when, running = _breathers.c.until, _breathers.c.state == model.BreatherState.RUNNING
        due = (tables.GOING, when <= now, sa.or_(running, when <= now - breathers.GRACE))
        return await self._every(model.Breather, *due, order=(when, _breathers.c.id), limit=limit, lock=Lock.SKIP)
