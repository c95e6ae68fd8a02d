"""Names every way in which the answer is no; the name is the key of its text in `ui.ftl`."""

import re


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """A "no" that the person reads as one kind line: `refusal-` and the class's name in kebab-case."""

    def __init__(self, **args: str | int) -> None:
        """Keep the arguments of the text."""
        super().__init__(self.key)
        self.args_of_text = args

    @property
    def key(self) -> str:
        """The key of the text, such as `refusal-link-leads-nowhere`."""
        return "refusal-" + re.sub(r"(?<!^)(?=[A-Z])", "-", type(self).__name__).lower()


class LinkLeadsNowhere(Refusal):
    """The link is expired, used, revoked, unknown or malformed, or its inviter has a pair: one text for all."""


class OwnLink(Refusal):
    """A person opened their own invitation."""


class LeaveFirst(Refusal):
    """A person with a pair accepts somebody else's invitation."""


class PartnerAlready(Refusal):
    """A person with a pair asks for an invitation."""


class EnoughLinksToday(Refusal):
    """Three invitations were made today."""


class TooManyTries(Refusal):
    """Too many links that led nowhere were opened today."""


class NothingOpen(Refusal):
    """The button belongs to something that is no longer there."""


class AskIsClosed(Refusal):
    """The prompt closed quietly, or was answered."""


class DoneForToday(Refusal):
    """Today's prompt was answered."""


class NothingLeft(Refusal):
    """Every theme that a question could come from is closed."""


class NoPartner(Refusal):
    """There is nobody to share with."""


class AlreadyOnItsWay(Refusal):
    """These words are on their way, or there."""


class AlreadyLeft(Refusal):
    """It left a moment ago: undoing is over, taking back is not."""


class NothingToTakeBack(Refusal):
    """There is no share that could be undone or taken back."""


class NoTalkHere(Refusal):
    """There is nobody with whom a talk could rest."""


class OnlyTomorrow(Refusal):
    """At night, or near its longest, a breather can only last until tomorrow."""


class TooFarOff(Refusal):
    """A breather lasts 24 hours at most, 48 with its extension."""


class LongerOnce(Refusal):
    """A breather is made longer once."""


class BreatherWasTold(Refusal):
    """Undoing a breather is over: the other was told."""


class BreatherIsOver(Refusal):
    """The button belongs to a breather that is over."""


class NoWordsHere(Refusal):
    """The author of a share asked for no words in return."""


class OneReplyOnly(Refusal):
    """One reply to a share is what there is."""


class OneWarmthADay(Refusal):
    """Today's warmth has left."""


class ExportedToday(Refusal):
    """An archive of everything has arrived today."""


class AgreeFirst(Refusal):
    """Nothing is kept before the person has agreed."""
