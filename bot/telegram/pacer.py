"""Says how fast messages may leave: in all, to one chat, in flight at once, and not at all for a while."""

import datetime as dt
import math
from collections.abc import Mapping

HORIZON = 0.02  # seconds by which an intent may precede its slot: enough to batch, little to lose in a crash
CREDIT = 0.04  # seconds of slots that a late loop may catch up on: at most 4 % above the rate
FEWEST, MOST = 4, 64  # in flight at once: what a hard kill can leave unknown
URGENT = 8  # places beyond these that only urgent rows may take

CHAT_SECONDS = 1.0  # https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
CHAT_BURST = 3
EVERYBODY = "all"

LONGEST = dt.timedelta(days=1)  # of a cool-down; what seems to last longer was noted while the clock ran ahead

_REMEMBERED = 10_000
_SMOOTHING = 0.1


class Pacer:
    """Gives out slots, `1/rate` seconds apart, with a small credit for a loop that came late."""

    def __init__(self, rate: float) -> None:
        self._rate = rate
        self._next = -math.inf
        self._round_trip = 0.1

    def grant(self, free: int, now: float) -> int:
        """Return for how many messages, at most `free`, the slots lie close enough to commit to them now."""
        room = now + HORIZON - self._start(now)
        return max(0, min(free, math.floor(room * self._rate) + 1)) if room >= 0 else 0

    def slot(self, now: float) -> float:
        """Take the next slot and return the moment at which its message may leave."""
        start = self._start(now)
        self._next = start + 1 / self._rate
        return max(start, now)

    def wait(self, now: float) -> float:
        """Return the seconds until there is something to grant."""
        return max(0.0, self._start(now) - HORIZON - now)

    def learn(self, seconds: float) -> None:
        """Take the time that one request took into account."""
        self._round_trip += _SMOOTHING * (seconds - self._round_trip)

    @property
    def most(self) -> int:
        """How many may be in flight at once to keep up with the rate."""
        return min(MOST, max(FEWEST, math.ceil(self._rate * (self._round_trip + HORIZON))))

    def _start(self, now: float) -> float:
        return max(self._next, now - CREDIT)


class Chats:
    """Holds each chat to one message a second, with a burst of three; edits are no messages."""

    def __init__(self) -> None:
        self._due: dict[int, float] = {}

    def wait(self, chat: int, now: float) -> float:
        """Return the seconds that the next message to this chat has to wait."""
        return max(0.0, self._due.get(chat, now) - now - (CHAT_BURST - 1) * CHAT_SECONDS)

    def book(self, chat: int, now: float) -> float:
        """Count one message to this chat and return the seconds it has to wait."""
        wait = self.wait(chat, now)
        if len(self._due) >= _REMEMBERED:
            self._due = {other: then for other, then in self._due.items() if then > now}
        self._due[chat] = max(self._due.get(chat, now), now) + CHAT_SECONDS
        return wait


class CoolDowns:
    """Remembers for whom Telegram asked to wait: one person, or, once a second one is met, everybody."""

    def __init__(self) -> None:
        self._until: dict[str, dt.datetime] = {}

    def load(self, held: Mapping[str, dt.datetime]) -> None:
        """Take over what an earlier run was asked for."""
        self._until |= held

    def until(self, person_id: int | None, now: dt.datetime) -> dt.datetime | None:
        """Return when something may be sent to this person again; None: now."""
        ends = [self._until.get(scope) for scope in (EVERYBODY, str(person_id))]
        return max((end for end in ends if end is not None and now < end <= now + LONGEST), default=None)

    def add(self, person_id: int | None, now: dt.datetime, pause: dt.timedelta) -> tuple[str, dt.datetime]:
        """Remember a 429 that a message to this person met; return its scope and end, to be kept."""
        self._until = {scope: end for scope, end in self._until.items() if end > now}
        mine = str(person_id)
        scope = EVERYBODY if person_id is None or self._until.keys() - {mine} else mine
        standing = self._until.get(scope, now)
        end = max(now + min(pause, LONGEST), standing if standing <= now + LONGEST else now)
        self._until[scope] = end
        return scope, end
