"""Hatches commands that are imported already: each wish on its input forks one `nearer`, or waits for one."""

import json
import os
import sys
from typing import Any

from bot import cli


def hatch(wish: dict[str, Any]) -> int:
    """Fork one command and return its process id."""
    pid = os.fork()
    if pid == 0:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        for output in (1, 2):
            os.dup2(os.open(wish["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), output)
        os.chdir(wish["folder"])
        if wish.get("nobody") and os.getuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        os.environ.clear()
        os.environ.update(wish["settings"])
        sys.argv = ["nearer", *wish["words"]]
        os._exit(ended())
    return pid


def ended() -> int:
    """Run the command to its end and return its exit code."""
    try:
        cli.main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def main() -> None:
    """Serve wishes until there are none: an object starts a command, a process id waits for its exit code."""
    for line in sys.stdin:
        wish = json.loads(line)
        answer = hatch(wish) if isinstance(wish, dict) else os.waitstatus_to_exitcode(os.waitpid(wish, 0)[1])
        print(answer, flush=True)  # noqa: T201 - the answer


if __name__ == "__main__":
    main()
