"""The daily prompt: planning it, giving it, and leaving it alone."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from bot.domain import ladder, mirrors, model, pairing, prompting, refusals, schedule
from bot.usecases import ports, reply, sources, turns


async def offer(slot: turns.Slot) -> model.Outbox | None:
    """Offer the day's prompt for the slot; None where today already has an ask."""
    ask = ask_in(slot)
    return slot.row(model.Kind.ASK, ask.id) if await slot.tx.add(ask) else None


def ask_in(slot: turns.Slot) -> model.Ask:
    """Return the ask that would take this slot."""
    return _ask(slot.me, slot.day, slot.now, slot.parts, pushed=True)


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
        day = await _day(turn.tx, turn.me, schedule.local_date(turn.me, turn.now), turn.now, turn.parts)
        if day.choose() is None:
            raise refusals.NothingLeft
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
        if theme(turn.parts, ask) in turn.me.choices.closed:
            ask = dataclasses.replace(ask, prompt_id=None, sent_at=None)
        await turn.tx.save(ask)
    await turn.tx.add(_row(ask, turn.parts, f"again:{turn.update_id}", turn.now))
    turn.change(last_ask_at=turn.now)


def theme(parts: turns.Parts, ask: model.Ask) -> str | None:
    """Return what an ask is about."""
    prompt = parts.catalogue.prompts.get(ask.prompt_id or "")
    return prompt.theme if prompt else None


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


async def chosen(
    tx: ports.Transaction, person: model.Person, ask: model.Ask, now: dt.datetime, parts: turns.Parts
) -> model.Ask | None:
    """Return the ask with its prompt and step, chosen from the person's own history where none is chosen yet.

    None where the person has closed every theme that is left.
    """
    if ask.prompt_id is not None:
        return ask
    day = await _day(tx, person, ask.local_date, now, parts)
    prompt_id = day.choose()
    return None if prompt_id is None else dataclasses.replace(ask, prompt_id=prompt_id, step=day.size.step)


async def _day(
    tx: ports.Transaction, person: model.Person, day: dt.date, now: dt.datetime, parts: turns.Parts
) -> prompting.Day:
    """Return a local date of this person, with all that its prompt depends on."""
    return prompting.Day(
        person=person,
        day=day,
        size=ladder.size(person, day, now),
        past=[prompting.Served(*one) for one in person.ladder.served],
        prompts=parts.catalogue.prompts,
        plan=parts.plan,
        calendar=await calendar(tx, person, parts),
        light=ladder.is_light(person, now) or person.ladder.unanswered >= ladder.SMALLER_AFTER,
    )


async def calendar(tx: ports.Transaction, person: model.Person, parts: turns.Parts) -> mirrors.Calendar | None:
    """Return the mirrored days of the person's pair, which go on after a quiet leaving; None for who is alone."""
    half = await tx.latest_half(person.id)
    if half is None or not pairing.can_share(half):
        return None
    began = await tx.pair_started_at(half.pair_id) or half.since
    return mirrors.Calendar(half.pair_id, began.astimezone(dt.UTC).date(), parts.catalogue.prompts)


def folded(turn: turns.Turn, event: ladder.Event) -> None:
    """Fold what just happened into the person's ladder; where it changes the pace, the next slot moves with it."""
    before = turn.me
    turn.become(ladder.fold(ladder.settle(before, turn.now), event))
    if _pace(turn.me) != _pace(before):
        turn.change(next_ask_at=schedule.next_ask(turn.me, turn.now))


def _pace(person: model.Person) -> tuple[int, bool]:
    """Return what the pace of the next asks depends on."""
    return person.ladder.rhythm, ladder.is_dormant(person.ladder)


def wake(turn: turns.Turn) -> None:
    """Let asks come again to somebody for whom they had stopped, and who does something."""
    if ladder.is_dormant(turn.me.ladder):
        folded(turn, ladder.Acted())
