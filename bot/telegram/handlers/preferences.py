"""Settings, rest and return."""

from telegram import Update

from bot.telegram import taps
from bot.telegram.context import Context
from bot.usecases import preferences, preferring


async def pause(_update: Update, context: Context) -> None:
    """Offer a rest from prompts."""
    await context.act(preferences.pause)


async def resume(_update: Update, context: Context) -> None:
    """End a rest."""
    await context.act(preferences.resume)


async def blocked(update: Update, context: Context) -> None:
    """Stop the schedule of a person who blocked the bot, or begin again."""
    change = update.my_chat_member
    if change is not None and change.new_chat_member.status == change.new_chat_member.BANNED:
        await context.act(preferences.gone)
    else:
        await context.act(preferences.returned)


async def settings(_update: Update, context: Context) -> None:
    """Show everything that can be set."""
    await context.act(preferring.home)


COMMANDS = {"pause": pause, "resume": resume, "settings": settings}
TAPS = {
    "pause": taps.plain(preferences.pause),
    "rest": taps.chosen(preferences.rest),
    "settings": taps.chosen(preferring.show),
    "set": taps.either(preferring.set_),
    "set-zone": taps.numbered(preferring.zone),
    "set-country": taps.numbered(preferring.country),
    "pick-country": taps.numbered(preferring.countries),
}
