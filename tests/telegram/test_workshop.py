"""What a delivery encloses is made beside the loop, once, and only for what is still true."""

import asyncio
import dataclasses
import io
import os
import pathlib
import zipfile

import pytest

from bot.domain import model
from bot.telegram import workshop
from bot.usecases import deliveries, enclosures, reply
from tests.telegram import houses

ARCHIVE = enclosures.Archive(
    reply.text("title"),
    (enclosures.Section(reply.text("words"), ((reply.Words("<b>mine</b>"),),)),),
    {"words": ["<b>mine</b>"]},
)


def delivery(row_id: int, enclosed: enclosures.Enclosure | None) -> deliveries.Delivery:
    """Return a delivery that encloses this."""
    row = dataclasses.replace(houses.line(1), id=row_id)
    screen = reply.screen(reply.text("here"))
    return deliveries.Delivery(row=row, chat_id=1, locale="en", screen=screen, encloses=enclosed)


async def test_what_encloses_nothing_leaves_as_it_is() -> None:
    """Ordinary deliveries are not touched."""
    plain = delivery(1, None)
    assert await workshop.Workshop(houses.Texts()).enclose(plain) is plain


async def test_it_is_made_first_and_enclosed_then() -> None:
    """The first time the file is only made; the next time, when the row was checked again, it goes along."""
    shop = workshop.Workshop(houses.Texts())
    assert await shop.enclose(delivery(1, ARCHIVE)) is None
    whole = await shop.enclose(delivery(1, ARCHIVE))
    file = whole.screen.file if whole and whole.screen else None
    assert file is not None
    assert (file.media, file.name) == (model.Media.TEXT, "nearer.zip")
    with zipfile.ZipFile(io.BytesIO(file.content or b"")) as found:
        assert "&lt;b&gt;mine&lt;/b&gt;" in found.read("nearer.html").decode()
    assert await shop.enclose(delivery(1, ARCHIVE)) is None


async def test_what_changed_meanwhile_is_made_anew() -> None:
    """A file that says what is no longer so is never sent."""
    shop = workshop.Workshop(houses.Texts())
    assert await shop.enclose(delivery(1, ARCHIVE)) is None
    other = dataclasses.replace(ARCHIVE, data={"words": []})
    assert await shop.enclose(delivery(1, other)) is None


async def test_nothing_is_hoarded() -> None:
    """What is made and never sent does not stay for good."""
    shop = workshop.Workshop(houses.Texts())
    for row_id in range(100):
        await shop.enclose(delivery(row_id, ARCHIVE))
    assert len(shop._made) == 16


async def test_a_picture_becomes_a_photo() -> None:
    """The dots, with the words at the ends of the field, come back as a photo."""
    shop = workshop.Workshop(houses.Texts())
    picture = enclosures.Picture((enclosures.Dot("calm", 0.7, -0.6),), dark=True)
    assert await shop.enclose(delivery(1, picture)) is None
    whole = await shop.enclose(delivery(1, picture))
    file = whole.screen.file if whole and whole.screen else None
    assert file is not None
    assert (file.media, (file.content or b"")[:4]) == (model.Media.PHOTO, b"\x89PNG")


@pytest.mark.parametrize("enclosed", [ARCHIVE, enclosures.Picture((), dark=False)], ids=["archive", "picture"])
async def test_no_file_stays_on_the_disk(
    enclosed: enclosures.Enclosure, monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path
) -> None:
    """An archive is made in memory alone; what a picture needs is gone when it is drawn."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    shop = workshop.Workshop(houses.Texts())
    await shop.enclose(delivery(1, enclosed))
    assert await asyncio.to_thread(os.listdir, tmp_path) == []
