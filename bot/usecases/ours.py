"""What has passed between the two and was not taken back: in order, without times, without states."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from bot.domain import looking_back, model, refusals, wording
from bot.usecases import deliveries, ports, reply, turns

BEFORE = "before:"  # a page that is one old exchange; what follows is a number that chooses it
LATEST = ""
UNSETTLED = (model.OutboxState.PENDING, model.OutboxState.SENDING)


async def show(turn: turns.Turn) -> reply.Reply:
    """Show the latest page in a new message; the one before it goes, so that a take-back has one to mend."""
    if turn.me.agreed_at is None:
        raise refusals.AgreeFirst
    coming = await turn.tx.outbox(turn.me.memory.ours_row or 0)
    if coming is not None and coming.message_id is None and coming.state in UNSETTLED:
        return reply.Reply()
    old = turn.me.memory.ours_in
    await _queue(turn, LATEST, None)
    return reply.of(reply.Delete((old,))) if old is not None else reply.Reply()


async def page(turn: turns.Turn, n: int) -> reply.Reply:
    """Turn to the page numbered `n` from 1, or to the latest, in the same message."""
    return await _turned(turn, f"{n - 1}" if n else LATEST)


async def one_from_before(turn: turns.Turn) -> reply.Reply:
    """Show one old exchange in the same message."""
    return await _turned(turn, f"{BEFORE}{turn.parts.chance.id()}")


async def _turned(turn: turns.Turn, place: str) -> reply.Reply:
    """Show a place in the tapped message, and let another one that shows it go."""
    old = turn.me.memory.ours_in
    await _queue(turn, place, turn.message_id)
    return reply.of(reply.Delete((old,))) if old is not None and old != turn.message_id else reply.Reply()


async def _queue(turn: turns.Turn, place: str, message_id: int | None) -> None:
    """Queue the showing of a place; words typed from now on are not taken for an answer to the last prompt."""
    row = _row(turn.me.id, message_id, turn.now, turn.parts)
    memory = dataclasses.replace(turn.me.memory, ours_in=message_id, ours_at=place, ours_row=row.id)
    turn.change(memory=memory)
    if turn.me.newest is not None:
        turn.change(newest="post:" + turn.me.newest.partition(":")[2])
    await turn.tx.add(row)


def _row(person_id: int, message_id: int | None, now: dt.datetime, parts: turns.Parts) -> model.Outbox:
    """Return the row that shows what has passed: anew at most once, in place as often as it takes."""
    return model.Outbox(
        id=parts.chance.id(),
        key=f"ours:{parts.chance.id()}",
        person_id=person_id,
        kind=model.Kind.OURS,
        policy=model.Policy.AT_MOST_ONCE if message_id is None else model.Policy.IDEMPOTENT,
        urgent=True,
        due_at=now,
        message_id=message_id,
    )


async def mend(tx: ports.Transaction, person_id: int, now: dt.datetime, parts: turns.Parts) -> None:
    """Let the message that shows what has passed, where there is one, show what is left of it."""
    person = await tx.person(person_id)
    if person is not None and person.memory.ours_in is not None:
        await tx.add(_row(person_id, person.memory.ours_in, now, parts))


async def deliver(sheet: deliveries.Sheet) -> deliveries.Delivery | None:
    """Show the place where the person is, with what is true of it now."""
    if sheet.row.message_id is not None and sheet.row.message_id != sheet.person.memory.ours_in:
        return await sheet.cancel()
    half = await sheet.tx.latest_half(sheet.person.id)
    found = await passed(sheet.tx, half) if half is not None else []
    shown = _screen(found, half, sheet.person.memory.ours_at) if half is not None and found else empty()
    return dataclasses.replace(sheet.delivery(shown, sheet.row.message_id), protect=True)


async def shown(tx: ports.Transaction, row: model.Outbox, message_id: int) -> None:
    """Remember the new message, so that a take-back can mend it."""
    person = await tx.person(row.person_id)
    if person is not None and person.memory.ours_in is None:
        await tx.save(dataclasses.replace(person, memory=dataclasses.replace(person.memory, ours_in=message_id)))


async def passed(tx: ports.Transaction, half: model.Half) -> list[looking_back.Exchange]:
    """Return what passed in this pair, and in those before it with the same two people."""
    pairs = await same_two(tx, half)
    shares = [one for one in await tx.shares_of(half.person_id) if one.pair_id in pairs]
    posts = [one for one in await tx.posts_of(half.person_id) if one.pair_id in pairs]
    return looking_back.exchanges(shares, posts)


async def same_two(tx: ports.Transaction, half: model.Half) -> set[int]:
    """Return the pairs of the same two: who stayed after a quiet leaving knows of one only."""
    theirs = await tx.other_half(half)
    pairs = {half.pair_id}
    for one in await tx.halves(half.person_id):
        other = await tx.other_half(one)
        if theirs is not None and other is not None:
            same = other.person_id == theirs.person_id
        else:  # of who was forgotten only the name is left that this person saw
            same = theirs is other is None and one.name == half.name
        if same:
            pairs.add(one.pair_id)
    return pairs


def empty() -> reply.Screen:
    """Return what stands where nothing has passed, for whatever reason: the same bytes for all."""
    return reply.screen(reply.text("looking-back-ours-empty"), rows=(_for_me(),))


def _for_me() -> tuple[reply.Button, ...]:
    """Return the row that leads to something for oneself."""
    return (reply.Button(reply.text("button-for-me"), "for-me"),)


def _screen(found: Sequence[looking_back.Exchange], half: model.Half, place: str) -> reply.Screen:
    """Return a page of exchanges, or one from before."""
    pages = looking_back.packed([_size(one) for one in found])
    hide = (reply.Button(reply.text("button-hide"), "hide"),)
    if place.startswith(BEFORE):
        old = found[: pages[-1].start] or found
        chosen = old[int(place.removeprefix(BEFORE)) % len(old)]
        back = (reply.Button(reply.text("button-back"), "ours", 0),)
        return reply.screen(
            reply.text("looking-back-before"), *_lines(chosen, half.partner), rows=(_before(), back, hide)
        )
    number = min(int(place or len(pages)), len(pages) - 1)
    parts = [line for at in pages[number] for line in _lines(found[at], half.partner)]
    rows = [*_turning(number, len(pages)), *([_before()] if len(found) > 1 else []), _for_me(), hide]
    return reply.screen(reply.text("looking-back-ours"), *parts, rows=tuple(rows))


def _before() -> tuple[reply.Button, ...]:
    """Return the row that shows one old exchange."""
    return (reply.Button(reply.text("button-before"), "ours-before"),)


def _turning(number: int, count: int) -> list[tuple[reply.Button, ...]]:
    """Return the row that turns pages; the numbers on its buttons count from 1."""
    turning: list[reply.Button] = []
    if number > 0:
        turning.append(reply.Button(reply.text("button-older"), "ours", number))
    if number + 1 < count:
        turning.append(reply.Button(reply.text("button-newer"), "ours", number + 2))
    return [tuple(turning)] if turning else []


def _size(one: looking_back.Exchange) -> int:
    """Return how much room an exchange takes, in UTF-16 units."""
    return sum(wording.units(part.words or "") for part in (one.first, *one.back))


def _lines(one: looking_back.Exchange, partner: str) -> list[reply.Text | reply.Words]:
    """Return an exchange: who said what, and what came back."""
    return [line for part in (one.first, *one.back) for line in _line(part, partner)]


def _line(one: model.Share | model.Post, partner: str) -> list[reply.Text | reply.Words]:
    """Return one thing that was said, in either direction."""
    mine = isinstance(one, model.Share)
    said = reply.text("looking-back-you") if mine else reply.text("looking-back-partner", partner=partner)
    kind = [] if one.media is model.Media.TEXT else [reply.text(f"looking-back-{one.media}")]
    return [said, *kind, *([reply.Words(one.words, quoted=True)] if one.words else [])]
