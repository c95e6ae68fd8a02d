"""Sends voice notes, pictures, songs and stickers by Telegram's own ids, and swaps what cannot be deleted."""

import dataclasses
import struct
import zlib
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from telegram import InputMediaPhoto, Message, ReplyParameters
from telegram.ext import ExtBot

from bot.domain import model
from bot.telegram import shown
from bot.usecases import reply

_SIDE = 64  # pixels
_GREY = 0xC8


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """What a new message is beside what it shows."""

    reply_to: int | None
    silent: bool
    protect: bool


def send(bot: ExtBot[None], chat_id: int, file: reply.File, look: shown.Look, how: How) -> Awaitable[Message]:
    """Send a file as what it is; raises LookupError for text, which is none."""
    fields: dict[str, Any] = {
        "reply_markup": look.markup,
        "reply_parameters": answering(how.reply_to),
        "disable_notification": how.silent or None,
        "protect_content": how.protect or None,
    }
    what = file.id or file.content or plain()
    if file.media is model.Media.STICKER:
        return bot.send_sticker(chat_id, what, **fields)
    fields |= {"caption": look.text or None, "caption_entities": look.entities or None}
    if file.name is not None:
        return bot.send_document(chat_id, what, filename=file.name, **fields)
    sends: Mapping[model.Media, Callable[..., Awaitable[Message]]] = {
        model.Media.VOICE: bot.send_voice,
        model.Media.PHOTO: bot.send_photo,
        model.Media.AUDIO: bot.send_audio,
    }
    return sends[file.media](chat_id, what, **fields)


def swap(bot: ExtBot[None], chat_id: int, message_id: int, file: reply.File, look: shown.Look) -> Awaitable[Any]:
    """Put a picture in the place of whatever a message shows; Telegram has no such way for voice and stickers."""
    picture = InputMediaPhoto(
        file.content or file.id or plain(), caption=look.text or None, caption_entities=look.entities or None
    )
    return bot.edit_message_media(picture, chat_id, message_id, reply_markup=look.markup)


def plain() -> bytes:
    """Return a small picture that shows nothing: what stands where something was taken back."""
    row = b"\0" + bytes([_GREY]) * _SIDE
    header = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(row * _SIDE)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    """Return one chunk of a PNG: its length, its name, its body, their checksum."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def answering(message_id: int | None) -> ReplyParameters | None:
    """Return what makes a message a reply; to one that is gone it becomes an ordinary message."""
    return ReplyParameters(message_id, allow_sending_without_reply=True) if message_id else None
