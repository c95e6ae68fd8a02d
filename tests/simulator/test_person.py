"""A person with a phone: every act becomes the update that Telegram would send."""

import asyncio
from typing import Any

import pytest

from bot.simulator import files, person, world


def _keyboard(*texts: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": text, "callback_data": f"do:{text}"}] for text in texts]}


async def _newest(line: Any) -> Any:
    return (await line.ok("getUpdates", offset=-1))[0]


async def test_a_command_is_marked_as_one(ann: person.Person, line: Any) -> None:
    """A message says who, where, when, what, and where its command stands."""
    update = await _newest(line)
    account = {"id": ann.id, "is_bot": False, "first_name": "Ann", "username": "ann", "language_code": "en"}
    assert update["message"] == {
        "message_id": 1,
        "from": account,
        "chat": {"id": ann.id, "first_name": "Ann", "username": "ann", "type": "private"},
        "date": 1767268800,
        "text": "/start",
        "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
    }


async def test_a_tap_becomes_a_callback(ann: person.Person, line: Any) -> None:
    """A tap tells whose button with which data was tapped, under which message."""
    await line.ok("sendMessage", chat_id=ann.id, text="x", reply_markup=_keyboard("Share…"))
    await ann.tap("Share…")
    query = (await _newest(line))["callback_query"]
    assert (query["data"], query["message"]["message_id"], query["from"]["id"]) == (
        "do:Share…",
        ann.last.id,
        ann.id,
    )


@pytest.mark.parametrize(
    ("wanted", "tapped"),
    [
        ("Share", "Share"),  # exact words, though in the older message
        ("Share with", "Share with \u2068Sam\u2069"),
        ("Share with Sam", "Share with \u2068Sam\u2069"),
        ("sam", "Share with \u2068Sam\u2069"),
        ("Not", "Not today"),
    ],
)
async def test_a_button_is_found_by_its_words(ann: person.Person, line: Any, wanted: str, tapped: str) -> None:
    """Exact words first, then beginnings, then parts, newest first; invisible marks do not matter."""
    await line.ok("sendMessage", chat_id=ann.id, text="old", reply_markup=_keyboard("Share", "Not today"))
    names = _keyboard("Share with \u2068Sam\u2069")
    await line.ok("sendMessage", chat_id=ann.id, text="new", reply_markup=names)
    assert (await ann.tap(wanted)).text == tapped


async def test_a_missing_button_shows_the_screen(ann: person.Person, line: Any) -> None:
    """Who looks for a button that is not there reads what is."""
    await line.ok("sendMessage", chat_id=ann.id, text="Hello", reply_markup=_keyboard("Yes"))
    with pytest.raises(person.NotOnScreenError, match=r"no button 'No'(.|\n)*Hello\n  \[Yes\]"):
        await ann.tap("No")


async def test_a_link_to_the_bot_starts_it_with_its_token(telegram_world: world.World, line: Any) -> None:
    """A stranger who opens an invitation sends /start with its token; other links are only visited."""
    ben = telegram_world.person("Ben")
    assert await ben.open("https://example.org/start") is None
    await ben.open("https://t.me/nearer_bot?start=abc_-1")
    assert (await _newest(line))["message"]["text"] == "/start abc_-1"
    await ben.open("tg://resolve?domain=nearer_bot&start=def")
    assert (await _newest(line))["message"]["text"] == "/start def"
    assert len(ben.visited) == 3


async def test_a_button_with_an_address_is_followed(ann: person.Person, line: Any) -> None:
    """Tapping a link button opens its address, a copy button fills the clipboard, and the bot is not told."""
    buttons = [
        [{"text": "Tell", "url": "https://t.me/share/url?url=x"}],
        [{"text": "Copy", "copy_text": {"text": "c"}}],
    ]
    await line.ok("sendMessage", chat_id=ann.id, text="x", reply_markup={"inline_keyboard": buttons})
    await ann.tap("Tell")
    await ann.tap("Copy")
    assert (ann.visited, ann.clipboard) == (["https://t.me/share/url?url=x"], "c")
    assert "message" in await _newest(line)


async def test_every_kind_of_content_has_its_shape(ann: person.Person, line: Any) -> None:
    """Voice, photo, song, sticker, video, file, place, card and poll arrive under their own names."""
    acts = (
        ann.voice,
        ann.photo,
        ann.audio,
        ann.sticker,
        ann.video,
        ann.document,
        ann.location,
        ann.contact,
        ann.poll,
    )
    for act in acts:
        await act()
        assert act.__name__ in (await _newest(line))["message"]


async def test_content_of_the_future_arrives_too(ann: person.Person, line: Any) -> None:
    """A kind that nobody knows comes as a message of that kind."""
    await ann.anything("hologram", {"depth": 3})
    assert (await _newest(line))["message"]["hologram"] == {"depth": 3}


async def test_what_a_person_sends_can_be_downloaded(ann: person.Person, line: Any) -> None:
    """A file's path leads to exactly the bytes that were sent."""
    said = await ann.photo("look", content=files.picture(7, 5))
    known = await line.ok("getFile", file_id=said.file_id)
    token = line.wire.world.token.replace(":", "%3A")
    got = await line.wire.post(f"http://telegram.test/file/bot{token}/{known['file_path']}", {}, {}, 5.0)
    assert got == (200, files.picture(7, 5))
    assert (await line.wire.download(line.wire.world.token, "photos/none.jpg"))[0] == 404


async def test_an_edit_of_ones_own_words_is_told(ann: person.Person, line: Any) -> None:
    """The edited message comes with its new words and the time of the edit."""
    said = await ann.send("a")
    await ann.edit(said, "b")
    edited = (await _newest(line))["edited_message"]
    assert (edited["message_id"], edited["text"], "edit_date" in edited) == (said.id, "b", True)


async def test_a_reply_carries_what_it_answers(ann: person.Person, line: Any) -> None:
    """A person's reply holds the message it hangs on."""
    await line.ok("sendMessage", chat_id=ann.id, text="question")
    await ann.reply(ann.last, "answer")
    assert (await _newest(line))["message"]["reply_to_message"]["text"] == "question"


async def test_deleting_and_reacting_reach_no_bot(ann: person.Person, telegram_world: world.World) -> None:
    """What a person deletes or reacts to in a private chat stays between them and the phone."""
    said = await ann.send("a")
    waiting = len(telegram_world.updates)
    await ann.react(said, "👍")
    assert said.reactions == ("👍",)
    await ann.delete(said)
    assert (len(telegram_world.updates), ann.screen()) == (waiting, "Ann: /start")


async def test_blocking_is_told_and_ends_writing(ann: person.Person, line: Any) -> None:
    """The bot learns of the block, the phone offers no way to write, START ends it and is told too."""
    await ann.block()
    change = (await _newest(line))["my_chat_member"]
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == ("member", "kicked")
    with pytest.raises(person.BlockedError):
        await ann.send("hi")
    await ann.press_start()
    back, start = (await line.ok("getUpdates"))[-2:]
    assert back["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert start["message"]["text"] == "/start"


@pytest.mark.parametrize(
    ("kind", "post"), [("group", "message"), ("supergroup", "message"), ("channel", "channel_post")]
)
async def test_a_bot_can_be_added_elsewhere_and_leave(ann: person.Person, line: Any, kind: str, post: str) -> None:
    """In groups and channels the bot is told of its membership and of words, can write, and can leave."""
    group = await ann.group("hello", kind=kind)
    member, words = (await line.ok("getUpdates"))[-2:]
    assert member["my_chat_member"]["chat"] == {"id": group.id, "type": kind, "title": "Family"}
    assert words[post]["text"] == "hello"
    await line.ok("sendMessage", chat_id=group.id, text="only in private")
    await line.ok("leaveChat", chat_id=group.id)
    refusal = await line.no("sendMessage", chat_id=group.id, text="x")
    assert refusal == f"Forbidden: bot is not a member of the {kind} chat"
    assert await line.no("leaveChat", chat_id=ann.id) == (
        "Bad Request: chat member status can't be changed in private chats"
    )


async def test_an_act_waits_until_the_bot_has_settled(ann: person.Person, telegram_world: world.World) -> None:
    """After each act the world's `settle` runs once."""
    settled: list[int] = []

    async def settle() -> None:
        settled.append(len(telegram_world.updates))

    telegram_world.settle = settle
    await ann.send("a")
    await ann.block()
    assert settled == [2, 3]


async def test_the_page_hears_of_every_change(ann: person.Person, telegram_world: world.World, line: Any) -> None:
    """Who waits for a newer version wakes with the next message, and a stale reader at once."""
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(telegram_world.next_change(telegram_world.changed))
        await asyncio.sleep(0)
        assert not waiting.done()
        await line.ok("sendMessage", chat_id=ann.id, text="x")
    assert await telegram_world.next_change(0) == telegram_world.changed


async def test_ids_look_like_telegrams(telegram_world: world.World) -> None:
    """People have different ids of at most 52 bits, updates start somewhere, and a given id is kept."""
    people = [telegram_world.person("Ann") for _ in range(50)]
    assert len({one.id for one in people}) == 50
    assert all(0 < one.id < 2**52 for one in people)
    assert telegram_world.person("Ben", id=42).id == 42
    await people[0].send("hi")
    again = world.World(telegram_world.now)
    await again.person("Ann").send("hi")
    token = telegram_world.token
    assert again.people[0].id == people[0].id
    assert token.startswith(str(telegram_world.bot.id))


async def test_the_last_message_is_the_newest_that_is_left(ann: person.Person, line: Any) -> None:
    """Deleted messages are neither last nor in the inbox, but stay known with the moment they went."""
    await line.ok("sendMessage", chat_id=ann.id, text="a")
    gone = await line.ok("sendMessage", chat_id=ann.id, text="b")
    await line.ok("deleteMessage", chat_id=ann.id, message_id=gone["message_id"])
    assert (ann.last.text, len(ann.inbox)) == ("a", 1)
    assert [message.deleted_at is None for message in ann.chat.messages] == [True, True, False]


async def test_an_empty_phone_has_no_last_message(ann: person.Person) -> None:
    """Asking for the last message of a silent bot says so."""
    with pytest.raises(person.NotOnScreenError):
        _ = ann.last
