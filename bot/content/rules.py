"""Tells which rules of wording a text breaks."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from typing import get_args

from bot.content import patterns, schema


@dataclasses.dataclass(frozen=True, slots=True)
class _Ready:
    """One rule with its expressions compiled."""

    rule: schema.LintRule
    match: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]

    def fires(self, plain: str) -> bool:
        """Return whether the rule fires on a text that is plain already."""
        for pattern in self.match:
            if pattern.search(plain):
                return self.rule.kind == "forbid" and not any(one.search(plain) for one in self.unless)
        return self.rule.kind == "require"


class Linter:
    """The rules of one language, ready to be asked."""

    def __init__(self, sheet: schema.Rules) -> None:
        self._sheet = sheet
        self._partner = sheet.partner_reads_as
        # A few hundred thousand questions are asked of these in one check, so nothing is looked up twice.
        ready = [_ready(rule) for rule in sheet.lint]
        self._known = {id(one.rule): one for one in ready}
        self._of: Mapping[str, tuple[_Ready, ...]] = {
            scope: tuple(one for one in ready if scope in one.rule.applies_to) for scope in get_args(schema.Scope)
        }
        self._gentle = tuple(patterns.compiled(pattern) for pattern in sheet.gentle_out_words)

    def plain(self, text: str) -> str:
        """Return the text as the rules read it: the partner as words, quotes straight."""
        return patterns.straight(text.replace("{partner}", self._partner))

    def named(self, text: str) -> str:
        """Return the text as it reads with a name in the partner's place."""
        return patterns.straight(text.replace("{partner}", self._sheet.name_reads_as))

    def fires(self, rule: schema.LintRule, text: str) -> bool:
        """Return whether the text breaks the rule."""
        return (self._known.get(id(rule)) or _ready(rule)).fires(self.plain(text))

    def broken(self, scope: schema.Scope, text: str) -> Iterator[schema.LintRule]:
        """Yield every rule for this kind of text that the text breaks."""
        plain = self.plain(text)
        return (one.rule for one in self._of[scope] if one.fires(plain))

    def is_gentle_out(self, option: str) -> bool:
        """Return whether an answer is a low or unsure one, which commits to nothing."""
        plain = self.plain(option)
        return any(pattern.search(plain) for pattern in self._gentle)


def _ready(rule: schema.LintRule) -> _Ready:
    return _Ready(
        rule,
        tuple(patterns.compiled(pattern, case_sensitive=rule.case_sensitive) for pattern in rule.match),
        tuple(patterns.compiled(pattern) for pattern in rule.unless),
    )
