"""Opens the page with two phones in a real browser, beside a small bot that answers."""

import contextlib
import os
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any, Final

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, async_playwright

from bot.simulator import web
from bot.simulator.person import Person
from bot.simulator.world import World
from tests.simulator import small_bot

_PLACES: Final = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
SWITCHES: Final = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)

# Nothing slides: a test needs not wait until a button stands still.
WINDOW: Final[dict[str, Any]] = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"}


@dataclass
class Scene:
    """The page, with everything behind it."""

    page: Page
    world: World
    play: small_bot.Play
    ann: Person
    ben: Person
    url: str
    complaints: list[str] = field(default_factory=list)
    visited: set[str] = field(default_factory=set)

    def phone(self, person: Person) -> Locator:
        """Return this person's phone on the page."""
        return self.page.locator(f"#phone-{person.id}")

    def bubbles(self, person: Person) -> Locator:
        """Return the bubbles on this person's phone that are not fading."""
        return self.phone(person).locator(".message:not([aria-hidden]) .bubble")


def place() -> str | None:
    """Return where Chromium is on this machine, None where it is not."""
    return next((path for path in _PLACES if shutil.which(path)), None)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    """Start Chromium once for a module, or skip with a word where there is none."""
    found = place()
    if found is None:
        if "browser" in os.environ.get("NEARER_TEST_REQUIRE", ""):
            pytest.fail("NEARER_TEST_REQUIRE asks for a browser, and no Chromium was found")
        pytest.skip("no Chromium was found: the page was not tested")
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=found, args=SWITCHES.split())
        yield chromium
        await chromium.close()


@contextlib.asynccontextmanager
async def opened(browser: Browser, *, with_backstage: bool = True, **context: Any) -> AsyncIterator[Scene]:
    """Open the page with two people and a bot; it must have asked nobody else and complained of nothing."""
    play = small_bot.Play()
    world = World(play.now)
    ann, ben = world.person("Ann"), world.person("Ben")
    play.zones = {ann.id: "Europe/Lisbon", ben.id: "Europe/Berlin"}
    application = web.app(world, play if with_backstage else None)
    async with small_bot.running(world), web.serving(application) as url:
        page = await browser.new_page(**{**WINDOW, **context})
        scene = Scene(page, world, play, ann, ben, url)
        _listen(scene)
        await page.goto(url)
        yield scene
        await page.close()
    assert scene.complaints == []
    assert {place for place in scene.visited if not place.startswith(url)} == set()


def _listen(scene: Scene) -> None:
    scene.page.set_default_timeout(5000)
    scene.page.on("pageerror", lambda error: scene.complaints.append(str(error)))
    scene.page.on("console", lambda line: scene.complaints.extend([line.text] if line.type == "error" else []))
    scene.page.on("request", lambda request: scene.visited.add(request.url))
