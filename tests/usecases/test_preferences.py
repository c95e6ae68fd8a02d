"""Settings: what each tap and each typed value changes, and what no change ever brings about."""

import datetime as dt

import pytest

from bot.domain import model
from tests.usecases.house import House, Phone


async def open_(home: House, who: Phone, group: str, setting: str) -> None:
    """Open the list of a setting."""
    await home.command(who, "/settings")
    await home.tap(who, group)
    await home.tap(who, setting)


async def test_the_changed_line_confirms(paired: House) -> None:
    """One message is edited in place, and the line that changed bears a mark."""
    await open_(paired, paired.ann, "When questions come", "Time")
    pages = len(paired.ann.messages)
    await paired.tap(paired.ann, "Morning")
    assert paired.ann.newest.text == (
        "When questions come.\n\nTime: around 09:00 ✓\nDays: every day\n"
        "Quiet hours: 21:30 to 09:00\nClock: Berlin, Germany"
    )
    assert len(paired.ann.messages) == pages
    await paired.tap(paired.ann, "Back")
    assert paired.ann.labels()[-2:] == ["Rest from questions", "Leave…"]


@pytest.mark.parametrize(
    ("typed", "at"),
    [("7:45", dt.time(7, 45)), ("8pm", dt.time(20)), ("19h", dt.time(19)), ("6.30 am", dt.time(6, 30))],
)
async def test_a_time_can_be_typed(paired: House, typed: str, at: dt.time) -> None:
    """Typed times of day are understood, and the settings message shows them."""
    await open_(paired, paired.ann, "When questions come", "Time")
    await paired.write(paired.ann, typed)
    person = await paired.person(paired.ann)
    assert (person.calm, person.dialog) == (at, None)
    message, _ = paired.ann.find("Time")
    assert f"Time: around {at:%H:%M} ✓" in message.text


async def test_nonsense_is_kept_and_the_place_stays_open(paired: House) -> None:
    """What names no value is a private draft, and the next try still counts."""
    await open_(paired, paired.ann, "When questions come", "Time")
    await paired.write(paired.ann, "after dinner")
    assert paired.ann.newest.text.startswith("I couldn't read a time in that.")
    person = await paired.person(paired.ann)
    async with paired.store.begin() as tx:
        kept = (await tx.reflections(person.id))[-1]
    assert (kept.words, kept.state) == ("after dinner", model.ReflectionState.DRAFT)
    await paired.write(paired.ann, "20:15")
    assert (await paired.person(paired.ann)).calm == dt.time(20, 15)


async def test_days_are_switched_one_by_one(paired: House) -> None:
    """A tap switches a day and the list stays; with none, nothing comes by itself."""
    await open_(paired, paired.ann, "When questions come", "Days")
    await paired.tap(paired.ann, "Monday")
    assert paired.ann.labels()[:2] == ["Monday", "Tuesday ✓"]
    for day in ("Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"):
        await paired.tap(paired.ann, day)
    person = await paired.person(paired.ann)
    assert (person.days, person.next_ask_at) == (frozenset(), None)
    await paired.tap(paired.ann, "Back")
    assert "Days: only when you open /today" in paired.ann.newest.text


@pytest.mark.parametrize("typed", ["22:30 - 7:00", "10:30pm to 7am", "22:30 \N{EN DASH} 7"])
async def test_quiet_hours_can_be_typed(paired: House, typed: str) -> None:
    """Two typed times are quiet hours; one is not."""
    await open_(paired, paired.ann, "When questions come", "Quiet hours")
    await paired.write(paired.ann, "22:30")
    assert paired.ann.newest.text.startswith("I couldn't read two times in that.")
    await paired.write(paired.ann, typed)
    person = await paired.person(paired.ann)
    assert (person.quiet_from, person.quiet_until) == (dt.time(22, 30), dt.time(7))


async def test_quiet_hours_never_swallow_the_calm_time(paired: House) -> None:
    """Quiet hours around the calm time give way at their nearer edge, so that questions go on."""
    await open_(paired, paired.ann, "When questions come", "Quiet hours")
    await paired.write(paired.ann, "18:00 - 9:00")
    person = await paired.person(paired.ann)
    assert (person.quiet_from, person.quiet_until) == (dt.time(20), dt.time(9))


@pytest.mark.parametrize("typed", ["Lissabon", "lisbonn", "Portugal"])
async def test_a_zone_is_found_by_what_people_type(paired: House, typed: str) -> None:
    """A city in another language, misspelt, or a country: places are offered, a tap takes one."""
    await open_(paired, paired.ann, "When questions come", "Clock")
    await paired.write(paired.ann, typed)
    await paired.tap(paired.ann, "Lisbon")
    assert (await paired.person(paired.ann)).zone == "Europe/Lisbon"
    assert "Clock: Lisbon, Portugal ✓" in paired.ann.newest.text or paired.ann.has("Clock: Lisbon, Portugal ✓")


async def test_a_zone_is_found_by_the_clock(paired: House) -> None:
    """A typed time offers places where it is that time now; a place that is none is said kindly."""
    await open_(paired, paired.ann, "When questions come", "Clock")
    await paired.write(paired.ann, "Xyzzyq")
    assert paired.ann.newest.text.startswith("I found no place by that name.")
    await paired.write(paired.ann, "11:00")
    await paired.tap(paired.ann, "London")
    assert (await paired.person(paired.ann)).zone == "Europe/London"


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York", "Asia/Tokyo"])
async def test_no_change_brings_a_second_question_that_day(paired: House, zone: str) -> None:
    """After today's question neither another zone, time nor days bring one more within sixteen hours."""
    await paired.wait(days=1, hours=8)
    before = len([entry for entry in paired.ann.log if "Not today" in str(entry)])
    assert before > 0
    await paired.change(paired.ann, zone=zone)
    await open_(paired, paired.ann, "When questions come", "Time")
    here = paired.now + dt.timedelta(minutes=30)
    await paired.write(paired.ann, "20:00" if zone == "Europe/Berlin" else f"{here.hour}:30")
    await open_(paired, paired.ann, "When questions come", "Days")
    await paired.tap(paired.ann, "Monday")
    await paired.wait(hours=7)
    assert len([entry for entry in paired.ann.log if "Not today" in str(entry)]) == before


@pytest.mark.parametrize(
    ("group", "setting", "value", "line"),
    [
        ("How far they go", "Size", "A word", "Size: a word ✓"),
        ("How far they go", "Size", "As it comes", "Size: as it comes easily ✓"),
        ("How far they go", "Depth", "2:", "Depth: up to 2 of 5 ✓"),
        ("How far they go", "Look-back", "Wednesday", "Look-back: Wednesdays ✓"),
        ("How far they go", "Look-back", "Off", "Look-back: off ✓"),
        ("Back and forth", "Time to undo", "None", "Time to undo: none ✓"),
        ("Back and forth", "Time to undo", "60 minutes", "Time to undo: 60 minutes ✓"),
        ("Back and forth", "Post", "Evening", "Post: around 19:00 ✓"),
        ("Back and forth", "Warmths", "Not for now", "Warmths: not for now ✓"),
        ("Back and forth", "How to answer", "A tap", "Under what you share: a tap is welcome ✓"),
        ("This chat", "Language", "English", "Language: English ✓"),
        ("This chat", "Country", "Austria", "Country for /support: Austria ✓"),
    ],
)
async def test_every_list_takes_its_values(paired: House, group: str, setting: str, value: str, line: str) -> None:
    """A tap on a value changes the setting, and its line says so."""
    await open_(paired, paired.ann, group, setting)
    while not any(label.startswith(value) for label in paired.ann.labels()):
        await paired.tap(paired.ann, "Further")
    await paired.tap(paired.ann, value)
    assert line in paired.ann.newest.text


@pytest.mark.parametrize(
    ("group", "setting", "on", "off"),
    [
        ("How far they go", "Drawer", "Drawer: now and then", "Drawer: stays shut ✓"),
        ("Back and forth", "Sound", "Sound: messages can be heard ✓", "Sound: messages come silently"),
        ("This chat", "Tidy up", "Tidy up after me: your messages", "Tidy up after me: off"),
    ],
)
async def test_a_switch_needs_no_list(paired: House, group: str, setting: str, on: str, off: str) -> None:
    """A tap turns it over, another one back."""
    await open_(paired, paired.ann, group, setting)
    first = paired.ann.newest.text
    await paired.tap(paired.ann, setting)
    assert {on in text for text in (first, paired.ann.newest.text)} == {True, False}
    assert off.removesuffix(" ✓") in first + paired.ann.newest.text


async def test_a_closed_theme_opens_again(paired: House) -> None:
    """Themes that were closed are listed, and a tap opens one."""
    await paired.change(paired.ann, choices=model.Choices(closed=("patience", "unresolved")))
    await open_(paired, paired.ann, "How far they go", "Closed themes")
    assert paired.ann.labels() == ["Patience", "What is still open", "Back"]
    await paired.tap(paired.ann, "Patience")
    assert (await paired.person(paired.ann)).choices.closed == ("unresolved",)
    await paired.tap(paired.ann, "What is still open")
    assert "Closed themes: none ✓" in paired.ann.newest.text


async def test_each_calls_the_other_as_they_like(paired: House) -> None:
    """A name of one's own stands wherever the other is named, on one's own phone alone."""
    await open_(paired, paired.ann, "Back and forth", "Name")
    await paired.write(paired.ann, "x" * 65)
    assert paired.ann.newest.text.startswith("That is too long for a name here.")
    await paired.write(paired.ann, "Benny")
    await paired.command(paired.ann, "/breather")
    assert "Benny reads at once" in paired.ann.newest.text
    assert "Benny" not in str(paired.ben.log)
    await open_(paired, paired.ann, "Back and forth", "Name")
    await paired.tap(paired.ann, "Back to Ben")
    assert "What you call the other person: Ben ✓" in paired.ann.newest.text


async def test_alone_there_is_nobody_to_name(home: House) -> None:
    """Whoever is here alone finds no name to set; before agreeing there is nothing to set."""
    await home.command(home.ann, "/settings")
    assert home.ann.newest.text == "One thing first: /start says what this is."
    await home.agree(home.ann)
    await home.command(home.ann, "/settings")
    await home.tap(home.ann, "Back and forth")
    assert "Name" not in home.ann.labels()


async def test_the_post_moves_with_its_hour(paired: House) -> None:
    """A notice that is planned is planned anew for another post-box time."""
    await paired.change(paired.ben, post_at=dt.time(19))
    await paired.post(paired.ann, "For later.")
    await open_(paired, paired.ben, "Back and forth", "Post")
    await paired.write(paired.ben, "13:00")
    await paired.wait(minutes=40)
    assert not paired.ben.has("There is something from Ann")
    await paired.wait(minutes=20)
    assert paired.ben.has("There is something from Ann")


async def test_settings_lead_to_rest_and_leaving(paired: House) -> None:
    """Rest and leaving are two taps from the settings."""
    await paired.command(paired.ann, "/settings")
    await paired.tap(paired.ann, "Leave…")
    assert "Leave quietly" in paired.ann.labels()
    await paired.command(paired.ann, "/settings")
    await paired.tap(paired.ann, "Rest from questions")
    assert paired.ann.labels() == ["A day", "A week", "Until I say so"]


@pytest.mark.parametrize(
    "data", ["set:99", "set:0:9", "set:1:7", "set:5:5", "settings:0:9", "set-zone:1", "set-country:1"]
)
async def test_a_forged_button_changes_nothing(paired: House, data: str) -> None:
    """Numbers that no button bears are answered, and nothing is different."""
    before = await paired.person(paired.ann)
    await paired.press(paired.ann, data, 1)
    assert (await paired.person(paired.ann), len(paired.ann.toasts)) == (before, 1)
