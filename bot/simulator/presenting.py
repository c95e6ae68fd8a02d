"""The methods by which the bot presents itself: names, descriptions, command menus, the menu button."""

import re
from typing import Any, Final

from bot.simulator import errors
from bot.simulator.entities import units
from bot.simulator.fields import Fields, objects
from bot.simulator.messages import Json
from bot.simulator.methods import Method, known_chat, method
from bot.simulator.profile import Profile, Scope
from bot.simulator.world import World

MOST_COMMANDS: Final = 100
_COMMAND: Final = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE: Final = re.compile(r"|[a-z]{2}")
_SCOPES: Final = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}
_TEXTS: Final = {
    "name": ("names", 64),
    "description": ("descriptions", 512),
    "short_description": ("short_descriptions", 120),
}


def set_commands(world: World, fields: Fields) -> bool:
    """Replace the command menu of a scope and language."""
    key = (_scope(world, fields), _language(fields))
    wanted = objects(fields.structure("commands", list) or [])
    if len(wanted) > MOST_COMMANDS:
        raise errors.bad("BOT_COMMANDS_TOO_MUCH")
    world.profile.menus[key] = [_command(fields, one) for one in wanted]
    world.touch()
    return True


def get_commands(world: World, fields: Fields) -> list[Json]:
    """Tell the command menu of exactly this scope and language."""
    menu = world.profile.menus.get((_scope(world, fields), _language(fields)), [])
    return [{"command": name, "description": words} for name, words in menu]


def delete_commands(world: World, fields: Fields) -> bool:
    """Take away the command menu of a scope and language."""
    world.profile.menus.pop((_scope(world, fields), _language(fields)), None)
    world.touch()
    return True


def set_menu_button(world: World, fields: Fields) -> bool:
    """Replace the menu button of a private chat, or of all without their own."""
    button = fields.structure("menu_button", dict) or {"type": "default"}
    if button.get("type") not in ("commands", "default", "web_app"):
        raise errors.bad("can't parse MenuButton: unsupported type specified")
    world.profile.menu_buttons[_owner(world, fields)] = button
    world.touch()
    return True


def get_menu_button(world: World, fields: Fields) -> Json:
    """Tell the menu button of a private chat, or of all without their own."""
    return world.profile.menu_button_in(_owner(world, fields))


def _setter(name: str) -> Any:
    store, longest = _TEXTS[name]

    def set_text(world: World, fields: Fields) -> bool:
        text = fields.text(name) or ""
        if units(text) > longest:
            fields.complain(f"{name} of {units(text)} characters, at most {longest}")
            raise errors.bad(f"bot {name.replace('_', ' ')} is too long")
        _texts(world.profile, store)[_language(fields)] = text
        world.touch()
        return True

    return set_text


def _getter(name: str) -> Any:
    store, _ = _TEXTS[name]

    def get_text(world: World, fields: Fields) -> Json:
        texts, language = _texts(world.profile, store), _language(fields)
        fallback = world.profile.first_name if name == "name" else ""
        return {name: texts.get(language) or texts.get("") or fallback}

    return get_text


def _texts(profile: Profile, store: str) -> dict[str, str]:
    texts: dict[str, str] = getattr(profile, store)
    return texts


def _owner(world: World, fields: Fields) -> int | None:
    return known_chat(world, fields).id if "chat_id" in fields else None


def _scope(world: World, fields: Fields) -> Scope:
    scope = fields.structure("scope", dict) or {"type": "default"}
    kind = str(scope.get("type"))
    if kind not in _SCOPES:
        raise errors.bad("can't parse BotCommandScope: unsupported type specified")
    if not _SCOPES[kind]:
        return (kind, None)
    chat = known_chat(world, fields.child({"chat_id": scope.get("chat_id", "")}))
    return (kind, chat.id)


def _language(fields: Fields) -> str:
    language = fields.text("language_code") or ""
    if not _LANGUAGE.fullmatch(language):
        fields.complain(f"language_code {language!r} is not a two-letter ISO 639-1 code")
        raise errors.bad("invalid language code specified")
    return language


def _command(fields: Fields, wire: Json) -> tuple[str, str]:
    name, words = str(wire.get("command", "")).removeprefix("/"), str(wire.get("description", ""))
    if not _COMMAND.fullmatch(name):
        fields.complain(f"command name {name!r}")
        raise errors.bad("BOT_COMMAND_INVALID")
    if not 1 <= units(words) <= 256:  # noqa: PLR2004 - BotCommand
        fields.complain(f"description of /{name} has {units(words)} characters")
        raise errors.bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return name, words


METHODS: Final[dict[str, Method]] = {
    "setMyCommands": method(set_commands, "commands scope language_code"),
    "getMyCommands": method(get_commands, "scope language_code"),
    "deleteMyCommands": method(delete_commands, "scope language_code"),
    "setMyName": method(_setter("name"), "name language_code"),
    "getMyName": method(_getter("name"), "language_code"),
    "setMyDescription": method(_setter("description"), "description language_code"),
    "getMyDescription": method(_getter("description"), "language_code"),
    "setMyShortDescription": method(_setter("short_description"), "short_description language_code"),
    "getMyShortDescription": method(_getter("short_description"), "language_code"),
    "setChatMenuButton": method(set_menu_button, "chat_id menu_button"),
    "getChatMenuButton": method(get_menu_button, "chat_id"),
}
