"""Transactions: all or nothing, one at a time in a task, run again where the database asks for it."""

import asyncio
import contextlib
import re

import pytest
import sqlalchemy as sa

from bot import clock
from bot.store import errors, store
from bot.usecases import ports
from tests.store import making
from tests.store.making import SAM


def the_port(kept: store.Store) -> ports.Store:
    """Return the store as its port: the type checker holds the two together."""
    return kept


async def test_a_store_is_what_use_cases_ask_for(kept: store.Store) -> None:
    """Work written against the port runs on the store and gives back its result."""

    async def work(tx: ports.Transaction) -> str:
        await tx.welcome(1, making.person())
        found = await tx.person(SAM)
        return found.name if found else ""

    assert await the_port(kept).perform(work) == making.person().name


async def test_an_error_leaves_nothing_behind(kept: store.Store) -> None:
    """What was written before an error is gone, and the error arrives unchanged."""
    with pytest.raises(KeyError, match="mine"):
        await kept.perform(_welcome_and_fail)
    async with kept.begin() as tx:
        assert await tx.person(SAM) is None


async def test_a_refused_row_leaves_the_transaction_usable(kept: store.Store) -> None:
    """After `add` said no, what follows in the same transaction lands."""
    async with kept.begin() as tx:
        await making.people(tx)
        assert await tx.add(making.outbox(90))
        assert await tx.add(making.outbox(90)) is False
        assert await tx.add(making.outbox(91))
    async with kept.begin() as tx:
        assert await tx.outbox(91) == making.outbox(91)


async def test_a_transaction_inside_a_transaction_is_refused(kept: store.Store) -> None:
    """A task that would wait for itself learns so at once, and the store goes on working."""
    with pytest.raises(errors.Nested, match="inside a transaction"):
        async with kept.begin():
            await kept.offset()
    async with kept.begin() as tx:
        assert await tx.person(SAM) is None


async def test_two_tasks_take_turns(kept: store.Store) -> None:
    """Tasks that want the store at the same time all get it."""

    async def one(person_id: int) -> None:
        async with kept.begin() as tx:
            await tx.welcome(person_id, making.person(person_id))
            await asyncio.sleep(0)

    await asyncio.gather(*(one(n) for n in range(1, 21)))
    async with kept.begin() as tx:
        assert [await tx.telegram_id(n) for n in range(1, 21)] == list(range(1, 21))


async def test_a_cancelled_task_leaves_nothing_behind(kept: store.Store) -> None:
    """Cancelled at any of its waits, a transaction is undone and the next one finds the store usable."""
    for stop_after in range(1, 12):
        async with asyncio.TaskGroup() as group:
            task = group.create_task(_welcome_slowly(kept))
            for _ in range(stop_after * 3):
                await asyncio.sleep(0)
            task.cancel()
        async with kept.begin() as tx:
            await tx.forget(SAM)
            assert await tx.person(SAM) is None


async def test_work_runs_again_where_the_database_asks(kept: store.Store, hands: clock.ManualClock) -> None:
    """From the start, after a pause, and only the last run counts."""
    runs: list[float] = []

    async def work(tx: ports.Transaction) -> int:
        await tx.welcome(len(runs) + 1, making.person(len(runs) + 1))
        runs.append(hands.monotonic())
        if len(runs) < 3:
            raise errors.Again("please")
        return len(runs)

    assert await kept.perform(work) == 3
    assert runs == sorted(set(runs))
    async with kept.begin() as tx:
        assert [await tx.telegram_id(n) for n in (1, 2, 3)] == [None, None, 3]


async def test_work_is_not_run_forever(kept: store.Store) -> None:
    """A database that never agrees is an error in the end."""
    runs: list[int] = []

    async def work(_: ports.Transaction) -> None:
        runs.append(1)
        raise errors.Again("please")

    with pytest.raises(errors.Again):
        await kept.perform(work)
    assert len(runs) == 8


async def test_an_error_of_the_database_shows_no_value(kept: store.Store) -> None:
    """What goes wrong is said in one line, with the constraint and without what it was about."""
    async with kept.begin() as tx:
        await making.people(tx)
    with pytest.raises(errors.StoreError) as caught:
        async with kept.begin() as tx:
            await tx._connection.execute(
                sa.text("INSERT INTO pairs VALUES (424242424242, '2026-11-23 00:00:00', 3)")
            )
    assert "424242424242" not in repr(caught.value)
    assert re.fullmatch(r"the database refused: \w+ \(ck_pairs_seats\)", str(caught.value))
    assert caught.value.__suppress_context__


async def test_a_full_disk_is_said_in_one_line(file_url: str, opened: object) -> None:
    """A write that finds no room fails with one line and leaves everything as it was."""
    assert callable(opened)
    kept: store.Store = await opened(file_url)
    async with kept.begin() as tx:
        await making.people(tx, SAM)
    async with kept._connected() as connection:
        raw = (await connection.get_raw_connection()).driver_connection
        assert raw is not None
        [(pages,)] = await raw.execute_fetchall("PRAGMA page_count")
        await raw.execute_fetchall(f"PRAGMA max_page_count={pages}")
    with pytest.raises(store.StoreError, match=r"^the disk under the database is full$"):
        async with kept.begin() as tx:
            await tx.add(making.reflection(words="long" * 100_000))
    async with kept.begin() as tx:
        assert await tx.person(SAM) == making.person()
        assert await tx.reflection(50) is None


async def _welcome_and_fail(tx: ports.Transaction) -> None:
    await tx.welcome(1, making.person())
    raise KeyError("mine")


async def _welcome_slowly(kept: store.Store) -> None:
    with contextlib.suppress(asyncio.CancelledError):
        async with kept.begin() as tx:
            await tx.welcome(1, making.person())
            await asyncio.Event().wait()
