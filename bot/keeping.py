"""Makes the backups of a running bot when it is time, and deletes those that have outlived theirs."""

import datetime as dt

from bot import logs, nursery
from bot.store import shelf, store

LOOK = dt.timedelta(minutes=15)  # between two looks at the folder, also after a backup that failed


class Keeper:
    """Looks now and then whether a backup is due; with no hours it only deletes old ones."""

    def __init__(self, held: store.Store, folder: shelf.Shelf, hours: int, tasks: nursery.Nursery) -> None:
        self._store = held
        self._folder = folder
        self._every = dt.timedelta(hours=hours)
        self._tasks = tasks
        self._looked_at: dt.datetime | None = None

    def tend(self, now: dt.datetime) -> None:
        """Look beside everything else, so that the tick never waits for a disk."""
        # A clock that was set back must not keep the next look away.
        if self._looked_at is None or abs(now - self._looked_at) >= LOOK:
            self._looked_at = now
            self._tasks.start("backups", self.look(now))

    async def look(self, now: dt.datetime) -> None:
        """Make a backup where one is due; a failure is a line in the log, and the next look tries again."""
        try:
            self._tidy(now)
            if self._is_due(now):
                made = await self._store.back_up(self._folder)
                logs.event("backed-up", count=made.rows)
        except shelf.Busy:
            return
        except Exception as failure:  # noqa: BLE001 - the bot goes on without a backup, and says so
            logs.trouble("backup-failed", error=failure)

    def _tidy(self, now: dt.datetime) -> None:
        """Delete old files, and what a backup left that was killed: also where no backup is due for long."""
        if self._folder.folder.is_dir():
            with self._folder.alone():
                self._folder.prune(now)

    def _is_due(self, now: dt.datetime) -> bool:
        latest = self._folder.latest(now)
        return bool(self._every) and (latest is None or now - latest >= self._every)
