"""Draws the weekly look-back in a short-lived process of its own, so that its libraries never enter the bot.

Run as a program it reads one picture as JSON and writes a PNG; imported it starts that program and waits for it.
"""

import asyncio
import json
import math
import os
import pathlib
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

Dot: TypeAlias = tuple[float, float]

SECONDS = 60.0  # a cold start takes one or two where the machine is idle
_SIDE = 1080  # pixels; Telegram shows a photo of this size unscaled on most phones
_DPI = 100
_PAGE = 36  # pixels around the field; a phone may crop some of them
_EDGE = 104  # pixels around dots and their words; between the two stand the words at the ends
_DOT = 13  # radius
_GAP = 10  # between whatever must not touch
_APART = 44  # between the middles of two dots
_SIZES = ((6, 50), (10, 42), (99, 35))  # up to how many words, and how high their letters; on a phone a third of it
_END = 38
_ANGLES = tuple(math.tau * step / 16 for step in (0, 8, 4, 12, 2, 6, 14, 10, 1, 7, 15, 9, 3, 5, 13, 11))
_REACH = tuple(range(0, 720, 12))  # how far from its dot a word may stand, nearest first

# Words have a contrast of at least 4.5 to what is behind them; nothing is told by colour alone.
_LIGHT = {
    "page": "#f4efe6",
    "field": "#fffdf8",
    "line": "#d5cbbb",
    "word": "#2b2a33",
    "end": "#655e6a",
    "dot": "#2f6f8f",
}
_DARK = {
    "page": "#17181d",
    "field": "#1f2128",
    "line": "#434652",
    "word": "#f1ede4",
    "end": "#b3adb8",
    "dot": "#7fc4dd",
}


class Undrawn(Exception):  # noqa: N818 - said of a picture
    """The picture could not be drawn; the message is one line without words of anybody."""


class Box(NamedTuple):
    """A rectangle: left, bottom, right, top."""

    left: float
    bottom: float
    right: float
    top: float

    def touches(self, other: "Box", gap: float = _GAP) -> bool:
        """Say whether two rectangles are nearer to each other than the gap."""
        apart = self.right + gap <= other.left or other.right + gap <= self.left
        return not (apart or self.top + gap <= other.bottom or other.top + gap <= self.bottom)

    def holds(self, other: "Box") -> bool:
        """Say whether another rectangle lies within this one."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.bottom <= other.bottom and other.top <= self.top

    def nearest(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of the rectangle that is nearest to another point."""
        return min(max(x, self.left), self.right), min(max(y, self.bottom), self.top)


async def draw(picture: Mapping[str, Any], seconds: float = SECONDS) -> bytes:
    """Return the PNG of a picture; raises Undrawn where the process fails or takes too long."""
    here = pathlib.Path(__file__)
    with tempfile.TemporaryDirectory(prefix="nearer-") as folder:
        # Isolated, and without our settings: the process has nothing to do with keys.
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-I", str(here)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={"MPLCONFIGDIR": folder, "HOME": folder, "PATH": os.defpath},
        )
        try:
            async with asyncio.timeout(seconds):
                drawn, _ = await process.communicate(json.dumps(picture).encode())
        except TimeoutError:
            raise Undrawn("the drawing took too long") from None
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
    if process.returncode != 0 or not drawn:
        raise Undrawn(f"the drawing ended with {process.returncode}")
    return drawn


def spread(dots: Sequence[Dot], frame: Box) -> list[Dot]:
    """Return the dots with those that would cover each other pushed apart, as little as it takes."""
    placed: list[Dot] = []
    for dot in dots:
        free = (one for one in _ring(dot) if _is_free(one, placed, frame))
        placed.append(next(free, dot))
    return placed


def _ring(dot: Dot) -> Iterator[Dot]:
    """Yield points around a dot, nearest first."""
    for far in range(0, 600, 6):
        yield from ((dot[0] + far * math.cos(angle), dot[1] + far * math.sin(angle)) for angle in _ANGLES)


def _is_free(one: Dot, placed: Sequence[Dot], frame: Box) -> bool:
    """Say whether a dot has room: inside, and apart from all others."""
    return frame.holds(_disc(one)) and all(math.dist(one, other) >= _APART for other in placed)


def _disc(dot: Dot) -> Box:
    return Box(dot[0] - _DOT, dot[1] - _DOT, dot[0] + _DOT, dot[1] + _DOT)


def arrange(dots: Sequence[Dot], sizes: Sequence[tuple[float, float]], frame: Box) -> list[Box]:
    """Return where each word stands: as near to its dot as can be, touching no other word and no dot."""
    numbers = range(len(dots))
    crowded = sorted(numbers, key=lambda i: sum(math.dist(dots[i], other) for other in dots))
    orders = [crowded, crowded[::-1]]
    for slope in range(0, 180, 30):  # in the order in which a line that sweeps over the field meets them
        across, up = math.cos(math.radians(slope)), math.sin(math.radians(slope))
        swept = sorted(numbers, key=lambda i: dots[i][0] * across + dots[i][1] * up)
        orders += [swept, swept[::-1]]
    found = [_arranged(order, dots, sizes, frame) for order in orders]
    return min(found, key=lambda one: _cost(one, dots))


def _cost(boxes: Sequence[Box], dots: Sequence[Dot]) -> float:
    """Return how far the words stand from their dots; the farthest weigh most, and what touches is out."""
    discs = [_disc(dot) for dot in dots]
    touching = sum(
        box.touches(other, 0)
        for i, box in enumerate(boxes)
        for other in (*boxes[i + 1 :], *discs[:i], *discs[i + 1 :])
    )
    return (
        sum(math.dist(dot, box.nearest(*dot)) ** 2 for dot, box in zip(dots, boxes, strict=True)) + touching * 1e9
    )


def _arranged(
    order: Sequence[int], dots: Sequence[Dot], sizes: Sequence[tuple[float, float]], frame: Box
) -> list[Box]:
    """Give each word the nearest place that is left, one after the other."""
    discs = [_disc(dot) for dot in dots]
    boxes: dict[int, Box] = {}
    for i in order:
        taken = [*boxes.values(), *discs[:i], *discs[i + 1 :]]
        boxes[i] = _place(dots[i], [box for box in _around(dots[i], sizes[i]) if frame.holds(box)], taken)
    return [boxes[i] for i in range(len(dots))]


def _place(dot: Dot, inside: Sequence[Box], taken: Sequence[Box]) -> Box:
    """Return the nearest place that is free and clear, else the nearest that is free, else the nearest of all."""
    free: Box | None = None
    for box in inside:
        if not any(box.touches(other) for other in taken):
            if _is_clear(dot, box, taken):
                return box
            free = free or box
    return free or next(iter([*inside, _disc(dot)]))


def _around(dot: Dot, size: tuple[float, float]) -> Iterator[Box]:
    """Yield every place of a word around its dot, nearest first."""
    width, height = size
    for far in _REACH:
        for angle in _ANGLES:
            across, up = math.cos(angle), math.sin(angle)
            x = dot[0] + across * (_DOT + _GAP + far + width / 2)
            y = dot[1] + up * (_DOT + _GAP + far + height / 2)
            yield Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _is_clear(dot: Dot, box: Box, taken: Sequence[Box]) -> bool:
    """Say whether the leader from a dot to its word crosses nothing."""
    end = box.nearest(*dot)
    steps = max(1, int(math.dist(dot, end) / _GAP))
    way = [
        (dot[0] + (end[0] - dot[0]) * step / steps, dot[1] + (end[1] - dot[1]) * step / steps)
        for step in range(1, steps)
    ]
    return not any(other.touches(Box(x, y, x, y), 2) for x, y in way for other in taken)


def _png(picture: Mapping[str, Any]) -> bytes:
    """Draw a picture; only the process of its own comes here."""
    import io  # noqa: PLC0415 - the bot itself needs none of these

    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    figure = Figure(figsize=(_SIDE / _DPI, _SIDE / _DPI), dpi=_DPI)
    canvas: Any = FigureCanvasAgg(figure)
    _paint(figure, canvas.get_renderer(), picture)
    drawn = io.BytesIO()
    figure.savefig(drawn, format="png", dpi=_DPI)
    return drawn.getvalue()


def _paint(figure: Any, renderer: Any, picture: Mapping[str, Any]) -> None:
    """Paint field, ends, dots and words, in pixels from the lower left."""
    ink = _DARK if picture["dark"] else _LIGHT
    figure.set_facecolor(ink["page"])
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, _SIDE)
    axes.set_ylim(0, _SIDE)
    axes.axis("off")
    _field(axes, ink, picture["ends"])
    frame = Box(_EDGE, _EDGE, _SIDE - _EDGE, _SIDE - _EDGE)
    high = next(high for most, high in _SIZES if len(picture["dots"]) <= most)
    look = {"fontsize": _points(high), "color": ink["word"]}
    words = [axes.text(0, 0, dot["label"], **look) for dot in picture["dots"]]
    sizes = [(extent.width, extent.height) for extent in (word.get_window_extent(renderer) for word in words)]
    dots = spread([_at(dot["x"], dot["y"]) for dot in picture["dots"]], frame)
    for word, dot, box in zip(words, dots, arrange(dots, sizes, frame), strict=True):
        _lead(axes, ink, dot, box)
        word.set_position(((box.left + box.right) / 2, (box.bottom + box.top) / 2))
        word.set_horizontalalignment("center")
        word.set_verticalalignment("center")
        word.set_bbox({"fc": ink["field"], "ec": "none", "pad": 1})


def _points(height: float) -> float:
    """Return a height of letters in the points that the library counts in."""
    return height * 72 / _DPI


def _at(pleasant: float, energy: float) -> tuple[float, float]:
    """Return where a feeling lies on the field, in pixels."""
    reach = _SIDE / 2 - _EDGE - 2 * _DOT
    return _SIDE / 2 + pleasant * reach, _SIDE / 2 + energy * reach


def _field(axes: Any, ink: Mapping[str, str], ends: Mapping[str, str]) -> None:
    """Paint the field with its two soft middle lines, and the words at its four ends."""
    from matplotlib.patches import FancyBboxPatch  # noqa: PLC0415

    side, middle = _SIDE - 2 * _PAGE, _SIDE / 2
    rounded = "round,pad=0,rounding_size=48"
    field = FancyBboxPatch((_PAGE, _PAGE), side, side, boxstyle=rounded, fc=ink["field"], ec=ink["line"], lw=2)
    axes.add_patch(field)
    ways, stays = [_EDGE, _SIDE - _EDGE], [middle, middle]
    for across, up in ((ways, stays), (stays, ways)):
        axes.plot(across, up, color=ink["line"], lw=2.5, dashes=(1, 4))
    look = {"fontsize": _points(_END), "color": ink["end"], "ha": "center", "va": "center"}
    near = (_PAGE + _EDGE) / 2 + 2
    axes.text(middle, _SIDE - near, ends["top"], **look)
    axes.text(middle, near, ends["bottom"], **look)
    axes.text(near, middle, ends["left"], rotation=90, **look)
    axes.text(_SIDE - near, middle, ends["right"], rotation=270, **look)


def _lead(axes: Any, ink: Mapping[str, str], dot: Dot, box: Box) -> None:
    """Paint a dot, and a fine line to its word where the two stand apart."""
    from matplotlib.patches import Circle  # noqa: PLC0415

    end = box.nearest(*dot)
    if math.dist(dot, end) > 2 * _DOT + _GAP:
        axes.plot([dot[0], end[0]], [dot[1], end[1]], color=ink["end"], lw=1.5)
    axes.add_patch(Circle(dot, _DOT, fc=ink["dot"], ec=ink["field"], lw=2, zorder=3))


if __name__ == "__main__":
    os.nice(10)  # the bot goes first
    sys.stdout.buffer.write(_png(json.load(sys.stdin)))
