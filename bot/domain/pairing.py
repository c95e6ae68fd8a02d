"""Rules of inviting, joining and leaving."""

import datetime as dt
import hashlib
import re

from bot.domain import model

LINK_LIVES = dt.timedelta(days=7)
LINKS_A_DAY = 3
TRIES_A_DAY = 10  # links that led nowhere; 192 random bits need no tighter rein
TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")  # 24 bytes, url-safe base64


def hash_of(token: str) -> bytes:
    """Return what is stored of a token: its SHA-256."""
    return hashlib.sha256(token.encode()).digest()


def is_token(typed: str) -> bool:
    """Say whether this has the form of an invitation's token."""
    return TOKEN.fullmatch(typed) is not None


def is_open(invite: model.Invite, now: dt.datetime) -> bool:
    """Say whether somebody may still accept this invitation."""
    return invite.state is model.InviteState.OPEN and now < invite.expires_at


def is_claimed(invite: model.Invite, now: dt.datetime) -> bool:
    """Say whether the inviter may still confirm who came."""
    return invite.state is model.InviteState.CLAIMED and now < invite.expires_at


def can_share(half: model.Half | None) -> bool:
    """Say whether *Share…* stands: with a living half, or after a quiet leaving, which shows nothing."""
    return half is not None and half.state in (model.HalfState.LIVING, model.HalfState.LEFT)


def reaches(mine: model.Half | None, theirs: model.Half | None) -> bool:
    """Say whether something from the one half is placed for the other: both live in the same pair."""
    return (
        mine is not None
        and theirs is not None
        and mine.pair_id == theirs.pair_id
        and mine.state is theirs.state is model.HalfState.LIVING
    )
