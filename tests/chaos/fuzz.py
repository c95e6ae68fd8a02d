"""Sends forged updates through the whole way in: `python -m tests.chaos.fuzz --updates 200000 --seed 1`."""

import argparse
import asyncio
import collections
import contextlib
import dataclasses
import datetime as dt
import functools
import io
import json
import logging
import multiprocessing
import re
import sys
import tempfile
import time
import zoneinfo
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot import clock, logs
from bot.content import catalogue
from bot.domain import model
from bot.simulator import messages, person
from bot.usecases import hello
from tests import canaries, real
from tests.chaos import forging, inline, simulation
from tests.e2e import stage

MORNING = dt.datetime(2026, 11, 23, 10, tzinfo=dt.UTC)
ROUND = 5_000  # updates for one world: then another one begins, so that none grows without end
_BATCH = 100  # updates between two looks
_CHATTY = 500  # updates for which every statement is logged too: that takes longer than what it tells of
_STALL_SECONDS = 120.0  # of the machine's own time
_QUIET = ("Ann zyglovarm", "Ben plinkotrestle", "Kim grimpletwax")  # people who do nothing, two of them paired
_WORDS = "quobblesome"  # what one of them has shared, which lies unopened
_BUSY = ("Mallory", "Trudy", "Victor", "Stranger")  # who sends; the second and the third are paired

# What Telegram may answer to a forged message, tap or chat; the bot bears all of it.
_REFUSALS = re.compile(
    "chat not found|query is too old|message to (edit|delete|be replied|react) not found|message is not modified"
    "|message can't be (edited|deleted)|wrong file identifier|message to react not found|MESSAGE_ID_INVALID"
)
_OWNERS = ("person_id", "author_id", "reader_id", "inviter_id")


@dataclasses.dataclass(slots=True)
class Report:
    """What one world came to."""

    seed: int
    updates: int
    seconds: float
    faults: list[str]
    counts: collections.Counter[str]

    def __str__(self) -> str:
        told = " ".join(f"{name}={count}" for name, count in sorted(self.counts.items()))
        lines = [f"seed={self.seed} updates={self.updates} cpu={self.seconds:.0f} {told}"]
        return "\n".join([*lines, *(f"  FAULT {one}" for one in self.faults)])


class Fuzz:
    """One world: three people to whom nothing may happen, and four from whom everything comes."""

    def __init__(self, on: stage.Stage, seed: int, said: io.StringIO) -> None:
        self.on = on
        self.said = said
        self.faults: list[str] = []
        self.quiet = [on.ann, on.ben, on.world.person(_QUIET[2], username="grimple_twax_77")]
        self.busy = [on.world.person(f"{name} {forging.CANARY}", username=name.lower()) for name in _BUSY]
        self._numbers: dict[int, int] = {}
        senders = [
            forging.Sender(one.id, one.user.first_name, functools.partial(_screen, one)) for one in self.busy
        ]
        self.forge = forging.Forge(seed, senders, [one.id for one in self.quiet])
        self._read = 0
        self._eye = inline.eye(on.folder / "nearer.db")

    async def run(self, updates: int) -> None:
        """Send that many, and look after each hundred of them."""
        await self._begin()
        before = self._rows()
        for start in range(0, updates, _BATCH):
            if start >= _CHATTY:
                logging.getLogger("sqlalchemy").setLevel(logging.WARNING)
            await self._send(min(_BATCH, updates - start))
            self._look()
            if self._rows() != before:
                self._fault("rows of people who did nothing have changed")
            if self.faults:
                return
        await self._still_served()
        self._search()

    async def _begin(self) -> None:
        """Let two be paired, with something that lies unopened; the others are known, but for a stranger."""
        on, (ann, _, kim), (mallory, trudy, victor, _) = self.on, self.quiet, self.busy
        for one, name in zip(self.quiet, _QUIET, strict=True):
            await one.rename(name)
        await on.pair()
        await on.shares(ann, f"I felt {_WORDS} today.")
        await on.settled()
        for one in (kim, mallory, trudy, victor):
            one.chat.started = True
        async with on.held.begin() as tx:
            known = {one.id: await tx.welcome(one.id, self._known(one)) for one in (kim, mallory, trudy, victor)}
            pair_id = on.luck.id()
            await tx.add_pair(pair_id, on.clock.now())
            for mine, theirs in ((trudy, victor), (victor, trudy)):
                half = model.Half(
                    id=on.luck.id(),
                    pair_id=pair_id,
                    person_id=known[mine.id].id,
                    name=theirs.user.first_name,
                    since=on.clock.now(),
                )
                await tx.add(half)
            for one in self.quiet:
                found = await tx.person_by_telegram(one.id)
                self._numbers[one.id] = found.id if found else 0
        on.world.settle = None
        self._read = len(on.world.log)
        on.refused.clear()

    def _known(self, one: person.Person) -> model.Person:
        """Return somebody whose hello is over; without a zone nothing comes to them by itself."""
        on, now = self.on, self.on.clock.now()
        return model.Person(
            id=on.luck.id(),
            name=one.user.first_name,
            username=one.user.username,
            seed=on.luck.seed(),
            agreed_at=now,
            terms=hello.TERMS,
            noted_at=now,
            hello_on=now.astimezone(zoneinfo.ZoneInfo("UTC")).date(),
            seen_at=now,
            setup=None,
        )

    async def _send(self, count: int) -> None:
        """Push half of the next updates, poll the other half, and wait until all of them are done with."""
        bodies = [self.forge.body() for _ in range(count)]
        way = self.on.bot.intake
        polled = []
        for body in bodies:
            if self.forge.dice.below(1) < 0.5:
                polled += _parsed(body)
            elif not await way.push(body):
                self._fault("an update was turned away")
        await way.take(polled)
        await self._done()

    async def _done(self) -> None:
        """Return when every lane is empty and everything said; the time that tries need passes by itself."""
        bot, until = self.on.bot, time.monotonic() + _STALL_SECONDS
        while not (bot.intake.idle() and bot.replies.idle() and bot.sender.idle()):
            await asyncio.sleep(0)
            if bot.tasks.failed.is_set():
                self._fault(f"the bot ended: {logs.place(bot.tasks.failure) if bot.tasks.failure else ''}")
                return
            if time.monotonic() > until:
                self._fault("a lane stands still")
                return

    def _look(self) -> None:
        """Look at what was said, to whom, and what was refused."""
        log = self.on.world.log
        for entry in log[self._read :]:
            self._hear(entry)
        del log[: len(log) - 10]
        self._read = len(log)
        for one in self.on.world.violations[-9:] + [one for one in self.on.refused if not _REFUSALS.search(one)]:
            self._fault(one[:300])
        self.on.refused.clear()
        self.on.world.callbacks.clear()
        (waiting,) = self._eye.execute("SELECT count(*) FROM inbox WHERE state = 'new'").fetchone()
        (tried,) = self._eye.execute("SELECT coalesce(max(attempts), 0) FROM inbox").fetchone()
        if waiting or tried > 5:
            self._fault(f"{waiting} updates wait, one was tried {tried} times")

    def _hear(self, entry: messages.Entry) -> None:
        words = entry.text + (entry.message.words + " ".join(entry.message.buttons) if entry.message else "")
        if entry.chat_id in [one.id for one in self.quiet]:
            self._fault(f"somebody who did nothing received something: {entry.event}")
        if any(one in words for one in (_WORDS, *(name.split()[1] for name in _QUIET))):
            self._fault("words of somebody who did nothing were shown")
        if forging.CANARY in words and entry.chat_id not in [one.id for one in self.busy] and entry.chat_id > 0:
            self._fault("words were shown to somebody else")

    def _rows(self) -> Mapping[str, Sequence[tuple[Any, ...]]]:
        """Return every row of the people who do nothing."""
        ids = [*self._numbers.values()]
        marks = ",".join("?" * len(ids))
        found = {}
        for (table,) in self._eye.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            columns = {row[1] for row in self._eye.execute(f"PRAGMA table_info({table})")}
            owners = [one for one in (*_OWNERS, *(["id"] if table == "persons" else [])) if one in columns]
            for owner in owners:
                asked = f"SELECT * FROM {table} WHERE {owner} IN ({marks}) ORDER BY 1, 2"  # noqa: S608 - our names
                found[f"{table}.{owner}"] = [tuple(row) for row in self._eye.execute(asked, ids)]
        return found

    async def _still_served(self) -> None:
        """Hold that everybody is answered, those who sent all of it and those who did nothing."""
        for one in (*self.quiet, *self.busy):
            with contextlib.suppress(person.BlockedError):
                one.chat.blocked = False
                before = len([entry for entry in self.on.world.log if entry.chat_id == one.id])
                await one.send("/help")
                await self.on.world.taken()
                await self._done()
                if len([entry for entry in self.on.world.log if entry.chat_id == one.id]) == before:
                    self._fault("somebody is no longer answered")

    def _search(self) -> None:
        """Search everything that was written for a name, a word, an id, the token and the key."""
        on = self.on
        texts = [_WORDS, forging.CANARY, *(name.split()[1] for name in _QUIET), "grimple_twax", on.world.token[11:]]
        seeker = canaries.Seeker(texts, [one.id for one in (*self.quiet, *self.busy)], [stage.KEY])
        self.faults += seeker.found("the log", self.said.getvalue().encode(errors="replace"))
        self.faults += seeker.found_in(on.folder)

    def _fault(self, what: str) -> None:
        if len(self.faults) < 10:
            self.faults.append(f"before update {self.forge.made}: {what}")


def _screen(one: person.Person) -> list[tuple[int, str]]:
    """Return the buttons of the newest messages on a phone."""
    shown = []
    for message in one.chat.newest():
        shown += [(message.id, button.callback_data) for row in message.keyboard for button in row]
        if len(shown) > 12:
            break
    return [(number, data) for number, data in shown if data]


def _parsed(body: bytes) -> list[Any]:
    """Return an update as a poll brings it; what nests too deep to be read no poll brings."""
    try:
        return [json.loads(body)]
    except RecursionError:
        return []


@contextlib.contextmanager
def _all_logs(said: io.StringIO) -> Iterator[None]:
    """Let every logger, foreign ones too, say everything, as an operator in despair would."""
    with simulation.logging_to(said):
        levels = {name: logging.getLogger(name).level for name in logs.QUIET}
        for name in ("", *levels):
            logging.getLogger(name).setLevel(logging.DEBUG)
        for handler in logging.root.handlers:
            handler.filters.clear()
        try:
            yield
        finally:
            for name, level in levels.items():
                logging.getLogger(name).setLevel(level)


async def fuzz(seed: int, updates: int, folder: Path, words: catalogue.Catalogue) -> Report:
    """Send that many updates into a world of their own."""
    started, said = time.process_time(), io.StringIO()
    with _all_logs(said):
        on = await stage.build(folder, words, clock.ManualClock(MORNING), seed=seed)
        one = Fuzz(on, seed, said)
        try:
            await one.run(updates)
        finally:
            on.bot.tasks.failed.clear()
            await on.close()
    lines = re.findall(r"(?:warning|error) (\S+)((?: error=\S+ at=\S+)?)", said.getvalue())
    counts = collections.Counter(f"{what}{why}".replace(" ", "/") for what, why in lines)
    return Report(seed, updates, time.process_time() - started, one.faults, counts)


def perform(seed: int, updates: int = ROUND) -> Report:
    """Play one world from the command line or from a test of its own process."""
    with tempfile.TemporaryDirectory(prefix="nearer-fuzz-", dir=simulation._disk()) as folder:
        return asyncio.run(fuzz(seed, updates, Path(folder), real.words()))


def _perform(wished: tuple[int, int]) -> Report:
    return perform(*wished)


def main() -> int:
    """Send as many as are wished for, on some cores; 1 where anything was wrong."""
    wishes = argparse.ArgumentParser(description=__doc__)
    wishes.add_argument("--updates", type=int, default=20_000)
    wishes.add_argument("--seed", type=int, default=1, help="of the first world; each further one takes the next")
    wishes.add_argument("--cores", type=int, default=2)
    wished = wishes.parse_args()
    rounds = [
        (wished.seed + number, min(ROUND, wished.updates - start))
        for number, start in enumerate(range(0, wished.updates, ROUND))
    ]
    broken = False
    with multiprocessing.get_context("fork").Pool(wished.cores, maxtasksperchild=1) as pool:
        for report in pool.imap_unordered(_perform, rounds):
            broken = broken or bool(report.faults)
            print(report, flush=True)  # noqa: T201 - the outcome is to be read
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
