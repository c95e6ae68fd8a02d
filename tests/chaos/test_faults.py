"""What becomes of each kind of delivery under each failure of the wire, told in one table."""

import datetime as dt
import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot import clock
from bot.content import catalogue, find
from bot.domain import model
from bot.simulator import faults, person
from bot.store import tables
from tests.e2e import stage

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
BEFORE: tuple[faults.Kind, ...] = ("drop_before", "reset", "hang", "500", "502")
AFTER: tuple[faults.Kind, ...] = ("drop_after", "hang_after", "half_body", "not_json")
# A block comes last: after it nothing is sent to that phone.
KINDS: tuple[faults.Kind, ...] = ("refuse", "429", "400", *BEFORE, *AFTER, "slow", "403")

Act = Callable[[], Awaitable[object]]
Table = dict[faults.Kind, int]
States = dict[faults.Kind, str]

# How often a phone sees it, by what Telegram did with the request: obeyed, never got it, got it unseen, refused it.
DONE: Table = dict.fromkeys(KINDS, 1) | {"400": 0, "403": 0}
ONCE: Table = DONE | dict.fromkeys(BEFORE, 0)
LEAST: Table = DONE | dict.fromkeys(AFTER, 2)

# What the row of the outbox says in the end: what may double is repeated until it is known to be there.
KNOWN: States = dict.fromkeys(KINDS, "sent") | {"400": "failed", "403": "held"}
UNKNOWN: States = KNOWN | dict.fromkeys((*BEFORE, *AFTER), "unknown")


@pytest.fixture(scope="module")
def words() -> catalogue.Catalogue:
    """Read the content once."""
    return catalogue.load(find.root())


@pytest.fixture
async def play(tmp_path: Path, words: catalogue.Catalogue) -> AsyncIterator[stage.Stage]:
    """Set a stage with a pair on it, where also the network waits by the hand-moved clock."""
    one = await stage.build(tmp_path, words, clock.ManualClock(NOON), 7)
    one.world.sleep = one.clock.sleep
    await one.pair()
    yield one
    assert one.world.violations == []
    await one.close()


class Row:
    """One kind of delivery: to whom, by which method, what the phone then shows, and what its row says."""

    def __init__(
        self,
        play: stage.Stage,
        chat: person.Person,
        method: str,
        event: str = "sent",
        kind: model.Kind | None = None,
    ) -> None:
        self.play = play
        self.chat = chat
        self.method = method
        self.event = event
        self.kind = kind  # None: it is no row of the outbox
        self.states: States = {}

    async def seen(self, prepare: Act, act: Act) -> Table:
        """Return how often the phone saw what `act` brings, under each failure of its first request."""
        return {kind: await self._seen(kind, prepare, act) for kind in KINDS}

    async def _seen(self, kind: faults.Kind, prepare: Act, act: Act) -> int:
        await prepare()
        before = await self._rows()
        world = self.play.world
        start, happened = len(world.log), len(world.faults.happened)
        world.faults.add(kind=kind, method=self.method, chat_id=self.chat.id)
        await act()
        await self.play.wait(minutes=10)
        assert world.faults.happened[happened:] == [(self.method, kind)]
        if self.kind is not None:
            new = [state for id_, state in (await self._rows()).items() if id_ not in before]
            self.states[kind] = " ".join(new) or "gone on"
        return sum(one.chat_id == self.chat.id and one.event == self.event for one in world.log[start:])

    async def _rows(self) -> dict[int, str]:
        """Return where the rows of this kind stand, by their ids."""
        outbox = tables.outbox.c
        wanted = sa.select(outbox.id, outbox.state).where(outbox.kind == self.kind)
        async with self.play.held.begin() as tx:
            return {row.id: row.state.value for row in await tx._connection.execute(wanted)}


async def nothing() -> None:
    """Prepare nothing."""


def noted(play: stage.Stage, *labels: str) -> Act:
    """Return an act: Ann notes something, and taps these buttons."""

    async def act() -> None:
        await play.ann.send("/note")
        await play.ann.send("I saw how tired you were.")
        for label in labels:
            await play.ann.tap(label)

    return act


def tomorrow(play: stage.Stage, *, shared: bool = False) -> Act:
    """Return an act: it becomes noon of the next day, and where wanted Ann shares something."""

    async def act() -> None:
        await play.at(12, days=1)
        for message in play.ben.inbox:
            if "Open" in message.buttons:
                await play.ben.tap("Open", message=message)
        if shared:
            await noted(play, "Share", "Send", "Send now")()

    return act


async def test_a_prompt_is_sent_at_most_once(play: stage.Stage) -> None:
    """A prompt that may have left is never sent again."""
    row = Row(play, play.ann, "sendMessage", kind=model.Kind.ASK)
    assert await row.seen(tomorrow(play), lambda: play.ann.send("/today")) == ONCE
    assert row.states == UNKNOWN


async def test_a_line_is_sent_at_least_once(play: stage.Stage) -> None:
    """A line of the bot's own that may not have arrived is sent again."""
    numbers = itertools.count(1)
    row = Row(play, play.ben, "sendMessage", kind=model.Kind.LINE)
    assert await row.seen(nothing, lambda: _line(play, next(numbers))) == LEAST
    assert row.states == KNOWN


async def _line(play: stage.Stage, number: int) -> None:
    async with play.held.begin() as tx:
        ben = await tx.person_by_telegram(play.ben.id)
        half = await tx.living_half(ben.id) if ben else None
        assert half is not None
        row = model.Outbox(
            id=number,
            key=f"line:{number}",
            person_id=half.person_id,
            kind=model.Kind.LINE,
            policy=model.Policy.AT_LEAST_ONCE,
            subject=half.pair_id,
            text="pairing-begun",
            urgent=True,
            due_at=play.clock.now(),
        )
        assert await tx.add(row)
    play.bot.sender.wake()
    await play.settled()


async def test_a_notice_is_sent_at_least_once(play: stage.Stage) -> None:
    """A notice that may not have arrived is sent again: a double says nothing twice."""
    row = Row(play, play.ben, "sendMessage", kind=model.Kind.NOTICE)
    assert await row.seen(tomorrow(play), noted(play, "Share", "Send", "Send now")) == LEAST
    assert row.states == KNOWN


async def test_shared_words_are_shown_once(play: stage.Stage) -> None:
    """Words are revealed by an edit, which is repeated until it is done."""
    row = Row(play, play.ben, "editMessageText", "edited", model.Kind.SHOW)
    assert await row.seen(tomorrow(play, shared=True), lambda: play.ben.tap("Open")) == DONE
    assert row.states == KNOWN


async def test_the_author_sees_that_it_left(play: stage.Stage) -> None:
    """The author's message changes once, when the share has left."""
    row = Row(play, play.ann, "editMessageText", "edited", model.Kind.POSTED)
    assert await row.seen(noted(play, "Share", "Send"), lambda: play.ann.tap("Send now")) == DONE
    assert row.states == KNOWN


async def spoken(play: stage.Stage) -> None:
    """Let it be tomorrow, with a voice note of Ann's in Ben's post."""
    await tomorrow(play)()
    await play.ann.voice(4)
    for label in ("Share", "Send", "Send now"):
        await play.ann.tap(label)


async def test_a_voice_note_is_relayed_at_most_once(play: stage.Stage) -> None:
    """A voice that may have arrived is not played a second time."""
    row = Row(play, play.ben, "sendVoice", kind=model.Kind.RELAY)
    assert await row.seen(lambda: spoken(play), lambda: play.ben.tap("Open")) == ONCE
    assert row.states == UNKNOWN | {"400": "gone on"}  # to tell the reader that it did not come through


async def test_a_voice_note_is_taken_off_until_it_is_gone(play: stage.Stage) -> None:
    """What was relayed is deleted until it is known to be gone."""
    row = Row(play, play.ben, "deleteMessage", "deleted", model.Kind.DROP)

    async def opened() -> None:
        await spoken(play)
        await play.ben.tap("Open")

    assert await row.seen(opened, lambda: play.ben.tap("Fold away")) == DONE
    assert row.states == KNOWN


async def test_what_has_passed_is_shown_at_most_once(play: stage.Stage) -> None:
    """Words of the other that are asked for, and may have come, are asked for again rather than doubled."""
    row = Row(play, play.ben, "sendMessage", kind=model.Kind.OURS)
    assert await row.seen(tomorrow(play), lambda: play.ben.send("/ours")) == ONCE
    assert row.states == UNKNOWN


async def test_an_export_is_sent_at_most_once(play: stage.Stage) -> None:
    """A file about somebody that may have arrived is not sent again."""
    row = Row(play, play.ann, "sendDocument", kind=model.Kind.EXPORT)
    seen = await row.seen(tomorrow(play), lambda: play.ann.send("/export"))
    assert seen == {kind: count + 1 for kind, count in ONCE.items()}  # with the line that says it comes
    assert row.states == UNKNOWN


async def test_a_reaction_is_repeated_until_it_stands(play: stage.Stage) -> None:
    """The sign that something was kept is put until it is known to be there; put twice it looks like once."""
    row = Row(play, play.ann, "setMessageReaction", "reaction")

    async def asked() -> None:
        await play.question(play.ann)

    assert await row.seen(asked, lambda: play.ann.send("A slow morning.")) == LEAST


async def test_a_reply_is_said_at_most_once(play: stage.Stage) -> None:
    """An answer to a person that may have arrived is not said again."""
    row = Row(play, play.ann, "sendMessage")
    assert await row.seen(nothing, lambda: play.ann.send("/help")) == ONCE


async def test_a_reply_edits_until_it_is_done(play: stage.Stage) -> None:
    """A screen that changes under a tap changes once, however often that takes."""
    row = Row(play, play.ann, "editMessageText", "edited")
    assert await row.seen(noted(play), lambda: play.ann.tap("Share")) == DONE


async def test_messages_are_deleted_until_they_are_gone(play: stage.Stage) -> None:
    """Clearing a chat is repeated until nothing is left of it; where the lot is refused, one by one."""
    row = Row(play, play.ann, "deleteMessages", "deleted")
    await play.ann.send("/clear")

    async def clear() -> None:
        await play.ann.send("/clear")

    # The line that says so, the question, its answer and the wish itself.
    assert await row.seen(lambda: play.ann.send("/help"), clear) == dict.fromkeys(KINDS, 4) | {"403": 0}


def unanswered(play: stage.Stage) -> int:
    """Return how many taps never had an answer."""
    return sum(one.answered_at is None for one in play.world.callbacks.values())


async def test_a_tap_is_answered_while_that_is_of_use(play: stage.Stage) -> None:
    """The answer to a tap is repeated until it arrived, unless it is refused, or its fifteen seconds are over."""
    spinning = set()
    for kind in KINDS:
        await noted(play)()
        before = unanswered(play)
        play.world.faults.add(kind=kind, method="answerCallbackQuery")
        await play.ann.tap("Keep")
        await play.wait(minutes=1)
        if unanswered(play) > before:
            spinning.add(kind)
    assert spinning == {"400", "403", "hang"}


async def test_no_update_is_lost_or_doubled(play: stage.Stage) -> None:
    """Whatever happens to a poll, each update is handled, and answered once."""
    for kind in KINDS:
        start = len(play.world.log)
        play.world.faults.add(kind=kind, method="getUpdates", times=3)
        for _ in range(2):
            await play.ann.send("/help")
        await play.wait(minutes=10)
        assert sum(one.event == "sent" for one in play.world.log[start:]) == 2


async def test_a_start_waits_for_telegram(play: stage.Stage) -> None:
    """A bot whose first question Telegram does not answer asks again, and works."""
    await play.close()
    for kind in ("502", "429", "refuse"):
        play.world.faults.add(kind=kind, method="getMe")
    await play.open()
    await play.ann.send("/help")
    assert "/today" in stage.says(play.ann)
