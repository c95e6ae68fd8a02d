"""Runs work in transactions that commit only while this process alone may do it."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.usecases import leasing, ports

T = TypeVar("T")


class Fenced:
    """A store in the hands of whoever holds a lease: one who lost it, and does not know, can start nothing."""

    def __init__(self, store: ports.Performer, lease: leasing.Lease) -> None:
        self._store = store
        self._lease = lease

    async def perform(self, work: Callable[[ports.Transaction], Awaitable[T]]) -> T:
        """Run `work` in one transaction that holds the lease; raises Lost where another process has it."""

        async def held(tx: ports.Transaction) -> T:
            await tx.hold(self._lease)
            return await work(tx)

        return await self._store.perform(held)
