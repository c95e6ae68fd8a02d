"""Wakes whoever waits for a change."""

import asyncio


class Signal:
    """A bell: everybody who listens when it rings goes on."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def ring(self) -> None:
        """Let everybody who waits go on."""
        rung, self._event = self._event, asyncio.Event()
        rung.set()

    async def wait(self) -> None:
        """Return at the next ring."""
        await self._event.wait()
