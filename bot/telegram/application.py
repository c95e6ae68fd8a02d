"""Builds PTB's application: which handler takes which update, journey by journey."""

import dataclasses
from collections.abc import Callable, Coroutine, Iterator, Mapping
from types import ModuleType, NoneType
from typing import Any, TypeAlias, cast

from telegram import Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    ExtBot,
    MessageHandler,
    filters,
)

from bot.telegram import keyboards, raw, taps, wire
from bot.telegram.context import Context, House
from bot.telegram.handlers import (
    breathers,
    everything_else,
    going_on,
    groups,
    hello,
    holding,
    looking_back,
    pairing,
    preferences,
    privacy,
    prompting,
    reflecting,
    sharing,
    support,
    warmths,
)
from bot.usecases import ports

# One line adds a journey: its COMMANDS and TAPS are registered.
JOURNEYS = (
    hello,
    pairing,
    prompting,
    going_on,
    reflecting,
    sharing,
    holding,
    warmths,
    looking_back,
    breathers,
    preferences,
    support,
    privacy,
    everything_else,
)

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]
Bot: TypeAlias = "ExtBot[None]"
App: TypeAlias = "Application[Bot, Context, None, None, House, None]"

_PRIVATE = filters.ChatType.PRIVATE
_NEW = _PRIVATE & filters.UpdateType.MESSAGE
_BROUGHT = filters.VOICE | filters.PHOTO | filters.AUDIO | filters.Sticker.ALL


@dataclasses.dataclass(frozen=True, slots=True)
class Routes:
    """Which handler takes what."""

    commands: Mapping[str, Handler]
    taps: Mapping[str, taps.TapHandler]
    text: Handler
    brought: Handler
    edited: Handler
    other_kind: Handler
    member: Handler
    group: Handler
    old_button: Handler
    unknown_command: Handler

    def handlers(self) -> Iterator[BaseHandler[Any, Context, Any]]:
        """Yield PTB's handlers in the order in which they are asked; the first that fits takes the update."""
        yield MessageHandler(~_PRIVATE, self.group)
        for name, handler in self.commands.items():
            yield CommandHandler(name, handler, _NEW)
        yield CallbackQueryHandler(self._tap)
        yield MessageHandler(_PRIVATE & filters.UpdateType.EDITED_MESSAGE, self.edited)
        yield MessageHandler(_NEW & filters.COMMAND, self.unknown_command)
        yield MessageHandler(_NEW & filters.TEXT, self.text)
        yield MessageHandler(_NEW & _BROUGHT, self.brought)
        yield MessageHandler(_NEW, self.other_kind)
        yield ChatMemberHandler(self._member, ChatMemberHandler.MY_CHAT_MEMBER)

    async def _tap(self, update: Update, context: Context) -> None:
        """Hand a tap to its verb; what no button of ours says gets the answer of an old one."""
        query = update.callback_query
        tap = keyboards.read((query.data if query else None) or "")
        handler = self.taps.get(tap.verb) if tap else None
        if tap is None or handler is None:
            await self.old_button(update, context)
        else:
            await handler(update, context, tap.n, tap.option)

    async def _member(self, update: Update, context: Context) -> None:
        """Tell a block, which happens in private, from being added somewhere."""
        chat, user = update.effective_chat, update.effective_user
        mine = chat is not None and user is not None and chat.id == user.id
        await (self.member if mine else self.group)(update, context)


def routes(journeys: tuple[ModuleType, ...] = JOURNEYS) -> Routes:
    """Return the routes of these journeys and of everything that belongs to none."""
    return Routes(
        commands=_joined(journeys, "COMMANDS"),
        taps=_joined(journeys, "TAPS"),
        text=reflecting.write,
        brought=reflecting.bring,
        edited=reflecting.edit,
        other_kind=everything_else.other_kind,
        member=preferences.blocked,
        group=groups.leave,
        old_button=everything_else.old_button,
        unknown_command=everything_else.unknown_command,
    )


def make_bot(token: str, base: str, transport: wire.Transport) -> Bot:
    """Return PTB's bot, which speaks through our transport alone."""
    return ExtBot(
        token,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=wire.Request(transport),
        get_updates_request=wire.Request(transport),
    )


def build(bot: Bot, house: House, routes: Routes) -> App:
    """Return an application without an updater, a job queue or persistence: inbox, outbox and tables do that."""
    kinds = ContextTypes(
        context=Context,
        chat_data=NoneType,
        user_data=NoneType,
        bot_data=cast("type[House]", lambda: house),
    )
    application: App = ApplicationBuilder().bot(bot).updater(None).job_queue(None).context_types(kinds).build()
    for handler in routes.handlers():
        application.add_handler(handler)
    application.add_error_handler(_fail)
    return application


class Dispatcher:
    """Handles one update through PTB, and tells what PTB keeps to itself: that a handler failed."""

    def __init__(self, application: App, house: House) -> None:
        self._application = application
        self._house = house

    async def handle(self, update_as_kept: Mapping[str, Any]) -> None:
        """Parse and handle a raw update, and end its row; raises Unreadable, or whatever the handler raised."""
        update = self._parse(update_as_kept)
        try:
            await self._application.process_update(update)
            failure = self._house.failures.pop(update.update_id, None)
            if failure is not None:
                raise failure
            if update.update_id not in self._house.acted:
                await self._end(update.update_id)
        finally:
            self._house.acted.discard(update.update_id)

    def _parse(self, update_as_kept: Mapping[str, Any]) -> Update:
        try:
            update: Update | None = Update.de_json(dict(update_as_kept), self._application.bot)
            sound = update is not None and _is_of_somebody(update)
        except Exception:  # noqa: BLE001 - whatever a shape of the future does to the parser
            sound = False
        # Raised out here: the parser's own error quotes what it read.
        if not sound or update is None:
            raise Unreadable
        return update

    async def _end(self, update_id: int) -> None:
        """End the row of an update that asks for nothing."""
        now = self._house.clock.now()

        async def finish(tx: ports.Transaction) -> None:
            if await tx.claim(update_id):
                await tx.finish(update_id, now)

        await self._house.store.perform(finish)
        await self._house.store.answered([update_id], now)


class Unreadable(Exception):  # noqa: N818 - said of an update
    """An update that PTB cannot parse, and will not be able to in a minute either."""


def _is_of_somebody(update: Update) -> bool:
    """Say whether person, chat, message and tap, where there are any, have ids: PTB takes anything for one."""
    message, query = update.effective_message, update.callback_query
    there = [one.id for one in (update.effective_user, update.effective_chat, message) if one is not None]
    return all(raw.is_id(one) for one in there) and (query is None or raw.is_word(query.id))


async def _fail(update: object, context: Context) -> None:
    if isinstance(update, Update) and context.error is not None:
        context.bot_data.failures[update.update_id] = context.error


def _joined(journeys: tuple[ModuleType, ...], name: str) -> dict[str, Any]:
    """Return what the journeys register under a name; two of them may not want the same."""
    joined: dict[str, Any] = {}
    for journey in journeys:
        own: Mapping[str, Any] = getattr(journey, name, {})
        twice = joined.keys() & own.keys()
        if twice:
            raise ValueError(f"two journeys want the same {name}: {', '.join(sorted(twice))}")
        joined |= own
    return joined
