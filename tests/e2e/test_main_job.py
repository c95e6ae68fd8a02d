"""The main job, from hello to taking back, on two phones."""

from tests.e2e import stage


async def test_a_stranger_meets_the_first_question_after_one_tap(play: stage.Stage) -> None:
    """Between START and the first question lies one tap."""
    await play.ann.press_start()
    await play.ann.tap("I'm 18 or older and agree")
    print(play.ann.screen())
    assert "Not today" in play.ann.buttons


async def test_one_small_share_reaches_and_is_received(play: stage.Stage) -> None:
    """What one shares the other opens and receives with one tap, which comes back."""
    await play.pair()
    print(play.ann.screen())
    print(play.ben.screen())
    await play.ann.send("/note")
    await play.ann.send("Someone let me go first today.")
    await play.ann.tap("Share…")
    await play.ann.tap("Send")
    await play.ann.tap("Send now")
    print(play.ann.screen())
    print(play.ben.screen())
    await play.ben.tap("Open")
    print(play.ben.screen())
    await play.ben.tap(play.ben.buttons[0])
    await play.wait(seconds=15)
    print(play.ann.screen())
    await play.ann.tap("Open")
    print(play.ann.screen())
    await play.ann.tap("Take it back")
    print(play.ben.screen())
    assert play.world.violations == []
    assert play.world.unanswered_callbacks() == []
