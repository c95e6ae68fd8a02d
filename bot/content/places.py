"""The support pages as data: only verified lines, with the day on which they were checked."""

import dataclasses
import datetime as dt
import unicodedata
from collections.abc import Iterable

import babel

from bot.content import resources

_VIOLENCE = frozenset({"dv", "dv_men", "dv_lgbt"})


@dataclasses.dataclass(frozen=True, slots=True)
class Contact:
    """One line or site that may be shown; `region` and `who` say whom it is for, where that is narrower."""

    name: str
    phone: str | None
    text: str | None
    whatsapp: str | None
    web: str | None
    hours: str | None
    languages: str | None
    cost: str | None
    who: str | None
    region: str | None


@dataclasses.dataclass(frozen=True, slots=True)
class SupportPage:
    """What `/support` shows for one country, or for nobody's country."""

    country_iso: str | None
    country: str | None
    crisis: tuple[Contact, ...]
    violence: tuple[Contact, ...]
    own_behaviour: tuple[Contact, ...]
    professionals: tuple[Contact, ...]
    emergency: tuple[str, ...]
    emergency_verified: bool
    international: tuple[tuple[str, str], ...]
    checked_on: dt.date
    finding_a_professional: tuple[str, ...]


def page(known: resources.Resources, words: resources.Support, locale: str, country_iso: str | None) -> SupportPage:
    """Return the page of one country; an unknown country has the directories alone."""
    country = next((one for one in known.countries if one.iso == country_iso), None)
    services = country.services if country else ()
    emergency = country.emergency if country else None
    return SupportPage(
        country_iso=country.iso if country else None,
        country=name(locale, country.iso, words) if country else None,
        crisis=_contacts(service for service in services if service.kind == "crisis"),
        violence=_contacts(service for service in services if service.kind in _VIOLENCE),
        own_behaviour=_contacts(service for service in services if _is_for_own_behaviour(service)),
        professionals=_contacts(service for service in services if service.kind == "therapy"),
        emergency=emergency.numbers if emergency else (),
        emergency_verified=bool(emergency and emergency.verification in {"A", "B"}),
        international=tuple((one.name, one.web) for one in known.international if one.shown),
        checked_on=min((one.checked or known.compiled for one in services if one.shown), default=known.compiled),
        finding_a_professional=words.finding_a_professional,
    )


def countries(known: resources.Resources, words: resources.Support, locale: str) -> tuple[tuple[str, str], ...]:
    """Return code and name of every country with a line to show, in the order of the names."""
    shown = [one.iso for one in known.countries if any(service.shown for service in one.services)]
    return tuple(sorted(((iso, name(locale, iso, words)) for iso in shown), key=lambda pair: _order(pair[1])))


def name(locale: str, iso: str, words: resources.Support) -> str:
    """Return a country's name in the language, the language's own choice first."""
    return words.names.get(iso) or str(babel.Locale.parse(locale, sep="-").territories.get(iso, iso))


def suggestion(known: resources.Resources, locale: str) -> str | None:
    """Return a country to offer first for a language tag, or none where the language says too little."""
    language, _, rest = locale.replace("_", "-").partition("-")
    region = rest.rpartition("-")[2].upper()
    named = {one.iso for one in known.countries}
    if region in named:
        return region
    # A tag with a region we know nothing of ('es-419') is not guessed at.
    return None if rest else known.suggested_country.get(language.lower())


def _contacts(services: Iterable[resources.Service]) -> tuple[Contact, ...]:
    return tuple(_contact(service) for service in services if service.shown)


def _is_for_own_behaviour(service: resources.Service) -> bool:
    return service.own_behaviour or service.kind == "own_behaviour"


def _contact(service: resources.Service) -> Contact:
    fields = dataclasses.fields(Contact)
    return Contact(**{field.name: getattr(service, field.name) for field in fields})


def _order(text: str) -> str:
    """Return a key that files letters with marks beside their plain ones."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
