"""The bounds every test runs in: no way off this machine, and no skip that a run forbids."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def test_nothing_reaches_beyond_the_loopback() -> None:
    """A connection and a look-up that would leave this machine are refused before a packet goes out."""
    with socket.socket() as going, pytest.raises(RuntimeError, match="stay on the loopback"):
        going.connect(("192.0.2.1", 80))
    with pytest.raises(RuntimeError, match="stay on the loopback"):
        socket.getaddrinfo("example.org", 80)


@pytest.mark.parametrize(
    ("required", "code", "words"),
    [("", 0, "1 skipped"), ("browser", 0, "1 skipped"), ("postgres,browser", 1, "1 failed")],
)
def test_a_forbidden_skip_fails(tmp_path: Path, required: str, code: int, words: str) -> None:
    """A test skipped for want of what NEARER_TEST_REQUIRE names has failed; any other skip stays one."""
    (tmp_path / "conftest.py").write_bytes((HERE / "conftest.py").read_bytes())
    (tmp_path / "test_it.py").write_text(
        'import pytest\n\n@pytest.mark.needs("postgres")\ndef test_it():\n    pytest.skip("absent")\n',
        encoding="utf-8",
    )
    ran = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)],
        cwd=tmp_path,
        env={"NEARER_TEST_REQUIRE": required},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, words in ran.stdout) == (code, True)
