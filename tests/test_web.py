"""The pages of the running bot: what they answer, and that they leave the process's signals alone."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator, MutableMapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from bot import nursery, web


class Said:
    """Health as a test says it."""

    def __init__(self) -> None:
        self.lives = True
        self.reason: str | None = None

    async def alive(self) -> bool:
        """Return what the test said."""
        return self.lives

    async def ready(self) -> str | None:
        """Return what the test said."""
        return self.reason

    async def metrics(self) -> str:
        """Return a number."""
        return "nearer_up 1\n"


@pytest.fixture
async def tasks() -> AsyncIterator[nursery.Nursery]:
    """Give a nursery that is closed after the test."""
    async with nursery.Nursery() as opened:
        yield opened


async def get(port: int, path: str) -> tuple[int, str, str]:
    """Return status, header block and body of a page on the loopback."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
    answer = (await reader.read()).decode()
    writer.close()
    await writer.wait_closed()
    head, _, body = answer.partition("\r\n\r\n")
    return int(head.split()[1]), head, body


async def test_health_says_ok_or_stuck(tasks: nursery.Nursery) -> None:
    """`/healthz` is 200 while the bot makes progress and 503 when it does not."""
    health = Said()
    server = web.Server(web.app(health), "127.0.0.1", 0)
    await server.start(tasks)
    well = await get(server.port, "/healthz")
    health.lives = False
    stuck = await get(server.port, "/healthz")
    await server.stop()
    assert (well[0], well[2]) == (200, "ok\n")
    assert (stuck[0], stuck[2]) == (503, "stuck\n")


async def test_readiness_says_why_not(tasks: nursery.Nursery) -> None:
    """`/readyz` is 200 when work can be taken in, else 503 with one word."""
    health = Said()
    server = web.Server(web.app(health), "127.0.0.1", 0)
    await server.start(tasks)
    ready = await get(server.port, "/readyz")
    health.reason = "database"
    waiting = await get(server.port, "/readyz")
    await server.stop()
    assert (ready[0], ready[2]) == (200, "ready\n")
    assert (waiting[0], waiting[2]) == (503, "database\n")


async def test_metrics_are_plain_text(tasks: nursery.Nursery) -> None:
    """`/metrics` answers in the form that Prometheus reads."""
    server = web.Server(web.app(Said()), "127.0.0.1", 0)
    await server.start(tasks)
    status, head, body = await get(server.port, "/metrics")
    await server.stop()
    assert (status, body) == (200, "nearer_up 1\n")
    assert "content-type: text/plain; version=0.0.4; charset=utf-8" in head.lower()


async def test_further_routes_are_served(tasks: nursery.Nursery) -> None:
    """A route that is handed over, such as a webhook, stands beside the pages; all else is not found."""

    async def hook(_: Request) -> PlainTextResponse:
        return PlainTextResponse("taken")

    server = web.Server(web.app(Said(), [Route("/hook", hook)]), "127.0.0.1", 0)
    await server.start(tasks)
    taken, missing = await get(server.port, "/hook"), await get(server.port, "/")
    await server.stop()
    assert (taken[0], taken[2], missing[0]) == (200, "taken", 404)
    assert "uvicorn" not in taken[1].lower()


class Kept:
    """A way in that keeps what it is given, until the database is away."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        self.away = False

    async def take(self, body: bytes) -> bool:
        """Keep a body, unless the database is away."""
        if not self.away:
            self.bodies.append(body)
        return not self.away


@pytest.fixture
async def hooked(tasks: nursery.Nursery) -> AsyncIterator[tuple[int, Kept]]:
    """Give the port of a webhook whose secret is `s3cret`, and what it keeps."""
    kept = Kept()
    server = web.Server(web.app(Said(), [web.hook("/hook", "s3cret", kept.take)]), "127.0.0.1", 0)
    await server.start(tasks)
    yield server.port, kept
    await server.stop()


async def push(port: int, body: bytes, *headers: str, length: int | None = None) -> tuple[int, str]:
    """Push a body to the webhook and return status and head of the answer, whether or not all of it was taken."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    size = f"Content-Length: {len(body) if length is None else length}"
    head = "\r\n".join(["POST /hook HTTP/1.1", "Host: localhost", size, *headers, "Connection: close", "", ""])
    writer.write(head.encode() + body)
    answer = (await reader.readuntil(b"\r\n\r\n")).decode()
    writer.close()
    return int(answer.split()[1]), answer.lower()


SECRET = "X-Telegram-Bot-Api-Secret-Token: s3cret"


async def test_a_webhook_keeps_what_telegram_pushes(hooked: tuple[int, Kept]) -> None:
    """What comes with the secret is kept and answered with 200; a GET is nothing to it."""
    port, kept = hooked
    assert (await push(port, b"{}", SECRET))[0] == 200
    assert (await get(port, "/hook"))[0] == 405
    assert kept.bodies == [b"{}"]


@pytest.mark.parametrize("header", ["X-Other: s3cret", SECRET[:-1], f"{SECRET}t", SECRET.replace("s3", "S3")])
async def test_a_stranger_is_not_listened_to(hooked: tuple[int, Kept], header: str) -> None:
    """Whoever does not know the secret is turned away before a byte of what they send was waited for."""
    port, kept = hooked
    async with asyncio.timeout(5):
        status, _ = await push(port, b"", header, length=90_000_000)
    assert (status, kept.bodies) == (403, [])


async def test_no_update_is_larger_than_telegrams(hooked: tuple[int, Kept]) -> None:
    """A body beyond any update's size is turned away, whatever it says of its length."""
    port, kept = hooked
    large = b"x" * (256 * 1024 + 1)
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(large), large)
    assert (await push(port, large, SECRET))[0] == 413
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"POST /hook HTTP/1.1\r\nHost: x\r\n{SECRET}\r\nTransfer-Encoding: chunked\r\n\r\n".encode())
    writer.write(chunked)
    assert b" 413 " in await reader.readline()
    writer.close()
    assert (await push(port, large[:-1], SECRET))[0] == 200
    assert [len(body) for body in kept.bodies] == [256 * 1024]


_BYTES = st.binary(max_size=40)
_BODIES = st.one_of(_BYTES, _BYTES.map(lambda one: one * 9000), st.sampled_from([b"[" * 9000, b'{"update_id":1}']))
_SECRETS = st.one_of(st.sampled_from(["s3cret", "s3cre", "s3crets", "", "S3CRET", "s3cret\u00e9"]), st.none())


@given(method=st.sampled_from(["POST", "PUT", "GET", "HEAD"]), secret=_SECRETS, body=_BODIES, away=st.booleans())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
async def test_every_call_gets_the_status_that_it_deserves(
    method: str, secret: str | None, body: bytes, *, away: bool
) -> None:
    """Whatever comes, from whomever and how large: one right status, and kept is what has the secret alone."""
    kept = Kept()
    kept.away = away
    served = web.app(Said(), [web.hook("/hook", "s3cret", kept.take)])
    header = [(b"x-telegram-bot-api-secret-token", secret.encode("latin-1"))] if secret is not None else []
    scope = {"type": "http", "method": method, "path": "/hook", "headers": header, "query_string": b""}
    said: list[MutableMapping[str, Any]] = []
    parts = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> MutableMapping[str, Any]:
        return parts.pop()

    async def send(one: MutableMapping[str, Any]) -> None:
        said.append(one)

    await served(scope, receive, send)
    known = method == "POST" and secret == "s3cret"
    large = len(body) > 256 * 1024
    expected = 405 if method != "POST" else 403 if not known else 413 if large else 503 if away else 200
    assert said[0]["status"] == expected
    assert kept.bodies == ([body] if expected == 200 else [])


async def test_what_cannot_be_kept_comes_again(hooked: tuple[int, Kept]) -> None:
    """While nothing can be kept Telegram is asked to come again in a moment."""
    port, kept = hooked
    kept.away = True
    status, head = await push(port, b"{}", SECRET)
    assert (status, "retry-after: 2" in head) == (503, True)


async def test_a_caller_who_goes_is_forgotten(hooked: tuple[int, Kept]) -> None:
    """A body that never comes whole is not kept, and the next one is."""
    port, kept = hooked
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"POST /hook HTTP/1.1\r\nHost: x\r\n{SECRET}\r\nContent-Length: 9\r\n\r\nhalf".encode())
    await writer.drain()
    writer.close()
    await writer.wait_closed()
    assert (await push(port, b"{}", SECRET))[0] == 200
    assert kept.bodies == [b"{}"]


async def test_a_taken_port_is_one_line(tasks: nursery.Nursery) -> None:
    """A port in use is told in one line with what to do."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(
            web.ListenError, match=rf"127\.0\.0\.1:{port} is in use by another process.*NEARER_LISTEN"
        ):
            await web.Server(web.app(Said()), "127.0.0.1", port).start(tasks)


async def test_a_foreign_address_is_one_line(tasks: nursery.Nursery) -> None:
    """An address of another machine is told in one line with what to do."""
    with pytest.raises(web.ListenError, match=r"is not an address of this machine.*NEARER_LISTEN"):
        await web.Server(web.app(Said()), "192.0.2.1", 0).start(tasks)


async def test_signals_stay_ours(tasks: nursery.Nursery) -> None:
    """Serving changes no signal handler: what ends the bot is decided elsewhere."""
    before = [signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGINT)]
    server = web.Server(web.app(Said()), "127.0.0.1", 0)
    await server.start(tasks)
    assert [signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGINT)] == before
    await server.stop()


async def test_a_stopped_server_lets_its_port_go(tasks: nursery.Nursery) -> None:
    """After the stop the same port can be listened on again, and stopping twice is harmless."""
    first = web.Server(web.app(Said()), "127.0.0.1", 0)
    await first.stop()
    await first.start(tasks)
    await first.stop()
    await first.stop()
    second = web.Server(web.app(Said()), "127.0.0.1", first.port)
    await second.start(tasks)
    assert (await get(second.port, "/healthz"))[0] == 200
    await second.stop()
