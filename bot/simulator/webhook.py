"""Pushes an update to a bot's webhook on this machine: the one request the simulator makes by itself."""

import asyncio
import ipaddress
from collections.abc import Mapping
from urllib.parse import SplitResult, urlsplit

_SECONDS = 30.0


async def deliver(url: str, body: bytes, headers: Mapping[str, str]) -> int:
    """POST `body` and return the status; OSError where nobody answers within half a minute or on this machine."""
    address = urlsplit(url)
    if address.scheme != "http" or not _is_here(address.hostname or ""):
        raise ConnectionRefusedError("only webhooks on this machine are called")
    async with asyncio.timeout(_SECONDS):
        reader, writer = await asyncio.open_connection(address.hostname, address.port or 80)
        try:
            writer.write(_request(address, body, headers))
            return _status(await reader.readline())
        finally:
            writer.close()


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _request(address: SplitResult, body: bytes, headers: Mapping[str, str]) -> bytes:
    target = (address.path or "/") + (f"?{address.query}" if address.query else "")
    own = {"Host": address.netloc, "Content-Length": str(len(body)), "Connection": "close"}
    lines = [f"POST {target} HTTP/1.1", *(f"{name}: {value}" for name, value in {**headers, **own}.items())]
    return "\r\n".join([*lines, "", ""]).encode() + body


def _status(line: bytes) -> int:
    words = line.split()
    if len(words) < 2 or not words[1].isdigit():  # noqa: PLR2004 - version and status
        raise ConnectionResetError("no answer from the webhook")
    return int(words[1])
