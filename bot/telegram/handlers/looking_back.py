"""One's own words, and what has passed between the two."""

from telegram import Update

from bot.telegram import taps
from bot.telegram.context import Context
from bot.usecases import journal, looking_back, ours


async def show_journal(_update: Update, context: Context) -> None:
    """Show one's own words, newest first."""
    await context.act(journal.journal)


async def show_ours(_update: Update, context: Context) -> None:
    """Show what has passed between the two."""
    await context.act(ours.show)


COMMANDS = {"journal": show_journal, "ours": show_ours}
TAPS = {
    "journal": taps.both(journal.page),
    "journal-by": taps.chosen(journal.by),
    "entry": taps.both(journal.entry),
    "entry-back": taps.both(journal.back),
    "entry-delete": taps.both(journal.delete),
    "entry-show": taps.numbered(journal.show),
    "entry-erase": taps.both(journal.erase),
    "look-back-off": taps.plain(looking_back.off),
    "ours": taps.numbered(ours.page),
    "ours-before": taps.plain(ours.one_from_before),
}
