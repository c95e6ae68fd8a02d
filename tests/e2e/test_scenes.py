"""The short plays of the demo, played to their ends at once."""

import pytest

from bot import glimpses, scenes
from bot.simulator import person
from tests.e2e import stage


async def played(play: stage.Stage, scene: str) -> None:
    """Pair the two and play a scene."""
    await play.pair()
    for step in scenes.PLAYS[scene](play):
        await step()


async def test_one_small_share_ends_with_something_that_came_back(play: stage.Stage) -> None:
    """At the end of the first scene Ann reads what Ben tapped, and Ben still has her words."""
    await played(play, "small-share")
    assert "what to say" in play.ben.screen()
    assert stage.says(play.ann).startswith("From Ben:")


async def test_changing_your_mind_ends_with_nothing_on_the_other_phone(play: stage.Stage) -> None:
    """At the end of the second scene nothing of it is left with Ben, not even the part that was shared."""
    await played(play, "changing-your-mind")
    assert "It wasn't about you." in "".join(play.received(play.ben))
    assert "It wasn't about you." not in play.ben.screen()
    assert "slept badly" not in "".join(play.received(play.ben))


async def test_a_harsh_reply_arrives_softened(play: stage.Stage) -> None:
    """Ann reads what Ben wrote in the end, and nothing on her phone tells of what he wrote first."""
    await played(play, "harsh-reply")
    assert "What would make it a bit easier?" in stage.says(play.ann)
    assert "You never talk" not in "".join(play.received(play.ann))


async def strip(play: stage.Stage, who: person.Person) -> str:
    """Return what the page says of what the other can see of this person."""
    return (await glimpses.take(play.held, play.world, play.words, play.clock.now()))[who.id].strip


async def test_the_strip_says_what_the_other_can_see(play: stage.Stage) -> None:
    """A breather counts once it was told; what goes nowhere after a quiet leaving does not."""
    await play.pair()
    assert await strip(play, play.ann) == ""
    await play.shares(play.ann, "The lake.")
    await play.ann.send("/breather")
    await play.ann.tap("Tomorrow at…")
    await play.ann.tap("9:00")
    assert await strip(play, play.ann) == "one shared thing"
    await play.wait(seconds=11)
    assert await strip(play, play.ann) == "one shared thing · a breather"
    await play.ann.tap("I'm back")
    await play.ann.send("/unpair")
    await play.ann.tap("Leave quietly")
    await play.shares(play.ann, "This goes nowhere.")
    assert await strip(play, play.ann) == ""


async def test_a_breather_ends_with_coming_back(play: stage.Stage) -> None:
    """Ben reads that Ann takes a breather, and that she is back."""
    await played(play, "breather")
    told = "".join(play.received(play.ben))
    assert "takes a breather from this talk" in told
    assert "back" in stage.says(play.ben)


@pytest.mark.parametrize("scene", scenes.PLAYS)
async def test_a_scene_is_over_before_it_is_long(play: stage.Stage, scene: str) -> None:
    """With a pause to read before each step a scene takes less than 45 seconds."""
    assert len(scenes.PLAYS[scene](play)) * scenes.PAUSE < 40
