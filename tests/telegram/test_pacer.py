"""The pace holds in every second, whatever the loop does."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from bot.telegram import pacer
from tests.telegram import houses

RATES = st.sampled_from([1.0, 25.0, 30.0, 200.0, 1000.0])


def leave(rate: float, gaps: list[float], free: int) -> list[float]:
    """Return when messages leave in a loop that looks every `gap` seconds and always has more to send."""
    pace, now, left = pacer.Pacer(rate), 100.0, []
    for gap in gaps:
        left += [pace.slot(now) for _ in range(pace.grant(free, now))]
        now += gap
    return left


@given(RATES, st.lists(st.floats(0, 3), min_size=1, max_size=200), st.integers(1, 64))
def test_no_second_holds_too_many(rate: float, gaps: list[float], free: int) -> None:
    """In the worst second no more leave than 5 % above the rate and two."""
    left = leave(rate, gaps, free)
    worst = max((sum(1 for other in left if one <= other < one + 1) for one in left), default=0)
    assert worst <= rate * 1.05 + 2


@given(st.sampled_from([25.0, 1000.0]))
def test_a_full_queue_drains_at_the_rate(rate: float) -> None:
    """A loop that comes round often enough loses at most 2 % against the rate."""
    left = leave(rate, [0.01] * 1000, 64)
    assert len(left) >= 10 * rate * 0.98


@given(RATES, st.integers(0, 64))
def test_grants_stay_within_the_free_places(rate: float, free: int) -> None:
    """Nobody is granted more than there is room for in flight."""
    assert pacer.Pacer(rate).grant(free, 5.0) <= free


def test_the_wait_leads_to_a_grant() -> None:
    """After the wait it names, a pacer that granted nothing grants something."""
    pace = pacer.Pacer(25)
    while pace.grant(9, 50.0):
        pace.slot(50.0)
    assert pace.wait(50.0) > 0
    assert pace.grant(9, 50.0 + pace.wait(50.0) + 1e-9) >= 1


def test_places_in_flight_follow_the_round_trip() -> None:
    """A slow network gets more places, within 4 and 64."""
    quick, slow = pacer.Pacer(25), pacer.Pacer(1000)
    for _ in range(200):
        quick.learn(0.001)
        slow.learn(2.0)
    assert (quick.most, slow.most) == (pacer.FEWEST, pacer.MOST)


@given(st.lists(st.floats(0, 2), min_size=1, max_size=60))
def test_a_chat_gets_one_a_second(gaps: list[float]) -> None:
    """To one chat go at most three at once, and one a second over any stretch."""
    chats, now, left = pacer.Chats(), 0.0, []
    for gap in gaps:
        left.append(now + chats.book(1, now))
        now += gap
    for index, start in enumerate(left):
        for count, end in enumerate(left[index:], start=1):
            assert count <= pacer.CHAT_BURST + (end - start) / pacer.CHAT_SECONDS + 1e-6


def test_chats_do_not_wait_for_each_other() -> None:
    """A full chat holds nobody else up."""
    chats = pacer.Chats()
    waits = [chats.book(1, 0.0) for _ in range(5)]
    assert (waits, chats.wait(2, 0.0)) == ([0, 0, 0, 1, 2], 0)


def test_one_flooded_chat_cools_alone() -> None:
    """The first 429 holds its person only; a second person's holds everybody."""
    cool, now, pause = pacer.CoolDowns(), houses.NOW, dt.timedelta(seconds=9)
    assert cool.add(1, now, pause) == ("1", now + pause)
    assert (cool.until(1, now), cool.until(2, now)) == (now + pause, None)
    assert cool.add(2, now, pause) == (pacer.EVERYBODY, now + pause)
    assert cool.until(3, now) == now + pause
    assert cool.until(3, now + pause) is None


def test_a_cool_down_never_shrinks() -> None:
    """A shorter pause leaves the longer one standing."""
    cool, now = pacer.CoolDowns(), houses.NOW
    cool.load({"1": now + dt.timedelta(seconds=60)})
    assert cool.add(1, now, dt.timedelta(seconds=3)) == ("1", now + dt.timedelta(seconds=60))


def test_a_cool_down_of_a_time_that_never_was_holds_nobody() -> None:
    """A pause that was noted while the clock ran ahead is void, and a new one counts from now."""
    cool, now, pause = pacer.CoolDowns(), houses.NOW, dt.timedelta(seconds=9)
    cool.load({"1": now + dt.timedelta(days=365)})
    assert cool.until(1, now) is None
    assert cool.add(1, now, pause) == ("1", now + pause)
    assert cool.add(1, now, dt.timedelta(days=9)) == ("1", now + pacer.LONGEST)
