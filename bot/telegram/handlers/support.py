"""Help from people."""

from telegram import Update

from bot.telegram import taps
from bot.telegram.context import Context
from bot.usecases import spotting, support


async def home(_update: Update, context: Context) -> None:
    """Show the two doors."""
    await context.act(support.home)


COMMANDS = {"support": home}
TAPS = {
    "support": taps.chosen(support.page),
    "other-help": taps.plain(support.home),
    "countries": taps.numbered(support.countries),
    "country": taps.numbered(support.country),
    "note-here": taps.chosen(spotting.open_),
    "not-meant": taps.plain(spotting.not_meant),
    "hide": taps.plain(support.hide),
}
