"""What an update may cost: counted, since no clock of a test machine is to be trusted."""

import contextlib
import datetime as dt
from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from bot.simulator import person
from bot.store import store
from tests.telegram import houses

STATEMENTS, COMMITS = 8, 2


@contextlib.contextmanager
def listening(kept: store.Store) -> Iterator[dict[str, int]]:
    """Count statements and commits."""
    engine, said = kept._engine.sync_engine, {"statements": 0, "commits": 0}

    def hear(*event: object) -> None:
        said["statements"] += not str(event[2]).startswith("BEGIN")

    def end(_: object) -> None:
        said["commits"] += 1

    sa.event.listen(engine, "before_cursor_execute", hear)
    sa.event.listen(engine, "commit", end)
    yield said
    sa.event.remove(engine, "before_cursor_execute", hear)
    sa.event.remove(engine, "commit", end)


@pytest.mark.parametrize("words", ["hello", "refuse", "/menu"])
async def test_an_update_costs_little(
    house: houses.House, ann: person.Person, held: store.Store, words: str
) -> None:
    """One after the other, each takes eight statements and two commits, with what came of the one before it."""
    house.world.settle = None
    house.replies._writing = True  # as while it lets a moment pass, in which the next update comes
    for rounds in (1, 10):
        with listening(held) as said:
            for _ in range(rounds):
                await ann.send(words)
                await house.world.taken()
                await houses.until(lambda: house.intake.idle() and not house.replies._queues)
                house.clock.advance(dt.timedelta(seconds=1))
    assert said["commits"] <= COMMITS * rounds
    assert said["statements"] <= STATEMENTS * rounds
    house.replies._writing = False
    house.replies._note()
    await house.settled()
    assert list(await held.unanswered(houses.NOW)) == []


async def test_what_was_answered_is_written_down_alone_where_nothing_arrives(
    house: houses.House, ann: person.Person, held: store.Store
) -> None:
    """After a moment without updates nothing is left in the inbox that waits for its reply."""
    await ann.send("hello")
    await house.settled()
    assert list(await held.unanswered(houses.NOW)) == []
