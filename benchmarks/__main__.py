"""Runs every benchmark, prints one table and writes the same as JSON."""

import asyncio
import json
import os
import pathlib
import platform
import sys

from benchmarks import measuring, replies, ticks, wires

os.environ.setdefault("PTB_TIMEDELTA", "true")
RESULTS = pathlib.Path("benchmarks") / "results.json"


async def main() -> None:
    """Run all benchmarks one after the other: side by side they would measure each other."""
    rows: list[measuring.Row] = []
    for benchmark in (wires.run, ticks.run, replies.run):
        for row in await benchmark():
            rows.append(row)
            sys.stdout.write(f"{row}\n")
            sys.stdout.flush()
    machine = f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores"
    found = {"machine": machine, "rows": [row.as_json() for row in rows]}
    RESULTS.write_text(json.dumps(found, indent=2) + "\n")
    sys.stdout.write(f"{machine}; written to {RESULTS}\n")


if __name__ == "__main__":
    asyncio.run(main())
