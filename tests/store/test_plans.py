"""Plans: what the tick and the sender ask all day is answered by an index, in few statements."""

import dataclasses
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
import sqlalchemy as sa

from bot.domain import model
from bot.store import store, transaction
from bot.usecases import ports
from tests.store import conftest, making
from tests.store.listening import listening
from tests.store.making import NOW, PAIR, ROBIN, SAM, TELEGRAM

Query = Callable[[transaction.Transaction], Awaitable[object]]


@pytest.fixture
async def paired(kept: store.Store) -> store.Store:
    """Return a store in which Sam and Robin are a pair."""
    async with kept.begin() as tx:
        await making.pair(tx)
    return kept


@pytest.mark.parametrize(
    ("query", "index"),
    [
        (lambda tx: tx.due_people(NOW, 100), "ix_persons_next_ask_at"),
        (lambda tx: tx.rested_people(NOW, 100), "ix_persons_rest_until"),
        (lambda tx: tx.strangers(NOW, 100), "ix_persons_seen_at"),
        (lambda tx: tx.person_by_telegram(1), "telegram_hash"),
        (lambda tx: tx.due_shares(NOW, 100), "ix_shares_leaves_at"),
        (lambda tx: tx.due_sealed(NOW, 100), "ix_shares_sealed"),
        (lambda tx: tx.next_due(), "ix_shares_sealed"),
        (lambda tx: tx.sealed_share(SAM, PAIR, "x"), "ix_shares_pair_id_author_id"),
        (lambda tx: tx.due_outbox(NOW, 100, urgent=False), "ix_outbox_due_at"),
        (lambda tx: tx.next_due(), "ix_outbox_due_at"),
        (lambda tx: tx.next_due(), "ix_shares_leaves_at"),
        (lambda tx: tx.next_due(), "ix_breathers_leaves_at"),
        (lambda tx: tx.next_due(), "ix_breathers_until"),
        (lambda tx: tx.called_breathers(NOW, 100), "ix_breathers_leaves_at"),
        (lambda tx: tx.due_breathers(NOW, 100), "ix_breathers_until"),
        (lambda tx: tx.cancel_outbox(kind=model.Kind.SHOW, subject=1), "ix_outbox_subject"),
        (lambda tx: tx.hold_outbox(SAM), "ix_outbox_person_id"),
        (lambda tx: tx.recover_outbox(NOW), "ix_outbox_policy"),
        (lambda tx: tx.unsend_outbox({1}, NOW), "ix_outbox_policy"),
        (lambda tx: tx.arrived(100), "ix_inbox_received_at"),
        (lambda tx: tx.strays(NOW, 100), "ix_inbox_lane"),
        (lambda tx: tx.adopt(NOW, NOW, {1}), "ix_inbox_unanswered"),
        (lambda tx: tx.unanswered(NOW), "ix_inbox_unanswered"),
        (lambda tx: tx.purge(NOW), "ix_inbox_poison"),
        (lambda tx: tx.living_half(SAM), "uq_halves_living"),
        (lambda tx: tx.live_invite(SAM), "uq_invites_live"),
        (lambda tx: tx.shares_of_reflection(1), "ix_shares_reflection_id"),
        (lambda tx: tx.purge(NOW), "ix_outbox_settled"),
        (lambda tx: tx.purge(NOW), "ix_messages_at"),
        (lambda tx: tx.purge(NOW), "ix_inbox_done_at"),
        (lambda tx: tx.forget(SAM), "ix_inbox_lane"),
        (lambda tx: tx.forget(SAM), "ix_persons_invited_by"),
        (lambda tx: tx.forget(SAM), "ix_invites_joiner_id"),
    ],
)
async def test_an_index_answers(query: Query, index: str, file_url: str, opened: conftest.Opener) -> None:
    """However many rows there are, the question reads only those it is about."""
    kept = await opened(file_url)
    async with kept.begin() as tx:
        await making.people(tx)
    with listening(kept) as said:
        async with kept.begin() as tx:
            await query(tx)
    plans = [await _plan(kept, statement, parameters) for statement, parameters in said]
    assert any(index in plan or (index == "telegram_hash" and "telegram_hash=?" in plan) for plan in plans), plans


async def test_nothing_that_hangs_on_people_is_searched_row_by_row(file_url: str, opened: conftest.Opener) -> None:
    """Forgetting follows an index into every table, so that it is quick however many others there are."""
    kept = await opened(file_url)
    async with kept.begin() as tx:
        await making.pair(tx)
    async with kept.begin() as tx:
        for table, column, leads_to in await _references(tx):
            columns = (await tx._connection.execute(sa.text(LEADING), {"table": table})).scalars().all()
            assert column in columns, f"{table}.{column} leads to {leads_to} without an index"


LEADING = """
    SELECT info.name FROM pragma_index_list(:table) AS list, pragma_index_info(list.name) AS info
    WHERE info.seqno = 0 AND list.partial = 0
"""


async def test_the_idle_tick_asks_little(paired: store.Store) -> None:
    """One statement for people, one for shares, one for what is next."""
    with listening(paired) as said:
        async with paired.begin() as tx:
            await tx.due_people(NOW, 100)
            await tx.due_shares(NOW, 100)
            await tx.next_due()
    assert len(said) == 3


async def test_an_update_costs_few_statements(paired: store.Store) -> None:
    """Taking in, claiming, finding the person and their half, writing words and closing: eight in two commits."""
    first = ports.Incoming(update_id=5, telegram_id=TELEGRAM[SAM], payload=b"{}")
    await paired.receive([first], NOW)
    async with paired.begin() as tx:
        await tx.finish(5, NOW)
    with listening(paired) as said:
        await paired.receive([dataclasses.replace(first, update_id=6)], NOW, lambda tx: tx.answered([5], NOW))
        async with paired.begin() as tx:
            assert await tx.claim(6)
            person = await tx.person_by_telegram(TELEGRAM[SAM])
            assert person is not None
            await tx.add(making.reflection())
            await tx.save(dataclasses.replace(person, counter=person.counter + 1))
            await tx.finish(6, NOW)
    assert len(said) == 8


async def test_a_reader_reads_the_authors_words_in_one_statement(paired: store.Store) -> None:
    """A row brings its owner's key along, whoever asks."""
    async with paired.begin() as tx:
        await tx.add(making.share())
    with listening(paired) as said:
        async with paired.begin() as tx:
            assert await tx.share(60) == making.share()
            assert await tx.half(ROBIN, PAIR) == making.half(21, ROBIN)
    assert len(said) == 2


async def _plan(kept: store.Store, statement: str, parameters: Any) -> str:
    async with kept._connected() as connection:
        raw: Any = (await connection.get_raw_connection()).driver_connection
        rows = await raw.execute_fetchall(f"EXPLAIN QUERY PLAN {statement}", parameters)
        return "; ".join(row[3] for row in rows)


async def _references(tx: transaction.Transaction) -> list[tuple[str, str, str]]:
    found = await tx._connection.execute(sa.text(REFERENCES))
    return [(row.child, row.column, row.parent) for row in found]


REFERENCES = """
    SELECT tables.name AS child, keys."from" AS "column", keys."table" AS parent
    FROM sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS keys
    WHERE tables.type = 'table' AND keys.seq = 0
"""
