"""Receiving: a tap that asks for nothing, words only where they are wished for, and folding away."""

import pytest

from tests.usecases.conftest import Builder
from tests.usecases.house import House

GONE = "There is nothing here any more."
CAME_BACK = "Something came back from Ben."


async def opened(paired: House, words: str = "From Ann.", *, way: str | None = None) -> None:
    """Let Ann share, in one of the ways of being answered, and Ben open it."""
    await paired.write(paired.ann, words)
    await paired.tap(paired.ann, "Share")
    if way is not None:
        await paired.tap(paired.ann, "How Ben")
        await paired.tap(paired.ann, way)
    await paired.tap(paired.ann, "Send")
    await paired.wait(minutes=10)
    await paired.tap(paired.ben, "Open")


async def receive(paired: House) -> str:
    """Let Ben receive with the first button and its ten seconds pass; return the words."""
    message = paired.ben.find("Fold away")[0]
    label, data = message.buttons[0]
    await paired.press(paired.ben, data, message.id)
    await paired.wait(seconds=10)
    return label


async def test_three_ways_to_receive_and_more_behind_a_button(paired: House) -> None:
    """Three at a time, the others unfold and fold again, each button is exactly what is sent."""
    await opened(paired)
    labels = paired.ben.labels()
    assert labels[3:] == ["Other words", "That landed hard", "Fold away"]
    assert all(len(label) <= 28 for label in labels[:3])
    await paired.tap(paired.ben, "Other words")
    assert paired.ben.labels()[-2:] == ["Write my own", "Back"]
    assert set(paired.ben.labels()[:4]).isdisjoint(labels)
    await paired.tap(paired.ben, "Back")
    assert paired.ben.labels() == labels


async def test_a_tap_comes_back_as_a_notice(paired: House) -> None:
    """After ten seconds Ann reads that something came back, as a reply to her own message, and opens it."""
    await opened(paired)
    shared = paired.ann.newest.id
    label = await receive(paired)
    assert f"You said:\n\n{label}" in paired.ben.newest.text
    assert paired.ben.labels() == ["That landed hard", "Fold away"]
    assert (paired.ann.newest.text, paired.ann.newest.reply_to) == (CAME_BACK, shared)
    assert paired.ann.newest.protected is True
    await paired.tap(paired.ann, "Open")
    assert paired.ann.newest.text == f"From Ben:\n\n{label}"
    assert paired.ann.labels() == ["That landed hard", "Fold away"]


async def test_a_response_has_ten_seconds_to_be_undone(paired: House) -> None:
    """Undone, it never left and can be given again; later it has left."""
    await opened(paired)
    message = paired.ben.newest
    await paired.press(paired.ben, message.buttons[0][1], message.id)
    undo = paired.ben.find("Undo")[1]
    await paired.tap(paired.ben, "Undo")
    await paired.press(paired.ben, undo, message.id)
    await paired.wait(minutes=1)
    assert paired.ann.has(CAME_BACK) is False
    assert paired.ben.newest.buttons == message.buttons
    await receive(paired)
    assert paired.ann.has(CAME_BACK)
    number = (await paired.person(paired.ben)).counter
    await paired.press(paired.ben, f"undo-response:{number}", message.id)
    assert paired.ben.toasts == [GONE, "It has left. You can still take it back."]


async def test_received_once(paired: House) -> None:
    """A double tap, an option that does not exist, or a foreign number receives nothing."""
    await opened(paired)
    message = paired.ben.newest
    data = message.buttons[0][1]
    await paired.press(paired.ben, data[:-1] + "999", message.id)
    await paired.press(paired.ben, data, message.id)
    await paired.press(paired.ben, data, message.id)
    await paired.press(paired.ann, data, message.id)
    await paired.press(paired.ben, data.replace("receive", "own-words")[:-2], message.id)
    await paired.wait(minutes=1)
    assert len([one for one in paired.ann.messages.values() if one.text == CAME_BACK]) == 1
    assert paired.ben.toasts + paired.ann.toasts == [GONE] * 4


async def test_a_response_waits_for_the_morning(paired: House) -> None:
    """A tap late at night reaches Ann after her quiet hours, and counts as no notice of the day."""
    await paired.until(20)
    await opened(paired)
    await paired.until(20, 31)
    await receive(paired)
    assert paired.ann.has(CAME_BACK) is False
    await paired.until(8)
    assert paired.ann.has(CAME_BACK)
    await paired.post(paired.ben, "And something new.")
    assert paired.ann.newest.text.startswith("There is something from Ben")


async def test_ones_own_words_fit_on_a_button(paired: House) -> None:
    """Typed acknowledgements hold 28 characters; longer ones are kept, and shorter ones can follow."""
    await opened(paired)
    await paired.tap(paired.ben, "Other words")
    await paired.tap(paired.ben, "Write my own")
    await paired.write(paired.ben, "This is quite a bit longer than a button.")
    assert paired.ben.newest.text.startswith("That's longer than the 28 characters that fit here")
    await paired.write(paired.ben, "I read it twice.")
    await paired.wait(seconds=10)
    await paired.tap(paired.ann, "Open")
    assert paired.ann.newest.text == "From Ben:\n\nI read it twice."


@pytest.mark.parametrize(
    ("way", "line"),
    [
        ("No answer needed", "No answer needed."),
        ("A tap is welcome", "A tap is welcome."),
        ("More when", "There may be more, in its own time."),
    ],
)
async def test_words_come_only_where_they_are_wished_for(paired: House, way: str, line: str) -> None:
    """Under every other way there is no text box, and a made-up button says so."""
    await opened(paired, way=way)
    assert line in paired.ben.newest.text
    await receive(paired)
    assert paired.ben.labels() == ["That landed hard", "Fold away"]
    await paired.press(paired.ben, "write-back:2", paired.ben.newest.id)
    await paired.press(paired.ben, "write-back:1", paired.ben.newest.id)
    assert sorted(paired.ben.toasts) == ["No words are asked for here. A tap is plenty.", GONE]


async def test_one_reply_where_a_question_is_welcome(paired: House) -> None:
    """After a tap Ben writes one reply; Ann gets it as a notice; a second one is refused."""
    await opened(paired, way="One gentle")
    await receive(paired)
    message = paired.ben.newest
    write_back = message.buttons[0][1]
    await paired.tap(paired.ben, "Write back")
    await paired.write(paired.ben, "What was it like?")
    assert paired.ben.newest.text == "For Ann, in a moment:\n\nWhat was it like?"
    await paired.wait(seconds=10)
    assert paired.ben.newest.text == "For Ann. It's with the post.\n\nWhat was it like?"
    await paired.tap(paired.ann, "Open")
    assert paired.ann.newest.text == "From Ben:\n\nWhat was it like?"
    await paired.press(paired.ben, write_back, message.id)
    assert paired.ben.toasts == ["There is room for one reply here, and yours is there."]
    await paired.tap(paired.ben, "Take it back")
    assert paired.ann.has("What was it like?") is False


async def test_a_reply_can_be_undone_and_written_again(paired: House) -> None:
    """Within ten seconds nothing has left; the place is open again."""
    await opened(paired, way="One gentle")
    await receive(paired)
    await paired.tap(paired.ben, "Write back")
    await paired.write(paired.ben, "Too fast.")
    await paired.tap(paired.ben, "Undo")
    assert paired.ben.newest.text == "Undone. It never left."
    await paired.tap(paired.ben, "Write back")
    await paired.write(paired.ben, "Slower.")
    await paired.write(paired.ben, "undo")
    assert paired.ben.has("Slower.") is False
    await paired.wait(minutes=1)
    assert len([one for one in paired.ann.messages.values() if one.text == CAME_BACK]) == 1


async def test_a_reply_that_is_too_long_is_kept(paired: House) -> None:
    """More than 500 characters are not sent but kept, and shorter ones can follow."""
    await opened(paired, way="One gentle")
    await receive(paired)
    await paired.tap(paired.ben, "Write back")
    await paired.write(paired.ben, "x" * 501)
    assert paired.ben.newest.text.startswith("That's longer than the 500 characters")
    assert paired.ben.labels() == ["Keep", "Share…", "Discard", "Add a feeling"]
    await paired.write(paired.ben, "Short.")
    assert paired.ben.newest.text == "For Ann, in a moment:\n\nShort."


@pytest.mark.parametrize("ended", [False, True])
async def test_words_for_what_is_gone_are_kept(paired: House, ended: bool) -> None:  # noqa: FBT001 - a table
    """Where the share was taken back, or the pair has ended, the typed words become a draft with the reason."""
    await opened(paired, way="One gentle")
    await receive(paired)
    await paired.tap(paired.ben, "Write back")
    if ended:
        await paired.command(paired.ann, "/unpair")
        await paired.tap(paired.ann, "Tell Ben")
    else:
        await paired.tap(paired.ann, "Take it back")
    await paired.write(paired.ben, "What was it like?")
    reason = "There is nobody to share with here. What you write stays with you." if ended else GONE
    assert paired.ben.newest.text == reason
    assert paired.ben.labels()[0] == "Keep"
    await paired.write(paired.ben, "Something else.")
    assert paired.ben.newest.text.startswith("Only you can see this.")


async def test_folding_away_returns_to_the_cover(paired: House) -> None:
    """Folded words stand behind their cover and open again, received or not."""
    await opened(paired)
    await paired.tap(paired.ben, "Fold away")
    assert paired.ben.newest.text.startswith("There is something from Ann")
    await paired.tap(paired.ben, "Open")
    assert "From Ann." in paired.ben.newest.text
    await receive(paired)
    await paired.tap(paired.ben, "Fold away")
    await paired.tap(paired.ben, "Open")
    assert "You said:" in paired.ben.newest.text


async def test_old_and_foreign_buttons_open_nothing(paired: House) -> None:
    """Numbers of somebody else's, or of what is gone, act on nothing."""
    await opened(paired)
    message = paired.ben.newest
    for verb in ("open:1", "next:1", "fold:1", "others:1:1", "receive:1:0", "own-words:1", "undo-response:1"):
        await paired.press(paired.ann, verb, message.id)
    for verb in ("next:1", "others:2:7"):
        await paired.press(paired.ben, verb, message.id)
    await paired.tap(paired.ann, "Take it back")
    for _, data in message.buttons:
        await paired.press(paired.ben, data, message.id)
    assert paired.ann.toasts + paired.ben.toasts == [GONE] * (7 + 2 + 5)


async def test_a_doubled_notice_becomes_one(paired: House) -> None:
    """Where a notice came twice, opening one deletes the other."""
    await paired.post(paired.ann, "From Ann.")
    notice = paired.ben.newest
    _, data = paired.ben.find("Open")
    paired.ben.messages[900] = notice
    await paired.press(paired.ben, data, 900)
    assert notice.id not in paired.ben.messages
    assert "From Ann." in paired.ben.messages[900].text


async def test_a_share_taken_back_lets_its_response_go(paired: House) -> None:
    """A tap that has not left, or has not been announced yet, reaches nobody once the share is taken back."""
    await paired.until(20)
    await opened(paired)
    await paired.until(20, 31)
    await receive(paired)
    await paired.tap(paired.ann, "Take it back")
    await paired.wait(hours=13)
    assert paired.ann.has(CAME_BACK) is False
    await opened(paired, "Another.")
    message = paired.ben.find("Fold away")[0]
    await paired.press(paired.ben, message.buttons[0][1], message.id)
    await paired.tap(paired.ann, "Take it back")
    await paired.wait(days=1)
    assert paired.ann.has(CAME_BACK) is False


async def test_responses_to_who_left_reach_nobody(paired: House) -> None:
    """After a quiet leaving Ben's taps and replies look as ever to Ben, and nothing comes back."""
    await opened(paired, way="One gentle")
    await paired.command(paired.ann, "/unpair")
    await paired.tap(paired.ann, "Leave quietly")
    await receive(paired)
    await paired.tap(paired.ben, "Write back")
    await paired.write(paired.ben, "What was it like?")
    await paired.wait(minutes=1)
    assert paired.ben.newest.text == "For Ann. It's with the post.\n\nWhat was it like?"
    assert paired.ann.has(CAME_BACK) is False


async def test_without_a_moment_to_think_responses_leave_at_once(build: Builder) -> None:
    """A run without undo sends taps and replies right away, and they can be taken back."""
    home = await build(paired=True, undo=0)
    await opened(home, way="One gentle")
    message = home.ben.newest
    await home.press(home.ben, message.buttons[0][1], message.id)
    assert home.ann.newest.text == CAME_BACK
    await home.tap(home.ben, "Write back")
    await home.write(home.ben, "What was it like?")
    assert home.ben.labels() == ["Take it back"]
    assert len([one for one in home.ann.messages.values() if one.text == CAME_BACK]) == 2


async def test_an_unopened_notice_of_a_forgotten_author_opens_nothing(paired: House) -> None:
    """Where the author is gone at the very moment of opening, there is nothing here any more."""
    await paired.post(paired.ann, "From Ann.")
    notice, data = paired.ben.find("Open")
    await paired.command(paired.ann, "/forget")
    await paired.write(paired.ann, "forget")
    assert notice.id not in paired.ben.messages
    await paired.press(paired.ben, data, notice.id)
    assert paired.ben.toasts == [GONE]
