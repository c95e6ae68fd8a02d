"""Attacks several processes of one bot while people play with it, and says what that broke: `make replicas`."""

import argparse
import asyncio
import contextlib
import dataclasses
import signal
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path

from bot import nursery
from bot.simulator import web, webhook
from tests.chaos import kills, process, servers

HOOK = "https://nearer.test/hook"
TAKEOVER = 16.0  # seconds within which what a process left must go on: its ten, and what others need to see it
_PROXY_SECONDS = 2.0  # until the proxy asks the next process
_SETTLED_SECONDS = 90.0
_QUEUE = 12  # updates and rows that may wait when an attack begins


@dataclasses.dataclass(slots=True)
class Member:
    """One of the processes: where it listens, and its own way to the database, which can be cut."""

    process: process.Process
    port: int
    line: servers.Line
    paused: bool = False


@dataclasses.dataclass(slots=True)
class Trouble:
    """One attack: what was done to whom, and from when to when, in monotonic seconds."""

    what: str
    began: float
    ended: float = float("inf")


class Troupe(kills.Show):
    """One play in front of several processes that are attacked at moments of a seed."""

    def __init__(self, folder: Path, database: str, seed: int, *, count: int = 2, pace: float = 0.5) -> None:
        super().__init__(folder, database, seed, pace=pace)
        self.count = count
        self.members: list[Member] = []
        self.troubles: list[Trouble] = []
        self.migrating = True
        self._turn = 0

    async def perform(self, attacks: int, lengths: tuple[float, float] = (0.5, 14.0)) -> kills.Report:
        """Play until that many attacks are over, let everything drain, and judge."""
        async with (
            web.serving(self.watch) as base,
            nursery.Nursery() as tasks,
            contextlib.AsyncExitStack() as stack,
        ):
            nest = process.Nest(self.folder)
            stack.callback(nest.close)
            for number in range(self.count):
                self.members.append(await self._member(nest, base, number, stack))
            tasks.start("deliver", self.world.updates.deliver(self._carry))
            await asyncio.gather(*(self._begin(one) for one in self.members))
            pairing = tasks.start("pairing", self.cast.pair())
            await asyncio.wait([pairing])
            playing = tasks.start("playing", self._play_after(pairing))
            for _ in range(attacks):
                await asyncio.sleep(self.dice.below(self.lull))
                await self._catch_up()
                await self._attack(lengths)
            await asyncio.sleep(1)
            self._curtain.set()
            await asyncio.wait([playing])
            await self._settled()
            for one in self.members:
                await self._end_well(one)
        await self._judge()
        self._judge_answers()
        return self.report

    async def _member(self, nest: process.Nest, base: str, number: int, stack: contextlib.AsyncExitStack) -> Member:
        folder = self.folder / f"process{number}"
        folder.mkdir()
        line = await stack.enter_async_context(servers.line(self.database))
        settings = process.environment(folder, token=self.world.token, key=self.key, base=base, database=line.url)
        port = servers.free_port()
        settings |= {"NEARER_WEBHOOK_URL": HOOK, "NEARER_WEBHOOK_SECRET": "s3cret", "NEARER_BACKUP_HOURS": "0"}
        settings |= {"NEARER_LISTEN": f"127.0.0.1:{port}", "NEARER_BACKUP_DIR": str(self.folder / "backups")}
        one = process.Process(nest, folder, settings)
        stack.callback(self._kill_for_good, one)
        return Member(one, port, line)

    def _kill_for_good(self, one: process.Process) -> None:
        one.signal(signal.SIGCONT)
        one.kill()

    async def _carry(self, _url: str, body: bytes, headers: Mapping[str, str]) -> int:
        """Do as a proxy does: ask one process after the other until one takes the update."""
        self._turn += 1
        for number in range(self.count):
            member = self.members[(self._turn + number) % self.count]
            with contextlib.suppress(OSError, TimeoutError):
                async with asyncio.timeout(_PROXY_SECONDS):
                    status = await webhook.deliver(f"http://127.0.0.1:{member.port}/hook", body, headers)
                if status != 503:
                    return status
        raise ConnectionRefusedError("no process takes updates")

    async def _begin(self, member: Member) -> None:
        """Start a process and wait until it takes updates in."""
        member.process.start()
        await self._ready(member)

    async def _ready(self, member: Member) -> None:
        async with asyncio.timeout(30):
            while await servers.status(member.port, "/readyz") != 200:
                if not member.process.runs:
                    raise RuntimeError(f"a process ended by itself: {member.process.said()[-500:]}")
                await asyncio.sleep(0.05)

    async def _attack(self, lengths: tuple[float, float]) -> None:
        """Do one thing to one process, or to all, and mend it after a while."""
        attacks: Sequence[tuple[float, Callable[[Member, float], Awaitable[None]]]] = [
            (4, self._kill_one),
            (4, self._pause_one),
            (2, self._cut_off),
            (2, self._cut_all),
            (2, self._restart_kindly),
            (1 if self.migrating else 0, self._upgrade),
        ]
        attack = self.dice.one(attacks, lambda one: one[0])[1]
        least, most = lengths
        trouble = Trouble(attack.__name__, time.monotonic())
        self.troubles.append(trouble)
        await attack(self.dice.one(self.members), least + self.dice.below(most - least))
        trouble.ended = time.monotonic()
        self.report.kills += 1

    async def _kill_one(self, member: Member, seconds: float) -> None:
        """End a process as a power cut would, and start it again later."""
        member.process.kill()
        await asyncio.sleep(seconds)
        await self._begin(member)

    async def _pause_one(self, member: Member, seconds: float) -> None:
        """Stop a process in whatever it does, and let it go on as if nothing had been."""
        member.process.signal(signal.SIGSTOP)
        await asyncio.sleep(seconds)
        member.process.signal(signal.SIGCONT)

    async def _cut_off(self, member: Member, seconds: float) -> None:
        """Take the database from one process, which goes on."""
        member.line.cut()
        await asyncio.sleep(seconds)
        await member.line.mend()

    async def _cut_all(self, _member: Member, _seconds: float) -> None:
        """Drop every connection to the database, as its restart does."""
        await servers.drop_connections(self.database)

    async def _restart_kindly(self, member: Member, _seconds: float) -> None:
        """Put a new process into the place of one, as an upgrade does."""
        code = await member.process.stop()
        if code != 0:
            self.report.faults.append(f"a process ended with {code}: {member.process.said()[-300:]}")
        await self._begin(member)

    async def _upgrade(self, member: Member, seconds: float) -> None:
        """Let the next version's first step change the tables under those that run, and start one of them anew."""
        self.migrating = False
        await servers.expand(self.database)
        await self._kill_one(member, min(seconds, 2.0))

    async def _catch_up(self) -> None:
        """Let people wait while there is more to do than the machine can: an attack on a queue proves little."""
        while len(await self._left()) > _QUEUE:
            self.cast.awake.clear()
            await asyncio.sleep(0.2)
        self.cast.awake.set()

    async def _left(self) -> list[str]:
        waiting = len(self.world.updates)
        return [f"{waiting} updates"] * bool(waiting) + await servers.left(self.database, self._now())

    async def _settled(self) -> None:
        """Return when everything that came in is done and answered, and everything that is due is sent."""
        until = time.monotonic() + _SETTLED_SECONDS
        while left := await self._left():
            if time.monotonic() > until:
                self.report.faults += [f"left behind: {one}" for one in left]
                break
            await asyncio.sleep(0.2)
        await self._quiet()

    async def _end_well(self, member: Member) -> None:
        code = await member.process.stop()
        if code != 0:
            self.report.faults.append(f"a process ended with {code}: {member.process.said()[-300:]}")

    def _judge_answers(self) -> None:
        """Hold that a tap is answered within a second or two, but for those that met an attack."""
        for one in self.world.callbacks.values():
            took = (one.answered_at or time.monotonic()) - one.at
            met = any(bad.began - took <= one.at <= bad.ended + TAKEOVER for bad in self.troubles)
            if not met:
                self.report.taps += 1
                self.report.latest = max(self.report.latest, took)
            if took > (TAKEOVER if met else self.patience) and not (met and one.answered_at is None):
                self.report.faults.append(f"a tap was answered after {took:.1f} s")


async def play(seed: int, attacks: int, count: int) -> kills.Report:
    """Play once, on a database of its own."""
    with tempfile.TemporaryDirectory(prefix="nearer-replicas-") as folder:
        async with kills.fresh_database("yes") as database:
            if database is None:
                raise RuntimeError("no database")
            return await Troupe(Path(folder), database, seed, count=count).perform(attacks)


async def main() -> int:
    """Play several times, each with its own seed, and say what became of it; 1 where anything broke."""
    wishes = argparse.ArgumentParser(description=__doc__)
    wishes.add_argument("--seed", type=int, default=1)
    wishes.add_argument("--plays", type=int, default=3)
    wishes.add_argument("--attacks", type=int, default=10, help="in each play")
    wishes.add_argument("--processes", type=int, default=2)
    wished = wishes.parse_args()
    broken = False
    for seed in range(wished.seed, wished.seed + wished.plays):
        report = await play(seed, wished.attacks, wished.processes)
        broken = broken or bool(report.faults)
        print(f"seed={seed} {report}", flush=True)  # noqa: T201 - the outcome is to be read
    return int(broken)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
