"""Sharing, as its author meets it: a preview of exactly what the other reads, time to think, and a way back."""

import datetime as dt

import pytest

from bot.simulator import phone
from tests.e2e import stage

SHORT = "I was short with you this morning. It wasn't about you. I slept badly."


async def preview(play: stage.Stage, words: str) -> None:
    """Pair the two, and let Ann write something and look at its preview."""
    await play.pair()
    await play.ann.send(words)
    await play.ann.tap("Share…")


async def test_the_preview_is_what_the_other_reads(play: stage.Stage) -> None:
    """The words and the wishes on the author's preview are the words and wishes on the reader's phone."""
    await preview(play, SHORT)
    await play.ann.tap("It was hard to say")
    await play.ann.tap("may answer")
    await play.ann.tap("One gentle question")
    assert stage.says(play.ann) == (
        f"This is what Ben would read:\n\n{SHORT}\n\n“One gentle question is welcome.”\n\n“It was hard to say.”"
    )
    await play.ann.tap("Send")
    await play.wait(minutes=10)
    await play.ben.tap("Open")
    assert stage.says(play.ben) == (
        f"From Ann:\n\n{SHORT}\n\nOne gentle question is welcome, after a tap.\n\nIt was hard to say."
    )


async def test_nothing_leaves_before_send_and_the_time_to_think(play: stage.Stage) -> None:
    """A preview left alone shows the other nothing, and neither does a share that still cools off."""
    await preview(play, SHORT)
    before = play.received(play.ben)
    await play.wait(minutes=20)
    assert play.received(play.ben) == before
    await play.ann.tap("Send")
    assert stage.says(play.ann).startswith("It leaves for Ben in 10 minutes.")
    await play.wait(minutes=9)
    assert play.received(play.ben) == before
    await play.wait(minutes=1)
    assert stage.says(play.ben) == "There is something from Ann, whenever you have a quiet minute."


async def test_undo_leaves_no_trace(play: stage.Stage) -> None:
    """A share that was undone in time is private again, and the other's phone never showed anything."""
    await preview(play, SHORT)
    before = play.received(play.ben)
    await play.ann.tap("Send")
    await play.ann.tap("Undo")
    assert stage.says(play.ann) == f"{SHORT}\n\nKept, for you alone."
    await play.wait(minutes=20)
    assert play.received(play.ben) == before


async def test_not_now_keeps_it(play: stage.Stage) -> None:
    """Leaving the preview keeps the words, and they can be shared another time."""
    await preview(play, SHORT)
    await play.ann.tap("Not now")
    assert stage.says(play.ann).endswith("Kept, for you alone.")
    await play.ann.tap("Share…")
    assert stage.says(play.ann).startswith("This is what Ben would read:")


async def test_less_of_it_is_one_sentence(play: stage.Stage) -> None:
    """One sentence can be shared instead of all, and the rest is nowhere on the other's phone."""
    await preview(play, SHORT)
    await play.ann.tap("Less of it")
    assert play.ann.buttons[-1] == "All of it"
    await play.ann.tap("It wasn't about you.")
    for label in ("Send", "Send now"):
        await play.ann.tap(label)
    await play.ben.tap("Open")
    assert stage.says(play.ben) == "From Ann:\n\nIt wasn't about you.\n\nNo answer needed."
    assert "slept" not in "".join(play.received(play.ben))


async def test_an_edit_while_it_cools_off_stops_it(play: stage.Stage) -> None:
    """Editing the message before it left shows a new preview; afterwards only the private copy changes."""
    await play.pair()
    sent = await play.ann.send("Frist try.")
    for label in ("Share…", "Send"):
        await play.ann.tap(label)
    await play.ann.edit(sent, "First try.")
    assert stage.says(play.ann).startswith("This is what Ben would read:\n\nFirst try.")
    await play.wait(minutes=20)
    assert "First try." not in "".join(play.received(play.ben))
    for label in ("Send", "Send now"):
        await play.ann.tap(label)
    await play.ann.edit(sent, "Second thoughts.")
    await play.ben.tap("Open")
    assert "First try." in stage.says(play.ben)


@pytest.mark.parametrize("opened", [False, True])
async def test_taking_back_within_two_days_leaves_nothing(play: stage.Stage, *, opened: bool) -> None:
    """The other's message is deleted, whether it was opened or not, and the author reads the same in both cases."""
    await play.pair()
    await play.shares(play.ann, SHORT)
    shown = play.ben.last
    if opened:
        await play.ben.tap("Open")
    await play.wait(hours=24)
    await play.ann.tap("Take it back")
    assert stage.says(play.ann) != ""
    assert "Taken back, as far as Telegram allows." in play.ann.screen()
    assert shown.deleted_at is not None
    assert SHORT not in play.ben.screen()


@pytest.mark.parametrize("opened", [False, True])
async def test_taking_back_later_leaves_one_neutral_line(play: stage.Stage, *, opened: bool) -> None:
    """Where Telegram no longer lets a bot delete, the message is emptied."""
    await play.pair()
    await play.shares(play.ann, SHORT)
    shown = play.ben.last
    if opened:
        await play.ben.tap("Open")
    await play.wait(hours=49)
    await play.ann.tap("Take it back")
    assert shown.words == "There was something here. It was taken back."
    assert shown.buttons == []
    assert SHORT not in play.ben.screen()


async def test_words_alone_take_the_last_share_back(play: stage.Stage) -> None:
    """Typing what one means stops what still cools off, and takes back what has left."""
    await preview(play, SHORT)
    await play.ann.tap("Send")
    await play.ann.send("undo")
    assert stage.says(play.ann) == "Undone. It never left, and stays yours."
    await play.shares(play.ann, "Another one.")
    await play.ann.send("take it back")
    assert stage.says(play.ann) == "Taken back, as far as Telegram allows."
    assert "There is something" not in play.ben.screen()


async def test_one_notice_a_day_whatever_was_shared(play: stage.Stage) -> None:
    """Three shares of a day are one notice and open in one message; the next day has a notice of its own."""
    await play.pair()
    for words in ("The first.", "The second.", "The third."):
        await play.shares(play.ann, words)
    notices = [one for one in play.ben.inbox if one.buttons == ["Open"]]
    assert len(notices) == 1
    await play.ben.tap("Open")
    for words in ("The first.", "The second.", "The third."):
        assert words in notices[0].words
        if "Next" in notices[0].buttons:
            await play.ben.tap("Next", message=notices[0])
    await play.shares(play.ann, "The fourth.")
    assert play.ben.inbox[-1] is notices[0]
    await play.at(12)
    assert play.ben.buttons == ["Open"]
    await play.ben.tap("Open")
    assert "The fourth." in stage.says(play.ben)


async def test_no_notice_in_quiet_hours_and_no_word_of_it_on_the_lock_screen(play: stage.Stage) -> None:
    """What is shared at night is announced in the morning; the lock screen shows that, and none of the words."""
    await play.pair()
    await play.at(22, zone="Europe/London")
    before = play.received(play.ben)
    await play.shares(play.ann, SHORT)
    await play.wait(hours=6)
    assert play.received(play.ben) == before
    await play.at(9, zone="Europe/London")
    glance = play.ben.notifications[-1]
    assert (phone.plain(glance.text), glance.silent) == (
        "There is something from Ann, whenever you have a quiet minute.",
        True,
    )
    assert glance.at - play.clock.now() < dt.timedelta(minutes=1)
    await play.ben.tap("Open")
    assert not any(SHORT in one.text for one in play.ben.notifications)
    assert play.ben.last.protected


async def test_words_for_nobody_in_particular_stay_drafts(play: stage.Stage) -> None:
    """Writing out of the blue is kept privately, with Keep, Share and Discard; Discard takes the message along."""
    await play.pair()
    before = play.received(play.ben)
    sent = await play.ann.send("Just thinking.")
    assert stage.says(play.ann) == "Only you can see this. What would you like to do with it?"
    assert play.ann.buttons == ["Keep", "Share…", "Discard", "Add a feeling"]
    await play.ann.tap("Discard")
    assert sent.deleted_at is not None
    assert play.received(play.ben) == before
