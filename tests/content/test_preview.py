"""The page of all words holds every one of them, and asks nobody for anything."""

import html
import pathlib
import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from bot.content import library, preview
from tests.e2e import legibility
from tests.e2e.browser import browser

__all__ = ["browser"]

SHOWN = "article[data-theme]:not([hidden])"


@pytest.fixture(scope="module")
def written(held: library.Library, tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """Write the page of the real content."""
    return preview.write(held, tmp_path_factory.mktemp("preview") / "new" / "folder")


def test_every_word_is_there(held: library.Library, written: pathlib.Path) -> None:
    """Each question, answer, warmth and sentence is on the page in every language, and nothing in braces."""
    page = written.read_text("utf-8")
    shown = {html.unescape(text) for text in re.findall(r">([^<]+)<", page)}
    for language in held.languages.values():
        words = [
            *(placed.entry.tap.ask.replace("{partner}", "Robin") for placed in language.prompts),
            *(option for placed in language.prompts for option in placed.entry.tap.options),
            *(placed.entry.open.ask.replace("{partner}", "Robin") for placed in language.prompts),
            *(one.label for one in language.replies.sheet.acknowledgements),
            *language.replies.sheet.warmths,
        ]
        assert set(words) - shown == set()
    assert held.source.texts.messages.keys() - shown == set()
    assert re.findall(r"\{(?:partner|answer)\}", page) == []


def test_the_page_stands_alone(written: pathlib.Path) -> None:
    """Nothing on the page is loaded from anywhere, and the page forbids itself to try."""
    page = written.read_text("utf-8")
    assert re.findall(r"<(?:link|img|iframe|script src|[a-z]+ [^>]*\b(?:src|srcset)=)|@import|url\(", page) == []
    assert "default-src 'none'" in page


def test_words_cannot_become_markup(held: library.Library) -> None:
    """A word that looks like markup is shown as it is written."""
    page = preview.page(held)
    assert page.count("<script") == 2
    assert "</script>" not in page[page.index('id="told"') : page.rindex("<script>")].removesuffix("</script>\n")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def page(browser: Browser, written: pathlib.Path) -> AsyncIterator[Page]:
    """Open the page from its file."""
    opened = await browser.new_page(viewport={"width": 390, "height": 844})
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("request", lambda request: faults.extend({request.url} - {written.as_uri()}))
    await opened.goto(written.as_uri())
    yield opened
    await opened.close()
    assert faults == []


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.needs("browser")
async def test_the_page_is_filtered_without_a_server(held: library.Library, page: Page) -> None:
    """On a phone, week, leaning, theme and language leave what fits, and the page never runs out of its side."""
    await page.click(".toggle")
    await page.select_option("[data-filter=theme]", "unresolved")
    await page.select_option("[data-filter=week]", "4")
    await page.select_option("[data-filter=track]", "reach")
    await page.click('fieldset label:has(input[value="de"])')
    wanted = [
        entry.id
        for _, entry in held.entries()
        if entry.theme == "unresolved" and entry.weeks[0] <= 4 <= entry.weeks[1] and entry.track != "quiet"
    ]
    shown = await page.locator(f"{SHOWN} .id").all_inner_texts()
    languages = await page.locator(f"{SHOWN} .lang:not([hidden])").evaluate_all("all => all.map(one => one.lang)")
    assert (sorted(shown), set(languages)) == (sorted(wanted), {"en", "es", "pt-BR"})
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    await page.select_option("#by", "depth")
    await page.click("#clear")
    assert len(await page.locator(SHOWN).all()) == sum(1 for _ in held.entries())


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.needs("browser")
@pytest.mark.parametrize("look", ["light", "dark"])
async def test_the_page_can_be_read(look: str, page: Page) -> None:
    """By day and by night every word stands out from its ground, and every control has a name."""
    await page.fill("input[type=search]", "kettle")
    await page.evaluate(f"document.documentElement.dataset.look = '{look}'")
    assert await page.evaluate(legibility.FAINT) == []
    assert await page.evaluate(legibility.NAMELESS) == []
