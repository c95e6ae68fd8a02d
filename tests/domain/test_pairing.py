"""Who may accept, who may share, and whom it reaches."""

import base64
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import model, pairing
from tests.domain import making
from tests.domain.making import NOW

LIVING, LEFT, ENDED = model.HalfState


def invite(state: model.InviteState) -> model.Invite:
    """Return an invitation made now."""
    until = NOW + pairing.LINK_LIVES
    return model.Invite(id=1, inviter_id=1, token_hash=b"h", state=state, created_at=NOW, expires_at=until, n=1)


@given(token=st.binary(min_size=24, max_size=24))
def test_every_token_has_its_form(token: bytes) -> None:
    """24 bytes written for an address are a token, and two different ones never share a hash."""
    written = base64.urlsafe_b64encode(token).decode()
    assert pairing.is_token(written)
    assert len(pairing.hash_of(written)) == 32


@pytest.mark.parametrize("typed", ["", "short", "x" * 31, "x" * 33, "x" * 31 + "=", "x" * 31 + "\n", "ж" * 32])
def test_anything_else_is_no_token(typed: str) -> None:
    """What is too short, too long, or holds other characters is not even looked up."""
    assert pairing.is_token(typed) is False


@pytest.mark.parametrize(
    ("state", "days", "expected"),
    [
        (model.InviteState.OPEN, 6, (True, False)),
        (model.InviteState.OPEN, 7, (False, False)),
        (model.InviteState.CLAIMED, 6, (False, True)),
        (model.InviteState.CLAIMED, 7, (False, False)),
        (model.InviteState.USED, 0, (False, False)),
        (model.InviteState.REVOKED, 0, (False, False)),
    ],
)
def test_an_invitation_lives_seven_days(state: model.InviteState, days: int, expected: tuple[bool, bool]) -> None:
    """It is accepted while open, confirmed while claimed, and neither after seven days."""
    moment = NOW + dt.timedelta(days=days)
    assert (pairing.is_open(invite(state), moment), pairing.is_claimed(invite(state), moment)) == expected


@pytest.mark.parametrize(("state", "stands"), [(LIVING, True), (LEFT, True), (ENDED, False)])
def test_share_stands_with_a_living_half_or_after_a_quiet_leaving(
    state: model.HalfState,
    stands: bool,  # noqa: FBT001 - a table
) -> None:
    """*Share…* is there for who lives in a pair or left quietly, not after a told ending, nor before any pair."""
    assert pairing.can_share(making.half(state=state)) is stands
    assert pairing.can_share(None) is False


@pytest.mark.parametrize("mine", list(model.HalfState))
@pytest.mark.parametrize("theirs", list(model.HalfState))
def test_only_two_living_halves_reach_each_other(mine: model.HalfState, theirs: model.HalfState) -> None:
    """Something passes only between two living halves of one pair."""
    one, other = making.half(state=mine), making.half(id=2, person_id=2, state=theirs)
    assert pairing.reaches(one, other) is (mine is theirs is LIVING)
    assert pairing.reaches(one, making.half(pair_id=99)) is False
    assert pairing.reaches(one, None) is False
    assert pairing.reaches(None, other) is False


def test_a_nickname_stands_for_the_name() -> None:
    """What a person calls the partner goes before the name that was fixed at pairing."""
    assert making.half().partner == "Ben"
    assert making.half(nickname="Benny").partner == "Benny"
