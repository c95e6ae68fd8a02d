"""Hatches bots that are imported already: each `start` on its input forks one `nearer run`."""

import os
import sys

from bot import cli


def hatch() -> int:
    """Fork one bot and return its process id."""
    pid = os.fork()
    if pid == 0:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(2, 1)
        sys.argv = ["nearer", "run"]
        os._exit(ended())
    return pid


def ended() -> int:
    """Run the bot to its end and return its exit code."""
    try:
        cli.main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    return 0


def main() -> None:
    """Serve wishes until there are none: `start` answers with a process id, a process id with its exit code."""
    for line in sys.stdin:
        answer = hatch() if line == "start\n" else os.waitstatus_to_exitcode(os.waitpid(int(line), 0)[1])
        print(answer, flush=True)  # noqa: T201 - the answer


if __name__ == "__main__":
    main()
