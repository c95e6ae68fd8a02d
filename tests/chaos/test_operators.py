"""What an operator gets wrong is told in a clear line each, with the right exit code, and no secret."""

import asyncio
import dataclasses
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.content import find
from bot.simulator import api, world
from bot.store import cipher, locking
from tests.chaos import process, stages

Settings = Mapping[str, str]
UNREACHABLE = "http://127.0.0.1:9"


def secrets(settings: Settings) -> list[str]:
    """Return what no output may hold."""
    values = [settings["NEARER_BOT_TOKEN"].partition(":")[2], *settings["NEARER_SECRET_KEYS"].split(",")]
    return [value for value in values if value]


async def one_line(stage: stages.Stage, settings: Settings, wanted: str, code: int = 2) -> None:
    """Hold that `run` ends at once with this one line, apart from its log, and without a secret."""
    ended = await stage.ended(settings)
    said = [line for line in ended.lines if not re.match(r"\d{4}-\d\d-\d\dT", line)]
    assert (ended.code, len(said), [one for one in secrets(settings) if one in "\n".join(ended.lines)]) == (
        code,
        1,
        [],
    )
    assert re.search(wanted, said[0])


@pytest.mark.parametrize("name", ["NEARER_BOT_TOKEN", "NEARER_SECRET_KEYS", "NEARER_OPERATOR"])
async def test_what_is_missing_is_named(stage: stages.Stage, settings: Settings, name: str) -> None:
    """A setting without which nothing works is named."""
    await one_line(stage, {**settings, name: ""}, f"^{name} is missing")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("NEARER_BOT_TOKEN", "hunter2hunter2"),
        ("NEARER_SECRET_KEYS", "hunter2hunter2"),
        ("NEARER_SECRET_KEYS", "not base64 at all!"),
        ("NEARER_DATABASE_URL", "mysql://hunter2hunter2@somewhere/db"),
        ("NEARER_API_BASE", "ftp://hunter2hunter2"),
        ("NEARER_LISTEN", "hunter2hunter2"),
        ("NEARER_TICK_SECONDS", "-3"),
    ],
)
async def test_what_is_out_of_shape_is_named(
    stage: stages.Stage, settings: Settings, name: str, value: str
) -> None:
    """A setting of the wrong shape is named, without what stands in it."""
    await one_line(stage, {**settings, name: value}, f"^{name} is wrong(?!.*hunter2)")


async def test_a_refused_token_is_told(stage: stages.Stage, settings: Settings) -> None:
    """A token that Telegram does not know ends the start."""
    wrong = {**settings, "NEARER_BOT_TOKEN": "1234567890:AAH-somebody-elses"}
    await one_line(stage, wrong, "refuses the bot's token.*@BotFather")


async def test_another_key_is_told(stage: stages.Stage, settings: Settings) -> None:
    """A key that does not open the database ends the start, and the right one opens it afterwards."""
    one = stage.start(settings)
    await stages.until(lambda: "running" in one.said())
    assert await one.stop() == 0
    await one_line(stage, {**settings, "NEARER_SECRET_KEYS": cipher.new_key()}, "keys do not open this database")
    assert "key: opens the database" in (await stage.ended(settings, "check")).lines


async def test_a_held_database_is_told(stage: stages.Stage, settings: Settings) -> None:
    """A database that another process works on is left alone."""
    with locking.hold(settings["NEARER_DATABASE_URL"]):
        await one_line(stage, settings, "another process works on .*nearer.db")


def test_a_folder_without_rights_is_told(nest: process.Nest, settings: Settings) -> None:
    """A folder in which nothing may be written is named."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "log").touch()
        (folder / "log").chmod(0o666)
        folder.chmod(0o555)
        wrong = {**settings, "NEARER_DATABASE_URL": f"sqlite+aiosqlite:///{folder}/nearer.db"}
        one = process.Process(nest, folder, wrong, nobody=True)
        one.start()
        assert (asyncio.run(one.ended()), one.said().count("\n")) == (2, 1)
        assert re.search("nearer.db.* cannot be written: Permission denied", one.said())
        folder.chmod(0o755)


async def test_another_kind_of_file_is_told(stage: stages.Stage, settings: Settings, tmp_path: Path) -> None:
    """A file that is no database is told apart, and left as it was."""
    (tmp_path / "nearer.db").write_bytes(b"my diary, not a database" * 400)
    await one_line(stage, settings, "holds something else than a database")
    assert (tmp_path / "nearer.db").read_bytes() == b"my diary, not a database" * 400


async def test_an_absent_server_is_told(stage: stages.Stage, settings: Settings) -> None:
    """A database server that does not answer is told without its password."""
    wrong = {**settings, "NEARER_DATABASE_URL": "postgresql+asyncpg://ann:hunter2hunter2@127.0.0.1:9/nearer"}
    await one_line(stage, wrong, "^the database cannot be reached(?!.*hunter2)")


async def test_a_taken_port_is_told(stage: stages.Stage, settings: Settings) -> None:
    """An address that another program listens on is named."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        wrong = {**settings, "NEARER_LISTEN": f"127.0.0.1:{taken.getsockname()[1]}"}
        await one_line(stage, wrong, "is in use by another process.*NEARER_LISTEN")


async def test_an_absent_telegram_is_waited_for(stage: stages.Stage, settings: Settings) -> None:
    """Where the API cannot be reached the bot says so once, waits, and ends when it is asked to."""
    one = stage.start({**settings, "NEARER_API_BASE": UNREACHABLE})
    await stages.until(lambda: "telegram-unreachable" in one.said())
    await asyncio.sleep(0.5)
    assert (one.poll(), one.said().count("\n")) == (None, 1)
    started = time.monotonic()
    assert await one.stop() == 0
    assert time.monotonic() - started < 3


@pytest.mark.parametrize("words", [("nonsense",), ("run", "--nonsense"), ("check", "nonsense"), ("keys",)])
async def test_a_wrong_command_is_told(stage: stages.Stage, settings: Settings, words: tuple[str, ...]) -> None:
    """A word that no command knows ends with how it is used."""
    ended = await stage.ended(settings, *words)
    assert (ended.code, any("Traceback" in line for line in ended.lines)) == (2, False)


async def test_a_check_says_a_line_each(stage: stages.Stage, settings: Settings) -> None:
    """Where all is well a check says so of each part."""
    ended = await stage.ended(settings, "check")
    assert (ended.code, [line.partition(":")[0] for line in ended.lines]) == (0, PARTS)


PARTS = ["settings", "key", "database", "backups", "content", "telegram", "clock"]


async def test_a_check_beside_a_running_bot(
    stage: stages.Stage, settings: Settings, telegram: world.World, tmp_path: Path
) -> None:
    """A check while the bot runs finds no fault: the bot that holds the database says that it is well."""
    stage.start(settings)
    await stages.until(lambda: telegram.updates.polls > 0)
    (tmp_path / "desk").mkdir()
    ended = await dataclasses.replace(stage, folder=tmp_path / "desk").ended(settings, "check")
    assert (ended.code, [line.partition(":")[0] for line in ended.lines]) == (0, PARTS)
    assert [line for line in ended.lines if line.startswith("database: well, the running bot works on it")] != []


async def test_statistics_tell_nothing_of_two(
    stage: stages.Stage, settings: Settings, telegram: world.World, tmp_path: Path
) -> None:
    """With nobody and with one who agreed, beside the running bot and after it, the line is the same."""
    one = stage.start(settings)
    await stages.until(lambda: telegram.updates.polls > 0)
    (tmp_path / "desk").mkdir()
    desk = dataclasses.replace(stage, folder=tmp_path / "desk")
    told = [await desk.ended(settings, "stats")]
    ann = telegram.person("Ann")
    await ann.send("/start")
    await stages.until(lambda: len(ann.inbox) == 1)
    await ann.tap("agree")
    await stages.until(lambda: len(ann.inbox) > 1)
    told.append(await desk.ended(settings, "stats"))
    await one.stop()
    told.append(await desk.ended(settings, "stats"))
    assert told == [stages.Ended(0, ["people: fewer than 10"])] * 3


async def test_a_check_of_an_absent_telegram(stage: stages.Stage, settings: Settings) -> None:
    """A check of an API that cannot be reached says so in its line and fails."""
    ended = await stage.ended({**settings, "NEARER_API_BASE": UNREACHABLE}, "check")
    told = [line for line in ended.lines if line.startswith("telegram: ")]
    assert (ended.code, len(ended.lines), len(told)) == (1, len(PARTS), 1)
    assert "cannot be reached" in told[0]


async def test_a_check_without_settings(stage: stages.Stage, settings: Settings) -> None:
    """A check says what is wrong with the settings and goes on with what needs none."""
    ended = await stage.ended({**settings, "NEARER_BOT_TOKEN": ""}, "check")
    assert (ended.code, [line.partition(":")[0] for line in ended.lines]) == (1, PARTS)


async def test_broken_content_is_told(stage: stages.Stage, settings: Settings, tmp_path: Path) -> None:
    """A fault in a content file is told with file, line and rule."""
    broken = tmp_path / "content"
    shutil.copytree(find.root(), broken)
    spoil(broken)
    ended = await stage.ended(settings, "content", "check", str(broken))
    assert ended.code == 1
    assert [line for line in ended.lines if re.match(r"content/en/prompts/\w+\.yaml:\d+: shape: ", line)] != []


def spoil(folder: Path) -> None:
    """Take a field that must be there out of the first prompt of a content folder."""
    first = min((folder / "en" / "prompts").glob("*.yaml"))
    first.write_text(re.sub(r"(?m)^(\s+)depth: \d+\n", "", first.read_text("utf-8"), count=1), "utf-8")


def test_a_bot_with_broken_content_does_not_start(settings: Settings, tmp_path: Path) -> None:
    """An installed bot whose own content is broken names file, line and rule, and starts nothing."""
    site = tmp_path / "site"
    shutil.copytree(find.root().parent / "bot", site / "bot", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(find.root(), site / "bot" / "_content")
    spoil(site / "bot" / "_content")
    ran = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        cwd=site,
        env={**settings, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, "Traceback" in ran.stderr, (tmp_path / "nearer.db").exists()) == (2, False, False)
    assert re.search(r"content/en/prompts/\w+\.yaml:\d+: shape: ", ran.stderr)


async def test_another_poller_ends_the_run(stage: stages.Stage, settings: Settings, telegram: world.World) -> None:
    """Where somebody else polls with the same token the bot yields, warns once, and ends after two minutes."""
    one = stage.start({**settings, "NEARER_CHAOS_HURRY": "60"})
    other = api.BotApi(telegram)
    async with asyncio.timeout(20):
        while one.poll() is None:
            if telegram.updates.polls:
                await other.call(telegram.token, "getUpdates", {"timeout": "0"})
            await asyncio.sleep(0.01)
    said = one.said()
    assert (one.poll(), said.count("another-poller"), said.count("another process polls")) == (1, 1, 1)


async def test_a_revoked_token_ends_the_run(stage: stages.Stage, settings: Settings, telegram: world.World) -> None:
    """Where the token is revoked while the bot runs it ends with one line, and nothing that came in is lost."""
    one = stage.start(settings)
    await stages.until(lambda: telegram.updates.polls > 0)
    ann, token = telegram.person("Ann"), telegram.token
    await ann.send("/start")
    await stages.until(lambda: len(ann.inbox) == 1)
    telegram.token = "1234567890:AAH-the-new-one"
    await ann.tap("agree")  # it reaches the poll that waits; the question cannot be sent any more
    async with asyncio.timeout(20):
        code = await one.ended()
    said = one.said().splitlines()
    assert (code, said[-1]) == (2, "Telegram refuses the bot's token: get the right one from @BotFather")
    telegram.token = token
    again = stage.start(settings)
    await stages.until(lambda: any("Not today" in message.buttons for message in ann.inbox))
    assert await again.stop() == 0


def fill_disk(one: process.Process, *, full: bool = True) -> None:
    """Let the database of a running bot find no more room, or all there is."""
    most = (one.folder / "nearer.db-wal").stat().st_size if full else resource.RLIM_INFINITY
    resource.prlimit(one.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


async def test_a_full_disk_is_waited_out(stage: stages.Stage, settings: Settings, telegram: world.World) -> None:
    """While nothing can be written no update is confirmed, and all of them are handled once there is room."""
    one = stage.start({**settings, "NEARER_CHAOS_HURRY": "20"})
    await stages.until(lambda: telegram.updates.polls > 0)
    ann = telegram.person("Ann")
    await ann.send("/start")
    await stages.until(lambda: len(ann.inbox) == 1)
    fill_disk(one)
    for words in ("/help", "/privacy"):
        await ann.send(words)
    await stages.until(lambda: "polling-interrupted" in one.said())
    assert (len(ann.inbox), len(telegram.updates)) == (1, 2)
    fill_disk(one, full=False)
    await stages.until(lambda: len(ann.inbox) == 3)
    assert await one.stop() == 0


async def test_a_part_that_dies_ends_the_run(
    stage: stages.Stage, settings: Settings, telegram: world.World
) -> None:
    """Where the sender can never again write down what it did, the bot ends with one line."""
    one = stage.start({**settings, "NEARER_CHAOS_HURRY": "60"})
    await stages.until(lambda: telegram.updates.polls > 0)
    ann = telegram.person("Ann")
    await ann.send("/start")
    await stages.until(lambda: len(ann.inbox) == 1)
    telegram.faults.add(kind="slow", method="sendMessage", seconds=1)
    await ann.tap("agree")
    await stages.until(lambda: bool(telegram.faults.happened))
    fill_disk(one)
    async with asyncio.timeout(20):
        code = await one.ended()
    last = one.said().splitlines()[-1]
    assert (code, "Traceback" in one.said()) == (1, False)
    assert last.startswith("a part of the bot ended by itself: StoreError: the d")


async def test_what_is_in_flight_ends(stage: stages.Stage, settings: Settings, telegram: world.World) -> None:
    """After SIGTERM what is being sent arrives, nothing more is taken, and the bot ends well."""
    one = stage.start(settings)
    await stages.until(lambda: telegram.updates.polls > 0)
    telegram.faults.add(kind="slow", method="sendMessage", seconds=1.5)
    ann = telegram.person("Ann")
    await ann.send("/start")
    await telegram.taken()
    await stages.until(lambda: bool(telegram.faults.happened))
    one.signal(signal.SIGTERM)
    await asyncio.sleep(0.3)
    await ann.send("/help")
    code = await one.ended()
    assert (code, len(ann.inbox), len(telegram.updates)) == (0, 1, 1)


async def test_a_second_signal_ends_at_once(stage: stages.Stage, settings: Settings, telegram: world.World) -> None:
    """A bot that drains, and waits for an answer that never comes, ends at the second signal."""
    one = stage.start(settings)
    await stages.until(lambda: telegram.updates.polls > 0)
    telegram.faults.add(kind="hang", method="sendMessage")
    await telegram.person("Ann").send("/start")
    await stages.until(lambda: bool(telegram.faults.happened))
    one.signal(signal.SIGTERM)
    await asyncio.sleep(0.5)
    assert one.poll() is None
    started = time.monotonic()
    one.signal(signal.SIGTERM)
    await one.ended()
    assert time.monotonic() - started < 0.5


async def test_a_hanging_send_does_not_hold_the_end(
    stage: stages.Stage, settings: Settings, telegram: world.World
) -> None:
    """A bot that waits for an answer that never comes ends by itself, well within twenty seconds."""
    one = stage.start(settings)
    await stages.until(lambda: telegram.updates.polls > 0)
    telegram.faults.add(kind="hang", method="sendMessage")
    await telegram.person("Ann").send("/start")
    await stages.until(lambda: bool(telegram.faults.happened))
    assert await one.stop(20) == 0
