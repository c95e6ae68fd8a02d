"""Takes the picture of the two phones for the README: `.venv/bin/python -m tests.e2e.pictures`."""

import asyncio
import pathlib
import re
import signal
import sys

from playwright.async_api import Locator, Page, async_playwright

from tests.e2e import browser

PICTURE = pathlib.Path(__file__).parents[2] / "docs" / "images" / "phones.png"
PORT = 8790
NOTE = "I saw how tired you were last night, and I didn't know what to say."


async def tap(phone: Locator, words: str) -> None:
    """Tap the newest button with these words."""
    await phone.locator(".key").filter(has_text=re.compile(words)).last.click()


async def press(page: Page, name: str) -> None:
    """Press a button between the phones, and wait until it is done."""
    await page.get_by_role("button", name=name, exact=True).click()
    await page.locator(".panel:not(.busy)").wait_for()


async def write(page: Page, words: str) -> None:
    """Write on the first phone."""
    box = page.get_by_label("Message from Ann")
    await box.fill(words)
    await box.press("Enter")


async def play(page: Page) -> None:
    """Let one share something that was hard to say, and the other open it."""
    ann, ben = page.locator(".phone").nth(0), page.locator(".phone").nth(1)
    await press(page, "Start already paired")
    await write(page, "/note")
    await ann.locator(".bubble").filter(has_text="Nobody else sees it").wait_for()
    await write(page, NOTE)
    for words in ("Share…", "It was hard to say", "^Send$", "Send now"):
        await tap(ann, words)
    await tap(ben, "^Open$")
    await ben.locator(".bubble").filter(has_text="It was hard to say").wait_for()
    await page.mouse.move(0, 0)
    await asyncio.sleep(1)


async def take() -> None:
    """Run the demo, play, and keep what the page shows."""
    demo = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "demo", "--port", str(PORT), stdout=asyncio.subprocess.PIPE
    )
    assert demo.stdout is not None
    await demo.stdout.readline()
    try:
        async with async_playwright() as playwright:
            chromium = await playwright.chromium.launch(
                executable_path=browser.place(), args=browser.SWITCHES.split()
            )
            page = await chromium.new_page(**browser.WINDOW)
            await page.goto(f"http://127.0.0.1:{PORT}")
            await play(page)
            await page.screenshot(path=PICTURE)
            await chromium.close()
    finally:
        demo.send_signal(signal.SIGINT)
        await demo.wait()


if __name__ == "__main__":
    asyncio.run(take())
