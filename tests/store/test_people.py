"""People: welcomed once, found by Telegram id or row id, locked in one order, due when their moment has come."""

import dataclasses
import datetime as dt
from typing import Any

import pytest

from bot.domain import model
from bot.store import errors, store
from tests.store import making
from tests.store.making import NOW, ROBIN, SAM, TELEGRAM, later


async def test_a_person_is_who_was_welcomed(kept: store.Store) -> None:
    """Whoever was welcomed is found by Telegram id and by row id, with everything that was set."""
    everything = making.person(
        username="sam_reads",
        locale="pt-BR",
        seed=2**31 - 1,
        agreed_at=NOW,
        zone="Asia/Kathmandu",
        days=frozenset({0, 2, 6}),
        post_at=dt.time(18, 30),
        leaning=model.Leaning.QUIET,
        next_ask_at=later(hours=3),
        noticed_on=making.TODAY,
    )
    async with kept.begin() as tx:
        assert await tx.welcome(TELEGRAM[SAM], everything) == everything
    async with kept.begin() as tx:
        assert await tx.person_by_telegram(TELEGRAM[SAM]) == everything
        assert await tx.person(SAM) == everything
        assert await tx.telegram_id(SAM) == TELEGRAM[SAM]


async def test_nobody_is_found_who_was_not_welcomed(kept: store.Store) -> None:
    """A stranger is None by every way of asking."""
    async with kept.begin() as tx:
        assert await tx.person_by_telegram(TELEGRAM[SAM]) is None
        assert await tx.person(SAM) is None
        assert await tx.telegram_id(SAM) is None


async def test_a_second_welcome_changes_nothing(kept: store.Store) -> None:
    """Whoever is there already stays, whatever row the second welcome brought."""
    async with kept.begin() as tx:
        first = await tx.welcome(TELEGRAM[SAM], making.person(SAM))
        assert await tx.welcome(TELEGRAM[SAM], making.person(ROBIN, name="somebody else")) == first
        assert await tx.person(ROBIN) is None


async def test_saving_keeps_the_telegram_id(kept: store.Store) -> None:
    """A saved person is as they were saved, and still where their chat is."""
    async with kept.begin() as tx:
        await making.people(tx, SAM)
        changed = making.person(name="Sam Ω", username=None, resting=True, counter=7)
        await tx.save(changed)
    async with kept.begin() as tx:
        assert await tx.person_by_telegram(TELEGRAM[SAM]) == changed


async def test_who_is_not_there_cannot_be_saved(kept: store.Store) -> None:
    """Saving hits exactly one row or is an error: nothing is written past a person."""
    async with kept.begin() as tx:
        await making.people(tx, SAM)
    with pytest.raises(errors.StoreError, match="no data key"):
        async with kept.begin() as tx:
            await tx.save(making.person(ROBIN))
    with pytest.raises(errors.StoreError, match="no such row in asks"):
        async with kept.begin() as tx:
            await tx.save(making.ask(40))


async def test_people_are_not_added_like_rows(kept: store.Store) -> None:
    """A person without a Telegram id and a key cannot slip in."""
    with pytest.raises(errors.StoreError, match="welcomed"):
        async with kept.begin() as tx:
            await tx.add(making.person(SAM))


async def test_due_people_come_earliest_first(kept: store.Store) -> None:
    """Whose next ask has come is due, the earliest first, no more than asked for, nobody without a next ask."""
    due = {1: later(hours=-1), 2: NOW, 3: later(seconds=1), 4: None, 5: later(hours=-2)}
    async with kept.begin() as tx:
        for person_id, moment in due.items():
            await tx.welcome(person_id, making.person(person_id, next_ask_at=moment))
        assert [person.id for person in await tx.due_people(NOW, 10)] == [5, 1, 2]
        assert [person.id for person in await tx.due_people(NOW, 2)] == [5, 1]


async def test_rested_people_are_those_whose_rest_is_over(kept: store.Store) -> None:
    """A rest without an end goes on, one that ended by now is over."""
    rests = {1: (True, NOW), 2: (True, later(seconds=1)), 3: (True, None), 4: (False, NOW)}
    async with kept.begin() as tx:
        for person_id, (resting, until) in rests.items():
            await tx.welcome(person_id, making.person(person_id, resting=resting, rest_until=until))
        assert [person.id for person in await tx.rested_people(NOW, 10)] == [1]


async def test_strangers_never_agreed(kept: store.Store) -> None:
    """Who was seen long ago and never agreed is a stranger; who agreed or came lately is not."""
    seen = {1: (later(days=-3), None), 2: (later(days=-3), NOW), 3: (NOW, None), 4: (later(days=-4), None)}
    async with kept.begin() as tx:
        for person_id, (seen_at, agreed_at) in seen.items():
            await tx.welcome(person_id, making.person(person_id, seen_at=seen_at, agreed_at=agreed_at))
        assert [person.id for person in await tx.strangers(later(days=-2), 10)] == [4, 1]


async def test_locking_takes_any_order_and_anybody(kept: store.Store) -> None:
    """People are locked whatever the order, and those who are gone do not matter."""
    async with kept.begin() as tx:
        await making.people(tx)
        await tx.lock(ROBIN, SAM, 99)
        await tx.lock()
        assert await tx.person(SAM) == making.person(SAM)


async def test_names_of_any_script_come_back(kept: store.Store) -> None:
    """Names with lone surrogates, NULs, direction marks and thousands of characters survive."""
    for name in ("", "\ud83d", "a\x00b", "\u202eevil", "🧡" * 2000):
        hostile = making.person(name=name, username=name)
        async with kept.begin() as tx:
            await tx.welcome(TELEGRAM[SAM], making.person())
            await tx.save(hostile)
        async with kept.begin() as tx:
            assert await tx.person(SAM) == dataclasses.replace(hostile)


async def test_who_is_planned_beyond_tomorrow_is_found(kept: store.Store) -> None:
    """By a slot, a last ask, a rest, or a row that waits; whoever has nothing so far ahead is passed over."""
    fields: tuple[dict[str, Any], ...] = (
        {"next_ask_at": later(days=3)},
        {"last_ask_at": later(days=2)},
        {"rest_until": later(days=9)},
        {},
    )
    async with kept.begin() as tx:
        for number, given in enumerate((*fields, {"next_ask_at": later(hours=23)}), start=1):
            await tx.welcome(number, making.person(number, **given))
        await tx.add(making.outbox(90, 4, due_at=later(days=2)))
        await tx.add(making.outbox(91, 5, due_at=later(hours=2)))
        assert [one.id for one in await tx.people_ahead(0, NOW, 10)] == [1, 2, 3, 4]
        assert [one.id for one in await tx.people_ahead(1, NOW, 2)] == [2, 3]


async def test_a_clock_that_ran_ahead_is_known_until_it_is_noted(kept: store.Store) -> None:
    """A time that was noted stands against an earlier one; a minute is what two machines may differ by."""
    async with kept.begin() as tx:
        assert [await tx.ran_ahead(later(minutes=m)) for m in (0, 60, 59.5, 58, 58)] == [
            False,
            False,
            False,
            True,
            True,
        ]
        await tx.note_time(later(minutes=58))
        assert await tx.ran_ahead(later(minutes=58)) is False
