"""The sender keeps the pace that Telegram asks for: its rate, each chat's own, and every pause."""

import datetime as dt

from bot import clock
from bot.domain import model
from bot.simulator import person, world
from bot.store import store
from tests.telegram import houses


async def test_a_pause_holds_one_person(house: houses.House, telegram: world.World) -> None:
    """A 429 for one chat holds that person until then, and nobody else; the database knows."""
    ann, ben = telegram.person("Ann"), telegram.person("Ben")
    ann.chat.started = ben.chat.started = True
    first, second = await houses.pair(house, ann, ben)
    house.world.faults.add(kind="429", method="sendMessage", chat_id=ann.id, retry_after=30)
    rows = [houses.line(first, 1), houses.line(first, 2), houses.line(second, 1)]
    await houses.enqueue(house, rows[0], rows[2])
    await house.sent()
    await houses.enqueue(house, rows[1])
    await house.sent()
    assert await houses.states(house, *rows) == ["pending", "pending", "sent"]
    async with house.store.begin() as tx:
        assert list(await tx.cool_downs(house.clock.now())) == [str(first)]
    await houses.later(house, seconds=60)
    assert (len(houses.texts(ann)), await houses.states(house, *rows)) == (2, ["sent"] * 3)


async def test_two_pauses_hold_everybody(house: houses.House, telegram: world.World) -> None:
    """When a second chat meets a 429, nothing at all is sent until the pause is over."""
    chats = [telegram.person(name) for name in ("Ann", "Ben")]
    others = [telegram.person(name) for name in ("Kim", "Lou")]
    for chat in (*chats, *others):
        chat.chat.started = True
    ids = [*await houses.pair(house, *chats), *await houses.pair(house, *others, pair_id=78)]
    house.world.faults.add(kind="429", method="sendMessage", times=2, retry_after=30)
    await houses.enqueue(house, houses.line(ids[0]), houses.line(ids[1]))
    await house.sent()
    last = houses.line(ids[2], pair_id=78)
    await houses.enqueue(house, last)
    await house.sent()
    assert await houses.states(house, last) == ["pending"]
    await houses.later(house, seconds=60)
    assert await houses.states(house, last) == ["sent"]


async def test_a_pause_outlives_a_restart(
    held: store.Store, hands: clock.ManualClock, telegram: world.World
) -> None:
    """A new process obeys the pause that an earlier one was asked for."""
    ann, ben = telegram.person("Ann"), telegram.person("Ben")
    ann.chat.started = True
    house = houses.House(held, hands, telegram)
    person_id, _ = await houses.pair(house, ann, ben)
    async with held.begin() as tx:
        await tx.cool_down("all", houses.NOW + dt.timedelta(seconds=30))
    await houses.enqueue(house, houses.line(person_id))
    await house.start()
    await house.sent()
    assert houses.texts(ann) == []
    await houses.later(house, seconds=30)
    assert len(houses.texts(ann)) == 1
    await house.kill()


async def test_the_rate_holds(house: houses.House, telegram: world.World) -> None:
    """Forty due rows leave at the rate: no second holds more than it allows."""
    ids = []
    for number in range(20):
        ann, ben = telegram.person(f"A{number}"), telegram.person(f"B{number}")
        ann.chat.started = ben.chat.started = True
        ids += [(one, 100 + number) for one in await houses.pair(house, ann, ben, pair_id=100 + number)]
    rows = [houses.line(one, pair_id=pair_id) for one, pair_id in ids]
    await houses.enqueue(house, *rows)
    await house.sent()
    moments = sorted(entry.at for entry in telegram.log if entry.event == "sent")
    second = dt.timedelta(seconds=1)
    worst = max(sum(1 for other in moments if one <= other < one + second) for one in moments)
    assert len(moments) == 40
    assert worst <= 25 * 1.05 + 2


async def test_a_full_chat_waits_without_a_place_in_flight(
    house: houses.House, two: tuple[person.Person, int]
) -> None:
    """A row for a chat that has had its messages goes back to pending, and leaves when the chat may take it."""
    ann, person_id = two
    for _ in range(6):
        house.chats.book(person_id, house.clock.monotonic())
    row = houses.line(person_id, policy=model.Policy.AT_MOST_ONCE)
    await houses.enqueue(house, row)
    await house.sent()
    assert (await houses.states(house, row), houses.texts(ann)) == (["pending"], [])
    await houses.later(house, seconds=10)
    assert (await houses.states(house, row), len(houses.texts(ann))) == (["sent"], 1)


async def test_urgent_rows_overtake(house: houses.House, telegram: world.World) -> None:
    """A row with a reply's priority does not wait behind a queue of others."""
    ids = []
    for number in range(20):
        ann, ben = telegram.person(f"A{number}"), telegram.person(f"B{number}")
        ann.chat.started = ben.chat.started = True
        ids += [(one, 100 + number) for one in await houses.pair(house, ann, ben, pair_id=100 + number)]
    rows = [houses.line(one, pair_id=pair_id) for one, pair_id in ids[1:]]
    urgent = houses.line(ids[0][0], 9, pair_id=100, urgent=True, due_at=houses.NOW + dt.timedelta(seconds=1))
    await houses.enqueue(house, *rows, urgent)
    await house.sent()
    words = [entry.message.words for entry in telegram.log if entry.message and entry.event == "sent"]
    assert len(words) == 40
    assert words.index("en: line-9 partner=Sam") < 32
