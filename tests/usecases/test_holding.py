"""Words that may not leave, or not yet: a second look, a second thought, and what is not carried."""

import datetime as dt

import pytest

from bot.domain import model
from bot.usecases import housekeeping
from tests.usecases import house

STING = "You never talk to me."
THREAT = "You\u2019ll regret this, I swear"
HEAVY = "I don't want to be here anymore"
FEAR = "I'm scared of him"
ONES_OWN = ["Try a softer version", "A ready answer", "Send mine as it is", "Keep as a draft"]


async def receive(home: house.House, *, way: str = "One gentle") -> None:
    """Let Ann share, as she wishes to be answered, and let Ben open and acknowledge it."""
    await home.command(home.ann, "/note")
    await home.write(home.ann, "Today was long.")
    await home.tap(home.ann, "Share")
    await home.tap(home.ann, "How Ben may answer")
    await home.tap(home.ann, way)
    await home.tap(home.ann, "Send")
    await home.wait(minutes=10)
    await home.tap(home.ben, "Open")
    message = home.ben.find("Fold away")[0]
    await home.press(home.ben, message.buttons[0][1], message.id)
    await home.wait(seconds=11)


async def reply(home: house.House, words: str) -> None:
    """Let Ben write back."""
    await home.tap(home.ben, "Write back")
    await home.write(home.ben, words)


async def note(home: house.House, words: str) -> None:
    """Let Ann share a note, up to the confirmation of its preview."""
    await home.command(home.ann, "/note")
    await home.write(home.ann, words)
    await home.tap(home.ann, "Share")
    await home.tap(home.ann, "Send")


async def test_a_stinging_reply_is_shown_to_its_author_first(paired: house.House) -> None:
    """What may land hard is said to its author alone, with four ways on; nothing has left."""
    await receive(paired)
    before = list(paired.ann.log)
    await reply(paired, STING)
    assert paired.ben.labels() == ONES_OWN
    assert "may land hard" in paired.ben.newest.text
    await paired.wait(minutes=5)
    assert paired.ann.log == before


async def test_it_leaves_as_it_is_where_its_author_wants(paired: house.House) -> None:
    """Nothing is blocked: one tap, ten seconds, and the words are there unchanged."""
    await receive(paired)
    await reply(paired, STING)
    await paired.tap(paired.ben, "Send mine as it is")
    assert paired.ben.labels() == ["Undo"]
    await paired.wait(seconds=11)
    await paired.tap(paired.ann, "Open")
    assert STING in paired.ann.newest.text
    assert len((await paired.person(paired.ben)).memory.as_is) == 1


async def test_a_softer_version_is_ones_own(paired: house.House) -> None:
    """An example to borrow from; what is typed then leaves in the place of the first words."""
    await receive(paired)
    await reply(paired, STING)
    await paired.tap(paired.ben, "Try a softer version")
    assert "I'd like to find a way around that." in paired.ben.newest.text
    await paired.write(paired.ben, "I felt left out on Tuesday.")
    await paired.wait(seconds=11)
    await paired.tap(paired.ann, "Open")
    assert "I felt left out on Tuesday." in paired.ann.newest.text
    await paired.tap(paired.ben, "Send mine as it is")
    assert paired.ben.toasts[-1] == "There is room for one reply here, and yours is there."


async def test_a_ready_answer_goes_instead(paired: house.House) -> None:
    """One of the acknowledgements leaves in the place of what was typed."""
    await receive(paired)
    await reply(paired, STING)
    await paired.tap(paired.ben, "A ready answer")
    label = paired.ben.labels()[0]
    await paired.tap(paired.ben, label)
    await paired.wait(seconds=11)
    await paired.tap(paired.ann, "Open")
    assert label in paired.ann.newest.text


async def test_kept_as_a_draft_it_goes_nowhere(paired: house.House) -> None:
    """The words stay with their author, and the place for a reply stays open."""
    await receive(paired)
    await reply(paired, STING)
    await paired.tap(paired.ben, "Keep as a draft")
    assert STING in paired.ben.newest.text
    assert "Discard" in paired.ben.labels()
    await reply(paired, "That makes sense to me.")
    assert paired.ben.labels() == ["Undo"]


async def test_kind_replies_are_left_alone(paired: house.House) -> None:
    """A warm line leaves at once."""
    await receive(paired)
    await reply(paired, "You always know how to make me laugh.")
    assert paired.ben.labels() == ["Undo"]


async def test_two_hints_a_day(paired: house.House) -> None:
    """The third message of a day leaves without one."""
    for _ in range(2):
        await note(paired, STING)
        await paired.tap(paired.ann, "Keep as a draft")
    await note(paired, STING)
    assert "Undo" in paired.ann.labels()


async def test_after_two_sent_as_they_are_it_is_quiet_for_a_week(paired: house.House) -> None:
    """Who passes over two hints gets none for seven days."""
    for _ in range(2):
        await note(paired, STING)
        await paired.tap(paired.ann, "Send mine as it is")
    await paired.wait(days=6)
    await note(paired, STING)
    assert "Undo" in paired.ann.labels()
    await paired.wait(days=2)
    await note(paired, STING)
    assert paired.ann.labels() == ONES_OWN


async def test_an_answer_to_a_prompt_is_never_coached(paired: house.House) -> None:
    """Words that answer a question are shared as they are."""
    await paired.wait(days=8)
    await paired.command(paired.ann, "/today")
    await paired.write(paired.ann, STING)
    ann = await paired.person(paired.ann)
    async with paired.store.begin() as tx:
        kept = (await tx.reflections(ann.id))[-1]
    assert kept.prompt_id is not None
    await paired.press(paired.ann, f"share:{kept.n}", max(paired.ann.messages))
    await paired.tap(paired.ann, "Send")
    assert "Undo" in paired.ann.labels()


async def test_a_note_can_be_replaced_by_a_warmth(paired: house.House) -> None:
    """A ready answer in the place of a note is a warmth; the note stays private."""
    await note(paired, STING)
    await paired.tap(paired.ann, "A ready answer")
    label = paired.ann.labels()[0]
    await paired.tap(paired.ann, label)
    await paired.wait(seconds=11)
    assert paired.ann.newest.text == f"For Ben. It's with the post.\n\n{label}"


@pytest.mark.parametrize("how", ["reply", "note", "warmth", "own words"])
async def test_a_threat_is_not_carried(paired: house.House, how: str) -> None:
    """In any outgoing text: nothing is sent, nobody is told, and from outside nothing happened."""
    await receive(paired)
    before = list(paired.ann.log), list(paired.ben.log)
    who, other = (paired.ann, 1) if how in ("note", "warmth") else (paired.ben, 0)
    if how == "reply":
        await reply(paired, THREAT)
    elif how == "note":
        await note(paired, THREAT)
    elif how == "warmth":
        await paired.command(paired.ann, "/warmth")
        await paired.tap(paired.ann, "Write my own")
        await paired.write(paired.ann, THREAT)
    else:
        await paired.post(paired.ann, "Another one.")
        await paired.wait(days=1)
        await paired.tap(paired.ben, "Open")
        before = list(paired.ann.log), list(paired.ben.log)
        await paired.tap(paired.ben, "Other words")
        await paired.tap(paired.ben, "Write my own")
        await paired.write(paired.ben, "You\u2019ll regret this, ok")
    assert who.newest.text.startswith("I won't carry this one. Nothing was sent, nobody was told.")
    assert who.labels() == ["Support"]
    await paired.wait(minutes=30)
    assert (paired.ann.log, paired.ben.log)[other] == before[other]


async def test_self_harm_as_a_lever_brings_its_author_a_card(paired: house.House) -> None:
    """It is not carried, and people to reach are shown to its author."""
    await note(paired, "If you leave I will kill myself")
    assert paired.ann.has("I won't carry this one.")
    assert paired.ann.newest.text == "A note is here. Open it when it suits you."


async def test_fear_is_not_relayed_before_a_second_thought(paired: house.House) -> None:
    """Its author, alone, sees where help is; keeping it private comes first, and nothing has left."""
    before = list(paired.ben.log)
    await note(paired, FEAR)
    shown = paired.ann.find("Keep private")[0]
    assert [label for label, _ in shown.buttons] == ["Keep private", "Let Ben read it"]
    assert "https://findahelpline.com" in shown.text
    assert "also sees where help is" not in shown.text
    await paired.tap(paired.ann, "Keep private")
    await paired.wait(days=1)
    assert not paired.ben.has("something from Ann")
    assert [one for one in paired.ben.log if one not in before] == []


async def test_confirmed_it_leaves_like_anything_else(paired: house.House) -> None:
    """After a second thought it cools off, can be undone, and arrives; fear shows the reader no help."""
    await note(paired, FEAR)
    await paired.tap(paired.ann, "Let Ben read it")
    await paired.wait(minutes=10)
    await paired.tap(paired.ben, "Open")
    assert FEAR in paired.ben.newest.text
    assert "findahelpline" not in paired.ben.newest.text


async def test_where_self_harm_goes_through_the_reader_sees_where_help_is(paired: house.House) -> None:
    """The author is told so before, and the reader sees it beside the words."""
    await note(paired, HEAVY)
    assert "If it goes, Ben also sees where help is" in paired.ann.find("Keep private")[0].text
    await paired.tap(paired.ann, "Let Ben read it")
    await paired.wait(minutes=10)
    await paired.tap(paired.ben, "Open")
    assert HEAVY in paired.ben.newest.text
    assert "https://findahelpline.com" in paired.ben.newest.text


async def test_a_reply_is_held_as_well(paired: house.House) -> None:
    """A typed reply waits for its author's second thought; as a draft until then."""
    await receive(paired)
    before = list(paired.ann.log)
    await reply(paired, HEAVY)
    await paired.wait(minutes=5)
    assert paired.ann.log == before
    await paired.tap(paired.ben, "Let Ann read it")
    await paired.wait(seconds=11)
    await paired.tap(paired.ann, "Open")
    assert HEAVY in paired.ann.newest.text
    assert "findahelpline" in paired.ann.newest.text


async def test_a_second_look_is_no_way_around_a_second_thought(paired: house.House) -> None:
    """A made-up tap of *as it is* on words that wait for a second thought does nothing."""
    await note(paired, FEAR)
    mine = await half(paired)
    async with paired.store.begin() as tx:
        share = (await tx.undelivered_shares(mine.person_id, mine.pair_id))[-1]
    assert share.state is model.ShareState.HELD
    await paired.press(paired.ann, f"as-is:{share.n}", max(paired.ann.messages))
    assert paired.ann.toasts[-1] == "There is nothing here any more."
    await paired.press(paired.ben, f"send-anyway:{share.n}", max(paired.ben.messages))
    assert paired.ben.toasts[-1] == "There is nothing here any more."


async def half(home: house.House) -> model.Half:
    """Return Ann's half."""
    ann = await home.person(home.ann)
    async with home.store.begin() as tx:
        found = await tx.living_half(ann.id)
    assert found is not None
    return found


async def test_an_edit_of_held_words_begins_again_with_the_preview(paired: house.House) -> None:
    """What waits for a second thought and is edited must be confirmed anew."""
    await paired.command(paired.ann, "/note")
    message_id = await paired.write(paired.ann, FEAR)
    await paired.tap(paired.ann, "Share")
    await paired.tap(paired.ann, "Send")
    await paired.edit(paired.ann, message_id, "It is a quiet evening")
    shown = paired.ann.find("Send")[0]
    assert "It is a quiet evening" in shown.text


async def test_double_taps_on_held_words_do_one_thing(paired: house.House) -> None:
    """A second tap on a way on is answered kindly."""
    await note(paired, STING)
    message, data = paired.ann.find("Send mine as it is")
    await paired.press(paired.ann, data, message.id)
    await paired.press(paired.ann, data, message.id)
    assert paired.ann.toasts[-1] == "There is nothing here any more."
    assert len((await paired.person(paired.ann)).memory.as_is) == 1


async def test_what_landed_hard_is_ones_own(paired: house.House) -> None:
    """A line to repair with, two light days, and the other learns nothing."""
    await receive(paired)
    before = list(paired.ann.log)
    await paired.tap(paired.ben, "That landed hard")
    first = paired.ben.newest.text
    assert first.startswith("For you alone. The next two days are light.")
    await paired.tap(paired.ben, "Another line")
    assert paired.ben.newest.text != first
    light = (await paired.person(paired.ben)).memory.light_until
    assert light is not None
    assert (light - paired.now).total_seconds() == pytest.approx(48 * 3600)
    await paired.wait(minutes=30)
    assert paired.ann.log == before


async def test_the_counters_are_erased_after_seven_days(paired: house.House) -> None:
    """Whether or not their author ever comes back, nothing of hints is left after a week."""
    await note(paired, STING)
    await paired.tap(paired.ann, "Send mine as it is")
    await housekeeping.sweep(paired.store, paired.now)
    assert (await paired.person(paired.ann)).memory.as_is != ()
    await housekeeping.sweep(paired.store, paired.now + dt.timedelta(days=7))
    memory = (await paired.person(paired.ann)).memory
    assert (memory.hinted, memory.as_is) == ((), ())


@pytest.mark.parametrize(
    ("first", "then", "button"),
    [(FEAR, HEAVY, "Let Ben read it"), (STING, "You always do this.", "Send mine as it is")],
)
async def test_a_tap_confirms_only_the_words_above_it(
    paired: house.House, first: str, then: str, button: str
) -> None:
    """A tap on older words that were held shows the newer ones, and sends nothing; the next one sends those."""
    await paired.command(paired.ann, "/note")
    message_id = await paired.write(paired.ann, first)
    await paired.tap(paired.ann, "Share")
    await paired.tap(paired.ann, "Send")
    message, older = paired.ann.find(button)
    await paired.edit(paired.ann, message_id, then)
    await paired.tap(paired.ann, "Send")
    before = list(paired.ben.log)
    await paired.press(paired.ann, older, message.id)
    assert then in paired.ann.messages[message.id].text
    await paired.wait(hours=1)
    assert paired.ben.log == before
    await paired.tap(paired.ann, button)
    await paired.wait(minutes=10)
    await paired.tap(paired.ben, "Open")
    assert then in paired.ben.newest.text
    assert first not in paired.ben.newest.text
