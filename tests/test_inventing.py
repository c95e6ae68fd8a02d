"""Invented people lie in a database as those who lived with the bot, and never beside any."""

import datetime as dt
from pathlib import Path

import pytest

from bot import chance, clock, inventing
from bot.domain import pairing
from bot.store import cipher, errors, opening, store

NOW = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)


@pytest.fixture
async def held(tmp_path: Path) -> store.Store:
    """Return an empty store."""
    url = f"sqlite+aiosqlite:///{tmp_path / 'nearer.db'}"
    return await opening.open_store(
        url, cipher.Keyring((bytes(32),)), clock.ManualClock(NOW), chance.SeededChance(1)
    )


async def test_everybody_is_whole(held: store.Store) -> None:
    """Whoever is invented is found by their account, opens, is paired or alone, and is due some day."""
    told: list[int] = []
    await inventing.fill(held, 45, NOW, told.append)
    assert sum(told) == 45
    paired = 0
    async with held.begin() as tx:
        for number in range(45):
            person = await tx.person_by_telegram(inventing.FIRST_ID + number)
            assert person is not None
            assert person.resting or (person.next_ask_at is not None and person.next_ask_at > NOW)
            half = await tx.living_half(person.id)
            other = await tx.other_half(half) if half else None
            paired += other is not None and half is not None and pairing.reaches(half, other)
            assert [ask.n for ask in await tx.asks(person.id)] == [1, 2]
            assert [one.n for one in await tx.reflections(person.id)] == [1]
    assert paired == 38
    await held.close()


async def test_invented_people_never_come_beside_others(held: store.Store) -> None:
    """A database with anybody in it is left as it is."""
    await inventing.fill(held, 1, NOW)
    with pytest.raises(errors.StoreError, match="there are people in this database"):
        await inventing.fill(held, 2, NOW)
    async with held.begin() as tx:
        assert await tx.person_by_telegram(inventing.FIRST_ID + 1) is None
    await held.close()
