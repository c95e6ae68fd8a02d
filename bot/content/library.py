"""Reads all of `content/` into typed sheets, or says everything that is wrong with it at once."""

import dataclasses
import pathlib
from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

import babel.localedata

from bot.content import findings, plan, resources, schema, sheet, sources, texts

SOURCE = "en"

AnySheet = TypeVar("AnySheet", bound=sheet.Sheet)
Anything = TypeVar("Anything")


@dataclasses.dataclass(frozen=True, slots=True)
class Leaf(Generic[AnySheet]):
    """One file: its typed sheet and where every value stands."""

    document: sources.Document
    sheet: AnySheet


@dataclasses.dataclass(frozen=True, slots=True)
class Placed:
    """One prompt in one language, with the place where it is written."""

    document: sources.Document
    path: sources.Path
    entry: schema.Translation

    def finding(
        self, rule: str, message: str, *path: str | int, severity: findings.Severity = "error"
    ) -> findings.Finding:
        """Return a finding about this prompt, pointing into it."""
        return self.document.finding((*self.path, *path), rule, f"{self.entry.id}: {message}", severity)


@dataclasses.dataclass(frozen=True, slots=True)
class Language:
    """Everything that is written in one language."""

    locale: str
    texts: texts.Texts
    rules: Leaf[schema.Rules]
    prompts: tuple[Placed, ...]
    feelings: Leaf[schema.Feelings]
    replies: Leaf[schema.Replies]
    support: Leaf[resources.Support]
    crisis: Leaf[schema.Crisis] | None


@dataclasses.dataclass(frozen=True, slots=True)
class Library:
    """All languages, and what needs none."""

    plan: Leaf[plan.Plan]
    resources: Leaf[resources.Resources]
    languages: Mapping[str, Language]

    @property
    def source(self) -> Language:
        """Return the language that all others follow."""
        return self.languages[SOURCE]

    def entries(self) -> Iterator[tuple[Placed, schema.Entry]]:
        """Yield every prompt and check-in of the source language with its place."""
        for placed in self.source.prompts:
            if isinstance(placed.entry, schema.Entry):
                yield placed, placed.entry


def read(root: pathlib.Path) -> Library:
    """Return everything in the folder; raises ContentError with every fault found."""
    reader = _Reader(root)
    whole = reader.leaf("plan.yaml", plan.Plan)
    places = reader.leaf("resources.yaml", resources.Resources, sources.RESOURCES_BYTES)
    languages = {locale: reader.language(locale) for locale in _locales(root)}
    if SOURCE not in languages:
        reader.faults.append(_sourceless())
    read_all = {locale: language for locale, language in languages.items() if language}
    if reader.faults or whole is None or places is None:
        raise findings.ContentError(reader.faults)
    return Library(whole, places, read_all)


class Languages(Mapping[str, Language]):
    """The languages of a folder, the source first; each other one is read and proved whenever it is asked for."""

    def __init__(self, root: pathlib.Path, prove: Callable[[Language, Language], None]) -> None:
        self._root = root
        self._prove = prove
        self._locales = tuple(_locales(root))
        self._source = self._sound(SOURCE)

    def __getitem__(self, locale: str) -> Language:
        if locale not in self._locales:
            raise KeyError(locale)
        return self._source if locale == SOURCE else self._sound(locale)

    def __iter__(self) -> Iterator[str]:
        return iter(self._locales)

    def __len__(self) -> int:
        return len(self._locales)

    def _sound(self, locale: str) -> Language:
        """Return a language that holds; raises ContentError with every fault found."""
        reader = _Reader(self._root)
        language = reader.language(locale)
        if language is None or reader.faults:
            raise findings.ContentError(reader.faults)
        self._prove(language if locale == SOURCE else self._source, language)
        return language


def begin(root: pathlib.Path, prove: Callable[[Language, Language], None]) -> Library:
    """Return the folder with the source language read, and the others still to come; raises ContentError."""
    reader = _Reader(root)
    whole = reader.leaf("plan.yaml", plan.Plan)
    places = reader.leaf("resources.yaml", resources.Resources, sources.RESOURCES_BYTES)
    if not (root / SOURCE).is_dir():
        reader.faults.append(_sourceless())
    if reader.faults or whole is None or places is None:
        raise findings.ContentError(reader.faults)
    languages = Languages(root, prove)
    return Library(whole, places, languages)


def light(language: Language) -> Language:
    """Return a language without its prompts, and without the places where everything is written."""

    def bare(leaf: Leaf[AnySheet]) -> Leaf[AnySheet]:
        return Leaf(sources.Document(leaf.document.file, None, {}), leaf.sheet)

    return dataclasses.replace(
        language,
        prompts=(),
        rules=bare(language.rules),
        feelings=bare(language.feelings),
        replies=bare(language.replies),
        support=bare(language.support),
        crisis=bare(language.crisis) if language.crisis else None,
    )


def _sourceless() -> findings.Finding:
    return findings.Finding(f"content/{SOURCE}", 1, "missing", "the source language")


def _locales(root: pathlib.Path) -> list[str]:
    """Return the languages that have a folder, the source language first."""
    folders = root.iterdir() if root.is_dir() else ()
    names = [path.name for path in folders if path.is_dir() and not path.name.startswith((".", "_"))]
    # The source language comes first: it is what an unknown language falls back to.
    return sorted(names, key=lambda name: (name != SOURCE, name))


class _Reader:
    """Reads file after file and keeps the faults, so that all of them are told together."""

    def __init__(self, root: pathlib.Path) -> None:
        self._root = root
        self.faults: list[findings.Finding] = []

    def leaf(self, name: str, model: type[AnySheet], limit: int = sources.FILE_BYTES) -> Leaf[AnySheet] | None:
        """Return the YAML file as `model`, or nothing after noting what is wrong."""

        def load() -> Leaf[AnySheet]:
            document = sources.read(self._root / name, f"content/{name}", limit)
            return Leaf(document, sheet.parse(document, model))

        return self._try(load)

    def language(self, locale: str) -> Language | None:
        """Return one language, or nothing after noting what is wrong."""
        if not babel.localedata.exists(locale.replace("-", "_")):
            message = "no language of this name is known; use a tag like 'de' or 'pt-BR'"
            self.faults.append(findings.Finding(f"content/{locale}", 1, "languages", message))
            return None
        messages = self._try(lambda: self._texts(locale))
        rules = self.leaf(f"{locale}/rules.yaml", schema.Rules)
        feelings = self.leaf(f"{locale}/feelings.yaml", schema.Feelings)
        replies = self.leaf(f"{locale}/replies.yaml", schema.Replies)
        support = self.leaf(f"{locale}/support.yaml", resources.Support)
        crisis = None
        if locale == SOURCE or (self._root / locale / "crisis.yaml").exists():
            crisis = self.leaf(f"{locale}/crisis.yaml", schema.Crisis)
        prompts = tuple(self._prompts(locale))
        if not (messages and rules and feelings and replies and support):
            return None
        return Language(locale, messages, rules, prompts, feelings, replies, support, crisis)

    def _texts(self, locale: str) -> texts.Texts:
        file = f"{locale}/ui.ftl"
        return texts.Texts(locale, f"content/{file}", sources.text(self._root / file, f"content/{file}"))

    def _prompts(self, locale: str) -> Iterator[Placed]:
        """Yield the check-ins and prompts of one language in the order of their files."""
        folder = self._root / locale / "prompts"
        original = locale == SOURCE
        checkins = schema.Checkins if original else schema.TranslatedCheckins
        yield from self._placed(f"{locale}/checkins.yaml", checkins, "checkins")
        prompts = schema.Prompts if original else schema.TranslatedPrompts
        for path in sorted(folder.glob("*.yaml")):
            yield from self._placed(f"{locale}/prompts/{path.name}", prompts, "prompts")

    def _placed(self, name: str, model: type[sheet.Sheet], field: str) -> Iterator[Placed]:
        leaf = self.leaf(name, model)
        if leaf:
            for index, entry in enumerate(getattr(leaf.sheet, field)):
                yield Placed(leaf.document, (field, index), entry)

    def _try(self, load: Callable[[], Anything]) -> Anything | None:
        try:
            return load()
        except findings.ContentError as error:
            self.faults.extend(error.findings)
            return None
