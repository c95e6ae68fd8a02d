"""Checks the prompts as a whole: whether mirrors reflect each other, and whether there are enough of each kind."""

import collections
from collections.abc import Iterator, Mapping

from bot.content import findings, library, schema

_FIRST_WEEKS = 2
_FIRST_DEPTH = 2

Found = Iterator[findings.Finding]
Pairs = list[tuple[library.Placed, schema.Entry]]


def check(held: library.Library) -> Found:
    """Yield what is wrong with the prompts taken together."""
    entries = list(held.entries())
    yield from _mirrors(entries)
    prompts = [entry for _, entry in entries if not entry.checkin]
    yield from _quantities(held, prompts, len(entries) - len(prompts))


def _mirrors(entries: Pairs) -> Found:
    """Yield mirrors that are not mutual, across tracks and in the same weeks; a playful one mirrors itself."""
    known = {entry.id: entry for _, entry in entries}
    for placed, entry in entries:
        if entry.mirror is None:
            continue
        other = known.get(entry.mirror)
        problem = "there is no such prompt" if other is None else _mirror_problem(entry, other)
        if problem:
            yield placed.finding("X14_mirror", f"mirror {entry.mirror}: {problem}", "mirror")


def _mirror_problem(entry: schema.Entry, other: schema.Entry) -> str | None:
    if other.mirror != entry.id:
        return "it does not point back; mirrors are mutual"
    if other.id == entry.id:
        return None if entry.playful and entry.track == "either" else "only a playful 'either' mirrors itself"
    if {entry.track, other.track} != {"quiet", "reach"}:
        return "a mirror joins a quiet and a reach prompt"
    if max(entry.weeks[0], other.weeks[0]) > min(entry.weeks[1], other.weeks[1]):
        return "their weeks do not meet"
    if abs(entry.depth - other.depth) > 1 or entry.pull_only or other.pull_only:
        return "depths differ by one at most, and neither waits to be opened"
    return None


def _quantities(held: library.Library, prompts: list[schema.Entry], checkins: int) -> Found:
    """Say once per table how far the pool is from a year without a repeat."""
    wanted = held.plan.sheet.inventory
    for field in ("track", "depth", "theme"):
        have = collections.Counter(str(getattr(one, field)) for one in prompts)
        yield from _short(held, f"by_{field}", have)
    pushed = [one for one in prompts if not one.pull_only]
    early = [one for one in pushed if one.weeks[0] <= _FIRST_WEEKS and one.depth <= _FIRST_DEPTH]
    for track in ("quiet", "reach"):
        pool, first = _pool(pushed, track), _pool(early, track)
        yield from _fewer(held, "pool_min_pushed", track, pool, wanted.pool_min_pushed)
        yield from _fewer(held, "first_weeks_min", track, first, wanted.first_weeks_min)
    yield from _fewer(held, "checkins", "check-ins", checkins, wanted.checkins)


def _pool(prompts: list[schema.Entry], track: str) -> int:
    return sum(one.track in {track, "either"} for one in prompts)


def _short(held: library.Library, table: str, have: Mapping[str, int]) -> Found:
    wanted: Mapping[object, int] = getattr(held.plan.sheet.inventory, table)
    missing = [f"{name} {count - have.get(str(name), 0)}" for name, count in wanted.items()]
    missing = [item for item in missing if int(item.rpartition(" ")[2]) > 0]
    if missing:
        yield _inventory(held, table, f"still to write: {', '.join(missing)}")


def _fewer(held: library.Library, table: str, name: str, have: int, wanted: int) -> Found:
    if have < wanted:
        yield _inventory(held, table, f"{name}: {have} of {wanted}")


def _inventory(held: library.Library, table: str, message: str) -> findings.Finding:
    path = ("inventory", table)
    return held.plan.document.finding(path, "X17_inventory", f"{table}: {message}", "warn")
