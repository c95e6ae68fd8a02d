"""What comes in is kept before Telegram is told, handled once and in order, and stops nobody else."""

import asyncio

from bot.simulator import person, world
from tests.telegram import houses


async def test_words_come_back(house: houses.House, ann: person.Person) -> None:
    """A message is handled and answered in its chat."""
    await ann.send("hello")
    assert houses.texts(ann) == ["en: started", "hello"]
    assert house.world.violations == []
