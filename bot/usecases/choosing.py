"""What each setting says of itself, which values it offers, and what a value changes."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Sequence

from bot.domain import model, pairing, refusals, schedule, wording
from bot.domain import preferences as rules
from bot.usecases import hello, previewing, reply, sources, support, turns

GROUPS = (
    ("time", "days", "quiet", "zone"),
    ("step", "depth", "closed", "drawer", "look-back"),
    ("audible", "cooling", "post", "warmths", "answering", "name"),
    ("language", "tidy", "country"),
)
SETTINGS = tuple(name for group in GROUPS for name in group)  # a button names a setting by its place here
SWITCHES = ("drawer", "audible", "tidy")
TYPED = ("time", "quiet", "zone", "post", "name")
PLANNED = ("time", "days", "quiet", "zone", "drawer", "look-back")  # what the next slot hangs on
ANNOUNCED = ("quiet", "zone", "post", "warmths")  # what the notice of the post hangs on
OFF = 7  # the option after the days of the week


async def line(turn: turns.Turn, name: str, changed: int) -> reply.Text | None:
    """Return the line of a setting as it is now; None where there is nothing to set."""
    if name == "name":
        half = await _half(turn)
        return reply.text("preferences-name", partner=half.partner, changed=changed) if half else None
    key, args = LINES[name](turn)
    return reply.text(f"preferences-{name}{key and '-'}{key}", **args, changed=changed)


async def _half(turn: turns.Turn) -> model.Half | None:
    """Return the half in which this person has somebody to name."""
    half = await turn.tx.latest_half(turn.me.id)
    return half if pairing.can_share(half) else None


Line = tuple[str, dict[str, str | int]]


def _days(turn: turns.Turn) -> Line:
    count = len(turn.me.days)
    return {7: "all", 0: "none"}.get(count, "some"), {} if count in (0, 7) else {"count": count}


def _zone(turn: turns.Turn) -> Line:
    found = turn.parts.places.find(turn.me.locale, turn.me.zone, 1) if turn.me.zone else ()
    return ("known", {"place": found[0].label}) if found else ("unknown", {})


def _look_back(turn: turns.Turn) -> Line:
    return ("day", {"day": turn.me.choices.look_back_day}) if turn.me.choices.look_back else ("off", {})


def _post(turn: turns.Turn) -> Line:
    return ("at", {"time": _clock(turn.me.post_at)}) if turn.me.post_at else ("any", {})


def _country(turn: turns.Turn) -> Line:
    names = dict(turn.parts.catalogue.countries(turn.me.locale))
    name = names.get(turn.me.country or "")
    return ("known", {"country": name}) if name else ("unknown", {})


def _switch(on: bool) -> Line:  # noqa: FBT001 - it is what is shown
    return ("on" if on else "off"), {}


def _clock(wall: dt.time) -> str:
    return f"{wall:%H:%M}"


LINES: dict[str, Callable[[turns.Turn], Line]] = {
    "time": lambda turn: ("", {"time": _clock(turn.me.calm)}),
    "days": _days,
    "quiet": lambda turn: ("", {"from": _clock(turn.me.quiet_from), "until": _clock(turn.me.quiet_until)}),
    "zone": _zone,
    "step": lambda turn: (str(turn.me.choices.kept_step or "free"), {}),
    "depth": lambda turn: ("", {"depth": turn.me.choices.depth_max}),
    "closed": lambda turn: ("", {"count": len(turn.me.choices.closed)}),
    "drawer": lambda turn: _switch(turn.me.choices.drawer),
    "look-back": _look_back,
    "audible": lambda turn: _switch(turn.me.audible),
    "cooling": lambda turn: ("", {"minutes": turn.me.cooling // 60}),
    "post": _post,
    "warmths": lambda turn: (str(turn.me.choices.warmths), {}),
    "answering": lambda turn: (str(turn.me.answering), {}),
    "language": lambda turn: ("", {"language": turn.parts.places.language(turn.me.locale)}),
    "tidy": lambda turn: _switch(turn.me.choices.tidy),
    "country": _country,
}


async def picker(turn: turns.Turn, name: str, n: int) -> reply.Screen:
    """Return the values of a setting to choose from; some can be typed as well."""
    if name == "zone":
        return places(turn, tuple(turn.parts.places.likely(turn.me.locale)), n)
    if name == "country":
        return countries(turn, 0)
    half = await _half(turn) if name == "name" else None
    labels = [reply.text("button-first-name", name=half.name)] if half else _labels(turn, name)
    buttons = [reply.Button(label, "set", n, option) for option, label in enumerate(labels)]
    wide = 2 if name in ("days", "look-back", "time", "post", "cooling") else 1
    rows = [tuple(buttons[at : at + wide]) for at in range(0, len(buttons), wide)]
    return reply.screen(reply.text(f"preferences-pick-{name}"), rows=(*rows, _back(n)))


def _back(n: int) -> tuple[reply.Button, ...]:
    """Return the way back to the group of the setting numbered n."""
    return (reply.Button(reply.text("button-back"), "settings", option=group_of(SETTINGS[n]) + 1),)


def group_of(name: str) -> int:
    """Return the number of the group that a setting stands in."""
    return next(at for at, group in enumerate(GROUPS) if name in group)


def _labels(turn: turns.Turn, name: str) -> Sequence[reply.Text | reply.Words]:
    """Return the values of a setting, as its buttons show them."""
    if name == "days":
        return [_weekday(day, chosen=day in turn.me.days) for day in rules.WEEK]
    if name == "look-back":
        days = [_weekday(day, chosen=False) for day in rules.WEEK]
        return [*days, reply.text("button-off")]
    if name == "closed":
        return [reply.text(f"button-theme-{theme.replace('_', '-')}") for theme in turn.me.choices.closed]
    if name == "language":
        return [reply.Words(turn.parts.places.language(one)) for one in turn.parts.catalogue.locales]
    return LABELS[name]


def _weekday(day: int, *, chosen: bool) -> reply.Text:
    return reply.text("button-weekday", day=day, changed=int(chosen))


LABELS: dict[str, Sequence[reply.Text]] = {
    "time": [reply.text(key) for key in hello.CALM_KEYS],
    "quiet": [reply.text("button-hours", start=_clock(start), until=_clock(until)) for start, until in rules.QUIET],
    "step": [reply.text(f"button-step-{step or 'free'}") for step in rules.STEPS],
    "depth": [reply.text(f"button-depth-{depth}") for depth in range(1, rules.DEEPEST + 1)],
    "cooling": [reply.text("button-cooling", minutes=seconds // 60) for seconds in rules.COOLINGS],
    "post": [reply.text("button-post-any"), *(reply.text(key) for key in hello.CALM_KEYS)],
    "warmths": [reply.text(f"button-warmths-{one}") for one in rules.WARMTHS],
    "answering": [reply.text(f"button-answering-{one}") for one in previewing.MODES],
}


async def take(turn: turns.Turn, name: str, option: int) -> bool:
    """Take one of the offered values; return whether its list stays open, because more may be chosen."""
    if name == "name":
        await _rename(turn, None)
        return False
    if name not in TAKES or not 0 <= option < (1 if name in SWITCHES else len(_labels(turn, name))):
        raise refusals.NothingOpen
    turn.become(TAKES[name](turn, option))
    if name == "days":
        turn.become(rules.replan(turn.me, turn.now))
    return name == "days" or (name == "closed" and bool(turn.me.choices.closed))


def _reopened(turn: turns.Turn, option: int) -> model.Person:
    closed = turn.me.choices.closed
    return rules.choosing(turn.me, closed=closed[:option] + closed[option + 1 :])


def _looks_back(turn: turns.Turn, option: int) -> model.Person:
    if option == OFF:
        return rules.choosing(turn.me, look_back=False)
    return rules.choosing(turn.me, look_back=True, look_back_day=option)


Take = Callable[[turns.Turn, int], model.Person]
TAKES: dict[str, Take] = {
    "time": lambda turn, option: schedule.with_calm(turn.me, hello.CALM[option]),
    "days": lambda turn, option: rules.with_day(turn.me, option),
    "quiet": lambda turn, option: rules.with_hours(turn.me, *rules.QUIET[option]),
    "step": lambda turn, option: rules.choosing(turn.me, kept_step=rules.STEPS[option]),
    "depth": lambda turn, option: rules.choosing(turn.me, depth_max=option + 1),
    "closed": _reopened,
    "drawer": lambda turn, _option: rules.choosing(turn.me, drawer=not turn.me.choices.drawer),
    "look-back": _looks_back,
    "audible": lambda turn, _option: dataclasses.replace(turn.me, audible=not turn.me.audible),
    "cooling": lambda turn, option: dataclasses.replace(turn.me, cooling=rules.COOLINGS[option]),
    "post": lambda turn, option: dataclasses.replace(turn.me, post_at=rules.POSTS[option]),
    "warmths": lambda turn, option: rules.choosing(turn.me, warmths=rules.WARMTHS[option]),
    "answering": lambda turn, option: dataclasses.replace(turn.me, answering=previewing.MODES[option]),
    "language": lambda turn, option: dataclasses.replace(turn.me, locale=turn.parts.catalogue.locales[option]),
    "tidy": lambda turn, _option: rules.choosing(turn.me, tidy=not turn.me.choices.tidy),
}


async def take_typed(turn: turns.Turn, name: str, words: str) -> bool:
    """Take typed words as a value; return False where they are none."""
    if name == "name":
        if not words.strip() or wording.units(words.strip()) > rules.NAME_LIMIT:
            return False
        await _rename(turn, words.strip())
        return True
    if name == "quiet":
        hours = rules.hours(words)
        if hours is not None:
            turn.become(rules.with_hours(turn.me, *hours))
        return hours is not None
    at = wording.time_of_day(words)
    if at is None or name == "zone":
        return False
    turn.become(schedule.with_calm(turn.me, at) if name == "time" else dataclasses.replace(turn.me, post_at=at))
    return True


async def _rename(turn: turns.Turn, nickname: str | None) -> None:
    """Let this person call the partner so; None: by the name of the pairing."""
    half = await _half(turn)
    if half is None:
        raise refusals.NoPartner
    await turn.tx.save(dataclasses.replace(half, nickname=nickname))


def found(turn: turns.Turn, words: str) -> tuple[sources.Place, ...]:
    """Return places by what they are called, or by the time that it is there."""
    return hello.find_places(turn, words, wording.time_of_day(words))


def places(turn: turns.Turn, offered: tuple[sources.Place, ...], n: int) -> reply.Screen:
    """Return places with their present time to choose from."""
    return hello.places_screen(turn, "preferences-pick-zone", offered, _back(n), "set-zone")


def take_zone(turn: turns.Turn, number: int) -> None:
    """Take a place's zone."""
    name = schedule.zone_numbered(number)
    if name is None:
        raise refusals.NothingOpen
    turn.change(zone=name)


def countries(turn: turns.Turn, first: int) -> reply.Screen:
    """Return countries to choose from, from the one numbered `first` on."""
    rows = support.country_rows(turn, first, "set-country", "pick-country")
    back = _back(SETTINGS.index("country"))
    return reply.screen(reply.text("support-countries"), rows=(*rows, back))


def take_country(turn: turns.Turn, number: int) -> None:
    """Take the country whose lines /support shows."""
    turn.change(country=support.country_numbered(turn, number))
