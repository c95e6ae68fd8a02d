"""What processes of one bot must know of each other: who may do alone what only one may do."""

import dataclasses
from collections.abc import Collection, Sequence
from typing import Protocol

SENDER, TICKER = "sender", "ticker"


@dataclasses.dataclass(frozen=True, slots=True)
class Lease:
    """The right to do something alone; whoever takes it over has a higher fence."""

    name: str
    fence: int


def alone(name: str) -> Lease:
    """Return the lease of a process beside which there can be no other: nobody has to be asked about it."""
    return Lease(name, 0)


class Lost(Exception):  # noqa: N818 - said of a lease
    """Another process holds the lease by now."""


class Behind(Exception):  # noqa: N818 - said of an update
    """An earlier update of the same person is still to be done, here or by another process."""


class Leasing(Protocol):
    """The part of a transaction that knows leases; their time is the database's own."""

    async def take(self, name: str) -> Lease | None:
        """Take a lease that is free, or renew one's own, for ten seconds; None where another process holds it."""
        ...

    async def be_here(self) -> None:
        """Say for the next ten seconds that this process is there, so that nobody takes over what it handles."""
        ...

    async def hold(self, lease: Lease) -> None:
        """Let nobody take this lease before the transaction ends; raise Lost where somebody has."""
        ...

    async def unanswered_of(self, update_ids: Collection[int]) -> Sequence[int]:
        """Return which of these updates this process still has to answer."""
        ...

    async def give_up(self) -> None:
        """Let go of everything that this process holds: another one may take it at once."""
        ...
