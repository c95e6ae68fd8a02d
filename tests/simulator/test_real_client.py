"""A real client library, over the simulated wire: every shape must parse as Telegram's does."""

import datetime as dt
from typing import Any

import pytest
import telegram
from telegram import request

from bot.simulator import api, files, person, world


class _Request(request.BaseRequest):
    """The library's transport, over the wire within the process."""

    def __init__(self, wire: api.Wire) -> None:
        self._wire = wire

    @property
    def read_timeout(self) -> float | None:
        return 5.0

    async def initialize(self) -> None:
        return

    async def shutdown(self) -> None:
        return

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: request.RequestData | None = None,
        *_: Any,
        **__: Any,
    ) -> tuple[int, bytes]:
        assert method in ("GET", "POST")
        fields = request_data.json_parameters if request_data else {}
        parts = (request_data.multipart_data if request_data else None) or {}
        uploads = {name: (part[0], _bytes(part[1]), part[2]) for name, part in parts.items()}
        return await self._wire.post(url, fields, uploads, 5.0)


def _bytes(content: object) -> bytes:
    assert isinstance(content, bytes)
    return content


@pytest.fixture
def bot(telegram_world: world.World, monkeypatch: pytest.MonkeyPatch) -> telegram.Bot:
    """Return the library's bot."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # its 429 warns otherwise, and warnings are errors
    wire = api.Wire(telegram_world)
    return telegram.Bot(
        telegram_world.token,
        base_url="http://telegram.test/bot",
        base_file_url="http://telegram.test/file/bot",
        request=_Request(wire),
        get_updates_request=_Request(wire),
    )


async def test_the_bot_knows_itself(bot: telegram.Bot) -> None:
    """The library starts up, which needs getMe."""
    async with bot:
        assert (bot.username, bot.first_name) == ("nearer_bot", "Nearer")


async def test_every_update_parses(ann: person.Person, bot: telegram.Bot) -> None:
    """What people do arrives as the library's own objects, with nothing it does not know."""
    for act in (ann.voice, ann.photo, ann.audio, ann.sticker, ann.video, ann.document, ann.location, ann.contact):
        await act()
    await ann.poll()
    await ann.edit(await ann.send("a"), "b")
    await bot.send_message(ann.id, "x")
    await ann.forge("data")
    await ann.block()
    for kind in ("group", "supergroup", "channel"):
        await ann.group("hi", kind=kind)
    updates = await bot.get_updates()
    assert [update for update in updates if _unknown(update)] == []
    assert len(updates) == 20


def _unknown(update: telegram.Update) -> list[str]:
    content = update.effective_message or update.my_chat_member
    return [*update.api_kwargs, *(content.api_kwargs if content else ["nothing"])]


async def test_what_is_sent_comes_back_as_a_message(ann: person.Person, bot: telegram.Bot) -> None:
    """Answers to sending, editing and uploading parse, and the phone shows the same."""
    keyboard = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("Yes", callback_data="yes")]])
    marks = [telegram.MessageEntity("bold", 0, 2)]
    sent = await bot.send_message(ann.id, "hi there", entities=marks, reply_markup=keyboard, protect_content=True)
    assert (sent.entities, sent.reply_markup, sent.has_protected_content) == (tuple(marks), keyboard, True)
    edited = await sent.edit_text("*", parse_mode="HTML")
    assert isinstance(edited, telegram.Message)
    assert edited.edit_date == dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC)
    photo = await bot.send_photo(ann.id, files.picture(), caption="look")
    again = await bot.send_photo(ann.id, photo.photo[-1].file_id)
    assert again.photo[-1] == photo.photo[-1]
    document = await bot.send_document(ann.id, b"{}", filename="export.json")
    assert document.document is not None
    assert document.document.file_name == "export.json"
    plain = telegram.InputMediaPhoto(files.picture(8, 8))
    swapped = await photo.edit_media(plain)
    assert isinstance(swapped, telegram.Message)
    assert swapped.photo[-1].width == 8


async def test_the_rest_of_what_a_bot_does_parses(
    ann: person.Person,
    telegram_world: world.World,
    bot: telegram.Bot,
) -> None:
    """Reactions, actions, copies, files, chats, menus and profiles go through without a violation."""
    said = await ann.photo()
    assert await bot.set_message_reaction(ann.id, said.id, "✍")
    assert await bot.send_chat_action(ann.id, "typing")
    copied = await bot.copy_message(ann.id, ann.id, said.id)
    assert copied.message_id == ann.last.id
    kept = await bot.get_file(str(said.file_id))
    assert bytes(await kept.download_as_bytearray()) == files.picture()
    assert (await bot.get_chat(ann.id)).username == "ann"
    menu = [telegram.BotCommand("today", "Today's question")]
    assert await bot.set_my_commands(menu, telegram.BotCommandScopeAllPrivateChats(), "de")
    assert await bot.get_my_commands(telegram.BotCommandScopeAllPrivateChats(), "de") == tuple(menu)
    assert await bot.set_my_description("Small questions.")
    assert (await bot.get_my_description()).description == "Small questions."
    assert await bot.set_chat_menu_button(menu_button=telegram.MenuButtonCommands())
    assert await bot.delete_messages(ann.id, [said.id, copied.message_id])
    assert (await bot.get_webhook_info()).url == ""
    assert telegram_world.violations == []


async def test_a_tap_is_answered(ann: person.Person, bot: telegram.Bot) -> None:
    """The library finds data and message in the callback, and its answer shows on the phone."""
    keyboard = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("Yes", callback_data="yes:1")]])
    await bot.send_message(ann.id, "x", reply_markup=keyboard)
    await ann.tap("Yes")
    query = (await bot.get_updates(offset=-1))[0].callback_query
    assert query is not None
    assert query.data == "yes:1"
    await query.answer("Kept")
    assert ann.toast == "Kept"


@pytest.mark.parametrize(
    ("trouble", "error"),
    [
        ("429", telegram.error.RetryAfter),
        ("403", telegram.error.Forbidden),
        ("400", telegram.error.BadRequest),
        ("502", telegram.error.NetworkError),
        ("drop_after", telegram.error.NetworkError),
    ],
)
async def test_refusals_are_the_librarys_own(
    ann: person.Person,
    telegram_world: world.World,
    bot: telegram.Bot,
    trouble: Any,
    error: type[Exception],
) -> None:
    """Statuses and bodies of failures are what the library expects of Telegram."""
    telegram_world.faults.add(kind=trouble)
    with pytest.raises(error):
        await bot.send_message(ann.id, "x")
