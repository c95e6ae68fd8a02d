"""Whom an update comes from is made out without trusting its shape."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram import raw

SAM = {"id": 5, "language_code": "de"}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"message": {"from": SAM, "chat": {"id": 5}}}, raw.Origin(5, private=True, language="de")),
        ({"edited_message": {"from": SAM, "chat": {"id": -9}}}, raw.Origin(5, language="de")),
        (
            {"callback_query": {"id": "c", "from": SAM, "message": {"chat": {"id": 5}}}},
            raw.Origin(5, private=True, callback_id="c", language="de"),
        ),
        ({"my_chat_member": {"from": {"id": 5}, "chat": {"id": 5}}}, raw.Origin(5, private=True)),
        ({"message": {"from": {"id": []}, "chat": {"id": []}}}, raw.Origin()),
        ({"message": {"from": {"id": True}}}, raw.Origin()),
        ({"message": {"from": {"id": 2**70}}}, raw.Origin()),
        ({"poll": {"id": "1"}}, raw.Origin()),
    ],
)
def test_the_sender_is_made_out(content: dict[str, Any], expected: raw.Origin) -> None:
    """Sender, private chat, tap and language are found where they are, and nothing where they are not."""
    assert raw.origin({"update_id": 1, **content}) == expected


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["message", "from", "id", "chat", "x"]), inner),
)


@given(json_values)
def test_no_shape_breaks_it(value: object) -> None:
    """Whatever JSON comes, an origin is returned, and its id is a number or nothing."""
    found = raw.origin_of(json.dumps(value).encode())
    assert isinstance(found.telegram_id, int | None)


def test_bytes_that_are_no_json() -> None:
    """A payload that is no JSON comes from nobody."""
    assert raw.origin_of(b"\xff{") == raw.Origin()
