"""The first minutes: what this is, a yes, the first prompt, and three small questions that can all be skipped."""

import dataclasses
import datetime as dt

from bot.domain import ladder, model, refusals, schedule, wording
from bot.usecases import prompting as asking
from bot.usecases import reply, sources, turns

TERMS = "2026-11-23"  # version of the text that a person agrees to
CALM = (dt.time(9), dt.time(12, 30), dt.time(19))
CALM_KEYS = ("button-morning", "button-midday", "button-evening")
PLACES_SHOWN = 5
LEANINGS = (model.Leaning.QUIET, model.Leaning.REACH, model.Leaning.EITHER)
FRESH = "first"  # nothing was asked yet: that comes after the first prompt
QUESTIONS = ("time", "zone", "leaning")


async def start(turn: turns.Turn) -> reply.Reply:
    """Greet: a stranger learns what this is; whom the bot knows is told where things are."""
    if turn.me.agreed_at is None:
        return reply.of(reply.Say(_what()))
    key = "hello-again-resting" if turn.me.resting else "hello-again"
    left = (reply.Say(_screen(turn)),) if turn.me.setup in QUESTIONS else ()
    return reply.of(reply.Say(reply.screen(reply.text(key))), *left)


def _what() -> reply.Screen:
    """Return the two lines of what this is and is not, with the way to agree."""
    rows = (
        (reply.Button(reply.text("button-agree"), "agree"),),
        (reply.Button(reply.text("button-privacy"), "privacy"),),
    )
    return reply.screen(reply.text("hello-what"), rows=rows)


async def agree(turn: turns.Turn) -> reply.Reply:
    """Keep the yes with its moment and the version of the text, and give the first prompt at once."""
    if turn.me.agreed_at is None:
        consent(turn)
        await asking.give(turn)
    shown = reply.screen(reply.text("hello-what"))
    return reply.of(reply.Edit(turn.message_id, shown)) if turn.message_id else reply.Reply()


def consent(turn: turns.Turn) -> None:
    """Write the yes down, and the day from which this person's weeks are counted."""
    turn.change(agreed_at=turn.now, terms=TERMS, hello_on=schedule.local_date(turn.me, turn.now))


async def question(turn: turns.Turn) -> tuple[reply.Act, ...]:
    """Return the first question of the hello as a new message; nothing where it was asked already."""
    if turn.me.setup != FRESH:
        return ()
    turn.change(setup=QUESTIONS[0])
    return (reply.Say(_screen(turn)),)


def _screen(turn: turns.Turn) -> reply.Screen:
    """Return the present question of the hello."""
    screens = {"time": _time_screen, "zone": _zone_screen, "leaning": _leaning_screen}
    return screens[turn.me.setup or ""](turn)


def _skip(question_: str) -> tuple[reply.Button, ...]:
    """Return the row that skips this question."""
    return (reply.Button(reply.text("button-skip"), "hello-skip", option=QUESTIONS.index(question_)),)


def _time_screen(_turn: turns.Turn) -> reply.Screen:
    """Ask for a calm time of day."""
    times = tuple(reply.Button(reply.text(key), "calm", option=i) for i, key in enumerate(CALM_KEYS))
    return reply.screen(reply.text("hello-time"), rows=(times, _skip("time")))


def _zone_screen(turn: turns.Turn) -> reply.Screen:
    """Ask what time it is, with likely places for the language."""
    return places_screen(turn, "hello-zone", tuple(turn.parts.places.likely(turn.me.locale)), _skip("zone"))


def places_screen(
    turn: turns.Turn,
    key: str,
    places: tuple[sources.Place, ...],
    last: tuple[reply.Button, ...],
    verb: str = "zone",
) -> reply.Screen:
    """Return places with their present time to choose from; a tap calls `verb`."""
    rows = [(_place_button(turn, place, verb),) for place in places[:PLACES_SHOWN]]
    return reply.screen(reply.text(key), rows=(*rows, last))


def _place_button(turn: turns.Turn, place: sources.Place, verb: str) -> reply.Button:
    """Return the button of one place, with the time it is there now."""
    here = schedule.local(dataclasses.replace(turn.me, zone=place.zone), turn.now)
    label = reply.text("button-place", place=place.label, time=f"{here:%H:%M}")
    return reply.Button(label, verb, schedule.zone_number(place.zone))


def _leaning_screen(_turn: turns.Turn) -> reply.Screen:
    """Ask how the person tends to be when it gets tense."""
    rows = tuple(
        (reply.Button(reply.text(f"button-leaning-{one}"), "leaning", option=i),) for i, one in enumerate(LEANINGS)
    )
    return reply.screen(reply.text("hello-leaning"), rows=(*rows, _skip("leaning")))


async def _end(turn: turns.Turn) -> reply.Screen:
    """Say that the hello is through; offer to invite somebody to whom neither came by a link nor has a pair."""
    said = reply.text("hello-end", time=f"{turn.me.calm:%H:%M}")
    if turn.me.invited_by is not None or await turn.tx.living_half(turn.me.id) is not None:
        return reply.screen(said)
    rows = (
        (reply.Button(reply.text("button-invite"), "invite"),),
        (reply.Button(reply.text("button-alone"), "dismiss"),),
    )
    return reply.screen(said, rows=rows)


async def calm(turn: turns.Turn, option: int) -> reply.Reply:
    """Take one of the offered times."""
    if not 0 <= option < len(CALM):
        raise refusals.NothingOpen
    return await _calm_at(turn, CALM[option])


async def _calm_at(turn: turns.Turn, calm_time: dt.time) -> reply.Reply:
    """Set the calm time and go on."""
    turn.become(schedule.with_calm(turn.me, calm_time))
    return await _next(turn, "time")


async def zone(turn: turns.Turn, number: int) -> reply.Reply:
    """Take a place's zone."""
    name = schedule.zone_numbered(number)
    if name is None:
        raise refusals.NothingOpen
    turn.change(zone=name)
    return await _next(turn, "zone")


async def leaning(turn: turns.Turn, option: int) -> reply.Reply:
    """Take the leaning, with the step that it starts at."""
    if not 0 <= option < len(LEANINGS):
        raise refusals.NothingOpen
    turn.become(ladder.starting(turn.me, LEANINGS[option]))
    return await _next(turn, "leaning")


async def skip(turn: turns.Turn, option: int) -> reply.Reply:
    """Leave one question of the hello open."""
    if not 0 <= option < len(QUESTIONS):
        raise refusals.NothingOpen
    return await _next(turn, QUESTIONS[option])


async def _next(turn: turns.Turn, answered: str) -> reply.Reply:
    """Go to the question after `answered`, in the same message, and plan the next ask anew."""
    if turn.me.setup != answered:
        raise refusals.NothingOpen
    following = {"time": "zone", "zone": "leaning", "leaning": None}[answered]
    turn.change(setup=following, next_ask_at=schedule.next_ask(turn.me, turn.now))
    if following is not None:
        return reply.of(_shown(turn, _screen(turn)))
    if turn.me.leaning is None:
        turn.become(ladder.starting(turn.me, None))
    return reply.of(_shown(turn, await _end(turn)))


def _shown(turn: turns.Turn, screen: reply.Screen) -> reply.Act:
    """Return the screen in the message that was tapped, or as a new one after typed words."""
    return reply.Edit(turn.message_id, screen) if turn.tapped and turn.message_id else reply.Say(screen)


async def typed(turn: turns.Turn, words: str) -> reply.Reply | None:
    """Take typed words as the answer to the present question; None where they are something else."""
    at = wording.time_of_day(words)
    if turn.me.setup == "time" and at is not None:
        return await _calm_at(turn, at)
    if turn.me.setup != "zone":
        return None
    found = find_places(turn, words, at)
    if not found:
        return None
    return reply.of(reply.Say(places_screen(turn, "hello-zone-found", found, _skip("zone"))))


def find_places(turn: turns.Turn, words: str, at: dt.time | None) -> tuple[sources.Place, ...]:
    """Return places by the time that is shown there, or by what they are called."""
    if at is not None:
        return tuple(turn.parts.places.by_clock(turn.me.locale, at, turn.now))
    return tuple(turn.parts.places.find(turn.me.locale, words, PLACES_SHOWN))
