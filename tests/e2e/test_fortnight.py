"""Two weeks of questions: one a day, at each one's own hour, whatever the clocks do."""

import datetime as dt
import pathlib
import zoneinfo
from collections.abc import AsyncIterator

import pytest

from bot import clock
from bot.content import catalogue
from bot.simulator import person
from tests.e2e import stage

BERLIN, LONDON = zoneinfo.ZoneInfo("Europe/Berlin"), zoneinfo.ZoneInfo("Europe/London")
BEFORE_THE_CHANGE = dt.datetime(2027, 3, 20, 17, 30, tzinfo=dt.UTC)  # clocks go forward on 28 March


@pytest.fixture
async def play(tmp_path: pathlib.Path, words: catalogue.Catalogue) -> AsyncIterator[stage.Stage]:
    """Set a stage with a pair in two zones, a week before their clocks go forward."""
    on = await stage.build(tmp_path, words, clock.ManualClock(BEFORE_THE_CHANGE), seed=7)
    await on.pair()
    yield on
    await on.settled()
    await on.close()
    assert on.faults() == []


def times(on: stage.Stage, who: person.Person, zone: zoneinfo.ZoneInfo) -> list[str]:
    """Return when the questions after the first came to somebody, on the wall clock of their place."""
    return [f"{one.date.astimezone(zone):%m-%d %H}h" for one in on.pushed(who)[1:]]


async def live(on: stage.Stage, days: int) -> None:
    """Let days pass on which each answers the newest question with one tap, where they can."""
    for _ in range(days):
        await on.wait(days=1)
        for who in (on.ann, on.ben):
            asked = on.pushed(who)[-1]
            if "Not today" in asked.buttons and not who.chat.blocked:
                await who.tap(asked.buttons[0], message=asked)


def daily(first: dt.date, days: int) -> list[str]:
    """Return seven in the evening of so many days in a row."""
    return [f"{first + dt.timedelta(days=n):%m-%d} 19h" for n in range(days)]


async def test_one_a_day_at_ones_own_hour_also_when_the_clocks_change(play: stage.Stage) -> None:
    """Each has one question on every day at seven in the evening where they are, before and after the change."""
    await live(play, 14)
    assert times(play, play.ann, BERLIN) == daily(dt.date(2027, 3, 21), 14)
    assert times(play, play.ben, LONDON) == daily(dt.date(2027, 3, 21), 13)
    assert all(one.silent for one in play.pushed(play.ben)[1:])
    assert len({one.words for one in play.pushed(play.ann)}) > 10


async def test_restarts_neither_lose_nor_double_a_question(play: stage.Stage) -> None:
    """A bot that ends and begins again in every hour of the evening asks the same questions at the same time."""
    for _ in range(5):
        for _ in range(4):
            await play.wait(minutes=30)
            await play.restart()
        await play.wait(hours=22)
    assert times(play, play.ann, BERLIN) == daily(dt.date(2027, 3, 21), 4)


async def test_an_outage_leaves_no_backlog(play: stage.Stage) -> None:
    """What could not go out within three hours is let go in silence; the next day is a day like any other."""
    await play.close()
    play.clock.advance(dt.timedelta(days=4, hours=4))  # back at half past ten in the evening
    await play.open()
    await play.wait(days=1)
    assert times(play, play.ann, BERLIN) == ["03-25 19h"]


async def test_a_rest_is_silent_and_ends_by_itself(play: stage.Stage) -> None:
    """Nothing comes while somebody rests; afterwards nothing is made up for, and the other's days are untouched."""
    await play.ann.send("/pause")
    await play.ann.tap("A week")
    before = len(play.ann.inbox)
    await live(play, 6)
    assert len(play.ann.inbox) == before
    await live(play, 4)
    assert times(play, play.ann, BERLIN) == daily(dt.date(2027, 3, 27), 4)
    assert times(play, play.ben, LONDON) == daily(dt.date(2027, 3, 21), 9)


async def test_who_blocks_the_bot_is_left_alone_and_welcome_back(play: stage.Stage) -> None:
    """Nothing is sent into a block; after START the next question is tomorrow's, with no word about the absence."""
    await live(play, 2)
    await play.ann.block()
    await live(play, 3)
    assert times(play, play.ann, BERLIN) == ["03-21 19h"]
    await play.ann.press_start()
    assert stage.says(play.ann).startswith("Good to see you.")
    await live(play, 2)
    assert times(play, play.ann, BERLIN) == ["03-21 19h", "03-26 19h"]
    assert times(play, play.ben, LONDON) == daily(dt.date(2027, 3, 21), 6)


async def test_nothing_comes_back_because_it_was_left_alone(play: stage.Stage) -> None:
    """Ten weeks without an answer bring fewer and fewer questions, one warm line, and at last nothing."""
    start = len(play.ann.inbox)
    await play.wait(weeks=4)
    came = play.ann.inbox[start:]
    others = [one.words for one in came if "Not today" not in one.buttons]
    assert others == ["I'll be quieter from here. A word brings me back, whenever you like."]
    await play.wait(weeks=6)
    assert len(play.ann.inbox) <= start + len(came) + 2
    before = len(play.ann.inbox)
    await play.wait(weeks=6)
    assert len(play.ann.inbox) == before


async def test_not_today_is_a_full_answer(play: stage.Stage) -> None:
    """Leaving one alone takes its buttons away and changes nothing about tomorrow."""
    asked = await play.question(play.ann)
    await play.ann.tap("Not today", message=asked)
    assert asked.buttons == ["Not about that"]
    assert play.ann.toast == "That's fine."
    again = await play.question(play.ann)
    assert again.date.astimezone(BERLIN).date() == asked.date.astimezone(BERLIN).date() + dt.timedelta(days=1)


async def test_an_old_question_closes_quietly(play: stage.Stage) -> None:
    """After 36 hours a tap on a question is answered kindly and keeps nothing."""
    asked = await play.question(play.ann)
    await play.wait(hours=37)
    await play.ann.tap(asked.buttons[0], message=asked)
    assert play.ann.toast == "This one has closed. /today has another."


async def test_today_never_gives_a_second_question(play: stage.Stage) -> None:
    """The question of the day can be shown again, and once it is answered there is none until tomorrow."""
    asked = await play.question(play.ann)
    await play.ann.send("/today")
    assert play.ann.last.words == asked.words
    await play.ann.tap(play.ann.buttons[0], message=play.ann.last)
    await play.ann.send("/today")
    assert stage.says(play.ann).startswith("Today's is done.")


async def test_typed_words_answer_the_question(play: stage.Stage) -> None:
    """A text while a question is the newest thing is its answer, and an edit of it changes what is kept."""
    await play.question(play.ann)
    sent = await play.ann.send("A long one, but good.")
    assert sent.reactions == ("✍",)
    assert stage.says(play.ann) == "Kept, for you alone."
    await play.ann.edit(sent, "A long one, and good.")
    await play.ann.tap("Share…")
    assert "A long one, and good." in stage.says(play.ann)
