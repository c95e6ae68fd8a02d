"""Finds time zones from what people type: cities and countries in their language, never a bare offset."""

import dataclasses
import datetime as dt
import difflib
import functools
import importlib.resources
import re
import unicodedata
import zoneinfo
from collections.abc import Iterable, Iterator

import babel
import babel.core
import babel.dates

_MOST_TYPED = 80
_SHORTEST_PREFIX = 3
_SHORTEST_GUESS = 4
# Lower than this and one real city starts to stand for another ("Austin" for "Boston").
_CLOSE_ENOUGH = 0.78
_CLOCKS_DIFFER = dt.timedelta(minutes=10)
_DAY = dt.timedelta(days=1)
_ANTARCTICA = "AQ"

_LIKELY = {
    "en": (
        "Europe/London",
        "America/New_York",
        "America/Chicago",
        "America/Denver",
        "America/Los_Angeles",
        "Australia/Sydney",
    ),
    "es": (
        "Europe/Madrid",
        "America/Mexico_City",
        "America/Bogota",
        "America/Argentina/Buenos_Aires",
        "America/Santiago",
        "America/Lima",
    ),
    "pt": ("America/Sao_Paulo", "America/Manaus", "America/Rio_Branco", "America/Noronha", "Europe/Lisbon"),
    "de": ("Europe/Berlin", "Europe/Vienna", "Europe/Zurich"),
}
# Where a country has several zones, those in which most of its people live come first.
_LARGE = (
    *(zone for zones in _LIKELY.values() for zone in zones),
    "America/Phoenix",
    "America/Anchorage",
    "Pacific/Honolulu",
    "America/Toronto",
    "America/Vancouver",
    "America/Edmonton",
    "America/Winnipeg",
    "America/Halifax",
    "America/Tijuana",
    "America/Cancun",
    "America/Guayaquil",
    "Australia/Brisbane",
    "Australia/Adelaide",
    "Australia/Perth",
    "Asia/Jakarta",
    "Asia/Shanghai",
    "Europe/Kyiv",
    "Europe/Moscow",
    "Pacific/Auckland",
)
# Abbreviations of offsets: whoever follows one would be an hour off for half of the year.
_OFFSETS = set(
    "utc gmt zulu met cet cest eet eest wet west est edt cst cdt mst mdt pst pdt bst msk brt aest aedt".split()  # noqa: SIM905
)
_COUNTRIES_BY_HABIT = {
    "GB": "uk|great britain|britain|england|scotland|wales|inglaterra|gran bretana|escocia|escocia|grossbritannien",
    "US": "usa|us|u s a|u s|america|the states|eua|ee uu|eeuu|estados unidos",
    "NL": "holland|holanda|the netherlands",
    "CZ": "czech republic|republica checa|tschechische republik",
    "AE": "uae|dubai emirate|emirates",
    "TR": "turkey|turkei|turquia",
}
_CITIES_BY_HABIT = {
    "Europe/London": "manchester|birmingham|liverpool|leeds|bristol|edinburgh|glasgow|cardiff|belfast|edimburgo",
    "Europe/Dublin": "cork|galway|limerick",
    "Europe/Berlin": (
        "munich|munchen|hamburg|cologne|koln|frankfurt|stuttgart|dusseldorf|leipzig|dresden|hannover|bremen|nurnberg"
        "|muenchen|koeln|duesseldorf|nuernberg|munique|colonia|hamburgo"
    ),
    "Europe/Vienna": "graz|linz|salzburg|innsbruck",
    "Europe/Zurich": "geneva|genf|ginebra|genebra|basel|bern|lausanne|zuerich",
    "Europe/Madrid": "barcelona|valencia|sevilla|seville|zaragoza|malaga|bilbao|granada|murcia|cordoba",
    "Atlantic/Canary": "las palmas|tenerife",
    "Europe/Lisbon": "porto|oporto|braga|coimbra|faro",
    "Europe/Paris": "lyon|marseille|toulouse|nice|bordeaux|lille",
    "Europe/Rome": "milan|milano|mailand|naples|napoli|turin|torino|florence|firenze",
    "America/New_York": (
        "nyc|new york city|boston|washington|washington dc|dc|philadelphia|miami|atlanta|orlando|charlotte"
        "|pittsburgh|brooklyn|cleveland|tampa"
    ),
    "America/Chicago": "houston|dallas|austin|san antonio|new orleans|minneapolis|st louis|milwaukee|nashville",
    "America/Denver": "salt lake city|albuquerque|colorado springs|colorado",
    "America/Los_Angeles": "la|san francisco|sf|seattle|san diego|portland|las vegas|san jose|california",
    "America/Toronto": "montreal|ottawa|quebec",
    "America/Edmonton": "calgary",
    "America/Mexico_City": "cdmx|guadalajara|puebla|ciudad de mexico|leon",
    "America/Bogota": "medellin|cali|barranquilla|cartagena",
    "America/Guayaquil": "quito|cuenca",
    "America/La_Paz": "santa cruz de la sierra|cochabamba",
    "America/Argentina/Buenos_Aires": "rosario|mar del plata|la plata",
    "America/Santiago": "valparaiso|concepcion|vina del mar",
    "America/Lima": "arequipa|cusco|trujillo",
    "America/Caracas": "maracaibo",
    "America/Sao_Paulo": (
        "rio|rio de janeiro|brasilia|belo horizonte|curitiba|porto alegre|campinas|goiania|florianopolis|santos"
    ),
    "America/Bahia": "salvador",
    "Australia/Sydney": "canberra",
    "Pacific/Auckland": "wellington|christchurch",
    "America/Costa_Rica": "san jose",
    "Asia/Kolkata": "delhi|new delhi|mumbai|bombay|bangalore|bengaluru|chennai|hyderabad|pune",
    "Asia/Shanghai": "beijing|peking|pekin|pequim|shenzhen|guangzhou",
    "Asia/Tokyo": "osaka|kyoto|yokohama",
}
_LANGUAGES_TYPED = ("en", "es", "pt", "de")
_UNDECOMPOSED = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "æ": "ae",
        "œ": "oe",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "đ": "d",
        "ð": "d",
        "þ": "th",
    }
)


@dataclasses.dataclass(frozen=True)
class Place:
    """A time zone and how its people call it."""

    zone: str
    label: str


def find(locale: str, typed: str, limit: int = 5) -> tuple[Place, ...]:
    """Return up to `limit` places that `typed` may mean, the likeliest first; none for an offset or nonsense."""
    wanted = _plain(typed[:_MOST_TYPED])
    if not wanted or re.search(r"\d", typed) or _OFFSETS.intersection(wanted.split()):
        return ()
    names = _names(_language(locale))
    zones = (
        _named(typed)
        or names.exactly(wanted)
        or names.both(wanted)
        or names.beginning(wanted)
        or names.close(wanted)
    )
    return tuple(_place(locale, zone) for zone in zones[:limit])


def likely(locale: str) -> tuple[Place, ...]:
    """Return at most six places in which most people who speak the language live."""
    zones = _LIKELY.get(_language(locale).partition("_")[0], _LIKELY["en"])
    return tuple(_place(locale, zone) for zone in zones)


def language(locale: str) -> str:
    """Return what a language calls itself."""
    name = babel.Locale.parse(_language(locale)).get_display_name() or locale
    return name[:1].upper() + name[1:]


def by_clock(locale: str, hhmm: dt.time, now: dt.datetime, limit: int = 6) -> tuple[Place, ...]:
    """Return up to `limit` places whose clocks show `hhmm` at `now`, ten minutes more or less, likely ones first.

    Places whose clocks will always agree are named once, but for those likely in the language.
    """
    candidates = [*(place.zone for place in likely(locale)), *_behaviours()]
    shown = [zone for zone in candidates if _apart(zone, hhmm, now) <= _CLOCKS_DIFFER]
    own = {place.zone for place in likely(locale)}
    return tuple(_place(locale, zone) for zone in _unlike(shown, always=own))[:limit]


@dataclasses.dataclass(frozen=True)
class _Names:
    """What cities and countries are called, in plain letters, with the zones each name means."""

    cities: dict[str, tuple[str, ...]]
    countries: dict[str, tuple[str, ...]]

    def exactly(self, wanted: str) -> tuple[str, ...]:
        return self.cities.get(wanted) or _unlike(self.countries.get(wanted, ()))

    def both(self, wanted: str) -> tuple[str, ...]:
        """Read `wanted` as a city and more, as its country; of a city nobody knows its known country counts."""
        words = wanted.split()
        splits = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(len(words) - 1, 0, -1)]
        for city, country in splits:
            within = self.countries.get(country, ())
            met = tuple(zone for zone in self.cities.get(city, ()) if zone in within)
            if met:
                return met
        countries = [self.exactly(country) for _, country in splits if country in self.countries]
        cities = [self.cities.get(city, ()) for city, _ in splits if len(city) >= _SHORTEST_GUESS]
        return next((zones for zones in (*countries, *cities) if zones), ())

    def beginning(self, wanted: str) -> tuple[str, ...]:
        if len(wanted) < _SHORTEST_PREFIX:
            return ()
        return self._zones(sorted((name for name in self._all() if name.startswith(wanted)), key=len))

    def close(self, wanted: str) -> tuple[str, ...]:
        if len(wanted) < _SHORTEST_GUESS:
            return ()
        return self._zones(difflib.get_close_matches(wanted, [*self._all()], n=3, cutoff=_CLOSE_ENOUGH))

    def _all(self) -> Iterator[str]:
        yield from self.cities
        yield from (name for name in self.countries if name not in self.cities)

    def _zones(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(zone for name in names for zone in self.exactly(name)))


def _plain(text: str) -> str:
    """Return `text` in small letters without accents or punctuation, words one space apart."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_UNDECOMPOSED))
    letters = "".join(
        " " if not letter.isalnum() else letter for letter in folded if not unicodedata.combining(letter)
    )
    return " ".join(letters.split())


def _language(locale: str) -> str:
    """Return the locale as Babel names it; English where Babel does not know it."""
    try:
        return str(babel.Locale.parse(locale, sep="-"))
    except (ValueError, babel.UnknownLocaleError):
        return "en"


@functools.cache
def _table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of one of the zone database's own tables."""
    text = (importlib.resources.files("tzdata") / "zoneinfo" / name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


@functools.cache
def _countries() -> dict[str, str]:
    """Return the country code of every zone that a place can have, zones of many people first."""
    rank = {zone: number for number, zone in enumerate(_LARGE)}
    rows = sorted(_table("zone.tab"), key=lambda row: rank.get(row[2], len(rank)))
    return {row[2]: row[0] for row in rows}


@functools.cache
def _behaviours() -> tuple[str, ...]:
    """Return at least one zone for each way in which clocks will run from now on, those of many people first."""
    zones = {row[2] for row in _table("zonenow.tab")}.union(_LARGE)
    return tuple(zone for zone, country in _countries().items() if zone in zones and country != _ANTARCTICA)


@functools.cache
def _rule(zone: str) -> str:
    """Return how a zone's clock runs from now on: the last line of its file (RFC 9636, 3.3) without its names."""
    content = importlib.resources.files("tzdata").joinpath("zoneinfo", *zone.split("/")).read_bytes()
    line = content.rstrip(b"\n").rpartition(b"\n")[2].decode("ascii")
    times, _, changes = line.partition(",")
    return re.sub(r"<[^>]*>|[A-Za-z]+", " ", times) + changes


@functools.cache
def _aliases() -> dict[str, str]:
    """Return the zone that each older name of the zone database stands for, offsets left out."""
    every = babel.core.get_global("zone_aliases").items()
    return {alias: zone for alias, zone in every if "/" in alias and zone in _countries()}


def _named(typed: str) -> tuple[str, ...]:
    """Return the zone whose own or older name was typed, like Europe/Lisbon."""
    names = {**{zone: zone for zone in _countries()}, **_aliases()}
    wanted = typed.strip().casefold().replace(" ", "_")
    return tuple(zone for name, zone in names.items() if name.casefold() == wanted)[:1]


def _unlike(zones: Iterable[str], always: Iterable[str] = ()) -> tuple[str, ...]:
    """Return `zones` without those whose clocks run as an earlier one's does, unless `always` names them."""
    seen: set[str] = set()
    kept: dict[str, None] = {}
    for zone in zones:
        if zone in always or _rule(zone) not in seen:
            kept[zone] = None
        seen.add(_rule(zone))
    return tuple(kept)


def _apart(zone: str, hhmm: dt.time, now: dt.datetime) -> dt.timedelta:
    """Return how far a zone's clock is from `hhmm`, the short way around midnight."""
    local = now.astimezone(zoneinfo.ZoneInfo(zone))
    shown = dt.timedelta(hours=local.hour, minutes=local.minute)
    gap = abs(shown - dt.timedelta(hours=hhmm.hour, minutes=hhmm.minute))
    return min(gap, _DAY - gap)


@functools.cache
def _city(language: str, zone: str) -> str:
    city = babel.dates.get_timezone_location(zoneinfo.ZoneInfo(zone), locale=language, return_city=True)
    return city.rpartition("/")[2]


def _place(locale: str, zone: str) -> Place:
    language = _language(locale)
    city = _city(language, zone)
    country = babel.Locale.parse(language).territories.get(_countries()[zone], city)
    return Place(zone, city if city == country else f"{city}, {country}")


@functools.cache
def _names(language: str) -> _Names:
    """Collect every name once: in the person's language, in the others people type in, and by habit."""
    cities: dict[str, dict[str, None]] = {}
    countries: dict[str, dict[str, None]] = {}
    for name, zone in _city_names(language):
        cities.setdefault(name, {})[zone] = None
    for name, code in _country_names(language):
        zones = {zone: None for zone, of in _countries().items() if of == code}
        if zones:
            countries.setdefault(name, {}).update(zones)
    return _Names(_settled(cities), _settled(countries))


def _settled(names: dict[str, dict[str, None]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(zones) for name, zones in names.items()}


def _city_names(language: str) -> Iterator[tuple[str, str]]:
    for zone, names in _CITIES_BY_HABIT.items():
        yield from ((name, zone) for name in names.split("|"))
    for spoken in (language, *_LANGUAGES_TYPED):
        yield from ((_plain(_city(spoken, zone)), zone) for zone in _countries())
    yield from ((_plain(alias.rpartition("/")[2]), zone) for alias, zone in _aliases().items())


def _country_names(language: str) -> Iterator[tuple[str, str]]:
    for code, names in _COUNTRIES_BY_HABIT.items():
        yield from ((name, code) for name in names.split("|"))
    for spoken in (language, *_LANGUAGES_TYPED):
        yield from ((_plain(name), code) for code, name in babel.Locale.parse(spoken).territories.items())
