"""Plans anew after a clock that ran ahead: for everybody for whom something waits for a time that is not near."""

import datetime as dt
import functools

from bot.domain import model, righting, schedule, sharing
from bot.usecases import ports, posting, turns

BATCH = 100


async def right(store: ports.Performer, now: dt.datetime, parts: turns.Parts) -> bool:
    """Note the time; where a later one was noted before, plan anew for everybody, and say so."""
    ahead = await store.perform(lambda tx: tx.ran_ahead(now))
    last: int | None = 0 if ahead else None
    while last is not None:
        last = await store.perform(functools.partial(_batch, after=last, now=now, parts=parts))
    if ahead:
        await store.perform(lambda tx: tx.note_time(now))
    return ahead


async def _batch(tx: ports.Transaction, after: int, now: dt.datetime, parts: turns.Parts) -> int | None:
    """Plan anew for people after that id; return where to go on."""
    people = await tx.people_ahead(after, now, BATCH)
    for person in people:
        better = righting.righted(person, now)
        if better != person:
            await tx.save(better)
        await _announce(tx, person.id, now, parts)
    return people[-1].id if len(people) == BATCH else None


async def _announce(tx: ports.Transaction, reader_id: int, now: dt.datetime, parts: turns.Parts) -> None:
    """Plan the notices of this reader that wait for a time that is not near."""
    await posting.announce_anew(tx, reader_id, now, parts)
    reader = await tx.person(reader_id)
    for notice in await tx.open_notices(reader_id):
        waits = notice.sent_at is None and not sharing.is_of_the_day(notice)
        if reader is not None and waits and notice.due_at - now > schedule.DAY:
            await tx.cancel_outbox(kind=model.Kind.NOTICE, subject=notice.id)
            await posting.plan(tx, reader_id, notice.key, schedule.response_moment(reader, now), parts)
