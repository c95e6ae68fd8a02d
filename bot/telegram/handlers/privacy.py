"""What is kept, clearing the chat, and being forgotten."""

from telegram import Update

from bot.telegram import taps
from bot.telegram.context import Context
from bot.usecases import exporting, privacy


async def show(_update: Update, context: Context) -> None:
    """Say what is kept and who could read it."""
    await context.act(privacy.show)


async def clear(_update: Update, context: Context) -> None:
    """Delete the recent messages of this chat."""
    await context.act(privacy.clear)


async def forget(_update: Update, context: Context) -> None:
    """Begin to forget the person."""
    await context.act(privacy.forget)


async def export(_update: Update, context: Context) -> None:
    """Send everything that is the person's own."""
    await context.act(exporting.export)


COMMANDS = {"export": export, "privacy": show, "clear": clear, "forget": forget}
TAPS = {
    "privacy": taps.plain(privacy.show),
    "clear": taps.plain(privacy.clear),
    "forget-me": taps.plain(privacy.forget),
    "forget": taps.chosen(privacy.choose),
}
