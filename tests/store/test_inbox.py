"""The inbox: committed before the offset moves, handled once, emptied when answered, and never lost."""

import contextlib
import datetime as dt

from bot.store import store
from bot.usecases import ports
from tests.store import making
from tests.store.making import NOW, ROBIN, SAM, TELEGRAM, later


def incoming(update_id: int, telegram_id: int | None = TELEGRAM[SAM]) -> ports.Incoming:
    """Return a raw update."""
    return ports.Incoming(update_id=update_id, telegram_id=telegram_id, payload=b'{"update_id": %d}' % update_id)


async def waiting(kept: store.Store) -> list[int]:
    """Return the ids of the updates that are still to be handled."""
    return [one.update_id for one in await kept.arrived(100)]


async def done(kept: store.Store, update_id: int, at: dt.datetime = NOW) -> None:
    """Handle an update."""
    async with kept.begin() as tx:
        assert await tx.claim(update_id)
        await tx.finish(update_id, at)


async def test_what_was_received_is_there(kept: store.Store) -> None:
    """Updates come back oldest first with their payload as it was, and the offset is one past the last."""
    assert await kept.offset() is None
    await kept.receive([incoming(7), incoming(5)], NOW)
    await kept.receive([incoming(6)], later(seconds=1))
    arrived = await kept.arrived(10)
    assert [(one.update_id, one.payload) for one in arrived] == [
        (5, b'{"update_id": 5}'),
        (7, b'{"update_id": 7}'),
        (6, b'{"update_id": 6}'),
    ]
    assert {(one.attempts, one.next_at) for one in arrived[:2]} == {(0, NOW)}
    assert await kept.offset() == 7
    assert [one.update_id for one in await kept.arrived(1)] == [5]


async def test_the_offset_follows_telegram_down(kept: store.Store) -> None:
    """After a week of silence ids begin anew, possibly lower: the offset goes with the last batch."""
    await kept.receive([incoming(900)], NOW)
    await kept.receive([incoming(12), incoming(11)], later(days=8))
    assert await kept.offset() == 13


async def test_an_update_is_received_once(kept: store.Store) -> None:
    """What is there already stays as it is, also when it was handled meanwhile."""
    await kept.receive([incoming(5)], NOW)
    await done(kept, 5)
    again = ports.Incoming(update_id=5, telegram_id=None, payload=b"something else")
    await kept.receive([again, incoming(6)], later(seconds=1))
    assert await waiting(kept) == [6]


async def test_receiving_nothing_moves_nothing(kept: store.Store) -> None:
    """An empty batch leaves the offset where it was."""
    await kept.receive([], NOW)
    assert await kept.offset() is None
    await kept.receive([incoming(5)], NOW)
    await kept.receive([], NOW)
    assert await kept.offset() == 6


async def test_a_lane_is_a_person(kept: store.Store) -> None:
    """One sender has one lane, two have two, and what nobody sent has a lane of its own; none shows the id."""
    batch = [incoming(1), incoming(2), incoming(3, TELEGRAM[ROBIN]), incoming(4, None), incoming(5, None)]
    await kept.receive(batch, NOW)
    lanes = [one.lane for one in await kept.arrived(10)]
    assert (lanes[0] == lanes[1], len(set(lanes))) == (True, 4)
    assert not any(str(TELEGRAM[SAM]).encode() in lane for lane in lanes)


async def test_an_update_is_claimed_until_it_is_done(kept: store.Store) -> None:
    """A new row can be claimed; a done or an unknown one cannot."""
    await kept.receive([incoming(5)], NOW)
    await done(kept, 5)
    async with kept.begin() as tx:
        assert await tx.claim(5) is False
        assert await tx.claim(6) is False
    assert await waiting(kept) == []


async def test_done_lands_with_the_transaction_or_not_at_all(kept: store.Store) -> None:
    """An update whose handling failed is as new as before."""
    await kept.receive([incoming(5)], NOW)
    with contextlib.suppress(ZeroDivisionError):
        async with kept.begin() as tx:
            assert await tx.claim(5)
            await tx.finish(5, NOW)
            raise ZeroDivisionError
    assert await waiting(kept) == [5]


async def test_a_failed_update_is_tried_again_later(kept: store.Store) -> None:
    """Its tries and its next moment are kept, and it can still be claimed."""
    await kept.receive([incoming(5)], NOW)
    await kept.failed(5, attempts=2, next_at=later(minutes=5))
    [one] = await kept.arrived(10)
    assert (one.attempts, one.next_at) == (2, later(minutes=5))
    await done(kept, 5)


async def test_poison_is_put_aside(kept: store.Store) -> None:
    """It is neither handled nor claimed any more, and its lane moves on."""
    await kept.receive([incoming(5), incoming(6)], NOW)
    await kept.failed(5, attempts=5, next_at=None)
    assert await waiting(kept) == [6]
    async with kept.begin() as tx:
        assert await tx.claim(5) is False


async def test_what_is_done_cannot_fail(kept: store.Store) -> None:
    """A failure that is noted too late does not undo what was done."""
    await kept.receive([incoming(5)], NOW)
    await done(kept, 5)
    await kept.failed(5, attempts=1, next_at=later(minutes=1))
    assert await waiting(kept) == []


async def test_unanswered_is_what_was_done_without_a_reply(kept: store.Store) -> None:
    """After a crash, what was done lately and not answered is known with its payload; the rest is closed."""
    await kept.receive([incoming(n) for n in range(1, 6)], NOW)
    for update_id, minutes in ((1, -11), (2, -9), (3, -1), (4, -1)):
        await done(kept, update_id, later(minutes=minutes))
    await kept.answered([3], NOW)
    lately = await kept.unanswered(later(minutes=-10))
    assert [(one.update_id, one.payload) for one in lately] == [(2, b'{"update_id": 2}'), (4, b'{"update_id": 4}')]
    assert [one.update_id for one in await kept.unanswered(later(minutes=-60))] == [2, 4]


async def test_answering_reaches_only_what_was_done(kept: store.Store) -> None:
    """A payload that is still to be handled, or kept aside as poison, is not dropped."""
    await kept.receive([incoming(5)], NOW)
    await kept.answered([5], NOW)
    await kept.answered([], NOW)
    assert await waiting(kept) == [5]


async def test_answers_ride_along_with_the_next_batch(kept: store.Store) -> None:
    """What was answered is closed in the commit that takes the next updates in, or alone without any."""
    await kept.receive([incoming(5), incoming(6)], NOW)
    await done(kept, 5)
    await done(kept, 6)
    await kept.receive([incoming(7)], later(seconds=1), lambda tx: tx.answered([5], later(seconds=1)))
    assert [one.update_id for one in await kept.unanswered(NOW)] == [6]
    await kept.answered([6], later(seconds=2))
    assert await kept.unanswered(NOW) == []


async def test_a_day_ends_and_yesterdays_updates_open(kept: store.Store) -> None:
    """Each UTC day has its own key, and what came in before midnight is readable after it."""
    for update_id, hours in ((1, 0), (2, 1), (3, 20), (4, 44)):
        await kept.receive([incoming(update_id)], later(hours=hours))
    assert [one.payload for one in await kept.arrived(10)] == [b'{"update_id": %d}' % n for n in range(1, 5)]


async def test_a_key_of_the_day_that_was_rolled_back_is_not_used(kept: store.Store) -> None:
    """If the first batch of a day fails, the next one is not sealed with a key that nobody kept."""
    with contextlib.suppress(ZeroDivisionError):
        async with kept.begin() as tx:
            await tx.receive([incoming(1)], NOW)
            raise ZeroDivisionError
    await kept.receive([incoming(2)], NOW)
    assert await waiting(kept) == [2]


async def test_huge_ids_and_payloads_fit(kept: store.Store) -> None:
    """Ids of 52 bits and more, negative Telegram ids and a payload of 256 KiB come back."""
    big = ports.Incoming(update_id=2**53, telegram_id=-(2**52), payload=bytes(2**18))
    await kept.receive([big], NOW)
    [one] = await kept.arrived(10)
    assert (one.update_id, one.payload) == (2**53, big.payload)


async def test_five_hundred_in_one_batch(kept: store.Store) -> None:
    """A batch of any size lands as one."""
    await kept.receive([incoming(n) for n in range(500)], NOW)
    assert len(await kept.arrived(1000)) == 500


async def test_handling_touches_the_rest_of_the_transaction(kept: store.Store) -> None:
    """What was handled and what it changed land together."""
    await kept.receive([incoming(5)], NOW)
    async with kept.begin() as tx:
        await tx.claim(5)
        await making.people(tx, SAM)
        await tx.finish(5, NOW)
    async with kept.begin() as tx:
        assert await tx.person(SAM) == making.person(SAM)
    assert await waiting(kept) == []


async def test_an_answered_tap_is_known(kept: store.Store) -> None:
    """What was done and not answered in whole says whether its tap was, and when it arrived."""
    await kept.receive([incoming(5), incoming(6)], NOW)
    await done(kept, 5, later(seconds=1))
    await done(kept, 6, later(seconds=1))
    async with kept.begin() as tx:
        await tx.stopped([], later(seconds=2))
        await tx.stopped([6], later(seconds=2))
    lately = await kept.unanswered(NOW)
    assert [(one.update_id, one.received_at, one.stopped) for one in lately] == [(5, NOW, False), (6, NOW, True)]
