"""The plan of prompts that needs no language: themes, arcs, floors, inventory and pace."""

from collections.abc import Mapping

from bot.content import sheet


class Theme(sheet.Sheet):
    """One of the sixteen themes, and the tracks that may ask about it."""

    id: sheet.Text
    seed: sheet.Text
    tracks: tuple[sheet.Track, ...]


class Arc(sheet.Sheet):
    """A stretch of weeks in which some themes are available, up to a depth."""

    id: sheet.Text
    weeks: sheet.Weeks
    depth_max: sheet.Depth
    themes: tuple[sheet.Text, ...]
    note: sheet.Text


class RestWeek(sheet.Sheet):
    """How often a week is lighter, and by how much."""

    every: int
    depth_less: int
    prompts_less: int


class Spiral(sheet.Sheet):
    """How the weeks after the last arc map back onto earlier ones."""

    from_week: int
    first_week: int
    length: int


class Inventory(sheet.Sheet):
    """How many prompts a year without a repeat takes, counted in every direction."""

    total: int
    by_track: Mapping[sheet.Track, int]
    pool_min_pushed: int
    by_depth: Mapping[sheet.Depth, int]
    by_theme: Mapping[str, int]
    checkins: int
    first_weeks_min: int
    depth5_themes_allowed: tuple[sheet.Text, ...]
    same_two_words_max: float
    same_option_max: int


class StepUp(sheet.Sheet):
    """When one more step may be offered."""

    need_answers: int
    of_last: int
    need_no_a_lot_in: int
    within_days: int
    max_per_days: int
    quiet_after_no_days: int


class Deep(sheet.Sheet):
    """What holds prompts of depth four and five back."""

    max_per_days: int
    not_within_hours_of_breather: int
    not_in_first_days: int


class AfterCard(sheet.Sheet):
    """How light the days after a safety card are."""

    hold_prompts_hours: int
    then_depth_max: sheet.Depth
    then_depth_max_days: int


class DeliveryRules(sheet.Sheet):
    """The guide's constants of pace, as the conversation uses them."""

    default_per_week: int
    choices_per_week: tuple[int, ...]
    max_proactive_per_day: int
    max_proactive_per_week: int
    check_ins_per_week: int
    silent_push: bool
    quiet_hours: tuple[sheet.Text, sheet.Text]
    expire_quietly_after_hours: int
    reminders_for_unanswered: int
    not_repeated_within_days: int
    skips_step_down: int
    skips_half_pace: int
    skips_go_quiet: int
    light_days_after_a_lot: int
    hold_new_depth_hours: int
    step_up: StepUp
    depth4_plus: Deep
    after_safety_card: AfterCard
    undo_seconds: int


class Plan(sheet.Sheet):
    """Arcs, floors, inventory and pace: everything about prompts that needs no language."""

    themes: tuple[Theme, ...]
    depths: Mapping[sheet.Depth, sheet.Text]
    week_floor: Mapping[sheet.Depth, int]
    arcs: tuple[Arc, ...]
    every_week_min: Mapping[str, int]
    rest_week: RestWeek
    spiral: Spiral
    inventory: Inventory
    delivery_rules: DeliveryRules
