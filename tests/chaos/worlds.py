"""Names the worlds that are simulated, and simulates them: `python -m tests.chaos.worlds --help`."""

import argparse
import dataclasses
import multiprocessing
import sys
import zoneinfo
from collections.abc import Mapping
from typing import Any

from tests.chaos import simulation
from tests.chaos.simulation import Scenario

EVERYWHERE = tuple(sorted(zoneinfo.available_timezones() - {"localtime", "Factory"}))
_WILD = ("wild", "open", "steady", "fading")
_ROUGH: dict[str, Any] = {"crash": 600.0, "fault": 0.02, "full": 0.00005, "outages": 9.0}

# Every zone over both changes of the clocks, a whole year, first weeks, and clocks that are set wrong.
WORLDS: Mapping[str, Scenario] = {
    "fortnight": Scenario(seed=1, people=20, days=14, zones=EVERYWHERE, **_ROUGH),
    "beginnings": Scenario(seed=2, people=12, days=10, settled=False, natures=_WILD, **_ROUGH),
}


def play(name: str, seed: int | None = None) -> simulation.Report:
    """Simulate a world, under another seed where one is given; keep it where something was wrong."""
    chosen = WORLDS[name]
    report = simulation.perform(chosen if seed is None else dataclasses.replace(chosen, seed=seed))
    if report.faults:
        report.scenario.keep()
    return report


def main() -> int:
    """Simulate worlds on all cores and tell what they came to; 1 where anything was wrong."""
    wishes = argparse.ArgumentParser(description=__doc__)
    wishes.add_argument("worlds", nargs="*", default=[*WORLDS], help="by name; all where none is named")
    wishes.add_argument("--seed", type=int, default=None, help="instead of each world's own")
    wishes.add_argument("--seeds", type=int, default=1, help="how many, one after the other")
    wished = wishes.parse_args()
    first = wished.seed
    rounds = [None] if first is None else range(first, first + wished.seeds)
    wanted = [(name, seed) for seed in rounds for name in wished.worlds]
    broken = False
    with multiprocessing.get_context("fork").Pool(2, maxtasksperchild=4) as pool:
        for report in pool.starmap(play, wanted, chunksize=1):
            broken = broken or bool(report.faults)
            print(report, flush=True)  # noqa: T201 - the outcome is to be read
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
