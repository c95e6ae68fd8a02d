"""What a breather does to the other and to the words between the two: told at once, held, freed, closed."""

import dataclasses
import datetime as dt

from bot.domain import breathers, model, pairing
from bot.usecases import deliveries, pauses, ports, reply, turns

BATCH = 100
OWN_LINES = ("breathers-mine", "breathers-asked")
PLAIN_LINES = ("breathers-below", "breathers-closed-mine")  # of the caller's own message, true whatever came later
FRESH = dt.timedelta(hours=3)  # later than that a line about a breather is about the past


async def act_due(tx: ports.Transaction, now: dt.datetime, parts: turns.Parts) -> int:
    """Tell of breathers that can no longer be undone, ask at their time, close the rest; return how many."""
    called = await tx.called_breathers(now, BATCH)
    for one in called:
        await tell(tx, one, now, parts)
    due = await tx.due_breathers(now, BATCH)
    for one in due:
        await (_close if now >= breathers.closes_at(one) else _ask)(tx, one, now, parts)
    return max(len(called), len(due))


async def tell(tx: ports.Transaction, breather: model.Breather, now: dt.datetime, parts: turns.Parts) -> None:
    """Tell the other at once, whatever the hour, where both live in the pair; to the caller it looks the same."""
    if now >= breathers.closes_at(breather):  # the machine was away all the while
        return await _close(tx, breather, now, parts)
    breather = dataclasses.replace(breather, state=model.BreatherState.RUNNING)
    await tx.save(breather)
    other = await reached(tx, breather)
    caller = await tx.person(breather.person_id)
    if caller is not None:
        await tx.save(breathers.called(caller, breather, now))
    await show_caller(tx, breather, now, parts)
    if other is not None:  # the last line is theirs from now on, whatever becomes of the caller
        await tx.save(breathers.told(other, breather, now))
        await tx.add(_line(other.id, "breathers-told", breather.id, now, parts))
        await tx.add(_line(other.id, "breathers-closed", breather.id, breathers.closes_at(breather), parts))
    return None


async def reached(tx: ports.Transaction, breather: model.Breather) -> model.Person | None:
    """Return the other, locked with the caller, where both live in the pair; None where nobody can be told."""
    mine = await tx.half(breather.person_id, breather.pair_id)
    theirs = await tx.other_half(mine) if mine is not None else None
    if theirs is None or not pairing.reaches(mine, theirs):
        return None
    await tx.lock(breather.person_id, theirs.person_id)
    return await tx.person(theirs.person_id)


async def waiting(tx: ports.Transaction, breather: model.Breather) -> model.Person | None:
    """Return the other, where they were told of this breather and both still live in the pair."""
    other = await reached(tx, breather)
    return other if other is not None and other.memory.waits_for == breather.id else None


async def show_caller(
    tx: ports.Transaction, breather: model.Breather, now: dt.datetime, parts: turns.Parts
) -> None:
    """Let the caller's own message show what is true now."""
    await _mend_caller(tx, breather, "breathers-mine", now, parts)


async def _mend_caller(
    tx: ports.Transaction, breather: model.Breather, key: str, now: dt.datetime, parts: turns.Parts
) -> None:
    """Queue an edit of the caller's own message, where there is one."""
    if breather.message_id is not None:
        edit = _row(breather.person_id, key, breather.id, now, parts)
        await tx.add(dataclasses.replace(edit, policy=model.Policy.IDEMPOTENT, message_id=breather.message_id))


async def show_anew(tx: ports.Transaction, breather: model.Breather, now: dt.datetime, parts: turns.Parts) -> None:
    """Let a new message of the caller's chat show the breather."""
    await tx.add(_row(breather.person_id, "breathers-mine", breather.id, now, parts))


async def shown(tx: ports.Transaction, row: model.Outbox, message_id: int) -> None:
    """Remember the new message that shows a breather to its caller; the same row then mends the older one."""
    breather = await tx.breather(row.subject or 0) if row.text in OWN_LINES else None
    if breather is None:
        return
    await tx.save(dataclasses.replace(breather, message_id=message_id))
    older = breather.message_id
    if older is not None and older != message_id:
        below = dataclasses.replace(row, text="breathers-below", message_id=older, attempts=0)
        pending, policy = model.OutboxState.PENDING, model.Policy.IDEMPOTENT
        await tx.save(dataclasses.replace(below, state=pending, policy=policy))


async def _ask(tx: ports.Transaction, breather: model.Breather, now: dt.datetime, parts: turns.Parts) -> None:
    """Ask the caller, in private, at the time they chose: it beats their quiet hours."""
    await tx.save(dataclasses.replace(breather, state=model.BreatherState.ASKED))
    await tx.add(_line(breather.person_id, "breathers-asked", breather.id, now, parts))


async def _close(tx: ports.Transaction, breather: model.Breather, now: dt.datetime, parts: turns.Parts) -> None:
    """End a breather that nobody came back from; what the other reads of it was queued when they were told."""
    await tx.remove(breather)
    caller = await tx.person(breather.person_id)
    if caller is not None:
        await tx.save(breathers.over(caller, now))
    await _mend_caller(tx, breather, "breathers-closed-mine", now, parts)


async def end(tx: ports.Transaction, breather: model.Breather, now: dt.datetime, parts: turns.Parts) -> None:
    """Tell the other that the caller is back, with a soft first line, and let their held words go."""
    other = await waiting(tx, breather)
    if other is None:
        return
    await tx.cancel_outbox(kind=model.Kind.LINE, subject=breather.id)
    freed = breathers.moved(other, None, now)
    await tx.save(freed)
    await _move_held(tx, other, freed, breather.pair_id, now)
    first = other.memory.waits_n % breathers.FIRST_LINES
    await tx.add(_line(other.id, f"breathers-back-{first}", breather.pair_id, now, parts))


async def put_off(tx: ports.Transaction, breather: model.Breather, now: dt.datetime, parts: turns.Parts) -> None:
    """Tell the other that it takes longer; what is held for the caller stays held until then."""
    other = await waiting(tx, breather)
    if other is None:
        return
    await tx.cancel_outbox(kind=model.Kind.LINE, subject=breather.id)
    later = breathers.moved(other, breathers.closes_at(breather), now)
    await tx.save(later)
    await _move_held(tx, other, later, breather.pair_id, now)
    await tx.add(_line(other.id, "breathers-moved", breather.id, now, parts))
    await tx.add(_line(other.id, "breathers-closed", breather.id, breathers.closes_at(breather), parts))


async def add_line(tx: ports.Transaction, breather: model.Breather, now: dt.datetime, parts: turns.Parts) -> None:
    """Let the other read the line that the caller added after they were told."""
    other = await waiting(tx, breather)
    if other is None:
        return
    memory = dataclasses.replace(other.memory, waits_line=breather.line)
    await tx.save(dataclasses.replace(other, memory=memory))
    await tx.add(_line(other.id, "breathers-added", breather.id, now, parts))


async def let_go(tx: ports.Transaction, person: model.Person) -> model.Person:
    """Drop this person's own breather, and all they know of the partner's: that pair is over."""
    own = await tx.breather_of(person.id)
    if own is not None:
        await tx.remove(own)
    return breathers.let_go(person)


async def carry_over(tx: ports.Transaction, person_id: int, pair_id: int) -> None:
    """Take a breather along into a renewed pair: to its caller nothing ended."""
    own = await tx.breather_of(person_id)
    if own is not None:
        await tx.save(dataclasses.replace(own, pair_id=pair_id))


async def hold(tx: ports.Transaction, share: model.Share, now: dt.datetime, parts: turns.Parts) -> bool:
    """Keep words back that are for somebody on a breather; they can be undone until they leave."""
    author = await tx.person(share.author_id)
    if author is None or not breathers.holds(author, now):
        return False
    leaves_at = breathers.words_leave_at(author)
    await tx.save(dataclasses.replace(share, state=model.ShareState.COOLING, leaves_at=leaves_at))
    if share.kind is not model.ShareKind.ACKNOWLEDGEMENT and share.message_id is not None:
        row = dataclasses.replace(
            _row(author.id, "", share.id, now, parts),
            kind=model.Kind.POSTED,
            policy=model.Policy.IDEMPOTENT,
            text=None,
            message_id=share.message_id,
        )
        await tx.add(row)
    return True


async def _move_held(
    tx: ports.Transaction, before: model.Person, after: model.Person, pair_id: int, now: dt.datetime
) -> None:
    """Let an author's words that are held leave at another moment; those still cooling off keep their time."""
    for share in await tx.undelivered_shares(before.id, pair_id):
        if share.state is model.ShareState.COOLING and share.leaves_at == breathers.words_leave_at(before):
            await tx.save(dataclasses.replace(share, leaves_at=breathers.words_leave_at(after) or now))


def _line(reader_id: int, key: str, subject: int, due_at: dt.datetime, parts: turns.Parts) -> model.Outbox:
    """Return the row of one line about a breather; late it is about the past, and left out."""
    return dataclasses.replace(_row(reader_id, key, subject, due_at, parts), lapses_at=due_at + FRESH)


def _row(person_id: int, key: str, subject: int, due_at: dt.datetime, parts: turns.Parts) -> model.Outbox:
    """Return a row of the outbox about a breather."""
    id_ = parts.chance.id()
    return model.Outbox(
        id=id_,
        key=f"breather:{id_}",
        person_id=person_id,
        kind=model.Kind.LINE,
        policy=model.Policy.AT_LEAST_ONCE,
        subject=subject,
        text=key,
        urgent=True,
        due_at=due_at,
    )


async def deliver_line(sheet: deliveries.Sheet) -> deliveries.Delivery | None:
    """Send or change a line about a breather, if it is still true."""
    lapsed = sheet.row.lapses_at is not None and sheet.now >= sheet.row.lapses_at
    screen = None if lapsed else await _screen(sheet)
    if screen is None:
        return await sheet.cancel()
    delivery = sheet.delivery(screen, sheet.row.message_id)
    asked = sheet.row.text == "breathers-asked"
    return delivery if asked else dataclasses.replace(delivery, silent=True)


async def _screen(sheet: deliveries.Sheet) -> reply.Screen | None:
    """Return what a row shows: to the caller from their breather, to the other from what they know themselves."""
    key = sheet.row.text or ""
    if key in PLAIN_LINES:
        return reply.screen(reply.text(key))
    if key in OWN_LINES:
        return await _mine(sheet)
    half = await sheet.tx.living_half(sheet.person.id)
    if half is None:
        return None
    if key.startswith("breathers-back-"):
        theirs = half.pair_id == sheet.row.subject
        return pauses.back(half.partner, key.rpartition("-")[2]) if theirs else None
    return _known(sheet, key, half.partner)


async def _mine(sheet: deliveries.Sheet) -> reply.Screen | None:
    """Return the caller's screen, while their breather lasts."""
    breather = await sheet.tx.breather(sheet.row.subject or 0)
    half = await sheet.tx.half(sheet.person.id, breather.pair_id) if breather else None
    if breather is None or half is None or not pairing.can_share(half):
        return None
    asks = sheet.row.text == "breathers-asked"
    if asks and breather.state is not model.BreatherState.ASKED:
        return None
    return pauses.mine(breather, sheet.person, half.partner, sheet.now)


def _known(sheet: deliveries.Sheet, key: str, partner: str) -> reply.Screen | None:
    """Return a line about a breather that its reader knows of; None where its time has passed."""
    memory = sheet.person.memory
    if memory.waits_for != sheet.row.subject or memory.waits_until is None:
        return None
    if key == "breathers-closed":
        return pauses.closed(partner)
    if sheet.now >= memory.waits_until - breathers.GRACE:
        return None
    screens = {
        "breathers-told": lambda: pauses.told(sheet.person, partner, sheet.now),
        "breathers-added": lambda: pauses.added(sheet.person, partner),
        "breathers-moved": lambda: pauses.moved(sheet.person, partner, sheet.now),
    }
    return screens[key]()
