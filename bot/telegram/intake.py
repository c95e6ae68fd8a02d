"""Takes updates in: committed to the inbox before Telegram is told so, then handled in order, person by person."""

import asyncio
import bisect
import dataclasses
import datetime as dt
import json
from collections.abc import Awaitable, Callable, Collection, Sequence

from telegram import error

from bot import chance, clock, logs, nursery, steps
from bot.telegram import application, raw, replies, wire
from bot.telegram.context import FALLBACK, House, offered
from bot.usecases import leasing, ports, reply

_POLL_SECONDS = 50  # the longest that Telegram holds a poll open
_PUSH_SECONDS = 20.0  # for keeping one pushed update: Telegram waits for a minute
_LANES = 16  # people whose updates are handled at the same time
_WAITS = (1.0, 10.0, 60.0, 300.0)  # seconds between the five tries of an update
_PAUSES = (1.0, 2.0, 5.0, 15.0, 30.0)  # while the network or the database is away
_CONFLICT_SECONDS = 120.0
_CONFLICT_PAUSES = (5.0, 30.0)
_CALM_SECONDS = 60.0  # without a conflict, until the other poller counts as gone
_FORGETFUL_SECONDS = 6 * 86400.0  # after a week without updates Telegram's next id is random, maybe lower
_AWAY = dt.timedelta(minutes=10)
_STRAY = dt.timedelta(seconds=1)  # after its turn, until an update counts as left behind by whoever took it in
_LOST = dt.timedelta(seconds=5)  # after it was done, until an update counts as one whose reply nobody has
_STRAYS = 200  # taken up at one look
_BEHIND_SECONDS = (0.02, 0.05, 0.1, 0.2)  # while something earlier is done elsewhere
_EVERYTHING = 1_000_000

_FAILED, _SORRY, _AWAY_KEY = "everything-else-failed", "everything-else-sorry", "everything-else-away"


class AnotherPoller(Exception):  # noqa: N818 - the end of this run, in one line
    """Somebody else polls with the same token, and has done so for two minutes."""

    def __init__(self) -> None:
        super().__init__("another process polls with this bot's token: end one of the two")


class TokenRefused(Exception):  # noqa: N818 - the end of this run, in one line
    """Telegram does not know the token."""

    def __init__(self) -> None:
        super().__init__("Telegram refuses the bot's token: get the right one from @BotFather")


@dataclasses.dataclass(slots=True)
class _Row:
    """One update on its lane."""

    update_id: int
    payload: bytes
    day: dt.date  # on which it came: after a silence Telegram's numbers begin anew
    since: float  # when it came, in monotonic seconds
    attempts: int = 0
    told: bool = False  # whether the person knows that it failed
    behind: int = 0  # how often it was found not to be first in its lane


class Intake:
    """Polls, keeps, and hands every update to its person's lane."""

    def __init__(
        self,
        *,
        api: wire.Api,
        house: House,
        dispatcher: application.Dispatcher,
        chance: chance.Chance,
        nursery: nursery.Nursery,
    ) -> None:
        self._api = api
        self._house = house
        self._dispatcher = dispatcher
        self._chance = chance
        self._nursery = nursery
        self._lanes: dict[int, list[_Row]] = {}
        self._queued: set[int] = set()
        self.steps = steps.Steps()
        self.polled_at = house.clock.monotonic()  # when a poll last came back
        self._places = asyncio.Semaphore(_LANES)
        self._busy = 0
        self._taking = False
        self._stopping = False
        self._refusing = False  # whether pushed updates were turned away last
        self._moved = asyncio.Event()

    def idle(self) -> bool:
        """Return whether everything that was taken in is handled."""
        return not (self._lanes or self._taking)

    @property
    def busy(self) -> int:
        """Return for how many people something is being handled."""
        return self._busy

    async def recover(self) -> None:
        """After a start: tell people whose reply went missing, then take up what was never handled."""
        house = self._house
        now = house.clock.now()
        await self._tell_of_absence(await house.store.unanswered(now - _AWAY))
        for row in await house.store.arrived(_EVERYTHING):
            self._take_up(row)

    async def attend(self) -> None:
        """Take up what processes left that are gone: updates that nobody does, and replies that nobody sends."""
        house, now = self._house, self._house.clock.now()
        for row in await house.store.strays(now - _STRAY, _STRAYS):
            self._take_up(row)
        await self._tell_of_absence(await house.store.adopt(now - _AWAY, now - _LOST, self.unanswered()))
        await house.replies.learn()

    def unanswered(self) -> Collection[int]:
        """Return the updates whose replies are on their way."""
        return self._house.replies.unanswered()

    def keep(self, ours: Collection[int]) -> None:
        """Deliver no more of what was on its way than the replies to these updates."""
        self._house.replies.keep(ours)

    def _take_up(self, row: ports.Arrived) -> None:
        kept = _Row(row.update_id, row.payload, row.received_at.date(), self._since(row), row.attempts)
        self._queue(kept, raw.origin_of(row.payload).telegram_id)

    async def poll(self) -> None:
        """Fetch updates until stopped; raises AnotherPoller or TokenRefused where that has no future."""
        await _Poll(self._api, self._house.clock, self._chance).run(self)

    async def push(self, body: bytes) -> bool:
        """Take one update that was pushed; return False where it cannot be kept now, and must come again."""
        update = _parsed(body)
        if raw.update_id(update) is None:
            logs.trouble("update-without-id")
            return True  # whoever sends it again sends the same
        if self._stopping:
            return False
        try:
            async with asyncio.timeout(_PUSH_SECONDS):
                await self.take([update], pushed=True)
        except Exception as failure:  # noqa: BLE001 - the database is away: Telegram keeps it
            self._refuse(failure)
            return False
        self._refusing = False
        return True

    def _refuse(self, failure: Exception) -> None:
        if not self._refusing:
            logs.trouble("updates-not-kept", error=failure)
        self._refusing = True

    async def take(self, updates: Sequence[object], *, pushed: bool = False) -> int | None:
        """Commit updates to the inbox, then hand them to their lanes; return the offset that confirms them."""
        rows = [row for row in map(_incoming, updates) if row]
        if not rows:
            return None
        self._taking = True
        try:
            await self._house.replies.along(
                lambda beside: self._house.store.receive(rows, self._house.clock.now(), beside, pushed=pushed)
            )
            day, since = self._house.clock.now().date(), self._house.clock.monotonic()
            for row in rows:
                self._queue(_Row(row.update_id, row.payload, day, since), row.telegram_id)
        finally:
            self._taking = False
        return max(row.update_id for row in rows) + 1

    async def stop(self, seconds: float) -> None:
        """Take nothing more off the lanes and wait, at most `seconds`, for what is being handled."""
        self._stopping = True
        try:
            async with asyncio.timeout(seconds):
                while self._busy:
                    self._moved.clear()
                    await self._moved.wait()
        except TimeoutError:
            logs.trouble("intake-not-drained", count=len(self._lanes))

    def _queue(self, row: _Row, telegram_id: int | None) -> None:
        """Put an update on its person's lane, once."""
        if row.update_id in self._queued:
            return
        self._queued.add(row.update_id)
        key = telegram_id if telegram_id is not None else -row.update_id
        lane = self._lanes.get(key)
        if lane is None:
            lane = self._lanes[key] = []
            self._nursery.start("handle updates", self._serve(key, lane))
        bisect.insort(lane, row, key=lambda one: (one.day, one.update_id))

    async def _serve(self, key: int, lane: list[_Row]) -> None:
        while lane and not self._stopping:
            row = lane[0]
            async with self._places:
                self._busy += 1
                with self.steps.taking("lane"):
                    wait = await self._handle(row)
                self._busy -= 1
            self._moved.set()
            if wait is None:
                lane.remove(row)  # what was sent before it may have come meanwhile
                self._queued.discard(row.update_id)
            else:
                await self._house.clock.sleep(wait)
        del self._lanes[key]

    async def _handle(self, row: _Row) -> float | None:
        """Handle an update; return None when it is done with, else the seconds until the next try."""
        self._house.since[row.update_id] = row.since
        try:
            await self._dispatcher.handle(json.loads(row.payload))
        except leasing.Behind:
            row.behind += 1
            return _BEHIND_SECONDS[min(row.behind, len(_BEHIND_SECONDS)) - 1]
        except ports.Away as failure:
            logs.trouble("update-waits", error=failure)
            return _WAITS[0]
        except application.Unreadable:
            logs.trouble("update-unreadable")
            return await self._fail(row, last=True)
        except Exception as failure:  # noqa: BLE001 - whatever a handler does, its lane goes on
            logs.trouble("update-failed", error=failure, attempt=row.attempts + 1)
            return await self._fail(row, last=row.attempts >= len(_WAITS))
        finally:
            self._house.since.pop(row.update_id, None)
        return None

    def _since(self, row: ports.Arrived) -> float:
        """Return when a kept update came, on the clock that does not jump."""
        house = self._house
        return house.clock.monotonic() - max(0.0, (house.clock.now() - row.received_at).total_seconds())

    async def _fail(self, row: _Row, *, last: bool) -> float | None:
        """Note a failed try, tell the person once, and return the seconds until the next; None after the last."""
        house = self._house
        wait = None if last else _WAITS[row.attempts]
        next_at = None if wait is None else house.clock.now() + dt.timedelta(seconds=wait)
        try:
            if not await house.store.failed(row.update_id, attempts=row.attempts + 1, next_at=next_at):
                return None  # another process has done it meanwhile
        except Exception as failure:  # noqa: BLE001 - the database is away: that is no fault of the update
            logs.trouble("failure-not-noted", error=failure)
            return _WAITS[1]
        row.attempts += 1
        origin = raw.origin_of(row.payload)
        # A hiccup mends itself in a second without a word; only a button would spin meanwhile.
        if last or (not row.told and (origin.callback_id or row.attempts > 1)):
            row.told = await self._tell(origin, _SORRY if last else _FAILED, row.since)
        return wait

    async def _tell(self, origin: raw.Origin, key: str | None, since: float, update_id: int | None = None) -> bool:
        """Answer a tap, and say one line in the person's language; return whether there was anybody to tell.

        The row of `update_id` is answered with it: then the line is no answer to the tap, but a message.
        """
        if origin.telegram_id is None or not origin.private:
            return False
        # A tap that is answered without a word needs no language.
        person_id, locale = await self._language(origin) if key else (None, FALLBACK)
        text = reply.text(key) if key else None
        aside = origin.callback_id is not None and update_id is None
        act = None if text is None else reply.Toast(text) if aside else reply.Say(reply.screen(text))
        self._house.replies.put(
            replies.Answer(
                chat_id=origin.telegram_id,
                person_id=person_id,
                locale=locale,
                said=reply.of(act) if act else reply.Reply(),
                update_id=update_id,
                callback_id=origin.callback_id,
                since=since,
            )
        )
        return True

    async def _language(self, origin: raw.Origin) -> tuple[int | None, str]:
        house = self._house
        try:
            return await house.locale(origin.telegram_id or 0, origin.language)
        except Exception as failure:  # noqa: BLE001 - a line in the language of their phone is better than none
            logs.trouble("language-unknown", error=failure)
            return None, offered(origin.language, house.parts.catalogue.locales)

    async def _tell_of_absence(self, rows: Sequence[ports.Arrived]) -> None:
        """Answer the taps of updates that are done, and say one line to each person; no effect happens again."""
        told: set[int | None] = set()
        untold = []
        for row in rows:
            origin = raw.origin_of(row.payload)
            if row.stopped:
                origin = dataclasses.replace(origin, callback_id=None)
            key = None if origin.telegram_id in told else _AWAY_KEY
            told.add(origin.telegram_id)
            # Answered once it has arrived, so that a second crash on the heels of the first loses no tap.
            silent = key is None and origin.callback_id is None
            if silent or not await self._tell(origin, key, self._since(row), row.update_id):
                untold.append(row.update_id)
        await self._house.store.answered(untold, self._house.clock.now())


class _Poll:
    """The loop of long polls, and its patience with everything that can happen to one."""

    def __init__(self, api: wire.Api, clock: clock.Clock, chance: chance.Chance) -> None:
        self._api = api
        self._clock = clock
        self._chance = chance
        self._offset: int | None = None  # the first poll asks for all that is unconfirmed: the inbox knows its own
        self._last_at = clock.monotonic()
        self._failures = 0
        self._conflicts = 0
        self._conflict_since = self._conflict_at = 0.0

    async def run(self, intake: Intake) -> None:
        """Fetch and hand over, for ever."""
        await self._patiently(self._drop_webhook)
        while True:
            await self._patiently(lambda: self._once(intake))

    async def _once(self, intake: Intake) -> None:
        if self._clock.monotonic() - self._last_at > _FORGETFUL_SECONDS:
            self._offset = None
        with intake.steps.taking("poll"):
            updates = await self._api.fetch(self._offset, _POLL_SECONDS)
        intake.polled_at = self._clock.monotonic()
        if self._conflicts and self._clock.monotonic() - self._conflict_at > _CALM_SECONDS:
            self._conflicts = 0
        offset = await intake.take(updates)
        if offset is not None:
            self._offset, self._last_at = offset, self._clock.monotonic()
        elif updates:
            raise ValueError("nothing in these updates can be confirmed")

    async def _drop_webhook(self) -> None:
        await self._api.call("deleteWebhook", {})

    async def _patiently(self, step: Callable[[], Awaitable[None]]) -> None:
        """Take a step again until it succeeds."""
        while True:
            try:
                await step()
            except error.InvalidToken:
                raise TokenRefused from None
            except error.Conflict as conflict:
                await self._yield_to_the_other(str(conflict))
            except wire.Flooded as flooded:
                await self._clock.sleep(flooded.retry_after.total_seconds())
            except Exception as failure:  # noqa: BLE001 - the network or the database is away
                await self._pause(failure)
            else:
                self._recovered()
                return

    async def _yield_to_the_other(self, said: str) -> None:
        """Make room for another poller, or end where it stays; a webhook is no poller, and is removed."""
        if "webhook" in said:
            return await self._patiently(self._drop_webhook)
        now = self._clock.monotonic()
        if not self._conflicts:
            logs.trouble("another-poller", reason="conflict")
            self._conflict_since = now
        elif now - self._conflict_since >= _CONFLICT_SECONDS:
            raise AnotherPoller
        self._conflicts += 1
        self._conflict_at = now
        least, most = _CONFLICT_PAUSES
        return await self._clock.sleep(max(least, self._chance.jitter(min(most, least * 2**self._conflicts))))

    async def _pause(self, failure: Exception) -> None:
        if not self._failures:
            logs.trouble("polling-interrupted", error=failure)
        self._failures += 1
        await self._clock.sleep(self._chance.jitter(_PAUSES[min(self._failures, len(_PAUSES)) - 1]))

    def _recovered(self) -> None:
        if self._failures:
            logs.event("polling-resumed", attempt=self._failures)
        self._failures = 0


def _parsed(body: bytes) -> object:
    """Return what a body says; None where it is no JSON, or one that nests without end."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _incoming(update: object) -> ports.Incoming | None:
    """Return an update as the inbox keeps it; None where not even its id can be made out."""
    update_id = raw.update_id(update)
    if update_id is None:
        return None
    return ports.Incoming(
        update_id=update_id, telegram_id=raw.origin(update).telegram_id, payload=raw.written(update, update_id)
    )
