"""Warmths: one line a day that wants no reply, in the way its reader chose."""

import pytest

from tests.usecases import house

FROM_ANN = "There is something from Ann, whenever you have a quiet minute."


async def choose(home: house.House, way: str) -> None:
    """Let Ben say how warmths may reach him."""
    await home.command(home.ben, "/warmth")
    await home.tap(home.ben, "How they reach me")
    chosen = next(label for label in home.ben.labels() if label.removeprefix("✓ ") == way)
    await home.tap(home.ben, chosen)


async def send(home: house.House) -> str:
    """Let Ann send the first ready line, and let the undo pass; return the line."""
    await home.command(home.ann, "/warmth")
    label = home.ann.labels()[0]
    await home.tap(home.ann, label)
    assert home.ann.newest.text == f"For Ben, in a moment:\n\n{label}"
    await home.wait(seconds=11)
    return label


async def test_it_comes_with_the_post(paired: house.House) -> None:
    """By default it joins the day's one notice, and wants no reply."""
    line = await send(paired)
    assert paired.ann.newest.text == f"For Ben. It's with the post.\n\n{line}"
    assert paired.ben.newest.text == FROM_ANN
    await paired.tap(paired.ben, "Open")
    assert paired.ben.newest.text == f"From Ann:\n\n{line}"
    assert paired.ben.labels() == ["That landed hard", "Fold away"]


async def test_one_notice_a_day_holds_it_too(paired: house.House) -> None:
    """On a day that had its notice it waits for the next; it joins a notice that lies unopened."""
    await paired.post(paired.ann, "Today was long.")
    await paired.tap(paired.ben, "Open")
    notices = len([one for one in paired.ben.log if one[1] == "say"])
    await send(paired)
    assert len([one for one in paired.ben.log if one[1] == "say"]) == notices
    await paired.wait(days=1)
    assert any(one[1] == "say" and one[2].text == FROM_ANN for one in paired.ben.log[-6:])


async def test_as_they_come(paired: house.House) -> None:
    """Silently and at once, whatever else came today; in quiet hours not before they end."""
    await choose(paired, "As they come")
    await paired.post(paired.ann, "Today was long.")
    await paired.tap(paired.ben, "Open")
    line = await send(paired)
    assert paired.ben.newest.text == FROM_ANN
    assert paired.ben.log[-1][3] is True
    await paired.tap(paired.ben, "Open")
    assert line in paired.ben.newest.text
    await paired.wait(days=1)
    await paired.until(21)
    before = len(paired.ben.log)
    await send(paired)
    assert len(paired.ben.log) == before
    await paired.wait(hours=12)
    assert len(paired.ben.log) > before


async def test_not_for_now_is_held_until_that_changes(paired: house.House) -> None:
    """It stays away without a sign, and comes with the post once its reader wishes for warmths again."""
    await choose(paired, "Not for now")
    line = await send(paired)
    await paired.wait(hours=20)
    assert not paired.ben.has(FROM_ANN)
    await choose(paired, "With the post")
    await paired.wait(hours=1)
    assert paired.ben.has(FROM_ANN)
    await paired.tap(paired.ben, "Open")
    assert any(line in one.text for one in paired.ben.messages.values())


@pytest.mark.parametrize("way", ["As they come", "With the post", "Not for now"])
async def test_the_senders_screen_is_the_same_in_every_case(paired: house.House, way: str) -> None:
    """Whatever the reader chose, opened or not, the sender sees the same at the same moment."""
    await choose(paired, way)
    line = await send(paired)
    seen = [(one[0], one[1], one[2].text, one[2].buttons) for one in paired.ann.log[-1:]]
    said = f"For Ben. It's with the post.\n\n{line}"
    assert [one[1:3] for one in seen] == [("edit", said)]
    assert paired.ann.labels() == ["Take it back"]
    await paired.tap(paired.ann, "Take it back")
    assert paired.ann.newest.text == "Taken back, as far as Telegram allows."
    await paired.wait(days=2)
    assert not any(line in one.text for one in paired.ben.messages.values())


async def test_ten_seconds_to_undo(paired: house.House) -> None:
    """Undone it never left, and the day's one is free again."""
    await paired.command(paired.ann, "/warmth")
    await paired.tap(paired.ann, paired.ann.labels()[0])
    await paired.tap(paired.ann, "Undo")
    assert paired.ann.newest.text == "Undone. It never left."
    await paired.wait(hours=1)
    assert not paired.ben.has(FROM_ANN)
    await send(paired)
    assert paired.ben.has(FROM_ANN)


async def test_plain_words_undo_it_or_take_it_back(paired: house.House) -> None:
    """The word "undo" stops it while it can still be stopped; "take it back" works afterwards."""
    await paired.command(paired.ann, "/warmth")
    await paired.tap(paired.ann, paired.ann.labels()[0])
    await paired.write(paired.ann, "undo")
    assert paired.ann.has("Undone. It never left.")
    await send(paired)
    await paired.write(paired.ann, "take it back")
    assert not paired.ben.has(FROM_ANN)


async def test_one_a_day(paired: house.House) -> None:
    """A second one on the same local day is kindly refused; an old button, too."""
    await send(paired)
    await paired.command(paired.ann, "/warmth")
    assert paired.ann.newest.text == "Today's warmth is on its way already. Tomorrow there is another."
    await paired.press(paired.ann, "warmth:0:1", max(paired.ann.messages))
    assert paired.ann.toasts[-1].startswith("Today's warmth")
    await paired.wait(days=1)
    await send(paired)


async def test_a_line_of_ones_own(paired: house.House) -> None:
    """Typed, after a second look; too long is kept as a draft."""
    await paired.command(paired.ann, "/warmth")
    await paired.tap(paired.ann, "Write my own")
    await paired.write(paired.ann, "x" * 141)
    assert "longer than the 140 characters" in paired.ann.newest.text
    await paired.write(paired.ann, "You never talk to me.")
    assert paired.ann.labels()[0] == "Try a softer version"
    await paired.tap(paired.ann, "Try a softer version")
    await paired.write(paired.ann, "I like your laugh.")
    await paired.wait(seconds=11)
    await paired.tap(paired.ben, "Open")
    assert paired.ben.newest.text == "From Ann:\n\nI like your laugh."


async def test_other_lines_and_round_again(paired: house.House) -> None:
    """The ready lines can be leafed through, and there are at least twelve."""
    await paired.command(paired.ann, "/warmth")
    seen = list(paired.ann.labels()[:3])
    while True:
        await paired.tap(paired.ann, "Other words")
        if paired.ann.labels()[0] == seen[0]:
            break
        seen += paired.ann.labels()[:3]
    assert len(set(seen)) >= 12


async def test_alone_there_is_nobody_to_send_one_to(home: house.House) -> None:
    """Without a partner it is kindly refused, and the way to receive them can be chosen all the same."""
    await home.agree(home.ann)
    await home.command(home.ann, "/warmth")
    assert home.ann.newest.text == "There is nobody to share with here. What you write stays with you."


async def test_after_a_quiet_leaving_it_goes_nowhere(paired: house.House) -> None:
    """Who was left sees what they always saw; who left gets nothing."""
    await paired.command(paired.ben, "/unpair")
    await paired.tap(paired.ben, "Leave quietly")
    before = list(paired.ben.log)
    line = await send(paired)
    assert paired.ann.newest.text == f"For Ben. It's with the post.\n\n{line}"
    await paired.wait(days=1)
    assert not any(FROM_ANN in str(one) for one in paired.ben.log[len(before) :])


async def test_during_a_breather_it_waits_and_can_be_undone(paired: house.House) -> None:
    """While its reader takes a breather it is held like all words, and says so to its sender."""
    await paired.command(paired.ben, "/breather")
    await paired.tap(paired.ben, "1 hour")
    await paired.wait(seconds=11)
    await send_held(paired)
    assert "Undo" in paired.ann.labels()
    await paired.tap(paired.ann, "Undo")
    assert paired.ann.newest.text == "Undone. It never left."


async def send_held(home: house.House) -> None:
    """Let Ann send a ready line while words are held."""
    await home.command(home.ann, "/warmth")
    await home.tap(home.ann, home.ann.labels()[0])
    await home.wait(seconds=11)


async def test_what_answers_a_question_is_no_warmth(paired: house.House) -> None:
    """A line typed after a question came, or as a reply to one, answers it, whatever was begun before."""
    await paired.wait(days=1, hours=8)
    question, _ = paired.ann.find("Not today")
    await paired.command(paired.ann, "/warmth")
    await paired.tap(paired.ann, "Write my own")
    await paired.write(paired.ann, "Only for me, about yesterday.", to=question.id)
    await paired.wait(days=1)
    await paired.write(paired.ann, "Only for me, about today.")
    await paired.wait(days=1)
    assert not any("only for me" in one.text.lower() for _, kind, one, *_ in paired.ben.log if kind != "delete")
    assert paired.ann.has("Kept, for you alone.")
    assert FROM_ANN not in [one.text for one in paired.ben.messages.values()]
