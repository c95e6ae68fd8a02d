"""How two people find each other here, and everybody who is not meant does not."""

import datetime as dt

import pytest

from bot.simulator import person, phone
from tests.e2e import stage

NOWHERE = "This link doesn't lead anywhere now. A new one can be made at any time."


async def hello(who: person.Person) -> None:
    """Come in, answer the first question, and skip the rest."""
    await who.press_start()
    await who.tap("I'm 18")
    await who.tap(who.buttons[0], message=who.last)
    for _ in range(3):
        await who.tap("Skip")


async def invitation(who: person.Person) -> str:
    """Invite, and return the link as it would be passed on."""
    await who.send("/invite")
    if "Go on" in who.buttons:
        await who.tap("Go on")
    words = next(one.words for one in reversed(who.inbox) if "?start=" in one.words)
    return next(word for word in words.split() if "?start=" in word).strip("\u2068\u2069")


async def accept(who: person.Person, link: str) -> None:
    """Open a link, read the note, and say yes."""
    await who.open(link)
    if "Go on" in who.buttons:
        await who.tap("Go on")
    await who.tap("Pair with")


async def test_two_people_agree_each_alone(play: stage.Stage) -> None:
    """One invites, the other says yes, and the first confirms who came before anything can pass."""
    await hello(play.ann)
    await play.ben.open(await invitation(play.ann))
    assert stage.says(play.ben).startswith("For you alone, before you go on.")
    assert play.ben.buttons == ["Go on", "Other help", "Leave quietly"]
    await play.ben.tap("Go on")
    assert stage.says(play.ben).startswith("Ann invites you.")
    before = play.received(play.ann)
    await play.ben.tap("Pair with")
    assert "Thank you. Ann goes on from here." in play.ben.screen()
    assert len(play.received(play.ann)) == len(before) + 1
    assert stage.says(play.ann) == "Ben (@ben) came by your invitation. Is this who you meant?"
    await play.ann.tap("Yes, that's right")
    assert "What you choose to share can reach Ben now" in stage.says(play.ann)
    assert "What you choose to share can reach Ann now" in play.ben.screen()


async def test_opening_trying_alone_and_declining_leave_the_inviter_in_peace(play: stage.Stage) -> None:
    """Until somebody says yes, the inviter's phone shows nothing new and the link still works."""
    await hello(play.ann)
    link = await invitation(play.ann)
    before = play.received(play.ann)
    await play.ben.open(link)
    await play.ben.tap("Leave quietly")
    await play.ben.open(link)
    await play.ben.tap("Go on")
    await play.ben.tap("No, thanks")
    await play.ben.open(link)
    await play.ben.tap("Try it alone first")
    assert play.received(play.ann) == before
    await accept(play.ben, link)
    await play.ann.tap("Yes, that's right")
    assert "can reach Ann now" in play.ben.screen().replace("\u2068", "")


async def test_a_link_that_went_astray_pairs_nobody(play: stage.Stage) -> None:
    """A stranger who took the link is refused by the inviter, hears nothing of it, and the link is used up."""
    thief = play.world.person("Mallory", username="mallory")
    await hello(play.ann)
    link = await invitation(play.ann)
    await accept(thief, link)
    before = play.received(thief)
    await play.ann.tap("No, someone else")
    assert play.received(thief) == before
    await play.ben.open(link)
    assert NOWHERE in play.ben.screen()
    await accept(play.ben, await invitation(play.ann))
    await play.ann.tap("Yes, that's right")
    await play.shares(play.ann, "For Ben and nobody else.")
    assert play.received(thief) == before


async def test_of_two_who_accept_at_once_one_is_asked_about(play: stage.Stage) -> None:
    """The first yes takes the link; the second reads the one kind line, and the inviter decides about the first."""
    late = play.world.person("Kim", username="kim")
    await hello(play.ann)
    link = await invitation(play.ann)
    for who in (play.ben, late):
        await who.open(link)
        await who.tap("Go on")
    await play.ben.tap("Pair with")
    await late.tap("Pair with")
    assert NOWHERE in late.screen()
    await play.ann.tap("Yes, that's right")
    assert "Ben" in stage.says(play.ann)


@pytest.mark.parametrize("fate", ["used", "expired", "cancelled", "unknown", "malformed", "renewed"])
async def test_every_link_that_does_not_work_reads_the_same(play: stage.Stage, fate: str) -> None:
    """From the line nobody can tell why a link leads nowhere."""
    other = play.world.person("Kim")
    await hello(play.ann)
    link = await invitation(play.ann)
    if fate == "used":
        await accept(other, link)
        await play.ann.tap("Yes, that's right")
    elif fate == "expired":
        await play.wait(days=7, minutes=1)
    elif fate == "cancelled":
        await play.ann.tap("Cancel the invitation")
    elif fate == "unknown":
        link = f"{link[:-4]}AAAA"
    elif fate == "malformed":
        link = "https://t.me/nearer_bot?start=Hi"
    else:
        await invitation(play.ann)
    await play.ben.open(link)
    lines = [one.words for one in play.ben.inbox if "link" in one.words]
    assert lines == [NOWHERE]


async def test_ones_own_link_says_so(play: stage.Stage) -> None:
    """Whoever opens their own invitation is told whose it is."""
    await hello(play.ann)
    await play.ann.open(await invitation(play.ann))
    assert stage.says(play.ann) == "This is your own invitation. It is for the other person."


async def test_whoever_has_somebody_leaves_first(play: stage.Stage) -> None:
    """A second invitation cannot take a partner away; nothing of it reaches that partner."""
    await play.pair()
    kim = play.world.person("Kim")
    await hello(kim)
    link = await invitation(kim)
    before = play.received(play.ann)
    await play.ben.open(link)
    await play.ben.tap("Pair with")
    assert play.ben.toast is not None
    assert phone.plain(play.ben.toast).startswith("You have Ann here.")
    assert play.received(play.ann) == before


async def test_guessing_links_comes_to_an_end(play: stage.Stage) -> None:
    """Who tries link after link is soon asked to stop for the day."""
    for n in range(40):
        await play.ben.open(f"https://t.me/nearer_bot?start={n:032d}")
    assert stage.says(play.ben) == "That's enough links for today. Please try again tomorrow."
    await hello(play.ann)
    link = await invitation(play.ann)
    await play.wait(days=1)
    await accept(play.ben, link)
    await play.ann.tap("Yes, that's right")


async def test_three_invitations_a_day_are_enough(play: stage.Stage) -> None:
    """The fourth within a day waits for tomorrow."""
    await hello(play.ann)
    for _ in range(3):
        await invitation(play.ann)
    await play.ann.send("/invite")
    assert stage.says(play.ann) == "That's enough invitations for a day. Tomorrow there can be more."
    await play.wait(days=1, minutes=1)
    assert await invitation(play.ann)


async def test_a_yes_waits_for_the_inviter_over_a_restart(play: stage.Stage) -> None:
    """The question who came outlives the bot that asked it."""
    await hello(play.ann)
    await accept(play.ben, await invitation(play.ann))
    await play.restart()
    await play.wait(hours=2)
    await play.ann.tap("Yes, that's right")
    await play.shares(play.ben, "It worked.")
    await play.until(play.clock.now() + dt.timedelta(hours=24))
    await play.ann.tap("Open")
    assert "It worked." in stage.says(play.ann)
