"""Pages, weeks, and the order of what has passed."""

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import looking_back, model

NOON = dt.datetime(2026, 11, 29, 12, tzinfo=dt.UTC)  # a Sunday


@dataclasses.dataclass(frozen=True)
class Word:
    """A feeling."""

    id: str
    label: str
    valence: float | None
    energy: float | None


def kept(
    hours_ago: float, words: str = "", feeling: str | None = None, *, tapped: bool = False
) -> model.Reflection:
    """Return something that was written some hours before Sunday noon."""
    at = NOON - dt.timedelta(hours=hours_ago)
    return model.Reflection(id=1, person_id=1, n=1, words=words, feeling=feeling, tapped=tapped, created_at=at)


def person(zone: str | None) -> model.Person:
    """Return a person who lives there."""
    return model.Person(id=1, name="Ann", zone=zone)


@given(st.lists(st.integers(0, 6000), max_size=60))
def test_every_exchange_stands_on_one_page(sizes: list[int]) -> None:
    """Nothing is left out or doubled, pages hold what fits, and later exchanges move no earlier page."""
    pages = looking_back.packed(sizes)
    assert [i for page in pages for i in page] == list(range(len(sizes)))
    assert all(len(page) <= looking_back.EXCHANGES_A_PAGE for page in pages)
    assert all(len(page) == 1 or sum(sizes[i] for i in page) <= looking_back.UNITS_A_PAGE for page in pages)
    assert looking_back.packed([*sizes, 10])[: max(len(pages) - 1, 0)] == pages[:-1]


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (5, 1), (6, 2), (11, 3)])
def test_pages_hold_five(count: int, pages: int) -> None:
    """There is always a page, and none that is empty beside it."""
    assert looking_back.page_count(range(count)) == pages


def test_a_week_is_seven_days_of_ones_own() -> None:
    """The week that ends today begins six midnights ago, on the person's own clock."""
    found = [kept(0), kept(24 * 6 + 13.5), kept(24 * 6 + 11.5), kept(-14)]
    assert looking_back.week_of(person("Europe/Berlin"), found, NOON.date()) == [found[0], found[2]]


def test_a_month_is_the_persons_own() -> None:
    """What was written shortly before midnight UTC belongs to the next month further east."""
    late = dataclasses.replace(kept(0), created_at=dt.datetime(2026, 11, 30, 23, 30, tzinfo=dt.UTC))
    assert looking_back.month_of(person("Europe/Berlin"), late) == 202612
    assert looking_back.month_of(person(None), late) == 202611


def test_a_tapped_answer_may_be_a_feeling() -> None:
    """A tap that says the word of a feeling is that feeling; typed words are not read for any."""
    named = {"calm": "calm", "at ease": "at_ease"}
    assert looking_back.felt(kept(1, "At ease", tapped=True), named) == "at_ease"
    assert looking_back.felt(kept(1, "At ease"), named) is None
    assert looking_back.felt(kept(1, "whatever", "glad"), named) == "glad"


def test_a_picture_has_each_word_once() -> None:
    """However often a word came, it stands there once: nothing is counted."""
    known = {one: Word(one, one, 0.5, 0.5) for one in ("glad", "calm")}
    found = looking_back.words_of(["glad", "calm", "glad", None, "gone"], known)
    assert [one.label for one in found] == ["calm", "glad"]


def test_words_are_grouped_as_they_lie() -> None:
    """The caption says of each word where it stands; one without a place says so."""
    words = [
        Word("a", "a", 0.6, 0.6),
        Word("b", "b", 0.6, -0.6),
        Word("c", "c", -0.6, 0.6),
        Word("d", "d", -0.6, -0.6),
        Word("e", "e", 0.1, 0.9),
        Word("f", "f", None, None),
    ]
    grouped = {part: [one.id for one in those] for part, those in looking_back.quarters(words).items()}
    assert grouped == {
        "pleasant-lively": ["a"],
        "pleasant-still": ["b"],
        "hard-lively": ["c"],
        "hard-still": ["d"],
        "between": ["e"],
        "unplaced": ["f"],
    }


def test_only_what_left_and_what_was_opened_has_passed() -> None:
    """A share that cools off, one taken back, and one that lies unopened are not among it."""
    share = model.Share(id=1, author_id=1, pair_id=1, n=1, words="a", created_at=NOON)
    post = model.Post(id=9, reader_id=1, pair_id=1, share_id=5, placed_at=NOON)
    shares = [dataclasses.replace(share, id=i, state=state) for i, state in enumerate(model.ShareState, 1)]
    posts = [dataclasses.replace(post, id=i, state=state) for i, state in enumerate(model.PostState, 20)]
    first = [one.first for one in looking_back.exchanges(shares, posts)]
    assert {(type(one), one.state) for one in first} == {
        (model.Share, model.ShareState.POSTED),
        (model.Post, model.PostState.OPENED),
    }


def test_what_came_back_stands_under_what_it_answers() -> None:
    """A response is no exchange of its own, and one to what is gone is gone with it."""
    share = model.Share(
        id=1, author_id=1, pair_id=1, n=1, words="a", state=model.ShareState.POSTED, created_at=NOON, leaves_at=NOON
    )
    opened = model.Post(
        id=2,
        reader_id=1,
        pair_id=1,
        share_id=5,
        state=model.PostState.OPENED,
        placed_at=NOON - dt.timedelta(hours=1),
    )
    thanks = dataclasses.replace(share, id=3, kind=model.ShareKind.ACKNOWLEDGEMENT, answers=2)
    stray = dataclasses.replace(thanks, id=4, answers=77)
    back = dataclasses.replace(opened, id=6, kind=model.ShareKind.REPLY, to_share=1)
    assert looking_back.exchanges([stray, thanks, share], [back, opened]) == [
        looking_back.Exchange(opened, (thanks,)),
        looking_back.Exchange(share, (back,)),
    ]
