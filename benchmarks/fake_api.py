"""A Bot API that accepts everything after a set delay, in a process of its own: it costs the client nothing."""

import asyncio
import contextlib
import json
import sys
from collections.abc import AsyncIterator

ANSWER = json.dumps(
    {
        "ok": True,
        "result": {
            "id": 1,  # of a message and of a bot at once: PTB takes of it what it asked for
            "is_bot": True,
            "first_name": "Bench",
            "username": "bench_bot",
            "message_id": 1,
            "date": 1,
            "chat": {"id": 1, "type": "private", "first_name": "A"},
            "text": "x",
        },
    }
).encode()
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(ANSWER)


@contextlib.asynccontextmanager
async def running(delay: float = 0.0) -> AsyncIterator[str]:
    """Run the server as a process of its own while the block runs, and give its address."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.fake_api", str(delay), stdout=asyncio.subprocess.PIPE
    )
    try:
        port = int(await process.stdout.readline()) if process.stdout else 0
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        await process.wait()


async def _serve(delay: float) -> None:
    """Answer on a free port, which is printed, until the process is ended."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                await reader.readexactly(_length(head))
                await asyncio.sleep(delay)
                writer.write(HEAD + ANSWER)

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


def _length(head: bytes) -> int:
    """Return the length of the body that follows a head."""
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.partition(b":")[2])
    return 0


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(float(sys.argv[1])))
