"""Delivers what a use case said to the person who acted: at once, in order, and beside the rate."""

import asyncio
import collections
import contextlib
import dataclasses
import datetime as dt
from collections.abc import Awaitable, Callable, Collection

from bot import chance, clock, logs, nursery
from bot.telegram import calls, pacer
from bot.usecases import deliveries, delivering, ports, reply

_GIVE_UP_SECONDS = 600.0  # as old as a reply may get; after a crash, too
_SPINNER_SECONDS = 15.0  # a tap's answer is of no use later: Telegram calls the query too old
_PAUSES = (0.2, 0.5, 1.0, 2.0, 5.0, 15.0, 30.0)
_LINGER_SECONDS = 0.25  # what was delivered meanwhile is written down in one go
_LONGEST_PAUSE = 30.0
_REMEMBERED = 256  # taps whose spinner was stopped


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One reply on its way: to which chat, in which language, for which update and which tap."""

    chat_id: int
    person_id: int | None = None
    locale: str
    said: reply.Reply
    update_id: int | None = None  # None: it answers no update that waits for one
    callback_id: str | None = None
    since: float | None = None  # the button spins at least since then, in monotonic seconds; None: since now

    def toast(self) -> reply.Text | None:
        """Return the line that answers the tap."""
        return next((act.text for act in self.said.acts if isinstance(act, reply.Toast)), None)


@dataclasses.dataclass(slots=True)
class _Ledger:
    """What happened to replies since it was last written down."""

    answered: list[int] = dataclasses.field(default_factory=list)
    stopped: list[int] = dataclasses.field(default_factory=list)
    sent: list[ports.ChatMessage] = dataclasses.field(default_factory=list)
    placed: list[tuple[int, int]] = dataclasses.field(default_factory=list)
    deleted: list[tuple[int, tuple[int, ...]]] = dataclasses.field(default_factory=list)
    blocked: set[int] = dataclasses.field(default_factory=set)
    cool_downs: dict[str, dt.datetime] = dataclasses.field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(
            (self.answered, self.stopped, self.sent, self.placed, self.deleted, self.blocked, self.cool_downs)
        )

    async def write(self, tx: ports.Transaction, now: dt.datetime) -> None:
        """Write down all of it; the store passes over people forgotten meanwhile."""
        # What was answered in whole needs no note of its tap.
        await tx.stopped([one for one in self.stopped if one not in self.answered], now)
        await tx.note_messages(self.sent)
        for share_id, message_id in self.placed:
            await tx.placed(share_id, message_id)
        for person_id, message_ids in self.deleted:
            await tx.forget_messages(person_id, message_ids)
        for person_id in self.blocked:
            await delivering.block(tx, person_id)
        for scope, until in self.cool_downs.items():
            await tx.cool_down(scope, until)
        if self.answered:
            await tx.answered(self.answered, now)

    def add(self, later: "_Ledger") -> None:
        """Take in what happened after it."""
        for kept, more in (
            (self.answered, later.answered),
            (self.stopped, later.stopped),
            (self.sent, later.sent),
            (self.placed, later.placed),
            (self.deleted, later.deleted),
        ):
            kept.extend(more)  # type: ignore[arg-type]  # each is of the kind of its partner
        self.blocked |= later.blocked
        self.cool_downs |= later.cool_downs


class Replies:
    """A queue for each chat, and a ledger of what was delivered."""

    def __init__(  # noqa: PLR0913 - the parts it is made of
        self,
        *,
        calls: calls.Calls,
        store: ports.Store,
        clock: clock.Clock,
        chance: chance.Chance,
        nursery: nursery.Nursery,
        chats: pacer.Chats,
        cool_downs: pacer.CoolDowns,
        linger: float = _LINGER_SECONDS,
        sure: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        """Deliver when `sure` returns: until then another process may have taken over what this one handled."""
        self._sure = sure or _at_once
        self._open: set[int] = set()  # updates whose answer is on its way, or not yet written down
        self._void: set[int] = set()  # updates that another process answers by now
        self.calls = calls
        self._store = store
        self._clock = clock
        self._chance = chance
        self._nursery = nursery
        self._chats = chats
        self._cool_downs = cool_downs
        self._linger = linger
        self._queues: dict[int, collections.deque[Answer]] = {}
        self._spinning: dict[str, asyncio.Task[None]] = {}
        # A tap that failed, and was told so, is handled again; Telegram takes one answer to each.
        self._stopped: collections.deque[str] = collections.deque(maxlen=_REMEMBERED)
        self._ledger = _Ledger()
        self._writing = False
        self._moved = asyncio.Event()

    def put(self, answer: Answer) -> None:
        """Take a reply on its way; its tap is answered at once, whatever else waits for this chat."""
        left = self._spins(answer)
        if left <= 0:
            answer = dataclasses.replace(answer, callback_id=None)
        elif answer.callback_id and answer.callback_id not in self._stopped:
            self._stopped.append(answer.callback_id)
            spinning = self._nursery.start("answer a tap", self._stop_spinner(answer, answer.callback_id, left))
            self._spinning[answer.callback_id] = spinning
        queue = self._queues.get(answer.chat_id)
        if queue is not None and any(isinstance(act, reply.Leave) for act in answer.said.acts):
            return  # being added and the first message in a group come together
        if queue is None:
            queue = self._queues[answer.chat_id] = collections.deque()
            self._nursery.start("deliver replies", self._serve(answer.chat_id, queue))
        queue.append(answer)
        if answer.update_id is not None:
            self._open.add(answer.update_id)

    def unanswered(self) -> frozenset[int]:
        """Return the updates whose replies are on their way, or not yet written down."""
        return frozenset(self._open)

    async def learn(self) -> None:
        """Obey the pauses that Telegram asked other processes for."""
        now = self._clock.now()
        self._cool_downs.load(await self._store.perform(lambda tx: tx.cool_downs(now)))

    def keep(self, ours: Collection[int]) -> None:
        """Deliver no more of what was on its way than the replies to these updates: others were told by now."""
        self._void |= self._open - set(ours)
        self._open &= set(ours)

    def idle(self) -> bool:
        """Return whether everything is delivered and written down."""
        return not (self._queues or self._spinning or self._ledger or self._writing)

    async def drain(self, seconds: float) -> None:
        """Wait until everything is delivered and written down, at most `seconds`."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while not self.idle():
                    self._moved.clear()
                    await self._moved.wait()

    async def _serve(self, chat_id: int, queue: collections.deque[Answer]) -> None:
        while queue:
            answer = queue.popleft()
            await self._deliver(answer)
            if answer.update_id is not None:
                self._ledger.answered.append(answer.update_id)
                self._note()
        del self._queues[chat_id]
        self._moved.set()

    async def _deliver(self, answer: Answer) -> None:
        for act in answer.said.acts:
            try:
                result = await self._do(answer, act)
            except Exception as error:  # noqa: BLE001 - one act that cannot be rendered stops no other
                logs.trouble("reply-failed", kind=type(act).__name__, error=error)
                continue
            if isinstance(result, deliveries.Blocked):
                self._hold(answer)
                break
        spinning = self._spinning.get(answer.callback_id or "")
        if spinning:
            await asyncio.wait([spinning])

    async def _do(self, answer: Answer, act: reply.Act) -> calls.Result | None:
        match act:
            case reply.Say() | reply.Leave():
                return await self._speak(answer, act)
            case reply.Toast() if answer.callback_id is None:
                return await self._say(answer, reply.screen(act.text))
            case reply.Edit(message_id, screen):
                return await self._edit(answer, message_id, screen)
            case reply.Delete(message_ids):
                return await self._delete(answer, message_ids)
            case reply.React() | reply.Menu():
                return await self._insist(answer, lambda: self._touch(answer, act))
            case _:
                return None

    def _touch(self, answer: Answer, act: reply.React | reply.Menu) -> Awaitable[calls.Result]:
        """Change the chat around its messages."""
        if isinstance(act, reply.Menu):
            return self.calls.menu(answer.chat_id, answer.locale)
        return self.calls.react(answer.chat_id, act.message_id, act.emoji)

    async def _speak(self, answer: Answer, act: reply.Say | reply.Leave) -> calls.Result:
        """Send a new message and let a share that it shows know it; or say one line in a group, and leave it."""
        if isinstance(act, reply.Leave):
            await self._say(answer, act.screen)  # a group where the bot may not write is left without a word
            return await self._insist(answer, lambda: self.calls.leave(answer.chat_id))
        result = await self._say(answer, act.screen, act.reply_to, silent=act.silent)
        if act.share_id is not None and isinstance(result, deliveries.Accepted) and result.message_id:
            self._ledger.placed.append((act.share_id, result.message_id))
            self._note()
        return result

    async def _say(
        self, answer: Answer, screen: reply.Screen, reply_to: int | None = None, *, silent: bool = False
    ) -> calls.Result:
        await self._clock.sleep(self._chats.book(answer.person_id or answer.chat_id, self._clock.monotonic()))
        result = await self._insist(
            answer,
            lambda: self.calls.say(answer.chat_id, answer.locale, screen, reply_to=reply_to, silent=silent),
            repeatable=False,
        )
        if isinstance(result, deliveries.Accepted) and result.message_id and answer.person_id:
            now = self._clock.now()
            self._ledger.sent.append(
                ports.ChatMessage(person_id=answer.person_id, message_id=result.message_id, incoming=False, at=now)
            )
            self._note()
        return result

    async def _edit(self, answer: Answer, message_id: int, screen: reply.Screen) -> calls.Result:
        """Edit a message; where Telegram will not have it edited any more, say it anew."""
        result = await self._insist(
            answer, lambda: self.calls.edit(answer.chat_id, answer.locale, message_id, screen)
        )
        if isinstance(result, deliveries.Refused) and result.reason == calls.UNEDITABLE:
            return await self._say(answer, screen)
        return result

    async def _delete(self, answer: Answer, message_ids: tuple[int, ...]) -> calls.Result:
        result = await self._insist(answer, lambda: self.calls.delete(answer.chat_id, message_ids))
        if answer.person_id:
            self._ledger.deleted.append((answer.person_id, message_ids))
            self._note()
        return result

    def _spins(self, answer: Answer) -> float:
        """Return for how many seconds more an answer to the tap is of use; afterwards Telegram refuses it."""
        now = self._clock.monotonic()
        return _SPINNER_SECONDS - (now - answer.since if answer.since is not None else 0.0)

    async def _stop_spinner(self, answer: Answer, callback_id: str, left: float) -> None:
        try:
            await self._insist(
                answer, lambda: self.calls.answer(callback_id, answer.locale, answer.toast()), patience=left
            )
            if answer.update_id is not None:
                self._ledger.stopped.append(answer.update_id)
                self._note()
        except Exception as error:  # noqa: BLE001 - a toast that cannot be rendered stops nothing
            logs.trouble("reply-failed", kind="Toast", error=error)
        del self._spinning[callback_id]
        self._moved.set()

    async def _insist(
        self,
        answer: Answer,
        call: Callable[[], Awaitable[calls.Result]],
        *,
        repeatable: bool = True,
        patience: float = _GIVE_UP_SECONDS,
    ) -> calls.Result:
        """Call until Telegram has decided; an unknown outcome is tried again only where that doubles nothing."""
        until = self._clock.monotonic() + patience
        for attempt in range(1, 1000):
            await self._cooled(answer)
            await self._sure()
            if answer.update_id in self._void:
                return deliveries.Refused("answered-elsewhere")
            result = await call()
            if not _is_open(result, repeatable=repeatable) or self._clock.monotonic() >= until:
                break
            await self._pause(answer, result, attempt)
        return result

    async def _cooled(self, answer: Answer) -> None:
        """Wait out what Telegram asked for."""
        now = self._clock.now()
        until = self._cool_downs.until(answer.person_id, now)
        if until is not None:
            await self._clock.sleep((until - now).total_seconds())

    async def _pause(self, answer: Answer, result: calls.Result, attempt: int) -> None:
        if isinstance(result, calls.Flooded):
            scope, until = self._cool_downs.add(answer.person_id, self._clock.now(), result.pause)
            self._ledger.cool_downs[scope] = until
            self._note()
        else:
            await self._clock.sleep(self._chance.jitter(_PAUSES[min(attempt, len(_PAUSES)) - 1]))

    def _hold(self, answer: Answer) -> None:
        if answer.person_id:
            self._ledger.blocked.add(answer.person_id)
            self._note()

    async def along(self, receive: Callable[[ports.Work | None], Awaitable[None]]) -> None:
        """Let what was delivered meanwhile be written down in one commit with what `receive` keeps."""
        ledger, self._ledger = self._ledger, _Ledger()
        try:
            await receive((lambda tx: ledger.write(tx, self._clock.now())) if ledger else None)
        except Exception:
            self._put_back(ledger)
            if not ledger:
                raise
            await receive(None)  # what cannot be written down holds up nothing that arrives
        except BaseException:
            self._put_back(ledger)
            raise
        else:
            self._close(ledger)

    def _put_back(self, ledger: _Ledger) -> None:
        ledger.add(self._ledger)
        self._ledger = ledger
        if ledger:
            self._note()

    def _note(self) -> None:
        """See to it that the ledger is written down in a moment."""
        if not self._writing:
            self._writing = True
            self._nursery.start("write replies down", self._write())

    async def _write(self) -> None:
        pause = 1.0
        while self._ledger:
            await self._clock.sleep(self._linger)
            ledger, self._ledger = self._ledger, _Ledger()
            while ledger and not await self._written(ledger):
                await self._clock.sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)
        self._writing = False
        self._moved.set()

    async def _written(self, ledger: _Ledger) -> bool:
        """Write a ledger down; return False where the database is away."""
        try:
            await self._store.perform(lambda tx: ledger.write(tx, self._clock.now()))
        except Exception as error:  # noqa: BLE001 - the database is away: nothing of it may be lost
            logs.trouble("replies-not-written", error=error, count=len(ledger.answered))
            return False
        self._close(ledger)
        return True

    def _close(self, ledger: _Ledger) -> None:
        """Let go of what is written down."""
        self._open.difference_update(ledger.answered)
        self._void.difference_update(ledger.answered)


async def _at_once() -> None:
    """Wait for nothing."""


def _is_open(result: calls.Result, *, repeatable: bool) -> bool:
    """Return whether trying again may help and doubles nothing."""
    return isinstance(result, calls.Unsent | calls.Flooded) or (
        repeatable and isinstance(result, deliveries.Unknown)
    )
