"""Keeps the list of those who asked to be forgotten: outside the database, so that a restore can obey it."""

import dataclasses
import datetime as dt
import os
import pathlib
import re
from collections.abc import Collection, Iterable
from typing import Self

from bot.store import errors, shelf

NAME = "erasures.txt"
_LINE = re.compile(r"(\S+) ([0-9]{1,19})( taken)?")


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Entry:
    """Who was forgotten, by their random row id, and whether they took back what their partner had opened."""

    person_id: int
    taking: bool = False

    @classmethod
    def read(cls, line: str) -> Self | None:
        """Return what a line says; None of one that was cut short."""
        found = _LINE.fullmatch(line)
        return cls(int(found[2]), bool(found[3])) if found else None


class Erasures:
    """An append-only file of moments and random row ids; it holds nothing else about anybody."""

    def __init__(self, folder: pathlib.Path) -> None:
        self._path = folder / NAME

    def note(self, person_id: int, now: dt.datetime, *, taking: bool = False) -> None:
        """Append one line, and return when it is on the disk; raises StoreError where it cannot be."""
        self._append([f"{now.isoformat()} {person_id}{' taken' if taking else ''}"])

    def ids(self) -> frozenset[int]:
        """Return everybody on the list."""
        return frozenset(one.person_id for one in entries(self.lines()))

    def lines(self) -> list[str]:
        """Return the whole list as it lies there, without lines that were cut short; raises StoreError."""
        try:
            text = self._path.read_text("ascii", "replace") if self._path.exists() else ""
        except OSError as error:
            raise errors.StoreError(f"cannot read {self._path}: {error.strerror}") from None
        return [line for line in text.splitlines() if Entry.read(line)]

    def merge(self, lines: Collection[str]) -> None:
        """Append what is not on the list yet."""
        known = set(self.lines())
        new = sorted(line for line in set(lines) - known if Entry.read(line))
        if new:
            self._append(new)

    def _append(self, lines: Iterable[str]) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(self._path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                text = "".join(f"{line}\n" for line in lines)
                os.write(descriptor, f"{_mend(descriptor)}{text}".encode())
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
            shelf.sync(self._path.parent)
        except OSError as error:
            why = f"cannot write {self._path}: {error.strerror}; make its folder writable"
            raise errors.StoreError(why) from None


def entries(lines: Iterable[str]) -> frozenset[Entry]:
    """Return what lines say; whoever took back what was opened did so, whatever another line says."""
    found = {one for line in lines if (one := Entry.read(line)) is not None}
    taking = {one.person_id for one in found if one.taking}
    return frozenset(Entry(one.person_id, one.person_id in taking) for one in found)


def _mend(descriptor: int) -> str:
    """Return what ends a line that a power cut left open."""
    end = os.lseek(descriptor, 0, os.SEEK_END)
    return "\n" if end and os.pread(descriptor, 1, end - 1) != b"\n" else ""
