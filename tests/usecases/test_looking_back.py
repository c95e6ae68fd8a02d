"""The journal and what has passed: one's own words, pages, and a record that keeps to what is true."""

import dataclasses

import pytest

from tests.usecases.house import House, Phone

EMPTY = "There is nothing here now. That says nothing about either of you."
OLDER, NEWER = "\u2039 Older", "Newer \u203a"


async def note(home: House, who: Phone, words: str) -> None:
    """Write a private note and keep it."""
    await home.command(who, "/note")
    await home.write(who, words)
    await home.tap(who, "Keep")


async def test_the_journal_shows_own_words_newest_first(home: House) -> None:
    """It works alone, and its newest entry comes first, each with its day."""
    await home.agree(home.ann)
    await note(home, home.ann, "The first.")
    await note(home, home.ann, "The second.")
    await home.command(home.ann, "/journal")
    text = home.ann.newest.text
    assert text.startswith(
        "Your own words, newest first. Nobody else sees this page.\n\n1 · 23 November\n\nThe second."
    )
    assert text.index("The second.") < text.index("The first.")
    assert home.ann.labels() == ["1", "2", "3", "By feeling", "By month", "Hide"]


async def test_the_journal_begins_with_hello(home: House) -> None:
    """A stranger, of whom nothing is kept, reads where to begin."""
    for command in ("/journal", "/ours"):
        await home.command(home.cleo, command)
        assert home.cleo.newest.text == "One thing first: /start says what this is."


async def test_pages_turn_in_the_same_message(paired: House) -> None:
    """Older pages replace newer ones in one message, and an entry leads back to its page."""
    for number in range(7):
        await note(paired, paired.ann, f"Note {number}.")
    await paired.command(paired.ann, "/journal")
    shown = paired.ann.newest.id
    await paired.tap(paired.ann, OLDER)
    assert paired.ann.newest.id == shown
    assert "Note 1." in paired.ann.newest.text
    assert "Note 6." not in paired.ann.newest.text
    await paired.tap(paired.ann, "1")
    assert paired.ann.newest.text == "23 November 2026\n\nNote 1."
    await paired.tap(paired.ann, "Back")
    assert NEWER in paired.ann.labels()
    assert paired.ann.newest.id == shown


async def test_drafts_are_found_again(paired: House) -> None:
    """What was left as a draft stands in the journal and says so."""
    await paired.write(paired.ann, "Half a thought.")
    await paired.command(paired.ann, "/journal")
    assert "1 · 23 November · a draft\n\nHalf a thought." in paired.ann.newest.text


async def test_by_month_and_by_feeling(paired: House) -> None:
    """The journal can be narrowed to a month, and to a family of feelings."""
    await note(paired, paired.ann, "November words.")
    await paired.wait(days=20)
    await note(paired, paired.ann, "December words.")
    person = await paired.person(paired.ann)
    async with paired.store.begin() as tx:
        newest = (await tx.reflections(person.id))[-1]
        await tx.save(dataclasses.replace(newest, feeling="settled"))
    await paired.command(paired.ann, "/journal")
    await paired.tap(paired.ann, "By month")
    assert paired.ann.labels() == ["December 2026", "November 2026", "All"]
    await paired.tap(paired.ann, "November")
    assert "November words." in paired.ann.newest.text
    assert "December words." not in paired.ann.newest.text
    await paired.tap(paired.ann, "By feeling")
    assert paired.ann.labels() == ["Calm", "All"]
    await paired.tap(paired.ann, "Calm")
    assert paired.ann.newest.text == "Your own words: Calm.\n\n1 · 13 December\n\nDecember words."
    await paired.tap(paired.ann, "1")
    assert paired.ann.newest.text == "13 December 2026\n\nDecember words.\n\nThe word you chose: settled."


async def test_an_entry_can_be_shared_from_the_journal(paired: House) -> None:
    """Sharing goes through the same preview as everywhere, also for what had no Share button of its own."""
    await note(paired, paired.ann, "From long ago.")
    await paired.wait(days=2)
    await paired.command(paired.ann, "/journal")
    message = paired.ann.newest
    place = message.text[: message.text.index("From long ago.")].rstrip().rpartition("\n")[2][0]
    await paired.tap(paired.ann, place)
    await paired.tap(paired.ann, "Share")
    assert paired.ann.newest.text.startswith("This is what Ben would read:\n\nFrom long ago.")
    await paired.tap(paired.ann, "Send")
    await paired.wait(minutes=10)
    assert paired.ben.has("There is something from Ann")


async def test_alone_nothing_is_offered_to_share(home: House) -> None:
    """Where there is nobody, an entry can be deleted and left, no more."""
    await home.agree(home.ann)
    await home.command(home.ann, "/journal")
    await home.tap(home.ann, "1")
    assert home.ann.labels() == ["Add a feeling", "Delete…", "Back"]


async def test_deleting_takes_back_what_was_shared(paired: House) -> None:
    """Deleting asks once, erases the words and the person's own message, and takes the share back."""
    await paired.post(paired.ann, "Better unsaid.")
    await paired.tap(paired.ben, "Open")
    await paired.command(paired.ann, "/journal")
    await paired.tap(paired.ann, "1")
    assert paired.ann.labels() == ["Take it back", "Add a feeling", "Delete…", "Back"]
    await paired.tap(paired.ann, "Delete…")
    assert paired.ann.newest.text.startswith("Delete this for good? What was shared of it is taken back, too.")
    await paired.tap(paired.ann, "Delete")
    assert paired.ann.toasts[-1] == "Deleted."
    assert not paired.ann.has("Better unsaid.")
    assert "Better unsaid." not in paired.ann.own.values()
    assert not paired.ben.has("Better unsaid.")
    assert paired.ann.has("Taken back, as far as Telegram allows.")


async def test_deleting_stops_what_still_cools_off(paired: House) -> None:
    """What had not left never leaves."""
    await paired.share(paired.ann, "Not yet gone.")
    await paired.command(paired.ann, "/journal")
    for label in ("1", "Delete…", "Delete"):
        await paired.tap(paired.ann, label)
    await paired.wait(hours=1)
    assert not paired.ben.has("There is something")
    assert not paired.ann.has("Not yet gone.")


async def test_a_deleted_tap_leaves_the_question(paired: House) -> None:
    """A tapped answer goes from below its question, too."""
    await paired.wait(days=1)
    await paired.command(paired.ann, "/today")
    await paired.answer(paired.ann)
    asked = [one for one in paired.ann.messages.values() if one.text.endswith("Kept, for you alone.")][-1]
    await paired.command(paired.ann, "/journal")
    for label in ("1", "Delete…", "Delete"):
        await paired.tap(paired.ann, label)
    assert paired.ann.messages[asked.id].text == asked.text.rsplit("\n\n", maxsplit=2)[0]


@pytest.mark.parametrize("data", ["entry:999:0", "entry-erase:999:0", "journal:0:55", "journal-by:0:7"])
async def test_old_buttons_of_the_journal_find_nothing(paired: House, data: str) -> None:
    """A button for what is gone, or that never was, is answered kindly."""
    await paired.command(paired.ann, "/journal")
    await paired.press(paired.ann, data, paired.ann.newest.id)
    assert paired.ann.toasts == ["There is nothing here any more."]


async def test_ours_holds_what_passed_both_ways(paired: House) -> None:
    """What both shared stands in order, protected, with what came back, and without times or states."""
    await paired.post(paired.ann, "I liked the walk.")
    await paired.tap(paired.ben, "Open")
    received = paired.ben.labels()[0]
    await paired.tap(paired.ben, received)
    await paired.wait(minutes=5)
    await paired.command(paired.ben, "/ours")
    expected = f"What has passed between you.\n\nAnn:\n\nI liked the walk.\n\nYou:\n\n{received}"
    assert (paired.ben.newest.text, paired.ben.newest.protected) == (expected, True)
    await paired.command(paired.ann, "/ours")
    assert paired.ann.newest.text == "What has passed between you.\n\nYou:\n\nI liked the walk."
    await paired.tap(paired.ann, "Open")
    await paired.command(paired.ann, "/ours")
    assert paired.ann.newest.text.endswith(f"Ben:\n\n{received}")
    assert paired.ann.labels() == ["Something for me now", "Hide"]


async def test_own_shares_appear_when_the_cooling_off_ends(paired: House) -> None:
    """Not before: until then it can be undone without a trace. Whether it was opened changes nothing."""
    await paired.share(paired.ann, "Soon.")
    await paired.command(paired.ann, "/ours")
    assert paired.ann.newest.text == EMPTY
    await paired.wait(minutes=10)
    await paired.command(paired.ann, "/ours")
    before = paired.ann.newest.text
    await paired.tap(paired.ben, "Open")
    await paired.command(paired.ann, "/ours")
    assert paired.ann.newest.text == before
    assert "Soon." in before


async def test_unopened_words_are_not_in_ours(paired: House) -> None:
    """What waits behind a notice stays behind it."""
    await paired.post(paired.ann, "Still folded.")
    await paired.command(paired.ben, "/ours")
    assert paired.ben.newest.text == EMPTY


async def test_a_take_back_mends_ours_on_both_phones(paired: House) -> None:
    """Words that were taken back stand nowhere any more, also not in a page that was open."""
    await paired.post(paired.ann, "For a moment.")
    await paired.tap(paired.ben, "Open")
    await paired.command(paired.ben, "/ours")
    await paired.command(paired.ann, "/ours")
    assert paired.ben.has("For a moment.")
    await paired.tap(paired.ann, "Take it back")
    assert not paired.ben.has("For a moment.")
    assert (paired.ben.newest.text, paired.ann.newest.text) == (EMPTY, EMPTY)


async def test_there_is_one_page_of_ours_at_a_time(paired: House) -> None:
    """A new one replaces the old one, so that there is nothing a take-back could miss."""
    await paired.post(paired.ann, "Once.")
    for _ in range(3):
        await paired.command(paired.ann, "/ours")
    shown = [one for one in paired.ann.messages.values() if one.text.startswith("What has passed")]
    assert len(shown) == 1


async def test_pages_of_ours_turn_and_one_from_before_comes_back(paired: House) -> None:
    """Long records have pages; one old exchange can be looked at by itself."""
    for number in range(5):
        await paired.post(paired.ann, f"Share {number}.")
    await paired.command(paired.ann, "/ours")
    shown = paired.ann.newest
    assert ("Share 3." in shown.text, "Share 4." in shown.text, "Share 2." in shown.text) == (True, True, False)
    assert list(dict(shown.buttons)) == [OLDER, "One from before", "Something for me now", "Hide"]
    await paired.tap(paired.ann, OLDER)
    assert paired.ann.newest.id == shown.id
    assert "Share 0." in paired.ann.newest.text
    await paired.tap(paired.ann, NEWER)
    assert paired.ann.newest.text == shown.text
    await paired.tap(paired.ann, "One from before")
    assert paired.ann.newest.text.startswith("One from before:\n\nYou:\n\nShare ")
    assert paired.ann.newest.text[-2] in "012"
    await paired.tap(paired.ann, "Back")
    assert paired.ann.newest.text == shown.text


async def test_ours_is_the_same_after_a_quiet_leaving(paired: House) -> None:
    """Who stayed keeps the record as it was, byte for byte, also when the other is forgotten."""
    await paired.post(paired.ann, "Before.")
    await paired.tap(paired.ben, "Open")
    await paired.command(paired.ben, "/ours")
    before = paired.ben.newest.text
    await paired.command(paired.ann, "/unpair")
    await paired.tap(paired.ann, "Leave quietly")
    await paired.command(paired.ben, "/ours")
    assert paired.ben.newest.text == before
    await paired.command(paired.ann, "/forget")
    await paired.tap(paired.ann, "Leave it with Ben")
    await paired.write(paired.ann, "forget")
    await paired.command(paired.ben, "/ours")
    assert paired.ben.newest.text == before


async def test_empty_is_the_same_for_every_reason(paired: House) -> None:
    """Alone, never shared, all taken back: the same bytes, and the way to something for oneself."""
    await paired.agree(paired.cleo)
    await paired.post(paired.ann, "Gone soon.")
    await paired.tap(paired.ann, "Take it back")
    shown = set()
    for who in (paired.ann, paired.ben, paired.cleo):
        await paired.command(who, "/ours")
        shown.add((who.newest.text, who.newest.buttons))
    assert shown == {(EMPTY, (("Something for me now", "for-me:0"),))}


async def test_ours_goes_on_when_the_other_comes_back(paired: House) -> None:
    """To who stayed it never ended: a renewed pair keeps the record of the one before."""
    await paired.post(paired.ann, "Before.")
    await paired.tap(paired.ben, "Open")
    await paired.command(paired.ann, "/unpair")
    await paired.tap(paired.ann, "Leave quietly")
    await paired.join(paired.ben, await paired.link(paired.ann))
    await paired.tap(paired.ann, "Yes, that's right")
    await paired.command(paired.ben, "/ours")
    assert paired.ben.newest.text == "What has passed between you.\n\nAnn:\n\nBefore."
    before = paired.ben.newest.text
    await paired.command(paired.ann, "/forget")
    await paired.tap(paired.ann, "Leave it with Ben")
    await paired.write(paired.ann, "forget")
    await paired.command(paired.ben, "/ours")
    assert paired.ben.newest.text == before
