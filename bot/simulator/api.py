"""Telegram's Bot API: a request in, the status and body that Telegram would give out."""

import asyncio
import inspect
import json
import urllib.parse
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from bot.simulator import editing, errors, faults, presenting, receiving, sending
from bot.simulator.fields import Fields, Upload
from bot.simulator.methods import Method
from bot.simulator.world import World

METHODS: Final[dict[str, Method]] = {
    **receiving.METHODS,
    **sending.METHODS,
    **editing.METHODS,
    **presenting.METHODS,
}
_PAGE: Final = b"<html><head><title>502 Bad Gateway</title></head></html>"


class Answer(NamedTuple):
    """What comes back; `fate` says what the network does to it, None where nothing goes wrong."""

    status: int
    body: bytes
    fate: faults.Kind | None = None


class BotApi:
    """The Bot API of one world's bot."""

    def __init__(self, world: World) -> None:
        self.world = world

    async def answer(
        self,
        token: str,
        method: str,
        fields: Mapping[str, str],
        files: Mapping[str, Upload] | None = None,
    ) -> Answer:
        """Obey or refuse one request; network failures are told in `fate`, for a server to act out."""
        fault = self.world.faults.take(method, _number(fields.get("chat_id")))
        if fault is None:
            return Answer(*await self._obey(token, method, fields, files or {}))
        if fault.kind in faults.BEFORE:
            return Answer(0, b"", fault.kind)
        refusal = fault.refusal()
        if refusal is not None:
            return Answer(*_refused(refusal))
        if fault.kind == "slow":
            await self.world.sleep(fault.seconds)
            return Answer(*await self._obey(token, method, fields, files or {}))
        status, body = await self._obey(token, method, fields, files or {})
        return Answer(status, _PAGE) if fault.kind == "not_json" else Answer(status, body, fault.kind)

    async def call(
        self,
        token: str,
        method: str,
        fields: Mapping[str, str],
        files: Mapping[str, Upload] | None = None,
    ) -> tuple[int, bytes]:
        """Return status and body; a network failure raises ConnectionError, or TimeoutError at once."""
        answer = await self.answer(token, method, fields, files)
        _act_out(answer.fate)
        return answer.status, answer.body

    async def download(self, token: str, path: str) -> tuple[int, bytes]:
        """Return a file's bytes, or the 401 or 404 that its address deserves."""
        if token != self.world.token:
            return _refused(errors.ApiError(401, "Unauthorized"))
        kept = self.world.files.at(path)
        return (200, kept.content) if kept is not None else _refused(errors.ApiError(404, "Not Found"))

    async def _obey(
        self,
        token: str,
        name: str,
        values: Mapping[str, str],
        files: Mapping[str, Upload],
    ) -> tuple[int, bytes]:
        try:
            fields = Fields(values, files, lambda words: self._complain(name, words))
            result: Any = self._method(token, name, values, files).run(self.world, fields)
            if inspect.isawaitable(result):
                result = await result
        except errors.ApiError as refusal:
            return _refused(refusal)
        return 200, json.dumps({"ok": True, "result": result}).encode()

    def _method(self, token: str, name: str, values: Mapping[str, str], files: Mapping[str, Upload]) -> Method:
        if token != self.world.token:
            raise errors.ApiError(401, "Unauthorized")
        method = _BY_LOWER_CASE.get(name.lower())
        if method is None:
            self._complain(name, "the simulator does not know this method")
            raise errors.ApiError(404, f"Not Found: the simulator does not know the method {name}")
        attached = {value.removeprefix("attach://") for value in files if _is_attached(value, values)}
        for unknown in sorted((values.keys() | files.keys()) - method.takes - attached):
            self._complain(name, f"unknown parameter {unknown}")
        return method

    def _complain(self, name: str, words: str) -> None:
        self.world.violations.append(f"{name}: {words}")


class Wire(BotApi):
    """The Bot API as a transport within the process: what a network would do to a client happens to it."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._closed = False

    async def post(
        self,
        url: str,
        fields: Mapping[str, str],
        files: Mapping[str, Upload],
        seconds: float,
    ) -> tuple[int, bytes]:
        """Return status and body within `seconds`, or raise as a broken connection does."""
        if self._closed:
            raise ConnectionRefusedError("the transport is closed")
        token, method, path = _split(url)
        async with asyncio.timeout(seconds):
            if path:
                return await self.download(token, path)
            answer = await self.answer(token, method, fields, files)
        if answer.fate in ("hang", "hang_after"):
            await self.world.sleep(seconds)
        _act_out(answer.fate)
        return answer.status, answer.body

    async def close(self) -> None:
        """Refuse everything from now on."""
        self._closed = True


_BY_LOWER_CASE: Final = {name.lower(): method for name, method in METHODS.items()}


def _act_out(fate: faults.Kind | None) -> None:
    if fate == "refuse":
        raise ConnectionRefusedError("connection refused")
    if fate in ("hang", "hang_after"):
        raise TimeoutError("no answer came")
    if fate is not None:
        raise ConnectionResetError("connection reset by peer")


def _refused(refusal: errors.ApiError) -> tuple[int, bytes]:
    body: dict[str, Any] = {"ok": False, "error_code": refusal.status, "description": refusal.description}
    if refusal.retry_after is not None:
        body["parameters"] = {"retry_after": refusal.retry_after}
    return refusal.status, json.dumps(body).encode()


def _split(url: str) -> tuple[str, str, str]:
    """Return token, method and file path of an address."""
    path = urllib.parse.unquote(urllib.parse.urlsplit(url).path)
    before, _, rest = path.partition("/bot")
    token, _, tail = rest.partition("/")
    return (token, "", tail) if before.endswith("/file") else (token, tail, "")


def _is_attached(name: str, values: Mapping[str, str]) -> bool:
    return any(f"attach://{name}" in value for value in values.values())


def _number(text: str | None) -> int | None:
    try:
        return int(text) if text else None
    except ValueError:
        return None
