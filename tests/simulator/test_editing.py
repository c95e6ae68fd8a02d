"""What can still be changed on a phone, and for how long."""

import datetime as dt
from typing import Any

import pytest

from bot import clock
from bot.simulator import files, person, world

BUTTONS = {"inline_keyboard": [[{"text": "Open", "callback_data": "open:1"}]]}
SAME = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


async def test_an_edit_replaces_words_and_drops_the_keyboard(ann: person.Person, line: Any) -> None:
    """An edit of the words without reply_markup leaves no buttons."""
    sent = await line.ok("sendMessage", chat_id=ann.id, text="a", reply_markup=BUTTONS)
    edited = await line.ok("editMessageText", chat_id=ann.id, message_id=sent["message_id"], text="b")
    assert (ann.last.text, ann.buttons, "edit_date" in edited) == ("b", [], True)


async def test_an_edit_to_the_same_is_refused(ann: person.Person, line: Any) -> None:
    """Same words and same buttons are no edit; a changed button is one."""
    sent = await line.ok("sendMessage", chat_id=ann.id, text="a", reply_markup=BUTTONS)
    where = {"chat_id": ann.id, "message_id": sent["message_id"]}
    assert await line.no("editMessageText", **where, text=" a ", reply_markup=BUTTONS) == SAME
    assert await line.no("editMessageReplyMarkup", **where, reply_markup=BUTTONS) == SAME
    await line.ok("editMessageReplyMarkup", **where)
    assert (ann.last.text, ann.buttons) == ("a", [])


async def test_only_inline_buttons_stand_under_an_edited_message(ann: person.Person, line: Any) -> None:
    """Keys beside the typing box cannot be brought by an edit."""
    sent = await line.ok("sendMessage", chat_id=ann.id, text="a")
    where = {"chat_id": ann.id, "message_id": sent["message_id"], "reply_markup": {"keyboard": [["Yes"]]}}
    assert await line.no("editMessageText", **where, text="b") == "Bad Request: inline keyboard expected"


async def test_only_what_the_bot_wrote_and_is_there_can_be_edited(ann: person.Person, line: Any) -> None:
    """A person's words, a missing message, a deleted one and no message at all have their own words."""
    said = await ann.send("hi")
    where = {"chat_id": ann.id, "text": "x"}
    assert await line.no("editMessageText", **where, message_id=said.id) == "Bad Request: message can't be edited"
    missing = "Bad Request: message to edit not found"
    assert await line.no("editMessageText", **where, message_id=99999) == missing
    unnamed = "Bad Request: message identifier is not specified"
    assert await line.no("editMessageText", **where) == unnamed
    sent = await line.ok("sendMessage", **where)
    await line.ok("deleteMessage", chat_id=ann.id, message_id=sent["message_id"])
    assert await line.no("editMessageText", **where, message_id=sent["message_id"]) == missing


async def test_what_a_person_deleted_cannot_be_edited(ann: person.Person, line: Any) -> None:
    """A message that the person removed for both sides is invalid, and the bot was not told."""
    sent = await line.ok("sendMessage", chat_id=ann.id, text="a")
    await ann.delete(ann.last)
    refusal = await line.no("editMessageText", chat_id=ann.id, message_id=sent["message_id"], text="b")
    assert refusal == "Bad Request: MESSAGE_ID_INVALID"
    assert [list(update)[1] for update in await line.ok("getUpdates")] == ["message"]


async def test_words_and_captions_are_edited_apart(ann: person.Person, line: Any) -> None:
    """A text has no caption, a picture has no text."""
    upload = {"photo": ("a.png", files.picture(), "image/png")}
    picture = await line.ok("sendPhoto", upload, chat_id=ann.id, caption="a")
    where = {"chat_id": ann.id, "message_id": picture["message_id"]}
    refusal = await line.no("editMessageText", **where, text="b")
    assert refusal == "Bad Request: there is no text in the message to edit"
    await line.ok("editMessageCaption", **where, caption="b")
    assert ann.last.caption == "b"
    text = await line.ok("sendMessage", chat_id=ann.id, text="a")
    refusal = await line.no("editMessageCaption", chat_id=ann.id, message_id=text["message_id"], caption="b")
    assert refusal == "Bad Request: there is no caption in the message to edit"


async def test_a_picture_can_be_swapped_and_a_voice_note_cannot(
    ann: person.Person,
    ben: person.Person,
    line: Any,
) -> None:
    """A photo gives way to another one; a voice note stays what it is."""
    photo, voice = await ben.photo(), await ben.voice()
    shown = await line.ok("sendPhoto", chat_id=ann.id, photo=photo.file_id, caption="a")
    plain = {"blank": ("b.png", files.picture(10, 10), "image/png")}
    media = {"type": "photo", "media": "attach://blank"}
    await line.ok("editMessageMedia", plain, chat_id=ann.id, message_id=shown["message_id"], media=media)
    assert (ann.last.file_id != photo.file_id, ann.last.caption) == (True, None)
    heard = await line.ok("sendVoice", chat_id=ann.id, voice=voice.file_id)
    refusal = await line.no("editMessageMedia", plain, chat_id=ann.id, message_id=heard["message_id"], media=media)
    assert refusal == "Bad Request: message can't be edited"


async def _one_more(ann: person.Person, line: Any, whose: str) -> int:
    if whose == "person":
        return (await ann.send("a")).id
    sent = await line.ok("sendMessage", chat_id=ann.id, text="a")
    return int(sent["message_id"])


@pytest.mark.parametrize("whose", ["bot", "person"])
async def test_deletion_ends_after_two_days(
    ann: person.Person,
    line: Any,
    time: clock.ManualClock,
    whose: str,
) -> None:
    """Up to 48 hours either side's message can be deleted, from then on it stays."""
    early, late = [await _one_more(ann, line, whose) for _ in range(2)]
    time.advance(dt.timedelta(hours=47, minutes=59))
    assert await line.ok("deleteMessage", chat_id=ann.id, message_id=early) is True
    again = await line.no("deleteMessage", chat_id=ann.id, message_id=early)
    assert again == "Bad Request: message to delete not found"
    time.advance(dt.timedelta(minutes=1))
    refusal = await line.no("deleteMessage", chat_id=ann.id, message_id=late)
    assert refusal == "Bad Request: message can't be deleted for everyone"


async def test_an_old_message_of_the_bot_can_still_be_edited(
    ann: person.Person,
    line: Any,
    time: clock.ManualClock,
) -> None:
    """Editing one's own words in a private chat has no end."""
    sent = await line.ok("sendMessage", chat_id=ann.id, text="a")
    time.advance(dt.timedelta(days=400))
    await line.ok("editMessageText", chat_id=ann.id, message_id=sent["message_id"], text="b")
    assert ann.last.edited_at == time.now()


async def test_many_are_deleted_at_once_and_the_missing_are_passed_over(ann: person.Person, line: Any) -> None:
    """Up to a hundred ids, gone ones among them; none or more are refused."""
    ids = [(await ann.send(text)).id for text in "abc"]
    assert await line.ok("deleteMessages", chat_id=ann.id, message_ids=[*ids, 424242]) is True
    assert ann.screen() == "Ann: /start"
    refusal = await line.no("deleteMessages", chat_id=ann.id, message_ids=list(range(1, 102)))
    assert refusal == "Bad Request: too many message identifiers specified"


async def test_a_reaction_is_one_of_telegrams_own(ann: person.Person, line: Any) -> None:
    """One known emoji sticks, another replaces it, foreign ones and two at once are refused."""
    said = await ann.send("hi")
    where = {"chat_id": ann.id, "message_id": said.id}
    await line.ok("setMessageReaction", **where, reaction=[{"type": "emoji", "emoji": "✍"}])
    assert said.reactions == ("✍",)
    refusal = await line.no("setMessageReaction", **where, reaction=[{"type": "emoji", "emoji": "🧦"}])
    assert refusal == "Bad Request: REACTION_INVALID"
    two = [{"type": "emoji", "emoji": emoji} for emoji in "👍👎"]
    assert await line.no("setMessageReaction", **where, reaction=two) == "Bad Request: REACTIONS_TOO_MANY"
    await line.ok("setMessageReaction", **where, reaction=[])
    assert list(said.reactions) == []


async def test_an_action_shows_until_the_next_message(ann: person.Person, line: Any) -> None:
    """The bot may show that it is typing, in Telegram's words for it."""
    await line.ok("sendChatAction", chat_id=ann.id, action="typing")
    assert ann.chat.action is not None
    await line.ok("sendMessage", chat_id=ann.id, text="a")
    assert ann.chat.action is None
    refusal = await line.no("sendChatAction", chat_id=ann.id, action="thinking")
    assert refusal == "Bad Request: wrong parameter action in request"


async def test_the_log_keeps_what_every_phone_received(
    ann: person.Person,
    telegram_world: world.World,
    line: Any,
    time: clock.ManualClock,
) -> None:
    """Each sending, edit and deletion is one entry with its time and the words of that moment."""
    sent = await line.ok("sendMessage", chat_id=ann.id, text="a")
    time.advance(dt.timedelta(minutes=1))
    await line.ok("editMessageText", chat_id=ann.id, message_id=sent["message_id"], text="b")
    await line.ok("deleteMessage", chat_id=ann.id, message_id=sent["message_id"])
    told = [(entry.event, entry.message.text) for entry in telegram_world.log if entry.message]
    assert told == [("sent", "a"), ("edited", "b"), ("deleted", "b")]
    assert telegram_world.log[1].at - telegram_world.log[0].at == dt.timedelta(minutes=1)
