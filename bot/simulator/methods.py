"""What every method of the Bot API is made of: a function, and the parameters that it may be given."""

from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

from bot.simulator import errors
from bot.simulator.fields import Fields
from bot.simulator.messages import Chat, Message, message_json
from bot.simulator.world import World

Run = Callable[[World, Fields], Any | Awaitable[Any]]


class Method(NamedTuple):
    """One method: what it does and which parameter names Telegram documents for it."""

    run: Run
    takes: frozenset[str]


def method(run: Run, parameters: str = "") -> Method:
    """Return a method whose parameters are named in one string."""
    return Method(run, frozenset(parameters.split()))


def known_chat(world: World, fields: Fields) -> Chat:
    """Return the chat a request names, if the bot has met it."""
    if not fields.text("chat_id"):
        raise errors.bad("chat_id is empty")
    chat = world.chats.get(_chat_id(fields))
    if chat is None or not chat.started:
        raise errors.bad("chat not found")
    return chat


def open_chat(world: World, fields: Fields) -> Chat:
    """Return the chat a request names, if the bot may write there."""
    chat = known_chat(world, fields)
    if chat.deactivated:
        raise errors.forbidden("user is deactivated")
    if chat.blocked:
        raise errors.forbidden("bot was blocked by the user")
    if chat.left:
        raise errors.forbidden(f"bot is not a member of the {chat.kind} chat")
    return chat


def message_id(fields: Fields, name: str = "message_id") -> int:
    """Return the message id a request names, or refuse because it names none."""
    id_ = fields.integer(name)
    if not id_:
        raise errors.bad("message identifier is not specified")
    return id_


def shown(world: World, message: Message) -> Any:
    """Return a message as the answer to a request."""
    return message_json(world.chat(message.chat_id), message)


def _chat_id(fields: Fields) -> int:
    text = fields.text("chat_id") or ""
    if text.startswith("@"):
        raise errors.bad("chat not found")
    return fields.integer("chat_id") or 0
