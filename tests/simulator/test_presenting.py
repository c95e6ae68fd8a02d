"""How the bot presents itself before and beside the talk."""

from typing import Any

import pytest

from bot.simulator import person, world


def _menu(*names: str) -> list[dict[str, str]]:
    return [{"command": name, "description": f"The {name}"} for name in names]


async def test_the_narrowest_menu_wins(ann: person.Person, telegram_world: world.World, line: Any) -> None:
    """A chat's own menu beats that of all private chats, which beats the default; language beats none."""
    await line.ok("setMyCommands", commands=_menu("any"))
    assert telegram_world.commands(ann) == [("any", "The any")]
    await line.ok("setMyCommands", commands=_menu("private"), scope={"type": "all_private_chats"})
    await line.ok(
        "setMyCommands", commands=_menu("german"), scope={"type": "all_private_chats"}, language_code="de"
    )
    assert telegram_world.commands(ann) == [("private", "The private")]
    await ann.rename("Ann", language="de-AT")
    assert telegram_world.commands(ann) == [("german", "The german")]
    await line.ok("setMyCommands", commands=_menu("own"), scope={"type": "chat", "chat_id": ann.id})
    assert telegram_world.commands(ann) == [("own", "The own")]
    await line.ok("deleteMyCommands", scope={"type": "chat", "chat_id": ann.id})
    assert telegram_world.commands(ann) == [("german", "The german")]
    assert await line.ok("getMyCommands") == _menu("any")


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ({"command": "Today", "description": "x"}, "BOT_COMMAND_INVALID"),
        ({"command": "x" * 33, "description": "x"}, "BOT_COMMAND_INVALID"),
        ({"command": "today", "description": ""}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"command": "today", "description": "x" * 257}, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ],
)
async def test_a_bad_command_is_refused(
    telegram_world: world.World,
    line: Any,
    command: dict[str, str],
    words: str,
) -> None:
    """Names are small letters, digits and underscores; descriptions have 1 to 256 characters."""
    assert await line.no("setMyCommands", commands=[command]) == f"Bad Request: {words}"
    assert len(telegram_world.violations) == 1


@pytest.mark.parametrize(
    ("name", "longest"),
    [("Name", 64), ("Description", 512), ("ShortDescription", 120)],
)
async def test_texts_of_the_profile_have_a_length_and_a_language(
    telegram_world: world.World,
    line: Any,
    name: str,
    longest: int,
) -> None:
    """Each text is kept per language, falls back to the general one, and has its limit."""
    field = {"Name": "name", "Description": "description", "ShortDescription": "short_description"}[name]
    await line.ok(f"setMy{name}", **{field: "x" * longest})
    await line.ok(f"setMy{name}", **{field: "hallo"}, language_code="de")
    assert await line.ok(f"getMy{name}", language_code="de") == {field: "hallo"}
    assert await line.ok(f"getMy{name}", language_code="es") == {field: "x" * longest}
    assert getattr(telegram_world.profile, field) == "x" * longest
    assert getattr(telegram_world.profile, f"{field}_in")("de") == "hallo"
    await line.no(f"setMy{name}", **{field: "x" * (longest + 1)})
    assert len(telegram_world.violations) == 1


async def test_a_language_is_two_letters(telegram_world: world.World, line: Any) -> None:
    """Menus and texts go by ISO 639-1 codes; anything longer is refused and written down."""
    refusal = await line.no("setMyName", name="x", language_code="pt-BR")
    assert refusal == "Bad Request: invalid language code specified"
    assert len(telegram_world.violations) == 1


async def test_the_menu_button_is_kept(ann: person.Person, line: Any) -> None:
    """A chat's own menu button beats the general one."""
    assert await line.ok("getChatMenuButton") == {"type": "commands"}
    await line.ok("setChatMenuButton", chat_id=ann.id, menu_button={"type": "default"})
    assert await line.ok("getChatMenuButton", chat_id=ann.id) == {"type": "default"}
    refusal = await line.no("setChatMenuButton", menu_button={"type": "fridge"})
    assert refusal == "Bad Request: can't parse MenuButton: unsupported type specified"


async def test_an_unknown_method_is_named(telegram_world: world.World, line: Any) -> None:
    """A method that is not there answers 404 with its name."""
    words = "Not Found: the simulator does not know the method sendSmell"
    assert await line.no("sendSmell") == words
    assert telegram_world.violations == ["sendSmell: the simulator does not know this method"]


async def test_a_wrong_token_is_refused(line: Any) -> None:
    """Another token reads 401, for methods and files."""
    status, _ = await line.wire.post("http://telegram.test/bot1:x/getMe", {}, {}, 5.0)
    assert status == 401
    assert (await line.wire.download("1:x", "photos/file_1.jpg"))[0] == 401
