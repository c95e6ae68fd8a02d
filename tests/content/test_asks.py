"""Every rule about one prompt catches a planted fault, and leaves the real prompts alone."""

import dataclasses
from collections.abc import Callable, Iterable

import pytest

from bot.content import asks, findings, library, schema

Plant = Callable[..., library.Library]


def broken(held: library.Library) -> set[str]:
    """Return the rules that the planted prompt breaks."""
    return rule_names(asks.check(held))


def rule_names(found: Iterable[findings.Finding]) -> set[str]:
    """Return the names of the rules in the findings."""
    return {finding.rule for finding in found}


def tap(*options: str, ask: str = "Which one is near you today?") -> schema.Tap:
    """Return a tap with these answers."""
    return schema.Tap(ask=ask, options=options or ("One", "Two", "Not sure"))


def test_real_prompts_are_sound(held: library.Library) -> None:
    """No prompt of the real folder breaks a rule about itself."""
    assert [str(finding) for finding in asks.check(held)] == []


ASKS = {
    "a second question": ("Tea? Or toast for you?", "X07_one_question"),
    "a fourth sentence": ("One. Two. Three. Which is yours?", "X07_one_question"),
    "an exclamation": ("Pick one!", "X07_one_question"),
    "two pictures": ("Pick one \U0001f600 or \U0001f600", "X07_one_question"),
    "too many characters": ("Which " + "cup or " * 26 + "you?", "X08_lengths"),
    "a long sentence": ("Which " + "of a " * 9 + "do you mean?", "X08_lengths"),
    "long words": ("Which individual circumstances overwhelm you notwithstanding?", "X09_reading"),
    "a hard text": ("Elaborate your considerable reservations about your arrangements.", "X09_reading"),
    "the partner twice": ("Did you thank {partner} or {partner}?", "X11_placeholders"),
    "an unknown placeholder": ("Did you thank {name}?", "X11_placeholders"),
    "a why": ("Why do you like tea?", "T01_why"),
    "an absolute": ("What do you always drink?", "T02_always_never"),
    "a duty": ("What should you drink?", "T03_should"),
    "a count": ("You missed one. Which?", "T04_guilt_streak"),
    "a label": ("Are you avoidant today?", "B01_person_labels"),
    "a diagnosis": ("Which trauma do you carry?", "B02_diagnosis"),
    "a gender": ("What did he do for you?", "A01_gender"),
    "a bot that says we": ("Let's name your mood.", "P01_bot_we"),
    "a report on the other": ("How was {partner} today, do you think?", "P02_report_on_partner"),
    "watching": ("Who were you with today?", "S01_surveillance"),
    "a confession": ("Which secret is yours?", "S02_confession"),
    "a push": ("Tell {partner} now what you feel.", "S04_push_to_share"),
}


@pytest.mark.parametrize("name", ASKS)
def test_catches_a_fault_in_an_ask(name: str, prompt: Plant) -> None:
    """An ask that breaks a rule is named by that rule."""
    ask, rule = ASKS[name]
    assert rule in broken(prompt(line=schema.Line(ask=ask)))


OPTIONS = {
    "two answers": (("One", "Not sure"), "X03_option_count"),
    "six answers": (("A", "B", "C", "D", "E", "Not sure"), "X03_option_count"),
    "an answer twice": (("One", "one", "Not sure"), "X03_option_count"),
    "an answer of the bot": (("One", "Two", "Not today"), "X03_option_count"),
    "no gentle way out": (("One", "Two", "Three"), "X04_gentle_out"),
    "a long answer": (("One", "Two", "Not sure which of the two"), "X08_lengths"),
    "a placeholder": (("{partner}", "Two", "Not sure"), "X11_placeholders"),
    "an accusation": (("Being ignored", "Two", "Not sure"), "S05_blame_option"),
}


@pytest.mark.parametrize("name", OPTIONS)
def test_catches_a_fault_in_the_answers(name: str, prompt: Plant) -> None:
    """Answers that break a rule are named by that rule."""
    options, rule = OPTIONS[name]
    assert rule in broken(prompt(tap=tap(*options)))


FIELDS: dict[str, tuple[dict[str, object], str]] = {
    "an id of no kind": ({"id": "z103"}, "X01_required"),
    "an id of another track": ({"id": "r903"}, "X02_enums"),
    "an unknown theme": ({"theme": "money"}, "X02_enums"),
    "a theme of another track": ({"theme": "listening"}, "X02_enums"),
    "a first week below the floor": ({"depth": 3, "weeks": (2, 9)}, "X06_week_floor"),
    "weeks the wrong way round": ({"weeks": (9, 2)}, "X06_week_floor"),
    "a week after the last": ({"weeks": (1, 15)}, "X06_week_floor"),
    "a source that is none": ({"source": "somewhere"}, "X01_required"),
    "depth four, offered for sharing": ({"depth": 4, "weeks": (6, 9)}, "X05_deep_is_private"),
    "depth five, pushed": ({"depth": 5, "weeks": (9, 9)}, "X05_deep_is_private"),
    "a cover line of its own": ({"cover_line": "Urgent."}, "X05_deep_is_private"),
    "nothing to share under": ({"share_frame": None}, "X01_required"),
    "a frame without the answer": ({"share_frame": "I like this"}, "X11_placeholders"),
    "a frame with the answer twice": ({"share_frame": "{answer}, {answer}"}, "X11_placeholders"),
    "a long frame": ({"share_frame": "x" * 70 + "{answer}"}, "X08_lengths"),
    "a long starter": ({"line": schema.Line(ask="Name it.", starter="x" * 45)}, "X08_lengths"),
}


@pytest.mark.parametrize("name", FIELDS)
def test_catches_a_fault_in_a_field(name: str, prompt: Plant) -> None:
    """Fields that do not belong together are named by their rule."""
    changes, rule = FIELDS[name]
    assert rule in broken(prompt(**changes))


def test_a_check_in_stays_light(prompt: Plant) -> None:
    """A check-in of depth three is refused."""
    assert "X02_enums" in broken(prompt("c010", depth=3, weeks=(3, 9)))


def test_points_at_the_line(held: library.Library, prompt: Plant) -> None:
    """A finding stands on the line of the very words."""
    placed = next(one for one in held.source.prompts if one.entry.id == "q103")
    (finding,) = asks.check(prompt(tap=tap("Being ignored", "Two", "Not sure")))
    line = placed.document.line(*placed.path, "tap", "options", 0)
    assert (finding.line, finding.file) == (line, "content/en/prompts/play_warmth.yaml")


def test_measures_only_what_a_language_limits(held: library.Library, prompt: Plant) -> None:
    """A language without a reading grade is not graded."""
    hard = prompt(line=schema.Line(ask="Elaborate your considerable reservations."))
    limits = hard.source.rules.sheet.limits.model_copy(
        update={"reading_grade_max": None, "letters_per_word_max": None, "long_words_per_ask_max": None}
    )
    rules = hard.source.rules.sheet.model_copy(update={"limits": limits})
    language = dataclasses.replace(hard.source, rules=library.Leaf(held.source.rules.document, rules))
    free = dataclasses.replace(hard, languages={"en": language})
    assert ("X09_reading" in broken(hard), "X09_reading" in broken(free)) == (True, False)
