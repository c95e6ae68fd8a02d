"""Carries HTTP on this machine, down to the socket, so that a fault on demand is a true one."""

import asyncio
import contextlib
import socket
import struct
from collections.abc import AsyncIterator
from typing import Any, cast

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

# Longer than any client keeps an idle connection (httpx: 5 s), so that none writes into a closing one.
KEEP_ALIVE_SECONDS = 75
_GRACE_SECONDS = 5
_LINGER_ZERO = struct.pack("ii", 1, 0)


class Outlet:
    """The transport of one connection, which holds writes until the turn ends: head and body leave together."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._held: list[bytes] = []

    def write(self, data: bytes) -> None:
        """Send `data` at the end of this turn of the loop, with all else that was written in it."""
        if not self._held:
            asyncio.get_running_loop().call_soon(self._flush)
        self._held.append(data)

    def close(self) -> None:
        """Send what is held and close."""
        self._flush()
        self._transport.close()

    def abort(self) -> None:
        """Close without another byte."""
        self._held.clear()
        self._transport.abort()

    def reset(self) -> None:
        """Close as a crashed peer does: the client meets a reset, not an end."""
        line: socket.socket | None = self._transport.get_extra_info("socket")
        if line is not None:
            with contextlib.suppress(OSError):
                line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_ZERO)
        self.abort()

    def _flush(self) -> None:
        held, self._held = b"".join(self._held), []
        if held:
            self._transport.write(held)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


class Line(H11Protocol):
    """One connection, which hands its outlet to the application under `extensions`."""

    def __init__(self, config: Config, server_state: ServerState) -> None:
        super().__init__(config, server_state, {})
        self._inner = cast("ASGIApp", self.app)
        self.app = cast("Any", self._with_outlet)

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take the connection over with an outlet of our own."""
        super().connection_made(cast("asyncio.Transport", Outlet(transport)))

    async def _with_outlet(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope["extensions"] = {"outlet": self.transport}
        await self._inner(scope, receive, send)


class Served:
    """A server that answers on `url` until it is closed."""

    def __init__(self, listener: asyncio.Server, state: ServerState, url: str) -> None:
        self.url = url
        self._listener = listener
        self._state = state

    async def close(self) -> None:
        """Take no more connections, cut those that are open, return when nothing is in flight."""
        self._listener.close()
        for connection in list(self._state.connections):
            connection.transport.abort()
        if self._state.tasks:
            await asyncio.wait(list(self._state.tasks), timeout=_GRACE_SECONDS)


async def serve(app: ASGIApp, host: str = "127.0.0.1", port: int = 0) -> Served:
    """Serve `app` inside the running loop, without a signal handler; port 0 takes a free one; OSError if taken."""
    config = Config(app, lifespan="off", log_config=None, access_log=False, timeout_keep_alive=KEEP_ALIVE_SECONDS)
    config.load()
    state = ServerState()
    loop = asyncio.get_running_loop()
    listener = await loop.create_server(lambda: Line(config, state), host, port)
    taken: int = listener.sockets[0].getsockname()[1]
    return Served(listener, state, f"http://{f'[{host}]' if ':' in host else host}:{taken}")


@contextlib.asynccontextmanager
async def serving(app: ASGIApp, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """Serve `app` while the block runs and give its address."""
    served = await serve(app, host, port)
    try:
        yield served.url
    finally:
        await served.close()
