"""Stories told on the page with two phones, in a real browser."""

import re

import pytest
from playwright.async_api import Browser, expect

from tests.e2e import browser as driver
from tests.e2e import legibility
from tests.e2e.browser import browser
from tests.simulator import small_bot

__all__ = ["browser"]

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_talk_begins_with_start(browser: Browser) -> None:
    """START shows the question, one tap answers it, and the toast says so."""
    async with driver.opened(browser) as scene:
        phone = scene.phone(scene.ann)
        await expect(phone.get_by_text("Small questions for two.")).to_be_visible()
        await phone.get_by_role("button", name="Start", exact=True).click()
        await phone.get_by_role("button", name="Somewhere between").click()
        await expect(scene.bubbles(scene.ann).last).to_contain_text("You: Somewhere between. Kept, for you alone.")
        await expect(phone.get_by_role("status").get_by_text("Kept.")).to_be_visible()
        await expect(scene.bubbles(scene.ann).last).to_contain_text("edited")
        await expect(scene.bubbles(scene.ben)).to_have_count(0)


async def test_the_keyboard_alone_is_enough(browser: Browser) -> None:
    """Enter sends, a slash opens the menu, arrows and Enter choose, ArrowUp changes the newest message."""
    async with driver.opened(browser) as scene:
        await scene.ann.send("/start")
        box = scene.page.get_by_label("Message from Ann")
        await box.focus()
        await box.press_sequentially("A short line")
        await box.press("Enter")
        await expect(scene.bubbles(scene.ann).last).to_contain_text("Kept, for you alone.")
        await box.press("ArrowUp")
        await expect(box).to_have_value("A short line")
        await box.fill("A shorter line")
        await box.press("Enter")
        await expect(scene.bubbles(scene.ann).nth(2)).to_contain_text(re.compile("A shorter line.*edited"))
        await box.press_sequentially("/su")
        await box.press("ArrowDown")
        await box.press("Enter")
        await expect(scene.bubbles(scene.ann).last).to_contain_text("Help is near")
        await scene.page.get_by_role("log", name="Ann\u2019s chat").focus()
        for key in ("ArrowUp", "ArrowUp", "Enter"):
            await scene.page.keyboard.press(key)
        await expect(scene.page.get_by_role("dialog", name="/support")).to_be_visible()
        await scene.page.keyboard.press("Escape")


async def test_the_first_screen_shows_everything(browser: Browser) -> None:
    """Phones, clock and strips stand on 1280 by 800 without scrolling, in the order of the keyboard."""
    async with driver.opened(browser) as scene:
        for part in (".frame", ".strip", ".clocks", ".moves", ".scenes", ".restart"):
            for one in await scene.page.locator(part).all():
                await expect(one).to_be_in_viewport(ratio=1)
        await expect(scene.page.get_by_text("19:30").first).to_be_visible()
        order = await scene.page.locator("main > section").evaluate_all("all => all.map(one => one.ariaLabel)")
        assert order == ["Ann\u2019s phone", "Clock and scenes", "Ben\u2019s phone"]
        assert await scene.page.evaluate("document.documentElement.scrollHeight") == 800


async def test_an_invitation_goes_from_hand_to_hand(browser: Browser) -> None:
    """A link tapped on one phone is opened on the other; one that is shared arrives there as a message first."""
    async with driver.opened(browser) as scene:
        await scene.ann.send("/invite")
        await scene.phone(scene.ann).get_by_role("button", name=small_bot.INVITATION).click()
        await scene.page.get_by_role("button", name="Open on Ben\u2019s phone").click()
        await expect(scene.bubbles(scene.ben).last).to_contain_text("Ann would like to share")
        await scene.phone(scene.ann).get_by_role("button", name="Send it").click()
        await scene.page.get_by_role("button", name="Send to Ben").click()
        await expect(scene.phone(scene.ben).get_by_role("group", name="A message from Ann")).to_contain_text(
            "One small question"
        )
        await scene.page.get_by_role("button", name="Open the link").click()
        await expect(scene.bubbles(scene.ben)).to_have_count(4)


async def test_a_message_that_goes_fades(browser: Browser) -> None:
    """A message the bot deletes leaves the phone, and what flies from phone to phone arrives."""
    async with driver.opened(browser, reduced_motion="no-preference") as scene:
        await scene.ann.send("/invite")
        await expect(scene.bubbles(scene.ann)).to_have_count(2)
        await scene.phone(scene.ann).get_by_role("button", name="Send it").click()
        await scene.page.get_by_role("button", name="Send to Ben").click()
        await expect(scene.phone(scene.ben).get_by_role("group", name="A message from Ann")).to_be_visible()
        await scene.phone(scene.ann).get_by_role("button", name="Cancel it").click()
        await expect(scene.bubbles(scene.ann)).to_have_count(1)
        await expect(scene.phone(scene.ann).locator(".message")).to_have_count(1)


async def test_formats_are_drawn_and_nothing_is_markup(browser: Browser) -> None:
    """Entities become elements, hidden words wait for a tap, and what looks like markup stays text."""
    async with driver.opened(browser) as scene:
        await scene.ann.send("/support")
        words = scene.phone(scene.ann).locator(".message.bot .words")
        drawn = [await words.locator(tag).inner_text() for tag in ("strong", "em", "blockquote", "code")]
        assert drawn == ["Help", "near", "You can leave at any time.", "/clear"]
        await words.get_by_role("button", name="Hidden words").click()
        await expect(words.get_by_text("Quietly")).to_be_visible()
        await expect(words).to_have_css("user-select", "none")
        await scene.ann.send("<img src=x onerror=alert(1)> 👩‍❤️‍👨 <b>")
        await expect(scene.bubbles(scene.ann).nth(2)).to_contain_text("<img src=x onerror=alert(1)> 👩‍❤️‍👨 <b>")


async def test_every_kind_of_message_has_a_face(browser: Browser) -> None:
    """Photos, voice notes and stickers are seen and named, private ones carry a lock, answers quote."""
    async with driver.opened(browser) as scene:
        sent = await scene.ann.send("For me alone")
        scene.play.hidden = {scene.ann.id: {sent.id}}
        await scene.ann.voice(seconds=4)
        await scene.ann.photo("the lake")
        await scene.ann.sticker()
        await scene.ann.reply(sent, "and this")
        phone = scene.phone(scene.ann)
        await expect(phone.get_by_role("img", name="Voice note, 4 seconds")).to_be_visible()
        await expect(phone.get_by_role("img", name="the lake")).to_have_js_property("naturalWidth", 96)
        await expect(phone.get_by_role("img", name="Sticker")).to_be_visible()
        await expect(phone.get_by_text("Only Ann can see this")).to_have_count(1)
        await expect(phone.get_by_role("button", name="In reply to: For me alone")).to_be_visible()


async def test_a_tap_on_ones_own_words_offers_what_can_be_done(browser: Browser) -> None:
    """One's own message can be answered, changed or deleted, and the focus comes back."""
    async with driver.opened(browser) as scene:
        await scene.ann.send("hello")
        await scene.bubbles(scene.ann).first.click()
        sheet = scene.page.get_by_role("dialog", name="hello")
        assert await sheet.get_by_role("button").all_inner_texts() == ["Reply", "Edit", "Delete", "Close"]
        await scene.page.keyboard.press("Escape")
        await expect(sheet).to_have_count(0)
        await scene.bubbles(scene.ann).first.click()
        await sheet.get_by_role("button", name="Delete").click()
        await expect(scene.phone(scene.ann).get_by_text("hello")).to_have_count(0)


async def test_the_lock_screen_shows_what_a_glance_would(browser: Browser) -> None:
    """The notification, and whether it made a sound, is all there is; the chat behind it cannot be reached."""
    async with driver.opened(browser) as scene:
        await scene.ann.send("/start")
        await scene.page.get_by_role("button", name="Lock screen of Ann\u2019s phone").click()
        locked = scene.page.get_by_role("group", name="Ann\u2019s lock screen")
        await expect(locked.get_by_role("listitem")).to_contain_text(["How heavy was today"])
        await expect(locked).to_contain_text("silent")
        await expect(scene.page.get_by_label("Message from Ann")).not_to_be_focused()
        assert await scene.page.locator(".inside").first.evaluate("node => node.inert")
        await locked.get_by_role("button", name="Unlock").click()
        await expect(locked).to_have_count(0)


async def test_the_clock_and_the_scenes_are_asked(browser: Browser) -> None:
    """The clock moves every time on the page, a scene starts and stops, a sample goes into the box."""
    async with driver.opened(browser) as scene:
        page = scene.page
        await expect(page.get_by_role("listitem").filter(has_text="Today's question for Ann")).to_contain_text(
            "in 30 min"
        )
        await page.get_by_role("button", name="+10 min").click()
        await expect(page.locator(".clocks")).to_contain_text(re.compile("18:40.*19:40"))
        await page.get_by_role("button", name="Play: Changing your mind").click()
        await page.get_by_role("button", name="Stop: Changing your mind").click()
        await expect(page.get_by_role("button", name="Play: Changing your mind")).to_be_visible()
        await scene.ann.send("/start")
        await page.get_by_role("button", name="You never listen!").click()
        await expect(page.get_by_label("Message from Ann")).to_have_value("You never listen!")
        await page.get_by_role("button", name="Start over").click()
        assert scene.play.asked == ["move 10min", "start over"]


async def test_without_a_backstage_any_bot_has_its_phones(browser: Browser) -> None:
    """Clock, scenes and strips of the bot's own are left out, and a name adds a phone."""
    async with driver.opened(browser, with_backstage=False) as scene:
        await scene.page.get_by_label("Somebody new").fill("Kim")
        await scene.page.get_by_role("button", name="Add a phone").click()
        await expect(scene.page.get_by_role("region", name="Kim\u2019s phone")).to_be_visible()
        await expect(scene.page.locator(".strip:visible, .moves:visible, .scenes:visible")).to_have_count(0)


async def test_on_a_small_window_phones_are_tabs(browser: Browser) -> None:
    """On 390 by 844 one phone is in front, arrows change it, and news of the other is marked."""
    async with driver.opened(browser, viewport={"width": 390, "height": 844}) as scene:
        tabs = scene.page.get_by_role("tab")
        await expect(tabs).to_have_text(["Ann", "Clock", "Ben"])
        await scene.ben.send("/start")
        await expect(tabs.nth(2)).to_have_class("news")
        await tabs.first.focus()
        await scene.page.keyboard.press("ArrowLeft")
        await expect(scene.page.get_by_role("tabpanel", name="Ben\u2019s phone")).to_be_visible()
        await expect(scene.phone(scene.ann)).to_be_hidden()
        assert await scene.page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_everything_can_be_read_and_is_named(browser: Browser, scheme: str) -> None:
    """Every word has a contrast of at least 4.5, every control a name, by day and by night."""
    async with driver.opened(browser, color_scheme=scheme) as scene:
        await scene.ann.send("/support")
        await scene.ben.send("hello")
        await expect(scene.bubbles(scene.ben)).to_have_count(2)
        await expect(scene.bubbles(scene.ann)).to_have_count(2)
        assert await scene.page.evaluate(legibility.FAINT) == []
        assert await scene.page.evaluate(legibility.NAMELESS) == []


async def test_the_colours_can_be_chosen(browser: Browser) -> None:
    """The toggle turns the page dark and it stays so after a reload."""
    async with driver.opened(browser, color_scheme="light") as scene:
        before = await scene.page.locator("body").evaluate("node => getComputedStyle(node).color")
        await scene.page.get_by_role("button", name="Use dark colours").click()
        await scene.page.reload()
        await expect(scene.page.get_by_role("button", name="Use light colours")).to_be_visible()
        assert await scene.page.locator("body").evaluate("node => getComputedStyle(node).color") != before
