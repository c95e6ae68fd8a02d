"""The daily prompt."""

from telegram import Update

from bot.telegram import taps
from bot.telegram.context import Context
from bot.usecases import prompting, reflecting


async def today(_update: Update, context: Context) -> None:
    """Show today's prompt, or give one."""
    await context.act(prompting.today)


COMMANDS = {"today": today}
TAPS = {"uncover": taps.numbered(prompting.uncover), "skip": taps.numbered(reflecting.skip)}
