"""What the two read of a breather, each on their own clock."""

import datetime as dt

from bot.domain import breathers, model, schedule
from bot.usecases import for_me, reply

HOUR = dt.timedelta(hours=1)


def when(person: model.Person, until: dt.datetime, now: dt.datetime) -> reply.Text:
    """Return the planned return where this person is: with the day where it is not today, a span without a zone."""
    if person.zone is None:
        span = max(until - now, dt.timedelta(minutes=1))
        if span < HOUR:
            return reply.text("breathers-back-in-minutes", minutes=round(span.total_seconds() / 60))
        return reply.text("breathers-back-in-hours", hours=round(span / HOUR))
    here = schedule.local(person, until)
    if here.date() == schedule.local_date(person, now):
        return reply.text("breathers-back-at", time=f"{here:%H:%M}")
    return reply.text("breathers-back-on", day=here.weekday(), time=f"{here:%H:%M}")


def told(person: model.Person, partner: str, now: dt.datetime, answer: int | None = None) -> reply.Screen:
    """Return what the other reads: a breather, its end, that it is no no; and taps to answer, or the one tapped."""
    memory = person.memory
    parts: list[reply.Text] = [
        reply.text("breathers-told", partner=partner),
        when(person, (memory.waits_until or now) - breathers.GRACE, now),
    ]
    if memory.waits_line is not None:
        parts.append(reply.text(f"breathers-line-{memory.waits_line}"))
    parts.append(reply.text("breathers-told-how"))
    rows: list[tuple[reply.Button, ...]] = []
    if answer is None:
        for option, code in enumerate(breathers.ANSWERS):
            label = reply.text(f"button-answer-{code}")
            rows.append((reply.Button(label, "breather-answer", memory.waits_n, option),))
    else:
        parts += [reply.text("receiving-you-said"), reply.text(f"breathers-answer-{breathers.ANSWERS[answer]}")]
    return reply.screen(*parts, rows=(*rows, (for_me.button(),)))


def added(person: model.Person, partner: str) -> reply.Screen:
    """Return the line that the caller added later."""
    line = reply.text(f"breathers-line-{person.memory.waits_line}")
    return reply.screen(reply.text("breathers-added", partner=partner), line)


def moved(person: model.Person, partner: str, now: dt.datetime) -> reply.Screen:
    """Return that it takes longer."""
    until = (person.memory.waits_until or now) - breathers.GRACE
    return reply.screen(reply.text("breathers-moved", partner=partner), when(person, until, now))


def closed(partner: str) -> reply.Screen:
    """Return that a breather closed by itself."""
    return reply.screen(reply.text("breathers-closed", partner=partner), rows=((for_me.button(),),))


def back(partner: str, first: str) -> reply.Screen:
    """Return that the caller is back, with a soft first line."""
    return reply.screen(reply.text("breathers-back", partner=partner), reply.text(f"breathers-first-{first}"))


def mine(breather: model.Breather, person: model.Person, partner: str, now: dt.datetime) -> reply.Screen:
    """Return the caller's own screen: still undoable, running, or at its time."""
    if breather.state is model.BreatherState.ASKED:
        return asked(breather)
    called = breather.state is model.BreatherState.CALLED
    said = reply.text("breathers-leaving", partner=partner) if called else reply.text("breathers-mine")
    parts: list[reply.Text] = [said, when(person, breather.until, now)]
    if breather.line is not None:
        parts.append(reply.text(f"breathers-line-{breather.line}"))
    if breather.answer is not None:
        said = reply.text("breathers-they-said", partner=partner)
        parts += [said, reply.text(f"breathers-answer-{breather.answer}")]
    last = (_button("button-undo", "breather-undo", breather),) if called else _running(breather)
    return reply.screen(*parts, rows=(*_lines(breather), last))


def _running(breather: model.Breather) -> tuple[reply.Button, ...]:
    """Return the last row while a breather runs."""
    helps = reply.Button(reply.text("button-what-helps"), "breather-helps", breather.n, 1)
    return helps, _button("button-back-again", "breather-back", breather)


def _lines(breather: model.Breather) -> reply.Rows:
    """Return the lines of which one may go along, until one does."""
    if breather.line is not None:
        return ()
    return tuple(
        (reply.Button(reply.text(f"button-line-{code}"), "breather-line", breather.n, option),)
        for option, code in enumerate(breathers.LINES)
    )


def asked(breather: model.Breather) -> reply.Screen:
    """Return the private line at the time that was chosen."""
    rows = [(_button("button-back-again", "breather-back", breather),)]
    if breathers.may_extend(breather):
        rows.append((_button("button-bit-longer", "breather-longer", breather),))
        rows.append((_button("button-tomorrow", "breather-till", breather),))
    return reply.screen(reply.text("breathers-time"), rows=tuple(rows))


def helps(breather: model.Breather) -> reply.Screen:
    """Return what may help meanwhile."""
    back = reply.Button(reply.text("button-back"), "breather-helps", breather.n, 0)
    return reply.screen(reply.text("breathers-helps"), rows=((back,),))


def _button(key: str, verb: str, breather: model.Breather) -> reply.Button:
    """Return a button about this breather."""
    return reply.Button(reply.text(key), verb, breather.n)


def lengths(person: model.Person, breather: model.Breather | None, now: dt.datetime, partner: str) -> reply.Screen:
    """Return the lengths of a breather, or of its one extension."""
    n = breather.n if breather else 0
    verb, later = ("breather", "breather-day") if breather is None else ("breather-longer", "breather-till")
    fitting = breathers.lengths(person, breather, now)
    rows = [
        (reply.Button(reply.text(f"button-length-{i}"), verb, n, i),)
        for i, length in enumerate(breathers.LENGTHS)
        if length in fitting
    ]
    if person.zone is not None:
        rows.append((reply.Button(reply.text("button-tomorrow"), later, n),))
    said = reply.text("breathers-lengths", partner=partner) if breather is None else reply.text("breathers-longer")
    return reply.screen(said, rows=tuple(rows))


def mornings(person: model.Person, breather: model.Breather | None, now: dt.datetime) -> reply.Screen:
    """Return times of tomorrow to choose from; another can be typed."""
    n = breather.n if breather else 0
    verb = "breather-day" if breather is None else "breather-till"
    rows = []
    for wall in breathers.mornings(person, breather, now):
        moment = breathers.tomorrow_at(person, breather, now, wall) or now
        day = schedule.local(person, moment).weekday()
        label = reply.text("button-day-time", day=day, time=f"{wall:%H:%M}")
        rows.append((reply.Button(label, verb, n, wall.hour * 60 + wall.minute),))
    return reply.screen(reply.text("breathers-tomorrow"), rows=tuple(rows))


def held(share: model.Share, partner: str) -> reply.Screen:
    """Return the author's screen for words that wait until the partner's breather is over."""
    verbs = {model.ShareKind.SHARE: "undo", model.ShareKind.WARMTH: "undo-warmth"}
    verb = verbs.get(share.kind, "undo-response")
    row = (reply.Button(reply.text("button-undo"), verb, share.n),)
    words = reply.Words(share.words, quoted=True)
    return reply.screen(reply.text("breathers-held", partner=partner), words, rows=(row,))
