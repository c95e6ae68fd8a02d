"""A breather from this talk, and something for whoever is left with silence."""

from telegram import Update

from bot.telegram import taps
from bot.telegram.context import Context
from bot.usecases import breathers, for_me, reflecting, warmths


async def breather(_update: Update, context: Context) -> None:
    """Offer a breather, or show the one that is on."""
    await context.act(breathers.open_)


COMMANDS = {"breather": breather}
TAPS = {
    "breather": taps.optional(breathers.call),
    "breather-day": taps.optional(breathers.call_day),
    "breather-undo": taps.numbered(breathers.undo),
    "breather-line": taps.both(breathers.line),
    "breather-helps": taps.both(breathers.helps),
    "breather-back": taps.numbered(breathers.back),
    "breather-longer": taps.either(breathers.longer),
    "breather-till": taps.either(breathers.till),
    "breather-answer": taps.both(breathers.answer),
    "note": taps.plain(reflecting.note),
    "offer-warmth": taps.plain(warmths.offer),
    "for-me": taps.optional(for_me.show),
}
