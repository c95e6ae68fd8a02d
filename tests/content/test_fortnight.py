"""In two weeks nobody meets the same ready words twice, whatever comes, in any language."""

import datetime as dt

import pytest

from bot.content import catalogue
from bot.domain import sharing, warmths
from tests.domain import making

DAYS = 14
KINDS = ("any", "feeling", "pattern", "appreciation", "play", "tender")
LOCALES = ("en", "de", "es", "pt-BR")


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", [*KINDS, "mixed"])
def test_no_acknowledgement_is_met_twice(kind: str, locale: str, real: catalogue.Catalogue) -> None:
    """Under a share a day the three that stand first are other ones on each day, hard to say or not."""
    for reader, hard in ((1, False), (6, False), (6, True)):
        met: list[str] = []
        for n in range(DAYS):
            fits = KINDS[n % len(KINDS)] if kind == "mixed" else kind
            placed_at = making.NOW + dt.timedelta(days=n)
            post = making.post(id=n + 1, reader_id=reader, fits=fits, hard=hard, placed_at=placed_at)
            offered = sharing.acknowledgements(real.acknowledgements(locale), post)
            assert offered[0].hard_first or not hard
            met += [one.label for one in offered[: sharing.ACKNOWLEDGEMENTS_AT_A_TIME]]
        assert len(met) == len(set(met)) == DAYS * sharing.ACKNOWLEDGEMENTS_AT_A_TIME


@pytest.mark.parametrize("locale", LOCALES)
def test_no_warmth_is_met_twice(locale: str, real: catalogue.Catalogue) -> None:
    """The lines that are offered first on each day are other ones for two weeks, so no reader gets one again."""
    person = making.person()
    met = [
        line
        for n in range(DAYS)
        for _, line in warmths.page(real.warmths(locale), warmths.turn(person, making.NOW + dt.timedelta(days=n)))
    ]
    assert len(met) == len(set(met)) == DAYS * warmths.AT_A_TIME


@pytest.mark.parametrize("locale", LOCALES)
def test_no_line_of_coaching_is_met_twice(locale: str, real: catalogue.Catalogue) -> None:
    """A line of coaching under every day's share is another one for two weeks, and there is one for each day."""
    posts = [making.post(placed_at=making.NOW + dt.timedelta(days=n)) for n in range(DAYS)]
    met = [real.text(locale, f"receiving-coach-{sharing.turn(post) + 1}") for post in posts]
    assert len(set(met)) == DAYS == sum(key.startswith("receiving-coach-") for key in real.keys(locale))
