"""Rows: every field of every value has its column, and any value comes back from the database as it went in."""

import contextlib
import dataclasses
import datetime as dt
import typing
from enum import StrEnum
from typing import Any

import hypothesis
import pytest
import sqlalchemy as sa
from hypothesis import strategies as st

from bot.domain import model
from bot.store import cipher, columns, errors, rows, store, transaction
from bot.usecases import ports
from tests.store import making

KINDS = typing.get_args(ports.Row)
KEY = cipher.Cipher(bytes(32))

# What a table holds beside the fields of its value.
BESIDE = {"persons": {"telegram_hash", "telegram_id"}, "halves": {"seat"}}

WORDS = st.text(st.characters(exclude_categories=[]), max_size=50)
CODES = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20)
ZONES = st.timedeltas(dt.timedelta(hours=-12), dt.timedelta(hours=14)).map(dt.timezone)
MOMENTS = st.datetimes(timezones=ZONES).filter(lambda moment: 1000 < moment.year < 9000)
IDS = st.integers(-(2**62), 2**62)
JSON = "within a record"  # where moments are UTC, as the program makes them
SMALL = st.integers(0, 2**31 - 1)
WIDE = {"id", "person_id", "inviter_id", "author_id", "reader_id", "pair_id", "joiner_id", "message_id", "seed"} | {
    "invited_by", "ask_id", "reflection_id", "answers", "share_id", "to_share", "notice_id", "acknowledgement_id",
    "showing", "subject", "relayed_as",
}  # fmt: skip


def a_field(shape: rows.Shape[Any], field: str, kind: object) -> st.SearchStrategy[object]:
    """Return values of the field's declared type, None where it may be."""
    if typing.get_origin(kind) is frozenset:
        return st.frozensets(st.integers(0, 6))
    if typing.get_origin(kind) is tuple:
        return some(shape, kind)
    if dataclasses.is_dataclass(kind):
        return record(shape, typing.cast("type[Any]", kind))
    options = [option for option in typing.get_args(kind) or (kind,) if option is not type(None)]
    optional = st.none() if type(None) in typing.get_args(kind) else st.nothing()
    [only] = options
    if isinstance(only, type) and issubclass(only, StrEnum):
        return optional | st.sampled_from(only)
    plain: dict[object, st.SearchStrategy[object]] = {
        str: WORDS if field in shape.sealed else CODES,
        bool: st.booleans(),
        int: IDS if field in WIDE else SMALL,
        bytes: st.binary(max_size=32),
        dt.datetime: MOMENTS.map(lambda moment: moment.astimezone(dt.UTC)) if field == JSON else MOMENTS,
        dt.date: st.dates(),
        dt.time: st.times(),
    }
    return optional | plain[only]


def some(shape: rows.Shape[Any], kind: object) -> st.SearchStrategy[object]:
    """Return tuples: of any length where the type says so, else field by field."""
    first, *others = typing.get_args(kind)
    if others == [...]:
        return st.lists(a_field(shape, JSON, first), max_size=1).map(tuple)
    return st.tuples(*(a_field(shape, JSON, one) for one in (first, *others)))


def record(shape: rows.Shape[Any], kind: type[Any]) -> st.SearchStrategy[object]:
    """Return values that lie in one column as JSON."""
    hints = typing.get_type_hints(kind)
    return st.builds(kind, **{field: a_field(shape, JSON, hint) for field, hint in hints.items()})


def values(kind: type[ports.Row]) -> st.SearchStrategy[Any]:
    """Return any value of a kind."""
    hints = typing.get_type_hints(kind)
    return st.builds(
        kind, **{field: a_field(rows.shape(kind), field, hints[field]) for field in rows.shape(kind).fields}
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_column(kind: type[ports.Row]) -> None:
    """A table holds the fields of its value and what is known to be beside them."""
    shape = rows.shape(kind)
    assert set(shape.table.c.keys()) == set(shape.fields) | BESIDE.get(shape.table.name, set())


@pytest.mark.parametrize("kind", KINDS)
def test_none_fits_where_a_field_may_be_none(kind: type[ports.Row]) -> None:
    """A column is nullable exactly where its field may be None."""
    shape = rows.shape(kind)
    may = {field for field, hint in typing.get_type_hints(kind).items() if type(None) in typing.get_args(hint)}
    assert {field for field in shape.fields if shape.table.c[field].nullable} == may


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_of_somebodys_lies_open(kind: type[ports.Row]) -> None:
    """Names, nicknames and words are sealed; what lies open in text columns are codes of the program."""
    texts = {field for field, hint in typing.get_type_hints(kind).items() if hint in (str, str | None)}
    open_ones = texts - set(rows.shape(kind).sealed)
    assert open_ones <= {
        "locale", "terms", "zone", "setup", "country", "dialog", "newest", "prompt_id", "fits", "key", "menu",
        "text", "seal", "line", "answer",
    }  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@hypothesis.settings(max_examples=15, deadline=None)
@hypothesis.given(st.data())
def test_sealing_is_undone_by_opening(kind: type[ports.Row], data: st.DataObject) -> None:
    """Any value becomes a row and the same value again; what is sealed is bytes in between."""
    shape, value = rows.shape(kind), data.draw(values(kind))
    row = shape.row(value, KEY)
    assert shape.value([*row.values()], KEY) == value
    assert all(row[field] is None or isinstance(row[field], bytes) for field in shape.sealed)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if rows.SHAPES[kind].sealed])
@hypothesis.settings(max_examples=15, deadline=None)
@hypothesis.given(st.data())
def test_a_sealed_column_opens_in_its_own_row(kind: type[ports.Row], data: st.DataObject) -> None:
    """Sealed bytes that were carried over from another row are damaged, not read."""
    shape, value = rows.shape(kind), data.draw(values(kind))
    row = shape.row(value, KEY)
    hypothesis.assume(any(row[field] is not None for field in shape.sealed))
    with pytest.raises(errors.Damaged, match=f"in {shape.table.name}"):
        shape.value([*(row | {"id": row["id"] + 1}).values()], KEY)


class UndoneError(Exception):
    """Ends an example without a trace."""


@pytest.mark.parametrize("kind", KINDS)
@hypothesis.settings(
    max_examples=5, deadline=None, suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture]
)
@hypothesis.given(st.data())
async def test_any_value_comes_back_from_the_database(
    kept: store.Store, kind: type[ports.Row], data: st.DataObject
) -> None:
    """Whatever was added, with any text, number, moment and date, is found as it was."""
    shape = rows.shape(kind)
    value = dataclasses.replace(data.draw(values(kind)), **FITTING.get(kind, {shape.owner: making.SAM}))
    with contextlib.suppress(UndoneError):
        async with kept.begin() as tx:
            if isinstance(value, model.Person):
                await tx.welcome(1, value)
            else:
                await _surroundings(tx)
                assert await tx.add(value)
            assert await tx._find(kind, shape.table.c.id == value.id) == value
            raise UndoneError


# Whose it is and where it hangs, so that the constraints are content.
FITTING: dict[type[ports.Row], dict[str, int]] = {
    model.Half: {"person_id": 3, "pair_id": 11},
    model.Share: {"author_id": making.ROBIN, "pair_id": making.PAIR},
    model.Post: {"reader_id": making.ROBIN, "pair_id": making.PAIR, "share_id": 60},
    model.Breather: {"person_id": making.ROBIN, "pair_id": making.PAIR},
}


async def _surroundings(tx: transaction.Transaction) -> None:
    await making.pair(tx)
    await making.people(tx, 3)
    await tx.add_pair(11, making.NOW)
    await tx.add(making.share(60))


@pytest.mark.parametrize(
    "dialect", [sa.make_url(f"{name}://").get_dialect()() for name in ("sqlite", "postgresql+asyncpg")]
)
def test_a_naive_moment_is_refused(dialect: sa.Dialect) -> None:
    """Nothing without a time zone gets near the database, and what does is UTC whatever the zone."""
    with pytest.raises(ValueError, match="without a time zone"):
        columns.Moment().process_bind_param(making.NOW.replace(tzinfo=None), dialect)
    bound = columns.Moment().process_bind_param(making.NOW.astimezone(dt.timezone(dt.timedelta(hours=5))), dialect)
    assert bound is not None
    assert bound.replace(tzinfo=dt.UTC) == making.NOW
