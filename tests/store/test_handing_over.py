"""Updates between processes: one lane for each person, and nothing left lying where a process is gone."""

import asyncio
import datetime as dt

import pytest
import sqlalchemy as sa

from bot.store import errors, store, tables
from bot.usecases import leasing, ports
from tests.store import conftest
from tests.store.making import NOW, later

ANN, BEN = 1, 2  # processes
ME, YOU = 501, 502  # people
NOBODY: frozenset[int] = frozenset()


def update(update_id: int, sender: int | None = ME) -> ports.Incoming:
    """Return an update of somebody."""
    return ports.Incoming(update_id=update_id, telegram_id=sender, payload=b"{}")


async def claim(kept: store.Store, update_id: int) -> bool:
    """Claim an update in a transaction of its own, and leave it as it is."""
    return await kept.perform(lambda tx: tx.claim(update_id))


async def do(kept: store.Store, process: int, *update_ids: int, at: dt.datetime = NOW) -> None:
    """Handle updates as one of two processes that is there."""
    kept.process = process

    async def handle(tx: ports.Transaction, update_id: int) -> None:
        assert await tx.claim(update_id)
        await tx.finish(update_id, at)

    await kept.perform(lambda tx: tx.be_here())
    for update_id in update_ids:
        await kept.perform(lambda tx, one=update_id: handle(tx, one))  # type: ignore[misc]


async def adopted(kept: store.Store, process: int, known: frozenset[int] = NOBODY) -> list[int]:
    """Return what a process takes over."""
    kept.process = process
    found = await kept.adopt(later(minutes=-10), later(seconds=-5), known)
    return [row.update_id for row in found]


async def end(kept: store.Store) -> None:
    """Let every process be gone."""
    past = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    async with kept.begin() as tx:
        await tx._connection.execute(sa.update(tables.leases).values(until=past))


async def strays(kept: store.Store, before: dt.datetime = NOW) -> list[int]:
    """Return the updates that nobody does."""
    return [row.update_id for row in await kept.strays(before, 10)]


async def test_one_thing_after_the_other(kept: store.Store) -> None:
    """What a person sent later waits for what they sent before; other people wait for nobody."""
    await kept.receive([update(8), update(9), update(7, YOU)], NOW)
    with pytest.raises(leasing.Behind):
        await claim(kept, 9)
    assert await claim(kept, 7)
    await do(kept, ANN, 8)
    assert (await claim(kept, 8), await claim(kept, 9)) == (False, True)


async def test_telegrams_order_counts(kept: store.Store) -> None:
    """Of two updates that came the other way round the one that was sent first is first; after a day, what came."""
    await kept.receive([update(9)], NOW)
    await kept.receive([update(8)], later(seconds=1))
    await kept.receive([update(3)], later(days=1))
    for late in (9, 3):
        with pytest.raises(leasing.Behind):
            await claim(kept, late)
    await do(kept, ANN, 8, 9, 3)


async def test_poison_holds_back_nobody(kept: store.Store) -> None:
    """What was put aside after its last try is no longer before anything."""
    await kept.receive([update(8), update(9)], NOW)
    assert await kept.failed(8, attempts=5, next_at=None)
    assert await claim(kept, 9)


async def test_updates_of_nobody_wait_for_nothing(kept: store.Store) -> None:
    """Updates without a sender have lanes of their own."""
    await kept.receive([update(8, None), update(9, None)], NOW)
    assert await claim(kept, 9)


async def test_what_lies_too_long_is_found(kept: store.Store) -> None:
    """Of every person the first update that is due is found, oldest first, and none that is behind or waits."""
    await kept.receive([update(8), update(9)], NOW)
    await kept.receive([update(6, YOU)], later(seconds=1))
    await kept.receive([update(5, 503), update(4, 504)], NOW)
    await kept.failed(5, attempts=1, next_at=later(seconds=9))
    await do(kept, ANN, 4)
    assert await strays(kept) == [8]
    assert await strays(kept, later(seconds=9)) == [5, 8, 6]


async def test_a_failure_of_what_is_done_is_none(kept: store.Store) -> None:
    """A process whose try fails, while another one has done it, is told so, and changes nothing."""
    await kept.receive([update(8)], NOW)
    await do(kept, ANN, 8)
    assert not await kept.failed(8, attempts=5, next_at=None)
    assert await strays(kept) == []


async def test_who_is_there_answers(kept: store.Store) -> None:
    """What a process did it answers itself, as long as it is there."""
    await kept.receive([update(8)], NOW)
    await do(kept, ANN, 8)
    assert await adopted(kept, BEN) == []
    assert await adopted(kept, ANN, frozenset({8})) == []


async def test_who_is_gone_is_stood_in_for(kept: store.Store) -> None:
    """What a process that is gone did not answer another one takes over, once."""
    await kept.receive([update(8), update(9), update(7, YOU)], NOW)
    await do(kept, ANN, 8, 9, 7)
    await kept.answered([8], NOW)
    await end(kept)
    await do(kept, BEN)
    assert await adopted(kept, BEN) == [7, 9]
    assert await adopted(kept, 3) == []
    assert await adopted(kept, BEN, frozenset({7, 9})) == []


async def test_a_reply_that_nobody_has_is_noticed(kept: store.Store) -> None:
    """What a process did and knows nothing of, since it never heard of the commit, it takes up after a moment."""
    await kept.receive([update(8), update(9)], NOW)
    await do(kept, ANN, 8, at=later(seconds=-6))
    await do(kept, ANN, 9, at=later(seconds=-4))
    assert await adopted(kept, ANN) == [8]


async def test_old_replies_are_let_go(kept: store.Store) -> None:
    """What was done more than ten minutes ago is closed without a word."""
    await kept.receive([update(8)], NOW)
    await do(kept, ANN, 8, at=later(minutes=-11))
    await end(kept)
    await do(kept, BEN)
    assert await adopted(kept, BEN) == []
    await end(kept)
    assert await adopted(kept, 3) == []


async def test_who_comes_back_learns_what_is_still_theirs(kept: store.Store) -> None:
    """A process that was stopped sends no reply that another one has taken over."""
    await kept.receive([update(8), update(7, YOU)], NOW)
    await do(kept, ANN, 8, 7)
    await end(kept)
    await do(kept, BEN)
    assert await adopted(kept, BEN) == [7, 8]
    kept.process = ANN
    assert await kept.perform(lambda tx: tx.unanswered_of({7, 8})) == []
    kept.process = BEN
    await kept.answered([7], NOW)
    assert await kept.perform(lambda tx: tx.unanswered_of({7, 8})) == [8]


@pytest.mark.needs("postgres")
async def test_replies_are_taken_over_once(opened: conftest.Opener, server_url: str) -> None:
    """Of several processes that find unanswered updates at once, each update goes to one."""
    gone = await opened(server_url)
    await gone.receive([update(n, n) for n in range(20)], NOW)
    for n in range(20):
        await gone.perform(lambda tx, one=n: tx.finish(one, NOW))  # type: ignore[misc]
    stores = [await opened(server_url) for _ in range(3)]
    for one in stores:
        await one.perform(lambda tx: tx.be_here())
    looks = (one.adopt(later(minutes=-10), later(seconds=-5), NOBODY) for one in stores for _ in range(2))
    found = [row.update_id for rows in await asyncio.gather(*looks) for row in rows]
    assert sorted(found) == list(range(20))


@pytest.mark.needs("postgres")
async def test_a_lane_is_one_across_processes(opened: conftest.Opener, server_url: str) -> None:
    """Processes that handle one person's updates at the same time do them one after the other, in order."""
    stores = [await opened(server_url) for _ in range(3)]
    for n in range(12):
        await stores[n % 3].receive([update(n)], NOW)
    order: list[int] = []

    async def handle(tx: ports.Transaction, update_id: int) -> None:
        if await tx.claim(update_id):
            order.append(update_id)
            await asyncio.sleep(0.001)
            order.append(update_id)
            await tx.finish(update_id, NOW)

    async def serve(one: store.Store, update_id: int) -> None:
        while True:
            try:
                return await one.perform(lambda tx: handle(tx, update_id))
            except leasing.Behind:
                await asyncio.sleep(0.002)

    await asyncio.gather(*(serve(stores[(n * 7) % 3], n) for n in reversed(range(12))))
    assert order == [n for n in range(12) for _ in range(2)]


@pytest.mark.needs("postgres")
async def test_a_lost_connection_is_nobodys_fault(
    opened: conftest.Opener, server_url: str, upgraded_database: str
) -> None:
    """A transaction whose connection is lost in the middle says that the database went away, and leaves nothing."""
    kept = await opened(server_url)

    async def work(tx: ports.Transaction) -> None:
        await tx.be_here()
        await conftest.on_server(conftest.CUT, upgraded_database)
        await tx.give_up()

    with pytest.raises(ports.Away):
        await kept.perform(work)
    async with kept.begin() as tx:
        assert (await tx._connection.execute(sa.select(tables.leases))).all() == []


@pytest.mark.needs("postgres")
async def test_a_server_that_is_not_there_is_away(opened: conftest.Opener, server_url: str) -> None:
    """A store whose server cannot be reached any more says that it is away."""
    kept = await opened(server_url)
    await kept._engine.dispose()
    kept._engine.sync_engine.pool._creator = _refuse  # type: ignore[assignment]
    with pytest.raises(errors.Away, match="cannot be reached"):
        await kept.purge(NOW)


def _refuse(*_: object) -> None:
    raise ConnectionRefusedError
