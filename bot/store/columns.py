"""Says how moments, weekdays and code words lie in columns, alike in both databases."""

import datetime as dt
from enum import StrEnum
from typing import Any

import pydantic
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


_DAYS = tuple(frozenset(day for day in range(7) if mask >> day & 1) for mask in range(128))


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
        return None if value is None else _DAYS[value]


class Record(sa.TypeDecorator[Any]):
    """A frozen value without words, as JSON text; fields that a row does not know yet have their defaults."""

    impl = sa.Text
    cache_ok = True

    def __init__(self, kind: type[Any]) -> None:
        """Remember which value it is, and how each field lies in JSON."""
        super().__init__()
        self._adapter = pydantic.TypeAdapter(kind)

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> str | None:
        """Return the JSON; what stands at its default is left out."""
        del dialect
        return None if value is None else self._adapter.dump_json(value, exclude_defaults=True).decode()

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> Any:
        """Return the value."""
        del dialect
        return None if value is None else self._adapter.validate_json(value)


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
