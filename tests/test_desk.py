"""The desk: its owner alone reaches it, wishes are told how they go, and no visitor can harm the bot."""

import asyncio
import stat
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from bot import desk, nursery
from bot.store import errors


async def count(said: Mapping[str, Any], say: desk.Say) -> desk.Answer:
    """Count to what was said."""
    for done in range(1, said["to"] + 1):
        say(done, said["to"])
        await asyncio.sleep(0)
    return {"counted": said["to"]}


async def refuse(_: Mapping[str, Any], __: desk.Say) -> desk.Answer:
    """Refuse."""
    raise errors.StoreError("the disk under the database is full")


async def stumble(_: Mapping[str, Any], __: desk.Say) -> desk.Answer:
    """Fail with words that nobody should read."""
    raise RuntimeError("my secret words")


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Path]:
    """Return where a desk is open."""
    path = desk.beside(tmp_path / "nearer.db")
    path.write_bytes(b"left by a bot that was killed")
    async with desk.opened(path, {"count": count, "refuse": refuse, "stumble": stumble}):
        yield path


def quiet(_: int, __: int) -> None:
    """Hear nothing."""


def rights(path: Path) -> int:
    """Return who may do what with a file."""
    return stat.S_IMODE(path.stat().st_mode)


async def test_a_wish_is_fulfilled_and_told(place: Path) -> None:
    """Whoever asks hears how it goes, then the answer, also two at the same time."""
    heard: list[tuple[int, int]] = []
    answers = await asyncio.gather(
        desk.ask(place, "count", lambda *at: heard.append(at), to=3), desk.ask(place, "count", quiet, to=2)
    )
    assert list(answers) == [{"counted": 3}, {"counted": 2}]
    assert heard == [(1, 3), (2, 3), (3, 3)]
    assert rights(place) == 0o600


@pytest.mark.parametrize(
    ("wish", "line"),
    [
        ("refuse", "^the disk under the database is full$"),
        ("stumble", "^the running bot failed at it: look at its log$"),
        ("dance", "^the running bot does not know this wish: it is of another version$"),
    ],
)
async def test_a_no_is_one_line(place: Path, wish: str, line: str) -> None:
    """What is refused, fails or is not known is told in one line, and the desk stays open."""
    with pytest.raises(errors.StoreError, match=line):
        await desk.ask(place, wish, quiet)
    assert await desk.ask(place, "count", quiet, to=1) == {"counted": 1}


@pytest.mark.parametrize("said", [b"", b"hello\n", b"[]\n", b'{"wish": []}\n', b"{" * 200_000])
async def test_nonsense_does_no_harm(place: Path, said: bytes) -> None:
    """Whatever somebody writes, or goes away before it is answered, the next is served."""
    _, writer = await asyncio.open_unix_connection(place)
    writer.write(said)
    writer.close()
    assert await desk.ask(place, "count", quiet, to=1) == {"counted": 1}


async def test_nobody_is_there(tmp_path: Path) -> None:
    """Without a running bot there is no answer, also where a killed one left its socket."""
    assert await desk.ask(tmp_path / "nearer.db.sock", "count", quiet) is None
    async with desk.opened(tmp_path / "nearer.db.sock", {}):
        pass
    assert list_of(tmp_path) == []


def list_of(folder: Path) -> list[str]:
    """Return the names in a folder."""
    return [path.name for path in folder.iterdir()]


async def test_a_bot_that_ends_meanwhile_is_told(tmp_path: Path) -> None:
    """Where the bot ends in the middle, whoever waits is told to look and ask again."""

    async def hang(_: Mapping[str, Any], say: desk.Say) -> desk.Answer:
        say(1, 2)
        await asyncio.Event().wait()
        return {}

    begun = asyncio.Event()
    path = tmp_path / "nearer.db.sock"
    async with nursery.Nursery() as tasks:
        async with desk.opened(path, {"hang": hang}):
            waiting = tasks.start("ask", desk.ask(path, "hang", lambda *_: begun.set()))
            await begun.wait()
        await asyncio.wait([waiting])
        with pytest.raises(errors.StoreError, match=r"^the running bot ended before it was done"):
            waiting.result()


async def test_a_place_that_is_too_long_is_done_without(tmp_path: Path) -> None:
    """Where the system takes no socket the bot runs without a desk."""
    async with desk.opened(tmp_path / ("long" * 60), {}):
        pass
    async with desk.opened(None, {}):
        pass
