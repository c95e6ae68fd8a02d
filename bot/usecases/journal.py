"""The journal: one's own words, newest first, a page at a time, in one message that is edited in place."""

from collections.abc import Mapping, Sequence

from bot.domain import looking_back, model, pairing, refusals, schedule, sharing, wording
from bot.usecases import posting, reflecting, reply, turns
from bot.usecases import prompting as asking

GLIMPSE = 120  # UTF-16 units of an entry on its page
MONTHS_SHOWN = 24
A_ROW = 2  # feelings or months side by side


async def journal(turn: turns.Turn) -> reply.Reply:
    """Show the newest of one's own words; it works for everybody, alone or not."""
    if turn.me.agreed_at is None:
        raise refusals.AgreeFirst
    return reply.of(reply.Say(await _page(turn, 0, looking_back.ALL)))


async def page(turn: turns.Turn, number: int, view: int) -> reply.Reply:
    """Turn to a page of a view, in the same message."""
    return _in_place(turn, await _page(turn, number, max(view, looking_back.ALL)))


def _in_place(turn: turns.Turn, shown: reply.Screen, *more: reply.Act) -> reply.Reply:
    """Return the screen in the tapped message, or as a new one."""
    act = reply.Edit(turn.message_id, shown) if turn.tapped and turn.message_id else reply.Say(shown)
    return reply.of(act, *more)


async def _entries(turn: turns.Turn, view: int) -> list[model.Reflection]:
    """Return the person's own words in a view, newest first."""
    kept = (await turn.tx.reflections(turn.me.id))[::-1]
    if view == looking_back.ALL:
        return list(kept)
    if looking_back.is_month(view):
        return [one for one in kept if looking_back.month_of(turn.me, one) == view]
    families = turn.parts.catalogue.feelings(turn.me.locale).families
    if not 1 <= view <= len(families):
        raise refusals.NothingOpen
    ids = {one.id for one in families[view - 1].words}
    named = labels(turn)
    return [one for one in kept if looking_back.felt(one, named) in ids]


def labels(turn: turns.Turn) -> Mapping[str, str]:
    """Return the id of every feeling by its label in small letters, as a tapped answer says it."""
    known = turn.parts.catalogue.feelings(turn.me.locale)
    words = [*(one for family in known.families for one in family.words), *known.extra_answers]
    return {one.label.casefold(): one.id for one in words}


async def _page(turn: turns.Turn, number: int, view: int) -> reply.Screen:
    """Return a page: each entry with its day and a glimpse, and the buttons that open them."""
    found = await _entries(turn, view)
    if not found:
        return _nothing(view)
    number = min(number, looking_back.page_count(found) - 1)
    shown = looking_back.page(found, number)
    parts: list[reply.Text | reply.Words] = [_title(turn, view)]
    for place, one in enumerate(shown, 1):
        parts += _entry(turn, place, one)
    opening = tuple(reply.Button(reply.Words(f"{i}"), "entry", one.n, view) for i, one in enumerate(shown, 1))
    return reply.screen(*parts, rows=(opening, *_turning(number, view, found), *_views(view)))


def _nothing(view: int) -> reply.Screen:
    """Return what stands where there is nothing: in all of it, or in this view."""
    if view == looking_back.ALL:
        return reply.screen(reply.text("looking-back-nothing"))
    return reply.screen(reply.text("looking-back-nothing-here"), rows=_views(view))


def _title(turn: turns.Turn, view: int) -> reply.Text:
    """Return the line above a page."""
    if view == looking_back.ALL:
        return reply.text("looking-back-journal")
    if looking_back.is_month(view):
        return _month(view, "looking-back-in-month")
    label = turn.parts.catalogue.feelings(turn.me.locale).families[view - 1].label
    return reply.text("looking-back-of-family", family=label)


def _month(view: int, key: str) -> reply.Text:
    """Return a text that names a month."""
    return reply.text(key, month=view % 100, year=f"{view // 100}")


def _entry(turn: turns.Turn, place: int, one: model.Reflection) -> list[reply.Text | reply.Words]:
    """Return one entry of a page: its number, its day, and how it begins."""
    day = schedule.local_date(turn.me, one.created_at)
    key = "looking-back-draft" if one.state is model.ReflectionState.DRAFT else "looking-back-entry"
    return [reply.text(key, place=place, day=f"{day.day}", month=day.month), *_said(one, GLIMPSE)]


def _said(one: model.Reflection, limit: int) -> list[reply.Text | reply.Words]:
    """Return the words of an entry, and what kind of thing it is where that is not words."""
    kind = [] if one.media is model.Media.TEXT else [reply.text(f"looking-back-{one.media}")]
    return [*kind, *([reply.Words(wording.fit(one.words, limit), quoted=True)] if one.words else [])]


def _turning(number: int, view: int, found: Sequence[object]) -> reply.Rows:
    """Return the row that turns pages, where there is more than one."""
    turning: list[reply.Button] = []
    if number > 0:
        turning.append(reply.Button(reply.text("button-newer"), "journal", number - 1, view))
    if number + 1 < looking_back.page_count(found):
        turning.append(reply.Button(reply.text("button-older"), "journal", number + 1, view))
    return (tuple(turning),) if turning else ()


def _views(view: int) -> reply.Rows:
    """Return the ways to look at it: by feeling, by month, all; and *Hide*."""
    ways = [reply.Button(reply.text("button-by-feeling"), "journal-by", option=0)]
    ways.append(reply.Button(reply.text("button-by-month"), "journal-by", option=1))
    if view != looking_back.ALL:
        ways.append(reply.Button(reply.text("button-all-entries"), "journal", 0, looking_back.ALL))
    return tuple(ways), (reply.Button(reply.text("button-hide"), "hide"),)


async def by(turn: turns.Turn, option: int) -> reply.Reply:
    """Offer the feelings (0) or the months (1) under which there is anything."""
    found = await _entries(turn, looking_back.ALL)
    if option == 1:
        months = list(dict.fromkeys(looking_back.month_of(turn.me, one) for one in found))[:MONTHS_SHOWN]
        buttons = [reply.Button(_month(one, "button-month"), "journal", 0, one) for one in months]
    elif option == 0:
        named = labels(turn)
        ids = {looking_back.felt(one, named) for one in found}
        families = turn.parts.catalogue.feelings(turn.me.locale).families
        there = [(i, one) for i, one in enumerate(families, 1) if ids & {word.id for word in one.words}]
        buttons = [reply.Button(reply.Words(one.label), "journal", 0, i) for i, one in there]
    else:
        raise refusals.NothingOpen
    rows = [tuple(buttons[i : i + A_ROW]) for i in range(0, len(buttons), A_ROW)]
    back = (reply.Button(reply.text("button-all-entries"), "journal", 0, looking_back.ALL),)
    key = ("looking-back-feelings", "looking-back-months")[option] if buttons else "looking-back-nothing-here"
    return _in_place(turn, reply.screen(reply.text(key), rows=(*rows, back)))


async def entry(turn: turns.Turn, n: int, view: int) -> reply.Reply:
    """Open one entry: all of its words, what they answer, and what can be done with them."""
    one = await reflecting.own(turn, n)
    view = max(view, looking_back.ALL)
    day = schedule.local_date(turn.me, one.created_at)
    parts: list[reply.Text | reply.Words] = [
        reply.text("looking-back-day", day=f"{day.day}", month=day.month, year=f"{day.year}")
    ]
    ask = await turn.tx.ask(one.ask_id or 0)
    if ask is not None:
        parts.append((await asking.question(turn, ask))[0])
    parts += _said(one, wording.SHARE_LIMIT)
    parts += _feeling(turn, one)
    feel = "button-feel" if one.feeling is None else "button-another-feeling"
    again = ((reply.Button(reply.text("button-show-me"), "entry-show", one.n),),) if one.file_id else ()
    feeling = (reply.Button(reply.text(feel), "feel", one.n),)
    rows = (*again, *await _ways_out(turn, one), feeling, *_last(one, view))
    return _in_place(turn, reply.screen(*parts, rows=rows))


async def show(turn: turns.Turn, n: int) -> reply.Reply:
    """Play or show once more what an entry is besides words; it can be hidden again."""
    one = await reflecting.own(turn, n)
    if one.file_id is None:
        raise refusals.NothingOpen
    row = (reply.Button(reply.text("button-hide"), "hide"),)
    return reply.of(reply.Say(reply.Screen((), (row,), reply.File(one.media, one.file_id))))


def _feeling(turn: turns.Turn, one: model.Reflection) -> list[reply.Text | reply.Words]:
    """Return the line that names the feeling of an entry, where one was attached."""
    names = {id_: label for label, id_ in labels(turn).items()}
    return [reply.text("looking-back-felt", feeling=names[one.feeling])] if one.feeling in names else []


async def _ways_out(turn: turns.Turn, one: model.Reflection) -> reply.Rows:
    """Return *Share…* while these words are private and there is somebody, or the way to take them back."""
    going = [share for share in await turn.tx.shares_of_reflection(one.id) if sharing.is_on_its_way(share)]
    posted = [share for share in going if share.state is model.ShareState.POSTED]
    if posted:
        return ((reply.Button(reply.text("button-take-back"), "take-back", posted[-1].n),),)
    if going or not pairing.can_share(await turn.tx.latest_half(turn.me.id)):
        return ()
    return ((reply.Button(reply.text("button-share"), "share", one.n),),)


def _last(one: model.Reflection, view: int) -> reply.Rows:
    """Return the row that deletes the entry or goes back to its page."""
    delete = reply.Button(reply.text("button-delete"), "entry-delete", one.n, view)
    return ((delete, reply.Button(reply.text("button-back"), "entry-back", one.n, view)),)


async def back(turn: turns.Turn, n: int, view: int) -> reply.Reply:
    """Go back to the page on which an entry stands; to the first where it stands on none any more."""
    view = max(view, looking_back.ALL)
    numbers = [one.n for one in await _entries(turn, view)]
    at = numbers.index(n) // looking_back.ENTRIES_A_PAGE if n in numbers else 0
    return await page(turn, at, view)


async def delete(turn: turns.Turn, n: int, view: int) -> reply.Reply:
    """Ask once before words go for good; where they were sent, say that they are taken back, too."""
    one = await reflecting.own(turn, n)
    shares = await turn.tx.shares_of_reflection(one.id)
    gone = any(share.state is model.ShareState.POSTED for share in shares)
    row = (
        reply.Button(reply.text("button-delete-now"), "entry-erase", n, max(view, looking_back.ALL)),
        reply.Button(reply.text("button-keep-it"), "entry", n, max(view, looking_back.ALL)),
    )
    key = "looking-back-delete-shared" if gone else "looking-back-delete"
    shown = reply.screen(reply.text(key), *_said(one, GLIMPSE), rows=(row,))
    return _in_place(turn, shown)


async def erase(turn: turns.Turn, n: int, view: int) -> reply.Reply:
    """Erase an entry wherever it stands: here, in this chat, and with the partner what was shared of it."""
    one = await reflecting.own(turn, n)
    acts = [act for share in await turn.tx.shares_of_reflection(one.id) for act in await _unshare(turn, share)]
    acts += await _unsay(turn, one)
    await turn.tx.remove(one)
    shown = await _page(turn, 0, max(view, looking_back.ALL))
    return _in_place(turn, shown, reply.Toast(reply.text("toast-deleted")), *acts)


async def _unshare(turn: turns.Turn, share: model.Share) -> list[reply.Act]:
    """Take one share of the words back, or stop it before it leaves; mend the message that shows it."""
    if share.state is model.ShareState.POSTED:
        await posting.take_back(turn.tx, share, turn.now, turn.parts)
        key = "sharing-taken-back"
    else:
        await turn.tx.remove(share)
        key = "reflecting-discarded"
    if share.message_id in (None, turn.message_id):
        return []
    return [reply.Edit(share.message_id or 0, reply.screen(reply.text(key)))]


async def _unsay(turn: turns.Turn, one: model.Reflection) -> list[reply.Act]:
    """Delete the person's own message, and the answer below its question, as far as Telegram lets the bot."""
    acts: list[reply.Act] = [reply.Delete((one.message_id,))] if one.message_id is not None else []
    ask = await turn.tx.ask(one.ask_id or 0)
    if one.tapped and ask is not None and ask.message_id is not None:
        acts.append(reply.Edit(ask.message_id, reply.screen(*await asking.question(turn, ask))))
    return acts
