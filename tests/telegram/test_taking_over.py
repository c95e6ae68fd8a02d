"""Sending goes from one process to another: nobody sends without the lease, and nothing goes twice or is lost."""

import asyncio
import copy
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

import pytest
import sqlalchemy as sa

from bot import clock
from bot.domain import model
from bot.simulator import api, person, world
from bot.store import store, tables
from bot.telegram import wire
from bot.usecases import leasing, ports
from tests.telegram import houses

T = TypeVar("T")
EARLIER = houses.NOW.replace(year=2020)
ONCE: dict[str, Any] = {"policy": model.Policy.AT_MOST_ONCE}


class Gate(api.Wire):
    """A Telegram whose answers to messages wait until it is opened."""

    def __init__(self, telegram: world.World) -> None:
        super().__init__(telegram)
        self.opened = asyncio.Event()
        self.broken = False  # whether the answer is lost on the way

    async def post(
        self, url: str, fields: Mapping[str, str], files: Mapping[str, wire.Upload], seconds: float
    ) -> tuple[int, bytes]:
        """Obey at once, and answer a message when the gate is open."""
        answer = await super().post(url, fields, files, seconds)
        if url.endswith("sendMessage"):
            await self.opened.wait()
            return (502, b"") if self.broken else answer
        return answer


class Process:
    """One of several processes on one database: its sender, and the lease that it believes in."""

    def __init__(
        self, held: store.Store, hands: clock.ManualClock, on: wire.Transport, telegram: world.World, number: int
    ) -> None:
        self.store = copy.copy(held)
        self.store.process = number
        self.house = houses.House(self.store, hands, telegram, transport=on)
        self.lease: leasing.Lease | None = None
        self.house.sender._lease = lambda: self.lease

    async def take(self) -> None:
        """Take the lease, which must be free, and send."""
        self.lease = await self.store.perform(lambda tx: tx.take(leasing.SENDER))
        assert self.lease is not None
        self.house.sender.wake()

    async def start(self) -> None:
        """Begin to send as soon as there is a lease."""
        await self.house.app.initialize()
        self.house.tasks.start("sender", self.house.sender.run())


@pytest.fixture
async def chat(telegram: world.World) -> person.Person:
    """Return Ann, whom the bot may write to."""
    ann = telegram.person("Ann")
    await ann.press_start()
    telegram.updates.forget_all()
    return ann


async def expire(held: store.Store) -> None:
    """Let every lease end, as it does where its holder is stopped."""
    async with held.begin() as tx:
        await tx._connection.execute(sa.update(tables.leases).values(until=EARLIER))


async def lines(one: Process, chat: person.Person, *rows: model.Outbox) -> list[model.Outbox]:
    """Make a person of a chat and enqueue lines for it."""
    if not rows:
        (person_id,) = await houses.pair(one.house, chat)
        rows = (houses.line(person_id, 1, **ONCE), houses.line(person_id, 2))
    await houses.enqueue(one.house, *rows)
    return list(rows)


def said(chat: person.Person) -> list[str]:
    """Return which lines stand on a phone."""
    return sorted(words.split()[1] for words in houses.texts(chat))


async def test_nobody_sends_without_the_lease(
    held: store.Store, hands: clock.ManualClock, telegram: world.World, chat: person.Person
) -> None:
    """A process without the lease sends nothing, and begins as soon as it holds it."""
    one = Process(held, hands, api.Wire(telegram), telegram, 1)
    rows = await lines(one, chat)
    await one.start()
    await one.house.sent()
    assert await houses.states(one.house, *rows) == ["pending", "pending"]
    await one.take()
    await houses.stand(one.house, ["sent", "sent"], *rows)
    await one.house.kill()


async def test_who_lost_the_lease_starts_nothing(
    held: store.Store, hands: clock.ManualClock, telegram: world.World, chat: person.Person
) -> None:
    """A process that wakes up and still believes in its lease commits no intent, and sends nothing."""
    one, other = (Process(held, hands, api.Wire(telegram), telegram, number) for number in (1, 2))
    await one.take()
    await one.start()
    await one.house.sent()
    await expire(held)
    await other.take()
    rows = await lines(one, chat)
    before = hands.monotonic()
    await houses.until(lambda: hands.monotonic() > before + 3)  # it has looked, and was told, several times
    assert await houses.states(one.house, *rows) == ["pending", "pending"]
    assert houses.texts(chat) == []
    await other.start()
    await houses.stand(other.house, ["sent", "sent"], *rows)
    for process in (one, other):
        assert not process.house.tasks.failed.is_set()
        await process.house.kill()


async def test_what_was_in_flight_is_not_sent_again(
    held: store.Store, hands: clock.ManualClock, telegram: world.World, chat: person.Person
) -> None:
    """After a takeover, what goes at most once stays unknown until its first sender says more; lines go again."""
    gate = Gate(telegram)
    one = Process(held, hands, gate, telegram, 1)
    other = Process(held, hands, api.Wire(telegram), telegram, 2)
    await one.take()
    rows = await lines(one, chat)
    await one.start()
    await houses.until(lambda: len(houses.texts(chat)) == 2)
    await expire(held)
    await other.take()
    await other.start()
    await houses.stand(other.house, ["unknown", "sent"], *rows)
    gate.opened.set()
    await houses.stand(one.house, ["sent", "sent"], *rows)
    one.lease = None
    await one.house.sent()
    assert said(chat) == ["line-1", "line-2", "line-2"]
    for process in (one, other):
        await process.house.kill()


async def test_a_late_outcome_starts_nothing_again(
    held: store.Store, hands: clock.ManualClock, telegram: world.World, chat: person.Person
) -> None:
    """What a former sender hears too late changes no row that another process has sent since."""
    gate = Gate(telegram)
    gate.broken = True
    one = Process(held, hands, gate, telegram, 1)
    other = Process(held, hands, api.Wire(telegram), telegram, 2)
    await one.take()
    rows = await lines(one, chat)
    await one.start()
    await houses.until(lambda: len(houses.texts(chat)) == 2)
    await expire(held)
    await other.take()
    await other.start()
    await houses.stand(other.house, ["unknown", "sent"], *rows)
    one.lease = None
    gate.opened.set()
    await one.house.sent()
    await other.house.sent()
    assert await houses.states(one.house, *rows) == ["unknown", "sent"]
    assert said(chat) == ["line-1", "line-2", "line-2"]
    for process in (one, other):
        await process.house.kill()


async def test_a_lease_that_comes_back_waits_for_its_own(
    held: store.Store, hands: clock.ManualClock, telegram: world.World, chat: person.Person
) -> None:
    """A process that gets the lease back takes none of what it has in flight itself for left behind."""
    gate = Gate(telegram)
    one = Process(held, hands, gate, telegram, 1)
    await one.take()
    rows = await lines(one, chat)
    await one.start()
    await houses.until(lambda: len(houses.texts(chat)) == 2)
    for number in (2, 1):
        await expire(held)
        one.store.process = number
        await one.take()
    looked = one.house.sender
    await houses.until(lambda: looked._asleep and not looked._woken.is_set())
    gate.opened.set()
    await houses.stand(one.house, ["sent", "sent"], *rows)
    await one.house.sent()
    assert said(chat) == ["line-1", "line-2"]
    await one.house.kill()


class Deaf:
    """A store that once does not hear that what it did was committed."""

    def __init__(self, held: store.Store, *, times: int) -> None:
        self._held = held
        self.times = times

    async def perform(self, work: Callable[[ports.Transaction], Awaitable[T]]) -> T:
        """Run the work, and fail after its commit where rows are then marked as being sent."""
        done = await self._held.perform(work)
        if self.times and await self._sending():
            self.times -= 1
            raise ConnectionResetError
        return done

    async def _sending(self) -> bool:
        async with self._held.begin() as tx:
            return (
                await tx._connection.execute(sa.select(tables.outbox.c.id).where(tables.SENDING))
            ).first() is not None


async def test_an_intent_that_nobody_heard_of_is_taken_back(
    held: store.Store, hands: clock.ManualClock, telegram: world.World, chat: person.Person
) -> None:
    """Rows whose intent was committed on a connection that was lost are sent once, not left behind."""
    one = Process(held, hands, api.Wire(telegram), telegram, 1)
    deaf = Deaf(held, times=1)
    one.house.sender._store = deaf  # type: ignore[assignment]
    one.lease = leasing.alone(leasing.SENDER)
    rows = await lines(one, chat)
    await one.start()
    await houses.stand(one.house, ["sent", "sent"], *rows)
    assert (deaf.times, said(chat)) == (0, ["line-1", "line-2"])
    await one.house.kill()
