"""Inviting, joining and leaving: each alone, and nobody learns more than they must."""

import base64
import dataclasses
import datetime as dt

from bot.domain import model, pairing, refusals, schedule
from bot.usecases import breathing, deliveries, hello, reply, screens, turns
from bot.usecases import prompting as asking

DOUBLE_TAP = dt.timedelta(minutes=1)  # a second tap on one button is no wish for a second invitation


async def invite(turn: turns.Turn) -> reply.Reply:
    """Make an invitation, after the note of who this is not for was read."""
    if turn.me.agreed_at is None:
        raise refusals.AgreeFirst
    if await turn.tx.living_half(turn.me.id) is not None:
        raise refusals.PartnerAlready
    if turn.me.noted_at is None:
        turn.change(invited_by=None)
        return reply.of(reply.Say(_note()))
    standing = await turn.tx.live_invite(turn.me.id)
    if standing is not None and pairing.is_claimed(standing, turn.now):
        await _ask_inviter(turn, standing)
        return reply.Reply()
    if standing is not None and turn.tapped and turn.now - standing.created_at < DOUBLE_TAP:
        return reply.Reply()
    await _within_the_day(turn)
    if standing is not None:
        await turn.tx.save(dataclasses.replace(standing, state=model.InviteState.REVOKED))
    return await _new_link(turn)


async def _within_the_day(turn: turns.Turn) -> None:
    """Refuse a fourth invitation within a day."""
    if await turn.tx.invites_since(turn.me.id, turn.now - schedule.DAY) >= pairing.LINKS_A_DAY:
        raise refusals.EnoughLinksToday


def _note() -> reply.Screen:
    """Return the note that each reads alone: who this is not for."""
    rows = (
        (reply.Button(reply.text("button-go-on"), "go-on"),),
        (reply.Button(reply.text("button-other-help"), "other-help"),),
        (reply.Button(reply.text("button-leave-quietly"), "walk-away"),),
    )
    return reply.screen(reply.text("pairing-note"), rows=rows)


async def _new_link(turn: turns.Turn) -> reply.Reply:
    """Write a new invitation down, of its token only the hash, and show the link with a text to pass on."""
    token = base64.urlsafe_b64encode(turn.parts.chance.token()).decode().rstrip("=")
    made = model.Invite(
        id=turn.parts.chance.id(),
        inviter_id=turn.me.id,
        token_hash=pairing.hash_of(token),
        created_at=turn.now,
        expires_at=turn.now + pairing.LINK_LIVES,
        n=turn.number(),
    )
    await turn.tx.add(made)
    link = f"https://t.me/{turn.parts.bot_username}?start={token}"
    rows = (
        (reply.Link(reply.text("button-pass-on"), link, text=reply.text("pairing-invitation")),),
        (reply.Button(reply.text("button-cancel-invitation"), "uninvite", made.n),),
    )
    half = await turn.tx.latest_half(turn.me.id)
    had_left = half is not None and half.state is model.HalfState.LEFT
    hint = (reply.text("pairing-had-left", partner=half.partner),) if half is not None and had_left else ()
    return reply.of(
        reply.Say(reply.screen(reply.text("pairing-invitation-link", link=link))),
        reply.Say(reply.screen(reply.text("pairing-how"), *hint, rows=rows)),
    )


async def cancel(turn: turns.Turn, n: int) -> reply.Reply:
    """Make an invitation lead nowhere."""
    made = await turn.tx.invite_numbered(turn.me.id, n)
    if made is None or made.state not in (model.InviteState.OPEN, model.InviteState.CLAIMED):
        raise refusals.NothingOpen
    await turn.tx.save(dataclasses.replace(made, state=model.InviteState.REVOKED))
    return in_place(turn, reply.screen(reply.text("pairing-cancelled")))


async def follow(turn: turns.Turn, token: str) -> reply.Reply:
    """Open an invitation link; whoever it is, the link and its inviter stay as they were."""
    if _tries(turn) >= pairing.TRIES_A_DAY:
        raise refusals.TooManyTries
    found = await turn.tx.invite_by_hash(pairing.hash_of(token)) if pairing.is_token(token) else None
    if found is not None and found.inviter_id == turn.me.id:
        raise refusals.OwnLink
    if found is None or not await _leads_somewhere(turn, found):
        return await _nowhere(turn)
    turn.change(invited_by=found.id)
    if turn.me.noted_at is None:
        return reply.of(reply.Say(_note()))
    return reply.of(reply.Say(await _card(turn, found)))


def _tries(turn: turns.Turn) -> int:
    """Return how many links that led nowhere this person has opened today."""
    return turn.me.guesses if turn.me.guessed_on == turn.now.date() else 0


async def _leads_somewhere(turn: turns.Turn, found: model.Invite) -> bool:
    """Say whether this invitation is open and its inviter free."""
    inviter = await turn.tx.person(found.inviter_id)
    return pairing.is_open(found, turn.now) and inviter is not None and await _is_free(turn, found.inviter_id)


async def _is_free(turn: turns.Turn, person_id: int) -> bool:
    """Say whether a person has no living half."""
    return await turn.tx.living_half(person_id) is None


async def _nowhere(turn: turns.Turn) -> reply.Reply:
    """Count a link that led nowhere, and say the one kind line there is for all of them."""
    turn.change(guesses=_tries(turn) + 1, guessed_on=turn.now.date(), invited_by=None)
    said = reply.Say(reply.screen(reply.text("refusal-link-leads-nowhere")))
    if turn.me.agreed_at is None:
        return reply.of(said, *(await hello.start(turn)).acts)
    return reply.of(said)


async def _card(turn: turns.Turn, found: model.Invite) -> reply.Screen:
    """Return who invites, what it means, and the three ways to answer."""
    inviter = await turn.tx.person(found.inviter_id)
    name = inviter.name if inviter else ""
    rows = (
        (reply.Button(reply.text("button-pair", partner=name), "pair"),),
        (reply.Button(reply.text("button-alone"), "alone"),),
        (reply.Button(reply.text("button-no-thanks"), "decline"),),
    )
    return reply.screen(reply.text("pairing-card", partner=name), rows=rows)


async def go_on(turn: turns.Turn) -> reply.Reply:
    """Pass the note, which includes being 18 or older; go on to the invitation, or to making one."""
    if turn.me.noted_at is not None and turn.me.invited_by is None:
        raise refusals.NothingOpen
    if turn.me.agreed_at is None:
        hello.consent(turn)
    turn.change(noted_at=turn.me.noted_at or turn.now)
    if turn.me.invited_by is None:
        return reply.of(*_settled(turn), *(await invite(turn)).acts)
    found = await turn.tx.invite(turn.me.invited_by)
    if found is None or not await _leads_somewhere(turn, found):
        await asking.give(turn)
        turn.change(invited_by=None)
        return in_place(turn, reply.screen(reply.text("refusal-link-leads-nowhere")))
    return in_place(turn, await _card(turn, found))


def _settled(turn: turns.Turn) -> tuple[reply.Act, ...]:
    """Return the note without its buttons."""
    return (reply.Edit(turn.message_id, reply.screen(reply.text("pairing-note"))),) if turn.message_id else ()


async def walk_away(turn: turns.Turn) -> reply.Reply:
    """End the set-up at the note: nobody gets a message, the link stays as it was."""
    turn.change(invited_by=None)
    return in_place(turn, reply.screen(reply.text("pairing-walked-away")))


async def alone(turn: turns.Turn) -> reply.Reply:
    """Try it alone first: the link and its inviter stay as they were."""
    _must_have_gone_on(turn)
    turn.change(invited_by=None)
    key = "pairing-alone" if await asking.give(turn) else "everything-else-as-it-was"
    return in_place(turn, reply.screen(reply.text(key)))


def _must_have_gone_on(turn: turns.Turn) -> None:
    """Refuse whoever has not passed the note, and with it agreed: the card may be older than a forgetting."""
    if turn.me.agreed_at is None or turn.me.noted_at is None:
        raise refusals.AgreeFirst


async def decline(turn: turns.Turn) -> reply.Reply:
    """Say no, thanks: the link and its inviter stay as they were."""
    turn.change(invited_by=None)
    return in_place(turn, reply.screen(reply.text("pairing-declined")))


async def join(turn: turns.Turn) -> reply.Reply:
    """Accept: the inviter is asked whether it is who they meant; the first of two wins."""
    _must_have_gone_on(turn)
    found = await turn.tx.invite(turn.me.invited_by or 0)
    if found is not None and found.joiner_id == turn.me.id:  # accepted already, whatever came of it
        raise refusals.NothingOpen
    if found is None or not await _leads_somewhere(turn, found):
        turn.change(invited_by=None)
        await asking.give(turn)
        return in_place(turn, reply.screen(reply.text("refusal-link-leads-nowhere")))
    await _must_be_free_for(turn, found.inviter_id)
    claimed = dataclasses.replace(found, state=model.InviteState.CLAIMED, joiner_id=turn.me.id)
    await turn.tx.save(claimed)
    await _ask_inviter(turn, claimed)
    await asking.give(turn)
    inviter = await turn.tx.person(found.inviter_id)
    return in_place(turn, reply.screen(reply.text("pairing-joined", partner=inviter.name if inviter else "")))


async def _must_be_free_for(turn: turns.Turn, inviter_id: int) -> None:
    """Refuse an accepter who has a pair, unless it is, or seems to be, with this very inviter."""
    half = await turn.tx.living_half(turn.me.id)
    if half is None:
        return
    theirs = await turn.tx.other_half(half)
    if theirs is None or theirs.person_id != inviter_id:
        raise refusals.LeaveFirst(partner=half.partner)


async def _ask_inviter(turn: turns.Turn, claimed: model.Invite) -> None:
    """Ask the inviter, by name and username, whether it is who they meant."""
    await line(turn, claimed.inviter_id, "pairing-confirm", claimed.id)


async def line(turn: turns.Turn, person_id: int, key: str, subject: int) -> None:
    """Queue one of the bot's own lines for somebody."""
    await turn.tx.add(
        model.Outbox(
            id=turn.parts.chance.id(),
            key=f"line:{key}:{subject}:{person_id}:{turn.update_id}",
            person_id=person_id,
            kind=model.Kind.LINE,
            policy=model.Policy.AT_LEAST_ONCE,
            subject=subject,
            text=key,
            urgent=True,
            due_at=turn.now,
        )
    )


async def confirm(turn: turns.Turn, n: int) -> reply.Reply:
    """Confirm who came: from here on what each chooses to share can reach the other."""
    claimed = await _claimed(turn, n)
    await turn.tx.lock(turn.me.id, claimed.joiner_id or 0)
    joiner = await turn.tx.person(claimed.joiner_id or 0)
    await turn.tx.save(dataclasses.replace(claimed, state=model.InviteState.USED))
    if joiner is None or not await _still_free(turn, joiner):
        return in_place(turn, reply.screen(reply.text("pairing-fell-through")))
    pair_id = await _pair(turn, joiner)
    await _revoke_other(turn, joiner.id)
    await line(turn, joiner.id, "pairing-begun", pair_id)
    return in_place(turn, reply.screen(reply.text("pairing-begun", partner=joiner.name)))


async def _claimed(turn: turns.Turn, n: int) -> model.Invite:
    """Return this inviter's invitation number n, while it still asks for a yes or no."""
    found = await turn.tx.invite_numbered(turn.me.id, n)
    if found is None or not pairing.is_claimed(found, turn.now):
        raise refusals.NothingOpen
    return found


async def _still_free(turn: turns.Turn, joiner: model.Person) -> bool:
    """Say whether both may still begin a pair; an old half with this very inviter is no hindrance."""
    if await turn.tx.living_half(turn.me.id) is not None:
        return False
    half = await turn.tx.living_half(joiner.id)
    theirs = await turn.tx.other_half(half) if half is not None else None
    return half is None or (theirs is not None and theirs.person_id == turn.me.id)


async def _pair(turn: turns.Turn, joiner: model.Person) -> int:
    """Begin a pair of two halves, each with the name it will go on seeing; return its id."""
    old = await turn.tx.living_half(joiner.id)
    turn.become(await breathing.let_go(turn.tx, turn.me))
    if old is not None:
        await turn.tx.save(dataclasses.replace(old, state=model.HalfState.ENDED, ended_at=turn.now))
    else:
        await turn.tx.save(await breathing.let_go(turn.tx, joiner))
    pair_id = turn.parts.chance.id()
    await turn.tx.add_pair(pair_id, turn.now)
    for person, partner in ((turn.me, joiner), (joiner, turn.me)):
        await turn.tx.add(
            model.Half(
                id=turn.parts.chance.id(),
                pair_id=pair_id,
                person_id=person.id,
                name=partner.name,
                nickname=old.nickname if old is not None and person is joiner else None,
                since=turn.now,
            )
        )
    if old is not None:
        await _carry_over(turn, old, pair_id)
    return pair_id


async def _carry_over(turn: turns.Turn, old: model.Half, pair_id: int) -> None:
    """Take what the one who stayed is about to send along into the renewed pair: to them it never ended."""
    await breathing.carry_over(turn.tx, old.person_id, pair_id)
    for share in await turn.tx.undelivered_shares(old.person_id, old.pair_id):
        if share.state is not model.ShareState.POSTED:
            await turn.tx.save(dataclasses.replace(share, pair_id=pair_id))


async def _revoke_other(turn: turns.Turn, joiner_id: int) -> None:
    """Let any other invitation of the two lead nowhere: they are no longer free."""
    for person_id in (turn.me.id, joiner_id):
        other = await turn.tx.live_invite(person_id)
        if other is not None:
            await turn.tx.save(dataclasses.replace(other, state=model.InviteState.REVOKED))


async def refuse(turn: turns.Turn, n: int) -> reply.Reply:
    """Say that it is somebody else: the link is used up, and the one who came is told nothing."""
    claimed = await _claimed(turn, n)
    await turn.tx.save(dataclasses.replace(claimed, state=model.InviteState.USED))
    return in_place(turn, reply.screen(reply.text("pairing-refused")))


def in_place(turn: turns.Turn, shown: reply.Screen) -> reply.Reply:
    """Return the screen in the tapped message."""
    return reply.of(reply.Edit(turn.message_id, shown) if turn.tapped and turn.message_id else reply.Say(shown))


async def deliver_line(sheet: deliveries.Sheet) -> deliveries.Delivery | None:
    """Send one of the bot's own lines of pairing and ending, if it is still true."""
    screen = await screens.line(sheet.tx, sheet.row, sheet.person, sheet.now)
    if screen is None:
        return await sheet.cancel()
    return sheet.delivery(screen)
