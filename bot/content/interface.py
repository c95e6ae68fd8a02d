"""Checks the bot's own sentences: named, documented, rendered with difficult names, within Telegram's limits."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from bot.content import findings, lengths, library, rules, schema, texts

JOURNEYS = (
    "hello",
    "pairing",
    "prompting",
    "reflecting",
    "sharing",
    "receiving",
    "warmths",
    "delivering",
    "breathers",
    "for-me",
    "looking-back",
    "preferences",
    "support",
    "privacy",
    "everything-else",
)
# What is not said in one journey: marks on buttons, words people type, what Telegram shows of the bot.
KINDS = ("button", "toast", "refusal", "plain", "profile", "command", "picture", "demo")
SCOPES = (*JOURNEYS, *KINDS)
# Where a longer text is what the reader came for; everywhere else a screen keeps to few words.
ROOMY = ("support-", "looking-back-", "privacy-", "preferences-", "pairing-note", "button-", "toast-", "profile-")

HOSTILE = (
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 Zoë",
    "\u0645\u0631\u064a\u0645 \u202eabc",
    "<b>&amp;*_`[x](y)",
    "x" * 64,
)
TEXT_UNITS, TOAST_UNITS, BUTTON_CHARS = 4096, 200, 40
# What Telegram takes of a bot's profile and of a command's description.
ROOM = {
    "toast-": TOAST_UNITS,
    "profile-name": 64,
    "profile-short": 120,
    "profile-description": 512,
    "command-": 256,
}

_KEBAB = re.compile(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
_ISOLATES = dict.fromkeys(map(ord, "\u2068\u2069"))
_MOMENT = dt.datetime(2027, 12, 29, 19, 40, tzinfo=dt.UTC)
_NUMBERS = (0, 1, 2, 5, 21, 1000)
_PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})

Found = Iterator[findings.Finding]
Arguments = dict[str, object]


def check(held: library.Library) -> Found:
    """Yield what is wrong with the bot's own sentences in any language."""
    for language in held.languages.values():
        for message in language.texts.messages.values():
            yield from _message(language, message)
        yield from _allowances(language)
        yield from _wishes(language)
        if language is not held.source:
            yield from _alike(held.source.texts, language.texts)


def _message(language: library.Language, message: texts.Message) -> Found:
    """Yield what is wrong with one sentence."""
    if not _KEBAB.match(message.key) or not message.key.startswith(tuple(f"{scope}-" for scope in SCOPES)):
        yield _at(
            language, message, "ui_key", "a key is kebab-case and begins with its journey (see content/README.md)"
        )
    missing = language.texts.missing_references(message.key)
    if missing:
        yield _at(language, message, "ui_reference", f"names what does not exist: {', '.join(sorted(missing))}")
        return
    for name in sorted(language.texts.references(message.key).variables):
        if f"${name}" not in message.comment:
            text = f"${name} is not explained; add '# ${name} (String): what it is' above"
            yield _at(language, message, "ui_comment", text)
    try:
        yield from _rendered(language, message)
    except findings.ContentError as error:
        yield from error.findings


def _rendered(language: library.Language, message: texts.Message) -> Found:
    """Render the sentence with names of every kind and read what comes out."""
    name = language.rules.sheet.name_reads_as
    for arguments in examples(language.texts, message, HOSTILE):
        text = language.texts.render(message.key, arguments)
        yield from _limits(language, message, text)
        yield from _names(language, message, arguments, text)
    linter = rules.Linter(language.rules.sheet)
    seen: set[str] = set()
    for arguments in examples(language.texts, message, (name,)):
        text = language.texts.render(message.key, arguments).translate(_ISOLATES)
        for finding in _wording(language, message, text, linter):
            if finding.rule not in seen:
                yield finding
            seen.add(finding.rule)


def _limits(language: library.Language, message: texts.Message, text: str) -> Found:
    """Keep to Telegram's limits, which count UTF-16 units, even with the longest name."""
    units = len(text.encode("utf-16-le")) // 2
    limit = next((room for start, room in ROOM.items() if message.key.startswith(start)), TEXT_UNITS)
    if units > limit:
        yield _at(language, message, "ui_length", f"{units} units rendered, at most {limit}; shorten it")


def _names(language: library.Language, message: texts.Message, arguments: Arguments, text: str) -> Found:
    """Every name comes through as it is, whatever it is written in."""
    chosen = language.texts.choices(message.key)
    for variable in sorted(arguments.keys() - chosen.keys()):
        name = arguments[variable]
        if isinstance(name, str) and name not in text:
            yield _at(language, message, "ui_name", f"${variable} does not come through in every choice; show it")


def _wording(language: library.Language, message: texts.Message, text: str, linter: rules.Linter) -> Found:
    """Hold the sentence to the tone, and to the room it has."""
    if message.key.startswith("button-") and len(text) > BUTTON_CHARS:
        yield _at(language, message, "ui_length", f"a button of {len(text)} characters, at most {BUTTON_CHARS}")
    limit = language.rules.sheet.limits.screen_words
    if len(lengths.words(text)) > limit and not message.key.startswith(ROOMY):
        yield _at(language, message, "ui_words", f"over {limit} words on a screen; shorten it", "warn")
    allowed = {one.rule for one in language.rules.sheet.allowed if one.key == message.key}
    for rule in linter.broken("notice", text):
        if rule.id not in allowed:
            yield _at(language, message, rule.id, rule.say, rule.severity)


def examples(held: texts.Texts, message: texts.Message, names: tuple[str, ...]) -> Iterator[Arguments]:
    """Yield sets of arguments that reach every choice and put every name in every place."""
    values = {variable: _values(held, message, variable, names) for variable in sorted(held.variables(message.key))}
    usual: Arguments = {variable: options[0] for variable, options in values.items()}
    yield usual
    for variable, options in values.items():
        for option in options[1:]:
            yield {**usual, variable: option}


def _values(held: texts.Texts, message: texts.Message, variable: str, names: tuple[str, ...]) -> tuple[object, ...]:
    """Return what a variable may hold: by its comment a number, a moment or any words, and every choice."""
    documented = re.search(rf"\${variable} \((\w+)\)", message.comment)
    kind = documented.group(1) if documented else "String"
    if kind == "Number":
        return _NUMBERS
    if kind == "Date":
        return (_MOMENT,)
    return (*names, *sorted(held.choices(message.key).get(variable, ())))


def _allowances(language: library.Language) -> Found:
    """Tell an allowance that no longer allows anything."""
    linter, document = rules.Linter(language.rules.sheet), language.rules.document
    by_id = {rule.id: rule for rule in language.rules.sheet.lint}
    for index, one in enumerate(language.rules.sheet.allowed):
        message = language.texts.messages.get(one.key)
        if message is None or one.rule not in by_id:
            yield document.finding(("allowed", index), "ui_allowed", f"no text {one.key} or no rule {one.rule}")
        elif not _breaks(language, message, by_id[one.rule], linter):
            text = f"{one.key} keeps {one.rule} by now; take the allowance out"
            yield document.finding(("allowed", index), "ui_allowed", text, "warn")


def _wishes(language: library.Language) -> Found:
    """Tell a plain word that would mean two things."""
    try:
        wishes = language.texts.wishes()
    except findings.ContentError:
        return  # told already, where the text was rendered
    for word, meanings in wishes.items():
        if len(meanings) > 1:
            message = language.texts.messages[f"plain-{min(meanings)}"]
            text = f"'{word}' also stands under {', '.join(sorted(meanings)[1:])}; keep it once"
            yield _at(language, message, "ui_plain", text)


def _breaks(
    language: library.Language, message: texts.Message, rule: schema.LintRule, linter: rules.Linter
) -> bool:
    names = (language.rules.sheet.name_reads_as,)
    rendered = (
        language.texts.render(message.key, arguments).translate(_ISOLATES)
        for arguments in examples(language.texts, message, names)
    )
    return any(linter.fires(rule, text) for text in rendered)


def _alike(source: texts.Texts, other: texts.Texts) -> Found:
    """Another language has the same sentences with the same variables."""
    for key in sorted(source.messages.keys() - other.messages.keys()):
        yield findings.Finding(other.file, 1, "languages", f"{key} is missing; translate it")
    for key, message in other.messages.items():
        problem = _difference(source, other, key, source.messages)
        if problem:
            yield findings.Finding(other.file, message.line, "languages", f"{key}: {problem}")


def _difference(
    source: texts.Texts, other: texts.Texts, key: str, known: Mapping[str, texts.Message]
) -> str | None:
    if key not in known:
        return "no such text in the source language; take it out"
    names = source.variables(key) ^ other.variables(key)
    listed = ", ".join(f"${name}" for name in sorted(names))
    if names:
        return f"{listed} in one language and not in the other"
    differing = _choices(source, key) ^ _choices(other, key)
    listed = ", ".join(sorted(f"[{choice}] of ${name}" for name, choice in differing))
    return f"{listed} in one language and not in the other" if differing else None


def _choices(held: texts.Texts, key: str) -> set[tuple[str, str]]:
    """Return the choices of a text that every language has to make; how many kinds of plural there are differs."""
    return {
        (name, choice)
        for name, choices in held.choices(key).items()
        for choice in choices
        if choice not in _PLURALS
    }


def _at(
    language: library.Language,
    message: texts.Message,
    rule: str,
    text: str,
    severity: findings.Severity = "error",
) -> findings.Finding:
    return findings.Finding(language.texts.file, message.line, rule, f"{message.key}: {text}", severity)
