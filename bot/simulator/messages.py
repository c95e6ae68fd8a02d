"""What a phone shows: people, messages and their buttons, and the shape of each on the wire."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from typing import Any, Literal

Json = dict[str, Any]
Event = Literal["sent", "edited", "deleted", "reaction", "toast", "alert", "action"]


@dataclasses.dataclass(frozen=True, slots=True)
class User:
    """An account: a person's or the bot's."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language: str | None = None
    is_bot: bool = False

    def json(self) -> Json:
        """Return the account as Telegram's User."""
        optional = {"last_name": self.last_name, "username": self.username, "language_code": self.language}
        return {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name, **_given(optional)}


@dataclasses.dataclass(frozen=True, slots=True)
class Button:
    """One button of an inline keyboard; `wire` is what the bot sent."""

    text: str
    wire: Json

    @property
    def callback_data(self) -> str | None:
        """Return what a tap tells the bot, None for buttons that tell it nothing."""
        return self.wire.get("callback_data")

    @property
    def url(self) -> str | None:
        """Return the address that a tap opens."""
        return self.wire.get("url")

    @property
    def switch_inline_query(self) -> str | None:
        """Return the words that a tap carries to a chat the person picks."""
        return self.wire.get("switch_inline_query")

    @property
    def copy_text(self) -> str | None:
        """Return the words that a tap copies."""
        copied: Json = self.wire.get("copy_text", {})
        return copied.get("text")


Keyboard = tuple[tuple[Button, ...], ...]


@dataclasses.dataclass(slots=True)
class Message:
    """One bubble; `deleted_at` is set when it is gone from the phone, words and all."""

    id: int
    chat_id: int
    sender: User
    date: dt.datetime
    kind: str = "text"
    text: str | None = None
    entities: list[Json] = dataclasses.field(default_factory=list)
    caption: str | None = None
    media: Any = None
    file_id: str | None = None
    duration: int | None = None
    keyboard: Keyboard = ()
    reply_to: int | None = None
    edited_at: dt.datetime | None = None
    deleted_at: dt.datetime | None = None
    deleted_by: Literal["bot", "person"] | None = None
    protected: bool = False
    silent: bool = False
    bot_reactions: tuple[str, ...] = ()
    person_reactions: tuple[str, ...] = ()
    forwarded_from: User | None = None

    @property
    def from_bot(self) -> bool:
        """Return whether the bot wrote it."""
        return self.sender.is_bot

    @property
    def reactions(self) -> tuple[str, ...]:
        """Return every reaction on it, the bot's first."""
        return self.bot_reactions + self.person_reactions

    @property
    def words(self) -> str:
        """Return its text or caption, empty where it has none."""
        return self.text if self.text is not None else self.caption or ""

    @property
    def buttons(self) -> list[str]:
        """Return the words on its buttons, row by row."""
        return [button.text for row in self.keyboard for button in row]


@dataclasses.dataclass(frozen=True, slots=True)
class Notification:
    """What a lock screen showed for one message; silent ones made no sound."""

    at: dt.datetime
    message_id: int
    text: str
    silent: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """One thing a phone received, with the message as it was then."""

    at: dt.datetime
    chat_id: int
    event: Event
    message: Message | None = None
    text: str = ""


class Chat:
    """One conversation with the bot: a person's private one, or a group."""

    def __init__(self, id: int, kind: str, person: User | None = None, title: str = "") -> None:  # noqa: A002 - Telegram's word
        self.id = id
        self.kind = kind
        self.person = person
        self.title = title
        self.by_id: dict[int, Message] = {}
        self.started = kind != "private"
        self.blocked = False
        self.deactivated = False
        self.left = False
        self.bars_voice = False
        self.reply_keyboard: tuple[tuple[str, ...], ...] = ()
        self.action: tuple[dt.datetime, str] | None = None
        self.toast: str | None = None
        self.notifications: list[Notification] = []

    @property
    def messages(self) -> list[Message]:
        """Return every message, oldest first, the deleted ones with their `deleted_at`."""
        return list(self.by_id.values())

    @property
    def living(self) -> list[Message]:
        """Return what the phone shows now, oldest first."""
        return [message for message in self.by_id.values() if message.deleted_at is None]

    def newest(self) -> Iterator[Message]:
        """Yield what the phone shows now, newest first."""
        return (message for message in reversed(self.by_id.values()) if message.deleted_at is None)

    def find(self, message_id: int | None) -> Message | None:
        """Return the living message with this id."""
        message = self.by_id.get(message_id or 0)
        return message if message is not None and message.deleted_at is None else None

    def json(self) -> Json:
        """Return the conversation as Telegram's Chat."""
        if self.person is None:
            return {"id": self.id, "type": self.kind, "title": self.title}
        shape = self.person.json()
        for name in ("is_bot", "language_code"):
            shape.pop(name, None)
        return {**shape, "type": self.kind}


def message_json(chat: Chat, message: Message, *, nested: bool = False) -> Json:
    """Return the message as Telegram's Message; a nested one does not carry what it replies to."""
    shape: Json = {
        "message_id": message.id,
        **_author(chat, message),
        "chat": chat.json(),
        "date": stamp(message.date),
        **_content(message),
        **_given({"edit_date": message.edited_at and stamp(message.edited_at)}),
    }
    if message.keyboard:
        shape["reply_markup"] = keyboard_json(message.keyboard)
    if message.protected:
        shape["has_protected_content"] = True
    replied = None if nested else chat.find(message.reply_to)
    if replied is not None:
        shape["reply_to_message"] = message_json(chat, replied, nested=True)
    return shape


def keyboard_json(keyboard: Keyboard) -> Json:
    """Return the keyboard as Telegram's InlineKeyboardMarkup."""
    return {"inline_keyboard": [[button.wire for button in row] for row in keyboard]}


def stamp(moment: dt.datetime) -> int:
    """Return the moment in whole seconds since 1970, as Telegram counts."""
    return int(moment.timestamp())


def _author(chat: Chat, message: Message) -> Json:
    return {"sender_chat": chat.json()} if chat.kind == "channel" else {"from": message.sender.json()}


def _content(message: Message) -> Json:
    shape: Json = {}
    if message.kind != "text":
        shape[message.kind] = message.media
    if message.text is not None:
        shape |= {"text": message.text, **_given({"entities": message.entities or None})}
    if message.caption:
        shape |= {"caption": message.caption, **_given({"caption_entities": message.entities or None})}
    if message.forwarded_from is not None:
        origin = {"type": "user", "date": stamp(message.date), "sender_user": message.forwarded_from.json()}
        shape["forward_origin"] = origin
    return shape


def _given(values: Json) -> Json:
    return {name: value for name, value in values.items() if value is not None}
