"""A breather from this talk: called with a time to be back, made longer once, come back from, answered."""

import dataclasses
import datetime as dt

from bot.domain import breathers, model, pairing, refusals, wording
from bot.usecases import breathing, pauses, posting, reflecting, reply, turns

DIALOG = "breather"  # the next text is a time of tomorrow, for a new breather (0) or the one numbered n


async def open_(turn: turns.Turn) -> reply.Reply:
    """Offer the lengths, or show the breather that is on."""
    half = await _half(turn)
    own = await turn.tx.breather_of(turn.me.id)
    if own is not None:
        return reply.of(reply.Say(pauses.mine(own, turn.me, half.partner, turn.now)))
    if not breathers.lengths(turn.me, None, turn.now):
        return _mornings(turn, None)
    return reply.of(reply.Say(pauses.lengths(turn.me, None, turn.now, half.partner)))


async def _half(turn: turns.Turn) -> model.Half:
    """Return the half whose talk can rest: living, or left quietly, which looks the same."""
    half = await turn.tx.latest_half(turn.me.id)
    if half is None or not pairing.can_share(half):
        raise refusals.NoTalkHere
    return half


def _mornings(turn: turns.Turn, breather: model.Breather | None) -> reply.Reply:
    """Offer times of tomorrow; the next text may be one, too."""
    turn.change(dialog=f"{DIALOG}:{breather.n if breather else 0}")
    return _in_place(turn, pauses.mornings(turn.me, breather, turn.now))


async def call(turn: turns.Turn, option: int | None) -> reply.Reply:
    """Call a breather of one of the lengths; without one, offer them."""
    if option is None:
        return await open_(turn)
    if not 0 <= option < len(breathers.LENGTHS):
        raise refusals.NothingOpen
    if breathers.LENGTHS[option] not in breathers.lengths(turn.me, None, turn.now):
        raise refusals.OnlyTomorrow
    return await _called(turn, turn.now + breathers.LENGTHS[option])


async def call_day(turn: turns.Turn, minutes: int | None) -> reply.Reply:
    """Call a breather until a time of tomorrow; without one, offer some."""
    await _half(turn)
    if minutes is None:
        return _mornings(turn, None)
    return await _called(turn, _moment(turn, None, _wall(minutes)))


def _wall(minutes: int) -> dt.time:
    """Return the wall time that a button names by its minutes after midnight."""
    if not 0 <= minutes < 24 * 60:
        raise refusals.NothingOpen
    return dt.time(minutes // 60, minutes % 60)


def _moment(turn: turns.Turn, breather: model.Breather | None, wall: dt.time) -> dt.datetime:
    """Return the moment of a time of tomorrow; refuse where it is too far off."""
    moment = breathers.tomorrow_at(turn.me, breather, turn.now, wall)
    if moment is None:
        raise refusals.TooFarOff
    return moment


async def _called(turn: turns.Turn, until: dt.datetime) -> reply.Reply:
    """Write a breather down; it is told of when the moment to think again has passed."""
    half = await _half(turn)
    turn.change(dialog=None)
    own = await turn.tx.breather_of(turn.me.id)
    if own is not None:  # a double tap calls one breather
        return _in_place(turn, pauses.mine(own, turn.me, half.partner, turn.now))
    wait = breathers.UNDO if turn.parts.undo is None else dt.timedelta(seconds=turn.parts.undo)
    own = model.Breather(
        id=turn.parts.chance.id(),
        person_id=turn.me.id,
        pair_id=half.pair_id,
        n=turn.number(),
        called_at=turn.now,
        leaves_at=turn.now + wait,
        until=until,
        message_id=turn.message_id if turn.tapped else None,
    )
    await turn.tx.add(own)
    if not wait:
        await _told_at_once(turn, own)
        own = dataclasses.replace(own, state=model.BreatherState.RUNNING)
    return await _shown(turn, own)


async def _told_at_once(turn: turns.Turn, own: model.Breather) -> None:
    """Tell of a breather for which there is no moment to think again."""
    await turn.close()
    await breathing.tell(turn.tx, own, turn.now, turn.parts)
    turn.me = await turn.tx.person(turn.me.id) or turn.me


async def undo(turn: turns.Turn, n: int) -> reply.Reply:
    """Undo a breather that nobody was told of."""
    own = await _own(turn, n)
    if own.state is not model.BreatherState.CALLED:
        raise refusals.BreatherWasTold
    await turn.tx.remove(own)
    return _in_place(turn, reply.screen(reply.text("breathers-undone")))


async def undo_called(turn: turns.Turn) -> reply.Reply | None:
    """Undo in words the breather that nobody was told of; None where there is none."""
    own = await turn.tx.breather_of(turn.me.id)
    if own is None or own.state is not model.BreatherState.CALLED:
        return None
    await turn.tx.remove(own)
    shown = reply.screen(reply.text("breathers-undone"))
    before = (reply.Edit(own.message_id, shown),) if own.message_id else ()
    return reply.of(*before, reply.Say(shown))


async def _own(turn: turns.Turn, n: int) -> model.Breather:
    """Return this person's breather number n; refuse where it is over."""
    own = await turn.tx.breather_of(turn.me.id)
    if own is None or own.n != n:
        raise refusals.BreatherIsOver
    return own


async def line(turn: turns.Turn, n: int, option: int) -> reply.Reply:
    """Let one of the ready lines go along, or follow."""
    own = await _own(turn, n)
    if not 0 <= option < len(breathers.LINES):
        raise refusals.NothingOpen
    if own.line is None:
        own = dataclasses.replace(own, line=breathers.LINES[option])
        await turn.tx.save(own)
        if own.state is not model.BreatherState.CALLED:
            await breathing.add_line(turn.tx, own, turn.now, turn.parts)
    return await _shown(turn, own)


async def helps(turn: turns.Turn, n: int, option: int) -> reply.Reply:
    """Show what may help meanwhile (1), or the breather again (0)."""
    own = await _own(turn, n)
    return _in_place(turn, pauses.helps(own)) if option == 1 else await _shown(turn, own)


async def _shown(turn: turns.Turn, own: model.Breather) -> reply.Reply:
    """Return the caller's own screen in the tapped message, which shows the breather from now on."""
    half = await _half(turn)
    if not turn.tapped:  # after typed words: only the sender learns which message shows it
        await breathing.show_anew(turn.tx, own, turn.now, turn.parts)
        return reply.Reply()
    if turn.message_id is not None and turn.message_id != own.message_id:
        own = dataclasses.replace(own, message_id=turn.message_id)
        await turn.tx.save(own)
    return _in_place(turn, pauses.mine(own, turn.me, half.partner, turn.now))


async def back(turn: turns.Turn, n: int) -> reply.Reply:
    """Come back: the other reads it at once, both get a soft first line, and what was held goes by the post."""
    own = await _own(turn, n)
    if own.state is model.BreatherState.CALLED:
        return await undo(turn, n)
    half = await _half(turn)
    await breathing.end(turn.tx, own, turn.now, turn.parts)
    await turn.tx.remove(own)
    turn.become(breathers.over(turn.me, turn.now))
    await turn.close()
    await posting.announce_anew(turn.tx, turn.me.id, turn.now, turn.parts)
    await posting.announce_responses(turn.tx, turn.me.id, turn.now, turn.parts)
    first = reply.text(f"breathers-first-{own.n % breathers.FIRST_LINES}")
    return _in_place(turn, reply.screen(reply.text("breathers-welcome", partner=half.partner), first))


async def longer(turn: turns.Turn, n: int, option: int | None) -> reply.Reply:
    """Make a breather a bit longer, once; without a length, offer them."""
    own = await _extendable(turn, n)
    fitting = breathers.lengths(turn.me, own, turn.now)
    if option is None and fitting:
        half = await _half(turn)
        return _in_place(turn, pauses.lengths(turn.me, own, turn.now, half.partner))
    if option is None:
        return _mornings(turn, own)
    if not 0 <= option < len(breathers.LENGTHS):
        raise refusals.NothingOpen
    if breathers.LENGTHS[option] not in fitting:
        raise refusals.OnlyTomorrow
    return await _extended(turn, own, turn.now + breathers.LENGTHS[option])


async def till(turn: turns.Turn, n: int, minutes: int | None) -> reply.Reply:
    """Make a breather last until a time of tomorrow; without one, offer some."""
    own = await _extendable(turn, n)
    if minutes is None:
        return _mornings(turn, own)
    return await _extended(turn, own, _moment(turn, own, _wall(minutes)))


async def _extendable(turn: turns.Turn, n: int) -> model.Breather:
    """Return this person's breather number n, where it can still be made longer."""
    own = await _own(turn, n)
    if not breathers.may_extend(own):
        raise refusals.LongerOnce
    return own


async def _extended(turn: turns.Turn, own: model.Breather, until: dt.datetime) -> reply.Reply:
    """Write the later time down, and tell the other."""
    turn.change(dialog=None)
    own = dataclasses.replace(own, state=model.BreatherState.RUNNING, until=until, extended=True)
    await turn.tx.save(own)
    await breathing.put_off(turn.tx, own, turn.now, turn.parts)
    turn.become(breathers.called(turn.me, own, turn.now))
    return await _shown(turn, own)


async def typed(turn: turns.Turn, n: int, words: str) -> reply.Reply:
    """Take typed words as the time of tomorrow to be back; what names none is kept, and the place stays open."""
    wall = wording.time_of_day(words)
    if wall is None:
        return await reflecting.draft(turn, words, reply.text("breathers-no-time"))
    if n == 0:
        return await _called(turn, _moment(turn, None, wall))
    own = await _extendable(turn, n)
    return await _extended(turn, own, _moment(turn, own, wall))


async def answer(turn: turns.Turn, n: int, option: int) -> reply.Reply:
    """Answer the partner's breather with a tap; it comes to stand on the caller's own screen, in silence."""
    memory = turn.me.memory
    if n != memory.waits_n or not breathers.holds(turn.me, turn.now):
        raise refusals.BreatherIsOver
    half = await turn.tx.living_half(turn.me.id)
    if half is None or not 0 <= option < len(breathers.ANSWERS):
        raise refusals.NothingOpen
    own = await turn.tx.breather(memory.waits_for or 0)
    theirs = await turn.tx.other_half(half)
    if own is not None and pairing.reaches(half, theirs):
        own = dataclasses.replace(own, answer=breathers.ANSWERS[option])
        await turn.tx.save(own)
        await breathing.show_caller(turn.tx, own, turn.now, turn.parts)
    return _in_place(turn, pauses.told(turn.me, half.partner, turn.now, option))


def _in_place(turn: turns.Turn, shown: reply.Screen) -> reply.Reply:
    """Return the screen in the tapped message, or as a new one."""
    return reply.of(reply.Edit(turn.message_id, shown) if turn.tapped and turn.message_id else reply.Say(shown))
