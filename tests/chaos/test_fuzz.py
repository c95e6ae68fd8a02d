"""Forged updates of every kind: nobody falls, nothing stalls, and nothing reaches who did nothing."""

from typing import Any

from bot.telegram import context
from tests.chaos import fuzz, mutants


def test_forged_updates_do_nothing_to_anybody_else() -> None:
    """Of 1,500 updates, true and bent, none raises, stalls, leaks or touches a row of somebody else."""
    assert fuzz.perform(seed=1, updates=1500).faults == []


async def _for_everybody(self: context.Context, *_: object, **__: object) -> None:
    """Do what a bug would: let any update change everybody, in a transaction of its own."""
    async with self.bot_data.store.begin() as tx:
        await tx._connection.exec_driver_sql("UPDATE persons SET counter = counter + 1")  # type: ignore[attr-defined]


def _while_sending(known: Any) -> Any:
    async def send(self: fuzz.Fuzz, count: int) -> None:
        with mutants.planted(context.Context, "act", lambda _known: _for_everybody):
            await known(self, count)

    return send


def test_a_row_of_somebody_else_would_be_noticed() -> None:
    """The look at other people's rows can fail."""
    with mutants.planted(fuzz.Fuzz, "_send", _while_sending):
        faults = fuzz.perform(seed=1, updates=100).faults
    assert any("rows of people" in one for one in faults)
