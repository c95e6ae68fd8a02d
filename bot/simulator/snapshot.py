"""Puts everything the page shows into one value: phones, clock, and what the bot tells of its backstage."""

import datetime as dt
from collections.abc import Set as AbstractSet
from typing import Final

from bot.simulator.backstage import Backstage, Local
from bot.simulator.messages import Button, Chat, Entry, Json, Message
from bot.simulator.person import Person
from bot.simulator.world import World

# A phone shows the end of a long talk; more would only slow the page.
NEWEST: Final = 200
NOTICES: Final = 5
_TYPING: Final = dt.timedelta(seconds=5)  # https://core.telegram.org/bots/api#sendchataction
_DAY_MINUTES: Final = 24 * 60
_LAST_IN_MINUTES: Final = 90
_LAST_IN_HOURS: Final = 36 * 60


def take(world: World, backstage: Backstage | None, generation: int) -> Json:
    """Return what the page shows now; `generation` tells one world from the next."""
    shown: Json = {
        "world": generation,
        "bot": {"name": world.profile.name, "username": world.bot.username},
        "phones": [_phone(world, backstage, person) for person in world.people],
    }
    return shown | {"backstage": _backstage(backstage) if backstage else None}


def toasts(entries: list[Entry]) -> list[Json]:
    """Return the callback answers among these entries of the log, for the phones that saw them."""
    kinds = ("toast", "alert")
    seen = [entry for entry in entries if entry.event in kinds and entry.text]
    return [{"phone": entry.chat_id, "text": entry.text, "alert": entry.event == "alert"} for entry in seen]


def _phone(world: World, backstage: Backstage | None, person: Person) -> Json:
    chat = person.chat
    local = _local(world, backstage, chat.id)
    private = backstage.private(chat.id) if backstage else frozenset()
    return {
        "id": chat.id,
        "name": person.user.first_name,
        **_hands(local),
        "started": chat.started,
        "blocked": chat.blocked,
        "typing": chat.action is not None and world.now() - chat.action[0] < _TYPING,
        "commands": [{"name": name, "text": text} for name, text in world.commands(person)],
        "description": world.profile.description_in(person.user.language),
        "bot_name": world.profile.name_in(person.user.language),
        "strip": backstage.strip(chat.id) if backstage else None,
        "notices": _notices(chat, local.time.tzinfo),
        "messages": [_message(chat, one, private, local.time) for one in chat.living[-NEWEST:]],
    }


def _local(world: World, backstage: Backstage | None, person_id: int) -> Local:
    """Return the person's clock: the bot's word for it, else this machine's."""
    known = backstage.local(person_id) if backstage else None
    if known is not None:
        return known
    now = backstage.now() if backstage else world.now()
    return Local(now.astimezone(), "")


def _hands(local: Local) -> Json:
    minutes = local.time.hour * 60 + local.time.minute
    day = _day(local.time)
    return {"zone": local.zone, "time": _time(local.time), "day": day, "through_day": minutes / _DAY_MINUTES}


def _notices(chat: Chat, zone: dt.tzinfo | None) -> list[Json]:
    """Return what a lock screen shows, newest first; a deleted message takes its notification with it."""
    there = [one for one in chat.notifications[-NEWEST:] if chat.find(one.message_id) is not None]
    return [
        {"id": one.message_id, "text": one.text, "silent": one.silent, "time": _time(one.at.astimezone(zone))}
        for one in reversed(there[-NOTICES:])
    ]


def _message(chat: Chat, message: Message, private: AbstractSet[int], local: dt.datetime) -> Json:
    date = message.date.astimezone(local.tzinfo)
    return {
        "id": message.id,
        "own": not message.from_bot,
        "time": _time(date),
        "day": _day(date),
        "kind": message.kind,
        "text": message.words,
        "entities": message.entities,
        "media": f"media/{message.file_id}" if message.kind == "photo" and message.file_id else None,
        "emoji": message.media.get("emoji") if message.kind == "sticker" and message.media else None,
        "duration": message.duration,
        "keyboard": [[_button(button) for button in row] for row in message.keyboard],
        "reply": _quoted(chat, message.reply_to),
        "edited": message.edited_at is not None,
        "protected": message.protected,
        "silent": message.silent,
        "private": message.id in private,
        "reactions": list(message.reactions),
    }


def _quoted(chat: Chat, message_id: int | None) -> Json | None:
    quoted = chat.find(message_id)
    if quoted is None:
        return None
    words = quoted.words or quoted.kind.capitalize()
    return {"id": quoted.id, "who": quoted.sender.first_name, "text": words}


def _button(button: Button) -> Json:
    kinds: list[tuple[str, str | None]] = [
        ("tap", button.callback_data),
        ("open", button.url),
        ("share", button.switch_inline_query),
        ("copy", button.copy_text),
    ]
    does, value = next(((does, value) for does, value in kinds if value is not None), ("none", ""))
    return {"text": button.text, "does": does, "value": None if does == "tap" else value}


def _backstage(backstage: Backstage) -> Json:
    now = backstage.now()
    return {
        "coming": [{"text": one.text, "when": until(one.at - now)} for one in backstage.on_its_way()],
        "scenes": [{"id": scene.id, "title": scene.title} for scene in backstage.scenes],
        "playing": backstage.playing,
        "samples": list(backstage.samples),
    }


def until(left: dt.timedelta) -> str:
    """Return a stretch of time as a person would say it."""
    minutes = max(0, round(left.total_seconds() / 60))
    if minutes == 0:
        return "in a moment"
    if minutes <= _LAST_IN_MINUTES:
        return f"in {minutes} min"
    if minutes <= _LAST_IN_HOURS:
        return f"in {round(minutes / 60)} h"
    return f"in {round(minutes / _DAY_MINUTES)} days"


def _time(moment: dt.datetime) -> str:
    return f"{moment:%H:%M}"


def _day(moment: dt.datetime) -> str:
    return f"{moment:%A} {moment.day} {moment:%B}"
