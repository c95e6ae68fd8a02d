"""Rest and return."""

from telegram import Update

from bot.telegram import taps
from bot.telegram.context import Context
from bot.usecases import preferences


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


COMMANDS = {"pause": pause, "resume": resume}
TAPS = {"pause": taps.plain(preferences.pause), "rest": taps.chosen(preferences.rest)}
