"""The daily prompt."""

from telegram import Update

from bot.telegram import taps
from bot.telegram.context import Context
from bot.usecases import prompting, reflecting, stepping


async def today(_update: Update, context: Context) -> None:
    """Show today's prompt, or give one."""
    await context.act(prompting.today)


COMMANDS = {"today": today}
TAPS = {
    "uncover": taps.numbered(prompting.uncover),
    "skip": taps.numbered(reflecting.skip),
    "not-about": taps.both(stepping.not_about),
    "ease": taps.both(stepping.ease),
    "step-up": taps.both(stepping.step_up),
}
