"""Forgetting: not a row, key, index or byte of the person is left, and what others hold is theirs."""

import dataclasses
from pathlib import Path

import pytest

from bot.domain import model
from bot.store import errors, store, transaction
from bot.usecases import ports
from tests.store import conftest, making
from tests.store.making import NOW, PAIR, ROBIN, SAM, TELEGRAM

# Ids that no count, date or weekday could be mistaken for.
FORGOTTEN, KEPT = 4_611_000_000_000_000_001, 4_611_000_000_000_000_002
CHAT = 7_777_000_001


async def live_together(tx: transaction.Transaction) -> None:
    """Let two people leave a row in every table, and in each other's."""
    await tx.welcome(CHAT, making.person(FORGOTTEN, name="Marguerite"))
    await tx.welcome(7_777_000_002, making.person(KEPT, invited_by=30))
    await tx.add_pair(PAIR, NOW)
    for mine, theirs in ((FORGOTTEN, KEPT), (KEPT, FORGOTTEN)):
        number = mine % 10
        await tx.add(making.half(20 + number, mine))
        await tx.add(making.invite(29 + number, mine, joiner_id=theirs))
        await tx.add(making.ask(40 + number, mine, prompt_id="e001"))
        await tx.add(making.reflection(50 + number, mine))
        await tx.add(making.share(60 + number, mine))
        await tx.add(making.notice(80 + number, mine))
        await tx.add(making.breather(84 + number, mine))
        await tx.add(making.outbox(90 + number, mine))
        await tx.cool_down(str(mine), making.later(hours=1))
        await tx.note_messages([ports.ChatMessage(person_id=mine, message_id=1, incoming=True, at=NOW)])
    await tx.add(making.post(71, KEPT, 61, words="shared words", state=model.PostState.OPENED))
    await tx.add(making.post(72, FORGOTTEN, 62))


async def test_nothing_of_the_person_is_left(kept: store.Store) -> None:
    """No table holds their id, their hash or their lane in any column; the partner's own rows are all there."""
    update = ports.Incoming(update_id=5, telegram_id=CHAT, payload=b"{}")
    await kept.receive([update, dataclasses.replace(update, update_id=6, telegram_id=9)], NOW)
    async with kept.begin() as tx:
        await live_together(tx)
    async with kept.begin() as tx:
        await tx.forget(FORGOTTEN)
    traces = {FORGOTTEN, kept._vault.telegram_hash(CHAT), kept._vault.lane(CHAT, 0), str(FORGOTTEN)}
    async with kept.begin() as tx:
        rows = await making.everything(tx)
        assert [name for name, found in rows.items() for row in found if traces & set(row)] == []
        counts = {name: len(found) for name, found in rows.items()}
        assert counts == {
            **dict.fromkeys(counts, 1), "pairs": 1, "inbox": 2, "leases": 0,
        }  # fmt: skip
        assert await tx.post(71) == making.post(71, KEPT, 61, words="shared words", state=model.PostState.OPENED)
        left = await tx.person(KEPT)
        assert left is not None
        assert left.invited_by is None
        invited = await tx.live_invite(KEPT)
        assert invited is not None
        assert invited.joiner_id is None


async def test_their_updates_are_not_handled_any_more(kept: store.Store) -> None:
    """What they had sent and nobody had handled is emptied and done, but not accepted a second time."""
    update = ports.Incoming(update_id=5, telegram_id=TELEGRAM[SAM], payload=b"{}")
    await kept.receive([update], NOW)
    async with kept.begin() as tx:
        await making.people(tx)
        assert await tx.claim(5)
        await tx.forget(SAM)
        await tx.finish(5, NOW)
    await kept.receive([update], NOW)
    assert await kept.arrived(10) == []
    assert await kept.unanswered(NOW) == []


async def test_the_partner_finds_an_empty_seat(kept: store.Store) -> None:
    """The one who stays still has the own half, and the other's is None."""
    async with kept.begin() as tx:
        await making.pair(tx)
        await tx.forget(SAM)
        mine = await tx.living_half(ROBIN)
        assert mine == making.half(21, ROBIN)
        assert await tx.other_half(mine) is None


async def test_the_same_account_is_a_stranger(kept: store.Store) -> None:
    """Who comes back is new, with a new key, and nothing of before."""
    async with kept.begin() as tx:
        await making.pair(tx)
        await tx.forget(SAM)
        assert await tx.person_by_telegram(TELEGRAM[SAM]) is None
        again = await tx.welcome(TELEGRAM[SAM], making.person(3))
        assert again == making.person(3)
        assert await tx.latest_half(3) is None


async def test_forgetting_twice_or_nobody_is_fine(kept: store.Store) -> None:
    """There is nothing to forget of who is not there."""
    async with kept.begin() as tx:
        await making.people(tx)
        await tx.forget(SAM)
        await tx.forget(SAM)
        await tx.forget(99)
        assert await tx.person(ROBIN) == making.person(ROBIN)


async def test_nothing_can_be_written_for_who_is_gone(kept: store.Store) -> None:
    """Words that arrive too late find neither key nor owner."""
    async with kept.begin() as tx:
        await making.pair(tx)
        await tx.add(making.reflection())
        await tx.forget(SAM)
        with pytest.raises(errors.StoreError, match="no data key"):
            await tx.save(making.reflection(words="too late"))
        assert await tx.reflection(50) is None


async def test_the_file_forgets_too(file_url: str, tmp_path: Path, opened: conftest.Opener) -> None:
    """The sealed bytes and the wrapped key are in neither file nor journal once the forgetting has committed."""
    kept = await opened(file_url)
    async with kept.begin() as tx:
        await making.pair(tx)
        await tx.add(making.reflection(words="quiet words " * 2000))
        rows = await making.everything(tx)
    [wrapped] = [row[1] for row in rows["data_keys"] if row[0] == SAM]
    [sealed] = [row[3] for row in rows["reflections"]]
    traces = [wrapped, sealed[:40], sealed[9000:9040], sealed[-40:], kept._vault.telegram_hash(TELEGRAM[SAM])]
    assert [trace in _files(tmp_path) for trace in traces] == [True, True, True, True, True]
    async with kept.begin() as tx:
        await tx.forget(SAM)
    assert [trace in _files(tmp_path) for trace in traces] == [False] * 5


def _files(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))
