"""Words that were kept back before they left, and what landed hard."""

from bot.telegram import taps
from bot.usecases import holding, landing

TAPS = {
    "keep-draft": taps.numbered(holding.keep),
    "send-anyway": taps.both(holding.send_anyway),
    "as-is": taps.both(holding.as_it_is),
    "softer": taps.numbered(holding.softer),
    "ready": taps.either(holding.ready),
    "landed": taps.either(landing.landed),
}
