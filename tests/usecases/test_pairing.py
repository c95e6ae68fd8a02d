"""Inviting and joining, each alone."""

import dataclasses

import pytest

from bot.domain import model
from tests.usecases.house import House

NOWHERE = "This link doesn't lead anywhere now. A new one can be made at any time."
YES = "Yes, that's right"


async def alone(home: House) -> str:
    """Let Ann arrive and invite; return the token."""
    await home.agree(home.ann)
    await home.settle(home.ann)
    return await home.link(home.ann)


async def test_the_note_stands_before_an_invitation(home: House) -> None:
    """Ann reads alone who this is not for, before her first invitation and not before her second."""
    await home.agree(home.ann)
    await home.command(home.ann, "/invite")
    assert home.ann.labels() == ["Go on", "Other help", "Leave quietly"]
    await home.tap(home.ann, "Go on")
    assert home.ann.labels() == ["Pass it on", "Cancel the invitation"]
    await home.command(home.ann, "/invite")
    assert home.ann.labels() == ["Pass it on", "Cancel the invitation"]


async def test_leaving_at_the_note_tells_nobody(home: House) -> None:
    """Who walks away at the note leaves the link and the inviter's phone as they were."""
    token = await alone(home)
    before = list(home.ann.log)
    await home.command(home.ben, f"/start {token}")
    await home.tap(home.ben, "Other help")
    await home.tap(home.ben, "Leave quietly")
    assert home.ann.log == before
    await home.join(home.cleo, token)
    assert home.ann.newest.text == "Cleo came by your invitation. Is this who you meant?"


@pytest.mark.parametrize("label", ["Try it alone first", "No, thanks"])
async def test_declining_leaves_the_link_as_it_was(home: House, label: str) -> None:
    """Trying alone and declining are as if the link had never been opened."""
    token = await alone(home)
    before = list(home.ann.log)
    await home.command(home.ben, f"/start {token}")
    await home.tap(home.ben, "Go on")
    await home.tap(home.ben, label)
    assert home.ann.log == before
    await home.join(home.cleo, token)
    assert home.ann.labels() == [YES, "No, someone else"]


async def test_trying_alone_gives_one_prompt(home: House) -> None:
    """The first prompt follows; a second tap on the old card gives no second one."""
    token = await alone(home)
    await home.command(home.ben, f"/start {token}")
    await home.tap(home.ben, "Go on")
    card = home.ben.newest.id
    await home.tap(home.ben, "Try it alone first")
    assert home.ben.labels()[-1] == "Not today"
    await home.press(home.ben, "alone:0", card)
    assert home.ben.messages[card].text == "All right. Everything is as it was."
    assert len([one for one in home.ben.messages.values() if ("Not today" in [a for a, _ in one.buttons])]) == 1


async def test_both_read_that_it_began(home: House) -> None:
    """The inviter confirms by name and username; then both read the same line."""
    home.ben.username = "ben_b"
    await home.join(home.ben, await alone(home))
    assert "Ben (@ben_b)" in home.ann.newest.text
    await home.tap(home.ann, YES)
    assert home.ann.newest.text.startswith("What you choose to share can reach Ben now")
    assert home.ben.newest.text.startswith("What you choose to share can reach Ann now")
    assert home.ben.has("Ann goes on from here.")


async def test_a_no_sends_nothing_and_uses_the_link_up(home: House) -> None:
    """Who was not meant is told nothing, and the link leads nowhere from then on."""
    token = await alone(home)
    await home.join(home.ben, token)
    before = list(home.ben.log)
    await home.tap(home.ann, "No, someone else")
    assert home.ben.log == before
    await home.command(home.cleo, f"/start {token}")
    assert home.cleo.has(NOWHERE)


async def test_of_two_who_accept_one_wins(home: House) -> None:
    """Both saw the card; the second reads the one kind line, and has a prompt like anybody."""
    token = await alone(home)
    for who in (home.ben, home.cleo):
        await home.command(who, f"/start {token}")
        await home.tap(who, "Go on")
    await home.tap(home.ben, "Pair with")
    await home.tap(home.cleo, "Pair with")
    assert home.cleo.has(NOWHERE)
    assert home.cleo.labels()[-1] == "Not today"
    await home.tap(home.ann, YES)
    assert home.ben.has("can reach Ann now")


async def test_accepting_twice_asks_once(home: House) -> None:
    """A double tap on *Pair with* asks the inviter once, and an old card does nothing after the pairing."""
    await home.join(home.ben, await alone(home))
    before = list(home.ann.log)
    await home.press(home.ben, "pair:0", 110)
    assert home.ann.log == before
    await home.tap(home.ann, YES)
    await home.press(home.ben, "pair:0", 110)
    assert home.ben.toasts == ["There is nothing here any more."] * 2


@pytest.mark.parametrize("how", ["expired", "used", "revoked", "unknown", "malformed", "paired"])
async def test_one_kind_text_for_every_link_that_does_not_work(home: House, how: str) -> None:
    """Nobody learns why a link leads nowhere."""
    token = await alone(home)
    if how == "expired":
        await home.wait(days=7)
    elif how in ("used", "paired"):
        await home.join(home.ben, token)
        await home.tap(home.ann, YES)
    elif how == "revoked":
        await home.tap(home.ann, "Cancel the invitation")
    else:
        token = {"unknown": "x" * 32, "malformed": "x"}[how]
    await home.command(home.cleo, f"/start {token}")
    assert next(one[2].text for one in home.cleo.log) == NOWHERE
    assert home.cleo.labels()[0] == "I'm 18 or older and agree"


async def test_a_link_that_dies_at_the_note_says_so(home: House) -> None:
    """Who went on while the link was revoked reads the kind line and has a prompt all the same."""
    token = await alone(home)
    await home.command(home.ben, f"/start {token}")
    await home.tap(home.ann, "Cancel the invitation")
    await home.tap(home.ben, "Go on")
    assert home.ben.has(NOWHERE)
    assert home.ben.labels()[-1] == "Not today"


async def test_guesses_are_limited(home: House) -> None:
    """After ten links that led nowhere even the right one waits for tomorrow."""
    token = await alone(home)
    for n in range(10):
        await home.command(home.ben, f"/start {n:032}")
    await home.command(home.ben, f"/start {token}")
    assert home.ben.newest.text == "That's enough links for today. Please try again tomorrow."
    await home.wait(days=1)
    await home.command(home.ben, f"/start {token}")
    assert home.ben.labels()[0] == "Go on"


async def test_known_people_read_the_kind_line_alone(paired: House) -> None:
    """Who has agreed is not greeted again by a dead link."""
    await paired.command(paired.ann, "/start nothing")
    assert paired.ann.newest.text == NOWHERE


async def test_ones_own_link_says_so(home: House) -> None:
    """Ann's own link is for the other person."""
    token = await alone(home)
    await home.command(home.ann, f"/start {token}")
    assert home.ann.newest.text == "This is your own invitation. It is for the other person."


async def test_who_has_a_partner_leaves_first(paired: House) -> None:
    """Cleo's link is refused to Ben while he has Ann, and Ann can make none."""
    await paired.agree(paired.cleo)
    token = await paired.link(paired.cleo)
    await paired.join(paired.ben, token)
    assert paired.ben.toasts == ["You have Ann here. To pair with someone else, leave first: /unpair"]
    await paired.command(paired.ann, "/invite")
    assert paired.ann.newest.text.startswith("There is someone here with you already.")


async def test_three_links_a_day(home: House) -> None:
    """The fourth invitation waits for tomorrow, and only the newest works."""
    tokens = [await alone(home), await home.link(home.ann), await home.link(home.ann)]
    await home.command(home.ann, "/invite")
    assert home.ann.newest.text.startswith("That's enough invitations for a day.")
    await home.command(home.ben, f"/start {tokens[1]}")
    assert home.ben.has(NOWHERE)
    await home.command(home.ben, f"/start {tokens[2]}")
    assert home.ben.labels()[0] == "Go on"
    await home.wait(days=1)
    await home.link(home.ann)


async def test_double_taps_make_one_invitation(home: House) -> None:
    """A second tap on *Invite my partner*, or on *Go on*, makes no second link."""
    await home.agree(home.ann)
    await home.settle(home.ann)
    end, _ = home.ann.find("Invite my partner")
    await home.tap(home.ann, "Invite my partner")
    note = home.ann.newest.id
    await home.tap(home.ann, "Go on")
    await home.press(home.ann, "go-on:0", note)
    await home.press(home.ann, "invite:0", end.id)
    assert len([one for one in home.ann.messages.values() if "https://t.me/" in one.text]) == 1
    assert home.ann.toasts == ["There is nothing here any more."]


async def test_a_cancelled_invitation_is_cancelled_once(home: House) -> None:
    """The old button of a cancelled invitation, or of somebody else's, cancels nothing."""
    await alone(home)
    message, data = home.ann.find("Cancel")
    await home.press(home.ann, data, message.id)
    await home.press(home.ann, data, message.id)
    await home.press(home.ben, data, message.id)
    assert home.ann.toasts + home.ben.toasts == ["There is nothing here any more."] * 2


async def test_inviting_again_while_somebody_came_asks_again(home: House) -> None:
    """Who has not confirmed yet is asked once more, and no second link is made."""
    await home.join(home.ben, await alone(home))
    await home.command(home.ann, "/invite")
    assert home.ann.labels() == [YES, "No, someone else"]
    assert len([one for one in home.ann.messages.values() if "https://t.me/" in one.text]) == 1


async def test_a_confirmation_runs_out(home: House) -> None:
    """After seven days nobody is confirmed any more, and a new invitation can be made."""
    await home.join(home.ben, await alone(home))
    await home.wait(days=7)
    await home.tap(home.ann, YES)
    assert home.ann.toasts == ["There is nothing here any more."]
    await home.command(home.ann, "/invite")
    assert home.ann.labels() == ["Pass it on", "Cancel the invitation"]


async def test_who_came_may_be_gone_by_then(home: House) -> None:
    """Where the one who came has paired, or was forgotten, meanwhile, the inviter reads that it came to nothing."""
    await home.join(home.ben, await alone(home))
    await home.agree(home.cleo)
    await home.join(home.ben, await home.link(home.cleo))
    await home.tap(home.cleo, YES)
    await home.tap(home.ann, YES)
    assert home.ann.has("That invitation came to nothing this time.")
    await home.join(home.ben, await home.link(home.ann))
    assert home.ben.toasts[-1].startswith("You have Cleo here.")


async def test_a_forgotten_joiner_is_no_partner(home: House) -> None:
    """Who was forgotten between joining and the yes is not paired."""
    await home.join(home.ben, await alone(home))
    await home.command(home.ben, "/forget")
    await home.write(home.ben, "forget")
    await home.tap(home.ann, YES)
    assert home.ann.has("That invitation came to nothing this time.")


async def test_the_note_is_dropped_with_the_link_that_led_there(home: House) -> None:
    """Who followed a link, then would rather invite, invites."""
    token = await alone(home)
    await home.agree(home.ben)
    await home.command(home.ben, f"/start {token}")
    await home.command(home.ben, "/invite")
    await home.tap(home.ben, "Go on")
    assert home.ben.labels() == ["Pass it on", "Cancel the invitation"]


async def test_the_names_of_the_pairing_stay(paired: House) -> None:
    """What Ann is called later changes nothing of what Ben reads."""
    await paired.change(paired.ann, name="Anna-Lena")
    await paired.post(paired.ann, "Under the old name.")
    assert paired.ben.newest.text.startswith("There is something from Ann,")


async def test_a_line_that_is_no_longer_true_is_not_sent(home: House) -> None:
    """Who left before the line of the beginning went out does not read it afterwards."""
    await home.join(home.ben, await alone(home))
    ann = await home.person(home.ann)
    await home.tap(home.ann, YES)
    async with home.store.begin() as tx:
        half = await tx.living_half(ann.id)
        assert half is not None
        theirs = await tx.other_half(half)
        assert theirs is not None
        await tx.save(dataclasses.replace(theirs, state=model.HalfState.LEFT))
        line = model.Outbox(
            id=9,
            key="line",
            person_id=theirs.person_id,
            kind=model.Kind.LINE,
            policy=model.Policy.AT_LEAST_ONCE,
            subject=half.pair_id,
            text="pairing-begun",
            due_at=home.now,
        )
        await tx.add(line)
        await tx.add(dataclasses.replace(line, id=10, key="other", subject=999))
    before = list(home.ben.log)
    await home.deliver()
    assert home.ben.log == before
