"""One Telegram with one bot: its people, chats, files and what is on its way, on this machine alone."""

import asyncio
import copy
import dataclasses
import datetime as dt
import hashlib
import time
from collections.abc import Awaitable, Callable
from typing import Any, Final, Literal

from bot.simulator import errors, faults, files, signals, updates
from bot.simulator.messages import Chat, Entry, Event, Json, Message, Notification, User, message_json
from bot.simulator.person import Person
from bot.simulator.profile import Profile

TOKEN: Final = "1234567890:AAEhBOweik9ai2o01uXPLzO2mPxUeaR4nBo"  # noqa: S105 - of a bot that exists nowhere else
CALLBACK_SECONDS: Final = 15.0
_SIGNS: Final = {
    "photo": "🖼 Photo",
    "voice": "🎤 Voice message",
    "audio": "🎵 Audio",
    "document": "📎 File",
    "sticker": "Sticker",
}


@dataclasses.dataclass(slots=True)
class Callback:
    """One tap: who, on what, since when it waits and when it was answered, in monotonic seconds."""

    id: str
    person_id: int
    chat_id: int
    payload: Json
    at: float
    answered_at: float | None = None

    @property
    def data(self) -> str:
        """Return what the button told the bot."""
        return str(self.payload["data"])


class World:
    """Everything that Telegram would know about one bot; `now` tells its time, nothing else does."""

    def __init__(  # noqa: PLR0913 - what a world is made of
        self,
        now: Callable[[], dt.datetime],
        *,
        token: str = TOKEN,
        bot_name: str = "Nearer",
        bot_username: str = "nearer_bot",
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.now = now
        self.token = token
        self.monotonic = monotonic
        self.sleep = sleep
        self.bot = User(int(token.partition(":")[0]), bot_name, username=bot_username, is_bot=True)
        self.people: list[Person] = []
        self.chats: dict[int, Chat] = {}
        self.log: list[Entry] = []
        self.violations: list[str] = []
        self.callbacks: dict[str, Callback] = {}
        self.profile = Profile(bot_name)
        self.faults = faults.Faults()
        self.files = files.Files(self.name)
        self.updates = updates.Updates(now, sleep, self._update_id)
        self.settle: Callable[[], Awaitable[None]] | None = None
        self.changed = 0
        self._change = signals.Signal()
        self._last_message_id = 0
        self._open_callbacks: dict[str, Callback] = {}

    def person(
        self,
        first_name: str,
        *,
        last_name: str | None = None,
        username: str | None = None,
        language: str | None = "en",
        id: int | None = None,  # noqa: A002 - Telegram's word
    ) -> Person:
        """Return a new person with a phone, who has not met the bot yet."""
        chosen = id or self.number(f"person {len(self.people)}", 52)
        chat = Chat(chosen, "private", User(chosen, first_name, last_name, username, language))
        self.chats[chosen] = chat
        newcomer = Person(self, chat)
        self.people.append(newcomer)
        self.touch()
        return newcomer

    def chat(self, person_id: int) -> Chat:
        """Return the conversation of this person, or the group with this id."""
        return self.chats[person_id]

    def group(self, title: str, kind: str) -> Chat:
        """Return a new group, supergroup or channel."""
        number = self.number(f"group {len(self.chats)}", 32)
        chat = Chat(-number if kind == "group" else -1_000_000_000_000 - number, kind, title=title)
        self.chats[chat.id] = chat
        return chat

    def commands(self, reader: Person) -> list[tuple[str, str]]:
        """Return the command menu that this person sees: name and description."""
        return self.profile.menu(reader.chat.id, reader.user.language)

    def unanswered_callbacks(self) -> list[Callback]:
        """Return the taps whose button still spins, those of a bot that was away among them."""
        until = self.monotonic() - CALLBACK_SECONDS
        return [one for one in self._open_callbacks.values() if one.at >= until]

    async def taken(self) -> None:
        """Return when the bot has confirmed every update."""
        await self.updates.taken()

    async def next_change(self, version: int) -> int:
        """Return the new version as soon as anything differs from what `version` showed."""
        while self.changed == version:
            await self._change.wait()
        return self.changed

    def touch(self) -> None:
        """Count one more version of what the phones show."""
        self.changed += 1
        self._change.ring()

    def new_message(self, chat: Chat, sender: User, **content: Any) -> Message:
        """Add a message to a chat, and to the log where the bot wrote it."""
        self._last_message_id += 1
        message = Message(self._last_message_id, chat.id, sender, self.now(), **content)
        chat.by_id[message.id] = message
        if message.from_bot:
            chat.action = None
            chat.notifications.append(Notification(message.date, message.id, _preview(message), message.silent))
            self.note(chat, "sent", message)
        self.touch()
        return message

    def edited(self, chat: Chat, message: Message) -> None:
        """Mark a message as edited now."""
        message.edited_at = self.now()
        self.note(chat, "edited", message)

    def remove(self, chat: Chat, message: Message, by: Literal["bot", "person"]) -> None:
        """Take a message off the phone."""
        message.deleted_at, message.deleted_by = self.now(), by
        self.note(chat, "deleted", message)

    def note(self, chat: Chat, event: Event, message: Message | None = None, text: str = "") -> None:
        """Write down what a phone received."""
        self.log.append(Entry(self.now(), chat.id, event, copy.copy(message), text))
        self.touch()

    def queue(self, kind: str, chat: Chat, payload: Json) -> None:
        """Put an update on its way to the bot."""
        self.updates.put(kind, chat.id, payload)

    def tap(self, chat: Chat, user: User, message: Message, data: str) -> Callback:
        """Start the spinner of a button and put its callback on the way."""
        id_ = str(self.number(f"callback {len(self.callbacks)}", 62))
        shape = message_json(chat, message) if message.deleted_at is None else _gone(chat, message)
        payload = {"id": id_, "from": user.json(), "message": shape, "chat_instance": self.name(f"chat {chat.id}")}
        callback = Callback(id_, user.id, chat.id, {**payload, "data": data}, self.monotonic())
        self.callbacks[id_] = self._open_callbacks[id_] = callback
        self.requeue(callback)
        return callback

    def requeue(self, callback: Callback) -> None:
        """Put a tap on its way, for the first time or again."""
        self.queue("callback_query", self.chats[callback.chat_id], callback.payload)

    def answered(self, callback: Callback) -> None:
        """Stop the spinner of a button, or refuse because it stopped before."""
        now = self.monotonic()
        self._open_callbacks.pop(callback.id, None)
        if callback.answered_at is not None or now - callback.at > CALLBACK_SECONDS:
            raise errors.bad("query is too old and response timeout expired or query ID is invalid")
        callback.answered_at = now

    def number(self, name: str, bits: int) -> int:
        """Return a positive number that looks like chance and is always the same for the same name."""
        digest = hashlib.sha256(f"{self.token} {name}".encode()).digest()
        return int.from_bytes(digest[:8]) >> (64 - bits) | 1

    def _update_id(self, start: int) -> int:
        return 100_000_000 + self.number(f"update {start}", 30)

    def name(self, name: str) -> str:
        """Return 32 letters that look like chance and are always the same for the same name."""
        return hashlib.sha256(f"{self.token} {name}".encode()).hexdigest()[:32]


def _preview(message: Message) -> str:
    sign = _SIGNS.get(message.kind, "")
    return ", ".join(part for part in (sign, message.words) if part)


def _gone(chat: Chat, message: Message) -> Json:
    return {"chat": chat.json(), "message_id": message.id, "date": 0}
