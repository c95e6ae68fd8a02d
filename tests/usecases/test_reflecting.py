"""What a person answers and writes is kept at once, private, and theirs to change."""

import pytest

from tests.usecases.house import House

KEPT = "Kept, for you alone."
CLOSED = "This one has closed. /today has another."
GONE = "There is nothing here any more."


async def asked(paired: House) -> int:
    """Let Ann's prompt of the next day come; return its message."""
    await paired.wait(days=1)
    await paired.until(18, 3)
    return paired.ann.find("Not today")[0].id


async def test_a_tap_is_a_full_answer(paired: House) -> None:
    """One tap is kept, in the same message, with at most one button."""
    message_id = await asked(paired)
    tapped = await paired.answer(paired.ann)
    shown = paired.ann.messages[message_id]
    assert f"{tapped}\n\n{KEPT}" in shown.text
    assert [label for label, _ in shown.buttons] in ([], ["Share…"])


async def test_words_answer_the_newest_prompt(paired: House) -> None:
    """Words sent while a prompt is the newest thing are its answer, with a reaction on the person's message."""
    await asked(paired)
    sent = await paired.write(paired.ann, "A rather good day.")
    assert paired.ann.newest.text == KEPT
    assert ("react", sent) in [one[1:3] for one in paired.ann.log]
    await paired.write(paired.ann, "Something else.")
    assert paired.ann.newest.text.startswith("Only you can see this.")


async def test_an_answer_is_given_once(paired: House) -> None:
    """A second tap, a foreign number or an option that does not exist answer nothing."""
    message_id = await asked(paired)
    data = paired.ann.messages[message_id].buttons[0][1]
    await paired.press(paired.ann, data.rpartition(":")[0] + ":99", message_id)
    await paired.press(paired.ann, data, message_id)
    await paired.press(paired.ann, data, message_id)
    await paired.press(paired.ann, "answer:999:0", message_id)
    await paired.press(paired.cleo, data, message_id)
    assert paired.ann.toasts == [GONE, CLOSED, CLOSED]
    assert paired.cleo.toasts == [CLOSED]


async def test_not_today_leaves_the_question_alone(paired: House) -> None:
    """Skipping leaves one small button and counts nothing; /today still brings it back."""
    message_id = await asked(paired)
    await paired.tap(paired.ann, "Not today")
    assert [label for label, _ in paired.ann.messages[message_id].buttons] == ["Not about that"]
    assert paired.ann.toasts == ["That's fine."]
    await paired.command(paired.ann, "/today")
    assert paired.ann.labels()[-1] == "Not today"


async def test_an_ask_closes_after_36_hours(paired: House) -> None:
    """Old buttons say so, and words come as what they are."""
    message_id = await asked(paired)
    await paired.change(paired.ann, next_ask_at=None)
    await paired.wait(hours=36)
    await paired.press(paired.ann, paired.ann.messages[message_id].buttons[0][1], message_id)
    assert paired.ann.toasts == [CLOSED]
    await paired.write(paired.ann, "Late.")
    assert paired.ann.labels() == ["Keep", "Share…", "Discard", "Add a feeling"]


async def test_a_telegram_reply_answers_the_older_prompt(paired: House) -> None:
    """Words sent as a reply to an older prompt answer that one, while it is open."""
    older = await asked(paired)
    await paired.wait(days=1)
    await paired.write(paired.ann, "To the older one.", to=older)
    assert paired.ann.newest.text == KEPT
    await paired.press(paired.ann, paired.ann.messages[older].buttons[0][1], older)
    assert paired.ann.toasts == [CLOSED]
    await paired.write(paired.ann, "To the newest.")
    assert paired.ann.newest.text == KEPT
    await paired.write(paired.ann, "To nothing.", to=1)
    assert paired.ann.labels() == ["Keep", "Share…", "Discard", "Add a feeling"]


async def test_after_something_newer_the_bot_asks_whose_words_they_are(paired: House) -> None:
    """A text after Ben's words were opened is not guessed, and not lost."""
    await paired.post(paired.ben, "From Ben.")
    await paired.wait(hours=1)
    await asked(paired)
    await paired.tap(paired.ann, "Open")
    await paired.write(paired.ann, "Hm.")
    assert paired.ann.labels() == ["My answer to the question", "For Ben", "Only for me"]
    await paired.tap(paired.ann, "My answer")
    assert paired.ann.newest.text == KEPT
    await paired.write(paired.ann, "And this.")
    assert paired.ann.labels() == ["Keep", "Share…", "Discard", "Add a feeling"]


@pytest.mark.parametrize(("label", "text"), [("For Ben", "This is what Ben would read:"), ("Only for me", KEPT)])
async def test_words_may_be_for_the_partner_or_for_oneself(paired: House, label: str, text: str) -> None:
    """The other two ways of placing words."""
    await asked(paired)
    await paired.post(paired.ben, "From Ben.")
    await paired.until(9)
    await paired.tap(paired.ann, "Open")
    await paired.write(paired.ann, "Hm.")
    await paired.tap(paired.ann, label)
    assert paired.ann.newest.text.startswith(text)


async def test_a_note_is_a_draft_until_it_is_kept(paired: House) -> None:
    """A note is kept or discarded; discarding takes the person's own message with it."""
    await paired.command(paired.ann, "/note")
    sent = await paired.write(paired.ann, "A thought.")
    await paired.tap(paired.ann, "Keep")
    assert paired.ann.newest.text == KEPT
    second = await paired.write(paired.ann, "Another.")
    await paired.tap(paired.ann, "Discard")
    assert paired.ann.newest.text == "Gone."
    assert (sent in paired.ann.own, second in paired.ann.own) == (True, False)


async def test_a_note_is_one_whatever_else_is_open(paired: House) -> None:
    """After /note the words are a note, though a prompt is the newest thing; a command in between ends that."""
    await asked(paired)
    await paired.command(paired.ann, "/note")
    await paired.write(paired.ann, "A thought.")
    assert paired.ann.labels() == ["Keep", "Share…", "Discard", "Add a feeling"]
    await paired.command(paired.ann, "/note")
    await paired.command(paired.ann, "/help")
    await paired.write(paired.ann, "An answer.")
    assert paired.ann.newest.text == KEPT


async def test_old_and_foreign_drafts_are_left_alone(paired: House) -> None:
    """Buttons of what was discarded, or of somebody else's, do nothing."""
    await paired.write(paired.ann, "A thought.")
    message = paired.ann.newest
    for who in (paired.ben, paired.cleo):
        for _, data in message.buttons:
            await paired.press(who, data.partition(":")[0] + ":77", message.id)
    await paired.tap(paired.ann, "Discard")
    for _, data in message.buttons:
        await paired.press(paired.ann, data, message.id)
    assert paired.ann.toasts == [GONE] * 4
    assert paired.ben.toasts + paired.cleo.toasts == [GONE] * 8


async def test_what_is_on_its_way_cannot_be_discarded(paired: House) -> None:
    """A share is undone or taken back first; a preview goes with its draft."""
    await paired.write(paired.ann, "A thought.")
    draft = paired.ann.newest
    discard = draft.buttons[2][1]
    await paired.tap(paired.ann, "Share")
    preview, send = paired.ann.find("Send")
    await paired.press(paired.ann, send, preview.id)
    await paired.press(paired.ann, discard, draft.id)
    assert paired.ann.toasts == ["These words are on their way already."]
    await paired.tap(paired.ann, "Undo")
    await paired.tap(paired.ann, "Share")
    await paired.press(paired.ann, discard, draft.id)
    await paired.press(paired.ann, send, preview.id)
    assert paired.ann.toasts[1:] == [GONE]


async def test_before_a_first_pairing_nothing_can_be_shared(home: House) -> None:
    """Who never had a partner sees no *Share…*, and a made-up button is refused."""
    await home.agree(home.ann)
    await home.write(home.ann, "A thought.")
    assert home.ann.labels() == ["Keep", "Discard", "Add a feeling"]
    data = home.ann.newest.buttons[0][1].replace("keep", "share")
    await home.press(home.ann, data, home.ann.newest.id)
    assert home.ann.toasts == ["There is nobody to share with here. What you write stays with you."]


async def test_an_edit_changes_what_is_private(paired: House) -> None:
    """Editing the Telegram message edits the reflection; an edit that changes nothing does nothing."""
    sent = await paired.write(paired.ann, "A thougt.")
    before = list(paired.ann.log)
    await paired.edit(paired.ann, sent, "A thought.")
    await paired.edit(paired.ann, sent, " A thought. ")
    await paired.edit(paired.ann, 9999, "Of nothing.")
    assert paired.ann.log == before
    await paired.tap(paired.ann, "Share")
    assert "A thought." in paired.ann.newest.text
