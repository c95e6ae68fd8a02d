"""Lets rules and patterns prove themselves on their own samples, and on each other's good lines."""

import re
from collections.abc import Iterable, Iterator

from bot.content import findings, library, patterns, rules, schema, sources

_QUOTED = re.compile(r"(^|[\s(])'(.+?)'(?=[\s,.;:)!?]|$)")
_UNSAFE = "unsafe"
_WARMTHS, _WARMTH_CHARS = 42, 40  # three a day for two weeks; a button shows the whole line

Found = Iterator[findings.Finding]
AnyPattern = schema.ReplyPattern | schema.CrisisPattern


def check(held: library.Library) -> Found:
    """Yield every sample that behaves otherwise than it says."""
    for language in held.languages.values():
        yield from _rules(language)
        yield from _acknowledgements(language)
        yield from _warmths(language)
        if language.replies.sheet.coach:
            yield from _coach(language, language.replies.sheet.coach)
        if language.crisis:
            yield from _crisis(language.crisis)


def _rules(language: library.Language) -> Found:
    """Every bad sample is caught; no good sample trips its own rule or another of its kind."""
    document, sheet = language.rules.document, language.rules.sheet
    linter = rules.Linter(sheet)
    for index, rule in enumerate(sheet.lint):
        path = ("lint", index)
        for bad in rule.bad:
            if not linter.fires(rule, bad):
                yield document.finding((*path, "bad"), rule.id, f"misses its bad sample '{bad}'; widen `match`")
        for good in rule.good:
            for other in _tripped(linter, sheet, rule, good):
                message = f"{other} fires on the good sample '{good}'; mend the sample or `unless`"
                yield document.finding((*path, "good"), rule.id, message)


def _tripped(linter: rules.Linter, sheet: schema.Rules, rule: schema.LintRule, good: str) -> Iterator[str]:
    for other in sheet.lint:
        related = other is rule or set(other.applies_to) & set(rule.applies_to)
        if other.severity == "error" and related and linter.fires(other, good):
            yield other.id


def _acknowledgements(language: library.Language) -> Found:
    """Yield acknowledgements that are long, said twice, ask for something, or trip a rule or the coach."""
    document, sheet = language.replies.document, language.replies.sheet
    linter, limit = rules.Linter(language.rules.sheet), language.rules.sheet.limits.acknowledgement_chars
    coach = sheet.coach.patterns if sheet.coach else ()
    seen: set[str] = set()
    for index, one in enumerate(sheet.acknowledgements):
        path = ("acknowledgements", index)
        if len(one.label) > limit:
            yield document.finding((*path, "label"), "X08_lengths", f"'{one.label}' is over {limit} characters")
        if one.label.casefold() in seen or one.id in seen or "?" in one.label:
            yield document.finding(path, "X03_option_count", f"'{one.label}': used twice, or asks for something")
        seen |= {one.label.casefold(), one.id}
        broken = [rule.id for rule in linter.broken("option", one.label) if rule.severity == "error"]
        for name in [*broken, *_firing(one.label, coach)]:
            yield document.finding((*path, "label"), name, f"'{one.label}' trips it; say it another way")


def _warmths(language: library.Language) -> Found:
    """Yield warmths that are few, long, said twice, ask for something, or trip a rule or the coach."""
    document, sheet = language.replies.document, language.replies.sheet
    linter, coach = rules.Linter(language.rules.sheet), sheet.coach.patterns if sheet.coach else ()
    if len(sheet.warmths) < _WARMTHS:
        yield document.finding(("warmths",), "X03_option_count", f"at least {_WARMTHS}; write more")
    for index, line in enumerate(sheet.warmths):
        path = ("warmths", index)
        if len(line) > _WARMTH_CHARS:
            yield document.finding(path, "X08_lengths", f"'{line}' is over {_WARMTH_CHARS} characters")
        if "?" in line or line in sheet.warmths[:index]:
            yield document.finding(path, "X03_option_count", f"'{line}': used twice, or asks for something")
        broken = [rule.id for rule in linter.broken("option", line) if rule.severity == "error"]
        for name in [*broken, *_firing(line, coach)]:
            yield document.finding(path, name, f"'{line}' trips it; say it another way")


def _coach(language: library.Language, coach: schema.Coach) -> Found:
    """Patterns hit and miss as they say; nothing gentle trips any of them."""
    document, linter = language.replies.document, rules.Linter(language.rules.sheet)
    where = ("coach", "patterns")
    yield from _samples(document, where, coach.patterns)
    names = {category.id for category in coach.categories}
    if set(coach.order) != names:
        yield document.finding(("coach", "order"), "references", "order and categories differ; name each once")
    for index, pattern in enumerate(coach.patterns):
        path = (*where, index)
        if pattern.category not in names:
            yield document.finding((*path, "category"), "references", f"no category {pattern.category}")
        for name, message in _advice(pattern, coach, linter, language.rules.sheet.limits.hint_chars):
            yield document.finding(path, name, f"{pattern.id}: {message}")
    for index, line in enumerate(coach.warm_samples):
        for name in _firing(line, coach.patterns):
            yield document.finding(("coach", "warm_samples", index), name, f"fires on the kind line '{line}'")


def _advice(
    pattern: schema.ReplyPattern, coach: schema.Coach, linter: rules.Linter, limit: int
) -> Iterator[tuple[str, str]]:
    """Yield hints that are long or break a rule, alternatives that sting, and any softer way for a threat."""
    if pattern.category == _UNSAFE:
        if pattern.hint or pattern.alternative:
            yield "safety", "an unsafe pattern has no hint and no softer way; take them out"
        return
    if not pattern.hint or not pattern.alternative:
        yield "X01_required", "give a hint and an alternative"
        return
    if len(pattern.hint) > limit:
        yield "X08_lengths", f"the hint has over {limit} characters"
    for rule in linter.broken("hint", _QUOTED.sub(r"\1", pattern.hint)):
        if rule.severity == "error":
            yield rule.id, f"{rule.say} Here: '{pattern.hint}'"
    for name in _firing(pattern.alternative, coach.patterns):
        yield name, f"fires on the alternative '{pattern.alternative}'"


def _crisis(leaf: library.Leaf[schema.Crisis]) -> Found:
    """Safety patterns hit and miss as they say, name a card, and leave everyday talk alone."""
    document, sheet = leaf.document, leaf.sheet
    yield from _samples(document, ("patterns",), sheet.patterns)
    for index, pattern in enumerate(sheet.patterns):
        if pattern.card not in sheet.cards:
            yield document.finding(("patterns", index, "card"), "references", f"no card {pattern.card}")
    for index, line in enumerate(sheet.everyday_samples):
        for name in _firing(line, sheet.patterns):
            yield document.finding(("everyday_samples", index), name, f"fires on the everyday line '{line}'")


def _samples(document: sources.Document, where: tuple[str, ...], found: Iterable[AnyPattern]) -> Found:
    """Every pattern hits its hits and misses its misses, and has an id of its own."""
    seen: set[str] = set()
    for index, pattern in enumerate(found):
        path: sources.Path = (*where, index)
        if pattern.id in seen:
            yield document.finding(path, "X01_required", f"the id {pattern.id} is taken")
        seen.add(pattern.id)
        for part in (*pattern.match, *pattern.unless):
            if not part.isascii() and patterns.plain(part) != part:
                yield document.finding(path, "accents", f"'{part}': words are read without accents; write it so")
        for line in pattern.hits:
            if not _fires(line, pattern):
                yield document.finding((*path, "hits"), pattern.id, f"misses its own hit '{line}'")
        for line in pattern.misses:
            if _fires(line, pattern):
                yield document.finding((*path, "misses"), pattern.id, f"hits its own miss '{line}'")


def _firing(line: str, found: Iterable[AnyPattern]) -> Iterator[str]:
    plain = patterns.plain(line)
    return (one.id for one in found if patterns.fires(plain, one.match, one.unless))


def _fires(line: str, pattern: AnyPattern) -> bool:
    return patterns.fires(patterns.plain(line), pattern.match, pattern.unless)
