"""Puts the parts together: settings become a running bot, and a signal ends it without losing anything."""

import asyncio
import contextlib
import dataclasses
import datetime as dt
import functools
import os
import pathlib
import signal
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from bot import (
    chance,
    clock,
    desk,
    keeping,
    logs,
    nursery,
    operating,
    places,
    replicas,
    scheduler,
    settings,
    vitals,
    web,
)
from bot.content import catalogue, find
from bot.domain import prompting
from bot.store import cipher, erasures, opening, shelf, store
from bot.telegram import (
    application,
    calls,
    context,
    intake,
    pacer,
    probing,
    profile,
    replies,
    sender,
    webhook,
    wire,
    workshop,
)
from bot.usecases import fencing, housekeeping, leasing, righting, ticking, turns

T = TypeVar("T")

DRAIN_SECONDS = 5.0  # for what is being handled, then for what is being sent
TICK_DRAIN_SECONDS = 2.0
GONE_SECONDS = 19  # after the first signal the process is gone, whatever hangs
PURGE_EVERY = dt.timedelta(hours=1)
PATIENCE_SECONDS = 120.0  # with a database that fails, until another start may find it mended

_SIGNALS = (signal.SIGTERM, signal.SIGINT)

# PTB warns about its own class at every 429, unless it is told that nobody here reads the old form.
os.environ.setdefault("PTB_TIMEDELTA", "true")


class Stuck(Exception):  # noqa: N818 - said of the process
    """A part of the bot ended by itself; the message is one line for the operator."""

    def __init__(self, failure: BaseException) -> None:
        said = str(failure) if isinstance(failure, store.StoreError) else logs.place(failure)
        super().__init__(f"a part of the bot ended by itself: {type(failure).__name__}: {said}")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What tells one running bot from another: the live one, the demo's, a test's."""

    token: str
    base: str
    operator: str
    backups: pathlib.Path
    undo: int | None = None
    rate: float = 25
    hook: webhook.Address | None = None  # None: it polls
    backup_hours: int = 0  # none by itself


class Bot:
    """The running bot: takes in, acts, ticks and sends until it is stopped."""

    def __init__(  # noqa: PLR0913 - the parts it is made of
        self,
        plan: Plan,
        *,
        held: store.Store,
        time: clock.Clock,
        luck: chance.Chance,
        transport: wire.Transport,
        words: catalogue.Catalogue,
        username: str,
    ) -> None:
        self.store = held
        self.clock = time
        self.tasks = nursery.Nursery()
        self.replica: replicas.Replica = replicas.Among(held, time) if held.process else replicas.Alone()
        self.parts = _parts(plan, words, luck, username)
        self._keeper = keeping.Keeper(held, shelf.Shelf(plan.backups), plan.backup_hours, self.tasks)
        self._words = words
        self._purged_at: dt.datetime | None = None
        self._failing_since: float | None = None
        self._jumps = clock.Jumps(time)
        self._api = wire.Api(transport, plan.base, plan.token)
        self.webhook = webhook.Webhook(self._api, plan.hook, time, luck) if plan.hook else None
        self._telegram = application.make_bot(plan.token, plan.base, transport)
        made = calls.Calls(self._telegram, words)
        chats, cool_downs = pacer.Chats(), pacer.CoolDowns()
        self.replies = replies.Replies(
            calls=made,
            store=held,
            clock=time,
            chance=luck,
            nursery=self.tasks,
            chats=chats,
            cool_downs=cool_downs,
            sure=self.replica.sure,
        )
        self.sender = sender.Sender(
            calls=made,
            workshop=workshop.Workshop(words),
            store=held,
            parts=self.parts,
            clock=time,
            nursery=self.tasks,
            pacer=pacer.Pacer(plan.rate),
            chats=chats,
            cool_downs=cool_downs,
            lease=lambda: self.replica.lease(leasing.SENDER),
            look_seconds=self.replica.look_seconds,
        )
        self.intake = self._intake(luck)
        self._coming: asyncio.Task[None] | None = None

    def _intake(self, luck: chance.Chance) -> intake.Intake:
        """Return the way in: PTB's application between the inbox and the use cases."""
        house = context.House(
            store=self.store, clock=self.clock, parts=self.parts, replies=self.replies, wake=self.sender.wake
        )
        self._application = application.build(self._telegram, house, application.routes())
        return intake.Intake(
            api=self._api,
            house=house,
            dispatcher=application.Dispatcher(self._application, house),
            chance=luck,
            nursery=self.tasks,
        )

    async def start(self) -> None:
        """Take up what an earlier run left, then begin to take in and to send."""
        await probing.initialize(self._application, self.clock)
        self.tasks.start("sender", self.sender.run())
        await self.replica.join(self.tasks, self.intake)
        coming = self.webhook.keep() if self.webhook else self.intake.poll()
        self._coming = self.tasks.start("webhook" if self.webhook else "poll", coming)
        self.tasks.start("profile", self._present())

    async def _present(self) -> None:
        """Show menu and descriptions; where Telegram will not have them now, the next start tries again."""
        try:
            await profile.present(self._api, self._words, self._words.locales)
        except Exception as failure:  # noqa: BLE001 - whatever Telegram says to it, the bot itself works
            logs.trouble("profile-not-presented", error=failure)

    async def beat(self) -> None:
        """Tick; where that fails for two minutes on end, end the bot: another start may find things mended."""
        try:
            await self.tick()
            self._failing_since = None
        except leasing.Lost:
            logs.event("tick-elsewhere")
        except Exception as failure:  # noqa: BLE001 - the database is away, or the next tick tells it again
            now = self.clock.monotonic()
            if self._failing_since is None:
                self._failing_since = now
                logs.trouble("tick-failed", error=failure)
            elif now - self._failing_since >= PATIENCE_SECONDS:
                self.tasks.start("give up", _raise(failure))

    async def tick(self) -> None:
        """Turn what is due into outbox rows, and wake the sender where there were any."""
        now, jumped, lease = self.clock.now(), self._jumps.noticed(), self.replica.lease(leasing.TICKER)
        if jumped:
            logs.trouble("clock-jumped", seconds=jumped)
        if lease is None:
            return
        fenced = fencing.Fenced(self.store, lease)
        if await ticking.tick(fenced, now, self.parts) or jumped:
            self.sender.wake()
        if self._purged_at is None or jumped or now - self._purged_at >= PURGE_EVERY:
            if not jumped:  # what has only just become the time is no reason to erase anything
                await self.store.purge(now)
                await housekeeping.sweep(fenced, now)
            self._purged_at = now
            if await righting.right(fenced, now, self.parts):
                logs.event("planned-anew")
        self._keeper.tend(now)

    def body(self) -> vitals.Body:
        """Return what is to be watched of this bot."""
        return vitals.Body(
            store=self.store,
            clock=self.clock,
            tasks=self.tasks,
            steps=(self.intake.steps, self.sender.steps),
            outcomes=self.replies.calls.outcomes,
            polled_at=lambda: None if self.webhook else self.intake.polled_at,
            busy=lambda: self.intake.busy,
            taking=lambda: "waiting" if self.webhook and not self.webhook.stands else None,
            push=self.intake.push,
        )

    async def settled(self) -> None:
        """Return when everything that has come in, or come due by now, is handled, sent and written down."""
        while True:
            await self.tick()
            while not self._is_quiet():  # noqa: ASYNC110 - three parts, each of which wakes the others
                await asyncio.sleep(0.001)
            if not await self._is_due():
                return

    def _is_quiet(self) -> bool:
        return self.intake.idle() and self.replies.idle() and self.sender.idle()

    async def _is_due(self) -> bool:
        """Say whether something has come due since."""
        next_due = await self.store.perform(lambda tx: tx.next_due())
        return (next_due is not None and next_due <= self.clock.now()) or not self._is_quiet()

    async def stop(self) -> None:
        """Finish what was begun, start nothing new, and close the database."""
        if self._coming is not None:
            self._coming.cancel()
        await self.intake.stop(DRAIN_SECONDS)
        sending = self.tasks.start("stop the sender", self.sender.stop(DRAIN_SECONDS))
        await self.replies.drain(DRAIN_SECONDS)
        await asyncio.wait([sending])
        await self.replica.leave()
        await self.tasks.close()


def _parts(plan: Plan, words: catalogue.Catalogue, luck: chance.Chance, username: str) -> turns.Parts:
    """Return what every use case may lean on."""
    return turns.Parts(
        catalogue=words,
        plan=arcs(words),
        places=places,
        erasures=erasures.Erasures(plan.backups),
        chance=luck,
        undo=plan.undo,
        bot_username=username,
        operator=plan.operator,
        backups=turns.Backups(
            hours=plan.backup_hours, days=shelf.KEPT[shelf.DATA].days, key_days=shelf.KEPT[shelf.KEYS].days
        ),
    )


def arcs(words: catalogue.Catalogue) -> prompting.Plan:
    """Return the plan of weeks as the rules know it."""
    known = words.plan
    return prompting.Plan(
        arcs=tuple(prompting.Arc(one.weeks, one.depth_max, one.themes) for one in known.arcs),
        weekly=tuple(known.every_week_min),
    )


async def run(chosen: settings.Settings) -> int:
    """Run the bot until a signal ends it; return 0, or raise what stopped it."""
    logs.install()
    logs.listen(asyncio.get_running_loop())
    words = catalogue.begin(find.root())
    time, luck = clock.SystemClock(), chance.SystemChance()
    async with contextlib.AsyncExitStack() as stack:
        held = await opening.open_store(chosen.database_url, cipher.Keyring(chosen.keys()), time, luck)
        stack.push_async_callback(held.close)
        await held.note_first_key()
        file, folder = chosen.database_file(), shelf.Shelf(chosen.backups())
        at = desk.beside(file) if file is not None else None
        await stack.enter_async_context(desk.opened(at, operating.wishes(held, folder)))
        transport = wire.HttpTransport()
        stack.push_async_callback(transport.close)

        def build(username: str) -> Bot:
            bot = Bot(
                _plan(chosen), held=held, time=time, luck=luck, transport=transport, words=words, username=username
            )
            bot.tasks.start("learn languages", asyncio.to_thread(words.learn))
            return bot

        api = wire.Api(transport, chosen.api_base, chosen.bot_token.get_secret_value())
        await _serve(chosen, functools.partial(probing.introduce, api, time), build)
    return 0


async def _serve(
    chosen: settings.Settings, introduce: Callable[[], Coroutine[Any, Any, str]], build: Callable[[str], Bot]
) -> None:
    """Serve the health pages, wait until Telegram says who this bot is, and let it work until a signal."""
    ending, health = signals(), vitals.Vitals(clock.SystemClock())
    server = web.Server(web.app(health, _hooks(chosen, health)), chosen.listen_host, chosen.listen_port)
    async with nursery.Nursery() as pages, health.watched(pages):
        await server.start(pages)
        try:
            username = await until(ending, introduce())
            if username is not None:
                bot = build(username)
                health.body = bot.body()
                logs.event("running", port=server.port)
                bot.tasks.start("vitals", health.watch())
                await _work(bot, chosen.tick_seconds, ending)
        finally:
            await server.stop()


def _hooks(chosen: settings.Settings, health: vitals.Vitals) -> list[web.Route]:
    """Return Telegram's way in, where it pushes."""
    hook = _hook(chosen)
    return [web.hook(chosen.webhook_path, hook.secret, health.push)] if hook else []


def _hook(chosen: settings.Settings) -> webhook.Address | None:
    if not chosen.webhook_url or not chosen.webhook_secret:
        return None
    return webhook.Address(chosen.webhook_url, chosen.webhook_secret.get_secret_value())


async def _work(bot: Bot, tick_seconds: float, ending: asyncio.Event) -> None:
    """Let a bot run, with its metronome, until a signal or a failure ends it."""
    metronome = scheduler.Scheduler(bot.beat, tick_seconds)
    try:
        await bot.start()
        metronome.start()
        await until(ending, bot.tasks.failed.wait())
    finally:
        signal.alarm(GONE_SECONDS)  # whatever failed may hang now
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(TICK_DRAIN_SECONDS):
                await metronome.stop()
        await bot.stop()
    match bot.tasks.failure:
        case None:
            return
        case intake.AnotherPoller() | intake.TokenRefused() | webhook.Refused() | vitals.Still() as known:
            raise known
        case catalogue.ContentError() as unsound:
            raise unsound
        case failure:
            raise Stuck(failure) from None


async def until(ending: asyncio.Event, work: Coroutine[Any, Any, T]) -> T | None:
    """Return what the work returns, or None when the ending comes first."""
    async with nursery.Nursery() as both:
        tasks = [both.start("work", work), both.start("ending", ending.wait())]
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        return tasks[0].result() if tasks[0].done() else None


def _plan(chosen: settings.Settings) -> Plan:
    """Return the settings as the bot knows them."""
    return Plan(
        token=chosen.bot_token.get_secret_value(),
        base=chosen.api_base,
        operator=chosen.operator,
        backups=chosen.backups(),
        undo=chosen.undo_seconds,
        rate=chosen.send_rate,
        hook=_hook(chosen),
        backup_hours=chosen.backup_hours,
    )


async def _raise(failure: Exception) -> None:
    raise failure


def signals() -> asyncio.Event:
    """Return an event that the first SIGTERM or SIGINT sets; a second one ends all at once."""
    ending = asyncio.Event()
    loop = asyncio.get_running_loop()

    def first() -> None:
        for one in _SIGNALS:
            loop.remove_signal_handler(one)
            signal.signal(one, signal.SIG_DFL)
        signal.alarm(GONE_SECONDS)
        ending.set()

    for one in _SIGNALS:
        loop.add_signal_handler(one, first)
    return ending
