"""The fields of one request as they come over the wire: strings, with JSON inside for what is not flat."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from bot.simulator import errors
from bot.simulator.messages import Json

T = TypeVar("T")
Upload = tuple[str, bytes, str]
_TRUE: Final = frozenset({"true", "1", "yes", "on", "y"})
_FALSE: Final = frozenset({"false", "0", "no", "off", "n", ""})


class Fields:
    """One request's fields and files; what is wrong with them is also told to `complain`."""

    def __init__(
        self,
        values: Mapping[str, str],
        files: Mapping[str, Upload],
        complain: Callable[[str], None],
    ) -> None:
        self._values = values
        self._files = files
        self.complain = complain

    def __contains__(self, name: str) -> bool:
        return name in self._values or name in self._files

    def text(self, name: str) -> str | None:
        """Return the field as it came, None where it is absent."""
        return self._values.get(name)

    def integer(self, name: str) -> int | None:
        """Return a whole number, None where the field is absent."""
        value = self._values.get(name)
        if value is None:
            return None
        try:
            return int(value)
        except ValueError:
            raise self.wrong(name, "a whole number") from None

    def boolean(self, name: str) -> bool:
        """Return a truth value, False where the field is absent."""
        value = self._values.get(name, "").lower()
        if value not in _TRUE | _FALSE:
            raise self.wrong(name, "a truth value")
        return value in _TRUE

    def structure(self, name: str, kind: type[T]) -> T | None:
        """Return the JSON in the field, None where it is absent."""
        value = self._values.get(name)
        if value is None:
            return None
        try:
            parsed = json.loads(value)
        except ValueError:
            raise self.wrong(name, "JSON") from None
        if not isinstance(parsed, kind):
            raise self.wrong(name, f"a JSON {kind.__name__}")
        return parsed

    def upload(self, name: str) -> Upload | None:
        """Return the file sent under this name, or attached to it."""
        value = self._values.get(name, "")
        if value.startswith("attach://"):
            return self.attached(value)
        return self._files.get(name)

    def attached(self, address: str) -> Upload | None:
        """Return the file behind an `attach://` address."""
        return self._files.get(address.removeprefix("attach://"))

    def child(self, values: Json) -> "Fields":
        """Return the fields of an object inside a field, with the same files."""
        flat = {name: value if isinstance(value, str) else json.dumps(value) for name, value in values.items()}
        return Fields(flat, self._files, self.complain)

    def wrong(self, name: str, expected: str) -> errors.ApiError:
        """Complain about a field of the wrong type and return the refusal."""
        self.complain(f"{name} is not {expected}: {self._values.get(name)!r}")
        return errors.bad(f"can't parse {name}: expected {expected}")


def objects(values: list[Any]) -> list[Json]:
    """Return the objects of a JSON list, or refuse."""
    if not all(isinstance(value, dict) for value in values):
        raise errors.bad("expected an Object")
    return values


def names(words: str) -> frozenset[str]:
    """Return the names written one after the other in a text."""
    return frozenset(words.split())
