"""Asks a Bot API server who this bot is: once for an operator who wants to know, patiently before a start."""

import dataclasses
import datetime as dt
import email.utils
import itertools
import json
from collections.abc import Awaitable, Callable
from typing import TypeVar

import aiohttp
from telegram import error

from bot import clock, logs
from bot.telegram import application, intake, wire

T = TypeVar("T")

SECONDS = 10
PAUSES = (2.0, 5.0, 15.0, 30.0)  # between two tries while Telegram cannot be reached


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The bot's username and the server's time, or the one line of what is wrong."""

    username: str | None = None
    moment: dt.datetime | None = None
    fault: str | None = None


async def reach(base: str, token: str) -> Found:
    """Return who the token belongs to; what fails is told without the token."""
    timeout = aiohttp.ClientTimeout(total=SECONDS)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.post(f"{base}/bot{token}/getMe") as response,
        ):
            return _read(response.status, await response.read(), response.headers.get("Date"))
    except (aiohttp.ClientError, OSError, TimeoutError):
        return Found(fault=f"{base} cannot be reached; look at the network, or at NEARER_API_BASE")


def _read(status: int, body: bytes, date: str | None) -> Found:
    """Return what an answer says."""
    if status in (401, 404):
        return Found(fault="the token is refused; ask @BotFather for the current one (NEARER_BOT_TOKEN)")
    try:
        username = json.loads(body)["result"]["username"]
    except (ValueError, KeyError, TypeError):
        return Found(fault="the answer is not a Bot API server's; look at NEARER_API_BASE")
    return Found(username=username, moment=email.utils.parsedate_to_datetime(date) if date else None)


async def introduce(api: wire.Api, clock: clock.Clock) -> str:
    """Return the bot's own username, patiently while Telegram cannot be reached; raises TokenRefused."""

    async def ask() -> str:
        return str((await api.call("getMe", {}))["username"])

    return await _patiently(ask, clock)


async def initialize(application: application.App, clock: clock.Clock) -> None:
    """Let PTB ask the same for itself, with the same patience."""
    await _patiently(application.initialize, clock)


async def _patiently(ask: Callable[[], Awaitable[T]], clock: clock.Clock) -> T:
    """Return what Telegram answers, as soon as it does; raises TokenRefused."""
    for attempt in itertools.count():
        try:
            return await ask()
        except error.InvalidToken:
            break
        except (error.TelegramError, KeyError, TypeError) as failure:
            if attempt == 0:
                logs.trouble("telegram-unreachable", error=failure)
        await clock.sleep(PAUSES[min(attempt, len(PAUSES) - 1)])
    raise intake.TokenRefused
