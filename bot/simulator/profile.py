"""How the bot presents itself: names, descriptions, command menus and the menu button."""

import dataclasses
from typing import Final

from bot.simulator.messages import Json

Scope = tuple[str, int | None]
PRIVATE_SCOPES: Final = ("all_private_chats", "default")


@dataclasses.dataclass(slots=True)
class Profile:
    """What is shown before and beside the talk; the dictionaries go by language, "" for all others."""

    first_name: str
    names: dict[str, str] = dataclasses.field(default_factory=dict)
    descriptions: dict[str, str] = dataclasses.field(default_factory=dict)
    short_descriptions: dict[str, str] = dataclasses.field(default_factory=dict)
    menus: dict[tuple[Scope, str], list[tuple[str, str]]] = dataclasses.field(default_factory=dict)
    menu_buttons: dict[int | None, Json] = dataclasses.field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return the name for languages without their own."""
        return self.name_in("")

    @property
    def description(self) -> str:
        """Return the words shown before START, for languages without their own."""
        return self.descriptions.get("", "")

    @property
    def short_description(self) -> str:
        """Return the words on the profile page, for languages without their own."""
        return self.short_descriptions.get("", "")

    @property
    def menu_button(self) -> Json:
        """Return the menu button of chats without their own."""
        return self.menu_button_in(None)

    def name_in(self, language: str | None) -> str:
        """Return the name that a reader of this language sees."""
        return _localized(self.names, language) or self.first_name

    def description_in(self, language: str | None) -> str:
        """Return the words that a reader of this language sees before START."""
        return _localized(self.descriptions, language)

    def short_description_in(self, language: str | None) -> str:
        """Return the words that a reader of this language sees on the profile page."""
        return _localized(self.short_descriptions, language)

    def menu_button_in(self, chat_id: int | None) -> Json:
        """Return the menu button of a private chat."""
        return self.menu_buttons.get(chat_id) or self.menu_buttons.get(None) or {"type": "commands"}

    def menu(self, chat_id: int, language: str | None) -> list[tuple[str, str]]:
        """Return the commands of a private chat: the narrowest scope that has any, its language first."""
        scopes: list[Scope] = [("chat", chat_id), *((name, None) for name in PRIVATE_SCOPES)]
        for scope in scopes:
            for code in ((language or "")[:2], ""):
                if (scope, code) in self.menus:
                    return self.menus[scope, code]
        return []


def _localized(values: dict[str, str], language: str | None) -> str:
    return values.get((language or "")[:2]) or values.get("", "")
