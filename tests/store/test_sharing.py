"""Shares, posts and notices: each under its owner's key, a post for the other half of the pair and nobody else."""

import dataclasses
from typing import Any

import pytest

from bot.domain import model
from bot.store import errors, store
from tests.store import making
from tests.store.making import NOW, PAIR, ROBIN, SAM, later

S, P, N = model.ShareState, model.PostState, model.NoticeState


async def test_a_share_is_found_by_every_key(kept: store.Store) -> None:
    """By id, by its author's number, and by the reflection it was made of, oldest first."""
    it = making.share(60, reflection_id=50, hard=True, answering=model.Answering.TAP, leaves_at=NOW)
    again = making.share(61, reflection_id=50, state=S.TAKEN, words="")
    async with kept.begin() as tx:
        await making.pair(tx)
        assert await tx.add(again)
        assert await tx.add(it)
        assert await tx.share(60) == it
        assert await tx.share_numbered(SAM, 60) == it
        assert await tx.share_numbered(ROBIN, 60) is None
        assert await tx.shares_of_reflection(50) == [it, again]
        assert await tx.shares_of_reflection(51) == []


async def test_undelivered_is_what_was_not_taken_back(kept: store.Store) -> None:
    """Previewed, cooling and posted shares of this author in this pair, oldest first."""
    states = {60: S.PREVIEW, 61: S.TAKEN, 62: S.COOLING, 63: S.POSTED}
    async with kept.begin() as tx:
        await making.pair(tx)
        for share_id, state in states.items():
            await tx.add(making.share(share_id, state=state))
        await tx.add(making.share(64, ROBIN))
        assert [share.id for share in await tx.undelivered_shares(SAM, PAIR)] == [60, 62, 63]
        assert await tx.undelivered_shares(SAM, PAIR + 1) == []


async def test_the_latest_share_is_on_its_way_or_there(kept: store.Store) -> None:
    """Neither a preview nor what was taken back counts."""
    async with kept.begin() as tx:
        await making.pair(tx)
        assert await tx.latest_share(SAM) is None
        for share_id, state in {60: S.POSTED, 61: S.COOLING, 62: S.PREVIEW, 63: S.TAKEN}.items():
            await tx.add(making.share(share_id, state=state))
        latest = await tx.latest_share(SAM)
        assert latest is not None
        assert latest.id == 61


async def test_due_shares_are_cooling_ones_whose_time_has_come(kept: store.Store) -> None:
    """Earliest first, no more than asked for."""
    cooling = {60: later(seconds=1), 61: NOW, 62: later(minutes=-1)}
    async with kept.begin() as tx:
        await making.pair(tx)
        for share_id, moment in cooling.items():
            await tx.add(making.share(share_id, state=S.COOLING, leaves_at=moment))
        await tx.add(making.share(63, state=S.POSTED, leaves_at=NOW))
        assert [share.id for share in await tx.due_shares(NOW, 10)] == [62, 61]
        assert [share.id for share in await tx.due_shares(NOW, 1)] == [62]


async def test_the_message_of_a_share_is_remembered(kept: store.Store) -> None:
    """Which message shows a share is written alone, and nothing happens where the share is gone."""
    async with kept.begin() as tx:
        await making.pair(tx)
        await tx.add(making.share())
        await tx.placed(60, 123)
        await tx.placed(61, 124)
        assert await tx.share(60) == making.share(message_id=123)


async def test_a_post_is_found_by_every_key(kept: store.Store) -> None:
    """By id, by the reader's number once it is opened, and by the share it came from."""
    it = making.post(n=4, state=P.OPENED, words="shared words", notice_id=80, to_share=62, replied=True)
    async with kept.begin() as tx:
        await making.pair(tx)
        await tx.add(making.share())
        assert await tx.add(it)
        assert await tx.post(it.id) == it
        assert await tx.post_numbered(ROBIN, 4) == it
        assert await tx.post_of_share(60) == it
        assert await tx.post_numbered(SAM, 4) is None
        assert await tx.post_of_share(61) is None


async def test_a_share_has_one_post(kept: store.Store) -> None:
    """What has arrived does not arrive again."""
    async with kept.begin() as tx:
        await making.pair(tx)
        await tx.add(making.share())
        assert await tx.add(making.post(70))
        assert await tx.add(making.post(71)) is False


@pytest.mark.parametrize("reader", [SAM, 3])
async def test_a_share_reaches_the_other_half_alone(kept: store.Store, reader: int) -> None:
    """Neither its author nor anybody outside the pair can be its reader."""
    async with kept.begin() as tx:
        await making.pair(tx)
        await making.people(tx, 3)
        await tx.add(making.share())
    with pytest.raises(errors.StoreError):
        async with kept.begin() as tx:
            await tx.add(making.post(reader_id=reader))


async def test_a_share_stays_in_its_pair(kept: store.Store) -> None:
    """A post in another pair of the same reader, or of a share that is gone, is refused."""
    async with kept.begin() as tx:
        await making.pair(tx)
        await tx.add_pair(11, NOW)
        await tx.add(making.half(22, ROBIN, 11, state=model.HalfState.LEFT))
        await tx.add(making.share())
    for wrong in (making.post(pair_id=11), making.post(share_id=61)):
        with pytest.raises(errors.StoreError, match="other half"):
            async with kept.begin() as tx:
                await tx.add(wrong)


async def test_one_shares_within_a_pair_of_ones_own(kept: store.Store) -> None:
    """Words cannot be on their way into a pair that their author has no half of."""
    async with kept.begin() as tx:
        await making.pair(tx)
        await making.people(tx, 3)
    with pytest.raises(errors.StoreError, match="refused"):
        async with kept.begin() as tx:
            await tx.add(making.share(author_id=3))


async def test_unopened_posts_are_shares_that_lie_there(kept: store.Store) -> None:
    """Oldest first; responses, opened ones and other people's do not lie there."""
    placed: dict[int, dict[str, Any]] = {
        70: {"placed_at": later(minutes=2)},
        71: {"placed_at": NOW},
        72: {"kind": model.ShareKind.REPLY},
        73: {"state": P.OPENED},
        74: {"state": P.GONE},
    }
    async with kept.begin() as tx:
        await making.pair(tx)
        for post_id, fields in placed.items():
            await tx.add(making.share(post_id))
            await tx.add(making.post(post_id, share_id=post_id, **fields))
        assert [post.id for post in await tx.unopened_posts(ROBIN, PAIR)] == [71, 70]
        assert await tx.unopened_posts(ROBIN, PAIR + 1) == []
        assert await tx.unopened_posts(SAM, PAIR) == []


async def test_a_post_holds_words_from_opening_to_take_back(kept: store.Store) -> None:
    """Its words are None, then the reader's copy, then None again."""
    async with kept.begin() as tx:
        await making.pair(tx)
        await tx.add(making.share())
        await tx.add(making.post())
        for words, state in ((None, P.UNOPENED), ("shared words", P.OPENED), (None, P.GONE)):
            changed = dataclasses.replace(making.post(), words=words, state=state)
            await tx.save(changed)
            assert await tx.post(70) == changed


async def test_a_notice_is_found_by_every_key(kept: store.Store) -> None:
    """By id, by number once it is sent, and by its own key."""
    it = making.notice(key="2026-11-23", n=3, state=N.SENT, showing=70, menu="less", message_id=9, sent_at=NOW)
    async with kept.begin() as tx:
        await making.people(tx)
        assert await tx.add(it)
        assert await tx.notice(it.id) == it
        assert await tx.notice_numbered(ROBIN, 3) == it
        assert await tx.notice_keyed(ROBIN, "2026-11-23") == it
        assert await tx.notice_numbered(SAM, 3) is None
        assert await tx.notice_keyed(SAM, "2026-11-23") is None


async def test_a_local_date_has_one_notice(kept: store.Store) -> None:
    """The same key is refused for one reader and fine for two."""
    async with kept.begin() as tx:
        await making.people(tx)
        assert await tx.add(making.notice(80, key="2026-11-23"))
        assert await tx.add(making.notice(81, key="2026-11-23")) is False
        assert await tx.add(making.notice(82, SAM, key="2026-11-23")) is True


async def test_open_notices_wait_to_be_opened(kept: store.Store) -> None:
    """Planned and sent ones wait, earliest first."""
    states = {80: N.SENT, 81: N.PLANNED, 82: N.OPENED, 83: N.FOLDED, 84: N.GONE}
    async with kept.begin() as tx:
        await making.people(tx)
        for notice_id, state in states.items():
            await tx.add(making.notice(notice_id, state=state, due_at=later(minutes=-notice_id)))
        assert [notice.id for notice in await tx.open_notices(ROBIN)] == [81, 80]
        assert await tx.open_notices(SAM) == []


async def test_post_for_a_half_that_was_left_strands(kept: store.Store) -> None:
    """What lies unopened for longer than that, for a reader who lives in their pair no more, and nothing else."""
    async with kept.begin() as tx:
        await making.pair(tx)
        for number, days, state in ((70, -31, "unopened"), (71, -29, "unopened"), (72, -40, "opened")):
            given: dict[str, Any] = {"state": model.PostState(state), "placed_at": later(days=days)}
            await tx.add(making.share(number))
            await tx.add(making.post(number, share_id=number, n=number, **given))
        assert await tx.stranded_posts(later(days=-30), 10) == []
        half = await tx.living_half(ROBIN)
        assert half is not None
        await tx.save(dataclasses.replace(half, state=model.HalfState.LEFT, ended_at=NOW))
        assert [one.id for one in await tx.stranded_posts(later(days=-30), 10)] == [70]
        assert [one.id for one in await tx.stranded_posts(later(days=-28), 1)] == [70]
