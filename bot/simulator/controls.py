"""Does what is pressed on the page: on a phone, on the clock between them, in the list of scenes."""

import functools
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, get_args

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.simulator import stage
from bot.simulator.backstage import Backstage, Step
from bot.simulator.messages import Json, Message
from bot.simulator.person import BlockedError, Person

LONGEST_NAME: Final = 64
_STEPS: Final = get_args(Step)

Act = Callable[[Person, Json], Awaitable[object]]


async def phone(request: Request) -> Response:
    """Do one act on one person's phone."""
    act = ACTS.get(request.path_params["act"])
    person = _person(request)
    if act is None or person is None:
        return _no("There is nothing here.", 404)
    return await _done(functools.partial(act, person), request)


async def backstage(request: Request) -> Response:
    """Do one act behind the phones."""
    behind = stage.of(request).backstage
    act = BEHIND.get(request.path_params["act"])
    if act is None or behind is None:
        return _no("There is nothing here.", 404)
    done = await _done(functools.partial(act, behind), request)
    stage.of(request).world.touch()
    return done


async def people(request: Request) -> Response:
    """Give one more person a phone, where no backstage says who is here."""
    if stage.of(request).backstage is not None:
        return _no("The people of this play are chosen already.", 409)

    async def add(body: Json) -> None:
        stage.of(request).world.person(_text(body, "name")[:LONGEST_NAME])

    return await _done(add, request)


async def _done(act: Callable[[Json], Awaitable[object]], request: Request) -> Response:
    """Return 204 when it is done, else in one sentence why not."""
    # Another site cannot send this type without asking first, and nobody answers that.
    if request.headers.get("content-type", "").partition(";")[0] != "application/json":
        return _no("JSON is expected here.", 415)
    try:
        body = await request.json()
        await act(body if isinstance(body, dict) else {})
    except BlockedError:
        return _no("This phone has blocked the bot.", 409)
    except LookupError:
        return _no("That is not there any more.", 409)
    except (ValueError, TypeError):
        return _no("That cannot be read.", 400)
    return Response(status_code=204)


def _no(words: str, status: int) -> Response:
    return JSONResponse({"error": words}, status)


def _person(request: Request) -> Person | None:
    wanted = request.path_params["person"]
    return next((one for one in stage.of(request).world.people if one.id == wanted), None)


def _text(body: Json, name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not value.strip():
        raise ValueError(name)
    return value.strip()


def _message(person: Person, body: Json) -> Message:
    message = person.chat.find(body.get("message"))
    if message is None:
        raise LookupError("message")
    return message


def _own(person: Person, body: Json) -> Message:
    message = _message(person, body)
    if message.from_bot:
        raise LookupError("message")
    return message


async def _send(person: Person, body: Json) -> None:
    await person.send(_text(body, "text"))


async def _tap(person: Person, body: Json) -> None:
    """Tap a button by its place, if it still says what the finger aimed at."""
    message = _message(person, body)
    button = message.keyboard[int(body["row"])][int(body["column"])]
    if button.text != body.get("text") or button.callback_data is None:
        raise LookupError("button")
    await person.forge(button.callback_data, message)


async def _open(person: Person, body: Json) -> None:
    await person.open(_text(body, "url"))


async def _voice(person: Person, body: Json) -> None:
    await person.voice(seconds=max(1, int(body.get("seconds", 4))))


async def _photo(person: Person, body: Json) -> None:
    await person.photo(body.get("caption") or None)


async def _song(person: Person, _body: Json) -> None:
    await person.audio()


async def _sticker(person: Person, _body: Json) -> None:
    await person.sticker()


async def _edit(person: Person, body: Json) -> None:
    await person.edit(_own(person, body), _text(body, "text"))


async def _reply(person: Person, body: Json) -> None:
    await person.reply(_message(person, body), _text(body, "text"))


async def _delete(person: Person, body: Json) -> None:
    await person.delete(_message(person, body))


async def _block(person: Person, _body: Json) -> None:
    await person.block()


async def _unblock(person: Person, _body: Json) -> None:
    await person.unblock()


async def _start(person: Person, _body: Json) -> None:
    await person.press_start()


async def _move(behind: Backstage, body: Json) -> None:
    step: Any = body.get("by")
    if step not in _STEPS:
        raise ValueError("by")
    await behind.move(step)


async def _play(behind: Backstage, body: Json) -> None:
    await behind.play(_text(body, "scene"))


async def _stop(behind: Backstage, _body: Json) -> None:
    await behind.stop()


async def _start_over(behind: Backstage, _body: Json) -> None:
    await behind.start_over()


async def _start_paired(behind: Backstage, _body: Json) -> None:
    await behind.start_paired()


ACTS: Final[Mapping[str, Act]] = {
    "send": _send,
    "tap": _tap,
    "open": _open,
    "voice": _voice,
    "photo": _photo,
    "song": _song,
    "sticker": _sticker,
    "edit": _edit,
    "reply": _reply,
    "delete": _delete,
    "block": _block,
    "unblock": _unblock,
    "start": _start,
}
BEHIND: Final[Mapping[str, Callable[[Backstage, Json], Awaitable[object]]]] = {
    "move": _move,
    "play": _play,
    "stop": _stop,
    "start-over": _start_over,
    "start-paired": _start_paired,
}
