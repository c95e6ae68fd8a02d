"""Warmths: one line a day that wants no reply, and how each person receives them."""

import dataclasses
import datetime as dt

from bot.domain import model, pairing, refusals, schedule, sharing, warmths, wording
from bot.usecases import posting, reflecting, reply, screens, turns, weighing

WRITE = "warmth"  # dialog: the next text is a warmth
WAYS = (model.Warmths.COME, model.Warmths.POST, model.Warmths.HOLD)


async def offer(turn: turns.Turn) -> reply.Reply:
    """Offer a few ready lines, and a way to write one."""
    if turn.me.agreed_at is None:
        raise refusals.AgreeFirst
    half = await _free(turn)
    return reply.of(reply.Say(_offered(turn, half, warmths.turn(turn.me, turn.now))))


async def more(turn: turns.Turn, first: int) -> reply.Reply:
    """Show other ready lines in the same message."""
    half = await _free(turn)
    return reply.of(weighing.in_place(turn, _offered(turn, half, first)))


async def _free(turn: turns.Turn) -> model.Half:
    """Return the half to send a warmth from; refuse where there is nobody, or today's has left."""
    half = await turn.tx.latest_half(turn.me.id)
    if half is None or not pairing.can_share(half):
        raise refusals.NoPartner
    if warmths.was_sent_today(turn.me, turn.now):
        raise refusals.OneWarmthADay
    return half


def _offered(turn: turns.Turn, half: model.Half, first: int) -> reply.Screen:
    """Return ready lines from the one numbered `first` on; a tap on one sends it."""
    page = warmths.page(turn.parts.catalogue.warmths(turn.me.locale), first)
    rows = (
        *((reply.Button(reply.Words(line), "warmth", option=i),) for i, line in page),
        (
            reply.Button(reply.text("button-others"), "more-warmths", option=page[-1][0] + 1),
            reply.Button(reply.text("button-own-words"), "own-warmth"),
        ),
        (reply.Button(reply.text("button-warmths"), "warmths"),),
    )
    return reply.screen(reply.text("warmths-offer", partner=half.partner), rows=rows)


async def send(turn: turns.Turn, option: int) -> reply.Reply:
    """Send one of the ready lines."""
    lines = turn.parts.catalogue.warmths(turn.me.locale)
    if not 0 <= option < len(lines):
        raise refusals.NothingOpen
    return await leave(turn, _warmth(turn, await _free(turn), lines[option]))


async def write(turn: turns.Turn) -> reply.Reply:
    """Invite a line of one's own."""
    await _free(turn)
    turn.change(dialog=WRITE)
    return reply.of(reply.Say(reply.screen(reply.text("warmths-write", limit=warmths.LIMIT))))


async def send_typed(turn: turns.Turn, _n: int, words: str) -> reply.Reply:
    """Send a typed line, after a second look; a longer one is kept as a draft, and its author told."""
    half = await _free(turn)
    if wording.units(words) > warmths.LIMIT:
        return await reflecting.draft(turn, words, reply.text("receiving-too-long", limit=warmths.LIMIT))
    turn.change(dialog=None)
    share = _warmth(turn, half, words)
    return await weighing.stop(turn, share, look=True) or await leave(turn, share)


def _warmth(turn: turns.Turn, half: model.Half, words: str) -> model.Share:
    """Return a warmth that has not left, in nobody's hands yet."""
    return model.Share(
        id=turn.parts.chance.id(),
        author_id=turn.me.id,
        pair_id=half.pair_id,
        n=turn.number(),
        kind=model.ShareKind.WARMTH,
        words=words,
        created_at=turn.now,
    )


async def leave(turn: turns.Turn, share: model.Share) -> reply.Reply:
    """Let a warmth leave in ten seconds, with an undo; this screen is the same whatever the reader chose."""
    half = await _free(turn)
    if half.pair_id != share.pair_id:
        raise refusals.NothingOpen
    turn.change(
        memory=dataclasses.replace(turn.me.memory, warmth_on=schedule.local_date(turn.me, turn.now)), dialog=None
    )
    wait = int(sharing.UNDO_RESPONSE.total_seconds()) if turn.parts.undo is None else turn.parts.undo
    leaving = dataclasses.replace(
        share,
        state=model.ShareState.COOLING,
        leaves_at=turn.now + dt.timedelta(seconds=wait),
        message_id=turn.message_id if turn.tapped else None,
    )
    await (turn.tx.save if share.state is model.ShareState.HELD else turn.tx.add)(leaving)
    if wait == 0:
        await posting.release(turn.tx, leaving, turn.now, turn.parts)
        return _shown(leaving, screens.posted(leaving, half.partner))
    row = (reply.Button(reply.text("button-undo"), "undo-warmth", leaving.n),)
    line = reply.text("receiving-reply-leaving", partner=half.partner)
    return _shown(leaving, reply.screen(line, reply.Words(leaving.words, quoted=True), rows=(row,)))


def _shown(share: model.Share, shown: reply.Screen) -> reply.Reply:
    """Return the author's screen, in the tapped message or in one that the share learns of."""
    if share.message_id is not None:
        return reply.of(reply.Edit(share.message_id, shown))
    return reply.of(reply.Say(shown, share_id=share.id))


async def undo(turn: turns.Turn, n: int) -> reply.Reply:
    """Stop a warmth before it leaves; the day's one is free again."""
    share = await turn.tx.share_numbered(turn.me.id, n)
    if share is None or share.kind is not model.ShareKind.WARMTH:
        raise refusals.NothingOpen
    if share.state is not model.ShareState.COOLING:
        raise refusals.AlreadyLeft
    await turn.tx.remove(share)
    turn.change(memory=dataclasses.replace(turn.me.memory, warmth_on=None))
    shown = reply.screen(reply.text("receiving-reply-undone"))
    return reply.of(reply.Edit(share.message_id, shown) if share.message_id else reply.Say(shown))


async def ways(turn: turns.Turn, option: int | None) -> reply.Reply:
    """Show how warmths may reach this person, or take one of the ways; what was held then comes with the post."""
    if option is not None:
        if not 0 <= option < len(WAYS):
            raise refusals.NothingOpen
        await receive_as(turn, WAYS[option])
    rows = tuple((_way(turn, i, way),) for i, way in enumerate(WAYS))
    return reply.of(weighing.in_place(turn, reply.screen(reply.text("warmths-ways"), rows=rows)))


def _way(turn: turns.Turn, option: int, way: model.Warmths) -> reply.Button:
    """Return the button of one way, marked where it is the present one."""
    mark = "-now" if turn.me.choices.warmths is way else ""
    return reply.Button(reply.text(f"button-warmths-{way}{mark}"), "warmths", option=option)


async def receive_as(turn: turns.Turn, way: model.Warmths) -> None:
    """Set how warmths reach this person; seen by nobody else."""
    turn.change(choices=dataclasses.replace(turn.me.choices, warmths=way))
    half = await turn.tx.living_half(turn.me.id)
    if way is model.Warmths.HOLD or half is None:
        return
    await turn.close()
    await posting.place_held(turn.tx, half, turn.now, turn.parts)
