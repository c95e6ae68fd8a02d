"""Settings: one message, edited in place, whose changed line confirms the change."""

from bot.domain import preferences as rules
from bot.domain import refusals
from bot.usecases import choosing, posting, reflecting, reply, turns

DIALOG = "set"  # the next text is a value: the setting's number, and 100 times the message it stands in


async def home(turn: turns.Turn) -> reply.Reply:
    """Show the groups."""
    if turn.me.agreed_at is None:
        raise refusals.AgreeFirst
    return reply.of(reply.Say(_home()))


def _home() -> reply.Screen:
    """Return the first page."""
    rows = [
        (reply.Button(reply.text(f"button-settings-{number}"), "settings", option=number + 1),)
        for number in range(len(choosing.GROUPS))
    ]
    last = (reply.Button(reply.text("button-rest"), "pause"), reply.Button(reply.text("button-leave"), "stop"))
    return reply.screen(reply.text("preferences-home"), rows=(*rows, last))


async def show(turn: turns.Turn, option: int) -> reply.Reply:
    """Show a group (from 1), or the groups (0)."""
    if not 0 <= option <= len(choosing.GROUPS):
        raise refusals.NothingOpen
    turn.change(dialog=None)
    return _in_place(turn, await _group(turn, option - 1) if option else _home())


async def _group(turn: turns.Turn, number: int, changed: str | None = None) -> reply.Screen:
    """Return the settings of a group, a line each; the one that was changed bears a mark."""
    shown = [
        (name, line)
        for name in choosing.GROUPS[number]
        if (line := await choosing.line(turn, name, int(name == changed))) is not None
    ]
    buttons = [
        reply.Button(reply.text(f"button-set-{name}"), "set", choosing.SETTINGS.index(name)) for name, _ in shown
    ]
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    back = (reply.Button(reply.text("button-back"), "settings", option=0),)
    lines = reply.Block(tuple(line for _, line in shown))
    return reply.screen(reply.text(f"preferences-group-{number}"), lines, rows=(*rows, back))


async def set_(turn: turns.Turn, n: int, option: int | None) -> reply.Reply:
    """Offer the values of a setting, or take one; a switch needs no list."""
    name = _name(turn, n)
    if option is None and name in choosing.SWITCHES:
        option = 0
    if option is None:
        turn.change(dialog=f"{DIALOG}:{n + 100 * (turn.message_id or 0)}" if name in choosing.TYPED else None)
        return _in_place(turn, await choosing.picker(turn, name, n))
    stays = await choosing.take(turn, name, option)
    if stays:
        return _in_place(turn, await choosing.picker(turn, name, n))
    return await _taken(turn, name)


def _name(turn: turns.Turn, n: int) -> str:
    """Return the name of a setting by its number."""
    if turn.me.agreed_at is None:
        raise refusals.AgreeFirst
    if not 0 <= n < len(choosing.SETTINGS):
        raise refusals.NothingOpen
    return choosing.SETTINGS[n]


async def _taken(turn: turns.Turn, name: str, message_id: int | None = None) -> reply.Reply:
    """Write a change down, plan anew what hangs on it, and show its line with a mark."""
    turn.change(dialog=None)
    if name in choosing.PLANNED:
        turn.become(rules.replan(turn.me, turn.now))
    await turn.close()
    if name in choosing.ANNOUNCED:
        await posting.announce_anew(turn.tx, turn.me.id, turn.now, turn.parts)
        turn.me = await turn.tx.person(turn.me.id) or turn.me
    number = next(at for at, group in enumerate(choosing.GROUPS) if name in group)
    shown = await _group(turn, number, name)
    menu = (reply.Menu(),) if name == "language" else ()
    if message_id is not None:
        return reply.of(reply.Edit(message_id, shown), *menu)
    return reply.of(*_in_place(turn, shown).acts, *menu)


async def zone(turn: turns.Turn, number: int) -> reply.Reply:
    """Take a place's zone."""
    _name(turn, 0)
    choosing.take_zone(turn, number)
    return await _taken(turn, "zone")


async def country(turn: turns.Turn, number: int) -> reply.Reply:
    """Take the country whose lines /support shows."""
    _name(turn, 0)
    choosing.take_country(turn, number)
    return await _taken(turn, "country")


async def countries(turn: turns.Turn, first: int) -> reply.Reply:
    """Show countries to choose from, from the one numbered `first` on."""
    return _in_place(turn, choosing.countries(turn, first))


async def typed(turn: turns.Turn, n: int, words: str) -> reply.Reply:
    """Take typed words as a value; what is none is kept as a draft, and the place stays open."""
    message_id, number = divmod(n, 100)
    name = _name(turn, number)
    found = choosing.found(turn, words) if name == "zone" else ()
    if found:
        shown = choosing.places(turn, found, number)
        return reply.of(reply.Edit(message_id, shown) if message_id else reply.Say(shown))
    if not await choosing.take_typed(turn, name, words):
        key = "hello-no-such-place" if name == "zone" else f"preferences-not-{name}"
        return await reflecting.draft(turn, words, reply.text(key))
    taken = await _taken(turn, name, message_id or None)
    return reply.of(*([reply.React(turn.message_id)] if turn.message_id else []), *taken.acts)


def _in_place(turn: turns.Turn, shown: reply.Screen) -> reply.Reply:
    """Return the page in the tapped message, or as a new one."""
    return reply.of(reply.Edit(turn.message_id, shown) if turn.tapped and turn.message_id else reply.Say(shown))
