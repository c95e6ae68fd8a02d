"""Says what is wrong with a content file: where, by which rule, and what to do."""

import dataclasses
from collections.abc import Iterable
from typing import Literal

Severity = Literal["error", "warn"]


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault in one line of one content file."""

    file: str
    line: int
    rule: str
    message: str
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.rule}: {self.message}"


class ContentError(Exception):
    """Content that cannot be used; its text is one line per finding."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(sorted(findings))
        super().__init__("\n".join(str(finding) for finding in self.findings))
