"""Attaching a feeling: two taps, or from the body; private, and shared only as part of a preview."""

from bot.domain import model
from bot.usecases import reply
from tests.usecases.house import House

GONE = "There is nothing here any more."


async def felt(home: House, *taps: str) -> None:
    """Let Ann write something and find a word for how it feels."""
    await home.write(home.ann, "Today was long.")
    for label in ("Add a feeling", *taps):
        await home.tap(home.ann, label)


async def kept(home: House) -> model.Reflection:
    """Return what Ann wrote last."""
    ann = await home.person(home.ann)
    async with home.store.begin() as tx:
        return (await tx.reflections(ann.id))[-1]


async def test_two_taps_attach_a_feeling(paired: House) -> None:
    """A family, a word, and the same message says so."""
    await felt(paired, "Sad", "lonely")
    assert (await kept(paired)).feeling == "lonely"
    assert paired.ann.newest.text == (
        "Only you can see this. What would you like to do with it?\n\nWith it: lonely."
    )
    assert paired.ann.labels() == ["Keep", "Share…", "Discard", "Another feeling"]


async def test_hard_to_name_goes_body_first(paired: House) -> None:
    """From a place in the body to what is noticed there to a word it might be."""
    await felt(paired, "Hard to name?", "Head", "foggy", "tired")
    assert (await kept(paired)).feeling == "tired"


async def test_not_knowing_is_a_full_answer(paired: House) -> None:
    """No word is an answer too, and a feeling can be taken off again."""
    await felt(paired, "Hard to name?", "can't tell")
    assert (await kept(paired)).feeling == "cant_tell"
    await paired.tap(paired.ann, "Another feeling")
    await paired.tap(paired.ann, "No feeling")
    assert (await kept(paired)).feeling is None


async def test_every_step_has_a_way_back(paired: House) -> None:
    """Nobody has to choose."""
    await felt(paired, "Hard to name?", "Head", "Back", "Back", "Sad", "Back", "Back")
    assert paired.ann.labels() == ["Keep", "Share…", "Discard", "Add a feeling"]
    await paired.tap(paired.ann, "Keep")
    await paired.press(paired.ann, f"felt:{(await kept(paired)).n}", paired.ann.newest.id)
    assert paired.ann.labels() == ["Share…"]


async def test_numbers_that_mean_nothing_attach_nothing(paired: House) -> None:
    """What no button of ours says is refused, and so is what belongs to somebody else."""
    await felt(paired)
    n = (await kept(paired)).n
    for data in (f"family:{n}:11", f"feeling:{n}:99", f"body:{n}:99", f"sense:{n}:9901", "feel:999"):
        await paired.press(paired.ann, data, paired.ann.newest.id)
    await paired.press(paired.ben, f"feeling:{n}:1", 1)
    assert paired.ann.toasts + paired.ben.toasts == [GONE] * 6
    assert (await kept(paired)).feeling is None


async def test_less_of_it_is_the_feeling_alone(paired: House) -> None:
    """All of it tells the feeling first; less is the feeling, or the words without it."""
    await felt(paired, "Overloaded", "stressed")
    await paired.tap(paired.ann, "Share")
    assert "Ben would read:\n\nStressed.\n\nToday was long.\n\n" in paired.ann.newest.text
    await paired.tap(paired.ann, "Less")
    assert paired.ann.labels() == ["Stressed.", "Today was long.", "All of it"]
    await paired.tap(paired.ann, "Today was long.")
    assert "Ben would read:\n\nToday was long.\n\n" in paired.ann.newest.text
    await paired.tap(paired.ann, "Less")
    await paired.tap(paired.ann, "Stressed.")
    await paired.tap(paired.ann, "Send")
    await paired.wait(minutes=10)
    await paired.tap(paired.ben, "Open")
    assert paired.ben.newest.text == "From Ann:\n\nStressed.\n\nNo answer needed."


async def test_the_feeling_can_go_without_the_voice_note(paired: House) -> None:
    """Less of what was spoken is how it felt."""
    await paired.bring(paired.ann, reply.File(model.Media.VOICE, "AwAC"))
    for label in ("Add a feeling", "Calm", "calm", "Share", "Less", "Calm.", "Send"):
        await paired.tap(paired.ann, label)
    await paired.wait(minutes=10)
    await paired.tap(paired.ben, "Open")
    assert paired.ben.newest.text == "From Ann:\n\nCalm.\n\nNo answer needed."


async def test_a_tender_word_gets_one_more_look(paired: House) -> None:
    """Before a tender feeling is told, its author is asked once more; less of it, or another word, is not."""
    await felt(paired, "Exposed", "ashamed")
    await paired.tap(paired.ann, "Share")
    await paired.tap(paired.ann, "Send")
    assert paired.ann.newest.text.startswith(
        "This is a tender one. Is it for Ben to read?\n\nAshamed.\n\nToday was"
    )
    assert paired.ann.labels() == ["Yes, send", "Not now"]
    await paired.tap(paired.ann, "Not now")
    before = list(paired.ben.log)
    await paired.tap(paired.ann, "Share")
    await paired.tap(paired.ann, "Send")
    data = paired.ann.newest.buttons[0][1]
    await paired.tap(paired.ann, "Yes, send")
    assert paired.ann.newest.text.startswith("It leaves for Ben in 10 minutes.")
    await paired.press(paired.ann, data, paired.ann.newest.id)
    assert paired.ann.toasts == [GONE]
    assert paired.ben.log == before


async def test_the_words_without_their_tender_feeling_go_at_once(paired: House) -> None:
    """Who leaves the feeling out is not asked about it."""
    await felt(paired, "Exposed", "ashamed")
    for label in ("Share", "Less", "Today was long.", "Send"):
        await paired.tap(paired.ann, label)
    assert paired.ann.newest.text.startswith("It leaves for Ben in 10 minutes.")
