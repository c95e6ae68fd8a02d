"""Checks one prompt at a time: its fields, its lengths, its answers and its wording."""

import re
from collections.abc import Iterator

from bot.content import findings, lengths, library, plan, rules, schema

_TRACKS = {"q": "quiet", "r": "reach", "e": "either", "c": "either"}
_ID = re.compile(r"^[qrec][0-9]{3}$")
_SOURCE = re.compile(r"^guide [1-9][0-9]*(\.[0-9]+)?( \[[0-9a-c, ]+\])?$")
_PLACEHOLDER = re.compile(r"\{[^}]*\}?")
_WRITTEN = re.compile(r"[\w'{}]+")
_LAST_WEEK = 14
_PRIVATE_FROM = 4
_TENDER_FROM = 4
_ROOT = 5
_CHECKIN_DEPTH = 2
_LONG_WORD = 10
_FEWEST, _MOST = 3, 5

Found = Iterator[findings.Finding]


def check(held: library.Library) -> Found:
    """Yield what is wrong with any single prompt, in any language."""
    depths = {entry.id: entry.depth for _, entry in held.entries()}
    root_themes = held.plan.sheet.inventory.depth5_themes_allowed
    for placed, entry in held.entries():
        yield from _fields(placed, entry, held.plan.sheet)
        yield from _cover(placed, entry, held.source.rules.sheet, root_themes)
        yield from _share(placed, entry)
    for language in held.languages.values():
        linter = rules.Linter(language.rules.sheet)
        for placed in language.prompts:
            depth = depths.get(placed.entry.id, 1)
            yield from _words(placed, language.rules.sheet, linter, depth)


def _words(placed: library.Placed, sheet: schema.Rules, linter: rules.Linter, depth: int) -> Found:
    """Yield what is wrong with the words of one prompt in one language."""
    asks = _asks(placed.entry)
    for size, ask in asks.items():
        yield from _ask(placed, size, ask, sheet.limits, linter)
    yield from _options(placed, sheet, linter)
    yield from _starter(placed, sheet.limits, linter)
    yield from _frame(placed, sheet.limits, linter)
    yield from _grade(placed, list(asks.values()), sheet, depth)


def _asks(entry: schema.Translation) -> dict[str, str]:
    return {"tap": entry.tap.ask, "line": entry.line.ask, "open": entry.open.ask}


def _fields(placed: library.Placed, entry: schema.Entry, whole: plan.Plan) -> Found:
    """X01, X02, X06: id, track, theme, weeks and source belong together."""
    themes = {theme.id: theme.tracks for theme in whole.themes}
    letter = entry.id[:1]
    if not _ID.match(entry.id):
        yield placed.finding("X01_required", "an id is q, r, e or c and three digits", "id")
    elif _TRACKS[letter] != entry.track:
        yield placed.finding("X02_enums", f"{letter} goes with track {_TRACKS[letter]}", "track")
    if entry.theme not in themes:
        yield placed.finding("X02_enums", f"no theme {entry.theme}; take one of content/plan.yaml", "theme")
    elif entry.track not in themes[entry.theme]:
        yield placed.finding("X02_enums", f"{entry.theme} is not asked of {entry.track}", "theme")
    first, last = entry.weeks
    if first < whole.week_floor[entry.depth] or not first <= last <= _LAST_WEEK:
        floor = whole.week_floor[entry.depth]
        message = f"depth {entry.depth} may come in weeks {floor} to {_LAST_WEEK}, first week first"
        yield placed.finding("X06_week_floor", message, "weeks")
    if not _SOURCE.match(entry.source):
        yield placed.finding("X01_required", "a source reads like 'guide 1.7 [18, 19]'", "source")


def _cover(placed: library.Placed, entry: schema.Entry, sheet: schema.Rules, root_themes: tuple[str, ...]) -> Found:
    """X05: what is deep stays private, is covered, and at the root is never pushed."""
    if entry.depth >= _PRIVATE_FROM and entry.share_default != "private":
        yield placed.finding("X05_deep_is_private", "depth 4 and 5 are private by default", "share_default")
    if entry.depth >= _PRIVATE_FROM and not entry.cover_line:
        yield placed.finding("X05_deep_is_private", "depth 4 and 5 name a cover line", "cover_line")
    if entry.depth == _ROOT and not (entry.pull_only and entry.theme in root_themes):
        yield placed.finding("X05_deep_is_private", "depth 5 is pull_only, and in few themes", "depth")
    if entry.cover_line and entry.cover_line not in sheet.cover_lines:
        yield placed.finding("X05_deep_is_private", "take a cover line of rules.yaml", "cover_line")


def _share(placed: library.Placed, entry: schema.Entry) -> Found:
    """X01: what may be shared has a frame; a check-in is light and open to anyone."""
    if entry.share_default == "ask" and not entry.share_frame:
        yield placed.finding("X01_required", "offering to share takes a share_frame", "share_default")
    if entry.checkin and (entry.depth > _CHECKIN_DEPTH or entry.pull_only or entry.mirror):
        yield placed.finding("X02_enums", "a check-in has depth 1 or 2, is pushed and mirrors nothing")


def _ask(placed: library.Placed, size: str, ask: str, limits: schema.Limits, linter: rules.Linter) -> Found:
    """X07, X08, X11 and the lint: one short question, in plain words."""
    for rule, message in (*_count(ask, limits), *_measure(ask, limits, linter), *_fill(ask)):
        yield placed.finding(rule, f"{message}: '{ask}'", size, "ask")
    yield from _lint(placed, linter, "ask", ask, size, "ask")


def _count(ask: str, limits: schema.Limits) -> Iterator[tuple[str, str]]:
    """X07: how many questions, sentences, exclamations and pictures an ask has."""
    parts = lengths.sentences(ask)
    if ask.count("?") > limits.questions_per_ask or len(parts) > limits.sentences_per_ask:
        yield "X07_one_question", "ask one thing, in few sentences"
    if ask.count("!") > limits.exclamations_per_ask:
        yield "X07_one_question", "take the exclamation mark out"
    if lengths.emoji(ask) > limits.emoji_per_ask:
        yield "X07_one_question", "one picture at most"


def _measure(ask: str, limits: schema.Limits, linter: rules.Linter) -> Iterator[tuple[str, str]]:
    """X08, X09: how long an ask, its sentences and its words are."""
    if len(ask) > limits.ask_chars:
        yield "X08_lengths", f"{len(ask)} characters, at most {limits.ask_chars}; shorten it"
    longest = max((len(_WRITTEN.findall(part)) for part in lengths.sentences(ask)), default=0)
    if longest > limits.words_per_sentence:
        yield "X08_lengths", f"a sentence of {longest} words, at most {limits.words_per_sentence}; split it"
    named = linter.named(ask)
    mean = lengths.letters_per_word(named)
    if limits.letters_per_word_max is not None and mean > limits.letters_per_word_max:
        yield "X09_reading", f"{mean:.1f} letters a word, at most {limits.letters_per_word_max}; use short words"
    long_words = [word for word in lengths.words(named) if len(word) >= _LONG_WORD]
    if limits.long_words_per_ask_max is not None and len(long_words) > limits.long_words_per_ask_max:
        yield "X09_reading", f"long words ({', '.join(long_words)}); use shorter ones"


def _fill(ask: str) -> Iterator[tuple[str, str]]:
    """X11: an ask names the partner once at most, and nothing else in braces."""
    found = _PLACEHOLDER.findall(ask)
    if set(found) - {"{partner}"} or len(found) > 1:
        yield "X11_placeholders", "only {partner}, and only once"


def _options(placed: library.Placed, sheet: schema.Rules, linter: rules.Linter) -> Found:
    """X03, X04, X08: three to five different answers, short, one of them a gentle way out."""
    options = placed.entry.tap.options
    if not _FEWEST <= len(options) <= _MOST or len({one.casefold() for one in options}) != len(options):
        yield placed.finding("X03_option_count", "three to five different answers", "tap", "options")
    if not any(linter.is_gentle_out(option) for option in options):
        message = "one answer is low or unsure (gentle_out_words in rules.yaml)"
        yield placed.finding("X04_gentle_out", message, "tap", "options")
    for index, option in enumerate(options):
        for rule, message in _option(option, sheet):
            yield placed.finding(rule, f"{message}: '{option}'", "tap", "options", index)
        yield from _lint(placed, linter, "option", option, "tap", "options", index)


def _option(option: str, sheet: schema.Rules) -> Iterator[tuple[str, str]]:
    if len(option) > sheet.limits.option_chars:
        yield "X08_lengths", f"{len(option)} characters, at most {sheet.limits.option_chars}; shorten it"
    # The bot adds these under every prompt; a second one would look like a mistake.
    if option in sheet.added_by_the_bot:
        yield "X03_option_count", "the bot adds this one itself; take it out"
    if lengths.emoji(option) > sheet.limits.emoji_per_option or "{" in option:
        yield "X11_placeholders", "no placeholder and one picture at most"


def _starter(placed: library.Placed, limits: schema.Limits, linter: rules.Linter) -> Found:
    """X08 and the lint for a beginning to borrow."""
    starter = placed.entry.line.starter
    if starter is None:
        return
    if len(starter) > limits.starter_chars or _PLACEHOLDER.search(starter.replace("{partner}", "")):
        message = f"at most {limits.starter_chars} characters and no placeholder but {{partner}}"
        yield placed.finding("X08_lengths", message, "line", "starter")
    yield from _lint(placed, linter, "starter", starter, "line", "starter")


def _frame(placed: library.Placed, limits: schema.Limits, linter: rules.Linter) -> Found:
    """X08, X11 and the lint for the line under which an answer is shared."""
    frame = placed.entry.share_frame
    if frame is None:
        return
    if _PLACEHOLDER.findall(frame) != ["{answer}"]:
        yield placed.finding("X11_placeholders", "exactly one {answer} and nothing else", "share_frame")
    if len(frame) > limits.share_frame_chars:
        message = f"{len(frame)} characters, at most {limits.share_frame_chars}"
        yield placed.finding("X08_lengths", message, "share_frame")
    yield from _lint(placed, linter, "share_frame", frame, "share_frame")


def _grade(placed: library.Placed, asks: list[str], sheet: schema.Rules, depth: int) -> Found:
    """X09: the three asks together are easy to read, by the grade or the formula of their language."""
    joined = " ".join(ask if ask[-1] in ".?!:" else f"{ask}." for ask in asks)
    joined = joined.replace("{partner}", sheet.name_reads_as)
    limit = sheet.limits.reading_grade_max_tender if depth >= _TENDER_FROM else sheet.limits.reading_grade_max
    if limit is not None and (grade := lengths.grade(joined)) > limit:
        yield placed.finding("X09_reading", f"reading grade {grade:.1f}, at most {limit}; use shorter words")
    known = sheet.limits.reading_ease
    if known is None:
        return
    ease = lengths.ease(joined, known.vowels, known.whole, known.per_sentence, known.per_syllable)
    if ease < known.min:
        yield placed.finding("X09_reading", f"reading ease {ease:.0f}, at least {known.min:.0f}; use shorter words")


def _lint(placed: library.Placed, linter: rules.Linter, scope: schema.Scope, text: str, *path: str | int) -> Found:
    for rule in linter.broken(scope, text):
        yield placed.finding(rule.id, f"{rule.say} Here: '{text}'", *path, severity=rule.severity)
