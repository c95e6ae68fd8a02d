"""The weekly look-back: a person's own feelings, once, on their day, or nothing at all."""

import dataclasses
import datetime as dt

from bot.domain import model
from bot.usecases import deliveries
from tests.usecases.house import House, Phone

WEEK = "Your week, for you alone: the words you chose, and where they lie."


async def feel(home: House, who: Phone, *feelings: str) -> None:
    """Keep a note with each of these feelings."""
    for feeling in feelings:
        await home.command(who, "/note")
        await home.write(who, f"A note on {feeling}.")
        await home.tap(who, "Keep")
        person = await home.person(who)
        async with home.store.begin() as tx:
            newest = (await tx.reflections(person.id))[-1]
            await tx.save(dataclasses.replace(newest, feeling=feeling))


async def asked(home: House, who: Phone) -> bool:
    """Say whether the first Sunday had a question."""
    person = await home.person(who)
    async with home.store.begin() as tx:
        return await tx.ask_on(person.id, dt.date(2026, 11, 29)) is not None


def weeks(who: Phone) -> list[str]:
    """Return every look-back on this phone."""
    return [one.text for one in who.messages.values() if one.text.startswith(WEEK)]


async def test_a_week_is_shown_once_on_its_day(paired: House) -> None:
    """On Sunday evening the words of the week come, silently, said in words, and in the place of a question."""
    sent: list[deliveries.Delivery] = []
    paired.outcome = lambda delivery: sent.append(delivery) if delivery.encloses else None
    await feel(paired, paired.ann, "calm", "angry", "calm", "cant_tell")
    await paired.wait(days=7)
    expected = (
        f"{WEEK}\n\nMore pleasant, less energy: calm\nLess pleasant, more energy: angry\n"
        "Without a place: can't tell"
    )
    assert weeks(paired.ann) == [expected]
    assert [one.silent for one in sent] == [True]
    assert await asked(paired, paired.ann) is False


async def test_nothing_is_sent_where_there_is_nothing_to_show(paired: House) -> None:
    """A week without a word for a feeling has its question on Sunday, as always."""
    await feel(paired, paired.ann, "cant_tell")
    await paired.wait(days=7)
    assert weeks(paired.ann) == []
    assert await asked(paired, paired.ann) is True


async def test_it_can_be_switched_off_where_it_stands(paired: House) -> None:
    """One tap under it, and no other comes."""
    await feel(paired, paired.ann, "calm")
    await paired.wait(days=7)
    await paired.tap(paired.ann, "No more of these")
    assert paired.ann.newest.text == "No more of these. /settings can bring them back."
    await feel(paired, paired.ann, "glad")
    await paired.wait(days=7)
    assert len(weeks(paired.ann)) == 1


async def test_it_can_be_hidden(paired: House) -> None:
    """*Hide* takes it off the phone."""
    await feel(paired, paired.ann, "calm")
    await paired.wait(days=7)
    await paired.tap(paired.ann, "Hide")
    assert weeks(paired.ann) == []


async def test_an_unknown_outcome_is_never_repeated(paired: House) -> None:
    """Where nobody knows whether it came, it does not come twice."""
    tries: list[deliveries.Delivery] = []

    def lose(delivery: deliveries.Delivery) -> deliveries.Outcome | None:
        if delivery.row.kind is not model.Kind.LOOK_BACK:
            return None
        tries.append(delivery)
        return deliveries.Unknown()

    paired.outcome = lose
    await feel(paired, paired.ann, "calm")
    await paired.wait(days=8)
    assert len(tries) == 1


async def test_what_was_deleted_meanwhile_is_not_shown(paired: House) -> None:
    """Between planning and sending, the last word of the week is deleted: nothing comes."""
    await feel(paired, paired.ann, "calm")
    person = await paired.person(paired.ann)
    await paired.wait(days=6)
    paired.outcome = lambda delivery: (
        deliveries.NotSent(paired.now + dt.timedelta(minutes=5))
        if delivery.row.kind is model.Kind.LOOK_BACK and delivery.row.attempts == 1
        else None
    )
    await paired.until(18, 2)
    async with paired.store.begin() as tx:
        for one in await tx.reflections(person.id):
            await tx.remove(one)
    await paired.wait(hours=2)
    assert weeks(paired.ann) == []


async def test_the_other_never_learns_of_it(paired: House) -> None:
    """It goes to its own person alone."""
    await feel(paired, paired.ann, "calm", "angry")
    await paired.wait(days=8)
    assert weeks(paired.ben) == []
