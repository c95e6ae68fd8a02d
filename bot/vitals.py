"""Says how the bot is: alive, ready, and in numbers from which nothing can be learnt of anybody."""

import contextlib
import dataclasses
import datetime as dt
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping

from bot import clock, logs, nursery, pulse, steps
from bot.store import errors
from bot.usecases import counting, ports

PATIENCE_SECONDS = 180.0  # for one step of a part: each has limits of its own well below
LOOK_SECONDS = 10.0
SILENT_SECONDS = 60.0  # what waits no longer is nobody's business: it would tell when somebody writes
DEAF_SECONDS = 120.0  # so long a poll may take to come back; sooner it would tell, too
CROWD_SECONDS = 3600.0  # between two counts of people
_TENS = 10


class Still(Exception):  # noqa: N818 - said of a part
    """A part of the bot does not get on; the message is one line for the operator."""

    def __init__(self, part: str) -> None:
        super().__init__(f"a part of the bot ({part}) has not got on for three minutes: start it again")


@dataclasses.dataclass(slots=True)
class Body:
    """What is watched of a running bot."""

    store: ports.Store
    clock: clock.Clock
    tasks: nursery.Nursery
    steps: tuple[steps.Steps, ...]
    outcomes: Mapping[str, int]  # of calls to the Bot API, by what became of them
    polled_at: Callable[[], float | None]  # when a poll last came back, monotonic; None: it does not poll
    busy: Callable[[], int]  # lanes that are being served
    taking: Callable[[], str | None]  # None where updates are taken in, else one word
    push: Callable[[bytes], Awaitable[bool]]  # takes one pushed update


class Vitals:
    """One process: also while it still waits for Telegram, when there is no body yet."""

    def __init__(self, time: clock.Clock, patience: float = PATIENCE_SECONDS) -> None:
        self._patience = patience
        self.pulse = pulse.Pulse(time)
        self.body: Body | None = None
        self._clock = time
        self._crowd = False
        self._counted_at: float | None = None

    async def alive(self) -> bool:
        """Say whether no part has ended by itself, and each gets on."""
        return self.body is None or (not self.body.tasks.failed.is_set() and not self.still())

    async def ready(self) -> str | None:
        """Say None where updates are taken in, else one word."""
        if self.body is None:
            return "waiting"
        return self.body.taking() if await self.alive() else "stuck"

    def still(self) -> str | None:
        """Return a part that has been at one step for too long."""
        taken = self.body.steps if self.body is not None else ()
        return next((name for one in taken if (name := one.longer_than(self._patience))), None)

    async def push(self, body: bytes) -> bool:
        """Take one pushed update; return False where it must come again."""
        return self.body is not None and await self.body.push(body)

    @contextlib.asynccontextmanager
    async def watched(self, tasks: nursery.Nursery) -> AsyncIterator[None]:
        """Feel the pulse of the loop while the block runs, and end the process where there is none."""
        dog = pulse.Watchdog(self.pulse)
        beating = tasks.start("pulse", self.pulse.run())
        dog.start()
        try:
            yield
        finally:
            dog.stop()
            beating.cancel()

    async def watch(self) -> None:
        """Look after the parts for ever; raises Still where one does not get on."""
        while (part := self.still()) is None:
            await self._clock.sleep(LOOK_SECONDS)
        # The log has it in any case: what comes after this may hang on the same thing.
        logs.trouble("part-still", task=part)
        raise Still(part)

    async def metrics(self) -> str:
        """Return the numbers in Prometheus' text form."""
        lines = [*self._own(), *(await self._of(self.body) if self.body is not None else ())]
        return "".join(f"{line}\n" for line in lines)

    def _own(self) -> Iterator[str]:
        yield from _gauge("loop_lag_seconds", round(self.pulse.lag, 3), "The latest turn of the loop in a minute.")
        yield from _gauge("up", int(self.body is not None), "Whether Telegram was reached since the start.")
        yield from _gauge("part_still", int(self.still() is not None), "Whether a part does not get on.")

    async def _of(self, body: Body) -> list[str]:
        """Return what the database and the parts tell; a database that is away is told as such."""
        now = body.clock.now()
        late = now - dt.timedelta(seconds=SILENT_SECONDS)
        try:
            load = await body.store.perform(lambda tx: tx.load(now, late))
            crowd = await self._is_crowd(body)
        except errors.StoreError:
            return list(_gauge("database_up", 0, "Whether the database answers."))
        waits = (now - load.oldest_at).total_seconds() if load.oldest_at else 0.0
        oldest, polled = _over(waits, SILENT_SECONDS), _over(self._polled(body), DEAF_SECONDS)
        lines = [
            *_gauge("database_up", 1, "Whether the database answers."),
            *_gauge("inbox_oldest_seconds", oldest, "Age of the oldest update that is not handled; 0 below 60."),
            *_gauge("outbox_overdue", _tens(load.overdue), "Rows that are a minute overdue, in tens."),
            *_gauge("poll_age_seconds", polled, "Since a poll last came back; 0 below 120."),
        ]
        return [*lines, *(self._traffic(body) if crowd else ())]

    def _polled(self, body: Body) -> float:
        at = body.polled_at()
        return 0.0 if at is None else self._clock.monotonic() - at

    def _traffic(self, body: Body) -> Iterator[str]:
        """Yield what would tell of one person, were there only a few."""
        yield from _gauge("lanes_busy", body.busy(), "People whose updates are being handled.")
        yield "# HELP nearer_calls_total Calls to the Bot API by what became of them, in tens."
        yield "# TYPE nearer_calls_total counter"
        for outcome, count in sorted(body.outcomes.items()):
            yield f'nearer_calls_total{{outcome="{outcome}"}} {_tens(count)}'

    async def _is_crowd(self, body: Body) -> bool:
        """Say whether there are people enough for nobody to stand out, as counted within the last hour."""
        now = self._clock.monotonic()
        if self._counted_at is None or now - self._counted_at >= CROWD_SECONDS:
            counted = await body.store.perform(lambda tx: tx.crowd(counting.CROWD))
            self._crowd = counted >= counting.CROWD
            self._counted_at = now
        return self._crowd


def _gauge(name: str, value: float, about: str) -> Iterator[str]:
    yield f"# HELP nearer_{name} {about}"
    yield f"# TYPE nearer_{name} gauge"
    yield f"nearer_{name} {value:g}"


def _over(seconds: float, least: float) -> float:
    """Return a time where it is long enough to be trouble, else 0."""
    return round(seconds, 1) if seconds >= least else 0.0


def _tens(count: int) -> int:
    """Return a count without what lies between two tens."""
    return count // _TENS * _TENS
