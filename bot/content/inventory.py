"""Checks the prompts as a whole: mirrors, likeness, sameness, and whether there are enough of each kind."""

import collections
import itertools
from collections.abc import Iterator, Mapping

from bot.content import findings, lengths, library, plan, rules, schema

_NEAR = 0.75
_FIRST_WEEKS = 2
_FIRST_DEPTH = 2

Found = Iterator[findings.Finding]
Pairs = list[tuple[library.Placed, schema.Entry]]


def check(held: library.Library) -> Found:
    """Yield what is wrong with the prompts taken together."""
    entries = list(held.entries())
    yield from _mirrors(entries)
    yield from _near_duplicates(entries)
    prompts = [(placed, entry) for placed, entry in entries if not entry.checkin]
    yield from _same_beginnings(entries, held.plan.sheet.inventory)
    yield from _same_options(entries, held)
    yield from _quantities(held, [entry for _, entry in prompts], len(entries) - len(prompts))


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


def _near_duplicates(entries: Pairs) -> Found:
    """X10: no two asks of different prompts say nearly the same."""
    asks = [
        (placed, entry.id, ask, frozenset(lengths.words(ask.lower())))
        for placed, entry in entries
        for ask in (entry.tap.ask, entry.line.ask, entry.open.ask)
    ]
    asks.sort(key=lambda item: len(item[3]))
    for index, (placed, name, ask, bag) in enumerate(asks):
        for _, other_name, other, other_bag in itertools.islice(asks, index + 1, None):
            # Sorted by size, so from here on no overlap can reach the limit any more.
            if len(bag) < _NEAR * len(other_bag):
                break
            if name != other_name and lengths.overlap(bag, other_bag) >= _NEAR:
                message = f"'{ask}' is close to {other_name}: '{other}'; ask something else"
                yield placed.finding("X10_near_duplicate", message, severity="warn")


def _same_beginnings(entries: Pairs, wanted: plan.Inventory) -> Found:
    """Asks do not all begin alike."""
    beginnings: collections.Counter[str] = collections.Counter()
    total = 0
    for _, entry in entries:
        for ask in (entry.tap.ask, entry.line.ask, entry.open.ask):
            beginnings[" ".join(lengths.words(ask.lower())[:2])] += 1
            total += 1
    for beginning, count in beginnings.items():
        if count > max(2, wanted.same_two_words_max * total):
            message = f"{count} of {total} asks begin '{beginning}…'; begin some of them another way"
            yield entries[0][0].finding("X15_beginnings", message, severity="warn")


def _same_options(entries: Pairs, held: library.Library) -> Found:
    """Answers do not repeat from prompt to prompt, the gentle ways out aside."""
    linter = rules.Linter(held.source.rules.sheet)
    uses: dict[str, list[library.Placed]] = collections.defaultdict(list)
    for placed, entry in entries:
        for option in entry.tap.options:
            if not linter.is_gentle_out(option):
                uses[option.casefold()].append(placed)
    limit = held.plan.sheet.inventory.same_option_max
    for option, places in uses.items():
        if len(places) > limit:
            message = f"'{option}' is an answer of {len(places)} prompts, at most {limit}; vary it"
            yield places[-1].finding("X16_options", message, "tap", "options", severity="warn")


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
