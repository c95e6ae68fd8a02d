"""Looks into the demo's database for what a phone cannot show: what is private, what is on its way."""

import dataclasses
import datetime as dt
from collections.abc import Set as AbstractSet

from bot.content import catalogue
from bot.domain import model
from bot.simulator import backstage, world
from bot.store import store
from bot.usecases import ports

LOCALE = "en"


@dataclasses.dataclass(frozen=True, slots=True)
class Glimpse:
    """What is known of one person at the moment."""

    zone: str | None = None
    private: AbstractSet[int] = frozenset()
    strip: str = ""
    coming: tuple[backstage.Coming, ...] = ()


async def take(
    held: store.Store, shown: world.World, words: catalogue.Catalogue, now: dt.datetime
) -> dict[int, Glimpse]:
    """Return a glimpse of everybody in the world."""

    async def look(tx: ports.Transaction) -> dict[int, Glimpse]:
        return {one.id: await _of(tx, one.id, one.user.first_name, words, now) for one in shown.people}

    return await held.perform(look)


async def _of(
    tx: ports.Transaction, telegram_id: int, name: str, words: catalogue.Catalogue, now: dt.datetime
) -> Glimpse:
    """Return a glimpse of one person."""
    person = await tx.person_by_telegram(telegram_id)
    if person is None:
        return Glimpse()
    half = await tx.latest_half(person.id)
    shares = list(await tx.undelivered_shares(person.id, half.pair_id)) if half else []
    posted = [one for one in shares if one.state is model.ShareState.POSTED]
    kept = [one for one in await tx.reflections(person.id) if not _is_out(one, posted)]
    own = {one.message_id for one in kept} | {one.message_id for one in shares if one not in posted}
    asks = [await tx.ask(one.ask_id) for one in kept if one.ask_id]
    own |= {one.message_id for one in asks if one is not None}
    coming = (*_leaving(shares, name, words), *await _due(tx, person, name, words))
    strip = await _strip(tx, person, posted, words)
    private = frozenset(one for one in own if one is not None)
    return Glimpse(person.zone, private, strip, tuple(one for one in coming if one.at > now))


async def _strip(
    tx: ports.Transaction, person: model.Person, posted: list[model.Share], words: catalogue.Catalogue
) -> str:
    """Say what the other can see of this person; nothing of what reaches nobody."""
    posts = [await tx.post_of_share(one.id) for one in posted]
    seen = [one for one in posts if one is not None and one.state is not model.PostState.GONE]
    breather = await tx.breather_of(person.id)
    lines = [words.text(LOCALE, "demo-strip-shared", count=len(seen))] if seen else []
    if breather is not None and breather.state is not model.BreatherState.CALLED:
        lines.append(words.text(LOCALE, "demo-strip-breather"))
    return " · ".join(lines)


def _is_out(kept: model.Reflection, posted: list[model.Share]) -> bool:
    """Say whether all of these words were shared: where a part was, the whole is still private."""
    return any(one.reflection_id == kept.id and kept.words in one.words for one in posted)


def _leaving(shares: list[model.Share], name: str, words: catalogue.Catalogue) -> tuple[backstage.Coming, ...]:
    """Return what leaves when its cooling-off ends."""
    cooling = [one for one in shares if one.state is model.ShareState.COOLING]
    line = words.text(LOCALE, "demo-leaves", name=name)
    return tuple(backstage.Coming(line, one.leaves_at) for one in cooling if one.leaves_at)


async def _due(
    tx: ports.Transaction, person: model.Person, name: str, words: catalogue.Catalogue
) -> tuple[backstage.Coming, ...]:
    """Return the next question and the notices that are planned."""
    notices = [one for one in await tx.open_notices(person.id) if one.state is model.NoticeState.PLANNED]
    coming = [backstage.Coming(words.text(LOCALE, "demo-notice", name=name), one.due_at) for one in notices]
    if person.next_ask_at is not None:
        coming.append(backstage.Coming(words.text(LOCALE, "demo-question", name=name), person.next_ask_at))
    return tuple(coming)
