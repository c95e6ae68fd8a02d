"""Sends an ask: chooses its prompt at the last moment, and checks that it may still go."""

import dataclasses

from bot.domain import model, prompting, schedule
from bot.usecases import deliveries, screens
from bot.usecases import prompting as giving


async def deliver(sheet: deliveries.Sheet) -> deliveries.Delivery | None:
    """Send a prompt, chosen now: once, in time, and not while the person rests."""
    ask = await sheet.tx.ask(sheet.row.subject or 0)
    if ask is None or not _may_ask(sheet, ask):
        if ask is not None and ask.state is model.AskState.PLANNED:
            await sheet.tx.save(dataclasses.replace(ask, state=model.AskState.LAPSED))
        return await sheet.cancel()
    chosen = await giving.chosen(sheet.tx, sheet.person, ask, sheet.parts)
    prompt = sheet.parts.catalogue.prompts[chosen.prompt_id or ""]
    if sheet.row.message_id is None:
        covered = ask.pushed and not sheet.row.urgent and prompting.is_covered(prompt)
        chosen = dataclasses.replace(
            chosen, state=model.AskState.SENT, covered=covered, sent_at=chosen.sent_at or sheet.now
        )
    await sheet.tx.save(chosen)
    await sheet.tx.save(dataclasses.replace(sheet.person, newest=f"ask:{ask.n}"))
    name = await giving.partner_name(sheet.tx, sheet.person)
    screen = screens.ask(sheet.parts.catalogue, sheet.person.locale, chosen, name)
    return sheet.delivery(screen, sheet.row.message_id)


def _may_ask(sheet: deliveries.Sheet, ask: model.Ask) -> bool:
    """Say whether this row may still put its ask on the screen."""
    if sheet.row.urgent:
        return ask.state in (model.AskState.PLANNED, model.AskState.SENT)
    first = ask.state is model.AskState.PLANNED or (sheet.row.attempts > 0 and ask.message_id is None)
    late = sheet.row.lapses_at is not None and sheet.now >= sheet.row.lapses_at
    awake = not sheet.person.resting and not schedule.is_quiet(sheet.person, sheet.now)
    today = schedule.local_date(sheet.person, sheet.now) == ask.local_date
    still = ask.state in (model.AskState.PLANNED, model.AskState.SENT)
    return first and not late and awake and today and still
