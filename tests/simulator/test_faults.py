"""Failures on demand: what the client sees, and whether Telegram obeyed."""

import datetime as dt
import json
from typing import Any

import pytest

from bot import clock
from bot.simulator import api, faults, person, world


@pytest.mark.parametrize(
    ("kind", "trouble"),
    [
        ("refuse", ConnectionRefusedError),
        ("drop_before", ConnectionResetError),
        ("reset", ConnectionResetError),
        ("hang", TimeoutError),
        ("hang_after", TimeoutError),
        ("drop_after", ConnectionResetError),
        ("half_body", ConnectionResetError),
    ],
)
async def test_a_broken_connection_raises_as_a_network_does(
    ann: person.Person,
    telegram_world: world.World,
    line: Any,
    kind: faults.Kind,
    trouble: type[Exception],
) -> None:
    """Each failure of the network has its exception, and only those before acceptance lose the message."""
    telegram_world.faults.add(kind=kind, method="sendMessage")
    with pytest.raises(trouble):
        await line.call("sendMessage", chat_id=ann.id, text="x")
    assert len(ann.inbox) == int(kind in faults.AFTER)
    await line.ok("sendMessage", chat_id=ann.id, text="y")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("429", "Too Many Requests: retry after 7"),
        ("500", "Internal Server Error"),
        ("502", "Bad Gateway"),
        ("403", "Forbidden: bot was blocked by the user"),
        ("400", "Bad Request: something is wrong with the request"),
    ],
)
async def test_a_refusal_has_its_status_and_nothing_is_sent(
    ann: person.Person,
    telegram_world: world.World,
    line: Any,
    kind: faults.Kind,
    words: str,
) -> None:
    """Refusals on demand look like Telegram's own and put nothing on a phone."""
    telegram_world.faults.add(kind=kind, method="sendMessage", retry_after=7)
    got, body = await line.call("sendMessage", chat_id=ann.id, text="x")
    assert (got, body["description"], ann.inbox) == (int(kind), words, [])
    assert body.get("parameters") == ({"retry_after": 7} if kind == "429" else None)


async def test_a_page_in_between_is_no_json(ann: person.Person, telegram_world: world.World, line: Any) -> None:
    """An answer of somebody else's making arrives as it is, while the message was sent."""
    telegram_world.faults.add(kind="not_json")
    with pytest.raises(json.JSONDecodeError):
        await line.call("sendMessage", chat_id=ann.id, text="x")
    assert ann.last.text == "x"


async def test_a_fault_meets_its_method_its_chat_and_its_number(
    ann: person.Person,
    ben: person.Person,
    telegram_world: world.World,
    line: Any,
) -> None:
    """Others pass, and after `times` everybody passes."""
    telegram_world.faults.add(kind="500", method="sendMessage", chat_id=ann.id, times=2)
    await line.ok("getMe")
    await line.ok("sendMessage", chat_id=ben.id, text="x")
    for _ in range(2):
        await line.no("sendMessage", chat_id=ann.id, text="x")
    await line.ok("sendMessage", chat_id=ann.id, text="x")
    assert telegram_world.faults.happened == [("sendMessage", "500")] * 2


async def test_a_slow_answer_comes_late(
    ann: person.Person,
    telegram_world: world.World,
    line: Any,
    time: clock.ManualClock,
) -> None:
    """A slow request is obeyed after its seconds."""
    before = time.now()
    telegram_world.faults.add(kind="slow", seconds=2.5)
    await line.ok("sendMessage", chat_id=ann.id, text="x")
    assert ann.last.date - before == dt.timedelta(seconds=2.5)


async def test_weather_brings_faults_by_its_own_rule(
    ann: person.Person,
    telegram_world: world.World,
    line: Any,
) -> None:
    """A rule that is asked at every request can break any of them."""
    stormy = {"sendMessage": faults.Fault("502")}
    telegram_world.faults.weather = lambda method, _chat_id: stormy.get(method)
    await line.ok("getMe")
    assert await line.no("sendMessage", chat_id=ann.id, text="x") == "Bad Gateway"


async def test_a_server_is_told_what_to_act_out(ann: person.Person, telegram_world: world.World) -> None:
    """The answer for a server carries the body and what the socket shall do to it."""
    telegram_world.faults.add(kind="half_body")
    fields = {"chat_id": str(ann.id), "text": "x"}
    answer = await api.BotApi(telegram_world).answer(telegram_world.token, "sendMessage", fields)
    assert (answer.status, answer.fate, json.loads(answer.body)["ok"]) == (200, "half_body", True)


async def test_a_closed_transport_refuses(line: Any) -> None:
    """After closing, nothing is sent any more."""
    await line.wire.close()
    with pytest.raises(ConnectionRefusedError):
        await line.call("getMe")


async def test_a_request_has_its_seconds(telegram_world: world.World) -> None:
    """A poll that outlasts the client's patience ends in a TimeoutError."""
    wire = api.Wire(telegram_world)
    url = f"http://telegram.test/bot{telegram_world.token}/getUpdates"
    with pytest.raises(TimeoutError):
        await wire.post(url, {"timeout": "30"}, {}, 0.01)
