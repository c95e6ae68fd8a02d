"""Help from people: always there, for everyone, asking nothing and telling nobody."""

from bot.domain import refusals
from bot.usecases import ports, reply

COUNTRIES_A_PAGE = 8


async def home(_turn: ports.Turn) -> reply.Reply:
    """Show the two doors."""
    return reply.of(reply.Say(_home()))


def _home() -> reply.Screen:
    """Return the first page."""
    rows = (
        (reply.Button(reply.text("button-professional"), "support", option=1),),
        (reply.Button(reply.text("button-not-safe"), "support", option=2),),
        _hide(),
    )
    return reply.screen(reply.text("support-home"), rows=rows)


def _hide() -> tuple[reply.Button, ...]:
    """Return the row that deletes the page."""
    return (reply.Button(reply.text("button-hide"), "hide"),)


async def page(turn: ports.Turn, option: int) -> reply.Reply:
    """Show a page: 0 the doors, 1 finding a professional, 2 who can be reached now."""
    if option == 0:
        return _in_place(turn, _home())
    country = turn.me.country or turn.parts.support.suggested(turn.me.locale)
    locale = turn.me.locale
    if option == 1:
        words, key = turn.parts.support.finding(locale, country), "support-finding"
    elif option == 2:  # noqa: PLR2004 - the second door
        words, key = turn.parts.support.lines(locale, country), "support-lines"
    else:
        raise refusals.NothingOpen
    rows = (
        (reply.Button(reply.text("button-another-country"), "countries"),),
        (reply.Button(reply.text("button-back"), "support", option=0), *_hide()),
    )
    return _in_place(turn, reply.screen(reply.text(key), reply.Words(words), rows=rows))


async def countries(turn: ports.Turn, first: int) -> reply.Reply:
    """Show countries to choose from, from the one numbered `first` on."""
    known = turn.parts.support.countries(turn.me.locale)
    if not 0 <= first < len(known):
        raise refusals.NothingOpen
    shown = list(enumerate(known))[first : first + COUNTRIES_A_PAGE]
    buttons = [reply.Button(reply.Words(name), "country", _number(code)) for _, (code, name) in shown]
    rows = [tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)]
    turning: list[reply.Button] = []
    if first > 0:
        turning.append(reply.Button(reply.text("button-earlier"), "countries", first - COUNTRIES_A_PAGE))
    if first + COUNTRIES_A_PAGE < len(known):
        turning.append(reply.Button(reply.text("button-later"), "countries", first + COUNTRIES_A_PAGE))
    return _in_place(turn, reply.screen(reply.text("support-countries"), rows=(*rows, tuple(turning), _hide())))


def _number(code: str) -> int:
    """Return the number by which a button names a country: its two letters, base 26."""
    return (ord(code[0]) - 65) * 26 + ord(code[1]) - 65


async def country(turn: ports.Turn, number: int) -> reply.Reply:
    """Choose a country and show its lines; the choice is seen by nobody else."""
    codes = {_number(code): code for code, _ in turn.parts.support.countries(turn.me.locale)}
    if number not in codes:
        raise refusals.NothingOpen
    turn.change(country=codes[number])
    return await page(turn, 2)


async def hide(turn: ports.Turn) -> reply.Reply:
    """Delete the page from the chat."""
    return reply.of(reply.Delete((turn.message_id,))) if turn.message_id else reply.Reply()


def _in_place(turn: ports.Turn, shown: reply.Screen) -> reply.Reply:
    """Return the page in the tapped message, or as a new one."""
    return reply.of(reply.Edit(turn.message_id, shown) if turn.tapped and turn.message_id else reply.Say(shown))
