"""Checks what points at something else: arcs, feelings, places to turn to, and languages at each other."""

import collections
import datetime as dt
from collections.abc import Iterable, Iterator

from bot.content import findings, library, resources, schema

_COUNTED = ("by_track", "by_depth", "by_theme")

Found = Iterator[findings.Finding]


def check(held: library.Library) -> Found:
    """Yield every pointer to nothing, and every difference between languages that would be felt."""
    yield from _plan(held)
    yield from _resources(held)
    for language in held.languages.values():
        for name in _twice(rule.id for rule in language.rules.sheet.lint):
            yield language.rules.document.finding(
                ("lint",), "references", f"the rule {name} stands twice; keep one"
            )
        yield from _feelings(language.feelings)
        yield from _kinds(language.support)
        if language is not held.source:
            yield from _alike(held.source, language)


def _plan(held: library.Library) -> Found:
    """Arcs and inventory name known themes, and the inventory adds up."""
    document, whole = held.plan.document, held.plan.sheet
    known = {theme.id for theme in whole.themes}
    for index, theme in enumerate(whole.themes):
        key = f"button-theme-{theme.id.replace('_', '-')}"
        if key not in held.source.texts.messages:
            yield document.finding(("themes", index), "references", f"{theme.id}: no name; write {key} in ui.ftl")
    for index, arc in enumerate(whole.arcs):
        for name in set(arc.themes) - known:
            yield document.finding(("arcs", index, "themes"), "references", f"no theme {name}")
    for name in set(whole.every_week_min) - known:
        yield document.finding(("every_week_min",), "references", f"no theme {name}")
    if set(whole.inventory.by_theme) != known:
        yield document.finding(("inventory", "by_theme"), "references", "its themes are not those above")
    for table in _COUNTED:
        total = sum(getattr(whole.inventory, table).values())
        if total != whole.inventory.total:
            message = f"adds up to {total}, not {whole.inventory.total}"
            yield document.finding(("inventory", table), "references", message)


def _resources(held: library.Library) -> Found:
    """Nothing unverified is shown; everything shown has a source and a way to be reached."""
    document, sheet = held.resources.document, held.resources.sheet
    for index, country in enumerate(sheet.countries):
        for number, service in enumerate(country.services):
            for message in _service(service):
                path = ("countries", index, "services", number)
                yield document.finding(path, "resources", f"{country.iso} {service.name}: {message}")
    for iso in _twice(country.iso for country in sheet.countries):
        yield document.finding(("countries",), "resources", f"{iso} stands twice; keep one")
    for index, directory in enumerate(sheet.international):
        if directory.show and not directory.shown:
            message = f"{directory.name}: verify it to level A or B, or hide it"
            yield document.finding(("international", index), "resources", message)
    for language in set(sheet.suggested_country.values()) - {country.iso for country in sheet.countries}:
        yield document.finding(("suggested_country",), "resources", f"no country {language}")


def expired(held: library.Library, today: dt.date) -> Found:
    """Yield every shown line whose last check is too long ago on this day."""
    document, sheet = held.resources.document, held.resources.sheet
    for index, country in enumerate(sheet.countries):
        for number, service in enumerate(country.services):
            checked = service.checked or sheet.compiled
            if service.shown and (today - checked).days > sheet.recheck_after_days:
                path = ("countries", index, "services", number)
                message = (
                    f"{country.iso} {service.name}: checked {checked}; call or open it, then write today's date"
                )
                yield document.finding(path, "resources_expired", message, "warn")


def _service(service: resources.Service) -> Iterator[str]:
    if service.show and not service.shown:
        yield "verify it to level A or B, or set show: false"
    if service.verification != "U" and not service.sources:
        yield "a level needs a source; name it or set U"
    if not (service.phone or service.text or service.web or service.whatsapp):
        yield "give a phone, a text number or a site"


def _feelings(leaf: library.Leaf[schema.Feelings]) -> Found:
    """Feelings have ids of their own, families of eight, and the body points at words that exist."""
    document, sheet = leaf.document, leaf.sheet
    ids = [word.id for family in sheet.families for word in family.words]
    ids += [answer.id for answer in sheet.extra_answers]
    for name in _twice(ids):
        yield document.finding(("families",), "feelings", f"the id {name} is taken; choose another")
    for place_index, place in enumerate(sheet.body_first.places):
        for index, sensation in enumerate(place.sensations):
            path = ("body_first", "places", place_index, "sensations", index, "might_be")
            for name in set(sensation.might_be) - set(ids):
                yield document.finding(path, "feelings", f"no feeling {name}")
    for index, verdict in enumerate(sheet.looks_like_a_feeling):
        for name in set(verdict.try_) - set(ids):
            yield document.finding(("looks_like_a_feeling", index), "feelings", f"no feeling {name}")


def _kinds(leaf: library.Leaf[resources.Support]) -> Found:
    """Every kind of place has a heading in the language."""
    kinds = set(resources.KINDS)
    for name in kinds ^ set(leaf.sheet.kinds):
        yield leaf.document.finding(("kinds",), "references", f"{name}: one heading for each kind of place")


def _alike(source: library.Language, other: library.Language) -> Found:
    """Another language has the same prompts with as many answers, the same feelings and acknowledgements."""
    wanted = {placed.entry.id: placed.entry for placed in source.prompts}
    for placed in other.prompts:
        if placed.entry.id not in wanted:
            yield placed.finding("languages", "no such prompt in the source language; take it out")
        else:
            yield from _same(placed, wanted[placed.entry.id])
    for leaf, here, there in (
        (other.feelings, _feeling_ids(other), _feeling_ids(source)),
        (other.replies, _reply_ids(other), _reply_ids(source)),
        (other.rules, _rule_ids(other) & _rule_ids(source), _rule_ids(source)),
    ):
        for name in sorted(here ^ there):
            yield leaf.document.finding((), "languages", f"{name}: in one language and not in the other")


def _same(placed: library.Placed, source: schema.Translation) -> Found:
    """Yield where a prompt has other answers than in the source language, or the partner in other places."""
    here, there = _shape(placed.entry), _shape(source)
    for path, value in there.items():
        if here[path] != value:
            message = f"{value} in the source language, {here[path]} here; make them alike"
            yield placed.finding("languages", f"{' '.join(path)}: {message}", *path)


def _shape(entry: schema.Translation) -> dict[tuple[str, ...], str]:
    """Return what has to be alike in every language, by its place."""
    asks = {(size, "ask"): ask for size, ask in (("tap", entry.tap), ("line", entry.line), ("open", entry.open))}
    shape: dict[tuple[str, ...], str] = {
        path: f"{size.ask.count('{partner}')} times the partner" for path, size in asks.items()
    }
    shape["tap", "options"] = f"{len(entry.tap.options)} answers"
    shape["line", "starter"] = _held(entry.line.starter)
    shape[("share_frame",)] = _held(entry.share_frame)
    return shape


def _held(text: str | None) -> str:
    return "none" if text is None else f"one with {text.count('{partner}')} times the partner"


def _feeling_ids(language: library.Language) -> set[str]:
    feelings = language.feelings.sheet
    words = {word.id for family in feelings.families for word in family.words}
    places = {f"{place.id} {one.id}" for place in feelings.body_first.places for one in place.sensations}
    return words | places | {answer.id for answer in feelings.extra_answers} | {one.id for one in feelings.families}


def _rule_ids(language: library.Language) -> set[str]:
    """Return the rules of wording that no language may be without; a warning may be one language's own."""
    return {rule.id for rule in language.rules.sheet.lint if rule.severity == "error"}


def _reply_ids(language: library.Language) -> set[str]:
    return {one.id for one in language.replies.sheet.acknowledgements}


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, count in collections.Counter(names).items() if count > 1]
