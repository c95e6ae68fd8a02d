"""Runs every benchmark, prints one table and writes it as JSON and, where asked, into docs/performance.md."""

import argparse
import asyncio
import json
import os
import pathlib
import platform
import sys
import tempfile
from collections.abc import AsyncIterator

from benchmarks import crowds, drains, measuring, peers, replies, wires

os.environ.setdefault("PTB_TIMEDELTA", "true")
RESULTS = pathlib.Path("benchmarks") / "results.json"
PAGE = pathlib.Path("docs") / "performance.md"
SIZES = "10000,100000"


async def main(chosen: argparse.Namespace) -> None:
    """Run all benchmarks one after the other: side by side they would measure each other."""
    rows: list[measuring.Row] = []
    async for row in _all(chosen):
        rows.append(row)
        sys.stdout.write(f"{row}\n")
        sys.stdout.flush()
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    machine = f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores, load {load}"
    RESULTS.write_text(json.dumps({"machine": machine, "rows": [row.as_json() for row in rows]}, indent=2) + "\n")
    if chosen.page:
        PAGE.write_text(measuring.page(machine, rows), encoding="utf-8")
    sys.stdout.write(f"{machine}; written to {RESULTS}\n")


async def _all(chosen: argparse.Namespace) -> AsyncIterator[measuring.Row]:
    sizes = [int(one) for one in chosen.people.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        kept = pathlib.Path(chosen.keep or folder)
        every = {"wires": wires.run, "peers": peers.run, "replies": replies.run, "drains": drains.run}
        every["crowds"] = lambda: crowds.run(sizes, kept, chosen.postgres)
        for name in chosen.only.split(",") if chosen.only else every:
            for row in await every[name]():
                yield row


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--people", default=SIZES, help=f"sizes of the database, rising ({SIZES}; up to 1000000)")
    parser.add_argument("--postgres", help="address of an empty PostgreSQL database for the largest size")
    parser.add_argument("--keep", help="a folder for the databases, so that the next run need not fill them")
    parser.add_argument("--only", help="some of wires, peers, replies, drains, crowds")
    parser.add_argument("--page", action="store_true", help=f"write the table into {PAGE}")
    return parser.parse_args()


if __name__ == "__main__":
    asyncio.run(main(_arguments()))
