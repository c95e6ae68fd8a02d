"""A small house for the use cases: a real store, a clock that stands still, and phones that show what arrives."""

import dataclasses
import datetime as dt
from collections.abc import Awaitable, Callable
from typing import Any

from bot import chance, clock, places
from bot.content import catalogue
from bot.domain import model, prompting, refusals
from bot.store import store
from bot.telegram import application, keyboards
from bot.usecases import bringing, deliveries, delivering, everything_else, ports, reply, sharing, ticking, turns
from tests.usecases.phones import Phone as Phone
from tests.usecases.phones import Shown as Shown
from tests.usecases.phones import plain as plain

NOW = dt.datetime(2026, 11, 23, 11, tzinfo=dt.UTC)  # a Monday, noon in Berlin
ROUTES = application.routes()
NO_UPDATE: Any = None  # handlers of commands and taps read the context alone


class House:
    """Runs use cases as the bot does, and delivers what they queue."""

    def __init__(
        self, kept: store.Store, parts: turns.Parts, hands: clock.ManualClock, words: catalogue.Catalogue
    ) -> None:
        self.store = kept
        self.parts = parts
        self.clock = hands
        self.words = words
        self.ann = Phone(words, 7_000_001, "Ann")
        self.ben = Phone(words, 7_000_002, "Ben")
        self.cleo = Phone(words, 7_000_003, "Cleo")
        self.outcome: Callable[[deliveries.Delivery], deliveries.Outcome | None] = lambda _delivery: None
        self._updates = 0

    def move_in(self, ann: Phone, ben: Phone) -> None:
        """Take over copies of two phones that were used before."""
        self.ann, self.ben = ann.copy(), ben.copy()
        self._updates = 1000

    @property
    def now(self) -> dt.datetime:
        """The present moment."""
        return self.clock.now()

    # What people do
    async def command(self, who: Phone, line: str) -> None:
        """Type a command."""
        name, _, argument = line.removeprefix("/").partition(" ")
        self._send(who, line)
        handler: Any = ROUTES.commands.get(name, ROUTES.unknown_command)
        context = self._context(who, message_id=max(who.own), command=True, args=[argument] if argument else [])
        await handler(NO_UPDATE, context)
        await self.deliver()

    async def write(self, who: Phone, words: str, *, to: int | None = None) -> int:
        """Send words, as a Telegram reply to a message where one is given; return the id of the own message."""
        message_id = self._send(who, words)
        context = self._context(who, message_id=message_id)
        await context.act(everything_else.write, words, to)
        await self.deliver()
        return message_id

    async def bring(self, who: Phone, file: reply.File, caption: str = "", *, to: int | None = None) -> int:
        """Send a voice note, picture, song or sticker; return the id of the own message."""
        message_id = self._send(who, caption)
        await self._context(who, message_id=message_id).act(bringing.bring, file, caption, to)
        await self.deliver()
        return message_id

    async def edit(self, who: Phone, message_id: int, words: str, file: reply.File | None = None) -> None:
        """Edit an own message, or the caption of what was brought."""
        who.own[message_id] = words
        await self._context(who, message_id=message_id).act(sharing.edited, words, file)
        await self.deliver()

    async def tap(self, who: Phone, label: str) -> None:
        """Tap the newest button that begins so."""
        message, data = who.find(label)
        await self.press(who, data, message.id)

    async def press(self, who: Phone, data: str, message_id: int) -> None:
        """Send callback data, whatever stands on the screen by now."""
        tap = keyboards.read(data)
        assert tap is not None
        context = self._context(who, message_id=message_id, tapped=True)
        await ROUTES.taps[tap.verb](NO_UPDATE, context, tap.n, tap.option)
        await self.deliver()

    async def act(self, who: Phone, usecase: Callable[..., Awaitable[reply.Reply]], *args: Any) -> None:
        """Run a use case that no button or command leads to."""
        await self._context(who, message_id=None, member=True).act(usecase, *args)
        await self.deliver()

    def _send(self, who: Phone, words: str) -> int:
        message_id = who.number()
        who.own[message_id] = words
        return message_id

    def _context(self, who: Phone, **how: Any) -> Any:
        self._updates += 1
        return _Context(self, who, self._updates, **how)

    # What time does
    async def deliver(self) -> None:
        """Send everything that is due."""
        while True:
            async with self.store.begin() as tx:
                rows = await tx.due_outbox(self.now, 100, urgent=False)
            if not rows:
                return
            for row in rows:
                await self._deliver(row.id)

    async def _deliver(self, row_id: int) -> None:
        async with self.store.begin() as tx:
            row = await tx.outbox(row_id)
            assert row is not None
            pending = row.state is model.OutboxState.PENDING and row.due_at <= self.now
            delivery = await delivering.prepare(tx, row, self.now, self.parts) if pending else None
        if delivery is not None:
            outcome = self.outcome(delivery) or self._show(delivery)
            async with self.store.begin() as tx:
                await delivering.conclude(tx, delivery.row, outcome, self.now)
                await self._note(tx, delivery, outcome)

    async def _note(
        self, tx: ports.Transaction, delivery: deliveries.Delivery, outcome: deliveries.Outcome
    ) -> None:
        """Remember a new message of the chat, as the sender does."""
        if isinstance(outcome, deliveries.Accepted) and outcome.message_id and delivery.edits is None:
            person_id = delivery.row.person_id
            noted = ports.ChatMessage(
                person_id=person_id, message_id=outcome.message_id, incoming=False, at=self.now
            )
            await tx.note_messages([noted])

    def _show(self, delivery: deliveries.Delivery) -> deliveries.Outcome:
        phone = self.phone(delivery.chat_id)
        phone.clock = self.now
        if delivery.screen is None:
            phone.delete(delivery.edits or 0)
            return deliveries.Accepted(None)
        if delivery.edits is not None:
            phone.edit(delivery.edits, delivery.screen)
            return deliveries.Accepted(None)
        marks = {"protected": delivery.protect, "reply_to": delivery.reply_to}
        return deliveries.Accepted(phone.say(delivery.screen, silent=delivery.silent, **marks))

    def phone(self, telegram_id: int) -> Phone:
        """Return whose chat this is."""
        return next(one for one in (self.ann, self.ben, self.cleo) if one.telegram_id == telegram_id)

    async def tick(self) -> None:
        """Let the metronome beat once, and send what it made due."""
        await ticking.tick(self.store, self.now, self.parts)
        await self.deliver()

    async def wait(self, **how_long: float) -> None:
        """Let time pass, and do everything at its own moment."""
        target = self.now + dt.timedelta(**how_long)
        while (moment := await self._next()) is not None and moment <= target:
            self.clock.jump(max(moment, self.now))
            await self.tick()
        self.clock.jump(target)
        await self.tick()

    async def until(self, hour: int, minute: int = 0) -> None:
        """Let time pass until it is that hour in UTC."""
        wanted = self.now.replace(hour=hour, minute=minute, second=0)
        wanted += dt.timedelta(days=wanted <= self.now)
        await self.wait(seconds=(wanted - self.now).total_seconds())

    async def _next(self) -> dt.datetime | None:
        async with self.store.begin() as tx:
            due = [await tx.next_due()]
            for phone in (self.ann, self.ben, self.cleo):
                person = await tx.person_by_telegram(phone.telegram_id)
                due += [person.next_ask_at, person.rest_until if person.resting else None] if person else []
        return min((moment for moment in due if moment is not None), default=None)

    # What is written down
    async def person(self, who: Phone) -> model.Person:
        """Return the row of somebody who was met."""
        async with self.store.begin() as tx:
            person = await tx.person_by_telegram(who.telegram_id)
        assert person is not None
        return person

    async def change(self, who: Phone, **fields: Any) -> None:
        """Give somebody other settings."""
        async with self.store.begin() as tx:
            person = await tx.person_by_telegram(who.telegram_id)
            assert person is not None
            await tx.save(dataclasses.replace(person, **fields))

    # Ways that many tests begin with
    async def agree(self, who: Phone) -> None:
        """Say hello, agree, and answer the first prompt."""
        await self.command(who, "/start")
        await self.tap(who, "I'm 18")
        await self.answer(who)

    async def answer(self, who: Phone) -> str:
        """Tap the first answer of the newest prompt; return it."""
        message, _ = who.find("Not today")
        await self.press(who, message.buttons[0][1], message.id)
        return message.buttons[0][0]

    async def settle(self, who: Phone, zone: str = "Berlin", leaning: str = "It depends") -> None:
        """Go through the hello's three questions."""
        await self.tap(who, "Evening")
        await self.write(who, zone)
        await self.tap(who, zone)
        await self.tap(who, leaning)

    async def link(self, who: Phone) -> str:
        """Make an invitation; return its token."""
        await self.command(who, "/invite")
        if any(label == "Go on" for label, _ in who.newest.buttons):
            await self.tap(who, "Go on")
        _, address = who.find("Pass it on")
        return address.partition("?start=")[2]

    async def join(self, who: Phone, token: str) -> None:
        """Follow a link and accept."""
        await self.command(who, f"/start {token}")
        if any(label == "Go on" for label, _ in who.newest.buttons):
            await self.tap(who, "Go on")
        await self.tap(who, "Pair with")

    async def pair(self, one: Phone, other: Phone) -> None:
        """Bring two from nothing to a pair, with zones."""
        await self.agree(one)
        await self.settle(one)
        await self.join(other, await self.link(one))
        await self.answer(other)
        await self.settle(other)
        await self.tap(one, "Yes, that's right")

    async def share(self, who: Phone, words: str) -> int:
        """Write a note, share it and confirm; return the id of the message that shows it."""
        await self.command(who, "/note")
        await self.write(who, words)
        await self.tap(who, "Share")
        message, _ = who.find("Send")
        await self.tap(who, "Send")
        return message.id

    async def post(self, who: Phone, words: str) -> int:
        """Share words and let the cooling-off end; return the id of the message that shows them."""
        message_id = await self.share(who, words)
        await self.wait(minutes=10)
        return message_id


class _Context:
    """What a handler gets: the one way to act, as `bot.telegram.context` has it."""

    def __init__(  # noqa: PLR0913 - what an update may be
        self,
        house: House,
        who: Phone,
        update_id: int,
        *,
        message_id: int | None,
        tapped: bool = False,
        command: bool = False,
        member: bool = False,
        args: list[str] | None = None,
    ) -> None:
        self.args = args
        self._house, self._who, self._update_id = house, who, update_id
        self._message_id, self._tapped, self._command, self._member = message_id, tapped, command, member

    async def act(self, usecase: Callable[..., Awaitable[reply.Reply]], *args: Any) -> None:
        """Run a use case in one transaction; a refusal undoes it and is said."""
        house, who = self._house, self._who
        who.clock = house.now
        try:
            async with house.store.begin() as tx:
                said = await self._turn(tx, lambda turn: usecase(turn, *args))
        except refusals.Refusal as refusal:
            text = reply.Text(refusal.key, refusal.args_of_text)
            said = reply.of(reply.Toast(text) if self._tapped else reply.Say(reply.screen(text)))
            async with house.store.begin() as tx:
                await self._turn(tx, lambda _turn: _same(said))
        for act in said.acts:
            await self._do(act)

    async def _turn(
        self, tx: ports.Transaction, step: Callable[[turns.Turn], Awaitable[reply.Reply]]
    ) -> reply.Reply:
        house, who = self._house, self._who
        me = await tx.person_by_telegram(who.telegram_id) or await tx.welcome(who.telegram_id, self._stranger())
        turn = turns.Turn(
            tx=tx,
            me=me,
            now=house.now,
            parts=house.parts,
            message_id=self._message_id,
            tapped=self._tapped,
            update_id=self._update_id,
        )
        if not self._member:
            await everything_else.arrive(turn, command=self._command)
        if self._message_id in who.own:
            noted = ports.ChatMessage(person_id=me.id, message_id=self._message_id, incoming=True, at=house.now)
            await tx.note_messages([noted])
        said = await step(turn)
        await turn.close()
        return said

    def _stranger(self) -> model.Person:
        luck, who = self._house.parts.chance, self._who
        return model.Person(
            id=luck.id(), name=who.name, username=who.username, seed=luck.seed(), seen_at=self._house.now
        )

    async def _do(self, act: reply.Act) -> None:
        house, who = self._house, self._who
        match act:
            case reply.Say(screen, reply_to, share_id, silent):
                message_id = who.say(screen, silent=silent, reply_to=reply_to)
                async with house.store.begin() as tx:
                    person = await tx.person_by_telegram(who.telegram_id)
                    if person is not None:
                        noted = ports.ChatMessage(
                            person_id=person.id, message_id=message_id, incoming=False, at=house.now
                        )
                        await tx.note_messages([noted])
                    if share_id is not None:
                        await tx.placed(share_id, message_id)
            case reply.Edit(message_id, screen):
                who.edit(message_id, screen)
            case reply.Delete(message_ids):
                for message_id in message_ids:
                    who.delete(message_id)
            case reply.Toast(text):
                who.toasts.append(who.sentence(text))
                who.log.append((house.now, "toast", who.toasts[-1]))
            case reply.React(message_id, emoji):
                who.log.append((house.now, "react", message_id, emoji))
            case reply.Leave(screen):
                who.say(screen)


async def _same(said: reply.Reply) -> reply.Reply:
    return said


def parts(words: catalogue.Catalogue, luck: chance.Chance, erased: Any, undo: int | None = None) -> turns.Parts:
    """Return what every use case may lean on."""
    arcs = tuple(prompting.Arc(one.weeks, one.depth_max, one.themes) for one in words.plan.arcs)
    return turns.Parts(
        catalogue=words,
        plan=prompting.Plan(arcs=arcs, weekly=tuple(words.plan.every_week_min)),
        places=places,
        erasures=erased,
        chance=luck,
        undo=undo,
        bot_username="nearer_bot",
        operator="Robin, of Example Street",
        backups=turns.Backups(hours=24, days=90, key_days=14),
    )
