"""The papers say what is true: settings, commands, licence and changes."""

import re
import tomllib
from pathlib import Path

import pytest

from bot import settings

ROOT = Path(__file__).parents[1]
PATTERNS = ("*.md", "docs/**/*.md", "content/*.md")
PAPERS = sorted(f"{path.relative_to(ROOT)}" for pattern in PATTERNS for path in ROOT.glob(pattern))
FIELDS = settings.Settings.model_fields


def shown(default: object) -> str:
    """Return a default as somebody would write it into a file."""
    if default is None:
        return ""
    if isinstance(default, bool):
        return str(default).lower()
    return f"{default:g}" if isinstance(default, float) else str(default)


def targets() -> set[str]:
    """Return the targets that the Makefile explains."""
    return set(re.findall(r"^([a-z]+):.* ## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def test_the_example_names_every_setting_with_its_reason_and_default() -> None:
    """`.env.example` holds each setting once, after its one line of why, with its default commented out."""
    blocks = (ROOT / ".env.example").read_text("utf-8").strip().split("\n\n")[1:]
    expected = {
        f"# {field.description}\n{settings.variable(name)}="
        if field.is_required()
        else f"# {field.description}\n# {settings.variable(name)}={shown(field.default)}"
        for name, field in FIELDS.items()
    }
    assert sorted(blocks) == sorted(expected)


def test_the_example_asks_first_for_what_must_be_set() -> None:
    """The settings without a default come first, so that copying the file shows what to fill in."""
    lines = (ROOT / ".env.example").read_text("utf-8").splitlines()
    required = sum(field.is_required() for field in FIELDS.values())
    assert [line.startswith("NEARER_") for line in lines if "NEARER_" in line] == [True] * required + [False] * (
        len(FIELDS) - required
    )


def test_an_example_as_it_stands_names_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The example copied and not filled in gives one line for each setting that is missing, and no other."""
    (tmp_path / ".env").write_bytes((ROOT / ".env.example").read_bytes())
    monkeypatch.chdir(tmp_path)
    for field in FIELDS:
        monkeypatch.delenv(settings.variable(field), raising=False)
    with pytest.raises(settings.SettingsError) as caught:
        settings.load()
    assert len(caught.value.lines) == sum(field.is_required() for field in FIELDS.values())


@pytest.mark.parametrize("field", [pytest.param(field, id=name) for name, field in FIELDS.items()])
def test_every_setting_says_what_it_is_for_in_one_line(field: object) -> None:
    """Each setting has one sentence for its operator that fits a line."""
    description = str(getattr(field, "description", ""))
    assert description.endswith(".")
    assert "\n" not in description
    assert len(description) <= 120


def test_the_make_targets_people_rely_on_are_there() -> None:
    """The targets that papers and scripts name exist and are explained."""
    assert {"demo", "run", "test", "check", "lock"} <= targets()


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_names_only_targets_that_exist(paper: str) -> None:
    """No paper tells people to run a target that is not there."""
    named = set(re.findall(r"`make ([a-z]+)", (ROOT / paper).read_text("utf-8")))
    assert named <= targets()


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_names_only_settings_that_exist(paper: str) -> None:
    """No paper tells people to set what nothing reads."""
    named = set(re.findall(r"\bNEARER_[A-Z_]+", (ROOT / paper).read_text("utf-8")))
    assert named <= {settings.variable(name) for name in FIELDS} | {"NEARER_TEST_REQUIRE"}


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_links_only_to_files_that_exist(paper: str) -> None:
    """Every relative link of a paper leads to a file of this repository."""
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", (ROOT / paper).read_text("utf-8"))
    assert [link for link in links if not ((ROOT / paper).parent / link).exists()] == []


def test_changes_that_are_not_released_have_their_place() -> None:
    """The changelog begins with what is not released yet."""
    headings = re.findall(r"^## (.*)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert headings[0] == "[Unreleased]"


def test_the_licence_is_the_one_that_is_declared() -> None:
    """The licence that the package declares is the text beside it."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["license"]
    assert (ROOT / "LICENSE").read_text("utf-8").startswith(f"{declared} License")


@pytest.mark.parametrize("name", ["requirements.lock", "tools.lock", "bench.lock", "mutants.lock"])
def test_a_lock_holds_hashes_and_no_addresses(name: str) -> None:
    """Every locked version has a hash, and no line names a host or a folder."""
    lock = (ROOT / name).read_text("utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", lock.strip())
    assert [entry for entry in entries if "--hash=sha256:" not in entry or "==" not in entry] == []
    assert re.findall(r"https?:|file:/|--(?:extra-)?index-url|--find-links|(?<![a-z0-9)])/", lock) == []


def test_the_lock_covers_what_the_project_asks_for() -> None:
    """Each dependency, those of development and of building included, is in the lock."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = [
        *project["project"]["dependencies"],
        *(one for extra in project["project"]["optional-dependencies"].values() for one in extra),
        *project["build-system"]["requires"],
    ]
    names = {re.split(r"[\[<>=]", one)[0].lower().replace(".", "-").replace("_", "-") for one in asked}
    locked = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE))
    assert sorted(names - locked) == []


def test_the_tools_that_look_from_outside_are_locked() -> None:
    """Each tool of `tools.in` is in its lock."""
    asked = re.findall(r"^[a-z-]+", (ROOT / "tools.in").read_text("utf-8"), re.MULTILINE)
    locked = re.findall(r"^([a-z0-9-]+)==", (ROOT / "tools.lock").read_text("utf-8"), re.MULTILINE)
    assert sorted(set(asked) - set(locked)) == []
    assert len(asked) > 3
