"""Gives handlers their one way to act: one use case, one transaction, one reply."""

import dataclasses
import datetime as dt
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Concatenate, ParamSpec, Self

from telegram import Update, User
from telegram.ext import Application, CallbackContext, ExtBot

from bot import clock
from bot.domain import model, refusals
from bot.telegram import replies
from bot.usecases import everything_else, ports, reply, turns

Arguments = ParamSpec("Arguments")
UseCase = Callable[Concatenate[turns.Turn, Arguments], Awaitable[reply.Reply]]
Step = Callable[[turns.Turn], Awaitable[reply.Reply]]

FALLBACK = "en"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What every update needs: built once, in `bot.main`."""

    store: ports.Store
    clock: clock.Clock
    parts: turns.Parts
    replies: replies.Replies
    wake: Callable[[dt.datetime], None]  # tells the sender when the next row of the outbox is due
    acted: set[int] = dataclasses.field(default_factory=set)  # updates whose row a use case has seen to
    failures: dict[int, Exception] = dataclasses.field(default_factory=dict)
    since: dict[int, float] = dataclasses.field(default_factory=dict)  # when an update in hand came, monotonic

    async def locale(self, telegram_id: int, language: str | None) -> tuple[int | None, str]:
        """Return the row id and language of whoever has this Telegram id; what Telegram says of strangers."""
        person = await self.store.perform(lambda tx: tx.person_by_telegram(telegram_id))
        if person is None:
            return None, offered(language, self.parts.catalogue.locales)
        return person.id, person.locale


class Context(CallbackContext[ExtBot[None], None, None, House]):
    """One update in the hands of a handler."""

    incoming: Update

    @classmethod
    def from_update(cls, update: object, application: "Application[Any, Self, Any, Any, House, Any]") -> Self:
        """Return the context of an update, which it remembers."""
        context = super().from_update(update, application)
        if isinstance(update, Update):
            context.incoming = update
        return context

    async def act(self, usecase: UseCase[Arguments], *args: Arguments.args, **kwargs: Arguments.kwargs) -> None:
        """Run the use case in one transaction that also ends the update's row, then send off its reply."""
        house = self.bot_data
        if self.incoming.effective_user is None:
            return  # nobody acts: the dispatcher ends the row
        house.acted.add(self.incoming.update_id)
        try:
            answer, due_at = await house.store.perform(
                lambda tx: self._turn(tx, lambda turn: usecase(turn, *args, **kwargs))
            )
        except refusals.Refusal as refusal:
            # The refusal undid the transaction; this one only ends the row.
            said = self._no(refusal)
            answer, due_at = await house.store.perform(lambda tx: self._turn(tx, lambda _turn: _say(said)))
        if due_at is not None:
            house.wake(due_at)
        if answer is not None:
            house.replies.put(answer)

    async def _turn(self, tx: ports.Transaction, step: Step) -> tuple[replies.Answer | None, dt.datetime | None]:
        """Take the update's row, let the person act, end the row; return the reply and when the outbox is due.

        There is no reply where the row was ended before.
        """
        update_id, now = self.incoming.update_id, self.bot_data.clock.now()
        user = self.incoming.effective_user
        if user is None or not await tx.claim(update_id):
            return None, None
        turn = await self._open(tx, user)
        if self.incoming.my_chat_member is None:
            message = self.incoming.message
            command = message is not None and (message.text or "").startswith("/")
            await everything_else.arrive(turn, command=command)
        said = await self._stepped(turn, step)
        await turn.close()
        await tx.finish(update_id, now)
        # Where nothing was queued the sender knows already when to look.
        return self._answer(user, turn.me, said), await tx.next_due() if tx.queued() else None

    async def _stepped(self, turn: turns.Turn, step: Step) -> reply.Reply:
        """Return what the step says, or its no; raises the no where the transaction must be undone for it."""
        me, writes = turn.me, turn.tx.writes
        try:
            return await step(turn)
        except refusals.Refusal as refusal:
            if turn.tx.writes != writes:
                raise
            turn.me = me
            return self._no(refusal)

    def _answer(self, user: User, me: model.Person, said: reply.Reply) -> replies.Answer:
        query = self.incoming.callback_query
        return replies.Answer(
            chat_id=user.id,
            person_id=me.id,
            locale=me.locale,
            said=said,
            update_id=self.incoming.update_id,
            callback_id=query.id if query else None,
            since=self.bot_data.since.get(self.incoming.update_id),
        )

    async def _open(self, tx: ports.Transaction, user: User) -> turns.Turn:
        """Return the turn of whoever acts, known or met just now, under the name they bear today."""
        house = self.bot_data
        now = house.clock.now()
        me = await tx.person_by_telegram(user.id) or await tx.welcome(user.id, self._stranger(user))
        message, query = self.incoming.effective_message, self.incoming.callback_query
        if self.incoming.message:
            message_id = self.incoming.message.message_id
            # What waited in the inbox is older than its handling: Telegram counts from its own date.
            at = min(now, self.incoming.message.date)
            noted = ports.ChatMessage(person_id=me.id, message_id=message_id, incoming=True, at=at)
            await tx.note_messages([noted])
        turn = turns.Turn(
            tx=tx,
            me=me,
            now=now,
            parts=house.parts,
            message_id=message.message_id if message else None,
            tapped=query is not None,
            update_id=self.incoming.update_id,
        )
        if (me.name, me.username) != (user.first_name, user.username):
            turn.change(name=user.first_name, username=user.username)
        return turn

    def _stranger(self, user: User) -> model.Person:
        house = self.bot_data
        return model.Person(
            id=house.parts.chance.id(),
            name=user.first_name,
            username=user.username,
            locale=offered(user.language_code, house.parts.catalogue.locales),
            seed=house.parts.chance.seed(),
            seen_at=house.clock.now(),
        )

    def _no(self, refusal: refusals.Refusal) -> reply.Reply:
        text = reply.Text(refusal.key, refusal.args_of_text)
        return reply.of(reply.Toast(text) if self.incoming.callback_query else reply.Say(reply.screen(text)))


def offered(language: str | None, locales: Sequence[str]) -> str:
    """Return the language to speak to somebody whose phone says `language`, such as `pt-br` or `es`."""
    wanted = (language or "").lower()
    exact = [locale for locale in locales if locale.lower() == wanted]
    alike = [locale for locale in locales if locale.lower().partition("-")[0] == wanted.partition("-")[0]]
    return next(iter([*exact, *alike]), FALLBACK)


async def _say(said: reply.Reply) -> reply.Reply:
    return said
