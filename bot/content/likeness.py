"""Checks in every language that no two prompts say, begin or answer alike."""

import collections
import dataclasses
import math
from collections.abc import Iterable, Iterator

from bot.content import findings, lengths, library, rules, schema

_NEAR = 0.75  # guide §3: how many of their words two texts may share, as a part of all their words
_TWINS = 0.55  # measured on our own: above it stood prompts that a reader took for one another
_STEM = 6  # letters by which a word is known again, whatever its ending
_COMMON = 20  # what stands in more than one of so many prompts says nothing about any of them
_FEWEST_TO_BEGIN = 2

Found = Iterator[findings.Finding]


@dataclasses.dataclass(frozen=True, slots=True)
class _Text:
    """One ask or share frame, with the place where it stands and its words."""

    placed: library.Placed
    path: tuple[str, ...]
    written: str
    words: frozenset[str]


def check(held: library.Library) -> Found:
    """Yield every likeness that a reader would feel, in any language."""
    wanted = held.plan.sheet.inventory
    for language in held.languages.values():
        texts = [text for placed in language.prompts for text in _texts(placed)]
        yield from _near_duplicates(texts)
        yield from _twins(held, language, texts)
        asks = [text for text in texts if text.path != ("share_frame",)]
        yield from _same_beginnings(asks, language.rules.sheet, wanted.same_two_words_max)
        yield from _same_options(language, wanted.same_option_max)


def _texts(placed: library.Placed) -> Iterator[_Text]:
    """Yield the asks of a prompt and the line under which its answer is shared."""
    entry = placed.entry
    for size, ask in (("tap", entry.tap.ask), ("line", entry.line.ask), ("open", entry.open.ask)):
        yield _Text(placed, (size, "ask"), ask, _bag(ask))
    if entry.share_frame:
        bare = entry.share_frame.replace("{answer}", "")
        yield _Text(placed, ("share_frame",), bare.strip(" :"), _bag(bare))


def _bag(text: str) -> frozenset[str]:
    return frozenset(lengths.words(text.lower()))


def _near_duplicates(texts: Iterable[_Text]) -> Found:
    """X10: no two texts of different prompts say nearly the same, whatever their themes."""
    for one, other in _pairs(list(texts)):
        name = other.placed.entry.id
        if one.placed.entry.id != name and lengths.overlap(one.words, other.words) >= _NEAR:
            message = f"'{one.written}' is close to {name}: '{other.written}'; ask something else"
            yield one.placed.finding("X10_near_duplicate", message, *one.path, severity="warn")


def _pairs(texts: list[_Text]) -> Iterator[tuple[_Text, _Text]]:
    """Yield the pairs that share one of their rarest words: no others can share enough of all their words."""
    uses = collections.Counter(word for text in texts for word in text.words)
    known: dict[str, list[int]] = collections.defaultdict(list)
    for index, text in enumerate(texts):
        rarest = sorted(text.words, key=lambda word: (uses[word], word))
        # Of n words at least 0.75 n have to be shared, so one of the first n - 0.75 n + 1 is among them.
        rarest = rarest[: len(rarest) - math.ceil(_NEAR * len(rarest)) + 1]
        for other in sorted({one for word in rarest for one in known[word]}):
            yield text, texts[other]
        for word in rarest:
            known[word].append(index)


def _twins(held: library.Library, language: library.Language, texts: list[_Text]) -> Found:
    """X18: no two prompts are about the same thing in other words; those that mirror each other are meant to be."""
    mirrors = {frozenset({entry.id, entry.mirror}) for _, entry in held.entries() if entry.mirror}
    weights = _weights(language, texts)
    holding: dict[str, list[str]] = collections.defaultdict(list)
    for placed in language.prompts:
        name = placed.entry.id
        likeness: dict[str, float] = collections.defaultdict(float)
        for stem, weight in weights[name].items():
            for other in holding[stem]:
                likeness[other] += weight * weights[other][stem]
            holding[stem].append(name)
        for other, value in likeness.items():
            if value >= _TWINS and frozenset({name, other}) not in mirrors:
                message = f"is about the same as {other}; ask about something else in one of them"
                yield placed.finding("X18_twins", message, severity="warn")


def _weights(language: library.Language, texts: list[_Text]) -> dict[str, dict[str, float]]:
    """Return for each prompt how much each of its words says: the rarer, the more; together of length one."""
    counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for text in texts:
        counts[text.placed.entry.id].update(_stems(text.written))
    for placed in language.prompts:
        counts[placed.entry.id].update(_stems(" ".join(placed.entry.tap.options)))
    uses = collections.Counter(stem for found in counts.values() for stem in found)
    weights = {}
    for name, found in counts.items():
        telling = {stem: count for stem, count in found.items() if uses[stem] * _COMMON <= len(counts)}
        raw = {stem: (1 + math.log(count)) * math.log(len(counts) / uses[stem]) for stem, count in telling.items()}
        length = math.hypot(*raw.values()) or 1.0
        weights[name] = {stem: weight / length for stem, weight in raw.items()}
    return weights


def _stems(written: str) -> Iterator[str]:
    return (word[:_STEM] for word in lengths.words(written.lower().replace("{partner}", "")))


def _same_beginnings(asks: list[_Text], sheet: schema.Rules, most: float) -> Found:
    """X15: not many asks begin with the same two words."""
    alike: dict[str, list[_Text]] = collections.defaultdict(list)
    for ask in asks:
        alike[_beginning(ask.written, sheet.read_as_one)].append(ask)
    for beginning, found in alike.items():
        if len(found) > max(_FEWEST_TO_BEGIN, most * len(asks)):
            message = f"{len(found)} of {len(asks)} asks begin '{beginning}…'; begin some of them another way"
            yield found[-1].placed.finding("X15_beginnings", message, *found[-1].path, severity="warn")


def _beginning(ask: str, as_one: tuple[str, ...]) -> str:
    """Return the first two words; what the language writes apart and means as one counts as one."""
    words = lengths.words(ask.lower())
    return " ".join(words[: 3 if " ".join(words[:2]) in as_one else 2])


def _same_options(language: library.Language, most: int) -> Found:
    """X16: answers do not repeat from prompt to prompt, the gentle ways out aside."""
    linter = rules.Linter(language.rules.sheet)
    uses: dict[str, list[library.Placed]] = collections.defaultdict(list)
    for placed in language.prompts:
        for option in placed.entry.tap.options:
            uses[option.casefold()].append(placed)
    for option, places in uses.items():
        if len(places) > most and not linter.is_gentle_out(option):
            message = f"'{option}' is an answer of {len(places)} prompts, at most {most}; vary it"
            yield places[-1].finding("X16_options", message, "tap", "options", severity="warn")
