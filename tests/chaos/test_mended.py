"""What attacks on the running bot once broke stays mended."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import clock
from bot.content import catalogue, find
from bot.domain import model
from bot.telegram import shown
from bot.usecases import reply
from tests.chaos import validator
from tests.e2e import stage

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


@pytest.fixture
async def play(tmp_path: Path) -> AsyncIterator[stage.Stage]:
    """Set a stage with a pair on it."""
    one = await stage.build(tmp_path, catalogue.load(find.root()), clock.ManualClock(NOON), 7)
    one.world.sleep = one.clock.sleep
    await one.pair()
    yield one
    assert one.world.violations == []
    await one.close()


def edits(play: stage.Stage, start: int) -> int:
    """Return how many edits the phones have seen since then."""
    return sum(entry.event == "edited" for entry in play.world.log[start:])


async def test_a_group_is_left_after_one_line(play: stage.Stage) -> None:
    """Added to a group where somebody writes at once, the bot says one line and leaves."""
    group = await play.ann.group("Hello everybody", title="Family")
    await play.settled()
    said = [message.words for message in group.living if message.from_bot]
    assert (said, group.left) == ([play.words.text("en", "everything-else-group")], True)


async def test_a_group_without_a_right_to_write_is_left(play: stage.Stage) -> None:
    """Where the bot may not write it leaves without a word."""
    play.world.faults.add(kind="403", method="sendMessage")
    group = await play.ann.group(title="Family")
    await play.settled()
    assert (group.living, group.left) == ([], True)


async def test_a_share_learns_which_message_shows_it(play: stage.Stage) -> None:
    """A reply's message, sent as a new one, changes when the reply has left."""
    await play.ann.send("/note")
    await play.ann.send("I saw how tired you were.")
    for label in ("Share", "How", "One gentle question", "Send", "Send now"):
        await play.ann.tap(label)
    await play.ben.tap("Open")
    await play.ben.tap(play.ben.buttons[0])
    await play.wait(seconds=15)
    await play.ben.tap("Write back")
    await play.ben.send("What would help now?")
    message = play.ben.last
    assert "Undo" in message.buttons
    async with play.held.begin() as tx:
        person = await tx.person_by_telegram(play.ben.id)
        share = await tx.latest_share(person.id) if person else None
    assert (share and (share.kind, share.message_id)) == (model.ShareKind.REPLY, message.id)
    await play.wait(seconds=15)
    assert "Undo" not in message.buttons


async def test_send_confirms_what_stands_above_it(play: stage.Stage) -> None:
    """Where an edit changed the words but not yet the preview on the phone, Send shows them first."""
    await play.ann.send("/note")
    mine = await play.ann.send("I saw how tired you were.")
    await play.ann.tap("Share")
    play.world.faults.add(kind="400", method="editMessageText")
    await play.ann.edit(mine, "I saw how tired you were, and I hated it.")
    assert "hated" not in play.ann.last.words
    await play.ann.tap("Send")
    assert ("hated" in play.ann.last.words, play.ann.buttons[:2]) == (True, ["Send", "Not now"])
    await play.ann.tap("Send")
    assert "Undo" in play.ann.buttons


async def test_a_tap_that_failed_first_is_answered_once(play: stage.Stage) -> None:
    """A tap whose handling failed was told so; when it succeeds, Telegram is not asked to answer it again."""
    await play.ann.send("/note")
    await play.ann.send("Today was long.")
    perform, failing = play.held.perform, [1]

    async def fail_once(work: object) -> object:
        if failing:
            failing.pop()
            raise RuntimeError("a hiccup")
        return await perform(work)  # type: ignore[arg-type]

    play.held.perform = fail_once  # type: ignore[method-assign,assignment]
    start = len(play.world.log)
    await play.ann.tap("Keep")
    await play.wait(minutes=1)
    toasts = [entry.event for entry in play.world.log[start:] if entry.event == "toast"]
    assert (len(toasts), "Kept" in play.ann.screen()) == (1, True)
    assert play.world.unanswered_callbacks() == []


async def crash(play: stage.Stage, method: str) -> None:
    """End the bot while a request of this kind waits for an answer that never comes, and start another one."""
    while (method, "hang") not in play.world.faults.happened:  # noqa: ASYNC110 - the simulator rings no event
        await asyncio.sleep(0.001)
    await asyncio.sleep(0.05)
    play.world.faults.happened.clear()
    await play.bot.tasks.close()
    await play.held.close()
    await play.open()


async def test_a_second_crash_loses_no_tap(play: stage.Stage) -> None:
    """A tap that was handled, and whose answer two crashes in a row cut off, is answered by the third bot."""
    await play.ann.send("/note")
    await play.ann.send("Today was long.")
    play.world.settle, play.world.sleep = None, asyncio.sleep
    play.world.faults.happened.clear()
    play.world.faults.add(kind="hang", method="answerCallbackQuery", times=2)
    await play.ann.tap("Keep")
    async with asyncio.timeout(10):
        for _ in range(2):
            await crash(play, "answerCallbackQuery")
        await play.settled()
    assert play.world.unanswered_callbacks() == []
    assert play.ann.last.words == play.words.text("en", "everything-else-away")


async def test_an_edit_that_changes_nothing_stays_here(play: stage.Stage) -> None:
    """The same screen shown twice is one request, and a changed one is another."""
    await play.ann.send("/help")
    screen, other = reply.screen(reply.Words("one")), reply.screen(reply.Words("two"))
    made, message_id, start = play.bot.replies.calls, play.ann.last.id, len(play.world.log)
    for wanted in (screen, screen, other, screen):
        await made.edit(play.ann.id, "en", message_id, wanted)
    assert edits(play, start) == 3


async def test_what_is_gone_is_left_alone(play: stage.Stage) -> None:
    """A message that the bot deleted is neither deleted nor edited again: Telegram would refuse both."""
    await play.ann.send("/help")
    made, message, screen = play.bot.replies.calls, play.ann.last, reply.screen(reply.Words("one"))
    refused = len(play.refused)
    for _ in range(2):
        await made.delete(play.ann.id, [message.id])
        await made.edit(play.ann.id, "en", message.id, screen)
    assert (message.deleted_by, play.refused[refused:]) == ("bot", [])


def test_after_two_edits_that_crossed_nothing_is_certain() -> None:
    """Of two edits on their way at once nobody knows which came last: the next one is sent in any case."""
    known, look = shown.Shown(), shown.Look("words", (), None)
    with known.changing(1, 2) as first:
        with known.changing(1, 2) as second:
            second.to(look)
        first.to(look)
    assert not known.is_shown(1, 2, look)
    with known.changing(1, 2) as alone:
        alone.to(look)
    assert known.is_shown(1, 2, look)


async def test_a_jump_of_the_clock_is_noticed(play: stage.Stage, caplog: pytest.LogCaptureFixture) -> None:
    """After the machine slept through a night the next tick says so, and no tick after it."""
    await play.bot.tick()
    play.clock.jump(play.clock.now() + dt.timedelta(hours=8))
    for _ in range(2):
        await play.bot.tick()
    await play.settled()
    assert caplog.text.count("clock-jumped") == 1


async def test_a_clock_a_year_ahead_leaves_no_gap(play: stage.Stage) -> None:
    """After an hour of a year to come each is asked at their next calm time, and shared words are announced."""
    await play.wait(days=1)
    before = play.clock.now()
    play.clock.jump(before + dt.timedelta(days=365))
    await play.settled()
    await play.ann.send("/note")
    await play.ann.send("I saw how tired you were.")
    for label in ("Share", "Send", "Send now"):
        await play.ann.tap(label)
    play.clock.jump(before + dt.timedelta(hours=1))
    await play.settled()
    counts = [len(play.pushed(who)) for who in (play.ann, play.ben)]
    await play.wait(days=2)
    asked = [len(play.pushed(who)) - count for who, count in zip((play.ann, play.ben), counts, strict=True)]
    assert asked == [2, 2]
    assert any("Open" in message.buttons for message in play.ben.inbox)


async def test_a_clock_that_was_wrong_at_the_last_start_leaves_no_gap(play: stage.Stage) -> None:
    """A bot that ran ahead, ended, and starts at the right time plans everybody anew."""
    before = play.clock.now()
    play.clock.jump(before + dt.timedelta(days=40))
    await play.restart()
    await play.settled()
    play.clock.jump(before + dt.timedelta(hours=1))
    await play.restart()
    count = len(play.pushed(play.ann))
    await play.wait(days=3)
    assert len(play.pushed(play.ann)) - count >= 2


@pytest.mark.parametrize(
    ("method", "fields", "fault"),
    [
        ("sendMessage", {"chat_id": "1"}, "text is missing"),
        ("sendMessage", {"chat_id": "one", "text": "hello"}, "not a whole number"),
        ("sendMessage", {"chat_id": "1", "text": "x" * 4097}, "4097 units"),
        ("sendMessage", {"chat_id": "1", "text": "a\x07"}, "control characters"),
        ("sendMessage", {"chat_id": "1", "text": "a", "colour": "red"}, "unknown parameter colour"),
        (
            "sendMessage",
            {"chat_id": "1", "text": "a", "reply_markup": '{"inline_keyboard":[[{"text":"a"}]]}'},
            "one action",
        ),
        (
            "sendMessage",
            {"chat_id": "1", "text": "😶", "entities": '[{"type":"bold","offset":0,"length":1}]'},
            "within",
        ),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "201 units"),
        (
            "setMessageReaction",
            {"chat_id": "1", "message_id": "1", "reaction": '[{"type":"emoji","emoji":"x"}]'},
            "known",
        ),
        ("deleteMessages", {"chat_id": "1", "message_ids": "[1,1]"}, "different"),
        ("sendPoll", {}, "no such method"),
    ],
)
def test_the_validator_finds_faults(method: str, fields: dict[str, str], fault: str) -> None:
    """The judge of every request in the play is no pushover."""
    found = validator.wrong_with(method, fields)
    assert (len(found), fault in found[0]) == (1, True)
