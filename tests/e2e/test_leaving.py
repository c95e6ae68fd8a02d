"""Leaving, which is always possible alone, and which the other learns of only where one says so."""

from bot.simulator import phone
from tests.e2e import stage

OWN_RECORD = "From Ann:\n\nThis one you opened.\n\nNo answer needed."


async def test_leaving_quietly_takes_three_taps_and_shows_nothing(play: stage.Stage) -> None:
    """Ben's phone receives nothing, ever; what he opened stays, what he had not opened never reaches him."""
    await play.pair()
    await play.shares(play.ann, "This one you opened.")
    await play.ben.tap("Open")
    await play.ann.tap("Take it back", message=play.ann.last)
    await play.shares(play.ann, "This one you opened.")
    await play.at(12)
    await play.ben.tap("Open")
    await play.ann.send("/unpair")
    assert play.ann.buttons[0] == "Leave quietly"
    before = [line for line in play.received(play.ben) if "Not today" not in line]
    await play.ann.tap("Leave quietly")
    assert "gets no message" in stage.says(play.ann)
    await play.wait(days=3)
    after = [line for line in play.received(play.ben) if "Not today" not in line]
    assert after == before
    assert OWN_RECORD in "\n".join(phone.plain(one.words) for one in play.ben.inbox)


async def test_who_was_left_quietly_goes_on_as_before(play: stage.Stage) -> None:
    """What Ben shares is accepted with the same words as ever, and opened by nobody."""
    await play.pair()
    await play.ann.send("/unpair")
    await play.ann.tap("Leave quietly")
    before = play.received(play.ann)
    await play.shares(play.ben, "I thought of you at the lake.")
    assert stage.says(play.ben) == "For Ann. It's with the post.\n\nI thought of you at the lake."
    await play.ben.tap("Take it back")
    assert stage.says(play.ben) == "Taken back, as far as Telegram allows."
    await play.wait(days=1)
    assert [line for line in play.received(play.ann)[len(before) :] if "Not today" not in line] == []


async def test_who_left_quietly_can_appear_to_take_part(play: stage.Stage) -> None:
    """Share stays on the screen of the one who left, with the same steps, and goes nowhere."""
    await play.pair()
    await play.ann.send("/unpair")
    await play.ann.tap("Leave quietly")
    before = [line for line in play.received(play.ben) if "Not today" not in line]
    await play.shares(play.ann, "Somebody may be looking.")
    assert stage.says(play.ann) == "For Ben. It's with the post.\n\nSomebody may be looking."
    await play.wait(days=2)
    assert [line for line in play.received(play.ben) if "Not today" not in line] == before


async def test_telling_that_it_ended_is_one_neutral_line(play: stage.Stage) -> None:
    """Ben reads once that Ann has ended it, silently, and nobody can share any more."""
    await play.pair()
    await play.ann.send("/unpair")
    await play.ann.tap("Tell Ben it has ended")
    assert stage.says(play.ben).startswith("Ann has ended this here.")
    assert play.ben.last.silent
    for who in (play.ann, play.ben):
        await who.send("/note")
        await who.send("For myself.")
        assert who.buttons == ["Keep", "Discard", "Add a feeling"]


async def test_an_invitation_mends_a_quiet_leaving(play: stage.Stage) -> None:
    """Who left may invite again and is told what the other will understand; the old name accepts at once."""
    await play.pair()
    await play.ann.send("/unpair")
    await play.ann.tap("Leave quietly")
    await play.ann.send("/invite")
    assert "Ben will understand from it that you had left." in stage.says(play.ann)
    words = next(one.words for one in reversed(play.ann.inbox) if "?start=" in one.words)
    link = next(word for word in words.split() if "?start=" in word).strip("\u2068\u2069")
    await play.ben.open(link)
    await play.ben.tap("Pair with")
    await play.ann.tap("Yes, that's right")
    await play.shares(play.ben, "Good to have you back.")
    await play.at(12)
    await play.ann.tap("Open")
    assert "Good to have you back." in stage.says(play.ann)


async def test_forgetting_leaves_a_stranger(play: stage.Stage) -> None:
    """After the word that confirms, the bot knows her no more; Ben keeps what he opened, and hears nothing."""
    await play.pair()
    await play.shares(play.ann, "Keep this one.")
    await play.ben.tap("Open")
    before = play.received(play.ben)
    await play.ann.send("/forget")
    assert phone.plain(play.ann.buttons[0]) == "Leave it with Ben"
    await play.ann.tap("Leave it with Ben")
    await play.ann.send("forget")
    assert stage.says(play.ann).startswith("Done. Everything of yours here is deleted")
    assert play.received(play.ben) == before
    assert "Keep this one." in play.ben.screen()
    await play.ann.send("/today")
    assert "I'm 18 or older and agree" in play.ann.screen() or "/start" in stage.says(play.ann)


async def test_forgetting_can_take_back_what_was_opened(play: stage.Stage) -> None:
    """Who chooses so takes the opened words along, and everything else that was not opened."""
    await play.pair()
    await play.shares(play.ann, "Not this one.")
    await play.ben.tap("Open")
    await play.ann.send("/forget")
    await play.ann.tap("Take it back too")
    await play.ann.send("forget")
    assert "Not this one." not in play.ben.screen()


async def test_another_word_than_the_one_forgets_nothing(play: stage.Stage) -> None:
    """Only the word itself confirms; everything else is kept as what it is."""
    await play.pair()
    await play.ann.send("/forget")
    await play.ann.send("no, wait")
    await play.ann.send("forget")
    await play.ann.send("/today")
    assert "I'm 18 or older and agree" not in play.ann.buttons
