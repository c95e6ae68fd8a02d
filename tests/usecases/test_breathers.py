"""A breather: told at once, words held, come back from, closed by itself."""

import datetime as dt

import pytest

from bot.domain import model
from tests.usecases.house import House, Phone
from tests.usecases.pausing import CLOSED, breather

TOLD = "Ann takes a breather from this talk. It isn't a no to you."


async def own(home: House, who: Phone) -> model.Breather | None:
    """Return the breather that somebody has called."""
    async with home.store.begin() as tx:
        person = await tx.person_by_telegram(who.telegram_id)
        return await tx.breather_of(person.id) if person else None


async def test_the_length_sends_it(paired: House) -> None:
    """Two taps after the command nothing more is needed: the other reads it after ten seconds, silently."""
    await paired.command(paired.ann, "/breather")
    assert paired.ann.labels() == ["20 minutes", "1 hour", "3 hours", "Tomorrow at…"]
    await paired.tap(paired.ann, "1 hour")
    assert not paired.ben.has(TOLD)
    await paired.wait(seconds=10)
    assert paired.ben.newest.text == (f"{TOLD}\n\nPlanned return: 13:00.\n\nIf the time passes, it simply closes.")
    assert paired.ben.log[-1][3] is True
    assert paired.ben.labels() == [
        "See you then",
        "Thanks for telling me",
        "I'll use the time, too",
        "Something for me now",
    ]


async def test_an_older_screen_leads_to_the_newer_one(paired: House) -> None:
    """At the time that was chosen the older screen loses its buttons: one place shows the breather."""
    await breather(paired, paired.ann, "20 minutes")
    older = paired.ann.newest.id
    await paired.wait(minutes=20)
    assert paired.ann.newest.id != older
    assert (paired.ann.messages[older].text, paired.ann.messages[older].buttons) == ("This goes on below.", ())
    await paired.tap(paired.ann, "I'm back")
    assert "Welcome back" in paired.ann.newest.text


async def test_a_breather_is_undone_in_words(paired: House) -> None:
    """Who types *undo* within ten seconds means the breather, and not an older share."""
    before = list(paired.ben.log)
    await paired.command(paired.ann, "/breather")
    await paired.tap(paired.ann, "20 minutes")
    message, _ = paired.ann.find("Undo")
    await paired.write(paired.ann, "undo")
    await paired.wait(hours=2)
    assert (paired.ben.log, paired.ann.newest.text) == (before, "Undone. Nothing was told.")
    assert paired.ann.messages[message.id].buttons == ()


async def test_undo_leaves_no_trace(paired: House) -> None:
    """Undone within ten seconds, it was never told; later undoing is over."""
    before = list(paired.ben.log)
    await paired.command(paired.ann, "/breather")
    await paired.tap(paired.ann, "20 minutes")
    message, data = paired.ann.find("Undo")
    await paired.tap(paired.ann, "Undo")
    await paired.wait(hours=2)
    assert (paired.ben.log, paired.ann.newest.text) == (before, "Undone. Nothing was told.")
    await breather(paired, paired.ann)
    number = (await own(paired, paired.ann) or pytest.fail("no breather")).n
    await paired.press(paired.ann, f"breather-undo:{number}", message.id)
    assert paired.ann.toasts[-1] == "It has been told already. “I'm back” ends it."
    assert data != f"breather-undo:{number}"


async def test_a_double_tap_calls_one(paired: House) -> None:
    """Two taps on a length, and two on two lengths, are one breather and one line."""
    await paired.command(paired.ann, "/breather")
    message, data = paired.ann.find("1 hour")
    await paired.press(paired.ann, data, message.id)
    await paired.press(paired.ann, data, message.id)
    await paired.wait(seconds=10)
    await paired.press(paired.ann, data, message.id)
    await paired.wait(seconds=20)
    assert [entry[1] for entry in paired.ben.log if TOLD in getattr(entry[2], "text", "")] == ["say"]


async def test_a_line_goes_along(paired: House) -> None:
    """A line chosen before it leaves stands in it; one chosen later follows, once."""
    await paired.command(paired.ann, "/breather")
    await paired.tap(paired.ann, "1 hour")
    await paired.tap(paired.ann, "It isn't about you")
    await paired.wait(seconds=10)
    assert "“It isn't about you.”" in paired.ben.newest.text
    await paired.tap(paired.ann, "I'm back")
    await breather(paired, paired.ann)
    message, data = paired.ann.find("My head is very full")
    await paired.press(paired.ann, data, message.id)
    await paired.press(paired.ann, data, message.id)
    assert paired.ben.newest.text == "Ann adds:\n\n“My head is very full.”"
    assert len([one for one in paired.ben.messages.values() if one.text.startswith("Ann adds:")]) == 1


async def test_an_answer_pushes_nothing(paired: House) -> None:
    """What the other taps comes to stand on the caller's own screen, without a message."""
    await breather(paired, paired.ann)
    pushed = len([entry for entry in paired.ann.log if entry[1] == "say"])
    await paired.tap(paired.ben, "See you then")
    assert "You said:\n\n“See you then.”" in paired.ben.newest.text
    assert paired.ben.labels() == ["Something for me now"]
    assert "Ben says:\n\n“See you then.”" in paired.ann.newest.text
    assert len([entry for entry in paired.ann.log if entry[1] == "say"]) == pushed


async def test_what_can_help_comes_when_asked(paired: House) -> None:
    """The menu of what helps is pulled by a tap, and leads back."""
    await breather(paired, paired.ann)
    await paired.tap(paired.ann, "What can help")
    assert "A walk." in paired.ann.newest.text
    await paired.tap(paired.ann, "Back")
    assert "I'm back" in paired.ann.labels()


async def test_coming_back_tells_the_other(paired: House) -> None:
    """At the time one private line asks; coming back gives both a soft first line, and nothing closes later."""
    await breather(paired, paired.ann)
    before = len(paired.ben.log)
    await paired.wait(hours=1)
    assert paired.ann.labels() == ["I'm back", "A bit longer", "Tomorrow at…"]
    assert len(paired.ben.log) == before
    await paired.tap(paired.ann, "I'm back")
    assert paired.ann.newest.text.startswith("Welcome back. Ben reads it now.\n\nA soft first line")
    assert paired.ben.newest.text.startswith("Ann is back.\n\nA soft first line")
    await paired.wait(hours=2)
    assert not paired.ben.has(CLOSED)
    assert await own(paired, paired.ann) is None


async def test_nothing_tapped_closes_it(paired: House) -> None:
    """Half an hour after the time it closes: the other reads so, the caller's screen says it is fine."""
    await breather(paired, paired.ann)
    message, data = paired.ann.find("I'm back")
    await paired.wait(hours=1, minutes=28)
    assert not paired.ben.has(CLOSED)
    await paired.wait(minutes=3)
    assert paired.ben.newest.text == CLOSED
    assert paired.ben.labels() == ["Something for me now"]
    assert paired.ann.has("Your breather has closed by itself.")
    assert await own(paired, paired.ann) is None
    await paired.press(paired.ann, data, message.id)
    assert paired.ann.toasts[-1] == "That breather is over. Nothing is left to do."


async def test_longer_once(paired: House) -> None:
    """A breather is made longer once; the other reads the new time, and the old one closes nothing."""
    await breather(paired, paired.ann)
    await paired.wait(hours=1)
    await paired.tap(paired.ann, "A bit longer")
    await paired.tap(paired.ann, "3 hours")
    assert paired.ben.newest.text == "Ann takes a bit longer. It isn't a no to you.\n\nPlanned return: 16:00."
    await paired.wait(hours=1)
    assert not paired.ben.has(CLOSED)
    await paired.wait(hours=2)
    assert paired.ann.labels() == ["I'm back"]
    await paired.wait(minutes=30)
    assert paired.ben.newest.text == CLOSED


async def test_words_for_the_caller_wait(paired: House) -> None:
    """What the other sends stays undoable until the breather closes, then goes by the ordinary post."""
    await breather(paired, paired.ann)
    await paired.share(paired.ben, "Take your time.")
    await paired.share(paired.ben, "And this.")
    await paired.wait(minutes=20)
    assert paired.ben.newest.text.startswith("For Ann. It goes with the post when the breather is over.")
    await paired.tap(paired.ben, "Undo")
    await paired.wait(minutes=60)
    assert not paired.ann.has("There is something from Ben")
    await paired.wait(minutes=10)
    assert paired.ann.has("There is something from Ben")
    await paired.tap(paired.ann, "Open")
    assert "Take your time." in paired.ann.newest.text
    assert "And this." not in str(paired.ann.log)


async def test_coming_back_early_lets_held_words_go(paired: House) -> None:
    """Held words leave when the caller is back; what still cools off keeps its own time."""
    await breather(paired, paired.ann)
    await paired.share(paired.ben, "The first.")
    await paired.wait(minutes=15)
    await paired.share(paired.ben, "The second.")
    await paired.wait(minutes=5)
    await paired.tap(paired.ann, "I'm back")
    await paired.wait(seconds=5)
    assert paired.ann.newest.text.startswith("There is something from Ben")
    _, undo = paired.ben.find("Undo")
    await paired.tap(paired.ann, "Open")
    assert "The first." in paired.ann.newest.text
    await paired.tap(paired.ben, "Undo")
    await paired.wait(minutes=30)
    assert "The second." not in str(paired.ann.log)
    assert undo.startswith("undo:")


async def test_prompts_rest_for_both(paired: House) -> None:
    """No question comes to either while the talk rests, nor later that day; the next day has one."""
    await paired.wait(days=1, hours=6, minutes=50)
    before = [len(who.log) for who in (paired.ann, paired.ben)]
    await breather(paired, paired.ann, "20 minutes")
    await paired.wait(hours=2)
    asked = [who.log[start:] for who, start in zip((paired.ann, paired.ben), before, strict=True)]
    assert "Not today" not in str(asked)
    await paired.wait(days=1)
    assert all("Not today" in str(who.log[-3:]) for who in (paired.ann, paired.ben))


async def test_at_night_the_shortest_is_tomorrow(paired: House) -> None:
    """In the caller's quiet hours only tomorrow is offered; the other still reads it at once."""
    await paired.command(paired.ann, "/breather")
    message, data = paired.ann.find("20 minutes")
    await paired.until(22)
    await paired.press(paired.ann, data, message.id)
    assert paired.ann.toasts[-1] == "At this hour a breather lasts until tomorrow. /breather shows the times."
    await paired.command(paired.ann, "/breather")
    assert paired.ann.labels() == ["Tuesday 09:00", "Tuesday 12:30", "Tuesday 19:00"]
    await paired.tap(paired.ann, "Tuesday 09:00")
    await paired.wait(seconds=10)
    assert "Planned return: Tuesday, 09:00." in paired.ben.newest.text


async def test_the_chosen_time_beats_quiet_hours(paired: House) -> None:
    """A typed time of tomorrow is taken, at night too; what names no time is kept, and nothing is called."""
    await paired.command(paired.ann, "/breather")
    await paired.tap(paired.ann, "Tomorrow at…")
    await paired.write(paired.ann, "when I feel like it")
    assert paired.ann.newest.text == "I couldn't read a time in that. 9:30 or 7pm works. What you wrote is kept."
    assert await own(paired, paired.ann) is None
    await paired.write(paired.ann, "7:15")
    await paired.wait(hours=19, minutes=16)
    assert "I'm back" in paired.ann.labels()
    await paired.command(paired.ann, "/breather")
    await paired.tap(paired.ann, "Tomorrow at…")


async def test_a_typed_time_has_a_screen_that_changes(paired: House) -> None:
    """After typed words, too, the caller's own screen shows what is told and answered, and longer is in place."""
    await paired.command(paired.ann, "/breather")
    await paired.tap(paired.ann, "Tomorrow at…")
    await paired.write(paired.ann, "9:00")
    assert "Undo" in paired.ann.labels()
    await paired.wait(seconds=10)
    assert "I'm back" in paired.ann.labels()
    await paired.tap(paired.ben, "Thanks for")
    assert "“Thanks for telling me.”" in paired.ann.newest.text
    await paired.until(8)
    await paired.tap(paired.ann, "Tomorrow at…")
    await paired.write(paired.ann, "8:30")
    assert "Planned return: Wednesday, 08:30." in paired.ann.newest.text
    assert "Planned return: Wednesday, 08:30." in paired.ben.newest.text


async def test_what_closed_by_itself_leaves_no_button_to_come_back(paired: House) -> None:
    """The private line of the time becomes the line that it is fine."""
    await breather(paired, paired.ann)
    await paired.wait(hours=1)
    asked = paired.ann.newest.id
    await paired.wait(minutes=31)
    assert (
        paired.ann.messages[asked].text
        == "Your breather has closed by itself. That's fine, and nothing is counted."
    )


async def test_a_day_is_the_longest(paired: House) -> None:
    """More than 24 hours are refused, and more than 48 in all with the extension."""
    await paired.command(paired.ann, "/breather")
    await paired.tap(paired.ann, "Tomorrow at…")
    await paired.write(paired.ann, "13:00")
    assert paired.ann.newest.text.startswith("A breather lasts 24 hours at most")
    await paired.write(paired.ann, "11:00")
    await paired.wait(hours=23, minutes=1)
    await paired.tap(paired.ann, "Tomorrow at…")
    await paired.write(paired.ann, "10:30")
    found = await own(paired, paired.ann)
    assert found is not None
    assert (found.until - found.called_at).total_seconds() == 46.5 * 3600


async def test_each_reads_their_own_clock(paired: House) -> None:
    """The planned return stands in the reader's local time, with the day where it is another."""
    await paired.change(paired.ben, zone="Australia/Sydney")
    await breather(paired, paired.ann, "3 hours")
    assert "Planned return: Tuesday, 01:00." in paired.ben.newest.text
    assert "Planned return: 15:00." in paired.ann.newest.text


async def test_without_a_zone_it_is_a_span(paired: House) -> None:
    """A reader whose clock is not known reads how long it takes."""
    await paired.change(paired.ben, zone=None)
    await breather(paired, paired.ann, "3 hours")
    assert "Planned return: in about 3 hours." in paired.ben.newest.text


async def test_both_at_once(paired: House) -> None:
    """Both can take one: each reads the other's at once, and each comes back alone."""
    await breather(paired, paired.ann)
    await breather(paired, paired.ben, "3 hours")
    assert "Ben takes a breather from this talk." in paired.ann.newest.text
    await paired.tap(paired.ann, "I'm back")
    assert paired.ben.newest.text.startswith("Ann is back.")
    await paired.tap(paired.ben, "I'm back")
    assert paired.ann.newest.text.startswith("Ben is back.")


async def test_ending_it_ends_the_breather(paired: House) -> None:
    """Where one tells that it has ended, no breather speaks any more."""
    await breather(paired, paired.ann)
    await paired.command(paired.ann, "/unpair")
    await paired.tap(paired.ann, "Tell Ben")
    ended = [len(who.log) for who in (paired.ann, paired.ben)]
    await paired.wait(hours=3)
    assert not paired.ben.has(CLOSED)
    assert "Planned return" not in str(paired.ann.log[ended[0] :])
    assert (await paired.person(paired.ben)).memory.waits_until is None


async def test_alone_there_is_no_talk(home: House) -> None:
    """Whoever is here alone is told of rest instead."""
    await home.agree(home.ann)
    await home.command(home.ann, "/breather")
    assert home.ann.newest.text == "There is nobody here to take a breather from. /pause is a rest from questions."


async def test_pause_is_two_things(paired: House) -> None:
    """The plain word offers a rest from questions, and a breather from this talk."""
    await paired.write(paired.ann, "pause")
    assert paired.ann.labels() == ["Rest from questions", "A breather from this talk"]
    await paired.tap(paired.ann, "A breather")
    assert paired.ann.labels()[0] == "20 minutes"


async def test_a_breather_that_came_too_late_is_not_told(paired: House) -> None:
    """After an outage longer than the breather nobody reads of what is past."""
    await paired.command(paired.ann, "/breather")
    await paired.tap(paired.ann, "20 minutes")
    paired.clock.advance(dt.timedelta(hours=2))
    await paired.tick()
    assert not paired.ben.has(TOLD)
    assert await own(paired, paired.ann) is None


async def test_nothing_of_it_is_kept(paired: House) -> None:
    """Over, a breather leaves a moment in memory and no row."""
    await breather(paired, paired.ann)
    await paired.tap(paired.ann, "I'm back")
    assert await own(paired, paired.ann) is None
    assert (await paired.person(paired.ann)).memory.breather_at == paired.now


async def test_something_for_me_is_the_same_every_day(paired: House) -> None:
    """The list is pulled, and neither days nor breathers change it."""
    await paired.command(paired.ben, "/help")
    await paired.tap(paired.ben, "Something for me now")
    shown = (paired.ben.newest.text, paired.ben.newest.buttons)
    await breather(paired, paired.ann)
    await paired.wait(days=2)
    await paired.command(paired.ben, "/help")
    await paired.tap(paired.ben, "Something for me now")
    assert (paired.ben.newest.text, paired.ben.newest.buttons) == shown
    await paired.tap(paired.ben, "One kind thing")
    await paired.tap(paired.ben, "Back")
    await paired.tap(paired.ben, "A private note")
    assert paired.ben.newest.text == "Write what you like. Nobody else sees it."
