"""A sealed exchange on both phones, on a day that the calendar gives to both."""

from bot.simulator import person
from tests.e2e import stage

SEAL = "Send when both have"


async def until_offered(play: stage.Stage, who: person.Person) -> None:
    """Let somebody answer day by day until a preview offers to send when both have."""
    for _ in range(28):
        asked = await play.question(who)
        if "Open" in asked.buttons:
            await who.tap("Open", message=asked)
        await who.tap(asked.buttons[0], message=asked)
        if "Share…" not in asked.buttons:
            continue
        await who.tap("Share…", message=asked)
        if SEAL in asked.buttons:
            return
        await who.tap("Not now", message=asked)
    raise AssertionError("no mirrored question came in four weeks")


async def test_each_gets_the_others_with_the_next_post(play: stage.Stage) -> None:
    """Ann seals and Ben's phone stays as it is; Ben seals his own, and both have the other's in their post."""
    await play.pair()
    await until_offered(play, play.ann)
    for label in (SEAL, "Seal it now"):
        await play.ann.tap(label)
    assert play.ann.screen().count("Sealed. If Ben sends one too") == 1
    before = play.received(play.ben)
    await play.wait(minutes=30)
    assert [line for line in play.received(play.ben) if line not in before and "Ann" in line] == []
    await play.ben.send("/today")
    asked = play.ben.last
    if "Open" in asked.buttons:
        await play.ben.tap("Open", message=asked)
    await play.ben.tap(asked.buttons[0], message=asked)
    await play.ben.tap("Share…", message=asked)
    for label in (SEAL, "Seal it now"):
        await play.ben.tap(label, message=asked)
    assert "It's with the post." in asked.words
    await play.wait(days=1)
    for who, other in ((play.ann, "Ben"), (play.ben, "Ann")):
        await who.tap("Open")
        assert f"From {other}:" in who.screen()
