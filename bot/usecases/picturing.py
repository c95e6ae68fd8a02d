"""Sends the weekly look-back: checks that there is still something to show, and says what to draw."""

import dataclasses

from bot.domain import schedule
from bot.usecases import deliveries, enclosures, looking_back


async def deliver(sheet: deliveries.Sheet) -> deliveries.Delivery | None:
    """Send the picture of a person's own week: at most once, and nothing where there is nothing to show."""
    lapses_at = sheet.row.lapses_at
    if lapses_at is None or not sheet.keeps_slot() or not sheet.person.choices.look_back:
        return await sheet.cancel()
    day = schedule.local_date(sheet.person, lapses_at - schedule.ASK_VALID)
    found = await looking_back.week(sheet.tx, sheet.person, day, sheet.parts.catalogue)
    dots = looking_back.placed(found)
    if not dots:
        return await sheet.cancel()
    dark = looking_back.is_dark(schedule.local(sheet.person, sheet.now).time())
    picture = enclosures.Picture(dots, dark)
    return dataclasses.replace(sheet.delivery(looking_back.caption(found)), encloses=picture)
