"""The methods by which the bot learns: who it is, what was sent to it, what was tapped, what is in a file."""

import re
import urllib.parse
from typing import Final

from bot.simulator import entities, errors, files, updates
from bot.simulator.fields import Fields
from bot.simulator.messages import Json, stamp
from bot.simulator.methods import Method, known_chat, method
from bot.simulator.world import World

LONGEST_POLL: Final = 50
MOST_UPDATES: Final = 100
LONGEST_ANSWER: Final = 200
_SECRET: Final = re.compile(r"[A-Za-z0-9_-]{1,256}")
_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})


def get_me(world: World, _fields: Fields) -> Json:
    """Tell the bot its own name."""
    abilities = ("can_join_groups", "can_read_all_group_messages", "supports_inline_queries")
    more = ("can_connect_to_business", "has_main_web_app")
    name = {"first_name": world.profile.name}
    return {**world.bot.json(), **name, **dict.fromkeys((*abilities, *more), False), "can_join_groups": True}


async def get_updates(world: World, fields: Fields) -> list[Json]:
    """Hand over what waits, up to `limit`, waiting for it up to `timeout` seconds."""
    _allow(world, fields)
    limit = fields.integer("limit") or MOST_UPDATES
    seconds = min(max(fields.integer("timeout") or 0, 0), LONGEST_POLL)
    return await world.updates.poll(fields.integer("offset") or 0, min(max(limit, 1), MOST_UPDATES), seconds)


def set_webhook(world: World, fields: Fields) -> bool:
    """Push updates to an address from now on; an empty one ends it."""
    url, secret = fields.text("url") or "", fields.text("secret_token")
    parts = urllib.parse.urlsplit(url)
    if url and parts.scheme != "https" and parts.hostname not in _LOOPBACK:
        raise errors.bad("bad webhook: An HTTPS URL must be provided for webhook")
    if secret and not _SECRET.fullmatch(secret):
        raise errors.bad("secret token contains unallowed characters")
    _allow(world, fields)
    _drop(world, fields)
    connections = fields.integer("max_connections") or 40
    world.updates.watch(updates.Webhook(url, secret, connections) if url else None)
    return True


def delete_webhook(world: World, fields: Fields) -> bool:
    """Push nothing any more."""
    _drop(world, fields)
    world.updates.watch(None)
    return True


def get_webhook_info(world: World, _fields: Fields) -> Json:
    """Tell where updates are pushed and how that goes."""
    hook = world.updates.webhook
    info: Json = {"url": hook.url if hook else "", "has_custom_certificate": False}
    info["pending_update_count"] = len(world.updates)
    if hook is not None:
        info["max_connections"] = hook.connections
    if hook is not None and hook.failed_at is not None:
        info |= {"last_error_date": stamp(hook.failed_at), "last_error_message": hook.failure}
    if world.updates.allowed:
        info["allowed_updates"] = sorted(world.updates.allowed)
    return info


def answer_callback(world: World, fields: Fields) -> bool:
    """Stop the spinner of a button, with a line on top of the screen or without."""
    callback = world.callbacks.get(fields.text("callback_query_id") or "")
    text = fields.text("text") or ""
    if callback is None:
        raise errors.bad("query is too old and response timeout expired or query ID is invalid")
    if entities.units(text) > LONGEST_ANSWER:
        raise errors.bad("MESSAGE_TOO_LONG")
    world.answered(callback)
    chat = world.chat(callback.chat_id)
    chat.toast = text or None
    world.note(chat, "alert" if fields.boolean("show_alert") else "toast", text=text)
    return True


def get_file(world: World, fields: Fields) -> Json:
    """Tell the path under which a file can be downloaded."""
    file_id = fields.text("file_id")
    if not file_id:
        raise errors.bad("file_id not specified")
    kept = world.files.get(file_id)
    if len(kept.content) > files.BIGGEST_DOWNLOAD:
        raise errors.bad("file is too big")
    names = ("file_id", "file_unique_id", "file_size")
    return {**{name: kept.media[name] for name in names}, "file_path": kept.path}


def get_chat(world: World, fields: Fields) -> Json:
    """Tell what is known of a chat."""
    chat = known_chat(world, fields)
    shape = {**chat.json(), "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": dict(_GIFTS)}
    if chat.bars_voice:
        shape["has_restricted_voice_and_video_messages"] = True
    return shape


def leave_chat(world: World, fields: Fields) -> bool:
    """Leave a group or channel."""
    chat = known_chat(world, fields)
    if chat.kind == "private":
        raise errors.bad("chat member status can't be changed in private chats")
    if chat.left:
        raise errors.forbidden(f"bot is not a member of the {chat.kind} chat")
    chat.left = True
    world.touch()
    return True


def _allow(world: World, fields: Fields) -> None:
    allowed = fields.structure("allowed_updates", list)
    if allowed is not None:
        world.updates.allowed = frozenset(map(str, allowed)) or None


def _drop(world: World, fields: Fields) -> None:
    if fields.boolean("drop_pending_updates"):
        world.updates.forget_all()


_GIFTS: Final = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"),
    False,
)
_WEBHOOK: Final = "url certificate ip_address max_connections allowed_updates drop_pending_updates secret_token"

METHODS: Final[dict[str, Method]] = {
    "getMe": method(get_me),
    "getUpdates": method(get_updates, "offset limit timeout allowed_updates"),
    "setWebhook": method(set_webhook, _WEBHOOK),
    "deleteWebhook": method(delete_webhook, "drop_pending_updates"),
    "getWebhookInfo": method(get_webhook_info),
    "answerCallbackQuery": method(answer_callback, "callback_query_id text show_alert url cache_time"),
    "getFile": method(get_file, "file_id"),
    "getChat": method(get_chat, "chat_id"),
    "leaveChat": method(leave_chat, "chat_id"),
}
