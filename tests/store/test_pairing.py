"""Pairs: two halves and never three, one that is lived in, and invitations of which one is live."""

import dataclasses

import pytest

from bot.domain import model
from bot.store import errors, store
from tests.store import making
from tests.store.making import NOW, PAIR, ROBIN, SAM, later


async def test_each_half_is_its_own(kept: store.Store) -> None:
    """Each of the two finds the own half, and through it the other's."""
    async with kept.begin() as tx:
        await making.pair(tx)
        mine, theirs = making.half(20, SAM), making.half(21, ROBIN)
        assert await tx.living_half(SAM) == mine
        assert await tx.half(SAM, PAIR) == mine
        assert await tx.other_half(mine) == theirs
        assert await tx.other_half(theirs) == mine
        assert await tx.pair_started_at(PAIR) == NOW


async def test_without_a_pair_there_is_nothing(kept: store.Store) -> None:
    """A person alone has no half, and an unknown pair no beginning."""
    async with kept.begin() as tx:
        await making.people(tx)
        assert await tx.living_half(SAM) is None
        assert await tx.latest_half(SAM) is None
        assert await tx.half(SAM, PAIR) is None
        assert await tx.pair_started_at(PAIR) is None


async def test_leaving_ends_ones_own_half_alone(kept: store.Store) -> None:
    """Who left lives in no half; the other still does, and both still find each other's."""
    left = making.half(20, SAM, state=model.HalfState.LEFT, ended_at=later(days=1), nickname="R.")
    async with kept.begin() as tx:
        await making.pair(tx)
        await tx.save(left)
    async with kept.begin() as tx:
        assert await tx.living_half(SAM) is None
        assert await tx.latest_half(SAM) == left
        assert await tx.living_half(ROBIN) == making.half(21, ROBIN)
        assert await tx.other_half(making.half(21, ROBIN)) == left


async def test_the_latest_half_is_the_newest(kept: store.Store) -> None:
    """Of several halves the latest is the one that began last."""
    async with kept.begin() as tx:
        await making.people(tx)
        for number, state in ((1, model.HalfState.LIVING), (2, model.HalfState.ENDED)):
            await tx.add_pair(number, NOW)
            await tx.add(making.half(number, SAM, number, state=state, since=later(days=-number)))
        latest = await tx.latest_half(SAM)
        assert latest is not None
        assert latest.id == 1


async def test_a_pair_has_two_halves_and_no_third(kept: store.Store) -> None:
    """A third person finds no seat, and neither of the two can sit down twice."""
    async with kept.begin() as tx:
        await making.pair(tx)
        await making.people(tx, 3)
        assert await tx.add(making.half(22, 3)) is False
        assert await tx.add(making.half(23, SAM)) is False
        assert await tx.half(3, PAIR) is None


async def test_the_seat_of_who_was_forgotten_stays_empty(kept: store.Store) -> None:
    """Nobody moves into the pair of somebody whose partner is gone, whichever of the two it was."""
    for gone, stays in ((SAM, ROBIN), (ROBIN, SAM)):
        pair_id = PAIR + gone
        async with kept.begin() as tx:
            await making.people(tx, gone, stays, 3)
            await tx.add_pair(pair_id, NOW)
            for person_id in (SAM, ROBIN):
                ended = making.half(pair_id * 10 + person_id, person_id, pair_id, state=model.HalfState.ENDED)
                assert await tx.add(ended)
            await tx.forget(gone)
            third = await tx.add(making.half(pair_id * 10 + 3, 3, pair_id))
            alone = await tx.half(stays, pair_id)
            assert alone is not None
            assert (await tx.other_half(alone), third) == (None, False)


async def test_a_person_lives_in_one_half(kept: store.Store) -> None:
    """A second living half is refused; an ended one is not."""
    async with kept.begin() as tx:
        await making.pair(tx)
        await tx.add_pair(11, NOW)
        assert await tx.add(making.half(22, SAM, 11)) is False
        assert await tx.add(making.half(22, SAM, 11, state=model.HalfState.ENDED)) is True


async def test_a_living_half_cannot_be_saved_beside_another(kept: store.Store) -> None:
    """The constraint holds for changes too, in one line that shows no value."""
    async with kept.begin() as tx:
        await making.pair(tx)
        await tx.add_pair(11, NOW)
        await tx.add(making.half(22, SAM, 11, state=model.HalfState.LEFT))
    with pytest.raises(errors.StoreError, match=r"^the database refused: \w+ \(\w+") as caught:
        async with kept.begin() as tx:
            await tx.save(making.half(22, SAM, 11))
    assert "name" not in str(caught.value)


async def test_an_invitation_is_found_by_every_key(kept: store.Store) -> None:
    """By id, by the hash of its token, by its inviter's number, and as the live one."""
    it = making.invite()
    async with kept.begin() as tx:
        await making.people(tx)
        assert await tx.add(it)
        assert await tx.invite(it.id) == it
        assert await tx.invite_by_hash(it.token_hash) == it
        assert await tx.invite_numbered(SAM, it.n) == it
        assert await tx.live_invite(SAM) == it
        assert await tx.invite_by_hash(b"another") is None
        assert await tx.invite_numbered(ROBIN, it.n) is None


async def test_one_invitation_is_live(kept: store.Store) -> None:
    """While one is open or claimed there is no second; once used or revoked it makes room."""
    async with kept.begin() as tx:
        await making.people(tx)
        first = making.invite(30)
        assert await tx.add(first)
        assert await tx.add(making.invite(31)) is False
        await tx.save(dataclasses.replace(first, state=model.InviteState.CLAIMED, joiner_id=ROBIN))
        assert await tx.add(making.invite(31)) is False
        await tx.save(dataclasses.replace(first, state=model.InviteState.REVOKED))
        assert await tx.live_invite(SAM) is None
        assert await tx.add(making.invite(31)) is True


async def test_invitations_are_counted_from_a_moment(kept: store.Store) -> None:
    """Only this person's count, and only those made since then, the moment itself included."""
    made = {30: later(days=-2), 31: later(days=-1), 32: NOW}
    async with kept.begin() as tx:
        await making.people(tx)
        for invite_id, moment in made.items():
            await tx.add(making.invite(invite_id, created_at=moment, state=model.InviteState.REVOKED))
        await tx.add(making.invite(33, ROBIN))
        assert await tx.invites_since(SAM, later(days=-1)) == 2
        assert await tx.invites_since(SAM, later(seconds=1)) == 0


async def test_a_token_leads_to_one_invitation(kept: store.Store) -> None:
    """Two invitations never share a hash, whoever made them."""
    async with kept.begin() as tx:
        await making.people(tx)
        assert await tx.add(making.invite(30, SAM, token_hash=b"same"))
        assert await tx.add(making.invite(31, ROBIN, token_hash=b"same")) is False
