"""Stands the machinery up around a few small handlers: real database, real PTB, Telegram within the process."""

import asyncio
import dataclasses
import datetime as dt
from collections.abc import Awaitable, Callable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any, cast

from telegram import Update

from bot import chance, clock, nursery
from bot.domain import model, refusals
from bot.simulator import api, person, world
from bot.store import store
from bot.telegram import application, calls, context, intake, pacer, replies, sender, taps, wire, workshop
from bot.usecases import ports, reply, turns

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
BASE = "http://telegram.test"
PAIR = 77


class Texts:
    """Sentences that are their key and arguments, in front of them the language."""

    def text(self, locale: str, key: str, /, **args: str | int) -> str:
        """Return `en: key name=Ann`."""
        return " ".join([f"{locale}: {key}", *(f"{name}={value}" for name, value in args.items())])


class NotHereError(refusals.Refusal):
    """A refusal of the small handlers' own."""


class Stuck(api.Wire):
    """A Telegram that never answers the methods in `stuck`."""

    def __init__(self, telegram: world.World, *stuck: str) -> None:
        super().__init__(telegram)
        self.stuck = set(stuck)

    async def post(
        self, url: str, fields: Mapping[str, str], files: Mapping[str, wire.Upload], seconds: float
    ) -> tuple[int, bytes]:
        """Wait for ever where it is stuck."""
        if url.rpartition("/")[2] in self.stuck:
            await asyncio.Event().wait()
        return await super().post(url, fields, files, seconds)


@dataclasses.dataclass
class Doings:
    """What the small handlers did, and what they are to do next."""

    effects: list[str] = dataclasses.field(default_factory=list)
    failures: dict[str, int] = dataclasses.field(default_factory=dict)  # words -> how often they still fail
    gates: dict[str, asyncio.Event] = dataclasses.field(default_factory=dict)  # words that wait
    begun: list[str] = dataclasses.field(default_factory=list)

    async def write(self, turn: turns.Turn, words: str) -> reply.Reply:
        """Note the words, or fail, wait or refuse as they ask for, and say them back."""
        self.begun.append(words)
        if self.failures.get(words, 0) > 0:
            self.failures[words] -= 1
            raise RuntimeError(words)
        if words == "refuse":
            raise NotHereError(limit=5)
        self.effects.append(words)
        if words.startswith("name me "):
            turn.change(locale="de", calm=dt.time(8))
        said = [reply.Say(reply.screen(reply.Words(one))) for one in words.split("|")]
        return reply.of(*said)


class House:
    """A running bot that says back what is said to it."""

    def __init__(
        self,
        held: store.Store,
        hands: clock.ManualClock,
        telegram: world.World,
        *,
        transport: wire.Transport | None = None,
        rate: float = 25,
    ) -> None:
        self.store, self.clock, self.world = held, hands, telegram
        self.transport = transport or api.Wire(telegram)
        self.tasks = nursery.Nursery()
        self.doings = Doings()
        catalogue = SimpleNamespace(locales=("en", "de", "pt-BR"))
        parts = SimpleNamespace(catalogue=catalogue, chance=chance.SeededChance(7))
        self.parts = cast("turns.Parts", parts)
        self.bot = application.make_bot(telegram.token, BASE, self.transport)
        self.chats, self.cool_downs = pacer.Chats(), pacer.CoolDowns()
        made = calls.Calls(self.bot, Texts())
        shared: dict[str, Any] = {"calls": made, "store": held, "clock": hands, "nursery": self.tasks}
        shared |= {"chats": self.chats, "cool_downs": self.cool_downs}
        self.replies = replies.Replies(chance=chance.SeededChance(8), linger=0, **shared)
        shop = workshop.Workshop(Texts())
        self.sender = sender.Sender(parts=self.parts, workshop=shop, pacer=pacer.Pacer(rate), **shared)
        self.context = context.House(
            store=held, clock=hands, parts=self.parts, replies=self.replies, wake=self.sender.wake
        )
        self.app = application.build(self.bot, self.context, self.routes())
        self.intake = intake.Intake(
            api=wire.Api(self.transport, BASE, telegram.token),
            house=self.context,
            dispatcher=application.Dispatcher(self.app, self.context),
            chance=chance.SeededChance(9),
            nursery=self.tasks,
        )

    async def start(self) -> None:
        """Do what the composition root does."""
        await self.app.initialize()
        self.tasks.start("sender", self.sender.run())
        await self.intake.recover()
        self.polling = self.tasks.start("poll", self.intake.poll())
        self.world.settle = self.settled

    async def settled(self) -> None:
        """Return when everything is taken in, handled, delivered and written down."""
        await until(lambda: not len(self.world.updates) or self.tasks.failed.is_set())
        await self._rest(self.quiet)

    async def sent(self) -> None:
        """Return when the sender has nothing to do."""
        await self._rest(self.sender.idle)

    async def _rest(self, reached: Callable[[], bool]) -> None:
        for _ in range(3):  # an event that was just set needs a round of the loop to be seen
            await asyncio.sleep(0)
            await until(lambda: reached() or self.tasks.failed.is_set())

    def quiet(self) -> bool:
        """Return whether nothing is going on."""
        return self.intake.idle() and self.replies.idle() and self.sender.idle()

    async def stop(self) -> None:
        """Drain and end."""
        self.polling.cancel()
        await self.intake.stop(5)
        await self.replies.drain(5)
        await self.sender.stop(5)
        await self.tasks.close()

    async def kill(self) -> None:
        """End as a crash does: nothing is drained."""
        await self.tasks.close()

    def routes(self) -> application.Routes:
        """Return routes to the small handlers."""
        silent = self._silent
        return application.Routes(
            commands={"menu": _acting(_menu), "start": self._naming("started"), "silent": silent},
            taps={"pick": taps.both(self._pick), "no": taps.numbered(_refuse)},
            text=self._text,
            brought=self._naming("brought"),
            edited=self._naming("edited"),
            other_kind=self._naming("other"),
            member=self._naming("member"),
            group=silent,
            old_button=self._naming("old"),
            unknown_command=self._naming("unknown"),
        )

    async def _text(self, update: Update, context: context.Context) -> None:
        message = update.effective_message
        words = (message.text if message else None) or ""
        if words in self.doings.gates:
            await self.doings.gates[words].wait()
        await context.act(self.doings.write, words)

    async def _silent(self, _update: Update, _context: context.Context) -> None:
        self.doings.effects.append("nothing")

    async def _pick(self, turn: turns.Turn, n: int, option: int) -> reply.Reply:
        said = await self.doings.write(turn, f"tapped {n}/{option}")
        return reply.of(reply.Toast(reply.text("toasted")), *said.acts)

    def _naming(self, name: str) -> application.Handler:
        async def named(turn: turns.Turn) -> reply.Reply:
            self.doings.effects.append(name)
            return reply.of(reply.Toast(reply.text(name)) if turn.tapped else reply.Say(_line(name)))

        return _acting(named)


def _acting(usecase: context.Step) -> application.Handler:
    async def handle(_update: Update, context: context.Context) -> None:
        await context.act(usecase)

    return handle


async def _refuse(_turn: turns.Turn, n: int) -> reply.Reply:
    raise NotHereError(limit=n)


async def _menu(_turn: turns.Turn) -> reply.Reply:
    row = (reply.Button(reply.text("pick"), "pick", 1, 2), reply.Button(reply.text("no"), "no", 3))
    return reply.of(reply.Say(reply.screen(reply.text("menu"), rows=(row,))))


async def until(reached: Callable[[], bool | Awaitable[bool]]) -> None:
    """Let everything else go on until something is so, or fail after a while."""
    async with asyncio.timeout(10):
        while True:
            so = reached()
            if so if isinstance(so, bool) else await so:
                return
            await asyncio.sleep(0)


async def stand(house: "House", expected: list[str], *rows: model.Outbox) -> None:
    """Return when rows of the outbox stand as expected."""

    async def so() -> bool:
        return await states(house, *rows) == expected

    await until(so)


def _line(name: str) -> reply.Screen:
    return reply.screen(reply.text(name))


def texts(chat: person.Person) -> list[str]:
    """Return what the bot's messages in this chat say, oldest first."""
    return [message.words for message in chat.inbox]


async def pair(house: House, *chats: person.Person, pair_id: int = PAIR) -> list[int]:
    """Make people of these chats, each with a half of a pair, and return their row ids."""
    async with house.store.begin() as tx:
        await tx.add_pair(pair_id, NOW)
        ids = []
        for number, chat in enumerate(chats, start=pair_id * 100):
            one = model.Person(id=number, name=chat.user.first_name, seen_at=NOW)
            await tx.welcome(chat.id, one)
            half = model.Half(id=number + 50, pair_id=pair_id, person_id=number, name="Sam", since=NOW)
            assert await tx.add(half)
            ids.append(number)
    return ids


def line(person_id: int, number: int = 1, *, pair_id: int = PAIR, **fields: Any) -> model.Outbox:
    """Return an outbox row that sends one of the bot's lines."""
    given: dict[str, Any] = {"kind": model.Kind.LINE, "policy": model.Policy.AT_LEAST_ONCE, "subject": pair_id}
    given |= {"text": f"line-{number}", "due_at": NOW, "id": person_id * 1000 + number}
    return model.Outbox(**{**given, "key": f"line:{person_id}:{number}", "person_id": person_id, **fields})


async def enqueue(house: House, *rows: model.Outbox) -> None:
    """Commit rows to the outbox and wake the sender."""
    async with house.store.begin() as tx:
        for row in rows:
            assert await tx.add(row)
    house.sender.wake()


async def states(house: House, *rows: model.Outbox) -> list[str]:
    """Return where rows of the outbox stand."""
    async with house.store.begin() as tx:
        found = [await tx.outbox(row.id) for row in rows]
    return [row.state.value if row else "gone" for row in found]


async def chat_messages(house: House, person_id: int) -> Sequence[ports.ChatMessage]:
    """Return the noted messages of a chat."""
    async with house.store.begin() as tx:
        return await tx.chat_messages(person_id, NOW - dt.timedelta(days=1))


async def later(house: House, **how_much: float) -> None:
    """Let time pass and wait until the sender has done what was due."""
    await house.sent()
    house.clock.advance(dt.timedelta(**how_much))
    await house.sent()
