"""The look-back is drawn beside the bot, never within it, and no word of it covers another."""

import asyncio
import itertools
import math
import struct
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import pictures

FRAME = pictures.Box(104, 104, 976, 976)
ENDS = {"top": "more energy", "bottom": "less energy", "left": "less pleasant", "right": "more pleasant"}
PLACES = st.tuples(st.integers(150, 930), st.integers(150, 930))
WIDTHS = st.integers(50, 230)


def picture(*dots: tuple[str, float, float], dark: bool = False) -> dict[str, Any]:
    """Return a picture as JSON knows it."""
    return {"dark": dark, "ends": ENDS, "dots": [{"label": label, "x": x, "y": y} for label, x, y in dots]}


@pytest.mark.parametrize("dark", [False, True])
async def test_a_picture_is_a_square_that_a_phone_can_show(dark: bool) -> None:  # noqa: FBT001 - a variant
    """It is a PNG of 1080 pixels a side, by day and in the evening."""
    drawn = await pictures.draw(picture(("calm", 0.7, -0.6), ("heavy-hearted", -0.6, -0.45), dark=dark))
    assert drawn.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", drawn[16:24]) == (1080, 1080)


async def test_the_loop_goes_on_while_it_is_drawn() -> None:
    """Drawing takes a process of its own, and nobody waits for it who does not ask for the picture."""
    drawing = asyncio.ensure_future(pictures.draw(picture(("calm", 0.7, -0.6))))  # noqa: TID251 - it runs beside
    rounds = 0
    while not drawing.done():
        rounds += 1
        await asyncio.sleep(0.01)
    assert drawing.result()
    assert rounds > 3


async def test_what_cannot_be_drawn_says_so_in_one_line() -> None:
    """A process that fails, and one that takes too long, end as one known failure."""
    with pytest.raises(pictures.Undrawn, match="ended with 1"):
        await pictures.draw({"dots": []})
    with pytest.raises(pictures.Undrawn, match="took too long"):
        await pictures.draw(picture(), seconds=0.01)


def test_the_bot_never_holds_the_drawing_library() -> None:
    """Everything the bot is made of is imported, and the library is not among it."""
    code = (
        "import sys, bot.main, bot.cli, bot.demo, bot.pictures, bot.telegram.workshop\n"
        "print(sorted({'matplotlib', 'numpy', 'PIL'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - ours
    assert ran.stdout.strip() == "[]"


@given(st.lists(st.tuples(PLACES, WIDTHS), min_size=1, max_size=9))
@settings(max_examples=25, deadline=None)
def test_no_word_covers_another(found: list[tuple[tuple[int, int], int]]) -> None:
    """Whatever was felt: every word and every dot stands free, inside the field, and each word near a dot."""
    dots = pictures.spread([place for place, _ in found], FRAME)
    sizes = [(float(width), 36.0) for _, width in found]
    boxes = pictures.arrange(dots, sizes, FRAME)
    assert all(FRAME.holds(box) for box in boxes)
    assert not any(one.touches(other, 0) for one, other in itertools.combinations(boxes, 2))
    assert not any(box.left < x < box.right and box.bottom < y < box.top for box in boxes for x, y in dots)
    assert all(math.dist(one, other) >= 44 for one, other in itertools.combinations(dots, 2))


def test_a_word_alone_stands_beside_its_dot() -> None:
    """Where there is room, a word stands where one reads on: to the right of its dot, at the same height."""
    box = pictures.arrange([(300.0, 500.0)], [(100.0, 36.0)], FRAME)[0]
    assert (box.left > 313, box.bottom < 500 < box.top) == (True, True)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, as the accessibility guidelines define it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("ink", [pictures._LIGHT, pictures._DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("front", "behind", "least"), [("word", "field", 7), ("end", "field", 4.5), ("dot", "field", 3)]
)
def test_everything_stands_out_from_its_page(ink: dict[str, str], front: str, behind: str, least: float) -> None:
    """Words and dots have the contrast that the accessibility guidelines ask for, on both pages."""
    bright, dim = sorted((luminance(ink[front]), luminance(ink[behind])), reverse=True)
    assert (bright + 0.05) / (dim + 0.05) >= least
