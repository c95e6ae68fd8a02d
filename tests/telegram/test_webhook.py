"""The webhook: what Telegram is told of it, and that what is pushed is kept before it is confirmed."""

import asyncio
import datetime as dt
import json
from collections.abc import AsyncIterator, Mapping

import pytest

from bot import chance, clock, nursery
from bot.simulator import api, person, updates, world
from bot.store import store
from bot.telegram import intake, webhook, wire
from bot.usecases import ports
from tests.telegram import houses

ADDRESS = webhook.Address("https://nearer.test/hook", "s3cret")


class Noted(api.Wire):
    """A Telegram that notes which methods were called with what."""

    def __init__(self, telegram: world.World) -> None:
        super().__init__(telegram)
        self.calls: list[tuple[str, Mapping[str, str]]] = []

    async def post(
        self, url: str, fields: Mapping[str, str], files: Mapping[str, wire.Upload], seconds: float
    ) -> tuple[int, bytes]:
        """Note a call and pass it on."""
        self.calls.append((url.rpartition("/")[2], dict(fields)))
        return await super().post(url, fields, files, seconds)

    def times(self, method: str) -> int:
        """Return how often a method was called."""
        return sum(called == method for called, _ in self.calls)


@pytest.fixture
def line(telegram: world.World) -> Noted:
    """Return the way to Telegram."""
    return Noted(telegram)


@pytest.fixture
def hook(line: Noted, telegram: world.World, hands: clock.ManualClock) -> webhook.Webhook:
    """Return a webhook that is not set yet."""
    return webhook.Webhook(wire.Api(line, houses.BASE, telegram.token), ADDRESS, hands, chance.SeededChance(3))


@pytest.fixture
async def keeping(hook: webhook.Webhook) -> AsyncIterator[nursery.Nursery]:
    """Let the webhook be kept while the test runs."""
    async with nursery.Nursery() as tasks:
        tasks.start("webhook", hook.keep())
        yield tasks


async def test_telegram_is_told(keeping: nursery.Nursery, telegram: world.World) -> None:
    """Address, secret and the kinds of updates that are wanted are set, each time anew."""
    await houses.until(lambda: telegram.updates.webhook is not None)
    assert telegram.updates.webhook == updates.Webhook(ADDRESS.url, ADDRESS.secret)
    assert telegram.updates.allowed == frozenset(wire.ALLOWED_UPDATES)
    assert not keeping.failed.is_set()


async def test_a_webhook_that_was_changed_is_set_again(
    keeping: nursery.Nursery, telegram: world.World, line: Noted
) -> None:
    """Where somebody else removed the webhook, or set another, it stands again within minutes; else it stays."""
    await houses.until(lambda: line.times("getWebhookInfo") >= 2)
    assert line.times("setWebhook") == 1
    for other in (None, updates.Webhook("https://elsewhere.test")):
        telegram.updates.watch(other)
        await houses.until(lambda: bool(telegram.updates.webhook and telegram.updates.webhook.url == ADDRESS.url))
    assert not keeping.failed.is_set()


async def test_a_refused_address_ends_the_run(hook: webhook.Webhook, telegram: world.World) -> None:
    """An address that Telegram will not have ends the start with one line that says why."""
    telegram.faults.add(kind="400", method="setWebhook")
    with pytest.raises(webhook.Refused, match=r"^NEARER_WEBHOOK_URL: Telegram refuses it: "):
        await hook.keep()


async def test_a_wrong_token_ends_the_run(hook: webhook.Webhook, telegram: world.World) -> None:
    """A token that Telegram refuses ends the start with one clear line."""
    telegram.token = "1:other"
    with pytest.raises(intake.TokenRefused, match="BotFather"):
        await hook.keep()


@pytest.mark.parametrize("kind", ["refuse", "drop_after", "502", "not_json", "429"])
async def test_an_absent_telegram_is_waited_for(
    hook: webhook.Webhook, telegram: world.World, hands: clock.ManualClock, kind: str
) -> None:
    """Whatever happens on the way, the webhook is set in the end."""
    del hands
    telegram.faults.add(kind=kind, method="setWebhook", times=3)  # type: ignore[arg-type]
    async with nursery.Nursery() as tasks:
        tasks.start("webhook", hook.keep())
        await houses.until(lambda: hook.stands)
        assert not tasks.failed.is_set()


async def test_a_pushed_update_is_kept_first(house: houses.House, ann: person.Person, held: store.Store) -> None:
    """A pushed update lies in the inbox when it is confirmed, is handled once, and moves no offset."""
    offset = await held.offset()
    body = _message(ann, "pushed", 900_000)
    assert [await house.intake.push(body) for _ in range(2)] == [True, True]
    await house.settled()
    assert house.doings.effects == ["started", "pushed"]
    assert await held.offset() == offset


async def test_a_pushed_update_waits_for_the_database(
    house: houses.House, ann: person.Person, held: store.Store
) -> None:
    """What cannot be kept is not confirmed, and is kept when it comes again."""
    async with held.begin() as tx:
        await tx._connection.exec_driver_sql("ALTER TABLE inbox RENAME TO elsewhere")
    assert not await house.intake.push(_message(ann, "later", 900_000))
    async with held.begin() as tx:
        await tx._connection.exec_driver_sql("ALTER TABLE elsewhere RENAME TO inbox")
    assert await house.intake.push(_message(ann, "later", 900_000))
    await house.settled()
    assert house.doings.effects == ["started", "later"]


@pytest.mark.parametrize(
    "body", [b"", b"\xff", b"[1]", b"null", b'{"message": {}}', b'{"update_id": "7"}', b"[" * 9999]
)
async def test_what_is_no_update_is_confirmed(house: houses.House, ann: person.Person, body: bytes) -> None:
    """A body without an update's id would come again for a day: it is confirmed, and nobody else waits for it."""
    assert await house.intake.push(body)
    await ann.send("hello")
    assert house.doings.effects == ["started", "hello"]


async def test_a_draining_process_turns_updates_away(house: houses.House, ann: person.Person) -> None:
    """A process that ends takes nothing more: Telegram brings it to another, or again."""
    await house.intake.stop(1)
    assert not await house.intake.push(_message(ann, "late", 900_000))


def _message(chat: person.Person, text: str, update_id: int) -> bytes:
    user = {"id": chat.id, "is_bot": False, "first_name": "Ann", "language_code": "en"}
    content = {"message_id": 900, "date": 1, "chat": {"id": chat.id, "type": "private"}, "from": user, "text": text}
    return json.dumps({"update_id": update_id, "message": content}).encode()


async def test_what_another_process_left_is_taken_up(
    house: houses.House, ann: person.Person, held: store.Store, hands: clock.ManualClock
) -> None:
    """What a person sent first is handled first, also where the process that took it in is gone."""
    first = ports.Incoming(update_id=900_001, telegram_id=ann.id, payload=_message(ann, "first", 900_001))
    await held.receive([first], hands.now(), pushed=True)
    assert await house.intake.push(_message(ann, "second", 900_002))
    await houses.until(lambda: hands.monotonic() > 1)  # it was found to be behind several times
    assert house.doings.effects == ["started"]
    await house.intake.attend()
    await house.settled()
    assert house.doings.effects == ["started", "first", "second"]
    assert houses.texts(ann) == ["en: started", "first", "second"]


async def test_replies_of_a_process_that_is_gone_are_told(
    house: houses.House, ann: person.Person, held: store.Store, hands: clock.ManualClock
) -> None:
    """What nobody answers any more gets its one line, once; what is still on its way gets its own reply."""
    lost = ports.Incoming(update_id=900_001, telegram_id=ann.id, payload=_message(ann, "lost", 900_001))
    await held.receive([lost], hands.now(), pushed=True)
    async with held.begin() as tx:
        assert await tx.claim(900_001)
        await tx.finish(900_001, hands.now())
    for _ in range(2):
        await house.intake.attend()
        await house.settled()
    assert houses.texts(ann) == ["en: started", "en: everything-else-away"]
    assert house.doings.effects == ["started"]


async def test_a_reply_that_another_process_took_over_is_kept_back(
    house: houses.House, ann: person.Person, held: store.Store
) -> None:
    """A process that was stopped, and finds that others have told its people, sends nothing of its own."""
    gate = asyncio.Event()
    house.replies._sure = gate.wait  # type: ignore[assignment]
    assert await house.intake.push(_message(ann, "theirs", 900_001))
    assert await house.intake.push(_message(ann, "mine", 900_002))
    await houses.until(lambda: house.intake.unanswered() == {900_001, 900_002})
    house.intake.keep([900_002])
    gate.set()
    await house.settled()
    assert houses.texts(ann) == ["en: started", "mine"]
    assert await held.unanswered(houses.NOW - dt.timedelta(days=1)) == []
