"""Says which kept line may come back to its author: a private one of their own words, light, and not too old."""

import datetime as dt
import hashlib
from collections.abc import Iterable

from bot.domain import model, wording

RIPE, STALE = dt.timedelta(days=7), dt.timedelta(days=56)
DEEPEST = 2  # conversation, flow 5
LONGEST = 300  # UTF-16 units: a line, no letter
REMEMBERED = 12  # lines that came back; more do not fit between ripe and stale


def may_return(kept: model.Reflection, prompt: model.Prompt | None, now: dt.datetime) -> bool:
    """Say whether a reflection is a line of words that may come back, as far as it shows by itself."""
    light = prompt is not None and not prompt.private and prompt.depth <= DEEPEST
    typed = kept.state is model.ReflectionState.KEPT and kept.media is model.Media.TEXT and not kept.tapped
    short = bool(kept.words.strip()) and wording.units(kept.words) <= LONGEST
    return light and typed and short and RIPE <= now - kept.created_at < STALE


def in_turn(person: model.Person, lines: Iterable[model.Reflection]) -> list[model.Reflection]:
    """Return lines that did not come back yet, in an order of this person's own."""
    fresh = [one for one in lines if one.n not in person.memory.drawn]
    return sorted(fresh, key=lambda one: hashlib.sha256(f"{person.seed} drawer {one.n}".encode()).digest())
