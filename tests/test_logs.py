"""Logs: what may be in a line, and that nothing else gets there by any road."""

import asyncio
import io
import logging
import sys
import threading
import warnings
from collections.abc import Iterator
from typing import Any

import pytest

from bot import logs

CANARY = "canary-words-nobody-may-read"
TOKEN = "123456789:AAcanaryTOKENcanaryTOKENcanaryTOKEN"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """Install the logs on a stream, and put everything back afterwards."""
    root = logging.root
    before = (root.handlers[:], root.level, logging.getLogRecordFactory(), logging.raiseExceptions)
    hooks = (sys.excepthook, sys.unraisablehook, threading.excepthook)
    levels = {name: logging.getLogger(name).level for name in logs.QUIET}
    stream = io.StringIO()
    logs.install(stream)
    yield stream
    logging.captureWarnings(capture=False)
    root.handlers[:], factory = before[0], before[2]
    root.setLevel(before[1])
    logging.setLogRecordFactory(factory)
    logging.raiseExceptions = before[3]
    sys.excepthook, sys.unraisablehook, threading.excepthook = hooks
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def tail(stream: io.StringIO) -> list[str]:
    """Return the written lines without their moments."""
    return [line.partition(" ")[2] for line in stream.getvalue().splitlines()]


def fail() -> None:
    """Raise what quotes its input, as libraries do."""
    raise ValueError(CANARY)


def test_an_event_is_one_line_of_named_fields(written: io.StringIO) -> None:
    """An event is its level, its name and its fields in the order they were given."""
    logs.event("sent", kind="prompt", outcome="ok", seconds=0.25, attempt=1)
    logs.trouble("cooling", wait=30, reason="rate")
    assert tail(written) == [
        "info sent kind=prompt outcome=ok seconds=0.25 attempt=1",
        "warning cooling wait=30 reason=rate",
    ]


def test_an_unknown_field_is_an_error() -> None:
    """A field that nobody allowed is refused, so that words cannot slip in under a new name."""
    field: dict[str, Any] = {"text": CANARY}
    with pytest.raises(TypeError, match="not a field of a log line: text"):
        logs.event("sent", **field)


@pytest.mark.parametrize(
    "value", [CANARY.replace("-", " "), TOKEN, "987654321", "a" * 60, "line\nbreak", "ключ", ""]
)
def test_what_is_no_name_from_the_code_is_not_written(written: io.StringIO, value: str) -> None:
    """Sentences, tokens, ids and line breaks become a question mark, as a field and as a name."""
    logs.event(value, reason=value)
    assert tail(written) == ["info ? reason=?"]


def test_a_number_as_long_as_an_id_is_not_written(written: io.StringIO) -> None:
    """A number that could be somebody's id becomes a question mark."""
    logs.event("sent", count=987654321, pending=12)
    assert tail(written) == ["info sent count=? pending=12"]


def test_an_error_is_its_class_and_our_line(written: io.StringIO) -> None:
    """Of an exception its class and the place stay, never what it says."""
    try:
        fail()
    except ValueError as error:
        logs.trouble("failed", error=error)
        place = logs.place(error)
    assert tail(written) == [f"warning failed error=ValueError at={place}"]


@pytest.mark.parametrize("name", [*logs.QUIET, "telegram.ext.Application", "httpx._client", "some.library"])
def test_a_foreign_record_loses_its_words(written: io.StringIO, name: str) -> None:
    """A foreign logger prints its name, level, class and line, also when somebody opens it up to DEBUG."""
    logger = logging.getLogger(name)
    logger.setLevel(logging.DEBUG)
    logger.debug("update %s", CANARY)
    logger.info("GET /bot%s/getMe", TOKEN)
    logger.warning("retrying %s", CANARY, extra={"person": CANARY}, stack_info=True)
    try:
        fail()
    except ValueError:
        logger.exception("cannot parse %s", TOKEN)
    logger.setLevel(logging.NOTSET)
    first, second = tail(written)
    assert first.startswith(f"warning log logger={name} at=test_logs:")
    assert second.startswith(f"error log logger={name} error=ValueError at=")
    assert "canary" not in written.getvalue().lower()


def test_a_handler_somebody_adds_gets_no_words_either(written: io.StringIO) -> None:
    """A record has lost its words before any handler sees it, whoever added the handler."""
    other = io.StringIO()
    handler = logging.StreamHandler(other)
    logger = logging.getLogger("telegram")
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        logger.debug("update %s", CANARY, exc_info=ValueError(CANARY))
    finally:
        logger.removeHandler(handler)
        logger.setLevel(logging.NOTSET)
    assert other.getvalue().startswith("log logger=telegram error=ValueError")
    assert "canary" not in other.getvalue() + written.getvalue()


def test_a_record_made_elsewhere_is_printed_by_its_logger_alone(written: io.StringIO) -> None:
    """A record that a library built by hand is stripped by the formatter."""
    record = logging.LogRecord("queue", logging.ERROR, "file", 7, CANARY, (), None)
    logging.root.handle(record)
    assert tail(written) == ["error log logger=queue at=7"]


def test_warnings_lose_their_words(written: io.StringIO) -> None:
    """A warning is told by its logger alone."""
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=True)
        warnings.warn(CANARY, stacklevel=1)
        logging.captureWarnings(capture=False)
    (line,) = tail(written)
    assert line.startswith("warning log logger=py.warnings at=warnings:")


def test_uncaught_exceptions_lose_their_words(written: io.StringIO, capfd: pytest.CaptureFixture[str]) -> None:
    """What nobody caught, in the main thread or another, is class and line."""
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    try:
        fail()
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert [line.rpartition(":")[0] for line in tail(written)] == [
        f"error log logger=python error=ValueError at={__name__}"
    ] * 2
    assert CANARY not in "".join(capfd.readouterr())


async def test_a_loop_tells_no_words(written: io.StringIO) -> None:
    """What asyncio has nobody to tell about is class and line as well."""
    loop = asyncio.get_running_loop()
    logs.listen(loop)
    loop.call_exception_handler({"message": CANARY, "exception": ValueError(CANARY)})
    loop.call_exception_handler({"message": CANARY})
    first, second = tail(written)
    assert first == "error log logger=asyncio error=ValueError at=?"
    assert second.startswith("error log logger=asyncio at=logs:")
