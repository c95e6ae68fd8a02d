"""Tells which rules of wording a text breaks."""

from collections.abc import Iterator

from bot.content import patterns, schema


class Linter:
    """The rules of one language, ready to be asked."""

    def __init__(self, sheet: schema.Rules) -> None:
        self._sheet = sheet
        self._partner = sheet.partner_reads_as

    def plain(self, text: str) -> str:
        """Return the text as the rules read it: the partner as words, quotes straight."""
        return patterns.straight(text.replace("{partner}", self._partner))

    def named(self, text: str) -> str:
        """Return the text as it reads with a name in the partner's place."""
        return patterns.straight(text.replace("{partner}", self._sheet.name_reads_as))

    def fires(self, rule: schema.LintRule, text: str) -> bool:
        """Return whether the text breaks the rule."""
        plain = self.plain(text)
        if rule.kind == "require":
            return not any(patterns.compiled(pattern).search(plain) for pattern in rule.match)
        return patterns.fires(plain, rule.match, rule.unless, case_sensitive=rule.case_sensitive)

    def broken(self, scope: schema.Scope, text: str) -> Iterator[schema.LintRule]:
        """Yield every rule for this kind of text that the text breaks."""
        for rule in self._sheet.lint:
            if scope in rule.applies_to and self.fires(rule, text):
                yield rule

    def is_gentle_out(self, option: str) -> bool:
        """Return whether an answer is a low or unsure one, which commits to nothing."""
        plain = self.plain(option)
        return any(patterns.compiled(pattern).search(plain) for pattern in self._sheet.gentle_out_words)
