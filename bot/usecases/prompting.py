"""The daily prompt: planning it, giving it, and leaving it alone."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from bot.domain import model, prompting, refusals, schedule
from bot.usecases import ports, reply, sources, turns


async def offer(slot: turns.Slot) -> model.Outbox | None:
    """Offer the day's prompt for the slot; None where today already has an ask."""
    ask = _ask(slot.me, slot.day, slot.now, slot.parts, pushed=True)
    return slot.row(model.Kind.ASK, ask.id) if await slot.tx.add(ask) else None


def _ask(person: model.Person, day: dt.date, now: dt.datetime, parts: turns.Parts, *, pushed: bool) -> model.Ask:
    """Return a new ask for this local date, numbered with the person's counter."""
    return model.Ask(
        id=parts.chance.id(),
        person_id=person.id,
        n=person.counter,
        local_date=day,
        planned_at=now,
        pushed=pushed,
        step=person.step,
    )


def _row(
    ask: model.Ask, parts: turns.Parts, key: str, due_at: dt.datetime, lapses_at: dt.datetime | None = None
) -> model.Outbox:
    """Return the outbox row that sends an ask; with a reply's priority where nothing was planned for later."""
    return model.Outbox(
        id=parts.chance.id(),
        key=key,
        person_id=ask.person_id,
        kind=model.Kind.ASK,
        policy=model.Policy.AT_MOST_ONCE,
        subject=ask.id,
        urgent=not ask.pushed or lapses_at is None,
        due_at=due_at,
        lapses_at=lapses_at,
    )


async def give(turn: turns.Turn) -> bool:
    """Make today's ask and send it right away; return False where today already has one."""
    turn.number()
    day = schedule.local_date(turn.me, turn.now)
    ask = _ask(turn.me, day, turn.now, turn.parts, pushed=False)
    if not await turn.tx.add(ask):
        return False
    await turn.tx.add(_row(ask, turn.parts, f"ask:{ask.id}", turn.now))
    turn.change(last_ask_at=turn.now)
    return True


async def today(turn: turns.Turn) -> reply.Reply:
    """Show today's prompt, or give one if none has come."""
    if turn.me.agreed_at is None:
        raise refusals.AgreeFirst
    ask = await turn.tx.ask_on(turn.me.id, schedule.local_date(turn.me, turn.now))
    if ask is None:
        await give(turn)
    elif ask.state is model.AskState.ANSWERED:
        raise refusals.DoneForToday
    else:
        await _again(turn, ask)
    return reply.Reply()


async def _again(turn: turns.Turn, ask: model.Ask) -> None:
    """Send an ask that is planned, let go, or already on the screen, once more on demand."""
    if ask.state is not model.AskState.SENT:
        ask = dataclasses.replace(ask, state=model.AskState.PLANNED, pushed=False)
        await turn.tx.save(ask)
    await turn.tx.add(_row(ask, turn.parts, f"again:{turn.update_id}", turn.now))
    turn.change(last_ask_at=turn.now)


async def uncover(turn: turns.Turn, n: int) -> reply.Reply:
    """Show the words of a prompt of which only a cover line was sent, in the same message."""
    ask = await open_ask(turn, n)
    row = _row(ask, turn.parts, f"uncover:{turn.update_id}", turn.now)
    await turn.tx.save(dataclasses.replace(ask, covered=False))
    await turn.tx.add(
        dataclasses.replace(row, policy=model.Policy.IDEMPOTENT, urgent=True, message_id=turn.message_id)
    )
    return reply.Reply()


async def open_ask(turn: turns.Turn, n: int) -> model.Ask:
    """Return this person's ask number n, still open; refuse where it closed."""
    ask = await turn.tx.ask_numbered(turn.me.id, n)
    if ask is None or not prompting.is_answerable(ask, turn.now):
        raise refusals.AskIsClosed
    return ask


async def partner_name(tx: ports.Transaction, person: model.Person) -> str | None:
    """Return what this person calls the partner; None where there is nobody to speak of."""
    half = await tx.latest_half(person.id)
    return half.partner if half and half.state is not model.HalfState.ENDED else None


async def question(turn: turns.Turn, ask: model.Ask) -> tuple[reply.Text | reply.Words, ...]:
    """Return the words of an ask in the size it was sent in."""
    name = await partner_name(turn.tx, turn.me)
    return asked(turn.parts.catalogue, turn.me.locale, ask, name)


def asked(
    catalogue: sources.Catalogue, locale: str, ask: model.Ask, partner: str | None
) -> tuple[reply.Text | reply.Words, ...]:
    """Return the question of an ask, with an invitation to say more where its step is larger than a tap."""
    words = catalogue.words(locale, ask.prompt_id or "")
    sizes = {model.Step.TAP: words.tap_ask, model.Step.OPEN: words.open_ask}
    parts: list[reply.Text | reply.Words] = [named(sizes.get(ask.step, words.line_ask), partner)]
    if ask.step is not model.Step.TAP:
        parts.append(reply.text(f"prompting-invite-{ask.step}"))
    return tuple(parts)


def named(words: str, partner: str | None) -> reply.Text | reply.Words:
    """Return a prompt's words with the partner's name, or a neutral one, where they leave room for it."""
    if "{partner}" not in words:
        return reply.Words(words)
    return reply.Words(words, partner=partner or "")


def options(ask: model.Ask, words: sources.Words) -> reply.Rows:
    """Return the tap answers, two in a row where they are short, and the way to leave it alone."""
    buttons = [reply.Button(reply.Words(label), "answer", ask.n, i) for i, label in enumerate(words.options)]
    rows = _rows(buttons, words.options)
    return (*rows, (reply.Button(reply.text("button-not-today"), "skip", ask.n),))


def _rows(buttons: Sequence[reply.Button], labels: Sequence[str]) -> list[tuple[reply.Button, ...]]:
    """Return the buttons in pairs where both labels of a pair fit side by side on a phone."""
    rows: list[tuple[reply.Button, ...]] = []
    at = 0
    while at < len(buttons):
        pair = at + 1 < len(buttons) and max(len(labels[at]), len(labels[at + 1])) <= SIDE_BY_SIDE
        rows.append(tuple(buttons[at : at + 2 if pair else at + 1]))
        at += 2 if pair else 1
    return rows


SIDE_BY_SIDE = 16  # characters that a half-width button shows whole on a narrow phone


async def chosen(tx: ports.Transaction, person: model.Person, ask: model.Ask, parts: turns.Parts) -> model.Ask:
    """Return the ask with its prompt, choosing one from the person's own history where none is chosen yet."""
    if ask.prompt_id is not None:
        return ask
    past = [prompting.Served(one.local_date, one.prompt_id) for one in await tx.asks(person.id) if one.prompt_id]
    day = prompting.Day(
        person=person, day=ask.local_date, past=past, prompts=parts.catalogue.prompts, plan=parts.plan
    )
    return dataclasses.replace(ask, prompt_id=day.choose())
