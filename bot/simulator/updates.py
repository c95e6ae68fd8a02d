"""What is on its way to the bot: a queue that only an offset, or a webhook's 2xx, empties."""

import asyncio
import dataclasses
import datetime as dt
import itertools
import json
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Final

from bot.simulator import errors, signals
from bot.simulator.messages import Json

Lane = tuple[int, str]
Send = Callable[[str, bytes, Mapping[str, str]], Awaitable[int]]

KEPT: Final = dt.timedelta(hours=24)  # https://core.telegram.org/bots/api#getting-updates
KEPT_CALLBACK: Final = dt.timedelta(seconds=150)  # telegram-bot-api, Client.cpp: add_update of a callback query
RESTART: Final = dt.timedelta(days=7)  # https://core.telegram.org/bots/api#update: then ids start anywhere
TOO_FAR: Final = 10  # tdlib, TQueue::get: an offset further ahead than this is read as none
NOT_BY_DEFAULT: Final = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
LONGEST_PAUSE: Final = 60.0


@dataclasses.dataclass(frozen=True, slots=True)
class Pending:
    """One update that the bot has not confirmed yet."""

    id: int
    at: dt.datetime
    chat_id: int
    kind: str
    payload: Json

    @property
    def lane(self) -> Lane:
        """Return the queue in whose order a webhook gets it: one per chat and kind of thing."""
        return (self.chat_id, "message" if self.kind == "edited_message" else self.kind)

    def expired(self, now: dt.datetime) -> bool:
        """Return whether Telegram has stopped keeping it."""
        return now - self.at > (KEPT_CALLBACK if self.kind == "callback_query" else KEPT)

    def json(self) -> Json:
        """Return it as Telegram's Update."""
        return {"update_id": self.id, self.kind: self.payload}


@dataclasses.dataclass(slots=True)
class Webhook:
    """Where updates are pushed, and how that went last."""

    url: str
    secret: str | None = None
    connections: int = 40
    failed_at: dt.datetime | None = None
    failure: str | None = None


class Updates:
    """Everything on its way to the bot, in order."""

    def __init__(
        self,
        now: Callable[[], dt.datetime],
        sleep: Callable[[float], Awaitable[None]],
        start: Callable[[int], int],
    ) -> None:
        self.webhook: Webhook | None = None
        self.allowed: frozenset[str] | None = None
        self.polls = 0
        self._now = now
        self._sleep = sleep
        self._start = start
        self._starts = 0
        self._next_id = start(0)
        self._last_at = now()
        self._pending: dict[int, Pending] = {}
        self._lanes: dict[Lane, dict[int, Pending]] = {}
        self._ready: set[Lane] = set()
        self._busy: set[Lane] = set()
        self._signal = signals.Signal()

    def __len__(self) -> int:
        return len(self._pending)

    def put(self, kind: str, chat_id: int, payload: Json) -> int | None:
        """Queue one update and return its id; None when the bot did not ask for this kind."""
        if not self._wanted(kind):
            return None
        update = Pending(self._new_id(), self._now(), chat_id, kind, payload)
        self._pending[update.id] = update
        self._lanes.setdefault(update.lane, {})[update.id] = update
        self._ready.add(update.lane)
        self._signal.ring()
        return update.id

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """Confirm what is below `offset`, then return what waits, within `seconds` at the latest."""
        if self.webhook is not None:
            raise errors.conflict(
                "can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        self.polls += 1
        mine = self.polls
        self._confirm(offset)
        self._signal.ring()
        await self._arrival(mine, seconds)
        return [update.json() for update in list(self._pending.values())[:limit]]

    async def taken(self) -> None:
        """Return when the bot has confirmed everything."""
        while self._pending:
            await self._signal.wait()

    async def deliver(self, send: Send) -> None:
        """Push to the webhook until cancelled: in order per lane, again until a 2xx comes back."""
        async with asyncio.TaskGroup() as group:
            while True:
                for lane in self._startable():
                    group.create_task(self._carry(lane, send))
                await self._signal.wait()

    def forget_all(self) -> None:
        """Drop everything that waits."""
        self._remove(list(self._pending))

    def watch(self, webhook: Webhook | None) -> None:
        """Push to this webhook from now on, or to none."""
        self.webhook = webhook
        self._ready = {update.lane for update in self._pending.values()}
        self._signal.ring()

    def _wanted(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in NOT_BY_DEFAULT

    def _new_id(self) -> int:
        if not self._pending and self._now() - self._last_at >= RESTART:
            self._starts += 1
            self._next_id = self._start(self._starts)
        self._last_at = self._now()
        self._next_id += 1
        return self._next_id - 1

    def _confirm(self, offset: int) -> None:
        if offset > self._next_id + TOO_FAR:
            offset = 0
        done = itertools.takewhile(lambda id_: id_ < offset, self._pending)
        self._remove(list(self._pending)[:offset] if offset < 0 else list(done))
        now = self._now()
        self._remove([update.id for update in self._pending.values() if update.expired(now)])

    def _remove(self, ids: Iterable[int]) -> None:
        for id_ in ids:
            self._lanes[self._pending.pop(id_).lane].pop(id_)
        self._signal.ring()

    async def _arrival(self, mine: int, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                while not self._pending and mine == self.polls:
                    await self._signal.wait()
        except TimeoutError:
            return
        if mine != self.polls:
            raise errors.conflict(
                "terminated by other getUpdates request; make sure that only one bot instance is running",
            )

    def _startable(self) -> list[Lane]:
        if self.webhook is None:
            return []
        room = self.webhook.connections - len(self._busy)
        chosen = list(itertools.islice(self._ready - self._busy, max(room, 0)))
        self._busy.update(chosen)
        self._ready.difference_update(chosen)
        return chosen

    async def _carry(self, lane: Lane, send: Send) -> None:
        waiting = self._lanes[lane]
        pause = 0.0
        while waiting and self.webhook is not None:
            update = next(iter(waiting.values()))
            if update.expired(self._now()) or await self._push(self.webhook, update, send):
                pause = 0.0
                self._remove([update.id] if update.id in waiting else [])
            else:
                await self._sleep(pause)
                pause = min(max(pause * 2, 2.0), LONGEST_PAUSE)
        self._busy.discard(lane)
        self._signal.ring()

    async def _push(self, webhook: Webhook, update: Pending, send: Send) -> bool:
        headers = {"Content-Type": "application/json"}
        if webhook.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secret
        try:
            status = await send(webhook.url, json.dumps(update.json()).encode(), headers)
            failure = f"Wrong response from the webhook: {status}"
        except OSError as error:
            status, failure = 0, f"Connection failed: {type(error).__name__}"
        if status // 100 != 2:  # noqa: PLR2004 - the 2xx of HTTP
            webhook.failed_at, webhook.failure = self._now(), failure
            return False
        return True
