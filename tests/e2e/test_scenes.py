"""The short plays of the demo, played to their ends at once."""

import pytest

from bot import scenes
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
