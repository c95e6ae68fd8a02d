"""How questions grow and shrink with what one person does with them, on that person's phone alone."""

import datetime as dt

from bot.simulator import messages
from tests.e2e import stage

OFFER = "A word too, next time?"
QUIETER = "I'll be quieter from here. A word brings me back, whenever you like."


async def answered(play: stage.Stage, words: str | None = None) -> messages.Message:
    """Let Ann's next question come and answer it, with a tap or in words; return the message that thanks her."""
    asked = await play.question(play.ann)
    if words is None:
        await play.ann.tap(asked.buttons[0], message=asked)
        return asked
    await play.ann.send(words)
    return play.ann.last


async def offered(play: stage.Stage) -> messages.Message:
    """Let Ann, who goes quiet, answer until one more is offered; return the message that offers it."""
    await play.pair()
    for _ in range(3):
        thanks = await answered(play, "Fine.")
    assert OFFER in thanks.buttons
    return thanks


async def test_one_more_is_offered_and_never_imposed(play: stage.Stage) -> None:
    """After four answers one button offers a word; once it is taken, the next question invites to one."""
    thanks = await offered(play)
    await play.ann.tap(OFFER, message=thanks)
    assert play.ann.toast == "From the next one on. It can be smaller again at any time."
    assert OFFER not in thanks.buttons
    asked = await play.question(play.ann)
    assert asked.words.endswith("One word is enough.")


async def test_an_offer_that_is_left_alone_is_a_no(play: stage.Stage) -> None:
    """The next question comes as it was, the old button has nothing more to give, and there is no second offer."""
    thanks = await offered(play)
    asked = await play.question(play.ann)
    assert "One word is enough." not in asked.words
    await play.ann.tap(OFFER, message=thanks)
    assert play.ann.toast == "There is nothing here any more."
    later = [await answered(play, "Fine.") for _ in range(10)]
    assert not any(OFFER in one.buttons for one in later)


async def test_a_lot_makes_the_next_days_light(play: stage.Stage) -> None:
    """Whoever says that one was a lot is asked small things for a week, and reads no other word about it."""
    await play.pair()
    thanks = await answered(play, "Hm.")
    while "A lot" not in thanks.buttons or "How was that one?" not in thanks.words:
        thanks = await answered(play, "Hm.")
    await play.ann.tap("A lot", message=thanks)
    assert thanks.words == "Kept, for you alone."
    light = [await play.question(play.ann) for _ in range(2)]
    assert not any("One word is enough." in one.words or "if you like" in one.words for one in light)


async def test_nothing_more_about_that(play: stage.Stage) -> None:
    """*Not today* leaves one small button, which closes the theme, and another that opens it again."""
    await play.pair()
    asked = await play.question(play.ann)
    await play.ann.tap("Not today", message=asked)
    await play.ann.tap("Not about that", message=asked)
    assert asked.words.startswith("All right, nothing more about that.")
    await play.ann.tap("It may come after all", message=asked)
    assert asked.words == "All right. It may come up again."


async def test_silence_is_answered_with_silence(play: stage.Stage) -> None:
    """Half a year without an answer: fewer and fewer questions, one warm line, then nothing until Ann writes."""
    await play.pair()
    before = len(play.pushed(play.ann))
    await play.wait(days=180)
    assert 5 <= len(play.pushed(play.ann)) - before <= 9
    assert [one.words for one in play.ann.inbox].count(QUIETER) == 1
    after = len(play.ann.inbox)
    await play.wait(days=180)
    assert len(play.ann.inbox) == after
    await play.ann.send("A thought.")
    asked = await play.question(play.ann)
    assert "Not today" in asked.buttons


async def test_every_four_weeks_the_way_on_is_ones_own(play: stage.Stage) -> None:
    """Asked how to go on, Ann slows down; nothing of it is seen on Ben's phone."""
    await play.pair()
    while not any("How would you like this to go on" in one.words for one in play.ann.inbox):
        await answered(play)
    assert "Slow down" in play.ann.last.buttons or "Slow down" in play.ann.screen()
    before = play.received(play.ben)
    await play.ann.tap("Slow down")
    assert play.received(play.ben) == before
    first, second = await play.question(play.ann), await play.question(play.ann)
    assert second.date - first.date >= dt.timedelta(days=2)


async def test_a_line_comes_back_from_the_drawer(play: stage.Stage) -> None:
    """After some weeks a line of one's own comes back under a cover; it can be shared, put back, or be the last."""
    await play.pair()
    while not any("Something you wrote a while ago" in one.words for one in play.ann.inbox):
        await answered(play, "The tea was good.")
    cover = play.ann.chat.find(next(one.id for one in play.ann.inbox if "a while ago" in one.words))
    assert cover is not None
    assert "tea" not in cover.words
    await play.ann.tap("Open", message=cover)
    assert cover.words.startswith("The tea was good.\n\nStill true?")
    await play.ann.tap("No more of these", message=cover)
    count = sum("a while ago" in one.words for one in play.ann.inbox)
    for _ in range(10):
        await answered(play, "And again.")
    assert sum("a while ago" in one.words for one in play.ann.inbox) == count
