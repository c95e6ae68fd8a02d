"""Leases: one process at a time, by the database's clock, and a fence that nobody who lost it can pass."""

import asyncio
import dataclasses
import datetime as dt

import pytest
import sqlalchemy as sa

from bot.domain import model
from bot.store import store, tables
from bot.usecases import fencing, leasing, ports
from tests.store import conftest, making
from tests.store.making import NOW, SAM

ANN, BEN = 1, 2


async def take(kept: store.Store, process: int, name: str = "sender") -> leasing.Lease | None:
    """Take a lease as one of two processes."""
    kept.process = process
    return await kept.perform(lambda tx: tx.take(name))


async def held(kept: store.Store, process: int, name: str = "sender") -> leasing.Lease:
    """Take a lease that must be free."""
    lease = await take(kept, process, name)
    assert lease is not None
    return lease


async def expire(kept: store.Store) -> None:
    """Let ten seconds pass without a renewal."""
    past = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    async with kept.begin() as tx:
        await tx._connection.execute(sa.update(tables.leases).values(until=past))


async def pending(kept: store.Store) -> bool:
    """Return whether the one row of the outbox is still pending."""
    async with kept.begin() as tx:
        row = await tx.outbox(90)
    assert row is not None
    return row.state is model.OutboxState.PENDING


async def send(tx: ports.Transaction) -> None:
    """Mark the one row of the outbox as being sent."""
    (row,) = await tx.due_outbox(NOW, 1, urgent=False)
    await tx.save(dataclasses.replace(row, state=model.OutboxState.SENDING))


@pytest.fixture
async def due(kept: store.Store) -> store.Store:
    """Return a store with one due row in its outbox."""
    async with kept.begin() as tx:
        await making.people(tx, SAM)
        await tx.add(making.outbox(90))
    return kept


async def test_one_holds_a_lease(kept: store.Store) -> None:
    """What one process holds another does not get; its holder renews it under the same fence."""
    first = await take(kept, ANN)
    assert await take(kept, BEN) is None
    assert await take(kept, ANN) == first


async def test_each_lease_is_its_own(kept: store.Store) -> None:
    """Who holds one lease may or may not hold another."""
    await held(kept, ANN)
    assert await take(kept, BEN, "ticker") is not None


async def test_a_lease_that_ended_is_taken_over(kept: store.Store) -> None:
    """A lease that was not renewed goes to whoever asks, under a higher fence."""
    before = await held(kept, ANN)
    await expire(kept)
    after = await held(kept, BEN)
    assert after.fence > before.fence
    assert await take(kept, ANN) is None


async def test_a_lease_that_nobody_wanted_goes_on(kept: store.Store) -> None:
    """A holder who comes late, but first, holds on under the same fence."""
    before = await held(kept, ANN)
    await expire(kept)
    assert await take(kept, ANN) == before


async def test_a_lease_that_was_given_up_is_free(kept: store.Store) -> None:
    """What a process lets go of at its end another one has at once; it lets go of nothing else."""
    await held(kept, ANN)
    await held(kept, BEN, "ticker")
    kept.process = ANN
    await kept.perform(lambda tx: tx.give_up())
    assert await take(kept, BEN) is not None
    assert await take(kept, ANN, "ticker") is None


async def test_the_holder_passes_the_fence(due: store.Store) -> None:
    """What a holder does under the lease is committed, also after it ended, while nobody else has it."""
    lease = await held(due, ANN)
    await expire(due)
    await fencing.Fenced(due, lease).perform(send)
    assert not await pending(due)


async def test_nobody_else_passes_the_fence(due: store.Store) -> None:
    """A former holder that wakes up and still believes in its lease changes nothing."""
    lease = await held(due, ANN)
    await expire(due)
    await held(due, BEN)
    due.process = ANN
    with pytest.raises(leasing.Lost):
        await fencing.Fenced(due, lease).perform(send)
    assert await pending(due)


async def test_a_fence_is_no_ones_again(due: store.Store) -> None:
    """Who lost a lease and got it back passes with the new fence alone."""
    old = await held(due, ANN)
    for process in (BEN, ANN):
        await expire(due)
        new = await held(due, process)
    with pytest.raises(leasing.Lost):
        await fencing.Fenced(due, old).perform(send)
    await fencing.Fenced(due, new).perform(send)
    assert not await pending(due)


async def test_who_is_alone_asks_nobody(due: store.Store) -> None:
    """Where there can be no other process nothing stands in the database, and everything may be done."""
    await fencing.Fenced(due, leasing.alone("sender")).perform(send)
    async with due.begin() as tx:
        assert (await tx._connection.execute(sa.select(tables.leases))).all() == []


async def test_traces_of_processes_go(kept: store.Store) -> None:
    """A day after its end nothing says that a process was there; the fence of what it held stays."""
    await held(kept, ANN)
    await kept.perform(lambda tx: tx.be_here())
    await expire(kept)
    await kept.purge(NOW)
    async with kept.begin() as tx:
        assert list((await tx._connection.execute(sa.select(tables.leases.c.name))).scalars()) == ["sender"]


@pytest.mark.needs("postgres")
async def test_a_lease_goes_to_one_of_many(opened: conftest.Opener, server_url: str) -> None:
    """Of many processes that want a lease at the same moment one gets it, new or ended."""
    stores = [await opened(server_url) for _ in range(4)]
    for _ in range(2):
        leases = await asyncio.gather(*(one.perform(lambda tx: tx.take("sender")) for one in stores))
        assert sum(lease is not None for lease in leases) == 1
        await expire(stores[0])


@pytest.mark.needs("postgres")
async def test_an_intent_and_a_takeover_do_not_cross(opened: conftest.Opener, server_url: str) -> None:
    """A lease changes hands before an intent or after it: never between its check and its commit."""
    ann, ben = await opened(server_url), await opened(server_url)
    lease = await ann.perform(lambda tx: tx.take("sender"))
    assert lease is not None
    await expire(ann)
    begun, order = asyncio.Event(), []

    async def intend(_tx: ports.Transaction) -> None:
        begun.set()
        await asyncio.sleep(0.1)
        order.append("intent")

    async def take_over() -> None:
        await begun.wait()
        assert await ben.perform(lambda tx: tx.take("sender")) is not None
        order.append("takeover")

    await asyncio.gather(fencing.Fenced(ann, lease).perform(intend), take_over())
    assert order == ["intent", "takeover"]
    with pytest.raises(leasing.Lost):
        await fencing.Fenced(ann, lease).perform(intend)
    assert order == ["intent", "takeover"]
