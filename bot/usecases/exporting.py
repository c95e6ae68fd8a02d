"""Taking everything along: one archive of all that is a person's own, and of what was shared with them."""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from bot.domain import model, refusals, schedule
from bot.usecases import deliveries, enclosures, ports, reply, turns
from bot.usecases import prompting as asking

# What of each kind of row is in the archive. Left out are numbers of rows and messages, which say nothing to
# anybody; whatever tells when something of the partner's came or was opened; and ids of files, of use to us alone.
PERSON = (
    *(
        "name",
        "username",
        "locale",
        "agreed_at",
        "terms",
        "noted_at",
        "hello_on",
        "seen_at",
        "zone",
        "calm",
        "days",
    ),
    *("quiet_from", "quiet_until", "post_at", "leaning", "step", "depth", "cooling", "answering", "audible"),
    *("country", "resting", "rest_until", "next_ask_at", "last_ask_at", "choices", "memory", "ladder"),
)
HALF = ("name", "nickname", "state", "since", "ended_at")
INVITE = ("state", "created_at", "expires_at")
ASK = ("local_date", "state", "step", "prompt_id")
REFLECTION = ("created_at", "words", "state", "media", "feeling", "prompt_id", "tapped")
SHARE = ("created_at", "kind", "words", "state", "media", "answering", "hard", "with_help")
POST = ("kind", "words", "media", "answering", "hard")
BREATHER = ("called_at", "until", "line", "state", "extended")
NOT_OF_MEMORY = ("ours_in", "ours_at", "ours_row")


async def export(turn: turns.Turn) -> reply.Reply:
    """Send everything as one file, in a moment; once a day is enough, where it arrived."""
    if turn.me.memory.exported_on == schedule.local_date(turn.me, turn.now):
        raise refusals.ExportedToday
    await turn.tx.add(
        model.Outbox(
            id=turn.parts.chance.id(),
            key=f"export:{turn.parts.chance.id()}",
            person_id=turn.me.id,
            kind=model.Kind.EXPORT,
            policy=model.Policy.AT_MOST_ONCE,
            urgent=True,
            due_at=turn.now,
        )
    )
    return reply.of(reply.Say(reply.screen(reply.text("privacy-export-coming"))))


async def deliver(sheet: deliveries.Sheet) -> deliveries.Delivery | None:
    """Send the archive of what is true now."""
    archive = await gathered(sheet.tx, sheet.person, sheet.parts)
    delivery = sheet.delivery(reply.screen(reply.text("privacy-export-here")))
    return dataclasses.replace(delivery, encloses=archive)


async def arrived(tx: ports.Transaction, row: model.Outbox) -> None:
    """Note the day on which an archive has certainly arrived."""
    person = await tx.person(row.person_id)
    if person is not None:
        memory = dataclasses.replace(person.memory, exported_on=schedule.local_date(person, row.due_at))
        await tx.save(dataclasses.replace(person, memory=memory))


async def gathered(tx: ports.Transaction, person: model.Person, parts: turns.Parts) -> enclosures.Archive:
    """Return everything about a person, and of the partner's only what was shared with them and opened."""
    name = await asking.partner_name(tx, person) or ""
    data: dict[str, Any] = {
        "person": _fields(person, PERSON),
        "partners": [_fields(one, HALF) for one in await tx.halves(person.id)],
        "invitations": [_fields(one, INVITE) for one in await tx.invites_of(person.id)],
        "questions": [_asked(one, person, parts, name) for one in await tx.asks(person.id)],
        "words": [_asked(one, person, parts, name) for one in await tx.reflections(person.id)],
        "shared_by_you": [_fields(one, SHARE) for one in await tx.shares_of(person.id)],
        "shared_with_you": [_fields(one, POST) for one in await tx.posts_of(person.id)],
        "breathers": [_fields(one, BREATHER) for one in await tx.breathers_of(person.id)],
    }
    return enclosures.Archive(reply.text("privacy-export-title", name=person.name), _page(data), data)


def _asked(
    row: model.Ask | model.Reflection, person: model.Person, parts: turns.Parts, partner: str
) -> dict[str, Any]:
    """Return an ask or an answer with the question as it is written today."""
    found = _fields(row, ASK if isinstance(row, model.Ask) else REFLECTION)
    prompt_id = found.pop("prompt_id")
    if prompt_id in parts.catalogue.prompts:
        asked = parts.catalogue.words(person.locale, prompt_id).line_ask
        found["question"] = asked.replace("{partner}", partner)
    return found


def _fields(row: Any, names: Sequence[str]) -> dict[str, Any]:
    """Return these fields of a row, as JSON knows them."""
    return {name: _plain(getattr(row, name)) for name in names}


def _plain(value: Any) -> Any:
    """Return a value as JSON knows it."""
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        named = (field.name for field in dataclasses.fields(value))
        return {name: _plain(getattr(value, name)) for name in named if name not in NOT_OF_MEMORY}
    return value


def _page(data: Mapping[str, Any]) -> tuple[enclosures.Section, ...]:
    """Return the same for reading: own words first, settings last; what is empty is left out."""
    sections = [
        enclosures.Section(
            reply.text(f"privacy-export-{part.replace('_', '-')}"), tuple(_entry(one) for one in data[part])
        )
        for part in (
            "words",
            "shared_by_you",
            "shared_with_you",
            "questions",
            "breathers",
            "partners",
            "invitations",
        )
    ]
    settings = {name: value for name, value in data["person"].items() if not isinstance(value, dict)}
    person = enclosures.Section(reply.text("privacy-export-person"), (_entry(settings),))
    return (*(one for one in sections if one.entries), person)


def _entry(found: Mapping[str, Any]) -> tuple[reply.Text | reply.Words, ...]:
    """Return one entry: its day, its words apart, and whatever else is known of it, each on a line."""
    lines: list[reply.Text | reply.Words] = []
    for name, value in found.items():
        if name == "words" and value:
            lines.append(reply.Words(value, quoted=True))
        elif value not in (None, "", [], False):
            lines.append(reply.text("privacy-export-line", field=name, value=_said(value)))
    return tuple(lines)


def _said(value: Any) -> str:
    """Return a value on one line: moments to the minute, lists with commas."""
    if isinstance(value, list):
        return ", ".join(_said(one) for one in value)
    said = "✓" if value is True else str(value)
    return said[:16].replace("T", " ") if isinstance(value, str) and _is_moment(value) else said


def _is_moment(said: str) -> bool:
    """Say whether this is a moment as JSON has it."""
    try:
        dt.datetime.fromisoformat(said)
    except ValueError:
        return False
    return "T" in said
