"""Takes the pictures of the papers from the demo: `make pictures`, or with names for some of them alone."""

import asyncio
import pathlib
import re
import signal
import sys
from collections.abc import Awaitable, Callable, Mapping

from playwright.async_api import Locator, Page, async_playwright

from tests.e2e import browser

FOLDER = pathlib.Path(__file__).parents[2] / "docs" / "images"
PORT = 8790
NOTE = "I saw how tired you were last night, and I didn't know what to say."


async def tap(phone: Locator, words: str) -> None:
    """Tap the newest button with these words."""
    await phone.locator(".key").filter(has_text=re.compile(words)).last.click()


async def press(page: Page, name: str) -> None:
    """Press a button between the phones, and wait until it is done."""
    await page.get_by_role("button", name=name, exact=True).click()
    await page.locator(".panel:not(.busy)").wait_for()


async def write(page: Page, words: str, awaited: str = "") -> None:
    """Write on the first phone; wait for an answer where one is named."""
    box = page.get_by_label("Message from Ann")
    await box.fill(words)
    await box.press("Enter")
    if awaited:
        await ann(page).locator(".bubble").filter(has_text=awaited).last.wait_for()


def ann(page: Page) -> Locator:
    """Return the first phone."""
    return page.locator(".phone").nth(0)


def ben(page: Page) -> Locator:
    """Return the second phone."""
    return page.locator(".phone").nth(1)


async def note(page: Page, words: str, *taps: str) -> None:
    """Let Ann write a private note, and tap what follows."""
    await write(page, "/note", "Nobody else sees it")
    await write(page, words)
    for label in taps:
        await tap(ann(page), label)


async def phones(page: Page) -> Locator:
    """Let one share something that was hard to say, and the other open it."""
    await note(page, NOTE, "Share…", "It was hard to say", "^Send$", "Send now")
    await tap(ben(page), "^Open$")
    await ben(page).locator(".bubble").filter(has_text="It was hard to say").wait_for()
    return page.locator("body")


async def question(page: Page) -> Locator:
    """Let the next question come to the first phone."""
    while not await ann(page).locator(".key").filter(has_text="Not today").count():
        await press(page, "Next prompt")
        await asyncio.sleep(1)
    return ann(page)


async def sharing(page: Page) -> Locator:
    """Show a preview, with everything that can be set on it."""
    await note(page, "I was short with you this morning. It wasn't about you.", "Share…")
    await ann(page).locator(".bubble").filter(has_text="This is what").last.wait_for()
    return ann(page)


async def receiving(page: Page) -> Locator:
    """Show what can be done with words that were opened, and what comes back."""
    await phones(page)
    return ben(page)


async def journal(page: Page) -> Locator:
    """Show one's own words."""
    for words in ("The tea was cold, and I didn't mind.", "I waved from the bus.", NOTE):
        await note(page, words, "^Keep$")
    await write(page, "/journal", "Your own words")
    return ann(page)


async def look_back(page: Page) -> Locator:
    """Show the picture of a week."""
    for words, family, word in (
        ("Slept until nine.", "Calm", "rested"),
        ("The letter from the bank.", "Worried", "uneasy"),
        ("Somebody let me go first.", "Glad", "glad"),
        ("We laughed about the lamp.", "Close", "connected"),
        ("Too many people today.", "Overloaded", "overwhelmed"),
    ):
        await note(page, words, "Add a feeling", f"^{family}$", f"^{word}", "^Keep$")
    await press(page, "A week later")
    await ann(page).locator(".bubble").filter(has_text="Your week").last.wait_for(timeout=60_000)
    await ann(page).locator(".bubble").filter(has_text="Your week").last.scroll_into_view_if_needed()
    return ann(page)


async def ours(page: Page) -> Locator:
    """Show what has passed between the two."""
    await phones(page)
    await ben(page).locator(".key").first.click()
    await write(page, "/ours", "What has passed")
    return ann(page)


async def leaving(page: Page) -> Locator:
    """Show the ways of stopping."""
    await write(page, "stop", "You can stop")
    return ann(page)


async def privacy(page: Page) -> Locator:
    """Show what is kept."""
    await write(page, "/privacy", "kept encrypted")
    return ann(page)


async def support(page: Page) -> Locator:
    """Show the way to people."""
    await write(page, "/support", "Help from people")
    return ann(page)


async def breather(page: Page) -> Locator:
    """Show a breather on both phones."""
    await write(page, "/breather", "reather")
    await tap(ann(page), "20 min")
    await ben(page).locator(".bubble").filter(has_text="breather").last.wait_for(timeout=30_000)
    return page.locator("body")


PLAYS: Mapping[str, Callable[[Page], Awaitable[Locator]]] = {
    "phones": phones,
    "question": question,
    "sharing": sharing,
    "receiving": receiving,
    "journal": journal,
    "look-back": look_back,
    "ours": ours,
    "leaving": leaving,
    "privacy": privacy,
    "support": support,
    "breather": breather,
}


async def keep(page: Page, name: str) -> None:
    """Play one scene from its beginning, and keep what it shows."""
    await press(page, "Start already paired")
    shown = await PLAYS[name](page)
    await page.mouse.move(0, 0)
    await asyncio.sleep(1)
    await shown.screenshot(path=FOLDER / f"{name}.png")


async def take(names: list[str]) -> None:
    """Run the demo and take these pictures."""
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
            for name in names:
                await keep(page, name)
            await chromium.close()
    finally:
        demo.send_signal(signal.SIGINT)
        await demo.wait()


if __name__ == "__main__":
    asyncio.run(take(sys.argv[1:] or list(PLAYS)))
