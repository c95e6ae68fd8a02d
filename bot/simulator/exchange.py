"""Answers a bot's HTTP requests, and acts out the failures that were asked for."""

import asyncio
from collections.abc import Awaitable
from typing import Final, TypeVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from bot.simulator import api, faults, forms, stage
from bot.simulator.line import Outlet

T = TypeVar("T")
_JSON: Final = "application/json"


async def call(request: Request) -> Response:
    """Answer one method call as Telegram would."""
    try:
        form = forms.read(request.url.query, request.headers.get("content-type", ""), await request.body())
    except forms.UnreadableError as broken:
        return _refusal(400, f"Bad Request: can't parse the request: {broken}")
    token, method = request.path_params["token"], request.path_params["method"]
    asked = stage.of(request).api.answer(token, method, form.values, form.files)
    answer = await (_while_listening(request, asked) if method.lower() == "getupdates" else asked)
    return Lost(api.Answer(0, b"", "hang")) if answer is None else _outcome(answer)


async def download(request: Request) -> Response:
    """Give out a file that went through a chat."""
    status, content = await stage.of(request).api.download(
        request.path_params["token"],
        request.path_params["path"],
    )
    return Response(content, status, media_type="application/octet-stream" if status == 200 else _JSON)  # noqa: PLR2004


class Lost(Response):
    """An answer that does not arrive, or not all of it."""

    def __init__(self, answer: api.Answer) -> None:
        super().__init__(answer.body, answer.status, media_type=_JSON)
        self._fate: faults.Kind | None = answer.fate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Do to the connection what the fate says, and return when it is gone."""
        outlet: Outlet = scope["extensions"]["outlet"]
        if self._fate == "half_body":
            await self._half(outlet, send)
        elif self._fate in ("reset", "refuse"):
            outlet.reset()
        elif self._fate not in ("hang", "hang_after"):
            outlet.abort()
        await _end(receive)

    async def _half(self, outlet: Outlet, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        half = bytes(self.body)[: len(self.body) // 2]
        await send({"type": "http.response.body", "body": half, "more_body": True})
        outlet.close()


def _outcome(answer: api.Answer) -> Response:
    if answer.fate is not None:
        return Lost(answer)
    return Response(answer.body, answer.status, media_type=_JSON)


def _refusal(status: int, words: str) -> Response:
    return JSONResponse({"ok": False, "error_code": status, "description": words}, status)


async def _while_listening(request: Request, asked: Awaitable[T]) -> T | None:
    """Return the answer, or None as soon as nobody waits for it any more: a dead poller polls no longer."""

    async def ask() -> T:
        return await asked

    async with asyncio.TaskGroup() as group:
        answer = group.create_task(ask())
        gone = group.create_task(_end(request.receive))
        await asyncio.wait({answer, gone}, return_when=asyncio.FIRST_COMPLETED)
        gone.cancel()
        answer.cancel()
    return None if answer.cancelled() else answer.result()


async def _end(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
