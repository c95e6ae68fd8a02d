"""Everything that fits no journey: odd words, odd kinds, odd names, odd moments."""

import json

import pytest

from bot.simulator import phone
from tests.e2e import stage

NAMES = (
    "👩‍❤️‍👨 Zoë",
    "<b>Bobby</b> & *stars* _lines_ `code` [link](https://example.org)",
    "\u202e\u05e2\u05d1\u05e8\u05d9\u05ea\u202c \u0627\u0644\u0639\u0631\u0628\u064a\u0629",
    "N" * 64,
    "{ $partner }",
    ".",
)
TURNS = dict.fromkeys(range(0x202A, 0x202F))  # marks that would turn the words around a name as well


async def test_plain_words_do_what_they_say(play: stage.Stage) -> None:
    """Stop, pause and help, typed as words, open the choices that they mean."""
    await play.pair()
    await play.ann.send("stop")
    assert play.ann.buttons == ["Rest from questions", "Leave quietly", "Delete everything"]
    await play.ann.send("Help!")
    assert "Support" in play.ann.buttons
    await play.ann.send("pause")
    assert "A day" in "".join(play.ann.buttons) or "Rest from questions" in play.ann.buttons


async def test_support_works_for_everybody_at_any_time(play: stage.Stage) -> None:
    """A stranger, a resting person and one who waits all reach people to talk to, and can hide them again."""
    await play.ann.send("/support")
    await play.ann.tap("Not safe, or not okay")
    shown = play.ann.last
    assert "nobody watches this chat" in shown.words
    assert "Hide" in shown.buttons
    await play.ann.tap("Hide", message=shown)
    assert "nobody watches" not in play.ann.screen()


async def test_support_is_seen_by_nobody_else(play: stage.Stage) -> None:
    """Looking for help changes nothing on the other phone."""
    await play.pair()
    before = play.received(play.ben)
    await play.ann.send("/support")
    for label in ("Finding a professional", "Hide"):
        await play.ann.tap(label)
    await play.ann.send("/support")
    await play.ann.tap("Not safe, or not okay")
    await play.ann.tap("In another country")
    assert play.received(play.ben) == before


async def test_clearing_leaves_one_line(play: stage.Stage) -> None:
    """The chat of the last two days is deleted both ways, and the bot says how far that goes."""
    await play.pair()
    await play.ann.send("A thought.")
    await play.ann.send("/clear")
    assert [one.words for one in play.ann.chat.living] == [play.ann.last.words]
    assert stage.says(play.ann).startswith("Cleared as far as Telegram allows")
    await play.shares(play.ann, "Still here.")
    await play.ben.tap("Open")
    assert "Still here." in stage.says(play.ben)


async def test_what_cannot_be_read_is_met_with_a_kind_line(play: stage.Stage) -> None:
    """Videos, files, places, contacts, polls and kinds of the future lose nothing and break nothing."""
    await play.pair()
    sent = (
        play.ann.video,
        play.ann.document,
        play.ann.location,
        play.ann.contact,
        play.ann.poll,
        lambda: play.ann.anything("hologram", {"depth": 3}),
    )
    for send in sent:
        before = len(play.ann.inbox)
        await send()
        assert len(play.ann.inbox) == before + 1
        assert "I can't take this kind yet" in stage.says(play.ann)


async def test_groups_and_channels_are_left_after_one_line(play: stage.Stage) -> None:
    """Where others can read, the bot says that it works in private, and goes."""
    for kind in ("group", "supergroup", "channel"):
        chat = await play.ann.group("hello everybody", kind=kind)
        said = [one.words for one in chat.living if one.from_bot]
        assert said == ["This works in a private chat only, so I'm leaving. Nothing here was kept."]


@pytest.mark.parametrize("name", NAMES)
async def test_names_appear_as_they_are(play: stage.Stage, name: str) -> None:
    """Whatever somebody is called, it stands in every line as they wrote it, and every tap still works."""
    await play.ann.rename(name)
    await play.pair()
    await play.shares(play.ann, f"From {name}", "may answer", "One gentle question")
    seen = name.translate(TURNS)
    assert seen in stage.says(play.ben)
    await play.ben.tap("Open")
    assert f"From {seen}" in play.ben.last.words
    await play.ben.tap(play.ben.buttons[0])
    await play.ben.send("/unpair")
    assert seen in "".join(phone.plain(one) for one in play.ben.buttons)
    await play.ben.tap("Leave quietly")


async def test_a_double_tap_does_one_thing(play: stage.Stage) -> None:
    """Every button of the way tapped twice has one effect: one share, one notice, one acknowledgement."""
    await play.pair()
    await play.ann.send("Twice.")
    for label in ("Share…", "Send", "Send now"):
        shown = play.ann.last
        data = next(
            one.callback_data for row in shown.keyboard for one in row if one.text == label and one.callback_data
        )
        await play.ann.tap(label)
        await play.ann.forge(data, shown)
    assert len([one for one in play.ben.inbox if one.buttons == ["Open"]]) == 1
    opening = play.ben.last
    first = opening.keyboard[0][0].callback_data
    assert first is not None
    await play.ben.tap("Open")
    await play.ben.forge(first, opening)
    assert "Twice." in opening.words
    way = opening.keyboard[0][0].callback_data
    assert way is not None
    await play.ben.tap(opening.buttons[0], message=opening)
    await play.ben.forge(way, opening)
    await play.wait(minutes=1)
    assert len([one for one in play.ann.inbox if one.buttons == ["Open"]]) == 1


async def test_old_and_invented_buttons_are_answered_with_what_is_true(play: stage.Stage) -> None:
    """A button of long ago, of another person or of nobody is answered kindly and changes nothing."""
    await play.pair()
    await play.shares(play.ann, "Mine.")
    mine = play.ann.last.keyboard[0][0].callback_data
    assert mine is not None
    before = play.received(play.ann)
    for data in (mine, "take-back:999999", "nonsense", "open:", "answer:1:99", "leave:x", "::::"):
        await play.ben.forge(data)
        assert play.ben.toast
    assert play.received(play.ann) == before
    await play.ben.tap("Open")
    assert "Mine." in stage.says(play.ben)


async def test_every_command_works_at_any_moment(play: stage.Stage) -> None:
    """In the middle of anything, each command of the menu is obeyed and nothing that was written is lost."""
    await play.pair()
    for name, _ in play.world.commands(play.ann):
        if name in ("forget", "clear"):
            continue
        await play.ann.send("/note")
        before = len(play.ann.inbox)
        await play.ann.send(f"/{name}")
        assert len(play.ann.inbox) > before, name
        await play.ann.send("/cancel")


async def test_a_very_long_text_is_kept_whole_and_shared_as_far_as_it_fits(play: stage.Stage) -> None:
    """What is longer than a message holds is kept, and the preview says how much of it would go."""
    await play.pair()
    await play.ann.send("word " * 800)
    await play.ann.tap("Share…")
    assert "this much fits" in play.ann.screen()
    await play.ann.tap("Send")
    await play.ann.tap("Send now")
    await play.ben.tap("Open")
    assert play.ben.last.words.count("word") > 300


async def test_nobody_is_taken_for_a_group(play: stage.Stage) -> None:
    """A forged group that bears the id of a person is no group: that person reads nothing."""
    await play.pair()
    before = play.received(play.ben)
    user = {"id": play.ann.id, "is_bot": False, "first_name": "Ann"}
    chat = {"id": play.ben.id, "type": "group", "title": "Family"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": user, "text": "/start"}
    assert await play.bot.intake.push(json.dumps({"update_id": 7, "message": message}).encode())
    await play.settled()
    assert play.received(play.ben) == before
