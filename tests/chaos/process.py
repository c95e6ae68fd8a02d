"""Starts the real `nearer run` as a process of its own, and ends it kindly or not at all kindly."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Protocol

HERE = Path(__file__).parent
NEARER = Path(sys.executable).with_name("nearer")


def environment(folder: Path, *, token: str, key: str, base: str, database: str) -> dict[str, str]:
    """Return the settings of a bot under test, whose own files all lie in `folder`."""
    ahead = folder / "ahead"
    if not ahead.exists():
        ahead.write_text("0", encoding="ascii")
    return {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONPATH": f"{HERE / 'inside'}:{HERE.parents[1]}",
        "NEARER_CHAOS_AHEAD": str(ahead),
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


class Running(Protocol):
    """One bot that was started."""

    def poll(self) -> int | None:
        """Return its exit code, None while it runs."""
        ...

    def send_signal(self, number: int, /) -> None:
        """Send it a signal."""
        ...

    def wait(self) -> int:
        """Return its exit code once it has ended."""
        ...


class Nest:
    """A process that has imported the bot, and forks one in no time."""

    def __init__(self, log: IO[bytes], folder: Path, settings: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter
            [sys.executable, str(HERE / "inside" / "nest.py")],
            cwd=folder,
            env=dict(settings),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
        )

    def ask(self, wish: str) -> int:
        """Return the answer to a wish."""
        asked, answers = self._process.stdin, self._process.stdout
        if asked is None or answers is None:
            raise RuntimeError("the nest has no ears")
        asked.write(f"{wish}\n".encode())
        asked.flush()
        return int(answers.readline())

    def close(self) -> None:
        """End the nest; what it hatched lives on."""
        self._process.communicate()


class Hatched:
    """One bot that a nest forked."""

    def __init__(self, nest: Nest) -> None:
        self._nest = nest
        self._pid = nest.ask("start")
        self._code: int | None = None

    def poll(self) -> int | None:
        """Return its exit code, None while it runs."""
        if self._code is None:
            state = Path(f"/proc/{self._pid}/stat").read_text(encoding="ascii").rpartition(") ")[2][0]
            if state == "Z":
                self._code = self._nest.ask(str(self._pid))
        return self._code

    def send_signal(self, number: int, /) -> None:
        """Send it a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self._pid, number)

    def wait(self) -> int:
        """Return its exit code once it has ended."""
        if self._code is None:
            self._code = self._nest.ask(str(self._pid))
        return self._code


class Process:
    """One bot, again and again: what it writes goes to one file."""

    def __init__(self, folder: Path, settings: Mapping[str, str], *, hatched: bool = False) -> None:
        self.folder = folder
        self.settings = dict(settings)
        self.log = folder / "log"
        self.running: Running | None = None
        self._hatched = hatched
        self._nest: Nest | None = None

    def start(self) -> None:
        """Start it anew."""
        with self.log.open("ab") as log:
            if self._hatched:
                self._nest = self._nest or Nest(log, self.folder, self.settings)
                self.running = Hatched(self._nest)
            else:
                self.running = subprocess.Popen(  # noqa: S603 - our own command
                    [str(NEARER), "run"], cwd=self.folder, env=self.settings, stdout=log, stderr=log
                )

    def kill(self) -> None:
        """End it as a power cut would."""
        if self.running is not None:
            self.running.send_signal(signal.SIGKILL)
            self.running.wait()

    def close(self) -> None:
        """End it, and what it came from."""
        self.kill()
        if self._nest is not None:
            self._nest.close()

    async def stop(self, seconds: float = 20) -> int:
        """Ask it to end, and return its exit code; raises TimeoutError where it does not end in time."""
        if self.running is None:
            raise RuntimeError("nothing runs")
        self.running.send_signal(signal.SIGTERM)
        async with asyncio.timeout(seconds):
            return await self.ended()

    async def ended(self) -> int:
        """Return its exit code once it has ended."""
        if self.running is None:
            raise RuntimeError("nothing runs")
        while (code := self.running.poll()) is None:  # noqa: ASYNC110 - a process rings no event
            await asyncio.sleep(0.02)
        return code

    def said(self) -> str:
        """Return all that it wrote."""
        return self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""
