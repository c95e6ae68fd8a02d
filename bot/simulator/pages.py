"""Gives the browser the page, its pictures, and a stream of everything that changes on it."""

import asyncio
import contextlib
import hashlib
import json
import mimetypes
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from bot.simulator import errors, snapshot, stage
from bot.simulator.world import World

GUARDS: Final[Mapping[str, str]] = {
    "content-security-policy": (
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
}
# One act touches the world several times; together they are one picture.
_GATHER_SECONDS: Final = 0.02
_PULSE_SECONDS: Final = 1.0
_PICTURES: Final = {
    b"\x89PNG": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
    b"RIFF": "image/webp",
}
_MISSING: Final = PlainTextResponse("There is nothing here.", 404)


@dataclass(frozen=True)
class File:
    """One file of the page, as it is sent."""

    content: bytes
    kind: str
    etag: str


def read_page(folder: Path) -> dict[str, File]:
    """Return the files of the page by their path below `folder`."""
    files = {path.relative_to(folder).as_posix(): _file(path) for path in folder.rglob("*") if path.is_file()}
    return {**files, "": files["index.html"]}


async def static(request: Request) -> Response:
    """Send a file of the page; browsers ask again each time, and are told when theirs is still true."""
    files: dict[str, File] = request.app.state.files
    file = files.get(request.path_params["path"])
    if file is None:
        return _MISSING
    headers = {**GUARDS, "cache-control": "no-cache", "etag": file.etag}
    if request.headers.get("if-none-match") == file.etag:
        return Response(status_code=304, headers=headers)
    return Response(file.content, headers={**headers, "content-type": file.kind})


async def media(request: Request) -> Response:
    """Send a picture that went through a chat."""
    try:
        content = stage.of(request).world.files.get(request.path_params["file_id"]).content
    except errors.ApiError:
        return _MISSING
    kind = next((kind for start, kind in _PICTURES.items() if content.startswith(start)), None)
    return _MISSING if kind is None else Response(content, headers={**GUARDS, "content-type": kind})


async def events(request: Request) -> Response:
    """Send a snapshot now and after every change, and each toast once."""
    headers = {**GUARDS, "cache-control": "no-store"}
    return StreamingResponse(_stream(request), media_type="text/event-stream", headers=headers)


async def _stream(request: Request) -> AsyncIterator[str]:
    seen, told, served = "", 0, None
    while True:
        now = stage.of(request)
        if served is not now:
            served, told = now, len(now.world.log)
        version = now.world.changed
        for toast in snapshot.toasts(now.world.log[told:]):
            yield _event("toast", json.dumps(toast))
        told = len(now.world.log)
        taken = json.dumps(snapshot.take(now.world, now.backstage, now.generation))
        if taken != seen:
            yield _event("snapshot", taken)
        seen = taken
        await _change(now.world, version)


async def _change(world: World, version: int) -> None:
    """Return after the next change, or after a pulse: clocks and backstages change without a word."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_PULSE_SECONDS):
            await world.next_change(version)
    await asyncio.sleep(_GATHER_SECONDS)


def _event(name: str, data: str) -> str:
    return f"event: {name}\ndata: {data}\n\n"


def _file(path: Path) -> File:
    content = path.read_bytes()
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    spoken = kind if kind.startswith("image/") else f"{kind}; charset=utf-8"
    return File(content, spoken, f'"{hashlib.sha256(content).hexdigest()[:16]}"')
