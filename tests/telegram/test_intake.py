"""What comes in is kept before Telegram is told, handled once and in order, and stops nobody else."""

import asyncio
import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

import pytest

from bot import clock
from bot.simulator import api, person, updates, world
from bot.store import store
from bot.telegram import intake, wire
from bot.usecases import ports
from tests.telegram import houses

SORRY, FAILED, AWAY = "en: everything-else-sorry", "en: everything-else-failed", "en: everything-else-away"


def message(chat: person.Person, text: str, update_id: int) -> ports.Incoming:
    """Return an update as it lies in the inbox."""
    user = {"id": chat.id, "is_bot": False, "first_name": "Ann", "language_code": "en"}
    content = {"message_id": 900, "date": 1, "chat": {"id": chat.id, "type": "private"}, "from": user, "text": text}
    payload = json.dumps({"update_id": update_id, "message": content}).encode()
    return ports.Incoming(update_id=update_id, telegram_id=chat.id, payload=payload)


async def test_words_come_back(house: houses.House, ann: person.Person) -> None:
    """A message is handled and answered in its chat, and nothing on the wire is out of shape."""
    await ann.send("hello")
    assert houses.texts(ann) == ["en: started", "hello"]
    assert house.world.violations == []


async def test_one_person_in_order(house: houses.House, ann: person.Person) -> None:
    """What one person sends at once is handled and answered in that order."""
    house.world.settle = None
    words = [f"word {number}" for number in range(8)]
    for word in words:
        await ann.send(word)
    await house.settled()
    assert house.doings.effects[1:] == words
    assert houses.texts(ann)[1:] == words


async def test_lanes_do_not_wait_for_each_other(house: houses.House, ann: person.Person) -> None:
    """A row that waits for its next try holds back its own person alone."""
    ben = house.world.person("Ben")
    house.doings.failures["broken"] = 2
    house.world.settle = None
    await ann.send("broken")
    await ann.send("after")
    await ben.send("hello")
    await house.settled()
    assert house.doings.effects == ["started", "hello", "broken", "after"]


async def test_the_offset_follows_the_commit(house: houses.House, ann: person.Person, held: store.Store) -> None:
    """Telegram is told that an update arrived only when it lies in the inbox."""
    house.world.settle = None
    house.doings.gates["slow"] = asyncio.Event()
    await ann.send("slow")
    await house.world.taken()
    waiting = await held.arrived(10)
    assert [json.loads(row.payload)["message"]["text"] for row in waiting] == ["slow"]
    house.doings.gates["slow"].set()
    await house.settled()
    assert list(await held.arrived(10)) == []


async def test_what_cannot_be_kept_is_not_confirmed(
    house: houses.House, ann: person.Person, held: store.Store
) -> None:
    """While the inbox cannot be written, Telegram keeps the update; afterwards it is handled once."""
    house.world.settle = None
    async with held.begin() as tx:
        await tx._connection.exec_driver_sql("ALTER TABLE inbox RENAME TO elsewhere")
    polls = house.world.updates.polls
    await ann.send("hello")
    await houses.until(lambda: house.world.updates.polls > polls + 3)
    assert len(house.world.updates) == 1
    async with held.begin() as tx:
        await tx._connection.exec_driver_sql("ALTER TABLE elsewhere RENAME TO inbox")
    await house.settled()
    assert house.doings.effects == ["started", "hello"]


async def test_an_update_acts_once(house: houses.House, ann: person.Person) -> None:
    """An update that Telegram delivers a second time has no second effect."""
    one = message(ann, "once", 5)
    for _ in range(2):
        await house.intake.take([json.loads(one.payload)])
        await house.settled()
    assert house.doings.effects == ["started", "once"]
    assert houses.texts(ann) == ["en: started", "once"]


async def test_what_waited_is_as_old_as_telegram_says(house: houses.House, ann: person.Person) -> None:
    """A message that is handled late is noted under the date it was sent at: by that Telegram deletes it."""
    sent_at = houses.NOW - dt.timedelta(minutes=5)
    late = json.loads(message(ann, "late", 5).payload)
    late["message"]["date"] = int(sent_at.timestamp())
    await house.intake.take([late])
    await house.settled()
    async with house.store.begin() as tx:
        known = await tx.person_by_telegram(ann.id)
        assert known is not None
        noted = await tx.chat_messages(known.id, houses.NOW - dt.timedelta(days=1))
    assert [one.at for one in noted if one.message_id == 900] == [sent_at]


async def test_a_hiccup_mends_itself(house: houses.House, ann: person.Person) -> None:
    """A message that fails once is tried again, acts once, and the person reads nothing of it."""
    house.doings.failures["hello"] = 1
    await ann.send("hello")
    assert house.doings.effects == ["started", "hello"]
    assert houses.texts(ann) == ["en: started", "hello"]


async def test_a_failure_is_told_once(house: houses.House, ann: person.Person) -> None:
    """A message that keeps failing is told once, and answered when it succeeds at last."""
    house.doings.failures["hello"] = 4
    await ann.send("hello")
    assert houses.texts(ann) == ["en: started", FAILED, "hello"]


async def test_a_failing_tap_stops_spinning(house: houses.House, ann: person.Person) -> None:
    """A button whose use case fails is answered at once with the plain truth."""
    house.doings.failures["tapped 1/2"] = 1
    await ann.send("/menu")
    await ann.tap("pick")
    assert ann.toast == FAILED
    assert house.world.unanswered_callbacks() == []
    assert houses.texts(ann)[-1] == "tapped 1/2"


async def test_poison_lets_the_lane_go_on(house: houses.House, ann: person.Person, held: store.Store) -> None:
    """After five tries an update is set aside, its person is told, and the next one is handled."""
    house.doings.failures["poison"] = 99
    house.world.settle = None
    await ann.send("poison")
    await ann.send("hello")
    await house.settled()
    assert house.doings.begun.count("poison") == 5
    assert houses.texts(ann) == ["en: started", FAILED, SORRY, "hello"]
    assert list(await held.arrived(10)) == []


@pytest.mark.parametrize(
    "content",
    [
        {"message": {"message_id": [], "date": "x", "chat": 5, "from": {"id": []}}},
        {"message": {"from": {"id": {}}, "chat": []}},
        {"callback_query": {"id": 7, "from": None}},
        {"my_chat_member": "?"},
        {"something_new": {"words": "secret"}},
    ],
)
async def test_no_shape_stops_anybody(house: houses.House, ann: person.Person, content: dict[str, Any]) -> None:
    """An update of any shape is taken, put aside or ended, and everybody else is served."""
    await house.intake.take([{"update_id": 77, **content}])
    await ann.send("hello")
    assert house.doings.effects == ["started", "hello"]
    assert not house.tasks.failed.is_set()
    assert list(await house.store.arrived(10)) == []


async def test_only_a_number_is_somebody(house: houses.House, ann: person.Person) -> None:
    """An update whose person, chat or message has no number is nobody's, whoever's it looks like."""
    for part, key in ((None, "message_id"), ("from", "id"), ("chat", "id")):
        forged = json.loads(message(ann, "mine", 77).payload)
        holder = forged["message"][part] if part else forged["message"]
        holder[key] = str(holder[key])
        await house.intake.take([{**forged, "update_id": 77 + len(key) + len(part or "")}])
        await house.settled()
    assert house.doings.effects == ["started"]
    assert list(await house.store.arrived(10)) == []


async def test_a_tap_without_an_id_ends_nothing(house: houses.House, ann: person.Person) -> None:
    """A tap whose id is none is put aside: there is nothing to answer, and replies go on."""
    said = json.loads(message(ann, "?", 77).payload)["message"]
    query = {"id": [7], "from": said["from"], "chat_instance": "1", "message": said, "data": "pick:1:2"}
    await house.intake.take([{"update_id": 78, "callback_query": query}])
    await house.settled()
    await ann.send("hello")
    assert house.doings.effects == ["started", "hello"]
    assert not house.tasks.failed.is_set()


async def test_nothing_nests_too_deep(house: houses.House, ann: person.Person) -> None:
    """An update nested deeper than anything can read holds up neither its own person nor those it came with."""
    deep: Any = []
    for _ in range(5000):
        deep = [deep]
    with_words = json.loads(message(ann, "beside it", 79).payload)
    await house.intake.take([{"update_id": 78, "message": deep}, with_words])
    await house.settled()
    kept = ports.Incoming(update_id=80, telegram_id=ann.id, payload=b"[" * 5000 + b"]" * 5000)
    await house.store.receive([kept], house.clock.now())
    await house.intake.recover()
    await ann.send("hello")
    assert house.doings.effects == ["started", "beside it", "hello"]
    assert not house.tasks.failed.is_set()
    assert list(await house.store.arrived(10)) == []


async def test_an_unreadable_update_is_told(house: houses.House, ann: person.Person) -> None:
    """A person whose update cannot be parsed reads a kind line at once."""
    broken = json.loads(message(ann, "x", 77).payload)
    broken["message"]["date"] = "never"
    await house.intake.take([broken])
    await house.settled()
    assert houses.texts(ann) == ["en: started", SORRY]


async def test_nothing_to_say_ends_the_row(house: houses.House, ann: person.Person) -> None:
    """An update for which no use case runs is ended all the same."""
    await ann.send("/silent")
    assert list(await house.store.arrived(10)) == []
    assert list(await house.store.unanswered(houses.NOW - dt.timedelta(days=1))) == []


async def test_groups_reach_no_use_case(house: houses.House, ann: person.Person) -> None:
    """What is written in a group goes to the one handler of groups."""
    await ann.group("hello all")
    assert house.doings.effects == ["started", "nothing", "nothing"]


async def test_blocks_and_edits_and_voices_find_their_handler(house: houses.House, ann: person.Person) -> None:
    """Every kind of update in private has its own route."""
    words = await ann.send("hello")
    await ann.edit(words, "hello!")
    await ann.voice()
    await ann.video()
    await ann.send("/nothing-of-ours")
    await ann.forge("nobody:1")
    await ann.block()
    assert house.doings.effects == ["started", "hello", "edited", "brought", "other", "unknown", "old", "member"]


async def test_a_crash_before_handling_loses_nothing(
    held: store.Store, hands: clock.ManualClock, telegram: world.World
) -> None:
    """An update that was kept but never handled is handled after the next start."""
    ann = telegram.person("Ann")
    await ann.press_start()
    await held.receive([message(ann, "kept", 12)], hands.now())
    telegram.updates.forget_all()
    house = houses.House(held, hands, telegram)
    await house.start()
    await house.settled()
    assert houses.texts(ann) == ["kept"]
    await house.kill()


async def test_a_crash_between_done_and_answered(
    held: store.Store, hands: clock.ManualClock, telegram: world.World
) -> None:
    """A lost reply becomes one line for its person and an answered tap; the effect never happens again."""
    ann = telegram.person("Ann")
    await ann.press_start()
    line = houses.Stuck(telegram)
    first = houses.House(held, hands, telegram, transport=line)
    await first.start()
    await ann.send("/menu")
    telegram.settle = None
    line.stuck |= {"sendMessage", "answerCallbackQuery"}
    await ann.tap("pick")
    await ann.send("more")

    async def both_done() -> bool:
        return len(await held.unanswered(houses.NOW - dt.timedelta(days=1))) == 2

    await houses.until(both_done)
    await first.kill()
    second = houses.House(held, hands, telegram)
    await second.start()
    await second.settled()
    assert second.doings.effects == []
    assert houses.texts(ann)[2:] == [AWAY]
    assert telegram.unanswered_callbacks() == []
    await second.kill()


class Noting(houses.Stuck):
    """A Telegram that notes which methods were called, and is stuck where it should be."""

    def __init__(self, telegram: world.World, *stuck: str) -> None:
        super().__init__(telegram, *stuck)
        self.called: list[tuple[str, int]] = []

    async def post(
        self, url: str, fields: Mapping[str, str], files: Mapping[str, wire.Upload], seconds: float
    ) -> tuple[int, bytes]:
        """Note method and status."""
        status, body = await super().post(url, fields, files, seconds)
        self.called.append((url.rpartition("/")[2], status))
        return status, body


async def test_no_tap_is_answered_twice(held: store.Store, hands: clock.ManualClock, telegram: world.World) -> None:
    """A tap that was answered before the crash, while its message still waited, is left alone after it."""
    ann = telegram.person("Ann")
    line = houses.Stuck(telegram)
    first = houses.House(held, hands, telegram, transport=line)
    await first.start()
    await ann.send("/menu")
    telegram.settle = None
    line.stuck.add("sendMessage")
    await ann.tap("pick")

    async def noted() -> bool:
        return [one.stopped for one in await held.unanswered(houses.NOW - dt.timedelta(days=1))] == [True]

    await houses.until(noted)
    await first.kill()
    noting = Noting(telegram)
    second = houses.House(held, hands, telegram, transport=noting)
    await second.start()
    await second.settled()
    assert [one for one in noting.called if one[0] == "answerCallbackQuery"] == []
    assert houses.texts(ann)[1:] == [AWAY]
    await second.kill()


@pytest.mark.parametrize(("seconds", "said"), [(14, []), (16, ["en: toasted"])])
async def test_a_tap_too_old_is_not_answered(
    held: store.Store, hands: clock.ManualClock, telegram: world.World, seconds: int, said: list[str]
) -> None:
    """A tap that lay in the inbox for longer than Telegram takes an answer has its effect, and no refused call."""
    ann = telegram.person("Ann")
    first = houses.House(held, hands, telegram)
    await first.start()
    await ann.send("/menu")
    await first.kill()
    telegram.settle = None
    await ann.tap("pick")
    polled = [one for one in map(intake._incoming, await telegram.updates.poll(0, 100, 0)) if one]
    await held.receive(polled, hands.now())
    telegram.updates.forget_all()
    hands.advance(dt.timedelta(seconds=seconds))
    noting = Noting(telegram)
    second = houses.House(held, hands, telegram, transport=noting)
    await second.start()
    await second.settled()
    assert noting.called.count(("answerCallbackQuery", 200)) == (not said)
    assert [status for _, status in noting.called if status != 200] == []
    assert houses.texts(ann)[1:] == [*said, "tapped 1/2"]
    await second.kill()


async def test_an_old_unanswered_row_is_let_go(
    held: store.Store, hands: clock.ManualClock, telegram: world.World
) -> None:
    """A reply that went missing more than ten minutes ago is not spoken of."""
    ann = telegram.person("Ann")
    await ann.press_start()
    await held.receive([message(ann, "old", 12)], hands.now())
    async with held.begin() as tx:
        assert await tx.claim(12)
        await tx.finish(12, hands.now())
    hands.advance(dt.timedelta(minutes=11))
    telegram.updates.forget_all()
    house = houses.House(held, hands, telegram)
    await house.start()
    await house.settled()
    assert houses.texts(ann) == []
    await house.kill()


class Contested(api.Wire):
    """A Telegram at which somebody else polls for the first `times` polls of ours."""

    def __init__(self, telegram: world.World, times: int) -> None:
        super().__init__(telegram)
        self.times = times

    async def post(
        self, url: str, fields: Mapping[str, str], files: Mapping[str, wire.Upload], seconds: float
    ) -> tuple[int, bytes]:
        """Answer 409 to a poll while the other is there."""
        if url.endswith("getUpdates") and self.times:
            self.times -= 1
            said = (
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
            )
            return 409, json.dumps({"ok": False, "error_code": 409, "description": said}).encode()
        return await super().post(url, fields, files, seconds)


async def test_another_poller_ends_the_run(
    held: store.Store, hands: clock.ManualClock, telegram: world.World
) -> None:
    """A second poller that stays ends this one after two minutes, with one line that says what to do."""
    house = houses.House(held, hands, telegram, transport=Contested(telegram, 1000))
    start = hands.monotonic()
    with pytest.raises(intake.AnotherPoller, match="end one of the two"):
        await house.intake.poll()
    assert 120 <= hands.monotonic() - start <= 160
    await house.kill()


async def test_another_poller_that_goes_is_waited_out(
    held: store.Store, hands: clock.ManualClock, telegram: world.World
) -> None:
    """A second poller that ends within two minutes, as in a restart, costs nothing."""
    house = houses.House(held, hands, telegram, transport=Contested(telegram, 4))
    await house.start()
    ann = telegram.person("Ann")
    await ann.press_start()
    assert houses.texts(ann) == ["en: started"]
    await house.kill()


async def test_a_wrong_token_ends_the_run(
    held: store.Store, hands: clock.ManualClock, telegram: world.World
) -> None:
    """A token that Telegram refuses ends polling with one clear line."""
    house = houses.House(held, hands, telegram)
    telegram.token = "1:other"
    with pytest.raises(intake.TokenRefused, match="BotFather"):
        await house.intake.poll()
    await house.kill()


async def test_a_webhook_is_removed(held: store.Store, hands: clock.ManualClock, telegram: world.World) -> None:
    """Polling starts by removing a webhook, and removes one that is set meanwhile."""
    house = houses.House(held, hands, telegram)
    telegram.updates.watch(updates.Webhook("https://elsewhere.test"))
    await house.start()
    ann = telegram.person("Ann")
    await ann.press_start()
    telegram.updates.watch(updates.Webhook("https://elsewhere.test"))
    await ann.send("hello")
    assert houses.texts(ann) == ["en: started", "hello"]
    await house.kill()


@pytest.mark.parametrize("kind", ["refuse", "drop_after", "502", "not_json", "429", "hang"])
async def test_a_broken_network_is_waited_out(house: houses.House, ann: person.Person, kind: Any) -> None:
    """Whatever happens to polls, they go on, and nothing is lost or doubled."""
    house.world.faults.add(kind=kind, method="getUpdates", times=3)
    await ann.send("hello")
    assert house.doings.effects == ["started", "hello"]


async def test_strangers_are_met_in_their_language(house: houses.House) -> None:
    """Somebody new is kept with name, username and the language of their phone, as far as it is spoken."""
    chats = [house.world.person("Rui", language=language) for language in ("pt", "DE", "fr", None)]
    for chat in chats:
        await chat.press_start()
    assert [houses.texts(chat)[0] for chat in chats] == [
        "pt-BR: started",
        "de: started",
        "en: started",
        "en: started",
    ]


async def test_a_new_name_is_kept(house: houses.House, ann: person.Person) -> None:
    """A person who changes their name or username is known by it from the next update on."""
    await ann.rename("Anna", username="anna")
    await ann.send("hello")
    async with house.store.begin() as tx:
        known = await tx.person_by_telegram(ann.id)
    assert (known and (known.name, known.username)) == ("Anna", "anna")
