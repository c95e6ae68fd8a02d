"""Searches bytes for words, names, ids and keys in every form in which they might lie there."""

import base64
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
_ORDERS: tuple[Literal["big", "little"], ...] = ("big", "little")
_CHUNK = 1 << 24  # bytes that are looked at together
_SHORT = 5  # bytes of a bare number: fewer come about by chance


def of_bytes(raw: bytes) -> Iterator[bytes]:
    """Yield bytes as they are, in hexadecimal, and in base64 at every offset and of either alphabet."""
    yield raw
    yield raw.hex().encode()
    yield raw.hex().upper().encode()
    for shift in range(3):  # what stands before it moves its base64 by one or two bytes
        whole = base64.b64encode(b"\0" * shift + raw)[4 if shift else 0 :]
        inside = whole[: len(whole) - 4] if len(whole) > 8 else whole
        yield inside
        yield inside.translate(bytes.maketrans(b"+/", b"-_"))


def of_text(text: str) -> Iterator[bytes]:
    """Yield a text in every form: in UTF-8 and UTF-16, escaped as in JSON, and each of these as bytes may hide."""
    for encoding in _ENCODINGS:
        yield from of_bytes(text.encode(encoding))
    yield text.encode("ascii", "backslashreplace")


def of_number(number: int) -> Iterator[bytes]:
    """Yield an id in every form: as digits, and as the bytes of a number."""
    yield from of_text(str(number))
    for size in (6, 8):  # as SQLite keeps it, and as everybody else
        if number < 1 << 8 * size - 1:
            yield from (form for order in _ORDERS for form in of_bytes(number.to_bytes(size, order)))
    bare = number.to_bytes(8, "big").strip(b"\0")
    yield from of_bytes(bare) if len(bare) > _SHORT else ()


class Seeker:
    """The search for some texts, ids and keys."""

    def __init__(self, texts: Iterable[str], numbers: Iterable[int] = (), keys: Iterable[bytes] = ()) -> None:
        wanted = [(text, form) for text in texts for form in of_text(text)]
        wanted += [(str(number), form) for number in numbers for form in of_number(number)]
        wanted += [("a key", form) for key in keys for form in of_bytes(key)]
        self._needles: Sequence[tuple[str, bytes]] = sorted(set(wanted))
        self._longest = max((len(form) for _, form in self._needles), default=1)

    def shown(self, written: bytes) -> set[str]:
        """Return which of them show."""
        return {name for name, form in self._needles if form in written}

    def found(self, what: str, written: bytes) -> list[str]:
        """Return what shows in some bytes, a line each."""
        return [f"{what} holds {name!r} as {form!r}" for name, form in self._needles if form in written]

    def found_in(self, folder: Path) -> list[str]:
        """Return what shows in the files of a folder, or in their names."""
        faults = []
        for path in sorted(one for one in folder.rglob("*") if one.is_file()):
            faults += self.found("a name of a file", path.name.encode())
            faults += [fault for part in self._parts(path) for fault in self.found(path.name, part)]
        return faults

    def _parts(self, path: Path) -> Iterator[bytes]:
        """Yield a file in parts that overlap, so that its size costs no memory."""
        rest = b""
        with path.open("rb") as file:
            while part := file.read(_CHUNK):
                yield rest + part
                rest = part[-self._longest :]
