"""A process among others: when it is sure of what it holds, and what it lets go of after a time away."""

import copy
import datetime as dt
from collections.abc import Collection

import sqlalchemy as sa

from bot import clock, nursery, replicas
from bot.store import store, tables
from bot.usecases import leasing, ports
from tests.telegram import houses

EARLIER = houses.NOW.replace(year=2020)


class Work:
    """Updates whose replies are on their way."""

    def __init__(self, *known: int) -> None:
        self.known = set(known)
        self.recovered = 0

    async def recover(self) -> None:
        """Count."""
        self.recovered += 1

    async def attend(self) -> None:
        """Find nothing."""

    def unanswered(self) -> Collection[int]:
        """Return what is known."""
        return self.known

    def keep(self, ours: Collection[int]) -> None:
        """Know no more than these."""
        self.known &= set(ours)


def process(held: store.Store, hands: clock.ManualClock, number: int) -> replicas.Among:
    """Return one of several processes on a database."""
    mine = copy.copy(held)
    mine.process = number
    return replicas.Among(mine, hands)


async def expire(held: store.Store) -> None:
    """Let every lease end, as it does where its holder is stopped."""
    async with held.begin() as tx:
        await tx._connection.execute(sa.update(tables.leases).values(until=EARLIER))


async def test_who_is_alone_may_do_everything(held: store.Store) -> None:
    """A process beside which there can be no other takes up what was left, and holds every lease at once."""
    one, work = replicas.Alone(), Work()
    async with nursery.Nursery() as tasks:
        await one.join(tasks, work)
        await one.sure()
        assert (work.recovered, tasks.names()) == (1, ())
    assert one.lease(leasing.SENDER) == leasing.alone(leasing.SENDER)
    await one.leave()
    async with held.begin() as tx:
        assert (await tx._connection.execute(sa.select(tables.leases))).all() == []


async def test_one_holds_what_only_one_may(held: store.Store, hands: clock.ManualClock) -> None:
    """The first process that comes sends and ticks, the second one waits, and takes over when it leaves."""
    one, other = (process(held, hands, number) for number in (1, 2))
    assert one.lease(leasing.SENDER) is None
    for each in (one, other):
        await each._renew(Work())
    assert [one.lease(name) is None for name in (leasing.SENDER, leasing.TICKER)] == [False, False]
    assert [other.lease(name) is None for name in (leasing.SENDER, leasing.TICKER)] == [True, True]
    await one.leave()
    await other._renew(Work())
    assert (one.lease(leasing.SENDER), other.lease(leasing.SENDER) is None) == (None, False)


async def test_nobody_is_sure_for_longer_than_others_wait(held: store.Store, hands: clock.ManualClock) -> None:
    """A process that did not renew for eight seconds does nothing alone: in two more another one may."""
    one = process(held, hands, 1)
    await one._renew(Work())
    hands.advance(dt.timedelta(seconds=7.9))
    assert one.lease(leasing.SENDER) is not None
    hands.advance(dt.timedelta(seconds=0.2))
    assert one.lease(leasing.SENDER) is None
    await one._renew(Work())
    assert one.lease(leasing.SENDER) is not None


async def test_a_renewal_that_fails_renews_nothing(held: store.Store, hands: clock.ManualClock) -> None:
    """While leases cannot be renewed a process holds on to what it has as long as it may be sure, no longer."""
    one = process(held, hands, 1)
    await one._renew(Work())
    hands.advance(dt.timedelta(seconds=3))
    async with held.begin() as tx:
        await tx._connection.exec_driver_sql("ALTER TABLE leases RENAME TO elsewhere")
    await one._renew(Work())
    assert one.lease(leasing.SENDER) is not None
    hands.advance(dt.timedelta(seconds=6))
    assert one.lease(leasing.SENDER) is None


async def test_who_was_away_keeps_what_is_still_theirs(held: store.Store, hands: clock.ManualClock) -> None:
    """A process that comes back lets go of the replies that others took over, and of no others."""
    one, other = (process(held, hands, number) for number in (1, 2))
    for each in (one, other):
        await each._renew(Work())
    await held.receive([ports.Incoming(update_id=n, telegram_id=n, payload=b"{}") for n in (7, 8)], hands.now())
    for n in (7, 8):
        await one._store.perform(lambda tx, one=n: tx.finish(one, hands.now()))  # type: ignore[misc]
    await one._store.answered([8], hands.now())
    work = Work(7, 8)
    hands.advance(dt.timedelta(seconds=3))
    await one._renew(work)
    assert work.known == {7, 8}  # it was not away: nobody has to be asked
    await expire(held)
    await other._renew(Work())
    hands.advance(dt.timedelta(seconds=9))
    await one._renew(work)
    assert work.known == {7}
    await expire(held)
    await other._renew(Work())
    found = await other._store.adopt(houses.NOW - dt.timedelta(hours=1), houses.NOW, ())
    assert [row.update_id for row in found] == [7]
    hands.advance(dt.timedelta(seconds=9))
    await one._renew(work)
    assert work.known == set()
