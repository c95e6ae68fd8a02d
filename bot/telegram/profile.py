"""Presents the bot in every language: its descriptions and its menu, written only where they differ."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bot import logs
from bot.telegram import rendering, wire

MENU = ("today", "note", "warmth", "breather", "journal", "ours", "settings", "support")
_FALLBACK = "en"
_DESCRIPTIONS = (
    ("Description", "description", "profile-description"),
    ("ShortDescription", "short_description", "profile-short"),
)
_SCOPE = json.dumps({"type": "all_private_chats"})


async def present(api: wire.Api, texts: rendering.Texts, locales: Sequence[str]) -> int:
    """Make Telegram show our menu and descriptions; return how many had to be written, which Telegram limits."""
    written = 0
    for code, locale in _languages(locales).items():
        language = {"language_code": code} if code else {}
        written += await _describe(api, texts, locale, language)
        written += await _offer(api, texts, locale, language)
    logs.event("profile-presented", count=written)
    return written


def _languages(locales: Sequence[str]) -> dict[str, str]:
    """Return which of our languages to show for each of Telegram's two-letter codes; "" is everybody else's."""
    return {"": _FALLBACK} | {locale[:2]: locale for locale in locales}


async def _describe(api: wire.Api, texts: rendering.Texts, locale: str, language: Mapping[str, str]) -> int:
    """Write the two descriptions that people read before START."""
    written = 0
    for noun, field, key in _DESCRIPTIONS:
        wanted = texts.text(locale, key).strip()
        shown: Any = await api.call(f"getMy{noun}", language)
        if shown.get(field) != wanted:
            await api.call(f"setMy{noun}", {**language, field: wanted})
            written += 1
    return written


async def _offer(api: wire.Api, texts: rendering.Texts, locale: str, language: Mapping[str, str]) -> int:
    """Write the menu of private chats."""
    wanted = [{"command": name, "description": texts.text(locale, f"command-{name}")} for name in MENU]
    where = {"scope": _SCOPE, **language}
    if await api.call("getMyCommands", where) == wanted:
        return 0
    await api.call("setMyCommands", {**where, "commands": json.dumps(wanted)})
    return 1
