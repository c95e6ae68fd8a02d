"""Plants one bug of each kind, and says whether the simulation notices: `python -m tests.chaos.mutants`."""

import contextlib
import dataclasses
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bot import logs
from bot.domain import model, schedule
from bot.store import people, rows, sending, session
from bot.telegram import context, intake, keyboards
from bot.telegram.handlers import sharing
from bot.usecases import posting
from tests.chaos import simulation

WORLD = simulation.Scenario(
    seed=3,
    people=6,
    days=10,
    natures=("restless", "open", "restless"),
    crash=500,
    fault=0.04,
    zones=("Europe/Berlin",),
)
_GIVING = dataclasses.replace(WORLD, natures=("giving",), crash=0, fault=0)
_LEAVING = dataclasses.replace(WORLD, natures=("leaving",), crash=0)
_HASTY = dataclasses.replace(WORLD, crash=60)

Plant = Callable[[contextlib.ExitStack], None]


@contextlib.contextmanager
def planted(where: Any, name: str, make: Callable[[Any], Any]) -> Iterator[None]:
    """Put what `make` makes of it in the place of something, for a while."""
    known = where[name] if isinstance(where, dict) else getattr(where, name)
    put = where.__setitem__ if isinstance(where, dict) else lambda at, thing: setattr(where, at, thing)
    put(name, make(known))
    try:
        yield
    finally:
        put(name, known)


def _never(_known: Any) -> Any:
    async def nothing(*_: Any, **__: Any) -> None:
        return None

    return nothing


def _without_intent(known: Any) -> Any:
    async def save(self: Any, row: Any) -> None:
        if not (isinstance(row, model.Outbox) and row.state is model.OutboxState.SENDING):
            await known(self, row)

    return save


def _to_somebody_else(known: Any) -> Any:
    seen: dict[int, int] = {}

    async def telegram_id(self: Any, person_id: int) -> int | None:
        found: int | None = await known(self, person_id)
        if found is None:
            return None
        seen[person_id] = found
        others = [one for one in seen.values() if one != found]
        return others[0] if len(seen) > 3 and person_id % 3 == 0 else found

    return telegram_id


def _saying_words(known: Any) -> Any:
    def seal_text(text: str) -> bytes:
        logs._EVENTS.info(logs._Safe(f"kept words={text}"))
        sealed: bytes = known(text)
        return sealed

    return seal_text


def _with(policy: model.Policy, kind: model.Kind) -> Callable[[Any], Any]:
    """Return what adds rows of a kind under another policy."""

    def changed(row: Any) -> Any:
        meant = isinstance(row, model.Outbox) and row.kind is kind
        return dataclasses.replace(row, policy=policy) if meant else row

    def make(known: Any) -> Any:
        async def add(self: Any, given: Any) -> Any:
            several = isinstance(given, list | tuple)
            return await known(self, [changed(one) for one in given] if several else changed(given))

        return add

    return make


_AGAIN = _with(model.Policy.AT_LEAST_ONCE, model.Kind.ASK)
_ONCE = _with(model.Policy.AT_MOST_ONCE, model.Kind.NOTICE)


def _confirming_early(known: Any) -> Any:
    async def take(self: Any, updates: Any, **more: Any) -> int | None:
        self._nursery.start("take later", known(self, updates, **more))
        return max(one["update_id"] for one in updates) + 1 if updates else None

    return take


def _twice_a_day(_known: Any) -> Any:
    def next_ask(person: Any, after: Any) -> Any:
        return after + schedule.ASK_VALID * 1.2 if person.zone else None

    return next_ask


def _with_many_dates(known: Any) -> Any:
    return lambda person, moment: known(person, moment) + schedule.DAY * (moment.hour // 3)


def _calling_inside(known: Any) -> Any:
    async def turn(self: Any, tx: Any, step: Any) -> Any:
        await self.bot.get_me()
        return await known(self, tx, step)

    return turn


def _sending_at_once(_known: Any) -> Any:
    async def not_now(update: Any, one: Any, _n: int, _option: int | None) -> None:
        rows_ = update.callback_query.message.reply_markup.inline_keyboard
        found = [keyboards.read(button.callback_data) for row in rows_ for button in row]
        for tap in found:
            if tap is not None and tap.verb == "send":
                await sharing.TAPS["send"](update, one, tap.n, tap.option)

    return not_now


def _in_the_night(known: Any) -> Any:
    def next_ask(person: Any, after: Any) -> Any:
        due = known(person, after)
        return due and due + schedule.ASK_VALID * 3

    return next_ask


def _losing(known: Any) -> Any:
    async def add(self: Any, row: Any) -> bool:
        return isinstance(row, model.Reflection) or bool(await known(self, row))

    return add


def _doubling(known: Any) -> Any:
    async def add(self: Any, row: Any) -> bool:
        if isinstance(row, model.Reflection):
            await known(self, dataclasses.replace(row, id=row.id ^ 2, n=row.n + 10_000, message_id=None))
        return bool(await known(self, row))

    return add


def _always(_known: Any) -> Any:
    return lambda *_: True


# What is broken: where it is planted, and in which world.
MUTANTS: Mapping[str, tuple[simulation.Scenario, tuple[tuple[Any, str, Callable[[Any], Any]], ...]]] = {
    "the intent is not committed": (WORLD, ((session.Session, "save", _without_intent),)),
    "it goes to somebody else": (WORLD, ((people.People, "telegram_id", _to_somebody_else),)),
    "words are logged": (WORLD, ((rows, "seal_text", _saying_words),)),
    "a question is sent again after an unknown outcome": (
        _HASTY,
        ((session.Session, "add", _AGAIN), (session.Session, "add_all", _AGAIN)),
    ),
    "a notice is sent at most once": (
        _HASTY,
        ((session.Session, "add", _ONCE), (session.Session, "add_all", _ONCE)),
    ),
    "the offset moves before the commit": (WORLD, ((intake.Intake, "take", _confirming_early),)),
    "two questions on one day": (
        WORLD,
        (
            (schedule, "next_ask", _twice_a_day),
            (schedule, "may_push", _always),
            (schedule, "may_arrive", _always),
            (schedule, "local_date", _with_many_dates),
        ),
    ),
    "a question comes at night": (
        WORLD,
        ((schedule, "next_ask", _in_the_night), (schedule, "may_push", _always), (schedule, "may_arrive", _always)),
    ),
    "leaving withdraws nothing": (WORLD, ((posting, "withdraw_unopened", _never),)),
    "a take-back takes nothing back": (_GIVING, ((posting, "withdraw", _never),)),
    "words are lost": (WORLD, ((session.Session, "add", _losing),)),
    "one update has two effects": (WORLD, ((session.Session, "add", _doubling),)),
    "a call is made inside a transaction": (WORLD, ((context.Context, "_turn", _calling_inside),)),
    "not now means now": (_GIVING, ((sharing.TAPS, "not-now", _sending_at_once),)),
    "forgetting forgets nothing": (_LEAVING, ((people.People, "forget", _never),)),
    "what was under way is never sorted out": (_HASTY, ((sending.Sending, "recover_outbox", _never),)),
}


def noticed(name: str) -> list[str]:
    """Return what the simulation says of a world in which this is broken."""
    world, plants = MUTANTS[name]
    with contextlib.ExitStack() as stack:
        for where, what, make in plants:
            stack.enter_context(planted(where, what, make))
        return simulation.perform(world, hasty=True).faults


def main() -> int:
    """Plant each, and say what was noticed; 1 where one of them was not."""
    found = {}
    for name in sys.argv[1:] or MUTANTS:
        found[name] = noticed(name)
        said = found[name][0][:150] if found[name] else "NOT NOTICED"
        print(f"{name:52} {said}", flush=True)  # noqa: T201 - the outcome is to be read
    return int(not all(found.values()))


if __name__ == "__main__":
    sys.exit(main())
