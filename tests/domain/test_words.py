"""The words of the house: every refusal has its text, every noun of the code its meaning."""

import enum
import inspect
import re
from pathlib import Path

import pytest

import bot.domain
from bot.domain import codes, model, refusals

ROOT = Path(__file__).parents[2]
GLOSSARY = re.findall(r"^([a-z -]+): ", bot.domain.__doc__ or "", re.MULTILINE)
# The words with a meaning of their own; sealed exchange, breather, warmth and look-back join with their journeys.
WORDS = re.split(
    ", ",
    "partner, person, half, pair, invite, leaning, prompt, step, ask, reflection, share, notice, response, rest,"
    " outbox, inbox, lane, intent, outcome, lease, fence, tick, due, quiet hours, local day, refusal",
)
KINDS = [
    kind
    for _, kind in inspect.getmembers(refusals, inspect.isclass)
    if issubclass(kind, refusals.Refusal) and kind is not refusals.Refusal
]


def used() -> str:
    """Return the names and sentences of the rules, use cases and store, without the glossary."""
    files = [
        file
        for part in ("domain", "usecases", "store")
        for file in sorted((ROOT / "bot" / part).glob("*.py"))
        if file.parent.name != "domain" or file.name != "__init__.py"
    ]
    return re.sub(r"[_-]", " ", "\n".join(file.read_text("utf-8") for file in files)).lower()


def test_every_refusal_has_its_text_and_every_text_its_refusal() -> None:
    """The name of a refusal is the key of its text, one to one."""
    texts = (ROOT / "content/en/ui.ftl").read_text("utf-8")
    keys = re.findall(r"^(refusal-[a-z-]+) =", texts, re.MULTILINE)
    assert sorted(keys) == sorted(kind().key for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_refusal_keeps_the_arguments_of_its_text(kind: type[refusals.Refusal]) -> None:
    """What a text needs to know travels with the refusal, and its message is its key alone."""
    refusal = kind(partner="Ben")
    assert (refusal.args_of_text, str(refusal)) == ({"partner": "Ben"}, refusal.key)


def test_every_word_that_the_code_uses_is_explained() -> None:
    """What design and conversation gave a meaning, and the code speaks of, stands in the glossary."""
    said = used()
    spoken = [word for word in WORDS if re.search(rf"\b{word.replace('-', ' ')}s?\b", said)]
    assert [word for word in spoken if word not in GLOSSARY] == []


def test_every_value_is_named_in_the_glossary() -> None:
    """Each class of the model is a word of the glossary, alone or with the kind or state of it."""
    classes = [
        name
        for name, one in inspect.getmembers(model, inspect.isclass)
        if one.__module__ in (model.__name__, codes.__name__)
        and (issubclass(one, enum.Enum) or hasattr(one, "__slots__"))
    ]
    nouns = {re.sub(r"(State|Kind)$", "", name).lower() or "kind" for name in classes}
    assert len(nouns) > 10
    assert sorted(nouns - set(GLOSSARY)) == []


def test_no_word_is_explained_twice() -> None:
    """One word, one meaning."""
    assert len(GLOSSARY) == len(set(GLOSSARY))
