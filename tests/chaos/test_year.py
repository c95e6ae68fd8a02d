"""Years are played in processes of their own, as many as there are processors."""

from bot import year
from bot.content import find


def test_a_year_is_served_to_a_sample_of_everybody() -> None:
    """Of all who could be there, every ninetieth has a year without a fault."""
    people = year.everybody(year.questions(find.root()).themes)[::90]
    played = list(year.play_all(find.root(), people, processes=2))
    assert [one.who for one in played] == people
    assert [line for one in played for line in one.lines()] == []
