"""Voice notes, pictures, songs and stickers: kept by id, shared on a preview, relayed on Open, taken down again."""

import dataclasses

import pytest

from bot.domain import model
from bot.usecases import deliveries, delivering, ports, reply
from tests.usecases.house import House, Phone

VOICE = reply.File(model.Media.VOICE, "AwAC-voice")
PHOTO = reply.File(model.Media.PHOTO, "AgAC-photo")
STICKER = reply.File(model.Media.STICKER, "CAAC-sticker")
UNHEARD = "About voice notes and pictures"


async def preview(home: House, file: reply.File, caption: str = "") -> None:
    """Let Ann bring something and look at its preview."""
    await home.bring(home.ann, file, caption)
    await home.tap(home.ann, "Share")


async def post(home: House, file: reply.File, caption: str = "") -> None:
    """Let Ann share something she brought."""
    await preview(home, file, caption)
    await home.tap(home.ann, "Send")
    await home.wait(minutes=10)


def relayed(who: Phone) -> list[reply.File]:
    """Return what stands on a phone beside words."""
    return [one.file for one in who.messages.values() if one.file is not None]


async def test_before_the_first_a_person_reads_that_nobody_listens(paired: House) -> None:
    """The line comes once, before the first is kept, and never again."""
    await paired.bring(paired.ann, VOICE)
    assert paired.ann.newest.text == "Only you can see this. What would you like to do with it?"
    assert sum(UNHEARD in one.text for one in paired.ann.messages.values()) == 1
    await paired.bring(paired.ann, PHOTO, "The lake.")
    assert sum(UNHEARD in one.text for one in paired.ann.messages.values()) == 1


async def test_what_is_brought_answers_the_newest_question(paired: House) -> None:
    """A voice note while a question is open is its answer, like words."""
    await paired.wait(days=1)
    await paired.until(20)
    message_id = await paired.bring(paired.ann, VOICE)
    assert paired.ann.newest.text == "Kept, for you alone."
    assert paired.ann.newest.reply_to == message_id
    ann = await paired.person(paired.ann)
    async with paired.store.begin() as tx:
        kept = await tx.reflection_by_message(ann.id, message_id)
    assert kept is not None
    assert (kept.media, kept.file_id, kept.words, kept.ask_id is None) == (VOICE.media, VOICE.id, "", False)


async def test_a_voice_note_is_relayed_on_open_and_not_before(paired: House) -> None:
    """It comes protected, below the words that announce it, and only once however often one taps."""
    await post(paired, VOICE)
    assert relayed(paired.ben) == []
    message, data = paired.ben.find("Open")
    await paired.press(paired.ben, data, message.id)
    await paired.press(paired.ben, data, message.id)
    assert relayed(paired.ben) == [VOICE]
    assert (paired.ben.newest.protected, paired.ben.newest.reply_to) == (True, message.id)
    assert paired.ben.messages[message.id].text == "From Ann:\n\nA voice note, just below.\n\nNo answer needed."


async def test_the_preview_of_a_voice_note_says_that_it_stays(paired: House) -> None:
    """Only what can be swapped or deleted later goes without the warning."""
    await preview(paired, VOICE)
    assert paired.ann.newest.text == (
        "This is what Ben would read:\n\nA voice note.\n\n“No answer needed.”\n\n"
        "After 48 hours it can't be removed from Ben's phone."
    )
    await paired.tap(paired.ann, "Show it to me")
    assert relayed(paired.ann) == [VOICE]
    await preview(paired, PHOTO, "The lake.")
    assert paired.ann.newest.text == (
        "This is what Ben would read:\n\nA photo.\n\nThe lake.\n\n“No answer needed.”"
    )


async def test_less_of_a_photo_is_its_caption(paired: House) -> None:
    """The words under a picture may go alone; all of it brings the picture back."""
    await preview(paired, PHOTO, "The lake.")
    await paired.tap(paired.ann, "Less")
    await paired.tap(paired.ann, "The lake.")
    assert "A photo." not in paired.ann.newest.text
    await paired.tap(paired.ann, "Less")
    await paired.tap(paired.ann, "All of it")
    assert "A photo.\n\nThe lake." in paired.ann.newest.text
    await paired.tap(paired.ann, "Less")
    await paired.tap(paired.ann, "The lake.")
    await paired.tap(paired.ann, "Send")
    await paired.wait(minutes=10)
    await paired.tap(paired.ben, "Open")
    assert relayed(paired.ben) == []
    assert paired.ben.has("The lake.")


@pytest.mark.parametrize("file", [VOICE, PHOTO])
async def test_taken_back_within_two_days_it_is_deleted(paired: House, file: reply.File) -> None:
    """Neither the words nor what came with them stay on the reader's phone."""
    await post(paired, file, "This.")
    await paired.tap(paired.ben, "Open")
    before = len(paired.ben.messages)
    await paired.tap(paired.ann, "Take it back")
    assert relayed(paired.ben) == []
    assert len(paired.ben.messages) == before - 2


async def test_taken_back_later_a_picture_is_swapped_and_a_voice_note_stays(paired: House) -> None:
    """After Telegram's limit a plain picture stands where the photo was; voice cannot be removed."""
    for file in (PHOTO, VOICE):
        await post(paired, file)
        await paired.tap(paired.ben, "Open")
        await paired.wait(hours=48)
        await paired.tap(paired.ann, "Take it back")
    assert relayed(paired.ben) == [reply.File(model.Media.PHOTO), VOICE]


async def test_folded_away_it_goes_and_opened_again_it_comes(paired: House) -> None:
    """Nothing intimate lies below a cover; another Open brings it back."""
    await post(paired, VOICE)
    await paired.tap(paired.ben, "Open")
    await paired.tap(paired.ben, "Fold away")
    assert relayed(paired.ben) == []
    await paired.tap(paired.ben, "Open")
    assert relayed(paired.ben) == [VOICE]


async def test_the_next_one_takes_the_last_one_down(paired: House) -> None:
    """In one notice one thing is open at a time."""
    await post(paired, VOICE)
    await post(paired, PHOTO)
    await paired.tap(paired.ben, "Open")
    await paired.tap(paired.ben, "Next")
    assert relayed(paired.ben) == [PHOTO]


async def test_who_bars_voice_messages_alone_learns_how_to_let_it_through(paired: House) -> None:
    """The reader reads what to change and opens again; the author's phone shows nothing of it."""
    await post(paired, VOICE)
    seen = list(paired.ann.log)
    paired.outcome = lambda delivery: (
        deliveries.Refused(deliveries.VOICE_BARRED) if delivery.row.kind is model.Kind.RELAY else None
    )
    await paired.tap(paired.ben, "Open")
    assert "keeps voice messages away" in paired.ben.newest.text
    assert paired.ben.labels() == ["Open", "Fold away"]
    await paired.tap(paired.ben, "Open")
    assert "keeps voice messages away" in paired.ben.newest.text
    paired.outcome = lambda _delivery: None
    await paired.tap(paired.ben, "Open")
    assert relayed(paired.ben) == [VOICE]
    assert paired.ann.log == seen


async def test_an_unknown_outcome_is_never_sent_again_by_itself(paired: House) -> None:
    """What may have arrived is not doubled; Fold away and Open have it once more."""
    await post(paired, STICKER)
    paired.outcome = lambda delivery: deliveries.Unknown() if delivery.row.kind is model.Kind.RELAY else None
    await paired.tap(paired.ben, "Open")
    paired.outcome = lambda _delivery: None
    await paired.wait(hours=2)
    assert relayed(paired.ben) == []
    await paired.tap(paired.ben, "Fold away")
    await paired.tap(paired.ben, "Open")
    assert relayed(paired.ben) == [STICKER]


@pytest.mark.parametrize("by", ["Take it back", "Fold away"])
async def test_gone_while_it_was_on_its_way_it_goes_again(paired: House, by: str) -> None:
    """What was taken back or folded away while the file was in flight is taken down as soon as it has landed."""
    await post(paired, VOICE)
    flying: list[deliveries.Delivery] = []

    def hold(delivery: deliveries.Delivery) -> deliveries.Outcome | None:
        if delivery.row.kind is not model.Kind.RELAY:
            return None
        flying.append(delivery)
        return deliveries.Unknown()

    paired.outcome = hold
    await paired.tap(paired.ben, "Open")
    paired.outcome = lambda _delivery: None
    await paired.tap(paired.ann if by == "Take it back" else paired.ben, by)
    landed = paired.ben.say(flying[0].screen or reply.Screen(()))
    async with paired.store.begin() as tx:
        noted = ports.ChatMessage(
            person_id=flying[0].row.person_id, message_id=landed, incoming=False, at=paired.now
        )
        await tx.note_messages([noted])
        await delivering.conclude(tx, flying[0].row, deliveries.Accepted(landed), paired.now)
    await paired.deliver()
    assert relayed(paired.ben) == []


async def test_a_new_caption_changes_the_preview(paired: House) -> None:
    """Editing what stands below a picture edits the reflection while it is private, and stops what cools."""
    message_id = await paired.bring(paired.ann, PHOTO, "The lake.")
    await paired.tap(paired.ann, "Share")
    await paired.tap(paired.ann, "Send")
    await paired.edit(paired.ann, message_id, "The sea.", PHOTO)
    assert "A photo.\n\nThe sea." in paired.ann.newest.text
    await paired.wait(minutes=20)
    assert not paired.ben.has("There is something")


async def test_tidy_deletes_ones_own_message_once_it_is_kept(paired: House) -> None:
    """What was brought or typed goes from the chat as soon as it is kept, and can still be shown and shared."""
    ann = await paired.person(paired.ann)
    await paired.change(paired.ann, choices=dataclasses.replace(ann.choices, tidy=True))
    brought = await paired.bring(paired.ann, VOICE)
    await paired.tap(paired.ann, "Share")
    typed = await paired.write(paired.ann, "A thought.")
    await paired.tap(paired.ann, "Keep")
    assert {brought, typed}.isdisjoint(paired.ann.own)
    await paired.wait(days=1)
    await paired.until(20)
    answer = await paired.write(paired.ann, "An answer.")
    assert answer not in paired.ann.own


async def test_tidy_deletes_a_typed_acknowledgement_too(paired: House) -> None:
    """What somebody wrote to receive with goes from their chat as soon as it is on its way."""
    ben = await paired.person(paired.ben)
    await paired.change(paired.ben, choices=dataclasses.replace(ben.choices, tidy=True))
    await paired.post(paired.ann, "Hello.")
    for label in ("Open", "Other words", "Write my own"):
        await paired.tap(paired.ben, label)
    typed = await paired.write(paired.ben, "Glad you said it.")
    assert typed not in paired.ben.own
    assert paired.ben.has("Glad you said it.")


async def test_the_journal_plays_it_again(paired: House) -> None:
    """A kept voice note can be heard again from its entry, and be hidden again."""
    await paired.bring(paired.ann, VOICE)
    await paired.command(paired.ann, "/journal")
    await paired.tap(paired.ann, "1")
    await paired.tap(paired.ann, "Show it to me")
    shown = paired.ann.newest
    assert (shown.file, shown.buttons) == (VOICE, (("Hide", "hide:0"),))
    await paired.tap(paired.ann, "Hide")
    assert shown.id not in paired.ann.messages


async def test_words_alone_are_not_played(paired: House) -> None:
    """A made-up tap on an entry of words finds nothing to play."""
    await paired.write(paired.ann, "The lake.")
    await paired.press(paired.ann, "entry-show:1", paired.ann.newest.id)
    assert paired.ann.toasts[-1] == "There is nothing here any more."
