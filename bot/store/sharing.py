"""Keeps shares, which are their author's, and posts and notices, which are their reader's."""

import datetime as dt
from collections.abc import Sequence

import sqlalchemy as sa

from bot.domain import model
from bot.store import bringing, errors, session, tables
from bot.store.session import Lock
from bot.usecases import ports

_shares = tables.shares
_posts = tables.posts
_notices = tables.notices


class Sharing(session.Session):
    """The part of a transaction that knows what goes from one half of a pair to the other."""

    async def add(self, row: ports.Row) -> bool:
        """Insert a value; a post goes to the other half of its share's pair, or StoreError is raised."""
        if isinstance(row, model.Post):
            await self._check_reader(row)
        return await super().add(row)

    async def share(self, share_id: int) -> model.Share | None:
        """Return and lock a share."""
        return await self._find(model.Share, _shares.c.id == share_id, lock=Lock.WAIT)

    async def share_numbered(self, author_id: int, n: int) -> model.Share | None:
        """Return this author's share number n."""
        return await self._find(model.Share, _shares.c.author_id == author_id, _shares.c.n == n)

    async def shares_of_reflection(self, reflection_id: int) -> Sequence[model.Share]:
        """Return every share made of a reflection, oldest first."""
        return await self._every(model.Share, _shares.c.reflection_id == reflection_id, order=(_shares.c.n,))

    async def undelivered_shares(self, author_id: int, pair_id: int) -> Sequence[model.Share]:
        """Return this author's shares in that pair that are previewed, cooling, or posted, oldest first."""
        theirs = (_shares.c.author_id == author_id, _shares.c.pair_id == pair_id)
        not_taken = _shares.c.state != model.ShareState.TAKEN
        return await self._every(model.Share, *theirs, not_taken, order=(_shares.c.n,))

    async def latest_share(self, author_id: int) -> model.Share | None:
        """Return this author's newest share that is cooling or posted, or response that is still cooling."""
        sent = _shares.c.kind.in_([model.ShareKind.SHARE, model.ShareKind.WARMTH])
        posted = sent & (_shares.c.state == model.ShareState.POSTED)
        going = (_shares.c.author_id == author_id, tables.COOLING | tables.SEALED | posted)
        return await self._find(model.Share, *going, order=(_shares.c.n.desc(),))

    async def due_shares(self, now: dt.datetime, limit: int) -> Sequence[model.Share]:
        """Return and lock cooling shares whose `leaves_at` has come, earliest first."""
        when = _shares.c.leaves_at
        due = (tables.COOLING, when <= now)
        return await self._every(model.Share, *due, order=(when, _shares.c.id), limit=limit, lock=Lock.SKIP)

    async def placed(self, share_id: int, message_id: int) -> None:
        """Remember which message of its author's chat shows a share; nothing where the share is gone."""
        shown = sa.update(_shares).where(_shares.c.id == share_id).values(message_id=message_id)
        await self._connection.execute(shown)

    async def post(self, post_id: int) -> model.Post | None:
        """Return a post."""
        return await self._find(model.Post, _posts.c.id == post_id)

    async def post_numbered(self, reader_id: int, n: int) -> model.Post | None:
        """Return this reader's opened post number n."""
        return await self._find(model.Post, _posts.c.reader_id == reader_id, _posts.c.n == n)

    async def post_of_share(self, share_id: int) -> model.Post | None:
        """Return and lock the reader's side of a share."""
        return await self._find(model.Post, _posts.c.share_id == share_id, lock=Lock.WAIT)

    async def unopened_posts(self, reader_id: int, pair_id: int) -> Sequence[model.Post]:
        """Return what lies unopened in this reader's post (no responses), oldest first."""
        by_post = (_posts.c.kind == model.ShareKind.WARMTH) & _posts.c.notice_id.is_(None)
        lying = (
            _posts.c.reader_id == reader_id,
            _posts.c.pair_id == pair_id,
            _posts.c.state == model.PostState.UNOPENED,
            (_posts.c.kind == model.ShareKind.SHARE) | by_post,
        )
        return await self._every(model.Post, *lying, order=(_posts.c.placed_at, _posts.c.id))

    async def held_warmths(self, author_id: int, pair_id: int) -> Sequence[model.Share]:
        """Return this author's warmths that have left and were placed for nobody yet, oldest first."""
        theirs = (_shares.c.author_id == author_id, _shares.c.pair_id == pair_id)
        warm = (_shares.c.kind == model.ShareKind.WARMTH, _shares.c.state == model.ShareState.POSTED)
        placed = sa.exists().where(_posts.c.share_id == _shares.c.id)
        return await self._every(model.Share, *theirs, *warm, ~placed, order=(_shares.c.n,))

    async def posts_of_notice(self, notice_id: int) -> Sequence[model.Post]:
        """Return the posts that were opened in a notice's message and are not gone, oldest first."""
        opened = (_posts.c.notice_id == notice_id, _posts.c.state == model.PostState.OPENED)
        return await self._every(model.Post, *opened, order=(_posts.c.n,))

    async def stranded_posts(self, before: dt.datetime, limit: int) -> Sequence[model.Post]:
        """Return posts placed before then that lie unopened for a reader who no longer lives in their pair."""
        halves = tables.halves
        theirs = (halves.c.pair_id == _posts.c.pair_id, halves.c.person_id == _posts.c.reader_id)
        lives = sa.exists().where(*theirs, tables.LIVING)
        lying = (_posts.c.state == model.PostState.UNOPENED, _posts.c.placed_at < before, ~lives)
        return await self._every(model.Post, *lying, order=(_posts.c.placed_at, _posts.c.id), limit=limit)

    async def notice(self, notice_id: int) -> model.Notice | None:
        """Return and lock a notice."""
        return self._memory.brought(bringing.NOTICES).get(notice_id) or await self._find(
            model.Notice, _notices.c.id == notice_id, lock=Lock.WAIT
        )

    async def notice_numbered(self, person_id: int, n: int) -> model.Notice | None:
        """Return and lock this person's notice number n."""
        numbered = (_notices.c.person_id == person_id, _notices.c.n == n)
        return await self._find(model.Notice, *numbered, lock=Lock.WAIT)

    async def notice_keyed(self, person_id: int, key: str) -> model.Notice | None:
        """Return the notice of a local date (`2026-11-23`) or of a response (`response:<post id>`)."""
        return await self._find(model.Notice, _notices.c.person_id == person_id, _notices.c.key == key)

    async def open_notices(self, person_id: int) -> Sequence[model.Notice]:
        """Return this person's notices that are planned or sent and not yet opened, oldest first."""
        waiting = _notices.c.state.in_([model.NoticeState.PLANNED, model.NoticeState.SENT])
        order = (_notices.c.due_at, _notices.c.id)
        return await self._every(model.Notice, _notices.c.person_id == person_id, waiting, order=order)

    async def _check_reader(self, post: model.Post) -> None:
        """Hold what no foreign key may, because the author's row can go and the reader's must stay."""
        share = sa.select(_shares.c.pair_id, _shares.c.author_id).where(_shares.c.id == post.share_id)
        found = (await self._connection.execute(share)).one_or_none()
        if found is None or found.pair_id != post.pair_id or found.author_id == post.reader_id:
            raise errors.StoreError("a post is for the other half of its share's pair")
