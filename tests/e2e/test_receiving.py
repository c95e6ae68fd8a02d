"""Receiving: ways to answer that ask for nothing, at the length the author wished for."""

from tests.e2e import stage

WORDS = "I was proud of you last night."


async def opened(play: stage.Stage, *wishes: str) -> None:
    """Pair the two, let Ann share with some wishes, and let Ben open it."""
    await play.pair()
    await play.shares(play.ann, WORDS, *wishes)
    await play.ben.tap("Open")


async def test_three_ways_to_receive_and_more_on_request(play: stage.Stage) -> None:
    """Three acknowledgements stand under it, none is a question; others unfold, and close again."""
    await opened(play)
    first = play.ben.buttons
    assert first[3:] == ["Other words", "That landed hard", "Fold away"]
    assert not any("?" in label for label in first)
    await play.ben.tap("Other words")
    assert play.ben.buttons[-2:] == ["Write my own", "Back"]
    await play.ben.tap("Back")
    assert play.ben.buttons == first


async def test_an_acknowledgement_is_exactly_its_button(play: stage.Stage) -> None:
    """What comes back are the words that were tapped, under a cover, as a reply to the author's own message."""
    await opened(play)
    chosen = play.ben.buttons[1]
    await play.ben.tap(chosen)
    await play.wait(seconds=11)
    assert stage.says(play.ann) == "Something came back from Ben."
    assert play.ann.last.silent
    assert play.ann.last.reply_to == play.ann.inbox[-2].id
    await play.ann.tap("Open")
    assert stage.says(play.ann) == f"From Ben:\n\n{chosen}"


async def test_ten_seconds_to_think_again(play: stage.Stage) -> None:
    """An acknowledgement that is undone in time never reaches its author, and all ways to receive stand again."""
    await opened(play)
    before, ways = play.received(play.ann), play.ben.buttons
    await play.ben.tap(ways[0])
    assert play.ben.buttons == ["Undo", "That landed hard", "Fold away"]
    await play.ben.tap("Undo")
    assert play.ben.buttons == ways
    await play.wait(minutes=1)
    assert play.received(play.ann) == before


async def test_ones_own_words_fit_a_button(play: stage.Stage) -> None:
    """Short words of one's own come back like any other; longer ones are kept as a draft and asked for again."""
    await opened(play)
    await play.ben.tap("Other words")
    await play.ben.tap("Write my own")
    await play.ben.send("That is really much more than fits on any button here")
    assert "longer than the 28 characters" in play.ben.screen()
    await play.ben.send("Me too, of you")
    await play.wait(seconds=11)
    await play.ann.tap("Open")
    assert stage.says(play.ann) == "From Ben:\n\nMe too, of you"


async def test_words_come_back_only_where_they_are_welcome(play: stage.Stage) -> None:
    """Without the author's wish there is no way to write back, after the tap or before."""
    await opened(play)
    assert "Write back" not in play.ben.buttons
    await play.ben.tap(play.ben.buttons[0])
    await play.wait(seconds=11)
    assert play.ben.buttons == ["That landed hard", "Fold away"]


async def test_one_reply_after_the_tap(play: stage.Stage) -> None:
    """Where a gentle question is welcome, one reply of at most 500 characters follows the tap, and no second."""
    await opened(play, "may answer", "One gentle question")
    await play.ben.tap(play.ben.buttons[0])
    await play.wait(seconds=11)
    await play.ben.tap("Write back")
    await play.ben.send("x" * 501)
    assert "longer than the 500 characters" in play.ben.screen()
    await play.ben.send("When did you notice?")
    await play.wait(seconds=11)
    assert "When did you notice?" not in "".join(one.text for one in play.ann.notifications)
    await play.ann.tap("Open")
    assert "When did you notice?" in play.ann.screen()
    await play.ben.tap("Write back")
    assert play.ben.toast == "There is room for one reply here, and yours is there."


async def test_folding_away_covers_the_words_until_they_are_wanted(play: stage.Stage) -> None:
    """Folded words are behind their cover, still there, and opened again by a tap."""
    await opened(play)
    shown = play.ben.last
    await play.ben.tap("Fold away")
    assert WORDS not in play.ben.screen()
    assert shown.buttons == ["Open"]
    await play.ben.tap("Open")
    assert WORDS in stage.says(play.ben)


async def test_what_was_hard_to_say_is_honoured_first(play: stage.Stage) -> None:
    """Under words that were hard to say, the first way to receive honours the risk."""
    await opened(play, "It was hard to say")
    catalogue = play.words.acknowledgements("en")
    assert play.ben.buttons[0] in {one.label for one in catalogue if one.hard_first}


async def test_the_author_never_learns_whether_it_was_opened(play: stage.Stage) -> None:
    """Opening, folding, unfolding and the menus of the reader change nothing on the author's phone."""
    await play.pair()
    await play.shares(play.ann, WORDS)
    before = play.received(play.ann)
    for label in ("Open", "Other words", "Back", "Fold away", "Open"):
        await play.ben.tap(label)
    assert play.received(play.ann) == before


async def test_taken_back_while_it_is_answered(play: stage.Stage) -> None:
    """A tap on words that are gone meanwhile is answered kindly, and nothing comes back."""
    await opened(play)
    shown, way = play.ben.last, play.ben.last.keyboard[0][0].callback_data
    await play.ann.tap("Take it back")
    before = play.received(play.ann)
    assert way is not None
    await play.ben.forge(way, shown)
    assert play.ben.toast == "There is nothing here any more."
    await play.wait(minutes=1)
    assert play.received(play.ann) == before
