"""Leaving, and what comes after it: alone, renewed, or with somebody else."""

from tests.usecases.house import House

YES = "Yes, that's right"


async def left(paired: House, how: str = "Leave quietly") -> None:
    """Let Ann leave."""
    await paired.command(paired.ann, "/unpair")
    await paired.tap(paired.ann, how)


async def test_leaving_quietly_withdraws_and_tells_the_leaver_what_it_means(paired: House) -> None:
    """Unopened words go, what lies at the leaver's is closed, and *Share* stays on the screen."""
    await paired.post(paired.ann, "Not yet opened.")
    await paired.post(paired.ben, "Nor this.")
    await left(paired)
    assert paired.ann.has("though the buttons stay")
    assert paired.ben.has("There is something") is False
    assert paired.ann.has("There is something") is False
    await paired.write(paired.ann, "A thought.")
    assert paired.ann.labels() == ["Keep", "Share…", "Discard", "Add a feeling"]


async def test_what_was_opened_can_be_folded_and_opened_after_leaving(paired: House) -> None:
    """Received words are the reader's own record, also after they left."""
    await paired.post(paired.ben, "To keep.")
    await paired.tap(paired.ann, "Open")
    await left(paired)
    await paired.tap(paired.ann, "Fold away")
    await paired.tap(paired.ann, "Open")
    assert paired.ann.has("To keep.")


async def test_leaving_twice_is_leaving_once(paired: House) -> None:
    """A second tap on an old button does nothing, in whatever pair one lives by then."""
    await paired.command(paired.ann, "/unpair")
    message = paired.ann.newest
    quiet, tell = message.buttons[0][1], message.buttons[1][1]
    await paired.press(paired.ann, quiet, message.id)
    await paired.press(paired.ann, quiet, message.id)
    await paired.wait(hours=1)
    token = await paired.link(paired.ann)
    await paired.join(paired.cleo, token)
    await paired.tap(paired.ann, YES)
    await paired.press(paired.ann, tell, message.id)
    assert paired.ann.toasts == ["There is nothing here any more."] * 2
    assert paired.cleo.has("has ended this here") is False


async def test_a_told_ending_is_one_neutral_line(paired: House) -> None:
    """Ben reads that it ended; nobody's *Share* stands any more, and nothing that was on its way arrives."""
    message = await paired.share(paired.ben, "On its way.")
    await paired.post(paired.ben, "Not opened.")
    await left(paired, "Tell Ben")
    assert paired.ben.has("Ann has ended this here.")
    assert paired.ann.has("There is something") is False
    await paired.wait(days=1)
    assert paired.ann.has("There is something") is False
    await paired.command(paired.ben, "/note")
    await paired.write(paired.ben, "A thought.")
    assert paired.ben.labels() == ["Keep", "Discard", "Add a feeling"]
    assert paired.ben.messages[message].text.startswith("For Ann. It's with the post.")


async def test_what_cools_at_a_told_ending_stays(paired: House) -> None:
    """A share whose cooling-off has not ended is kept back, and its author's message says so."""
    mine = await paired.share(paired.ann, "From Ann.")
    theirs = await paired.share(paired.ben, "From Ben.")
    await left(paired, "Tell Ben")
    stays = "It did not leave. What you wrote stays yours."
    assert (paired.ann.messages[mine].text, paired.ben.messages[theirs].text) == (stays, stays)
    before = list(paired.ann.log)
    await paired.wait(minutes=20)
    assert paired.ann.log == before


async def test_a_preview_ends_with_the_pair(paired: House) -> None:
    """A preview that was left open cannot be sent once it ended, nor to somebody else later."""
    await paired.write(paired.ann, "A thought.")
    await paired.tap(paired.ann, "Share")
    preview, data = paired.ann.find("Send")
    await left(paired, "Tell Ben")
    await paired.press(paired.ann, data, preview.id)
    assert paired.ann.toasts[-1].startswith("There is nobody to share with here.")
    await paired.wait(hours=1)
    await paired.join(paired.cleo, await paired.link(paired.ann))
    await paired.tap(paired.ann, YES)
    await paired.press(paired.ann, data, preview.id)
    assert paired.ann.toasts[-1] == "There is nothing here any more."


async def test_leaving_needs_a_pair(home: House) -> None:
    """Who is alone cannot leave anybody."""
    await home.agree(home.ann)
    await home.command(home.ann, "/unpair")
    assert home.ann.newest.text.startswith("There is nobody to share with here.")


async def test_staying_changes_nothing(paired: House) -> None:
    """*Stay* closes the question."""
    await left(paired, "Stay")
    assert paired.ann.newest.text == "All right. Everything is as it was."
    await paired.post(paired.ann, "Still here.")
    assert paired.ben.has("There is something from Ann")


async def test_who_left_renews_by_inviting(paired: House) -> None:
    """Ben, who never learned of it, accepts; what he was about to send arrives in the renewed pair."""
    await left(paired)
    await paired.wait(days=1)
    token = await paired.link(paired.ann)
    assert "Ben will understand from it that you had left." in paired.ann.newest.text
    await paired.join(paired.ben, token)
    await paired.share(paired.ben, "In between.")
    await paired.tap(paired.ann, YES)
    await paired.wait(minutes=15)
    assert paired.ann.newest.text.startswith("There is something from Ben")
    await paired.post(paired.ann, "Again.")
    await paired.tap(paired.ben, "Open")
    assert paired.ben.has("Again.")


async def test_a_later_partner_never_reads_what_an_earlier_one_sent(paired: House) -> None:
    """Notices and words of a pair stay in that pair, whatever was left unopened there."""
    await paired.post(paired.ben, "From Ben.")
    old, data = paired.ann.find("Open")
    await left(paired)
    await paired.join(paired.cleo, await paired.link(paired.ann))
    await paired.tap(paired.ann, YES)
    await paired.post(paired.ben, "From Ben again.")
    await paired.post(paired.cleo, "From Cleo.")
    await paired.press(paired.ann, data, old.id)
    assert paired.ann.toasts == ["There is nothing here any more."]
    await paired.until(9)
    await paired.tap(paired.ann, "Open")
    assert "From Cleo." in paired.ann.newest.text
    assert paired.ann.has("From Ben") is False


async def test_next_stays_within_its_pair(paired: House) -> None:
    """*Next* in a message of the old pair opens nothing of the new one."""
    await paired.post(paired.ben, "One.")
    await paired.post(paired.ben, "Two.")
    await paired.tap(paired.ann, "Open")
    opened, data = paired.ann.find("Next")
    await left(paired)
    await paired.join(paired.cleo, await paired.link(paired.ann))
    await paired.tap(paired.ann, YES)
    await paired.post(paired.cleo, "From Cleo.")
    await paired.press(paired.ann, data, opened.id)
    assert paired.ann.toasts == ["There is nothing here any more."]
    assert paired.ann.has("From Cleo.") is False
