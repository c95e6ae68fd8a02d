"""Reads the body of a Bot API request in each of the three forms that clients use."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import Message
from urllib.parse import parse_qsl


class UnreadableError(ValueError):
    """The body is not what its content type says."""


@dataclass(frozen=True)
class Form:
    """The values of a request as text, and its files as (name, bytes, kind)."""

    values: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, tuple[str, bytes, str]] = field(default_factory=dict)


def read(query: str, content_type: str, body: bytes) -> Form:
    """Return what the query and the body say together; UnreadableError where the body is broken."""
    in_query = dict(parse_qsl(query, keep_blank_values=True))
    in_body = _body(content_type, body)
    return Form({**in_query, **in_body.values}, in_body.files)


def _body(content_type: str, body: bytes) -> Form:
    header = _header(content_type)
    kind = header.get_content_type()
    try:
        if not body:
            return Form()
        if kind == "application/json":
            return Form(_from_json(body))
        if kind == "multipart/form-data":
            return _from_parts(body, str(header.get_param("boundary", "")))
        return Form(dict(parse_qsl(body.decode(), keep_blank_values=True)))
    except ValueError as broken:
        raise UnreadableError(str(broken)) from broken


def _from_json(body: bytes) -> dict[str, str]:
    """Return each value as it would stand in a form: text as it is, everything else as JSON."""
    values = json.loads(body)
    if not isinstance(values, dict):
        raise UnreadableError("an object was expected")
    return {
        name: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for name, value in values.items()
        if value is not None
    }


def _from_parts(body: bytes, boundary: str) -> Form:
    if not boundary:
        raise UnreadableError("no boundary")
    values: dict[str, str] = {}
    files: dict[str, tuple[str, bytes, str]] = {}
    # The first boundary has no line break before it; with one put there, all look alike.
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary.encode())[1:-1]:
        head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        name, filename, kind = _head(head.decode())
        if filename is None:
            values[name] = content.decode()
        else:
            files[name] = (filename, content, kind)
    return Form(values, files)


def _head(head: str) -> tuple[str, str | None, str]:
    """Return the field's name, the file's name if it is a file, and the content type."""
    message = Message()
    for line in head.split("\r\n"):
        name, _, value = line.partition(":")
        message[name] = value.strip()
    field_name = message.get_param("name", header="content-disposition")
    if not isinstance(field_name, str):
        raise UnreadableError("a part without a name")
    return field_name, message.get_filename(), message.get_content_type()


def _header(content_type: str) -> Message:
    message = Message()
    message["content-type"] = content_type or "application/x-www-form-urlencoded"
    return message
