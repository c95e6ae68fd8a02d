"""Erases what has outlived its purpose."""

import datetime as dt

import sqlalchemy as sa

from bot.domain import model
from bot.store import leasing, session, tables

# A random update id, as Telegram takes one after a week of silence, must not meet an old one.
INBOX = dt.timedelta(hours=72)
POISON = dt.timedelta(days=7)
INBOX_KEYS = dt.timedelta(days=8)
OUTBOX = dt.timedelta(days=30)
OUTBOX_DOUBTFUL = dt.timedelta(days=90)
MESSAGES = dt.timedelta(hours=48)  # beyond which a bot cannot delete
INVITES = dt.timedelta(days=30)
COOLDOWNS = dt.timedelta(days=1)  # none lasts longer, but one that was noted while the clock ran ahead
LEASES = dt.timedelta(days=1)

_DOUBTFUL = (model.OutboxState.UNKNOWN, model.OutboxState.FAILED)


class Purging(session.Session):
    """The part of a transaction that erases by age."""

    async def purge(self, now: dt.datetime) -> None:
        """Erase what is older than it may get."""
        for table, conditions in _outlived(now):
            await self._connection.execute(sa.delete(table).where(*conditions))


def _outlived(now: dt.datetime) -> list[tuple[sa.Table, list[sa.ColumnElement[bool]]]]:
    """Return each table with what holds for its rows that must go."""
    inbox, outbox, keys = tables.inbox, tables.outbox, tables.inbox_keys
    doubtful = outbox.c.state.in_(_DOUBTFUL)
    in_use = sa.exists().where(inbox.c.day == keys.c.day, inbox.c.payload.is_not(None))
    return [
        (inbox, [inbox.c.done_at < now - INBOX]),
        (inbox, [tables.POISON, inbox.c.received_at < now - POISON]),
        (keys, [keys.c.day < (now - INBOX_KEYS).astimezone(dt.UTC).date(), ~in_use]),
        (outbox, [tables.SETTLED, outbox.c.due_at < now - OUTBOX, ~doubtful]),
        (outbox, [tables.SETTLED, outbox.c.due_at < now - OUTBOX_DOUBTFUL]),
        (tables.messages, [tables.messages.c.at < now - MESSAGES]),
        (tables.invites, [tables.invites.c.expires_at < now - INVITES]),
        (tables.cooldowns, [tables.cooldowns.c.until < now]),
        (tables.cooldowns, [tables.cooldowns.c.until > now + COOLDOWNS]),
        (tables.leases, leasing.outlived(now - LEASES)),
    ]
