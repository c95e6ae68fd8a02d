"""What whoever runs the bot is told of people lets nobody stand out."""

import pytest

from bot.usecases import counting


def people(count: int, *, paired: int = 0) -> counting.People:
    """Return so many people, two of whom speak German."""
    return counting.People(all=count, paired=paired, asked=count, locales={"en": count - 2, "de": 2})


@pytest.mark.parametrize(
    ("count", "size"),
    [(0, "fewer than 10"), (9, "fewer than 10"), (10, "10 or more"), (99, "10 or more"), (54321, "10,000 or more")],
)
def test_a_count_is_its_order_of_magnitude(count: int, size: str) -> None:
    """One person more or less changes hardly ever what is said."""
    assert counting.size(count) == size


def test_of_a_few_people_nothing_is_told() -> None:
    """A bot with two users, with none and with nine says the same."""
    assert {tuple(counting.told(people(count, paired=paired))) for count in (2, 9) for paired in (0, 2)} == {
        (("people", "fewer than 10"),)
    }


def test_of_many_no_small_number_is_told() -> None:
    """What is true of a few of them alone is not told."""
    assert dict(counting.told(people(12, paired=2))) == {
        "people": "10 or more",
        "in a pair": "fewer than 10",
        "asked in the last four weeks": "10 or more",
        "language de": "fewer than 10",
        "language en": "10 or more",
    }
