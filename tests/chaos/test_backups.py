"""Backups as an operator meets them: made beside a running bot, put back on another machine, told in one line."""

import dataclasses
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from bot.simulator import person, world
from bot.store import cipher
from tests.chaos import stages

Settings = Mapping[str, str]


@pytest.fixture
def desk(stage: stages.Stage, tmp_path: Path) -> stages.Stage:
    """Return a way to run commands beside a bot, whose lines do not mix with its log."""
    (tmp_path / "desk").mkdir()
    return dataclasses.replace(stage, folder=tmp_path / "desk")


@pytest.fixture
def by_hand(settings: Settings) -> Settings:
    """Return settings with which the bot makes no backup that another could meet."""
    return {**settings, "NEARER_BACKUP_HOURS": "0"}


@pytest.fixture
def ahead(stage: stages.Stage) -> Iterator[Callable[[int], None]]:
    """Return a way to set the clocks of all processes ahead by some seconds."""

    def set_ahead(seconds: int) -> None:
        stage.nest.ahead.write_text(str(seconds), encoding="ascii")

    yield set_ahead
    set_ahead(0)


def files(folder: Path, kind: str = "data") -> list[str]:
    """Return the names of the backups in the folder of a test."""
    return sorted(path.name for path in (folder / "backups").glob(f"*.{kind}"))


async def meet(telegram: world.World) -> person.Person:
    """Let somebody agree to begin, and return them."""
    ann = telegram.person("Ann")
    await ann.send("/start")
    await stages.until(lambda: len(ann.inbox) == 1)
    await ann.tap("agree")
    await stages.until(lambda: len(ann.inbox) > 1)
    return ann


def lose(folder: Path) -> None:
    """Lose the database with everything beside it."""
    for path in folder.glob("nearer.db*"):
        path.unlink()


async def test_a_lost_machine_is_replaced(
    stage: stages.Stage, desk: stages.Stage, by_hand: Settings, telegram: world.World, tmp_path: Path
) -> None:
    """A backup made beside the running bot is put back after the machine is gone, and the bot knows its people."""
    one = stage.start(by_hand)
    ann = await meet(telegram)
    told = await desk.ended(by_hand, "backup")
    assert (told.code, told.lines[0].startswith("Backed up ")) == (0, True), told
    one.kill()
    lose(tmp_path)
    tried, done = await desk.ended(by_hand, "restore", "--try"), await desk.ended(by_hand, "restore")
    assert (tried.code, tried.lines[0].endswith("1 people, 0 forgotten again. Nothing was kept of this.")) == (
        0,
        True,
    )
    assert (done.code, done.lines[0].endswith("is put back: 1 people, 0 forgotten again.")) == (0, True)
    again = stage.start(by_hand)
    seen = len(ann.inbox)
    await ann.send("/start")
    await stages.until(lambda: len(ann.inbox) > seen)
    assert [label for label in ann.buttons if "agree" in label] == []
    assert await again.stop() == 0


async def test_a_running_bot_makes_them(
    stage: stages.Stage, desk: stages.Stage, settings: Settings, tmp_path: Path, ahead: Callable[[int], None]
) -> None:
    """The first is made at the start, the next when its hours have passed, and a check says how old the last is."""
    hourly = {**settings, "NEARER_BACKUP_HOURS": "1"}
    one = stage.start(hourly)
    await stages.until(lambda: len(files(tmp_path)) == 1)
    ahead(3700)
    await stages.until(lambda: len(files(tmp_path)) == 2)
    assert [name[:16] for name in files(tmp_path, "keys")] == [name[:16] for name in files(tmp_path)]
    said = await check(desk, hourly)
    assert said["key"] == "opens the database"
    assert said["database"].startswith("well, the running bot works on it")
    assert said["backups"].startswith("the last is 0 hours old, in /")
    assert await one.stop() == 0


async def check(desk: stages.Stage, settings: Settings) -> dict[str, str]:
    """Return what a check says of each part."""
    return {
        part: how for line in (await desk.ended(settings, "check")).lines for part, _, how in [line.partition(": ")]
    }


async def test_keys_are_rotated_beside_a_running_bot(
    stage: stages.Stage, desk: stages.Stage, settings: Settings, telegram: world.World, tmp_path: Path
) -> None:
    """The bot must know the new key first; then it wraps everything anew itself, and the old key may go."""
    old, new = settings["NEARER_SECRET_KEYS"], cipher.new_key()
    both = {**settings, "NEARER_SECRET_KEYS": f"{new},{old}"}
    one = stage.start(settings)
    ann = await meet(telegram)
    refused = await desk.ended(both, "keys", "rotate")
    assert (refused.code, len(refused.lines)) == (2, 1)
    assert "has another first key: start it with the new key before the old one" in refused.lines[0]
    assert await one.stop() == 0
    second = stage.start(both)
    await stages.until((tmp_path / "nearer.db.sock").exists)
    assert stat.S_IMODE((tmp_path / "nearer.db.sock").stat().st_mode) == 0o600
    rotated = await desk.ended(both, "keys", "rotate")
    assert (rotated.code, "all are under the first secret key now" in rotated.lines[-2]) == (0, True)
    assert await second.stop() == 0
    third = stage.start({**settings, "NEARER_SECRET_KEYS": new})
    seen = len(ann.inbox)
    await ann.send("/help")
    await stages.until(lambda: len(ann.inbox) > seen)
    assert await third.stop() == 0
    locked_out = await desk.ended(settings, "backup")
    assert (locked_out.code, locked_out.lines[-1]) == (
        2,
        "the secret keys do not open this database: it was made with another one",
    )


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("backup",), "there is no database at "),
        (("keys", "rotate"), "there is no database at "),
        (("restore",), "there is no backup in "),
        (("restore", "nothing.data"), "nothing.data cannot be read: No such file or directory"),
        (("restore", "log"), "log is no backup of Nearer"),
    ],
)
async def test_what_cannot_be_done_is_told(
    desk: stages.Stage, settings: Settings, words: tuple[str, ...], line: str, tmp_path: Path
) -> None:
    """Without a database, a backup, or the right file there is one line that says which."""
    ended = await desk.ended(settings, *words)
    assert (ended.code, len(ended.lines), ended.lines[0].startswith(line)) == (2, 1, True)
    assert not (tmp_path / "nearer.db").exists()


async def test_a_restore_beside_a_running_bot_is_refused(
    stage: stages.Stage, desk: stages.Stage, by_hand: Settings, telegram: world.World
) -> None:
    """Nothing is put under a bot that runs."""
    one = stage.start(by_hand)
    await stages.until(lambda: telegram.updates.polls > 0)
    assert (await desk.ended(by_hand, "backup")).code == 0
    ended = await desk.ended(by_hand, "restore")
    assert (ended.code, ended.lines[-1].startswith("another process works on ")) == (2, True)
    assert await one.stop() == 0


async def test_a_folder_that_cannot_be_written_is_named(
    stage: stages.Stage, desk: stages.Stage, settings: Settings, tmp_path: Path
) -> None:
    """A bot whose backups fail goes on, with a line in its log; the command names the place."""
    (tmp_path / "blocked").write_bytes(b"")
    wrong = {**settings, "NEARER_BACKUP_DIR": str(tmp_path / "blocked" / "backups")}
    one = stage.start(wrong)
    await stages.until(lambda: "backup-failed" in one.said())
    ended = await desk.ended(wrong, "backup")
    assert (ended.code, ended.lines[-1].startswith("cannot write ")) == (2, True)
    assert one.poll() is None
    assert await one.stop() == 0
