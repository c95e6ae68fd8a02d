"""Rules prove themselves, prompts hold together, references lead somewhere, and the interface is sound."""

import dataclasses
import pathlib
import shutil
from collections.abc import Callable, Iterable

import pytest
from pydantic import BaseModel

from bot.content import check, findings, interface, inventory, library, likeness, references, samples, schema

Plant = Callable[..., library.Library]
Speak = Callable[[str], library.Library]


def rule_names(found: Iterable[findings.Finding]) -> set[str]:
    """Return the names of the rules in the findings."""
    return {finding.rule for finding in found}


def with_sheet(held: library.Library, part: str, changed: BaseModel) -> library.Library:
    """Return the library with one sheet of the source language exchanged."""
    leaf = getattr(held.source, part)
    language = dataclasses.replace(held.source, **{part: dataclasses.replace(leaf, sheet=changed)})
    return dataclasses.replace(held, languages={library.SOURCE: language})


def test_the_real_content_is_sound(root: pathlib.Path) -> None:
    """Nothing in the real folder is wrong; what is still to write is told as a warning."""
    assert [str(one) for one in check.run(root) if one.severity == "error"] == []


def test_a_broken_folder_is_told_and_not_raised(folder: pathlib.Path) -> None:
    """The check returns findings also where nothing can be read."""
    (folder / "plan.yaml").write_text("a: [\n", encoding="utf-8")
    assert rule_names(check.run(folder)) == {"yaml"}


def test_an_empty_folder_lacks_everything(tmp_path: pathlib.Path) -> None:
    """A folder without content names what is missing."""
    files = {one.file for one in check.run(tmp_path)}
    assert files == {"content/plan.yaml", "content/resources.yaml", "content/en"}


def test_samples_of_the_real_rules_behave(held: library.Library) -> None:
    """Every rule, pattern and acknowledgement keeps what its samples promise."""
    assert [str(one) for one in samples.check(held)] == []


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [("bad", ("A kind word.",), "misses its bad sample"), ("good", ("Why is that?",), "fires on the good")],
)
def test_a_rule_that_fails_its_samples_is_told(
    field: str, value: tuple[str, ...], message: str, held: library.Library
) -> None:
    """A rule that misses a bad sample or fires on a good one is named."""
    rules = held.source.rules.sheet
    first = rules.lint[0].model_copy(update={field: value})
    planted = with_sheet(held, "rules", rules.model_copy(update={"lint": (first, *rules.lint[1:])}))
    assert any(one.rule == "T01_why" and message in one.message for one in samples.check(planted))


ACKNOWLEDGEMENTS = {
    "too long for a button": ("A thank you that goes on for rather long", "X08_lengths"),
    "asking for more": ("What else?", "X03_option_count"),
    "a sting": ("About time.", "T08_finally"),
    "a demand": ("Tell me everything", "r06"),
    "the same twice": ("I read it slowly", "X03_option_count"),
}


@pytest.mark.parametrize("name", ACKNOWLEDGEMENTS)
def test_an_acknowledgement_that_stings_is_told(name: str, held: library.Library) -> None:
    """An acknowledgement that is long, asks, repeats or stings is named."""
    label, rule = ACKNOWLEDGEMENTS[name]
    replies = held.source.replies.sheet
    first = replies.acknowledgements[0].model_copy(update={"label": label})
    changed = replies.model_copy(update={"acknowledgements": (first, *replies.acknowledgements[1:])})
    assert rule in rule_names(samples.check(with_sheet(held, "replies", changed)))


COACH: dict[str, tuple[dict[str, object], str]] = {
    "a hit that is missed": ({"hits": ("Good morning.",)}, "c01"),
    "a miss that is hit": ({"misses": ("You never talk to me.",)}, "c01"),
    "an unknown category": ({"category": "moon"}, "references"),
    "no gentler way": ({"alternative": None}, "X01_required"),
    "an alternative that stings": ({"alternative": "You need to calm down."}, "r01"),
    "a hint that commands": ({"hint": "You should stop."}, "T03_should"),
    "a hint that is long": ({"hint": "x" * 161}, "X08_lengths"),
    "a softer way for a threat": ({"category": "unsafe"}, "safety"),
    "an id that is taken": ({"id": "c02"}, "X01_required"),
}


@pytest.mark.parametrize("name", COACH)
def test_a_fault_in_the_coach_is_told(name: str, held: library.Library) -> None:
    """A pattern that misbehaves or advises badly is named."""
    changes, rule = COACH[name]
    replies = held.source.replies.sheet
    assert replies.coach is not None
    first = replies.coach.patterns[0].model_copy(update=changes)
    coach = replies.coach.model_copy(update={"patterns": (first, *replies.coach.patterns[1:])})
    planted = with_sheet(held, "replies", replies.model_copy(update={"coach": coach}))
    assert rule in rule_names(samples.check(planted))


CRISIS: dict[str, tuple[dict[str, object], str]] = {
    "everyday talk": ({"match": ("tired",), "hits": ("tired",)}, "s2a"),
    "a missed hit": ({"hits": ("Good morning.",)}, "s2a"),
    "an unknown card": ({"card": "moon"}, "references"),
    "an expression that no words can hold": ({"unless": ("in the café",)}, "accents"),
}


@pytest.mark.parametrize("name", CRISIS)
def test_a_fault_in_the_safety_phrases_is_told(name: str, held: library.Library) -> None:
    """A safety pattern that fires on everyday talk, misses its hit or names no card is told."""
    changes, rule = CRISIS[name]
    assert held.source.crisis is not None
    phrases = held.source.crisis.sheet
    first = phrases.patterns[0].model_copy(update=changes)
    planted = phrases.model_copy(update={"patterns": (first, *phrases.patterns[1:])})
    assert rule in rule_names(samples.check(with_sheet(held, "crisis", planted)))


MIRRORS: dict[str, dict[str, object]] = {
    "to nobody": {"mirror": "r999"},
    "to one that does not point back": {"mirror": "r101"},
    "to itself without being playful": {"mirror": "q103"},
    "in other weeks": {"weeks": (1, 1), "mirror": "r196", "id": "q195"},
    "of another depth": {"depth": 4},
}


@pytest.mark.parametrize("name", MIRRORS)
def test_a_mirror_that_reflects_nothing_is_told(name: str, held: library.Library) -> None:
    """A mirror is mutual, across tracks, in weeks that meet and at a like depth."""
    changes = MIRRORS[name]
    wanted = changes.get("id", "q103")
    prompts = tuple(
        dataclasses.replace(one, entry=one.entry.model_copy(update=changes)) if one.entry.id == wanted else one
        for one in held.source.prompts
    )
    language = dataclasses.replace(held.source, prompts=prompts)
    planted = dataclasses.replace(held, languages={library.SOURCE: language})
    assert "X14_mirror" in rule_names(inventory.check(planted))


def copied(held: library.Library, locale: str, names: list[str]) -> library.Library:
    """Return the library with copies of a language's first prompt under these names."""
    language = held.languages[locale]
    first = language.prompts[0]
    copies = tuple(dataclasses.replace(first, entry=first.entry.model_copy(update={"id": name})) for name in names)
    planted = dataclasses.replace(language, prompts=(*language.prompts, *copies))
    return dataclasses.replace(held, languages={**held.languages, locale: planted})


@pytest.mark.parametrize("locale", ["en", "de", "es", "pt-BR"])
def test_likeness_is_told_in_every_language(locale: str, held: library.Library) -> None:
    """A prompt that says what another says is told, wherever it is written, as are many that begin alike."""
    found = list(likeness.check(copied(held, locale, ["c999"])))
    assert {(one.rule, one.file.split("/")[1]) for one in found} == {
        ("X10_near_duplicate", locale),
        ("X18_twins", locale),
    }


def test_sameness_is_told(held: library.Library) -> None:
    """Prompts that begin alike and answer alike are told."""
    names = [f"c{number}" for number in range(800, 940)]
    assert {"X15_beginnings", "X16_options"} <= rule_names(likeness.check(copied(held, "en", names)))


def test_an_inventory_that_is_short_is_told(held: library.Library) -> None:
    """What a year without a repeat still lacks is told."""
    language = dataclasses.replace(held.source, prompts=held.source.prompts[:12])
    planted = dataclasses.replace(held, languages={library.SOURCE: language})
    assert "X17_inventory" in rule_names(inventory.check(planted))


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Which colour is your day?", "Which colour is your day now?", True),
        ("Which colour is your day?", "What colour was your week?", False),
        ("Name it.", "Name it.", True),
    ],
)
def test_finds_near_duplicates_by_their_rarest_words(
    one: str, other: str, held: library.Library, *, near: bool
) -> None:
    """Texts are near where they share three quarters of all their words, and no pair is passed over."""
    placed = held.source.prompts[:2]
    asks = [
        dataclasses.replace(one, entry=one.entry.model_copy(update={"tap": schema.Tap(ask=ask, options=("A",))}))
        for one, ask in zip(placed, (one, other), strict=True)
    ]
    language = dataclasses.replace(held.source, prompts=tuple(asks))
    planted = dataclasses.replace(held, languages={library.SOURCE: language})
    assert ("X10_near_duplicate" in rule_names(likeness.check(planted))) is near


def test_the_real_prompts_hold_together(held: library.Library) -> None:
    """There is nothing to say about the prompts together, in any language."""
    assert [str(one) for check in (inventory.check, likeness.check) for one in check(held)] == []


def test_references_lead_somewhere(held: library.Library) -> None:
    """Nothing in the real folder points at what does not exist."""
    assert [str(one) for one in references.check(held)] == []


def test_an_unverified_line_is_told(held: library.Library) -> None:
    """A line that is shown without being verified, sourced or reachable is told three times."""
    known = held.resources.sheet
    service = (
        known.countries[0]
        .services[0]
        .model_copy(update={"verification": "C", "sources": (), "phone": None, "text": None, "web": None})
    )
    country = known.countries[0].model_copy(update={"services": (service,)})
    changed = known.model_copy(update={"countries": (country, *known.countries[1:])})
    planted = dataclasses.replace(held, resources=dataclasses.replace(held.resources, sheet=changed))
    assert [one.rule for one in references.check(planted)] == ["resources"] * 3


def test_a_feeling_that_does_not_exist_is_told(held: library.Library) -> None:
    """The body never points at a word that the vocabulary lacks."""
    feelings = held.source.feelings.sheet
    changed = feelings.model_copy(update={"families": feelings.families[1:]})
    assert "feelings" in rule_names(references.check(with_sheet(held, "feelings", changed)))


def test_an_inventory_that_does_not_add_up_is_told(held: library.Library) -> None:
    """Themes, arcs and sums of the plan agree."""
    plan = held.plan.sheet
    wanted = plan.inventory.model_copy(update={"total": 461, "by_theme": {"money": 460}})
    changed = plan.model_copy(update={"inventory": wanted, "every_week_min": {"money": 1}})
    planted = dataclasses.replace(held, plan=dataclasses.replace(held.plan, sheet=changed))
    assert len([one for one in references.check(planted) if one.rule == "references"]) == 5


SENTENCES = {
    "a key of no journey": ("moon-rise = Hello\n", "ui_key"),
    "a key that is not kebab-case": ("sharing-Sent = Hello\n", "ui_key"),
    "an unexplained variable": ("sharing-sent = { $partner }\n", "ui_comment"),
    "a missing reference": ("sharing-sent = { sharing-gone }\n", "ui_reference"),
    "a missing term": ("sharing-sent = { -bot }\n", "ui_reference"),
    "an unknown function": ("# $n (Number): n\nsharing-sent = { SHOUT($n) }\n", "ui_reference"),
    "no value": ("sharing-sent =\n    .title = Hello\n", "text"),
    "a long toast": ("toast-done = " + "word " * 45 + "\n", "ui_length"),
    "a toast with a long name": (
        "# $partner (String): a name.\ntoast-done = " + "word " * 30 + "{ $partner }\n",
        "ui_length",
    ),
    "a long button": ("button-keep = " + "x" * 41 + "\n", "ui_length"),
    "a long text": ("privacy-page = " + "word " * 900 + "\n", "ui_length"),
    "a wordy screen": ("sharing-sent = " + "word " * 46 + "\n", "ui_words"),
    "a duty": ("sharing-sent = You must share.\n", "T03_should"),
    "a duty in one choice": (
        "# $n (Number): n\nsharing-sent = { $n ->\n    [one] You must.\n   *[other] Fine.\n }\n",
        "T03_should",
    ),
    "a report on the other": (
        "sharing-sent = They said your note was read. Sam has seen it.\n",
        "S01_surveillance",
    ),
    "a word with two meanings": ("plain-stop = stop, rest\nplain-pause = Rest\n", "ui_plain"),
    "a label": ("sharing-sent = You seem clingy.\n", "B01_person_labels"),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_a_fault_in_a_sentence_is_told(name: str, interface_of: Speak) -> None:
    """A sentence of the bot that is unnamed, unexplained, long or out of tone is named."""
    source, rule = SENTENCES[name]
    assert rule in rule_names(interface.check(interface_of(source)))


def test_a_sound_sentence_passes(interface_of: Speak) -> None:
    """A documented sentence with plurals and a name has nothing wrong with it."""
    held = interface_of(
        "# $partner (String): a name. $count (Number): how many.\n"
        "sharing-sent = { $count ->\n    [one] One line for { $partner }.\n"
        "   *[other] { $count } lines for { $partner }.\n }\n"
    )
    assert list(interface.check(held)) == []


def test_an_allowance_allows_and_expires(interface_of: Speak) -> None:
    """An allowance silences its rule for its text, and is told when it is no longer needed."""
    held = interface_of("privacy-law = You must be 18.\nsharing-sent = Hello.\n")
    rules = held.source.rules.sheet
    allowed = (
        schema.Allowance(key="privacy-law", rule="T03_should", reason="the law says so"),
        schema.Allowance(key="sharing-sent", rule="T03_should", reason="none"),
    )
    changed = rules.model_copy(update={"allowed": allowed})
    found = list(interface.check(with_sheet(held, "rules", changed)))
    assert [(one.rule, one.severity, "sharing-sent" in one.message) for one in found] == [
        ("ui_allowed", "warn", True)
    ]


@pytest.fixture
def two_languages(folder: pathlib.Path) -> pathlib.Path:
    """Return a folder whose second language repeats the first, its prompts as words alone."""
    shutil.copytree(folder / "en", folder / "nl")
    (folder / "nl" / "checkins.yaml").write_text("checkins: []\n", encoding="utf-8")
    for path in (folder / "nl" / "prompts").iterdir():
        path.unlink()
    (folder / "nl" / "prompts" / "one.yaml").write_text(
        "prompts:\n- id: e101\n  tap: {ask: 'Pick one.', options: [One, Two, Not sure]}\n"
        "  line: {ask: 'Name one.'}\n  open: {ask: 'Tell of one.'}\n",
        encoding="utf-8",
    )
    return folder


def test_a_language_with_gaps_does_not_load(two_languages: pathlib.Path) -> None:
    """A language that lacks the words of a prompt is refused before anyone meets the gap."""
    (finding,) = check.run(two_languages)
    assert (finding.file, finding.rule) == ("content/nl/rules.yaml", "languages")


def test_a_language_nobody_knows_is_told(folder: pathlib.Path) -> None:
    """A folder whose name is no language is told, for its plurals could only be guessed."""
    shutil.copytree(folder / "en", folder / "xx")
    assert ("content/xx", "languages") in {(one.file, one.rule) for one in check.run(folder)}


def test_languages_say_the_same(two_languages: pathlib.Path) -> None:
    """A sentence, a variable, an answer or a feeling that one language lacks is told."""
    path = two_languages / "nl" / "ui.ftl"
    path.write_text("sharing-extra = Hello\n", encoding="utf-8")
    held = library.read(two_languages)
    found = [*references.check(held), *interface.check(held)]
    told = {one.message.partition(":")[0] for one in found if one.rule == "languages"}
    assert {"e101", "sharing-extra"} <= told
