"""Remembers which steps are being taken and since when, so that somebody else can tell that one does not end."""

import asyncio
import contextlib
from collections.abc import Iterator


class Steps:
    """The steps of one part of the bot, by the loop's own time, which no clock of ours moves."""

    def __init__(self) -> None:
        self._begun: dict[object, tuple[str, float]] = {}

    @contextlib.contextmanager
    def taking(self, name: str) -> Iterator[None]:
        """Hold that a step of this name is being taken while the block runs."""
        mark = object()
        self._begun[mark] = (name, asyncio.get_running_loop().time())
        try:
            yield
        finally:
            del self._begun[mark]

    def longer_than(self, seconds: float) -> str | None:
        """Return the name of a step that has been going on for longer than that."""
        before = asyncio.get_running_loop().time() - seconds
        return next((name for name, since in self._begun.values() if since < before), None)
