"""Rules of sharing: what may be sent, how it may be answered, how long it can be undone."""

import collections
import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from bot.domain import model, wording

UNDO_RESPONSE = dt.timedelta(seconds=10)  # guide 1.9: a moment to think again
DELETABLE = dt.timedelta(hours=47, minutes=50)  # Telegram deletes a bot's message for 48 h; the rest is for the way
SENTENCES_OFFERED = 4
SEALED_FOR = dt.timedelta(days=7)  # conversation, flow 8
ACKNOWLEDGEMENTS_AT_A_TIME = 3
TURNS = 14  # days until the same ones may come again

FITS = {  # which acknowledgements fit a theme, in the guide's words (reply_patterns, receiving_buttons)
    "appreciation": "appreciation",
    "play_warmth": "play",
    "feelings_words": "feeling",
    "self_awareness": "feeling",
    "strengths_imperfections": "appreciation",
}
TENDER_DEPTH = 4


class Fitting(Protocol):
    """An acknowledgement, as far as choosing it goes."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def fits(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def hard_first(self) -> bool: ...  # noqa: D102


F = TypeVar("F", bound=Fitting)


def framed(frame: str | None, answer: str) -> str:
    """Return an answer inside its prompt's frame, so that the reader knows what it is about."""
    return frame.replace("{answer}", answer) if frame else answer


def less(words: str) -> tuple[str, ...]:
    """Return the sentences of which one may be sent instead of all; nothing where there is only one."""
    found = tuple(dict.fromkeys(wording.sentences(words)))
    return found[:SENTENCES_OFFERED] if len(found) > 1 else ()


def fits(theme: str, depth: int) -> str:
    """Return which kind of acknowledgement fits a share about this theme, at this depth."""
    return "tender" if depth >= TENDER_DEPTH else FITS.get(theme, "pattern")


def is_on_its_way(share: model.Share) -> bool:
    """Say whether these words are leaving or have left, so that they cannot be sent a second time."""
    return share.state in (model.ShareState.SEALED, model.ShareState.COOLING, model.ShareState.POSTED)


def comes_by_post(post: model.Post) -> bool:
    """Say whether something may lie among the day's post: a share or a warmth, and no response."""
    return post.kind in (model.ShareKind.SHARE, model.ShareKind.WARMTH)


def is_of_the_day(notice: model.Notice) -> bool:
    """Say whether a notice speaks of a day's post, and not of one thing that came by itself."""
    return ":" not in notice.key


def seal(mirrored: Iterable[str], day: dt.date) -> str:
    """Return what both seal under: the questions that mirror each other, and the date on which they did."""
    return f"{day} {' '.join(sorted(mirrored))}"


def words_allowed(post: model.Post) -> bool:
    """Say whether the reader may write back: the author asked for it, and it was received first, and only once."""
    return post.answering is model.Answering.QUESTION and post.acknowledgement_id is not None and not post.replied


def is_deletable(notice: model.Notice, now: dt.datetime) -> bool:
    """Say whether Telegram still deletes this notice's message."""
    return notice.sent_at is not None and now - notice.sent_at < DELETABLE


def turn(post: model.Post) -> int:
    """Return which of the two weeks' days this post came on, as its reader counts them."""
    return (post.placed_at.date().toordinal() + post.reader_id) % TURNS


def acknowledgements(offered: Iterable[F], post: model.Post) -> Sequence[F]:
    """Return all acknowledgements that fit this post, those of its day's turn first, and risk where it was hard.

    The first ones of fourteen days in a row differ, as long as there are enough of each kind.
    """
    fitting = [one for one in offered if {"any", post.fits} & {*one.fits} or (post.hard and one.hard_first)]
    kinds: dict[tuple[bool, bool], list[F]] = collections.defaultdict(list)
    for one in sorted(fitting, key=lambda one: one.id):
        kinds[post.hard and one.hard_first, "any" in one.fits].append(one)
    # Of every kind each day of the two weeks has its own share.
    turns = {one.id: (at - turn(post)) % TURNS for found in kinds.values() for at, one in enumerate(found)}
    order = sorted(fitting, key=lambda one: hashlib.sha256(f"{post.id} {one.id}".encode()).digest())
    # What stands on the second page is a week off, so that neither of them comes again soon.
    ranks = {name: (at > 0, (at - TURNS // 2) % TURNS) for name, at in turns.items()}
    risk = min((one.id for one in order if post.hard and one.hard_first), key=ranks.__getitem__, default=None)
    return sorted(order, key=lambda one: (one.id != risk, ranks[one.id], "any" in one.fits))
