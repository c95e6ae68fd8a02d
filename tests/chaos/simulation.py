"""Plays whole worlds in virtual time: people in every zone, crashes at every step, failures of wire and disk."""

import asyncio
import collections
import contextlib
import dataclasses
import datetime as dt
import functools
import hashlib
import io
import json
import logging
import shutil
import tempfile
import time
import zoneinfo
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from bot import logs, pictures
from bot.content import catalogue, find
from bot.domain import model, schedule
from bot.simulator import faults, messages, world
from bot.store import store
from bot.usecases import hello
from tests import upgraded
from tests.chaos import judge, ledger, lives, machine, oracles, play, virtual

_DAY = 86400.0
_PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de")
SEEDS = Path(__file__).parents[1] / "seeds"  # of worlds in which something was wrong once
_CALM = (dt.time(9), dt.time(12, 30), dt.time(19), dt.time(1, 30), dt.time(2, 30))  # the last two in most gaps
_KINDS: tuple[faults.Kind, ...] = (
    *("refuse", "drop_before", "reset", "hang", "hang_after", "drop_after", "half_body", "not_json", "slow"),
    *("429", "500", "502"),
)
MANY = (*["silent"] * 4, *["fading"] * 2, *["steady"] * 2, "open", "wild")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One world: who lives in it, for how long, and what goes wrong there."""

    seed: int
    people: int
    days: int
    start: str = "2026-10-20"
    settled: bool = True  # they begin as people who know the bot and are paired, else by their hello
    zones: tuple[str, ...] = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia")
    natures: tuple[str, ...] = MANY  # of one couple after the other, as one word or two: "private/steady"
    even: bool = False  # nothing is left to chance but what people do
    crash: float = 0.0  # steps between two crashes
    fault: float = 0.0  # share of requests that meet a failure
    full: float = 0.0  # share of statements at which the disk runs full for a while
    outages: float = 0.0  # days between two outages of Telegram
    jumps: float = 0.0  # days between two jumps of the machine's clock

    @property
    def begins(self) -> dt.datetime:
        """Return the moment at which it begins."""
        return dt.datetime.fromisoformat(f"{self.start}T12:00+00:00")

    def keep(self) -> Path:
        """Write it down where it is played again by every run of the tests; return where that is."""
        SEEDS.mkdir(exist_ok=True)
        name = hashlib.sha256(repr(self).encode()).hexdigest()[:8]
        path = SEEDS / f"{self.seed}-{name}.json"
        path.write_text(json.dumps(dataclasses.asdict(self), indent=1) + "\n", encoding="ascii")
        return path

    @classmethod
    def kept(cls, path: Path) -> Self:
        """Return what was written down."""
        found: Any = json.loads(path.read_text(encoding="ascii"))
        fields: Any = {name: tuple(one) if isinstance(one, list) else one for name, one in found.items()}
        return cls(**fields)


@dataclasses.dataclass(slots=True)
class Report:
    """What a world came to."""

    scenario: Scenario
    faults: list[str]
    digest: str
    counts: collections.Counter[str]
    seconds: float
    received: Sequence[Sequence[str]] = ()  # by each phone: at which minute, and what

    def __str__(self) -> str:
        told = " ".join(f"{name}={count}" for name, count in sorted(self.counts.items()))
        lines = [f"seed={self.scenario.seed} cpu={self.seconds:.1f} {told} {self.digest[:12]}"]
        return "\n".join([*lines, *(f"  FAULT {one}" for one in self.faults)])


class Watched(world.World):
    """A world whose every entry is seen by the judge."""

    judge: judge.Judge

    def note(
        self, chat: messages.Chat, event: messages.Event, message: messages.Message | None = None, text: str = ""
    ) -> None:
        """Write down what a phone received, and let it be seen."""
        super().note(chat, event, message, text)
        self.judge.sees(self.log[-1])
        if len(self.log) > 10_000:
            del self.log[:9_000]


class Play:
    """One world while it is played."""

    def __init__(self, scenario: Scenario, folder: Path, words: catalogue.Catalogue, loop: virtual.Loop) -> None:
        self.scenario = scenario
        self.folder = folder
        self.clock = virtual.Clock(scenario.begins, loop)
        self.world = Watched(self.clock.true, bot_username="nearer_bot", monotonic=loop.time, sleep=asyncio.sleep)
        self.dice = play.Dice(scenario.seed ^ 0xD1CE)
        self.people = [self._person(number) for number in range(scenario.people)]
        for one, other in zip(self.people[::2], self.people[1::2], strict=False):
            one.partner, other.partner = other, one
        self.judge = judge.Judge(self.people)
        self.judge.keeps = scenario.even
        self.world.judge = self.judge
        odds = machine.Odds(crash=scenario.crash, fault=scenario.fault, full=scenario.full)
        if scenario.even:
            odds = machine.Odds(yields=0, latency=(0.05, 0))
        self.machine = machine.Machine(
            folder, on=self.world, time=self.clock, words=words, seed=scenario.seed, odds=odds
        )
        self.judge.mount(self.machine)
        self.out_until = 0.0
        self.peace = 0.0
        self.hasty = False

    def _person(self, number: int) -> lives.Inhabitant:
        chosen = self.scenario
        phone = self.world.person(f"Quokkabell{number:04d} \u202e<b>&{{x}}", username=f"quokkabell_{number:04d}")
        phone.chat.started = chosen.settled
        one, _, other = chosen.natures[(number // 2) % len(chosen.natures)].partition("/")
        nature = lives.NATURES[other if number % 2 and other else one]
        zone = chosen.zones[number % len(chosen.zones)]
        return lives.Inhabitant(phone, number, nature, zone, chosen.seed * 10_000 + number)

    async def run(self) -> None:
        """Let everybody live, then give them peace, and judge what is left."""
        mine = asyncio.current_task()
        if mine is not None:
            mine.set_name(f"{machine.OURS} play")
        async with self.machine.alone() as held:
            if self.scenario.settled:
                await _settle(self, held)
        tasks = [self._task(self.machine.run())]
        self.world.faults.weather = self._weather
        tasks += [self._task(one.live()) for one in self.people]
        if not self.scenario.settled:
            tasks += [self._task(self._meet(one, one.partner)) for one in self.people[::2] if one.partner]
        if self.scenario.outages:
            tasks.append(self._task(self._go_out()))
        if self.scenario.jumps:
            tasks.append(self._task(self._jump()))
        living = self._task(self._live())
        try:
            await asyncio.wait([living, tasks[0]], return_when=asyncio.FIRST_COMPLETED)
            await (tasks[0] if tasks[0].done() else living)
        finally:
            for one in tasks:
                one.cancel()
            await asyncio.wait(tasks)

    async def _live(self) -> None:
        """Let the days pass, then peace come."""
        if self.hasty:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self.scenario.days * _DAY):
                    await self.judge.noticed.wait()
                    return
        else:
            await asyncio.sleep(self.scenario.days * _DAY)
        await self._calm_down()

    def _task(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        return asyncio.create_task(work, name=f"{machine.OURS} task")  # noqa: TID251 - the play cancels it

    async def _meet(self, one: lives.Inhabitant, other: lives.Inhabitant) -> None:
        """Let two begin, each by their own hello, and become a pair."""
        await asyncio.sleep(self.dice.below(_DAY / 4))
        for who in (one, other):
            await _insist(who, "/start", functools.partial(self.judge.has, who, "agreed_at"))
        for _ in range(5):
            await one.say("/invite")
            await asyncio.sleep(120)
            await other.say(" ".join(["/start", *one.seen_links()[-1:]]))
            await asyncio.sleep(600)
            if self.judge.is_paired(one):
                return

    def _weather(self, _method: str, _chat: int | None) -> faults.Fault | None:
        """Bring failures by the odds of this world, and only failures while Telegram is out."""
        if self.world.monotonic() < self.out_until:
            return faults.Fault(self.dice.one(("refuse", "502", "hang", "500")))
        if self.dice.below(1) >= self.scenario.fault:
            return None
        kind = self.dice.one(_KINDS)
        return faults.Fault(kind, retry_after=1 + int(self.dice.below(20)), seconds=self.dice.below(8))

    async def _go_out(self) -> None:
        """Let Telegram be out of reach now and then, for minutes or a day."""
        while True:
            await asyncio.sleep(self.dice.below(2 * self.scenario.outages * _DAY))
            long = self.dice.below(1) < 0.2
            self.out_until = self.world.monotonic() + self.dice.below(30 * 3600.0 if long else 900.0)

    async def _jump(self) -> None:
        """Set the machine's clock wrong now and then, by minutes or days, and right again."""
        while True:
            await asyncio.sleep(self.dice.below(2 * self.scenario.jumps * _DAY))
            most = self.dice.one((600.0, 7200.0, 2 * _DAY))
            self.machine.set_clock(dt.timedelta(seconds=self.dice.below(2 * most) - most))
            await asyncio.sleep(self.dice.below(_DAY))
            self.machine.set_clock(dt.timedelta())

    async def _calm_down(self) -> None:
        """Let nothing more go wrong, and nobody act, until everything is delivered."""
        self.out_until = 0.0
        self.machine.peace()
        self.peace = self.world.monotonic()
        self.machine.set_clock(dt.timedelta())
        await asyncio.sleep(3600)
        for one in self.people:
            one.asleep = True
        await asyncio.sleep(3 * _DAY)
        await self.machine.rest()


async def _insist(who: lives.Inhabitant, words: str, seen: Callable[[], bool]) -> None:
    """Say something until it has its effect; what follows are taps, which come by themselves."""
    for _ in range(30):
        if seen():
            return
        await who.say(words)
        await asyncio.sleep(60 + who.dice.below(120))


async def _settle(on: Play, held: store.Store) -> None:
    """Put people into the database who have had their hello, and are paired."""
    now, luck = on.clock.now(), on.machine.luck
    async with held.begin() as tx:
        people = [await tx.welcome(one.phone.id, _known(one, on, now)) for one in on.people]
        for left, right in zip(people[::2], people[1::2], strict=False):
            pair_id = luck.id()
            await tx.add_pair(pair_id, now)
            for mine, theirs in ((left, right), (right, left)):
                await tx.add(
                    model.Half(id=luck.id(), pair_id=pair_id, person_id=mine.id, name=theirs.name, since=now)
                )


def _known(one: lives.Inhabitant, on: Play, now: dt.datetime) -> model.Person:
    """Return somebody whose hello is over."""
    person = model.Person(
        id=on.machine.luck.id(),
        name=one.phone.user.first_name,
        username=one.phone.user.username,
        seed=on.machine.luck.seed(),
        agreed_at=now,
        terms=hello.TERMS,
        noted_at=now,
        hello_on=now.astimezone(zoneinfo.ZoneInfo(one.zone)).date(),
        seen_at=now,
        zone=one.zone,
        leaning=on.dice.one((model.Leaning.QUIET, model.Leaning.REACH, model.Leaning.EITHER)),
        setup=None,
    )
    person = schedule.with_calm(person, on.dice.one(_CALM))
    return dataclasses.replace(person, next_ask_at=schedule.next_ask(person, now))


@contextlib.contextmanager
def logging_to(stream: io.StringIO) -> Iterator[None]:
    """Let the bot's own logging write to a stream, and put everything back afterwards."""
    root, factory = logging.root, logging.getLogRecordFactory()
    before = (root.handlers[:], root.level, logging.raiseExceptions)
    logs.install(stream)
    try:
        yield
    finally:
        logging.captureWarnings(capture=False)
        logging.setLogRecordFactory(factory)
        root.handlers[:], root.level, logging.raiseExceptions = before


@contextlib.contextmanager
def _drawing_nothing() -> Iterator[None]:
    """Let no picture be drawn: a process that draws would bring its own pace, and has tests of its own."""
    drawing = pictures.draw
    pictures.draw = _drawn  # type: ignore[assignment]  # the seconds are nobody's wish here
    try:
        yield
    finally:
        pictures.draw = drawing


async def _drawn(_picture: Mapping[str, Any], _seconds: float = 0) -> bytes:
    """Return a picture at once: a process that draws would bring its own pace."""
    return _PNG


@functools.cache
def content() -> catalogue.Catalogue:
    """Return the real content, read once."""
    return catalogue.load(find.root())


@functools.cache
def _disk() -> Path:
    """Return where the worlds of this process lie, one after the other: where their statements are known."""
    fast = Path("/dev/shm")  # noqa: S108 - a disk without moving parts, where there is one
    made = tempfile.TemporaryDirectory(prefix="nearer-sim-", dir=fast if fast.is_dir() else None)
    _HELD.append(made)
    return Path(made.name)


_HELD: list[object] = []


def perform(scenario: Scenario, words: catalogue.Catalogue | None = None, *, hasty: bool = False) -> Report:
    """Play one world from its start to its end, and judge it; a hasty play ends with the first fault."""
    started = time.process_time()
    folder, said = _disk() / "world", io.StringIO()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    asyncio.run(upgraded.put(folder / "nearer.db"))
    loop = virtual.Loop()
    with _drawing_nothing(), logging_to(said), asyncio.Runner(loop_factory=lambda: loop) as runner:
        on = Play(scenario, folder, words or content(), loop)
        on.hasty = hasty
        runner.run(on.run())
    if hasty and on.judge.faults:
        return Report(scenario, on.judge.faults, "", on.judge.counts, time.process_time() - started)
    known = on.judge
    url = f"sqlite+aiosqlite:///{folder / 'nearer.db'}"
    kept = asyncio.run(oracles.read(url, machine.KEY, known.some_ids(scenario.people)))
    known.faults += ledger.Ledger(known, folder, said.getvalue(), on.peace).faults(kept)
    known.faults += on.world.violations
    return Report(
        scenario,
        known.faults,
        known.transcript.hexdigest(),
        _counted(on),
        time.process_time() - started,
        known.received() if scenario.even else (),
    )


def _counted(on: Play) -> collections.Counter[str]:
    """Return how much of everything there was."""
    counts, chosen = on.judge.counts, on.scenario
    counts += collections.Counter(f"ended-{type(one).__name__}" for one in on.machine.ended)
    counts |= collections.Counter(
        crashes=on.machine.crashes,
        boots=on.machine.boots,
        disk=on.machine.disk_faults,
        failures=len(on.world.faults.happened),
        days=chosen.people * chosen.days,
    )
    return counts
