"""Words for feelings: every button's number leads to one word, from a family or from the body."""

import pytest

from bot.content import schema
from bot.domain import feelings
from tests import real


@pytest.fixture(scope="module")
def known() -> schema.Feelings:
    """Return the real vocabulary."""
    return real.words().feelings("en")


def test_every_word_has_one_number_and_one_id(known: schema.Feelings) -> None:
    """Eighty words and the answers beside them, each once."""
    words = feelings.numbered(known)
    assert len(words) == 80 + len(known.extra_answers)
    assert len({word.id for word in words.values()}) == len(words)


def test_every_sensation_leads_to_words_that_exist(known: schema.Feelings) -> None:
    """Whatever somebody notices in the body, there is a word that it might be."""
    places = known.body_first.places
    numbers = [(i, j) for i, place in enumerate(places, 1) for j in range(1, len(place.sensations) + 1)]
    for place, own in numbers:
        found = feelings.sensation(places, place * feelings.A_PLACE + own)
        assert found is not None
        assert list(found.might_be) == [word.id for word in feelings.number_of(known, found.might_be).values()]


def test_a_number_of_nothing_leads_nowhere(known: schema.Feelings) -> None:
    """A button of another vocabulary is no word of this one."""
    places = known.body_first.places
    assert [feelings.sensation(places, one) for one in (0, 1, 100, 199, 9901)] == [None] * 5


def test_tender_words_are_known(known: schema.Feelings) -> None:
    """A word is tender where the content says so; no word is never tender."""
    assert feelings.is_tender(known, "ashamed")
    assert not feelings.is_tender(known, "calm")
    assert not feelings.is_tender(known, None)


def test_a_feeling_is_said_as_a_sentence(known: schema.Feelings) -> None:
    """What stands alone reads like something a person says."""
    word = feelings.called(known, "at_ease")
    assert word is not None
    assert feelings.said(word) == "At ease."
    assert feelings.called(known, "nothing_of_the_kind") is None
