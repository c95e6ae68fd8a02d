"""The pages of the running bot: what they answer, and that they leave the process's signals alone."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator

import pytest
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
