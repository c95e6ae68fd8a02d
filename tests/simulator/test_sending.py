"""What reaches a phone, and what Telegram refuses to carry."""

from typing import Any

import pytest

from bot.simulator import errors, files, person, world

ONE_BUTTON = {"inline_keyboard": [[{"text": "Share…", "callback_data": "share:1"}]]}


async def test_nobody_hears_from_a_bot_before_writing_to_it(telegram_world: world.World, line: Any) -> None:
    """A bot cannot write first."""
    stranger = telegram_world.person("Ann")
    assert await line.no("sendMessage", chat_id=stranger.id, text="hi") == "Bad Request: chat not found"


async def test_words_reach_the_phone(ann: person.Person, line: Any) -> None:
    """What is sent is what the phone shows, and the answer describes it."""
    sent = await line.ok("sendMessage", chat_id=ann.id, text="Hello", reply_markup=ONE_BUTTON)
    assert (sent["message_id"], sent["text"]) == (ann.last.id, "Hello")
    assert ann.screen() == "Ann: /start\nNearer: Hello\n  [Share…]"


async def test_a_number_stays_a_text(ann: person.Person, line: Any) -> None:
    """The text 123 is not taken for a number."""
    await line.ok("sendMessage", chat_id=ann.id, text="123")
    assert ann.last.text == "123"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("  \n ", "message text is empty"),
        ("", "message text is empty"),
        ("x" * 4097, "message is too long"),
        ("🙂" * 2049, "message is too long"),
    ],
)
async def test_a_text_has_a_length(ann: person.Person, line: Any, text: str, words: str) -> None:
    """Nothing and too much are refused, counted in UTF-16 units."""
    assert await line.no("sendMessage", chat_id=ann.id, text=text) == f"Bad Request: {words}"


async def test_the_longest_text_passes(ann: person.Person, line: Any) -> None:
    """4096 units after trimming are carried."""
    await line.ok("sendMessage", chat_id=ann.id, text=" " + "🙂" * 2048 + "\n")
    assert ann.last.text == "🙂" * 2048


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": "x", "callback_data": "é" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "url": "not an address"}, "BUTTON_URL_INVALID"),
        ({"text": "x", "url": "javascript://x.y"}, "BUTTON_URL_INVALID"),
        ({"text": "x", "copy_text": {"text": "y" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"text": "x", "callback_data": "a", "style": "purple"}, "BUTTON_STYLE_INVALID"),
        (
            {"text": "x"},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"text": " ", "callback_data": "a"}, "can't parse inline keyboard button: text must be non-empty"),
    ],
)
async def test_a_bad_button_is_refused(
    ann: person.Person,
    line: Any,
    button: dict[str, Any],
    words: str,
) -> None:
    """Data is 1 to 64 bytes, an address is one, and a button does exactly one thing."""
    refusal = await line.no("sendMessage", chat_id=ann.id, text="x", reply_markup={"inline_keyboard": [[button]]})
    assert refusal == f"Bad Request: {words}"


async def test_a_keyboard_ends_at_a_hundred_buttons(ann: person.Person, line: Any) -> None:
    """The hundred and first button is too many."""
    row = [{"text": "x", "callback_data": "x"}]
    refusal = await line.no("sendMessage", chat_id=ann.id, text="x", reply_markup={"inline_keyboard": [row] * 101})
    assert refusal == "Bad Request: REPLY_MARKUP_TOO_LONG"


async def test_who_blocked_the_bot_is_left_alone(ann: person.Person, line: Any) -> None:
    """A blocked bot reads 403 until it is unblocked."""
    await ann.block()
    assert await line.no("sendMessage", chat_id=ann.id, text="x") == "Forbidden: bot was blocked by the user"
    await ann.unblock()
    await line.ok("sendMessage", chat_id=ann.id, text="x")


async def test_a_closed_account_cannot_be_written_to(ann: person.Person, line: Any) -> None:
    """A deleted account reads 403 with its own words."""
    await ann.close_account()
    assert await line.no("sendMessage", chat_id=ann.id, text="x") == "Forbidden: user is deactivated"


async def test_a_reply_hangs_on_what_it_answers(ann: person.Person, line: Any) -> None:
    """A reply carries what it answers; a missing message is refused unless that is allowed."""
    said = await ann.send("hi")
    sent = await line.ok("sendMessage", chat_id=ann.id, text="x", reply_parameters={"message_id": said.id})
    assert (ann.last.reply_to, sent["reply_to_message"]["text"]) == (said.id, "hi")
    gone: dict[str, Any] = {"message_id": 999}
    refusal = await line.no("sendMessage", chat_id=ann.id, text="x", reply_parameters=gone)
    assert refusal == "Bad Request: message to be replied not found"
    await line.ok(
        "sendMessage", chat_id=ann.id, text="y", reply_parameters={**gone, "allow_sending_without_reply": True}
    )
    assert (ann.last.text, ann.last.reply_to) == ("y", None)


async def test_protected_words_are_neither_copied_nor_forwarded(
    ann: person.Person,
    ben: person.Person,
    line: Any,
) -> None:
    """What was sent protected says so, and stays where it is."""
    sent = await line.ok("sendMessage", chat_id=ann.id, text="x", protect_content=True)
    source = {"chat_id": ben.id, "from_chat_id": ann.id, "message_id": sent["message_id"]}
    assert sent["has_protected_content"] is True
    assert await line.no("copyMessage", **source) == "Bad Request: message can't be copied"
    assert await line.no("forwardMessage", **source) == "Bad Request: message can't be forwarded"


async def test_a_copy_has_no_origin_and_a_forward_has(
    ann: person.Person,
    ben: person.Person,
    line: Any,
) -> None:
    """A copy looks like the bot's own words, a forward names their author."""
    said = await ann.send("hi")
    source = {"chat_id": ben.id, "from_chat_id": ann.id, "message_id": said.id}
    copied = await line.ok("copyMessage", **source)
    assert (copied, ben.last.text, ben.last.forwarded_from) == ({"message_id": ben.last.id}, "hi", None)
    forwarded = await line.ok("forwardMessage", **source)
    assert forwarded["forward_origin"]["sender_user"]["first_name"] == "Ann"


async def test_a_picture_is_uploaded_once_and_sent_again_by_its_id(
    ann: person.Person,
    ben: person.Person,
    line: Any,
) -> None:
    """A file id goes on working in any chat, as the kind of file it is."""
    upload = {"picture": ("look.png", files.picture(), "image/png")}
    sent = await line.ok("sendPhoto", upload, chat_id=ann.id, photo="attach://picture", caption="look")
    assert (sent["photo"][0]["width"], ann.last.caption) == (96, "look")
    file_id = sent["photo"][-1]["file_id"]
    await line.ok("sendPhoto", chat_id=ben.id, photo=file_id)
    assert ben.last.file_id == file_id
    refusal = await line.no("sendVoice", chat_id=ben.id, voice=file_id)
    assert refusal == "Bad Request: can't use file of type Photo as VoiceNote"
    refusal = await line.no("sendPhoto", chat_id=ben.id, photo="nothing")
    assert refusal == "Bad Request: wrong file identifier/HTTP URL specified"


async def test_what_is_no_picture_is_not_sent_as_one(ann: person.Person, line: Any) -> None:
    """Bytes that no picture starts with are refused."""
    refusal = await line.no("sendPhoto", {"photo": ("x.png", b"words", "image/png")}, chat_id=ann.id)
    assert refusal == "Bad Request: IMAGE_PROCESS_FAILED"


async def test_a_caption_has_a_length(ann: person.Person, line: Any) -> None:
    """A caption ends at 1024 units."""
    upload = {"document": ("a.txt", b"words", "text/plain")}
    refusal = await line.no("sendDocument", upload, chat_id=ann.id, caption="x" * 1025)
    assert refusal == "Bad Request: message caption is too long"
    await line.ok("sendDocument", upload, chat_id=ann.id, caption="x" * 1024)
    assert ann.last.media["file_name"] == "a.txt"


async def test_voice_can_be_barred(ann: person.Person, ben: person.Person, line: Any) -> None:
    """Who bars voice gets none, neither sent nor copied, and everything else."""
    said = await ann.voice(seconds=7)
    ben.bars_voice = True
    refused = "Bad Request: VOICE_MESSAGES_FORBIDDEN"
    assert await line.no("sendVoice", chat_id=ben.id, voice=said.file_id) == refused
    assert await line.no("copyMessage", chat_id=ben.id, from_chat_id=ann.id, message_id=said.id) == refused
    ben.bars_voice = False
    await line.ok("sendVoice", chat_id=ben.id, voice=said.file_id)
    assert ben.screen().splitlines()[-1] == "Nearer: 🎤 7 s"


async def test_a_lock_screen_shows_what_came_and_whether_it_rang(ann: person.Person, line: Any) -> None:
    """Every message shows on the lock screen, a silent one marked; an edit does not."""
    sent = await line.ok("sendMessage", chat_id=ann.id, text="loud")
    await line.ok("sendMessage", chat_id=ann.id, text="soft", disable_notification=True)
    await line.ok("editMessageText", chat_id=ann.id, message_id=sent["message_id"], text="changed")
    assert [(one.text, one.silent) for one in ann.notifications] == [("loud", False), ("soft", True)]


async def test_a_foreign_parameter_is_written_down(
    ann: person.Person, telegram_world: world.World, line: Any
) -> None:
    """A parameter that Telegram does not know is ignored, as there, and counts as a violation."""
    await line.ok("sendMessage", chat_id=ann.id, text="x", colour="blue")
    assert telegram_world.violations == ["sendMessage: unknown parameter colour"]


async def test_a_reply_keyboard_replaces_the_phones_keys(ann: person.Person, line: Any) -> None:
    """Keys stay until they are removed."""
    await line.ok("sendMessage", chat_id=ann.id, text="x", reply_markup={"keyboard": [["Yes", {"text": "No"}]]})
    assert ann.chat.reply_keyboard == (("Yes", "No"),)
    await line.ok("sendMessage", chat_id=ann.id, text="x", reply_markup={"remove_keyboard": True})
    assert list(ann.chat.reply_keyboard) == []


async def test_a_copy_may_carry_another_caption(ann: person.Person, ben: person.Person, line: Any) -> None:
    """A caption given with the copy replaces that of the original, an empty one takes it away."""
    said = await ann.photo("mine")
    source = {"chat_id": ben.id, "from_chat_id": ann.id, "message_id": said.id}
    await line.ok("copyMessage", **source)
    await line.ok("copyMessage", **source, caption="yours")
    await line.ok("copyMessage", **source, caption="")
    assert [message.caption for message in ben.inbox] == ["mine", "yours", None]


async def test_songs_and_stickers_keep_what_is_told_of_them(ann: person.Person, line: Any) -> None:
    """A song has its length, title and performer; a sticker is a sticker again by its id."""
    upload = {"audio": ("song.mp3", b"ID3", "audio/mpeg")}
    sent = await line.ok("sendAudio", upload, chat_id=ann.id, duration=61, title="Rain", performer="Kim")
    told = {name: sent["audio"][name] for name in ("duration", "title", "performer", "file_name")}
    assert told == {"duration": 61, "title": "Rain", "performer": "Kim", "file_name": "song.mp3"}
    sticker = await ann.sticker()
    await line.ok("sendSticker", chat_id=ann.id, sticker=sticker.file_id)
    assert (ann.last.kind, ann.last.file_id) == ("sticker", sticker.file_id)
    await line.ok("sendSticker", {"sticker": ("a.webp", b"RIFF\0\0\0\0WEBP", "image/webp")}, chat_id=ann.id)
    assert ann.last.media["type"] == "regular"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "there is no photo in the request"),
        ({"photo": "https://example.org/a.png"}, "failed to get HTTP URL content"),
    ],
)
async def test_a_picture_comes_from_the_request_alone(
    ann: person.Person,
    line: Any,
    values: dict[str, str],
    words: str,
) -> None:
    """Nothing is fetched from anywhere, and no picture is none."""
    assert await line.no("sendPhoto", chat_id=ann.id, **values) == f"Bad Request: {words}"


async def test_an_empty_file_is_refused(ann: person.Person, line: Any) -> None:
    """A file has at least one byte."""
    refusal = await line.no("sendDocument", {"document": ("a", b"", "text/plain")}, chat_id=ann.id)
    assert refusal == "Bad Request: file must be non-empty"


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (files.picture(30, 20), (30, 20)),
        (b"GIF89a\x1e\x00\x14\x00", (30, 20)),
        (b"RIFF\0\0\0\0WEBPVP8 ", (512, 512)),
        (b"\xff\xd8\xff\xe0\x00\x04JF\xff\xc0\x00\x0b\x08\x00\x14\x00\x1e\x03", (30, 20)),
    ],
)
def test_a_picture_tells_its_size(content: bytes, size: tuple[int, int]) -> None:
    """PNG, GIF, WebP and JPEG are known by their first bytes."""
    assert files.dimensions(content) == size


def test_a_picture_has_reasonable_sides() -> None:
    """A strip that is far longer than wide is refused."""
    with pytest.raises(errors.ApiError, match="PHOTO_INVALID_DIMENSIONS"):
        files.dimensions(files.picture(100, 4))


async def test_a_reply_markup_of_no_kind_is_refused(ann: person.Person, line: Any) -> None:
    """A markup that is neither keyboard nor its removal is written down and refused."""
    refusal = await line.no("sendMessage", chat_id=ann.id, text="x", reply_markup={"rows": []})
    assert refusal == "Bad Request: object expected as reply markup"
    assert line.wire.world.violations == ["sendMessage: reply_markup of no known kind: {'rows': []}"]


async def test_a_chat_is_named_by_its_number(ann: person.Person, line: Any) -> None:
    """Private chats have no public name, and a request names its chat."""
    assert await line.no("sendMessage", chat_id="@ann", text="x") == "Bad Request: chat not found"
    assert await line.no("sendMessage", text="x") == "Bad Request: chat_id is empty"
    known = await line.ok("getChat", chat_id=ann.id)
    assert (known["username"], "has_restricted_voice_and_video_messages" in known) == ("ann", False)
    ann.bars_voice = True
    known = await line.ok("getChat", chat_id=ann.id)
    assert known["has_restricted_voice_and_video_messages"] is True
