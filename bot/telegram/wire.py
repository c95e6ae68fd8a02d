"""Carries requests to the Bot API and tells what certainly never left from what nobody can know."""

import datetime as dt
import json
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any, NoReturn, Protocol
from urllib.parse import urlencode

import aiohttp
import yarl
from telegram import error
from telegram.request import BaseRequest, RequestData

Upload = tuple[str, bytes, str]

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")

_CONNECT_SECONDS = 2.0
_SEND_SECONDS = 20.0  # a patient read: fewer outcomes end unknown
_POLL_MARGIN_SECONDS = 10.0
_KEEP_ALIVE_SECONDS = 10.0  # shorter than any server's, so that no request meets a connection just closed
_CONNECTIONS = 128
_OK, _REDIRECT, _BAD, _SERVER = 200, 300, 400, 500
_UNAUTHORIZED, _NOT_FOUND, _CONFLICT, _FLOOD = 401, 404, 409, 429


class NotSent(error.NetworkError):
    """Nothing of the request left this machine: sending it again doubles nothing."""

    def __init__(self, message: str = "nothing was sent") -> None:
        super().__init__(message)


class Unknown(error.NetworkError):
    """The request left, or may have: whether Telegram obeyed it is not known."""

    def __init__(self, message: str = "the outcome is unknown") -> None:
        super().__init__(message)


class Flooded(error.RetryAfter):
    """Telegram asks for a pause of `retry_after`; nothing was sent."""

    @property
    def retry_after(self) -> dt.timedelta:
        """The pause, without the deprecation warning of the class it stands for."""
        return self._retry_after


class Transport(Protocol):
    """Whatever carries a request: the network, or a simulated Telegram within the process."""

    async def post(
        self, url: str, fields: Mapping[str, str], files: Mapping[str, Upload], seconds: float
    ) -> tuple[int, bytes]:
        """Return status and body within `seconds`; ConnectionRefusedError means that nothing left."""
        ...

    async def close(self) -> None:
        """Let go of every connection."""
        ...


class HttpTransport:
    """The network: one aiohttp session that knows of each request whether its headers have left."""

    def __init__(self, *, connect: float = _CONNECT_SECONDS, keep_alive: float = _KEEP_ALIVE_SECONDS) -> None:
        self._connect = connect
        self._keep_alive = keep_alive
        self._session: aiohttp.ClientSession | None = None

    async def post(
        self, url: str, fields: Mapping[str, str], files: Mapping[str, Upload], seconds: float
    ) -> tuple[int, bytes]:
        """Return status and body, or raise NotSent or Unknown without a word of the address."""
        fate = SimpleNamespace(left=False)
        answer = await self._try(url, _form(fields, files), fate, seconds)
        # Raised out here, so that the foreign error with the token in its address is no context of ours.
        return answer or _raise(Unknown() if fate.left else NotSent())

    async def close(self) -> None:
        """Close every connection; the next request would open new ones."""
        session, self._session = self._session, None
        if session:
            await session.close()

    async def _try(
        self, url: str, form: aiohttp.FormData | bytes, fate: SimpleNamespace, seconds: float
    ) -> tuple[int, bytes] | None:
        limit = aiohttp.ClientTimeout(total=seconds, connect=self._connect)
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if isinstance(form, bytes) else None
        address = yarl.URL(url, encoded=True)
        request = self._open().post(
            address, data=form, headers=headers, timeout=limit, trace_request_ctx=fate, allow_redirects=False
        )
        try:
            async with request as response:
                return response.status, await response.read()
        except (aiohttp.ClientError, OSError, TimeoutError):
            return None

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(
                limit=_CONNECTIONS, keepalive_timeout=self._keep_alive, ttl_dns_cache=60
            )
            self._session = aiohttp.ClientSession(
                connector=connector, cookie_jar=aiohttp.DummyCookieJar(), trace_configs=[_watch()]
            )
        return self._session


class Request(BaseRequest):
    """PTB's way to the Bot API, over any transport."""

    def __init__(self, transport: Transport, seconds: float = _SEND_SECONDS) -> None:
        self._transport = transport
        self._seconds = seconds

    @property
    def read_timeout(self) -> float:
        """The seconds that one request may take in all."""
        return self._seconds

    async def initialize(self) -> None:
        """Open nothing: the transport opens itself."""

    async def shutdown(self) -> None:
        """Close nothing: whoever made the transport closes it."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        """Return what Telegram answered, or raise NotSent, Unknown or Flooded; PTB's own limits are not used."""
        del method  # everything is a POST
        fields = request_data.json_parameters if request_data else {}
        files = _files(request_data) if request_data and request_data.contains_files else {}
        status, body = await _carry(self._transport, url, fields, files, self._seconds)
        if status >= _BAD:
            _check_refusal(status, body)
        return status, body

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return the answer's JSON; where it is none, somebody else answered, and nobody knows what happened."""
        return _parse(payload)


class Api:
    """The Bot API of one token without PTB: for what must not pass through its parsing."""

    def __init__(self, transport: Transport, base: str, token: str) -> None:
        self._transport = transport
        self._address = f"{base}/bot{token}"

    async def fetch(self, offset: int | None, seconds: int) -> list[Any]:
        """Return raw updates from `offset` on, waiting up to `seconds` for the first; only `offset` confirms."""
        fields = {"timeout": str(seconds), "limit": "100", "allowed_updates": json.dumps(ALLOWED_UPDATES)}
        if offset is not None:
            fields["offset"] = str(offset)
        result = await self.call("getUpdates", fields, seconds + _POLL_MARGIN_SECONDS)
        return result if isinstance(result, list) else _raise(Unknown("not a list of updates"))

    async def call(self, method: str, fields: Mapping[str, str], seconds: float = _SEND_SECONDS) -> Any:
        """Return the result of any method; raises PTB's classes, NotSent, Unknown or Flooded."""
        status, body = await _carry(self._transport, f"{self._address}/{method}", fields, {}, seconds)
        if status < _BAD:
            return _parse(body).get("result")
        said = _check_refusal(status, body)
        if status in {_UNAUTHORIZED, _NOT_FOUND}:
            raise error.InvalidToken(said)
        raise error.Conflict(said) if status == _CONFLICT else error.BadRequest(said)


async def _carry(
    transport: Transport, url: str, fields: Mapping[str, str], files: Mapping[str, Upload], seconds: float
) -> tuple[int, bytes]:
    """Return status and body; what broke on the way is raised anew, without cause or context."""
    failure: error.NetworkError
    try:
        status, body = await transport.post(url, fields, files, seconds)
    except (NotSent, Unknown) as known:
        failure = known
    except ConnectionRefusedError:
        failure = NotSent()
    except OSError:
        failure = Unknown()
    else:
        if _OK <= status < _REDIRECT or _BAD <= status < _SERVER:
            return status, body
        # A 5xx may come after Telegram accepted; anything else is not Telegram at all.
        failure = Unknown(f"HTTP {status}")
    failure.__context__ = None
    raise failure


def _check_refusal(status: int, body: bytes) -> str:
    """Return Telegram's words for a refusal; what lies between may answer 403 too, and blocks nobody."""
    answer = _parse(body)
    if answer.get("ok") is not False:
        raise Unknown(f"HTTP {status}, and not from Telegram")
    parameters = answer.get("parameters")
    if status == _FLOOD or (isinstance(parameters, dict) and "retry_after" in parameters):
        raise Flooded(_pause(parameters))
    return str(answer.get("description", f"HTTP {status}"))


def _pause(parameters: object) -> dt.timedelta:
    wanted = parameters.get("retry_after") if isinstance(parameters, dict) else None
    return dt.timedelta(seconds=wanted if isinstance(wanted, int) and 0 < wanted < 10**6 else 5)


def _parse(payload: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(payload)
    except ValueError:
        answer = None
    return answer if isinstance(answer, dict) else _raise(Unknown("the answer is no JSON of Telegram's"))


def _form(fields: Mapping[str, str], files: Mapping[str, Upload]) -> aiohttp.FormData | bytes:
    if not files:
        return urlencode(fields).encode()
    form = aiohttp.FormData(fields)
    for name, (file_name, content, kind) in files.items():
        form.add_field(name, content, filename=file_name, content_type=kind)
    return form


def _files(data: RequestData) -> dict[str, Upload]:
    return {name: _file(value) for name, value in data.multipart_data.items()}


def _file(value: Any) -> Upload:
    name, content, kind = value
    return name, content if isinstance(content, bytes) else content.read(), kind


def _watch() -> aiohttp.TraceConfig:
    """Return a trace that notes on each request when its headers leave."""

    async def leave(_session: object, request: SimpleNamespace, _params: object) -> None:
        request.trace_request_ctx.left = True

    trace = aiohttp.TraceConfig()
    trace.on_request_headers_sent.append(leave)
    return trace


def _raise(failure: Exception) -> NoReturn:
    raise failure
