"""The first minutes: how somebody says hello, and what the bot may not assume."""

import datetime as dt
import zoneinfo

import pytest

from bot.simulator import person
from tests.e2e import stage


async def meet(who: person.Person) -> None:
    """Say hello and answer the first question with one tap."""
    await who.press_start()
    await who.tap("I'm 18")
    await who.tap(who.buttons[0], message=who.last)


async def test_everything_after_the_first_question_can_be_skipped(play: stage.Stage) -> None:
    """Whoever skips all three is asked nothing more, and without a place nothing is ever pushed."""
    await meet(play.ann)
    for _ in range(3):
        await play.ann.tap("Skip")
    assert stage.says(play.ann) == (
        "That's all. Your small question comes around 19:00. You can always leave it alone."
    )
    assert play.ann.buttons == ["Invite my partner", "Try it alone first"]
    before = play.received(play.ann)
    await play.wait(days=4)
    assert play.received(play.ann) == before


async def test_without_a_place_a_question_still_comes_when_it_is_asked_for(play: stage.Stage) -> None:
    """The menu gives one question a day to whoever never said where they are."""
    await meet(play.ann)
    await play.ann.send("/today")
    assert len(play.pushed(play.ann)) == 1
    await play.wait(days=1)
    await play.ann.send("/today")
    assert len(play.pushed(play.ann)) == 2


@pytest.mark.parametrize(("typed", "calm"), [("7pm", "19:00"), ("22:15", "22:15")])
async def test_a_typed_time_and_a_misspelt_city_are_enough(play: stage.Stage, typed: str, calm: str) -> None:
    """The hour as people write it, and a city nearly right: the question comes then and there, late or not."""
    await meet(play.ann)
    await play.ann.send(typed)
    await play.ann.send("Berln")
    await play.ann.tap("Berlin, Germany")
    await play.ann.tap("It depends")
    assert f"around {calm}" in stage.says(play.ann)
    asked = await play.question(play.ann)
    here = asked.date.astimezone(zoneinfo.ZoneInfo("Europe/Berlin"))
    assert (here.date(), here.hour) == (dt.date(2026, 11, 24), int(calm[:2]))
    assert asked.silent


@pytest.mark.parametrize(
    ("typed", "offered"), [("Austria", "Vienna, Austria · 18:30"), ("Lisboa", "Lisbon, Portugal · 17:30")]
)
async def test_a_country_or_a_city_in_its_own_language_is_enough(
    play: stage.Stage, typed: str, offered: str
) -> None:
    """What people call where they live leads to its clock."""
    await meet(play.ann)
    await play.ann.tap("Evening")
    await play.ann.send(typed)
    assert play.ann.buttons[0].translate({0x2068: None, 0x2069: None}) == offered


async def test_a_place_that_nobody_knows_is_kept_and_asked_again(play: stage.Stage) -> None:
    """Words that are no place are not lost, and the question stays open."""
    await meet(play.ann)
    await play.ann.tap("Evening")
    await play.ann.send("Xyzzyplugh")
    assert "Discard" in play.ann.buttons
    await play.ann.send("Berlin")
    await play.ann.tap("Berlin")
    await play.ann.tap("Skip")
    assert stage.says(play.ann).startswith("That's all.")


async def test_hello_again_is_a_greeting_and_not_a_beginning(play: stage.Stage) -> None:
    """START a second time greets, and neither asks for the consent again nor gives a second question."""
    await meet(play.ann)
    await play.ann.press_start()
    assert len(play.pushed(play.ann)) == 1
    assert "I'm 18 or older and agree" not in play.ann.screen().split("Kept, for you alone.")[1]


async def test_nothing_happens_before_the_yes(play: stage.Stage) -> None:
    """Whoever has not agreed is told first what this is, whatever they try."""
    for tried in ("/today", "/note", "/invite", "/pause", "hello?"):
        await play.ann.send(tried)
    assert play.pushed(play.ann) == []
    await play.ann.send("/support")
    assert "Not safe, or not okay" in play.ann.buttons
    assert await play.held.perform(lambda tx: tx.next_due()) is None
