"""A thousand people at once: no request may look at all that was ever said."""

import time as machine
from typing import Any

from bot.simulator import person, world


async def test_a_request_costs_the_same_after_thousands(
    ann: person.Person,
    telegram_world: world.World,
    line: Any,
) -> None:
    """With a thousand people and five thousand messages a round trip still takes far less than 10 ms."""
    for number in range(1000):
        await telegram_world.person(f"P{number}").send("/start")
    for _ in range(4000):
        telegram_world.new_message(ann.chat, telegram_world.bot, text="x")
    started = machine.perf_counter()
    for _ in range(20):
        await ann.send("hi")
        await line.ok("sendMessage", chat_id=ann.id, text="hello")
    assert (machine.perf_counter() - started) / 20 < 0.01
