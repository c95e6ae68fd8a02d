"""Makes values for the tests of the store: a moment, people, pairs, and one of each kind of row."""

import datetime as dt
from typing import Any

import sqlalchemy as sa

from bot.domain import model
from bot.store import tables, transaction

NOW = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
TODAY = NOW.date()
SAM, ROBIN, PAIR = 1, 2, 10
TELEGRAM = {SAM: 7_000_000_001, ROBIN: 7_000_000_002}


def later(**how_much: float) -> dt.datetime:
    """Return a moment after NOW, or before it with a negative number."""
    return NOW + dt.timedelta(**how_much)


def person(person_id: int = SAM, **fields: Any) -> model.Person:
    """Return a person."""
    return model.Person(**{"id": person_id, "name": f"name of {person_id}", **fields})


def half(half_id: int, person_id: int = SAM, pair_id: int = PAIR, **fields: Any) -> model.Half:
    """Return a half of the pair."""
    given = {"id": half_id, "person_id": person_id, "pair_id": pair_id, "name": "the other", "since": NOW}
    return model.Half(**{**given, **fields})


def invite(invite_id: int = 30, inviter_id: int = SAM, **fields: Any) -> model.Invite:
    """Return an invitation that is open for a day."""
    given = {"id": invite_id, "inviter_id": inviter_id, "token_hash": b"hash %d" % invite_id, "n": invite_id}
    return model.Invite(**{**given, "created_at": NOW, "expires_at": later(days=1), **fields})


def ask(ask_id: int = 40, person_id: int = SAM, **fields: Any) -> model.Ask:
    """Return an ask, on a date of its own."""
    given = {"id": ask_id, "person_id": person_id, "n": ask_id, "planned_at": NOW, "pushed": True}
    return model.Ask(**{**given, "local_date": TODAY + dt.timedelta(days=ask_id), **fields})


def reflection(reflection_id: int = 50, person_id: int = SAM, **fields: Any) -> model.Reflection:
    """Return a reflection."""
    given = {"id": reflection_id, "person_id": person_id, "n": reflection_id, "words": "quiet words"}
    return model.Reflection(**{**given, "created_at": NOW, **fields})


def share(share_id: int = 60, author_id: int = SAM, **fields: Any) -> model.Share:
    """Return a share within the pair."""
    given = {"id": share_id, "author_id": author_id, "pair_id": PAIR, "n": share_id, "words": "shared words"}
    return model.Share(**{**given, "created_at": NOW, **fields})


def post(post_id: int = 70, reader_id: int = ROBIN, share_id: int = 60, **fields: Any) -> model.Post:
    """Return the reader's side of a share."""
    given = {"id": post_id, "reader_id": reader_id, "pair_id": PAIR, "share_id": share_id, "placed_at": NOW}
    return model.Post(**{**given, **fields})


def notice(notice_id: int = 80, person_id: int = ROBIN, **fields: Any) -> model.Notice:
    """Return a notice."""
    return model.Notice(
        **{"id": notice_id, "person_id": person_id, "key": f"k{notice_id}", "due_at": NOW, **fields}
    )


def breather(breather_id: int = 85, person_id: int = SAM, **fields: Any) -> model.Breather:
    """Return a breather of an hour."""
    given = {"id": breather_id, "person_id": person_id, "pair_id": PAIR, "n": breather_id, "called_at": NOW}
    return model.Breather(**{**given, "leaves_at": NOW, "until": later(hours=1), **fields})


def outbox(outbox_id: int = 90, person_id: int = SAM, **fields: Any) -> model.Outbox:
    """Return a pending line of the bot's own that is due now."""
    given = {"id": outbox_id, "person_id": person_id, "key": f"k{outbox_id}", "due_at": NOW}
    return model.Outbox(
        **{**given, "kind": model.Kind.LINE, "policy": model.Policy.AT_LEAST_ONCE, **fields},
    )


async def people(tx: transaction.Transaction, *person_ids: int) -> None:
    """Welcome people: Sam and Robin, unless others are named."""
    for person_id in person_ids or (SAM, ROBIN):
        await tx.welcome(TELEGRAM.get(person_id, person_id), person(person_id))


async def pair(tx: transaction.Transaction) -> None:
    """Welcome Sam and Robin and make them a pair."""
    await people(tx)
    await tx.add_pair(PAIR, NOW)
    assert await tx.add(half(20, SAM))
    assert await tx.add(half(21, ROBIN))


async def everything(tx: transaction.Transaction) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table, as it lies there."""
    return {
        table.name: [tuple(row) for row in await tx._connection.execute(sa.select(table))]
        for table in tables.metadata.sorted_tables
    }
