"""Help from people: always there, for everyone, asking nothing and telling nobody."""

from collections.abc import Callable, Mapping, Sequence

from bot.domain import model, refusals
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
        (reply.Button(reply.text("button-no-trace"), "clear"), *hide_row()),
    )
    return reply.screen(reply.text("support-home"), rows=rows)


def hide_row() -> tuple[reply.Button, ...]:
    """Return the row that deletes the page."""
    return (reply.Button(reply.text("button-hide"), "hide"),)


async def page(turn: turns.Turn, option: int) -> reply.Reply:
    """Show a page: 0 the doors, 1 finding a professional, 2 who can be reached now."""
    if option == 0:
        return _in_place(turn, _home())
    known = _known(turn.parts.catalogue, turn.me)
    pages = {1: _finding, 2: _lines}
    if option not in pages:
        raise refusals.NothingOpen
    rows = (
        (reply.Button(reply.text("button-another-country"), "countries"),),
        (reply.Button(reply.text("button-back"), "support", option=0), *hide_row()),
    )
    return _in_place(turn, reply.screen(*pages[option](known), rows=rows))


Parts = tuple[reply.Text | reply.Words | reply.Block, ...]


def _finding(known: sources.SupportPage) -> Parts:
    """Return how to find a professional, and the registers of the country where one was checked."""
    steps = reply.Block(tuple(reply.Words(f"· {step}") for step in known.finding_a_professional))
    return (reply.text("support-finding"), steps, *(_contact(one) for one in known.professionals))


def _lines(known: sources.SupportPage) -> Parts:
    """Return everybody who can be reached in a country, with the day of the check."""
    return (reply.text("support-lines"), *_people(known, tuple(_KINDS)))


_KINDS: Mapping[str, Callable[[sources.SupportPage], Sequence[sources.Contact]]] = {
    "crisis": lambda known: known.crisis,
    "violence": lambda known: known.violence,
    "own-behaviour": lambda known: known.own_behaviour,
}
# Which of them a card names, by what was written; where a country has none of those, the directories are left.
_FIRST = {"violence": ("violence",), "harm_to_other": ("own-behaviour",)}


def reach(catalogue: sources.Catalogue, person: model.Person, card: str = "soft") -> Parts:
    """Return who can be reached now about what a card speaks of, where this person is."""
    return _people(_known(catalogue, person), _FIRST.get(card, ("crisis",)))


def _known(catalogue: sources.Catalogue, person: model.Person) -> sources.SupportPage:
    """Return what is known of the country that this person chose, or that their language suggests."""
    country_iso = person.country or catalogue.country_for_locale(person.locale)
    return catalogue.support(person.locale, country_iso)


def _people(known: sources.SupportPage, kinds: tuple[str, ...]) -> Parts:
    """Return lines of these kinds, the emergency number where it was checked, and the directories."""
    parts: list[reply.Text | reply.Words | reply.Block] = []
    for kind in kinds:
        contacts = _KINDS[kind](known)
        parts += [reply.text(f"support-{kind}"), *(_contact(one) for one in contacts)] if contacts else []
    if known.emergency and known.emergency_verified:
        parts.append(reply.text("support-emergency", numbers=", ".join(known.emergency)))
    else:
        parts.append(reply.text("support-emergency-here"))
    directories = tuple(reply.Words(f"{name}\n{web}") for name, web in known.international)
    parts += [reply.text("support-anywhere"), reply.Block(directories)]
    if known.country:
        parts.append(reply.text("support-checked", country=known.country, date=f"{known.checked_on:%Y-%m-%d}"))
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
    rows = country_rows(turn, first, "country", "countries")
    return _in_place(turn, reply.screen(reply.text("support-countries"), rows=(*rows, hide_row())))


def country_rows(turn: turns.Turn, first: int, choose: str, leaf: str) -> reply.Rows:
    """Return the buttons of a page of countries, which call `choose`, and those that turn it, which call `leaf`."""
    known = turn.parts.catalogue.countries(turn.me.locale)
    if not 0 <= first < len(known):
        raise refusals.NothingOpen
    shown = known[first : first + COUNTRIES_A_PAGE]
    buttons = [reply.Button(reply.Words(name), choose, _number(code)) for code, name in shown]
    rows = [tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)]
    turning: list[reply.Button] = []
    if first > 0:
        turning.append(reply.Button(reply.text("button-earlier"), leaf, first - COUNTRIES_A_PAGE))
    if first + COUNTRIES_A_PAGE < len(known):
        turning.append(reply.Button(reply.text("button-later"), leaf, first + COUNTRIES_A_PAGE))
    return (*rows, tuple(turning))


def _number(code: str) -> int:
    """Return the number by which a button names a country: its two letters, base 26."""
    return (ord(code[0]) - 65) * 26 + ord(code[1]) - 65


async def country(turn: turns.Turn, number: int) -> reply.Reply:
    """Choose a country and show its lines; the choice is seen by nobody else."""
    turn.change(country=country_numbered(turn, number))
    return await page(turn, 2)


def country_numbered(turn: turns.Turn, number: int) -> str:
    """Return the code of the country that a button names; refuse where there is none."""
    codes = {_number(code): code for code, _ in turn.parts.catalogue.countries(turn.me.locale)}
    if number not in codes:
        raise refusals.NothingOpen
    return codes[number]


async def hide(turn: turns.Turn) -> reply.Reply:
    """Delete the page from the chat."""
    return reply.of(reply.Delete((turn.message_id,))) if turn.message_id else reply.Reply()


def _in_place(turn: turns.Turn, shown: reply.Screen) -> reply.Reply:
    """Return the page in the tapped message, or as a new one."""
    return reply.of(reply.Edit(turn.message_id, shown) if turn.tapped and turn.message_id else reply.Say(shown))
