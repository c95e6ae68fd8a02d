"""Inviting, joining and leaving."""

from telegram import Update

from bot.telegram import taps
from bot.telegram.context import Context
from bot.usecases import leaving, pairing


async def invite(_update: Update, context: Context) -> None:
    """Make an invitation."""
    await context.act(pairing.invite)


async def unpair(_update: Update, context: Context) -> None:
    """Offer the two ways of leaving."""
    await context.act(leaving.unpair)


COMMANDS = {"invite": invite, "unpair": unpair}
TAPS = {
    "invite": taps.plain(pairing.invite),
    "uninvite": taps.numbered(pairing.cancel),
    "go-on": taps.plain(pairing.go_on),
    "walk-away": taps.plain(pairing.walk_away),
    "alone": taps.plain(pairing.alone),
    "decline": taps.plain(pairing.decline),
    "pair": taps.plain(pairing.join),
    "confirm": taps.numbered(pairing.confirm),
    "refuse": taps.numbered(pairing.refuse),
    "leave": taps.numbered(leaving.leave),
    "tell": taps.numbered(leaving.tell),
}
