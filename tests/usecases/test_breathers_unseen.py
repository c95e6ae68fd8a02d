"""A breather whose other side leaves, forgets or blocks: whoever stays learns nothing from it."""

from collections.abc import Awaitable, Callable

import pytest

from bot.usecases import preferences
from tests.usecases.conftest import Builder
from tests.usecases.house import House, Phone
from tests.usecases.pausing import CLOSED, breather


async def nothing(_home: House, _who: Phone) -> None:
    """Do nothing at all."""


async def leaves(home: House, who: Phone) -> None:
    """Leave quietly."""
    await home.command(who, "/unpair")
    await home.tap(who, "Leave quietly")


async def leaves_and_plays_along(home: House, who: Phone) -> None:
    """Leave quietly, answer and come back as if nothing were, and take another."""
    await leaves(home, who)
    if any("I'm back" in label for one in who.messages.values() for label, _ in one.buttons):
        await home.tap(who, "I'm back")
    await breather(home, who, "20 minutes")


async def forgets(home: House, who: Phone) -> None:
    """Delete everything."""
    await home.command(who, "/forget")
    await home.write(who, "forget")


async def blocks(home: House, who: Phone) -> None:
    """Block the bot."""
    await home.act(who, preferences.gone)


Life = Callable[[House, Phone], Awaitable[None]]
LIVES = [leaves, leaves_and_plays_along, forgets, blocks]


async def _seen_by_the_other(home: House, life: Life) -> Phone:
    """Let Ann call a breather and go on in her own way; return Ben's phone, on which he shares and answers."""
    await breather(home, home.ann)
    await life(home, home.ann)
    await home.until(11, 1)
    await home.tap(home.ben, "Thanks for telling me")
    await home.share(home.ben, "Words that wait.")
    await home.wait(hours=9)
    return home.ben


@pytest.mark.parametrize("life", LIVES)
async def test_the_other_never_learns_what_became_of_the_caller(build: Builder, life: Life) -> None:
    """Whether the caller taps nothing, leaves, forgets or blocks, the other reads the same at the same minute."""
    quiet = await _seen_by_the_other(await build("quiet", paired=True), nothing)
    other = await _seen_by_the_other(await build("other", paired=True), life)
    assert other.log == quiet.log
    assert other.messages == quiet.messages
    assert quiet.has(CLOSED)


async def _seen_by_the_caller(home: House, life: Life) -> Phone:
    """Let Ann take a breather and come back while Ben goes on in his own way; return Ann's phone."""
    await breather(home, home.ann)
    await life(home, home.ben)
    await home.wait(hours=1)
    await home.tap(home.ann, "A bit longer")
    await home.tap(home.ann, "20 minutes")
    await home.wait(minutes=20)
    await home.tap(home.ann, "I'm back")
    await breather(home, home.ann)
    await home.wait(hours=9)
    return home.ann


@pytest.mark.parametrize("life", [leaves, forgets, blocks])
async def test_the_caller_never_learns_what_became_of_the_other(build: Builder, life: Life) -> None:
    """Whether the other is there, has left, is forgotten or blocks the bot: the caller's phone shows the same."""
    quiet = await _seen_by_the_caller(await build("quiet", paired=True), nothing)
    other = await _seen_by_the_caller(await build("other", paired=True), life)
    assert other.log == quiet.log
    assert other.messages == quiet.messages
