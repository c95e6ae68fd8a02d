"""Carries requests between a bot that may die and Telegram, in virtual time."""

import asyncio
import contextlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from bot.simulator import api, world
from bot.simulator.fields import Upload

if TYPE_CHECKING:
    from tests.chaos import machine

_HELD = 5 * 3600  # seconds for which a poll is held open: asking every 50 seconds all the same tells nothing


class Way(api.Wire):
    """The network between one life of the bot and Telegram: what has left arrives, whoever has died meanwhile."""

    def __init__(self, life: "machine.Life") -> None:
        super().__init__(life.machine.world)
        self._life = life

    async def post(
        self, url: str, fields: Mapping[str, str], files: Mapping[str, Upload], seconds: float
    ) -> tuple[int, bytes]:
        """Carry one request, in virtual time; one may die before it leaves, or before its answer is read."""
        life, method = self._life, url.rpartition("/")[2]
        home = life.machine
        await life.step()
        home.watching(method, fields)
        if method == "getUpdates":
            seconds = _HELD + 60
        answering: asyncio.Future[api.Answer] = asyncio.get_running_loop().create_future()
        travelling = self._travel(answering, method, fields, files)
        asyncio.create_task(travelling, name="sim network")  # noqa: TID251, RUF006 - it waits in the loop
        async with asyncio.timeout(seconds):
            answer = await answering
        await life.step()
        api._act_out(answer.fate)
        return answer.status, answer.body

    async def _travel(
        self,
        answering: asyncio.Future[api.Answer],
        method: str,
        fields: Mapping[str, str],
        files: Mapping[str, Upload],
    ) -> None:
        home = self._life.machine
        least, more = home.odds.latency
        latency = least + home.dice.below(more)
        await asyncio.sleep(latency)
        if method == "getUpdates":
            await self._hold(home.world, int(fields.get("offset", "0")))
            fields = {**fields, "timeout": "0"}
        answer = await self.answer(home.world.token, method, fields, files)
        if answer.fate in ("hang", "hang_after") or answering.done():
            return
        asyncio.get_running_loop().call_later(latency, _give, answering, answer)

    async def _hold(self, on: world.World, offset: int) -> None:
        """Return when there is something new to fetch, or after hours: so a poll is held open in one go."""
        on.updates._confirm(offset)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_HELD):
                while not (len(on.updates) or self._life.dead):
                    await on.updates._signal.wait()


def _give(answering: asyncio.Future[api.Answer], answer: api.Answer) -> None:
    if not answering.done():
        answering.set_result(answer)
