"""Tells Telegram where to push updates, and sees to it that it stays so."""

import dataclasses
import json

from telegram import error

from bot import chance, clock, logs
from bot.telegram import intake, wire

_WATCH_SECONDS = 300.0  # between two looks whether updates are still pushed here
_PAUSES = (1.0, 2.0, 5.0, 15.0, 30.0)  # while Telegram cannot be reached


@dataclasses.dataclass(frozen=True, slots=True)
class Address:
    """Where Telegram reaches this bot, and the secret by which its calls are known."""

    url: str
    secret: str = dataclasses.field(repr=False)


class Refused(Exception):  # noqa: N818 - the end of this run, in one line
    """Telegram will not push to this address."""

    def __init__(self, said: str) -> None:
        super().__init__(f"NEARER_WEBHOOK_URL: Telegram refuses it: {said}")


class Webhook:
    """The one address of all processes of this bot."""

    def __init__(self, api: wire.Api, address: Address, clock: clock.Clock, chance: chance.Chance) -> None:
        self._api = api
        self._address = address
        self._clock = clock
        self._chance = chance
        self.stands = False

    async def keep(self) -> None:
        """Set the webhook, and set it again where somebody else changed it; raises TokenRefused or Refused."""
        failures = 0
        while True:
            try:
                await self._see_to_it()
                failures = 0
            except error.InvalidToken:
                raise intake.TokenRefused from None
            except wire.Flooded as flooded:
                await self._clock.sleep(flooded.retry_after.total_seconds())
            except error.TelegramError as failure:
                if isinstance(failure, error.BadRequest) and not self.stands:
                    raise Refused(str(failure)) from None
                if not failures:
                    logs.trouble("webhook-not-set", error=failure)
                await self._clock.sleep(self._chance.jitter(_PAUSES[min(failures, len(_PAUSES) - 1)]))
                failures += 1
            else:
                await self._clock.sleep(_WATCH_SECONDS)

    async def _see_to_it(self) -> None:
        """Set the webhook unless it stands; the first time always, since nobody can ask for its secret."""
        if self.stands:
            found = await self._api.call("getWebhookInfo", {})
            if isinstance(found, dict) and found.get("url") == self._address.url:
                return
            # Somebody polls with this token, or has a webhook of their own.
            logs.trouble("webhook-was-changed")
        await self._api.call("setWebhook", self._fields())
        if not self.stands:
            logs.event("webhook-set")
        self.stands = True

    def _fields(self) -> dict[str, str]:
        return {
            "url": self._address.url,
            "secret_token": self._address.secret,
            "allowed_updates": json.dumps(wire.ALLOWED_UPDATES),
        }
