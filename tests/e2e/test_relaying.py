"""Voice notes and pictures between the two, on both phones."""

from tests.e2e import stage


async def test_a_voice_note_from_one_to_the_other(play: stage.Stage) -> None:
    """Ann says it aloud, looks at what would reach Ben, and sends; Ben opens, listens, and folds it away."""
    await play.pair()
    await play.ann.voice(4)
    assert "nobody here listens" in play.ann.screen()
    await play.ann.tap("Share…")
    assert "After 48 hours it can't be removed from Ben's phone." in stage.says(play.ann)
    for label in ("Send", "Send now"):
        await play.ann.tap(label)
    assert [one.kind for one in play.ben.inbox if one.kind != "text"] == []
    await play.ben.tap("Open")
    assert (play.ben.last.kind, play.ben.last.protected) == ("voice", True)
    await play.ben.tap("Fold away")
    assert [one.kind for one in play.ben.inbox if one.kind != "text"] == []
    await play.ben.tap("Open")
    voice = play.ben.last
    await play.ann.tap("Take it back")
    assert voice.deleted_at is not None


async def test_a_picture_taken_back_after_days(play: stage.Stage) -> None:
    """Where Telegram deletes no more, a plain picture stands where the photo was."""
    await play.pair()
    await play.ann.photo("The lake.")
    for label in ("Share…", "Send", "Send now"):
        await play.ann.tap(label)
    await play.ben.tap("Open")
    photo = play.ben.last
    before = photo.file_id
    await play.wait(hours=49)
    await play.ann.tap("Take it back")
    assert photo.file_id != before
    assert (photo.kind, photo.deleted_at) == ("photo", None)
    assert "lake" not in play.ben.screen()


async def test_songs_and_stickers_answer_too(play: stage.Stage) -> None:
    """Whatever has no words can be the answer to a question, and reach the other."""
    await play.pair()
    await play.question(play.ann)
    await play.ann.sticker()
    assert stage.says(play.ann) == "Kept, for you alone."
    await play.ann.tap("Share…")
    await play.ann.tap("Show it to me")
    assert play.ann.last.kind == "sticker"
    for label in ("Send", "Send now"):
        await play.ann.tap(label)
    await play.ann.audio("Our song")
    for label in ("Share…", "Send", "Send now"):
        await play.ann.tap(label)
    await play.ben.tap("Open")
    assert play.ben.last.kind == "sticker"
    await play.ben.tap("Next")
    assert play.ben.last.kind == "audio"


async def test_who_bars_voice_messages_reads_how_to_let_it_through(play: stage.Stage) -> None:
    """Only the reader learns of it, and Open tries again."""
    await play.pair()
    play.ben.bars_voice = True
    await play.ann.voice(4)
    for label in ("Share…", "Send", "Send now"):
        await play.ann.tap(label)
    before = play.received(play.ann)
    await play.ben.tap("Open")
    assert "your Telegram keeps voice messages away" in stage.says(play.ben)
    play.ben.bars_voice = False
    await play.ben.tap("Open")
    assert play.ben.last.kind == "voice"
    assert play.received(play.ann) == before
    assert [one for one in play.refused if "VOICE_MESSAGES_FORBIDDEN" not in one] == []
    play.refused.clear()
