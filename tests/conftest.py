"""Keeps every test on this machine, and turns skips that a run forbids into failures."""

import ipaddress
import os
import pathlib
import shutil
import sys
from collections.abc import Generator
from typing import Any

import pytest

MEMORY = pathlib.Path("/dev/shm")  # noqa: S108 - where it is roomy, databases of tests need not wait for a disk
ROOM = 1 << 28  # bytes; what a container gives is a quarter of it
REQUIRED = frozenset(filter(None, os.environ.get("NEARER_TEST_REQUIRE", "").split(",")))


def pytest_configure(config: pytest.Config) -> None:
    """Declare the one marker, and bar the way out before any test runs."""
    config.addinivalue_line("markers", "needs(part): skipped where `part` (postgres, browser) is absent")
    sys.addaudithook(_stay_here)
    if _is_roomy(MEMORY):
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let a skipped test fail where NEARER_TEST_REQUIRE names what it needs."""
    report = yield
    needed = {part for marker in item.iter_markers("needs") for part in marker.args}
    if report.skipped and needed & REQUIRED:
        report.outcome = "failed"
        report.longrepr = f"NEARER_TEST_REQUIRE: {item.nodeid} was skipped for want of {', '.join(sorted(needed))}"
    return report


def _is_roomy(folder: pathlib.Path) -> bool:
    """Return whether a folder can hold what the tests leave in it."""
    return folder.is_dir() and os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > ROOM


def _stay_here(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse every connection and every look-up of a name that leave the loopback."""
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        host = str(arguments[1][0])
        allowed = host == "localhost" or _is_here(host, elsewhere=False)
    elif event == "socket.getaddrinfo" and arguments[0]:
        host = arguments[0].decode() if isinstance(arguments[0], bytes) else str(arguments[0])
        allowed = host == "localhost" or _is_here(host, elsewhere=True)
    else:
        return
    if not allowed:
        raise RuntimeError(f"a test reached for {host}: tests stay on the loopback")


def _is_here(host: str, *, elsewhere: bool) -> bool:
    """Return whether a numeric address is this machine's loopback, or numeric at all with `elsewhere`."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return elsewhere or address.is_loopback or address.is_unspecified
