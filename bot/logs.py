"""Writes what happens as one line an event, by an allow-list of fields, so that no word or secret can get in.

Foreign libraries log addresses with tokens, whole updates and statement parameters, and what they raise quotes its
input. Of their records only the logger, the level, the exception's class and its line ever leave this module.
"""

import asyncio
import datetime as dt
import logging
import pathlib
import re
import sys
import threading
import types
from typing import Any, TextIO, TypedDict, Unpack

QUIET = (
    "aiohttp",
    "aiosqlite",
    "alembic",
    "apscheduler",
    "asyncio",
    "httpcore",
    "httpx",
    "sqlalchemy",
    "telegram",
    "uvicorn",
)

_EVENTS = logging.getLogger("nearer")
_OURS = "bot."
_UNKNOWN = "?"
# A word comes from the code: no spaces, no colon (a token has one), no run of digits (an id is one).
_WORD = re.compile(r"(?!.*[0-9]{5})[A-Za-z0-9][A-Za-z0-9_.-]{0,47}")
# No count, wait or status gets this long; a Telegram id or a row id does.
_TOO_LONG = 1_000_000


class Fields(TypedDict, total=False):
    """Everything a line can say; words are names from the code, never anything a person typed."""

    kind: str
    outcome: str
    reason: str
    state: str
    verb: str
    method: str
    task: str
    engine: str
    version: str
    error: BaseException
    seconds: float
    wait: float
    count: int
    attempt: int
    status: int
    pending: int
    port: int


def event(name: str, **fields: Unpack[Fields]) -> None:
    """Write one line about something that went as it should; an unknown field is a TypeError."""
    _write(logging.INFO, name, fields)


def trouble(name: str, **fields: Unpack[Fields]) -> None:
    """Write one line about something an operator may want to know; an unknown field is a TypeError."""
    _write(logging.WARNING, name, fields)


def install(stream: TextIO | None = None) -> None:
    """Send every log, warning and uncaught exception of this process through this module, to `stream` (stderr)."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_Line())
    handler.addFilter(_is_worth_a_line)
    logging.setLogRecordFactory(_record)
    logging.raiseExceptions = False
    logging.captureWarnings(capture=True)
    logging.root.handlers[:] = [handler]
    logging.root.setLevel(logging.INFO)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    _catch_the_uncaught()


def listen(loop: asyncio.AbstractEventLoop) -> None:
    """Write what `loop` has nobody to tell about as class and line, without asyncio's own story of it."""
    loop.set_exception_handler(lambda _, context: _report("asyncio", context.get("exception")))


def place(error: BaseException) -> str:
    """Return where `error` was raised, as module:line: the deepest line of ours, else the deepest of all."""
    deepest = ours = _UNKNOWN
    trace = error.__traceback__
    while trace:
        module = str(trace.tb_frame.f_globals.get("__name__", _UNKNOWN))
        deepest = f"{module}:{trace.tb_lineno}"
        ours = deepest if module.startswith(_OURS) else ours
        trace = trace.tb_next
    return deepest if ours == _UNKNOWN else ours


class _Record(logging.LogRecord):
    """A record that forgot its message, arguments and traceback before any handler could see them."""

    line: str


class _Line(logging.Formatter):
    """Formats a record as one line of key=value."""

    def format(self, record: logging.LogRecord) -> str:
        moment = dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds")
        line = record.line if isinstance(record, _Record) else _foreign(record.name, None, str(record.lineno))
        return f"{moment.removesuffix('+00:00')}Z {record.levelname.lower()} {line}"


def _record(name: str, level: int, path: str, number: int, message: object, *rest: Any, **_: Any) -> _Record:
    """Make a record that holds one safe line; only `event` and `trouble` may bring a line of their own."""
    failure = rest[1] if len(rest) > 1 else None
    error = failure[1] if isinstance(failure, tuple) else None
    at = place(error) if error else f"{pathlib.PurePath(path).stem}:{number}"
    line = message if isinstance(message, _Safe) else _foreign(name, error, at)
    record = _Record(name, level, path, number, line, (), None)
    record.line = line
    return record


class _Safe(str):
    """A line that this module made itself."""

    __slots__ = ()


def _write(level: int, name: str, fields: Fields) -> None:
    unknown = fields.keys() - Fields.__annotations__.keys()
    if unknown:
        raise TypeError(f"not a field of a log line: {', '.join(sorted(unknown))}")
    said = [_say(field, value) for field, value in fields.items() if value is not None]
    _EVENTS.log(level, _Safe(" ".join([_word(name), *said])))


def _say(field: str, value: object) -> str:
    if isinstance(value, BaseException):
        return f"{field}={type(value).__name__} at={place(value)}"
    if isinstance(value, bool):
        return f"{field}={str(value).lower()}"
    if isinstance(value, int | float):
        return f"{field}={f'{value:.6g}' if abs(value) < _TOO_LONG else _UNKNOWN}"
    return f"{field}={_word(str(value))}"


def _word(text: str) -> str:
    return text if _WORD.fullmatch(text) else _UNKNOWN


def _foreign(logger: str, error: BaseException | None, at: str) -> _Safe:
    happened = f" error={type(error).__name__}" if error else ""
    return _Safe(f"log logger={_word(str(logger))}{happened} at={at}")


def _is_worth_a_line(record: logging.LogRecord) -> bool:
    """Let pass our own events, and of others what is at least a warning, whatever level somebody gave them."""
    return record.name == _EVENTS.name or record.levelno >= logging.WARNING


def _report(logger: str, error: BaseException | None) -> None:
    info = (type(error), error, error.__traceback__) if error else None
    logging.getLogger(logger).error("", exc_info=info)


def _catch_the_uncaught() -> None:
    def hook(kind: type[BaseException], error: BaseException, trace: types.TracebackType | None) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            _report("python", error.with_traceback(trace))

    sys.excepthook = hook
    sys.unraisablehook = lambda found: _report("python", found.exc_value)
    threading.excepthook = lambda found: _report("python", found.exc_value)
