"""Rotating: every key comes under the new master key, also after a kill, and then the old one may go."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from bot.store import cipher, errors, rotating, store
from bot.usecases import ports
from tests.store import conftest, making, test_canaries
from tests.store.making import NOW, SAM

OLD, NEW = conftest.KEY, bytes([7] * 32)
BOTH = cipher.Keyring((NEW, OLD))
MANY = 12


async def live(kept: store.Store) -> None:
    """Let there be keys of people and of a day."""
    await kept.receive([ports.Incoming(update_id=1, telegram_id=5, payload=b"{}")], NOW)
    async with kept.begin() as tx:
        await making.people(tx, *range(1, MANY + 1))
        await tx.add(making.reflection())


async def wrapped(kept: store.Store) -> list[bytes]:
    """Return every wrapped key."""
    async with kept.begin() as tx:
        rows = await making.everything(tx)
    return [row[1] for name in ("data_keys", "inbox_keys", "secrets") for row in rows[name]]


@pytest.fixture
async def both(url: str, opened: conftest.Opener) -> store.Store:
    """Return a store that lived under the old key and was opened with the new one before it."""
    kept = await opened(url, OLD)
    await live(kept)
    await kept.close()
    return await opened(url, NEW, OLD)


async def test_the_old_key_may_go(both: store.Store, url: str, opened: conftest.Opener) -> None:
    """After a rotation the new key alone opens everything, and the old one nothing."""
    before = await wrapped(both)
    seen: list[tuple[int, int]] = []
    rotated = await both.rotate(lambda *at: seen.append(at))
    assert rotated == rotating.Rotated(keys=MANY + 2, wrapped=MANY + 2)
    assert seen[-1] == (MANY + 2, MANY + 2)
    assert set(before) & set(await wrapped(both)) == set()
    assert await both.rotate() == rotating.Rotated(keys=MANY + 2, wrapped=0)
    await both.close()
    alone = await opened(url, NEW)
    async with alone.begin() as tx:
        assert await tx.reflection(50) == making.reflection()
        assert await tx.person_by_telegram(making.TELEGRAM[SAM]) == making.person(SAM)
    assert [one.payload for one in await alone.arrived(10)] == [b"{}"]
    await alone.close()
    with pytest.raises(errors.WrongKey):
        await opened(url, OLD)


async def test_people_go_on_meanwhile(both: store.Store, url: str, opened: conftest.Opener) -> None:
    """Who comes while keys are rotated is there afterwards, and who is forgotten is not."""

    async def come_and_go() -> None:
        for one in range(1, MANY):
            async with both.begin() as tx:
                await tx.welcome(1000 + one, making.person(1000 + one))
                await tx.forget(one)

    await asyncio.gather(come_and_go(), rotating.rotate(both._engine, BOTH, batch=1))
    await both.close()
    alone = await opened(url, NEW)
    async with alone.begin() as tx:
        there = [one for one in range(1, 1000 + MANY) if await tx.telegram_id(one) is not None]
        assert len((await making.everything(tx))["data_keys"]) == len(there)
    assert there == [MANY, *range(1001, 1000 + MANY)]


async def test_a_killed_rotation_is_taken_up(both: store.Store, url: str, opened: conftest.Opener) -> None:
    """Killed in the middle, everything opens with both keys, and the next rotation does the rest."""
    await both.close()
    ran = subprocess.run(  # noqa: S603, ASYNC221 - our own interpreter, and nothing else is going on
        [sys.executable, "-c", KILLED, url], check=False, cwd=Path(__file__).parents[2]
    )
    assert ran.returncode == -9
    again = await opened(url, NEW, OLD)
    async with again.begin() as tx:
        assert [one for one in range(1, MANY + 1) if await tx.telegram_id(one) is None] == []
    assert await again.rotate() == rotating.Rotated(keys=MANY + 2, wrapped=MANY + 2 - 6)
    await again.close()
    await opened(url, NEW)


KILLED = """
import asyncio, os, sys
from bot.store import engines, rotating
from tests.store import test_rotating

def kill(done, total):
    if done == 6:
        os.kill(os.getpid(), 9)

asyncio.run(rotating.rotate(engines.make(sys.argv[1]), test_rotating.BOTH, kill, batch=3))
"""


async def test_nothing_under_the_old_key_is_left_in_the_file(
    file_url: str, opened: conftest.Opener, tmp_path: Path
) -> None:
    """Neither the file nor its journal holds what the old key opens."""
    kept = await opened(file_url, OLD)
    await live(kept)
    before = await wrapped(kept)
    await kept.close()
    both = await opened(file_url, NEW, OLD)
    await both.rotate()
    lying = test_canaries.contents(tmp_path)
    assert [one for one in before if one in lying] == []


async def test_a_lost_key_is_told(url: str, opened: conftest.Opener) -> None:
    """Keys that none of the master keys opens stop a rotation and are left as they are."""
    kept = await opened(url, OLD)
    await live(kept)
    with pytest.raises(errors.WrongKey, match=r"add the older key to NEARER_SECRET_KEYS$"):
        await rotating.rotate(kept._engine, cipher.Keyring((NEW,)))
    async with kept.begin() as tx:
        assert await tx.telegram_id(SAM) == making.TELEGRAM[SAM]


async def test_the_first_key_of_who_runs_is_known(url: str, opened: conftest.Opener) -> None:
    """Until the bot was started with the new key first, a rotation elsewhere would lock it out."""
    running = await opened(url, OLD)
    assert await rotating.is_noted(running._engine, BOTH)
    await running.note_first_key()
    assert not await rotating.is_noted(running._engine, BOTH)
    await rotating.note(running._engine, BOTH)
    assert await rotating.is_noted(running._engine, BOTH)
