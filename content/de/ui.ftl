### Every sentence the bot says in German, by journey, in the order of the English file.
### What a text needs is named in a comment above it: `$name` with its kind. Geduzt; wer liest und wer gemeint ist, hat kein Geschlecht.


## Hello

hello-what =
    Eine kleine Frage am Tag. Einmal Antippen genügt als Antwort, und Auslassen kostet nichts. Was du sagst, bleibt bei dir, bis du es anders willst.
    
    Keine Therapie, nicht für Notfälle, nicht Ende-zu-Ende-verschlüsselt.
hello-again = Schön, dass du da bist. /today hat eine kleine Frage, /note bewahrt einen Gedanken, /help zeigt den Rest.
hello-again-resting = Schön, dass du da bist. Die Fragen ruhen gerade; /resume holt sie zurück, und /today hat jederzeit eine.
hello-no-such-place = Einen Ort mit diesem Namen habe ich nicht gefunden. Eine größere Stadt in der Nähe geht, oder die Uhrzeit bei dir, etwa 14:30. Was du geschrieben hast, ist aufbewahrt.
hello-time =
    Danke. Drei kurze Dinge, jedes lässt sich überspringen.
    
    Wann hast du an den meisten Tagen eine ruhige Minute? Such eine aus oder tipp eine Uhrzeit ein.
hello-zone = Wie spät ist es jetzt bei dir? Such einen Ort in deiner Nähe aus oder tipp eine Stadt ein.
hello-zone-found = Ist es einer davon?
hello-leaning = Wenn es angespannt wird, was passt am ehesten? Das sieht sonst niemand.
# $time (String): the person's calm time, such as 19:00.
hello-end = Das war's. Um { $time } kommt deine kleine Frage. Du kannst sie jederzeit liegen lassen.
button-agree = Ich bin 18 oder älter und stimme zu
button-privacy = Was aufbewahrt wird, und wer es sieht
button-morning = Morgens 9:00
button-midday = Mittags 12:30
button-evening = Abends 19:00
button-skip = Überspringen
# $place (String): a city with its country. $time (String): the time there now.
button-place = { $place } · { $time }
button-leaning-quiet = Ich werde still und brauche Ruhe
button-leaning-reach = Ich möchte darüber reden
button-leaning-either = Kommt drauf an
button-invite = Die andere Person einladen
button-alone = Erst allein ausprobieren

## Pairing

pairing-note =
    Nur für dich, bevor es weitergeht.
    
    Das hier ist für zwei Menschen, die sich miteinander sicher fühlen und denen das Reden schwerfällt. Es ist nicht für ein Zuhause gemacht, in dem jemand Angst hat, verletzt, überwacht oder kontrolliert wird; dort kann es alles schlimmer machen.
    
    Wenn das auf dich zutreffen könnte, wenn dich jemand hierher geschickt hat oder wenn du nicht frei Nein sagen kannst: Es gibt andere Hilfe, und du kannst gehen. Niemand bekommt eine Nachricht.
    
    Wenn du weitermachst, bist du 18 oder älter und stimmst /privacy zu.
pairing-walked-away = In Ordnung. Davon ist nichts aufbewahrt, und niemand bekommt eine Nachricht. /support ist jederzeit da.
# $link (String): the invitation's address.
pairing-invitation-link =
    Eine kleine Frage am Tag, für dich und für mich. Auslassen kostet nichts, und ich sehe nur, was du mir schicken willst.
    
    { $link }
pairing-invitation = Eine kleine Frage am Tag, für dich und für mich. Auslassen kostet nichts, und ich sehe nur, was du mir schicken willst.
pairing-how = Gib die Nachricht oben auf deine Art weiter. Der Link gilt einmal, 7 Tage lang. Wenn jemand kommt, wirst du gefragt, ob es die Person ist, die du meinst.
# $partner (String): the name of the person who was left.
pairing-had-left = { $partner } wird daran erkennen, dass du gegangen warst.
pairing-cancelled = Die Einladung gilt nicht mehr. /invite macht eine neue.
# $partner (String): the name of the person who invites.
pairing-card =
    { $partner } lädt dich ein. Ihr bekommt beide eine kleine Frage am Tag und seht nur, was die andere Person schicken will.
    
    Du erfährst nicht, wenn { $partner } geht. { $partner } erfährt nicht, wenn du gehst.
# $partner (String): the name of the person who invited.
pairing-joined = Danke. Von hier macht { $partner } weiter.
# $name (String): the name of the person who came.
pairing-confirm = { $name } kam über deine Einladung. Hast du diese Person gemeint?
# $name (String): the name of the person who came. $username (String): their Telegram username.
pairing-confirm-username = { $name } (@{ $username }) kam über deine Einladung. Hast du diese Person gemeint?
# $partner (String): the other person's name.
pairing-begun = Was du teilen willst, kann { $partner } jetzt erreichen, und umgekehrt. Sonst nichts.
pairing-fell-through = Aus dieser Einladung ist diesmal nichts geworden. /invite macht eine neue.
pairing-refused = In Ordnung. Der Link ist verbraucht, und nichts wurde geschickt. /invite macht einen neuen.
pairing-alone = In Ordnung, allein also. Die erste Frage ist unterwegs.
pairing-declined = In Ordnung. Niemand bekommt eine Nachricht. /start ist da, wenn du magst.
# $partner (String): what the reader calls the other person.
pairing-leaving =
    Du kannst gehen, allein und sofort.
    
    Leise heißt: { $partner } bekommt keine Nachricht, auch später nicht. Was ungeöffnet ist, wird zurückgenommen, und was du schreibst, bleibt bei dir.
# $partner (String): what the reader calls the other person.
pairing-left = Erledigt. { $partner } bekommt keine Nachricht. Was du teilst, geht ab jetzt nirgendwohin, auch wenn die Knöpfe bleiben. Falls jemand in dieses Handy schaut: /clear leert diesen Chat.
# $partner (String): what the reader calls the other person.
pairing-told = Erledigt. { $partner } liest eine neutrale Zeile. Was du geschrieben hast, bleibt bei dir.
# $partner (String): the other person's name.
pairing-ended = { $partner } hat das hier beendet. Was du geschrieben hast, bleibt deins. /support ist da, wenn du mit jemandem reden möchtest.
button-go-on = Weiter
button-other-help = Andere Hilfe
button-leave-quietly = Leise gehen
button-pass-on = Weitergeben
button-cancel-invitation = Einladung zurückziehen
# $partner (String): the name of the person who invites.
button-pair = Mit { $partner } verbinden
button-no-thanks = Nein, danke
button-confirm = Ja, genau
button-refuse = Nein, jemand anderen
# $partner (String): what the reader calls the other person.
button-tell = { $partner } sagen, dass es endet
button-stay = Bleiben

## The daily prompt

prompting-invite-word = Ein Wort genügt.
prompting-invite-line = Antippen, oder eine Zeile, wenn du magst.
prompting-invite-open = Antippen, oder ein paar Zeilen, wenn du magst.
prompting-partner = Lieblingsmensch
prompting-how = Wie war diese Frage?
prompting-left-alone = In Ordnung. Sie bleibt zu.
prompting-closed = In Ordnung, dazu kommt nichts mehr. /settings holt es jederzeit zurück.
prompting-opened = In Ordnung. Es darf wieder vorkommen.
prompting-quieter = Ab hier werde ich leiser. Ein Wort holt mich zurück, wann du magst.
prompting-round = Ab hier beginnen die Themen von vorn. Es kann so weitergehen, seltener kommen, nur kommen, wenn du es öffnest, oder hier enden.
prompting-monthly = Wie möchtest du, dass es für dich weitergeht?
prompting-monthly-note = Teilen bleibt freiwillig. Du kannst allein aufhören, und niemand erfährt es. /support ist da.
prompting-pace-kept = In Ordnung, es bleibt, wie es ist.
prompting-pace-slower = In Ordnung, ab jetzt an weniger Tagen. /settings ändert, an welchen.
prompting-pace-open = In Ordnung, Fragen kommen jetzt nicht mehr von selbst. /today hat eine, wann du magst; mit /resume kommen sie wieder.
button-slow-down = Langsamer
button-when-i-open = Nur wenn ich es öffne
button-goodbye = Auf Wiedersehen, alles löschen
button-keep-on = So lassen
button-rest-a-while = Eine Weile ruhen
button-stop = Aufhören…
button-easy = Leicht
button-okay = Okay
button-a-lot = War viel
button-up-word = Nächstes Mal auch ein Wort?
button-up-line = Nächstes Mal auch eine Zeile?
button-up-open = Nächstes Mal ein paar Zeilen?
button-deeper = Nächstes Mal ein wenig tiefer?
button-not-about-that = Nicht zu diesem Thema
button-after-all = Es darf doch kommen
button-not-today = Heute nicht
button-open = Öffnen
toast-thanks = Danke.
toast-lighter = Danke. Die nächsten sind leichter.
toast-step-up = Ab der nächsten. Es kann jederzeit wieder kleiner werden.
toast-skipped = Das ist in Ordnung.

## An answer

reflecting-kept = Aufbewahrt, nur für dich.
reflecting-draft = Das siehst nur du. Was möchtest du damit machen?
reflecting-whose = Fürs Erste aufbewahrt. Was ist das hier?
reflecting-discarded = Weg.
reflecting-note = Schreib, was du magst. Sonst sieht es niemand.
reflecting-unheard = Zu Sprachnachrichten und Bildern: Hier hört und schaut niemand zu, auch kein Programm. Ich merke mir nur, wo Telegram sie aufbewahrt.
reflecting-feel = Was trifft es am ehesten? Das siehst nur du.
# $family (String): what a group of feelings is called, such as Sad.
reflecting-feel-family = { $family }. Ist es eins davon?
reflecting-feel-any = Auch die letzten sind ganze Antworten.
# $place (String): a place in the body, such as Head.
reflecting-feel-body = { $place }. Wie ist es dort?
# $sensation (String): what somebody notices there, such as heavy.
reflecting-feel-might-be = Zu „{ $sensation }“ passt vielleicht eins davon, oder keins.
# $feeling (String): the word for a feeling.
reflecting-felt = Dazu: { $feeling }.
reflecting-words-only = Dort gehen nur Worte, darum wurde nichts geschickt. Was du mitgebracht hast, ist für dich aufbewahrt. Deine Worte kannst du jetzt schreiben.
reflecting-drawer-cover = Etwas, das du vor einer Weile geschrieben hast, ist hier, nur für dich.
reflecting-drawer = Stimmt es noch?
reflecting-drawer-share = Stimmt es noch? Du könntest ein Wort davon teilen oder es hier lassen.
reflecting-drawer-closed = Zurückgelegt. Nur du weißt davon.
reflecting-drawer-off = In Ordnung, ab jetzt kommt keine deiner Zeilen mehr zurück. /settings ändert das.
button-put-back = Zurücklegen
button-drawer-off = Davon keine mehr
button-keep = Behalten
button-share = Teilen…
button-discard = Verwerfen
button-feel = Ein Gefühl dazu
button-another-feeling = Ein anderes Gefühl
button-no-feeling = Kein Gefühl
button-hard-to-name = Schwer zu benennen?
button-my-answer = Meine Antwort auf die Frage
# $partner (String): what the reader calls the other person.
button-for = Für { $partner }
button-only-for-me = Nur für mich

## Sharing

# $partner (String): what the author calls the reader.
sharing-preview = Das würde { $partner } lesen:
sharing-brought-voice = Eine Sprachnachricht.
sharing-brought-photo = Ein Foto.
sharing-brought-audio = Ein Lied.
sharing-brought-sticker = Ein Sticker.
# $partner (String): what the author calls the reader.
sharing-for-good = Nach 48 Stunden lässt es sich vom Handy von { $partner } nicht mehr entfernen.
sharing-answering-nothing = „Es braucht keine Antwort.“
sharing-answering-tap = „Ein kurzes Zeichen ist willkommen.“
sharing-answering-question = „Eine sanfte Frage ist willkommen.“
sharing-answering-later = „Ich erzähle gern mehr, wenn ich so weit bin.“
sharing-was-hard = „Es war schwer zu sagen.“
sharing-cut = Es war länger, als eine Nachricht fasst; so viel passt hinein. Das Ganze bleibt für dich aufbewahrt.
# $partner (String): what the author calls the reader.
sharing-less = Wie viel davon darf { $partner } lesen?
# $partner (String): what the author calls the reader.
sharing-answering = Wie darf { $partner } antworten?
# $partner (String): what the author calls the reader. $minutes (Number): until it leaves.
sharing-leaving =
    { $minutes ->
        [one] In einer Minute macht es sich auf den Weg zu { $partner }.
       *[other] In { $minutes } Minuten macht es sich auf den Weg zu { $partner }.
    }
# $partner (String): what the author calls the reader.
sharing-leaving-soon = Gleich macht es sich auf den Weg zu { $partner }.
# $partner (String): what the author calls the reader.
sharing-posted = Für { $partner }. Es liegt bei der Post.
# $partner (String): what the author calls the reader.
sharing-tender = Das ist etwas Zartes. Soll { $partner } es lesen?
# $partner (String): what the author calls the reader.
sharing-sealing = Gleich versiegelt. Es macht sich auf den Weg, sobald ihr beide etwas geschickt habt; bis dahin erfährt { $partner } nichts davon.
# $partner (String): what the author calls the reader.
sharing-sealed = Versiegelt. Wenn { $partner } auch etwas schickt, bekommt ihr beide, was die andere Person geschickt hat. Bis dahin erfährt niemand davon.
sharing-unmatched = Es gehört wieder dir. Es war nie angekündigt, darum hat es auch niemand abgelehnt.
sharing-taken-back = Zurückgenommen, soweit Telegram es zulässt.
sharing-stayed = Es wurde nicht geschickt. Was du geschrieben hast, bleibt deins.
sharing-not-carried =
    Das hier überbringe ich nicht. Nichts wurde geschickt, niemand erfährt davon.
    
    Wenn es gerade zu viel wird: Eine Weile wegzugehen ist in Ordnung. Es gibt Menschen, die helfen.
sharing-look = Nur für dich, bevor es losgeht: Das könnte hart ankommen.
sharing-softer = Eine sanftere Art, zum Ausleihen. Schreib deine eigene, und sie ersetzt, was du vorher geschrieben hast:
# $partner (String): what the author calls the reader.
sharing-ready = Fertige Worte für { $partner }. Antippen schickt sie stattdessen; was du geschrieben hast, bleibt bei dir.
sharing-undone = Rückgängig gemacht. Es wurde nie geschickt und bleibt deins.
button-send = Senden
button-not-now = Jetzt nicht
button-seal = Senden, wenn beide so weit sind
button-seal-now = Jetzt versiegeln
button-take-out = Herausnehmen
button-send-tender = Ja, senden
button-less = Weniger davon
button-show-me = Zeig es mir
# $partner (String): what the author calls the reader.
button-how-answer = Wie { $partner } antworten darf
button-hard = Es war schwer zu sagen
button-was-hard = ✓ Es war schwer zu sagen
button-all-of-it = Alles davon
button-answering-nothing = Es braucht keine Antwort
button-answering-tap = Ein kurzes Zeichen ist willkommen
button-answering-question = Eine sanfte Frage ist willkommen
button-answering-later = Mehr, wenn ich so weit bin
button-undo = Rückgängig
button-send-now = Jetzt senden
button-softer = Sanfter versuchen
button-ready = Eine fertige Antwort
button-as-is = Meins so senden
button-keep-draft = Als Entwurf behalten
button-keep-private = Für mich behalten
# $partner (String): what the author calls the reader.
button-send-anyway = { $partner } darf es lesen
button-take-back = Zurücknehmen

## Receiving

# $partner (String): what the reader calls the author.
receiving-notice = Es ist etwas von { $partner } da, wenn du eine ruhige Minute hast.
# $partner (String): what the reader calls the person who responded.
receiving-came-back = Von { $partner } ist etwas zurückgekommen.
# $partner (String): what the reader calls the author.
receiving-from = Von { $partner }:
receiving-brought-voice = Eine Sprachnachricht, gleich darunter.
receiving-brought-photo = Ein Foto, gleich darunter.
receiving-brought-audio = Ein Lied, gleich darunter.
receiving-brought-sticker = Ein Sticker, gleich darunter.
receiving-voice-barred = Eine Sprachnachricht ist da, und dein Telegram hält Sprachnachrichten fern. Um sie zu hören: Einstellungen, Privatsphäre und Sicherheit, Sprachnachrichten, und diesen Chat erlauben. Dann auf Öffnen tippen. Das siehst nur du.
receiving-not-through = Es gehört etwas dazu, das nicht durchkam. Öffnen versucht es noch einmal.
receiving-answering-nothing = Es braucht keine Antwort.
receiving-answering-tap = Ein kurzes Zeichen ist willkommen.
receiving-answering-question = Eine sanfte Frage ist willkommen, nach einem kurzen Zeichen.
receiving-answering-later = Vielleicht kommt mehr, im eigenen Tempo.
receiving-was-hard = Es war schwer zu sagen.
receiving-you-said = Du hast gesagt:
receiving-gone = Hier war etwas. Es wurde zurückgenommen.
# $limit (Number): how many characters fit.
receiving-own-words = Mit deinen Worten, bis zu { $limit } Zeichen. Am freundlichsten ist, was nichts zurückverlangt.
# $limit (Number): how many characters fit.
receiving-write-back = Eine Antwort, bis zu { $limit } Zeichen. Eine sanfte Frage ist willkommen.
receiving-answer-back = Mit so vielen Worten, wie du magst. Du siehst, was gelesen würde, bevor etwas geschickt wird.
# $limit (Number): how many characters fit.
receiving-too-long = Das ist länger als die { $limit } Zeichen, die hier passen, darum wurde es nicht geschickt. Es ist für dich aufbewahrt. Du kannst jetzt etwas Kürzeres schreiben.
# $partner (String): what the author of the reply calls the other person.
receiving-reply-leaving = Gleich für { $partner }:
receiving-reply-undone = Rückgängig gemacht. Es wurde nie geschickt.
receiving-coach-1 = Nur für dich: Aufnehmen genügt. Nichts verlangt nach einer Lösung.
receiving-coach-2 = Nur für dich: Eine Vermutung, was daran Sinn ergibt, hilft mehr als guter Rat.
receiving-coach-3 = Nur für dich: Es darf so stehen bleiben. Platz zu lassen ist auch eine Antwort.
receiving-coach-4 = Nur für dich: Danke erst dem Versuch, dann dem Inhalt.
receiving-coach-5 = Nur für dich: Ein kleiner Schritt war der ganze Schritt. Er darf so klein ankommen.
receiving-coach-6 = Nur für dich: Deine eigene Geschichte hat an einem anderen Tag Platz. Heute liegt diese hier.
receiving-coach-7 = Nur für dich: „Das sehe ich“ passt öfter als „Das kenne ich“.
receiving-coach-8 = Nur für dich: Eine langsame Antwort ist eine freundliche. Das hat Zeit, bis du ruhig bist.
receiving-coach-9 = Nur für dich: Ein Gefühl kann Sinn ergeben, ohne dass jemand schuld ist.
receiving-coach-10 = Nur für dich: Ein „aber“ wischt weg, was davor stand. Ein Punkt genügt.
receiving-coach-11 = Nur für dich: Am leichtesten zu empfangen ist, was nichts verlangt.
receiving-coach-12 = Nur für dich: Wenn es sticht, darf eine Stunde vergehen, bevor du antwortest.
receiving-coach-13 = Nur für dich: Ein Wort davon zu wiederholen zeigt, dass du es gehört hast.
receiving-coach-14 = Nur für dich: Gutes wächst, wenn sich jemand mitfreut.
receiving-landed = Nur für dich. Die nächsten zwei Tage sind leicht. Wenn du so weit bist, hilft vielleicht so ein Satz:
receiving-landed-1 = „Das hat mich getroffen. Magst du es noch einmal sagen, sanfter?“
receiving-landed-2 = „Das sticht, und ich bin auf deiner Seite. Gib mir einen Moment.“
receiving-landed-3 = „Vielleicht habe ich etwas gehört, das du nicht so gemeint hast. Was hast du gemeint?“
receiving-landed-4 = „Das war heute zu viel für mich. Morgen höre ich es gern noch einmal.“
button-others = Andere Worte
button-own-words = Selbst schreiben
button-back = Zurück
button-fold = Zuklappen
button-landed = Das hat mich getroffen
button-another-line = Eine andere Zeile
button-next = Weiter
button-write-back = Zurückschreiben
button-answer-this = Darauf antworten
button-leave-it = Dabei lassen

## Looking back

looking-back-journal = Deine eigenen Worte, die neuesten zuerst. Diese Seite sieht sonst niemand.
# $family (String): the name of a family of feelings.
looking-back-of-family = Deine eigenen Worte: { $family }.
# $month (Number): from 1. $year (String): such as 2026.
looking-back-in-month = Deine eigenen Worte: { looking-back-month-name } { $year }.
looking-back-nothing = Hier ist noch nichts aufbewahrt. Was du antwortest oder mit /note schreibst, findest du später hier.
looking-back-nothing-here = Darunter ist nichts aufbewahrt.
looking-back-feelings = Nach welchem Gefühl?
looking-back-months = Welcher Monat?
# $month (Number): from 1.
looking-back-month-name =
    { $month ->
        [1] Januar
        [2] Februar
        [3] März
        [4] April
        [5] Mai
        [6] Juni
        [7] Juli
        [8] August
        [9] September
        [10] Oktober
        [11] November
       *[12] Dezember
    }
# $place (Number): its button. $day (String): of the month. $month (Number): from 1.
looking-back-entry = { $place } · { $day }. { looking-back-month-name }
# $place (Number): its button. $day (String): of the month. $month (Number): from 1.
looking-back-draft = { $place } · { $day }. { looking-back-month-name } · ein Entwurf
# $day (String): of the month. $month (Number): from 1. $year (String): such as 2026.
looking-back-day = { $day }. { looking-back-month-name } { $year }
# $feeling (String): a word for a feeling.
looking-back-felt = Dein Wort dazu: { $feeling }.
looking-back-voice = Eine Sprachnachricht.
looking-back-photo = Ein Foto.
looking-back-audio = Ein Lied.
looking-back-sticker = Ein Sticker.
looking-back-delete = Das endgültig löschen?
looking-back-delete-shared = Das endgültig löschen? Was davon geteilt war, wird auch zurückgenommen.
looking-back-week = Deine Woche, nur für dich: die Worte, die du gewählt hast, und wo sie liegen.
# $words (String): one or more feelings.
looking-back-pleasant-lively = Angenehmer, mehr Kraft: { $words }
# $words (String): one or more feelings.
looking-back-pleasant-still = Angenehmer, weniger Kraft: { $words }
# $words (String): one or more feelings.
looking-back-hard-lively = Weniger angenehm, mehr Kraft: { $words }
# $words (String): one or more feelings.
looking-back-hard-still = Weniger angenehm, weniger Kraft: { $words }
# $words (String): one or more feelings.
looking-back-between = Dazwischen: { $words }
# $words (String): one or more feelings.
looking-back-unplaced = Ohne Platz: { $words }
looking-back-off = Davon kommen keine mehr. /settings kann sie zurückholen.
picture-lively = mehr Kraft
picture-still = weniger Kraft
picture-pleasant = angenehmer
picture-hard = weniger angenehm
looking-back-ours = Was zwischen euch hin- und hergegangen ist.
looking-back-ours-empty = Hier ist jetzt nichts. Das sagt nichts über dich und nichts über die andere Person.
looking-back-you = Du:
# $partner (String): what the reader calls the other person.
looking-back-partner = { $partner }:
looking-back-before = Eins von früher:
button-older = ‹ Älter
button-newer = Neuer ›
button-look-back-off = Davon keine mehr
button-by-feeling = Nach Gefühl
button-by-month = Nach Monat
button-all-entries = Alle
# $month (Number): from 1. $year (String): such as 2026.
button-month = { looking-back-month-name } { $year }
button-delete = Löschen…
button-delete-now = Löschen
button-keep-it = Behalten
button-before = Eins von früher
toast-deleted = Gelöscht.

## A breather

# $partner (String): what the caller calls the other person.
breathers-lengths = Eine Atempause von diesem Gespräch. { $partner } liest sofort, dass du zurückkommst, und wann. Nach einem Grund fragt niemand.
breathers-longer = Etwas länger. Wie lange?
breathers-tomorrow = Morgen, um wie viel Uhr? Such eine Zeit aus oder tipp sie ein, etwa 9:30.
# $partner (String): what the caller calls the other person.
breathers-leaving = Gleich liest { $partner }, dass du von diesem Gespräch eine Atempause nimmst. Eine Zeile kann mitgehen.
breathers-mine = Du machst gerade eine Atempause von diesem Gespräch. Bis du zurück bist, erreichen dich keine Worte.
# $time (String): when the caller plans to be back.
breathers-back-at = Geplant zurück: { $time }.
# $day (Number): the day of the week, Monday is 0. $time (String): when the caller plans to be back.
breathers-back-on =
    Geplant zurück: { $day ->
        [0] Montag
        [1] Dienstag
        [2] Mittwoch
        [3] Donnerstag
        [4] Freitag
        [5] Samstag
       *[6] Sonntag
    }, { $time }.
# $minutes (Number): until the planned return.
breathers-back-in-minutes =
    { $minutes ->
        [one] Geplant zurück: in etwa einer Minute.
       *[other] Geplant zurück: in etwa { $minutes } Minuten.
    }
# $hours (Number): until the planned return.
breathers-back-in-hours =
    { $hours ->
        [one] Geplant zurück: in etwa einer Stunde.
       *[other] Geplant zurück: in etwa { $hours } Stunden.
    }
# $partner (String): what the reader calls the caller.
breathers-told = { $partner } nimmt eine Atempause von diesem Gespräch. Es ist kein Nein zu dir.
breathers-told-how = Wenn die Zeit verstreicht, endet sie von selbst.
breathers-line-full = „Mein Kopf ist sehr voll.“
breathers-line-think = „Ich möchte eine Weile nachdenken.“
breathers-line-moment = „Es ist ein schlechter Moment.“
breathers-line-not-you = „Es liegt nicht an dir.“
# $partner (String): what the reader calls the caller.
breathers-added = { $partner } schreibt dazu:
# $partner (String): what the caller calls the other person.
breathers-they-said = { $partner } sagt:
breathers-answer-see-you = „Bis dann.“
breathers-answer-thanks = „Danke, dass du es sagst.“
breathers-answer-too = „Ich nutze die Zeit auch.“
# $partner (String): what the reader calls the caller.
breathers-moved = { $partner } braucht etwas länger. Es ist kein Nein zu dir.
breathers-time = Es ist ungefähr die Zeit, die du gewählt hast. Wenn du nichts antippst, endet die Atempause in einer halben Stunde, und das ist in Ordnung.
# $partner (String): what the caller calls the other person.
breathers-welcome = Willkommen zurück. { $partner } liest es jetzt.
# $partner (String): what the reader calls the caller.
breathers-back = { $partner } ist zurück.
breathers-first-0 = Ein sanfter erster Satz, wenn du magst: „Eins habe ich gehört: …“
breathers-first-1 = Ein sanfter erster Satz, wenn du magst: „Eins fühle ich gerade: …“
breathers-first-2 = Ein sanfter erster Satz, wenn du magst: „Magst du mit etwas Kleinem anfangen?“
# $partner (String): what the reader calls the caller.
breathers-closed = Die Atempause vom Gespräch mit { $partner } ist zu Ende. Das sagt nichts über dich, und es gibt nichts zu tun.
# Stands in the older message that showed a breather, above the newer one.
breathers-below = Weiter geht es unten.
breathers-closed-mine = Deine Atempause ist von selbst zu Ende gegangen. Das ist in Ordnung, und nichts wird gezählt.
breathers-undone = Rückgängig gemacht. Niemand hat etwas gelesen.
breathers-helps =
    Ein paar Schritte. Ein Glas Wasser. Langsames Atmen. Musik. Etwas für die Hände.
    
    Das Gespräch darf auch im Kopf ruhen; es will nicht geprobt werden.
# $partner (String): what the author calls the person on a breather.
breathers-held = Für { $partner }. Es geht mit der Post, wenn die Atempause vorbei ist.
breathers-no-time = Darin konnte ich keine Uhrzeit lesen. 9:30 oder 19:00 geht. Was du geschrieben hast, ist aufbewahrt.
button-breather = Eine Atempause vom Gespräch
button-length-0 = 20 Minuten
button-length-1 = 1 Stunde
button-length-2 = 3 Stunden
button-tomorrow = Morgen um…
# $day (Number): the day of the week, Monday is 0. $time (String): a time of that day.
button-day-time =
    { $day ->
        [0] Montag
        [1] Dienstag
        [2] Mittwoch
        [3] Donnerstag
        [4] Freitag
        [5] Samstag
       *[6] Sonntag
    } { $time }
button-line-full = Mein Kopf ist sehr voll
button-line-think = Ich möchte eine Weile nachdenken
button-line-moment = Es ist ein schlechter Moment
button-line-not-you = Es liegt nicht an dir
button-answer-see-you = Bis dann
button-answer-thanks = Danke, dass du es sagst
button-answer-too = Ich nutze die Zeit auch
button-what-helps = Was helfen kann
button-back-again = Ich bin zurück
button-bit-longer = Etwas länger

## Something for me now

for-me-list = Stille ist hier keine Antwort. Sie kann vieles heißen, und du brauchst jetzt nichts davon herauszufinden. Etwas für dich:
for-me-kind = Etwas Warmes trinken. Zehn Minuten frische Luft. Ein Lied, das du auswendig kannst. Eine Dusche. Früh schlafen. Eins davon genügt.
for-me-friend = Gute Gesellschaft könnte jetzt schön sein: ein Anruf, ein paar gemeinsame Schritte oder eine Nachricht über etwas ganz anderes.
button-for-me = Jetzt etwas für mich
button-one-kind-thing = Etwas Gutes für mich
button-private-note = Eine private Notiz
button-warmth = Ein warmer Gruß
button-friend = Ein vertrauter Mensch

## Warmths

# $partner (String): what the reader calls the other person.
warmths-offer = Eine Zeile für { $partner }, die keine Antwort will. Eine am Tag. Antippen schickt sie ab.
# $limit (Number): how many characters fit.
warmths-write = Eine warme Zeile, bis zu { $limit } Zeichen. Sie will keine Antwort.
warmths-ways = Wie dürfen warme Grüße dich erreichen? Das sieht sonst niemand.
button-warmths = Wie sie mich erreichen
button-warmths-come = Wie sie kommen
button-warmths-come-now = ✓ Wie sie kommen
button-warmths-post = Mit der Post
button-warmths-post-now = ✓ Mit der Post
button-warmths-hold = Vorerst nicht
button-warmths-hold-now = ✓ Vorerst nicht

## Settings

# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-mark =
    { $changed ->
        [1] { " " }✓
       *[other] { "" }
    }
preferences-home = Was möchtest du ändern? Niemand sonst sieht etwas davon.
preferences-group-0 = Wann Fragen kommen.
preferences-group-1 = Wie weit Fragen gehen.
preferences-group-2 = Was hin- und hergeht.
preferences-group-3 = Dieser Chat.
# $time (String): the calm time. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-time = Zeit: um { $time }{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-days-all = Tage: jeden Tag{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-days-none = Tage: nur wenn du /today öffnest{ preferences-mark }
# $count (Number): how many days a week. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-days-some =
    { $count ->
        [one] Tage: einen Tag in der Woche{ preferences-mark }
       *[other] Tage: { $count } Tage in der Woche{ preferences-mark }
    }
# $from (String): when the quiet hours begin. $until (String): when they end. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-quiet = Ruhezeit: { $from } bis { $until }{ preferences-mark }
# $place (String): a city with its country. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-zone-known = Uhr: { $place }{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-zone-unknown = Uhr: noch nicht bekannt, darum kommt nichts von selbst{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-step-free = Größe: wie es leichtfällt{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-step-tap = Größe: nur antippen{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-step-word = Größe: ein Wort{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-step-line = Größe: eine Zeile{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-step-open = Größe: ein paar Zeilen{ preferences-mark }
# $depth (Number): the deepest that questions go, 1 to 5. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-depth = Tiefe: bis { $depth } von 5{ preferences-mark }
# $count (Number): how many themes. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-closed =
    { $count ->
        [0] Geschlossene Themen: keine{ preferences-mark }
       *[other] Geschlossene Themen: { $count }{ preferences-mark }
    }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-drawer-on = Schublade: ab und zu kommt eine bewahrte Zeile zurück{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-drawer-off = Schublade: bleibt zu{ preferences-mark }
# $day (Number): the day of the week, Monday is 0. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-look-back-day =
    Rückblick: { $day ->
        [0] montags
        [1] dienstags
        [2] mittwochs
        [3] donnerstags
        [4] freitags
        [5] samstags
       *[6] sonntags
    }{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-look-back-off = Rückblick: aus{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-audible-on = Ton: Nachrichten sind zu hören{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-audible-off = Ton: Nachrichten kommen lautlos{ preferences-mark }
# $minutes (Number): minutes before what you send leaves. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-cooling =
    { $minutes ->
        [0] Zeit zum Rückgängigmachen: keine{ preferences-mark }
        [one] Zeit zum Rückgängigmachen: eine Minute{ preferences-mark }
       *[other] Zeit zum Rückgängigmachen: { $minutes } Minuten{ preferences-mark }
    }
# $time (String): when the day's post is announced. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-post-at = Post: um { $time }{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-post-any = Post: wenn sie kommt, außerhalb der Ruhezeit{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-warmths-come = Warme Grüße: wie sie kommen{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-warmths-post = Warme Grüße: mit der Post{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-warmths-hold = Warme Grüße: vorerst nicht{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-answering-nothing = Unter dem, was du teilst: Es braucht keine Antwort{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-answering-tap = Unter dem, was du teilst: Ein kurzes Zeichen ist willkommen{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-answering-question = Unter dem, was du teilst: Eine sanfte Frage ist willkommen{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-answering-later = Unter dem, was du teilst: mehr, wenn du so weit bist{ preferences-mark }
# $partner (String): what this person calls the other. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-name = Wie du die andere Person nennst: { $partner }{ preferences-mark }
# $language (String): what a language calls itself. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-language = Sprache: { $language }{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-tidy-on = Hinter mir aufräumen: Deine Nachrichten werden gelöscht, sobald sie aufbewahrt sind{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-tidy-off = Hinter mir aufräumen: aus{ preferences-mark }
# $country (String): a country's name. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-country-known = Land für /support: { $country }{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-country-unknown = Land für /support: nach deiner Sprache{ preferences-mark }
preferences-pick-time = Eine ruhige Zeit, an den meisten Tagen? Such eine aus oder tipp sie ein, etwa 19:30.
preferences-pick-days = An welchen Tagen? Antippen schaltet einen Tag an oder aus. Ohne Tage kommen Fragen nur, wenn du /today öffnest.
preferences-pick-quiet = Stunden, in denen nichts kommt. Such sie aus oder tipp zwei Zeiten ein, etwa 22:00 - 8:00.
preferences-pick-zone = Wie spät ist es jetzt bei dir? Such einen Ort in der Nähe aus oder tipp eine Stadt oder die Uhrzeit ein.
preferences-pick-step = Bei welcher Größe soll es bleiben? Bei jeder genügt einmal Antippen als Antwort.
preferences-pick-depth = Wie tief dürfen Fragen gehen?
preferences-pick-closed = Themen, die du geschlossen hast. Antippen öffnet eins wieder.
preferences-pick-look-back = Deine eigene Woche als Bild: an welchem Tag?
preferences-pick-cooling = Wie lange lässt sich Geteiltes rückgängig machen, bevor es losgeht?
preferences-pick-post = Wann darf sich die Post des Tages melden? Such eine Zeit aus oder tipp sie ein.
preferences-pick-warmths = Wie möchtest du warme Grüße bekommen? Das sieht niemand.
preferences-pick-answering = Wie darf auf das, was du teilst, geantwortet werden? Du kannst es jedes Mal ändern.
preferences-pick-name = Wie möchtest du die andere Person hier nennen? Tipp es ein. Das sieht sonst niemand.
preferences-pick-language = Welche Sprache?
preferences-not-time = Darin konnte ich keine Uhrzeit lesen. 19:30 geht. Was du geschrieben hast, ist aufbewahrt.
preferences-not-post = Darin konnte ich keine Uhrzeit lesen. 19:30 geht. Was du geschrieben hast, ist aufbewahrt.
preferences-not-quiet = Darin konnte ich keine zwei Zeiten lesen. 22:00 - 8:00 geht. Was du geschrieben hast, ist aufbewahrt.
preferences-not-name = Das ist für einen Namen hier zu lang. Was du geschrieben hast, ist aufbewahrt.
button-settings-0 = Wann Fragen kommen
button-settings-1 = Wie weit sie gehen
button-settings-2 = Hin und her
button-settings-3 = Dieser Chat
button-leave = Gehen…
button-set-time = Zeit
button-set-days = Tage
button-set-quiet = Ruhezeit
button-set-zone = Uhr
button-set-step = Größe
button-set-depth = Tiefe
button-set-closed = Geschlossene Themen
button-set-drawer = Schublade
button-set-look-back = Rückblick
button-set-audible = Ton
button-set-cooling = Zeit zum Rückgängigmachen
button-set-post = Post
button-set-warmths = Warme Grüße
button-set-answering = Wie geantwortet wird
button-set-name = Name
button-set-language = Sprache
button-set-tidy = Hinter mir aufräumen
button-set-country = Land
# $day (Number): the day of the week, Monday is 0. $changed (Number): 1 where it is chosen, 0 elsewhere.
button-weekday =
    { $day ->
        [0] Montag
        [1] Dienstag
        [2] Mittwoch
        [3] Donnerstag
        [4] Freitag
        [5] Samstag
       *[6] Sonntag
    }{ preferences-mark }
button-off = Aus
# $start (String): when quiet hours begin. $until (String): when they end.
button-hours = { $start } bis { $until }
button-step-free = Wie es leichtfällt
button-step-tap = Nur antippen
button-step-word = Ein Wort
button-step-line = Eine Zeile
button-step-open = Ein paar Zeilen
button-depth-1 = 1: die Oberfläche
button-depth-2 = 2: wie sich der Tag anfühlt
button-depth-3 = 3: was oft geschieht
button-depth-4 = 4: Zartes
button-depth-5 = 5: alte Wurzeln, nur wenn du öffnest
# $minutes (Number): minutes before what is sent leaves.
button-cooling =
    { $minutes ->
        [0] Keine
        [one] 1 Minute
       *[other] { $minutes } Minuten
    }
button-post-any = Wenn sie kommt
# $name (String): the name that the other had at pairing.
button-first-name = Zurück zu { $name }
button-theme-appreciation = Wertschätzung
button-theme-empathy = Sich hineinversetzen
button-theme-fear-of-vulnerability = Sich zeigen
button-theme-feelings-words = Worte für Gefühle
button-theme-listening = Zuhören
button-theme-patience = Geduld
button-theme-play-warmth = Spiel
button-theme-risk-acknowledged = Schwer zu sagen
button-theme-self-awareness = Bei sich hinschauen
button-theme-self-protection = Sich schützen
button-theme-strengths-imperfections = Stärken und Macken
button-theme-support-beyond = Hilfe von anderen
button-theme-triggers-patterns = Gewohnte Abläufe
button-theme-trust-safety = Vertrauen
button-theme-unresolved = Was noch offen ist
button-theme-validation = Verstanden werden

## Rest

preferences-rest = Ruhe vor Fragen und Post. Niemand erfährt es.
preferences-resting = Ruh dich gut aus. Solange kommt nichts; /today und /resume gehen jederzeit.
preferences-resumed = Es geht weiter. Die nächste Frage kommt zu deiner Zeit.
button-rest = Ruhe vor Fragen
button-rest-day = Einen Tag
button-rest-week = Eine Woche
button-rest-open = Bis ich Bescheid sage

## Support

support-home = Hilfe von Menschen. Du musst nichts entscheiden, um nachzuschauen, und niemand erfährt davon.
support-finding = Professionelle Hilfe finden:
support-lines = Menschen, die du erreichen kannst. Ich bin ein kleines Programm; niemand beobachtet diesen Chat.
support-crisis = Wenn es zu schwer wird:
support-violence = Wenn dich jemand verletzt, einschüchtert oder kontrolliert:
support-own-behaviour = Wenn dir Sorgen macht, wie du mit jemandem umgehst:
# $numbers (String): one or more phone numbers.
support-emergency = Wenn jetzt gerade Gefahr besteht: { $numbers }
support-emergency-here = Wenn jetzt gerade Gefahr besteht: die Notrufnummer dort, wo du bist.
support-anywhere = In jedem Land:
# $how (String): what to text, and to which number.
support-by-text = SMS: { $how }
# $how (String): a number.
support-by-whatsapp = WhatsApp { $how }
# $country (String): a country's name. $date (String): year, month and day.
support-checked = Nummern für { $country }, geprüft am { $date }. Nummern können sich ändern.
support-countries = Welches Land?
support-held = Das ist an niemanden gegangen. Zuerst ein zweiter Blick, nur für dich: Solche Worte wiegen schwer, und es gibt Menschen, die du erreichen kannst.
# $partner (String): what the author calls the reader.
support-held-help = Wenn du es abschickst, sieht { $partner } neben deinen Worten auch, wo es Hilfe gibt.
support-beside = Für dich, während du das liest: Solche Worte können schwer wiegen. Es gibt Menschen, an die ihr beide euch wenden könnt:
support-cover = Eine Notiz ist da. Öffne sie, wenn es dir passt.
support-card-full-suicide =
    Was du geschrieben hast, klingt schwer, und es ist gut, dass du Worte dafür gefunden hast.
    
    Ich bin ein kleines Programm; niemand beobachtet diesen Chat, und ich kann dich nicht schützen. Ein Mensch kann dir jetzt gleich zur Seite stehen:
support-card-full-suicide-yours = Das ist an niemanden gegangen. Du entscheidest, was damit geschieht.
support-card-soft = Wenn heute etwas zu schwer wird, für dich oder für einen Menschen, der dir wichtig ist: Diese Menschen kannst du erreichen. Wenn ich falsch liege, lass es einfach hier.
support-card-violence = Kein Mensch hat es verdient, verletzt, eingeschüchtert oder kontrolliert zu werden. Falls so etwas geschieht: Diese Menschen hören zu und denken mit dir nach, in deinem Tempo. Für einen Anruf musst du nicht gehen, nichts anzeigen und nichts entscheiden.
support-card-violence-yours = Das ist an niemanden gegangen. Falls jemand in dieses Handy schaut: Verbergen, und wenn es geht, auf einem anderen Gerät nachsehen. Du kannst leise mit dem Teilen aufhören, ohne Nachricht an irgendwen: /unpair
support-card-harm-to-other = Wenn du nah daran bist, jemanden zu verletzen, ist es jetzt gut, aus dem Raum zu gehen. Diese Menschen helfen genau dabei, ohne dich anzuschreien.
button-support = Unterstützung
button-professional = Professionelle Hilfe finden
button-not-safe = Nicht sicher, oder mir geht's nicht gut
button-another-country = In einem anderen Land
button-hide = Verbergen
button-no-trace = Keine Spur lassen
button-not-meant = So war es nicht gemeint
toast-not-meant = In Ordnung. Davon wird nichts aufbewahrt.
button-earlier = ‹ Früher
button-later = Weiter ›

## Privacy

# $operator (String): who runs this bot. $hours (Number): between two backups.
# $days (Number): for which backups are kept. $keys (Number): days for which keys are.
privacy-text =
    Was du schreibst und jedes Gefühl, das du gewählt hast, ist verschlüsselt aufbewahrt, mit einem eigenen Schlüssel, bis du es in /journal löschst oder mit /forget alles.
    Ebenso dein Name, deine Telegram-Nummer und die Kennungen von Sprachnachrichten und Fotos. Einstellungen, Tage und Zeiten sind unverschlüsselt aufbewahrt. /export gibt dir alles davon.
    Die andere Person liest nur, was du geschickt hast, genau so, wie du es vorher gesehen hast.
    Sie erfährt nie, ob eine Frage kam, was du mit ihr gemacht hast, deine Notizen, Gefühle, Einstellungen oder Ruhezeiten, was du geöffnet hast, oder dass du nach Hilfe geschaut hast.
    Niemand erfährt, wenn jemand leise geht. Was man einer Person schickt, die gegangen ist, wird dort nach 30 Tagen gelöscht.
    Bot-Chats sind gewöhnliche Telegram-Chats: Telegram, und wer dein Handy in der Hand hat, kann sie lesen. Das hier ist nicht Ende-zu-Ende-verschlüsselt.
    Betrieben von { $operator }; dort liegt der Schlüssel, und technisch ließe sich lesen, was aufbewahrt ist.
    Keine Werbung, kein Verkauf, kein Training mit deinen Worten. { $hours ->
        [0] Der Bot macht von selbst keine Sicherungskopien; von Hand gemachte sind verschlüsselt
       *[other] Sicherungskopien sind verschlüsselt
    } und bleiben { $days } Tage, auch mit dem, was du in dieser Zeit löschst. Nach /forget liegt dein Schlüssel noch { $keys } Tage darin; so lange ließe sich eine ältere lesen.
    Wenn du deine eigene Nachricht in Telegram löschst, erfährt ein Bot das nicht; Verwerfen hier oder Löschen in /journal entfernt, was aufbewahrt ist.
    Es ist keine Therapie und kein Notdienst, und es kann etwas übersehen. /support nennt Menschen.
privacy-cleared = Geleert, soweit Telegram es zulässt: die Nachrichten der letzten 48 Stunden. Für den Rest lösch diesen Chat in Telegram.
privacy-export-coming = Ich stelle es zusammen. Es kommt gleich als Datei hierher.
privacy-export-here = Alles von dir, was hier aufbewahrt ist, und was mit dir geteilt wurde. Wer diese Datei hat, kann sie lesen.
# $name (String): whose it is.
privacy-export-title = Nearer: was von { $name } aufbewahrt ist
privacy-export-words = Deine eigenen Worte
privacy-export-shared-by-you = Was du geteilt hast
privacy-export-shared-with-you = Was mit dir geteilt wurde
privacy-export-questions = Die Fragen, die du bekommen hast
privacy-export-breathers = Atempausen, die du genommen hast
privacy-export-partners = Mit wem
privacy-export-invitations = Deine Einladungen
privacy-export-person = Du und deine Einstellungen
# $field (String): the name of a field. $value (String): what it holds.
privacy-export-line =
    { $field ->
        [name] Name: { $value }
        [username] Benutzername: { $value }
        [nickname] Wie du die andere Person nennst: { $value }
        [locale] Sprache: { $value }
        [agreed_at] Zugestimmt: { $value }
        [terms] Fassung der Bedingungen: { $value }
        [noted_at] Hinweis vor dem Verbinden gelesen: { $value }
        [hello_on] Erster Tag: { $value }
        [seen_at] Zuerst hier: { $value }
        [zone] Zeitzone: { $value }
        [calm] Ruhige Zeit: { $value }
        [days] Tage, Montag ist 0: { $value }
        [quiet_from] Ruhe ab: { $value }
        [quiet_until] Ruhe bis: { $value }
        [post_at] Briefkastenzeit: { $value }
        [leaning] Was du über dich gesagt hast: { $value }
        [step] Größe der Frage: { $value }
        [depth] Tiefe: { $value }
        [cooling] Sekunden, bis Geteiltes losgeht: { $value }
        [answering] Wie geantwortet werden darf: { $value }
        [audible] Mit Ton: { $value }
        [country] Land für /support: { $value }
        [resting] Ruht: { $value }
        [rest_until] Bis: { $value }
        [next_ask_at] Nächste Frage: { $value }
        [last_ask_at] Letzte Frage: { $value }
        [created_at] { $value }
        [local_date] { $value }
        [called_at] { $value }
        [since] Seit: { $value }
        [ended_at] Beendet: { $value }
        [expires_at] Gilt bis: { $value }
        [until] Bis: { $value }
        [question] { $value }
        [feeling] Gefühl: { $value }
        [kind] Art: { $value }
        [state] Stand: { $value }
        [media] Als: { $value }
        [hard] Schwer zu sagen: { $value }
        [tapped] Angetippt: { $value }
        [line] Zeile: { $value }
       *[other] { $field }: { $value }
    }
# $partner (String): what the reader calls the other person.
privacy-forget-opened = Was { $partner } schon geöffnet hat: dort lassen oder auch zurücknehmen? Wenn du es zurücknimmst, wird { $partner } bemerken, dass es weg ist.
privacy-forget =
    Das löscht alles von dir hier, endgültig.
    
    Zum Bestätigen tipp das Wort vergessen ein.
privacy-forgotten = Erledigt. Alles von dir hier ist gelöscht, und ich kenne dich nicht mehr. Mach's gut.
# $partner (String): what the reader calls the other person.
button-leave-them = Bei { $partner } lassen
button-take-them = Auch zurücknehmen
button-keep-all = Alles behalten
button-delete-all = Alles löschen

## Everything else

everything-else-stop = Du kannst auf jede dieser Arten aufhören, ganz allein.
everything-else-pause = Welche Art von Pause?
everything-else-help =
    Zu deiner Zeit kommt eine kleine Frage; einmal Antippen genügt als Antwort. Was du schreibst, bleibt nur für dich, bis du Teilen wählst und bestätigst.
    
    /today /note /invite /pause /unpair /privacy /forget
everything-else-cancelled = In Ordnung. Nichts wurde geschickt; was du geschrieben hast, ist für dich aufbewahrt.
everything-else-as-it-was = In Ordnung. Alles ist, wie es war.
everything-else-other-kind = Diese Art kann ich noch nicht annehmen. Worte, Sprachnachrichten, Fotos, Lieder, Sticker und Antippen gehen.
everything-else-unknown-command = Das kenne ich nicht. /help zeigt, was geht.
everything-else-group = Das geht nur im privaten Chat, darum verlasse ich die Gruppe. Von hier ist nichts aufbewahrt.
everything-else-away = Ich war kurz weg. Was du geschrieben hast, ist aufbewahrt.
everything-else-failed = Bei mir ging etwas schief. Was du geschrieben hast, ist aufbewahrt, und ich versuche es noch einmal.
everything-else-sorry = Das konnte ich nicht zu Ende bringen. Bitte versuch es noch einmal.

## Refusals

refusal-link-leads-nowhere = Dieser Link führt gerade nirgendwohin. Ein neuer lässt sich jederzeit machen.
refusal-own-link = Das ist deine eigene Einladung. Sie ist für die andere Person.
# $partner (String): what the reader calls the other person.
refusal-leave-first = Hier ist schon { $partner } mit dir. Um dich mit jemand anderem zu verbinden, geh zuerst: /unpair
refusal-partner-already = Hier ist schon jemand mit dir. /unpair kommt vor einer neuen Einladung.
refusal-enough-links-today = Das sind genug Einladungen für einen Tag. Morgen kann es mehr geben.
refusal-too-many-tries = Das sind genug Links für heute. Bitte versuch es morgen noch einmal.
refusal-nothing-open = Hier ist nichts mehr.
refusal-ask-is-closed = Diese Frage ist schon zu. /today hat eine andere.
refusal-done-for-today = Die von heute ist erledigt. /note bewahrt, was dir sonst noch einfällt.
refusal-nothing-left = Du hast alle übrigen Themen geschlossen. /settings öffnet wieder eins.
refusal-no-partner = Hier ist niemand, mit dem du teilen kannst. Was du schreibst, bleibt bei dir.
refusal-already-on-its-way = Diese Worte sind schon unterwegs.
refusal-already-left = Es ist schon fort. Du kannst es noch zurücknehmen.
refusal-nothing-to-take-back = Nichts ist unterwegs, das sich zurücknehmen ließe.
refusal-no-talk-here = Hier ist niemand, von dem du eine Atempause nehmen kannst. /pause gibt Ruhe vor Fragen.
refusal-only-tomorrow = Um diese Uhrzeit dauert eine Atempause bis morgen. /breather zeigt die Zeiten.
refusal-too-far-off = Eine Atempause dauert höchstens 24 Stunden, mit Verlängerung 48. /breather zeigt die Zeiten, die passen.
refusal-longer-once = Eine Atempause lässt sich einmal verlängern, und diese ist es schon.
refusal-breather-was-told = Sie ist schon angekündigt. „Ich bin zurück“ beendet sie.
refusal-breather-is-over = Diese Atempause ist vorbei. Es bleibt nichts zu tun.
refusal-no-words-here = Hier braucht es keine Worte. Einmal Antippen genügt.
refusal-one-reply-only = Hier ist Platz für eine Antwort, und deine ist schon da.
refusal-one-warmth-a-day = Der warme Gruß von heute ist schon unterwegs. Morgen gibt es wieder einen.
refusal-exported-today = Die Datei von heute ist schon hier. Morgen kann es wieder eine geben.
refusal-agree-first = Eins zuerst: /start sagt, was das hier ist.

## Plain words that mean something by themselves, in small letters, with commas between them

plain-stop = stopp, stop, aufhören, beenden
plain-pause = pause, ruhe
plain-help = hilfe
plain-undo = rückgängig, zurücknehmen, nimm es zurück
plain-forget = vergessen

## The bot's own profile

profile-name = Nearer
profile-short = Eine kleine Frage am Tag, für zwei. Auslassen kostet nichts; geteilt wird nur, was du willst.
profile-description =
    Eine kleine Frage am Tag, für zwei Menschen, denen das Reden schwerfällt. Einmal Antippen genügt als Antwort, und Auslassen kostet nichts.
    
    Was du sagst, bleibt privat, bis du es teilen willst. Keine Therapie, nicht für Notfälle, nicht Ende-zu-Ende-verschlüsselt.
command-today = Die kleine Frage von heute
command-note = Eine private Notiz
command-warmth = Ein warmer Gruß
command-invite = Die andere Person einladen
command-breather = Eine Atempause vom Gespräch
command-pause = Ruhe vor Fragen
command-resume = Die Ruhe beenden
command-settings = Einstellungen
command-support = Hilfe von Menschen
command-unpair = Gehen
command-privacy = Was aufbewahrt wird, und wer es sieht
command-help = Wie das hier geht
command-clear = Diesen Chat leeren
command-journal = Deine eigenen Worte
command-ours = Was zwischen euch hin- und herging
command-export = Alles von dir, als Datei
command-forget = Alles löschen
command-cancel = Angefangenes beiseitelegen
command-start = Anfangen

## The demo page

demo-scene-small-share = Etwas Kleines teilen
demo-scene-harsh-reply = Eine harte Antwort, sanfter
demo-scene-breather = Ein Streit und eine Atempause
demo-scene-changing-your-mind = Es sich anders überlegen
demo-sample-small = Heute war lang.
demo-sample-good = Heute hat mich jemand vorgelassen. Das hat mich stundenlang begleitet.
demo-sample-hard = Ich war heute Morgen schroff zu dir. Es lag nicht an dir. Ich habe schlecht geschlafen.
demo-strip-nothing = noch nichts
demo-strip-breather = eine Atempause
# $count (Number): how many things were shared and not taken back.
demo-strip-shared =
    { $count ->
        [one] etwas geteilt
       *[other] { $count } Dinge geteilt
    }
# $name (String): whose words.
demo-leaves = Die Worte von { $name } machen sich auf den Weg
# $name (String): who gets it.
demo-notice = Ein Hinweis für { $name }
# $name (String): who gets it.
demo-question = Eine Frage für { $name }
