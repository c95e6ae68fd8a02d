"""Rest and return: no prompts for a while, without a word to anybody."""

import datetime as dt

from bot.domain import refusals, schedule
from bot.usecases import ports, posting, reply, turns

RESTS = (dt.timedelta(days=1), dt.timedelta(days=7), None)  # None: until the person says so
REST_KEYS = ("button-rest-day", "button-rest-week", "button-rest-open")
EVERY_DAY = frozenset(range(7))
BATCH = 100


async def pause(turn: turns.Turn) -> reply.Reply:
    """Offer a rest from prompts."""
    if turn.me.agreed_at is None:
        raise refusals.AgreeFirst
    rows = tuple((reply.Button(reply.text(key), "rest", option=i),) for i, key in enumerate(REST_KEYS))
    return reply.of(reply.Say(reply.screen(reply.text("preferences-rest"), rows=rows)))


async def rest(turn: turns.Turn, option: int) -> reply.Reply:
    """Rest: no prompt comes, and the post is held."""
    if not 0 <= option < len(RESTS):
        raise refusals.NothingOpen
    if turn.me.agreed_at is None:
        raise refusals.AgreeFirst
    length = RESTS[option]
    turn.change(resting=True, rest_until=turn.now + length if length is not None else None)
    turn.change(next_ask_at=schedule.next_ask(turn.me, turn.now))
    shown = reply.screen(reply.text("preferences-resting"))
    return reply.of(reply.Edit(turn.message_id, shown) if turn.message_id else reply.Say(shown))


async def resume(turn: turns.Turn) -> reply.Reply:
    """End a rest: prompts come again, and what was held comes as one notice."""
    if turn.me.agreed_at is None:
        raise refusals.AgreeFirst
    turn.change(resting=False, rest_until=None, days=turn.me.days or EVERY_DAY)
    turn.change(next_ask_at=schedule.next_ask(turn.me, turn.now))
    await turn.close()
    await posting.announce_anew(turn.tx, turn.me.id, turn.now, turn.parts)
    return reply.of(reply.Say(reply.screen(reply.text("preferences-resumed"))))


async def end_rests(tx: ports.Transaction, now: dt.datetime, parts: turns.Parts) -> int:
    """End the rests whose time is over; return how many."""
    people = await tx.rested_people(now, BATCH)
    for person in people:
        turn = turns.Turn(tx=tx, me=person, now=now, parts=parts)
        turn.change(resting=False, rest_until=None)
        turn.change(next_ask_at=turn.me.next_ask_at or schedule.next_ask(turn.me, now))
        await turn.close()
        await posting.announce(tx, person.id, now, parts)
    return len(people)


async def gone(turn: turns.Turn) -> reply.Reply:
    """Stop a person's schedule when they block the bot; the partner learns nothing."""
    turn.change(blocked=True, next_ask_at=None)
    await turn.tx.hold_outbox(turn.me.id)
    return reply.Reply()


async def returned(turn: turns.Turn) -> reply.Reply:
    """Begin again for a person who let the bot back in, without a word."""
    await back(turn)
    return reply.Reply()


async def back(turn: turns.Turn) -> None:
    """Begin again after a block: one notice, tomorrow's prompt, never a word about the absence."""
    if not turn.me.blocked:
        return
    turn.change(blocked=False)
    turn.change(next_ask_at=schedule.next_ask(turn.me, _tomorrow(turn)))
    await turn.close()
    await turn.tx.free_outbox(turn.me.id, turn.now)
    await posting.announce(turn.tx, turn.me.id, turn.now, turn.parts)


def _tomorrow(turn: turns.Turn) -> dt.datetime:
    """Return the last moment of the person's local day."""
    day = schedule.local_date(turn.me, turn.now) + schedule.DAY
    return (schedule.instant(schedule.zone_of(turn.me), day, dt.time()) or turn.now) - dt.timedelta(seconds=1)
