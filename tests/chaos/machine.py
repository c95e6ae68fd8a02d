"""Runs the bot as a process that may die at any step: what it had committed or sent stays, all else is gone."""

import asyncio
import contextlib
import dataclasses
import datetime as dt
import functools
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

import aiosqlite
from sqlalchemy.ext.asyncio import AsyncEngine

from bot import chance, main
from bot.content import catalogue
from bot.simulator import world
from bot.store import cipher, engines, opening, store
from bot.telegram import probing, wire
from tests.chaos import inline, play, virtual, ways

KEY = bytes(range(32))
TICK = 5.0  # seconds between two ticks, as in earnest
IDLE = 6 * 3600.0  # seconds after which it ticks though nothing is due: what is old is erased then
MOST_ENDS = 200  # of lives that nobody killed: more of them, and it will never start again
OURS = "sim"  # how the names of the simulation's own tasks begin

# Everything a tick sees to, and when; the outbox is the sender's.
_DUE = """SELECT min(at) FROM (
    SELECT min(next_ask_at) AS at FROM persons WHERE next_ask_at IS NOT NULL
    UNION ALL SELECT min(rest_until) FROM persons WHERE rest_until IS NOT NULL AND resting
    UNION ALL SELECT min(leaves_at) FROM shares WHERE state = 'cooling'
    UNION ALL SELECT min(leaves_at) FROM shares WHERE state = 'sealed'
    UNION ALL SELECT min(leaves_at) FROM breathers WHERE state = 'called'
    UNION ALL SELECT min(until) FROM breathers WHERE state IN ('running', 'asked'))"""


@dataclasses.dataclass(slots=True)
class Odds:
    """How often things go wrong."""

    crash: float = 0.0  # steps between two crashes, on average; 0: never
    fault: float = 0.0  # share of the requests that meet a failure
    full: float = 0.0  # share of the statements at which the disk is full for a while
    yields: float = 0.02  # share of the statements at which somebody else gets a turn
    latency: tuple[float, float] = (
        0.01,
        0.1,
    )  # seconds that every message takes each way, and by chance beside them
    down: float = 5.0  # seconds for which it stays down, mostly


class Machine:
    """A machine with a disk, a clock and one bot that is started again whenever it died."""

    def __init__(  # noqa: PLR0913 - the parts it is made of
        self,
        folder: Path,
        *,
        on: world.World,
        time: virtual.Clock,
        words: catalogue.Catalogue,
        seed: int,
        odds: Odds,
    ) -> None:
        self.folder = folder
        self.world = on
        self.clock = time
        self.words = words
        self.odds = odds
        self.luck = chance.SeededChance(seed)
        self.dice = play.Dice(seed ^ 0x5EED)
        self.path = folder / "nearer.db"
        self.url = f"sqlite+aiosqlite:///{self.path}"
        self.crashes = 0
        self.boots = 0
        self.full_until = 0.0
        self.disk_faults = 0
        self.life: Life | None = None
        self.peaceful = False
        self.ended: list[BaseException] = []  # what ended lives that were not killed
        self.resting = False
        self.jumped = False
        self._jumped_at = 0.0
        self.watching: Callable[[str, Mapping[str, str]], None] = _nothing
        self._eye: sqlite3.Connection | None = None
        self._left = self._next_crash()

    @property
    def eye(self) -> sqlite3.Connection:
        """Return what reads the committed state, and nothing else."""
        if self._eye is None:
            self._eye = inline.eye(self.path)
        return self._eye

    async def run(self) -> None:
        """Start the bot, again after every crash, until cancelled."""
        with self._connecting():
            while not self.resting:
                self.life = Life(self)
                self.boots += 1
                try:
                    await self.life.live()
                finally:
                    await self.life.end()
                if self.life.failure is not None and not self.resting:
                    self.ended.append(self.life.failure)
                    if len(self.ended) > MOST_ENDS:
                        raise self.life.failure
                await asyncio.sleep(self._pause())

    @contextlib.asynccontextmanager
    async def alone(self) -> AsyncIterator[store.Store]:
        """Give the store without a bot, while nothing goes wrong; the very first connection is behind us then."""
        odds, self.odds = self.odds, Odds(yields=0)
        self.life = Life(self)
        with self._connecting():
            held = await opening.open_store(self.url, cipher.Keyring((KEY,)), self.clock, self.luck)
            yield held
            await held.close()
        self.life, self.odds = None, odds

    def set_clock(self, wrong: dt.timedelta) -> None:
        """Set the wall clock as an operator, or a time server, would."""
        if wrong == self.clock.wrong:
            return
        self.clock.wrong = wrong
        self.jumped = True
        self._jumped_at = self.clock.monotonic()
        if self.life is not None:
            self.life.forced = True
            self.life.changed.set()

    def wrong_lately(self) -> bool:
        """Say whether the wall clock is wrong, or was until a day ago."""
        return bool(self.clock.wrong) or (self.jumped and self.clock.monotonic() - self._jumped_at < 2 * 86400)

    async def rest(self) -> None:
        """End the present life kindly, and start no other."""
        self.resting = True
        if self.life is not None:
            await self.life.stop()

    def peace(self) -> None:
        """Let nothing go wrong from now on."""
        self.peaceful = True
        self.full_until = 0.0
        self.world.faults.weather = None
        self.world.faults.clear()

    def count(self) -> bool:
        """Count one step; say whether this is where it dies."""
        if self.peaceful or not self.odds.crash:
            return False
        self._left -= 1
        if self._left > 0:
            return False
        self._left = self._next_crash()
        self.crashes += 1
        return True

    def _next_crash(self) -> float:
        return 1 + self.dice.below(2 * self.odds.crash)

    def _pause(self) -> float:
        """Return for how many seconds it stays down: mostly a moment, sometimes hours."""
        if self.peaceful:
            return 1.0
        at = self.dice.below(1)
        if at < 0.01:
            return self.dice.below(8 * 3600)
        return self.dice.below(300 if at < 0.1 else self.odds.down)

    @contextlib.contextmanager
    def _connecting(self) -> Iterator[None]:
        """Let every connection to a database be one of the present life."""
        known, making = aiosqlite.connect, engines.make

        def connect(path: str, **options: Any) -> aiosqlite.Connection:
            if self.life is None:
                raise RuntimeError("nobody lives here")
            return self.life.connect(path, **options)

        aiosqlite.connect = connect  # type: ignore[assignment]
        engines.make = functools.partial(_kept, making)
        try:
            yield
        finally:
            aiosqlite.connect, engines.make = known, making


class Life:
    """One run of the bot, from its start to its crash."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.dead = False
        self.bot: main.Bot | None = None
        self.held: store.Store | None = None
        self.failure: BaseException | None = None
        self.forced = False  # the next tick comes whether anything is due or not
        self.changed = asyncio.Event()  # something was committed
        self._died = asyncio.Event()
        self._connections: set[aiosqlite.Connection] = set()

    async def live(self) -> None:
        """Open everything, let the bot work, and return when it has died, or ended by itself."""
        working = asyncio.create_task(self._work(), name="life")  # noqa: TID251 - `end` ends it
        dying = asyncio.create_task(self._died.wait(), name=f"{OURS} watch")  # noqa: TID251 - cancelled below
        await asyncio.wait([working, dying], return_when=asyncio.FIRST_COMPLETED)
        dying.cancel()
        if working.done() and not working.cancelled():
            self.failure = working.exception()

    async def _work(self) -> None:
        machine = self.machine
        self.held = await opening.open_store(machine.url, cipher.Keyring((KEY,)), machine.clock, machine.luck)
        way, base = ways.Way(self), "http://telegram"
        username = await probing.introduce(wire.Api(way, base, machine.world.token), machine.clock)
        plan = main.Plan(token=machine.world.token, base=base, operator="Chaos", backups=machine.folder / "backups")
        self.bot = main.Bot(
            plan,
            held=self.held,
            time=machine.clock,
            luck=machine.luck,
            transport=way,
            words=machine.words,
            username=username,
        )
        await self.bot.start()
        ticking = self.bot.tasks.start("tick", self._tick())
        failing = self.bot.tasks.start("failing", self.bot.tasks.failed.wait())
        await asyncio.wait([ticking, failing], return_when=asyncio.FIRST_COMPLETED)
        raise self.bot.tasks.failure or RuntimeError("the metronome ended by itself")

    async def _tick(self) -> None:
        """Tick as the metronome would, but only where that can change anything."""
        bot, time = self.bot, self.machine.clock
        assert bot is not None
        gap = TICK
        while True:
            self.changed.clear()
            due = self.due()
            wait = IDLE if due is None else max((due - time.now()).total_seconds(), 0.0)
            wait = 0.0 if self.forced else wait
            at = time.monotonic() + min(wait, IDLE)
            at = max(at, time.monotonic() + gap) if wait <= 0 else at
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout_at(-(-at // TICK) * TICK):
                    await self.changed.wait()
                    continue
            self.forced = False
            await bot.beat()
            gap = TICK if self.due() != due else min(gap * 2, 60.0)

    def due(self) -> dt.datetime | None:
        """Return the earliest moment at which a tick has something to do."""
        found = self.machine.eye.execute(_DUE).fetchone()[0]
        return dt.datetime.fromisoformat(found).replace(tzinfo=dt.UTC) if found else None

    def connect(self, path: str, **options: Any) -> aiosqlite.Connection:
        """Open a connection that dies with this life."""
        if self.dead:
            raise asyncio.CancelledError
        made = inline.Connection(inline.opener(path, **options), self.statement, self._connections.discard)
        self._connections.add(made)
        return made

    async def statement(self, said: str) -> None:
        """Come to a statement: one may die there, let others act first, or find the disk full."""
        machine = self.machine
        await self.step()
        if said == "COMMITTED":
            self.changed.set()
        elif machine.odds.full and not machine.peaceful:
            self._fill_the_disk(said)
        if machine.odds.yields and machine.dice.below(1) < machine.odds.yields:
            await asyncio.sleep(machine.dice.below(0.02))

    def _fill_the_disk(self, said: str) -> None:
        machine, now = self.machine, self.machine.clock.monotonic()
        if machine.dice.below(1) < machine.odds.full:
            machine.full_until = now + machine.dice.below(30)
        if now < machine.full_until and said.lstrip()[:6].upper() in ("INSERT", "UPDATE", "DELETE", "COMMIT"):
            machine.disk_faults += 1
            raise sqlite3.OperationalError("database or disk is full")

    async def step(self) -> None:
        """Come to a step: here the machine may lose its power."""
        if self.dead:
            raise asyncio.CancelledError
        if self.machine.count():
            self.die()
        if self.dead:
            await self._never()

    def die(self) -> None:
        """Lose everything that was not committed or sent."""
        self.dead = True
        for one in list(self._connections):
            one.stop()
        self._died.set()

    async def _never(self) -> NoReturn:
        await asyncio.get_running_loop().create_future()
        raise AssertionError("the dead do not wake")

    async def stop(self) -> None:
        """End kindly, as at a SIGTERM."""
        if self.bot is not None and self.held is not None and not self.dead:
            await self.bot.stop()
            await self.held.close()
        self.die()

    async def end(self) -> None:
        """Take every task of the process away, and its hold on the files."""
        self.die()
        tasks = [one for one in asyncio.all_tasks() if not one.get_name().startswith(OURS)]
        for one in tasks:
            one.cancel()
        if tasks:
            await asyncio.wait(tasks)
        if self.held is not None:
            self.held._held.close()


_ENGINES: dict[str, AsyncEngine] = {}


def _kept(make: Callable[[str], AsyncEngine], url: str) -> AsyncEngine:
    """Return an engine with a new pool, and the statements that it has compiled before: that is half of a start."""
    engine = _ENGINES[url] = _ENGINES.get(url) or make(url)
    engine.sync_engine.dispose(close=False)
    return engine


def _nothing(_method: str, _fields: Mapping[str, str]) -> None:
    """Watch nothing."""
