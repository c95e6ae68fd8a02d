"""Sends an ask: chooses its prompt at the last moment, and checks that it may still go."""

import dataclasses
import datetime as dt

from bot.domain import ladder, model, prompting, schedule
from bot.usecases import deliveries, screens
from bot.usecases import prompting as giving


async def deliver(sheet: deliveries.Sheet) -> deliveries.Delivery | None:
    """Send a prompt, chosen now: once, in time, and not while the person rests."""
    ask = await sheet.tx.ask(sheet.row.subject or 0)
    person = ladder.settle(sheet.person, sheet.now)
    allowed = ask is not None and _may_ask(sheet, ask)
    chosen = await giving.chosen(sheet.tx, person, ask, sheet.now, sheet.parts) if ask and allowed else None
    if ask is None or chosen is None:
        if ask is not None and ask.state is model.AskState.PLANNED:
            await sheet.tx.save(dataclasses.replace(ask, state=model.AskState.LAPSED))
        return await sheet.cancel()
    prompt = sheet.parts.catalogue.prompts[chosen.prompt_id or ""]
    if chosen.sent_at is None:
        person = ladder.fold(person, _given(chosen, prompt, sheet.now))
    if sheet.row.message_id is None:
        covered = ask.pushed and not sheet.row.urgent and prompting.is_covered(prompt)
        chosen = dataclasses.replace(
            chosen, state=model.AskState.SENT, covered=covered, sent_at=chosen.sent_at or sheet.now
        )
    await sheet.tx.save(chosen)
    # What is typed next answers this, and goes to nobody, whatever an older screen had asked for.
    await sheet.tx.save(dataclasses.replace(person, newest=f"ask:{ask.n}", dialog=None))
    name = await giving.partner_name(sheet.tx, person)
    screen = screens.ask(sheet.parts.catalogue, person.locale, chosen, name)
    return sheet.delivery(screen, sheet.row.message_id)


def _given(ask: model.Ask, prompt: model.Prompt, now: dt.datetime) -> ladder.Given:
    """Return what the ladder learns of an ask that is sent now."""
    return ladder.Given(day=ask.local_date, at=now, prompt_id=prompt.id, step=ask.step, depth=prompt.depth)


def _may_ask(sheet: deliveries.Sheet, ask: model.Ask) -> bool:
    """Say whether this row may still put its ask on the screen."""
    if sheet.row.urgent:
        return ask.state in (model.AskState.PLANNED, model.AskState.SENT)
    first = ask.state is model.AskState.PLANNED or (sheet.row.attempts > 0 and ask.message_id is None)
    late = sheet.row.lapses_at is not None and sheet.now >= sheet.row.lapses_at
    still = ask.state in (model.AskState.PLANNED, model.AskState.SENT)
    return first and still and not late and schedule.may_arrive(sheet.person, ask.local_date, sheet.now)
