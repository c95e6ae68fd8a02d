"""One file of everything: complete, readable, and silent about when the other did anything."""

import dataclasses
import io
import json
import zipfile
from typing import Any

import pytest

from bot.domain import model
from bot.telegram import archives
from bot.usecases import enclosures, exporting
from tests.usecases.house import House, Phone

# What of each value is in no archive, and why.
LEFT_OUT = {
    # ids, numbers, seeds and messages
    model.Person: {"id", "seed", "counter", "arrivals", "dialog", "newest", "setup", "invited_by", "blocked"}
    # guesses at links, and the day on which something of the partner's was announced
    | {"guesses", "guessed_on", "noticed_on"},
    model.Half: {"id", "pair_id", "person_id"},
    model.Invite: {"id", "inviter_id", "token_hash", "joiner_id", "n"},
    model.Ask: {"id", "person_id", "n", "message_id", "planned_at", "pushed", "covered", "sent_at"},
    model.Reflection: {"id", "person_id", "n", "file_id", "ask_id", "message_id"},
    model.Share: {"id", "author_id", "pair_id", "n", "file_id", "seal", "reflection_id", "answers", "fits"}
    | {"message_id", "leaves_at"},
    model.Breather: {"id", "person_id", "pair_id", "n", "leaves_at", "message_id", "answer"},
}
NAMED = {
    model.Person: exporting.PERSON,
    model.Half: exporting.HALF,
    model.Invite: exporting.INVITE,
    model.Ask: exporting.ASK,
    model.Reflection: exporting.REFLECTION,
    model.Share: exporting.SHARE,
    model.Breather: exporting.BREATHER,
}


async def archive(home: House, who: Phone) -> enclosures.Archive:
    """Return what somebody's archive is made of."""
    person = await home.person(who)
    async with home.store.begin() as tx:
        return await exporting.gathered(tx, person, home.parts)


async def unpacked(home: House, who: Phone) -> tuple[dict[str, Any], str]:
    """Return both files of somebody's archive."""
    packed = archives.pack(home.words, "en", await archive(home, who))
    with zipfile.ZipFile(io.BytesIO(packed)) as found:
        assert found.namelist() == ["nearer.json", "nearer.html"]
        return json.loads(found.read("nearer.json")), found.read("nearer.html").decode()


@pytest.mark.parametrize("kind", NAMED)
def test_every_field_is_in_it_or_left_out_on_purpose(kind: Any) -> None:
    """Nothing of a person is forgotten by accident when a field is added."""
    fields = {field.name for field in dataclasses.fields(kind)}
    assert {*NAMED[kind]} | LEFT_OUT[kind] == fields
    assert {*NAMED[kind]} & LEFT_OUT[kind] == set()


async def test_it_holds_all_that_is_ones_own(paired: House) -> None:
    """Words, drafts, shares and settings are in both files."""
    await paired.post(paired.ann, "I liked the walk.")
    await paired.write(paired.ann, "Half a thought.")
    data, page = await unpacked(paired, paired.ann)
    assert data["person"]["name"] == "Ann"
    assert data["person"]["zone"] == "Europe/Berlin"
    assert [one["words"] for one in data["words"]][1:] == ["I liked the walk.", "Half a thought."]
    assert data["words"][0]["question"] != ""
    assert [one["words"] for one in data["shared_by_you"]] == ["I liked the walk."]
    assert data["partners"][0]["name"] == "Ben"
    for words in ("I liked the walk.", "Half a thought.", "Time zone: Europe/Berlin", "What you shared"):
        assert words in page.replace("\u2068", "").replace("\u2069", "")


async def test_of_the_partner_it_holds_what_was_opened_alone(paired: House) -> None:
    """What lies unopened is not in it, nor anything that says when, or that something waits."""
    await paired.post(paired.ann, "Opened.")
    await paired.tap(paired.ben, "Open")
    before = await unpacked(paired, paired.ben)
    assert before[0]["shared_with_you"] == [
        {"kind": "share", "words": "Opened.", "media": "text", "answering": "nothing", "hard": False}
    ]
    await paired.post(paired.ann, "Unopened.")
    assert await unpacked(paired, paired.ben) == before
    assert "Unopened." not in str(before)


async def test_the_authors_archive_is_the_same_whatever_the_reader_does(paired: House) -> None:
    """Opened or not, the author's file says the same."""
    await paired.post(paired.ann, "Read me, or not.")
    before = await unpacked(paired, paired.ann)
    await paired.tap(paired.ben, "Open")
    assert await unpacked(paired, paired.ann) == before


async def test_the_page_escapes_what_people_write(paired: House) -> None:
    """Markup in words is words on the page, and the page loads nothing."""
    await paired.write(paired.ann, "<script>alert('x')</script> & \ud83d half")
    _, page = await unpacked(paired, paired.ann)
    assert "<script>" not in page
    assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; &amp;" in page
    assert "http" not in page.replace("http-equiv", "")
    assert "prefers-color-scheme: dark" in page


async def test_it_comes_once_a_day_where_it_arrived(paired: House) -> None:
    """The command brings it in a moment; after that, tomorrow has another."""
    await paired.command(paired.ann, "/export")
    said = [one.text for one in paired.ann.messages.values()][-2:]
    assert said[0].startswith("Everything of yours that is kept here") or said[1].startswith("Everything of yours")
    await paired.command(paired.ann, "/export")
    assert paired.ann.newest.text == "Today's file is here already. Tomorrow there can be another."
    await paired.wait(days=1)
    await paired.command(paired.ann, "/export")
    assert "Tomorrow" not in paired.ann.newest.text


async def test_a_stranger_may_take_along_what_little_there_is(home: House) -> None:
    """Everybody of whom anything is kept can have it, agreed or not."""
    await home.command(home.cleo, "/export")
    data, _ = await unpacked(home, home.cleo)
    assert (data["person"]["name"], data["words"]) == ("Cleo", [])
