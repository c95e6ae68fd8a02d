"""Names the few values that each code of the domain can have."""

from enum import StrEnum


class Leaning(StrEnum):
    """What a person says of themselves; seen by nobody else."""

    QUIET = "quiet"
    REACH = "reach"
    EITHER = "either"


class Step(StrEnum):
    """The size of answer that an ask invites, smallest first."""

    TAP = "tap"
    WORD = "word"
    LINE = "line"
    OPEN = "open"


class Answering(StrEnum):
    """How the author of a share says it may be answered."""

    NOTHING = "nothing"
    TAP = "tap"
    QUESTION = "question"
    LATER = "later"


class Media(StrEnum):
    """What somebody answered with; nobody and no spotter listens to voice or looks at pictures."""

    TEXT = "text"
    VOICE = "voice"
    PHOTO = "photo"
    AUDIO = "audio"
    STICKER = "sticker"


class Warmths(StrEnum):
    """How a person receives warmths."""

    COME = "come"  # as they come
    POST = "post"  # with the post
    HOLD = "hold"  # not for now


class BreatherState(StrEnum):
    """Where a breather stands."""

    CALLED = "called"  # it can still be undone
    RUNNING = "running"
    ASKED = "asked"  # the time has come, and the caller was asked in private
    OVER = "over"


class HalfState(StrEnum):
    """Where one person's half of a pair stands, seen from that person alone."""

    LIVING = "living"
    LEFT = "left"  # left quietly: nobody was told
    ENDED = "ended"  # one of the two told the other, or this person moved on


class InviteState(StrEnum):
    """What has become of an invitation."""

    OPEN = "open"
    CLAIMED = "claimed"  # somebody accepted; the inviter has not yet confirmed who it is
    USED = "used"
    REVOKED = "revoked"


class AskState(StrEnum):
    """What has become of one day's prompt."""

    PLANNED = "planned"
    SENT = "sent"
    ANSWERED = "answered"
    SKIPPED = "skipped"
    LAPSED = "lapsed"  # could not go out in time, or 36 hours passed


class ReflectionState(StrEnum):
    """Whether words are kept, or still a private draft."""

    DRAFT = "draft"
    KEPT = "kept"


class ShareKind(StrEnum):
    """What travels between the two: a reflection, one of the two responses to it, or a warmth."""

    SHARE = "share"
    ACKNOWLEDGEMENT = "acknowledgement"
    REPLY = "reply"
    WARMTH = "warmth"


class ShareState(StrEnum):
    """How far a share has come, as its author may know it."""

    PREVIEW = "preview"
    HELD = "held"  # its author, alone, is giving it a second thought
    SEALED = "sealed"  # waits for the other's own, without a word to anybody
    COOLING = "cooling"
    POSTED = "posted"
    TAKEN = "taken"  # taken back, undone, withdrawn: its words are erased


class PostState(StrEnum):
    """What the reader has done with what arrived; known to nobody but the reader."""

    UNOPENED = "unopened"
    OPENED = "opened"
    GONE = "gone"  # taken back by its author: its words are erased


class NoticeState(StrEnum):
    """What stands in the message that says there is something from the partner."""

    PLANNED = "planned"
    SENT = "sent"
    OPENED = "opened"
    FOLDED = "folded"
    GONE = "gone"


class Kind(StrEnum):
    """What an outbox row makes the sender do."""

    ASK = "ask"  # send the day's prompt
    NOTICE = "notice"  # send "there is something from Sam"
    SHOW = "show"  # edit a notice's message to what it shows now, or delete it
    POSTED = "posted"  # edit the author's message: it's with the post
    LINE = "line"  # send one of the bot's own lines of pairing, ending and breathers
    RELAY = "relay"  # send the voice note or picture that was opened
    DROP = "drop"  # delete a message, or swap it for a neutral one
    DRAWER = "drawer"  # send a kept line back to its author
    LOOK_BACK = "look_back"  # send the private weekly picture
    FOUR_WEEKS = "four_weeks"  # ask how to go on
    OURS = "ours"  # show, or show anew, what has passed between the two
    EXPORT = "export"  # send the archive of all that is a person's own


class Policy(StrEnum):
    """What may happen after a send whose outcome nobody knows."""

    AT_MOST_ONCE = "at_most_once"
    AT_LEAST_ONCE = "at_least_once"
    IDEMPOTENT = "idempotent"


class OutboxState(StrEnum):
    """Where a row of the outbox stands."""

    PENDING = "pending"
    SENDING = "sending"  # the intent is committed, the outcome is not
    SENT = "sent"
    UNKNOWN = "unknown"
    FAILED = "failed"
    CANCELLED = "cancelled"
    HELD = "held"  # the person blocked the bot
