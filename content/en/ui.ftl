### Every sentence the bot says in English, by journey. A key begins with its journey, `button-`, `toast-`, `refusal-` or `plain-`.
### What a text needs is named in a comment above it: `$name` with its kind.
### Each is read aloud before it lands, on a bad day, as each of the two.

## Hello

hello-what =
    A small question a day. One tap is a full answer, and skipping is free. What you say stays yours until you choose otherwise.

    Not therapy, not for emergencies, not end-to-end encrypted.
hello-again =
    Good to see you. /today has a small question, /note keeps a thought, /help shows the rest.
hello-again-resting =
    Good to see you. You're resting from questions; /resume brings them back, and /today has one at any time.
hello-no-such-place =
    I found no place by that name. A larger city nearby works, or the time it is for you, such as 14:30. What you wrote is kept.
hello-time =
    Thanks. Three quick things, each can be skipped.

    When is a calm minute, most days? Pick one, or type a time.
hello-zone =
    What time is it for you now? Pick a place near you, or type a city.
hello-zone-found = Is it one of these?
hello-leaning =
    When things get tense, which is closest? Nobody else sees this.
# $time (String): the person's calm time, such as 19:00.
hello-end = That's all. Your small question comes around { $time }. You can always leave it alone.

button-agree = I'm 18 or older and agree
button-privacy = What is kept, and who sees it
button-morning = Morning 9:00
button-midday = Midday 12:30
button-evening = Evening 19:00
button-skip = Skip
# $place (String): a city with its country. $time (String): the time there now.
button-place = { $place } · { $time }
button-leaning-quiet = I go quiet and need time
button-leaning-reach = I want to talk it through
button-leaning-either = It depends
button-invite = Invite my partner
button-alone = Try it alone first

## Pairing

pairing-note =
    For you alone, before you go on.

    This is for two people who feel safe with each other and find talking hard. It isn't made for homes where someone is scared, hurt, watched or controlled; there it can make things worse.

    If that may be you, if you were told to join, or if you don't feel free to say no: there is other help, and you can leave. Nobody gets a message.

    Going on means you are 18 or older and agree with /privacy.
pairing-walked-away = Fine. Nothing was kept from this, and nobody gets a message. /support is here at any time.
# $link (String): the invitation's address.
pairing-invitation-link =
    One small question a day, for each of us. Skipping is free, and I see only what you choose to send me.

    { $link }
pairing-invitation = One small question a day, for each of us. Skipping is free, and I see only what you choose to send me.
pairing-how =
    Pass the message above on to your partner, in your own way. The link works once, for 7 days. When someone comes, you'll be asked if it is who you meant.
# $partner (String): the name of the person who was left.
pairing-had-left = { $partner } will understand from it that you had left.
pairing-cancelled = The invitation no longer works. /invite makes a new one.
# $partner (String): the name of the person who invites.
pairing-card =
    { $partner } invites you. Each of you gets a small question a day, and sees only what the other chooses to send.

    You won't be told if { $partner } leaves. { $partner } won't be told if you do.
# $partner (String): the name of the person who invited.
pairing-joined = Thank you. { $partner } goes on from here.
# $name (String): the name of the person who came.
pairing-confirm = { $name } came by your invitation. Is this who you meant?
# $name (String): the name of the person who came. $username (String): their Telegram username.
pairing-confirm-username = { $name } (@{ $username }) came by your invitation. Is this who you meant?
# $partner (String): the other person's name.
pairing-begun = What you choose to share can reach { $partner } now, and the other way round. Nothing else does.
pairing-fell-through = That invitation came to nothing this time. /invite makes a new one.
pairing-refused = All right. The link is used up, and nothing was sent. /invite makes a new one.
pairing-alone = All right, on your own. The first question is on its way.
pairing-declined = All right. Nobody gets a message. /start is here if you like.
# $partner (String): what the reader calls the other person.
pairing-leaving =
    You can leave on your own, at once.

    Quietly: { $partner } gets no message, ever. What was not opened is taken back, and what you write stays with you.
# $partner (String): what the reader calls the other person.
pairing-left =
    Done. { $partner } gets no message. Nothing you share goes anywhere from now on, though the buttons stay. If someone may look at this phone, /clear empties this chat.
# $partner (String): what the reader calls the other person.
pairing-told = Done. { $partner } reads one neutral line. What you wrote stays with you.
# $partner (String): the other person's name.
pairing-ended = { $partner } has ended this here. What you wrote stays yours. /support is there if you'd like to talk to someone.

button-go-on = Go on
button-other-help = Other help
button-leave-quietly = Leave quietly
button-pass-on = Pass it on
button-cancel-invitation = Cancel the invitation
# $partner (String): the name of the person who invites.
button-pair = Pair with { $partner }
button-no-thanks = No, thanks
button-confirm = Yes, that's right
button-refuse = No, someone else
# $partner (String): what the reader calls the other person.
button-tell = Tell { $partner } it has ended
button-stay = Stay

## The daily prompt

prompting-invite-word = One word is enough.
prompting-invite-line = A tap, or a line if you like.
prompting-invite-open = A tap, or a few lines if you like.
prompting-partner = your partner

prompting-how = How was that one?
prompting-left-alone = All right. It stays closed.
prompting-closed = All right, nothing more about that. /settings brings it back at any time.
prompting-opened = All right. It may come up again.

prompting-quieter = I'll be quieter from here. A word brings me back, whenever you like.
prompting-round = From here the themes begin again. It can go on like this, come less often, come only when you open it, or end here.
prompting-monthly = How would you like this to go on, for you?
prompting-monthly-note = Sharing stays optional. You can stop on your own, and nobody is told. /support is there.
prompting-pace-kept = All right, as it is.
prompting-pace-slower = All right, fewer days from now on. /settings changes which.
prompting-pace-open = All right, questions don't come by themselves now. /today has one whenever you like; /resume lets them come again.

button-slow-down = Slow down
button-when-i-open = Only when I open it
button-goodbye = Goodbye, delete it all
button-keep-on = Keep it like this
button-rest-a-while = Rest a while
button-stop = Stop…
button-easy = Easy
button-okay = Okay
button-a-lot = A lot
button-up-word = A word too, next time?
button-up-line = A line too, next time?
button-up-open = A few lines, next time?
button-deeper = A little deeper, next time?
button-not-about-that = Not about that
button-after-all = It may come after all
button-not-today = Not today
button-open = Open
toast-thanks = Thanks.
toast-lighter = Thanks. The next ones are lighter.
toast-step-up = From the next one on. It can be smaller again at any time.
toast-skipped = That's fine.

## An answer

reflecting-kept = Kept, for you alone.
reflecting-draft = Only you can see this. What would you like to do with it?
reflecting-whose = Kept for now. What is this one?
reflecting-discarded = Gone.
reflecting-note = Write what you like. Nobody else sees it.
reflecting-unheard = About voice notes and pictures: nobody here listens or looks, and no program does. I only remember where Telegram keeps them.
reflecting-feel = Which is nearest? Only you see it.
# $family (String): what a group of feelings is called, such as Sad.
reflecting-feel-family = { $family }. Is it one of these?
reflecting-feel-any = The last few are full answers, too.
# $place (String): a place in the body, such as Head.
reflecting-feel-body = { $place }. What is it like there?
# $sensation (String): what somebody notices there, such as heavy.
reflecting-feel-might-be = “{ $sensation }” might go with one of these, or with none.
# $feeling (String): the word for a feeling.
reflecting-felt = With it: { $feeling }.
reflecting-words-only = Only words work there, so nothing was sent. What you brought is kept for you. You can write your words now.

reflecting-drawer-cover = Something you wrote a while ago is here, for you alone.
reflecting-drawer = Still true?
reflecting-drawer-share = Still true? You could share a word of it, or leave it here.
reflecting-drawer-closed = Put back. Only you know of it.
reflecting-drawer-off = All right, none of your lines come back from now on. /settings changes it.

button-put-back = Put it back
button-drawer-off = No more of these
button-keep = Keep
button-share = Share…
button-discard = Discard
button-feel = Add a feeling
button-another-feeling = Another feeling
button-no-feeling = No feeling
button-hard-to-name = Hard to name?
button-my-answer = My answer to the question
# $partner (String): what the reader calls the other person.
button-for = For { $partner }
button-only-for-me = Only for me

## Sharing

# $partner (String): what the author calls the reader.
sharing-preview = This is what { $partner } would read:
sharing-brought-voice = A voice note.
sharing-brought-photo = A photo.
sharing-brought-audio = A song.
sharing-brought-sticker = A sticker.
# $partner (String): what the author calls the reader.
sharing-for-good = After 48 hours it can't be removed from { $partner }'s phone.
sharing-answering-nothing = “No answer needed.”
sharing-answering-tap = “A tap is welcome.”
sharing-answering-question = “One gentle question is welcome.”
sharing-answering-later = “I'd like to tell more when I'm ready.”
sharing-was-hard = “It was hard to say.”
sharing-cut = It was longer than one message holds; this much fits. All of it stays kept for you.
# $partner (String): what the author calls the reader.
sharing-less = How much of it may { $partner } read?
# $partner (String): what the author calls the reader.
sharing-answering = How may { $partner } answer?
# $partner (String): what the author calls the reader. $minutes (Number): until it leaves.
sharing-leaving =
    { $minutes ->
        [one] It leaves for { $partner } in a minute.
       *[other] It leaves for { $partner } in { $minutes } minutes.
    }
# $partner (String): what the author calls the reader.
sharing-leaving-soon = It leaves for { $partner } in a moment.
# $partner (String): what the author calls the reader.
sharing-posted = For { $partner }. It's with the post.
# $partner (String): what the author calls the reader.
sharing-tender = This is a tender one. Is it for { $partner } to read?
# $partner (String): what the author calls the reader.
sharing-sealing = Sealed in a moment. It leaves once you both have sent yours; until then { $partner } isn't told.
# $partner (String): what the author calls the reader.
sharing-sealed = Sealed. If { $partner } sends one too, each of you gets the other's. Until then nobody is told.
sharing-unmatched = It's yours again. It was never announced, so nobody turned it down.
sharing-taken-back = Taken back, as far as Telegram allows.
sharing-stayed = It did not leave. What you wrote stays yours.
sharing-not-carried =
    I won't carry this one. Nothing was sent, nobody was told.

    If things feel out of hand, stepping away for a while is fine. There are people who help.
sharing-look = For you alone, before it leaves: this may land hard.
sharing-softer = A softer way, to borrow from. Write your own, and it replaces what you wrote before:
# $partner (String): what the author calls the reader.
sharing-ready = Ready words for { $partner }. A tap sends them instead; what you wrote stays with you.
sharing-undone = Undone. It never left, and stays yours.

button-send = Send
button-not-now = Not now
button-seal = Send when both have
button-seal-now = Seal it now
button-take-out = Take it out
button-send-tender = Yes, send
button-less = Less of it
button-show-me = Show it to me
# $partner (String): what the author calls the reader.
button-how-answer = How { $partner } may answer
button-hard = It was hard to say
button-was-hard = ✓ It was hard to say
button-all-of-it = All of it
button-answering-nothing = No answer needed
button-answering-tap = A tap is welcome
button-answering-question = One gentle question is welcome
button-answering-later = More when I'm ready
button-undo = Undo
button-send-now = Send now
button-softer = Try a softer version
button-ready = A ready answer
button-as-is = Send mine as it is
button-keep-draft = Keep as a draft
button-keep-private = Keep private
# $partner (String): what the author calls the reader.
button-send-anyway = Let { $partner } read it
button-take-back = Take it back

## Receiving

# $partner (String): what the reader calls the author.
receiving-notice = There is something from { $partner }, whenever you have a quiet minute.
# $partner (String): what the reader calls the person who responded.
receiving-came-back = Something came back from { $partner }.
# $partner (String): what the reader calls the author.
receiving-from = From { $partner }:
receiving-brought-voice = A voice note, just below.
receiving-brought-photo = A photo, just below.
receiving-brought-audio = A song, just below.
receiving-brought-sticker = A sticker, just below.
receiving-voice-barred =
    There is a voice note, and your Telegram keeps voice messages away. To hear it: Settings, Privacy and Security, Voice Messages, and allow this chat. Then tap Open. Only you see this.
receiving-not-through = There is something with it that did not come through. Open tries again.
receiving-answering-nothing = No answer needed.
receiving-answering-tap = A tap is welcome.
receiving-answering-question = One gentle question is welcome, after a tap.
receiving-answering-later = There may be more, in its own time.
receiving-was-hard = It was hard to say.
receiving-you-said = You said:
receiving-gone = There was something here. It was taken back.
# $limit (Number): how many characters fit.
receiving-own-words = In your own words, up to { $limit } characters. Something that asks for nothing is kindest.
# $limit (Number): how many characters fit.
receiving-write-back = One reply, up to { $limit } characters. A gentle question is welcome.
receiving-answer-back = In as many words as you like. You'll see what would be read before anything is sent.
# $limit (Number): how many characters fit.
receiving-too-long =
    That's longer than the { $limit } characters that fit here, so it was not sent. It's kept for you. You can write something shorter now.
# $partner (String): what the author of the reply calls the other person.
receiving-reply-leaving = For { $partner }, in a moment:
receiving-reply-undone = Undone. It never left.
receiving-coach-1 = For you alone: taking it in is enough. Nothing has to be solved.
receiving-coach-2 = For you alone: a guess at why it makes sense beats good advice.
receiving-coach-3 = For you alone: it can be left as it is. Room is an answer, too.
receiving-coach-4 = For you alone: thank the try before what it says.
receiving-coach-5 = For you alone: a small step was the whole step. It can be met as it is.
receiving-coach-6 = For you alone: your own story can come another day. Theirs is on the table.
receiving-coach-7 = For you alone: “I can see that” fits more often than “I know”.
receiving-coach-8 = For you alone: a slow answer is a kind one. This can wait until you're calm.
receiving-coach-9 = For you alone: a feeling can make sense without anyone being at fault.
receiving-coach-10 = For you alone: a “but” rubs out what stood before it. A full stop is enough.
receiving-coach-11 = For you alone: what asks for nothing is easiest to receive.
receiving-coach-12 = For you alone: if it stings, an hour can pass before you answer.
receiving-coach-13 = For you alone: saying one word of it back shows that you heard it.
receiving-coach-14 = For you alone: good news grows when somebody is glad along with it.
receiving-landed = For you alone. The next two days are light. When you're ready, something like this can mend it:
receiving-landed-1 = “That landed hard. May I hear it again, softer?”
receiving-landed-2 = “I'm stung, and still on your side. Give me a bit.”
receiving-landed-3 = “I think I heard something you may not have meant. What did you mean?”
receiving-landed-4 = “That was too much for me today. Tomorrow I'd like to hear it again.”

button-others = Other words
button-own-words = Write my own
button-back = Back
button-fold = Fold away
button-landed = That landed hard
button-another-line = Another line
button-next = Next
button-write-back = Write back
button-answer-this = Answer this
button-leave-it = Leave it there

## Looking back

looking-back-journal = Your own words, newest first. Nobody else sees this page.
# $family (String): the name of a family of feelings.
looking-back-of-family = Your own words: { $family }.
# $month (Number): from 1. $year (String): such as 2026.
looking-back-in-month = Your own words: { looking-back-month-name } { $year }.
looking-back-nothing = Nothing is kept here yet. What you answer, or write with /note, can be found here later.
looking-back-nothing-here = Nothing is kept under this one.
looking-back-feelings = By which feeling?
looking-back-months = Which month?
# $month (Number): from 1.
looking-back-month-name =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
# $place (Number): its button. $day (String): of the month. $month (Number): from 1.
looking-back-entry = { $place } · { $day } { looking-back-month-name }
# $place (Number): its button. $day (String): of the month. $month (Number): from 1.
looking-back-draft = { $place } · { $day } { looking-back-month-name } · a draft
# $day (String): of the month. $month (Number): from 1. $year (String): such as 2026.
looking-back-day = { $day } { looking-back-month-name } { $year }
# $feeling (String): a word for a feeling.
looking-back-felt = The word you chose: { $feeling }.
looking-back-voice = A voice note.
looking-back-photo = A photo.
looking-back-audio = A song.
looking-back-sticker = A sticker.
looking-back-delete = Delete this for good?
looking-back-delete-shared = Delete this for good? What was shared of it is taken back, too.

looking-back-week = Your week, for you alone: the words you chose, and where they lie.
# $words (String): one or more feelings.
looking-back-pleasant-lively = More pleasant, more energy: { $words }
# $words (String): one or more feelings.
looking-back-pleasant-still = More pleasant, less energy: { $words }
# $words (String): one or more feelings.
looking-back-hard-lively = Less pleasant, more energy: { $words }
# $words (String): one or more feelings.
looking-back-hard-still = Less pleasant, less energy: { $words }
# $words (String): one or more feelings.
looking-back-between = In between: { $words }
# $words (String): one or more feelings.
looking-back-unplaced = Without a place: { $words }
looking-back-off = No more of these. /settings can bring them back.
picture-lively = more energy
picture-still = less energy
picture-pleasant = more pleasant
picture-hard = less pleasant

looking-back-ours = What has passed between you.
looking-back-ours-empty = There is nothing here now. That says nothing about either of you.
looking-back-you = You:
# $partner (String): what the reader calls the other person.
looking-back-partner = { $partner }:
looking-back-before = One from before:

button-older = ‹ Older
button-newer = Newer ›
button-look-back-off = No more of these
button-by-feeling = By feeling
button-by-month = By month
button-all-entries = All
# $month (Number): from 1. $year (String): such as 2026.
button-month = { looking-back-month-name } { $year }
button-delete = Delete…
button-delete-now = Delete
button-keep-it = Keep it
button-before = One from before
toast-deleted = Deleted.

## A breather

# $partner (String): what the caller calls the other person.
breathers-lengths =
    A breather from this talk. { $partner } reads at once that you'll be back, and when. No reason is asked for.
breathers-longer = A bit longer. How long?
breathers-tomorrow = Tomorrow, at what time? Pick one, or type it, such as 9:30.
# $partner (String): what the caller calls the other person.
breathers-leaving = In a moment { $partner } reads that you take a breather from this talk. One line can go along.
breathers-mine = You're on a breather from this talk. No words come to you until you're back.
# $time (String): when the caller plans to be back.
breathers-back-at = Planned return: { $time }.
# $day (Number): the day of the week, Monday is 0. $time (String): when the caller plans to be back.
breathers-back-on =
    Planned return: { $day ->
        [0] Monday
        [1] Tuesday
        [2] Wednesday
        [3] Thursday
        [4] Friday
        [5] Saturday
       *[6] Sunday
    }, { $time }.
# $minutes (Number): until the planned return.
breathers-back-in-minutes =
    { $minutes ->
        [one] Planned return: in about a minute.
       *[other] Planned return: in about { $minutes } minutes.
    }
# $hours (Number): until the planned return.
breathers-back-in-hours =
    { $hours ->
        [one] Planned return: in about an hour.
       *[other] Planned return: in about { $hours } hours.
    }
# $partner (String): what the reader calls the caller.
breathers-told = { $partner } takes a breather from this talk. It isn't a no to you.
breathers-told-how = If the time passes, it simply closes.
breathers-line-full = “My head is very full.”
breathers-line-think = “I'd like to think for a while.”
breathers-line-moment = “It's a bad moment.”
breathers-line-not-you = “It isn't about you.”
# $partner (String): what the reader calls the caller.
breathers-added = { $partner } adds:
# $partner (String): what the caller calls the other person.
breathers-they-said = { $partner } says:
breathers-answer-see-you = “See you then.”
breathers-answer-thanks = “Thanks for telling me.”
breathers-answer-too = “I'll use the time, too.”
# $partner (String): what the reader calls the caller.
breathers-moved = { $partner } takes a bit longer. It isn't a no to you.
breathers-time = It's about the time you chose. If you tap nothing, the breather closes in half an hour, and that's fine.
# $partner (String): what the caller calls the other person.
breathers-welcome = Welcome back. { $partner } reads it now.
# $partner (String): what the reader calls the caller.
breathers-back = { $partner } is back.
breathers-first-0 = A soft first line, if you like: “One thing I heard was…”
breathers-first-1 = A soft first line, if you like: “One thing I feel is…”
breathers-first-2 = A soft first line, if you like: “Could this start with something small?”
# $partner (String): what the reader calls the caller.
breathers-closed =
    The breather from this talk with { $partner } has closed. It says nothing about you, and there is nothing to do.
# Stands in the older message that showed a breather, above the newer one.
breathers-below = This goes on below.
breathers-closed-mine = Your breather has closed by itself. That's fine, and nothing is counted.
breathers-undone = Undone. Nothing was told.
breathers-helps =
    A walk. A glass of water. Slow breaths. Music. Something for your hands.

    The talk can rest in your head, too; it needs no rehearsing.
# $partner (String): what the author calls the person on a breather.
breathers-held = For { $partner }. It goes with the post when the breather is over.
breathers-no-time = I couldn't read a time in that. 9:30 or 7pm works. What you wrote is kept.

button-breather = A breather from this talk
button-length-0 = 20 minutes
button-length-1 = 1 hour
button-length-2 = 3 hours
button-tomorrow = Tomorrow at…
# $day (Number): the day of the week, Monday is 0. $time (String): a time of that day.
button-day-time =
    { $day ->
        [0] Monday
        [1] Tuesday
        [2] Wednesday
        [3] Thursday
        [4] Friday
        [5] Saturday
       *[6] Sunday
    } { $time }
button-line-full = My head is very full
button-line-think = I'd like to think for a while
button-line-moment = It's a bad moment
button-line-not-you = It isn't about you
button-answer-see-you = See you then
button-answer-thanks = Thanks for telling me
button-answer-too = I'll use the time, too
button-what-helps = What can help
button-back-again = I'm back
button-bit-longer = A bit longer

## Something for me now

for-me-list = Silence here is not an answer. It can mean many things, and none of them is yours to find out now. Something for you:
for-me-kind = A warm drink. Ten minutes outside. A song you know by heart. A shower. An early night. One is plenty.
for-me-friend =
    Someone who is good company could be nice now: a call, a walk, or a message about anything else.

button-for-me = Something for me now
button-one-kind-thing = One kind thing
button-private-note = A private note
button-warmth = A warmth
button-friend = A friend

## Warmths

# $partner (String): what the reader calls the other person.
warmths-offer = One line for { $partner }, which wants no reply. One a day. A tap sends it.
# $limit (Number): how many characters fit.
warmths-write = One warm line, up to { $limit } characters. It wants no reply.
warmths-ways = How may warmths reach you? Nobody else sees this.

button-warmths = How they reach me
button-warmths-come = As they come
button-warmths-come-now = ✓ As they come
button-warmths-post = With the post
button-warmths-post-now = ✓ With the post
button-warmths-hold = Not for now
button-warmths-hold-now = ✓ Not for now

## Settings

# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-mark =
    { $changed ->
        [1] { " " }✓
       *[other] { "" }
    }
preferences-home = What would you like to change? Nobody else sees any of it.
preferences-group-0 = When questions come.
preferences-group-1 = How far questions go.
preferences-group-2 = What goes back and forth.
preferences-group-3 = This chat.
# $time (String): the calm time. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-time = Time: around { $time }{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-days-all = Days: every day{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-days-none = Days: only when you open /today{ preferences-mark }
# $count (Number): how many days a week. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-days-some =
    { $count ->
        [one] Days: one day a week{ preferences-mark }
       *[other] Days: { $count } days a week{ preferences-mark }
    }
# $from (String): when the quiet hours begin. $until (String): when they end. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-quiet = Quiet hours: { $from } to { $until }{ preferences-mark }
# $place (String): a city with its country. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-zone-known = Clock: { $place }{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-zone-unknown = Clock: not known yet, so nothing comes by itself{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-step-free = Size: as it comes easily{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-step-tap = Size: a tap{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-step-word = Size: a word{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-step-line = Size: a line{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-step-open = Size: a few lines{ preferences-mark }
# $depth (Number): the deepest that questions go, 1 to 5. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-depth = Depth: up to { $depth } of 5{ preferences-mark }
# $count (Number): how many themes. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-closed =
    { $count ->
        [0] Closed themes: none{ preferences-mark }
       *[other] Closed themes: { $count }{ preferences-mark }
    }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-drawer-on = Drawer: now and then a kept line comes back{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-drawer-off = Drawer: stays shut{ preferences-mark }
# $day (Number): the day of the week, Monday is 0. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-look-back-day =
    Look-back: { $day ->
        [0] Mondays
        [1] Tuesdays
        [2] Wednesdays
        [3] Thursdays
        [4] Fridays
        [5] Saturdays
       *[6] Sundays
    }{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-look-back-off = Look-back: off{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-audible-on = Sound: messages can be heard{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-audible-off = Sound: messages come silently{ preferences-mark }
# $minutes (Number): minutes before what you send leaves. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-cooling =
    { $minutes ->
        [0] Time to undo: none{ preferences-mark }
        [one] Time to undo: a minute{ preferences-mark }
       *[other] Time to undo: { $minutes } minutes{ preferences-mark }
    }
# $time (String): when the day's post is announced. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-post-at = Post: around { $time }{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-post-any = Post: when it comes, outside quiet hours{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-warmths-come = Warmths: as they come{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-warmths-post = Warmths: with the post{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-warmths-hold = Warmths: not for now{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-answering-nothing = Under what you share: no answer needed{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-answering-tap = Under what you share: a tap is welcome{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-answering-question = Under what you share: one gentle question is welcome{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-answering-later = Under what you share: more when you're ready{ preferences-mark }
# $partner (String): what this person calls the other. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-name = What you call the other person: { $partner }{ preferences-mark }
# $language (String): what a language calls itself. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-language = Language: { $language }{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-tidy-on = Tidy up after me: your messages are deleted once they are kept{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-tidy-off = Tidy up after me: off{ preferences-mark }
# $country (String): a country's name. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-country-known = Country for /support: { $country }{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-country-unknown = Country for /support: by your language{ preferences-mark }

preferences-pick-time = A calm time, most days? Pick one, or type it, such as 19:30 or 7pm.
preferences-pick-days = On which days? A tap switches one. With none, questions come only when you open /today.
preferences-pick-quiet = Hours in which nothing comes. Pick, or type two times, such as 22:00 - 8:00.
preferences-pick-zone = What time is it for you now? Pick a place near you, type a city, or the time.
preferences-pick-step = Keep it at which size? A tap is a full answer in every one.
preferences-pick-depth = How deep may questions go?
preferences-pick-closed = Themes you closed. A tap opens one again.
preferences-pick-look-back = Your own week as a picture, on which day?
preferences-pick-cooling = How long can a share be undone before it leaves?
preferences-pick-post = When may the day's post be announced? Pick one, or type a time.
preferences-pick-warmths = How would you like to receive warmths? Nobody sees it.
preferences-pick-answering = How may what you share be answered, to begin with? You can change it each time.
preferences-pick-name = What would you like to call the other person here? Type it. Nobody else sees it.
preferences-pick-language = Which language?
preferences-not-time = I couldn't read a time in that. 19:30 or 7pm works. What you wrote is kept.
preferences-not-post = I couldn't read a time in that. 19:30 or 7pm works. What you wrote is kept.
preferences-not-quiet = I couldn't read two times in that. 22:00 - 8:00 works. What you wrote is kept.
preferences-not-name = That is too long for a name here. What you wrote is kept.

button-settings-0 = When questions come
button-settings-1 = How far they go
button-settings-2 = Back and forth
button-settings-3 = This chat
button-leave = Leave…
button-set-time = Time
button-set-days = Days
button-set-quiet = Quiet hours
button-set-zone = Clock
button-set-step = Size
button-set-depth = Depth
button-set-closed = Closed themes
button-set-drawer = Drawer
button-set-look-back = Look-back
button-set-audible = Sound
button-set-cooling = Time to undo
button-set-post = Post
button-set-warmths = Warmths
button-set-answering = How to answer
button-set-name = Name
button-set-language = Language
button-set-tidy = Tidy up after me
button-set-country = Country
# $day (Number): the day of the week, Monday is 0. $changed (Number): 1 where it is chosen, 0 elsewhere.
button-weekday =
    { $day ->
        [0] Monday
        [1] Tuesday
        [2] Wednesday
        [3] Thursday
        [4] Friday
        [5] Saturday
       *[6] Sunday
    }{ preferences-mark }
button-off = Off
# $start (String): when quiet hours begin. $until (String): when they end.
button-hours = { $start } to { $until }
button-step-free = As it comes easily
button-step-tap = A tap
button-step-word = A word
button-step-line = A line
button-step-open = A few lines
button-depth-1 = 1: the surface
button-depth-2 = 2: how the day feels
button-depth-3 = 3: what tends to happen
button-depth-4 = 4: tender things
button-depth-5 = 5: old roots, only when opened
# $minutes (Number): minutes before what is sent leaves.
button-cooling =
    { $minutes ->
        [0] None
        [one] 1 minute
       *[other] { $minutes } minutes
    }
button-post-any = When it comes
# $name (String): the name that the other had at pairing.
button-first-name = Back to { $name }
button-theme-appreciation = Appreciation
button-theme-empathy = Empathy
button-theme-fear-of-vulnerability = Being seen
button-theme-feelings-words = Words for feelings
button-theme-listening = Listening
button-theme-patience = Patience
button-theme-play-warmth = Play
button-theme-risk-acknowledged = Hard to say
button-theme-self-awareness = Noticing oneself
button-theme-self-protection = Protecting oneself
button-theme-strengths-imperfections = Strengths and flaws
button-theme-support-beyond = Help from others
button-theme-triggers-patterns = Patterns
button-theme-trust-safety = Trust
button-theme-unresolved = What is still open
button-theme-validation = Being understood

## Rest

preferences-rest = A rest from questions and post. Nobody is told.
preferences-resting = Rest well. Nothing comes while you rest; /today and /resume work at any time.
preferences-resumed = Back on. The next question comes at your time.

button-rest = Rest from questions
button-rest-day = A day
button-rest-week = A week
button-rest-open = Until I say so

## Support

support-home =
    Help from people. You don't have to decide anything to look, and nobody is told that you did.
support-finding = Finding a professional:
support-lines =
    People you can reach. I'm a small program; nobody watches this chat.
support-crisis = When it is more than heavy:
support-violence = When someone hurts, scares or controls you:
support-own-behaviour = When you worry about how you treat someone:
# $numbers (String): one or more phone numbers.
support-emergency = In danger this minute: { $numbers }
support-emergency-here = In danger this minute: the emergency number where you are.
support-anywhere = In any country:
# $how (String): what to text, and to which number.
support-by-text = Text { $how }
# $how (String): a number.
support-by-whatsapp = WhatsApp { $how }
# $country (String): a country's name. $date (String): year, month and day.
support-checked = Lines for { $country }, checked { $date }. Numbers can change.
support-countries = Which country?
support-held =
    This has not gone to anyone. A second thought first, for you alone: words like these are heavy, and there are people you can reach.
# $partner (String): what the author calls the reader.
support-held-help = If it goes, { $partner } also sees where help is, beside your words.
support-beside = For you, who read this: words like these can be heavy. There are people to turn to, for both of you:
support-cover = A note is here. Open it when it suits you.
support-card-full-suicide =
    What you wrote sounds heavy, and I'm glad you put it into words.

    I'm a small program; nobody watches this chat, and I can't keep you safe. A person can be with you in this, right now:
support-card-full-suicide-yours = This has not gone to anyone. You decide what happens with it.
support-card-soft =
    If any part of today is more than heavy, for you or for someone you care about, these are people you can reach. If I got this wrong, leave it here.
support-card-violence =
    Nobody has earned being hurt, scared or controlled. If any of that is going on, these people listen and help you think, at your pace. You don't have to leave, report or decide anything to call.
support-card-violence-yours =
    This has not gone to anyone. If someone checks this phone: Hide, and look things up from another device if you can. You can stop sharing quietly, without a message to anyone: /unpair
support-card-harm-to-other =
    If you're close to hurting someone, stepping out of the room is a good move right now. These people help with exactly this, without shouting at you.

button-support = Support
button-professional = Finding a professional
button-not-safe = Not safe, or not okay
button-another-country = In another country
button-hide = Hide
button-no-trace = Leave no trace
button-not-meant = Not what I meant
toast-not-meant = All right. Nothing is kept of it.
button-earlier = ‹ Earlier
button-later = Further ›

## Privacy

# $operator (String): who runs this bot. $hours (Number): between two backups.
# $days (Number): for which backups are kept. $keys (Number): days for which keys are.
privacy-text =
    What you write, and each feeling you chose, is kept encrypted with a key of your own, until you delete it in /journal or /forget everything.
    So are your name, your Telegram number, and the ids of voice notes and photos. Settings, days and times are kept as they are. /export hands you all of it.
    Your partner reads only what you sent, exactly as you saw it before sending.
    Your partner never learns whether a question came, what you did with it, your notes, feelings, settings or rest, what you opened, or that you looked for help.
    Nobody is told when someone leaves quietly. What someone sends to a person who left is erased on that side after 30 days.
    Bot chats are ordinary Telegram chats: Telegram, and whoever holds your phone, can read them. This is not end-to-end encrypted.
    Run by { $operator }, who holds the key and could technically read what is kept.
    No ads, no selling, no training on your words. { $hours ->
        [0] The bot makes no backups by itself; one made by hand is encrypted
       *[other] Backups are encrypted
    } and kept for { $days } days, also with what you delete in that time. After /forget your key is in them for { $keys } days; until then an older one could be read.
    If you delete your own message in Telegram, no bot is told; Discard here, or Delete in /journal, erases what is kept.
    It isn't therapy or an emergency service, and it can overlook things. /support lists people.
privacy-cleared =
    Cleared as far as Telegram allows: messages of the last 48 hours. To remove the rest, delete this chat in Telegram.
privacy-export-coming = I'm putting it together. It comes here as a file, in a moment.
privacy-export-here = Everything of yours that is kept here, and what was shared with you. Whoever has this file can read it.
# $name (String): whose it is.
privacy-export-title = Nearer: what is kept of { $name }
privacy-export-words = Your own words
privacy-export-shared-by-you = What you shared
privacy-export-shared-with-you = What was shared with you
privacy-export-questions = The questions you got
privacy-export-breathers = Breathers you called
privacy-export-partners = With whom
privacy-export-invitations = Your invitations
privacy-export-person = You and your settings
# $field (String): the name of a field. $value (String): what it holds.
privacy-export-line =
    { $field ->
        [name] Name: { $value }
        [username] Username: { $value }
        [nickname] What you call them: { $value }
        [locale] Language: { $value }
        [agreed_at] Agreed: { $value }
        [terms] Version of the terms: { $value }
        [noted_at] Read the note before pairing: { $value }
        [hello_on] First day: { $value }
        [seen_at] First seen: { $value }
        [zone] Time zone: { $value }
        [calm] Calm time: { $value }
        [days] Days, Monday is 0: { $value }
        [quiet_from] Quiet from: { $value }
        [quiet_until] Quiet until: { $value }
        [post_at] Post-box time: { $value }
        [leaning] What you said of yourself: { $value }
        [step] Size of question: { $value }
        [depth] Depth: { $value }
        [cooling] Seconds until a share leaves: { $value }
        [answering] How it may be answered: { $value }
        [audible] With a sound: { $value }
        [country] Country for /support: { $value }
        [resting] Resting: { $value }
        [rest_until] Until: { $value }
        [next_ask_at] Next question: { $value }
        [last_ask_at] Last question: { $value }
        [created_at] { $value }
        [local_date] { $value }
        [called_at] { $value }
        [since] Since: { $value }
        [ended_at] Ended: { $value }
        [expires_at] Works until: { $value }
        [until] Until: { $value }
        [question] { $value }
        [feeling] Feeling: { $value }
        [kind] Kind: { $value }
        [state] State: { $value }
        [media] As: { $value }
        [hard] Hard to say: { $value }
        [tapped] By one tap: { $value }
        [line] Line: { $value }
       *[other] { $field }: { $value }
    }
# $partner (String): what the reader calls the other person.
privacy-forget-opened =
    What { $partner } already opened: leave it there, or take it back too? If you take it back, { $partner } will notice that it is gone.
privacy-forget =
    This deletes everything of yours here, for good.

    To confirm, type the word forget.
privacy-forgotten = Done. Everything of yours here is deleted, and I no longer know you. Be well.

# $partner (String): what the reader calls the other person.
button-leave-them = Leave it with { $partner }
button-take-them = Take it back too
button-keep-all = Keep everything
button-delete-all = Delete everything

## Everything else

everything-else-stop = You can stop in any of these ways, on your own.
everything-else-pause = Which kind of pause?
everything-else-help =
    A small question comes at your time; one tap is a full answer. Words you write are kept for you alone, until you choose Share and confirm.

    /today /note /invite /pause /unpair /privacy /forget
everything-else-cancelled = All right. Nothing was sent; what you wrote is kept for you.
everything-else-as-it-was = All right. Everything is as it was.
everything-else-other-kind = I can't take this kind yet. Words, voice notes, photos, songs, stickers and taps work.
everything-else-unknown-command = I don't know that one. /help shows what works.
everything-else-group = This works in a private chat only, so I'm leaving. Nothing here was kept.
everything-else-away = I was away for a moment. What you wrote is kept.
everything-else-failed = Something went wrong on my side. What you wrote is kept, and I'll try again.
everything-else-sorry = I could not finish that one. Please try it once more.

## Refusals

refusal-link-leads-nowhere = This link doesn't lead anywhere now. A new one can be made at any time.
refusal-own-link = This is your own invitation. It is for the other person.
# $partner (String): what the reader calls the other person.
refusal-leave-first = You have { $partner } here. To pair with someone else, leave first: /unpair
refusal-partner-already = There is someone here with you already. /unpair comes before a new invitation.
refusal-enough-links-today = That's enough invitations for a day. Tomorrow there can be more.
refusal-too-many-tries = That's enough links for today. Please try again tomorrow.
refusal-nothing-open = There is nothing here any more.
refusal-ask-is-closed = This one has closed. /today has another.
refusal-done-for-today = Today's is done. /note keeps whatever else comes to mind.
refusal-nothing-left = You have closed every theme that is left. /settings opens one again.
refusal-no-partner = There is nobody to share with here. What you write stays with you.
refusal-already-on-its-way = These words are on their way already.
refusal-already-left = It has left. You can still take it back.
refusal-nothing-to-take-back = There is nothing on its way to take back.
refusal-no-talk-here = There is nobody here to take a breather from. /pause is a rest from questions.
refusal-only-tomorrow = At this hour a breather lasts until tomorrow. /breather shows the times.
refusal-too-far-off = A breather lasts 24 hours at most, and 48 with the extra time. /breather shows the times that fit.
refusal-longer-once = A breather is made longer once, and this one was.
refusal-breather-was-told = It has been told already. “I'm back” ends it.
refusal-breather-is-over = That breather is over. Nothing is left to do.
refusal-no-words-here = No words are asked for here. A tap is plenty.
refusal-one-reply-only = There is room for one reply here, and yours is there.
refusal-one-warmth-a-day = Today's warmth is on its way already. Tomorrow there is another.
refusal-exported-today = Today's file is here already. Tomorrow there can be another.
refusal-agree-first = One thing first: /start says what this is.

## Plain words that mean something by themselves, in small letters, with commas between them

plain-stop = stop, quit, leave
plain-pause = pause, rest
plain-help = help
plain-undo = undo, take it back, take back, unsend
plain-forget = forget

## The bot's own profile

profile-name = Nearer
profile-short = One small question a day, for two. Skipping is free; nothing is shared unless you choose it.
profile-description =
    One small question a day, for two people who find talking hard. One tap is a full answer, and skipping is free.

    What you say stays private until you choose to share it. Not therapy, not for emergencies, not end-to-end encrypted.
command-today = Today's small question
command-note = A private note
command-warmth = A warm line for your partner
command-invite = Invite your partner
command-breather = A breather from this talk
command-pause = Rest from questions
command-resume = End a rest
command-settings = Settings
command-support = Help from people
command-unpair = Leave
command-privacy = What is kept, and who sees it
command-help = How this works
command-clear = Clear this chat
command-journal = Your own words
command-ours = What has passed between you
command-export = Everything of yours, as a file
command-forget = Delete everything
command-cancel = Set aside what is half done
command-start = Begin

## The demo page

demo-scene-small-share = One small share
demo-scene-harsh-reply = A harsh reply, softened
demo-scene-breather = A fight and a breather
demo-scene-changing-your-mind = Changing your mind
demo-sample-small = Today was long.
demo-sample-good = Someone let me go first today. I noticed it for hours.
demo-sample-hard = I was short with you this morning. It wasn't about you. I slept badly.
demo-strip-nothing = nothing yet
demo-strip-breather = a breather
# $count (Number): how many things were shared and not taken back.
demo-strip-shared =
    { $count ->
        [one] one shared thing
       *[other] { $count } shared things
    }
# $name (String): whose words.
demo-leaves = { $name }'s words leave
# $name (String): who gets it.
demo-notice = A notice for { $name }
# $name (String): who gets it.
demo-question = A question for { $name }
