"""The methods that change or take away what a phone already shows."""

import datetime as dt
from typing import Any, Final

from bot.simulator import entities, errors, keyboards, sending
from bot.simulator.fields import Fields, names, objects
from bot.simulator.messages import Chat, Message
from bot.simulator.methods import Method, known_chat, message_id, method, open_chat, shown
from bot.simulator.world import World

DELETABLE: Final = dt.timedelta(hours=48)  # https://core.telegram.org/bots/api#deletemessage
MOST_DELETED: Final = 100
EDITABLE_MEDIA: Final = frozenset({"audio", "document", "photo"})
_SAME: Final = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
_ACTIONS: Final = names(
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document "
    "choose_sticker find_location record_video_note upload_video_note",
)
# https://core.telegram.org/bots/api#reactiontypeemoji
_REACTIONS: Final = names(
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 "
    "🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ "
    "🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡",
)


def edit_text(world: World, fields: Fields) -> Any:
    """Replace the words of a message; without reply_markup its keyboard goes."""
    text, marks = entities.read_text(fields)
    chat, message = _editable(world, fields)
    if message.text is None:
        raise errors.bad("there is no text in the message to edit")
    return _change(world, chat, message, text=text, entities=marks, keyboard=keyboards.read_for_edit(fields))


def edit_caption(world: World, fields: Fields) -> Any:
    """Replace the words under a file."""
    caption, marks = entities.read_caption(fields)
    chat, message = _editable(world, fields)
    if message.text is not None:
        raise errors.bad("there is no caption in the message to edit")
    keyboard = keyboards.read_for_edit(fields)
    return _change(world, chat, message, caption=caption or None, entities=marks, keyboard=keyboard)


def edit_keyboard(world: World, fields: Fields) -> Any:
    """Replace the keyboard of a message."""
    chat, message = _editable(world, fields)
    return _change(world, chat, message, keyboard=keyboards.read_for_edit(fields))


def edit_media(world: World, fields: Fields) -> Any:
    """Replace the file, and with it the caption, of a message."""
    wanted = fields.child(fields.structure("media", dict) or {})
    kind = wanted.text("type") or ""
    if kind not in EDITABLE_MEDIA:
        raise errors.bad("MEDIA_TYPE_INVALID" if kind else "media must be non-empty")
    caption, marks = entities.read_caption(wanted)
    chat, message = _editable(world, fields)
    if message.kind == "voice":
        raise errors.bad("message can't be edited")
    content = sending.content_of(world, wanted, kind, "media")
    content |= {"text": None, "caption": caption or None, "entities": marks}
    return _change(world, chat, message, **content, keyboard=keyboards.read_for_edit(fields))


def _editable(world: World, fields: Fields) -> tuple[Chat, Message]:
    chat = open_chat(world, fields)
    message = chat.by_id.get(message_id(fields))
    if message is None or message.deleted_by == "bot":
        raise errors.bad("message to edit not found")
    if message.deleted_at is not None:
        raise errors.bad("MESSAGE_ID_INVALID")
    if not message.from_bot or message.forwarded_from is not None:
        raise errors.bad("message can't be edited")
    return chat, message


def _change(world: World, chat: Chat, message: Message, **values: Any) -> Any:
    if all(getattr(message, name) == value for name, value in values.items()):
        raise errors.bad(_SAME)
    for name, value in values.items():
        setattr(message, name, value)
    world.edited(chat, message)
    return shown(world, message)


def delete_message(world: World, fields: Fields) -> bool:
    """Take one message away, from either side, within 48 hours."""
    chat = known_chat(world, fields)
    message = chat.find(message_id(fields))
    if message is None:
        raise errors.bad("message to delete not found")
    _check_age(world, [message])
    world.remove(chat, message, "bot")
    return True


def delete_messages(world: World, fields: Fields) -> bool:
    """Take up to a hundred messages away; those that are gone already are passed over."""
    chat = known_chat(world, fields)
    ids = fields.structure("message_ids", list) or []
    if not 1 <= len(ids) <= MOST_DELETED:
        raise errors.bad(
            "too many message identifiers specified" if ids else "message identifiers are not specified"
        )
    messages = [message for id_ in ids if isinstance(id_, int) and (message := chat.find(id_)) is not None]
    _check_age(world, messages)
    for message in messages:
        world.remove(chat, message, "bot")
    return True


def _check_age(world: World, messages: list[Message]) -> None:
    if any(world.now() - message.date >= DELETABLE for message in messages):
        raise errors.bad("message can't be deleted for everyone")


def react(world: World, fields: Fields) -> bool:
    """Put the bot's one reaction on a message, or take it off."""
    chat = open_chat(world, fields)
    message = chat.find(message_id(fields))
    if message is None:
        raise errors.bad("message to react not found")
    wanted = [str(one.get("emoji", "")) for one in objects(fields.structure("reaction", list) or [])]
    if len(wanted) > 1:
        raise errors.bad("REACTIONS_TOO_MANY")
    if not _REACTIONS.issuperset(wanted):
        raise errors.bad("REACTION_INVALID")
    message.bot_reactions = tuple(wanted)
    world.note(chat, "reaction", message, "".join(wanted))
    return True


def act(world: World, fields: Fields) -> bool:
    """Show for five seconds what the bot is doing."""
    chat, action = open_chat(world, fields), fields.text("action") or ""
    if action not in _ACTIONS:
        raise errors.bad("wrong parameter action in request")
    chat.action = (world.now(), action)
    world.note(chat, "action", text=action)
    return True


_WHERE: Final = "business_connection_id chat_id message_id inline_message_id reply_markup "
_CAPTION: Final = "caption parse_mode caption_entities show_caption_above_media"

METHODS: Final[dict[str, Method]] = {
    "editMessageText": method(edit_text, _WHERE + "text parse_mode entities link_preview_options"),
    "editMessageCaption": method(edit_caption, _WHERE + _CAPTION),
    "editMessageReplyMarkup": method(edit_keyboard, _WHERE),
    "editMessageMedia": method(edit_media, _WHERE + "media"),
    "deleteMessage": method(delete_message, "chat_id message_id"),
    "deleteMessages": method(delete_messages, "chat_id message_ids"),
    "setMessageReaction": method(react, "chat_id message_id reaction is_big"),
    "sendChatAction": method(act, "business_connection_id chat_id message_thread_id action"),
}
