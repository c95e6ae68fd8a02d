"""Keeps the list of those who asked to be forgotten: outside the database, so that a restore can obey it."""

import datetime as dt
import os
import pathlib

from bot.store import errors

NAME = "erasures.txt"


class Erasures:
    """An append-only file of moments and random row ids; it holds nothing else about anybody."""

    def __init__(self, folder: pathlib.Path) -> None:
        self._path = folder / NAME

    def note(self, person_id: int, now: dt.datetime) -> None:
        """Append one line, and return when it is on the disk; raises StoreError where it cannot be."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                os.write(descriptor, f"{now.isoformat()} {person_id}\n".encode())
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        except OSError as error:
            why = f"cannot write {self._path}: {error.strerror}; make its folder writable"
            raise errors.StoreError(why) from None

    def ids(self) -> frozenset[int]:
        """Return everybody on the list."""
        if not self._path.exists():
            return frozenset()
        return frozenset(int(line.split()[1]) for line in self._path.read_text().splitlines() if line)
