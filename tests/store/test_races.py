"""Races: whoever comes second waits, skips or is told no; nothing is lost and nothing happens twice."""

import asyncio
import dataclasses
from typing import Any

import pytest

from bot.domain import model
from bot.store import store
from bot.usecases import ports
from tests.store import conftest, making
from tests.store.making import NOW, PAIR, ROBIN, SAM, TELEGRAM


async def at_once(*works: Any) -> list[Any]:
    """Run everything at the same time and return the results."""
    return list(await asyncio.gather(*works))


async def add(kept: store.Store, row: ports.Row) -> bool:
    """Add a row in a transaction of its own."""
    return await kept.perform(lambda tx: tx.add(row))


async def test_no_increment_is_lost(kept: store.Store) -> None:
    """A hundred read-and-write transactions on one person add up to a hundred."""
    async with kept.begin() as tx:
        await making.people(tx, SAM)

    async def increment(tx: ports.Transaction) -> None:
        person = await tx.person(SAM)
        assert person is not None
        await asyncio.sleep(0)
        await tx.save(dataclasses.replace(person, counter=person.counter + 1))

    await at_once(*(kept.perform(increment) for _ in range(100)))
    async with kept.begin() as tx:
        assert await tx.person(SAM) == making.person(counter=100)


async def test_an_update_is_claimed_by_one(kept: store.Store) -> None:
    """Of many that claim an update at the same time one gets it, and it is done once."""
    await kept.receive([ports.Incoming(update_id=5, telegram_id=1, payload=b"{}")], NOW)
    handled = []

    async def handle(tx: ports.Transaction) -> None:
        if await tx.claim(5):
            await asyncio.sleep(0.01)
            handled.append(5)
            await tx.finish(5, NOW)

    await at_once(*(kept.perform(handle) for _ in range(8)))
    assert handled == [5]


async def test_a_person_is_welcomed_once(kept: store.Store) -> None:
    """First contacts of one account at the same time lead to one person."""

    async def welcome(row: model.Person) -> model.Person:
        return await kept.perform(lambda tx: tx.welcome(7, row))

    met = await at_once(*(welcome(making.person(n)) for n in range(1, 9)))
    assert len({person.id for person in met}) == 1


async def test_an_ask_is_planned_once(kept: store.Store) -> None:
    """Of many ticks that plan one person's day one is told yes."""
    async with kept.begin() as tx:
        await making.people(tx, SAM)
    asks = [making.ask(40 + n, n=1, local_date=making.TODAY) for n in range(8)]
    assert sorted(await at_once(*(add(kept, ask) for ask in asks))) == [False] * 7 + [True]


async def test_two_cannot_take_the_same_seat(kept: store.Store) -> None:
    """Of three that join a pair at the same time two sit down."""
    async with kept.begin() as tx:
        await making.people(tx, SAM, ROBIN, 3)
        await tx.add_pair(PAIR, NOW)
    halves = [making.half(20 + person_id, person_id) for person_id in (SAM, ROBIN, 3)]
    assert sum(await at_once(*(add(kept, half) for half in halves))) == 2


async def test_due_rows_go_to_one(kept: store.Store) -> None:
    """Two that take due rows at the same time take different ones."""
    async with kept.begin() as tx:
        await making.people(tx, SAM)
        for row_id in range(90, 110):
            await tx.add(making.outbox(row_id))

    async def take(tx: ports.Transaction) -> list[int]:
        rows = await tx.due_outbox(NOW, 10, urgent=False)
        await asyncio.sleep(0.01)
        for row in rows:
            await tx.save(dataclasses.replace(row, state=model.OutboxState.SENDING))
        return [row.id for row in rows]

    first, second = await at_once(kept.perform(take), kept.perform(take))
    assert sorted(first + second) == list(range(90, 110))


async def test_forgetting_meets_writing(kept: store.Store) -> None:
    """A person who is forgotten while something is written for them leaves nothing, whoever was first."""
    for round_number in range(8):
        async with kept.begin() as tx:
            await making.pair(tx) if round_number == 0 else await making.people(tx)

        async def write(tx: ports.Transaction) -> bool:
            return await tx.person(SAM) is not None and await tx.add(making.reflection())

        await at_once(kept.perform(write), kept.perform(lambda tx: tx.forget(SAM)), kept.perform(write))
        async with kept.begin() as tx:
            if await tx.person(SAM) is not None:
                await tx.forget(SAM)
            assert await tx.reflection(50) is None


@pytest.mark.needs("postgres")
async def test_crossed_locks_are_run_again(opened: conftest.Opener, server_url: str) -> None:
    """Two that wait for each other are untied by the server, run again, and both land."""
    kept = await opened(server_url)
    async with kept.begin() as tx:
        await making.people(tx)
    met = asyncio.Barrier(2)

    async def work(tx: ports.Transaction, first: int, second: int, runs: list[int]) -> None:
        runs.append(1)
        mine = await tx.person(first)
        if len(runs) == 1:
            await met.wait()
        theirs = await tx.person(second)
        for person in (mine, theirs):
            assert person is not None
            await tx.save(dataclasses.replace(person, counter=person.counter + 1))

    runs: tuple[list[int], list[int]] = ([], [])
    await at_once(
        kept.perform(lambda tx: work(tx, SAM, ROBIN, runs[0])),
        kept.perform(lambda tx: work(tx, ROBIN, SAM, runs[1])),
    )
    async with kept.begin() as tx:
        assert await tx.person(SAM) == making.person(SAM, counter=2)
        assert await tx.person(ROBIN) == making.person(ROBIN, counter=2)
    assert len(runs[0]) + len(runs[1]) == 3


@pytest.mark.needs("postgres")
async def test_two_processes_share_a_server(opened: conftest.Opener, server_url: str) -> None:
    """What one process took in the other handles, also on the first day that neither has a key of."""
    one, other = await opened(server_url), await opened(server_url)
    batches = [[ports.Incoming(update_id=n, telegram_id=n, payload=b"%d" % n)] for n in range(4)]
    await at_once(
        *(kept.receive(batch, NOW) for kept, batch in zip((one, other, one, other), batches, strict=True))
    )
    assert [arrived.payload for arrived in await other.arrived(10)] == [b"0", b"1", b"2", b"3"]
    async with one.begin() as tx:
        await tx.welcome(TELEGRAM[SAM], making.person())
    async with other.begin() as tx:
        assert await tx.person_by_telegram(TELEGRAM[SAM]) == making.person()


@pytest.mark.needs("postgres")
async def test_a_lost_connection_is_replaced(
    opened: conftest.Opener, server_url: str, upgraded_database: str
) -> None:
    """After the server has dropped every connection the next transaction finds a new one."""
    kept = await opened(server_url)
    async with kept.begin() as tx:
        await making.people(tx)
    await conftest.on_server(conftest.CUT, upgraded_database)
    async with kept.begin() as tx:
        assert await tx.person(SAM) == making.person()
