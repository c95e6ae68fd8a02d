"""How to go on, and what comes back from the drawer."""

from bot.telegram import taps
from bot.usecases import drawer, everything_else, going_on

TAPS = {
    "pace": taps.both(going_on.pace),
    "stop": taps.plain(everything_else.stop),
    "drawer": taps.both(drawer.open_),
    "drawer-off": taps.plain(drawer.off),
}
