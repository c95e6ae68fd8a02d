"""What a transaction remembers: what it saved is seen by all that follows, and costs as little as it can."""

import dataclasses

import pytest

from bot.domain import model
from bot.store import errors, store
from tests.store import making
from tests.store.listening import listening
from tests.store.making import PAIR, ROBIN, SAM, TELEGRAM


@pytest.fixture
async def paired(kept: store.Store) -> store.Store:
    """Return a store with a pair in it."""
    async with kept.begin() as tx:
        await making.pair(tx)
    return kept


def _later(person: model.Person) -> model.Person:
    return dataclasses.replace(person, counter=person.counter + 1)


async def test_many_rows_are_saved_in_one_statement(paired: store.Store) -> None:
    """Two people whose counters went up are written by one update, at the end; what stayed as it was, by none."""
    with listening(paired) as said:
        async with paired.begin() as tx:
            people = [await tx.person(one) for one in (SAM, ROBIN)]
            for person in people:
                assert person is not None
                await tx.save(_later(_later(person)))
                await tx.save(_later(person))
            await tx.save(making.half(20, SAM))
            half = await tx.half(SAM, PAIR)
            assert half is not None
            await tx.save(half)
    written = [statement for statement, _ in said if statement.startswith("UPDATE")]
    assert len([one for one in written if one.startswith("UPDATE persons SET counter=")]) == 1
    async with paired.begin() as tx:
        assert [(await tx.person(one)) for one in (SAM, ROBIN)] == [_later(one) for one in people if one]


async def test_what_was_saved_is_seen_by_what_follows(paired: store.Store) -> None:
    """A search, and a change of many rows, both find what was saved before them."""
    async with paired.begin() as tx:
        await tx.add(making.outbox())
    async with paired.begin() as tx:
        row = await tx.outbox(making.outbox().id)
        assert row is not None
        await tx.save(dataclasses.replace(row, state=model.OutboxState.HELD))
        await tx.free_outbox(row.person_id, making.NOW)
        again = await tx.outbox(row.id)
        assert again is not None
        assert again.state is model.OutboxState.PENDING
        # What lies there was changed behind the value's back: all of it is written, not only a difference.
        await tx.save(dataclasses.replace(row, state=model.OutboxState.HELD))
    async with paired.begin() as tx:
        assert await tx.outbox(row.id) == dataclasses.replace(row, state=model.OutboxState.HELD)


async def test_a_row_that_is_gone_cannot_be_saved(paired: store.Store) -> None:
    """Saving what was never there, or went meanwhile, is refused by the end of the transaction."""
    stranger = dataclasses.replace(making.person(SAM), id=999)

    async def save() -> None:
        async with paired.begin() as tx:
            await tx.save(stranger)

    with pytest.raises(errors.StoreError):
        await save()

    async def save_all() -> None:
        async with paired.begin() as tx:
            people = [await tx.person_by_telegram(TELEGRAM[one]) for one in (SAM, ROBIN)]
            tx._memory._stored["persons"][999] = stranger
            for person in (*people, stranger):
                assert person is not None
                await tx.save(dataclasses.replace(person, counter=77))

    with pytest.raises(errors.StoreError, match="no such row in persons"):
        await save_all()


async def test_a_share_taken_back_after_it_was_forgotten_is_no_fault_of_others(paired: store.Store) -> None:
    """Whoever goes takes along what was remembered of them."""
    async with paired.begin() as tx:
        person = await tx.person(SAM)
        assert person is not None
        await tx.save(_later(person))
        await tx.forget(SAM)
    async with paired.begin() as tx:
        assert await tx.person(SAM) is None
        assert await tx.person(ROBIN) is not None
