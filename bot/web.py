"""Serves /healthz, /readyz, /metrics and the webhook on a loop and with signal handlers that are ours."""

import asyncio
import contextlib
import errno
import hmac
import socket
from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import Protocol

import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute
from starlette.routing import Route as Route

from bot import nursery

_FORBIDDEN, _TOO_LARGE, _UNAVAILABLE = 403, 413, 503
_DRAIN_SECONDS = 3
_SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - its name
_LARGEST = 256 * 1024  # Telegram builds an update in 64 KiB: telegram-bot-api, Client.cpp
_RETRY_SECONDS = 2  # honoured by Telegram: telegram-bot-api, WebhookActor.cpp

Take = Callable[[bytes], Awaitable[bool]]


class ListenError(Exception):
    """Says in one line why the address cannot be listened on, and what to do."""


class Health(Protocol):
    """What the running bot can say about itself."""

    async def alive(self) -> bool:
        """Return whether the process still makes progress; if not, it should be restarted."""
        ...

    async def ready(self) -> str | None:
        """Return None when work can be taken in, else one word that says why not."""
        ...

    async def metrics(self) -> str:
        """Return numbers in Prometheus' text form, from which nothing can be learnt of anybody."""
        ...


def app(health: Health, routes: Sequence[BaseRoute] = ()) -> Starlette:
    """Return the pages every bot has, and `routes` that bring more."""
    pages = {"/healthz": _alive(health), "/readyz": _ready(health), "/metrics": _metrics(health)}
    return Starlette(routes=[*(Route(path, page) for path, page in pages.items()), *routes])


def hook(path: str, secret: str, take: Take) -> Route:
    """Return Telegram's way in: 403 unless it knows the secret, 200 once `take` has kept the update, else 503."""

    async def answer(request: Request) -> PlainTextResponse:
        # Before a byte of the body is read: a stranger may send as much as they like.
        if not hmac.compare_digest(request.headers.get(_SECRET_HEADER, "").encode(), secret.encode()):
            return PlainTextResponse("forbidden\n", _FORBIDDEN)
        body = await _body(request)
        if body is None:
            return PlainTextResponse("too large\n", _TOO_LARGE)
        if await take(body):
            return PlainTextResponse("kept\n")
        return PlainTextResponse("not now\n", _UNAVAILABLE, {"Retry-After": str(_RETRY_SECONDS)})

    return Route(path, answer, methods=["POST"])


class Server:
    """Serves one app at one address until it is stopped."""

    def __init__(self, served: Starlette, host: str, port: int) -> None:
        self._address = (host, port)
        self._server = _Quiet(_config(served))
        self._running: asyncio.Task[None] | None = None
        self.port = port

    async def start(self, tasks: nursery.Nursery) -> None:
        """Listen from now on, as one of `tasks`; a taken or foreign address raises ListenError."""
        listening = _listen(*self._address)
        self.port = listening.getsockname()[1]
        self._running = tasks.start("web", self._server.serve(sockets=[listening]))
        await self._server.settled.wait()

    async def stop(self) -> None:
        """Answer what has begun, for three seconds at most, and let the address go."""
        if self._running is None:
            return
        self._server.should_exit = True
        await asyncio.wait([self._running])


class _Quiet(uvicorn.Server):
    """uvicorn without its signal handlers: SIGTERM drains the whole bot, not the web part alone."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.settled = asyncio.Event()

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        try:
            await super().serve(sockets=sockets)
        finally:
            self.settled.set()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self.settled.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _config(served: Starlette) -> uvicorn.Config:
    # An access log would hold the webhook's address; our own log keeps its one format.
    return uvicorn.Config(
        served,
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_DRAIN_SECONDS,
    )


def _alive(health: Health) -> Callable[[Request], Awaitable[PlainTextResponse]]:
    async def answer(_: Request) -> PlainTextResponse:
        alive = await health.alive()
        return PlainTextResponse("ok\n" if alive else "stuck\n", 200 if alive else _UNAVAILABLE)

    return answer


def _ready(health: Health) -> Callable[[Request], Awaitable[PlainTextResponse]]:
    async def answer(_: Request) -> PlainTextResponse:
        reason = await health.ready()
        return PlainTextResponse(f"{reason or 'ready'}\n", _UNAVAILABLE if reason else 200)

    return answer


def _metrics(health: Health) -> Callable[[Request], Awaitable[PlainTextResponse]]:
    async def answer(_: Request) -> PlainTextResponse:
        return PlainTextResponse(await health.metrics(), media_type="text/plain; version=0.0.4")

    return answer


async def _body(request: Request) -> bytes | None:
    """Return the body; None where it is larger than any update, or the caller has gone."""
    body = bytearray()
    with contextlib.suppress(ClientDisconnect):
        async for part in request.stream():
            body += part
            if len(body) > _LARGEST:
                return None
        return bytes(body)
    return None


def _listen(host: str, port: int) -> socket.socket:
    """Return a listening socket, bound here so that a taken port is one line and not uvicorn's exit."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.create_server(address[:2], family=family)
    except OSError as error:
        raise ListenError(_advice(error, f"{host}:{port}")) from None
    listening.setblocking(False)  # noqa: FBT003 - the socket's own signature
    return listening


def _advice(error: OSError, address: str) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"{address} is in use by another process: end it, or choose another address with NEARER_LISTEN"
    if error.errno == errno.EACCES:
        return f"{address} may not be opened by this user: choose a port above 1023 with NEARER_LISTEN"
    return f"{address} is not an address of this machine: choose another with NEARER_LISTEN"
