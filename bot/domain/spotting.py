"""Spots words that call for help from people, as a courtesy: a doorbell, not a detector."""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from bot.domain import model, wording

LIGHT = dt.timedelta(days=7)  # conversation, flow 4: the same date that *a lot* sets
SILENT = dt.timedelta(days=1)  # and no prompt in the first day after a card
LANDED = dt.timedelta(hours=48)  # conversation, flow 7
SELF_HARM = frozenset({"suicide", "self_harm"})


class Pattern(wording.Pattern, Protocol):
    """Wording that calls for a card; tier 2 is explicit, tier 1 indirect."""

    @property
    def category(self) -> str: ...  # noqa: D102
    @property
    def tier(self) -> int: ...  # noqa: D102
    @property
    def card(self) -> str: ...  # noqa: D102


class Crisis(Protocol):
    """The patterns of one language."""

    @property
    def patterns(self) -> Sequence[Pattern]: ...  # noqa: D102


def spotted(crises: Sequence[Crisis], words: str) -> Sequence[Pattern]:
    """Return every pattern that words hold, explicit ones first; nothing where there are no lists."""
    plain = wording.plain(words)
    found = (one for crisis in crises for one in crisis.patterns if wording.holds(plain, one))
    return sorted(found, key=lambda one: -one.tier)


def is_self_harm(found: Sequence[Pattern]) -> bool:
    """Say whether any of them is about the author's own life: then the reader sees where help is, too."""
    return any(one.category in SELF_HARM for one in found)


def lighter(memory: model.Memory, until: dt.datetime) -> model.Memory:
    """Return the memory with light prompts until then, or for as long as they are due already."""
    return dataclasses.replace(memory, light_until=max(until, memory.light_until or until))


def after_card(memory: model.Memory, now: dt.datetime) -> model.Memory:
    """Return the memory after a card: light for a week, silent for a day, and no word of why."""
    silent = max(now + SILENT, memory.silent_until or now)
    return dataclasses.replace(lighter(memory, now + LIGHT), silent_until=silent)
