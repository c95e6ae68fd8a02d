"""Asks and reflections: one ask a local date, numbers of one's own, and words that come back exactly."""

import dataclasses
import datetime as dt

from bot.domain import model
from bot.store import store
from tests.store import making
from tests.store.making import NOW, ROBIN, SAM, TODAY


async def test_an_ask_is_found_by_every_key(kept: store.Store) -> None:
    """By id, number, local date and message; another person's keys do not find it."""
    it = making.ask(message_id=5, local_date=TODAY, prompt_id="e017", step=model.Step.LINE, sent_at=NOW)
    async with kept.begin() as tx:
        await making.people(tx)
        assert await tx.add(it)
        assert await tx.ask(it.id) == it
        assert await tx.ask_numbered(SAM, it.n) == it
        assert await tx.ask_on(SAM, TODAY) == it
        assert await tx.ask_by_message(SAM, 5) == it
        assert await tx.ask_numbered(ROBIN, it.n) is None
        assert await tx.ask_on(ROBIN, TODAY) is None
        assert await tx.ask_by_message(ROBIN, 5) is None
        assert await tx.ask_on(SAM, TODAY + dt.timedelta(days=1)) is None


async def test_there_is_one_ask_a_local_date(kept: store.Store) -> None:
    """A second ask of the date is refused, and the transaction goes on."""
    async with kept.begin() as tx:
        await making.people(tx)
        assert await tx.add(making.ask(40, local_date=TODAY))
        assert await tx.add(making.ask(41, local_date=TODAY)) is False
        assert await tx.add(making.ask(42, ROBIN, local_date=TODAY)) is True
    async with kept.begin() as tx:
        assert await tx.ask_on(SAM, TODAY) == making.ask(40, local_date=TODAY)
        assert await tx.ask(41) is None


async def test_numbers_are_ones_own(kept: store.Store) -> None:
    """The same number twice is refused for one person and fine for two."""
    async with kept.begin() as tx:
        await making.people(tx)
        assert await tx.add(making.ask(40, n=1))
        assert await tx.add(making.ask(41, n=1)) is False
        assert await tx.add(making.ask(42, ROBIN, n=1)) is True
        assert await tx.add(making.reflection(50, n=1))
        assert await tx.add(making.reflection(51, n=1)) is False


async def test_history_is_what_had_a_prompt(kept: store.Store) -> None:
    """All asks with a prompt come oldest first; those without one, and other people's, do not."""
    async with kept.begin() as tx:
        await making.people(tx)
        for ask_id, prompt_id in ((43, "e003"), (41, "e001"), (42, None)):
            await tx.add(making.ask(ask_id, prompt_id=prompt_id))
        await tx.add(making.ask(44, ROBIN, prompt_id="e004"))
        assert [ask.prompt_id for ask in await tx.asks(SAM)] == ["e001", "e003"]


async def test_a_reflection_is_found_by_every_key(kept: store.Store) -> None:
    """By id, number and message of its author alone, words and all."""
    it = making.reflection(ask_id=40, prompt_id="e017", tapped=True, message_id=6, words="ça va\n🧡 \ud83d")
    async with kept.begin() as tx:
        await making.people(tx)
        assert await tx.add(it)
    async with kept.begin() as tx:
        assert await tx.reflection(it.id) == it
        assert await tx.reflection_numbered(SAM, it.n) == it
        assert await tx.reflection_by_message(SAM, 6) == it
        assert await tx.reflection_numbered(ROBIN, it.n) is None
        assert await tx.reflection_by_message(ROBIN, 6) is None


async def test_a_reflection_can_be_edited_and_deleted(kept: store.Store) -> None:
    """Saved words replace the old ones; removed ones are gone."""
    async with kept.begin() as tx:
        await making.people(tx)
        await tx.add(making.reflection())
        edited = dataclasses.replace(making.reflection(), words="better words", state=model.ReflectionState.DRAFT)
        await tx.save(edited)
        assert await tx.reflection(edited.id) == edited
        await tx.remove(edited)
        assert await tx.reflection(edited.id) is None
        await tx.remove(edited)


async def test_all_reflections_are_ones_own(kept: store.Store) -> None:
    """They come oldest first, and nobody else's among them."""
    async with kept.begin() as tx:
        await making.people(tx)
        for reflection_id, owner in ((52, SAM), (51, SAM), (53, ROBIN)):
            await tx.add(making.reflection(reflection_id, owner))
        assert [reflection.id for reflection in await tx.reflections(SAM)] == [51, 52]
