"""Opens transactions, one at a time for each task, and runs them again where the database asks for it."""

import asyncio
import contextlib
import datetime as dt
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot import chance, clock
from bot.store import backing_up, errors, keys, rotating, shelf, transaction, vacuuming
from bot.store.errors import StoreError as StoreError
from bot.usecases import ports

T = TypeVar("T")
_TRIES = 8
_PAUSE = 0.05  # seconds before the second try, twice that before the third


class Store:
    """The database."""

    def __init__(
        self,
        engine: AsyncEngine,
        vault: keys.Vault,
        clock: clock.Clock,
        chance: chance.Chance,
        held: contextlib.ExitStack,
    ) -> None:
        self._engine = engine
        self._vault = vault
        self._clock = clock
        self._chance = chance
        self._held = held
        # As a key, not by chance: two processes with the same number would take each other for themselves.
        self.process = None if engine.dialect.name == "sqlite" else secrets.randbits(62)
        self._inside: set[asyncio.Task[object] | None] = set()

    @contextlib.asynccontextmanager
    async def begin(self) -> AsyncIterator[transaction.Transaction]:
        """Open one transaction that commits at the end of the block and rolls back on an error."""
        with self._alone(), errors.translated():
            async with self._connected() as connection:
                async with connection.begin():
                    tx = transaction.Transaction(connection, self._vault, self.process)
                    yield tx
                    await tx.write()
                if tx.erased and connection.dialect.name == "sqlite":
                    await _checkpoint(connection)

    async def perform(self, work: Callable[[ports.Transaction], Awaitable[T]]) -> T:
        """Run `work` in one transaction, again from the start where the database asks for it."""
        for attempt in range(1, _TRIES):
            try:
                async with self.begin() as tx:
                    return await work(tx)
            except errors.Again:
                await self._clock.sleep(self._chance.jitter(_PAUSE * 2**attempt))
        async with self.begin() as tx:
            return await work(tx)

    async def offset(self) -> int | None:
        """Return the update id to poll from: one past the last that is committed; None at the very first."""
        async with self.begin() as tx:
            return await tx.offset()

    async def receive(
        self,
        updates: Sequence[ports.Incoming],
        now: dt.datetime,
        beside: ports.Work | None = None,
        *,
        pushed: bool = False,
    ) -> None:
        """Commit updates to the inbox, encrypted; with them, for one commit less, what is done `beside`.

        Pushed ones move no offset: nobody asks for the next, and all processes would wait for that one row.
        """
        if not updates:
            return None if beside is None else await self.perform(beside)
        async with self.begin() as tx:
            day, key = await tx.receive(updates, now)
            if not pushed:
                await tx.move_offset(updates)
            if beside is not None:
                await beside(tx)
        self._vault.keep_today(day, key)
        return None

    async def arrived(self, limit: int) -> Sequence[ports.Arrived]:
        """Return unhandled updates, oldest first, also those whose next try is still ahead."""
        async with self.begin() as tx:
            return await tx.arrived(limit)

    async def failed(self, update_id: int, *, attempts: int, next_at: dt.datetime | None) -> bool:
        """Note a failed try of an update, False where it is done; `next_at` None: it is poison, and kept aside."""
        async with self.begin() as tx:
            return await tx.failed(update_id, attempts=attempts, next_at=next_at)

    async def answered(self, update_ids: Sequence[int], now: dt.datetime) -> None:
        """Drop payload and lane of updates whose reply has gone."""
        if update_ids:
            async with self.begin() as tx:
                await tx.answered(update_ids, now)

    async def unanswered(self, since: dt.datetime) -> Sequence[ports.Arrived]:
        """Return updates done since then whose reply has not gone, and close those done earlier."""
        async with self.begin() as tx:
            return await tx.unanswered(since)

    async def strays(self, before: dt.datetime, limit: int) -> Sequence[ports.Arrived]:
        """Return updates whose turn came before then and that no process has done, oldest first."""
        async with self.begin() as tx:
            return await tx.strays(before, limit)

    async def adopt(self, since: dt.datetime, lost: dt.datetime, known: Collection[int]) -> Sequence[ports.Arrived]:
        """Take over the answering of what is done and unanswered since then, and return it.

        That of processes that are gone, and of this one what it did before `lost` and does not know of.
        """
        async with self.begin() as tx:
            return await tx.adopt(since, lost, known)

    async def purge(self, now: dt.datetime) -> None:
        """Erase what has outlived its purpose: inbox, outbox, chat messages, invitations, inbox keys."""
        async with self.begin() as tx:
            await tx.purge(now)

    async def back_up(self, folder: shelf.Shelf, say: backing_up.Say | None = None) -> backing_up.Made:
        """Make a backup while others go on working; raises StoreError, or Busy where one is being made."""
        return await backing_up.make(self._engine, self._vault.ring, folder, self._clock.now(), say)

    async def note_first_key(self) -> None:
        """Let `rotate` elsewhere know which key this process has as its first."""
        await rotating.note(self._engine, self._vault.ring)

    async def is_first_key_noted(self) -> bool:
        """Return whether the bot that was started last has the same first key as this process."""
        return await rotating.is_noted(self._engine, self._vault.ring)

    @property
    def mark(self) -> int:
        """Return what tells this process's first key from others."""
        return self._vault.ring.mark

    async def rotate(self, say: rotating.Say | None = None) -> rotating.Rotated:
        """Wrap every key under the first master key, while others go on working."""
        rotated = await rotating.rotate(self._engine, self._vault.ring, say)
        await self._sweep()
        return rotated

    async def vacuum(self) -> vacuuming.Vacuumed:
        """Give back the room of erased rows; on SQLite all others wait meanwhile."""
        return await vacuuming.vacuum(self._engine)

    async def close(self) -> None:
        """Put everything into the one file, let go of the database and of its lock."""
        try:
            await self._sweep()
        finally:
            await self._engine.dispose()
            self._held.close()

    async def _sweep(self) -> None:
        """Leave nothing in SQLite's journal."""
        if self._engine.dialect.name == "sqlite":
            async with self._connected() as connection:
                await _checkpoint(connection)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Refuse a task that is inside a transaction already: it would wait for its own connection."""
        task = asyncio.current_task()
        if task in self._inside:
            raise errors.Nested("a transaction was opened inside a transaction")
        self._inside.add(task)
        try:
            yield
        finally:
            self._inside.discard(task)

    @contextlib.asynccontextmanager
    async def _connected(self) -> AsyncIterator[AsyncConnection]:
        async with contextlib.AsyncExitStack() as stack:
            with errors.reached(errors.Away):
                connection = await stack.enter_async_context(self._engine.connect())
            yield connection


async def _checkpoint(connection: AsyncConnection) -> None:
    """Empty the write-ahead log: what was erased stays readable in it until then."""
    raw: Any = (await connection.get_raw_connection()).driver_connection
    await raw.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
