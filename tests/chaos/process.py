"""Starts the real `nearer` as a process of its own, and ends it kindly or not at all kindly."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).parent


def environment(folder: Path, *, token: str, key: str, base: str, database: str) -> dict[str, str]:
    """Return the settings of a bot under test, whose own files all lie in `folder`."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "NEARER_BOT_TOKEN": token,
        "NEARER_SECRET_KEYS": key,
        "NEARER_OPERATOR": "Chaos",
        "NEARER_API_BASE": base,
        "NEARER_DATABASE_URL": database,
        "NEARER_BACKUP_DIR": str(folder / "backups"),
        "NEARER_LISTEN": "127.0.0.1:0",
        "NEARER_TICK_SECONDS": "1",
        "NEARER_UNDO_SECONDS": "1",
    }


class Nest:
    """A process that has imported the bot, and forks a command in no time."""

    def __init__(self, folder: Path) -> None:
        self.ahead = ahead = folder / "ahead"
        if not ahead.exists():
            ahead.write_text("0", encoding="ascii")
        paths = {"PYTHONPATH": f"{HERE / 'inside'}:{HERE.parents[1]}", "NEARER_CHAOS_AHEAD": str(ahead)}
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter
            [sys.executable, str(HERE / "inside" / "nest.py")],
            cwd=folder,
            env={"PATH": os.environ.get("PATH", ""), **paths},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def ask(self, wish: object) -> int:
        """Return the answer to a wish."""
        asked, answers = self._process.stdin, self._process.stdout
        if asked is None or answers is None:
            raise RuntimeError("the nest has no ears")
        asked.write(json.dumps(wish).encode() + b"\n")
        asked.flush()
        return int(answers.readline())

    def close(self) -> None:
        """End the nest; what it hatched lives on."""
        self._process.communicate()


class Process:
    """One `nearer` command, again and again: what it writes goes to one file."""

    def __init__(
        self, nest: Nest, folder: Path, settings: Mapping[str, str], *words: str, nobody: bool = False
    ) -> None:
        self.folder = folder
        self.settings = dict(settings)
        self.log = folder / "log"
        self._nest = nest
        self._words = words or ("run",)
        self._nobody = nobody
        self._pid: int | None = None
        self._code: int | None = None

    def start(self) -> None:
        """Start it anew."""
        wish = {"folder": str(self.folder), "settings": self.settings, "log": str(self.log)}
        self._pid = self._nest.ask({**wish, "words": self._words, "nobody": self._nobody})
        self._code = None

    @property
    def pid(self) -> int:
        """Return its process id."""
        if self._pid is None:
            raise RuntimeError("nothing was started")
        return self._pid

    def poll(self) -> int | None:
        """Return its exit code, None while it runs."""
        if self._code is None:
            state = Path(f"/proc/{self._pid}/stat").read_text(encoding="ascii").rpartition(") ")[2][0]
            if state == "Z":
                self._code = self._nest.ask(self._pid)
        return self._code

    @property
    def runs(self) -> bool:
        """Return whether it was started and has not ended."""
        return self._pid is not None and self.poll() is None

    def signal(self, number: int) -> None:
        """Send it a signal, unless it has ended."""
        if self._pid is not None and self.runs:
            os.kill(self._pid, number)

    def kill(self) -> None:
        """End it as a power cut would."""
        if self.runs:
            self.signal(signal.SIGKILL)
            self._code = self._nest.ask(self._pid)

    async def stop(self, seconds: float = 20) -> int:
        """Ask it to end, and return its exit code; raises TimeoutError where it does not end in time."""
        self.signal(signal.SIGTERM)
        async with asyncio.timeout(seconds):
            return await self.ended()

    async def ended(self) -> int:
        """Return its exit code once it has ended."""
        while (code := self.poll()) is None:  # noqa: ASYNC110 - a process rings no event
            await asyncio.sleep(0.02)
        return code

    def said(self) -> str:
        """Return all that it wrote."""
        return self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""
