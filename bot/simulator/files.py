"""The files Telegram keeps: their ids, their bytes, and what their first bytes say."""

import dataclasses
import struct
import zlib
from collections.abc import Callable
from typing import Final

from bot.simulator import errors
from bot.simulator.messages import Json

BIGGEST_DOWNLOAD: Final = 20 * 1024 * 1024  # https://core.telegram.org/bots/api#getfile
_FOLDERS: Final = {
    "photo": ("photos", "jpg"),
    "voice": ("voice", "oga"),
    "audio": ("music", "mp3"),
    "document": ("documents", "bin"),
    "sticker": ("stickers", "webp"),
    "video": ("videos", "mp4"),
}
_WORDS: Final = {
    "photo": "Photo",
    "voice": "VoiceNote",
    "audio": "Audio",
    "document": "Document",
    "sticker": "Sticker",
    "video": "Video",
}
_START_OF_FRAME: Final = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


@dataclasses.dataclass(frozen=True, slots=True)
class Kept:
    """One file: `media` is its shape inside a message."""

    id: str
    kind: str
    path: str
    content: bytes
    media: Json


class Files:
    """Every file that went through a chat, by id and by path."""

    def __init__(self, name: Callable[[str], str]) -> None:
        self._name = name
        self._by_id: dict[str, Kept] = {}
        self._by_path: dict[str, Kept] = {}

    def keep(self, kind: str, content: bytes, details: Json) -> Kept:
        """Keep a file and give it its two ids and its path."""
        number = len(self._by_id) + 1
        folder, ending = _FOLDERS[kind]
        name = self._name(f"{kind} {number}")
        ids: Json = {"file_id": f"AgAC{name}", "file_unique_id": f"AQAD{name[:12]}", "file_size": len(content)}
        kept = Kept(ids["file_id"], kind, f"{folder}/file_{number}.{ending}", content, {**ids, **details})
        self._by_id[kept.id] = self._by_path[kept.path] = kept
        return kept

    def get(self, file_id: str) -> Kept:
        """Return the file with this id, or refuse as Telegram does."""
        if file_id not in self._by_id:
            raise errors.bad("wrong file identifier/HTTP URL specified")
        return self._by_id[file_id]

    def use(self, file_id: str, kind: str) -> Kept:
        """Return the file with this id if it can be sent as this kind."""
        kept = self.get(file_id)
        if kept.kind != kind:
            raise errors.bad(f"can't use file of type {_WORDS[kept.kind]} as {_WORDS[kind]}")
        return kept

    def at(self, path: str) -> Kept | None:
        """Return the file that is downloaded under this path."""
        return self._by_path.get(path)


def dimensions(content: bytes) -> tuple[int, int]:
    """Return width and height of a PNG, JPEG, GIF or WebP, or refuse as Telegram does."""
    size = _png(content) or _gif(content) or _webp(content) or _jpeg(content)
    if size is None:
        raise errors.bad("IMAGE_PROCESS_FAILED")
    width, height = size
    if width + height > 10_000 or width > 20 * height or height > 20 * width:  # noqa: PLR2004 - sendPhoto's limits
        raise errors.bad("PHOTO_INVALID_DIMENSIONS")
    return size


def picture(width: int = 96, height: int = 64, colour: tuple[int, int, int] = (126, 164, 176)) -> bytes:
    """Return a small PNG with a soft slope of one colour."""
    rows = (_row(width, [channel * (height + y) // (2 * height) for channel in colour]) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"".join(rows))
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", body), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _row(width: int, colour: list[int]) -> bytes:
    return b"\0" + bytes(colour) * width


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _png(content: bytes) -> tuple[int, int] | None:
    if not content.startswith(b"\x89PNG") or len(content) < 24:  # noqa: PLR2004 - up to the end of its size
        return None
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def _gif(content: bytes) -> tuple[int, int] | None:
    if not content.startswith(b"GIF8"):
        return None
    width, height = struct.unpack("<HH", content[6:10])
    return width, height


def _webp(content: bytes) -> tuple[int, int] | None:
    return (512, 512) if content.startswith(b"RIFF") and content[8:12] == b"WEBP" else None


def _jpeg(content: bytes) -> tuple[int, int] | None:
    at = 2
    while content.startswith(b"\xff\xd8") and at + 9 <= len(content) and content[at] == 0xFF:  # noqa: PLR2004 - a marker
        if content[at + 1] in _START_OF_FRAME:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + struct.unpack(">H", content[at + 2 : at + 4])[0]
    return None
