"""Warmths: one line a day that wants no reply."""

from telegram import Update

from bot.telegram import taps
from bot.telegram.context import Context
from bot.usecases import warmths


async def offer(_update: Update, context: Context) -> None:
    """Offer a few ready lines."""
    await context.act(warmths.offer)


COMMANDS = {"warmth": offer}
TAPS = {
    "warmth": taps.chosen(warmths.send),
    "more-warmths": taps.chosen(warmths.more),
    "own-warmth": taps.plain(warmths.write),
    "undo-warmth": taps.numbered(warmths.undo),
    "warmths": taps.either(lambda turn, _n, option: warmths.ways(turn, option)),
}
