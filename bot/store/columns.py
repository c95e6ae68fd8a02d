"""Says how moments, weekdays and code words lie in columns, alike in both databases."""

import datetime as dt
from enum import StrEnum
from typing import Any

import sqlalchemy as sa


class Moment(sa.TypeDecorator[dt.datetime]):
    """A moment in UTC; a naive one is refused."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: sa.Dialect) -> dt.datetime | None:
        """Return the moment in UTC as the database takes it."""
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError("a moment without a time zone")
        return value.astimezone(dt.UTC).replace(tzinfo=None if dialect.name == "sqlite" else dt.UTC)

    def process_result_value(self, value: dt.datetime | None, dialect: sa.Dialect) -> dt.datetime | None:
        """Return the moment, aware."""
        if value is None or dialect.name != "sqlite":
            return value
        return value.replace(tzinfo=dt.UTC)


class Days(sa.TypeDecorator[frozenset[int]]):
    """A set of weekdays as a mask of seven bits; Monday is the lowest."""

    impl = sa.SmallInteger
    cache_ok = True

    def process_bind_param(self, value: frozenset[int] | None, dialect: sa.Dialect) -> int | None:
        """Return the mask."""
        del dialect
        return None if value is None else sum(1 << day for day in value)

    def process_result_value(self, value: int | None, dialect: sa.Dialect) -> frozenset[int] | None:
        """Return the set."""
        del dialect
        return None if value is None else frozenset(day for day in range(7) if value >> day & 1)


def word(kind: type[StrEnum]) -> sa.Enum:
    """Return a column type that holds the values of `kind` and, by a CHECK, nothing else."""
    return sa.Enum(
        kind,
        name=kind.__name__.lower(),
        native_enum=False,
        create_constraint=True,
        validate_strings=True,
        length=16,
        values_callable=_values,
    )


def _values(kind: Any) -> list[str]:
    return [member.value for member in kind]
