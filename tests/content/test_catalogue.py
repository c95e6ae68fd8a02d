"""The catalogue hands out every word, or refuses to begin."""

import datetime as dt
import pathlib
from collections.abc import Callable

import pytest

from bot.content import catalogue, find, findings, library, texts

Speak = Callable[[str], library.Library]


def test_finds_the_content_beside_the_project() -> None:
    """The folder beside pyproject.toml is found without any setting."""
    assert (find.root() / "plan.yaml").is_file()


def test_carries_the_first_weeks(real: catalogue.Catalogue) -> None:
    """Each leaning has at least fourteen light prompts that may be pushed in the first two weeks."""
    light = [
        one
        for one in real.prompts.values()
        if not one.checkin and not one.pull_only and one.depth <= 2 and one.weeks[0] <= 2
    ]
    counts = [sum(one.track in {track, "either"} for one in light) for track in ("quiet", "reach")]
    assert (min(counts) >= 14, sum(one.checkin for one in real.prompts.values()) >= 30) == (True, True)


def test_mirrors_come_in_pairs(real: catalogue.Catalogue) -> None:
    """There are at least eight mirrored days, each known from both sides."""
    pairs = {frozenset({one.id, one.mirror}) for one in real.prompts.values() if one.mirror}
    mutual = all(real.prompts[name].mirror in pair for pair in pairs for name in pair if name)
    assert (len(pairs) >= 8, mutual) == (True, True)


def test_words_have_three_sizes(real: catalogue.Catalogue) -> None:
    """Every prompt can be tapped, answered in a line, and answered at length."""
    words = [real.words("en", name) for name in real.prompts]
    assert all(one.tap_ask and one.line_ask and one.open_ask and len(one.options) >= 3 for one in words)


def test_what_is_private_says_so(real: catalogue.Catalogue) -> None:
    """Deep prompts are private and covered, and light ones can be shared under a frame."""
    deep = real.prompts["q206"]
    assert (deep.private, real.cover_line("en", "q206")) == (True, "Something for a quiet minute.")
    assert "{answer}" in (real.words("en", "e101").share_frame or "")


def test_takes_the_nearest_language(real: catalogue.Catalogue) -> None:
    """A language that is not offered is answered in the source language, a region in its language."""
    assert [real.closest(tag) for tag in ("en", "en-GB", "EN_us", "xx", "")] == ["en"] * 5


def test_names_wrap_in_isolation(
    interface_of: Speak,
) -> None:
    """A name that runs right to left cannot turn the sentence around it."""
    held = interface_of("# $partner (String): a name.\nsharing-sent = Hello { $partner }!\n")
    spoken = catalogue.Catalogue(held).text("en", "sharing-sent", partner="مريم")
    assert spoken == "Hello \u2068مريم\u2069!"


@pytest.mark.parametrize(
    ("key", "arguments"), [("sharing-sent", {}), ("sharing-nothing", {}), ("sharing-broken", {})]
)
def test_never_shows_a_broken_sentence(key: str, arguments: dict[str, object], interface_of: Speak) -> None:
    """A missing key, variable or reference is an error with its line, not a sentence with a hole."""
    held = interface_of("# $partner: a name.\nsharing-sent = { $partner }\nsharing-broken = { nobody }\n")
    with pytest.raises(catalogue.ContentError, match=rf"content/en/ui\.ftl:\d: text: {key}"):
        catalogue.Catalogue(held).text("en", key, **arguments)


def test_knows_keys_and_variables(interface_of: Speak) -> None:
    """A sentence tells its variables, also those of a sentence it contains."""
    held = interface_of("sharing-a = { $one } { sharing-b }\nsharing-b = { NUMBER($two) }\n")
    spoken = catalogue.Catalogue(held)
    assert (spoken.keys("en"), spoken.has("sharing-a"), spoken.has("sharing-c")) == (
        frozenset({"sharing-a", "sharing-b"}),
        True,
        False,
    )
    assert spoken.variables("en", "sharing-a") == {"one", "two"}


@pytest.mark.parametrize(
    ("typed", "wish"),
    [("stop", "stop"), (" Stop! ", "stop"), ("TAKE  it back.", "undo"), ("stop the car", None), ("", None)],
)
def test_understands_plain_words(typed: str, wish: str | None, interface_of: Speak) -> None:
    """A plain word is understood alone, in any case and with marks around it, and never inside a sentence."""
    held = interface_of("plain-stop = stop, leave\nplain-undo = undo, take it back\n")
    assert catalogue.Catalogue(held).wish("en", typed) == wish


@pytest.mark.parametrize(
    ("source", "line"), [("sharing-a = A\nsharing-b = { $\n", 2), ("sharing-a = A\n\nsharing-a = B\n", 3)]
)
def test_refuses_fluent_that_would_be_passed_over(source: str, line: int) -> None:
    """What the runtime would skip in silence, an unreadable or second entry, is refused with its line."""
    with pytest.raises(findings.ContentError) as caught:
        texts.Texts("en", "content/en/ui.ftl", source)
    assert caught.value.findings[0].line == line


def test_every_acknowledgement_can_be_sent_as_it_stands(real: catalogue.Catalogue) -> None:
    """There are enough answers that nobody meets the same three soon, each short enough for a button."""
    labels = [one.label for one in real.acknowledgements("en")]
    assert (len(set(labels)) >= 24, max(map(len, labels)) <= 28) == (True, True)


def test_some_acknowledgements_honour_the_risk(real: catalogue.Catalogue) -> None:
    """Under what was hard to say, at least three answers honour that first."""
    assert sum(one.hard_first for one in real.acknowledgements("en")) >= 3


def test_support_shows_only_what_was_verified(real: catalogue.Catalogue, held: library.Library) -> None:
    """No unverified or hidden line reaches a page, in any country."""
    hidden = {
        (country.iso, service.name)
        for country in held.resources.sheet.countries
        for service in country.services
        if not service.show or service.verification not in {"A", "B"}
    }
    shown = {
        (country.iso, contact.name)
        for country in held.resources.sheet.countries
        for page in (real.support("en", country.iso),)
        for contact in (*page.crisis, *page.violence, *page.own_behaviour, *page.professionals)
    }
    assert (shown & hidden, len(shown) > 80) == (set(), True)


def test_support_of_one_country(real: catalogue.Catalogue) -> None:
    """A page has crisis and violence lines, the emergency number and the day of the check."""
    page = real.support("en", "GB")
    assert (page.country, page.emergency, page.emergency_verified) == ("United Kingdom", ("999", "112"), True)
    assert ("Samaritans" in {one.name for one in page.crisis}, len(page.violence)) == (True, 4)
    assert ([one.name for one in page.own_behaviour], page.checked_on) == (
        ["Respect Phoneline"],
        dt.date(2026, 11, 22),
    )


def test_support_without_a_country(real: catalogue.Catalogue) -> None:
    """Without a country the international directories stand alone."""
    page = real.support("en", None)
    assert (page.country, page.crisis, page.emergency, len(page.international)) == (None, (), (), 3)


def test_countries_are_those_with_a_line(real: catalogue.Catalogue) -> None:
    """Only countries with something to show are offered, in the order of their names."""
    names = [name for _, name in real.countries("en")]
    assert (len(names), names == sorted(names), "Russia" in names) == (41, True, False)


@pytest.mark.parametrize(
    ("tag", "country"),
    [("de", "DE"), ("pt-BR", "BR"), ("en-GB", "GB"), ("en", None), ("nb", "NO"), ("es-419", None), ("", None)],
)
def test_suggests_a_country(tag: str, country: str | None, real: catalogue.Catalogue) -> None:
    """A language offers a country first only where it says enough."""
    assert real.country_for_locale(tag) == country


def test_feelings_begin_in_the_body(real: catalogue.Catalogue) -> None:
    """There are ten families of eight words, and a way to them from the body."""
    feelings = real.feelings("en")
    sizes = [len(family.words) for family in feelings.families]
    assert (sizes, len(feelings.body_first.places)) == ([8] * 10, 8)


def test_the_plan_needs_no_language(real: catalogue.Catalogue) -> None:
    """Arcs cover fourteen weeks without a gap, and floors rise with depth."""
    weeks = [week for arc in real.plan.arcs for week in range(arc.weeks[0], arc.weeks[1] + 1)]
    assert (weeks, real.plan.week_floor[5]) == (list(range(1, 15)), 9)


def test_a_taken_id_stops_the_start(folder: pathlib.Path) -> None:
    """Two prompts of one id are refused at the start, where one would hide the other."""
    path = folder / "en" / "prompts" / "patience.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("id: q196", "id: q195"), encoding="utf-8")
    with pytest.raises(catalogue.ContentError, match=r"content/en/prompts/patience\.yaml:\d+: X01_required: q195"):
        catalogue.load(folder)


def test_a_language_is_read_when_it_is_first_asked_for(folder: pathlib.Path, real: catalogue.Catalogue) -> None:
    """The source language comes at once; of another one nothing is touched until somebody speaks it."""
    words = catalogue.begin(folder)
    (folder / "de" / "ui.ftl").unlink()
    assert words.locales == real.locales
    assert words.text("en", "button-open") == real.text("en", "button-open")
    assert words.words("es", "q195") == real.words("es", "q195")
    with pytest.raises(catalogue.ContentError, match=r"content/de/ui\.ftl"):
        words.text("de", "button-open")


def test_what_is_read_later_is_proved_as_well(folder: pathlib.Path, real: catalogue.Catalogue) -> None:
    """Learning all languages finds what lacks words, and is content with what is sound."""
    words = catalogue.begin(folder)
    words.learn()
    assert words.wish("de", "Stopp!") == real.wish("de", "Stopp!")
    (folder / "de" / "prompts" / "patience.yaml").unlink()
    with pytest.raises(catalogue.ContentError, match="prompts lack words"):
        catalogue.begin(folder).learn()


def test_without_its_source_language_nothing_begins(folder: pathlib.Path) -> None:
    """Whatever else is there, all of it is compared with English."""
    (folder / "en").rename(folder / "fr")
    with pytest.raises(catalogue.ContentError, match="the source language"):
        catalogue.begin(folder)


def test_every_fault_is_told_at_once(folder: pathlib.Path) -> None:
    """Faults in several files come in one error, a line for each."""
    (folder / "plan.yaml").write_text("themes: []\n", encoding="utf-8")
    (folder / "en" / "ui.ftl").unlink()
    with pytest.raises(catalogue.ContentError) as caught:
        catalogue.load(folder)
    files = {finding.file for finding in caught.value.findings}
    assert files == {"content/plan.yaml", "content/en/ui.ftl"}
