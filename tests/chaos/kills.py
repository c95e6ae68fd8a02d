"""Kills the running bot again and again while people play with it, and says what that broke: `make kills`."""

import argparse
import asyncio
import collections
import contextlib
import dataclasses
import datetime as dt
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from pathlib import Path

from bot import nursery
from bot.content import catalogue, find
from bot.settings import load_store
from bot.simulator import web, world
from bot.store import cipher
from tests.chaos import oracles, play, process, validator

# What Telegram may rightly refuse where a crash came between a call and its being written down.
RACES = (
    *("message is not modified", "message to edit not found", "message to delete not found"),
    *("query is too old", "message to react not found", "MESSAGE_ID_INVALID"),
    "terminated by other getUpdates request",
)
LATEST = 1.0  # seconds within which a tap is answered
_LEASES = 12.0  # seconds until what a killed process held on a server is free, and taken
_MORNING = 18  # UTC: an hour at which hardly any place that people choose is quiet


@dataclasses.dataclass(slots=True)
class Report:
    """What a play came to."""

    faults: list[str] = dataclasses.field(default_factory=list)
    kills: int = 0
    acts: int = 0
    updates: int = 0
    taps: int = 0
    latest: float = 0.0
    unknown: int = 0
    shares: int = 0
    opened: int = 0
    doubled: int = 0
    away: int = 0
    races: collections.Counter[str] = dataclasses.field(default_factory=collections.Counter)

    def __str__(self) -> str:
        numbers = {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}
        said = [f"{name}={value}" for name, value in numbers.items() if name not in ("faults", "races")]
        lines = [" ".join(said), *(f"  refused: {count} x {what}" for what, count in self.races.items())]
        return "\n".join([*lines, *(f"  FAULT {fault}" for fault in self.faults)])


class Show:
    """One play in front of one bot that is killed at moments of a seed."""

    def __init__(self, folder: Path, database: str, seed: int, *, pace: float = 0.25) -> None:
        self.folder = folder
        self.database = database
        self.dice = play.Dice(seed)
        self.pace = pace
        self.patience = LATEST
        self.peace = 0.0  # seconds before the first kill; where none follows, nothing may be refused at all
        self.lull = 4.0  # seconds between two kills, at most
        self.paired_first = bool(seed % 3)  # else the first minutes are killed as well
        self.key = cipher.new_key()
        self._ahead = 0.0
        self._wake_up()
        self.world = world.World(self._now, bot_username="nearer_bot")
        self.cast = play.Cast(self.world, seed)
        self.watch = validator.Watch(web.app(self.world), time.monotonic)
        self.report = Report()
        self.spans: list[list[float]] = []  # from when to when a bot polled
        self.updates: dict[int, str] = {}
        self._curtain = asyncio.Event()
        self._ambush: tuple[str, str] | None = None
        self._needles = oracles.Bytes(self.world, self.cast, self.key)
        self._remember_updates()

    def _now(self) -> dt.datetime:
        return dt.datetime.fromtimestamp(time.time() + self._ahead, dt.UTC)  # noqa: TID251 - the phones' clock

    def _remember_updates(self) -> None:
        put = self.world.updates.put

        def noting(kind: str, chat_id: int, payload: dict[str, object]) -> int | None:
            update_id = put(kind, chat_id, payload)
            if update_id is not None:
                self.updates[update_id] = kind
            return update_id

        self.world.updates.put = noting  # type: ignore[method-assign]

    async def run(self, kills: int, *, nights: int = 2) -> Report:
        """Play until the bot was killed that often, let everything drain, and judge."""
        async with web.serving(self.watch) as base, nursery.Nursery() as tasks:
            settings = process.environment(
                self.folder, token=self.world.token, key=self.key, base=base, database=self.database
            )
            nest = process.Nest(self.folder)
            self.bot = process.Process(nest, self.folder, settings)
            self.watch.meeting = self._meet
            try:
                await self._start()
                pairing = tasks.start("pairing", self.cast.pair())
                if self.paired_first:
                    await asyncio.wait([pairing])
                playing = tasks.start("playing", self._play_after(pairing))
                await asyncio.sleep(self.peace)
                await self._kill_often(kills, nights)
                self._curtain.set()
                await asyncio.wait([playing])
                await self._drained()
                await self._end()
            finally:
                self.bot.kill()
                nest.close()
        await self._judge()
        return self.report

    async def _play_after(self, pairing: asyncio.Task[None]) -> None:
        """Let everybody do as they please, once there is a pair."""
        await asyncio.wait([pairing])
        async with nursery.Nursery() as tasks:
            await asyncio.wait(
                [
                    tasks.start("player", self.cast.play(player, self._curtain, self.pace))
                    for player in self.cast.players
                ]
            )

    async def _kill_often(self, kills: int, nights: int) -> None:
        sleeps = {kills * (night + 1) // (nights + 1) for night in range(nights)}
        for number in range(kills):
            await asyncio.sleep(self.dice.below(self.lull))
            if self.dice.below(2) < 1:
                await self._lie_in_wait()
            self._kill()
            if number in sleeps:
                await self._start()
                await self._sleep_over()
                continue
            await asyncio.sleep(self.dice.below(0.3))
            self._launch()
            if self.dice.below(4) < 1:
                await asyncio.sleep(self.dice.below(2.5))  # perhaps before it has even begun
            else:
                await self._polled()

    async def _lie_in_wait(self) -> None:
        """Kill in the middle of a request, before or after Telegram obeyed."""
        methods = ("sendMessage", "editMessageText", "answerCallbackQuery", "getUpdates")
        self._ambush = (self.dice.one(("before", "after")), self.dice.one(methods))
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(1):
                while self._ambush is not None:  # noqa: ASYNC110 - the moment is the request's
                    await asyncio.sleep(0.005)
        self._ambush = None

    async def _meet(self, moment: str, method: str) -> None:
        if method == "getUpdates" and moment == "before" and (not self.spans or len(self.spans[-1]) > 1):
            self.spans.append([time.monotonic()])
        if self._ambush == (moment, method):
            self._ambush = None
            self._kill()

    def _kill(self) -> None:
        if not self.bot.runs:
            return
        self.bot.kill()
        self.report.kills += 1
        self._close_span()
        if self.report.kills % 5 == 0:
            self.report.faults += self._needles.found_in(self.folder)

    def _close_span(self) -> None:
        if self.spans and len(self.spans[-1]) == 1:
            self.spans[-1].append(time.monotonic())

    def _launch(self) -> None:
        self._close_span()  # a request that the killed one had begun may have opened it again
        self.bot.start()

    async def _start(self) -> None:
        self._launch()
        await self._polled()

    async def _polled(self) -> None:
        """Return when the bot polls; raises where it has ended by itself."""
        seen = len(self.spans)
        while len(self.spans) == seen or len(self.spans[-1]) > 1:
            if not self.bot.runs:
                raise RuntimeError(f"the bot ended by itself: {self.bot.poll()} {self.bot.said()[-500:]}")
            await asyncio.sleep(0.01)

    async def _sleep_over(self) -> None:
        """Let the clock of everybody jump to the next morning, with nothing on its way: Telegram drops old taps."""
        self.cast.awake.clear()
        await asyncio.sleep(1)
        async with asyncio.timeout(60):
            await self.world.taken()
        await asyncio.sleep(1)
        self._wake_up()
        self.cast.awake.set()

    def _wake_up(self) -> None:
        """Let it be the next morning, for everybody."""
        now = self._now()
        morning = now.replace(hour=_MORNING, minute=0, second=0) + dt.timedelta(days=now.hour >= _MORNING)
        self._ahead += (morning - now).total_seconds()
        (self.folder / "ahead").write_text(str(self._ahead), encoding="ascii")

    async def _drained(self) -> None:
        """Let the bot finish what there is, in peace."""
        self._ambush = None
        if not self.bot.runs:
            await self._start()
        async with asyncio.timeout(60):
            await self.world.taken()
            while self.world.unanswered_callbacks():  # noqa: ASYNC110 - the phones ring no event
                await asyncio.sleep(0.05)
        if not self.database.startswith("sqlite"):
            await asyncio.sleep(_LEASES)
        await self._quiet()

    async def _quiet(self) -> None:
        """Return when nothing has changed on any phone for two seconds: undo, tick and back-off are shorter."""
        version = -1
        while version != self.world.changed:
            version = self.world.changed
            await asyncio.sleep(2)

    async def _end(self) -> None:
        started = time.monotonic()
        code = await self.bot.stop()
        self._close_span()
        took = time.monotonic() - started
        if code != 0 or took > 3:
            self.report.faults.append(f"an idle bot ended with {code} after {took:.1f} s")

    async def _judge(self) -> None:
        report = self.report
        kept = await oracles.read(
            self.database, load_store_key(self.key), [one.phone.id for one in self.cast.players]
        )
        phones = oracles.Phones(self.world, self.cast, kept, catalogue.load(find.root()))
        report.faults += phones.faults()
        report.faults += self.watch.faults + self.world.violations
        report.faults += self._needles.found_in(self.folder)
        report.faults += [f"update {one} has no row" for one in self.updates if one not in kept.inbox]
        self._count(phones, kept)
        for method, said in self.watch.refusals():
            known = next((race for race in RACES if race in said), None)
            if known is None or not report.kills:
                report.faults.append(f"{method} was refused: {said}")
            else:
                report.races[f"{method}: {known}"] += 1
        self._judge_taps()

    def _count(self, phones: oracles.Phones, kept: oracles.Kept) -> None:
        report = self.report
        report.acts, report.updates = len(self.cast.did), len(self.updates)
        report.unknown = sum(one.state.value == "unknown" for one in kept.outbox)
        report.shares = sum(one.state.value in ("posted", "taken") for one in kept.shares)
        report.opened = sum(one.n is not None for one in kept.posts)
        report.away = phones.doubled["everything-else-away"]
        report.doubled = phones.doubles()

    def _judge_taps(self) -> None:
        """Hold that a tap made while a bot polled, and lived on for a second, was answered within that second."""
        for one in self.world.callbacks.values():
            span = next((span for span in self.spans if span[0] <= one.at <= span[-1]), None)
            if span is None or (one.answered_at or span[-1]) > span[-1]:
                continue
            took = (one.answered_at or span[-1]) - one.at
            self.report.taps += 1
            self.report.latest = max(self.report.latest, took)
            if took > self.patience:
                into = one.at - span[0]
                self.report.faults.append(f"a tap {into:.1f} s into a run was answered after {took:.2f} s")


def load_store_key(text: str) -> bytes:
    """Return the key that a setting spells."""
    return load_store({"NEARER_SECRET_KEYS": text}).keys()[0]


async def perform(seed: int, kills: int, database: str | None = None, peace: float = 0) -> Report:
    """Play once, on a SQLite file or on a database of its own."""
    with tempfile.TemporaryDirectory(prefix="nearer-kills-") as folder:
        url = database or f"sqlite+aiosqlite:///{folder}/nearer.db"
        show = Show(Path(folder), url, seed)
        show.peace = peace
        return await show.run(kills)


@contextlib.asynccontextmanager
async def fresh_database(postgres: str) -> AsyncIterator[str | None]:
    """Give the address of an empty database on a PostgreSQL server; None for a file."""
    if not postgres:
        yield None
        return
    from tests.store import conftest as databases  # noqa: PLC0415 - asyncpg is not needed without it

    name = f"nearer_kills_{os.getpid()}"
    await databases.on_server(f'CREATE DATABASE "{name}"')
    try:
        yield databases.url_of(name)
    finally:
        await databases.on_server(f'DROP DATABASE "{name}" WITH (FORCE)')


async def main() -> int:
    """Play several times, each with its own seed, and say what became of it; 1 where anything broke."""
    wishes = argparse.ArgumentParser(description=__doc__)
    wishes.add_argument("--seed", type=int, default=1)
    wishes.add_argument("--plays", type=int, default=3)
    wishes.add_argument("--kills", type=int, default=20, help="in each play")
    wishes.add_argument("--peace", type=float, default=0, help="seconds before the first kill")
    wishes.add_argument("--postgres", action="store_true", help="on PostgreSQL instead of SQLite")
    wished = wishes.parse_args()
    broken = False
    for seed in range(wished.seed, wished.seed + wished.plays):
        async with fresh_database(wished.postgres) as database:
            report = await perform(seed, wished.kills, database, wished.peace)
        broken = broken or bool(report.faults)
        print(f"seed={seed} {report}", flush=True)  # noqa: T201 - the outcome is to be read
    return int(broken)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
