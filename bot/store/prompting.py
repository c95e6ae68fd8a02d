"""Keeps asks and what people reflected on them."""

import datetime as dt
from collections.abc import Sequence

from bot.domain import model
from bot.store import bringing, session, tables

_asks = tables.asks
_reflections = tables.reflections


class Prompting(session.Session):
    """The part of a transaction that knows asks and reflections."""

    async def ask(self, ask_id: int) -> model.Ask | None:
        """Return an ask."""
        return self._memory.brought(bringing.ASKS).get(ask_id) or await self._find(model.Ask, _asks.c.id == ask_id)

    async def ask_numbered(self, person_id: int, n: int) -> model.Ask | None:
        """Return this person's ask number n."""
        return await self._find(model.Ask, _asks.c.person_id == person_id, _asks.c.n == n)

    async def ask_on(self, person_id: int, day: dt.date) -> model.Ask | None:
        """Return the ask of this local date."""
        return await self._find(model.Ask, _asks.c.person_id == person_id, _asks.c.local_date == day)

    async def ask_by_message(self, person_id: int, message_id: int) -> model.Ask | None:
        """Return the ask that stands in this message."""
        return await self._find(model.Ask, _asks.c.person_id == person_id, _asks.c.message_id == message_id)

    async def asks(self, person_id: int) -> Sequence[model.Ask]:
        """Return all asks of this person for which a prompt was chosen, oldest first."""
        chosen = (_asks.c.person_id == person_id, _asks.c.prompt_id.is_not(None))
        return await self._every(model.Ask, *chosen, order=(_asks.c.n,))

    async def reflection(self, reflection_id: int) -> model.Reflection | None:
        """Return a reflection."""
        return await self._find(model.Reflection, _reflections.c.id == reflection_id)

    async def reflection_numbered(self, person_id: int, n: int) -> model.Reflection | None:
        """Return this person's reflection number n."""
        numbered = (_reflections.c.person_id == person_id, _reflections.c.n == n)
        return await self._find(model.Reflection, *numbered)

    async def reflection_by_message(self, person_id: int, message_id: int) -> model.Reflection | None:
        """Return the reflection that this message of the person became."""
        became = (_reflections.c.person_id == person_id, _reflections.c.message_id == message_id)
        return await self._find(model.Reflection, *became)

    async def reflections(self, person_id: int) -> Sequence[model.Reflection]:
        """Return all reflections of this person, oldest first."""
        return await self._every(model.Reflection, _reflections.c.person_id == person_id, order=(_reflections.c.n,))

    async def reflections_since(self, person_id: int, moment: dt.datetime) -> Sequence[model.Reflection]:
        """Return the reflections that this person wrote since then, oldest first."""
        recent = (_reflections.c.person_id == person_id, _reflections.c.created_at >= moment)
        return await self._every(model.Reflection, *recent, order=(_reflections.c.n,))
