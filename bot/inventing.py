"""Invents people for a database to be measured with: `nearer seed` for who wants to see it large."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from bot import chance, clock, settings
from bot.content import catalogue, find
from bot.domain import ladder, model, schedule
from bot.store import cipher, errors, opening, seeding, store

BATCH = 1000  # people in one transaction
SEED = 1  # the same people every time
FIRST_ID = 90_000_000_000  # of their Telegram accounts, beyond those of people

_NAMES = ("Alex", "Sam", "Robin", "Kim", "Noa", "Jules", "Mika", "Toni", "Luca", "Charlie", "Renée", "Jürgen")
_ZONES = ("Europe/Berlin", "Europe/Madrid", "America/Sao_Paulo", "America/New_York", "Asia/Tokyo", "Africa/Lagos")
_WORDS = ("Someone let me go first today.", "I was tired, and you saw it.", "The tea on the balcony.")
_ALONE, _RESTING = 10, 12  # every so many-th pair is two who never paired, every so many-th person rests
_DAY = dt.timedelta(days=1)

Say = Callable[[int], object]


async def seed(chosen: settings.StoreSettings, people: int, say: Say) -> int:
    """Fill the database of the settings with so many people, telling how many came; or raise StoreError."""
    held = await opening.open_store(
        chosen.database_url, cipher.Keyring(chosen.keys()), clock.SystemClock(), chance.SystemChance()
    )
    try:
        await fill(held, people, clock.SystemClock().now(), say)
    finally:
        await held.close()
    return 0


async def fill(held: store.Store, people: int, now: dt.datetime, say: Say = lambda _count: None) -> None:
    """Fill an empty store with people; raises StoreError where there is anybody."""
    async with held.begin() as tx:
        if await tx.anybody():
            raise errors.StoreError("there are people in this database: invented ones belong into an empty one")
    prompts = tuple(catalogue.begin(find.root()).prompts)
    everybody = lives(people, now, prompts)
    for first in range(0, people, BATCH):
        batch = [next(everybody) for _ in range(min(BATCH, people - first))]
        async with held.begin() as tx:
            await tx.populate(batch)
        say(len(batch))


def lives(people: int, now: dt.datetime, prompts: Sequence[str]) -> Iterator[seeding.Life]:
    """Yield as many lives; two of a pair follow each other, and the last of an odd number is alone."""
    luck = chance.SeededChance(SEED)
    for number in range(0, people, 2):
        couple = [_person(number + seat, now, prompts, luck) for seat in range(min(2, people - number))]
        paired = len(couple) > 1 and number // 2 % _ALONE != 0
        pair_id = luck.id()
        for person, other in zip(couple, reversed(couple), strict=True):
            half = _half(person, other, pair_id, luck) if paired else None
            yield _life(FIRST_ID + number + couple.index(person), person, half, luck)


def _person(number: int, now: dt.datetime, prompts: Sequence[str], luck: chance.Chance) -> model.Person:
    """Return somebody who said hello up to a year ago, was asked lately, and has a next ask."""
    seed = luck.seed()
    days = 2 + seed % 360
    today = now.date()
    served = tuple((today - n * _DAY, prompts[(seed + n) % len(prompts)]) for n in range(min(days, 9), 0, -1))
    person = model.Person(
        id=luck.id(),
        name=_NAMES[seed % len(_NAMES)],
        locale=("en", "de", "es", "pt-BR")[seed % 4],
        seed=seed,
        agreed_at=now - days * _DAY,
        terms="1",
        noted_at=now - days * _DAY,
        seen_at=now - days * _DAY,
        hello_on=today - days * _DAY,
        setup=None,
        zone=_ZONES[seed % len(_ZONES)],
        calm=dt.time(9 + seed % 12, seed % 4 * 15),
        leaning=tuple(model.Leaning)[seed % 3],
        country="DE",
        resting=number % _RESTING == 0,
        last_ask_at=now - _DAY,
        counter=2 * len(served),
        memory=model.Memory(look_back_on=today, four_weeks_on=today, drawer_on=today),
        ladder=model.Ladder(served=served),
    )
    return ladder.settle(_planned(person, now), now)


def _planned(person: model.Person, now: dt.datetime) -> model.Person:
    """Return the person with their next ask planned."""
    return dataclasses.replace(person, next_ask_at=schedule.next_ask(person, now))


def _half(person: model.Person, other: model.Person, pair_id: int, luck: chance.Chance) -> model.Half:
    """Return this person's side of a pair."""
    since = max(one.seen_at for one in (person, other) if one.seen_at is not None)
    return model.Half(id=luck.id(), pair_id=pair_id, person_id=person.id, name=other.name, since=since)


def _life(telegram_id: int, person: model.Person, half: model.Half | None, luck: chance.Chance) -> seeding.Life:
    """Return a person with what they were asked on the last two days, the first of which they answered."""
    asks = [_ask(person, n, *served, luck) for n, served in enumerate(person.ladder.served[-2:], start=1)]
    answers = [_answer(person, ask, luck) for ask in asks if ask.state is model.AskState.ANSWERED]
    return seeding.Life(telegram_id, person, half, asks, answers)


def _ask(person: model.Person, n: int, day: dt.date, prompt_id: str, luck: chance.Chance) -> model.Ask:
    at = dt.datetime.combine(day, person.calm, dt.UTC)
    state = model.AskState.ANSWERED if n == 1 else model.AskState.LAPSED
    return model.Ask(
        id=luck.id(),
        person_id=person.id,
        n=n,
        local_date=day,
        planned_at=at,
        pushed=True,
        state=state,
        prompt_id=prompt_id,
        message_id=n,
        sent_at=at,
    )


def _answer(person: model.Person, ask: model.Ask, luck: chance.Chance) -> model.Reflection:
    return model.Reflection(
        id=luck.id(),
        person_id=person.id,
        n=ask.n,
        words=_WORDS[person.seed % len(_WORDS)],
        ask_id=ask.id,
        prompt_id=ask.prompt_id,
        created_at=ask.planned_at,
    )
