"""Puts a backup back: into an empty place alone, whole or not at all, without those who were forgotten since."""

import contextlib
import dataclasses
import datetime as dt
import os
from collections.abc import AsyncIterator, Collection, Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.store import (
    aftercare,
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

_NEW = ".restoring"
_PRIVATE = 0o600


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was put back."""

    made_at: dt.datetime
    people: int
    forgotten: int


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file of data, the youngest keys that belong to it, and everybody whom any file knows to be forgotten."""

    data: Path
    keys: Path
    label: boxes.Label
    gone: Collection[str]


def find(folder: shelf.Shelf, ring: cipher.Keyring, named: Path | None = None) -> Source:
    """Return the backup of that name, else the newest of the folder; raises StoreError in one clear line."""
    data = named or next((path for _, path in folder.every(shelf.DATA)), None)
    if data is None:
        raise errors.StoreError(f"there is no backup in {folder.folder}: name a file, or set NEARER_BACKUP_DIR")
    label = boxes.label(data)
    if label.kind != shelf.DATA:
        raise errors.StoreError(f"{data} holds keys: name the file that ends in .{shelf.DATA}")
    if not migrating.knows(label.revision):
        raise errors.StoreError(f"{data} was made by a newer version of Nearer: restore it with that one")
    places = {path.resolve(): shelf.Shelf(path) for path in (data.parent, folder.folder)}.values()
    found = [path for place in places for path in _keys_of(place, label)]
    if not found or boxes.label(found[0]).made_at < label.made_at:
        raise errors.StoreError(
            f"there are no keys for {data}: put the file of keys made with it, or later, beside it"
        )
    lines = {line for place in places for line in erasures.Erasures(place.folder).lines()}
    return Source(data=data, keys=found[0], label=label, gone=lines.union(*(_erased(one, ring) for one in found)))


def _keys_of(place: shelf.Shelf, of: boxes.Label) -> list[Path]:
    """Return the files of keys of the same database, the youngest first: it lacks whoever was forgotten since."""
    return [path for _, path in place.every(shelf.KEYS) if boxes.label(path).house == of.house]


def _erased(path: Path, ring: cipher.Keyring) -> list[str]:
    lists = [record["erased"] for record in boxes.records(path, ring) if "erased" in record]
    return [str(line) for one in lists for line in one]


async def restore(
    url: str, ring: cipher.Keyring, source: Source, now: dt.datetime, list_of: erasures.Erasures
) -> Restored:
    """Put a backup into the empty database of `url`, at this version's tables; raises StoreError."""
    with locking.hold(url), _without_leftovers(url), errors.reached():
        _refuse_files(url)
        # First: from here on, whatever happens, this machine knows who was forgotten.
        list_of.merge(source.gone)
        async with _place(url) as engine:
            return await _put_back(engine, ring, source, now)


async def _put_back(engine: AsyncEngine, ring: cipher.Keyring, source: Source, now: dt.datetime) -> Restored:
    """Do it in one transaction; on SQLite in two, as bonds sleep while tables are laid, in a nameless file."""
    gone = erasures.entries(source.gone)
    async with migrating.laying(engine) as connection:
        await _refuse_tables(connection)
        await migrating.raise_to(connection, source.label.revision)
        await _load(connection, ring, source)
        await migrating.raise_to(connection)
        if connection.dialect.name != "sqlite":
            return await _mend(connection, ring, source, gone, now)
    async with engine.begin() as connection:
        return await _mend(connection, ring, source, gone, now)


async def _load(connection: AsyncConnection, ring: cipher.Keyring, source: Source) -> None:
    found = await snapshots.laid(connection)
    for record in boxes.records(source.data, ring):
        await _insert(connection, found, record)
    for record in boxes.records(source.keys, ring):
        if "table" in record:
            await _insert(connection, found, await _of_these(connection, record))


async def _insert(connection: AsyncConnection, found: sa.MetaData, record: Any) -> None:
    table = found.tables[record["table"]]
    values = plain.rows(table, connection.dialect.name, record["columns"], record["rows"])
    if values:
        await connection.execute(sa.insert(table), values)


async def _of_these(connection: AsyncConnection, record: Any) -> Any:
    """Return a record of keys without those of people who came after the data."""
    owner = tables.data_keys.c.person_id.name
    if record["table"] != tables.data_keys.name:
        return record
    at = record["columns"].index(owner)
    people = set((await connection.execute(sa.select(tables.persons.c.id))).scalars())
    return record | {"rows": [row for row in record["rows"] if row[at] in people]}


async def _mend(
    connection: AsyncConnection,
    ring: cipher.Keyring,
    source: Source,
    gone: Collection[erasures.Entry],
    now: dt.datetime,
) -> Restored:
    hash_key = await keys.hash_key(connection, ring)
    if hash_key is None or keys.house(hash_key) != source.label.house:
        raise errors.StoreError(f"{source.keys} holds the keys of another database than {source.data}")
    vault = keys.Vault(ring, hash_key)
    await _try_keys(connection, vault)
    forgotten = await aftercare.mend(connection, vault, gone, now)
    people = sa.select(sa.func.count()).select_from(tables.persons)
    return Restored(
        made_at=source.label.made_at, people=(await connection.execute(people)).scalar_one(), forgotten=forgotten
    )


async def _try_keys(connection: AsyncConnection, vault: keys.Vault) -> None:
    """Refuse keys that were wrapped by a master key which is not here any more."""
    try:
        for row in (await connection.execute(sa.select(tables.data_keys))).all():
            vault.key_of(row.person_id, row.wrapped)
        for row in (await connection.execute(sa.select(tables.inbox_keys))).all():
            vault.key_of_day(row.day, row.wrapped)
    except errors.Damaged:
        why = "it was made before the keys were rotated: add the older key to NEARER_SECRET_KEYS"
        raise errors.WrongKey(f"the secret keys do not open this backup: {why}") from None


def _refuse_files(url: str) -> None:
    """Refuse to write over a database, or beside the journal of one, which would be played into the new one."""
    database = _file(url)
    if database is None:
        return
    for path in (database, *(database.with_name(database.name + end) for end in ("-wal", "-journal"))):
        if path.exists() and path.stat().st_size:
            raise errors.StoreError(f"{path} is there already, and nothing is overwritten: move it away first")


async def _refuse_tables(connection: AsyncConnection) -> None:
    laid = await snapshots.laid(connection)
    if laid.tables or await connection.run_sync(migrating.noted) is not None:
        why = "create a new one and name it in NEARER_DATABASE_URL"
        raise errors.StoreError(f"the database is not empty, and nothing is overwritten: {why}")


@contextlib.asynccontextmanager
async def _place(url: str) -> AsyncIterator[AsyncEngine]:
    """Give the engine to fill: of a server its own, of SQLite that of a file which gets its name at the end."""
    database = _file(url)
    if database is None:
        async with engines.opened(url) as engine:
            yield engine
        return
    new = database.with_name(database.name + _NEW)
    _clear(new)
    os.close(os.open(new, os.O_RDWR | os.O_CREAT | os.O_EXCL, _PRIVATE))
    try:
        async with engines.opened(
            sa.make_url(url).set(database=str(new)).render_as_string(hide_password=False)
        ) as engine:
            yield engine
        new.replace(database)
        shelf.sync(database.parent)
    finally:
        _clear(new)


def _file(url: str) -> Path | None:
    return Path(sa.make_url(url).database or "") if engines.is_sqlite(url) else None


def _clear(new: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        shelf.wipe(new.with_name(new.name + end))


@contextlib.contextmanager
def _without_leftovers(url: str) -> Iterator[None]:
    """Leave no empty file behind, as the lock makes one, where nothing was put back."""
    try:
        yield
    finally:
        database = _file(url)
        if database is not None and database.exists() and not database.stat().st_size:
            database.unlink()
