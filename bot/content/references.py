"""Checks what points at something else: arcs, feelings, places to turn to, and languages at each other."""

import collections
from collections.abc import Iterable, Iterator

from bot.content import findings, library, resources, schema

_COUNTED = ("by_track", "by_depth", "by_theme")

Found = Iterator[findings.Finding]


def check(held: library.Library) -> Found:
    """Yield every pointer to nothing, and every difference between languages that would be felt."""
    yield from _plan(held)
    yield from _resources(held)
    for language in held.languages.values():
        yield from _feelings(language.feelings)
        yield from _kinds(language.support)
        if language is not held.source:
            yield from _alike(held.source, language)


def _plan(held: library.Library) -> Found:
    """Arcs and inventory name known themes, and the inventory adds up."""
    document, whole = held.plan.document, held.plan.sheet
    known = {theme.id for theme in whole.themes}
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
    options = {placed.entry.id: len(placed.entry.tap.options) for placed in source.prompts}
    for placed in other.prompts:
        wanted = options.get(placed.entry.id)
        if wanted is None:
            yield placed.finding("languages", "no such prompt in the source language; take it out")
        elif wanted != len(placed.entry.tap.options):
            yield placed.finding("languages", f"{wanted} answers in the source language", "tap", "options")
    for leaf, here, there in (
        (other.feelings, _feeling_ids(other), _feeling_ids(source)),
        (other.replies, _reply_ids(other), _reply_ids(source)),
    ):
        for name in sorted(here ^ there):
            yield leaf.document.finding((), "languages", f"{name}: in one language and not in the other")


def _feeling_ids(language: library.Language) -> set[str]:
    return {word.id for family in language.feelings.sheet.families for word in family.words}


def _reply_ids(language: library.Language) -> set[str]:
    return {one.id for one in language.replies.sheet.acknowledgements}


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, count in collections.Counter(names).items() if count > 1]
