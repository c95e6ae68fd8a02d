"""Makes what a delivery encloses, away from the loop; its row is then checked once more before it leaves."""

import asyncio
import collections
import dataclasses
from typing import Any

from bot import pictures
from bot.domain import model
from bot.telegram import archives, rendering
from bot.usecases import deliveries, enclosures, reply

_KEPT = 16  # things made and not yet sent; what is lost is made again
_ENDS = {"top": "lively", "bottom": "still", "left": "hard", "right": "pleasant"}

Made = tuple[enclosures.Enclosure, reply.File]


class Workshop:
    """Things that were made for rows of the outbox, until they are sent."""

    def __init__(self, texts: rendering.Texts) -> None:
        self._texts = texts
        self._made: collections.OrderedDict[int, Made] = collections.OrderedDict()

    async def enclose(self, delivery: deliveries.Delivery) -> deliveries.Delivery | None:
        """Return a delivery with its file; None where that was only made now, and the row must be checked anew."""
        enclosed = delivery.encloses
        if enclosed is None or delivery.screen is None:
            return delivery
        made = self._made.pop(delivery.row.id, None)
        if made is not None and made[0] == enclosed:
            return dataclasses.replace(delivery, screen=dataclasses.replace(delivery.screen, file=made[1]))
        self._made[delivery.row.id] = (enclosed, await self._make(delivery.locale, enclosed))
        if len(self._made) > _KEPT:
            self._made.popitem(last=False)
        return None

    async def _make(self, locale: str, enclosed: enclosures.Enclosure) -> reply.File:
        if isinstance(enclosed, enclosures.Picture):
            return reply.File(model.Media.PHOTO, content=await pictures.draw(self._drawing(locale, enclosed)))
        content = await asyncio.to_thread(archives.pack, self._texts, locale, enclosed)
        return reply.File(model.Media.TEXT, content=content, name=archives.NAME)

    def _drawing(self, locale: str, picture: enclosures.Picture) -> dict[str, Any]:
        """Return a picture as the program that draws it reads it."""
        ends = {side: self._texts.text(locale, f"picture-{end}") for side, end in _ENDS.items()}
        dots = [{"label": dot.label, "x": dot.pleasant, "y": dot.energy} for dot in picture.dots]
        return {"dark": picture.dark, "ends": ends, "dots": dots}
