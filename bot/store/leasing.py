"""Keeps leases, by the database's own clock: what a stopped process holds ends without it."""

import datetime as dt

import sqlalchemy as sa

from bot.store import session, tables
from bot.usecases import leasing

SECONDS = 10.0

_leases = tables.leases
_HERE = "process:"  # begins the name of the lease by which a process says that it is there
_FORMAT = "%Y-%m-%d %H:%M:%f"


class Leasing(session.Session):
    """The part of a transaction that knows leases."""

    async def take(self, name: str) -> leasing.Lease | None:
        """Take a lease that is free, or renew one's own, for ten seconds; None where another process holds it."""
        # Asked first without a lock: whoever only waits for a lease must not stand in its holder's way.
        taken = sa.select(_leases.c.name).where(_leases.c.name == name, self._is_others())
        if (await self._connection.execute(taken)).first():
            return None
        mine = _leases.c.holder == self._process
        insert = self._upsert(_leases).values(
            name=name, holder=self._process, fence=1, until=moment(self._connection.dialect, SECONDS)
        )
        renew = {
            "holder": self._process,
            "fence": sa.case((mine, _leases.c.fence), else_=_leases.c.fence + 1),
            "until": moment(self._connection.dialect, SECONDS),
        }
        upsert = insert.on_conflict_do_update(index_elements=["name"], set_=renew, where=~self._is_others())
        fence = (await self._connection.execute(upsert.returning(_leases.c.fence))).scalar_one_or_none()
        return None if fence is None else leasing.Lease(name, fence)

    async def hold(self, lease: leasing.Lease) -> None:
        """Let nobody take this lease before the transaction ends; raise Lost where somebody has."""
        if lease == leasing.alone(lease.name):
            return
        # SHARE: what is held at the same time for two transactions makes neither wait.
        mine = (_leases.c.name == lease.name, _leases.c.holder == self._process, _leases.c.fence == lease.fence)
        held = sa.select(_leases.c.name).where(*mine).with_for_update(read=True)
        if (await self._connection.execute(held)).first() is None:
            raise leasing.Lost(lease.name)

    async def be_here(self) -> None:
        """Say for the next ten seconds that this process is there, so that nobody takes over what it handles."""
        await self.take(f"{_HERE}{self._process}")

    async def give_up(self) -> None:
        """Let go of everything that this process holds: another one may take it at once."""
        now = moment(self._connection.dialect)
        mine = (_leases.c.holder == self._process, _leases.c.until > now)
        await self._connection.execute(sa.update(_leases).where(*mine).values(until=now))

    def _is_others(self) -> sa.ColumnElement[bool]:
        """Say whether another process holds a lease."""
        return sa.and_(_leases.c.holder != self._process, _leases.c.until > moment(self._connection.dialect))


def moment(dialect: sa.Dialect, ahead: float = 0.0) -> sa.ColumnElement[dt.datetime]:
    """Return the database's own time, some seconds ahead."""
    if dialect.name == "sqlite":
        return sa.func.strftime(_FORMAT, "now", f"+{ahead} seconds", type_=sa.DateTime())
    # Not now(): that stands still while a transaction waits for a lock.
    return sa.func.clock_timestamp(type_=sa.DateTime(timezone=True)) + dt.timedelta(seconds=ahead)


def is_here(dialect: sa.Dialect, process: sa.ColumnElement[int | None]) -> sa.ColumnElement[bool]:
    """Say whether a process is still there."""
    return sa.exists().where(_leases.c.holder == process, _leases.c.until > moment(dialect))


def outlived(before: dt.datetime) -> list[sa.ColumnElement[bool]]:
    """Return what holds for the traces of processes that are long gone; of other leases the fence must stay."""
    return [_leases.c.name.startswith(_HERE), _leases.c.until < before]
