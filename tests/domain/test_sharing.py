"""What may be sent, and how it may be received."""

import dataclasses
import datetime as dt

import pytest

from bot.domain import model, sharing
from tests.domain import making
from tests.domain.making import NOW


@dataclasses.dataclass(frozen=True, slots=True)
class Ready:
    """A ready acknowledgement."""

    id: str
    fits: tuple[str, ...] = ("any",)
    hard_first: bool = False


READY = [*(Ready(f"k{n}") for n in range(8)), Ready("h1", hard_first=True), Ready("p1", fits=("play",))]


def test_an_answer_stands_in_its_frame() -> None:
    """The frame says what a tap was about; without one the answer stands alone."""
    assert sharing.framed("My night: {answer}", "{too} short") == "My night: {too} short"
    assert sharing.framed(None, "Too short") == "Too short"


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("One sentence.", ()),
        ("One. One.", ()),
        ("One. Two? Three!", ("One.", "Two?", "Three!")),
        ("a. b. c. d. e. f.", ("a.", "b.", "c.", "d.")),
        ("no mark\nand a line", ("no mark", "and a line")),
        ("", ()),
    ],
)
def test_less_is_one_of_the_sentences(words: str, offered: tuple[str, ...]) -> None:
    """Less is offered only where there is less, at most four different sentences of it."""
    assert sharing.less(words) == offered


@pytest.mark.parametrize(
    ("theme", "depth", "fitting"),
    [
        ("play_warmth", 1, "play"),
        ("appreciation", 3, "appreciation"),
        ("patience", 2, "pattern"),
        ("x", 4, "tender"),
    ],
)
def test_an_acknowledgement_fits_theme_and_depth(theme: str, depth: int, fitting: str) -> None:
    """What is tender is received tenderly whatever its theme; the rest by theme."""
    assert sharing.fits(theme, depth) == fitting


def test_acknowledgements_fit_and_keep_their_order() -> None:
    """A post always shows the same ones in the same order, and none that does not fit."""
    plain = sharing.acknowledgements(READY, making.post())
    assert plain == sharing.acknowledgements(list(reversed(READY)), making.post())
    assert {one.id for one in plain} == {one.id for one in READY} - {"p1"}
    assert "p1" in {one.id for one in sharing.acknowledgements(READY, making.post(fits="play"))}


def test_what_was_hard_to_say_is_honoured_first() -> None:
    """Where it was hard to say, the first acknowledgement honours the risk."""
    assert sharing.acknowledgements(READY, making.post(hard=True))[0].id == "h1"


@pytest.mark.parametrize(
    ("answering", "received", "replied", "allowed"),
    [
        (model.Answering.QUESTION, 9, False, True),
        (model.Answering.QUESTION, None, False, False),
        (model.Answering.QUESTION, 9, True, False),
        (model.Answering.TAP, 9, False, False),
        (model.Answering.NOTHING, 9, False, False),
        (model.Answering.LATER, 9, False, False),
    ],
)
def test_words_come_after_a_tap_once_and_only_where_wished_for(
    answering: model.Answering,
    received: int | None,
    replied: bool,  # noqa: FBT001 - a table
    allowed: bool,  # noqa: FBT001 - a table
) -> None:
    """One reply, after an acknowledgement, under *one gentle question is welcome* alone."""
    post = making.post(answering=answering, acknowledgement_id=received, replied=replied)
    assert sharing.words_allowed(post) is allowed


@pytest.mark.parametrize(
    ("state", "going"),
    list(zip(model.ShareState, (False, False, True, True, True, False), strict=True)),
)
def test_what_cools_or_was_posted_is_on_its_way(state: model.ShareState, going: bool) -> None:  # noqa: FBT001
    """A preview and what was taken back may be sent; what is leaving or has left may not be sent twice."""
    share = model.Share(id=1, author_id=1, pair_id=1, n=1, words="w", state=state, created_at=NOW)
    assert sharing.is_on_its_way(share) is going


def test_a_notice_can_be_deleted_for_almost_48_hours() -> None:
    """Deleting counts from the notice, with ten minutes kept for the way."""
    notice = making.notice()
    assert sharing.is_deletable(notice, NOW + dt.timedelta(hours=47)) is True
    assert sharing.is_deletable(notice, NOW + dt.timedelta(hours=47, minutes=50)) is False
    assert sharing.is_deletable(making.notice(sent_at=None), NOW) is False
