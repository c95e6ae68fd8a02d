"""Forges updates: true ones of every kind, bent in every way in which bytes from outside can be bent."""

import copy
import dataclasses
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from bot.telegram import application, raw, wire
from tests.chaos import play

CANARY = "wrenquibble"  # in every word, name and file id of whoever sends these
_DAY = 1_795_600_000  # the date of every message, in seconds
_KINDS_OF_TODAY = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "channel_post",
    "poll",
    "new_kind",
)
VERBS = (*sorted(application.routes().taps), "nobody", "a" * 31)
COMMANDS = (*sorted(application.routes().commands), "nobody", "start@nearer_bot", "START")
_NUMBERS = (0, 1, 2, 3, 4, 5, 7, 9, 12, 40, 366, 10**9, 10**17 + 1)
_OPTIONS = ("", "", ":0", ":0", ":1", ":2", ":3", ":7", ":15", ":60", ":999999999")
_MARKS = (
    "\u202e",
    "\u2066",
    "\u200d",
    "\u200b",
    "\0",
    "\x1b[2J",
    "<b>",
    "&amp;",
    "*_`[",
    "{$name}",
    "\ufffe",
    "\U0001f9d1\u200d\U0001f692",
)
_PLAIN = (
    "stop",
    "pause",
    "help",
    "undo",
    "take it back",
    "forget",
    "19:00",
    "7pm",
    "Berlin",
    "Berln",
    "+02:00",
    "tea",
)

_DEEP_MARK = "as deep as it goes"
_DEEP = json.dumps(_DEEP_MARK)

Json = dict[str, Any]
Path = tuple[str | int, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Sender:
    """Somebody from whom updates come, and the buttons on their phone at this moment."""

    id: int
    name: str
    screen: Callable[[], Sequence[tuple[int, str]]]  # message id and data of every button


class Forge:
    """Makes one update after the other; `never` are ids from which none of them may come."""

    def __init__(self, seed: int, senders: Sequence[Sender], never: Sequence[int], first: int = 1) -> None:
        self.dice = play.Dice(seed)
        self._senders = senders
        self._never = never
        self._next = first
        self.made = 0

    def body(self) -> bytes:
        """Return the next update as it comes in; some nest deeper than anything that reads them can go."""
        written = json.dumps(self.update())
        depth = int(self.dice.below(3000))
        wrapped = '{"reply_to_message":' * depth + "[]" + "}" * depth
        return written.replace(_DEEP, wrapped).encode()

    def update(self) -> Json:
        """Return the next one: a third of them true, the others bent."""
        while True:
            one = self._true()
            for _ in range(self.dice.one((0, 0, 0, 1, 1, 1, 1, 2, 6))):
                one = self._bent(one)
            one["update_id"] = self._next  # Telegram's own: the rest is what people and their programs bring
            if not _sent_by(one) & {*self._never}:
                self._next += 1
                self.made += 1
                return one

    # True ones

    def _true(self) -> Json:
        sender = self.dice.one(self._senders)
        makes: tuple[tuple[float, Callable[[Sender], Json]], ...] = (
            (9, self._tap),
            (5, self._text),
            (2, self._brought),
            (2, self._edit),
            (1, self._other_kind),
            (0.3, self._member),
            (0.5, self._group),
        )
        made = self.dice.one(makes, lambda one: one[0])[1](sender)
        return {"update_id": self._next, **made}

    def _user(self, sender: Sender) -> Json:
        return {"id": sender.id, "is_bot": False, "first_name": sender.name, "language_code": "en"}

    def _message(self, sender: Sender, **content: Any) -> Json:
        chat = {"id": sender.id, "type": "private", "first_name": sender.name}
        made = {"message_id": self._number(), "date": _DAY, "chat": chat, "from": self._user(sender), **content}
        if self.dice.below(1) < 0.2:
            made["reply_to_message"] = {**made, "message_id": self._number()}
        return made

    def _number(self) -> int:
        return 1 + int(self.dice.below(60))

    def _text(self, sender: Sender) -> Json:
        return {"message": self._said(sender, self._words())}

    def _said(self, sender: Sender, words: str) -> Json:
        size = {"offset": 0, "length": len(words.partition(" ")[0])}
        known = [{"type": "bot_command", **size}] if words.startswith("/") else []
        odd = [{"type": "text_mention", "offset": 3, "length": 10**6, "user": self._user(sender)}]
        return self._message(sender, text=words, entities=known or (odd if self.dice.below(1) < 0.1 else []))

    def _words(self) -> str:
        """Return a command, something that is understood, or anything at all."""
        kind = self.dice.below(1)
        if kind < 0.35:
            return f"/{self.dice.one(COMMANDS)}{self.dice.one(('', '', ' ' + CANARY, ' ' + 'x' * 400))}"
        if kind < 0.5:
            return self.dice.one(_PLAIN)
        length = self.dice.one((1, 3, 30, 900))
        return CANARY + "".join(self.dice.one((*_MARKS, " word", "\n")) for _ in range(length))[:4000]

    def _edit(self, sender: Sender) -> Json:
        return {"edited_message": {**self._said(sender, self._words()), "edit_date": _DAY + 5}}

    def _brought(self, sender: Sender) -> Json:
        """Return a voice note, picture, song or sticker."""
        file = {"file_id": f"{CANARY}-{self._number()}", "file_unique_id": CANARY}
        look = {"width": 9, "height": 9}
        form = {**file, **look, "type": "regular", "is_animated": False, "is_video": False}
        kinds: tuple[Json, ...] = (
            {"voice": {**file, "duration": 3}},
            {"photo": [{**file, **look}, {**file, **look}]},
            {"audio": {**file, "duration": 3}},
            {"sticker": form},
        )
        return {"message": self._message(sender, caption=self._words(), **self.dice.one(kinds))}

    def _other_kind(self, sender: Sender) -> Json:
        kinds: tuple[Json, ...] = (
            {"location": {"latitude": 1.0, "longitude": 2.0}},
            {"contact": {"phone_number": "+1", "first_name": CANARY}},
            {"dice": {"emoji": "🎲", "value": 3}},
            {"from_the_future": {"words": CANARY}},
            {"new_chat_members": [self._user(sender)]},
            {"pinned_message": self._message(sender, text=CANARY)},
        )
        return {"message": self._message(sender, **self.dice.one(kinds))}

    def _member(self, sender: Sender) -> Json:
        states = self.dice.one((("member", "kicked"), ("kicked", "member"), ("left", "administrator")))
        mine = {"id": 1_234_567_890, "is_bot": True, "first_name": "Nearer"}
        old, new = ({"user": mine, "status": one, "until_date": 0} for one in states)
        chat = {"id": sender.id, "type": "private"}
        changed = {"chat": chat, "from": self._user(sender), "date": _DAY}
        return {"my_chat_member": {**changed, "old_chat_member": old, "new_chat_member": new}}

    def _group(self, sender: Sender) -> Json:
        kind = self.dice.one(("group", "supergroup", "channel"))
        return {"message": {**self._said(sender, self._words()), "chat": {"id": -5, "type": kind, "title": CANARY}}}

    def _tap(self, sender: Sender) -> Json:
        """Return a tap: on a button of this phone, on one of another's, or on one that never was."""
        on, data = self._number(), self._data()
        shown = sender.screen()
        if shown and self.dice.below(1) < 0.5:
            on, data = self.dice.one(shown)
        message = {**self._message(sender, text="?"), "message_id": on}
        query = {"id": str(self._next), "from": self._user(sender), "chat_instance": "1", "message": message}
        return {"callback_query": {**query, "data": data}}

    def _data(self) -> str:
        if self.dice.below(1) < 0.1:
            return self.dice.one(("", ":", "send", "send:1:2:3", "send:-1", "send:٣", "SEND:1", "\0:1", "x" * 64))
        return f"{self.dice.one(VERBS)}:{self.dice.one(_NUMBERS)}{self.dice.one(_OPTIONS)}"

    # Bent ones

    def _bent(self, update: Json) -> Json:
        bent = copy.deepcopy(update)
        path = self.dice.one([*_paths(bent), ("update_id",)])
        holder: Any = bent
        at: Any
        for step in path[:-1]:
            holder = holder[step]
        at = path[-1]
        if self.dice.below(1) < 0.25 and isinstance(holder, dict):
            holder.pop(at, None)
        else:
            known = dict(enumerate(holder)) if isinstance(holder, list) else holder
            holder[at] = self._odd(known.get(at), at)
        if self.dice.below(1) < 0.05:
            bent[self.dice.one(_KINDS_OF_TODAY)] = self.dice.one([*bent.values(), None])
        return bent

    def _odd(self, known: Any, at: str | int) -> Any:
        """Return something in the place of a value: another type, another size, or the id of somebody else."""
        strange: tuple[Callable[[], Any], ...] = (
            lambda: None,
            lambda: self.dice.one((True, False)),
            lambda: self.dice.one((0, -1, 2**31, 2**53, 2**63, -(2**63), 10**30, 1e400, -0.5)),
            lambda: self.dice.one(self._never) if at == "id" else 7,
            lambda: self.dice.one(_MARKS) * 16,
            lambda: "\ud83d" + CANARY,
            lambda: CANARY * 400,
            list,
            dict,
            lambda: [copy.deepcopy(known)] * 3,
            lambda: {"id": copy.deepcopy(known)},
            lambda: _DEEP_MARK,
            lambda: str(known)[:4000],
        )
        return self.dice.one(strange)()


def _paths(holder: Any, above: Path = ()) -> Iterator[Path]:
    """Yield the way to every value that is not wrapped too deep to be reached."""
    steps: Iterator[tuple[str | int, Any]] = iter(())
    if isinstance(holder, Mapping):
        steps = iter(holder.items())
    elif isinstance(holder, list):
        steps = iter(enumerate(holder))
    for step, value in steps:
        yield (*above, step)
        if len(above) < 7:
            yield from _paths(value, (*above, step))


def _sent_by(update: Json) -> set[int]:
    """Return from whom Telegram would say that an update comes: that alone nobody can forge."""
    named = {raw.origin({kind: update.get(kind)}).telegram_id for kind in wire.ALLOWED_UPDATES}
    for content in update.values():
        sender = content.get("from") if isinstance(content, dict) else None
        found = sender.get("id") if isinstance(sender, dict) else None
        if isinstance(found, int):
            named.add(found)
    return {one for one in named if one is not None}
