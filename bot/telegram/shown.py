"""Remembers what messages show, so that what would change nothing, or something gone, never leaves."""

import collections
import contextlib
import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from telegram import InlineKeyboardMarkup, MessageEntity

MOST = 10_000  # messages, the most recently changed ones

Key = tuple[int, int]


class Look(NamedTuple):
    """What one message shows."""

    text: str
    entities: tuple[MessageEntity, ...]
    markup: InlineKeyboardMarkup | None

    def digest(self) -> bytes:
        """Return what tells looks apart, without a word of anybody."""
        markup = self.markup.to_dict() if self.markup else None
        entities = [entity.to_dict() for entity in self.entities]
        return hashlib.sha256(json.dumps([self.text, entities, markup]).encode()).digest()


class Change:
    """One edit on its way; `to` says what it made the message show."""

    def __init__(self) -> None:
        self.look: Look | None = None

    def to(self, look: Look) -> None:
        """Note that Telegram has obeyed."""
        self.look = look


class Shown:
    """The digest of what each recent message shows, as far as that is certain."""

    def __init__(self) -> None:
        self._digests: collections.OrderedDict[Key, bytes] = collections.OrderedDict()
        self._changing: collections.Counter[Key] = collections.Counter()
        self._crossed: set[Key] = set()
        self._gone: collections.OrderedDict[Key, None] = collections.OrderedDict()

    def is_shown(self, chat_id: int, message_id: int, look: Look) -> bool:
        """Return whether the message certainly shows this already."""
        known = self._digests.get((chat_id, message_id))
        return known is not None and known == look.digest()

    def standing(self, chat_id: int, message_ids: Sequence[int]) -> Sequence[int]:
        """Return those of some messages that are not known to be gone."""
        return [one for one in message_ids if (chat_id, one) not in self._gone]

    def went(self, chat_id: int, message_ids: Sequence[int]) -> None:
        """Remember that messages are gone."""
        for message_id in message_ids:
            self._gone[chat_id, message_id] = None
            self._digests.pop((chat_id, message_id), None)
        while len(self._gone) > MOST:
            self._gone.popitem(last=False)

    def note(self, chat_id: int, message_id: int, look: Look) -> None:
        """Remember what a message shows."""
        key = (chat_id, message_id)
        self._digests[key] = look.digest()
        self._digests.move_to_end(key)
        if len(self._digests) > MOST:
            self._digests.popitem(last=False)

    @contextlib.contextmanager
    def changing(self, chat_id: int, message_id: int) -> Iterator[Change]:
        """Hold that nothing is certain while an edit is on its way, nor after two that crossed."""
        key, change = (chat_id, message_id), Change()
        self._digests.pop(key, None)
        self._changing[key] += 1
        if self._changing[key] > 1:
            self._crossed.add(key)
        try:
            yield change
        finally:
            self._end(key, change)

    def _end(self, key: Key, change: Change) -> None:
        self._changing[key] -= 1
        if self._changing[key]:
            return
        del self._changing[key]
        if change.look is not None and key not in self._crossed:
            self.note(*key, change.look)
        self._crossed.discard(key)
