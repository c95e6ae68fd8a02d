"""What is kept, clearing the chat, and being forgotten."""

import dataclasses

import pytest
import sqlalchemy as sa

from bot.store import tables
from bot.usecases import ports, turns
from tests.usecases.house import House, Phone

CONFIRM = "This deletes everything of yours here, for good."


async def test_privacy_says_what_is_kept_and_who_runs_the_bot(home: House) -> None:
    """Everybody can read it, also before agreeing; it names the operator."""
    await home.command(home.ann, "/privacy")
    assert "Run by Robin, of Example Street" in home.ann.newest.text
    assert len(home.ann.newest.text.splitlines()) >= 10


async def test_clearing_empties_the_chat(paired: House) -> None:
    """Every message of the last 48 hours goes, both ways, and the bot says how far that is."""
    await paired.write(paired.ann, "A thought.")
    await paired.command(paired.ann, "/clear")
    own = [one for one in paired.ann.own.values() if "thought" in one]
    assert own == []
    assert paired.ann.newest.text.startswith("Cleared as far as Telegram allows")
    await paired.wait(days=3)
    await paired.command(paired.cleo, "/clear")
    assert paired.cleo.newest.text.startswith("Cleared as far as Telegram allows")


async def test_clearing_loses_no_post(paired: House) -> None:
    """A notice that was cleared away unopened comes on another day, once."""
    await paired.post(paired.ann, "From Ann.")
    await cleared(paired, paired.ben)
    await paired.until(9)
    await paired.tap(paired.ben, "Open")
    assert "From Ann." in paired.ben.newest.text


async def cleared(home: House, who: Phone) -> None:
    """Let the newest message be known as sent, and clear the chat."""
    shown, person = who.newest.id, await home.person(who)
    async with home.store.begin() as tx:
        noted = ports.ChatMessage(person_id=person.id, message_id=shown, incoming=False, at=home.now)
        await tx.note_messages([noted])
    await home.command(who, "/clear")
    assert shown not in who.messages


async def test_clearing_loses_nothing_that_came_back(paired: House) -> None:
    """What came back and was cleared away unopened comes on another day, once, at an hour that is not quiet."""
    await paired.post(paired.ann, "From Ann.")
    await paired.tap(paired.ben, "Open")
    received, _ = paired.ben.newest.buttons[0]
    await paired.tap(paired.ben, received)
    await paired.wait(seconds=11)
    await cleared(paired, paired.ann)
    await paired.wait(hours=1)
    assert not paired.ann.has("Something came back")
    await paired.wait(days=1)
    assert paired.ann.has("Something came back")
    await paired.tap(paired.ann, "Open")
    assert received in paired.ann.newest.text
    await paired.wait(days=2)
    said = [line[2].text for line in paired.ann.log if line[1] == "say"]
    assert said.count("Something came back from Ben.") == 2


async def test_clearing_loses_no_warmth_that_came_by_itself(paired: House) -> None:
    """A warmth whose reader takes them as they come, and cleared it away unopened, comes on another day."""
    await paired.command(paired.ben, "/warmth")
    await paired.tap(paired.ben, "How they reach me")
    await paired.tap(paired.ben, "As they come")
    await paired.command(paired.ann, "/warmth")
    line, _ = paired.ann.newest.buttons[0]
    await paired.tap(paired.ann, line)
    await paired.wait(seconds=11)
    await cleared(paired, paired.ben)
    await paired.wait(days=1)
    await paired.tap(paired.ben, "Open")
    assert line in paired.ben.newest.text


async def count(home: House, who_id: int) -> int:
    """Return how many rows of all tables name a person."""
    rows = 0
    async with home.store.begin() as tx:
        for table in tables.metadata.sorted_tables:
            for column in table.c:
                if column.name.endswith("_id") or column.name == "id":
                    found = sa.select(sa.func.count()).select_from(table).where(column == who_id)
                    rows += (await tx._connection.execute(found)).scalar_one()
    return rows


async def test_forgetting_leaves_no_row(paired: House) -> None:
    """Nothing names the person any more; only their random number stays, outside the database."""
    await paired.post(paired.ann, "Unopened.")
    await paired.write(paired.ann, "A draft.")
    ann = await paired.person(paired.ann)
    assert await count(paired, ann.id) > 5
    await paired.command(paired.ann, "/forget")
    assert paired.ann.newest.text.startswith(CONFIRM)
    await paired.write(paired.ann, "Forget.")
    assert paired.ann.newest.text.startswith("Done. Everything of yours here is deleted")
    assert await count(paired, ann.id) == 0
    assert paired.parts.erasures.ids() == {ann.id}  # type: ignore[attr-defined]
    assert paired.ben.has("There is something") is False
    await paired.command(paired.ann, "/start")
    assert paired.ann.labels()[0] == "I'm 18 or older and agree"
    assert (await paired.person(paired.ann)).id != ann.id


@pytest.mark.parametrize(("label", "stays"), [("Leave it with Ben", True), ("Take it back too", False)])
async def test_what_was_opened_stays_or_goes(paired: House, label: str, stays: bool) -> None:  # noqa: FBT001
    """The person chooses what happens to what the partner has opened."""
    await paired.post(paired.ann, "Opened.")
    await paired.tap(paired.ben, "Open")
    await paired.post(paired.ann, "Unopened.")
    await paired.command(paired.ann, "/forget")
    assert paired.ann.labels() == ["Leave it with Ben", "Take it back too", "Keep everything"]
    await paired.tap(paired.ann, label)
    await paired.write(paired.ann, "forget")
    await paired.wait(days=2)
    assert paired.ben.has("Opened.") is stays
    assert [one.endswith(" taken") for one in paired.parts.erasures.lines()] == [not stays]  # type: ignore[attr-defined]
    assert paired.ben.has("Unopened.") is False
    assert paired.ben.has("There is something") is False


async def test_an_old_partner_leaves_first_to_pair_with_who_was_forgotten(paired: House) -> None:
    """The same account is a stranger, whose invitation Ben can only accept after leaving."""
    await paired.command(paired.ann, "/forget")
    await paired.write(paired.ann, "forget")
    await paired.agree(paired.ann)
    token = await paired.link(paired.ann)
    await paired.join(paired.ben, token)
    assert paired.ben.toasts == ["You have Ann here. To pair with someone else, leave first: /unpair"]


async def test_any_other_word_keeps_everything(paired: House) -> None:
    """Only the word itself confirms; other words are what they are, and the question is over."""
    await paired.command(paired.ann, "/forget")
    await paired.write(paired.ann, "On second thought, no.")
    assert paired.ann.labels() == ["Keep", "Share…", "Discard", "Add a feeling"]
    await paired.write(paired.ann, "forget")
    assert paired.ann.labels() == ["Keep", "Share…", "Discard", "Add a feeling"]


async def test_keeping_everything_and_commands_end_the_question(paired: House) -> None:
    """A tap on *Keep everything*, or any command, and the word means nothing any more."""
    await paired.command(paired.ann, "/forget")
    await paired.tap(paired.ann, "Keep everything")
    await paired.write(paired.ann, "forget")
    assert paired.ann.labels() == ["Keep", "Share…", "Discard", "Add a feeling"]
    await paired.command(paired.ann, "/forget")
    await paired.command(paired.ann, "/today")
    await paired.write(paired.ann, "forget")
    ann = await paired.person(paired.ann)
    assert ann.agreed_at is not None


async def test_a_choice_that_does_not_exist_is_refused(paired: House) -> None:
    """A made-up button begins nothing."""
    await paired.press(paired.ann, "forget:0:7", 1)
    assert paired.ann.toasts == ["There is nothing here any more."]
    assert (await paired.person(paired.ann)).dialog is None


async def test_taking_back_reaches_behind_a_renewed_pair(paired: House) -> None:
    """What was opened before the two paired anew goes, too, where the person wants it so."""
    await paired.post(paired.ann, "From before.")
    await paired.tap(paired.ben, "Open")
    await paired.command(paired.ann, "/unpair")
    await paired.tap(paired.ann, "Leave quietly")
    await paired.join(paired.ben, await paired.link(paired.ann))
    await paired.tap(paired.ann, "Yes, that's right")
    await paired.command(paired.ann, "/forget")
    await paired.tap(paired.ann, "Take it back too")
    await paired.write(paired.ann, "forget")
    assert not paired.ben.has("From before.")
    await paired.command(paired.ben, "/ours")
    assert paired.ben.newest.text == "There is nothing here now. That says nothing about either of you."


async def test_what_was_left_stays_in_what_has_passed(paired: House) -> None:
    """*Leave it with Ben*: Ben's own record still holds it, from before and after."""
    await paired.post(paired.ann, "Yours to keep.")
    await paired.tap(paired.ben, "Open")
    await paired.command(paired.ben, "/ours")
    before = paired.ben.newest.text
    await paired.command(paired.ann, "/forget")
    await paired.tap(paired.ann, "Leave it with Ben")
    await paired.write(paired.ann, "forget")
    await paired.command(paired.ben, "/ours")
    assert paired.ben.newest.text == before


async def test_privacy_says_how_long_backups_live(home: House) -> None:
    """It names the days of backups and of the keys in them, and whether the bot makes any by itself."""
    await home.command(home.ann, "/privacy")
    assert "Backups are encrypted and kept for 90 days" in home.ann.newest.text
    assert "your key is in them for 14 days" in home.ann.newest.text
    home.parts = dataclasses.replace(home.parts, backups=turns.Backups(hours=0, days=90, key_days=14))
    await home.command(home.ann, "/privacy")
    assert (
        "The bot makes no backups by itself; one made by hand is encrypted and kept for 90" in home.ann.newest.text
    )


async def test_privacy_is_ten_lines(home: House) -> None:
    """Ten, each with one thing to know."""
    await home.command(home.ann, "/privacy")
    assert len(home.ann.newest.text.splitlines()) == 10
