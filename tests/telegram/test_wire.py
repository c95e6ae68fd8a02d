"""What certainly never left is told from what nobody can know, and no error speaks of the address."""

import asyncio
import contextlib
import datetime as dt
import json
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from telegram import InputFile, error

from bot import clock
from bot.simulator import api, faults, person, world
from bot.telegram import application, wire

TOKEN = "123456:SECRET-part"
Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
GOOD = b'{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"Nearer","username":"nearer_bot"}}'


async def read_request(reader: asyncio.StreamReader) -> bytes:
    """Return the body of one request."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    length = next(
        int(line.split(":")[1]) for line in head.splitlines() if line.lower().startswith("content-length")
    )
    return await reader.readexactly(length)


def answer(body: bytes, status: str = "200 OK", length: int | None = None) -> bytes:
    """Return a whole HTTP answer, or one that promises more than it holds."""
    return b"HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n%s" % (status.encode(), length or len(body), body)


@contextlib.asynccontextmanager
async def served(serve: Serve) -> AsyncIterator[str]:
    """Run a server of one's own making and give its address."""
    open_writers: list[asyncio.StreamWriter] = []

    async def watched(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        open_writers.append(writer)
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            await serve(reader, writer)

    server = await asyncio.start_server(watched, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        for writer in open_writers:
            writer.close()


async def ask(base: str, *, seconds: float = 5.0, keep_alive: float = 10.0) -> object:
    """Return the result of getMe over the network."""
    transport = wire.HttpTransport(keep_alive=keep_alive)
    try:
        return await wire.Api(transport, base, TOKEN).call("getMe", {"a": "b & c"}, seconds)
    finally:
        await transport.close()


async def test_a_good_answer_comes_through() -> None:
    """Fields arrive form-encoded and the result comes back."""
    seen = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        seen.append(await read_request(reader))
        writer.write(answer(GOOD))

    async with served(serve) as base:
        result = await ask(base)
    assert (result, seen) == (json.loads(GOOD)["result"], [b"a=b+%26+c"])


async def test_nobody_listens() -> None:
    """A refused connection means that nothing was sent."""
    async with served(lambda *_: asyncio.sleep(0)) as base:
        pass
    with pytest.raises(wire.NotSent):
        await ask(base)


async def close_at_once(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Take the connection and drop it, as a broken network may before or after acceptance."""
    writer.close()


async def close_after_reading(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Take the whole request, then drop the connection."""
    await read_request(reader)
    writer.close()


async def hang(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    """Take the whole request and say nothing."""
    await read_request(reader)
    await reader.read()


async def half_a_body(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Break off in the middle of the answer."""
    await read_request(reader)
    writer.write(answer(GOOD[:20], length=len(GOOD)))
    await writer.drain()
    writer.close()


async def somebody_else(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer as a captive portal would."""
    await read_request(reader)
    writer.write(answer(b"<html>please log in</html>"))


async def forbidden_by_somebody_else(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer 403 as a proxy would: no person has blocked anybody."""
    await read_request(reader)
    writer.write(answer(b"<html>no</html>", "403 Forbidden"))


async def bad_gateway(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer 502, which may come after Telegram accepted."""
    await read_request(reader)
    writer.write(answer(b'{"ok":false}', "502 Bad Gateway"))


async def redirect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Send the bot elsewhere, token and all."""
    await read_request(reader)
    writer.write(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")


@pytest.mark.parametrize(
    "serve",
    [
        close_at_once,
        close_after_reading,
        hang,
        half_a_body,
        somebody_else,
        forbidden_by_somebody_else,
        bad_gateway,
        redirect,
    ],
)
async def test_once_headers_left_nothing_is_known(serve: Serve) -> None:
    """Whatever happens after the headers have left, the outcome is unknown."""
    async with served(serve) as base:
        with pytest.raises(wire.Unknown):
            await ask(base, seconds=0.2)


async def test_errors_do_not_speak_of_the_address() -> None:
    """Neither message, cause, context nor the printed chain holds the token or the host."""
    async with served(close_after_reading) as base:
        with pytest.raises(wire.Unknown) as caught:
            await ask(base)
    one = caught.value
    assert (one.__cause__, one.__context__) == (None, None)
    printed = "".join(traceback.format_exception_only(one)) + repr(one)
    assert "SECRET" not in printed
    assert "127.0.0.1" not in printed


async def test_a_closed_idle_connection_is_left_alone() -> None:
    """A connection that the server closed while it was idle is not used again."""
    connections = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connections.append(writer)
        await read_request(reader)
        writer.write(answer(GOOD))
        await writer.drain()
        writer.close()

    transport = wire.HttpTransport()
    async with served(serve) as base:
        line = wire.Api(transport, base, TOKEN)
        for _ in range(3):
            await line.call("getMe", {})
            await connections[-1].wait_closed()
            for _ in range(20):  # the end of the connection reaches this side in the next rounds of the loop
                await asyncio.sleep(0)
        await transport.close()
    assert len(connections) == 3


async def test_connections_are_kept() -> None:
    """Requests one after the other share one connection."""
    connections = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connections.append(writer)
        while True:
            await read_request(reader)
            writer.write(answer(GOOD))

    transport = wire.HttpTransport()
    async with served(serve) as base:
        line = wire.Api(transport, base, TOKEN)
        for _ in range(3):
            await line.call("getMe", {})
        await transport.close()
    assert len(connections) == 1


async def test_files_go_out_as_parts() -> None:
    """A file is sent as multipart, beside the fields."""
    seen = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        seen.append(head)
        while b"--\r\n" not in seen[-1][-8:]:
            seen.append(await reader.read(65536))
        writer.write(answer(b'{"ok":true,"result":true}'))

    transport = wire.HttpTransport()
    async with served(serve) as base:
        files = {"document": ("a.txt", b"content", "text/plain")}
        status, _ = await transport.post(f"{base}/botX/sendDocument", {"chat_id": "1"}, files, 5)
        await transport.close()
    sent = b"".join(seen)
    assert status == 200
    assert b"multipart/form-data" in sent
    assert b'filename="a.txt"' in sent


KINDS: list[tuple[faults.Kind, type[Exception]]] = [
    ("refuse", wire.NotSent),
    ("drop_before", wire.Unknown),
    ("reset", wire.Unknown),
    ("hang", wire.Unknown),
    ("hang_after", wire.Unknown),
    ("drop_after", wire.Unknown),
    ("half_body", wire.Unknown),
    ("not_json", wire.Unknown),
    ("500", wire.Unknown),
    ("502", wire.Unknown),
    ("429", wire.Flooded),
    ("403", error.Forbidden),
    ("400", error.BadRequest),
]


@pytest.mark.parametrize(("kind", "expected"), KINDS)
async def test_the_table_of_outcomes(telegram: world.World, kind: faults.Kind, expected: type[Exception]) -> None:
    """Each kind of trouble surfaces as its own class, exactly, through PTB."""
    ben = telegram.person("Ben")
    await ben.press_start()
    bot = application.make_bot(telegram.token, "http://telegram.test", api.Wire(telegram))
    telegram.faults.add(kind=kind, method="sendMessage", retry_after=7)
    with pytest.raises(error.TelegramError) as caught:
        await bot.send_message(ben.id, "hello")
    assert type(caught.value) is expected
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)


async def test_a_pause_is_a_time_span(telegram: world.World) -> None:
    """A 429 says how long to wait, without the library's warning about its old form."""
    telegram.faults.add(kind="429", retry_after=7)
    with pytest.raises(wire.Flooded) as caught:
        await wire.Api(api.Wire(telegram), "http://telegram.test", telegram.token).call("getMe", {})
    assert caught.value.retry_after == dt.timedelta(seconds=7)


async def test_a_wrong_token_is_refused(telegram: world.World) -> None:
    """A token that Telegram does not know is told apart from everything that may pass."""
    with pytest.raises(error.InvalidToken):
        await wire.Api(api.Wire(telegram), "http://telegram.test", TOKEN).call("getMe", {})


async def test_fetch_returns_raw_updates(telegram: world.World, hands: clock.ManualClock) -> None:
    """Updates come as Telegram wrote them, all kinds that we take are asked for, and only an offset confirms."""
    del hands
    line = wire.Api(api.Wire(telegram), "http://telegram.test", telegram.token)
    ben: person.Person = telegram.person("Ben")
    await ben.press_start()
    first = await line.fetch(None, 0)
    again = await line.fetch(None, 0)
    assert first == again
    assert first[0]["message"]["text"] == "/start"
    assert telegram.updates.allowed == frozenset(wire.ALLOWED_UPDATES)
    assert await line.fetch(first[0]["update_id"] + 1, 0) == []


async def test_ptb_uploads_through_the_transport(telegram: world.World) -> None:
    """A file given to PTB reaches the phone."""
    ben = telegram.person("Ben")
    await ben.press_start()
    bot = application.make_bot(telegram.token, "http://telegram.test", api.Wire(telegram))
    sent = await bot.send_document(ben.id, InputFile(b"content", filename="a.txt"))
    assert (sent.document and sent.document.file_name) == "a.txt"
    assert ben.last.kind == "document"
