"""Calls a breather, as many stories begin."""

from tests.usecases.house import House, Phone

CLOSED = "The breather from this talk with Ann has closed. It says nothing about you, and there is nothing to do."


async def breather(home: House, who: Phone, length: str = "1 hour") -> None:
    """Call a breather and let the moment to think again pass."""
    await home.command(who, "/breather")
    await home.tap(who, length)
    await home.wait(seconds=10)
