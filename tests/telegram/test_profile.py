"""What people see of the bot beside the talk is written once, in every language."""

import pytest

from bot.simulator import api, faults, world
from bot.telegram import profile, wire
from tests.telegram import houses

LOCALES = ("en", "de", "pt-BR")


async def present(telegram: world.World) -> int:
    """Present the bot and return how many calls had to write."""
    return await profile.present(wire.Api(api.Wire(telegram), houses.BASE, telegram.token), houses.Texts(), LOCALES)


async def test_every_language_is_written(telegram: world.World) -> None:
    """Menu and descriptions stand in each language under Telegram's code, English for all others."""
    await present(telegram)
    rui = telegram.person("Rui", language="pt")
    kim = telegram.person("Kim", language="ko")
    assert telegram.commands(rui)[0] == ("today", "pt-BR: command-today")
    assert telegram.commands(kim)[0] == ("today", "en: command-today")
    assert telegram.profile.description_in("de") == "de: profile-description"
    assert telegram.profile.short_description_in("ko") == "en: profile-short"
    assert telegram.violations == []


async def test_nothing_is_written_twice(telegram: world.World) -> None:
    """What stands there already is left alone: Telegram limits how often it may change."""
    # English needs no descriptions of its own beside everybody's.
    assert await present(telegram) == 4 * 3 - 2
    assert await present(telegram) == 0


async def test_only_what_differs_is_written(telegram: world.World) -> None:
    """One changed text is one call."""
    await present(telegram)
    telegram.profile.descriptions["de"] = "something else"
    assert await present(telegram) == 1


@pytest.mark.parametrize("kind", ["refuse", "429"])
async def test_trouble_is_told(telegram: world.World, kind: faults.Kind) -> None:
    """A presentation that cannot be finished says so with the wire's own error."""
    telegram.faults.add(kind=kind, method="setMyCommands")
    with pytest.raises((wire.NotSent, wire.Flooded)):
        await present(telegram)
