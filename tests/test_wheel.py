"""The wheel: what people install works alone, with its content, in another folder than this one."""

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*words: str | Path, cwd: Path) -> str:
    """Run a command and return what it wrote; a failing one fails the test with it."""
    ran = subprocess.run(  # noqa: S603 - our own tools
        [str(word) for word in words],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin"},
    )
    assert (ran.returncode, ran.stderr if ran.returncode else "") == (0, "")
    return ran.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel once, with the build back-end that is installed here."""
    made = tmp_path_factory.mktemp("made")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", made, ROOT, cwd=made)
    (built,) = made.glob("nearer-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a fresh environment that borrows this one's libraries, but not its copy of the bot."""
    home = tmp_path_factory.mktemp("elsewhere")
    venv.create(home / "venv", with_pip=False)
    python = home / "venv" / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=home)
    site = next((home / "venv").glob("lib/python*/site-packages"))
    # A .pth entry adds the folder of the libraries alone: editable installs named in there are not followed.
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return home


def test_the_wheel_carries_the_content_and_no_tests(wheel: Path) -> None:
    """Every file of `content/` is in the wheel below `bot/_content`, and nothing but the bot is there."""
    names = set(zipfile.ZipFile(wheel).namelist())
    content = ROOT / "content"
    expected = {f"bot/_content/{path.relative_to(content)}" for path in content.rglob("*") if path.is_file()}
    assert sorted(expected - names) == []
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"bot", "nearer"}


def test_the_wheel_carries_the_page_and_the_migrations(wheel: Path) -> None:
    """What is read as a file at run time is in the wheel as well."""
    names = set(zipfile.ZipFile(wheel).namelist())
    folders = (ROOT / "bot" / "simulator" / "page", ROOT / "bot" / "store" / "migrations")
    paths = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    expected = {str(path.relative_to(ROOT)) for path in paths if "__pycache__" not in path.parts}
    assert expected != set()
    assert sorted(expected - names) == []


def test_the_installed_bot_is_the_wheel_s(installed: Path) -> None:
    """Elsewhere the bot that is imported is the one that was installed there."""
    place = run(installed / "venv" / "bin" / "python", "-c", "import bot; print(bot.__file__)", cwd=installed)
    assert place.startswith(str(installed))


def test_the_installed_command_checks_its_content(installed: Path) -> None:
    """`nearer content check` finds its content in the wheel, from a folder without any."""
    assert run(installed / "venv" / "bin" / "nearer", "content", "check", cwd=installed) != ""
