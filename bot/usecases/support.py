"""Help from people: always there, for everyone, asking nothing and telling nobody."""

from bot.domain import refusals
from bot.usecases import reply, sources, turns

COUNTRIES_A_PAGE = 8


async def home(_turn: turns.Turn) -> reply.Reply:
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


async def page(turn: turns.Turn, option: int) -> reply.Reply:
    """Show a page: 0 the doors, 1 finding a professional, 2 who can be reached now."""
    if option == 0:
        return _in_place(turn, _home())
    country_iso = turn.me.country or turn.parts.catalogue.country_for_locale(turn.me.locale)
    known = turn.parts.catalogue.support(turn.me.locale, country_iso)
    pages = {1: _finding, 2: _lines}
    if option not in pages:
        raise refusals.NothingOpen
    rows = (
        (reply.Button(reply.text("button-another-country"), "countries"),),
        (reply.Button(reply.text("button-back"), "support", option=0), *_hide()),
    )
    return _in_place(turn, reply.screen(*pages[option](known), rows=rows))


Parts = tuple[reply.Text | reply.Words | reply.Block, ...]


def _finding(known: sources.SupportPage) -> Parts:
    """Return how to find a professional, and the registers of the country where one was checked."""
    steps = reply.Block(tuple(reply.Words(f"· {step}") for step in known.finding_a_professional))
    return (reply.text("support-finding"), steps, *(_contact(one) for one in known.professionals))


def _lines(known: sources.SupportPage) -> Parts:
    """Return the lines of a country, the emergency number and the directories, with the day of the check."""
    parts: list[reply.Text | reply.Words | reply.Block] = [reply.text("support-lines")]
    for key, contacts in (
        ("support-crisis", known.crisis),
        ("support-violence", known.violence),
        ("support-own-behaviour", known.own_behaviour),
    ):
        parts += [reply.text(key), *(_contact(one) for one in contacts)] if contacts else []
    if known.emergency:
        parts.append(reply.text("support-emergency", numbers=", ".join(known.emergency)))
    directories = tuple(reply.Words(f"{name}\n{web}") for name, web in known.international)
    parts += [reply.text("support-anywhere"), reply.Block(directories)]
    checked = f"{known.checked_on:%Y-%m-%d}"
    if known.country:
        parts.append(reply.text("support-checked", country=known.country, date=checked))
    return tuple(parts)


def _contact(one: sources.Contact) -> reply.Block:
    """Return one place to turn to, a line for each way to reach it."""
    for_whom = " · ".join(part for part in (one.who, one.region, one.hours) if part)
    lines: list[reply.Text | reply.Words] = [reply.Words(one.name)]
    lines += [reply.Words(for_whom)] if for_whom else []
    lines += [reply.Words(one.phone)] if one.phone else []
    lines += [reply.text("support-by-text", how=one.text)] if one.text else []
    lines += [reply.text("support-by-whatsapp", how=one.whatsapp)] if one.whatsapp else []
    lines += [reply.Words(one.web)] if one.web else []
    return reply.Block(tuple(lines))


async def countries(turn: turns.Turn, first: int) -> reply.Reply:
    """Show countries to choose from, from the one numbered `first` on."""
    known = turn.parts.catalogue.countries(turn.me.locale)
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


async def country(turn: turns.Turn, number: int) -> reply.Reply:
    """Choose a country and show its lines; the choice is seen by nobody else."""
    codes = {_number(code): code for code, _ in turn.parts.catalogue.countries(turn.me.locale)}
    if number not in codes:
        raise refusals.NothingOpen
    turn.change(country=codes[number])
    return await page(turn, 2)


async def hide(turn: turns.Turn) -> reply.Reply:
    """Delete the page from the chat."""
    return reply.of(reply.Delete((turn.message_id,))) if turn.message_id else reply.Reply()


def _in_place(turn: turns.Turn, shown: reply.Screen) -> reply.Reply:
    """Return the page in the tapped message, or as a new one."""
    return reply.of(reply.Edit(turn.message_id, shown) if turn.tapped and turn.message_id else reply.Say(shown))
