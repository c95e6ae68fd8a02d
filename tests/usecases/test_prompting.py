"""The daily prompt: planned, given, shown again, and left alone."""

import datetime as dt

from bot.domain import model
from bot.usecases import prompting, slots
from tests.usecases.house import House


async def test_today_gives_one_where_none_has_come(paired: House) -> None:
    """On a day without a prompt /today gives one; answered, the day is done."""
    await paired.wait(days=1)
    await paired.command(paired.ann, "/today")
    assert paired.ann.labels()[-1] == "Not today"
    await paired.answer(paired.ann)
    await paired.command(paired.ann, "/today")
    assert paired.ann.newest.text.startswith("Today's is done.")


async def test_today_shows_the_prompt_of_the_day_again(paired: House) -> None:
    """A second /today shows the same question, and both messages answer the same prompt."""
    await paired.wait(days=1)
    await paired.command(paired.ann, "/today")
    first = paired.ann.newest
    await paired.command(paired.ann, "/today")
    second = paired.ann.newest
    assert (second.text, second.buttons, second.id != first.id) == (first.text, first.buttons, True)
    await paired.press(paired.ann, first.buttons[0][1], first.id)
    await paired.press(paired.ann, second.buttons[0][1], second.id)
    assert paired.ann.toasts == ["This one has closed. /today has another."]


async def test_today_before_the_hour_takes_the_place_of_the_push(paired: House) -> None:
    """A prompt that was asked for at noon is the day's only one."""
    await paired.wait(days=1)
    await paired.command(paired.ann, "/today")
    before = len(paired.ann.log)
    await paired.until(23)
    assert len(paired.ann.log) == before


async def test_today_works_without_a_zone_and_in_a_rest(home: House) -> None:
    """Before a zone is known the date is UTC's; a rest keeps pushes away, not what is asked for."""
    await home.agree(home.ann)
    await home.command(home.ann, "/today")
    assert home.ann.newest.text.startswith("Today's is done.")
    await home.command(home.ann, "/pause")
    await home.tap(home.ann, "Until I say so")
    await home.until(1)
    await home.command(home.ann, "/today")
    assert home.ann.labels()[-1] == "Not today"


async def test_today_brings_a_prompt_that_was_let_go(paired: House) -> None:
    """What could not go out in time is still there for whoever asks."""
    await paired.wait(days=1)
    await paired.until(17, 59)
    await paired.change(paired.ann, quiet_from=dt.time(19, 1), seed=119)
    await paired.wait(minutes=10)
    assert paired.ann.labels() == []
    await paired.command(paired.ann, "/today")
    assert paired.ann.labels()[-1] == "Not today"


async def test_a_batch_at_a_time(home: House) -> None:
    """People are planned a hundred in a transaction, and a tick goes on until nobody is due."""
    async with home.store.begin() as tx:
        for number in range(1, 151):
            person = model.Person(
                id=number,
                name="N",
                zone="UTC",
                hello_on=home.now.date(),
                calm=dt.time(11),
                next_ask_at=home.now,
                setup=None,
            )
            await tx.welcome(number, person)
    async with home.store.begin() as tx:
        assert await slots.plan_due(tx, home.now, home.parts) == 100
    async with home.store.begin() as tx:
        assert await slots.plan_due(tx, home.now, home.parts) == 50
        assert await slots.plan_due(tx, home.now, home.parts) == 0
        due = await tx.due_outbox(home.now + dt.timedelta(minutes=2), 1000, urgent=False)
    assert len({row.subject for row in due}) == 150


async def test_a_person_who_is_planned_twice_is_asked_once(paired: House) -> None:
    """Two ticks, or two processes, make one ask for one date."""
    await paired.wait(days=1)
    for _ in range(3):
        await paired.change(paired.ann, next_ask_at=paired.now, last_ask_at=None)
        await paired.tick()
    await paired.wait(minutes=5)
    assert len([one for one in paired.ann.messages.values() if ("Not today" in [a for a, _ in one.buttons])]) == 1


async def test_a_larger_step_only_adds_an_invitation(paired: House) -> None:
    """Tap answers stand at every step, under the words of that size."""
    for day, (step, invitation) in enumerate(
        [
            (model.Step.TAP, ""),
            (model.Step.WORD, "One word is enough."),
            (model.Step.LINE, "A tap, or a line if you like."),
            (model.Step.OPEN, "A tap, or a few lines if you like."),
        ]
    ):
        await paired.change(paired.ann, step=step)
        await paired.wait(days=1)
        await paired.command(paired.ann, "/today")
        assert paired.ann.newest.text.endswith(invitation), day
        assert len(paired.ann.labels()) > 2
        await paired.answer(paired.ann)


async def test_old_and_foreign_covers_open_nothing(paired: House) -> None:
    """A cover of what closed, or of nobody's, answers with what is true."""
    for who in (paired.ann, paired.cleo):
        await paired.press(who, "uncover:1", 1)
        await paired.press(who, "skip:99", 1)
    closed = "This one has closed. /today has another."
    assert paired.ann.toasts + paired.cleo.toasts == [closed] * 4


async def test_the_partner_is_named_where_a_prompt_leaves_room(paired: House) -> None:
    """A prompt that speaks of the partner bears the name; for who is alone it stays neutral."""
    named = prompting.named("What does {partner} like?", "Ben")
    alone = prompting.named("What does {partner} like?", None)
    assert (named.partner, alone.partner) == ("Ben", "")  # type: ignore[union-attr]
    ann = await paired.person(paired.ann)
    async with paired.store.begin() as tx:
        assert await prompting.partner_name(tx, ann) == "Ben"
