"""The first minutes: consent, the first prompt, three questions that can be skipped, and coming back."""

import datetime as dt

import pytest

from bot.domain import model
from bot.usecases import preferences
from tests.usecases.house import NOW, House


async def test_the_first_prompt_comes_right_after_the_yes(home: House) -> None:
    """Two taps and the first prompt is answered; the yes is kept with its moment and the version of its text."""
    await home.command(home.ann, "/start")
    assert home.ann.labels() == ["I'm 18 or older and agree", "What is kept, and who sees it"]
    await home.tap(home.ann, "I'm 18")
    assert home.ann.labels()[-1] == "Not today"
    ann = await home.person(home.ann)
    assert (ann.agreed_at, ann.terms is None, ann.hello_on) == (NOW, False, NOW.date())
    tapped = await home.answer(home.ann)
    assert home.ann.has(tapped)
    assert home.ann.newest.text.startswith("Thanks. Three quick things")


async def test_agreeing_twice_gives_one_prompt(home: House) -> None:
    """A double tap on the yes does one thing."""
    await home.command(home.ann, "/start")
    _, data = home.ann.find("I'm 18")
    await home.press(home.ann, data, 102)
    await home.press(home.ann, data, 102)
    assert len([one for one in home.ann.messages.values() if len(one.buttons) > 2]) == 1


async def test_the_hello_is_settled_by_taps(home: House) -> None:
    """Time, zone and leaning are asked in one message, and the next prompt is planned by them."""
    await home.agree(home.ann)
    question = home.ann.newest.id
    await home.tap(home.ann, "Morning")
    await home.tap(home.ann, "London")
    await home.tap(home.ann, "I want to talk")
    assert home.ann.newest.id == question
    assert home.ann.labels() == ["Invite my partner", "Try it alone first"]
    ann = await home.person(home.ann)
    assert (ann.calm, ann.zone, ann.step, ann.setup) == (dt.time(9), "Europe/London", model.Step.LINE, None)
    assert ann.next_ask_at == dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)


async def test_everything_can_be_skipped(home: House) -> None:
    """Without a zone nothing is pushed, without a leaning it starts at a tap, without a time it is 19:00."""
    await home.agree(home.ann)
    for _ in range(3):
        await home.tap(home.ann, "Skip")
    ann = await home.person(home.ann)
    assert (ann.calm, ann.zone, ann.step, ann.next_ask_at) == (dt.time(19), None, model.Step.TAP, None)


async def test_a_skipped_first_prompt_leads_on_too(home: House) -> None:
    """Who leaves the first prompt alone is asked the three questions all the same."""
    await home.command(home.ann, "/start")
    await home.tap(home.ann, "I'm 18")
    await home.tap(home.ann, "Not today")
    assert home.ann.newest.text.startswith("Thanks. Three quick things")


@pytest.mark.parametrize(
    ("typed", "calm"), [("7pm", dt.time(19)), ("22:00", dt.time(22)), ("6:30", dt.time(6, 30))]
)
async def test_a_time_may_be_typed(home: House, typed: str, calm: dt.time) -> None:
    """A typed time is taken, and never lies in quiet hours."""
    await home.agree(home.ann)
    await home.write(home.ann, typed)
    ann = await home.person(home.ann)
    assert (ann.calm, ann.setup) == (calm, "zone")


@pytest.mark.parametrize(("typed", "zone"), [("Kathmandu", "Asia/Kathmandu"), ("Portugal", "Europe/Lisbon")])
async def test_a_place_may_be_typed(home: House, typed: str, zone: str) -> None:
    """A city or a country finds its zone."""
    await home.agree(home.ann)
    await home.tap(home.ann, "Skip")
    await home.write(home.ann, typed)
    assert home.ann.newest.text == "Is it one of these?"
    message = home.ann.newest
    await home.press(home.ann, message.buttons[0][1], message.id)
    assert (await home.person(home.ann)).zone == zone


async def test_the_present_time_finds_a_place(home: House) -> None:
    """What time it is now is enough to find a place."""
    await home.agree(home.ann)
    await home.tap(home.ann, "Skip")
    await home.write(home.ann, "12:00")
    assert home.ann.newest.text == "Is it one of these?"


async def test_what_names_no_place_is_kept(home: House) -> None:
    """Words typed where a place was asked for are never lost: they are a draft, and the person reads what helps."""
    await home.agree(home.ann)
    await home.tap(home.ann, "Skip")
    await home.write(home.ann, "xqzzkw vvvqq")
    assert home.ann.newest.text.startswith("I found no place by that name.")
    assert home.ann.labels() == ["Keep", "Discard", "Add a feeling"]
    await home.write(home.ann, "Berlin")
    assert home.ann.newest.text == "Is it one of these?"


async def test_words_that_are_no_time_are_a_draft(home: House) -> None:
    """Words typed where a time was asked for are kept as what they are."""
    await home.agree(home.ann)
    await home.write(home.ann, "I'd rather tell something.")
    assert home.ann.labels() == ["Keep", "Discard", "Add a feeling"]


async def test_an_open_prompt_comes_before_the_question(home: House) -> None:
    """While a prompt is the newest thing, words are its answer and no place."""
    await home.agree(home.ann)
    await home.tap(home.ann, "Skip")
    await home.wait(days=1)
    await home.command(home.ann, "/today")
    await home.write(home.ann, "Nice")
    assert home.ann.newest.text == "Kept, for you alone."
    assert (await home.person(home.ann)).setup == "zone"


async def test_commands_leave_the_question_standing(home: House) -> None:
    """A command between two questions loses nothing: the next typed place is still taken."""
    await home.agree(home.ann)
    await home.tap(home.ann, "Skip")
    await home.command(home.ann, "/note")
    await home.command(home.ann, "/cancel")
    await home.write(home.ann, "Berlin")
    assert home.ann.newest.text == "Is it one of these?"


async def test_old_questions_answer_with_what_is_true(home: House) -> None:
    """A second tap on an answered question, or a foreign number, changes nothing."""
    await home.agree(home.ann)
    message = home.ann.newest
    await home.press(home.ann, "calm:0:0", message.id)
    before = await home.person(home.ann)
    for data in (
        "calm:0:1",
        "calm:0:9",
        "hello-skip:0:0",
        "hello-skip:0:9",
        "leaning:0:1",
        "leaning:0:9",
        "zone:5",
    ):
        await home.press(home.ann, data, message.id)
    assert home.ann.toasts == ["There is nothing here any more."] * 7
    assert await home.person(home.ann) == before


async def test_a_stranger_settles_nothing(home: House) -> None:
    """Before the yes no old button begins the set-up, and no words are kept."""
    await home.press(home.ann, "calm:0:0", 1)
    await home.press(home.ann, "rest:0:0", 1)
    await home.press(home.ann, "alone:0", 1)
    await home.press(home.ann, "pair:0", 1)
    await home.write(home.ann, "Hello?")
    ann = await home.person(home.ann)
    assert (ann.setup, ann.resting, ann.agreed_at, ann.counter) == ("first", False, None, 0)
    assert home.ann.labels()[0] == "I'm 18 or older and agree"


@pytest.mark.parametrize("line", ["/today", "/note", "/invite", "/pause", "/resume"])
async def test_before_the_yes_every_journey_says_where_it_begins(home: House, line: str) -> None:
    """Nothing is kept before a person has agreed."""
    await home.command(home.ann, line)
    assert home.ann.newest.text == "One thing first: /start says what this is."


async def test_start_greets_whoever_is_known(paired: House) -> None:
    """A second /start repeats nothing of the first."""
    await paired.command(paired.ann, "/start")
    assert paired.ann.newest.text.startswith("Good to see you. /today")


async def test_start_takes_up_the_question_that_is_left(home: House) -> None:
    """Who comes back in the middle of the hello finds its question again."""
    await home.agree(home.ann)
    await home.tap(home.ann, "Skip")
    await home.command(home.ann, "/start")
    assert home.ann.newest.text.startswith("What time is it for you now?")


async def test_start_in_a_rest_says_how_it_ends(paired: House) -> None:
    """Who rests is told that they rest, and the rest goes on."""
    await paired.command(paired.ann, "/pause")
    await paired.tap(paired.ann, "A week")
    await paired.command(paired.ann, "/start")
    assert "/resume" in paired.ann.newest.text
    assert (await paired.person(paired.ann)).resting is True


async def test_who_came_by_a_link_is_not_asked_to_invite(paired: House) -> None:
    """The end of the hello offers an invitation only to those who came by themselves."""
    assert not any(label == "Invite my partner" for one in paired.ben.messages.values() for label, _ in one.buttons)
    assert any(label == "Invite my partner" for one in paired.ann.messages.values() for label, _ in one.buttons)


async def test_a_block_ends_with_whatever_is_done_next(paired: House) -> None:
    """After a block, the first thing a person does brings one notice, tomorrow's prompt, and no word about it."""
    await paired.act(paired.ben, preferences.gone)
    await paired.post(paired.ann, "Meanwhile.")
    await paired.post(paired.ann, "And more.")
    await paired.wait(days=3)
    before = len(paired.ben.log)
    await paired.command(paired.ben, "/start")
    said = [one[2].text for one in paired.ben.log[before:]]
    assert said[0].startswith("Good to see you.")
    assert said[1:] == ["There is something from Ann, whenever you have a quiet minute."]
    assert (await paired.person(paired.ben)).next_ask_at == dt.datetime(2026, 11, 27, 18, tzinfo=dt.UTC)


async def test_letting_the_bot_in_again_is_enough(paired: House) -> None:
    """Unblocking alone begins again."""
    await paired.act(paired.ben, preferences.gone)
    await paired.post(paired.ann, "Meanwhile.")
    await paired.act(paired.ben, preferences.returned)
    assert paired.ben.newest.text == "There is something from Ann, whenever you have a quiet minute."
    assert (await paired.person(paired.ben)).blocked is False
