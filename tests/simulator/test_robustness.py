"""Whatever a bot sends, it gets an answer in Telegram's form."""

import asyncio
import datetime as dt
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.simulator import api, world

_NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
_LEAF = st.none() | st.booleans() | st.integers(-5, 5) | st.sampled_from(["photo", "bold", "chat", "", "x"])
_ANY = st.recursive(_LEAF, lambda inner: st.lists(inner, max_size=2), max_leaves=3)


def _object(names: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.sampled_from(names.split()), _ANY, max_size=4)


_MARKS = st.lists(_object("type offset length url user"), max_size=3)
_BUTTONS = st.lists(st.lists(_object("text callback_data url copy_text style"), max_size=2), max_size=2)
_SHAPES = {
    "entities": _MARKS,
    "caption_entities": _MARKS,
    "reply_markup": st.fixed_dictionaries({"inline_keyboard": _BUTTONS | _ANY}) | _object("keyboard force_reply"),
    "reply_parameters": _object("message_id chat_id allow_sending_without_reply quote"),
    "reaction": st.lists(_object("type emoji"), max_size=2),
    "media": _object("type media caption parse_mode caption_entities"),
    "commands": st.lists(_object("command description"), max_size=2),
    "scope": _object("type chat_id user_id"),
    "menu_button": _object("type text"),
    "message_ids": st.lists(_ANY, max_size=3),
}
_SOUND = {"chat_id": "1", "from_chat_id": "1", "message_id": "3", "text": "hello", "caption": "look"}


def _requests(method: str) -> st.SearchStrategy[tuple[str, dict[str, str]]]:
    takes = sorted(api.METHODS[method].takes)
    shaped = {name: _SHAPES[name].map(json.dumps) for name in takes if name in _SHAPES}
    likely = st.fixed_dictionaries({}, optional=shaped)
    nonsense = _ANY.map(json.dumps) | st.sampled_from(["", "1", "x", "<b>", "HTML", "@ann"])
    unlikely = st.dictionaries(st.sampled_from(takes), nonsense, max_size=1)
    return st.tuples(st.just(method), st.builds(lambda one, two: {**one, **two}, likely, unlikely))


_METHODS = sorted(name for name, method in api.METHODS.items() if method.takes and name != "getUpdates")


async def _answer(method: str, fields: dict[str, str]) -> tuple[int, Any]:
    telegram_world = world.World(lambda: _NOW)
    ann = telegram_world.person("Ann", id=1)
    await ann.send("hi")
    await ann.photo()
    telegram_world.new_message(ann.chat, telegram_world.bot, text="x")
    known = {name: value for name, value in _SOUND.items() if name in api.METHODS[method].takes}
    status, body = await api.BotApi(telegram_world).call(telegram_world.token, method, {**known, **fields})
    return status, json.loads(body)


@given(asked=st.sampled_from(_METHODS).flatmap(_requests))
@settings(max_examples=200, deadline=None)
def test_nonsense_is_answered_too(asked: tuple[str, dict[str, str]]) -> None:
    """Any values of any parameters end in a result or a refusal with words, never in a crash."""
    status, body = asyncio.run(_answer(*asked))
    assert body["ok"] is (status == 200)
    assert ("result" in body, "description" in body) == (status == 200, status != 200)
