"""Makes single calls to the Bot API and says of each what became of it, so that nobody else catches errors."""

import collections
import dataclasses
import datetime as dt
from collections.abc import Awaitable, Sequence
from typing import Any

import telegram
from telegram import BotCommand, BotCommandScopeChat, LinkPreviewOptions, ReactionTypeEmoji, error
from telegram.ext import ExtBot

from bot.telegram import files, keyboards, profile, rendering, shown, wire
from bot.usecases import deliveries, reply

_MOST_DELETED = 100  # https://core.telegram.org/bots/api#deletemessages
_LONGEST_TOAST = 200


class _NoPreview(LinkPreviewOptions):
    """That no link is shown as a picture; PTB would look for each thing that a preview can be, at every message."""

    __slots__ = ()

    def to_dict(self, recursive: bool = True) -> dict[str, Any]:  # noqa: FBT001, FBT002 - PTB's own
        """Return it as Telegram takes it."""
        del recursive
        return {"is_disabled": True}


_NO_PREVIEW = _NoPreview(is_disabled=True)
# What Telegram says where the wanted state is there already, or can no longer matter.
_DONE = (
    "message is not modified",
    "message to edit not found",
    "message to delete not found",
    "message to react not found",
    "message_id_invalid",
    "query is too old",
)
UNEDITABLE = "cannot-be-edited"
_REASONS = {
    "chat not found": "chat-not-found",
    "can't be edited": UNEDITABLE,
    "can't be deleted": "cannot-be-deleted",
    "too long": "too-long",
    "is empty": "empty",
    "button": "button",
    "voice_messages_forbidden": deliveries.VOICE_BARRED,
}


@dataclasses.dataclass(frozen=True, slots=True)
class Unsent:
    """Nothing left this machine; it may be tried again."""


@dataclasses.dataclass(frozen=True, slots=True)
class Flooded:
    """Telegram took nothing and asks for a pause."""

    pause: dt.timedelta


Result = deliveries.Accepted | Unsent | Flooded | deliveries.Unknown | deliveries.Refused | deliveries.Blocked


class Calls:
    """The calls of one bot, in the words of screens."""

    def __init__(self, bot: ExtBot[None], texts: rendering.Texts) -> None:
        self._bot = bot
        self._texts = texts
        self._shown = shown.Shown()
        self.outcomes: collections.Counter[str] = collections.Counter()  # of all calls, by what became of them

    async def say(  # noqa: PLR0913 - what a message is made of
        self,
        chat_id: int,
        locale: str,
        screen: reply.Screen,
        *,
        reply_to: int | None = None,
        silent: bool = False,
        protect: bool = False,
    ) -> Result:
        """Send a new message; a reply to one that is gone becomes an ordinary message."""
        look = self._look(locale, screen)
        if screen.file is not None:
            how = files.How(reply_to=reply_to, silent=silent, protect=protect)
            return await self._made(files.send(self._bot, chat_id, screen.file, look, how))
        answers = files.answering(reply_to)
        result = await self._made(
            self._bot.send_message(
                chat_id,
                look.text,
                entities=look.entities or None,
                reply_markup=look.markup,
                link_preview_options=_NO_PREVIEW,
                reply_parameters=answers,
                disable_notification=silent or None,
                protect_content=protect or None,
            )
        )
        if isinstance(result, deliveries.Accepted) and result.message_id:
            self._shown.note(chat_id, result.message_id, look)
        return result

    async def edit(self, chat_id: int, locale: str, message_id: int, screen: reply.Screen) -> Result:
        """Make a message show this screen; one that shows it, or is gone, counts as done."""
        wanted = self._look(locale, screen)
        if screen.file is not None:
            return await self._made(files.swap(self._bot, chat_id, message_id, screen.file, wanted))
        standing = self._shown.standing(chat_id, [message_id])
        if not standing or self._shown.is_shown(chat_id, message_id, wanted):
            return deliveries.Accepted(None)
        with self._shown.changing(chat_id, message_id) as change:
            result = await self._made(
                self._bot.edit_message_text(
                    wanted.text,
                    chat_id,
                    message_id,
                    entities=wanted.entities or None,
                    reply_markup=wanted.markup,
                    link_preview_options=_NO_PREVIEW,
                )
            )
            if isinstance(result, deliveries.Accepted):
                change.to(wanted)
        return result

    def _look(self, locale: str, screen: reply.Screen) -> shown.Look:
        text, entities = rendering.render(self._texts, locale, screen)
        return shown.Look(text, entities, keyboards.markup(self._texts, locale, screen.rows))

    async def delete(self, chat_id: int, message_ids: Sequence[int]) -> Result:
        """Delete messages as far as Telegram lets the bot; a pause or a broken line ends it early."""
        result: Result = deliveries.Accepted(None)
        message_ids = self._shown.standing(chat_id, message_ids)
        for start in range(0, len(message_ids), _MOST_DELETED):
            result = await self._delete_some(chat_id, message_ids[start : start + _MOST_DELETED])
            if not isinstance(result, deliveries.Accepted | deliveries.Refused):
                break
        return result

    async def menu(self, chat_id: int, locale: str) -> Result:
        """Show the menu of a chat in a language."""
        commands = [BotCommand(name, self._texts.text(locale, f"command-{name}")) for name in profile.MENU]
        return await self._made(self._bot.set_my_commands(commands, scope=BotCommandScopeChat(chat_id)))

    async def react(self, chat_id: int, message_id: int, emoji: str) -> Result:
        """Put the bot's reaction on a message."""
        return await self._made(self._bot.set_message_reaction(chat_id, message_id, [ReactionTypeEmoji(emoji)]))

    async def answer(self, callback_id: str, locale: str, toast: reply.Text | None) -> Result:
        """Stop the spinner of a tapped button, with a short line or without; too late counts as done."""
        text = rendering.line(self._texts, locale, toast, _LONGEST_TOAST) if toast else None
        return await self._made(self._bot.answer_callback_query(callback_id, text))

    async def leave(self, chat_id: int) -> Result:
        """Leave a group or channel."""
        return await self._made(self._bot.leave_chat(chat_id))

    async def _delete_some(self, chat_id: int, message_ids: Sequence[int]) -> Result:
        """Delete up to a hundred at once; one too old spoils the lot, so then each by itself."""
        if len(message_ids) == 1:
            return await self._delete_one(chat_id, message_ids[0])
        result = await self._made(self._bot.delete_messages(chat_id, message_ids))
        if isinstance(result, deliveries.Accepted):
            self._shown.went(chat_id, message_ids)
        if not isinstance(result, deliveries.Refused):
            return result
        for message_id in message_ids:
            result = await self._delete_one(chat_id, message_id)
            if not isinstance(result, deliveries.Accepted | deliveries.Refused):
                break
        return result

    async def _delete_one(self, chat_id: int, message_id: int) -> Result:
        result = await self._made(self._bot.delete_message(chat_id, message_id))
        if isinstance(result, deliveries.Accepted):
            self._shown.went(chat_id, [message_id])
        return result

    async def _made(self, call: Awaitable[object]) -> Result:
        """Return what became of a call, and count it."""
        result = await _outcome(call)
        self.outcomes[type(result).__name__.lower()] += 1
        return result


async def _outcome(call: Awaitable[object]) -> Result:
    """Return what became of a call. Exact classes decide: to PTB a BadRequest is a NetworkError, too."""
    try:
        result = await call
    except error.BadRequest as refused:
        return _refused(refused.message.lower())
    except error.Forbidden:
        return deliveries.Blocked()
    except wire.Flooded as flooded:
        return Flooded(flooded.retry_after)
    except (wire.NotSent, error.InvalidToken):
        return Unsent()
    except (error.TelegramError, LookupError, TypeError, ValueError):
        return deliveries.Unknown()
    return deliveries.Accepted(result.message_id if isinstance(result, telegram.Message) else None)


def _refused(said: str) -> deliveries.Accepted | deliveries.Refused:
    if any(words in said for words in _DONE):
        return deliveries.Accepted(None)
    return deliveries.Refused(next((name for words, name in _REASONS.items() if words in said), "bad-request"))
