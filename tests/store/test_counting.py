"""Counting: people who agreed and are there, and what waits for longer than it should."""

import datetime as dt

from bot.domain import model
from bot.store import store
from bot.usecases import counting, ports
from tests.store import making
from tests.store.making import NOW, PAIR, ROBIN, SAM, later


async def test_people_are_counted_who_agreed(kept: store.Store) -> None:
    """By pair, by language, and by whether a question went to them since then."""
    async with kept.begin() as tx:
        await tx.add_pair(PAIR, NOW)
        for number, fields in ((SAM, {"locale": "de"}), (ROBIN, {}), (3, {}), (4, {"agreed_at": None})):
            await tx.welcome(number, making.person(number, **{"agreed_at": NOW, **fields}))
        await tx.add(making.half(20, SAM))
        await tx.add(making.half(21, ROBIN, state=model.HalfState.LEFT, ended_at=NOW))
        await tx.add(making.ask(40, SAM, state=model.AskState.SENT, sent_at=NOW))
        await tx.add(making.ask(41, SAM, state=model.AskState.SENT, sent_at=NOW))
        await tx.add(making.ask(42, ROBIN, state=model.AskState.SENT, sent_at=later(days=-29)))
        found = await tx.people_counted(later(days=-28))
        assert found == counting.People(all=3, paired=1, asked=1, locales={"de": 1, "en": 2})
        assert [await tx.crowd(most) for most in (2, 9)] == [2, 3]


async def test_what_waits_is_counted(kept: store.Store) -> None:
    """Updates whose next try has come, and rows that were due by then and are still pending."""
    async with kept.begin() as tx:
        await making.people(tx)
        assert await tx.load(NOW, NOW) == counting.Load(oldest_at=None, overdue=0)
        for number, seconds in ((90, -60), (91, -61), (92, -59)):
            await tx.add(making.outbox(number, due_at=later(seconds=seconds)))
        await tx.add(making.outbox(93, due_at=later(days=-1), state=model.OutboxState.SENT))
    await kept.receive([_update(5), _update(6)], later(minutes=-3))
    await kept.failed(5, attempts=1, next_at=later(minutes=5))
    async with kept.begin() as tx:
        load = await tx.load(NOW, NOW - dt.timedelta(seconds=60))
        assert load == counting.Load(oldest_at=later(minutes=-3), overdue=2)


def _update(update_id: int) -> ports.Incoming:
    return ports.Incoming(update_id=update_id, telegram_id=1, payload=b"{}")
