"""The files of one language: prompts, rules of writing, replies, safety phrases, feelings."""

from collections.abc import Mapping
from typing import Annotated, Literal

import pydantic

from bot.content import patterns, sheet

Scope = Literal["ask", "option", "starter", "share_frame", "hint", "notice"]


class Tap(sheet.Sheet):
    """The smallest size: a question and its answers as buttons."""

    ask: sheet.Text
    options: tuple[sheet.Text, ...]


class Line(sheet.Sheet):
    """The middle size: a question for one line, with a beginning to borrow."""

    ask: sheet.Text
    starter: sheet.Text | None = None


class Open(sheet.Sheet):
    """The largest size: a question for a few lines or a voice note."""

    ask: sheet.Text


class Translation(sheet.Sheet):
    """The words of one prompt in a language that follows the source language."""

    id: sheet.Text
    tap: Tap
    line: Line
    open: Open
    share_frame: sheet.Text | None = None


class Entry(Translation):
    """One prompt as it is written in the source language."""

    track: sheet.Track
    theme: sheet.Text
    depth: sheet.Depth
    weeks: sheet.Weeks
    share_default: Literal["private", "ask"]
    why: sheet.Text
    source: sheet.Text
    pull_only: bool = False
    cover_line: sheet.Text | None = None
    exclude_when: tuple[
        Literal["pause_active", "after_safety_card_72h", "first_21_days", "after_harsh_reply_7d"], ...
    ] = ()
    mirror: sheet.Text | None = None
    playful: bool = False
    notes: sheet.Text | None = None

    @property
    def checkin(self) -> bool:
        """Whether this is a check-in, which may come again."""
        return self.id.startswith("c")


class Prompts(sheet.Sheet):
    """A file of prompts in the source language."""

    prompts: tuple[Entry, ...]


class Checkins(sheet.Sheet):
    """The file of check-ins in the source language."""

    checkins: tuple[Entry, ...]


class TranslatedPrompts(sheet.Sheet):
    """A file of prompts in any other language."""

    prompts: tuple[Translation, ...]


class TranslatedCheckins(sheet.Sheet):
    """The file of check-ins in any other language."""

    checkins: tuple[Translation, ...]


class Ease(sheet.Sheet):
    """A formula of how easy a language is to read, by the length of sentences and words, and the least of it."""

    vowels: sheet.Text
    whole: float
    per_sentence: float
    per_syllable: float
    min: float


class Limits(sheet.Sheet):
    """How long and how dense the texts of one language may be."""

    ask_chars: int
    option_chars: int
    starter_chars: int
    share_frame_chars: int
    hint_chars: int
    acknowledgement_chars: int
    sentences_per_ask: int
    words_per_sentence: int
    questions_per_ask: int
    exclamations_per_ask: int
    emoji_per_ask: int
    emoji_per_option: int
    screen_words: int
    letters_per_word_max: float | None = None
    long_words_per_ask_max: int | None = None
    reading_grade_max: float | None = None
    reading_grade_max_tender: float | None = None
    reading_ease: Ease | None = None


class LintRule(sheet.Sheet):
    """One rule of wording with the samples that prove it."""

    id: sheet.Text
    severity: Literal["error", "warn"] = "error"
    applies_to: tuple[Scope, ...]
    kind: Literal["forbid", "require"] = "forbid"
    case_sensitive: bool = False
    match: tuple[patterns.Pattern, ...]
    unless: tuple[patterns.Pattern, ...] = ()
    say: sheet.Text
    bad: tuple[sheet.Text, ...]
    good: tuple[sheet.Text, ...]


class Allowance(sheet.Sheet):
    """A text of the bot that may break one rule, and the reason."""

    key: sheet.Text
    rule: sheet.Text
    reason: sheet.Text


class Rules(sheet.Sheet):
    """How texts of one language are written."""

    partner_reads_as: sheet.Text
    name_reads_as: sheet.Text
    limits: Limits
    cover_lines: tuple[sheet.Text, ...]
    added_by_the_bot: tuple[sheet.Text, ...]
    gentle_out_words: tuple[patterns.Pattern, ...]
    read_as_one: tuple[sheet.Text, ...] = ()
    lint: tuple[LintRule, ...]
    allowed: tuple[Allowance, ...] = ()


class Acknowledgement(sheet.Sheet):
    """A way to receive a share with one tap: its label is the very words that are sent."""

    id: sheet.Text
    label: sheet.Text
    fits: tuple[
        Literal["any", "feeling", "pattern", "tender", "root", "hard_day", "good_news", "appreciation", "play"],
        ...,
    ]
    hard_first: bool = False


class Category(sheet.Sheet):
    """A group of patterns."""

    id: sheet.Text
    means: sheet.Text


class ReplyPattern(sheet.Sheet):
    """Wording that may land hard, with what to say about it and a gentler way."""

    id: sheet.Text
    category: sheet.Text
    match: tuple[patterns.Pattern, ...]
    unless: tuple[patterns.Pattern, ...] = ()
    hint: sheet.Text | None = None
    alternative: sheet.Text | None = None
    crisis_card: bool = False
    hits: tuple[sheet.Text, ...]
    misses: tuple[sheet.Text, ...]


class Coach(sheet.Sheet):
    """The second look at a typed reply, for a language that has one."""

    order: tuple[sheet.Text, ...]
    hints_per_message: int
    hints_per_day: int
    rest_days_after_two_sent: int
    categories: tuple[Category, ...]
    warm_samples: tuple[sheet.Text, ...]
    patterns: tuple[ReplyPattern, ...]


class Replies(sheet.Sheet):
    """Acknowledgements, warmths, and the coach where the language has one."""

    acknowledgements: tuple[Acknowledgement, ...]
    warmths: tuple[sheet.Text, ...]
    coach: Coach | None = None


class Card(sheet.Sheet):
    """The text of a safety card."""

    text: sheet.Text


class CrisisPattern(sheet.Sheet):
    """Wording that calls for a safety card."""

    id: sheet.Text
    category: sheet.Text
    tier: Literal[1, 2]
    card: sheet.Text
    match: tuple[patterns.Pattern, ...]
    unless: tuple[patterns.Pattern, ...] = ()
    hits: tuple[sheet.Text, ...]
    misses: tuple[sheet.Text, ...]


class Crisis(sheet.Sheet):
    """The spotting of safety matters in one language: a doorbell, not a detector."""

    cards: Mapping[str, Card]
    everyday_samples: tuple[sheet.Text, ...]
    patterns: tuple[CrisisPattern, ...]


class Word(sheet.Sheet):
    """A feeling with its place on pleasantness and energy, each from -1 to 1."""

    id: sheet.Text
    label: sheet.Text
    valence: Annotated[float, pydantic.Field(ge=-1, le=1)]
    energy: Annotated[float, pydantic.Field(ge=-1, le=1)]
    gloss: sheet.Text
    feels_like: sheet.Text
    tender: bool = False


class Family(sheet.Sheet):
    """Eight feelings that belong together."""

    id: sheet.Text
    label: sheet.Text
    gloss: sheet.Text
    colour: sheet.Text
    valence: float
    energy: float
    body_cues: tuple[sheet.Text, ...]
    words: tuple[Word, ...]


class ExtraAnswer(sheet.Sheet):
    """A full answer that is no feeling word; its place may be unknown."""

    id: sheet.Text
    label: sheet.Text
    valence: float | None
    energy: float | None
    gloss: sheet.Text


class Sensation(sheet.Sheet):
    """Something noticed in the body, and the words it might be."""

    id: sheet.Text
    label: sheet.Text
    might_be: tuple[sheet.Text, ...]


class Place(sheet.Sheet):
    """A place in the body."""

    id: sheet.Text
    label: sheet.Text
    sensations: tuple[Sensation, ...]


class BodyFirst(sheet.Sheet):
    """The way to a word that begins in the body."""

    ask: sheet.Text
    places: tuple[Place, ...]


class Verdict(sheet.Sheet):
    """A word that carries a verdict about the other, and the feelings that may be under it."""

    word: sheet.Text
    try_: Annotated[tuple[sheet.Text, ...], pydantic.Field(alias="try")]


class Feelings(sheet.Sheet):
    """The vocabulary of feelings in one language."""

    extra_answers: tuple[ExtraAnswer, ...]
    families: tuple[Family, ...]
    body_first: BodyFirst
    looks_like_a_feeling: tuple[Verdict, ...]
