"""A thousand people at once: no request may look at all that was ever said."""

import asyncio
import time as machine
from typing import Any

import pytest

from bot.simulator import person, world


async def _echo(line: Any) -> None:
    """Be a bot that repeats what it hears, by long polling, until cancelled."""
    offset = 0
    while True:
        for update in await line.ok("getUpdates", offset=offset, timeout=4):
            message = update["message"]
            await line.ok("sendMessage", chat_id=message["chat"]["id"], text=message["text"])
            offset = update["update_id"] + 1


@pytest.fixture
async def crowd(telegram_world: world.World) -> list[person.Person]:
    """Return a thousand people who have all written, one of them a lot."""
    people = [telegram_world.person(f"P{number}") for number in range(1000)]
    for one in people:
        await one.send("/start")
    for _ in range(4000):
        telegram_world.new_message(people[0].chat, telegram_world.bot, text="x")
    telegram_world.updates.forget_all()
    return people


async def test_an_answer_is_there_within_ten_milliseconds(
    crowd: list[person.Person],
    telegram_world: world.World,
    line: Any,
) -> None:
    """With a thousand people and thousands of messages, words in and words out take far less than 10 ms."""
    telegram_world.settle = telegram_world.taken
    async with asyncio.TaskGroup() as group:
        bot = group.create_task(_echo(line))
        started = machine.perf_counter()
        for number in range(50):
            await crowd[0].send(f"hello {number}")
            assert crowd[0].last.text == f"hello {number}"
        spent = machine.perf_counter() - started
        bot.cancel()
    assert spent / 50 < 0.01


async def test_everybody_at_once_is_answered(
    crowd: list[person.Person],
    telegram_world: world.World,
    line: Any,
) -> None:
    """A thousand waiting messages are all answered, each in its own chat."""
    for number, one in enumerate(crowd):
        await one.send(f"from {number}")
    async with asyncio.TaskGroup() as group:
        bot = group.create_task(_echo(line))
        await telegram_world.taken()
        bot.cancel()
    assert [one.last.text for one in crowd] == [f"from {number}" for number in range(1000)]
    assert telegram_world.violations == []
