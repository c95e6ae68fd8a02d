"""How the bot learns of what people do: polling, offsets, webhooks, taps."""

import asyncio
import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from bot import clock
from bot.simulator import person, updates, world


async def test_only_an_offset_confirms(ann: person.Person, line: Any) -> None:
    """What was handed over comes again until the bot asks for what follows it."""
    first = await line.ok("getUpdates")
    assert await line.ok("getUpdates") == first
    await ann.send("more")
    rest = await line.ok("getUpdates", offset=first[-1]["update_id"] + 1)
    assert [update["message"]["text"] for update in rest] == ["more"]


async def test_a_limit_holds_back_the_rest(ann: person.Person, line: Any) -> None:
    """No more than `limit` come at once, the oldest first."""
    for text in ("a", "b", "c"):
        await ann.send(text)
    got = await line.ok("getUpdates", limit=2)
    assert [update["message"]["text"] for update in got] == ["/start", "a"]


async def test_a_negative_offset_forgets_all_but_the_last(ann: person.Person, line: Any) -> None:
    """An offset of -1 leaves only the newest."""
    await ann.send("last")
    got = await line.ok("getUpdates", offset=-1)
    assert [update["message"]["text"] for update in got] == ["last"]
    assert await line.ok("getUpdates") == got


async def test_a_long_poll_answers_as_soon_as_something_comes(ann: person.Person, line: Any) -> None:
    """A poll that waits ends with the first update."""
    known = await line.ok("getUpdates")
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(line.ok("getUpdates", offset=known[-1]["update_id"] + 1, timeout=4))
        await asyncio.sleep(0)
        await ann.send("now")
    assert [update["message"]["text"] for update in poll.result()] == ["now"]


async def test_the_second_poller_ends_the_first(ann: person.Person, telegram_world: world.World, line: Any) -> None:
    """Two pollers at once: the earlier one reads 409."""
    telegram_world.updates.forget_all()
    async with asyncio.TaskGroup() as group:
        earlier = group.create_task(line.no("getUpdates", timeout=4))
        await asyncio.sleep(0)
        later = group.create_task(line.ok("getUpdates", timeout=4))
        await asyncio.sleep(0)
        await ann.send("hi")
    words = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    assert earlier.result() == words
    assert len(later.result()) == 1


async def test_allowed_updates_are_remembered(ann: person.Person, line: Any) -> None:
    """Kinds that were not asked for never arrive, also in later polls that do not repeat the list."""
    await line.ok("getUpdates", allowed_updates=["callback_query"])
    await ann.send("unheard")
    await line.ok("sendMessage", chat_id=ann.id, text="x")
    await ann.forge("tap")
    got = await line.ok("getUpdates")
    assert [list(update)[1] for update in got] == ["message", "callback_query"]


async def test_updates_age(ann: person.Person, line: Any, time: clock.ManualClock) -> None:
    """A tap is kept for 150 seconds, a message for a day."""
    await line.ok("sendMessage", chat_id=ann.id, text="x")
    await ann.forge("tap")
    time.advance(dt.timedelta(seconds=151))
    assert [list(update)[1] for update in await line.ok("getUpdates")] == ["message"]
    time.advance(dt.timedelta(hours=24))
    assert await line.ok("getUpdates") == []


async def test_ids_start_anew_after_a_silent_week(ann: person.Person, line: Any, time: clock.ManualClock) -> None:
    """After a week without updates the next id comes from anywhere, and an offset far ahead holds nothing back."""
    known = await line.ok("getUpdates")
    following = known[-1]["update_id"] + 1
    assert await line.ok("getUpdates", offset=following) == []
    time.advance(dt.timedelta(days=7))
    await ann.send("back")
    got = await line.ok("getUpdates", offset=max(following, known[-1]["update_id"]) + 2_000_000_000)
    assert [update["message"]["text"] for update in got] == ["back"]
    assert abs(got[0]["update_id"] - following) > 1000


async def test_a_tap_can_come_twice(ann: person.Person, line: Any) -> None:
    """An app that was closed sends the same tap again, under the same query id and a new update id."""
    await line.ok("sendMessage", chat_id=ann.id, text="x")
    await ann.resend(await ann.forge("a"))
    first, second = (await line.ok("getUpdates"))[-2:]
    assert first["callback_query"] == second["callback_query"]
    assert first["update_id"] + 1 == second["update_id"]


async def test_everything_is_taken_once_it_is_confirmed(
    ann: person.Person,
    telegram_world: world.World,
    line: Any,
) -> None:
    """Waiting for the queue to empty ends with the confirming offset, not with the delivery."""
    got = await line.ok("getUpdates")
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(telegram_world.taken())
        await asyncio.sleep(0)
        assert not waiting.done()
        await line.ok("getUpdates", offset=got[-1]["update_id"] + 1)
    assert len(telegram_world.updates) == 0
    assert ann.inbox == []


async def test_a_tap_is_answered_once_and_in_time(
    ann: person.Person,
    telegram_world: world.World,
    line: Any,
    time: clock.ManualClock,
) -> None:
    """The first answer shows; a second, a late and an unknown one are refused alike."""
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    await line.ok("sendMessage", chat_id=ann.id, text="x")
    first, second = await ann.forge("a"), await ann.forge("b")
    assert telegram_world.unanswered_callbacks() == [first, second]
    await line.ok("answerCallbackQuery", callback_query_id=first.id, text="Kept")
    assert (ann.toast, first.answered_at) == ("Kept", time.monotonic())
    assert await line.no("answerCallbackQuery", callback_query_id=first.id) == too_old
    time.advance(dt.timedelta(minutes=1))
    assert await line.no("answerCallbackQuery", callback_query_id=second.id) == too_old
    assert await line.no("answerCallbackQuery", callback_query_id="7") == too_old


async def test_an_answer_to_a_tap_is_short(ann: person.Person, line: Any) -> None:
    """Two hundred characters, no more."""
    await line.ok("sendMessage", chat_id=ann.id, text="x")
    tap = await ann.forge("a")
    refusal = await line.no("answerCallbackQuery", callback_query_id=tap.id, text="x" * 201)
    assert refusal == "Bad Request: MESSAGE_TOO_LONG"
    await line.ok("answerCallbackQuery", callback_query_id=tap.id, text="x" * 200)


async def test_a_tap_on_a_deleted_message_says_that_it_is_gone(ann: person.Person, line: Any) -> None:
    """Telegram then sends the message without content, dated 0."""
    sent = await line.ok("sendMessage", chat_id=ann.id, text="x")
    message = ann.last
    await line.ok("deleteMessage", chat_id=ann.id, message_id=sent["message_id"])
    await ann.forge("a", message)
    got = await line.ok("getUpdates", offset=-1)
    assert got[0]["callback_query"]["message"]["date"] == 0


class Receiver:
    """A webhook that answers with the statuses it was given, then with 200."""

    def __init__(self, *statuses: int) -> None:
        self.statuses = list(statuses)
        self.bodies: list[Any] = []
        self.headers: list[Mapping[str, str]] = []

    async def take(self, url: str, body: bytes, headers: Mapping[str, str]) -> int:
        """Keep what came and answer."""
        assert url == "https://bot.test/hook"
        self.bodies.append(json.loads(body))
        self.headers.append(headers)
        return self.statuses.pop(0) if self.statuses else 200


async def _delivered(telegram_world: world.World, send: updates.Send) -> None:
    async with asyncio.TaskGroup() as group:
        delivery = group.create_task(telegram_world.updates.deliver(send))
        async with asyncio.timeout(4):
            await telegram_world.taken()
        delivery.cancel()


async def test_a_webhook_gets_every_update_with_its_secret(
    ann: person.Person,
    telegram_world: world.World,
    line: Any,
) -> None:
    """Updates are pushed in order, under the secret, and polling is refused meanwhile."""
    receiver = Receiver()
    await line.ok("setWebhook", url="https://bot.test/hook", secret_token="s3cret_-")
    words = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    assert await line.no("getUpdates") == f"Conflict: {words}"
    await ann.send("second")
    await _delivered(telegram_world, receiver.take)
    assert [body["message"]["text"] for body in receiver.bodies] == ["/start", "second"]
    assert receiver.headers[0]["X-Telegram-Bot-Api-Secret-Token"] == "s3cret_-"


async def test_a_refused_update_comes_again_before_what_follows_it(
    ann: person.Person,
    telegram_world: world.World,
    line: Any,
) -> None:
    """A chat's next update waits until the first was taken; the trouble is told."""
    receiver = Receiver(500, 503)
    await line.ok("setWebhook", url="https://bot.test/hook")
    await ann.send("second")
    await _delivered(telegram_world, receiver.take)
    assert [body["message"]["text"] for body in receiver.bodies] == ["/start"] * 3 + ["second"]
    info = await line.ok("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 503"
    assert info["pending_update_count"] == 0


async def test_a_webhook_that_cannot_be_reached_is_told(
    ann: person.Person,
    telegram_world: world.World,
    line: Any,
) -> None:
    """A refused connection counts as a failure, is named, and the update comes again."""
    tries: list[bytes] = []

    async def take(_url: str, body: bytes, _headers: Mapping[str, str]) -> int:
        tries.append(body)
        if len(tries) == 1:
            raise ConnectionRefusedError
        return 204

    await line.ok("setWebhook", url="https://bot.test/hook", max_connections=1)
    await _delivered(telegram_world, take)
    assert (len(tries), tries[0] == tries[1], len(ann.chat.messages)) == (2, True, 1)
    info = await line.ok("getWebhookInfo")
    assert info["last_error_message"] == "Connection failed: ConnectionRefusedError"


async def test_waiting_updates_can_be_dropped(ann: person.Person, line: Any) -> None:
    """A new start may forget what waited."""
    await ann.send("old")
    await line.ok("deleteWebhook", drop_pending_updates=True)
    assert await line.ok("getUpdates") == []


async def test_one_stuck_chat_does_not_hold_up_another(
    ann: person.Person,
    ben: person.Person,
    telegram_world: world.World,
    line: Any,
) -> None:
    """Another chat's updates pass while one chat's update is refused."""
    passed: list[int] = []

    async def take(_url: str, body: bytes, _headers: Mapping[str, str]) -> int:
        sender: int = json.loads(body)["message"]["from"]["id"]
        if sender == ann.id and ben.id not in passed:
            return 500
        passed.append(sender)
        return 200

    await line.ok("setWebhook", url="https://bot.test/hook")
    await _delivered(telegram_world, take)
    assert passed == [ben.id, ann.id]


async def test_a_webhook_address_is_checked(line: Any) -> None:
    """Plain HTTP is for this machine alone, and a secret is plain letters."""
    refusal = await line.no("setWebhook", url="http://bot.test/hook")
    assert refusal == "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
    refusal = await line.no("setWebhook", url="https://bot.test/hook", secret_token="a b")
    assert refusal == "Bad Request: secret token contains unallowed characters"
    await line.ok("setWebhook", url="http://127.0.0.1:8080/hook")
    await line.ok("deleteWebhook")
    assert (await line.ok("getWebhookInfo"))["url"] == ""
