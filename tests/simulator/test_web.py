"""Tests of the simulator's HTTP face: the Bot API on loopback, faults at the socket, the page's door."""

import asyncio
import datetime as dt
import json
import time
from collections.abc import AsyncIterator, Mapping
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from bot.simulator import forms, line, snapshot, web, webhook
from bot.simulator.person import Person
from bot.simulator.world import World
from tests.simulator import small_bot

NOW = dt.datetime(2026, 11, 23, 18, 30, tzinfo=dt.UTC)


class Face:
    """One world, its application, its address and a client."""

    def __init__(self, world: World, application: Starlette, client: httpx.AsyncClient, ann: Person) -> None:
        self.world = world
        self.application = application
        self.client = client
        self.ann = ann

    @property
    def api(self) -> str:
        """Return the path that begins every method call."""
        return f"/bot{self.world.token}"

    async def call(self, method: str, **values: Any) -> Any:
        """Call a method with JSON and return its result."""
        answer = await self.client.post(f"{self.api}/{method}", json=values)
        return answer.json()["result"]


@pytest.fixture
async def face() -> AsyncIterator[Face]:
    """Serve a world with one person in it."""
    world = World(lambda: NOW)
    application = web.app(world)
    ann = world.person("Ann")
    async with web.serving(application) as url, httpx.AsyncClient(base_url=url, trust_env=False) as client:
        yield Face(world, application, client, ann)


async def _raw(face: Face, request: bytes) -> bytes:
    """Send bytes over a connection of their own and return everything that comes back until its end."""
    reader, writer = await asyncio.open_connection("127.0.0.1", face.client.base_url.port)
    writer.write(request)
    try:
        return await reader.read()
    finally:
        writer.close()


def _post(face: Face, method: str, body: str) -> bytes:
    head = [f"POST {face.api}/{method} HTTP/1.1", "Host: localhost", "Content-Type: application/json"]
    return "\r\n".join([*head, f"Content-Length: {len(body)}", "Connection: close", "", body]).encode()


async def test_every_form_of_request_is_understood(face: Face) -> None:
    """A form, JSON, multipart and a query all send the same message, and "123" stays a text."""
    await face.ann.send("/start")
    fields = {"chat_id": str(face.ann.id), "text": "123"}
    path = f"{face.api}/sendMessage"
    answers = [
        await face.client.post(path, data=fields),
        await face.client.post(path, json={"chat_id": face.ann.id, "text": "123"}),
        await face.client.post(path, files={name: (None, value) for name, value in fields.items()}),
        await face.client.get(path, params=fields),
    ]
    assert [answer.json()["result"]["text"] for answer in answers] == ["123"] * 4


async def test_a_file_comes_back_as_it_went(face: Face) -> None:
    """What is uploaded in multipart is downloaded byte for byte, also where the token's colon is escaped."""
    await face.ann.send("/start")
    content = bytes(range(256)) * 3 + b"\r\n--\r\n"
    path = f"{face.api}/sendDocument"
    sent = await face.client.post(
        path, data={"chat_id": str(face.ann.id)}, files={"document": ("a b.bin", content)}
    )
    found = await face.call("getFile", file_id=sent.json()["result"]["document"]["file_id"])
    escaped = face.world.token.replace(":", "%3A")
    got = await face.client.get(f"/file/bot{escaped}/{found['file_path']}")
    assert got.content == content


async def test_a_wrong_token_and_a_wrong_method_are_named(face: Face) -> None:
    """A stranger's token gets 401, an unknown method 404 with its name."""
    stranger = await face.client.post("/bot1:x/getMe")
    unknown = await face.client.post(f"{face.api}/sendPony")
    assert (stranger.status_code, unknown.status_code) == (401, 404)
    assert "sendPony" in unknown.json()["description"]


async def test_a_broken_body_is_refused(face: Face) -> None:
    """A body that is not what it says gets a 400 in Telegram's shape."""
    broken = await face.client.post(f"{face.api}/getMe", content=b"{", headers={"content-type": "application/json"})
    assert (broken.status_code, broken.json()["ok"]) == (400, False)


async def test_an_answer_leaves_in_one_packet(face: Face) -> None:
    """The first read holds the head and the whole body, and forty answers take far less than forty delays."""
    reader, writer = await asyncio.open_connection("127.0.0.1", face.client.base_url.port)
    request = f"GET {face.api}/getMe HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    begun = time.perf_counter()
    for _ in range(40):
        writer.write(request)
        head, _, body = (await reader.read(65536)).partition(b"\r\n\r\n")
        assert f"content-length: {len(body)}".encode() in head
    writer.close()
    assert time.perf_counter() - begun < 40 * 0.02


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "reset", "half_body"])
async def test_a_dropped_answer_is_dropped_at_the_socket(face: Face, kind: Any) -> None:
    """The client meets a connection that breaks, and the message arrived only where it was accepted."""
    await face.ann.send("/start")
    face.world.faults.add(kind=kind, method="sendMessage")
    with pytest.raises(httpx.TransportError):
        await face.call("sendMessage", chat_id=face.ann.id, text="hello")
    assert len(face.ann.inbox) == (1 if kind in ("drop_after", "half_body") else 0)
    assert (await face.call("getMe"))["is_bot"]


async def test_half_a_body_is_half_a_body(face: Face) -> None:
    """The head promises more than comes."""
    face.world.faults.add(kind="half_body", method="getMe")
    head, _, body = (await _raw(face, _post(face, "getMe", "{}"))).partition(b"\r\n\r\n")
    promised = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
    assert len(body) == promised // 2


async def test_a_hanging_answer_does_not_come(face: Face) -> None:
    """A hang lasts as long as the client is patient."""
    face.world.faults.add(kind="hang", method="getMe")
    with pytest.raises(httpx.ReadTimeout):
        await face.client.post(f"{face.api}/getMe", timeout=0.05)


async def test_a_long_poll_ends_with_the_first_update(face: Face) -> None:
    """A poll waits until somebody writes."""
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(face.client.get(f"{face.api}/getUpdates?timeout=20", timeout=5))
        while not face.world.updates.polls:  # noqa: ASYNC110 - it crosses a real socket
            await asyncio.sleep(0)
        await face.ann.send("hello")
    assert [update["message"]["text"] for update in poll.result().json()["result"]] == ["hello"]


async def test_closing_waits_for_nobody() -> None:
    """A server that closes cuts the poll and the stream that are open, and nothing of them goes on."""
    world = World(lambda: NOW)
    served = await web.serve(web.app(world))
    async with httpx.AsyncClient(base_url=served.url, trust_env=False) as client, asyncio.timeout(3):
        poll = client.get(f"/bot{world.token}/getUpdates?timeout=50", timeout=20)
        async with client.stream("GET", "/events") as stream:
            await _next(stream.aiter_lines())
            answers = await asyncio.gather(poll, _close_after_poll(served, world), return_exceptions=True)
    assert isinstance(answers[0], httpx.TransportError)


async def test_a_webhook_gets_its_update_with_the_secret() -> None:
    """A delivery is one POST with the headers given, and its status comes back."""
    seen: list[bytes] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        seen.append(await reader.readuntil(b"{}"))
        writer.write(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        status = await webhook.deliver(f"http://127.0.0.1:{port}/hook?a=1", b"{}", {"X-Secret": "s"})
    assert (status, seen[0].split(b"\r\n")[:2]) == (204, [b"POST /hook?a=1 HTTP/1.1", b"X-Secret: s"])


@pytest.mark.parametrize("url", ["http://example.org/hook", "https://127.0.0.1/hook", "http://10.0.0.1/"])
async def test_no_webhook_elsewhere_is_called(url: str) -> None:
    """An address beyond this machine is refused before anything is sent."""
    with pytest.raises(ConnectionRefusedError):
        await webhook.deliver(url, b"{}", {})


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"host": "evil.example"}, 421),
        ({"host": "[broken"}, 421),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-origin"}, 200),
    ],
)
async def test_other_sites_stay_outside(face: Face, headers: Mapping[str, str], status: int) -> None:
    """Neither a rebound name nor another page's script reaches the Bot API."""
    answer = await face.client.get(f"{face.api}/getMe", headers=dict(headers))
    assert answer.status_code == status


async def test_the_page_needs_nothing_from_outside(face: Face) -> None:
    """Every file of the page is served here under a policy that forbids all other places."""
    page = await face.client.get("/")
    again = await face.client.get("/", headers={"if-none-match": page.headers["etag"]})
    script = await face.client.get("/app.js")
    assert page.headers["content-security-policy"].startswith("default-src 'self'")
    assert (page.headers["cache-control"], again.status_code) == ("no-cache", 304)
    assert script.headers["content-type"] == "text/javascript; charset=utf-8"
    assert "http" not in page.text
    assert (await face.client.get("/../web.py")).status_code == 404


async def test_a_phone_does_what_is_pressed(face: Face) -> None:
    """Words, a tap, an edit, a reply and a deletion made on the page are the person's own."""
    phone = f"/phone/{face.ann.id}"
    assert (await face.client.post(f"{phone}/send", json={"text": " hello "})).status_code == 204
    keyboard = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    asked = await face.call("sendMessage", chat_id=face.ann.id, text="Well?", reply_markup=keyboard)
    place = {"message": asked["message_id"], "row": 0, "column": 0}
    assert (await face.client.post(f"{phone}/tap", json={**place, "text": "Yes"})).status_code == 204
    assert [tap.data for tap in face.world.unanswered_callbacks()] == ["y"]
    first = face.ann.chat.living[0].id
    assert (await face.client.post(f"{phone}/edit", json={"message": first, "text": "hi"})).status_code == 204
    await face.client.post(f"{phone}/reply", json={"message": asked["message_id"], "text": "yes"})
    assert [message.words for message in face.ann.chat.living] == ["hi", "Well?", "yes"]
    await face.client.post(f"{phone}/delete", json={"message": first})
    assert [message.words for message in face.ann.chat.living] == ["Well?", "yes"]


@pytest.mark.parametrize(
    ("act", "body", "status"),
    [
        ("send", {"text": " "}, 400),
        ("send", {"text": 5}, 400),
        ("tap", {"message": 1, "row": 0, "column": 0, "text": "Yes"}, 409),
        ("edit", {"message": 99, "text": "x"}, 409),
        ("delete", {"message": [1]}, 400),
        ("dance", {}, 404),
    ],
)
async def test_a_wrong_press_is_refused_in_words(face: Face, act: str, body: Any, status: int) -> None:
    """What cannot be done is answered with one sentence and changes nothing."""
    await face.ann.send("hello")
    answer = await face.client.post(f"/phone/{face.ann.id}/{act}", json=body)
    assert (answer.status_code, list(answer.json())) == (status, ["error"])
    assert [message.words for message in face.ann.chat.living] == ["hello"]


async def test_a_blocked_bot_cannot_be_written_to(face: Face) -> None:
    """After blocking, sending is refused until the person unblocks."""
    phone = f"/phone/{face.ann.id}"
    await face.client.post(f"{phone}/block", json={})
    refused = await face.client.post(f"{phone}/send", json={"text": "hello"})
    await face.client.post(f"{phone}/unblock", json={})
    sent = await face.client.post(f"{phone}/send", json={"text": "hello"})
    assert (refused.status_code, sent.status_code) == (409, 204)


async def test_a_plain_form_presses_nothing(face: Face) -> None:
    """Only JSON presses: a form of another site could be sent without asking."""
    answer = await face.client.post(f"/phone/{face.ann.id}/send", data={"text": "hello"})
    assert (answer.status_code, face.ann.chat.messages) == (415, [])


async def test_every_change_is_streamed(face: Face) -> None:
    """The stream begins with how things are and goes on with what a phone shows next."""
    async with face.client.stream("GET", "/events") as stream:
        lines = stream.aiter_lines()
        first = await _next(lines)
        await face.ann.send("hello")
        second = await _next(lines)
    assert (first["phones"][0]["messages"], first["backstage"]) == ([], None)
    assert [message["text"] for message in second["phones"][0]["messages"]] == ["hello"]


async def test_another_world_takes_the_stage(face: Face) -> None:
    """After a replacement the stream shows the new people, and the Bot API answers for the new world."""
    other = World(lambda: NOW, bot_name="Other")
    other.person("Kim")
    async with face.client.stream("GET", "/events") as stream:
        lines = stream.aiter_lines()
        before = await _next(lines)
        web.replace(face.application, other)
        after = await _next(lines)
    assert (before["world"] + 1, [phone["name"] for phone in after["phones"]]) == (after["world"], ["Kim"])
    assert (await face.call("getMe"))["first_name"] == "Other"


async def test_a_newcomer_gets_a_phone(face: Face) -> None:
    """Without a backstage anybody can be added by name."""
    assert (await face.client.post("/people", json={"name": "Kim"})).status_code == 204
    assert [person.user.first_name for person in face.world.people] == ["Ann", "Kim"]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "in a moment"), (10, "in 10 min"), (90, "in 90 min"), (150, "in 2 h"), (60 * 24 * 7, "in 7 days")],
)
async def test_what_comes_is_told_as_people_say_it(minutes: int, words: str) -> None:
    """What is on its way carries a rounded stretch of time."""
    assert snapshot.until(dt.timedelta(minutes=minutes)) == words


async def test_broken_parts_are_refused() -> None:
    """A multipart body without a boundary or a name is not guessed."""
    with pytest.raises(forms.UnreadableError):
        forms.read("", "multipart/form-data", b"--x--")
    with pytest.raises(forms.UnreadableError):
        forms.read("", "multipart/form-data; boundary=x", b"--x\r\nContent-Type: a/b\r\n\r\n1\r\n--x--\r\n")


async def test_without_a_backstage_no_clock_moves(face: Face) -> None:
    """A bot that tells nothing of its backstage has no clock to move."""
    answer = await face.client.post("/backstage/move", json={"by": "week"})
    assert answer.status_code == 404


async def test_the_backstage_is_asked_what_was_pressed() -> None:
    """Each step, scene and restart reaches the backstage; unknown ones are refused."""
    play = small_bot.Play()
    wanted = [("move", {"by": "week"}), ("play", {"scene": "share"}), ("start-over", {}), ("start-paired", {})]
    unknown = [("move", {"by": "year"}), ("play", {"scene": "nine"}), ("shout", {})]
    async with web.serving(web.app(World(play.now), play)) as url, httpx.AsyncClient(base_url=url) as client:
        pressed = [await client.post(f"/backstage/{act}", json=body) for act, body in (*wanted, *unknown)]
    assert [answer.status_code for answer in pressed] == [204, 204, 204, 204, 400, 409, 404]
    assert (play.asked, play.playing) == (["move week", "start over", "start paired"], "share")


async def _close_after_poll(served: line.Served, world: World) -> None:
    while not world.updates.polls:  # noqa: ASYNC110 - it crosses a real socket
        await asyncio.sleep(0)
    await served.close()


async def _next(lines: AsyncIterator[str]) -> Any:
    """Return the next snapshot of a stream."""
    async for said in lines:
        if said.startswith("data: "):
            return json.loads(said.removeprefix("data: "))
    raise AssertionError("the stream ended")
