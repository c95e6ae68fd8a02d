"""What the outbox holds leaves once, in time and within the pace, and every outcome is written down."""

import asyncio
import dataclasses
import datetime as dt
from collections.abc import Mapping

import pytest

from bot import clock
from bot.domain import model
from bot.simulator import api, faults, person, world
from bot.store import store
from bot.telegram import wire
from tests.telegram import houses

ONCE, LEAST = model.Policy.AT_MOST_ONCE, model.Policy.AT_LEAST_ONCE


async def test_a_due_row_is_sent(house: houses.House, two: tuple[person.Person, int]) -> None:
    """A row that is due leaves at once, silently, and is marked sent with its message's id."""
    ann, person_id = two
    row = houses.line(person_id)
    await houses.enqueue(house, row)
    await house.sent()
    assert houses.texts(ann) == ["en: line-1 partner=Sam"]
    assert (ann.last.silent, ann.last.protected) == (True, False)
    async with house.store.begin() as tx:
        kept = await tx.outbox(row.id)
    assert (kept and (kept.state, kept.message_id)) == (model.OutboxState.SENT, ann.last.id)
    assert [one.message_id for one in await houses.chat_messages(house, person_id)] == [ann.last.id]
    assert house.world.violations == []


async def test_a_row_waits_for_its_moment(house: houses.House, two: tuple[person.Person, int]) -> None:
    """The sender sleeps until the next due row, not longer and not shorter."""
    ann, person_id = two
    await houses.enqueue(house, houses.line(person_id, due_at=houses.NOW + dt.timedelta(minutes=5)))
    await houses.later(house, minutes=4)
    assert houses.texts(ann) == []
    await houses.later(house, minutes=1)
    assert len(houses.texts(ann)) == 1


async def test_an_earlier_row_wakes_the_sender(house: houses.House, two: tuple[person.Person, int]) -> None:
    """Told of a row that is due before the one it waits for, the sender looks again; told of a later one, not."""
    ann, person_id = two
    hour, minute = houses.NOW + dt.timedelta(hours=1), houses.NOW + dt.timedelta(minutes=1)
    await houses.enqueue(house, houses.line(person_id, 1, due_at=hour))
    await house.sent()
    house.sender.wake(hour)
    assert house.sender.idle()
    async with house.store.begin() as tx:
        assert await tx.add(houses.line(person_id, 2, due_at=minute))
    house.sender.wake(minute)
    assert not house.sender.idle()
    await houses.later(house, minutes=1)
    assert houses.texts(ann) == ["en: line-2 partner=Sam"]


@pytest.mark.parametrize("policy", [ONCE, LEAST])
async def test_what_never_left_is_sent_later(
    house: houses.House, two: tuple[person.Person, int], policy: model.Policy
) -> None:
    """A row that certainly did not leave is pending again and leaves once, whatever its policy."""
    ann, person_id = two
    row = houses.line(person_id, policy=policy)
    house.world.faults.add(kind="refuse", method="sendMessage")
    await houses.enqueue(house, row)
    await house.sent()
    assert await houses.states(house, row) == ["pending"]
    await houses.later(house, seconds=5)
    assert (await houses.states(house, row), len(houses.texts(ann))) == (["sent"], 1)


DOUBTFUL: list[faults.Kind] = ["drop_before", "drop_after", "hang", "hang_after", "half_body", "not_json", "502"]


@pytest.mark.parametrize("kind", DOUBTFUL)
async def test_at_most_once_is_never_sent_again(
    house: houses.House, two: tuple[person.Person, int], kind: faults.Kind
) -> None:
    """After an unknown outcome a row that may go out at most once stays as it is, for ever."""
    ann, person_id = two
    row = houses.line(person_id, policy=ONCE)
    house.world.faults.add(kind=kind, method="sendMessage")
    await houses.enqueue(house, row)
    await houses.later(house, hours=2)
    assert await houses.states(house, row) == ["unknown"]
    assert len(ann.chat.messages) <= 1


@pytest.mark.parametrize("kind", DOUBTFUL)
async def test_at_least_once_never_ends_unknown(
    house: houses.House, two: tuple[person.Person, int], kind: faults.Kind
) -> None:
    """After an unknown outcome a row that must arrive is sent again until it is known to be there."""
    ann, person_id = two
    row = houses.line(person_id, policy=LEAST)
    house.world.faults.add(kind=kind, method="sendMessage")
    await houses.enqueue(house, row)
    await houses.later(house, hours=2)
    assert await houses.states(house, row) == ["sent"]
    assert 1 <= len(houses.texts(ann)) <= 2


async def test_a_refused_row_fails(house: houses.House, two: tuple[person.Person, int]) -> None:
    """What Telegram will never take is not tried again, and stops nothing else."""
    ann, person_id = two
    rows = [houses.line(person_id, number) for number in (1, 2)]
    house.world.faults.add(kind="400", method="sendMessage")
    await houses.enqueue(house, *rows)
    await house.sent()
    assert sorted(await houses.states(house, *rows)) == ["failed", "sent"]
    assert len(houses.texts(ann)) == 1


async def test_a_block_holds_everything(house: houses.House, two: tuple[person.Person, int]) -> None:
    """A 403 holds the person's rows and marks the person; nobody is told."""
    _, person_id = two
    rows = [houses.line(person_id, 1), houses.line(person_id, 2, due_at=houses.NOW + dt.timedelta(hours=1))]
    house.world.faults.add(kind="403", method="sendMessage")
    await houses.enqueue(house, *rows)
    await houses.later(house, hours=2)
    assert await houses.states(house, *rows) == ["held", "held"]
    async with house.store.begin() as tx:
        known = await tx.person(person_id)
    assert known
    assert known.blocked


class Watching(api.Wire):
    """A Telegram that looks into the database whenever a message reaches it."""

    def __init__(self, telegram: world.World, held: store.Store) -> None:
        super().__init__(telegram)
        self._held = held
        self.seen: list[str] = []

    async def post(
        self, url: str, fields: Mapping[str, str], files: Mapping[str, wire.Upload], seconds: float
    ) -> tuple[int, bytes]:
        """Note where the rows stand, then obey."""
        if url.endswith("sendMessage"):
            async with self._held.begin() as tx:
                found = [await tx.outbox(number) for number in (7700 * 1000 + 1, 7700 * 1000 + 2)]
            self.seen.append(" ".join(row.state.value for row in found if row))
        return await super().post(url, fields, files, seconds)


async def test_the_intent_is_committed_first(
    held: store.Store, hands: clock.ManualClock, telegram: world.World
) -> None:
    """When the first byte arrives, the database already says that the row is being sent."""
    ann, ben = telegram.person("Ann"), telegram.person("Ben")
    ann.chat.started = True
    line = Watching(telegram, held)
    house = houses.House(held, hands, telegram, transport=line)
    person_id, _ = await houses.pair(house, ann, ben)
    await house.start()
    await houses.enqueue(house, houses.line(person_id, 1))
    await house.sent()
    assert line.seen == ["sending"]
    await house.kill()


async def test_a_kill_leaves_at_most_once_unknown(
    held: store.Store, hands: clock.ManualClock, telegram: world.World
) -> None:
    """What was in flight at a crash ends unknown, or is sent again, by its policy."""
    ann, ben = telegram.person("Ann"), telegram.person("Ben")
    ann.chat.started = True
    first = houses.House(held, hands, telegram, transport=houses.Stuck(telegram, "sendMessage"))
    person_id, _ = await houses.pair(first, ann, ben)
    await first.start()
    rows = [houses.line(person_id, 1, policy=ONCE), houses.line(person_id, 2, policy=LEAST)]
    await houses.enqueue(first, *rows)
    await houses.stand(first, ["sending", "sending"], *rows)
    await first.kill()
    second = houses.House(held, hands, telegram)
    await second.start()
    await second.sent()
    assert await houses.states(second, *rows) == ["unknown", "sent"]
    assert houses.texts(ann) == ["en: line-2 partner=Sam"]
    await second.kill()


async def test_stopping_waits_for_what_is_in_flight(house: houses.House, two: tuple[person.Person, int]) -> None:
    """A stop begins nothing new, and leaves nothing in doubt."""
    ann, person_id = two
    row = houses.line(person_id)
    house.world.faults.add(kind="slow", method="sendMessage", seconds=1)
    await houses.enqueue(house, row)
    await houses.stand(house, ["sending"], row)
    await house.sender.stop()
    late = houses.line(person_id, 2)
    await houses.enqueue(house, late)
    assert await houses.states(house, row, late) == ["sent", "pending"]
    assert len(houses.texts(ann)) == 1


async def test_a_row_that_cannot_be_prepared_stops_no_other(
    house: houses.House, two: tuple[person.Person, int]
) -> None:
    """A row on which the check itself fails is tried five times and then fails; all others leave."""
    ann, person_id = two
    # This house has no prompts, so choosing one for the ask must fail.
    ask = model.Ask(
        id=5, person_id=person_id, n=1, local_date=houses.NOW.date(), planned_at=houses.NOW, pushed=False
    )
    broken = houses.line(person_id, 1, kind=model.Kind.ASK, policy=ONCE, subject=5, urgent=True)
    async with house.store.begin() as tx:
        assert await tx.add(ask)
    fine = houses.line(person_id, 2)
    await houses.enqueue(house, broken, fine)
    for _ in range(6):
        await houses.later(house, hours=1)
    assert await houses.states(house, broken, fine) == ["failed", "sent"]
    assert houses.texts(ann) == ["en: line-2 partner=Sam"]


async def test_a_message_that_cannot_be_rendered_fails(house: houses.House, two: tuple[person.Person, int]) -> None:
    """A screen that is a mistake of ours fails its row and nothing else."""
    ann, person_id = two
    broken = dataclasses.replace(houses.line(person_id, 1), text=None)
    await houses.enqueue(house, broken, houses.line(person_id, 2))
    await house.sent()
    assert houses.texts(ann)[-1] == "en: line-2 partner=Sam"


async def test_a_forgotten_person_in_flight(
    held: store.Store, hands: clock.ManualClock, telegram: world.World
) -> None:
    """Somebody who is forgotten while a message is in flight leaves no trace, and breaks nothing."""
    ann, ben = telegram.person("Ann"), telegram.person("Ben")
    ann.chat.started = ben.chat.started = True
    house = houses.House(held, hands, telegram)
    person_id, other = await houses.pair(house, ann, ben)
    telegram.faults.add(kind="slow", method="sendMessage", seconds=1)
    await house.start()
    row = houses.line(person_id)
    await houses.enqueue(house, row)
    await houses.stand(house, ["sending"], row)
    async with held.begin() as tx:
        await tx.forget(person_id)
    await houses.enqueue(house, houses.line(other))
    await house.sent()
    assert await houses.states(house, row, houses.line(other)) == ["gone", "sent"]
    await house.kill()


@pytest.fixture
async def notice(house: houses.House, two: tuple[person.Person, int]) -> tuple[person.Person, model.Notice]:
    """Return Ann's phone and a notice on it that nothing stands behind any more."""
    ann, person_id = two
    await houses.enqueue(house, houses.line(person_id))
    await house.sent()
    gone = model.Notice(
        id=8,
        person_id=person_id,
        key="2026-11-23",
        state=model.NoticeState.GONE,
        due_at=houses.NOW,
        message_id=ann.last.id,
        sent_at=houses.NOW,
    )
    async with house.store.begin() as tx:
        assert await tx.add(gone)
    return ann, gone


def show(notice: model.Notice) -> model.Outbox:
    """Return the row that makes the notice's message show what is true."""
    return houses.line(
        notice.person_id, 3, kind=model.Kind.SHOW, policy=model.Policy.IDEMPOTENT, subject=notice.id, text=None
    )


@pytest.mark.parametrize("kind", ["drop_after", "drop_before", "502", "refuse"])
async def test_a_deletion_is_repeated_until_done(
    house: houses.House, notice: tuple[person.Person, model.Notice], kind: faults.Kind
) -> None:
    """A message that is to go goes, whatever the network does; gone already counts as done."""
    ann, gone = notice
    row = show(gone)
    house.world.faults.add(kind=kind, method="deleteMessage")
    await houses.enqueue(house, row)
    await houses.later(house, minutes=1)
    assert (houses.texts(ann), await houses.states(house, row)) == ([], ["sent"])
    assert await houses.chat_messages(house, gone.person_id) == []


async def test_an_old_message_is_edited_instead(
    house: houses.House, notice: tuple[person.Person, model.Notice]
) -> None:
    """After Telegram's limit for deleting, the message is edited to a neutral line, once."""
    ann, gone = notice
    house.clock.advance(dt.timedelta(hours=49))
    row = show(gone)
    house.world.faults.add(kind="drop_after", method="editMessageText")
    await houses.enqueue(house, row)
    await houses.later(house, minutes=1)
    assert (houses.texts(ann), await houses.states(house, row)) == (["en: receiving-gone"], ["sent"])


async def test_a_loop_that_fails_for_good_surfaces(
    held: store.Store, hands: clock.ManualClock, telegram: world.World
) -> None:
    """Where the database stays broken the sender ends with its error, and is not silent."""
    house = houses.House(held, hands, telegram)
    await house.start()
    await house.sent()
    async with held.begin() as tx:
        await tx._connection.exec_driver_sql("DROP TABLE outbox")
    house.sender.wake()
    async with asyncio.timeout(5):
        await house.tasks.failed.wait()
    assert house.tasks.failure is not None
    await house.kill()
