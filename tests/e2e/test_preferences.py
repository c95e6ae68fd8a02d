"""Settings on a phone: one message, edited in place, and a menu in the person's language."""

import zoneinfo

from bot.simulator import phone
from tests.e2e import stage


async def test_one_message_from_end_to_end(play: stage.Stage) -> None:
    """Ann moves her time by a tap and by typing, in one message whose changed line says so."""
    await play.pair()
    await play.ann.send("/settings")
    page = play.ann.last
    for label in ("When questions come", "Time", "Morning"):
        await play.ann.tap(label, message=page)
    assert "Time: around 09:00 ✓" in phone.plain(page.words)
    await play.ann.tap("Time", message=page)
    await play.ann.send("7pm")
    assert "Time: around 19:00 ✓" in phone.plain(page.words)
    for label in ("Days", "Sunday", "Back", "Quiet hours", "Back", "Clock", "Back", "Back"):
        await play.ann.tap(label, message=page)
    for label in ("How far they go", "Size", "A word", "Depth", "2: how", "Look-back", "Off", "Back"):
        await play.ann.tap(label, message=page)
    for label in ("Back and forth", "Sound", "Time to undo", "1 minute", "Warmths", "As they come", "Back"):
        await play.ann.tap(label, message=page)
    for label in ("This chat", "Language", "English", "Country", "Back", "Tidy up after me"):
        await play.ann.tap(label, message=page)
    assert "Tidy up after me: your messages are deleted once they are kept ✓" in phone.plain(page.words)


async def test_the_calm_time_that_was_set_is_kept(play: stage.Stage) -> None:
    """The next question comes at the new time, once, and nothing of it shows on the other phone."""
    await play.pair()
    await play.ann.send("/settings")
    for label in ("When questions come", "Time"):
        await play.ann.tap(label)
    await play.ann.send("8:30")
    await play.ann.tap("Quiet hours")
    await play.ann.send("22:00 - 7:00")
    await play.question(play.ann)
    here = play.clock.now().astimezone(zoneinfo.ZoneInfo("Europe/Berlin"))
    assert (here.hour, here.minute // 10) == (8, 3)
    assert "Time" not in play.ben.screen()


async def test_another_language_at_any_moment(play: stage.Stage) -> None:
    """The page, everything after it and the menu of the chat speak the language that was chosen."""
    await play.pair()
    english = play.world.commands(play.ann)
    await play.ann.send("/settings")
    page = play.ann.last
    for label in ("This chat", "Language", "Deutsch"):
        await play.ann.tap(label, message=page)
    assert "Deutsch ✓" in phone.plain(page.words)
    german = play.world.commands(play.ann)
    assert [name for name, _ in german] == [name for name, _ in english]
    assert german[0] != english[0]
    assert play.world.commands(play.ben) == english
    await play.ann.send("/note")
    assert stage.says(play.ann) != "Write what you like. Nobody else sees it."
