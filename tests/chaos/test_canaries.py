"""A server of our own that logs every statement with its values: neither its files nor its log show anything."""

import asyncio
import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import chance, clock
from bot.store import cipher, migrating, opening
from tests.store import conftest, test_canaries
from tests.store.making import NOW

_PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
_TALKATIVE = (
    "log_statement=all",
    "log_min_duration_statement=0",
    "log_parameter_max_length=-1",
    "log_connections=on",
)


@contextlib.contextmanager
def talkative() -> Iterator[tuple[str, Path]]:
    """Start a server that says all it can in its log; yield its address and its folder."""
    if not _PROGRAMS:
        pytest.skip("there are no programs of a PostgreSQL server here")
    folder = Path(tempfile.mkdtemp(prefix="nearer-server-"))
    who = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.getuid() == 0 else {}
    if who:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    data, log = folder / "data", folder / "log"
    options = " ".join(
        [f"-p {port} -c listen_addresses=127.0.0.1 -k {folder}", *(f"-c {one}" for one in _TALKATIVE)]
    )
    made = [_PROGRAMS[-1] / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"]
    control = [_PROGRAMS[-1] / "pg_ctl", "-D", data, "-w"]

    def call(*words: object) -> None:
        subprocess.run([*map(str, words)], check=True, stdout=subprocess.DEVNULL, cwd=folder, timeout=120, **who)  # type: ignore[call-overload]  # noqa: S603

    try:
        call(*made)
        call(*control, "-l", log, "-o", options, "start")
        try:
            yield f"postgresql+asyncpg://postgres@127.0.0.1:{port}/postgres", folder
        finally:
            call(*control, "-m", "fast", "stop")
    finally:
        shutil.rmtree(folder)


async def _live(url: str) -> None:
    """Let two people live on that server, and one of them be forgotten."""
    await migrating.upgrade(url)
    hands, luck = clock.ManualClock(NOW), chance.SeededChance(1)
    held = await opening.open_store(url, cipher.Keyring((conftest.KEY,)), hands, luck)
    try:
        await test_canaries.live(held)
        async with held.begin() as tx:
            await tx.forget(2)
    finally:
        await held.close()


@pytest.mark.needs("postgres")
def test_a_talkative_server_has_nothing_to_tell() -> None:
    """Tables, indexes, write-ahead log and a log of every statement with its values: no word, name, id or key."""
    with talkative() as (url, folder):
        asyncio.run(_live(url))
        log = (folder / "log").read_text(errors="replace")
        assert "INSERT INTO reflections" in log
        assert "parameters: $1" in log
        assert test_canaries.SEEKER.found_in(folder) == []
    assert not folder.exists()
