"""Copies a SQLite file into PostgreSQL: goes on where it was interrupted, and ends when every row is proved."""

import contextlib
import dataclasses
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.store import cipher, engines, errors, keys, locking, migrating, plain, rows, snapshots, tables

BATCH = 2000  # rows in one transaction, and in memory
_PERSONS, _INBOX = tables.persons.name, tables.inbox.name
_REVISION = sa.table("alembic_version", sa.column("version_num"))
_SEALED = {one.table.name: (one.owner, one.sealed) for one in rows.SHAPES.values() if one.sealed}
_SEALED[_PERSONS] = ("id", (*_SEALED[_PERSONS][1], "telegram_id"))

Say = Callable[[int, int], None]  # how many rows are copied or proved, of how many steps
Page = Sequence[sa.Row[Any]]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """What lies in the new place, each row compared and each sealed value opened."""

    people: int
    rows: int


async def copy(file: Path, url: str, ring: cipher.Keyring, say: Say | None = None, batch: int = BATCH) -> Copied:
    """Copy a file that no bot works on into an empty PostgreSQL database; raises StoreError."""
    if engines.is_sqlite(url):
        raise errors.StoreError("NEARER_DATABASE_URL names a file: name the PostgreSQL database to copy into")
    source = f"sqlite+aiosqlite:///{file}"
    with _held(file, source), errors.reached():
        async with engines.opened(source) as ours, engines.opened(url) as theirs, ours.begin() as here:
            mark = f"{migrating.UNFINISHED}{await _house(here, file, ring)}"
            await _lay(theirs, mark)
            async with theirs.begin() as there:
                found = [await snapshots.laid(one) for one in (here, there)]
            twins = [_Twins(table, found[1].tables[table.name]) for table in found[0].sorted_tables]
            return await _Copy(here, theirs, twins, _How(ring, batch, say)).run()


@contextlib.contextmanager
def _held(file: Path, source: str) -> Iterator[None]:
    """Hold the file, but make none: it has to be there."""
    if not file.exists():
        raise errors.StoreError(f"there is no database at {file}")
    with locking.hold(source):
        yield


async def _house(here: AsyncConnection, file: Path, ring: cipher.Keyring) -> str:
    """Return what tells this database from others, once it is sure that all of it can be read."""
    found = await here.run_sync(migrating.noted)
    hash_key = await keys.hash_key(here, ring) if found == migrating.head() else None
    if found is None or (found == migrating.head() and hash_key is None):
        raise errors.StoreError(f"{file} is empty: there is nothing to copy")
    if hash_key is None:
        raise errors.StoreError(f"{file} is of another version: run nearer db upgrade on it first")
    return keys.house(hash_key)


async def _lay(theirs: AsyncEngine, mark: str) -> None:
    """Lay the tables, and note that they are not complete; what this same copy brought before stays."""
    async with migrating.laying(theirs) as there:
        found = await there.run_sync(migrating.written)
        if found == mark:
            return
        await _refuse(there, found)
        await migrating.raise_to(there)
        for table in reversed(tables.metadata.sorted_tables):
            await there.execute(sa.delete(table))
        await there.execute(sa.update(_REVISION).values(version_num=mark))


async def _refuse(there: AsyncConnection, found: str | None) -> None:
    """Refuse a place where anything is that this copy did not bring."""
    if found is None:
        taken = bool((await snapshots.laid(there)).tables)
    elif found != migrating.head():
        taken = True
    else:
        working = sa.select(tables.leases.c.name).where(tables.leases.c.until > sa.func.now())
        if (await there.execute(working)).first():
            raise errors.StoreError("a bot works on the database to copy into: stop it first")
        some = (sa.select(sa.literal(1)).select_from(one).limit(1) for one in (tables.persons, tables.inbox))
        taken = any([(await there.execute(one)).first() for one in some])
    if taken:
        why = "create a new one and name it in NEARER_DATABASE_URL"
        raise errors.StoreError(f"the database to copy into is not empty, and nothing is overwritten: {why}")


@dataclasses.dataclass(frozen=True, slots=True)
class _Twins:
    """A table as it lies here, and as it lies there: each database has its own way to hold a moment."""

    here: sa.Table
    there: sa.Table

    @property
    def name(self) -> str:
        """Return the name of both."""
        return self.here.name

    @property
    def names(self) -> list[str]:
        """Return the names of the columns, in one order for both."""
        return [column.name for column in self.here.columns]

    @property
    def is_named(self) -> bool:
        """Say whether its rows go by text, which sorts otherwise on the other side: they are few."""
        return any(isinstance(column.type, sa.Text | sa.String) for column in self.here.primary_key)

    def rows(self, connection: AsyncConnection) -> sa.Select[Any]:
        """Return what selects all rows of the side of a connection, the columns in the same order."""
        table = self.on(connection)
        return sa.select(*(table.c[name] for name in self.names))

    def on(self, connection: AsyncConnection) -> sa.Table:
        """Return the table of the side of a connection."""
        return self.here if connection.dialect.name == "sqlite" else self.there


@dataclasses.dataclass(frozen=True, slots=True)
class _How:
    """The keys that open what is sealed, how many rows go at once, and who wants to hear of it."""

    ring: cipher.Keyring
    batch: int
    say: Say | None


class _Copy:
    """One run, from a file that stands still into tables that are noted as incomplete."""

    def __init__(self, here: AsyncConnection, theirs: AsyncEngine, twins: Sequence[_Twins], how: _How) -> None:
        self._here = here
        self._theirs = theirs
        self._how = how
        self._done = self._total = 0
        self._many = [one for one in twins if not one.is_named]
        self._few = [one for one in twins if one.is_named]

    async def run(self) -> Copied:
        """Copy, prove and finish."""
        counts = {table.name: await _count(self._here, table) for table in (*self._many, *self._few)}
        self._total = 2 * sum(counts[table.name] for table in self._many)
        for table in self._many:
            await self._bring(table)
        for table in self._many:
            await self._prove(table)
        async with migrating.laying(self._theirs) as there:
            for table in self._few:
                await self._bring_few(there, table)
            await there.execute(sa.update(_REVISION).values(version_num=migrating.head()))
        return Copied(people=counts[_PERSONS], rows=sum(counts.values()))

    async def _bring(self, table: _Twins) -> None:
        """Copy what lies behind the last row that is there, batch by batch."""
        async with self._theirs.begin() as there:
            self._tell(await _count(there, table))
            last = (await there.execute(_ordered(there, table, last=True).limit(1))).first()
        while page := await self._page(self._here, table, last):
            async with migrating.laying(self._theirs) as there:
                await _insert(there, table, page)
            self._tell(len(page))
            last = page[-1]

    async def _bring_few(self, there: AsyncConnection, table: _Twins) -> None:
        page = (await self._here.execute(table.rows(self._here))).all()
        await _insert(there, table, page)
        _compare(page, (await there.execute(table.rows(there))).all())

    async def _prove(self, table: _Twins) -> None:
        """Hold that both sides have the same rows, to the byte, and that what is sealed opens over there."""
        async with self._theirs.begin() as there:
            last = None
            while page := await self._page(self._here, table, last):
                _compare(page, await self._page(there, table, last))
                await self._open(there, table, page)
                self._tell(len(page))
                last = page[-1]
            _compare((), await self._page(there, table, last))

    async def _open(self, there: AsyncConnection, table: _Twins, page: Page) -> None:
        try:
            if table.name == _INBOX:
                await self._open_updates(there, page)
            elif table.name in _SEALED:
                await self._open_values(there, table, page)
        except errors.Damaged as damage:
            raise errors.WrongKey(f"{damage}: add the older key to NEARER_SECRET_KEYS, then copy again") from None

    async def _open_values(self, there: AsyncConnection, table: _Twins, page: Page) -> None:
        owner, sealed = _SEALED[table.name]
        owners = {row._mapping[owner] for row in page}  # noqa: SLF001 - SQLAlchemy's public name
        wrapped = sa.select(tables.data_keys).where(tables.data_keys.c.person_id.in_(owners))
        ciphers = {
            row.person_id: cipher.Cipher(self._how.ring.unwrap(keys.person_place(row.person_id), row.wrapped))
            for row in await there.execute(wrapped)
        }
        for row in (one._mapping for one in page):  # noqa: SLF001 - SQLAlchemy's public name
            for column in sealed:
                place = cipher.Place(table.name, column, row["id"], row[owner])
                if row[owner] not in ciphers:
                    raise errors.Damaged("the key of somebody is missing")
                if row[column] is not None:
                    ciphers[row[owner]].unseal(place, row[column])

    async def _open_updates(self, there: AsyncConnection, page: Page) -> None:
        ciphers = {
            row.day: cipher.Cipher(self._how.ring.unwrap(keys.day_place(row.day), row.wrapped))
            for row in await there.execute(sa.select(tables.inbox_keys))
        }
        for row in page:
            if row.payload is not None and row.day in ciphers:  # a day's key outlives what is of use
                ciphers[row.day].unseal(rows.payload_place(row.update_id, row.day), row.payload)

    async def _page(self, connection: AsyncConnection, table: _Twins, last: sa.Row[Any] | None) -> Page:
        """Return the rows behind `last` in the order of their keys."""
        found: Page = (await connection.execute(_ordered(connection, table, last).limit(self._how.batch))).all()
        return found

    def _tell(self, count: int) -> None:
        self._done += count
        if self._how.say is not None:
            self._how.say(min(self._done, self._total), self._total)


def _ordered(
    connection: AsyncConnection, table: _Twins, after: sa.Row[Any] | None = None, *, last: bool = False
) -> sa.Select[Any]:
    """Return the rows of a table by their key: behind a row, or the last one first."""
    held = list(table.on(connection).primary_key)
    found = table.rows(connection).order_by(*(column.desc() if last else column for column in held))
    if after is None:
        return found
    behind = [sa.literal(after._mapping[column.name], column.type) for column in held]  # noqa: SLF001 - public
    return found.where(sa.tuple_(*held) > sa.tuple_(*behind))


async def _insert(there: AsyncConnection, table: _Twins, page: Page) -> None:
    values = plain.rows(table.there, there.dialect.name, table.names, _plain(page))
    if values:
        await there.execute(sa.insert(table.there), values)


def _compare(ours: Page, theirs: Page) -> None:
    if sorted(_plain(ours), key=repr) != sorted(_plain(theirs), key=repr):
        why = "drop that database, create it anew and copy again"
        raise errors.StoreError(f"the file has changed since the copy began, or something else wrote there: {why}")


def _plain(page: Page) -> list[list[Any]]:
    return [[plain.value(one) for one in row] for row in page]


async def _count(connection: AsyncConnection, table: _Twins) -> int:
    counted = sa.select(sa.func.count()).select_from(table.on(connection))
    return int((await connection.execute(counted)).scalar_one())
