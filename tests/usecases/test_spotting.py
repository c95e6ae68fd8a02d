"""A card for whoever writes something heavy: covered, private, and without a trace."""

import datetime as dt

import pytest

from bot.domain import model, spotting
from bot.usecases import reply
from tests.usecases import house

HEAVY = "I don\u2019t want to be here anymore"
FEAR = "I'm scared of him"


async def test_an_explicit_note_brings_a_covered_card(home: house.House) -> None:
    """The words are kept as ever; after the usual reply comes a cover like that of any note, silent."""
    await home.agree(home.ann)
    await home.command(home.ann, "/note")
    await home.write(home.ann, HEAVY)
    assert home.ann.newest.text in home.words.cover_lines("en")
    assert home.ann.labels() == ["Open"]
    assert any(one[1] == "say" and one[2] == home.ann.newest and one[3] for one in home.ann.log)
    await home.tap(home.ann, "Open")
    assert "nobody watches this chat" in home.ann.newest.text
    assert "https://findahelpline.com" in home.ann.newest.text
    assert HEAVY not in home.ann.newest.text


@pytest.mark.parametrize(
    ("heavy", "said"),
    [
        ("I'm a burden", "more than heavy, for you or for someone"),
        (FEAR, "Nobody has earned being hurt"),
        ("I'm scared I'll hurt someone", "stepping out of the room"),
    ],
)
async def test_each_kind_has_a_card_of_its_own(home: house.House, heavy: str, said: str) -> None:
    """Indirect words, fear, and worry about oneself are met with different people to reach."""
    await home.agree(home.ann)
    await home.write(home.ann, heavy)
    await home.tap(home.ann, "Open")
    assert said in home.ann.newest.text


async def test_the_card_knows_the_persons_country(home: house.House) -> None:
    """Lines of the chosen country, and its emergency number where that was checked."""
    await home.agree(home.ann)
    await home.change(home.ann, country="DE")
    await home.write(home.ann, HEAVY)
    await home.tap(home.ann, "Open")
    page = home.words.support("en", "DE")
    assert page.crisis[0].name in home.ann.newest.text
    assert all((number in home.ann.newest.text) is page.emergency_verified for number in page.emergency)
    await home.tap(home.ann, "In another country")
    assert "Which country?" in home.ann.newest.text


async def test_hiding_and_not_meant_leave_nothing(home: house.House) -> None:
    """Both take the message away, and neither is written down anywhere."""
    await home.agree(home.ann)
    for label in ("Hide", "Not what I meant"):
        await home.write(home.ann, HEAVY)
        before = await home.person(home.ann)
        await home.tap(home.ann, "Open")
        shown = home.ann.newest.id
        await home.tap(home.ann, label)
        assert shown not in home.ann.messages
        assert await home.person(home.ann) == before


async def test_only_a_date_is_kept(home: house.House) -> None:
    """The days that follow are light and the first is silent; nothing says why."""
    await home.agree(home.ann)
    before = await home.person(home.ann)
    await home.write(home.ann, FEAR)
    after = await home.person(home.ann)
    assert after.memory == spotting.after_card(before.memory, home.now)
    assert after.memory.light_until == home.now + dt.timedelta(days=7)


async def test_everyday_words_bring_no_card(home: house.House) -> None:
    """Idioms and plain days are left alone."""
    await home.agree(home.ann)
    for line in home.words.crises("en")[0].everyday_samples[:6]:
        await home.write(home.ann, line)
    assert not home.ann.has("A note is here")


async def test_before_agreeing_too(home: house.House) -> None:
    """Whoever writes before they agreed reads what this is, and still gets the card; nothing is kept of it."""
    await home.write(home.ann, HEAVY)
    assert home.ann.newest.text == "A note is here. Open it when it suits you."
    assert (await home.person(home.ann)).memory.light_until is None


async def test_an_edit_is_read_as_well(home: house.House) -> None:
    """Words that became heavy in an edit bring the card, too."""
    await home.agree(home.ann)
    message_id = await home.write(home.ann, "Today was long")
    await home.edit(home.ann, message_id, HEAVY)
    assert home.ann.newest.text == "A note is here. Open it when it suits you."


async def test_a_made_up_card_does_not_exist(home: house.House) -> None:
    """A number that no card has is answered like any old button."""
    await home.agree(home.ann)
    await home.press(home.ann, reply.Button(reply.text("button-open"), "note-here", option=9).data, 101)
    assert home.ann.toasts == ["There is nothing here any more."]


async def test_the_words_under_a_picture_are_read(home: house.House) -> None:
    """A caption is words like any others; the picture itself nobody looks at."""
    await home.agree(home.ann)
    await home.bring(home.ann, reply.File(model.Media.PHOTO, "a-photo"), HEAVY)
    assert home.ann.newest.text == "A note is here. Open it when it suits you."
