"""Everything that fits no journey: plain words, old buttons, other kinds, rest, help from people, housekeeping."""

import datetime as dt

import pytest

from bot.domain import model
from bot.usecases import everything_else, housekeeping, reply
from tests.usecases.house import House

GONE = "There is nothing here any more."


async def test_stop_offers_three_ways(paired: House) -> None:
    """Leaving is three taps from anywhere: rest, leave quietly, delete; alone, there is nobody to leave."""
    await paired.write(paired.ann, "Stop.")
    assert paired.ann.labels() == ["Rest from questions", "Leave quietly", "Delete everything"]
    await paired.tap(paired.ann, "Leave quietly")
    await paired.write(paired.ann, "stop")
    assert paired.ann.labels() == ["Rest from questions", "Delete everything"]
    await paired.tap(paired.ann, "Delete everything")
    assert paired.ann.newest.text.startswith("This deletes everything")


async def test_plain_words_do_what_they_say(paired: House) -> None:
    """The word "pause" offers a rest or a breather, "help" says how this works."""
    await paired.write(paired.ann, "pause")
    assert paired.ann.labels() == ["Rest from questions", "A breather from this talk"]
    await paired.write(paired.ann, "help")
    assert paired.ann.labels() == ["Something for me now", "Support"]
    await paired.tap(paired.ann, "Support")
    assert paired.ann.labels() == ["Finding a professional", "Not safe, or not okay", "Leave no trace", "Hide"]


async def test_cancel_leaves_what_is_half_done(paired: House) -> None:
    """What was begun is left, nothing is sent, words are kept."""
    await paired.command(paired.ann, "/note")
    await paired.command(paired.ann, "/cancel")
    assert paired.ann.newest.text.startswith("All right. Nothing was sent")
    assert (await paired.person(paired.ann)).dialog is None


async def test_unknown_commands_and_other_kinds_get_a_kind_line(paired: House) -> None:
    """Whatever the bot cannot read, it says what works instead."""
    await paired.command(paired.ann, "/dance")
    assert paired.ann.newest.text == "I don't know that one. /help shows what works."
    await paired.act(paired.ann, everything_else.other_kind)
    assert paired.ann.newest.text.startswith("I can't take this kind yet.")
    await paired.act(paired.ann, everything_else.dismiss)
    assert everything_else.group().acts[0] == reply.Leave(reply.screen(reply.text("everything-else-group")))


async def test_an_old_button_is_answered(paired: House) -> None:
    """A button that belongs to nothing any more says so."""
    await paired.act(paired.ann, everything_else.old_button)
    assert paired.ann.newest.text == GONE


@pytest.mark.parametrize(
    ("label", "until"),
    [
        ("A day", dt.datetime(2026, 11, 25, 18, tzinfo=dt.UTC)),
        ("A week", dt.datetime(2026, 12, 1, 18, tzinfo=dt.UTC)),
        ("Until I say so", None),
    ],
)
async def test_a_rest_keeps_prompts_away(paired: House, label: str, until: dt.datetime | None) -> None:
    """No prompt comes during a rest; the first comes after it, by itself or when the person says so."""
    await paired.wait(hours=8)
    await paired.command(paired.ann, "/pause")
    await paired.tap(paired.ann, label)
    assert (await paired.person(paired.ann)).next_ask_at == until
    before = len(paired.ann.log)
    await paired.wait(hours=23)
    assert len(paired.ann.log) == before
    await paired.wait(days=7, hours=1)
    assert (await paired.person(paired.ann)).resting is (until is None)
    await paired.command(paired.ann, "/resume")
    ann = await paired.person(paired.ann)
    assert (ann.resting, ann.next_ask_at is None) == (False, False)


async def test_a_rest_that_does_not_exist_is_refused(paired: House) -> None:
    """A made-up button rests nobody."""
    await paired.press(paired.ann, "rest:0:9", 1)
    assert paired.ann.toasts == [GONE]
    assert (await paired.person(paired.ann)).resting is False


async def test_support_is_there_for_everyone(home: House) -> None:
    """A stranger reads where help is, in any country that was checked, and hides the page."""
    await home.command(home.ann, "/support")
    page = home.ann.newest.id
    await home.tap(home.ann, "Finding a professional")
    assert "couples or family therapist" in home.ann.newest.text
    await home.tap(home.ann, "Back")
    await home.tap(home.ann, "Not safe")
    assert "nobody watches this chat" in home.ann.newest.text
    await home.tap(home.ann, "In another country")
    await home.tap(home.ann, "Further")
    await home.tap(home.ann, "\u2039 Earlier")
    countries = home.ann.newest
    await home.press(home.ann, countries.buttons[0][1], page)
    assert countries.buttons[0][0] in home.ann.newest.text
    assert (await home.person(home.ann)).country is not None
    await home.tap(home.ann, "Hide")
    assert page not in home.ann.messages


async def test_every_country_has_its_page(home: House) -> None:
    """Every country that can be chosen shows its lines within one message."""
    await home.command(home.ann, "/support")
    page = home.ann.newest.id
    for code, name in home.words.countries("en"):
        number = (ord(code[0]) - 65) * 26 + ord(code[1]) - 65
        await home.press(home.ann, f"country:{number}", page)
        assert name in home.ann.newest.text
    assert home.ann.toasts == []


@pytest.mark.parametrize("data", ["support:0:9", "countries:999", "country:0"])
async def test_pages_that_do_not_exist_are_refused(home: House, data: str) -> None:
    """Made-up buttons show nothing."""
    await home.press(home.ann, data, 1)
    assert home.ann.toasts == [GONE]


async def test_strangers_who_never_agreed_are_erased(home: House) -> None:
    """Seven days after the first contact nothing is left of who never agreed; who agreed stays."""
    await home.command(home.ann, "/start")
    await home.agree(home.ben)
    home.clock.advance(dt.timedelta(days=8))
    await housekeeping.sweep(home.store, home.now)
    async with home.store.begin() as tx:
        assert await tx.person_by_telegram(home.ann.telegram_id) is None
        assert await tx.person_by_telegram(home.ben.telegram_id) is not None


async def test_housekeeping_sweeps_more_than_a_batch(home: House) -> None:
    """However many strangers there are, all of them go."""
    async with home.store.begin() as tx:
        for number in range(1, housekeeping.BATCH + 20):
            await tx.welcome(number, model.Person(id=number, name="N", seen_at=home.now))
    home.clock.advance(dt.timedelta(days=8))
    await housekeeping.sweep(home.store, home.now)
    async with home.store.begin() as tx:
        assert await tx.strangers(home.now, 1000) == []


async def test_post_for_who_left_is_erased_after_thirty_days(paired: House) -> None:
    """What Ben shares with who left quietly is accepted, opened by nobody, and its copy erased after 30 days."""
    await paired.command(paired.ann, "/unpair")
    await paired.tap(paired.ann, "Leave quietly")
    message = await paired.post(paired.ben, "Into the void.")
    ben = await paired.person(paired.ben)
    async with paired.store.begin() as tx:
        share = await tx.latest_share(ben.id)
        assert share is not None
        assert await tx.post_of_share(share.id) is not None
    for days, lies in ((29, True), (2, False)):
        paired.clock.advance(dt.timedelta(days=days))
        await housekeeping.sweep(paired.store, paired.now)
        async with paired.store.begin() as tx:
            assert (await tx.post_of_share(share.id) is not None) is lies
    await paired.press(paired.ben, paired.ben.messages[message].buttons[0][1], message)
    assert paired.ben.messages[message].text == "Taken back, as far as Telegram allows."


async def test_unopened_post_of_a_living_pair_is_kept(paired: House) -> None:
    """What lies unopened between two who live in their pair is never erased by age."""
    await paired.post(paired.ann, "For some day.")
    paired.clock.advance(dt.timedelta(days=90))
    await housekeeping.sweep(paired.store, paired.now)
    await paired.tap(paired.ben, "Open")
    assert paired.ben.has("For some day.")
