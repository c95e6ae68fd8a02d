"""Turns columns into plain JSON values and back, alike for both databases and for every revision."""

import base64
import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa


def value(found: Any) -> Any:
    """Return a column as JSON can hold it; the column's type says how to read it again."""
    if isinstance(found, bytes):
        return base64.b64encode(found).decode()
    if isinstance(found, dt.datetime):
        return (found if found.tzinfo else found.replace(tzinfo=dt.UTC)).astimezone(dt.UTC).isoformat()
    return found.isoformat() if isinstance(found, dt.date | dt.time) else found


def rows(
    table: sa.Table, dialect: str, names: Sequence[str], plain: Sequence[Sequence[Any]]
) -> list[dict[str, Any]]:
    """Return rows as this database takes them."""
    readers = [_reader(table.c[name].type, dialect) for name in names]
    return [
        {name: None if held is None else read(held) for name, read, held in zip(names, readers, row, strict=True)}
        for row in plain
    ]


def _reader(kind: sa.types.TypeEngine[Any], dialect: str) -> Callable[[Any], Any]:
    if isinstance(kind, sa.DateTime):
        return _naive if dialect == "sqlite" else dt.datetime.fromisoformat
    return next((read for known, read in _READERS.items() if isinstance(kind, known)), _as_it_is)


def _naive(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=None)


def _as_it_is(held: Any) -> Any:
    return held


_READERS: Mapping[type[sa.types.TypeEngine[Any]], Callable[[Any], Any]] = {
    sa.LargeBinary: base64.b64decode,
    sa.Date: dt.date.fromisoformat,
    sa.Time: dt.time.fromisoformat,
}
