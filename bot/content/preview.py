"""Writes one page that shows every word of the content as a phone would, for people who do not read YAML."""

import html
import itertools
import json
import pathlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import babel

from bot.content import interface, library, plan, schema, texts

_PAGE = pathlib.Path(__file__).with_name("page")
_COVERED = 3  # from this depth on only a cover line is pushed
_TENDER = 4
_LEANINGS = {"quiet": "Who goes quiet", "reach": "Who reaches out", "either": "Either"}
_SIZES = {"tap": "a tap", "line": "a line", "open": "a few lines"}
# Nothing is loaded from anywhere, and nothing could be.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"

Row = Mapping[str, str]  # what stands in each language, as HTML


def write(held: library.Library, folder: pathlib.Path) -> pathlib.Path:
    """Write the page into a folder, which is made where it is missing, and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "index.html"
    path.write_text(page(held), encoding="utf-8")
    return path


def page(held: library.Library) -> str:
    """Return the whole page: style, words and filters in one file that asks nobody for anything."""
    style, script = ((_PAGE / name).read_text(encoding="utf-8") for name in ("style.css", "page.js"))
    told = json.dumps(_told(held.plan.sheet), ensure_ascii=False).replace("</", "<\\/")
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Nearer: every word</title>\n<style>\n{style}</style>\n<body>\n"
        f"{_top(held)}{_bar(held)}<main>\n{''.join(_sections(held))}"
        '<p class="empty" hidden>Nothing is both here and in what you chose.</p>\n'
        '<p class="end">One tap is a full answer. Silence is free.</p>\n</main>\n'
        f'<script type="application/json" id="told">{told}</script>\n'
        f"<script>\n{script}</script>\n</body>\n</html>\n"
    )


def _told(whole: plan.Plan) -> dict[str, dict[str, tuple[str, str]]]:
    """Return title and note of every group, in the order in which they stand."""
    weeks = range(1, max(arc.weeks[1] for arc in whole.arcs) + 1)
    arcs = {week: arc for week in weeks for arc in whole.arcs if arc.weeks[0] <= week <= arc.weeks[1]}
    return {
        "theme": {theme.id: (_plain(theme.id), theme.seed) for theme in whole.themes},
        "week": {str(week): (f"From week {week}", f"{_plain(arc.id)}: {arc.note}") for week, arc in arcs.items()},
        "track": {track: (name, "") for track, name in _LEANINGS.items()},
        "depth": {str(depth): (f"Depth {depth}", what) for depth, what in whole.depths.items()},
    }


def _top(held: library.Library) -> str:
    names = ", ".join(_language(locale) for locale in held.languages)
    questions = sum(not entry.checkin for _, entry in held.entries())
    links = "".join(f'<a href="#{name}">{title}</a>' for name, title in _PARTS.items())
    return (
        '<header class="top"><h1>Every word of Nearer</h1>\n'
        f"<p>{questions} questions in three sizes, and everything else a person can read here, side by side in "
        f"{_text(names)}. Read them aloud, as each of the two people, on a bad day.</p>\n"
        f"<nav>{links}</nav></header>\n"
    )


def _bar(held: library.Library) -> str:
    """Return the filters, which stay in reach."""
    whole = held.plan.sheet
    weeks = {str(week): f"Week {week}" for week in range(1, max(arc.weeks[1] for arc in whole.arcs) + 1)}
    choices = (
        _choice("track", "Any leaning", _LEANINGS | {"either": "Whom it depends"}),
        _choice("theme", "Any theme", {theme.id: _plain(theme.id) for theme in whole.themes}),
        _choice("week", "Any week", weeks),
        _choice("depth", "Any depth", {str(depth): f"Depth {depth}" for depth in whole.depths}),
        _choice("size", "All three sizes", _SIZES),
    )
    groups = {"theme": "theme", "week": "week", "track": "leaning", "depth": "depth"}
    by = "".join(f'<option value="{key}">Sorted by {name}</option>' for key, name in groups.items())
    boxes = "".join(
        f'<label><input type="checkbox" value="{locale}" checked><span>{_text(locale)}</span></label>'
        for locale in held.languages
    )
    return (
        '<div class="bar"><div><input type="search" data-filter="words" placeholder="Find a word" '
        'aria-label="Find a word"><button class="toggle" type="button">Filters</button><div class="more">'
        f'{"".join(choices)}<select id="by" aria-label="Sorted by">{by}</select>'
        f'<fieldset aria-label="Languages">{boxes}</fieldset>'
        '<button id="clear" type="button">Clear</button><button id="look" type="button">Light or dark</button>'
        "</div><output></output></div></div>\n"
    )


def _choice(name: str, label: str, options: Mapping[str, str]) -> str:
    rows = "".join(f'<option value="{_text(value)}">{_text(title)}</option>' for value, title in options.items())
    return f'<select data-filter="{name}" aria-label="{label}"><option value="">{label}</option>{rows}</select>'


def _sections(held: library.Library) -> Iterator[str]:
    """Yield the parts of the page in their order."""
    placed = {locale: {one.entry.id: one.entry for one in each.prompts} for locale, each in held.languages.items()}
    for name in ("questions", "checkins"):
        entries = [entry for _, entry in held.entries() if entry.checkin is (name == "checkins")]
        items = "".join(_question(entry, name, placed, held) for entry in entries)
        yield _section(name, f'<div id="{name}-list">{items}</div>')
    makers: dict[str, Callable[[library.Library], Iterator[str]]] = {
        "answers": _acknowledgements,
        "warmths": _warmths,
        "coaching": _coaching,
        "feelings": _feelings,
        "sentences": _sentences,
    }
    for name, make in makers.items():
        yield _section(name, "".join(make(held)))


_PARTS = {
    "questions": "Questions",
    "checkins": "Check-ins",
    "answers": "One-tap answers",
    "warmths": "Warmths",
    "coaching": "The second look",
    "feelings": "Feelings",
    "sentences": "The bot's own sentences",
}
_ABOUT = {
    "questions": "One a day. Each has three sizes of the same question; the answers are there in every size.",
    "checkins": "On two days a week. These may come again.",
    "answers": "What a share can be received with. The button is exactly the words that are sent.",
    "warmths": "One line a day that wants no reply.",
    "coaching": "Shown to the author alone, before a reply leaves that may land hard. Nothing is blocked.",
    "feelings": "Ten families of eight words.",
    "sentences": "With an example of a name, a number or a time in each place that takes one.",
}


def _section(name: str, inside: str) -> str:
    return f'<section id="{name}"><h2>{_PARTS[name]}</h2><p class="about">{_ABOUT[name]}</p>\n{inside}</section>\n'


def _question(
    entry: schema.Entry, part: str, placed: Mapping[str, Mapping[str, schema.Translation]], held: library.Library
) -> str:
    """Return one question in all sizes and languages."""
    chat = {locale: _chat(each[entry.id], held.languages[locale]) for locale, each in placed.items()}
    dots = "●" * entry.depth + "<i>" + "●" * (5 - entry.depth) + "</i>"
    weeks = f"{entry.weeks[0]}-{entry.weeks[1]}"
    chips = [_LEANINGS[entry.track], f"weeks {entry.weeks[0]} to {entry.weeks[1]}", *_marks(entry)]
    head = (
        f'<header><b>{_plain(entry.theme)}</b><span class="depth" title="depth {entry.depth} of 5">{dots}</span>'
        f'{"".join(map(_chip, chips))}<span class="id">{entry.id}</span></header>'
    )
    data = {"list": part, "theme": entry.theme, "track": entry.track, "depth": str(entry.depth), "weeks": weeks}
    attributes = "".join(f' data-{key}="{value}"' for key, value in data.items())
    foot = f"<footer><q>{_text(entry.why)}</q> {_text(entry.source)}</footer>"
    return f'<article class="item"{attributes}>{head}{_columns(chat)}{foot}</article>\n'


def _marks(entry: schema.Entry) -> Iterator[str]:
    """Yield what else is to be known of a question."""
    if entry.depth >= _TENDER:
        yield "private"
    elif entry.share_default == "private":
        yield "private by default"
    if entry.depth >= _COVERED:
        yield "opened, never pushed" if entry.pull_only else "covered until a tap"
    if entry.mirror:
        yield "both meet it" if entry.mirror == entry.id else f"mirrors {entry.mirror}"


def _chip(words: str) -> str:
    tender = " tender" if words == "private" else ""
    return f'<span class="chip{tender}">{_text(words)}</span>'


def _chat(words: schema.Translation, language: library.Language) -> str:
    """Return the three sizes as they stand in a chat, and the line under which an answer is shared."""
    partner = language.rules.sheet.name_reads_as
    starter = f'<div class="bubble ghost">{_text(words.line.starter)}</div>' if words.line.starter else ""
    sizes = {"tap": "", "line": starter, "open": _frame(words.share_frame)}
    asks = {"tap": words.tap.ask, "line": words.line.ask, "open": words.open.ask}
    return "".join(
        f'<div class="size {size}"><em>{_SIZES[size]}</em>{_bubble(asks[size].replace("{partner}", partner))}'
        f"{_keys(words.tap.options) if size == 'tap' else below}</div>"
        for size, below in sizes.items()
    )


def _frame(frame: str | None) -> str:
    shared = _text(frame or "").replace("{answer}", "<i>…</i>")
    return f'<div class="bubble mine">{shared}</div>' if frame else ""


def _acknowledgements(held: library.Library) -> Iterator[str]:
    """Yield the one-tap answers by what they fit."""
    labels = {
        locale: {one.id: one.label for one in language.replies.sheet.acknowledgements}
        for locale, language in held.languages.items()
    }
    for one in held.source.replies.sheet.acknowledgements:
        chips = [_plain(fit) for fit in one.fits] + ["first under what was hard to say"] * one.hard_first
        row = {locale: _key(known[one.id]) for locale, known in labels.items() if one.id in known}
        yield _item(held, one.id, chips, row)


def _warmths(held: library.Library) -> Iterator[str]:
    """Yield the warmths, each language's own, side by side."""
    lines = {locale: language.replies.sheet.warmths for locale, language in held.languages.items()}
    for number, row in enumerate(itertools.zip_longest(*lines.values()), 1):
        said = {locale: _bubble(line) for locale, line in zip(lines, row, strict=True) if line}
        yield _item(held, f"warmth {number}", (), said)


def _coaching(held: library.Library) -> Iterator[str]:
    """Yield what may land hard, with the hint and the gentler way, in each language that has a coach."""
    coaches = {
        locale: {one.id: one for one in language.replies.sheet.coach.patterns}
        for locale, language in held.languages.items()
        if language.replies.sheet.coach
    }
    coach = held.source.replies.sheet.coach
    means = {one.id: one.means for one in coach.categories} if coach else {}
    for name in dict.fromkeys(name for patterns in coaches.values() for name in patterns):
        row = {locale: _advice(patterns[name]) for locale, patterns in coaches.items() if name in patterns}
        category = next(patterns[name].category for patterns in coaches.values() if name in patterns)
        yield _item(held, name, [_plain(category), means.get(category, "")], row)


def _advice(pattern: schema.ReplyPattern) -> str:
    typed = f'<div class="bubble mine">{_text(pattern.hits[0])}</div>' if pattern.hits else ""
    hint = _bubble(pattern.hint) if pattern.hint else ""
    return typed + hint + (_key(pattern.alternative) if pattern.alternative else "")


def _feelings(held: library.Library) -> Iterator[str]:
    """Yield the families with their words."""
    families = {
        locale: {one.id: one for one in language.feelings.sheet.families}
        for locale, language in held.languages.items()
    }
    for family in held.source.feelings.sheet.families:
        row = {
            locale: _bubble(f"{known[family.id].label}: {known[family.id].gloss}")
            + _keys([word.label for word in known[family.id].words])
            for locale, known in families.items()
            if family.id in known
        }
        yield _item(held, family.id, (), row)


def _sentences(held: library.Library) -> Iterator[str]:
    """Yield the bot's own sentences by journey, rendered with examples."""
    for scope in interface.SCOPES:
        keys = [key for key in held.source.texts.messages if key.startswith(f"{scope}-")]
        items = "".join(_sentence(held, key) for key in keys)
        if items:
            yield f'<div data-group="{scope}"><h3>{_plain(scope)}</h3>{items}</div>'


def _sentence(held: library.Library, key: str) -> str:
    row = {
        locale: _shown(key, _rendered(language, key))
        for locale, language in held.languages.items()
        if key in language.texts.messages
    }
    return _item(held, key, (), row)


def _rendered(language: library.Language, key: str) -> str:
    message: texts.Message = language.texts.messages[key]
    names = (language.rules.sheet.name_reads_as,)
    return language.texts.render(key, next(iter(interface.examples(language.texts, message, names))))


def _shown(key: str, words: str) -> str:
    """Return a sentence as it is met: a button, a short notice that goes by itself, or a message."""
    if key.startswith("toast-"):
        return f'<div class="toast">{_text(words)}</div>'
    return _key(words) if key.startswith("button-") else _bubble(words)


def _item(held: library.Library, name: str, chips: Iterable[str], row: Row) -> str:
    """Return a small row of the page: one thing in every language that has it."""
    row = {locale: row.get(locale, '<p class="none">not in this language</p>') for locale in held.languages}
    marks = "".join(_chip(chip) for chip in chips if chip)
    return (
        f'<article class="item small"><header>{marks}<span class="id">{_text(name)}</span></header>'
        f"{_columns(row)}</article>\n"
    )


def _columns(row: Row) -> str:
    columns = "".join(
        f'<div class="lang" lang="{locale}"><small>{_text(_language(locale))}</small>{inside}</div>'
        for locale, inside in row.items()
    )
    return f'<div class="langs">{columns}</div>'


def _bubble(words: str) -> str:
    return f'<div class="bubble" dir="auto">{_text(words)}</div>'


def _keys(labels: Sequence[str]) -> str:
    return f'<div class="keys">{"".join(f"<span>{_text(label)}</span>" for label in labels)}</div>'


def _key(label: str) -> str:
    return f'<div class="key" dir="auto">{_text(label)}</div>'


def _language(locale: str) -> str:
    """Return what a language calls itself."""
    name = str(babel.Locale.parse(locale, sep="-").get_display_name())
    return name[:1].upper() + name[1:]


def _plain(name: str) -> str:
    """Return a name of the plan as words."""
    return name.replace("_", " ").replace("-", " ").capitalize()


def _text(words: str) -> str:
    return html.escape(words)
