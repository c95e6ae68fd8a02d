"""The demo as a newcomer meets it: the real bot on two phones, in a real browser."""

import asyncio
import contextlib
import os
import pathlib
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from tests.e2e import browser as driver
from tests.e2e.browser import browser

__all__ = ["browser"]

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.needs("browser")]

ROOT = pathlib.Path(__file__).parents[2]
PATIENCE = 10_000  # milliseconds for one answer, on a machine that is busy with other tests


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


async def started(port: int) -> asyncio.subprocess.Process:
    """Start the demo as `make demo` does."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "demo", "--port", str(port)),
        cwd=ROOT,
        env=dict(os.environ),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def address() -> AsyncIterator[str]:
    """Run the demo while the stories of this module are told; it must end at once, well, and without a word."""
    port = free_port()
    process = await started(port)
    assert process.stdout is not None
    said = await asyncio.wait_for(process.stdout.readline(), 30)
    assert said.decode().strip() == f"Nearer is on http://127.0.0.1:{port}  ·  Ctrl+C ends it"
    yield f"http://127.0.0.1:{port}"
    process.send_signal(signal.SIGINT)
    output, complaints = await asyncio.wait_for(process.communicate(), 15)
    assert (process.returncode, output.decode(), complaints.decode()) == (0, "", "")


class Phone:
    """One phone on the page, and the hand that uses it."""

    def __init__(self, page: Page, at: int) -> None:
        self.node = page.locator(".phone").nth(at)

    async def tap(self, words: str) -> None:
        """Tap the newest button with these words."""
        await self.node.locator(".key").filter(has_text=re.compile(words)).last.click()

    async def answer(self) -> None:
        """Tap the first answer of the newest question."""
        asked = self.node.locator(".message").filter(has_text="Not today").last
        await asked.locator(".key").first.click()

    def says(self, words: str) -> Locator:
        """Return the bubbles in which these words can be read."""
        return self.node.locator(".message:not([aria-hidden]) .bubble").filter(has_text=re.compile(words))


@contextlib.asynccontextmanager
async def opened(browser: Browser, address: str) -> AsyncIterator[Page]:
    """Open the page on empty phones; it must not complain."""
    page = await browser.new_page(**driver.WINDOW)
    page.set_default_timeout(PATIENCE)
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.extend([line.text] if line.type == "error" else []))
    await page.goto(address)
    await press(page, "Start over")
    yield page
    await page.close()
    assert complaints == []


async def press(page: Page, name: str) -> None:
    """Press a button between the phones, and wait until it is done."""
    await page.get_by_role("button", name=name, exact=True).click()
    await page.locator(".panel:not(.busy)").wait_for()


async def test_from_hello_to_taking_back(browser: Browser, address: str) -> None:
    """Two phones and a hand are enough for the whole way, without a word of explanation."""
    expect.set_options(timeout=PATIENCE)
    async with opened(browser, address) as page:
        ann, ben = Phone(page, 0), Phone(page, 1)
        await ann.node.get_by_role("button", name="Start", exact=True).click()
        await ann.tap("I'm 18")
        await ann.answer()
        for words in ("Evening", "London", "I go quiet", "Invite my partner", "Go on", "Pass it on"):
            await ann.tap(words)
        await ann.node.get_by_role("button", name="Send to Ben").click()
        await ben.node.get_by_role("button", name="Open the link").click()
        await ben.tap("Go on")
        await ben.tap("Pair with")
        await ann.tap("Yes, that's right")
        await expect(ben.says("What you choose to share can reach")).to_be_visible()
        await press(page, "Next prompt")
        await expect(ann.node.locator(".key").filter(has_text="Not today")).to_have_count(1)
        await ann.answer()
        await expect(ann.node.locator(".strip")).to_contain_text("nothing yet")
        await expect(ann.node.locator(".message").last.locator(".padlock")).to_be_visible()
        await ann.tap("Share…")
        await ann.tap("^Send$")
        await expect(page.locator(".coming")).to_contain_text(re.compile("words leave.*in 10 min"))
        await press(page, "+10 min")
        await page.get_by_role("button", name="Lock screen of Ben").click()
        locked = page.get_by_role("group", name="Ben\u2019s lock screen")
        await expect(locked.get_by_role("listitem").first).to_contain_text("There is something from")
        await locked.get_by_role("button", name="Unlock").click()
        await ben.tap("^Open$")
        await expect(ben.says("From .*Ann")).to_be_visible()
        await expect(ann.node.locator(".strip")).to_contain_text("one shared thing")
        await ben.node.locator(".message").last.locator(".key").first.click()
        await expect(ben.says("You said")).to_be_visible()
        await press(page, "+10 min")
        await ann.tap("^Open$")
        await expect(ann.says("From .*Ben")).to_be_visible()
        await ann.tap("Take it back")
        await expect(ben.says("From .*Ann")).to_have_count(0)
        await expect(ann.node.locator(".strip")).to_contain_text("nothing yet")


async def test_already_paired_and_a_week_later(browser: Browser, address: str) -> None:
    """Two who are paired at once get one question a day, and each move of the clock shows where it went."""
    async with opened(browser, address) as page:
        ann = Phone(page, 0)
        await press(page, "Start already paired")
        await expect(page.locator(".clocks")).to_contain_text(re.compile("18:30.*19:30"))
        await press(page, "A week later")
        await expect(ann.says("\\?").last).to_be_visible()
        await expect(ann.node.locator(".key").filter(has_text="Not today")).to_have_count(5)
        await expect(page.locator(".coming").get_by_text("A question for")).to_have_count(2)


async def test_a_scene_plays_by_itself_and_can_be_stopped(browser: Browser, address: str) -> None:
    """A scene begins on fresh phones and goes on without a hand, until it is stopped or over."""
    async with opened(browser, address) as page:
        await page.get_by_role("button", name="Play: One small share").click()
        await expect(Phone(page, 0).says("This is what .* would read")).to_be_visible(timeout=20_000)
        await page.get_by_role("button", name="Stop: One small share").click()
        await expect(page.get_by_role("button", name="Play: One small share")).to_be_visible()


async def test_a_port_that_is_taken_is_one_clear_line(address: str) -> None:
    """Where another process listens already, the demo says so and what to do, and ends with 2."""
    port = int(address.rpartition(":")[2])
    process = await started(port)
    output, complaints = await asyncio.wait_for(process.communicate(), 30)
    line = f"port {port} is in use by another process: end it, or choose another with --port (make demo PORT=)\n"
    assert (process.returncode, output.decode(), complaints.decode()) == (2, "", line)
