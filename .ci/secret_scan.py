"""Finds what looks like a secret in these files and is not among the harmless ones of `.secrets.baseline`.

`--keep` writes that file anew: read what is new in it before it is committed.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

from detect_secrets import SecretsCollection
from detect_secrets.core import baseline
from detect_secrets.core.plugins.util import get_mapping_from_secret_type_to_class
from detect_secrets.plugins.base import RegexBasedDetector
from detect_secrets.settings import default_settings

KNOWN: Final = Path(".secrets.baseline")
# Pictures, and files that consist of hashes.
PASSED_OVER: Final = re.compile(r"\.png$|^\.lock$|^\.secrets\.baseline$")
VERIFYING: Final = "detect_secrets.filters.common.is_ignored_due_to_verification_policies"


class NearerSettingDetector(RegexBasedDetector):
    """Finds a key, token or password behind the name of its setting, in a file of any kind."""

    secret_type = "Nearer setting"  # noqa: S105 - its name; pragma: allowlist secret
    denylist = (
        re.compile(
            r"NEARER_(?:SECRET_KEYS|BOT_TOKEN|WEBHOOK_SECRET|POSTGRES_PASSWORD)"
            r"[\"']?\s{0,2}[=:,]\s{0,2}[\"']?([\w:-]{16,})"
        ),
    )


def files() -> list[str]:
    """Return the files that git knows, staged ones included."""
    listed = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=True)  # noqa: S607 - whichever
    return [name for name in listed.stdout.splitlines() if not PASSED_OVER.search(name) and Path(name).is_file()]


def found() -> SecretsCollection:
    """Return everything in these files that looks like a secret; nothing is asked of anybody else's server."""
    secrets = SecretsCollection()
    with default_settings() as settings:
        settings.plugins[NearerSettingDetector.__name__] = {"path": f"file://{Path(__file__)}"}
        get_mapping_from_secret_type_to_class.cache_clear()
        settings.disable_filters(VERIFYING)
        secrets.scan_files(*files())
    return secrets


def kept(secrets: SecretsCollection) -> str:
    """Return what is kept of them: file, kind and hash, and no line, which every change would move."""
    slim = baseline.format_for_output(secrets, is_slim_mode=True)
    return json.dumps({"version": slim["version"], "results": slim["results"]}, indent=1) + "\n"


def main() -> int:
    """Return 1 where there is something new, after a line for each that says where."""
    secrets = found()
    if "--keep" in sys.argv[1:]:
        KNOWN.write_text(kept(secrets), "utf-8")
        return 0
    new = secrets - SecretsCollection.load_from_baseline(json.loads(KNOWN.read_text("utf-8")))
    for name, secret in new:
        print(f"{name}:{secret.line_number}: looks like a secret ({secret.type}).")
    if new:
        print("If one is real, change it first and then remove it. If all are harmless: make secrets ARGS=--keep")
    return int(bool(new))


if __name__ == "__main__":
    sys.exit(main())
