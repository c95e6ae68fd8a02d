"""Feels whether the event loop goes round, and ends the process where it stands still."""

import collections
import contextlib
import os
import select
import threading
from collections.abc import Callable

from bot import clock

BEAT_SECONDS = 1.0
STILL_SECONDS = 60  # after which nobody waits any longer for a loop that stands still
_REMEMBERED = 60  # beats
_LINE = b"the event loop stood still for a minute: start the bot again, and report it if it comes back\n"


class Pulse:
    """Beats once a second as long as the loop goes round, and remembers how late each beat of a minute was."""

    def __init__(self, time: clock.Clock) -> None:
        self._clock = time
        self._late: collections.deque[float] = collections.deque([0.0], maxlen=_REMEMBERED)
        self.beats = 0

    @property
    def lag(self) -> float:
        """Return by how many seconds the latest beat of the last minute came too late."""
        return max(self._late)

    async def run(self) -> None:
        """Beat for ever."""
        while True:
            before = self._clock.monotonic()
            await self._clock.sleep(BEAT_SECONDS)
            self._late.append(max(0.0, self._clock.monotonic() - before - BEAT_SECONDS))
            self.beats += 1


class Watchdog:
    """A thread of its own, which counts how long there was no beat: a machine that slept is not a loop that stands.

    It counts its own rounds instead of asking a clock, since these stop together with the machine.
    """

    def __init__(
        self,
        pulse: Pulse,
        end: Callable[[], None] | None = None,
        *,
        rounds: int = STILL_SECONDS,
        seconds: float = 1.0,
    ) -> None:
        self._pulse = pulse
        self._end = end or _end
        self._rounds = rounds
        self._seconds = seconds
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def start(self) -> None:
        """Watch from now on."""
        self._thread.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._stopped.set()
        self._thread.join()

    def _watch(self) -> None:
        seen, still = -1, 0
        while not self._stopped.wait(self._seconds):
            beats = self._pulse.beats
            seen, still = beats, (still + 1 if beats == seen else 0)
            if still >= self._rounds:
                return self._end()
        return None


def _end() -> None:
    """End at once with one line, where somebody reads it: nothing else of this process can be relied upon."""
    with contextlib.suppress(OSError):
        _, ready, _ = select.select([], [2], [], 1.0)
        if ready:
            os.write(2, _LINE)
    os._exit(1)
