"""The main job, from hello to taking back, on two phones."""

from tests.e2e import stage


async def test_a_stranger_meets_the_first_question_after_one_tap(play: stage.Stage) -> None:
    """Between START and the first question lies one tap, and one tap answers it."""
    await play.ann.press_start()
    await play.ann.tap("I'm 18 or older and agree")
    asked = play.ann.last
    assert asked.buttons[-1] == "Not today"
    await play.ann.tap(asked.buttons[0], message=asked)
    assert asked.words.splitlines()[-1] == "Kept, for you alone."
    assert asked.buttons == []


async def test_one_small_share_reaches_and_is_received(play: stage.Stage) -> None:
    """What one shares the other opens and receives with one tap, which comes back, until it is taken back."""
    await play.pair()
    await play.shares(play.ann, "Someone let me go first today.")
    assert stage.says(play.ann) == "For Ben. It's with the post.\n\nSomeone let me go first today."
    assert stage.says(play.ben) == "There is something from Ann, whenever you have a quiet minute."
    await play.ben.tap("Open")
    opened = play.ben.last
    assert stage.says(play.ben) == "From Ann:\n\nSomeone let me go first today.\n\nNo answer needed."
    chosen = play.ben.buttons[0]
    await play.ben.tap(chosen)
    await play.wait(seconds=15)
    assert stage.says(play.ann) == "Something came back from Ben."
    await play.ann.tap("Open")
    assert stage.says(play.ann) == f"From Ben:\n\n{chosen}"
    await play.ann.tap("Take it back")
    assert opened.deleted_at is not None
    assert "Someone let me go first today." not in play.ben.screen()


async def test_an_answer_by_one_tap_can_be_shared_in_three(play: stage.Stage) -> None:
    """A tap answers the question; Share and Send are all it takes to let the other read it."""
    await play.pair()
    asked = await play.question(play.ann)
    await play.ann.tap(asked.buttons[0], message=asked)
    await play.ann.tap("Share…", message=asked)
    await play.ann.tap("Send", message=asked)
    await play.wait(minutes=10)
    shared = asked.words.split("\n\n")[1]
    await play.ben.tap("Open")
    assert shared in play.ben.last.words
