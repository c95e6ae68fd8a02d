"""Makes a backup: one moment of the database in two sealed files, one of data and one of the keys to it."""

import asyncio
import dataclasses
import datetime as dt
import os
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import IO, Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.store import (
    boxes,
    cipher,
    engines,
    erasures,
    errors,
    keys,
    locking,
    migrating,
    plain,
    shelf,
    snapshots,
    tables,
)

KEY_TABLES = frozenset(table.name for table in (tables.data_keys, tables.inbox_keys, tables.secrets))
_BATCH = 500

Say = Callable[[int, int], None]  # how many rows are written, of how many


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A backup that was written, read again, and has its name."""

    made_at: dt.datetime
    file: Path
    rows: int


async def make(
    engine: AsyncEngine, ring: cipher.Keyring, folder: shelf.Shelf, now: dt.datetime, say: Say | None = None
) -> Made:
    """Back the whole database up, and delete backups that have outlived their time; raises StoreError."""
    now = now.astimezone(dt.UTC).replace(microsecond=0)
    with folder.alone():
        async with snapshots.frozen(engine, folder) as connection:
            found = await snapshots.laid(connection)
            label = await _label(connection, ring, found, now)
            rows = _Rows(connection, found, await _count(connection, found), say)
            # The keys first: where there is a file of data, its keys are there too.
            for kind in (shelf.KEYS, shelf.DATA):
                await _fill(rows, folder, ring, dataclasses.replace(label, kind=kind))
        folder.prune(now)
    return Made(made_at=now, file=folder.path(now, shelf.DATA), rows=rows.total)


async def of(url: str, ring: cipher.Keyring, folder: shelf.Shelf, now: dt.datetime, say: Say | None = None) -> Made:
    """Back up the database of an address, taking its lock; its tables stay as they are, also older ones."""
    with locking.hold(url):
        engine = engines.make(url)
        try:
            return await make(engine, ring, folder, now, say)
        finally:
            await engine.dispose()


async def _label(
    connection: AsyncConnection, ring: cipher.Keyring, found: sa.MetaData, now: dt.datetime
) -> boxes.Label:
    """Return the label of a backup of this database; raise WrongKey where the keys do not open it."""
    revision = await connection.run_sync(migrating.noted)
    if revision is None or tables.secrets.name not in found.tables:
        raise _empty()
    hash_key = await keys.hash_key(connection, ring)
    if hash_key is None:
        raise _empty()
    return boxes.Label(kind=shelf.DATA, made_at=now, revision=revision, house=keys.house(hash_key))


async def _count(connection: AsyncConnection, found: sa.MetaData) -> int:
    counts = [sa.select(sa.func.count()).select_from(table) for table in found.sorted_tables]
    return sum([(await connection.execute(count)).scalar_one() for count in counts])


class _Rows:
    """The rows of a frozen database, batch by batch, counted as they go."""

    def __init__(self, connection: AsyncConnection, found: sa.MetaData, total: int, say: Say | None) -> None:
        self._connection = connection
        self._found = found
        self._say = say
        self._done = 0
        self.total = total

    async def records(self, kind: str) -> AsyncIterator[Any]:
        """Yield what goes into the file of a kind: tables in the order in which they can be filled again."""
        for table in self._found.sorted_tables:
            if (table.name in KEY_TABLES) is (kind == shelf.KEYS):
                async for batch in self._batches(table):
                    yield {"table": table.name, "columns": table.c.keys(), "rows": batch}

    async def _batches(self, table: sa.Table) -> AsyncIterator[list[list[Any]]]:
        reading = await self._connection.stream(sa.select(table).execution_options(yield_per=_BATCH))
        async for part in reading.partitions():
            yield [[plain.value(one) for one in row] for row in part]
            self._done += len(part)
            if self._say is not None:
                self._say(self._done, self.total)


async def _fill(rows: _Rows, folder: shelf.Shelf, ring: cipher.Keyring, label: boxes.Label) -> None:
    """Write one file, read all of it again, and only then give it its name."""
    with folder.new(label.made_at, label.kind) as file:
        box = boxes.Writer(file, ring, label)
        async for record in rows.records(label.kind):
            await asyncio.to_thread(box.put, record)
        if label.kind == shelf.KEYS:
            box.put({"erased": erasures.Erasures(folder.folder).lines()})
        box.close()
        await asyncio.to_thread(_read_again, file, ring)


def _read_again(file: IO[bytes], ring: cipher.Keyring) -> None:
    file.flush()
    os.fsync(file.fileno())
    for _ in boxes.records(Path(file.name), ring):
        pass


def _empty() -> errors.StoreError:
    return errors.StoreError("the database is empty: there is nothing to back up yet")
