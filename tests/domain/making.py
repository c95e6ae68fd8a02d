"""Makes values for the tests of the rules."""

import dataclasses
import datetime as dt
from typing import Any

from bot.domain import model, prompting

NOW = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
TODAY = NOW.date()
PLAN = prompting.Plan(
    arcs=(
        prompting.Arc((1, 2), 2, ("play_warmth", "self_awareness")),
        prompting.Arc((3, 4), 3, ("feelings_words", "listening")),
        prompting.Arc((5, 14), 5, ("trust_safety", "unresolved")),
    ),
    weekly=("play_warmth", "appreciation"),
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A prompt without words."""

    id: str
    track: str = "either"
    theme: str = "self_awareness"
    depth: int = 1
    weeks: tuple[int, int] = (1, 14)
    pull_only: bool = False
    private: bool = False
    mirror: str | None = None
    checkin: bool = False


def prompts(*, fresh: int = 40, checkins: int = 4) -> dict[str, model.Prompt]:
    """Return prompts of several themes, depths and tracks, and some check-ins, by id."""
    themes = ("play_warmth", "self_awareness", "appreciation", "trust_safety", "feelings_words")
    tracks = ("quiet", "reach", "either")
    made = [
        Prompt(id=f"e{n:03}", theme=themes[n % 5], depth=n % 5 + 1 if n > 20 else 1, track=tracks[n % 3])
        for n in range(fresh)
    ]
    made += [Prompt(id=f"c{n:03}", checkin=True) for n in range(checkins)]
    return {one.id: one for one in made}


def person(**fields: Any) -> model.Person:
    """Return a person in Berlin whose hello was today."""
    return model.Person(**{"id": 1, "name": "Ann", "zone": "Europe/Berlin", "hello_on": TODAY, "seed": 7, **fields})


def post(**fields: Any) -> model.Post:
    """Return a post that lies unopened."""
    given = {"id": 5, "reader_id": 2, "pair_id": 3, "share_id": 4, "placed_at": NOW}
    return model.Post(**{**given, **fields})


def half(**fields: Any) -> model.Half:
    """Return a living half."""
    return model.Half(**{"id": 1, "pair_id": 3, "person_id": 1, "name": "Ben", "since": NOW, **fields})


def notice(**fields: Any) -> model.Notice:
    """Return a notice that was sent now."""
    return model.Notice(**{"id": 1, "person_id": 1, "key": "2026-11-23", "due_at": NOW, "sent_at": NOW, **fields})
