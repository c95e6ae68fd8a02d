"""Keeps the folder of backups: names, ages, what must go, and that one alone is being made."""

import contextlib
import datetime as dt
import errno
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from bot.store import errors

DATA, KEYS = "data", "keys"
# A backup whose keys have gone opens for nobody; with younger keys it opens for who was not forgotten since.
KEPT = {DATA: dt.timedelta(days=90), KEYS: dt.timedelta(days=14)}
_PART = ".part"
_LOCK = "backups.lock"
_STAMP = "%Y%m%dT%H%M%SZ"
_PRIVATE = 0o600


class Busy(errors.StoreError):
    """Somebody else works in this folder."""


class Shelf:
    """One folder of backups: each is a file of data and, beside it, one of keys that lives shorter."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def every(self, kind: str) -> list[tuple[dt.datetime, Path]]:
        """Return all files of a kind with the moment of each, newest first; a folder that is not there has none."""
        found = [(_moment(path), path) for path in self.folder.glob(f"*.{kind}")]
        return sorted(((made_at, path) for made_at, path in found if made_at is not None), reverse=True)

    def path(self, made_at: dt.datetime, kind: str) -> Path:
        """Return the file of a backup that was made at that moment."""
        return self.folder / f"{made_at.astimezone(dt.UTC):{_STAMP}}.{kind}"

    def latest(self, now: dt.datetime) -> dt.datetime | None:
        """Return when the newest backup was made; one that a wrong clock dated ahead does not count."""
        return next((made_at for made_at, _ in self.every(DATA) if made_at <= now), None)

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the folder, made where there is none; raise Busy where another backup is being made."""
        with _told(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            lock = os.open(self.folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, _PRIVATE)
        try:
            _hold(lock)
            for left in self.folder.glob(f"*{_PART}*"):  # by a process that was killed
                wipe(left)
            yield
        finally:
            os.close(lock)

    @contextlib.contextmanager
    def new(self, made_at: dt.datetime, kind: str) -> Iterator[IO[bytes]]:
        """Give a file to write; it gets its name when the block has ended well and all of it is on the disk."""
        path = self.path(made_at, kind)
        part = self.part(path.name)
        try:
            with _told(part):
                with part.open("r+b") as file:
                    yield file
                    file.flush()
                    os.fsync(file.fileno())
                part.replace(path)
                sync(self.folder)
        finally:
            part.unlink(missing_ok=True)

    def part(self, name: str) -> Path:
        """Return an empty file that only its owner can read, and that the next backup clears away."""
        path = self.folder / f"{name}{_PART}"
        with _told(path):
            path.unlink(missing_ok=True)
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, _PRIVATE))
        return path

    def prune(self, now: dt.datetime) -> int:
        """Delete what has outlived its time; return how many files."""
        old = [path for kind in KEPT for made_at, path in self.every(kind) if made_at < now - KEPT[kind]]
        with _told(self.folder):
            for path in old:
                path.unlink(missing_ok=True)
        return len(old)


def wipe(path: Path) -> None:
    """Overwrite a file and delete it: what it held would else stay readable on the disk for a while."""
    with contextlib.suppress(FileNotFoundError):
        with path.open("r+b") as file:
            left = path.stat().st_size
            while left > 0:
                left -= file.write(bytes(min(left, 1 << 20)))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()


def sync(folder: Path) -> None:
    """Return when the names in a folder are on the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _hold(lock: int) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise Busy("another backup is being made: wait until it has ended") from None


def _moment(path: Path) -> dt.datetime | None:
    try:
        return dt.datetime.strptime(path.stem, _STAMP).replace(tzinfo=dt.UTC)
    except ValueError:
        return None


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say in one line what the disk would not do, and for which file."""
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        what = "make room, or name another folder in NEARER_BACKUP_DIR" if full else "look at its rights"
        raise errors.StoreError(f"cannot write {path}: {error.strerror}; {what}") from None
