"""Writes and reads a box: a file of sealed records that opens whole, or not at all."""

import dataclasses
import datetime as dt
import hashlib
import json
import secrets
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from bot.store import cipher, errors

_FAMILY = b"nearer box "
_MAGIC = _FAMILY + b"1\n"
_LENGTH = 4  # bytes of each length
_MOST = 1 << 28  # bytes of one sealed record: what claims more was not written here
_MORE, _LAST = "more", "last"


class BadBox(errors.StoreError):
    """A file cannot be read as a box; the message says which, why, and what to do."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What stands on a box in the clear, and cannot be changed unnoticed."""

    kind: str
    made_at: dt.datetime
    revision: str
    house: str  # which database it is of

    def __bytes__(self) -> bytes:
        plain = dataclasses.asdict(self) | {"made_at": self.made_at.isoformat()}
        return json.dumps(plain, sort_keys=True).encode()


class Writer:
    """Puts records into an open file, each sealed for its place, under a key of this file alone."""

    def __init__(self, file: IO[bytes], ring: cipher.Keyring, label: Label) -> None:
        key = secrets.token_bytes(cipher.KEY_BYTES)
        head = bytes(label)
        self._file = file
        self._cipher = cipher.Cipher(key)
        self._count = 0
        file.write(_MAGIC)
        self._write(head)
        self._write(ring.wrap(_key_place(head), key))

    def put(self, record: object) -> None:
        """Add a record of plain JSON values."""
        self._seal(record, _MORE)

    def close(self) -> None:
        """Write the end, without which a box is cut short."""
        self._seal(None, _LAST)

    def _seal(self, record: object, end: str) -> None:
        plain = zlib.compress(json.dumps(record, separators=(",", ":")).encode())
        self._write(self._cipher.seal(_record_place(self._count, end), plain))
        self._count += 1

    def _write(self, part: bytes) -> None:
        self._file.write(len(part).to_bytes(_LENGTH, "big") + part)


def label(path: Path) -> Label:
    """Return what stands on a box; whether it is true, only opening it tells."""
    with _open(path) as file:
        return _label(path, _head(path, file))


def records(path: Path, ring: cipher.Keyring) -> Iterator[Any]:
    """Yield every record of a box in its order; raise BadBox where it does not open, also at its very end."""
    with _open(path) as file:
        head = _head(path, file)
        opener = cipher.Cipher(_unwrapped(path, ring, head, _part(path, file)))
        count = 0
        while True:
            sealed = _part(path, file)
            record, end = _unseal(path, opener, count, sealed)
            if end:
                break
            yield record
            count += 1
        if file.read(1):
            raise _damaged(path)


def _open(path: Path) -> IO[bytes]:
    try:
        return path.open("rb")
    except OSError as error:
        raise BadBox(f"{path} cannot be read: {error.strerror}") from None


def _head(path: Path, file: IO[bytes]) -> bytes:
    magic = file.read(len(_MAGIC))
    if magic != _MAGIC:
        newer = magic.startswith(_FAMILY)
        raise BadBox(f"{path} was made by another version of Nearer: use that one" if newer else _no_box(path))
    return _part(path, file)


def _label(path: Path, head: bytes) -> Label:
    try:
        plain = json.loads(head)
        return Label(**plain | {"made_at": dt.datetime.fromisoformat(plain["made_at"])})
    except (ValueError, TypeError, KeyError):
        raise _damaged(path) from None


def _part(path: Path, file: IO[bytes]) -> bytes:
    length = int.from_bytes(file.read(_LENGTH), "big")
    part = file.read(length) if length <= _MOST else b""
    if not part or len(part) != length:
        raise _damaged(path)
    return part


def _unwrapped(path: Path, ring: cipher.Keyring, head: bytes, wrapped: bytes) -> bytes:
    try:
        return ring.unwrap(_key_place(head), wrapped)
    except errors.Damaged:
        why = "the key it was made under must be among NEARER_SECRET_KEYS, or the file is damaged"
        raise BadBox(f"none of the secret keys opens {path}: {why}") from None


def _unseal(path: Path, opener: cipher.Cipher, number: int, sealed: bytes) -> tuple[Any, bool]:
    """Return a record and whether it is the end."""
    for end in (_MORE, _LAST):
        try:
            plain = opener.unseal(_record_place(number, end), sealed)
        except errors.Damaged:
            continue
        return json.loads(zlib.decompress(plain)), end == _LAST
    raise _damaged(path)


def _no_box(path: Path) -> str:
    return f"{path} is no backup of Nearer"


def _damaged(path: Path) -> BadBox:
    return BadBox(f"{path} is damaged or cut short: take another backup")


def _key_place(head: bytes) -> cipher.Place:
    """Return where the key of a box is wrapped for: its label, so that none can be changed."""
    return cipher.Place("box", "key", hashlib.sha256(head).hexdigest(), 0)


def _record_place(number: int, end: str) -> cipher.Place:
    return cipher.Place("box", "record", number, end)
