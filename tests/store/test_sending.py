"""The outbox: once by its key, due in order, held for who cannot be reached, and sorted out after a crash."""

from typing import Any

import pytest

from bot.domain import model
from bot.store import errors, store
from bot.usecases import ports
from tests.store import making
from tests.store.making import NOW, ROBIN, SAM, later

K, O, P = model.Kind, model.OutboxState, model.Policy  # noqa: E741 - the states of the outbox


async def test_a_row_is_kept_as_it_is(kept: store.Store) -> None:
    """Everything a row says comes back, whatever became of it."""
    async with kept.begin() as tx:
        await making.people(tx)
        assert await tx.add(making.outbox(90))
        sent = making.outbox(
            90,
            kind=K.ASK,
            policy=P.AT_MOST_ONCE,
            subject=40,
            text="pairing-done",
            urgent=True,
            lapses_at=later(hours=3),
            state=O.SENT,
            attempts=2,
            message_id=77,
        )
        await tx.save(sent)
        assert await tx.outbox(90) == sent
        assert await tx.outbox(91) is None


async def test_a_key_goes_out_once(kept: store.Store) -> None:
    """A second row of the same key is refused, whoever it is for."""
    async with kept.begin() as tx:
        await making.people(tx)
        assert await tx.add(making.outbox(90, key="ask:1:2026-11-23"))
        assert await tx.add(making.outbox(91, ROBIN, key="ask:1:2026-11-23")) is False


async def test_due_rows_come_earliest_first(kept: store.Store) -> None:
    """Pending rows whose moment has come, no more than asked for."""
    async with kept.begin() as tx:
        await making.people(tx)
        await tx.add(making.outbox(90, due_at=NOW))
        await tx.add(making.outbox(91, due_at=later(minutes=-5), urgent=True))
        await tx.add(making.outbox(92, due_at=later(seconds=1)))
        await tx.add(making.outbox(93, due_at=later(hours=-1), state=O.SENT))
        assert [row.id for row in await tx.due_outbox(NOW, 10, urgent=False)] == [91, 90]
        assert [row.id for row in await tx.due_outbox(NOW, 1, urgent=False)] == [91]
        assert [row.id for row in await tx.due_outbox(NOW, 10, urgent=True)] == [91]


async def test_next_is_the_earliest_of_both(kept: store.Store) -> None:
    """Pending rows and cooling shares decide when there is something to do; nothing else does."""
    async with kept.begin() as tx:
        await making.pair(tx)
        assert await tx.next_due() is None
        await tx.add(making.outbox(90, due_at=later(hours=-1), state=O.HELD))
        assert await tx.next_due() is None
        await tx.add(making.outbox(91, due_at=later(hours=2)))
        assert await tx.next_due() == later(hours=2)
        await tx.add(making.share(60, state=model.ShareState.COOLING, leaves_at=later(hours=1)))
        await tx.add(making.share(61, state=model.ShareState.POSTED, leaves_at=NOW))
        assert await tx.next_due() == later(hours=1)


async def test_cancelling_reaches_pending_rows_of_the_subject(kept: store.Store) -> None:
    """What is being sent, what is about something else and other kinds stay as they are."""
    rows: dict[int, dict[str, Any]] = {
        90: {"kind": K.NOTICE, "subject": 80},
        91: {"kind": K.NOTICE, "subject": 81},
        92: {"kind": K.SHOW, "subject": 80},
        93: {"kind": K.NOTICE, "subject": 80, "state": O.SENDING},
    }
    async with kept.begin() as tx:
        await making.people(tx)
        for row_id, fields in rows.items():
            await tx.add(making.outbox(row_id, **fields))
        await tx.cancel_outbox(kind=K.NOTICE, subject=80)
        assert await _states(tx, *rows) == [O.CANCELLED, O.PENDING, O.PENDING, O.SENDING]


async def test_who_cannot_be_reached_is_held_and_freed(kept: store.Store) -> None:
    """What was pending waits; freed, it is due from now on, and a prompt among it lapses with its ask."""
    async with kept.begin() as tx:
        await making.people(tx)
        await tx.add(making.ask(40))
        await tx.add(making.ask(41, state=model.AskState.ANSWERED))
        await tx.add(making.outbox(90, due_at=later(hours=-5)))
        await tx.add(making.outbox(91, due_at=later(hours=5)))
        await tx.add(making.outbox(92, kind=K.ASK, subject=40))
        await tx.add(making.outbox(93, kind=K.ASK, subject=41))
        await tx.add(making.outbox(94, ROBIN))
        await tx.hold_outbox(SAM)
        assert await _states(tx, 90, 91, 92, 93, 94) == [O.HELD, O.HELD, O.HELD, O.HELD, O.PENDING]
        await tx.free_outbox(SAM, NOW)
        assert await _states(tx, 90, 91, 92, 93) == [O.PENDING, O.PENDING, O.CANCELLED, O.CANCELLED]
        assert [row.due_at for row in await tx.due_outbox(later(days=1), 9, urgent=False)] == [
            NOW,
            NOW,
            later(hours=5),
        ]
        asks = [await tx.ask(40), await tx.ask(41)]
        assert [ask.state for ask in asks if ask] == [model.AskState.LAPSED, model.AskState.ANSWERED]


async def test_a_crash_is_sorted_out_by_policy(kept: store.Store) -> None:
    """Caught sending, what goes at most once ends unknown and the rest goes again; the others stay."""
    policies = {90: P.AT_MOST_ONCE, 91: P.AT_LEAST_ONCE, 92: P.IDEMPOTENT}
    async with kept.begin() as tx:
        await making.people(tx)
        for row_id, policy in policies.items():
            await tx.add(making.outbox(row_id, policy=policy, state=O.SENDING, due_at=later(hours=-1)))
        await tx.add(making.outbox(93, state=O.SENT))
        await tx.recover_outbox(NOW)
        assert await _states(tx, 90, 91, 92, 93) == [O.UNKNOWN, O.PENDING, O.PENDING, O.SENT]
        assert await tx.next_due() == NOW


async def test_what_nobody_sends_is_pending_again(kept: store.Store) -> None:
    """Rows that are marked as being sent, and are not known to be, are pending again, of whatever policy."""
    async with kept.begin() as tx:
        await making.people(tx)
        for row_id, policy in enumerate(P, start=90):
            await tx.add(making.outbox(row_id, policy=policy, state=O.SENDING, due_at=later(hours=-1)))
        await tx.unsend_outbox({91}, NOW)
        assert await _states(tx, 90, 91, 92) == [O.PENDING, O.SENDING, O.PENDING]
        assert await tx.next_due() == NOW
        await tx.unsend_outbox(set(), NOW)
        assert await _states(tx, 90, 91, 92) == [O.PENDING] * 3


async def test_a_row_is_for_somebody(kept: store.Store) -> None:
    """Nothing can be put out for a person who is not there."""
    with pytest.raises(errors.StoreError, match="refused"):
        async with kept.begin() as tx:
            await tx.add(making.outbox(90))


async def test_the_longer_cool_down_stands(kept: store.Store) -> None:
    """A cool-down is extended and never shortened, and holds until its moment."""
    async with kept.begin() as tx:
        await tx.cool_down("all", later(seconds=30))
        await tx.cool_down("all", later(seconds=10))
        await tx.cool_down("1", later(seconds=5))
        await tx.cool_down("1", later(seconds=20))
    async with kept.begin() as tx:
        assert await tx.cool_downs(NOW) == {"all": later(seconds=30), "1": later(seconds=20)}
        assert await tx.cool_downs(later(seconds=20)) == {"all": later(seconds=30)}


async def test_messages_of_a_chat_are_remembered(kept: store.Store) -> None:
    """They come back oldest first, once each, from a moment on, without those that were deleted."""
    said = [
        ports.ChatMessage(person_id=SAM, message_id=n, incoming=n % 2 == 0, at=later(hours=n)) for n in range(4)
    ]
    async with kept.begin() as tx:
        await making.people(tx)
        await tx.note_messages([])
        await tx.note_messages(list(reversed(said)))
        await tx.note_messages(said[:1])
        await tx.note_messages([ports.ChatMessage(person_id=ROBIN, message_id=1, incoming=True, at=NOW)])
        await tx.forget_messages(SAM, [2, 99])
        assert await tx.chat_messages(SAM, NOW) == [said[0], said[1], said[3]]
        assert await tx.chat_messages(SAM, later(hours=1)) == [said[1], said[3]]


async def test_no_message_of_somebody_forgotten_is_noted(kept: store.Store) -> None:
    """The last words of a chat whose person is gone are not remembered, and disturb nothing."""
    said = [ports.ChatMessage(person_id=person_id, message_id=5, incoming=False, at=NOW) for person_id in (SAM, 99)]
    async with kept.begin() as tx:
        await making.people(tx)
        await tx.note_messages(said)
        assert await tx.chat_messages(SAM, NOW) == said[:1]
        assert await tx.chat_messages(99, NOW) == []


async def _states(tx: ports.Transaction, *row_ids: int) -> list[model.OutboxState | None]:
    rows = [await tx.outbox(row_id) for row_id in row_ids]
    return [row.state if row else None for row in rows]
