"""Looking back on both phones: own words, the picture of a week, what has passed, everything as one file."""

import io
import json
import zipfile

from bot.simulator import person, phone
from tests.e2e import stage

EMPTY = "There is nothing here now. That says nothing about either of you."


async def note(who: person.Person, words: str, *feeling: str) -> None:
    """Keep a private note, with a feeling where one is named."""
    await who.send("/note")
    await who.send(words)
    for label in feeling:
        await who.tap(label)
    await who.tap("Keep")


async def test_a_journal_is_turned_opened_shared_and_emptied(play: stage.Stage) -> None:
    """Ann pages through her own words in one message, shares one of them, and then deletes it on both phones."""
    await play.pair()
    for words in ("The tea was cold.", "I waved from the bus.", "Nobody saw it.", "A long queue.", "Rain again."):
        await note(play.ann, words)
    await play.ann.send("/journal")
    journal = play.ann.last
    assert journal.words.startswith("Your own words, newest first.")
    await play.ann.tap("Older")
    assert play.ann.last is journal
    await play.ann.tap("Newer")
    await play.ann.tap("4", message=journal)
    assert phone.plain(journal.words) == "23 November 2026\n\nI waved from the bus."
    for label in ("Share…", "Send", "Send now"):
        await play.ann.tap(label, message=journal)
    await play.ben.tap("Open")
    opened = play.ben.last
    assert "I waved from the bus." in opened.words
    await play.ann.send("/journal")
    await play.ann.tap("4")
    for label in ("Delete…", "Delete"):
        await play.ann.tap(label)
    assert opened.deleted_at is not None
    assert "I waved from the bus." not in play.ann.screen() + play.ben.screen()


async def test_what_has_passed_is_one_page_for_both(play: stage.Stage) -> None:
    """Both read the same exchange from their own side, protected, and a take-back mends an open page."""
    await play.pair()
    await play.ann.send("/ours")
    assert stage.says(play.ann) == EMPTY
    await play.shares(play.ann, "I kept you the last piece.")
    await play.ben.tap("Open")
    chosen = play.ben.buttons[0]
    await play.ben.tap(chosen)
    await play.wait(minutes=1)
    await play.ben.send("/ours")
    page = play.ben.last
    assert stage.says(play.ben).endswith(f"Ann:\n\nI kept you the last piece.\n\nYou:\n\n{chosen}")
    assert page.protected
    await play.ann.tap("Take it back")
    assert page.words == EMPTY
    assert "last piece" not in play.ben.screen()


async def test_a_week_comes_as_a_picture(play: stage.Stage) -> None:
    """On Sunday evening a picture with its words comes silently; nothing of it ever reaches the other."""
    await play.pair()
    before = play.received(play.ben)
    await note(play.ann, "Good sleep.", "Add a feeling", "Calm", "rested")
    await note(play.ann, "The bill.", "Add a feeling", "Worried", "nervous")
    await play.at(19, days=6)
    await play.wait(minutes=5)
    shown = [one for one in play.ann.inbox if one.kind == "photo"]
    assert len(shown) == 1
    caption = shown[0].caption or ""
    assert (shown[0].silent, caption.splitlines()[0]) == (
        True,
        "Your week, for you alone: the words you chose, and where they lie.",
    )
    assert "rested" in caption
    assert not any("Your week" in one for one in play.received(play.ben)[len(before) :])
    await play.ann.tap("Hide", message=shown[0])
    assert shown[0].deleted_at is not None


async def test_everything_comes_as_one_file(play: stage.Stage) -> None:
    """The archive can be opened, holds what is Ann's and what she opened, and comes once a day."""
    await play.pair()
    await play.shares(play.ben, "From Ben.")
    await play.ann.tap("Open")
    await note(play.ann, "Mine alone.")
    await play.ann.send("/export")
    await play.wait(minutes=1)
    sent = [one for one in play.ann.inbox if one.kind == "document"][-1]
    content = play.world.files.get(sent.file_id or "").content
    with zipfile.ZipFile(io.BytesIO(content)) as found:
        data = json.loads(found.read("nearer.json"))
        page = found.read("nearer.html").decode()
    assert [one["words"] for one in data["shared_with_you"]] == ["From Ben."]
    assert "Mine alone." in page
    await play.ann.send("/export")
    assert stage.says(play.ann) == "Today's file is here already. Tomorrow there can be another."
