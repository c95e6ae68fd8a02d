"""Sharing: three taps, two screens, and always a way back."""

import datetime as dt

import pytest

from tests.usecases.conftest import Builder
from tests.usecases.house import House

GONE = "There is nothing here any more."


async def preview(paired: House, words: str = "One thing. And another.") -> int:
    """Bring words to their preview; return its message."""
    await paired.write(paired.ann, words)
    await paired.tap(paired.ann, "Share")
    return paired.ann.newest.id


async def test_the_preview_shows_exactly_what_arrives(paired: House) -> None:
    """What stands in the preview is what Ben reads, settings included."""
    await preview(paired)
    assert paired.ann.newest.text == (
        "This is what Ben would read:\n\nOne thing. And another.\n\n“No answer needed.”"
    )
    assert paired.ann.labels() == ["Send", "Not now", "Less of it", "How Ben may answer", "It was hard to say"]
    await paired.tap(paired.ann, "It was hard")
    await paired.tap(paired.ann, "How Ben")
    await paired.tap(paired.ann, "A tap is welcome")
    await paired.tap(paired.ann, "Send")
    await paired.wait(minutes=10)
    await paired.tap(paired.ben, "Open")
    assert paired.ben.newest.text == (
        "From Ann:\n\nOne thing. And another.\n\nA tap is welcome.\n\nIt was hard to say."
    )


async def test_not_now_keeps_the_words(paired: House) -> None:
    """Leaving the preview returns to the words as they are kept."""
    message_id = await preview(paired)
    await paired.tap(paired.ann, "Not now")
    assert paired.ann.messages[message_id].text == "One thing. And another.\n\nKept, for you alone."
    assert paired.ann.labels() == ["Share…"]


async def test_less_is_one_sentence_or_all_again(paired: House) -> None:
    """A sentence takes the place of the whole, and the whole comes back; what is not there is refused."""
    message_id = await preview(paired)
    await paired.tap(paired.ann, "Less of it")
    assert paired.ann.labels() == ["One thing.", "And another.", "All of it"]
    all_of_it = paired.ann.newest.buttons[2][1]
    await paired.tap(paired.ann, "And another.")
    assert "\n\nAnd another.\n\n" in paired.ann.newest.text
    await paired.press(paired.ann, all_of_it, message_id)
    assert "\n\nOne thing. And another.\n\n" in paired.ann.newest.text
    await paired.press(paired.ann, all_of_it[:-1] + "3", message_id)
    assert paired.ann.toasts == [GONE]


async def test_where_there_is_no_less_none_is_offered(paired: House) -> None:
    """One sentence has nothing less."""
    await preview(paired, "One thing.")
    assert paired.ann.labels() == ["Send", "Not now", "How Ben may answer", "It was hard to say"]


async def test_an_answer_is_shared_in_its_frame(paired: House) -> None:
    """A tapped answer reads with what it was about, and its frame survives *Less of it*."""
    await paired.change(paired.ann, hello_on=dt.date(2026, 9, 1))
    await paired.wait(days=1)
    await paired.until(20)
    question = paired.ann.find("Not today")[0].text
    await paired.write(paired.ann, "First part. Second part.")
    shares = [label for label, _ in paired.ann.newest.buttons]
    assert shares == ["Share…", "Easy", "Okay", "A lot"]
    await paired.tap(paired.ann, "Share")
    assert "First part. Second part." in paired.ann.newest.text
    whole = paired.ann.newest.text
    await paired.tap(paired.ann, "Less")
    await paired.tap(paired.ann, "Second part.")
    assert paired.ann.newest.text == whole.replace("First part. Second part.", "Second part.")
    assert question not in whole


async def test_the_way_of_answering_is_remembered(paired: House) -> None:
    """The next share begins with the way used last; one that does not exist is refused."""
    message_id = await preview(paired)
    await paired.tap(paired.ann, "How Ben")
    data = paired.ann.newest.buttons[2][1]
    await paired.press(paired.ann, data, message_id)
    await paired.press(paired.ann, data[:-1] + "9", message_id)
    assert paired.ann.toasts == [GONE]
    await preview(paired, "Another.")
    assert "“One gentle question is welcome.”" in paired.ann.newest.text


async def test_hard_to_say_is_a_switch(paired: House) -> None:
    """It is set, unset, and nothing else."""
    message_id = await preview(paired)
    await paired.tap(paired.ann, "It was hard")
    assert "“It was hard to say.”" in paired.ann.newest.text
    data = paired.ann.newest.buttons[-1][1]
    await paired.tap(paired.ann, "✓ It was hard")
    assert "hard to say.”" not in paired.ann.newest.text
    await paired.press(paired.ann, data[:-1] + "7", message_id)
    assert paired.ann.toasts == [GONE]


async def test_too_long_is_cut_and_said(paired: House) -> None:
    """What one message does not hold is cut between words, and its author reads so."""
    await preview(paired, "long " * 700)
    assert "It was longer than one message holds" in paired.ann.newest.text
    assert "long…" in paired.ann.newest.text


async def test_undo_leaves_no_trace(paired: House) -> None:
    """During the cooling-off a share is undone; nothing ever arrives, and the words are kept."""
    message_id = await paired.share(paired.ann, "Too soon.")
    assert paired.ann.messages[message_id].text == "It leaves for Ben in 10 minutes.\n\nToo soon."
    undo = paired.ann.newest.buttons[0][1]
    await paired.tap(paired.ann, "Undo")
    before = list(paired.ben.log)
    await paired.wait(hours=1)
    assert paired.ben.log == before
    assert paired.ann.messages[message_id].text == "Too soon.\n\nKept, for you alone."
    await paired.press(paired.ann, undo, message_id)
    assert paired.ann.toasts == [GONE]


async def test_send_now_ends_the_cooling_off(paired: House) -> None:
    """It leaves at once; undo then says that it has left, and a second tap does nothing."""
    message_id = await paired.share(paired.ann, "Now.")
    undo, now = (data for _, data in paired.ann.newest.buttons)
    await paired.press(paired.ann, now, message_id)
    assert paired.ben.has("There is something from Ann")
    assert paired.ann.messages[message_id].text == "For Ben. It's with the post.\n\nNow."
    await paired.press(paired.ann, now, message_id)
    await paired.press(paired.ann, undo, message_id)
    assert paired.ann.toasts == [GONE, "It has left. You can still take it back."]


@pytest.mark.parametrize(
    ("seconds", "line"), [(0, "For Ben. It's with the post."), (30, "It leaves for Ben in a moment.")]
)
async def test_the_cooling_off_may_be_short(paired: House, seconds: int, line: str) -> None:
    """Without a cooling-off it leaves at once; under a minute no number is named."""
    await paired.change(paired.ann, cooling=seconds)
    message_id = await paired.share(paired.ann, "Soon.")
    assert paired.ann.messages[message_id].text == f"{line}\n\nSoon."


async def test_the_operators_undo_goes_before_the_persons(build: Builder) -> None:
    """A run with an undo of its own uses that one everywhere."""
    home = await build(paired=True, undo=0)
    await home.share(home.ann, "At once.")
    assert home.ben.has("There is something from Ann")


async def test_a_share_is_sent_once(paired: House) -> None:
    """A second tap on *Send*, or a second *Share…*, sends nothing twice."""
    message_id = await preview(paired)
    share = paired.ann.newest.buttons[0][1]
    await paired.press(paired.ann, share, message_id)
    await paired.press(paired.ann, share, message_id)
    await paired.press(paired.ann, "share:" + str((await paired.person(paired.ann)).counter - 1), message_id)
    assert paired.ann.toasts == [GONE, "These words are on their way already."]


async def test_a_second_preview_takes_the_place_of_the_first(paired: House) -> None:
    """Two previews of the same words are one; the old one sends nothing."""
    message_id = await preview(paired)
    old = paired.ann.newest.buttons[0][1]
    await paired.press(paired.ann, "share:" + str((await paired.person(paired.ann)).counter - 1), message_id)
    await paired.press(paired.ann, old, message_id)
    assert paired.ann.toasts == [GONE]
    await paired.tap(paired.ann, "Send")
    assert paired.ann.newest.text.startswith("It leaves for Ben")


async def test_an_edit_before_it_left_stops_it(paired: House) -> None:
    """Editing the message brings a new preview, also during the cooling-off; sent again it arrives as edited."""
    sent = await paired.write(paired.ann, "Frist version.")
    await paired.tap(paired.ann, "Share")
    message_id = paired.ann.newest.id
    await paired.edit(paired.ann, sent, "First version.")
    assert "First version." in paired.ann.messages[message_id].text
    await paired.tap(paired.ann, "Send")
    await paired.edit(paired.ann, sent, "Second version.")
    assert paired.ann.messages[message_id].text.startswith("This is what Ben would read:\n\nSecond version.")
    await paired.wait(minutes=20)
    assert paired.ben.has("There is something") is False
    await paired.tap(paired.ann, "Send")
    await paired.wait(minutes=10)
    await paired.tap(paired.ben, "Open")
    assert paired.ben.has("Second version.")


async def test_an_edit_after_it_left_changes_the_private_copy_alone(paired: House) -> None:
    """What is with the post stays as it was confirmed."""
    sent = await paired.write(paired.ann, "As confirmed.")
    await paired.tap(paired.ann, "Share")
    await paired.tap(paired.ann, "Send")
    await paired.wait(minutes=10)
    before = list(paired.ann.log)
    await paired.edit(paired.ann, sent, "As thought better of.")
    await paired.tap(paired.ben, "Open")
    assert paired.ben.has("As confirmed.")
    assert paired.ann.log == before


async def test_taken_back_before_it_was_opened(paired: House) -> None:
    """The notice goes, the words are nowhere, and the old button opens nothing."""
    await paired.post(paired.ann, "Better not.")
    notice, data = paired.ben.find("Open")
    await paired.tap(paired.ann, "Take it back")
    assert paired.ann.newest.text == "Taken back, as far as Telegram allows."
    assert notice.id not in paired.ben.messages
    await paired.press(paired.ben, data, notice.id)
    assert paired.ben.toasts == [GONE]


async def test_taken_back_after_it_was_opened(paired: House) -> None:
    """The answer is the same; on Ben's phone the message is deleted, after 48 hours it reads a neutral line."""
    await paired.post(paired.ann, "Better not.")
    await paired.tap(paired.ben, "Open")
    message_id = paired.ben.newest.id
    await paired.wait(hours=48)
    await paired.tap(paired.ann, "Take it back")
    assert paired.ann.has("Taken back, as far as Telegram allows.")
    assert paired.ben.messages[message_id].text == "There was something here. It was taken back."
    await paired.post(paired.ann, "This neither.")
    await paired.tap(paired.ben, "Open")
    second = max(one.id for one in paired.ben.messages.values() if "This neither." in one.text)
    await paired.tap(paired.ann, "Take it back")
    assert second not in paired.ben.messages


async def test_taking_one_of_several_back_leaves_the_others(paired: House) -> None:
    """A notice falls back to its cover, or to what else was opened in it."""
    for words in ("One.", "Two.", "Three."):
        await paired.post(paired.ann, words)
    backs = [data for one in paired.ann.messages.values() for label, data in one.buttons if label == "Take it back"]
    await paired.press(paired.ann, backs[0], 1)
    assert paired.ben.newest.text.startswith("There is something")
    await paired.tap(paired.ben, "Open")
    await paired.tap(paired.ben, "Next")
    assert "Three." in paired.ben.newest.text
    await paired.press(paired.ann, backs[2], 1)
    assert "Two." in paired.ben.newest.text
    await paired.press(paired.ann, backs[1], 1)
    assert paired.ben.has("From Ann") is False


async def test_what_was_opened_goes_back_to_its_cover_while_more_waits(paired: House) -> None:
    """Taking the opened words back leaves the cover of those that lie unopened."""
    await paired.post(paired.ann, "One.")
    await paired.post(paired.ann, "Two.")
    first = next(
        data for one in paired.ann.messages.values() for label, data in one.buttons if label == "Take it back"
    )
    await paired.tap(paired.ben, "Open")
    await paired.press(paired.ann, first, 1)
    assert paired.ben.newest.text.startswith("There is something")
    await paired.tap(paired.ben, "Open")
    assert "Two." in paired.ben.newest.text


async def test_taking_back_twice_is_refused_kindly(paired: House) -> None:
    """What was taken back, is not sent yet, or is not one's own cannot be taken back."""
    message_id = await paired.post(paired.ann, "Better not.")
    data = paired.ann.messages[message_id].buttons[0][1]
    await paired.press(paired.ann, data, message_id)
    await paired.press(paired.ann, data, message_id)
    await paired.press(paired.ben, data, message_id)
    nothing = "There is nothing on its way to take back."
    assert paired.ann.toasts + paired.ben.toasts == [nothing, nothing]


async def test_taken_back_words_may_be_shared_again(paired: House) -> None:
    """Taking back is no vow."""
    await paired.write(paired.ann, "On second thought.")
    share = paired.ann.newest.buttons[1][1]
    await paired.tap(paired.ann, "Share")
    await paired.tap(paired.ann, "Send")
    await paired.wait(minutes=10)
    await paired.tap(paired.ann, "Take it back")
    await paired.press(paired.ann, share, paired.ann.newest.id)
    assert paired.ann.newest.text.startswith("This is what Ben would read:")


async def test_undo_in_plain_words_stops_what_cools(paired: House) -> None:
    """Typed "undo" does what the button does, and says so."""
    message_id = await paired.share(paired.ann, "Too soon.")
    await paired.write(paired.ann, "Undo!")
    assert paired.ann.newest.text == "Undone. It never left, and stays yours."
    assert paired.ann.messages[message_id].text == "Too soon.\n\nKept, for you alone."


async def test_take_it_back_in_plain_words(paired: House) -> None:
    """Typed "take it back" takes the last share back; with nothing on its way it says so."""
    await paired.post(paired.ann, "Better not.")
    await paired.write(paired.ann, "take it back")
    assert paired.ann.newest.text == "Taken back, as far as Telegram allows."
    assert paired.ben.has("There is something") is False
    await paired.write(paired.ann, "take it back")
    assert paired.ann.newest.text == "There is nothing on its way to take back."


async def test_undo_stops_a_response_that_cools_and_no_older_share(paired: House) -> None:
    """The last thing that was sent is meant: a response within its ten seconds, later the last share again."""
    await paired.post(paired.ben, "From Ben.")
    await paired.post(paired.ann, "From Ann.")
    await paired.tap(paired.ann, "Open")
    message = paired.ann.find("Fold away")[0]
    await paired.press(paired.ann, message.buttons[0][1], message.id)
    assert "You said:" in paired.ann.messages[message.id].text
    await paired.write(paired.ann, "undo")
    assert "You said:" not in paired.ann.messages[message.id].text
    await paired.press(paired.ann, message.buttons[0][1], message.id)
    await paired.wait(minutes=1)
    await paired.write(paired.ann, "undo")
    assert paired.ann.newest.text == "Taken back, as far as Telegram allows."
    assert "You said:" in paired.ann.messages[message.id].text


async def test_what_went_to_an_earlier_partner_may_be_shared_with_the_present_one(paired: House) -> None:
    """Words are on their way within one pair alone."""
    await paired.write(paired.ann, "Worth telling.")
    share = paired.ann.newest.buttons[1][1]
    await paired.tap(paired.ann, "Share")
    await paired.tap(paired.ann, "Send")
    await paired.wait(minutes=10)
    await paired.command(paired.ann, "/unpair")
    await paired.tap(paired.ann, "Leave quietly")
    await paired.join(paired.cleo, await paired.link(paired.ann))
    await paired.tap(paired.ann, "Yes, that's right")
    await paired.press(paired.ann, share, paired.ann.newest.id)
    assert paired.ann.newest.text.startswith("This is what Cleo would read:")


async def test_foreign_numbers_share_nothing(paired: House) -> None:
    """Ben can do nothing with the numbers of Ann's buttons."""
    await preview(paired)
    for _, data in paired.ann.newest.buttons:
        await paired.press(paired.ben, data.replace(data.split(":")[1], "55", 1), 1)
    await paired.tap(paired.ann, "Send")
    for _, data in paired.ann.newest.buttons:
        await paired.press(paired.ben, data.replace(data.split(":")[1], "55", 1), 1)
    assert paired.ben.toasts == [GONE] * 7
