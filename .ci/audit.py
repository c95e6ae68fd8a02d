"""Asks whether a weakness is known in any locked version, and says plainly where it could not look.

Fails on a known weakness, and where the look itself breaks; where the service cannot be reached, a line says so.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

LOCKS: Final = ("requirements.lock", "tools.lock", "bench.lock", "mutants.lock")
AWAY: Final = (
    "connect",
    "timed out",
    "timeout",
    "resolve",
    "proxy",
    "max retries",
)  # how a network says that it is
TOOL: Final = Path(sys.executable).with_name("pip-audit")
HOW: Final = (
    "--disable-pip",
    "--require-hashes",
    "--format",
    "json",
    "--progress-spinner",
    "off",
    "--timeout",
    "10",
)


def verdict(lock: str, answer: str, complaint: str = "") -> tuple[bool, list[str]]:
    """Return whether nothing is known to be weak, and what to say, from what pip-audit printed about one lock."""
    try:
        packages: list[dict[str, Any]] = json.loads(answer)["dependencies"]
    except (ValueError, KeyError):
        if not any(word in complaint.lower() for word in AWAY):
            return False, [
                f"{lock}: could not be read: {(complaint.splitlines() or ['pip-audit said nothing'])[-1]}"
            ]
        return True, [f"{lock}: could not look: the service that knows of weaknesses does not answer."]
    weak = [
        f"{lock}: {one['name']} {one['version']} has a known weakness: {hole['id']}"
        f" (mended in {', '.join(hole['fix_versions']) or 'no version yet'})."
        for one in packages
        for hole in one.get("vulns", ())
    ]
    unseen = [one["name"] for one in packages if "skip_reason" in one]
    looked = len(packages) - len(unseen)
    if not looked:
        return True, [f"{lock}: could not look at any of {len(packages)} packages: the service does not answer."]
    told = [f"{lock}: looked at {looked} of {len(packages)} packages, {len(weak)} weaknesses are known."]
    if unseen:
        told.append(f"{lock}: could not look at {', '.join(unseen)}: the service does not know them.")
    return not weak, [*weak, *told]


def asked(lock: str) -> tuple[str, str]:
    """Return what pip-audit answers about a lock, and what it complains of."""
    ran = subprocess.run(  # noqa: S603 - the tool beside this interpreter
        [TOOL, "--requirement", lock, *HOW], capture_output=True, text=True, check=False
    )
    return ran.stdout, ran.stderr


def main() -> int:
    """Return 1 where a locked version has a known weakness."""
    verdicts = [verdict(lock, *asked(lock)) for lock in LOCKS]
    print("\n".join(line for _, lines in verdicts for line in lines))
    return int(not all(well for well, _ in verdicts))


if __name__ == "__main__":
    sys.exit(main())
