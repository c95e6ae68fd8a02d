"""Sealed exchange: one's own waits, nobody is told, both open together, and either may take theirs out before."""

import dataclasses
import datetime as dt

import pytest

from bot.domain import mirrors, model, schedule
from bot.usecases import delivering, posting
from tests.usecases.house import House, Phone

LEFT = "It has left. You can still take it back."
SEALED = "Sealed. If Ben sends one too, each of you gets the other's. Until then nobody is told."


async def asked(home: House) -> None:
    """Let the pair's next mirrored day come, and both be asked from their own side."""
    person = await home.person(home.ann)
    async with home.store.begin() as tx:
        half = await tx.living_half(person.id)
        assert half is not None
        began = await tx.pair_started_at(half.pair_id)
    assert began is not None
    calendar = mirrors.Calendar(half.pair_id, began.date(), home.parts.catalogue.prompts)
    await home.until(20)
    while not calendar.on(schedule.local_date(person, home.now)):
        await home.wait(days=1)
    ids = sorted(calendar.on(schedule.local_date(person, home.now)))
    for who, prompt_id in ((home.ann, ids[0]), (home.ben, ids[-1])):
        me = await home.person(who)
        async with home.store.begin() as tx:
            ask = await tx.ask_on(me.id, schedule.local_date(me, home.now))
            assert ask is not None
            await tx.save(dataclasses.replace(ask, prompt_id=prompt_id))


async def sealed(home: House, who: Phone, words: str) -> int:
    """Let somebody answer and choose to send when both have; return the message that shows it."""
    await home.write(who, words)
    await home.press(who, f"share:{(await home.person(who)).counter}", who.newest.id)
    message, _ = who.find("Send when both have")
    await home.tap(who, "Send when both have")
    await home.wait(minutes=10)
    return message.id


async def test_it_is_offered_under_mirrored_questions_alone(paired: House) -> None:
    """A note has no such button, and a changed client seals nothing."""
    await paired.write(paired.ann, "A note.")
    await paired.tap(paired.ann, "Share")
    assert "Send when both have" not in paired.ann.labels()
    await paired.press(paired.ann, f"seal:{(await paired.person(paired.ann)).counter}:0", paired.ann.newest.id)
    assert paired.ann.toasts == ["There is nothing here any more."]


async def test_the_other_is_told_nothing(paired: House) -> None:
    """While one waits alone, the other's phone shows what it would have shown anyway."""
    await asked(paired)
    before = list(paired.ben.log)
    message_id = await sealed(paired, paired.ann, "Tea.")
    assert paired.ann.messages[message_id].text.startswith(SEALED)
    assert paired.ann.messages[message_id].buttons[0][0] == "Take it out"
    await paired.wait(hours=2)
    assert paired.ben.log == before


async def test_both_get_the_others_once_both_are_there(paired: House) -> None:
    """Each gets the other's with their own next post, and both authors read that it has left."""
    await asked(paired)
    first = await sealed(paired, paired.ann, "Tea.")
    second = await sealed(paired, paired.ben, "Toast.")
    assert paired.ann.messages[first].text.startswith("For Ben. It's with the post.")
    assert paired.ben.messages[second].text.startswith("For Ann. It's with the post.")
    await paired.wait(days=1)
    await paired.tap(paired.ann, "Open")
    await paired.tap(paired.ben, "Open")
    assert paired.ann.has("Toast.")
    assert paired.ben.has("Tea.")


async def test_neither_waits_for_the_others_rest(paired: House) -> None:
    """One who rests gets theirs on return; the other's comes all the same."""
    await asked(paired)
    await sealed(paired, paired.ann, "Tea.")
    await paired.command(paired.ann, "/pause")
    await paired.tap(paired.ann, "Until I say so")
    await sealed(paired, paired.ben, "Toast.")
    await paired.wait(days=1)
    await paired.tap(paired.ben, "Open")
    assert paired.ben.has("Tea.")
    assert not paired.ann.has("There is something from Ben")
    await paired.command(paired.ann, "/resume")
    await paired.wait(days=1)
    assert paired.ann.has("There is something from Ben")


async def test_the_first_takes_theirs_out_before_the_second_seals(paired: House) -> None:
    """Then the second waits alone, and nobody is told of either."""
    await asked(paired)
    message_id = await sealed(paired, paired.ann, "Tea.")
    data = paired.ann.messages[message_id].buttons[0][1]
    await paired.press(paired.ann, data, message_id)
    assert paired.ann.messages[message_id].text == "Tea.\n\nKept, for you alone."
    seen = list(paired.ann.log)
    second = await sealed(paired, paired.ben, "Toast.")
    assert paired.ben.messages[second].text.startswith("Sealed.")
    assert paired.ann.log == seen
    await paired.press(paired.ann, data, message_id)
    assert paired.ann.toasts == ["There is nothing here any more."]


async def test_taking_out_after_both_were_there_is_taking_back(paired: House) -> None:
    """The old button says that it has left; taking it back leaves the other's exchange as it is."""
    await asked(paired)
    message_id = await sealed(paired, paired.ann, "Tea.")
    data = paired.ann.messages[message_id].buttons[0][1]
    await sealed(paired, paired.ben, "Toast.")
    await paired.press(paired.ann, data, message_id)
    assert paired.ann.toasts == [LEFT]
    await paired.press(paired.ann, paired.ann.messages[message_id].buttons[0][1], message_id)
    assert paired.ann.messages[message_id].text == "Taken back, as far as Telegram allows."
    await paired.wait(days=1)
    await paired.tap(paired.ann, "Open")
    assert paired.ann.has("Toast.")
    assert not paired.ben.has("Tea.")


async def test_undo_while_it_cools_leaves_no_trace(paired: House) -> None:
    """What was undone in time was never sealed, and the second waits alone; words alone take out what waits."""
    await asked(paired)
    await paired.write(paired.ann, "Tea.")
    await paired.press(paired.ann, f"share:{(await paired.person(paired.ann)).counter}", paired.ann.newest.id)
    await paired.tap(paired.ann, "Send when both have")
    assert paired.ann.labels() == ["Undo", "Seal it now"]
    await paired.tap(paired.ann, "Undo")
    second = await sealed(paired, paired.ben, "Toast.")
    await paired.write(paired.ben, "take it back")
    assert paired.ben.messages[second].text == "Toast.\n\nKept, for you alone."
    assert paired.ben.newest.text == "Undone. It never left, and stays yours."


async def test_unmatched_after_a_week_it_is_ones_own_again(paired: House) -> None:
    """The author reads so in the same message and can share it in another way; the other reads nothing."""
    await asked(paired)
    message_id = await sealed(paired, paired.ann, "Tea.")
    await paired.wait(days=7)
    shown = paired.ann.messages[message_id]
    assert shown.text == "It's yours again. It was never announced, so nobody turned it down."
    assert [label for label, _ in shown.buttons] == ["Share…"]
    assert not paired.ben.has("from Ann")
    async with paired.store.begin() as tx:
        assert list(await tx.due_sealed(paired.now + dt.timedelta(days=99), 9)) == []


@pytest.mark.parametrize("how", ["Leave quietly", "Tell Ben"])
async def test_leaving_in_the_middle(paired: House, how: str) -> None:
    """What waits reaches nobody after a leaving; a told one gives both theirs back."""
    await asked(paired)
    first = await sealed(paired, paired.ann, "Tea.")
    await paired.command(paired.ann, "/unpair")
    await paired.tap(paired.ann, how)
    if how == "Tell Ben":
        assert paired.ann.messages[first].text == "It did not leave. What you wrote stays yours."
        return
    second = await sealed(paired, paired.ben, "Toast.")
    assert paired.ben.messages[second].text.startswith("Sealed.")
    await paired.wait(days=8)
    assert paired.ben.messages[second].text.startswith("It's yours again.")
    assert not paired.ben.has("Tea.")
    assert not paired.ann.has("Toast.")


async def test_forgetting_in_the_middle(paired: House) -> None:
    """What waits for somebody who is forgotten is given back like anything unmatched."""
    await asked(paired)
    await sealed(paired, paired.ann, "Tea.")
    await paired.command(paired.ann, "/forget")
    await paired.write(paired.ann, "forget")
    second = await sealed(paired, paired.ben, "Toast.")
    assert paired.ben.messages[second].text.startswith("Sealed.")
    await paired.wait(days=8)
    assert paired.ben.messages[second].text.startswith("It's yours again.")


async def test_an_old_edit_never_says_that_a_taken_back_one_is_ones_own_again(paired: House) -> None:
    """A take-back of what both had sent reads like every take-back, also where an edit was still on its way."""
    await asked(paired)
    first = await sealed(paired, paired.ann, "Tea.")
    await sealed(paired, paired.ben, "Toast.")
    ann = await paired.person(paired.ann)
    async with paired.store.begin() as tx:
        latest = await tx.latest_share(ann.id)
        assert latest is not None
        await posting.take_back(tx, latest, paired.now, paired.parts)
        row = model.Outbox(
            id=1,
            key="late",
            person_id=ann.id,
            kind=model.Kind.POSTED,
            policy=model.Policy.IDEMPOTENT,
            subject=latest.id,
            due_at=paired.now,
        )
        await tx.add(row)
        assert await delivering.prepare(tx, row, paired.now, paired.parts) is None
    assert "again" not in paired.ann.messages[first].text


@pytest.mark.parametrize("first", ["ann", "ben"])
async def test_a_breather_holds_a_sealed_exchange_and_does_not_lose_it(paired: House, first: str) -> None:
    """Whoever sealed first, what is for the one on a breather reaches them after it, and theirs goes, too."""
    await asked(paired)
    ann, ben = paired.ann, paired.ben
    if first == "ann":
        await sealed(paired, ann, "Tea.")
    await paired.command(ben, "/breather")
    await paired.tap(ben, "1 hour" if "1 hour" in ben.labels() else "08:00")
    await paired.wait(seconds=10)
    await sealed(paired, ben, "Toast.")
    if first == "ben":
        await sealed(paired, ann, "Tea.")
    assert not ben.has("something from Ann")
    await paired.press(ben, f"breather-back:{await number(paired, ben)}", ben.newest.id)
    await paired.wait(days=1)
    for who, words in ((ann, "Toast."), (ben, "Tea.")):
        await paired.tap(who, "Open")
        assert who.has(words)


async def number(home: House, who: Phone) -> int:
    """Return the number of somebody's breather."""
    person = await home.person(who)
    async with home.store.begin() as tx:
        own = await tx.breather_of(person.id)
    assert own is not None
    return own.n
