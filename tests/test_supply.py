"""What a look for known weaknesses in the locked versions says, and when it fails."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def audit() -> ModuleType:
    """Return the look that `make audit` takes."""
    spec = importlib.util.spec_from_file_location("audit", ROOT / ".ci" / "audit.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def answer(*packages: dict[str, object]) -> str:
    """Return pip-audit's own form of an answer."""
    return json.dumps({"dependencies": packages, "fixes": []})


SOUND: dict[str, object] = {"name": "sound", "version": "1", "vulns": []}
UNSEEN: dict[str, object] = {"name": "unseen", "skip_reason": "could not be audited"}
WEAK: dict[str, object] = {"name": "weak", "version": "2", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3"]}]}
HELPLESS: dict[str, object] = {"name": "weak", "version": "2", "vulns": [{"id": "PYSEC-2", "fix_versions": []}]}


@pytest.mark.parametrize(
    ("heard", "well", "words"),
    [
        (answer(UNSEEN), True, "could not look at any of 1 packages"),
        (answer(SOUND), True, "looked at 1 of 1 packages, 0 weaknesses"),
        (answer(SOUND, UNSEEN), True, "could not look at unseen"),
        (answer(SOUND, UNSEEN, WEAK), False, "weak 2 has a known weakness: PYSEC-1 (mended in 3)"),
        (answer(HELPLESS), False, "PYSEC-2 (mended in no version yet)"),
    ],
)
def test_only_a_known_weakness_fails(audit: ModuleType, heard: str, well: bool, words: str) -> None:  # noqa: FBT001
    """A known weakness fails; where nobody could be asked, that is said and nothing is claimed."""
    passed, lines = audit.verdict("some.lock", heard)
    assert passed is well
    assert any(words in line for line in lines)
    assert all(line.startswith("some.lock: ") for line in lines)
    assert well or "known weakness" in lines[0]
    assert heard != answer(UNSEEN) or len(lines) == 1


@pytest.mark.parametrize(
    ("complaint", "well", "words"),
    [
        ("ERROR: Max retries exceeded with url: could not connect", True, "could not look"),
        ("ERROR:pip_audit._cli:requirement garbage==1 does not contain a hash", False, "does not contain a hash"),
        ("", False, "pip-audit said nothing"),
    ],
)
def test_a_look_that_breaks_is_no_good_news(audit: ModuleType, complaint: str, well: bool, words: str) -> None:  # noqa: FBT001
    """A service that is away is said and passes; a lock that cannot be read fails, in the tool's own words."""
    passed, lines = audit.verdict("some.lock", "", complaint)
    assert passed is well
    assert words in lines[0]
