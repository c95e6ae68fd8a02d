"""Two processes are attacked in the middle of a play, and nobody loses or doubles anything by it."""

from pathlib import Path

import pytest

from tests.chaos import kills, replicas, servers


@pytest.fixture
async def server() -> None:
    """Skip where no PostgreSQL answers."""
    if not await servers.is_there():
        pytest.skip("no PostgreSQL")


@pytest.mark.needs("postgres")
@pytest.mark.usefixtures("server")
async def test_attacks_break_nothing(tmp_path: Path) -> None:
    """After two attacks at moments of a seed, everything that was accepted is kept, and nothing came twice."""
    async with kills.fresh_database("yes") as database:
        assert database is not None
        troupe = replicas.Troupe(tmp_path, database, seed=5, pace=0.8)
        troupe.patience = 5.0  # the machine of a test run has other things to do
        troupe.lull = 1.0
        report = await troupe.perform(2, lengths=(0.5, 3.0))
    assert report.faults == []
    assert (report.kills, report.updates > 10) == (2, True)
