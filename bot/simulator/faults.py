"""Failures on demand: which request meets which kind of trouble, and how often."""

import dataclasses
from collections.abc import Callable
from typing import Final, Literal

from bot.simulator import errors

Kind = Literal[
    "refuse",  # the connection is refused: nothing was sent
    "drop_before",  # the connection closes before the request was accepted
    "reset",  # the same, torn rather than closed
    "hang",  # taken by the network, never by Telegram; no answer comes
    "hang_after",  # accepted; no answer comes
    "drop_after",  # accepted, then the connection closes before the answer
    "half_body",  # accepted; the answer breaks off in the middle
    "not_json",  # accepted; something between answers with a page of its own
    "slow",  # accepted and answered, `seconds` late
    "429",
    "500",
    "502",
    "403",
    "400",
]
BEFORE: Final = frozenset({"refuse", "drop_before", "reset", "hang"})
AFTER: Final = frozenset({"hang_after", "drop_after", "half_body", "not_json"})
_WORDS: Final = {
    "500": "Internal Server Error",
    "502": "Bad Gateway",
    "403": "Forbidden: bot was blocked by the user",
    "400": "Bad Request: something is wrong with the request",
}


@dataclasses.dataclass(slots=True)
class Fault:
    """One planned failure; `method` "*" meets any, `chat_id` None any chat, `times` counts down."""

    kind: Kind
    method: str = "*"
    times: int = 1
    chat_id: int | None = None
    retry_after: int = 3
    seconds: float = 1.0
    description: str | None = None

    def meets(self, method: str, chat_id: int | None) -> bool:
        """Return whether it is meant for this request."""
        return self.method in ("*", method) and self.chat_id in (None, chat_id)

    def refusal(self) -> errors.ApiError | None:
        """Return what Telegram answers instead of obeying, None for failures of the network."""
        if self.kind == "429":
            return errors.too_many(self.retry_after)
        if self.kind in _WORDS:
            return errors.ApiError(int(self.kind), self.description or _WORDS[self.kind])
        return None


Weather = Callable[[str, int | None], Fault | None]


class Faults:
    """The planned failures, in the order in which they were added; `weather` may bring further ones."""

    def __init__(self) -> None:
        self.planned: list[Fault] = []
        self.happened: list[tuple[str, Kind]] = []
        self.weather: Weather | None = None

    def add(  # noqa: PLR0913 - one word per property of a failure
        self,
        *,
        kind: Kind,
        method: str = "*",
        times: int = 1,
        chat_id: int | None = None,
        retry_after: int = 3,
        seconds: float = 1.0,
        description: str | None = None,
    ) -> Fault:
        """Plan a failure for the next `times` matching requests and return it."""
        fault = Fault(kind, method, times, chat_id, retry_after, seconds, description)
        self.planned.append(fault)
        return fault

    def clear(self) -> None:
        """Plan no failure any more."""
        self.planned.clear()

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """Use up and return the first failure meant for this request, else what the weather brings."""
        fault = next((fault for fault in self.planned if fault.meets(method, chat_id)), None)
        if fault is not None:
            self._use(fault)
        elif self.weather is not None:
            fault = self.weather(method, chat_id)
        if fault is not None:
            self.happened.append((method, fault.kind))
        return fault

    def _use(self, fault: Fault) -> None:
        fault.times -= 1
        if fault.times <= 0:
            self.planned.remove(fault)
