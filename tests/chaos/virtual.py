"""Runs a loop on virtual time: whoever waits is woken at once, and the clock says that the time has passed."""

import asyncio
import datetime as dt
import selectors
from collections.abc import Callable, Mapping
from typing import Any

Key = selectors.SelectorKey


class Standstill(RuntimeError):  # noqa: N818 - said of a loop
    """Nothing is ready and nothing is planned: in earnest this loop would wait for ever."""


class _Leap(selectors.BaseSelector):
    """A selector without a world outside: instead of waiting it lets the time pass."""

    def __init__(self) -> None:
        self.now = 0.0
        self._keys: dict[Any, Key] = {}

    def select(self, timeout: float | None = None) -> list[tuple[Key, int]]:
        """Let that many seconds pass at once."""
        if timeout is None:
            raise Standstill("nobody has anything left to do or to wait for")
        self.now += max(timeout, 0.0)
        return []

    def register(self, fileobj: Any, events: int, data: Any = None) -> Key:
        """Remember a file, which will never have anything to tell."""
        self._keys[fileobj] = Key(fileobj, -1, events, data)
        return self._keys[fileobj]

    def unregister(self, fileobj: Any) -> Key:
        """Forget a file."""
        return self._keys.pop(fileobj)

    def get_map(self) -> Mapping[Any, Key]:
        """Return the files."""
        return self._keys


class Loop(asyncio.SelectorEventLoop):
    """An event loop whose seconds cost nothing; it starts at zero, where a float still tells microseconds apart."""

    def __init__(self) -> None:
        self._leap = _Leap()
        super().__init__(self._leap)

    def time(self) -> float:
        """Return the virtual seconds since the loop was made."""
        return self._leap.now

    def run_in_executor(  # type: ignore[override]
        self, executor: object, func: Callable[..., Any], *args: Any
    ) -> asyncio.Future[Any]:
        """Run what would go to a thread within the turn: a thread would bring its own pace."""
        del executor
        done = self.create_future()
        done.set_result(func(*args))
        return done


class Clock:
    """The clock of one machine: true time since the start, and by how much its wall clock is wrong."""

    def __init__(self, start: dt.datetime, loop: asyncio.AbstractEventLoop) -> None:
        self.wrong = dt.timedelta()
        self._start = start
        self._loop = loop

    def true(self) -> dt.datetime:
        """Return the moment as everybody else knows it."""
        return self._start + dt.timedelta(seconds=self._loop.time())

    def now(self) -> dt.datetime:
        """Return the moment that this machine shows."""
        return self.true() + self.wrong

    def monotonic(self) -> float:
        """Return the virtual seconds since the start."""
        return self._loop.time()

    async def sleep(self, seconds: float) -> None:
        """Let `seconds` pass."""
        await asyncio.sleep(seconds)

    async def wait(self, event: asyncio.Event, until: dt.datetime | None) -> bool:
        """Wait for the event or the moment; like a machine's, this wait does not notice that its clock was set."""
        while not event.is_set():
            left = None if until is None else (until - self.now()).total_seconds()
            if left is not None and left <= 0:
                return False
            try:
                async with asyncio.timeout(left):
                    await event.wait()
            except TimeoutError:
                continue
        return True
