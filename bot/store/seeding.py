"""Fills an empty database with people who do not exist, as they would lie there had they lived with the bot."""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from bot.domain import model
from bot.store import rows, session, tables

_SEATS = 2


@dataclasses.dataclass(frozen=True, slots=True)
class Life:
    """One invented person, with the Telegram account they came from and all that is theirs."""

    telegram_id: int
    person: model.Person
    half: model.Half | None
    asks: Sequence[model.Ask]
    reflections: Sequence[model.Reflection]


class Seeding(session.Session):
    """The part of a transaction that invents people by the thousand."""

    async def anybody(self) -> bool:
        """Say whether there is anybody in this database."""
        return (await self._connection.execute(sa.select(tables.persons.c.id).limit(1))).first() is not None

    async def populate(self, lives: Sequence[Life]) -> None:
        """Add these people, encrypted as everybody, one statement a table; two halves of a pair come together."""
        halves = [life.half for life in lives if life.half is not None]
        wrapped = {life.person.id: self._mint(life.person.id) for life in lives}
        await self._fill(tables.persons, [self._person(life) for life in lives])
        await self._fill(tables.data_keys, [{"person_id": one, "wrapped": key} for one, key in wrapped.items()])
        began = {half.pair_id: half.since for half in halves}
        await self._fill(tables.pairs, [_pair(pair_id, since) for pair_id, since in began.items()])
        await self._fill(tables.halves, [self._half(half, seat % _SEATS) for seat, half in enumerate(halves)])
        await self._fill(tables.asks, [self._own(ask) for life in lives for ask in life.asks])
        await self._fill(tables.reflections, [self._own(one) for life in lives for one in life.reflections])

    def _mint(self, person_id: int) -> bytes:
        """Have a new data key of a person at hand, and return it wrapped."""
        self._ciphers[person_id], wrapped = self._vault.mint_for(person_id)
        return wrapped

    def _person(self, life: Life) -> dict[str, Any]:
        person_id = life.person.id
        key = self._ciphers[person_id]
        return rows.shape(model.Person).row(life.person, key) | {
            "telegram_hash": self._vault.telegram_hash(life.telegram_id),
            "telegram_id": key.seal(rows.telegram_place(person_id), str(life.telegram_id).encode()),
        }

    def _own(self, value: model.Ask | model.Reflection) -> dict[str, Any]:
        return rows.shape(type(value)).row(value, self._ciphers[value.person_id])

    def _half(self, half: model.Half, seat: int) -> dict[str, Any]:
        return rows.shape(model.Half).row(half, self._ciphers[half.person_id]) | {"seat": seat}

    async def _fill(self, table: sa.Table, values: Sequence[dict[str, Any]]) -> None:
        if values:
            await self._connection.execute(sa.insert(table), values)


def _pair(pair_id: int, since: dt.datetime) -> dict[str, Any]:
    return {"id": pair_id, "started_at": since, "seats": _SEATS}
