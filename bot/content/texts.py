"""The bot's own sentences: one Fluent file per language, in which nothing may be missing."""

import dataclasses
import functools
from collections.abc import Iterator, Mapping

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast, visitor

from bot.content import findings

FUNCTIONS = frozenset({"NUMBER", "DATETIME"})
_PLAIN = "plain-"


@dataclasses.dataclass(frozen=True, slots=True)
class Message:
    """One sentence of the bot: its syntax tree, its line, and every comment that speaks of it."""

    key: str
    line: int
    comment: str
    node: ast.Message


class Texts:
    """The messages of one language; raises ContentError instead of ever showing a broken sentence."""

    def __init__(self, locale: str, file: str, source: str) -> None:
        self.locale, self.file = locale, file
        resource = FluentResource(source)
        entries = list(_entries(resource.body, source))
        faults = [*_junk(resource.body, source, file), *_doubles(entries, file)]
        if faults:
            raise findings.ContentError(faults)
        self.messages: Mapping[str, Message] = {entry.key: entry for entry in entries}
        self._terms = {term.id.name: term for term in resource.body if isinstance(term, ast.Term)}
        self._bundle = FluentBundle([locale])
        self._bundle.add_resource(resource)
        self.variables = functools.lru_cache(maxsize=None)(self._variables)
        self.references = functools.lru_cache(maxsize=None)(self._references)
        self.choices = functools.lru_cache(maxsize=None)(self._choices)

    def render(self, key: str, arguments: Mapping[str, object]) -> str:
        """Return the sentence with its arguments, isolated against right-to-left names; raises ContentError."""
        if key not in self.messages:
            raise self.refusal(key, "no such text; add it to the file")
        pattern = self._bundle.get_message(key).value
        # A message of attributes alone parses well and has nothing to say.
        if pattern is None:
            raise self.refusal(key, "has no value; write one after the equals sign")
        value, errors = self._bundle.format_pattern(pattern, dict(arguments))
        if errors:
            faults = "; ".join(str(error) for error in errors)
            raise self.refusal(key, f"cannot be rendered ({faults}); give every variable it names")
        return str(value)

    def wishes(self) -> dict[str, set[str]]:
        """Return what each plain word stands for: the ends of the `plain-` keys under which it is listed."""
        found: dict[str, set[str]] = {}
        for key in self.messages:
            if key.startswith(_PLAIN):
                for word in self.render(key, {}).split(","):
                    found.setdefault(bare(word), set()).add(key.removeprefix(_PLAIN))
        return found

    def _variables(self, key: str) -> frozenset[str]:
        """Return the names of the variables that the text needs, also through the texts it refers to."""
        found = self.references(key)
        names = set(found.variables)
        for other in found.messages & self.messages.keys():
            names |= self.variables(other)
        return frozenset(names)

    def _references(self, key: str) -> "References":
        """Return what the text itself refers to."""
        found = References()
        found.visit(self.messages[key].node)
        return found

    def _choices(self, key: str) -> Mapping[str, set[str]]:
        """Return what each variable chooses between, also in the texts it refers to."""
        found = self.references(key)
        chosen = dict(found.choices)
        for other in found.messages & self.messages.keys():
            for name, keys in self.choices(other).items():
                chosen[name] = chosen.get(name, set()) | keys
        return chosen

    def missing_references(self, key: str) -> set[str]:
        """Return the messages, terms and functions that the text names and that do not exist."""
        found = self.references(key)
        terms = {f"-{name}" for name in found.terms - self._terms.keys()}
        return (found.messages - self.messages.keys()) | terms | (found.functions - FUNCTIONS)

    def refusal(self, key: str, message: str) -> findings.ContentError:
        """Return an error that points at the text `key`."""
        line = self.messages[key].line if key in self.messages else 1
        finding = findings.Finding(self.file, line, "text", f"{key}: {message}")
        return findings.ContentError([finding])


def bare(typed: str) -> str:
    """Return typed words without case, marks around them and double spaces, to compare them with plain words."""
    return " ".join(typed.casefold().strip(" \t\r\n.,;:!?\u2026\u00a1\u00bf'\"").split())


class References(visitor.Visitor):
    """Collects what a message refers to: variables, messages, terms, functions and choices."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.messages: set[str] = set()
        self.terms: set[str] = set()
        self.functions: set[str] = set()
        self.choices: dict[str, set[str]] = {}

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the visitor's own naming
        """Note a variable."""
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - the visitor's own naming
        """Note another message."""
        self.messages.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 - the visitor's own naming
        """Note a term; its arguments are literals."""
        self.terms.add(node.id.name)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802 - the visitor's own naming
        """Note a function and go on into its arguments."""
        self.functions.add(node.id.name)
        self.generic_visit(node)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802 - the visitor's own naming
        """Note the choices that hang on a variable and go on into each."""
        selected: object = node.selector
        if isinstance(selected, ast.FunctionReference) and selected.arguments.positional:
            selected = selected.arguments.positional[0]
        if isinstance(selected, ast.VariableReference):
            keys = {str(_key(variant)) for variant in node.variants}
            self.choices.setdefault(selected.id.name, set()).update(keys)
        self.generic_visit(node)


def _key(variant: ast.Variant) -> str:
    return variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value


def _line(node: ast.SyntaxNode, source: str) -> int:
    """Return the line on which a node begins: Fluent counts characters."""
    return source.count("\n", 0, node.span.start if node.span else 0) + 1


def _entries(body: list[ast.EntryType], source: str) -> Iterator[Message]:
    """Yield every message with its own comment, that of its group and that of the file."""
    whole = group = ""
    for entry in body:
        if isinstance(entry, ast.ResourceComment):
            whole += f"{entry.content}\n"
        elif isinstance(entry, ast.GroupComment):
            group = entry.content or ""
        elif isinstance(entry, ast.Message):
            own = entry.comment.content if entry.comment else ""
            yield Message(entry.id.name, _line(entry.id, source), f"{whole}\n{group}\n{own}", entry)


def _junk(body: list[ast.EntryType], source: str, file: str) -> Iterator[findings.Finding]:
    """Yield what the parser could not read, which the runtime would pass over in silence."""
    for entry in body:
        if isinstance(entry, ast.Junk):
            problem = entry.annotations[0].message if entry.annotations else "not Fluent"
            start = entry.annotations[0].span if entry.annotations else entry.span
            line = source.count("\n", 0, start.start if start else 0) + 1
            yield findings.Finding(file, line, "fluent", f"{problem}; mend the syntax here")


def _doubles(entries: list[Message], file: str) -> Iterator[findings.Finding]:
    """Yield the keys that stand twice: the runtime would keep the first and hide the second."""
    seen: set[str] = set()
    for entry in entries:
        if entry.key in seen:
            yield findings.Finding(file, entry.line, "fluent", f"{entry.key} stands twice; keep one")
        seen.add(entry.key)
