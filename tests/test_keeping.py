"""Keeping: a backup when its hours have passed, none twice, none in the way of the bot, and an age that is told."""

import datetime as dt
import logging
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import chance, checks, clock, keeping, nursery, settings
from bot.store import cipher, opening, shelf, store
from tests import upgraded

NOW = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
KEY = cipher.new_key()


@pytest.fixture
def hands() -> clock.ManualClock:
    """Return a clock that stands still."""
    return clock.ManualClock(NOW)


@pytest.fixture
def folder(tmp_path: Path) -> shelf.Shelf:
    """Return the folder of backups."""
    return shelf.Shelf(tmp_path / "backups")


@pytest.fixture
async def held(tmp_path: Path, hands: clock.ManualClock) -> AsyncIterator[store.Store]:
    """Return an empty store."""
    await upgraded.put(tmp_path / "nearer.db")
    ring = cipher.Keyring((bytes(32),))
    kept = await opening.open_store(
        f"sqlite+aiosqlite:///{tmp_path / 'nearer.db'}", ring, hands, chance.SeededChance(1)
    )
    yield kept
    await kept.close()


async def tended(held: store.Store, folder: shelf.Shelf, hands: clock.ManualClock, hours: int) -> list[int]:
    """Let a keeper tend every five minutes for two days, and return after how many hours each backup was made."""
    async with nursery.Nursery() as tasks:
        keeper = keeping.Keeper(held, folder, hours, tasks)
        for _ in range(2 * 24 * 12):
            keeper.tend(hands.now())
            while tasks.names():
                await hands.sleep(0)
            hands.advance(HOUR / 12)
    return [round((at - NOW) / HOUR) for at, _ in reversed(folder.every(shelf.DATA))]


@pytest.mark.parametrize(("hours", "made"), [(24, [0, 24]), (20, [0, 20, 40]), (0, [])])
async def test_one_is_made_when_its_hours_have_passed(
    held: store.Store, folder: shelf.Shelf, hands: clock.ManualClock, hours: int, made: list[int]
) -> None:
    """The first is made at once, each further one when it is time; with no hours there is none."""
    assert await tended(held, folder, hands, hours) == made


async def test_a_clock_that_was_ahead_keeps_none_away(
    held: store.Store, folder: shelf.Shelf, hands: clock.ManualClock
) -> None:
    """After the clock was a year ahead, and is right again, backups are made as before."""
    hands.jump(NOW + 365 * 24 * HOUR)
    await held.back_up(folder)
    hands.jump(NOW)
    assert await tended(held, folder, hands, 24) == [0, 24, 365 * 24]


async def test_what_a_kill_left_goes_at_the_next_look(
    held: store.Store, folder: shelf.Shelf, hands: clock.ManualClock
) -> None:
    """The copy that a killed process was reading from does not lie there until the next backup is due."""
    await held.back_up(folder)
    with folder.alone():
        left = folder.part("copy.db")
    async with nursery.Nursery() as tasks:
        await keeping.Keeper(held, folder, 24, tasks).look(hands.now())
    assert left.name not in {path.name for path in folder.folder.iterdir()}
    assert len(folder.every(shelf.DATA)) == 1


async def test_a_failure_is_told_and_tried_again(
    held: store.Store, folder: shelf.Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    """Where nothing can be written the bot goes on, says so, and makes one as soon as it can."""
    folder.folder.write_bytes(b"in the way")
    async with nursery.Nursery() as tasks:
        keeper = keeping.Keeper(held, folder, 24, tasks)
        with caplog.at_level(logging.WARNING):
            await keeper.look(NOW)
        assert [record.getMessage().split()[0] for record in caplog.records] == ["backup-failed"]
        folder.folder.unlink()
        await keeper.look(NOW)
    assert len(folder.every(shelf.DATA)) == 1


async def test_old_keys_go_without_a_backup_too(
    held: store.Store, folder: shelf.Shelf, hands: clock.ManualClock
) -> None:
    """Also a bot that makes no backups by itself keeps the promise of how long keys live."""
    await held.back_up(folder)
    hands.advance(15 * 24 * HOUR)
    async with nursery.Nursery() as tasks:
        await keeping.Keeper(held, folder, 0, tasks).look(hands.now())
    assert [len(folder.every(kind)) for kind in (shelf.DATA, shelf.KEYS)] == [1, 0]


@pytest.mark.parametrize(
    ("hours", "age", "well", "line"),
    [
        (24, None, True, "there is none in .* yet: the running bot makes one, or run nearer backup"),
        (0, None, True, "there is none in .* yet: NEARER_BACKUP_HOURS is 0, or run nearer backup"),
        (24, 5, True, "the last is 5 hours old, in /"),
        (24, 49, False, "the last is 49 hours old, in .*: look for backup-failed in the log, or run nearer backup"),
        (0, 49, True, "the last is 49 hours old, in /"),
        (0, 15 * 24, False, "the last is 360 hours old, in .*: .*run nearer backup"),
    ],
)
async def test_a_check_tells_the_age_of_the_last(
    folder: shelf.Shelf, hours: int, age: int | None, *, well: bool, line: str
) -> None:
    """A check says how old the last backup is, and what to do where it is too old or there is none."""
    if age is not None:
        with folder.alone(), folder.new(clock.SystemClock().now() - age * HOUR, shelf.DATA):
            pass
    given = {"SECRET_KEYS": KEY, "BOT_TOKEN": "1:a", "OPERATOR": "Ann", "BACKUP_HOURS": str(hours)}
    given["BACKUP_DIR"] = str(folder.folder)
    chosen = settings.load({f"NEARER_{name}": value for name, value in given.items()})
    said: list[str] = []
    assert await checks._backups(chosen, said.append) is well
    assert re.fullmatch(f"backups: {line}.*", said[0])
