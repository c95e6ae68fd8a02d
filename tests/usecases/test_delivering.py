"""What may be sent is checked once more, and what became of it is written down."""

import dataclasses
import datetime as dt
from collections.abc import Callable

import pytest

from bot.domain import model
from bot.usecases import deliveries, delivering, preferences
from tests.usecases.house import House

KINDS = (model.Kind.ASK, model.Kind.NOTICE, model.Kind.SHOW, model.Kind.POSTED, model.Kind.LINE)
Outcome = Callable[[deliveries.Delivery], deliveries.Outcome | None]


async def rows(home: House, kind: model.Kind) -> list[model.Outbox]:
    """Return every pending row of a kind, due or not."""
    async with home.store.begin() as tx:
        found = await tx.due_outbox(home.now + dt.timedelta(days=30), 1000, urgent=False)
    return [one for one in found if one.kind is kind]


def once(outcome: deliveries.Outcome, kind: model.Kind) -> Outcome:
    """Return what lets the first send of a kind end so, and every other well."""
    left = [outcome]
    return lambda delivery: left.pop() if left and delivery.row.kind is kind else None


async def asked(paired: House) -> None:
    """Let the prompts of the next day come."""
    await paired.wait(days=1)
    await paired.until(18, 3)


async def test_a_prompt_whose_outcome_is_unknown_is_never_sent_again(paired: House) -> None:
    """At most once: it may have arrived, so words still answer it, and /today brings it anew."""
    paired.outcome = lambda delivery: deliveries.Unknown() if delivery.row.kind is model.Kind.ASK else None
    await asked(paired)
    assert await rows(paired, model.Kind.ASK) == []
    paired.outcome = lambda _delivery: None
    await paired.wait(hours=1)
    assert paired.ann.has("Not today") is False
    await paired.write(paired.ann, "Whatever it was.")
    assert paired.ann.newest.text == "Kept, for you alone."


async def test_a_prompt_that_was_not_sent_is_tried_again_in_time(paired: House) -> None:
    """A failure before the first byte costs nothing; three hours later it is let go."""
    paired.outcome = once(deliveries.NotSent(paired.now + dt.timedelta(days=1, hours=8)), model.Kind.ASK)
    await asked(paired)
    await paired.wait(hours=1)
    assert paired.ann.labels()[-1] == "Not today"
    assert paired.ben.labels()[-1] == "Not today"
    paired.outcome = lambda delivery: (
        deliveries.NotSent(paired.now) if delivery.row.kind is model.Kind.ASK else None
    )
    before = len(paired.ann.log)
    await paired.wait(days=1, hours=3)
    paired.outcome = lambda _delivery: None
    await paired.wait(hours=2)
    assert len(paired.ann.log) == before


@pytest.mark.parametrize("outcome", [deliveries.Refused("bad"), deliveries.Blocked()])
async def test_a_prompt_that_never_came_takes_no_answer(paired: House, outcome: deliveries.Outcome) -> None:
    """What certainly reached nobody is closed: later words are a draft."""
    paired.outcome = lambda delivery: outcome if delivery.row.kind is model.Kind.ASK else None
    await asked(paired)
    paired.outcome = lambda _delivery: None
    await paired.write(paired.ann, "Hello again.")
    assert paired.ann.labels() == ["Keep", "Share…", "Discard", "Add a feeling"]
    await paired.command(paired.ann, "/today")
    assert paired.ann.labels()[-1] == "Not today"


async def test_a_notice_is_sent_until_it_arrives(paired: House) -> None:
    """At least once: an unknown outcome is tried again, further and further apart."""
    paired.outcome = lambda delivery: deliveries.Unknown() if delivery.row.kind is model.Kind.NOTICE else None
    await paired.post(paired.ann, "From Ann.")
    await paired.wait(minutes=5)
    tries = [one.attempts for one in await rows(paired, model.Kind.NOTICE)]
    assert 4 < tries[0] < 9
    paired.outcome = lambda _delivery: None
    await paired.wait(minutes=20)
    assert paired.ben.newest.text.startswith("There is something from Ann")


async def test_a_take_back_before_the_intent_prevents_the_send(paired: House) -> None:
    """A notice, a reveal and a response that were queued are not sent once what they speak of is gone."""
    await paired.until(22)
    await paired.post(paired.ann, "At night.")
    assert len(await rows(paired, model.Kind.NOTICE)) == 1
    await paired.tap(paired.ann, "Take it back")
    before = list(paired.ben.log)
    await paired.until(12)
    assert paired.ben.log == before


@pytest.mark.parametrize("how", ["leave", "tell", "forget", "left by the reader"])
async def test_an_ending_before_the_intent_prevents_the_send(paired: House, how: str) -> None:
    """Leaving, ending and forgetting withdraw what was on its way."""
    await paired.until(22)
    await paired.post(paired.ann, "At night.")
    who, line, label = {
        "leave": (paired.ann, "/unpair", "Leave quietly"),
        "tell": (paired.ann, "/unpair", "Tell Ben"),
        "left by the reader": (paired.ben, "/unpair", "Leave quietly"),
        "forget": (paired.ann, "/forget", ""),
    }[how]
    await paired.command(who, line)
    await (paired.tap(who, label) if label else paired.write(who, "forget"))
    await paired.until(12)
    assert paired.ben.has("There is something from Ann") is False


async def test_a_notice_between_intent_and_outcome_is_mended_afterwards(paired: House) -> None:
    """Taken back while the notice was on its way, the message is deleted as soon as its id is known."""
    held: list[deliveries.Delivery] = []

    def hold(delivery: deliveries.Delivery) -> deliveries.Outcome | None:
        if delivery.row.kind is not model.Kind.NOTICE or held:
            return None
        held.append(delivery)
        return deliveries.NotSent(paired.now + dt.timedelta(seconds=5))

    paired.outcome = hold
    await paired.post(paired.ann, "On its way.")
    await paired.tap(paired.ann, "Take it back")
    assert len(await rows(paired, model.Kind.SHOW)) == 1
    await paired.wait(hours=2)
    assert paired.ben.has("There is something") is False
    assert await rows(paired, model.Kind.SHOW) == []
    assert await rows(paired, model.Kind.NOTICE) == []


async def test_what_is_due_for_a_blocked_person_is_held(paired: House) -> None:
    """A block holds everything, tells nobody, and ends the schedule."""
    await paired.act(paired.ben, preferences.gone)
    await paired.post(paired.ann, "From Ann.")
    before = list(paired.ben.log)
    await paired.wait(days=2)
    assert paired.ben.log == before
    assert (await paired.person(paired.ben)).next_ask_at is None


async def test_a_block_that_telegram_tells_holds_too(paired: House) -> None:
    """A 403 is a block: the notice waits and comes when the person is back."""
    paired.outcome = lambda delivery: deliveries.Blocked() if delivery.row.kind is model.Kind.NOTICE else None
    await paired.post(paired.ann, "From Ann.")
    assert (await paired.person(paired.ben)).blocked is True
    paired.outcome = lambda _delivery: None
    await paired.command(paired.ben, "/start")
    assert len([one for one in paired.ben.log if one[1] == "say" and "something from Ann" in one[2].text]) == 1


async def test_rows_of_nobody_are_cancelled(paired: House) -> None:
    """A row whose subject is gone ends without a word."""
    ben = await paired.person(paired.ben)
    before = list(paired.ben.log)
    async with paired.store.begin() as tx:
        for number, kind in enumerate(KINDS):
            row = model.Outbox(
                id=number + 1,
                key=f"k{number}",
                person_id=ben.id,
                kind=kind,
                policy=model.Policy.IDEMPOTENT,
                subject=999,
                due_at=paired.now,
            )
            await tx.add(row)
    await paired.deliver()
    assert paired.ben.log == before
    async with paired.store.begin() as tx:
        states = {(await tx.outbox(number + 1)).state for number in range(len(KINDS))}  # type: ignore[union-attr]
    assert states == {model.OutboxState.CANCELLED}


async def test_a_row_of_a_person_who_is_gone_is_not_sent(paired: House) -> None:
    """A row that was read before its person was forgotten is not sent."""
    row = model.Outbox(
        id=1, key="k", person_id=999, kind=model.Kind.LINE, policy=model.Policy.IDEMPOTENT, due_at=paired.now
    )
    ben = await paired.person(paired.ben)
    async with paired.store.begin() as tx:
        await tx.add(dataclasses.replace(row, person_id=ben.id))
        await tx.forget(ben.id)
    async with paired.store.begin() as tx:
        assert await delivering.prepare(tx, row, paired.now, paired.parts) is None


async def test_an_edit_of_a_message_that_never_came_is_given_up(paired: House) -> None:
    """An edit waits for the message it is to change, and gives up after an hour."""
    paired.outcome = lambda delivery: (
        deliveries.NotSent(paired.now + dt.timedelta(days=1)) if delivery.row.kind is model.Kind.NOTICE else None
    )
    await paired.post(paired.ann, "From Ann.")
    await paired.tap(paired.ann, "Take it back")
    assert len(await rows(paired, model.Kind.SHOW)) == 1
    await paired.wait(hours=2)
    assert await rows(paired, model.Kind.SHOW) == []


async def test_a_notice_that_was_planned_for_yesterday_is_planned_anew(paired: House) -> None:
    """After a night without a beat the post is announced under the date that it is now."""
    await paired.until(19)
    await paired.change(paired.ben, post_at=dt.time(20))
    await paired.post(paired.ann, "From Ann.")
    await paired.change(paired.ben, post_at=None)
    paired.clock.jump(paired.now + dt.timedelta(days=2))
    await paired.tick()
    assert paired.ben.has("There is something from Ann")
    assert (await paired.person(paired.ben)).noticed_on == paired.now.date()


async def test_a_response_due_at_night_waits(paired: House) -> None:
    """A response whose quiet hours were moved meanwhile waits for their end."""
    await paired.post(paired.ann, "From Ann.")
    await paired.tap(paired.ben, "Open")
    message = paired.ben.newest
    await paired.press(paired.ben, message.buttons[0][1], message.id)
    await paired.change(paired.ann, quiet_from=dt.time(12), quiet_until=dt.time(11))
    await paired.wait(seconds=30)
    assert paired.ann.has("Something came back") is False
    await paired.until(10)
    assert paired.ann.has("Something came back")


async def test_a_pushed_prompt_of_some_depth_is_covered(paired: House) -> None:
    """Only a neutral line is pushed; the words come after a tap, in the same message, once."""
    await paired.change(paired.ann, depth=4, hello_on=dt.date(2026, 9, 20))
    for _ in range(9):
        await asked(paired)
        if "Open" in paired.ann.labels():
            break
        await paired.answer(paired.ann)
    assert paired.ann.labels() == ["Open", "Not today"]
    assert paired.ann.newest.text in paired.words.cover_lines("en")
    cover = paired.ann.newest
    await paired.tap(paired.ann, "Open")
    assert (paired.ann.newest.id, len(paired.ann.labels()) > 2) == (cover.id, True)
    await paired.press(paired.ann, cover.buttons[0][1], cover.id)
    assert len(paired.ann.messages[cover.id].buttons) > 2


async def test_quiet_hours_that_moved_let_a_prompt_go(paired: House) -> None:
    """A prompt that is planned and turns out to fall into quiet hours, or a rest, is let go in silence."""
    await paired.wait(days=1)
    await paired.until(17, 59)
    before = len(paired.ann.log)
    await paired.change(paired.ann, seed=100)
    paired.clock.jump(paired.now + dt.timedelta(minutes=1))
    await paired.tick()
    await paired.change(paired.ann, quiet_from=dt.time(18))
    await paired.wait(minutes=30)
    assert len(paired.ann.log) == before
    await paired.command(paired.ann, "/today")
    assert paired.ann.labels()[-1] == "Not today"
