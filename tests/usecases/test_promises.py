"""The promises between the two: what the partner never learns, and what never comes twice."""

import itertools
from collections.abc import Awaitable, Callable

import pytest

from bot.usecases import preferences
from tests.usecases.conftest import Builder
from tests.usecases.house import House, Phone

NOTICE = "There is something from Ann, whenever you have a quiet minute."
Life = Callable[[House], Awaitable[None]]


async def test_shared_words_arrive(paired: House) -> None:
    """What Ann shares and confirms reaches Ben: one notice without content, opened in place, protected."""
    await paired.post(paired.ann, "I was glad about the tea.")
    assert (paired.ben.newest.text, paired.ben.newest.protected) == (NOTICE, True)
    await paired.tap(paired.ben, "Open")
    assert "I was glad about the tea." in paired.ben.newest.text
    assert paired.ben.newest.protected is True


async def silent(_home: House) -> None:
    """Do nothing at all."""


async def writes_and_keeps(home: House) -> None:
    """Answer, write, preview, think better of it, undo, edit, discard: share nothing."""
    await home.answer(home.ann)
    note = await home.write(home.ann, "Nobody reads this.")
    await home.tap(home.ann, "Share")
    await home.tap(home.ann, "It was hard")
    await home.tap(home.ann, "Send")
    await home.edit(home.ann, note, "Nobody reads this either.")
    await home.tap(home.ann, "Not now")
    await home.write(home.ann, "Nor this.")
    await home.tap(home.ann, "Discard")


async def skips_and_rests(home: House) -> None:
    """Leave prompts alone, and rest."""
    await home.tap(home.ann, "Not today")
    await home.command(home.ann, "/pause")
    await home.tap(home.ann, "Until I say so")


async def looks_for_help(home: House) -> None:
    """Open the pages of help, choose a country, hide them, clear the chat."""
    await home.command(home.ann, "/support")
    await home.tap(home.ann, "Not safe")
    await home.tap(home.ann, "Hide")
    await home.command(home.ann, "/clear")


async def leaves_quietly(home: House) -> None:
    """Leave quietly, and go on sharing into the void."""
    await home.command(home.ann, "/unpair")
    await home.tap(home.ann, "Leave quietly")
    await home.share(home.ann, "This goes nowhere.")


async def blocks_the_bot(home: House) -> None:
    """Block the bot."""
    await home.act(home.ann, preferences.gone)


async def is_forgotten(home: House) -> None:
    """Delete everything."""
    await home.command(home.ann, "/forget")
    await home.write(home.ann, "forget")


async def asks_somebody_else(home: House) -> None:
    """Leave quietly and pair with somebody else."""
    await leaves_quietly(home)
    token = await home.link(home.ann)
    await home.join(home.cleo, token)
    await home.tap(home.ann, "Yes, that's right")


async def week(home: House, life: Life) -> Phone:
    """Let a week pass in which Ben answers every day and shares once, and Ann lives in her own way."""
    await home.wait(days=1, hours=8)
    await life(home)
    for day in range(6):
        await home.until(19)
        if any("Not today" in [label for label, _ in one.buttons] for one in home.ben.messages.values()):
            await home.answer(home.ben)
        if day == 1:
            await home.post(home.ben, "From Ben, whoever reads it.")
        if day == 3:
            await home.command(home.ben, "/invite")
    return home.ben


QUIET: list[Phone] = []  # Ben's phone after Ann's silence, lived through once


@pytest.mark.parametrize(
    "life",
    [
        writes_and_keeps,
        skips_and_rests,
        looks_for_help,
        leaves_quietly,
        blocks_the_bot,
        is_forgotten,
        asks_somebody_else,
    ],
)
async def test_the_partner_never_learns(build: Builder, life: Life) -> None:
    """Ben's phone is the same, byte for byte and minute for minute, whether Ann is silent or does any of this."""
    if not QUIET:
        QUIET.append(await week(await build("silent", paired=True), silent))
    other = await week(await build("other", paired=True), life)
    assert other.log == QUIET[0].log
    assert other.toasts == QUIET[0].toasts
    assert other.messages == QUIET[0].messages


async def test_the_author_sees_the_same_whether_anybody_reads(build: Builder) -> None:
    """Ann's screens are the same whether Ben opens, leaves, rests or is gone: no receipt of any kind."""
    logs = []
    for life in (silent, "open", "leave", "rest", "forget"):
        home = await build(str(life), paired=True)
        if life == "leave":
            await home.command(home.ben, "/unpair")
            await home.tap(home.ben, "Leave quietly")
        if life == "rest":
            await home.command(home.ben, "/pause")
            await home.tap(home.ben, "A week")
        if life == "forget":
            await home.command(home.ben, "/forget")
            await home.write(home.ben, "forget")
        await home.post(home.ann, "To whom it may reach.")
        if life == "open":
            await home.tap(home.ben, "Open")
            await home.tap(home.ben, "Fold away")
        await home.wait(days=1)
        await home.tap(home.ann, "Take it back")
        logs.append(home.ann.log)
    assert logs[1:] == logs[:1] * 4


async def test_one_notice_a_day(paired: House) -> None:
    """Five shares on one day make one notice; opened, the rest stand behind *Next*; the sixth waits a day."""
    for n in range(5):
        await paired.post(paired.ann, f"Number {n}.")
    assert len([one for one in paired.ben.log if one[1] == "say" and one[2].text == NOTICE]) == 1
    await paired.tap(paired.ben, "Open")
    for n in range(4):
        assert f"Number {n}." in paired.ben.newest.text
        await paired.tap(paired.ben, "Next")
    assert "Number 4." in paired.ben.newest.text
    assert "Next" not in paired.ben.labels()
    await paired.post(paired.ann, "Number 5.")
    said = len([one for one in paired.ben.log if one[1] == "say" and one[2].text == NOTICE])
    await paired.wait(hours=12)
    assert said == 1
    await paired.until(9)
    assert paired.ben.newest.text == NOTICE


async def test_no_second_notice_while_one_lies_unopened(paired: House) -> None:
    """A notice that is left alone is never followed by another, and never comes back."""
    for _ in range(3):
        await paired.post(paired.ann, "Left alone.")
        await paired.wait(days=2)
    assert len([one for one in paired.ben.log if one[1] == "say" and one[2].text == NOTICE]) == 1


async def test_nothing_arrives_in_quiet_hours(paired: House) -> None:
    """What Ann posts at night lies with the post until Ben's morning."""
    await paired.until(22)
    await paired.post(paired.ann, "At night.")
    assert paired.ben.has(NOTICE) is False
    await paired.until(7, 59)
    assert paired.ben.has(NOTICE) is False
    await paired.until(8, 0)
    assert paired.ben.newest.text == NOTICE


async def test_a_rest_holds_the_post_and_returns_with_one_notice(paired: House) -> None:
    """During a rest nothing comes; at its end there is one notice for all of it."""
    await paired.command(paired.ben, "/pause")
    await paired.tap(paired.ben, "A week")
    before = len(paired.ben.log)
    for _ in range(3):
        await paired.post(paired.ann, "Meanwhile.")
        await paired.wait(days=1)
    assert len(paired.ben.log) == before
    await paired.wait(days=5)
    said = [one[2].text for one in paired.ben.log[before:] if one[1] == "say"]
    assert said.count(NOTICE) == 1


@pytest.mark.parametrize("length", ["A week", "Until I say so"])
async def test_coming_back_early_brings_the_notice_at_once(paired: House, length: str) -> None:
    """Whoever ends a rest reads at once that there is something, once."""
    await paired.command(paired.ben, "/pause")
    await paired.tap(paired.ben, length)
    await paired.post(paired.ann, "Meanwhile.")
    await paired.command(paired.ben, "/resume")
    assert paired.ben.newest.text == NOTICE
    await paired.wait(days=9)
    assert len([one for one in paired.ben.log if one[1] == "say" and one[2].text == NOTICE]) == 1


async def test_silence_brings_nothing_back(paired: House) -> None:
    """Ten days of not answering bring fewer and fewer prompts, and one word that it gets quieter."""
    await paired.until(10)
    before = len(paired.ben.log)
    await paired.wait(days=10)
    said = [one[2] for one in paired.ben.log[before:]]
    silent = [one.text for one in said if "Not today" not in [label for label, _ in one.buttons]]
    assert (len(said), silent) == (6, ["I'll be quieter from here. A word brings me back, whenever you like."])


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles", "Pacific/Kiritimati"])
async def test_never_a_second_ask_on_a_local_date(paired: House, zone: str) -> None:
    """Travelling, ticking twice, or a clock that jumps never brings two prompts on one date where one is."""
    for day in range(6):
        await paired.change(paired.ann, zone=zone if day % 2 else "Europe/Berlin", next_ask_at=paired.now)
        await paired.tick()
        await paired.wait(hours=9)
    await paired.wait(days=3)
    ann = await paired.person(paired.ann)
    async with paired.store.begin() as tx:
        asks = await tx.asks(ann.id)
    dates = [one.local_date for one in asks]
    assert len(dates) == len(set(dates))
    moments = sorted(one.sent_at for one in asks if one.pushed and one.sent_at)
    assert all((later - earlier).total_seconds() >= 16 * 3600 for earlier, later in itertools.pairwise(moments))


async def test_a_clock_that_jumps_repeats_nothing(paired: House) -> None:
    """A day ahead and back again: the prompt of the day that came is not sent once more."""
    await paired.until(18, 5)
    await paired.wait(days=1)
    asked = [one for one in paired.ben.log if one[1] == "say"]
    paired.clock.advance(-paired.now.resolution * 86_400_000_000)
    await paired.tick()
    await paired.wait(hours=20)
    assert [one for one in paired.ben.log if one[1] == "say"] == asked


async def test_after_an_outage_nobody_gets_a_backlog(paired: House) -> None:
    """Three days without a beat bring neither the prompts of those days nor a late one."""
    before = len(paired.ben.log)
    paired.clock.jump(paired.now.replace(day=27, hour=22))
    await paired.tick()
    assert len(paired.ben.log) == before
    await paired.until(18, 5)
    assert len(paired.ben.log) == before + 1
