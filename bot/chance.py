"""The one source of randomness: seedable where a run must repeat itself, the system's for secrets."""

import random  # noqa: TID251 - this module is its home
import secrets
from typing import Protocol


class Chance(Protocol):
    """What the product leaves to chance."""

    def id(self) -> int:
        """Return a random positive 62-bit row id, which tells nothing about order or number."""
        ...

    def token(self) -> bytes:
        """Return 24 random bytes for an invitation link."""
        ...

    def seed(self) -> int:
        """Return the seed of one person's own order of prompts."""
        ...

    def jitter(self, seconds: float) -> float:
        """Return a wait between half of `seconds` and all of it."""
        ...


class SystemChance:
    """Randomness from the operating system."""

    def id(self) -> int:
        """Return a random positive 62-bit row id."""
        return secrets.randbits(62) | 1

    def token(self) -> bytes:
        """Return 24 bytes that nobody can guess."""
        return secrets.token_bytes(24)

    def seed(self) -> int:
        """Return a 31-bit seed."""
        return secrets.randbits(31)

    def jitter(self, seconds: float) -> float:
        """Return between half of `seconds` and all of it."""
        return seconds * (0.5 + secrets.randbelow(1000) / 2000)


class SeededChance:
    """Randomness that a seed repeats: for tests and simulations, never for secrets in earnest."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - repeatability is the purpose here

    def id(self) -> int:
        """Return the next row id of the seed."""
        return self._random.getrandbits(62) | 1

    def token(self) -> bytes:
        """Return the next 24 bytes of the seed."""
        return self._random.randbytes(24)

    def seed(self) -> int:
        """Return the next 31-bit seed."""
        return self._random.getrandbits(31)

    def jitter(self, seconds: float) -> float:
        """Return between half of `seconds` and all of it."""
        return seconds * self._random.uniform(0.5, 1)
