"""Checks everything in `content/` and returns what is wrong, worst first."""

import datetime as dt
import pathlib
from collections.abc import Callable, Iterator

from bot.content import asks, catalogue, findings, interface, inventory, library, likeness, references, samples

CHECKS: tuple[Callable[[library.Library], Iterator[findings.Finding]], ...] = (
    references.check,
    samples.check,
    asks.check,
    inventory.check,
    likeness.check,
    interface.check,
)


def run(root: pathlib.Path, today: dt.date | None = None) -> list[findings.Finding]:
    """Return every finding, errors before warnings; a file of a wrong shape hides what lies behind it.

    With a date, places to turn to whose last check is too long ago are found as well.
    """
    try:
        held = library.read(root)
        catalogue.prove(held)
    except findings.ContentError as error:
        return list(error.findings)
    found = {finding for check in CHECKS for finding in check(held)}
    found |= set(references.expired(held, today)) if today else set()
    return sorted(found, key=lambda finding: (finding.severity != "error", finding))
