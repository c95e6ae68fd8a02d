"""Plants faults in a copy of the content, and says where each of them stands."""

import ast
import dataclasses
import json
import pathlib
import re
from collections.abc import Iterator

Place = tuple[str, int]  # file and line, as a finding names them

# Where the name of a rule stands among the arguments of what makes a finding.
_MAKERS = {"finding": (0, 1), "_at": (2,), "_refusal": (2,), "Finding": (2,)}


def built_in(folder: pathlib.Path) -> set[str]:
    """Return the names of all rules that stand in the code of the checks."""
    trees = (ast.parse(file.read_text("utf-8")) for file in folder.glob("*.py"))
    return {name for tree in trees for node in ast.walk(tree) for name in _named(node)}


def _named(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call):
        maker = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        words = [node.args[at] for at in _MAKERS.get(maker, ()) if at < len(node.args)]
    elif isinstance(node, ast.Yield | ast.Return) and isinstance(node.value, ast.Tuple):
        words = node.value.elts[:1]
    else:
        return
    found = [one.value for one in words if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    yield from found[:1]


@dataclasses.dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the content; every change keeps the lines of what stands before it."""

    root: pathlib.Path

    def swap(self, file: str, old: str, new: str, at: str = "") -> Place:
        """Put words in the place of others, and return their place, or that of `at`."""
        text = self._read(file)
        assert old in text, f"{old} is not in {file}"
        start = text.index(at or old)
        self._write(file, text.replace(old, new, 1))
        return self._place(file, text[:start])

    def line(self, file: str, words: str) -> Place:
        """Return the place of the first such words."""
        text = self._read(file)
        return self._place(file, text[: text.index(words)])

    def append(self, file: str, words: str, at: str = "") -> Place:
        """Add words at the end, and return their place, or that of `at` among them."""
        text = self._read(file)
        self._write(file, text + words)
        return self._place(file, text + words[: words.index(at)])

    def write(self, file: str, words: bytes, line: int = 1) -> Place:
        """Put words in the place of a whole file."""
        (self.root / file).write_bytes(words)
        return f"content/{file}", line

    def remove(self, file: str) -> Place:
        """Take a file away."""
        (self.root / file).unlink()
        return f"content/{file}", 1

    def prompt(self, file: str, name: str, **fields: object) -> Place:
        """Write fields of a prompt anew, each on its own line, and return the place of the last."""
        for field, value in fields.items():
            text = self._read(file)
            block = re.search(rf"^- id: {name}\n(?:(?!- id:).*\n?)*", text, re.MULTILINE)
            assert block, f"{name} is not in {file}"
            line = re.search(rf"^  {field}: .*$", block[0], re.MULTILINE)
            assert line, f"{name} has no {field}"
            start, end = block.start() + line.start(), block.start() + line.end()
            self._write(file, f"{text[:start]}  {field}: {json.dumps(value, ensure_ascii=False)}{text[end:]}")
            place = self._place(file, text[:start])
        return place

    def names(self, file: str) -> list[str]:
        """Return the prompts of a file, in their order."""
        return re.findall(r"^- id: (\w+)", self._read(file), re.MULTILINE)

    def _place(self, file: str, before: str) -> Place:
        return f"content/{file}", before.count("\n") + 1

    def _read(self, file: str) -> str:
        return (self.root / file).read_text("utf-8")

    def _write(self, file: str, text: str) -> None:
        (self.root / file).write_text(text, "utf-8")
