"""What may stand under an answer, or under what was left alone: one row at most, and never a push."""

from bot.domain import ladder, model, schedule
from bot.usecases import prompting, reply, turns

Beneath = tuple[tuple[reply.Text, ...], reply.Rows]
NOTHING: Beneath = ((), ())
EASES = ("button-easy", "button-okay", "button-a-lot")
A_LOT = len(EASES) - 1


async def beneath(turn: turns.Turn, kept: model.Reflection, ask: model.Ask) -> Beneath:
    """Return the one row more that may stand under an answer: an offer, or the question how that one was."""
    if turn.me.setup is not None:
        return NOTHING
    higher = await _higher(turn, ask)
    if higher is not None:
        prompting.folded(turn, ladder.Offered(ask.local_date))
        return (), ((_offer(turn.me, higher, kept),),)
    if not _asks_back(turn, ask):
        return NOTHING
    prompting.folded(turn, ladder.Eased(ask.local_date))
    row = tuple(reply.Button(reply.text(key), "ease", kept.n, option) for option, key in enumerate(EASES))
    return (reply.text("prompting-how"),), (row,)


async def _higher(turn: turns.Turn, ask: model.Ask) -> ladder.Size | None:
    """Return what may be offered now; nothing deeper in the days after a share."""
    higher = ladder.offer(turn.me, ask.local_date, turn.now, reachable(turn))
    if higher is None or higher.depth == turn.me.depth:
        return higher
    share = await turn.tx.latest_share(turn.me.id)
    fresh = share is not None and turn.now - share.created_at < ladder.HOLD_DEPTH
    return None if fresh else higher


def reachable(turn: turns.Turn) -> int:
    """Return how deep the present week goes for somebody whom nothing else holds back."""
    week = ladder.week_of(turn.me, schedule.local_date(turn.me, turn.now))
    return ladder.deepest(week, turn.parts.plan.arc(week).depth_max, ladder.PUSHED_DEPTH)


def _offer(person: model.Person, higher: ladder.Size, kept: model.Reflection) -> reply.Button:
    """Return the button that takes one more: it says what the next would be."""
    deeper = higher.depth > person.depth
    key = "button-deeper" if deeper else f"button-up-{higher.step}"
    return reply.Button(reply.text(key), "step-up", kept.n, int(deeper))


def _asks_back(turn: turns.Turn, ask: model.Ask) -> bool:
    """Say whether to ask how that one was: now and then, not in the first week, not while it is light anyway."""
    settled = ladder.week_of(turn.me, ask.local_date) > 1
    return settled and not ladder.is_light(turn.me, turn.now) and ladder.may_ease(turn.me.ladder, ask.local_date)


async def left_alone(turn: turns.Turn, ask: model.Ask) -> reply.Screen:
    """Return an ask that was left alone, with one small way to hear no more of its theme; a cover stays a cover."""
    if ask.covered:
        return reply.screen(reply.text("prompting-left-alone"))
    rows = ((reply.Button(reply.text("button-not-about-that"), "not-about", ask.n, 1),),)
    shown = await prompting.question(turn, ask)
    return reply.screen(*shown, rows=rows if turn.me.setup is None else ())
