"""Finds what a person looks back on, and all that is theirs to take along."""

from collections.abc import Sequence

from bot.domain import model
from bot.store import session, tables


class LookingBack(session.Session):
    """The part of a transaction that reads one person's whole past."""

    async def halves(self, person_id: int) -> Sequence[model.Half]:
        """Return every half of this person, oldest first."""
        mine, order = tables.halves.c.person_id == person_id, (tables.halves.c.since, tables.halves.c.id)
        return await self._every(model.Half, mine, order=order)

    async def shares_of(self, author_id: int) -> Sequence[model.Share]:
        """Return every share of this author, oldest first."""
        return await self._every(model.Share, tables.shares.c.author_id == author_id, order=(tables.shares.c.n,))

    async def posts_of(self, reader_id: int) -> Sequence[model.Post]:
        """Return everything this reader has opened that was not taken back, in the order of opening."""
        posts = tables.posts
        opened = (posts.c.reader_id == reader_id, posts.c.state == model.PostState.OPENED)
        return await self._every(model.Post, *opened, order=(posts.c.n,))

    async def invites_of(self, inviter_id: int) -> Sequence[model.Invite]:
        """Return this person's invitations that are still kept, oldest first."""
        invites = tables.invites
        return await self._every(model.Invite, invites.c.inviter_id == inviter_id, order=(invites.c.n,))

    async def breathers_of(self, person_id: int) -> Sequence[model.Breather]:
        """Return the breathers that this person called, oldest first."""
        breathers = tables.breathers
        return await self._every(model.Breather, breathers.c.person_id == person_id, order=(breathers.c.n,))
