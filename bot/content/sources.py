"""Reads one file of `content/` into plain values and remembers the line of each of them."""

import dataclasses
import pathlib
from collections.abc import Mapping

import yaml

from bot.content import findings

Value = str | int | float | bool | None | tuple["Value", ...] | dict[str | int, "Value"]
Path = tuple[str | int, ...]

FILE_BYTES = 256 * 1024
RESOURCES_BYTES = 1024 * 1024
DEPTH = 24  # our own files nest seven deep; a deeper one is a mistake or an attack on the recursion below

_NUMBERS: Mapping[str, type[int] | type[float]] = {
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": float,
}
_BOOLEANS = {"true": True, "false": False}


@dataclasses.dataclass(frozen=True, slots=True)
class Document:
    """The plain values of one file, with the line on which each begins."""

    file: str
    value: Value
    lines: Mapping[Path, int]

    def line(self, *path: str | int) -> int:
        """Return the line of the value at `path`, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def finding(
        self, path: Path, rule: str, message: str, severity: findings.Severity = "error"
    ) -> findings.Finding:
        """Return a finding that points at the line of `path`."""
        return findings.Finding(self.file, self.line(*path), rule, message, severity)


def text(path: pathlib.Path, file: str, limit: int = FILE_BYTES) -> str:
    """Return the UTF-8 text of a file of at most `limit` bytes; raises ContentError."""
    try:
        size = path.stat().st_size
        if size > limit:
            raise _refusal(file, 1, "size", f"{size} bytes; keep it under {limit} by splitting the file")
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise _refusal(file, line, "utf-8", "not UTF-8 text; save the file as UTF-8") from error
    except OSError as error:
        message = f"cannot be read ({error.strerror}); put the file in place"
        raise _refusal(file, 1, "missing", message) from error


def read(path: pathlib.Path, file: str, limit: int = FILE_BYTES) -> Document:
    """Return the values of one YAML file; raises ContentError with file, line and rule."""
    written = text(path, file, limit)
    try:
        _guard(written, file)
        node = yaml.compose(written, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise _broken(file, error) from error
    if node is None:
        raise _refusal(file, 1, "yaml", "the file is empty; write its content or remove it")
    lines: dict[Path, int] = {}
    return Document(file, _value(node, (), lines, file), lines)


def _guard(written: str, file: str) -> None:
    """Refuse aliases, nesting and second documents before anything recursive sees the text."""
    depth = documents = 0
    for event in yaml.parse(written, Loader=yaml.CSafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _refusal(file, line, "alias", "anchors and aliases are not allowed; write the value out")
        if getattr(event, "tag", None):
            raise _refusal(file, line, "type", "tags are not allowed; write the plain value")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        documents += isinstance(event, yaml.DocumentStartEvent)
        if depth > DEPTH:
            raise _refusal(file, line, "depth", f"nested deeper than {DEPTH}; flatten it")
        if documents > 1:
            raise _refusal(file, line, "yaml", "a second document begins here; keep one per file")


def _value(node: yaml.Node, path: Path, lines: dict[Path, int], file: str) -> Value:
    """Turn a node into plain values: sequences as tuples, nothing of a foreign type."""
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, lines, file)
    if isinstance(node, yaml.SequenceNode):
        return tuple(_value(item, (*path, index), lines, file) for index, item in enumerate(node.value))
    return _scalar(node, file)


def _mapping(node: yaml.MappingNode, path: Path, lines: dict[Path, int], file: str) -> Value:
    """Read a mapping and refuse a key that stands twice or is not a word or a number."""
    values: dict[str | int, Value] = {}
    for key_node, item in node.value:
        line = key_node.start_mark.line + 1
        key = _scalar(key_node, file) if isinstance(key_node, yaml.ScalarNode) else None
        if isinstance(key, bool) or not isinstance(key, str | int):
            raise _refusal(file, line, "key", "a key is a word or a whole number; put quotes around it")
        if key in values:
            raise _refusal(file, line, "key", f"'{key}' stands twice; keep one of them")
        values[key] = _value(item, (*path, key), lines, file)
        lines[(*path, key)] = line
    return values


def _scalar(node: yaml.Node, file: str) -> str | int | float | bool | None:
    """Read a scalar; a date, a time or a YAML 1.1 'yes' has to be quoted, so that nobody is surprised."""
    tag, written = node.tag, str(node.value)
    if tag == "tag:yaml.org,2002:str":
        return written
    if tag == "tag:yaml.org,2002:null":
        return None
    if tag == "tag:yaml.org,2002:bool" and written in _BOOLEANS:
        return _BOOLEANS[written]
    try:
        return _NUMBERS[tag](written)
    except (KeyError, ValueError) as error:
        line = node.start_mark.line + 1
        message = f"'{written[:40]}' is read as {tag.rsplit(':', 1)[-1]}; put quotes around it"
        raise _refusal(file, line, "type", message) from error


def _broken(file: str, error: yaml.YAMLError) -> findings.ContentError:
    """Turn PyYAML's complaint into a finding with its line."""
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    line = mark.line + 1 if mark else 1
    return _refusal(file, line, "yaml", f"broken YAML: {problem}; mend the syntax here")


def _refusal(file: str, line: int, rule: str, message: str) -> findings.ContentError:
    return findings.ContentError([findings.Finding(file, line, rule, message)])
