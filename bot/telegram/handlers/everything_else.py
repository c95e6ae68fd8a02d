"""Everything that fits no journey."""

from telegram import Update

from bot.telegram import taps
from bot.telegram.context import Context
from bot.usecases import everything_else


async def help_(_update: Update, context: Context) -> None:
    """Say how this works."""
    await context.act(everything_else.help_)


async def cancel(_update: Update, context: Context) -> None:
    """Leave whatever was half done."""
    await context.act(everything_else.cancel)


async def other_kind(_update: Update, context: Context) -> None:
    """Say what works instead of a kind that cannot be read."""
    await context.act(everything_else.other_kind)


async def unknown_command(_update: Update, context: Context) -> None:
    """Say where the commands are."""
    await context.act(everything_else.unknown_command)


async def old_button(_update: Update, context: Context) -> None:
    """Answer a button that nothing stands behind any more."""
    await context.act(everything_else.old_button)


COMMANDS = {"help": help_, "cancel": cancel}
TAPS = {"dismiss": taps.plain(everything_else.dismiss)}
