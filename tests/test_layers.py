"""The arrows: contracts hold them, and a test that breaks one proves that somebody would notice."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# Who may import what the contracts cannot name, because nobody imports it now: libraries and their homes.
HOMES = {
    "aiosqlite": "bot/store/",
    "asyncpg": "bot/store/",
    "cryptography": "bot/store/",
    "httpx": "nobody",
    "matplotlib": "bot/pictures.py",
    "pickle": "nobody",
    "rich": "bot/cli.py",
    "yarl": "bot/telegram/",
}
# What each of the inner layers may import beside the standard library.
INNER = {"domain": ("bot.domain",), "usecases": ("bot.chance", "bot.clock", "bot.domain", "bot.usecases")}


def imports(file: Path) -> Iterator[str]:
    """Yield the full name of every module that a file imports, by whatever form and wherever."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def root(name: str) -> str:
    """Return the library a name belongs to."""
    return name.partition(".")[0]


def is_allowed(name: str, ours: tuple[str, ...]) -> bool:
    """Return whether a name belongs to the standard library or to one of `ours`."""
    return root(name) in sys.stdlib_module_names or any(f"{name}.".startswith(f"{one}.") for one in ours)


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the contracts on a checkout."""
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache", "--no-logo"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - our tool


@pytest.mark.parametrize("layer", INNER)
def test_inner_layers_import_the_standard_library_alone(layer: str) -> None:
    """The domain and the use cases import nothing from outside: no library, no other part of ours."""
    files = sorted((ROOT / "bot" / layer).rglob("*.py"))
    foreign = [(file.name, name) for file in files for name in imports(file) if not is_allowed(name, INNER[layer])]
    assert files != []
    assert foreign == []


@pytest.mark.parametrize(("library", "home"), HOMES.items())
def test_a_library_has_one_home(library: str, home: str) -> None:
    """A library that no contract names is imported in its one home or not at all."""
    files = [file for file in sorted((ROOT / "bot").rglob("*.py")) if library in {*map(root, imports(file))}]
    assert [file for file in files if not str(file.relative_to(ROOT)).startswith(home)] == []


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Copy what the contracts read."""
    shutil.copytree(ROOT / "bot", tmp_path / "bot", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "line", "broken"),
    [
        ("domain/model.py", "import bot.clock", "domain knows none of the other parts"),
        ("domain/model.py", "import bot.usecases", "-> usecases -> domain"),
        ("usecases/ports.py", "import bot.store", "-> usecases -> domain"),
        ("usecases/ports.py", "import bot.content", "use cases know the domain"),
        ("clock.py", "import bot.domain", "import none of ours"),
        ("simulator/__init__.py", "import bot.chance", "the simulator imports none of ours"),
        ("web.py", "import sqlalchemy.orm", "only store imports the database libraries"),
        ("store/__init__.py", "import telegram", "only telegram imports telegram and aiohttp"),
        ("places.py", "import yaml", "only content imports fluent and yaml"),
    ],
)
def test_a_wrong_arrow_is_caught(checkout: Path, file: str, line: str, broken: str) -> None:
    """An import against the arrows, of our own or of a foreign library, breaks the contract that forbids it."""
    with (checkout / "bot" / file).open("a", encoding="utf-8") as source:
        source.write(f"\n{line}\n")
    ran = lint(checkout)
    verdicts = [text for text in ran.stdout.splitlines() if text.rstrip().endswith("BROKEN") and broken in text]
    assert (ran.returncode, len(verdicts)) == (1, 1)


def test_the_arrows_hold() -> None:
    """Every contract is kept by the code as it stands."""
    ran = lint(ROOT)
    assert (ran.returncode, ran.stdout if ran.returncode else "") == (0, "")
