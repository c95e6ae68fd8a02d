"""The bot is killed in the middle of a play, and nobody loses or doubles anything by it."""

from pathlib import Path

from tests.chaos import kills


async def test_kills_break_nothing(tmp_path: Path) -> None:
    """After three kills at moments of a seed, everything that was accepted is kept, and nothing came twice."""
    show = kills.Show(tmp_path, f"sqlite+aiosqlite:///{tmp_path}/nearer.db", seed=7)
    show.patience = 5.0  # the machine of a test run has other things to do
    show.lull = 1.0
    report = await show.run(3, nights=0)
    assert report.faults == []
    assert (report.kills >= 3, report.updates > 10) == (True, True)
