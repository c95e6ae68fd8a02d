"""Turns values into rows and back, sealing what is somebody's on the way."""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar, cast

import sqlalchemy as sa

from bot.domain import model
from bot.store import cipher, tables
from bot.usecases import ports

V = TypeVar("V", bound=ports.Row)


class Shape(Generic[V]):
    """How one kind of value lies in its table: field by field, some of them sealed with the owner's key."""

    def __init__(self, kind: type[V], table: sa.Table, owner: str, sealed: Sequence[str] = ()) -> None:
        self.kind = kind
        self.table = table
        self.owner = owner
        self.sealed = tuple(sealed)
        self.fields = tuple(field.name for field in dataclasses.fields(kind))
        self.owned_at = self.fields.index(owner)
        self.written = tuple(field for field in self.fields if field not in ("id", owner))
        self.select = self._select()
        self.update = self._update()

    def _select(self) -> sa.Select[Any]:
        columns = [self.table.c[field] for field in self.fields]
        if not self.sealed:
            return sa.select(*columns)
        keys = tables.data_keys
        return sa.select(*columns, keys.c.wrapped).join_from(
            self.table, keys, keys.c.person_id == self.table.c[self.owner]
        )

    def _update(self) -> sa.Update:
        """Return an update of one row, which `changing` feeds: built once, as it is the same for every value."""
        held = self.table.c
        mine = (held.id == sa.bindparam("this_id"), held[self.owner] == sa.bindparam("this_owner"))
        return sa.update(self.table).where(*mine)

    def changing(self, value: V, fields: Sequence[str], key: cipher.Cipher | None) -> dict[str, Any]:
        """Return what `update` is fed with to write these fields of a value, and finds its row by."""
        return {"this_id": value.id, "this_owner": self.owner_of(value)} | self.columns(value, fields, key)

    def changed(self, before: V, after: V) -> tuple[str, ...]:
        """Return the fields in which two values of one row differ."""
        return tuple(field for field in self.written if getattr(before, field) != getattr(after, field))

    def place(self, field: str, value: Mapping[str, Any]) -> cipher.Place:
        """Return where the field of a value is sealed for."""
        return cipher.Place(self.table.name, field, value["id"], value[self.owner])

    def owner_of(self, value: V) -> int:
        """Return the id of the person whose row this is."""
        return cast("int", getattr(value, self.owner))

    def row(self, value: V, key: cipher.Cipher | None) -> dict[str, Any]:
        """Return the columns of a value, sealed where they must be."""
        return self.columns(value, self.fields, key)

    def columns(self, value: V, fields: Sequence[str], key: cipher.Cipher | None) -> dict[str, Any]:
        """Return some of the columns of a value, sealed where they must be."""
        row = {field: getattr(value, field) for field in fields}
        for field in self.sealed:
            if row.get(field) is not None and key is not None:
                place = cipher.Place(self.table.name, field, value.id, self.owner_of(value))
                row[field] = key.seal(place, seal_text(row[field]))
        return row

    def value(self, row: Sequence[Any], key: cipher.Cipher | None) -> V:
        """Return the value of a row of `select`, or raise Damaged where a column was tampered with."""
        found = dict(zip(self.fields, row, strict=False))  # behind the fields comes the owner's key
        for field in self.sealed:
            if found[field] is not None and key is not None:
                found[field] = open_text(key.unseal(self.place(field, found), found[field]))
        return self.kind(**found)


def seal_text(text: str) -> bytes:
    """Return text as bytes: Telegram passes lone halves of surrogate pairs on, which strict UTF-8 refuses."""
    return text.encode("utf-8", "surrogatepass")


def open_text(plain: bytes) -> str:
    """Return the text that became these bytes."""
    return plain.decode("utf-8", "surrogatepass")


SHAPES: Mapping[type[Any], Shape[Any]] = {
    shape.kind: shape
    for shape in (
        Shape(model.Person, tables.persons, "id", ("name", "username")),
        Shape(model.Half, tables.halves, "person_id", ("name", "nickname")),
        Shape(model.Invite, tables.invites, "inviter_id"),
        Shape(model.Ask, tables.asks, "person_id"),
        Shape(model.Reflection, tables.reflections, "person_id", ("words", "file_id", "feeling")),
        Shape(model.Share, tables.shares, "author_id", ("words", "file_id")),
        Shape(model.Post, tables.posts, "reader_id", ("words", "file_id")),
        Shape(model.Breather, tables.breathers, "person_id"),
        Shape(model.Notice, tables.notices, "person_id"),
        Shape(model.Outbox, tables.outbox, "person_id"),
    )
}


def shape(kind: type[V]) -> Shape[V]:
    """Return how this kind of value lies in its table."""
    return SHAPES[kind]


def telegram_place(person_id: int) -> cipher.Place:
    """Return where a person's Telegram id is sealed for."""
    return cipher.Place("persons", "telegram_id", person_id, person_id)


def payload_place(update_id: int, day: dt.date) -> cipher.Place:
    """Return where a raw update is sealed for: its day's key is its owner."""
    return cipher.Place("inbox", "payload", update_id, day.isoformat())
