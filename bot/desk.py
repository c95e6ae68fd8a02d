"""The desk of a running bot: a socket beside its database, where operator commands ask for what only it can do."""

import asyncio
import contextlib
import json
import os
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

from bot import logs, nursery
from bot.store import errors

Say = Callable[[int, int], None]  # how much is done, of how much
Answer = Mapping[str, str | int]
Wish = Callable[[Mapping[str, Any], Say], Awaitable[Answer]]

_ASK_SECONDS = 5.0


def beside(database: Path) -> Path:
    """Return where the desk of the bot that works on this file is."""
    return database.with_name(f"{database.name}.sock")


@contextlib.asynccontextmanager
async def opened(path: Path | None, wishes: Mapping[str, Wish]) -> AsyncIterator[None]:
    """Fulfil wishes while the block runs; where no desk can be made the bot runs without one."""
    listening = _listening(path) if path is not None else None
    if path is None or listening is None:
        yield
        return
    async with nursery.Nursery() as visitors:
        server = await asyncio.start_unix_server(_Desk(wishes, visitors).receive, sock=listening)
        try:
            yield
        finally:
            server.close()
            _clear(path)


async def ask(path: Path, wish: str, say: Say, **said: str | int) -> Answer | None:
    """Return the answer to a wish, telling how it goes; None where nobody is there; StoreError where refused."""
    try:
        reader, writer = await asyncio.open_unix_connection(path)
    except OSError:
        return None
    try:
        writer.write(json.dumps({"wish": wish, **said}).encode() + b"\n")
        async for line in reader:
            told = json.loads(line)
            if "refused" in told:
                raise errors.StoreError(told["refused"])
            if "done" in told:
                return dict(told["done"])
            say(*told["at"])
    finally:
        writer.close()
    raise errors.StoreError("the running bot ended before it was done: look at its log, then run this again")


class _Desk:
    """Hears one wish of each visitor, and answers in lines of JSON."""

    def __init__(self, wishes: Mapping[str, Wish], visitors: nursery.Nursery) -> None:
        self._wishes = wishes
        self._visitors = visitors

    async def receive(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Fulfil the wish as a task of the nursery, which ends with the bot."""
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.wait([self._visitors.start("desk", self._attend(reader, writer))])
        writer.close()

    async def _attend(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        def tell(**told: object) -> None:
            if not writer.is_closing():
                writer.write(json.dumps(told).encode() + b"\n")

        try:
            async with asyncio.timeout(_ASK_SECONDS):
                said = json.loads(await reader.readline())
            wish = self._wishes[said["wish"]]
            tell(done=await wish(said, lambda done, total: tell(at=[done, total])))
            await writer.drain()
        except errors.StoreError as failure:
            tell(refused=str(failure))
        except (KeyError, TypeError, ValueError, TimeoutError):
            tell(refused="the running bot does not know this wish: it is of another version")
        except ConnectionError:
            return
        except Exception as failure:  # noqa: BLE001 - a visitor must not end the bot
            logs.trouble("wish-failed", error=failure)
            tell(refused="the running bot failed at it: look at its log")


def _listening(path: Path) -> socket.socket | None:
    """Return a socket at `path` that its owner alone can reach; what an earlier process left there is replaced."""
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    before = os.umask(0o177)
    try:
        _clear(path)
        listening.bind(str(path))
    except OSError as failure:  # a path that is too long, a disk without sockets
        listening.close()
        logs.trouble("no-desk", error=failure)
        return None
    finally:
        os.umask(before)
    return listening


def _clear(path: Path) -> None:
    path.unlink(missing_ok=True)
