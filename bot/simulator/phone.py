"""Reads a phone's screen: as text, and for the button somebody wants to tap."""

from collections.abc import Iterable, Iterator
from typing import Final

from bot.simulator.messages import Button, Chat, Message

_ISOLATES: Final = dict.fromkeys(range(0x2066, 0x206A))
_SIGNS: Final = {
    "photo": "🖼",
    "voice": "🎤",
    "audio": "🎵",
    "document": "📎",
    "sticker": "🙂 sticker",
    "video": "🎬",
    "location": "📍",
    "contact": "👤",
    "poll": "📊",
}


def plain(text: str) -> str:
    """Return a text without the invisible marks that isolate names inside it."""
    return text.translate(_ISOLATES)


def render(chat: Chat) -> str:
    """Return the chat as text: who wrote, what, its reactions, its buttons in brackets."""
    return "\n".join(line for message in chat.living for line in _lines(message))


def find(chat: Chat, text: str, message: Message | None) -> tuple[Message, Button] | None:
    """Return the button with exactly these words, else starting with, else containing them; newest first."""
    wanted = plain(text)
    loose = wanted.casefold()
    shown = list(_buttons(chat.newest() if message is None else [message]))
    for fits in (
        lambda words: words == wanted,
        lambda words: words.casefold().startswith(loose),
        lambda words: loose in words.casefold(),
    ):
        for where, button in shown:
            if fits(plain(button.text)):
                return where, button
    return None


def _buttons(messages: Iterable[Message]) -> Iterator[tuple[Message, Button]]:
    return ((message, button) for message in messages for row in message.keyboard for button in row)


def _lines(message: Message) -> Iterator[str]:
    seconds = f"{message.duration} s" if message.duration else ""
    parts = (_SIGNS.get(message.kind, ""), seconds, plain(message.words), " ".join(message.reactions))
    yield f"{message.sender.first_name}: " + " ".join(part for part in parts if part)
    for row in message.keyboard:
        yield "  " + " ".join(f"[{plain(button.text)}]" for button in row)
