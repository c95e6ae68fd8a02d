"""Every rule names its fault, with file, line and rule: a rule for which none is planted here fails."""

import datetime as dt
import pathlib
import re
import shutil
from collections.abc import Callable

import pytest

from bot.content import check, find, library, schema
from tests.content import planting
from tests.content.planting import Copy, Place

Found = set[tuple[str, int, str]]

LATER = dt.date(2100, 1, 1)
THEME = "prompts/trust_safety.yaml"  # the one file of questions that the copy keeps
ENGLISH = f"en/{THEME}"
SENTENCES = "en/ui.ftl"
HARD = "Elaborate your considerable reservations concerning your arrangements."
ASK = {"ask": "Which one is near you?"}


def tap(*options: str) -> dict[str, object]:
    """Return a tap with these answers."""
    return {**ASK, "options": options}


def like_another(copy: Copy) -> Place:
    """Let one question say what another says."""
    same = {"tap": tap("Eins", "Zwei", "Nichts"), "line": {"ask": "Nenn ein Ding, bei dem du ruhst."}}
    copy.prompt(f"de/{THEME}", "q401", **same)
    return copy.prompt(f"de/{THEME}", "r401", **same)


def twins(copy: Copy) -> Place:
    """Let two questions be about one thing in other words."""
    first = {"ask": "Wo nistet der Zaunkönig deiner Laune?"}
    second = {"ask": "Deiner Laune nistet heute ein Zaunkönig: was macht er?"}
    copy.prompt(f"de/{THEME}", "q409", tap={**first, "options": ["Im Efeu", "Nirgends"]}, line=second, open=first)
    copy.prompt(f"de/{THEME}", "r409", tap={**second, "options": ["Im Efeu", "Nirgends"]}, line=first, open=second)
    return copy.line(f"de/{THEME}", "- id: r409")


def many_beginnings(copy: Copy) -> Place:
    """Let many questions begin alike."""
    names = copy.names(f"es/{THEME}")[:20]
    return [copy.prompt(f"es/{THEME}", one, open={"ask": f"Piensa bien en {one} y en ti."}) for one in names][-1]


def many_answers(copy: Copy) -> Place:
    """Let many questions have one answer."""
    names = copy.names(f"pt-BR/{THEME}")[:12]
    return [
        copy.prompt(f"pt-BR/{THEME}", one, tap={"ask": f"Qual {one}?", "options": ["Xis", "Nada"]}) for one in names
    ][-1]


PLANTS: dict[str, Callable[[Copy], Place]] = {
    "X01_required": lambda copy: copy.prompt(ENGLISH, "q201", source="somewhere"),
    "X02_enums": lambda copy: copy.prompt(ENGLISH, "r201", track="either"),
    "X03_option_count": lambda copy: copy.prompt(ENGLISH, "e201", tap=tap("One", "Not sure")),
    "X04_gentle_out": lambda copy: copy.prompt(ENGLISH, "q214", tap=tap("One", "Two", "Three")),
    "X05_deep_is_private": lambda copy: copy.prompt(ENGLISH, "q403", share_default="ask"),
    "X06_week_floor": lambda copy: copy.prompt(ENGLISH, "r214", weeks=[9, 2]),
    "X07_one_question": lambda copy: copy.prompt(ENGLISH, "q400", line={"ask": "Is it you? Is it tea?"}),
    "X08_lengths": lambda copy: copy.prompt(ENGLISH, "r400", line={**ASK, "starter": "x" * 45}),
    "X09_reading": lambda copy: copy.prompt(ENGLISH, "q401", open={"ask": HARD}),
    "X10_near_duplicate": like_another,
    "X11_placeholders": lambda copy: copy.prompt(ENGLISH, "r401", line={"ask": "Did you thank {name}?"}),
    "X14_mirror": lambda copy: copy.prompt(ENGLISH, "q402", mirror="r999"),
    "X15_beginnings": many_beginnings,
    "X16_options": many_answers,
    "X17_inventory": lambda copy: copy.line("plan.yaml", "  by_track:"),  # most questions are not in the copy
    "X18_twins": twins,
    "accents": lambda copy: copy.swap("en/replies.yaml", "your problem", "your problém", at="    - id: c02"),
    "feelings": lambda copy: copy.swap(
        "en/feelings.yaml", "might_be:\n            - blank", "might_be:\n            - moon"
    ),
    "languages": lambda copy: copy.append("de/ui.ftl", "\neverything-else-extra = Hallo\n", "everything"),
    "references": lambda copy: copy.swap("plan.yaml", "listening, appreciation],", "listening, moon],"),
    "resources": lambda copy: copy.swap(
        "resources.yaml", "verification: A\n        sources", "verification: C\n        sources", at="kind: dv"
    ),
    "resources_expired": lambda copy: copy.line("resources.yaml", "kind: crisis"),
    "safety": lambda copy: copy.swap(
        "en/replies.yaml", "category: criticism\n", "category: unsafe\n", at="    - id: c01"
    ),
    "text": lambda copy: copy.append(SENTENCES, "\nsharing-planted =\n    .title = Hello\n", "sharing"),
    "ui_allowed": lambda copy: copy.swap(
        "en/rules.yaml", "allowed: []", "allowed: [{key: sharing-sent, rule: nothing, reason: none}]"
    ),
    "ui_comment": lambda copy: copy.append(SENTENCES, "\nsharing-bare = { $bare }\n", "sharing"),
    "ui_key": lambda copy: copy.append(SENTENCES, "\nmoon-rise = Hello\n", "moon"),
    "ui_length": lambda copy: copy.append(SENTENCES, f"\nprofile-name-planted = {'x' * 65}\n", "profile"),
    "ui_name": lambda copy: copy.append(
        SENTENCES,
        "\n# $n (Number): how many. $who (String): a name.\n"
        "sharing-who =\n    { $n ->\n        [one] One.\n       *[other] Some of { $who }.\n    }\n",
        "sharing",
    ),
    "ui_plain": lambda copy: copy.append(SENTENCES, "\nplain-aa = stop\n", "plain"),
    "ui_reference": lambda copy: copy.append(SENTENCES, "\nsharing-lost = { sharing-gone }\n", "sharing"),
    "ui_words": lambda copy: copy.append(SENTENCES, f"\nsharing-wordy = {'word ' * 46}\n", "sharing"),
}
UNREADABLE: dict[str, Callable[[Copy], Place]] = {
    "alias": lambda copy: copy.append("de/support.yaml", "\nextra: &one 1\n", "extra"),
    "depth": lambda copy: copy.append("de/feelings.yaml", f"\nextra: {'[' * 30}{']' * 30}\n", "extra"),
    "fluent": lambda copy: copy.append("de/ui.ftl", "\nsharing-broken = { $\n", "sharing"),
    "key": lambda copy: copy.append("de/replies.yaml", "\nwarmths: []\n", "warmths"),
    "missing": lambda copy: copy.remove("es/feelings.yaml"),
    "shape": lambda copy: copy.append("es/rules.yaml", "\nextra: 1\n", "extra"),
    "size": lambda copy: copy.write("es/checkins.yaml", b"#" * 300_000),
    "type": lambda copy: copy.append("es/support.yaml", "\nday: 2026-11-22\n", "day"),
    "utf-8": lambda copy: copy.write("es/replies.yaml", b"# fine\n\xff\n", line=2),
    "yaml": lambda copy: copy.write("de/rules.yaml", b"a: [\n", line=2),
}
LINTED = [
    (file.parent.name, rule)
    for file in sorted(find.root().glob("*/rules.yaml"))
    for rule in re.findall(r"^  - id: (\w+)$", file.read_text("utf-8"), re.MULTILINE)
]


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Place], Found]:
    """Plant a fault of every rule in one copy with few questions, and check it once."""
    copy = Copy(pathlib.Path(shutil.copytree(find.root(), tmp_path_factory.mktemp("planted") / "content")))
    for file in copy.root.glob("*/prompts/*.yaml"):
        if file.name != pathlib.Path(THEME).name:
            file.unlink()
    languages = library.read(copy.root).languages
    planted = {rule: plant(copy) for rule, plant in PLANTS.items()}
    for locale, language in languages.items():
        for rule, name in zip(language.rules.sheet.lint, copy.names(f"{locale}/checkins.yaml"), strict=False):
            planted[f"{locale} {rule.id}"] = lint(copy, locale, rule, name, language.rules.sheet.partner_reads_as)
    return planted, {(one.file, one.line, one.rule) for one in check.run(copy.root, LATER)}


def lint(copy: Copy, locale: str, rule: schema.LintRule, name: str, partner: str) -> Place:
    """Plant the first bad sample of a rule where the rule reads it."""
    file, bad = f"{locale}/checkins.yaml", rule.bad[0]
    if "ask" in rule.applies_to:
        return copy.prompt(file, name, line={"ask": bad})
    if "option" in rule.applies_to:
        return copy.prompt(file, name, tap={**ASK, "options": [bad, "Not sure", "No sé"]})
    sentence = bad.replace("{partner}", partner)
    return copy.append(f"{locale}/ui.ftl", f"\nsharing-{rule.id[:3].lower()} = {sentence}\n", "sharing")


@pytest.fixture(scope="module")
def unreadable(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Place], Found]:
    """Plant what keeps files from being read, each in a file of its own, and check once."""
    copy = Copy(pathlib.Path(shutil.copytree(find.root(), tmp_path_factory.mktemp("unreadable") / "content")))
    planted = {rule: plant(copy) for rule, plant in UNREADABLE.items()}
    return planted, {(one.file, one.line, one.rule) for one in check.run(copy.root)}


@pytest.mark.parametrize("rule", sorted(planting.built_in(pathlib.Path(check.__file__).parent)))
def test_every_rule_names_its_fault(rule: str, request: pytest.FixtureRequest) -> None:
    """A planted fault is named with its file, its line and the rule."""
    planted, found = request.getfixturevalue("unreadable" if rule in UNREADABLE else "places")
    assert rule in planted, f"plant a fault of {rule} above"
    assert (*planted[rule], rule) in found


@pytest.mark.parametrize(("locale", "rule"), LINTED)
def test_every_rule_of_wording_names_its_fault(
    locale: str, rule: str, places: tuple[dict[str, Place], Found]
) -> None:
    """In each language a sample of what a rule forbids is named where somebody wrote it."""
    planted, found = places
    assert (*planted[f"{locale} {rule}"], rule) in found
