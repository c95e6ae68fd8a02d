"""Fortnights of random private acts, each beside the one in which nothing was done: the other sees no difference.

`NEARER_LIVES=200 make chaos ARGS="-k fortnight"` lives more of them; `NEARER_LIFE=7` begins with that seed.
"""

import contextlib
import os
import shutil
from pathlib import Path

from tests import real
from tests.usecases import conftest, house, private

LIVES = int(os.environ.get("NEARER_LIVES", "2"))
FIRST = int(os.environ.get("NEARER_LIFE", "1"))


class Couple:
    """Two people who have each shared something that the other has opened: kept, to be lived on from there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._words = real.words()

    async def begin(self) -> None:
        """Let them meet."""
        async with contextlib.AsyncExitStack() as stack:
            made = await self._open(stack, "met", seed=6)  # ids of its own: no later one may be the same
            await made.pair(made.ann, made.ben)
            await private.before(made)
            self._phones, self._now = (made.ann, made.ben), made.now

    async def live(self, seed: int | None, limit: int | None = None) -> tuple[private.Seen, list[str]]:
        """Live a fortnight; return what Ben's phone shows, and what Ann did."""
        name = f"life-{seed}-{limit}"
        self._made(name)
        shutil.copy(self._folder / "met" / "nearer.db", self._folder / name / "nearer.db")
        async with contextlib.AsyncExitStack() as stack:
            home = await self._open(stack, name)
            home.clock.jump(self._now)
            home.move_in(*self._phones)
            life = None if seed is None else private.Private(home, home.ann, seed, limit)
            seen = await private.days(home, life)
        shutil.rmtree(self._folder / name)
        return seen, life.did if life is not None else []

    async def shortest(self, seed: int, quiet: private.Seen, most: int) -> list[str]:
        """Return the acts of a life up to the first that makes a difference."""
        least, did = 1, list[str]()
        while least < most:
            middle = (least + most) // 2
            seen, did = await self.live(seed, middle)
            least, most = (least, middle) if seen.differs(quiet) else (middle + 1, most)
        return did

    def _made(self, name: str) -> Path:
        folder = self._folder / name
        folder.mkdir(exist_ok=True)
        return folder

    async def _open(self, stack: contextlib.AsyncExitStack, name: str, seed: int = 7) -> house.House:
        return await conftest._open(stack, self._words, self._made(name), seed=seed, undo=None)


async def test_a_fortnight_of_private_acts_looks_like_none(tmp_path: Path) -> None:
    """Answers, notes, previews, undoing, settings, rest, help, leaving: to the byte and minute nothing is seen."""
    couple = Couple(tmp_path)
    await couple.begin()
    quiet, _ = await couple.live(None)
    for seed in range(FIRST, FIRST + LIVES):
        seen, did = await couple.live(seed)
        differs = seen.differs(quiet)
        assert differs is None, (seed, await couple.shortest(seed, quiet, len(did)), differs)
