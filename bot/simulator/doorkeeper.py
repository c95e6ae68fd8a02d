"""Lets in only what comes from a bot on this machine or from the page itself."""

from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

HERE: Final = frozenset({"127.0.0.1", "localhost", "::1"})
_FOREIGN: Final = frozenset({"cross-site", "same-site"})


class Doorkeeper:
    """Refuses requests that another site had a browser make, and names that DNS was bent to (rebinding)."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str] = HERE) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 421 or 403."""
        headers = Headers(scope=scope)
        if _hostname(headers.get("host", "")) not in self._hosts:
            await PlainTextResponse("This name is not served here.", 421)(scope, receive, send)
        elif _is_foreign(headers, scope["path"]):
            await PlainTextResponse("Only this page may ask that.", 403)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _hostname(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None


def _is_foreign(headers: Headers, path: str) -> bool:
    origin = headers.get("origin")
    if origin is not None and origin != f"http://{headers.get('host')}":
        return True
    # A link from elsewhere may open the page itself, nothing behind it.
    return headers.get("sec-fetch-site") in _FOREIGN and path != "/"
