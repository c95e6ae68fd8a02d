"""What a use case gives back: values that say what to show, before anybody has rendered a word."""

import dataclasses
from collections.abc import Mapping

from bot.domain import model

NOTHING: Mapping[str, "str | int"] = {}


@dataclasses.dataclass(frozen=True, slots=True)
class Text:
    """A sentence of `ui.ftl`, by its key, with its arguments."""

    key: str
    args: Mapping[str, "str | int"] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(frozen=True, slots=True)
class Words:
    """Words that are not the bot's own: a prompt's (plain) or a person's (quoted, so that they stay apart)."""

    text: str
    quoted: bool = False
    partner: str | None = None  # stands where the words say `{partner}`; empty: nobody to name yet


@dataclasses.dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand close together, such as one place to turn to."""

    lines: tuple[Text | Words, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Button:
    """A button that calls `verb` for the thing numbered `n`; `option` tells taps of one verb apart."""

    label: Text | Words
    verb: str
    n: int = 0
    option: int | None = None

    @property
    def data(self) -> str:
        """The callback data: `verb:n` or `verb:n:option`."""
        return f"{self.verb}:{self.n}" + ("" if self.option is None else f":{self.option}")


@dataclasses.dataclass(frozen=True, slots=True)
class Link:
    """A button that passes an address on to somebody, with a text."""

    label: Text | Words
    url: str
    text: Text


Rows = tuple[tuple[Button | Link, ...], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class File:
    """A voice note, picture, song or sticker: by Telegram's own id, or a picture by its bytes; else a plain one."""

    media: model.Media
    id: str | None = None
    content: bytes | None = None
    name: str | None = None  # of a document


@dataclasses.dataclass(frozen=True, slots=True)
class Screen:
    """One message: its paragraphs, the rows of buttons under them, and the file above them if there is one."""

    parts: tuple[Text | Words | Block, ...]
    rows: Rows = ()
    file: File | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Say:
    """Send a new message to the person who acted."""

    screen: Screen
    reply_to: int | None = None
    share_id: int | None = None  # the share that this message shows from now on: it learns the message's id
    silent: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Edit:
    """Change a message of the bot in the chat of the person who acted."""

    message_id: int
    screen: Screen


@dataclasses.dataclass(frozen=True, slots=True)
class Delete:
    """Delete messages in the chat of the person who acted, as far as Telegram lets the bot."""

    message_ids: tuple[int, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class React:
    """Put a reaction on the person's own message."""

    message_id: int
    emoji: str = "✍"


@dataclasses.dataclass(frozen=True, slots=True)
class Toast:
    """The short line that answers a tap."""

    text: Text


@dataclasses.dataclass(frozen=True, slots=True)
class Leave:
    """Say one line in a group or channel, and leave it."""

    screen: Screen


@dataclasses.dataclass(frozen=True, slots=True)
class Menu:
    """Show the menu of this chat in the person's language."""


Act = Menu | Say | Edit | Delete | React | Toast | Leave


@dataclasses.dataclass(frozen=True, slots=True)
class Reply:
    """Everything the person who acted gets to see, in order."""

    acts: tuple[Act, ...] = ()


def text(key: str, /, **args: str | int) -> Text:
    """Return the sentence `key` with its arguments."""
    return Text(key, args)


def screen(*parts: Text | Words | Block, rows: Rows = ()) -> Screen:
    """Return a message made of paragraphs, with rows of buttons."""
    return Screen(parts, rows)


def of(*acts: Act) -> Reply:
    """Return a reply made of these acts."""
    return Reply(acts)
