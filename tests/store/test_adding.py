"""Many values are added in one statement, which says of each whether it was new."""

from bot.domain import model
from bot.store import store
from tests.store import making
from tests.store.listening import listening
from tests.store.making import SAM


async def test_many_are_added_at_once(kept: store.Store) -> None:
    """Those that a unique key knows already are passed over and not named; sealed words open again."""
    async with kept.begin() as tx:
        await making.pair(tx)
        await tx.add(making.ask(40))
    again = making.ask(43, local_date=making.ask(40).local_date)
    with listening(kept) as said:
        async with kept.begin() as tx:
            added = await tx.add_all([making.ask(41), again, making.ask(42)])
            assert set(added) == {41, 42}
            assert set(await tx.add_all([making.reflection(50), making.reflection(51)])) == {50, 51}
    assert [one for one, _ in said if one.startswith("INSERT INTO asks")] == [said[0][0]]
    async with kept.begin() as tx:
        assert [one.id if one else None for one in [await tx.ask(41), await tx.ask(42), await tx.ask(43)]] == [
            41,
            42,
            None,
        ]
        assert await tx.reflection(51) == making.reflection(51)


async def test_nothing_to_add_says_nothing(kept: store.Store) -> None:
    """Without values there is no statement."""
    with listening(kept) as said:
        async with kept.begin() as tx:
            assert list(await tx.add_all([])) == []
    assert said == []


async def test_what_was_added_twice_in_one_go_is_added_once(kept: store.Store) -> None:
    """Two rows of one key in one statement: the first stands."""
    async with kept.begin() as tx:
        await making.pair(tx)
        rows = [making.outbox(90 + n, SAM, key="same", kind=model.Kind.ASK) for n in range(2)]
        assert len(await tx.add_all(rows)) == 1
