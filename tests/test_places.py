"""Places: what people type where they live, and the zone that is meant."""

import datetime as dt
import zoneinfo

import pytest

from bot import places

SUMMER = dt.datetime(2026, 7, 1, 12, 0, tzinfo=dt.UTC)
WINTER = dt.datetime(2026, 1, 15, 12, 0, tzinfo=dt.UTC)


def zones(found: tuple[places.Place, ...]) -> list[str]:
    """Return the zones of places."""
    return [place.zone for place in found]


@pytest.mark.parametrize(
    ("locale", "typed", "zone"),
    [
        ("en", "Lisbon", "Europe/Lisbon"),
        ("en", "  lisbon, portugal ", "Europe/Lisbon"),
        ("en", "Lisbonn", "Europe/Lisbon"),
        ("en", "lisb", "Europe/Lisbon"),
        ("en", "Lisboa", "Europe/Lisbon"),
        ("en", "Evora, Portugal", "Europe/Lisbon"),
        ("en", "Japan", "Asia/Tokyo"),
        ("en", "NYC", "America/New_York"),
        ("en", "U.S.A.", "America/New_York"),
        ("en", "UK", "Europe/London"),
        ("en", "Portland, Oregon", "America/Los_Angeles"),
        ("en", "Europe/Lisbon", "Europe/Lisbon"),
        ("en", "asia/calcutta", "Asia/Kolkata"),
        ("en", "Kiev", "Europe/Kyiv"),
        ("es", "Nueva York", "America/New_York"),
        ("es", "mexico", "America/Mexico_City"),
        ("pt-BR", "sao paulo", "America/Sao_Paulo"),
        ("pt-BR", "São Paulo, Brasil", "America/Sao_Paulo"),
        ("de", "Österreich", "Europe/Vienna"),
        ("de", "Muenchen", "Europe/Berlin"),
        ("de", "MÜNCHEN", "Europe/Berlin"),
        ("xx", "Tokyo", "Asia/Tokyo"),
    ],
)
def test_what_people_type_finds_their_zone(locale: str, typed: str, zone: str) -> None:
    """Cities, countries, habits, other spellings and small slips lead to the zone that is meant."""
    assert zones(places.find(locale, typed))[0] == zone


@pytest.mark.parametrize(
    "typed",
    [
        "UTC+3",
        "GMT",
        "gmt +1",
        "CET",
        "Etc/UTC",
        "Zulu",
        "+3",
        "EST5EDT",
        "",
        "?!",
        "x",
        "qwertzuiop",
        "no idea at all",
    ],
)
def test_an_offset_or_nonsense_finds_nothing(typed: str) -> None:
    """An offset is no zone, and what is no place is not guessed."""
    assert places.find("en", typed) == ()


def test_a_country_of_one_clock_is_enough() -> None:
    """A country whose clocks all agree is one place, whatever number of zones it has on paper."""
    assert zones(places.find("en", "Germany")) == ["Europe/Berlin"]


def test_a_country_of_several_clocks_offers_each_once() -> None:
    """A country of several clocks offers one place for each, where most people live first."""
    assert zones(places.find("en", "Portugal")) == ["Europe/Lisbon", "Atlantic/Azores"]
    assert zones(places.find("pt-BR", "Brasil", limit=2)) == ["America/Sao_Paulo", "America/Manaus"]


def test_a_label_speaks_the_language() -> None:
    """A place is named in the person's language, and a city that is its country only once."""
    assert places.find("de", "Lisbon")[0].label == "Lissabon, Portugal"
    assert places.find("es", "Buenos Aires")[0].label == "Buenos Aires, Argentina"
    assert places.find("en", "Singapore")[0].label == "Singapore"


@pytest.mark.parametrize("locale", ["en", "es", "pt-BR", "de", "xx"])
def test_likely_places_are_few_and_exist(locale: str) -> None:
    """Every language has at most six likely places, each a zone that this machine knows."""
    found = places.likely(locale)
    assert 3 <= len(found) <= 6
    assert {zoneinfo.ZoneInfo(zone).key for zone in zones(found)} == set(zones(found))


def test_a_clock_finds_likely_places_first() -> None:
    """What a person's clock shows leads first to places that are likely in their language."""
    assert zones(places.by_clock("de", dt.time(14, 5), SUMMER))[:3] == [
        "Europe/Berlin",
        "Europe/Vienna",
        "Europe/Zurich",
    ]
    assert zones(places.by_clock("en", dt.time(11, 55), WINTER))[0] == "Europe/London"
    assert zones(places.by_clock("en", dt.time(7, 8), WINTER))[0] == "America/New_York"


@pytest.mark.parametrize(
    ("hhmm", "zone"),
    [(dt.time(17, 30), "Asia/Kolkata"), (dt.time(17, 45), "Asia/Kathmandu"), (dt.time(0, 5), "Pacific/Auckland")],
)
def test_a_clock_finds_half_hours_and_the_next_day(hhmm: dt.time, zone: str) -> None:
    """Odd offsets and clocks beyond midnight are found as well."""
    assert zone in zones(places.by_clock("en", hhmm, SUMMER))


def test_every_clock_of_the_world_is_found() -> None:
    """Whatever full hour a clock shows, there is at least one place, and every one shows that time."""
    for hour in range(24):
        found = places.by_clock("en", dt.time(hour, 0), SUMMER)
        assert {SUMMER.astimezone(zoneinfo.ZoneInfo(zone)).hour for zone in zones(found)} == {hour}


def test_an_impossible_clock_finds_nothing() -> None:
    """A clock that no zone shows leads nowhere, so that the person is asked for a city instead."""
    assert places.by_clock("en", dt.time(12, 22), SUMMER) == ()
