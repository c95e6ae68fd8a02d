"""Serves one world over HTTP: the Bot API for a bot, and the page with two phones for everybody."""

from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route

from bot.simulator import controls, exchange, line, pages, stage
from bot.simulator.backstage import Backstage
from bot.simulator.doorkeeper import HERE, Doorkeeper
from bot.simulator.world import World

serve = line.serve
serving = line.serving

_PAGE: Final = Path(__file__).parent / "page"


def app(world: World, backstage: Backstage | None = None, hosts: frozenset[str] = HERE) -> Starlette:
    """Return the application; it answers what is addressed to `hosts` and comes from a bot or its own page."""
    application = Starlette(routes=_routes(), middleware=[Middleware(Doorkeeper, hosts=hosts)])
    application.state.stage = stage.Stage(world, backstage)
    application.state.files = pages.read_page(_PAGE)
    return application


def replace(application: Starlette, world: World) -> None:
    """Serve another world from now on: open pages empty their phones and show it."""
    before: stage.Stage = application.state.stage
    application.state.stage = stage.Stage(world, before.backstage, before.generation + 1)
    before.world.touch()


def _routes() -> list[BaseRoute]:
    return [
        Route("/bot{token}/{method}", exchange.call, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", exchange.download),
        Route("/events", pages.events),
        Route("/media/{file_id}", pages.media),
        Route("/phone/{person:int}/{act}", controls.phone, methods=["POST"]),
        Route("/backstage/{act}", controls.backstage, methods=["POST"]),
        Route("/people", controls.people, methods=["POST"]),
        Route("/{path:path}", pages.static),
    ]
