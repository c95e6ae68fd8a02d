"""The first minutes."""

from telegram import Update

from bot.telegram import taps
from bot.telegram.context import Context
from bot.usecases import everything_else, hello


async def start(_update: Update, context: Context) -> None:
    """Begin, come back, or follow an invitation link."""
    payload = context.args[0] if context.args else None
    await context.act(everything_else.start, payload)


COMMANDS = {"start": start}
TAPS = {
    "agree": taps.plain(hello.agree),
    "calm": taps.chosen(hello.calm),
    "zone": taps.numbered(hello.zone),
    "leaning": taps.chosen(hello.leaning),
    "hello-skip": taps.chosen(hello.skip),
}
