"""Purging: what has outlived its purpose goes, and nothing a moment sooner."""

import datetime as dt

import pytest
import sqlalchemy as sa

from bot.domain import model
from bot.store import store, tables
from bot.usecases import ports
from tests.store import making
from tests.store.making import NOW, SAM, later


async def count(kept: store.Store, table: sa.Table) -> int:
    """Return how many rows a table has."""
    async with kept.begin() as tx:
        return (await tx._connection.execute(sa.select(sa.func.count()).select_from(table))).scalar_one()


async def expires(kept: store.Store, table: sa.Table, after: dt.timedelta) -> None:
    """Hold that the one row of a table outlives a purge at its time, and not one a second later."""
    await kept.purge(NOW + after)
    assert await count(kept, table) == 1
    await kept.purge(NOW + after + dt.timedelta(seconds=1))
    assert await count(kept, table) == 0


async def received(kept: store.Store) -> None:
    """Take one update in."""
    await kept.receive([ports.Incoming(update_id=5, telegram_id=1, payload=b"{}")], NOW)


async def test_a_done_update_is_known_for_three_days(kept: store.Store) -> None:
    """So long its id is not accepted again; later a random new one might be the same."""
    await received(kept)
    async with kept.begin() as tx:
        await tx.finish(5, NOW)
    await kept.answered([5], NOW)
    await expires(kept, tables.inbox, dt.timedelta(hours=72))


async def test_poison_is_kept_a_week(kept: store.Store) -> None:
    """With its payload, for somebody who wants to know what it was."""
    await received(kept)
    await kept.failed(5, attempts=5, next_at=None)
    await expires(kept, tables.inbox, dt.timedelta(days=7))


async def test_what_was_not_handled_is_never_purged(kept: store.Store) -> None:
    """Nor is the key it was sealed with: an accepted update has its effect, however long the bot was away."""
    await received(kept)
    await kept.purge(later(days=400))
    [arrived] = await kept.arrived(10)
    assert arrived.payload == b"{}"


async def test_a_days_key_goes_with_its_last_payload(kept: store.Store) -> None:
    """After eight days and with nothing left to open it is destroyed."""
    await received(kept)
    async with kept.begin() as tx:
        await tx.finish(5, NOW)
    await kept.purge(later(days=8))
    assert await count(kept, tables.inbox_keys) == 1
    await kept.purge(later(days=9))
    assert await count(kept, tables.inbox_keys) == 0


@pytest.mark.parametrize(
    ("state", "days"),
    [(model.OutboxState.SENT, 30), (model.OutboxState.CANCELLED, 30), (model.OutboxState.UNKNOWN, 90),
     (model.OutboxState.FAILED, 90)],
)  # fmt: skip
async def test_what_went_out_is_known_for_a_month(kept: store.Store, state: model.OutboxState, days: int) -> None:
    """What is doubtful is known for three."""
    async with kept.begin() as tx:
        await making.people(tx, SAM)
        await tx.add(making.outbox(state=state))
    await expires(kept, tables.outbox, dt.timedelta(days=days))


@pytest.mark.parametrize("state", [model.OutboxState.PENDING, model.OutboxState.SENDING, model.OutboxState.HELD])
async def test_what_still_goes_out_is_never_purged(kept: store.Store, state: model.OutboxState) -> None:
    """Pending, sending and held rows stay, however old."""
    async with kept.begin() as tx:
        await making.people(tx, SAM)
        await tx.add(making.outbox(state=state))
    await kept.purge(later(days=400))
    assert await count(kept, tables.outbox) == 1


async def test_messages_are_known_while_they_can_be_deleted(kept: store.Store) -> None:
    """After 48 hours Telegram lets nobody delete them."""
    async with kept.begin() as tx:
        await making.people(tx, SAM)
        await tx.note_messages([ports.ChatMessage(person_id=SAM, message_id=1, incoming=True, at=NOW)])
    await expires(kept, tables.messages, dt.timedelta(hours=48))


async def test_invitations_go_a_month_after_they_expired(kept: store.Store) -> None:
    """Used or not."""
    async with kept.begin() as tx:
        await making.people(tx, SAM)
        await tx.add(making.invite(state=model.InviteState.USED, expires_at=NOW))
    await expires(kept, tables.invites, dt.timedelta(days=30))


async def test_a_cool_down_goes_when_it_is_over(kept: store.Store) -> None:
    """It no longer means anything."""
    async with kept.begin() as tx:
        await tx.cool_down("all", NOW)
    await expires(kept, tables.cooldowns, dt.timedelta())


async def test_a_cool_down_of_a_time_that_never_was_goes(kept: store.Store) -> None:
    """None lasts longer than a day."""
    async with kept.begin() as tx:
        await tx.cool_down("all", later(days=1))
        await tx.cool_down("1", later(days=2))
    await kept.purge(NOW)
    assert await count(kept, tables.cooldowns) == 1
