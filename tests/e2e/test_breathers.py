"""A breather on both phones: told at once, words held, and back, or closed by itself."""

from tests.e2e import stage

TOLD = "Ann takes a breather from this talk. It isn't a no to you."
CLOSED = "The breather from this talk with Ann has closed. It says nothing about you, and there is nothing to do."


async def called(play: stage.Stage, length: str = "20 minutes") -> None:
    """Pair the two in Berlin and London, and let Ann take a breather."""
    await play.pair()
    await play.ann.send("/breather")
    await play.ann.tap(length)
    await play.wait(seconds=10)


async def test_a_breather_and_back(play: stage.Stage) -> None:
    """Ann takes a while; Ben reads on his own clock when she plans to be back, answers with a tap, and she is."""
    await called(play)
    back_at = play.clock.now()
    told = play.ben.last
    assert told.silent
    assert stage.says(play.ben).startswith(f"{TOLD}\n\nPlanned return: ")
    berlin, london = (one.last.words.partition("Planned return: ")[2][:6] for one in (play.ann, play.ben))
    assert berlin != london
    await play.ann.tap("My head is very full")
    assert stage.says(play.ben) == "Ann adds:\n\n“My head is very full.”"
    await play.ben.tap("See you then", message=told)
    assert "Ben says:\n\n“See you then.”" in stage.says(play.ann)
    await play.wait(minutes=20)
    assert play.ann.last.buttons == ["I'm back", "A bit longer", "Tomorrow at…"]
    await play.ann.tap("I'm back")
    assert stage.says(play.ann).startswith("Welcome back. Ben reads it now.")
    assert stage.says(play.ben).startswith("Ann is back.\n\nA soft first line, if you like:")
    await play.wait(hours=3)
    assert CLOSED not in play.ben.screen()
    assert play.clock.now() > back_at


async def test_a_breather_that_closes_by_itself(play: stage.Stage) -> None:
    """Nobody comes back: Ben reads that it closed and says nothing about him, and finds something for himself."""
    await called(play)
    await play.wait(minutes=51)
    assert stage.says(play.ben) == CLOSED
    assert play.ben.last.silent
    await play.ben.tap("Something for me now")
    assert stage.says(play.ben).startswith("Silence here is not an answer.")
    await play.ben.tap("One kind thing")
    await play.ben.tap("Back")
    await play.ben.tap("Support")


async def test_words_wait_and_can_be_undone(play: stage.Stage) -> None:
    """What Ben shares meanwhile does not leave; it goes with the post when the breather has closed."""
    await called(play)
    await play.shares(play.ben, "Take all the time.")
    assert stage.says(play.ben).startswith("For Ann. It goes with the post when the breather is over.")
    before = play.received(play.ann)
    await play.wait(minutes=15)
    assert play.received(play.ann) == before
    await play.wait(minutes=40)
    assert "There is something from Ben" in play.ann.screen()
    await play.ann.tap("Open")
    assert "Take all the time." in stage.says(play.ann)


async def test_a_breather_outlives_a_restart(play: stage.Stage) -> None:
    """Another process asks and closes at the moments that were promised."""
    await called(play)
    await play.restart()
    await play.wait(minutes=20)
    assert "I'm back" in play.ann.last.buttons
    await play.restart()
    await play.wait(minutes=31)
    assert stage.says(play.ben) == CLOSED
