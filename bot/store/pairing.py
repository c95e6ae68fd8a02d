"""Keeps pairs, the two halves of each, and the invitations that lead there."""

import datetime as dt
from typing import cast

import sqlalchemy as sa

from bot.domain import model
from bot.store import bringing, session, tables
from bot.store.session import Lock
from bot.usecases import ports

_pairs = tables.pairs
_halves = tables.halves
_invites = tables.invites
_SEATS = 2


class Pairing(session.Session):
    """The part of a transaction that knows pairs."""

    async def add(self, row: ports.Row) -> bool:
        """Insert a value; a half takes a seat of its pair, and return False where both were ever taken."""
        return await self._sit(row) if isinstance(row, model.Half) else await super().add(row)

    async def add_pair(self, pair_id: int, started_at: dt.datetime) -> None:
        """Add a pair, still without halves."""
        await self._insert(_pairs, {"id": pair_id, "started_at": started_at, "seats": 0})

    async def living_half(self, person_id: int) -> model.Half | None:
        """Return the half that this person lives in, whatever the other has done with theirs."""
        return await self._find(model.Half, _halves.c.person_id == person_id, tables.LIVING)

    async def latest_half(self, person_id: int) -> model.Half | None:
        """Return the newest half of this person, living or not."""
        brought = self._memory.brought(bringing.HALVES)
        if person_id in brought:
            return cast("model.Half | None", brought[person_id])
        newest = (_halves.c.since.desc(), _halves.c.id)
        return await self._find(model.Half, _halves.c.person_id == person_id, order=newest)

    async def half(self, person_id: int, pair_id: int) -> model.Half | None:
        """Return this person's half of that pair."""
        return await self._find(model.Half, _halves.c.person_id == person_id, _halves.c.pair_id == pair_id)

    async def other_half(self, half: model.Half) -> model.Half | None:
        """Return the partner's half of the same pair; None where the partner was forgotten."""
        partner = (_halves.c.pair_id == half.pair_id, _halves.c.person_id != half.person_id)
        return await self._find(model.Half, *partner)

    async def pair_started_at(self, pair_id: int) -> dt.datetime | None:
        """Return when the pair began."""
        brought = self._memory.brought(bringing.PAIRS)
        if pair_id in brought:
            return cast("dt.datetime", brought[pair_id])
        started = sa.select(_pairs.c.started_at).where(_pairs.c.id == pair_id)
        return (await self._connection.execute(started)).scalar_one_or_none()

    async def invite(self, invite_id: int) -> model.Invite | None:
        """Return and lock an invitation."""
        return await self._find(model.Invite, _invites.c.id == invite_id, lock=Lock.WAIT)

    async def invite_by_hash(self, token_hash: bytes) -> model.Invite | None:
        """Return and lock the invitation whose token has this hash."""
        return await self._find(model.Invite, _invites.c.token_hash == token_hash, lock=Lock.WAIT)

    async def live_invite(self, inviter_id: int) -> model.Invite | None:
        """Return the invitation of this person that is open or claimed."""
        return await self._find(model.Invite, _invites.c.inviter_id == inviter_id, tables.LIVE)

    async def invite_numbered(self, inviter_id: int, n: int) -> model.Invite | None:
        """Return the inviter's invitation number n."""
        return await self._find(model.Invite, _invites.c.inviter_id == inviter_id, _invites.c.n == n)

    async def invites_since(self, inviter_id: int, moment: dt.datetime) -> int:
        """Return how many invitations this person made since then."""
        made = (_invites.c.inviter_id == inviter_id, _invites.c.created_at >= moment)
        count = sa.select(sa.func.count()).select_from(_invites).where(*made)
        return (await self._connection.execute(count)).scalar_one()

    async def _sit(self, half: model.Half) -> bool:
        # A seat is taken for good: nobody moves into the pair of somebody whose partner was forgotten.
        taken = sa.select(_pairs.c.seats).where(_pairs.c.id == half.pair_id).with_for_update(key_share=True)
        seat = (await self._connection.execute(taken)).scalar_one_or_none()
        if seat is None or seat >= _SEATS or not await self._add(half, seat=seat):
            return False
        await self._connection.execute(sa.update(_pairs).where(_pairs.c.id == half.pair_id).values(seats=seat + 1))
        return True
