"""The one slot of a day: the drawer, and what is said about going on, each checked again before it leaves."""

import datetime as dt
from typing import Any

import pytest

from bot.domain import ladder, model, slots
from bot.usecases import slots as planning
from tests.store.listening import listening
from tests.usecases.house import House

DAY = dt.timedelta(days=1)
GONE = "There is nothing here any more."
COVER = "Something you wrote a while ago is here, for you alone."


async def due(paired: House, **fields: Any) -> None:
    """Let Ann have been here for long, with these fields, and nothing but prompts be due."""
    today = paired.now.date()
    memory = {
        "four_weeks_on": today,
        "drawer_on": today,
        "look_back_on": today + 30 * DAY,
        **fields.pop("memory", {}),
    }
    here = {"hello_on": today - 40 * DAY, "memory": model.Memory(**memory), **fields}
    await paired.change(paired.ann, **here)


async def write_lines(paired: House, *lines: str) -> None:
    """Let Ann answer her prompts of the next days with these lines, ten days before the drawer may open."""
    for line in lines:
        await paired.wait(days=1)
        await paired.until(18, 3)
        await paired.write(paired.ann, line, to=paired.ann.find("Not today")[0].id)
    await paired.change(paired.ann, days=frozenset())
    await paired.wait(days=10)
    await paired.change(paired.ann, days=frozenset(range(7)), next_ask_at=paired.now)


async def opened(paired: House, words: str = "The tea was good.") -> bool:
    """Let the drawer be due a few times; say whether it opened."""
    await write_lines(paired, words, words, words, words)
    for _ in range(3):
        await due(paired, memory={"drawer_on": None}, next_ask_at=paired.now + DAY)
        await paired.wait(days=1, minutes=5)
        if paired.ann.has(COVER):
            return True
    return False


async def test_a_line_comes_back_covered_and_opens(paired: House) -> None:
    """The push shows nothing of it; *Open* shows it in place, with a way to share it and to put it back."""
    assert await opened(paired)
    message, _ = paired.ann.find("Open")
    await paired.tap(paired.ann, "Open")
    assert paired.ann.messages[message.id].text.startswith("The tea was good.")
    labels = [label for label, _ in paired.ann.messages[message.id].buttons]
    assert labels == ["Share…", "Put it back", "No more of these"]
    await paired.tap(paired.ann, "Put it back")
    assert paired.ann.messages[message.id].text == "Put back. Only you know of it."
    await paired.press(paired.ann, "drawer:999:1", message.id)
    assert paired.ann.toasts[-1] == GONE


async def test_words_after_it_are_not_guessed_to_be_an_answer(paired: House) -> None:
    """What Ann writes after a line came back is not taken for the answer to an older prompt."""
    assert await opened(paired)
    await paired.write(paired.ann, "Yes.")
    assert "Kept, for you alone." not in paired.ann.newest.text


@pytest.mark.parametrize("line", ["I want to kill myself", "a" * 301])
async def test_heavy_and_long_lines_stay_in_the_drawer(paired: House, line: str) -> None:
    """What the spotter would catch, and what is no line, never comes back."""
    assert not await opened(paired, line)


async def test_what_was_a_lot_stays_in_the_drawer(paired: House) -> None:
    """A line whose answer was a lot does not come back."""
    await write_lines(paired, "The tea was good.")
    asked = (await paired.person(paired.ann)).ladder.recent[-1].day
    past = model.Ladder(heavy=(asked,), served=tuple((asked - n * DAY, f"e{n:03}") for n in range(5, 0, -1)))
    await due(paired, memory={"drawer_on": None}, ladder=past, next_ask_at=paired.now + DAY)
    await paired.wait(days=1, minutes=5)
    assert not paired.ann.has(COVER)


async def test_a_line_that_is_gone_by_then_does_not_leave(paired: House) -> None:
    """Switched off, or discarded after it was planned, nothing is sent."""
    await write_lines(paired, "The tea was good.", "And the bread.", "And the sky.", "And the sea.")
    await due(paired, memory={"drawer_on": None}, next_ask_at=paired.now, seed=119)
    await paired.tick()
    await paired.change(paired.ann, choices=model.Choices(drawer=False))
    await paired.wait(minutes=10)
    assert not paired.ann.has(COVER)


async def test_the_drawer_can_be_closed_for_good(paired: House) -> None:
    """The switch stands in it."""
    assert await opened(paired)
    await paired.tap(paired.ann, "No more of these")
    assert paired.ann.newest.text.startswith("All right, none of your lines come back")
    assert (await paired.person(paired.ann)).choices.drawer is False


async def test_four_weeks_are_asked_with_a_half_alone(paired: House) -> None:
    """Ann, in a pair, is asked how to go on; Cleo, alone, never is."""
    await paired.agree(paired.cleo)
    await paired.settle(paired.cleo)
    await paired.wait(days=20)
    for who in (paired.ann, paired.cleo):
        await paired.change(who, hello_on=paired.now.date() - 60 * DAY, ladder=model.Ladder())
        await paired.change(who, memory=model.Memory(), next_ask_at=paired.now + DAY)
    await paired.wait(days=1, minutes=5)
    assert paired.ann.has("How would you like this to go on, for you?")
    assert not paired.cleo.has("How would you like this to go on")
    labels = [label for label, _ in paired.ann.find("Slow down")[0].buttons]
    assert labels == ["Keep it like this", "Slow down", "Rest a while", "Stop…"]


async def asked_to_go_on(paired: House, **fields: Any) -> int:
    """Let Ann be asked how to go on; return the message."""
    await paired.wait(days=20)
    await due(paired, ladder=model.Ladder(), next_ask_at=paired.now + DAY, **fields)
    await paired.wait(days=1, minutes=5)
    return paired.ann.newest.id


MONTHLY: dict[str, Any] = {"memory": {"four_weeks_on": None}}


@pytest.mark.parametrize(
    ("label", "days", "text"),
    [
        ("Keep it like this", 7, "All right, as it is."),
        ("Slow down", 4, "All right, fewer days from now on. /settings changes which."),
    ],
)
async def test_going_on_is_ones_own_choice(paired: House, label: str, days: int, text: str) -> None:
    """It changes the days of the one who answers, once, whatever an old button says."""
    message_id = await asked_to_go_on(paired, **MONTHLY)
    data = dict(paired.ann.messages[message_id].buttons)[label]
    await paired.press(paired.ann, data, message_id)
    assert paired.ann.messages[message_id].text == text
    await paired.press(paired.ann, data, message_id)
    await paired.press(paired.ann, "pace:7:9", message_id)
    assert len((await paired.person(paired.ann)).days) == days
    assert paired.ann.toasts[-1] == GONE
    assert len((await paired.person(paired.ben)).days) == 7


async def test_rest_and_stop_lead_where_they_say(paired: House) -> None:
    """*Rest a while* offers the rests, *Stop…* the ways of leaving."""
    message_id = await asked_to_go_on(paired, **MONTHLY)
    buttons = dict(paired.ann.messages[message_id].buttons)
    await paired.press(paired.ann, buttons["Rest a while"], message_id)
    assert "A week" in paired.ann.labels()
    await paired.press(paired.ann, buttons["Stop…"], message_id)
    assert "Leave quietly" in paired.ann.labels()


async def test_after_a_round_it_can_be_opened_only_by_hand(paired: House) -> None:
    """*Only when I open it* ends every push; /today still works, and /resume brings the days back."""
    await asked_to_go_on(paired, hello_on=paired.now.date() - 90 * DAY)
    assert paired.ann.labels() == ["Slow down", "Only when I open it", "Goodbye, delete it all"]
    await paired.tap(paired.ann, "Only when I open it")
    before = len(paired.ann.messages)
    await paired.wait(days=10)
    assert len(paired.ann.messages) == before
    await paired.command(paired.ann, "/today")
    assert paired.ann.labels()[-1] == "Not today"
    await paired.command(paired.ann, "/resume")
    ann = await paired.person(paired.ann)
    assert (len(ann.days), ann.next_ask_at is not None, slots.ROUND in ann.memory.said) == (7, True, True)


async def test_the_warm_line_is_not_said_to_who_came_back(paired: House) -> None:
    """An answer between planning and sending takes the line away."""
    silent = model.Ladder(rhythm=ladder.FORTNIGHTLY, unanswered=5)
    await due(paired, ladder=silent, next_ask_at=paired.now, last_ask_at=paired.now - 3 * DAY, seed=119)
    await paired.tick()
    await paired.change(paired.ann, ladder=model.Ladder(rhythm=ladder.HALVED))
    await paired.wait(minutes=10)
    assert not paired.ann.has("I'll be quieter from here.")


async def test_many_are_planned_in_as_few_statements_as_one(paired: House) -> None:
    """Asks, rows of the outbox and next slots are written together: a second person costs no statement more."""
    counts = []
    for people in ((paired.ann,), (paired.ann, paired.ben)):
        for who in people:
            await due(paired, memory={})
            await paired.change(who, next_ask_at=paired.now, last_ask_at=None, quiet_from=paired.now.time())
            await paired.change(who, quiet_until=paired.now.time())
        with listening(paired.store) as said:
            planned = await paired.store.perform(lambda tx: planning.plan_due(tx, paired.now, paired.parts))
        counts.append((planned, len([one for one, _ in said if "asks" in one or "outbox" in one])))
        await paired.wait(days=1)
    assert [planned for planned, _ in counts] == [1, 2]
    assert counts[0][1] == counts[1][1] == 2
