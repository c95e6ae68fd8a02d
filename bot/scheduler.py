"""The metronome: one APScheduler job that calls the tick, and nothing that remembers anything."""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler


class Scheduler:
    """Calls `tick` every `seconds`, never twice at once; the database alone knows what is due."""

    def __init__(self, tick: Callable[[], Awaitable[None]], seconds: float) -> None:
        self._tick = tick
        self._idle = asyncio.Event()
        self._idle.set()
        self._scheduler = AsyncIOScheduler(timezone=dt.UTC)
        self._scheduler.add_job(
            self._beat, "interval", seconds=seconds, coalesce=True, max_instances=1, misfire_grace_time=None
        )

    def start(self) -> None:
        """Begin to tick on the running loop, first after `seconds`."""
        self._scheduler.start()

    async def stop(self) -> None:
        """Start no further tick and return when the running one has ended; a second call does nothing."""
        if not self._scheduler.running:
            return
        self._scheduler.pause()
        await self._idle.wait()
        self._scheduler.shutdown(wait=False)
        # AsyncIOScheduler leaves at the loop's next turn, not within the call.
        await asyncio.sleep(0)

    async def _beat(self) -> None:
        self._idle.clear()
        try:
            await self._tick()
        finally:
            self._idle.set()
