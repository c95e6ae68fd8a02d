"""Phones of the small house: chats as their owners see them, each screen held to what a tired person takes in."""

import copy
import dataclasses
import datetime as dt
from typing import Any

from bot.content import catalogue
from bot.telegram import rendering
from bot.usecases import reply

FIRST_MESSAGE = 100
MOST_WORDS, MOST_BUTTONS = 45, 7  # conversation, the nine promises
ROOMY = (
    "preferences-",
    "support-",
    "privacy-",
    "pairing-note",
    "hello-zone",
    "looking-back-",
    "reflecting-feel",
)  # support, privacy, the note, pickers


@dataclasses.dataclass(frozen=True, slots=True)
class Shown:
    """One message as a phone shows it."""

    id: int
    text: str
    buttons: tuple[tuple[str, str], ...] = ()  # label and data; an address stands in the place of data
    protected: bool = False
    reply_to: int | None = None
    file: reply.File | None = None


class Phone:
    """One chat with the bot, as its owner sees it, and everything that ever happened in it."""

    def __init__(self, texts: catalogue.Catalogue, telegram_id: int, name: str) -> None:
        self.telegram_id = telegram_id
        self.name = name
        self.username: str | None = None
        self.language = "en"
        self.messages: dict[int, Shown] = {}
        self.own: dict[int, str] = {}  # what the owner sent
        self.log: list[tuple[Any, ...]] = []
        self.toasts: list[str] = []
        self.clock = dt.datetime.min.replace(tzinfo=dt.UTC)
        self._texts = texts
        self._next = FIRST_MESSAGE

    def copy(self) -> "Phone":
        """Return a phone that shows the same."""
        twin = copy.copy(self)
        twin.messages, twin.own = dict(self.messages), dict(self.own)
        twin.log, twin.toasts = list(self.log), list(self.toasts)
        return twin

    def number(self) -> int:
        """Return the id of the next message in this chat."""
        self._next += 1
        return self._next

    def say(self, screen: reply.Screen, *, silent: bool = True, **marks: Any) -> int:
        """Show a new message; return its id."""
        shown = dataclasses.replace(self._shown(self.number(), screen), **marks)
        self.messages[shown.id] = shown
        self.log.append((self.clock, "say", shown, silent))
        return shown.id

    def edit(self, message_id: int, screen: reply.Screen) -> None:
        """Change a message; one that was deleted stays so."""
        if message_id in self.messages:
            old = self.messages[message_id]
            new = self._shown(message_id, screen)
            self.messages[message_id] = dataclasses.replace(new, protected=old.protected, reply_to=old.reply_to)
            self.log.append((self.clock, "edit", self.messages[message_id]))

    def delete(self, message_id: int) -> None:
        """Remove a message, of the bot or of the owner."""
        self.messages.pop(message_id, None)
        self.own.pop(message_id, None)
        self.log.append((self.clock, "delete", message_id))

    def _shown(self, message_id: int, screen: reply.Screen) -> Shown:
        self._measure(screen)
        text = rendering.render(self._texts, self.language, screen).text
        buttons = tuple(self._button(one) for row in screen.rows for one in row)
        return Shown(message_id, plain(text), buttons, file=screen.file)

    def _measure(self, screen: reply.Screen) -> None:
        """Hold every screen of every test to seven buttons and 45 of the bot's own words."""
        keys = [part.key for part in screen.parts if isinstance(part, reply.Text)]
        if any(key.startswith(ROOMY) for key in keys):
            return
        own = [part for part in screen.parts if not (isinstance(part, reply.Words) and part.quoted)]
        said = rendering.render(self._texts, self.language, reply.Screen(tuple(own))).text
        assert len(said.split()) <= MOST_WORDS, said
        assert sum(len(row) for row in screen.rows) <= MOST_BUTTONS, keys

    def _button(self, button: reply.Button | reply.Link) -> tuple[str, str]:
        label = plain(rendering.line(self._texts, self.language, button.label))
        return label, button.url if isinstance(button, reply.Link) else button.data

    def sentence(self, text: reply.Text) -> str:
        """Return one sentence of the bot."""
        return plain(rendering.sentence(self._texts, self.language, text))

    @property
    def newest(self) -> Shown:
        """The message at the bottom of the chat."""
        return self.messages[max(self.messages)]

    def find(self, label: str) -> tuple[Shown, str]:
        """Return the newest message with a button that begins so, and what the button says."""
        for message in sorted(self.messages.values(), key=lambda one: -one.id):
            for text, data in message.buttons:
                if text.startswith(label):
                    return message, data
        raise AssertionError(f"no button {label!r} among {[one.buttons for one in self.messages.values()]}")

    def has(self, words: str) -> bool:
        """Say whether any message shows these words."""
        return any(words in one.text for one in self.messages.values())

    def labels(self) -> list[str]:
        """Return the buttons of the message at the bottom."""
        return [label for label, _ in self.newest.buttons]


def plain(text: str) -> str:
    """Return text without the marks that isolate a name."""
    return text.replace("\u2068", "").replace("\u2069", "")
