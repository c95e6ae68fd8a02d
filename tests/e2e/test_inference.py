"""What the other can never find out: two fortnights of Ann's that look the same to Ben."""

import asyncio
import pathlib
from collections.abc import Awaitable, Callable

import pytest
import pytest_asyncio

from bot import clock
from bot.content import catalogue
from tests.e2e import conftest, stage, test_sealing

Life = Callable[[stage.Stage], Awaitable[None]]


async def silent(_play: stage.Stage) -> None:
    """Do nothing at all."""


async def writing(play: stage.Stage) -> None:
    """Answer every question in private, write notes, look at previews, and keep it all."""
    for _ in range(6):
        asked = await play.question(play.ann)
        await play.ann.tap(asked.buttons[0], message=asked)
        await play.ann.send("Something I would never say aloud.")
        for label in ("Share…", "It was hard to say", "Not now"):
            await play.ann.tap(label)


async def hesitating(play: stage.Stage) -> None:
    """Send words or a voice note, call a breather, and undo all of it before it leaves, day after day."""
    for _ in range(4):
        await play.wait(days=1)
        await play.ann.send("Almost.")
        for label in ("Share…", "Send", "Undo"):
            await play.ann.tap(label)
        await play.ann.voice()
        for label in ("Share…", "Send", "Undo"):
            await play.ann.tap(label)
        await play.ann.send("/breather")
        await play.ann.tap("20 minutes")
        await play.ann.tap("Undo")


async def sealing(play: stage.Stage) -> None:
    """Seal what was answered on a mirrored day, and take it out again while the other has not sealed theirs."""
    await test_sealing.until_offered(play, play.ann)
    for label in (test_sealing.SEAL, "Seal it now"):
        await play.ann.tap(label)
    await play.wait(hours=5)
    await play.ann.tap("Take it out")


async def resting(play: stage.Stage) -> None:
    """Rest for a week, and look for help."""
    await play.ann.send("/pause")
    await play.ann.tap("A week")
    await play.ann.send("/support")
    await play.ann.tap("Not safe, or not okay")
    await play.wait(days=2)
    await play.ann.send("/privacy")
    await play.ann.send("/clear")


async def struggling(play: stage.Stage) -> None:
    """Write what calls for help, think twice and keep it, try a threat, hold what stings, choose about warmths."""
    await play.wait(days=1)
    for words in ("I don't want to be here anymore", "You'll regret this.", "You never talk to me."):
        await play.ann.send("/note")
        await play.ann.send(words)
        await play.ann.tap("Share…")
        await play.ann.tap("Send")
    await play.ann.tap("Keep private")
    await play.ann.tap("Keep as a draft")
    await play.ann.send("/warmth")
    await play.ann.tap("How they reach me")
    await play.ann.tap("Not for now")


async def looking_back(play: stage.Stage) -> None:
    """Keep notes with feelings, page through the journal, delete, look at what has passed, take all of it along."""
    for words in ("Nobody reads this.", "Nor this."):
        await play.ann.send("/note")
        await play.ann.send(words)
        for label in ("Add a feeling", "Calm", "rested", "Keep"):
            await play.ann.tap(label)
    for command in ("/ours", "/export", "/journal"):
        await play.ann.send(command)
    for label in ("1", "Delete…", "Delete", "Hide"):
        await play.ann.tap(label)


async def blocking(play: stage.Stage) -> None:
    """Block the bot and never come back."""
    await play.wait(days=3)
    await play.ann.block()


async def leaving(play: stage.Stage) -> None:
    """Write for some days, then leave quietly, and go on as if nothing were."""
    await play.wait(days=5)
    await play.ann.send("/unpair")
    await play.ann.tap("Leave quietly")
    await play.shares(play.ann, "This goes nowhere.")


async def forgetting(play: stage.Stage) -> None:
    """Delete everything."""
    await play.wait(days=5)
    await play.ann.send("/forget")
    await play.ann.send("forget")


async def fortnight(life: Life, folder: pathlib.Path, words: catalogue.Catalogue) -> list[str]:
    """Play two weeks in which Ann lives so, and Ben taps now and then; return all that Ben's phone received."""
    await asyncio.to_thread(folder.mkdir)
    play = await stage.build(folder, words, clock.ManualClock(conftest.EVENING), seed=11)
    await play.pair()
    begun = play.clock.now()
    await life(play)
    await play.until(begun + conftest.FORTNIGHT / 2)
    await play.shares(play.ben, "Are the lilacs out where you are?")
    await play.ben.send("/today")
    await play.until(begun + conftest.FORTNIGHT)
    await play.close()
    assert play.faults() == []
    return play.received(play.ben)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def quiet(tmp_path_factory: pytest.TempPathFactory, words: catalogue.Catalogue) -> list[str]:
    """Play the fortnight in which Ann does nothing, once for all the others."""
    return await fortnight(silent, tmp_path_factory.mktemp("silent") / "life", words)


@pytest.mark.parametrize(
    "life", [writing, hesitating, sealing, resting, looking_back, struggling, blocking, leaving, forgetting]
)
@pytest.mark.asyncio(loop_scope="module")
async def test_to_the_other_it_looks_as_if_nothing_was_done(
    life: Life, quiet: list[str], tmp_path: pathlib.Path, words: catalogue.Catalogue
) -> None:
    """Whatever one does in private, the other's phone receives the same bytes at the same minutes."""
    assert len(quiet) > 20
    assert await fortnight(life, tmp_path / "life", words) == quiet
