"""What is said to the person who acted arrives at once, in order and once, and a tap is answered first."""

import datetime as dt

import pytest

from bot import clock
from bot.simulator import faults, person, world
from bot.store import store
from bot.telegram import calls, replies
from bot.usecases import deliveries, reply
from tests.telegram import houses


def answer(chat: person.Person, *acts: reply.Act, update_id: int | None = None) -> replies.Answer:
    """Return a reply to this chat."""
    return replies.Answer(chat_id=chat.id, locale="en", said=reply.of(*acts), update_id=update_id)


def say(words: str) -> reply.Say:
    """Return an act that sends these words."""
    return reply.Say(reply.screen(reply.Words(words)))


async def deliver(house: houses.House, *answers: replies.Answer) -> None:
    """Put replies on their way and wait until they are through."""
    for one in answers:
        house.replies.put(one)
    await house.settled()


async def test_a_tap_is_answered_first(house: houses.House, ann: person.Person) -> None:
    """The spinner stops before anything new is sent, with the toast that the use case chose."""
    await ann.send("/menu")
    start = len(house.world.log)
    await ann.tap("pick")
    assert [entry.event for entry in house.world.log[start:]] == ["toast", "sent"]
    assert ann.toast == "en: toasted"


async def test_a_tap_does_not_wait_for_the_queue(
    held: store.Store, hands: clock.ManualClock, telegram: world.World
) -> None:
    """A tap is answered although nothing gets through the chat's queue."""
    line = houses.Stuck(telegram)
    house = houses.House(held, hands, telegram, transport=line)
    await house.start()
    ann = telegram.person("Ann")
    await ann.send("/menu")
    telegram.settle = None
    line.stuck.add("sendMessage")
    await ann.send("stuck")
    await ann.tap("pick")
    await houses.until(lambda: not telegram.unanswered_callbacks())
    assert ann.toast == "en: toasted"
    await house.kill()


async def test_a_refusal_is_a_toast_for_a_tap(house: houses.House, ann: person.Person) -> None:
    """A use case that says no changes nothing, and its words answer the tap."""
    await ann.send("/menu")
    await ann.tap("no")
    assert ann.toast == "en: refusal-not-here-error limit=3"
    assert list(await house.store.arrived(10)) == []


async def test_a_refusal_is_a_message_for_words(ann: person.Person) -> None:
    """A use case that says no to a message says so in a message."""
    await ann.send("refuse")
    assert houses.texts(ann) == ["en: started", "en: refusal-not-here-error limit=5"]


async def test_every_act_finds_its_call(house: houses.House, ann: person.Person) -> None:
    """Messages, edits, reactions and deletions reach the phone in their order."""
    mine = await ann.send("hello")
    first = ann.last
    edit = reply.Edit(first.id, reply.screen(reply.Words("edited")))
    toast = reply.Toast(reply.text("toast"))
    await deliver(house, answer(ann, edit, reply.React(mine.id), say("new"), toast, reply.Delete((mine.id,))))
    assert houses.texts(ann) == ["en: started", "edited", "new", "en: toast"]
    assert (mine.bot_reactions, mine.deleted_by) == (("✍",), "bot")
    assert house.world.violations == []


async def test_a_reply_refers_to_its_message(house: houses.House, ann: person.Person) -> None:
    """A reply to a message shows it, and one to a message that is gone is sent all the same."""
    mine = await ann.send("hello")
    screen = reply.screen(reply.Words("about that"))
    await deliver(house, answer(ann, reply.Say(screen, mine.id), reply.Say(screen, 99)))
    assert [message.reply_to for message in ann.inbox[-2:]] == [mine.id, None]


async def test_words_are_no_markup(house: houses.House, ann: person.Person) -> None:
    """Words with links and markup arrive as they are, and nothing about them is out of shape."""
    await ann.send("https://example.org <b>*x*</b>")
    assert (houses.texts(ann)[-1], house.world.violations) == ("https://example.org <b>*x*</b>", [])


async def test_a_chat_is_not_flooded(house: houses.House, ann: person.Person) -> None:
    """Three messages leave at once, then one a second."""
    await ann.send("|".join("abcdef"))
    moments = [message.date for message in ann.inbox[1:]]
    assert moments[4] - moments[1] >= dt.timedelta(seconds=2)
    assert house.world.violations == []


@pytest.mark.parametrize("kind", ["refuse", "429"])
async def test_what_never_left_is_sent_again(house: houses.House, ann: person.Person, kind: faults.Kind) -> None:
    """A reply that certainly did not leave arrives later, once."""
    house.world.faults.add(kind=kind, method="sendMessage", times=3)
    await ann.send("hello")
    assert houses.texts(ann) == ["en: started", "hello"]


@pytest.mark.parametrize("kind", ["drop_after", "drop_before", "hang_after", "502", "half_body"])
async def test_a_doubtful_message_is_not_doubled(
    house: houses.House, ann: person.Person, kind: faults.Kind
) -> None:
    """A message whose outcome nobody knows is not sent a second time."""
    house.world.faults.add(kind=kind, method="sendMessage")
    await ann.send("first")
    await ann.send("second")
    assert houses.texts(ann).count("first") <= 1
    assert houses.texts(ann)[-1] == "second"


@pytest.mark.parametrize("kind", ["drop_after", "drop_before", "502", "refuse"])
async def test_a_doubtful_edit_is_repeated(house: houses.House, ann: person.Person, kind: faults.Kind) -> None:
    """An edit is made until it is known to be there: the second of two changes nothing."""
    house.world.faults.add(kind=kind, method="editMessageText", times=2)
    await deliver(house, answer(ann, reply.Edit(ann.last.id, reply.screen(reply.Words("edited")))))
    assert houses.texts(ann) == ["edited"]


async def test_a_pause_is_kept_in_the_database(house: houses.House, ann: person.Person) -> None:
    """What Telegram asked for outlives this process."""
    house.world.faults.add(kind="429", method="sendMessage", retry_after=3)
    before = house.clock.now()
    await ann.send("hello")
    async with house.store.begin() as tx:
        kept = await tx.cool_downs(before)
    assert list(kept.values()) == [before + dt.timedelta(seconds=3)]


async def test_a_block_is_remembered(house: houses.House, ann: person.Person) -> None:
    """A person who cannot be reached is marked so, and nothing is raised."""
    house.world.faults.add(kind="403", method="sendMessage")
    await ann.send("hello|again")
    async with house.store.begin() as tx:
        known = await tx.person_by_telegram(ann.id)
    assert known
    assert known.blocked
    assert houses.texts(ann) == ["en: started"]


async def test_messages_are_noted_both_ways(house: houses.House, ann: person.Person) -> None:
    """The ids of what both sides wrote are kept, so that the chat can be cleared."""
    mine = await ann.send("hello")
    async with house.store.begin() as tx:
        known = await tx.person_by_telegram(ann.id)
    assert known
    noted = {(one.message_id, one.incoming) for one in await houses.chat_messages(house, known.id)}
    assert {(mine.id, True), (ann.last.id, False)} <= noted
    gone = replies.Answer(
        chat_id=ann.id, person_id=known.id, locale="en", said=reply.of(reply.Delete((mine.id, ann.last.id)))
    )
    await deliver(house, gone)
    left = {one.message_id for one in await houses.chat_messages(house, known.id)}
    assert left.isdisjoint({mine.id, gone.chat_id})


async def test_a_hundred_and_more_are_deleted(house: houses.House, ann: person.Person) -> None:
    """Deletions go in hundreds, and one that is too old spoils none of the others."""
    old = await ann.send("old")
    house.clock.advance(dt.timedelta(hours=49))
    house.world.settle = None
    fresh = [(await ann.send(f"/silent {number}")).id for number in range(103)]
    await house.settled()
    await deliver(house, answer(ann, reply.Delete((old.id, *fresh))))
    assert old.deleted_at is None
    assert all(ann.chat.by_id[one].deleted_at for one in fresh)


async def test_an_act_that_cannot_be_rendered_stops_no_other(house: houses.House, ann: person.Person) -> None:
    """A button of ours that is a mistake costs its own message only."""
    broken = reply.Say(reply.screen(reply.Words("x"), rows=((reply.Button(reply.Words("x"), "v" * 70),),)))
    await deliver(house, answer(ann, broken, say("after")))
    assert houses.texts(ann) == ["en: started", "after"]


async def test_a_forgotten_person_leaves_no_note(house: houses.House, ann: person.Person) -> None:
    """A goodbye to somebody who was just forgotten is delivered, and noted nowhere."""
    async with house.store.begin() as tx:
        known = await tx.person_by_telegram(ann.id)
        assert known
        await tx.forget(known.id)
    bye = replies.Answer(chat_id=ann.id, person_id=known.id, locale="en", said=reply.of(say("goodbye")))
    await deliver(house, bye)
    assert houses.texts(ann)[-1] == "goodbye"
    assert list(await houses.chat_messages(house, known.id)) == []


async def test_the_words_of_a_reply_are_in_the_new_language(house: houses.House, ann: person.Person) -> None:
    """What a use case changes about the person counts for its own reply."""
    await ann.send("name me de")
    async with house.store.begin() as tx:
        known = await tx.person_by_telegram(ann.id)
    assert (known and known.locale) == "de"


async def test_draining_waits_for_what_is_queued(house: houses.House, ann: person.Person) -> None:
    """A stop loses no reply that was already decided."""
    house.world.settle = None
    await ann.send("|".join("abcdef"))
    await houses.until(lambda: len(house.doings.effects) == 2)
    await house.stop()
    assert houses.texts(ann)[1:] == list("abcdef")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("message is not modified: the same", deliveries.Accepted(None)),
        ("message to edit not found", deliveries.Accepted(None)),
        ("message can't be edited", deliveries.Refused(calls.UNEDITABLE)),
        ("chat not found", deliveries.Refused("chat-not-found")),
        ("something else with words", deliveries.Refused("bad-request")),
    ],
)
async def test_refusals_are_names(
    house: houses.House, ann: person.Person, said: str, expected: calls.Result
) -> None:
    """What Telegram refuses is done already, or becomes a name without its words."""
    house.world.faults.add(kind="400", method="editMessageText", description=f"Bad Request: {said}")
    screen = reply.screen(reply.Words("x"))
    assert await house.replies.calls.edit(ann.id, "en", ann.last.id, screen) == expected
