"""Checks every request to the Bot API by Telegram's public rules, knowing nothing of our bot and simulator."""

import dataclasses
import json
import re
import unicodedata
import urllib.parse
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

Rule = Callable[[str], str | None]  # what is wrong with a value; None: nothing

# https://core.telegram.org/bots/api#messageentity
ENTITIES = frozenset(
    {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold", "italic"}
    | {"underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre"}
    | {"text_link", "text_mention", "custom_emoji"}
)
UPDATES = frozenset(["message", "edited_message", "callback_query", "my_chat_member"])
REACTIONS = frozenset(["❤", "👍", "🔥", "🥰", "👏", "🤔", "🎉", "🙏", "👌", "🕊", "🤝", "✍", "🤗", "🫡"])
_LOCALE = re.compile(r"[a-z]{2}")
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_ENTITY_FIELDS = frozenset(["type", "offset", "length", "url", "user", "language", "custom_emoji_id"])
_PREVIEW_FIELDS = frozenset(
    ["is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text"],
)


def units(text: str) -> int:
    """Return the length as Telegram counts it: UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def integer(least: int, most: int) -> Rule:
    """Return the rule of a whole number."""

    def rule(value: str) -> str | None:
        if not re.fullmatch(r"-?[0-9]{1,19}", value):
            return "not a whole number"
        return None if least <= int(value) <= most else f"not between {least} and {most}"

    return rule


def words(least: int, most: int) -> Rule:
    """Return the rule of a text."""

    def rule(value: str) -> str | None:
        if any(unicodedata.category(one) in {"Cc", "Cs"} and one != "\n" for one in value):
            return "has control characters"
        size = units(value.strip())
        return None if least <= size <= most else f"has {size} units, not {least} to {most}"

    return rule


def flag(value: str) -> str | None:
    """Hold that a value is a truth value as JSON spells it."""
    return None if value in ("true", "false") else "not true or false"


def pattern(wanted: re.Pattern[str]) -> Rule:
    """Return the rule of a value of one shape."""
    return lambda value: None if wanted.fullmatch(value) else "has another shape"


def structure(kind: type, check: Callable[[Any], str | None]) -> Rule:
    """Return the rule of a value that is JSON."""

    def rule(value: str) -> str | None:
        try:
            parsed = json.loads(value)
        except ValueError:
            return "not JSON"
        return check(parsed) if isinstance(parsed, kind) else f"not a JSON {kind.__name__}"

    return rule


def _strings(allowed: frozenset[str]) -> Callable[[list[Any]], str | None]:
    return lambda values: None if allowed.issuperset(map(str, values)) else f"unknown values in {values}"


def _numbers(values: list[Any]) -> str | None:
    fits = 1 <= len(values) <= 100 and all(type(one) is int and one > 0 for one in values)
    return None if fits and len(set(values)) == len(values) else "not 1 to 100 different ids"


def _markup(shape: dict[str, Any]) -> str | None:
    rows = shape.get("inline_keyboard")
    if shape.keys() != {"inline_keyboard"} or not isinstance(rows, list) or not rows:
        return "not an inline keyboard with rows"
    if not all(isinstance(row, list) and 1 <= len(row) <= 8 for row in rows):
        return "a row is not a list of 1 to 8 buttons"
    if sum(map(len, rows)) > 100:
        return "more than 100 buttons"
    return next((wrong for row in rows for one in row if (wrong := _button(one))), None)


def _button(one: Any) -> str | None:
    if not isinstance(one, dict) or len(one) != 2 or not str(one.get("text", "")).strip():
        return f"a button is not a text and one action: {one}"
    if "\n" in one["text"] or words(1, 128)(one["text"]):
        return f"a button's text is out of shape: {one}"
    data, address = one.get("callback_data"), one.get("url")
    if data is not None and not (isinstance(data, str) and 1 <= len(data.encode()) <= 64):
        return "callback_data is not 1 to 64 bytes"
    if address is not None and urllib.parse.urlsplit(str(address)).scheme not in ("https", "http", "tg"):
        return "a button's address is none"
    return None if (data is None) != (address is None) else f"a button without a known action: {one}"


def _reply(shape: dict[str, Any]) -> str | None:
    if shape.keys() - {"message_id", "allow_sending_without_reply"}:
        return "unknown fields"
    return None if type(shape.get("message_id")) is int and shape["message_id"] > 0 else "no message_id"


def _preview(shape: dict[str, Any]) -> str | None:
    return "unknown fields" if shape.keys() - _PREVIEW_FIELDS else None


def _reaction(values: list[Any]) -> str | None:
    fits = len(values) <= 1 and all(
        isinstance(one, dict) and one.keys() == {"type", "emoji"} and one["emoji"] in REACTIONS for one in values
    )
    return None if fits else f"not one known emoji: {values}"


def _commands(values: list[Any]) -> str | None:
    for one in values:
        if one.keys() != {"command", "description"} or not _COMMAND.fullmatch(one["command"]):
            return f"a command is out of shape: {one}"
        if words(1, 256)(one["description"]):
            return f"a description is out of shape: {one}"
    return None if len(values) <= 100 else "more than 100 commands"


def _scope(shape: dict[str, Any]) -> str | None:
    return None if shape == {"type": "all_private_chats"} else f"unknown scope {shape}"


_CHAT = integer(-(2**52), 2**52)
_MESSAGE = integer(1, 2**31 - 1)
_TEXT: Mapping[str, Rule] = {
    "chat_id": _CHAT,
    "text": words(1, 4096),
    "entities": structure(list, lambda _: None),  # seen to together with the text
    "reply_markup": structure(dict, _markup),
    "link_preview_options": structure(dict, _preview),
}
_LANGUAGE: Mapping[str, Rule] = {"language_code": pattern(_LOCALE)}
_MENU: Mapping[str, Rule] = {**_LANGUAGE, "scope": structure(dict, _scope)}
NEEDED: Mapping[str, frozenset[str]] = {
    "sendMessage": frozenset({"chat_id", "text"}),
    "editMessageText": frozenset({"chat_id", "message_id", "text"}),
    "deleteMessage": frozenset({"chat_id", "message_id"}),
    "deleteMessages": frozenset({"chat_id", "message_ids"}),
    "answerCallbackQuery": frozenset({"callback_query_id"}),
    "setMessageReaction": frozenset({"chat_id", "message_id", "reaction"}),
    "leaveChat": frozenset({"chat_id"}),
    "setMyCommands": frozenset({"commands"}),
}
METHODS: Mapping[str, Mapping[str, Rule]] = {
    "getMe": {},
    "deleteWebhook": {"drop_pending_updates": flag},
    "setWebhook": {
        "url": pattern(re.compile(r"https://\S{1,240}")),
        "secret_token": pattern(re.compile(r"[A-Za-z0-9_-]{1,256}")),
        "allowed_updates": structure(list, _strings(UPDATES)),
    },
    "getWebhookInfo": {},
    "getUpdates": {
        "offset": integer(-(2**31), 2**31 - 1),
        "limit": integer(1, 100),
        "timeout": integer(0, 50),
        "allowed_updates": structure(list, _strings(UPDATES)),
    },
    "sendMessage": {
        **_TEXT,
        "reply_parameters": structure(dict, _reply),
        "disable_notification": flag,
        "protect_content": flag,
    },
    "editMessageText": {**_TEXT, "message_id": _MESSAGE},
    "deleteMessage": {"chat_id": _CHAT, "message_id": _MESSAGE},
    "deleteMessages": {"chat_id": _CHAT, "message_ids": structure(list, _numbers)},
    "answerCallbackQuery": {
        "callback_query_id": pattern(re.compile(r"\S{1,64}")),
        "text": words(0, 200),
        "show_alert": flag,
        "cache_time": integer(0, 86400),
    },
    "setMessageReaction": {
        "chat_id": _CHAT,
        "message_id": _MESSAGE,
        "reaction": structure(list, _reaction),
        "is_big": flag,
    },
    "leaveChat": {"chat_id": _CHAT},
    "getMyCommands": _MENU,
    "setMyCommands": {**_MENU, "commands": structure(list, _commands)},
    "getMyDescription": _LANGUAGE,
    "setMyDescription": {**_LANGUAGE, "description": words(0, 512)},
    "getMyShortDescription": _LANGUAGE,
    "setMyShortDescription": {**_LANGUAGE, "short_description": words(0, 120)},
}


def wrong_with(method: str, fields: Mapping[str, str]) -> list[str]:
    """Return what is wrong with one request, a line each."""
    rules = METHODS.get(method)
    if rules is None:
        return [f"{method}: no such method, or none that this bot has a use for"]
    found = [f"{method}: unknown parameter {name}" for name in fields if name not in rules]
    found += [f"{method}: {name} is missing" for name in NEEDED.get(method, frozenset()) - fields.keys()]
    for name, value in fields.items():
        fault = rules[name](value) if name in rules else None
        found += [f"{method}: {name} {fault}"] if fault else []
    if "entities" in fields and not found:
        found += [f"{method}: {fault}" for fault in entity_faults(fields["text"], json.loads(fields["entities"]))]
    return found


def entity_faults(text: str, entities: list[Any]) -> list[str]:
    """Return what is wrong with where entities stand."""
    raw = text.encode("utf-16-le", "surrogatepass")
    faults = ["more than 100 entities"] if len(entities) > 100 else []
    for one in entities:
        offset, length = one.get("offset", -1), one.get("length", 0)
        if one.get("type") not in ENTITIES or one.keys() - _ENTITY_FIELDS:
            faults.append(f"unknown entity {one}")
        elif offset < 0 or length < 1 or 2 * (offset + length) > len(raw):
            faults.append(f"entity outside the text {one}")
        elif any(_splits(raw, 2 * at) for at in (offset, offset + length)):
            faults.append(f"entity within a character {one}")
    return faults


def _splits(raw: bytes, at: int) -> bool:
    return at + 1 < len(raw) and 0xDC <= raw[at + 1] <= 0xDF


@dataclasses.dataclass(slots=True)
class Call:
    """One request as it came over the wire, and what was said to it."""

    method: str
    fields: dict[str, str]
    at: float
    status: int = 0
    body: bytes = b""

    @property
    def refusal(self) -> str | None:
        """Return the words of a refusal, None where there was none."""
        if self.status < 400:
            return None
        try:
            return str(json.loads(self.body).get("description", self.status))
        except ValueError:
            return f"HTTP {self.status}"


Meeting = Callable[[str, str], Awaitable[None]]


async def nobody(_moment: str, _method: str) -> None:
    """Do nothing before and after a request."""


class Watch:
    """Stands before a Bot API server, notes every request and answer, and passes them on unchanged."""

    def __init__(self, app: ASGIApp, now: Callable[[], float]) -> None:
        self.calls: list[Call] = []
        self.faults: list[str] = []
        self.meeting: Meeting = nobody
        self._app = app
        self._now = now

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on."""
        if scope["type"] != "http" or not scope["path"].startswith("/bot"):
            await self._app(scope, receive, send)
            return
        body = await _body(receive)
        call = self._note(scope, body)
        await self.meeting("before", call.method)
        pending = [body]

        async def again() -> Message:
            if pending:
                return {"type": "http.request", "body": pending.pop(), "more_body": False}
            return await receive()

        async def noting(message: Message) -> None:
            if message["type"] == "http.response.start":
                call.status = message["status"]
            elif message["type"] == "http.response.body":
                call.body += message.get("body", b"") if call.method != "getUpdates" else b""
                await self.meeting("after", call.method)
            await send(message)

        await self._app(scope, again, noting)

    def refusals(self) -> list[tuple[str, str]]:
        """Return method and words of every refusal."""
        return [(call.method, said) for call in self.calls if (said := call.refusal) is not None]

    def _note(self, scope: Scope, body: bytes) -> Call:
        method = scope["path"].rpartition("/")[2]
        form = urllib.parse.parse_qsl(body.decode(), keep_blank_values=True, strict_parsing=bool(body))
        call = Call(method, dict(form), self._now())
        if len(call.fields) != len(form):
            self.faults.append(f"{method}: a parameter came twice")
        if scope["method"] != "POST" or scope["query_string"]:
            self.faults.append(f"{method}: not a POST, or with parameters in its address")
        self.faults += wrong_with(method, call.fields)
        self.calls.append(call)
        return call


async def _body(receive: Receive) -> bytes:
    body = b""
    while True:
        message = await receive()
        part: bytes = message.get("body", b"")
        body += part
        if not message.get("more_body", False):
            return body
