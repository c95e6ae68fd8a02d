"""Hands out prompts, words and places to turn to, in the language of the person who reads."""

import pathlib
import threading
from collections.abc import Iterator, Mapping
from typing import Self

from bot.content import findings, library, places, plan, schema, sheet, texts

ContentError = findings.ContentError
Acknowledgement = schema.Acknowledgement
SupportPage = places.SupportPage


class Prompt(sheet.Sheet):
    """One question or check-in, without its words; `private` means that sharing is not offered under it."""

    id: str
    track: sheet.Track
    theme: str
    depth: sheet.Depth
    weeks: sheet.Weeks
    pull_only: bool
    private: bool
    mirror: str | None
    playful: bool
    checkin: bool
    cover_line: str | None
    exclude_when: tuple[str, ...]

    @classmethod
    def of(cls, entry: schema.Entry) -> Self:
        """Return what holds of the entry in every language."""
        return cls(
            id=entry.id,
            track=entry.track,
            theme=entry.theme,
            depth=entry.depth,
            weeks=entry.weeks,
            pull_only=entry.pull_only,
            private=entry.share_default == "private",
            mirror=entry.mirror,
            playful=entry.playful,
            checkin=entry.checkin,
            cover_line=entry.cover_line,
            exclude_when=tuple(entry.exclude_when),
        )


class Words(sheet.Sheet):
    """The three sizes of one prompt in one language."""

    tap_ask: str
    options: tuple[str, ...]
    line_ask: str
    starter: str | None
    open_ask: str
    share_frame: str | None

    @classmethod
    def of(cls, entry: schema.Translation) -> Self:
        """Return the words of the entry."""
        return cls(
            tap_ask=entry.tap.ask,
            options=entry.tap.options,
            line_ask=entry.line.ask,
            starter=entry.line.starter,
            open_ask=entry.open.ask,
            share_frame=entry.share_frame,
        )


class Catalogue:
    """All content, sound and read once; every question about words ends here."""

    locales: tuple[str, ...]
    plan: plan.Plan
    prompts: Mapping[str, Prompt]

    def __init__(self, held: library.Library) -> None:
        self._held = held
        self.locales = tuple(held.languages)
        self.plan = held.plan.sheet
        self.prompts = {entry.id: Prompt.of(entry) for _, entry in held.entries()}
        self._words: dict[str, dict[str, Words]] = {}
        self._wishes: dict[str, dict[str, str]] = {}
        self._spoken: dict[str, library.Language] = {}
        self._learning = threading.Lock()
        self._learn(library.SOURCE)

    def learn(self) -> None:
        """Read the languages that were not asked for yet; raises ContentError where one is not sound."""
        for locale in self.locales:
            self._learn(locale)

    def _learn(self, locale: str) -> library.Language:
        """Have the words of a language at hand, and no more of its files than is asked for while working."""
        with self._learning:
            if locale not in self._spoken:
                language = self._held.languages[locale]
                self._words[locale] = {placed.entry.id: Words.of(placed.entry) for placed in language.prompts}
                self._wishes[locale] = {word: min(meanings) for word, meanings in language.texts.wishes().items()}
                self._spoken[locale] = library.light(language)
            return self._spoken[locale]

    def closest(self, locale: str) -> str:
        """Return the offered language nearest to a language tag, the source language where there is none."""
        wanted = locale.replace("_", "-").lower()
        offered = {name.lower(): name for name in self.locales}
        if wanted in offered:
            return offered[wanted]
        relatives = (name for name in self.locales if name.partition("-")[0] == wanted.partition("-")[0])
        return next(relatives, library.SOURCE)

    def words(self, locale: str, prompt_id: str) -> Words:
        """Return the three sizes of a prompt; raises KeyError for a prompt that does not exist."""
        spoken = self.closest(locale)
        self._learn(spoken)
        return self._words[spoken][prompt_id]

    def text(self, locale: str, key: str, /, **arguments: object) -> str:
        """Return one of the bot's own sentences; raises ContentError where key or variable is missing."""
        return self._language(locale).texts.render(key, arguments)

    def wish(self, locale: str, typed: str) -> str | None:
        """Return what a plain word means (`stop`, `pause`, `help`, `undo`, `forget`); None for all other words."""
        spoken = self.closest(locale)
        self._learn(spoken)
        return self._wishes[spoken].get(texts.bare(typed))

    def has(self, key: str) -> bool:
        """Return whether the bot has a sentence of this key."""
        return key in self._language(library.SOURCE).texts.messages

    def keys(self, locale: str) -> frozenset[str]:
        """Return the keys of all sentences in the language."""
        return frozenset(self._language(locale).texts.messages)

    def variables(self, locale: str, key: str) -> frozenset[str]:
        """Return the names of the variables that a sentence needs; raises KeyError without the sentence."""
        return self._language(locale).texts.variables(key)

    def acknowledgements(self, locale: str) -> tuple[Acknowledgement, ...]:
        """Return the one-tap answers to a share; each label is the very words that are sent."""
        return self._language(locale).replies.sheet.acknowledgements

    def warmths(self, locale: str) -> tuple[str, ...]:
        """Return the ready warmths; each is the very words that are sent."""
        return self._language(locale).replies.sheet.warmths

    def cover_lines(self, locale: str) -> tuple[str, ...]:
        """Return the neutral lines under which anything tender is pushed."""
        return self._language(locale).rules.sheet.cover_lines

    def cover_line(self, locale: str, prompt_id: str) -> str | None:
        """Return the prompt's own cover line in the language, where it names one."""
        line = self.prompts[prompt_id].cover_line
        if line is None:
            return None
        return self.cover_lines(locale)[self.cover_lines(library.SOURCE).index(line)]

    def feelings(self, locale: str) -> schema.Feelings:
        """Return the vocabulary of feelings and the way to it that begins in the body."""
        return self._language(locale).feelings.sheet

    def coaches(self, locale: str) -> tuple[schema.Coach, ...]:
        """Return the patterns for a second look, of this language first; none where it has none of its own."""
        found = [language.replies.sheet.coach for language in self._from(locale)]
        return tuple(one for one in found if one) if found[0] else ()

    def crises(self, locale: str) -> tuple[schema.Crisis, ...]:
        """Return the phrases that call for a card, of this language first; none where it has none of its own."""
        found = [language.crisis for language in self._from(locale)]
        return tuple(leaf.sheet for leaf in found if leaf) if found[0] else ()

    def support(self, locale: str, country_iso: str | None) -> SupportPage:
        """Return the verified places to turn to in a country; without one, the directories alone."""
        language = self._language(locale)
        known = self._held.resources.sheet
        return places.page(known, language.support.sheet, language.locale, country_iso)

    def countries(self, locale: str) -> tuple[tuple[str, str], ...]:
        """Return code and name of every country with at least one verified line, by name."""
        language = self._language(locale)
        return places.countries(self._held.resources.sheet, language.support.sheet, language.locale)

    def country_for_locale(self, locale: str) -> str | None:
        """Return a country to offer first, never one to assume."""
        return places.suggestion(self._held.resources.sheet, locale)

    def _from(self, locale: str) -> list[library.Language]:
        """Return all languages, this one first: two people may write to each other in none of their own."""
        own = self._language(locale)
        return [own, *(one for one in map(self._learn, self.locales) if one is not own)]

    def _language(self, locale: str) -> library.Language:
        return self._learn(self.closest(locale))


def load(root: pathlib.Path) -> Catalogue:
    """Read and check the shape of the content folder; raises ContentError with every fault found."""
    held = library.read(root)
    prove(held)
    words = Catalogue(held)
    words.learn()
    return words


def begin(root: pathlib.Path) -> Catalogue:
    """Read and check the source language; each other one is read when it is first asked for, or by `learn`."""
    return Catalogue(library.begin(root, _prove))


def prove(held: library.Library) -> None:
    """Raise ContentError where a lookup could fail later: an id that is taken, words that are missing."""
    faults = [
        *(fault for language in held.languages.values() for fault in _doubles(language)),
        *(fault for language in held.languages.values() for fault in _untranslated(held.source, language)),
    ]
    if faults:
        raise ContentError(faults)


def _prove(source: library.Language, language: library.Language) -> None:
    """Raise ContentError where a lookup in this language could fail later."""
    faults = [*_doubles(language), *_untranslated(source, language)]
    if faults:
        raise ContentError(faults)


def _doubles(language: library.Language) -> Iterator[findings.Finding]:
    """Yield the prompts whose id is taken, which a catalogue could only hide."""
    seen: set[str] = set()
    for placed in language.prompts:
        if placed.entry.id in seen:
            yield placed.finding("X01_required", "this id is taken; give it a free number")
        seen.add(placed.entry.id)


def _untranslated(source: library.Language, language: library.Language) -> Iterator[findings.Finding]:
    """Yield what a language lacks or has too much, so that no lookup can fail later."""
    missing = {placed.entry.id for placed in source.prompts} - {placed.entry.id for placed in language.prompts}
    rules = language.rules
    if missing:
        names = ", ".join(sorted(missing)[:9])
        yield rules.document.finding((), "languages", f"{len(missing)} prompts lack words: {names}")
    if len(rules.sheet.cover_lines) != len(source.rules.sheet.cover_lines):
        yield rules.document.finding(("cover_lines",), "languages", "not as many as in English")
