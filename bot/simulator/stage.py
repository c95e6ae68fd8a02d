"""Holds the world that is served now, for every part of the web face to find."""

from dataclasses import dataclass, field

from starlette.requests import HTTPConnection

from bot.simulator.api import BotApi
from bot.simulator.backstage import Backstage
from bot.simulator.world import World


@dataclass
class Stage:
    """One world with its Bot API and backstage; `generation` counts the worlds that stood here."""

    world: World
    backstage: Backstage | None
    generation: int = 1
    api: BotApi = field(init=False)

    def __post_init__(self) -> None:
        self.api = BotApi(self.world)


def of(connection: HTTPConnection) -> Stage:
    """Return the stage that this request plays on."""
    stage: Stage = connection.app.state.stage
    return stage
