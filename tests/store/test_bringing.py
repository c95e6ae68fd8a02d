"""What is read ahead for many rows of the outbox: the same as would be read for each, in a few statements."""

import dataclasses

from bot.domain import model
from bot.store import store
from tests.store import making
from tests.store.listening import listening
from tests.store.making import NOW, PAIR, ROBIN, SAM, TELEGRAM

ALONE = 3


async def _rows(kept: store.Store) -> list[model.Outbox]:
    """Store a pair and somebody alone, with an ask for each and a notice, and return the rows that send them."""
    rows = [
        making.outbox(100 + number, person, subject=40 + number, kind=model.Kind.ASK, key=f"ask:{number}")
        for number, person in enumerate((SAM, ROBIN, ALONE))
    ]
    rows.append(making.outbox(110, SAM, subject=80, kind=model.Kind.NOTICE, key="notice"))
    async with kept.begin() as tx:
        await making.pair(tx)
        await tx.welcome(TELEGRAM[SAM] + 77, making.person(ALONE))
        for number, person in enumerate((SAM, ROBIN, ALONE)):
            await tx.add(making.ask(40 + number, person))
        await tx.add(making.notice(80, SAM))
        for row in rows:
            await tx.add(row)
    return rows


async def _asked(kept: store.Store, rows: list[model.Outbox], *, ahead: bool) -> list[object]:
    """Return all that the checks of rows ask for."""
    found: list[object] = []
    async with kept.begin() as tx:
        if ahead:
            await tx.bring(rows)
            await tx.bring_outbox(rows)
        for row in rows:
            found += [await tx.outbox(row.id), await tx.person(row.person_id), await tx.telegram_id(row.person_id)]
            found += [await tx.latest_half(row.person_id), await tx.pair_started_at(PAIR)]
            about = tx.notice if row.kind is model.Kind.NOTICE else tx.ask
            found.append(await about(row.subject or 0))
    return found


async def test_what_is_brought_is_what_would_be_found(kept: store.Store) -> None:
    """Reading ahead changes no answer, and leaves nothing to be asked one by one."""
    rows = await _rows(kept)
    one_by_one = await _asked(kept, rows, ahead=False)
    with listening(kept) as said:
        assert await _asked(kept, rows, ahead=True) == one_by_one
    assert len(said) == 7


async def test_what_changes_after_it_was_brought_is_seen(kept: store.Store) -> None:
    """A value that was saved, rows that one statement changed, and a half that was added are read anew."""
    rows = await _rows(kept)
    async with kept.begin() as tx:
        await tx.bring(rows)
        await tx.bring_outbox(rows)
        sam = await tx.person(SAM)
        assert sam is not None
        await tx.save(dataclasses.replace(sam, counter=5))
        await tx.hold_outbox(SAM)
        await tx.add_pair(11, NOW)
        await tx.add(making.half(25, ALONE, 11))
        assert await tx.person(SAM) == dataclasses.replace(sam, counter=5)
        assert await tx.latest_half(ALONE) == making.half(25, ALONE, 11)
        held = await tx.outbox(100)
        assert held is not None
        assert held.state is model.OutboxState.HELD


async def test_whoever_is_forgotten_is_brought_no_more(kept: store.Store) -> None:
    """Nothing that was read ahead outlives its person."""
    rows = await _rows(kept)
    async with kept.begin() as tx:
        await tx.bring(rows)
        await tx.forget(SAM)
        assert await tx.person(SAM) is None
        assert await tx.telegram_id(SAM) is None
        assert await tx.ask(40) is None
        assert await tx.person(ROBIN) is not None
