"""The rules of Nearer, pure: no clock, no input or output, nothing but the standard library.

The words, each with one meaning, in the code as in the conversation:

person: one Telegram user in a private chat with the bot.
pair: two persons who both agreed; one living pair per person.
half: one person's own side of a pair, sealed with that person's key.
partner: the other person of a pair; never a user of the bot in general.
invite: a single-use link, which its inviter must confirm a person for.
leaning: how a person describes themselves, `quiet`, `reach` or `either`; seen by nobody else.
prompt: one question from `content/`, written in several sizes.
step: the size of answer that a prompt invites: `tap`, `word`, `line` or `open`.
ask: one prompt sent to one person on one of their local days.
reflection: what a person answered or wrote; private until shared, a draft until it is kept.
share: a reflection on its way to the partner, or there.
post: the reader's own side of a share, sealed with the reader's key once it is opened.
notice: the content-free message that there is something from the partner.
answering: how the author of a share says it may be answered.
response: an acknowledgement or a reply coming back to a share.
acknowledgement: one tap that receives a share and asks for nothing.
reply: words coming back to a share, where its author wished for them.
second look: what may land hard, shown to its author alone before it leaves.
second thought: words that call for help wait until their author has seen where it is, and confirmed.
card: people to reach, under a cover like that of any note.
warmth: one line that wants no reply.
warmths: how a person receives them: as they come, with the post, not for now.
breather: a pause of this talk with a promised return.
media: whether something is text, a voice note, a picture, a song or a sticker.
choices: what a person has set, seen by nobody else.
memory: what the bot remembers in order to be quieter; days and codes, never words.
ladder: what a person's past comes to, as far as the next ask depends on it.
tried: what one ask came to.
standing: an ask that was sent, and neither answered nor left alone nor closed.
rest: no prompts for a while.
outbox: what goes to somebody else, or later; references, never words.
kind: what an outbox row makes the sender do.
policy: what may happen after a send whose outcome nobody knows.
inbox: what came in, kept before Telegram is told that it arrived.
lane: what one person sent, in order.
intent: the committed decision to send, made before the first byte leaves.
outcome: what became of a send: accepted, not sent, unknown, refused, blocked.
lease: the right of one process, for a few seconds, to send or to tick for all of them.
fence: a lease's number, higher with each holder, so that a former one can start nothing.
tick: the one periodic job, which turns what is due into outbox rows.
due: said of a moment that has come.
quiet hours: the hours in which nothing is pushed to a person.
local day: a calendar day where the person is.
refusal: a "no" that is an answer, and whose name is the key of its text.
"""
