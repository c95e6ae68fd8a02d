"""Lets several processes of one bot share the work: what one does alone, and what it takes over from others."""

import asyncio
import contextlib
import math
from collections.abc import Collection, Mapping
from typing import Protocol

from bot import clock, logs, nursery
from bot.usecases import leasing, ports

SURE_SECONDS = 8.0  # after a renewal began: its ten seconds may run out before the next one is heard of
_RENEW_SECONDS = 3.0
_RENEWAL_SECONDS = 5.0  # for one renewal
_RETRY_SECONDS = 0.5  # after a renewal that failed, or while nobody may be sure
_LEAVE_SECONDS = 2.0
_ATTEND_SECONDS = 1.0  # between two looks at what others left behind
_LOOK_SECONDS = 0.2  # between two looks at the outbox, which other processes fill

_NAMES = (leasing.SENDER, leasing.TICKER)


class Work(Protocol):
    """What a process handles, and takes over from others."""

    async def recover(self) -> None:
        """Take up what an earlier run left, where there is no other process."""
        ...

    async def attend(self) -> None:
        """Take up what processes left that are gone."""
        ...

    def unanswered(self) -> Collection[int]:
        """Return the updates whose replies are on their way."""
        ...

    def keep(self, ours: Collection[int]) -> None:
        """Deliver no more of what was on its way than the replies to these updates."""
        ...


class Replica(Protocol):
    """One process among those of its bot."""

    look_seconds: float | None

    def lease(self, name: str) -> leasing.Lease | None:
        """Return the lease under which this process may do something alone now; None: another one does it."""
        ...

    async def sure(self) -> None:
        """Return when nobody takes this process for gone: at once, unless it was stopped or cut off."""
        ...

    async def join(self, tasks: nursery.Nursery, work: Work) -> None:
        """Take up what was left, and go on to do so."""
        ...

    async def leave(self) -> None:
        """Let others take over at once; where the database is away, they will in ten seconds."""
        ...


class Alone:
    """A process beside which there can be no other: it may do everything, and asks nobody."""

    look_seconds: float | None = None

    def lease(self, name: str) -> leasing.Lease | None:
        """Return a lease, always."""
        return leasing.alone(name)

    async def sure(self) -> None:
        """Return at once."""

    async def join(self, _tasks: nursery.Nursery, work: Work) -> None:
        """Take up what an earlier run left."""
        await work.recover()

    async def leave(self) -> None:
        """Leave nobody anything."""


class Among:
    """A process beside others: it renews what it holds, and takes what is free."""

    look_seconds: float | None = _LOOK_SECONDS

    def __init__(self, store: ports.Store, time: clock.Clock) -> None:
        self._store = store
        self._clock = time
        self._leases: Mapping[str, leasing.Lease] = {}
        self._renewed_at = -math.inf
        self._failing = False
        self._staying: asyncio.Task[None] | None = None

    def lease(self, name: str) -> leasing.Lease | None:
        """Return the lease under which this process may do something alone now; None: another one does it."""
        return self._leases.get(name) if self._is_sure() else None

    async def sure(self) -> None:
        """Return when nobody takes this process for gone: at once, unless it was stopped or cut off."""
        while not self._is_sure():
            await self._clock.sleep(_RETRY_SECONDS)

    async def join(self, tasks: nursery.Nursery, work: Work) -> None:
        """Say that this process is there, take what is free, and look after what others leave."""
        await self._renew(work)
        self._staying = tasks.start("leases", self._stay(work))
        tasks.start("attend", self._attend(work))

    async def leave(self) -> None:
        """Let others take over at once; where the database is away, they will in ten seconds."""
        if self._staying is not None:
            self._staying.cancel()
            await asyncio.wait([self._staying])
        self._renewed_at = -math.inf
        with contextlib.suppress(Exception):
            async with asyncio.timeout(_LEAVE_SECONDS):
                await self._store.perform(lambda tx: tx.give_up())

    async def _stay(self, work: Work) -> None:
        while True:
            await self._clock.sleep(_RETRY_SECONDS if self._failing else _RENEW_SECONDS)
            await self._renew(work)

    async def _attend(self, work: Work) -> None:
        while True:
            await self.sure()
            try:
                await work.attend()
            except Exception as failure:  # noqa: BLE001 - the database is away, and the next look is in a second
                logs.trouble("others-not-attended", error=failure)
            await self._clock.sleep(_ATTEND_SECONDS)

    async def _renew(self, work: Work) -> None:
        """Renew what is held; after a time away, give up what others have taken over meanwhile."""
        began = self._clock.monotonic()
        try:
            async with asyncio.timeout(_RENEWAL_SECONDS):
                leases = await self._store.perform(_take)
                if not self._is_sure():
                    await self._compare(work)
        except Exception as failure:  # noqa: BLE001 - the database is away, and with it every lease
            if not self._failing:
                logs.trouble("leases-not-renewed", error=failure)
            self._failing = True
        else:
            self._tell(leases)
            self._leases, self._renewed_at, self._failing = leases, began, False

    async def _compare(self, work: Work) -> None:
        """Let go of replies that others have sent: from now on they take over no more of them."""
        known = work.unanswered()
        if known:
            work.keep(await self._store.perform(lambda tx: tx.unanswered_of(known)))

    def _tell(self, leases: Mapping[str, leasing.Lease]) -> None:
        for name in _NAMES:
            if leases.get(name) != self._leases.get(name):
                logs.event("lease-taken" if name in leases else "lease-lost", kind=name)

    def _is_sure(self) -> bool:
        return self._clock.monotonic() - self._renewed_at < SURE_SECONDS


async def _take(tx: ports.Transaction) -> Mapping[str, leasing.Lease]:
    """Say that this process is there, and return what it holds."""
    await tx.be_here()
    found = {name: await tx.take(name) for name in _NAMES}
    return {name: lease for name, lease in found.items() if lease is not None}
