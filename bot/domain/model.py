"""Holds the values that every rule, use case and table speaks of."""

import dataclasses
import datetime as dt
from typing import Protocol

from bot.domain.codes import Answering as Answering
from bot.domain.codes import AskState as AskState
from bot.domain.codes import BreatherState as BreatherState
from bot.domain.codes import HalfState as HalfState
from bot.domain.codes import InviteState as InviteState
from bot.domain.codes import Kind as Kind
from bot.domain.codes import Leaning as Leaning
from bot.domain.codes import Media as Media
from bot.domain.codes import NoticeState as NoticeState
from bot.domain.codes import OutboxState as OutboxState
from bot.domain.codes import Policy as Policy
from bot.domain.codes import PostState as PostState
from bot.domain.codes import ReflectionState as ReflectionState
from bot.domain.codes import ShareKind as ShareKind
from bot.domain.codes import ShareState as ShareState
from bot.domain.codes import Step as Step
from bot.domain.codes import Warmths as Warmths


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a person has set beyond times and places; nobody else can see any of it."""

    depth_max: int = 5
    kept_step: Step | None = None  # "keep it at…"
    closed: tuple[str, ...] = ()  # themes
    drawer: bool = True
    look_back: bool = True
    look_back_day: int = 6  # Monday is 0
    tidy: bool = False  # the person's own messages are deleted as soon as they are kept
    warmths: Warmths = Warmths.POST


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What the bot remembers so that it is quieter: days and codes, never words."""

    light_until: dt.datetime | None = None  # light prompts until then, for no reason that is kept
    silent_until: dt.datetime | None = None  # no prompt until then
    slot_on: dt.date | None = None  # the local date whose one slot is used
    drawer_on: dt.date | None = None
    drawn: tuple[int, ...] = ()  # numbers of the last lines that came back
    look_back_on: dt.date | None = None
    four_weeks_on: dt.date | None = None
    warmth_on: dt.date | None = None
    hinted: tuple[dt.datetime, ...] = ()  # second looks of the last seven days
    as_is: tuple[dt.datetime, ...] = ()  # sent as they were, of the last seven days
    said: tuple[str, ...] = ()  # what is said only once
    breather_at: dt.datetime | None = None  # when a breather last began or was over, one's own or the partner's
    breather_until: dt.datetime | None = None  # one's own: no post and no prompt before it closes
    waits_for: int | None = None  # the partner's breather that this person was told of
    waits_until: dt.datetime | None = None  # when that closes: no prompt, and no words for the partner before
    waits_line: str | None = None  # code of the line that came with it
    waits_n: int = 0  # this person's own number for it
    coached: int | None = None  # the opened post under which one line of coaching stands
    uncoached: int = 0  # shares opened since then
    ours_in: int | None = None  # the message that shows what has passed between the two
    ours_at: str = ""  # which page of it stands there: a number, or `before:` and one
    ours_row: int | None = None  # the row that sent it
    exported_on: dt.date | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What one ask came to, as far as the ladder cares."""

    day: dt.date
    step: Step
    answered: bool
    tapped: bool = False
    a_lot: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An ask that was sent and neither answered nor left alone nor closed."""

    day: dt.date
    step: Step
    at: dt.datetime


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """What a person's past comes to: everything that the next ask may depend on, folded into one value."""

    recent: tuple[Tried, ...] = ()  # the last six asks that were answered or closed, oldest first
    standing: tuple[Standing, ...] = ()
    served: tuple[tuple[dt.date, str], ...] = ()  # prompts of the last 365 days
    deep_on: dt.date | None = None  # the last ask of depth 4
    unanswered: int = 0  # in a row
    rhythm: int = 0  # 0 the chosen pace, 1 half of it, 2 fortnightly
    fortnights: int = 0  # asks sent at the fortnightly pace; after two, none until the person does something
    told: bool = False  # that it gets quieter
    offered_on: dt.date | None = None  # the last offer of one step more
    offer_open: bool = False
    declined_on: dt.date | None = None
    eased: tuple[dt.date, ...] = ()  # days on which "how was that one?" was asked, of the last seven
    heavy: tuple[dt.date, ...] = ()  # days whose answer was a lot: those lines do not come back from the drawer


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One Telegram user in a private chat with the bot, with all they have set."""

    id: int
    name: str
    username: str | None = None
    locale: str = "en"
    seed: int = 0
    agreed_at: dt.datetime | None = None
    terms: str | None = None  # version of the text that was agreed to
    noted_at: dt.datetime | None = None  # when the note of who this is not for was passed
    hello_on: dt.date | None = None
    seen_at: dt.datetime | None = None  # first contact, for forgetting those who never agreed
    zone: str | None = None
    calm: dt.time = dt.time(19)
    days: frozenset[int] = frozenset(range(7))  # Monday is 0
    quiet_from: dt.time = dt.time(21, 30)
    quiet_until: dt.time = dt.time(9)
    post_at: dt.time | None = None
    leaning: Leaning | None = None
    step: Step = Step.TAP  # the size of answer that comes easily
    depth: int = 1  # as deep as comes easily, 1 to 5
    setup: str | None = "first"  # "first" until the hello asks, then what it asks now; None once it is through
    cooling: int = 600  # seconds
    answering: Answering = Answering.NOTHING
    audible: bool = False
    country: str | None = None
    resting: bool = False
    rest_until: dt.datetime | None = None  # None while resting: until the person says so
    blocked: bool = False
    next_ask_at: dt.datetime | None = None
    last_ask_at: dt.datetime | None = None
    dialog: str | None = None  # what the next text is for, as verb or verb:n
    newest: str | None = None  # ask:n while that ask is the newest thing, post:n once something else was opened
    invited_by: int | None = None  # the invitation that this person has opened
    guesses: int = 0  # links that led nowhere, on `guessed_on`
    guessed_on: dt.date | None = None
    counter: int = 0  # numbers this person's own things
    arrivals: int = 0  # numbers what reached this person
    noticed_on: dt.date | None = None  # local date of the last notice of post
    choices: Choices = Choices()
    memory: Memory = Memory()
    ladder: Ladder = Ladder()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Half:
    """One person's side of a pair: the name they see, and where it stands for them."""

    id: int
    pair_id: int
    person_id: int
    name: str  # of the partner, as it was at pairing
    nickname: str | None = None  # what this person calls the partner
    state: HalfState = HalfState.LIVING
    since: dt.datetime
    ended_at: dt.datetime | None = None

    @property
    def partner(self) -> str:
        """The partner's name as this person reads it."""
        return self.nickname or self.name


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Invite:
    """A single-use link that its inviter must still confirm a person for."""

    id: int
    inviter_id: int
    token_hash: bytes
    state: InviteState = InviteState.OPEN
    created_at: dt.datetime
    expires_at: dt.datetime
    joiner_id: int | None = None
    n: int  # the inviter's number


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One prompt for one person on one of their local days."""

    id: int
    person_id: int
    n: int
    local_date: dt.date
    planned_at: dt.datetime
    pushed: bool
    state: AskState = AskState.PLANNED
    prompt_id: str | None = None  # chosen when it is rendered
    step: Step = Step.TAP
    covered: bool = False  # only a cover line was sent; the words come after a tap
    message_id: int | None = None
    sent_at: dt.datetime | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """What a person answered or wrote."""

    id: int
    person_id: int
    n: int
    words: str
    state: ReflectionState = ReflectionState.KEPT
    media: Media = Media.TEXT
    file_id: str | None = None  # Telegram's own, for this bot alone
    feeling: str | None = None  # id of a word in `feelings.yaml`
    ask_id: int | None = None
    prompt_id: str | None = None
    tapped: bool = False
    message_id: int | None = None  # the person's own message, so that editing it edits this
    created_at: dt.datetime


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Words on their way to the partner, or there, sealed with their author's key."""

    id: int
    author_id: int
    pair_id: int
    n: int
    kind: ShareKind = ShareKind.SHARE
    words: str  # exactly what the reader will read; empty once taken back
    state: ShareState = ShareState.PREVIEW
    media: Media = Media.TEXT
    file_id: str | None = None
    seal: str | None = None  # the mirrored prompt and week of a sealed exchange
    reflection_id: int | None = None
    answers: int | None = None  # for a response: the reader's post that it answers
    answering: Answering = Answering.NOTHING
    hard: bool = False
    with_help: bool = False  # its reader also sees where help is; its author was told so before
    fits: str = "any"  # which acknowledgements fit, in the guide's words
    message_id: int | None = None  # the author's message that shows it
    created_at: dt.datetime
    leaves_at: dt.datetime | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What arrived for a reader, sealed with the reader's key once it is opened."""

    id: int
    reader_id: int
    pair_id: int
    share_id: int  # the author's row, which may be gone
    kind: ShareKind = ShareKind.SHARE
    state: PostState = PostState.UNOPENED
    n: int | None = None  # the reader's number, given when it is opened
    words: str | None = None  # under the reader's key, from opening on
    media: Media = Media.TEXT
    file_id: str | None = None  # under the reader's key, from opening on
    relayed_as: int | None = None  # the message with the voice note or picture
    answering: Answering = Answering.NOTHING
    hard: bool = False
    with_help: bool = False
    fits: str = "any"
    to_share: int | None = None  # for a response: the reader's own share that it answers
    notice_id: int | None = None
    acknowledgement_id: int | None = None  # the reader's own share that says it was received
    replied: bool = False
    placed_at: dt.datetime


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """The content-free message that there is something from the partner, and what it shows now."""

    id: int
    person_id: int
    key: str  # the local date for the day's post, `response:<post id>` for what comes back
    state: NoticeState = NoticeState.PLANNED
    n: int | None = None  # the reader's number, given when it is sent
    due_at: dt.datetime
    showing: int | None = None  # the post whose words it shows
    menu: str | None = None  # which set of buttons is unfolded below the words
    message_id: int | None = None
    sent_at: dt.datetime | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Breather:
    """A pause of this talk with a promised return, called by one person."""

    id: int
    person_id: int  # the caller
    pair_id: int
    n: int
    state: BreatherState = BreatherState.CALLED
    line: str | None = None  # code of the line that the caller added
    answer: str | None = None  # code of what the other tapped
    called_at: dt.datetime
    leaves_at: dt.datetime  # when the other is told, unless it is undone before
    until: dt.datetime
    extended: bool = False
    message_id: int | None = None  # the caller's message that shows it


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Outbox:
    """Something that goes to somebody else, or later: references only, never words."""

    id: int
    key: str  # unique: what makes "once" true
    person_id: int
    kind: Kind
    policy: Policy
    subject: int | None = None  # id of the ask, notice, share, invite or half that it is about
    text: str | None = None  # key of the line, for Kind.LINE
    urgent: bool = False  # with a reply's priority: beside the rate
    due_at: dt.datetime
    lapses_at: dt.datetime | None = None
    state: OutboxState = OutboxState.PENDING
    attempts: int = 0
    message_id: int | None = None  # what an edit acts on; what a send resulted in


class Prompt(Protocol):
    """What the rules need to know of a prompt or check-in; its words are in `content/`."""

    @property
    def id(self) -> str: ...  # noqa: D102 - `e017`, `c003`
    @property
    def track(self) -> str: ...  # noqa: D102 - a Leaning's value
    @property
    def theme(self) -> str: ...  # noqa: D102
    @property
    def depth(self) -> int: ...  # noqa: D102 - 1 to 5
    @property
    def weeks(self) -> tuple[int, int]: ...  # noqa: D102 - first and last, from 1
    @property
    def pull_only(self) -> bool: ...  # noqa: D102
    @property
    def private(self) -> bool: ...  # noqa: D102
    @property
    def mirror(self) -> str | None: ...  # noqa: D102
    @property
    def checkin(self) -> bool: ...  # noqa: D102
