"""What stands under an answer, what taps there do, and that the ladder in the row is what really happened."""

import dataclasses
import datetime as dt
from typing import Any

import pytest

from bot.domain import ladder, model
from bot.usecases import deliveries
from tests.usecases.house import House, Phone

GONE = "There is nothing here any more."
DAY = dt.timedelta(days=1)


async def settled(paired: House, **fields: Any) -> None:
    """Let Ann have been here for three weeks, alone with her questions."""
    here = {"hello_on": paired.now.date() - 20 * DAY, "step": model.Step.LINE, **fields}
    await paired.change(paired.ann, **here)


async def asked(paired: House) -> tuple[int, str]:
    """Let Ann's next prompt come; return its message and its words."""
    before = {one.id for one in paired.ann.messages.values()}
    while not any("Not today" in [label for label, _ in one.buttons] for one in new(paired.ann, before)):
        await paired.wait(hours=6)
    message = paired.ann.find("Not today")[0]
    return message.id, message.text


def new(phone: Phone, before: set[int]) -> list[Any]:
    """Return the messages that were not there before."""
    return [one for one in phone.messages.values() if one.id not in before]


async def replayed(paired: House, start: model.Person) -> model.Person:
    """Return what the tables of asks and answers, told in order, come to."""
    async with paired.store.begin() as tx:
        asks = {one.id: one for one in await tx.asks(start.id)}
        answers = {one.ask_id: one for one in await tx.reflections(start.id) if one.ask_id}
    told: list[tuple[dt.datetime, ladder.Event]] = []
    for id_, ask in asks.items():
        assert ask.sent_at is not None
        assert ask.prompt_id is not None
        depth = paired.words.prompts[ask.prompt_id].depth
        day = ask.local_date
        told.append(
            (
                ask.sent_at,
                ladder.Given(day=day, at=ask.sent_at, prompt_id=ask.prompt_id, step=ask.step, depth=depth),
            )
        )
        if id_ in answers:
            told.append((answers[id_].created_at, ladder.Answered(day, ask.step, answers[id_].tapped)))
        elif ask.state is model.AskState.SKIPPED:
            told.append((ask.sent_at, ladder.LeftAlone(day)))
    person = start
    for at, event in sorted(told, key=lambda one: one[0]):
        person = ladder.fold(ladder.settle(person, at), event)
    return ladder.settle(person, paired.now)


def compared(person: model.Person) -> tuple[Any, ...]:
    """Return what the tables can tell of a ladder: not what was offered, said or asked beside the asks."""
    past = person.ladder
    recent = [dataclasses.replace(one, a_lot=False) for one in past.recent]
    return recent, past.standing, past.served, past.deep_on, past.unanswered, past.rhythm, person.step, person.depth


async def test_the_ladder_is_what_the_tables_tell(paired: House) -> None:
    """After weeks of answers, taps, *Not today* and silence the folded row equals the history, told again."""
    person = await paired.person(paired.ann)
    await paired.change(paired.ann, ladder=model.Ladder())
    async with paired.store.begin() as tx:
        for ask in await tx.asks(person.id):
            await tx.remove(ask)
    start = dataclasses.replace(person, ladder=model.Ladder())
    for deed in ["words", "tap", "tap", "skip", "", "words", "", "", "words", "", "", "", "", "", "words"]:
        message_id, _ = await asked(paired)
        if deed == "words":
            await paired.write(paired.ann, "Fine.", to=message_id)
        elif deed == "tap":
            await paired.press(paired.ann, paired.ann.messages[message_id].buttons[0][1], message_id)
        elif deed:
            await paired.tap(paired.ann, "Not today")
    await paired.wait(hours=37)
    now = ladder.settle(await paired.person(paired.ann), paired.now)
    assert compared(now) == compared(await replayed(paired, start))


async def test_how_it_was_is_asked_under_an_answer(paired: House) -> None:
    """Three small buttons under one line; a tap takes the row away and leaves *Share…*."""
    await settled(paired)
    message_id, _ = await asked(paired)
    await paired.answer(paired.ann)
    shown = paired.ann.messages[message_id]
    assert [label for label, _ in shown.buttons][-3:] == ["Easy", "Okay", "A lot"]
    assert shown.text.endswith("How was that one?")
    await paired.tap(paired.ann, "Okay")
    assert paired.ann.messages[message_id].text.endswith("Kept, for you alone.")
    assert paired.ann.toasts == ["Thanks."]


async def test_a_lot_sets_one_date_and_nothing_else(paired: House) -> None:
    """Seven days of light prompts; a second tap of the old button does not add to it."""
    await settled(paired)
    message_id, _ = await asked(paired)
    await paired.answer(paired.ann)
    data = paired.ann.find("A lot")[1]
    await paired.press(paired.ann, data, message_id)
    first = (await paired.person(paired.ann)).memory.light_until
    await paired.press(paired.ann, data, message_id)
    ann = await paired.person(paired.ann)
    assert (first, ann.memory.light_until) == (paired.now + 7 * DAY, first)
    assert len(ann.ladder.heavy) == 1


async def test_a_share_in_the_same_message_stays_as_it_is(paired: House) -> None:
    """Where the answer's message shows a share by now, an old tap of that row does not write over it."""
    await settled(paired, depth=1)
    message_id, _ = await asked(paired)
    await paired.answer(paired.ann)
    easy = paired.ann.find("Easy")[1]
    await paired.tap(paired.ann, "Share")
    preview = paired.ann.messages[message_id].text
    await paired.press(paired.ann, easy, message_id)
    assert paired.ann.messages[message_id].text == preview


async def test_old_and_foreign_rows_change_nothing(paired: House) -> None:
    """Buttons of somebody else's answer, of none, or with an option that does not exist are answered kindly."""
    await settled(paired)
    message_id, _ = await asked(paired)
    await paired.answer(paired.ann)
    easy = paired.ann.find("Easy")[1]
    number = easy.split(":")[1]
    for data in (f"ease:{number}:3", "ease:999:2", f"step-up:{number}:0", f"not-about:{number}:1", "not-about:1:5"):
        await paired.press(paired.ann, data, message_id)
    await paired.press(paired.ben, easy, 1)
    assert paired.ann.toasts == [GONE] * 5
    assert paired.ben.toasts == [GONE]


async def test_nothing_deeper_is_offered_right_after_a_share(paired: House) -> None:
    """For three days after a share no more depth is offered; later it is."""
    for wait, offers in ((10, False), (60 * 24 * 4, True)):
        await settled(paired, ladder=model.Ladder())
        for _ in range(3):
            message_id, _text = await asked(paired)
            await paired.write(paired.ann, "Fine.", to=message_id)
        if not offers:
            await paired.post(paired.ann, "A small thing.")
        await paired.wait(minutes=wait)
        message_id, _text = await asked(paired)
        await paired.write(paired.ann, "Fine.", to=message_id)
        assert ("A little deeper, next time?" in paired.ann.labels()) is offers


async def test_a_closed_theme_is_left_out(paired: House) -> None:
    """After *Not about that* the theme is closed, /today asks about something else, and one tap opens it again."""
    message_id, text = await asked(paired)
    await paired.tap(paired.ann, "Not today")
    await paired.tap(paired.ann, "Not about that")
    [theme] = (await paired.person(paired.ann)).choices.closed
    await paired.command(paired.ann, "/today")
    assert paired.ann.newest.text != text
    ann = await paired.person(paired.ann)
    async with paired.store.begin() as tx:
        [*_, ask] = await tx.asks(ann.id)
    assert paired.words.prompts[ask.prompt_id or ""].theme != theme
    await paired.press(paired.ann, paired.ann.messages[message_id].buttons[0][1], message_id)
    assert (await paired.person(paired.ann)).choices.closed == ()


async def test_where_every_theme_is_closed_today_says_so(paired: House) -> None:
    """Nothing is pushed, and /today is answered with what is true."""
    await paired.wait(days=1)
    every = tuple({one.theme for one in paired.words.prompts.values()})
    await paired.change(paired.ann, choices=model.Choices(closed=every, look_back=False))
    before = len(paired.ann.messages)
    await paired.command(paired.ann, "/today")
    assert paired.ann.newest.text.startswith("You have closed every theme that is left")
    await paired.wait(days=2)
    assert len(paired.ann.messages) == before + 1


async def test_a_cover_that_is_left_alone_stays_a_cover(paired: House) -> None:
    """*Not today* on a cover shows nothing of what it covers."""
    await settled(paired, hello_on=paired.now.date() - 60 * DAY, depth=3)
    while True:
        message_id, _ = await asked(paired)
        if any(label == "Open" for label, _ in paired.ann.messages[message_id].buttons):
            break
        await paired.answer(paired.ann)
    await paired.press(paired.ann, paired.ann.find("Not today")[1], message_id)
    assert paired.ann.messages[message_id].text == "All right. It stays closed."


@pytest.mark.parametrize("outcome", [deliveries.Refused("x"), deliveries.Blocked()])
async def test_what_never_came_is_not_part_of_the_history(paired: House, outcome: deliveries.Outcome) -> None:
    """A prompt that Telegram refused may come another day, and counts as nothing."""
    before = (await paired.person(paired.ann)).ladder
    paired.outcome = lambda delivery: outcome if delivery.row.kind is model.Kind.ASK else None
    await paired.wait(days=1)
    await paired.until(20)
    after = (await paired.person(paired.ann)).ladder
    assert (after.served, after.standing) == (before.served, before.standing)
