"""Wraps every key anew under the first master key, so that an older one can be dropped."""

import dataclasses
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.store import cipher, engines, errors, keys, tables

BATCH = 500
_MARK = "first key"

Say = Callable[[int, int], None]  # how many keys were looked at, of how many


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Rotated:
    """How many keys there are, and how many of them were still under an older master key."""

    keys: int
    wrapped: int


@dataclasses.dataclass(frozen=True, slots=True)
class _Kind:
    """Where keys of one kind lie, and where each is wrapped for."""

    name: sa.Column[Any]
    wrapped: sa.Column[Any]
    place: Callable[[Any], cipher.Place]


_KINDS = (
    _Kind(tables.data_keys.c.person_id, tables.data_keys.c.wrapped, keys.person_place),
    _Kind(tables.inbox_keys.c.day, tables.inbox_keys.c.wrapped, keys.day_place),
    _Kind(tables.secrets.c.name, tables.secrets.c.wrapped, keys.secret_place),
)


async def note(engine: AsyncEngine, ring: cipher.Keyring) -> None:
    """Remember by its mark which key a running bot has as its first."""
    with errors.reached():
        async with engine.begin() as connection:
            marked = engines.insert(connection, tables.meta).values(key=_MARK, value=ring.mark)
            await connection.execute(
                marked.on_conflict_do_update(index_elements=["key"], set_={"value": ring.mark})
            )


async def is_noted(engine: AsyncEngine, ring: cipher.Keyring) -> bool:
    """Return whether the bot that was started last has the same first key, or none was started yet."""
    with errors.reached():
        async with engine.begin() as connection:
            mark = sa.select(tables.meta.c.value).where(tables.meta.c.key == _MARK)
            return (await connection.execute(mark)).scalar_one_or_none() in {None, ring.mark}


async def rotate(engine: AsyncEngine, ring: cipher.Keyring, say: Say | None = None, batch: int = BATCH) -> Rotated:
    """Wrap what an older key wrapped, in short transactions; whoever was interrupted starts again and goes on."""
    with errors.reached():
        async with engine.begin() as connection:
            total = sum([(await connection.execute(_count(kind))).scalar_one() for kind in _KINDS])
        seen = wrapped = 0
        for kind in _KINDS:
            after: Any = None
            while (done := await _batch(engine, ring, kind, after, batch)).names:
                after = done.names[-1]
                seen, wrapped = seen + len(done.names), wrapped + done.wrapped
                if say is not None:
                    say(min(seen, total), total)
    return Rotated(keys=seen, wrapped=wrapped)


@dataclasses.dataclass(frozen=True, slots=True)
class _Batch:
    """The names of the keys of a batch, and how many of them were under an older master key."""

    names: list[Any]
    wrapped: int


async def _batch(engine: AsyncEngine, ring: cipher.Keyring, kind: _Kind, after: Any, most: int) -> _Batch:
    """Wrap one batch of keys, locked as they are read: a forgotten person's key is not written back."""
    beyond = () if after is None else (kind.name > after,)
    found = sa.select(kind.name, kind.wrapped).where(*beyond).order_by(kind.name).limit(most).with_for_update()
    async with engine.begin() as connection:
        rows = (await connection.execute(found)).all()
        old = [(name, held) for name, held in rows if not ring.is_first(kind.place(name), held)]
        try:
            await _rewrap(connection, ring, kind, old)
        except errors.Damaged:
            why = "none of the secret keys opens some of what is stored: add the older key to NEARER_SECRET_KEYS"
            raise errors.WrongKey(why) from None
    return _Batch([name for name, _ in rows], len(old))


async def _rewrap(
    connection: AsyncConnection, ring: cipher.Keyring, kind: _Kind, old: list[tuple[Any, bytes]]
) -> None:
    statement = (
        sa.update(kind.name.table).where(kind.name == sa.bindparam("of")).values(wrapped=sa.bindparam("anew"))
    )
    anew = [
        {"of": name, "anew": ring.wrap(kind.place(name), ring.unwrap(kind.place(name), held))} for name, held in old
    ]
    if anew:
        await connection.execute(statement, anew)


def _count(kind: _Kind) -> sa.Select[Any]:
    return sa.select(sa.func.count()).select_from(kind.name.table)
