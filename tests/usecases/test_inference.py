"""What the other can never find out, as a property: any days of private acts look like none."""

import pytest

from tests.usecases import private
from tests.usecases.conftest import Builder
from tests.usecases.house import House

SHORT = 2  # days; the same house lives whole fortnights as well
QUIET: list[private.Seen] = []  # Ben's phone after days in which Ann did nothing, lived through once


@pytest.mark.parametrize("seed", [1, 8])
async def test_whatever_one_does_in_private_looks_like_nothing(build: Builder, seed: int) -> None:
    """Ben's phone is the same, byte for byte and minute for minute, whatever Ann does and keeps."""
    if not QUIET:
        QUIET.append(await private.days(await build("silent", paired=True), None, SHORT))
    home = await build("lived", paired=True)
    life = private.Private(home, home.ann, seed)
    seen = await private.days(home, life, SHORT)
    assert len(life.did) > SHORT
    assert seen.differs(QUIET[0]) is None, life.did


async def test_one_word_more_would_be_noticed(paired: House) -> None:
    """A share that is sent makes a difference: the comparison can fail."""
    seen = private.Seen.on(paired.ben)
    await paired.post(paired.ann, "For you.")
    assert private.Seen.on(paired.ben).differs(seen) is not None
