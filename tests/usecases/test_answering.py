"""A question that came back: answered through the same preview, or left there, which sends nothing."""

from tests.usecases.house import House

QUESTION = "What helped?"


async def asked(home: House) -> None:
    """Let Ann share something that allows a question, and Ben ask one; Ann opens it."""
    await home.write(home.ann, "I went for a walk.")
    for label in ("Share", "How Ben", "One gentle", "Send"):
        await home.tap(home.ann, label)
    await home.wait(minutes=10)
    await home.tap(home.ben, "Open")
    await home.press(home.ben, home.ben.newest.buttons[0][1], home.ben.newest.id)
    await home.wait(minutes=1)
    await home.tap(home.ben, "Write back")
    await home.write(home.ben, QUESTION)
    await home.wait(minutes=1)
    covers = [one for one in home.ann.messages.values() if one.text == "Something came back from Ben."]
    await home.press(home.ann, covers[-1].buttons[0][1], covers[-1].id)
    assert QUESTION in home.ann.messages[covers[-1].id].text


async def test_a_question_is_answered_through_the_same_preview(paired: House) -> None:
    """Nothing leaves before Send; then it goes with the post like anything else."""
    await asked(paired)
    await paired.tap(paired.ann, "Answer this")
    await paired.write(paired.ann, "Being alone for a bit.")
    assert paired.ann.newest.text.startswith("This is what Ben would read:\n\nBeing alone for a bit.")
    before = list(paired.ben.log)
    await paired.wait(hours=1)
    assert paired.ben.log == before
    await paired.tap(paired.ann, "Send")
    await paired.wait(days=1)
    await paired.tap(paired.ben, "Open")
    assert "Being alone for a bit." in paired.ben.newest.text


async def test_leaving_it_there_sends_nothing(paired: House) -> None:
    """The question goes back behind its cover, and the one who asked sees nothing of it."""
    await asked(paired)
    before = list(paired.ben.log)
    await paired.tap(paired.ann, "Leave it there")
    await paired.wait(hours=20)
    assert [one for one in paired.ben.log if one not in before and "Ann" in str(one)] == []
    assert not paired.ann.has(QUESTION)


async def test_an_answer_is_one(paired: House) -> None:
    """After one answer an old button says so; what is kept from it can still be shared or discarded."""
    await asked(paired)
    message, data = paired.ann.find("Answer this")
    await paired.press(paired.ann, data, message.id)
    await paired.write(paired.ann, "Being alone for a bit.")
    await paired.press(paired.ann, data, message.id)
    assert paired.ann.toasts == ["There is room for one reply here, and yours is there."]
    assert (await paired.person(paired.ann)).dialog is None


async def test_what_can_no_longer_be_answered_is_kept(paired: House) -> None:
    """Where the two ended it meanwhile, the words are kept as a draft, and the person reads why."""
    await asked(paired)
    await paired.tap(paired.ann, "Answer this")
    await paired.command(paired.ben, "/unpair")
    await paired.tap(paired.ben, "Tell Ann")
    await paired.write(paired.ann, "Being alone for a bit.")
    assert paired.ann.newest.text == "There is nobody to share with here. What you write stays with you."
    assert paired.ann.labels() == ["Keep", "Discard", "Add a feeling"]


async def test_an_acknowledgement_is_no_question(paired: House) -> None:
    """Under a tap that came back there is nothing to answer, whatever a changed client sends."""
    await paired.post(paired.ann, "Hello.")
    await paired.tap(paired.ben, "Open")
    await paired.press(paired.ben, paired.ben.newest.buttons[0][1], paired.ben.newest.id)
    await paired.wait(minutes=1)
    await paired.tap(paired.ann, "Open")
    assert "Answer this" not in paired.ann.labels()
    n = (await paired.person(paired.ann)).arrivals
    await paired.press(paired.ann, f"answer-back:{n}", paired.ann.newest.id)
    assert paired.ann.toasts == ["There is nothing here any more."]
