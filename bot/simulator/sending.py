"""The methods that put a new message on a phone."""

from typing import Any, Final

from bot.simulator import entities, errors, files, keyboards
from bot.simulator.fields import Fields, names
from bot.simulator.messages import Chat, Json, Message
from bot.simulator.methods import Method, known_chat, message_id, method, open_chat, shown
from bot.simulator.world import World

_REPLY: Final = names(
    "message_id chat_id allow_sending_without_reply quote quote_parse_mode quote_entities quote_position "
    "checklist_task_id poll_option_id",
)
_NAMED: Final = {"audio", "document"}


def send_message(world: World, fields: Fields) -> Any:
    """Send words."""
    text, marks = entities.read_text(fields)
    return _send(world, fields, open_chat(world, fields), text=text, entities=marks)


def _media(kind: str) -> Any:
    def send(world: World, fields: Fields) -> Any:
        caption, marks = entities.read_caption(fields)
        chat = open_chat(world, fields)
        if kind == "voice" and chat.bars_voice:
            raise errors.bad("VOICE_MESSAGES_FORBIDDEN")
        content = content_of(world, fields, kind, kind)
        return _send(world, fields, chat, caption=caption or None, entities=marks, **content)

    return send


def content_of(world: World, fields: Fields, kind: str, name: str) -> Json:
    """Return what a message shows of the file in the field `name`, sent as this kind."""
    upload = fields.upload(name)
    if upload is None:
        return shape_of(_sent_before(world, fields, kind, name))
    return shape_of(keep(world, kind, upload[1], _details(fields, kind, upload[0], upload[2])))


def keep(world: World, kind: str, content: bytes, details: Json) -> files.Kept:
    """Keep a file under the ids of a new one."""
    if not content:
        raise errors.bad("file must be non-empty")
    if kind == "photo":
        width, height = files.dimensions(content)
        details = {"width": width, "height": height}
    return world.files.keep(kind, content, details)


def shape_of(kept: files.Kept) -> Json:
    """Return the fields of a message that shows this file."""
    media = [kept.media] if kept.kind == "photo" else kept.media
    return {"kind": kept.kind, "media": media, "file_id": kept.id, "duration": kept.media.get("duration")}


def copy_message(world: World, fields: Fields) -> Any:
    """Send the content of a message again, without its origin."""
    original, chat = _original(world, fields, "copy"), open_chat(world, fields)
    if original.kind == "voice" and chat.bars_voice:
        raise errors.bad("VOICE_MESSAGES_FORBIDDEN")
    content = _same(original)
    if "caption" in fields and original.kind != "text":
        caption, content["entities"] = entities.read_caption(fields)
        content["caption"] = caption or None
    return {"message_id": _send(world, fields, chat, **content)["message_id"]}


def forward_message(world: World, fields: Fields) -> Any:
    """Send a message on, with its origin."""
    original, chat = _original(world, fields, "forward"), open_chat(world, fields)
    return _send(world, fields, chat, **_same(original), forwarded_from=original.forwarded_from or original.sender)


def _original(world: World, fields: Fields, verb: str) -> Message:
    source = known_chat(world, fields.child({"chat_id": fields.text("from_chat_id") or ""}))
    original = source.find(message_id(fields))
    if original is None:
        raise errors.bad(f"message to {verb} not found")
    if original.protected:
        raise errors.bad("message can't be copied" if verb == "copy" else "message can't be forwarded")
    return original


def _same(original: Message) -> dict[str, Any]:
    names = ("kind", "text", "entities", "caption", "media", "file_id", "duration")
    return {name: getattr(original, name) for name in names}


def _send(world: World, fields: Fields, chat: Chat, **content: Any) -> Any:
    keyboard, reply_keyboard = keyboards.read_inline(fields), keyboards.read_reply(fields)
    content |= {"keyboard": keyboard, "reply_to": _replied(fields, chat)}
    content |= {"protected": fields.boolean("protect_content"), "silent": fields.boolean("disable_notification")}
    if reply_keyboard is not None:
        chat.reply_keyboard = reply_keyboard
    return shown(world, world.new_message(chat, world.bot, **content))


def _replied(fields: Fields, chat: Chat) -> int | None:
    shape = fields.structure("reply_parameters", dict)
    if shape is None:
        return None
    for unknown in sorted(shape.keys() - _REPLY):
        fields.complain(f"unknown field of reply_parameters: {unknown}")
    wanted = fields.child(shape)
    replied = chat.find(wanted.integer("message_id"))
    if replied is None and not wanted.boolean("allow_sending_without_reply"):
        raise errors.bad("message to be replied not found")
    return replied.id if replied is not None else None


def _sent_before(world: World, fields: Fields, kind: str, name: str) -> files.Kept:
    value = fields.text(name)
    if not value:
        raise errors.bad(f"there is no {kind} in the request")
    if value.startswith(("http://", "https://")):
        raise errors.bad("failed to get HTTP URL content")
    return world.files.use(value, kind)


def _details(fields: Fields, kind: str, file_name: str, mime_type: str) -> Json:
    details: Json = {"mime_type": mime_type} if kind != "sticker" else {}
    if kind in _NAMED:
        details["file_name"] = file_name
    if kind in ("voice", "audio"):
        details["duration"] = fields.integer("duration") or 0
    if kind == "sticker":
        details |= {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    for name in ("performer", "title"):
        if kind == "audio" and name in fields:
            details[name] = fields.text(name)
    return details


_EVERY: Final = (
    "business_connection_id chat_id message_thread_id direct_messages_topic_id disable_notification "
    "protect_content allow_paid_broadcast message_effect_id suggested_post_parameters "
    "reply_parameters reply_markup "
)
_CAPTION: Final = _EVERY + "caption parse_mode caption_entities "
_COPY: Final = _CAPTION + "from_chat_id message_id video_start_timestamp show_caption_above_media"

METHODS: Final[dict[str, Method]] = {
    "sendMessage": method(send_message, _EVERY + "text parse_mode entities link_preview_options"),
    "sendPhoto": method(_media("photo"), _CAPTION + "photo show_caption_above_media has_spoiler"),
    "sendVoice": method(_media("voice"), _CAPTION + "voice duration"),
    "sendAudio": method(_media("audio"), _CAPTION + "audio duration performer title thumbnail"),
    "sendDocument": method(_media("document"), _CAPTION + "document thumbnail disable_content_type_detection"),
    "sendSticker": method(_media("sticker"), _EVERY + "sticker emoji"),
    "copyMessage": method(copy_message, _COPY),
    "forwardMessage": method(forward_message, _EVERY + "from_chat_id message_id video_start_timestamp"),
}
