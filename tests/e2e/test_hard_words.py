"""Words that may land hard, words that call for help, and small warm ones, on both phones."""

import datetime as dt

from bot.simulator import person
from tests.e2e import stage

STING = "You never talk to me."
HEAVY = "I don\u2019t want to be here anymore"
COVER = "A note is here. Open it when it suits you."


async def asked(play: stage.Stage) -> None:
    """Pair the two, let Ann share with a wish for words, and let Ben open and acknowledge it."""
    await play.pair()
    await play.shares(play.ann, "Today was long.", "may answer", "One gentle question")
    await play.ben.tap("Open")
    await play.ben.tap(play.ben.buttons[0])
    await play.wait(seconds=11)


async def test_a_second_look_before_a_reply_leaves(play: stage.Stage) -> None:
    """Ben types in anger, sees for himself how it may land, borrows a softer way, and Ann reads only that."""
    await asked(play)
    before = play.received(play.ann)
    await play.ben.tap("Write back")
    await play.ben.send(STING)
    assert play.ben.buttons[:2] == ["Try a softer version", "A ready answer"]
    await play.ben.tap("Try a softer version")
    await play.ben.send("I felt left out on Tuesday.")
    assert play.received(play.ann) == before
    await play.wait(seconds=11)
    await play.ann.tap("Open")
    assert stage.says(play.ann) == "From Ben:\n\nI felt left out on Tuesday."
    assert STING not in "".join(play.received(play.ann))


async def test_a_threat_never_leaves(play: stage.Stage) -> None:
    """Ben reads that it was not carried; on Ann's phone nothing ever happened."""
    await asked(play)
    before = play.received(play.ann)
    await play.ben.tap("Write back")
    await play.ben.send("You'll regret this.")
    assert stage.says(play.ben).startswith("I won't carry this one. Nothing was sent, nobody was told.")
    await play.ben.tap("Support")
    await play.wait(minutes=30)
    assert play.received(play.ann) == before


async def test_heavy_words_are_held_until_their_author_has_seen_where_help_is(play: stage.Stage) -> None:
    """Ann reads where help is, decides that Ben may read it, and Ben sees where help is, too."""
    await play.pair()
    await play.ann.send("/note")
    await play.ann.send(HEAVY)
    await play.ann.tap("Share…")
    await play.ann.tap("Send")
    held = next(one for one in play.ann.inbox if one.buttons[:1] == ["Keep private"])
    assert "findahelpline.com" in held.words
    assert "Ben\u2069 also sees where help is" in held.words
    await play.ann.tap("Let Ben read it")
    await play.ann.tap("Send now")
    await play.ben.tap("Open")
    assert HEAVY in stage.says(play.ben)
    assert "findahelpline.com" in stage.says(play.ben)


async def test_a_card_is_under_a_cover_like_any_note(play: stage.Stage) -> None:
    """Silent, with nothing on the lock screen; it opens in place, and Hide takes it away."""
    await play.pair()
    await play.ann.send(HEAVY)
    card = play.ann.last
    assert card.words == COVER
    assert card.silent
    await play.ann.tap("Open")
    assert "nobody watches this chat" in play.ann.screen()
    await play.ann.tap("Hide")
    assert card.deleted_at is not None


async def test_the_other_cannot_tell_that_a_card_was_shown(play: stage.Stage) -> None:
    """Whether Ann writes heavy words and keeps them, or writes nothing, Ben's phone shows the same."""
    await play.pair()
    await play.ann.send(HEAVY)
    await play.ann.tap("Open")
    await play.ann.tap("Not what I meant")
    seen = await two_days(play, play.ben)
    assert not any("note is here" in line for line in seen)


async def two_days(play: stage.Stage, who: person.Person) -> list[str]:
    """Return what a phone received in two days."""
    before = len(play.received(who))
    await play.wait(days=2)
    return play.received(who)[before:]


async def test_a_day_of_silence_follows_a_card(play: stage.Stage) -> None:
    """No question comes in the first day; afterwards they are light."""
    await play.pair()
    await play.at(12)
    await play.ann.send(HEAVY)
    at = play.clock.now()
    question = await play.question(play.ann)
    assert question.date - at >= dt.timedelta(days=1)


async def test_a_warmth_comes_and_asks_for_nothing(play: stage.Stage) -> None:
    """One tap sends it, the other finds it with the post, and no button wants a reply."""
    await play.pair()
    await play.ann.send("/warmth")
    line = play.ann.buttons[0]
    await play.ann.tap(line)
    await play.wait(seconds=11)
    assert stage.says(play.ann) == f"For Ben. It's with the post.\n\n{line}"
    assert stage.says(play.ben).startswith("There is something from Ann")
    await play.ben.tap("Open")
    assert stage.says(play.ben) == f"From Ann:\n\n{line}"
    assert play.ben.buttons == ["That landed hard", "Fold away"]


async def test_what_landed_hard_stays_with_who_felt_it(play: stage.Stage) -> None:
    """Ben gets a line to repair with; Ann's phone shows nothing."""
    await asked(play)
    before = play.received(play.ann)
    await play.ben.tap("That landed hard")
    assert stage.says(play.ben).startswith("For you alone. The next two days are light.")
    await play.wait(minutes=30)
    assert play.received(play.ann) == before


async def test_support_is_there_for_everyone(play: stage.Stage) -> None:
    """Before agreeing, while resting, after a block, and with a way to leave no trace."""
    await play.ann.send("/support")
    await play.ann.tap("Not safe, or not okay")
    assert "People you can reach." in play.ann.screen()
    await play.pair()
    await play.ann.send("/pause")
    await play.ann.tap("A week")
    await play.ann.block()
    await play.ann.press_start()
    await play.ann.send("/support")
    assert play.ann.buttons == ["Finding a professional", "Not safe, or not okay", "Leave no trace", "Hide"]
    await play.ann.tap("Leave no trace")
    assert stage.says(play.ann).startswith("Cleared as far as Telegram allows")
