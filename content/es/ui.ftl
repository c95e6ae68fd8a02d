### Cada frase que el bot dice en español, por recorridos, con las claves y notas del inglés.
### Tú, sin género para quien lee ni para su pareja; «pausa en esta charla», no «tiempo» ni «espacio».

## Bienvenida

hello-what =
    Una pregunta pequeña al día. Con un toque ya está respondida, y saltarla no cuesta nada. Lo que dices es tuyo hasta que tú decidas otra cosa.

    No es terapia, no es para emergencias, no va cifrado de extremo a extremo.
hello-again =
    Qué bueno verte. /today tiene una pregunta pequeña, /note guarda una idea, /help muestra lo demás.
hello-again-resting =
    Qué bueno verte. Tienes un descanso de preguntas; /resume las trae de vuelta, y /today tiene una en cualquier momento.
hello-no-such-place =
    No encontré ningún lugar con ese nombre. Sirve una ciudad más grande cerca, o la hora que es donde estás, como 14:30. Lo que escribiste está guardado.
hello-time =
    Gracias. Tres cosas rápidas, y cada una se puede saltar.

    ¿Cuándo tienes un minuto de calma, casi todos los días? Elige uno o escribe una hora.
hello-zone =
    ¿Qué hora es ahora donde estás? Elige un lugar cercano o escribe una ciudad.
hello-zone-found = ¿Es uno de estos?
hello-leaning =
    Cuando hay tensión, ¿qué se te parece más? Nadie más lo ve.
# $time (String): the person's calm time, such as 19:00.
hello-end =
    Eso es todo. Hacia las { $time } llega tu pregunta pequeña. La puedes dejar estar cuando quieras.

button-agree = Tengo 18 años o más y acepto
button-privacy = Qué se guarda y quién lo ve
button-morning = Mañana, 9:00
button-midday = Mediodía, 12:30
button-evening = Tarde, 19:00
button-skip = Saltar
# $place (String): a city with its country. $time (String): the time there now.
button-place = { $place } · { $time }
button-leaning-quiet = Me callo y tardo en hablar
button-leaning-reach = Quiero hablarlo
button-leaning-either = Depende
button-invite = Invitar a mi pareja
button-alone = Probarlo antes por mi cuenta

## Conectar

pairing-note =
    Para ti a solas, antes de seguir.

    Esto es para dos personas que se sienten a salvo juntas y a las que les cuesta hablar. No está hecho para casas donde alguien vive con miedo, daño, vigilancia o control; ahí puede empeorar las cosas.

    Si puede ser tu caso, si alguien te dijo que participaras, o si no sientes libertad para decir que no: hay otra ayuda, y puedes salir. Nadie recibe ningún mensaje.

    Seguir significa que tienes 18 años o más y aceptas /privacy.
pairing-walked-away = Bien. De esto no quedó nada guardado, y nadie recibe ningún mensaje. /support está aquí en cualquier momento.
# $link (String): the invitation's address.
pairing-invitation-link =
    Una pregunta pequeña al día, para ti y para mí. Saltarla no cuesta nada, y veo solo lo que tú elijas enviarme.

    { $link }
pairing-invitation = Una pregunta pequeña al día, para ti y para mí. Saltarla no cuesta nada, y veo solo lo que tú elijas enviarme.
pairing-how =
    Pasa el mensaje de arriba a tu pareja, a tu manera. El enlace sirve una vez, durante 7 días. Cuando llegue alguien, te preguntaré si es quien pensabas.
# $partner (String): the name of the person who was left.
pairing-had-left = { $partner } entenderá con esto que habías salido.
pairing-cancelled = La invitación ya no funciona. /invite hace una nueva.
# $partner (String): the name of the person who invites.
pairing-card =
    { $partner } te invita. A cada persona le llega una pregunta pequeña al día, y ve solo lo que la otra elige enviar.

    Si { $partner } sale, no recibes aviso. Si sales tú, { $partner } no recibe aviso.
# $partner (String): the name of the person who invited.
pairing-joined = Gracias. Ahora sigue { $partner }.
# $name (String): the name of the person who came.
pairing-confirm = { $name } llegó con tu invitación. ¿Es quien pensabas?
# $name (String): the name of the person who came. $username (String): their Telegram username.
pairing-confirm-username = { $name } (@{ $username }) llegó con tu invitación. ¿Es quien pensabas?
# $partner (String): the other person's name.
pairing-begun = Lo que elijas compartir puede llegar ahora a { $partner }, y al revés. Lo demás no llega.
pairing-fell-through = Esta vez la invitación quedó en nada. /invite hace una nueva.
pairing-refused = De acuerdo. El enlace ya está usado y no se envió nada. /invite hace uno nuevo.
pairing-alone = De acuerdo, por tu cuenta. La primera pregunta está en camino.
pairing-declined = De acuerdo. Nadie recibe ningún mensaje. /start está aquí si quieres.
# $partner (String): what the reader calls the other person.
pairing-leaving =
    Puedes salir por tu cuenta, ahora mismo.

    Sin avisar: { $partner } no recibe ningún mensaje, ni ahora ni después. Lo que no se abrió se retira, y lo que escribes se queda contigo.
# $partner (String): what the reader calls the other person.
pairing-left =
    Hecho. { $partner } no recibe ningún mensaje. Desde ahora, lo que compartas no llega a nadie, aunque los botones se quedan. Si alguien puede mirar este teléfono, /clear vacía este chat.
# $partner (String): what the reader calls the other person.
pairing-told = Hecho. { $partner } lee una línea neutra. Lo que escribiste se queda contigo.
# $partner (String): the other person's name.
pairing-ended = Por decisión de { $partner }, esto ha terminado aquí. Lo que escribiste sigue siendo tuyo. /support está ahí si te gustaría hablar con alguien.

button-go-on = Seguir
button-other-help = Otra ayuda
button-leave-quietly = Salir sin avisar
button-pass-on = Pasarla
button-cancel-invitation = Anular la invitación
# $partner (String): the name of the person who invites.
button-pair = Conectar con { $partner }
button-no-thanks = No, gracias
button-confirm = Sí, así es
button-refuse = No, es otra persona
# $partner (String): what the reader calls the other person.
button-tell = Decirle a { $partner } que terminó
button-stay = Quedarme

## La pregunta del día

prompting-invite-word = Con una palabra basta.
prompting-invite-line = Un toque, o una línea si quieres.
prompting-invite-open = Un toque, o unas líneas si quieres.
prompting-partner = tu pareja

prompting-how = ¿Qué tal esta?
prompting-left-alone = De acuerdo. Se queda cerrada.
prompting-closed = De acuerdo, nada más sobre eso. /settings lo trae de vuelta en cualquier momento.
prompting-opened = De acuerdo. Puede volver a salir.

prompting-quieter = Desde aquí haré menos ruido. Una palabra me trae de vuelta, cuando quieras.
prompting-round =
    Desde aquí los temas vuelven a empezar. Puede seguir así, venir menos, venir solo cuando tú lo abras, o terminar aquí.
prompting-monthly = ¿Cómo te gustaría que siguiera esto, para ti?
prompting-monthly-note = Compartir es voluntario. Puedes parar por tu cuenta, y no se avisa a nadie. /support está ahí.
prompting-pace-kept = De acuerdo, tal como está.
prompting-pace-slower = De acuerdo, menos días desde ahora. /settings cambia cuáles.
prompting-pace-open = De acuerdo, ahora las preguntas solo llegan si las llamas. /today tiene una cuando quieras; con /resume vuelven a llegar.

button-slow-down = Ir más despacio
button-when-i-open = Solo cuando yo lo abra
button-goodbye = Adiós, borrarlo todo
button-keep-on = Dejarlo así
button-rest-a-while = Descansar un tiempo
button-stop = Parar…
button-easy = Ligera
button-okay = Bien
button-a-lot = Fue mucho
button-up-word = ¿Y una palabra la próxima vez?
button-up-line = ¿Y una línea la próxima vez?
button-up-open = ¿Unas líneas la próxima vez?
button-deeper = ¿Algo más hondo la próxima vez?
button-not-about-that = De eso no
button-after-all = Puede venir, después de todo
button-not-today = Hoy no
button-open = Abrir
toast-thanks = Gracias.
toast-lighter = Gracias. Las próximas son más ligeras.
toast-step-up = Desde la próxima. Puede volver a ser más pequeña cuando quieras.
toast-skipped = Está bien.

## Una respuesta

reflecting-kept = Guardado, para ti y nadie más.
reflecting-draft = Esto nadie más lo ve. ¿Qué te gustaría hacer con ello?
reflecting-whose = Guardado por ahora. ¿Qué es esto?
reflecting-discarded = Borrado.
reflecting-note = Escribe lo que quieras. Nadie más lo ve.
reflecting-unheard = Sobre notas de voz y fotos: aquí nadie escucha ni mira, y ningún programa tampoco. Solo recuerdo dónde las guarda Telegram.
reflecting-feel = ¿Cuál se acerca más? Nadie más lo ve.
# $family (String): what a group of feelings is called, such as Sad.
reflecting-feel-family = { $family }. ¿Es una de estas?
reflecting-feel-any = Las últimas también son respuestas completas.
# $place (String): a place in the body, such as Head.
reflecting-feel-body = { $place }. ¿Cómo se siente ahí?
# $sensation (String): what somebody notices there, such as heavy.
reflecting-feel-might-be = «{ $sensation }» puede ir con una de estas, o con ninguna.
# $feeling (String): the word for a feeling.
reflecting-felt = Con esto: { $feeling }.
reflecting-words-only = Ahí solo caben palabras, así que no se envió nada. Lo que trajiste está guardado para ti. Ahora puedes escribir tus palabras.

reflecting-drawer-cover = Aquí hay algo que escribiste hace un tiempo, para ti y nadie más.
reflecting-drawer = ¿Sigue siendo así?
reflecting-drawer-share = ¿Sigue siendo así? Puedes compartir una palabra, o dejarlo aquí.
reflecting-drawer-closed = De vuelta al cajón. Nadie más lo sabe.
reflecting-drawer-off = De acuerdo, desde ahora ninguna de tus líneas vuelve. /settings lo cambia.

button-put-back = Volver a guardarlo
button-drawer-off = No más de estas
button-keep = Guardar
button-share = Compartir…
button-discard = Descartar
button-feel = Añadir un sentimiento
button-another-feeling = Otro sentimiento
button-no-feeling = Ningún sentimiento
button-hard-to-name = ¿Cuesta nombrarlo?
button-my-answer = Mi respuesta a la pregunta
# $partner (String): what the reader calls the other person.
button-for = Para { $partner }
button-only-for-me = Solo para mí

## Compartir

# $partner (String): what the author calls the reader.
sharing-preview = Esto es lo que leería { $partner }:
sharing-brought-voice = Una nota de voz.
sharing-brought-photo = Una foto.
sharing-brought-audio = Una canción.
sharing-brought-sticker = Un sticker.
# $partner (String): what the author calls the reader.
sharing-for-good = Pasadas 48 horas no se puede quitar del teléfono de { $partner }.
sharing-answering-nothing = «No hace falta responder.»
sharing-answering-tap = «Un toque es bienvenido.»
sharing-answering-question = «Una pregunta suave es bienvenida.»
sharing-answering-later = «Me gustaría contar más, cuando pueda.»
sharing-was-hard = «Me costó decirlo.»
sharing-cut = Era más largo de lo que cabe en un mensaje; hasta aquí cabe. Todo sigue guardado para ti.
# $partner (String): what the author calls the reader.
sharing-less = ¿Cuánto de esto puede leer { $partner }?
# $partner (String): what the author calls the reader.
sharing-answering = ¿Cómo puede responder { $partner }?
# $partner (String): what the author calls the reader. $minutes (Number): until it leaves.
sharing-leaving =
    { $minutes ->
        [one] Sale hacia { $partner } en un minuto.
       *[other] Sale hacia { $partner } en { $minutes } minutos.
    }
# $partner (String): what the author calls the reader.
sharing-leaving-soon = Sale hacia { $partner } en un momento.
# $partner (String): what the author calls the reader.
sharing-posted = Para { $partner }. Ya está en el correo.
# $partner (String): what the author calls the reader.
sharing-tender = Esto es delicado. ¿Es para que lo lea { $partner }?
# $partner (String): what the author calls the reader.
sharing-sealing = En un momento queda sellado. Sale cuando las dos personas hayan enviado lo suyo; hasta entonces { $partner } no recibe aviso.
# $partner (String): what the author calls the reader.
sharing-sealed = Sellado. Si { $partner } también envía algo, cada persona recibe lo de la otra. Hasta entonces no se avisa a nadie.
sharing-unmatched = Vuelve a ser tuyo. No se anunció en ningún momento, así que nadie lo rechazó.
sharing-taken-back = Retirado, hasta donde Telegram lo permite.
sharing-stayed = No salió. Lo que escribiste sigue siendo tuyo.
sharing-not-carried =
    Esto no lo voy a llevar. No se envió nada, no se avisó a nadie.

    Si todo se va de las manos, está bien apartarse un rato. Hay gente que ayuda.
sharing-look = Para ti a solas, antes de que salga: esto puede caer duro.
sharing-softer = Una manera más suave, para tomar ideas. Escribe la tuya, y reemplaza lo que escribiste antes:
# $partner (String): what the author calls the reader.
sharing-ready = Palabras listas para { $partner }. Un toque las envía en su lugar; lo que escribiste se queda contigo.
sharing-undone = Deshecho. No llegó a salir y sigue siendo tuyo.

button-send = Enviar
button-not-now = Ahora no
button-seal = Enviarlo a la vez
button-seal-now = Sellar ya
button-take-out = Sacarlo
button-send-tender = Sí, enviar
button-less = Menos de esto
button-show-me = Enséñamelo
# $partner (String): what the author calls the reader.
button-how-answer = Cómo puede responder { $partner }
button-hard = Me costó decirlo
button-was-hard = ✓ Me costó decirlo
button-all-of-it = Todo
button-answering-nothing = No hace falta responder
button-answering-tap = Un toque es bienvenido
button-answering-question = Una pregunta suave es bienvenida
button-answering-later = Más, cuando pueda
button-undo = Deshacer
button-send-now = Enviar ya
button-softer = Probar algo más suave
button-ready = Una respuesta lista
button-as-is = Enviar lo mío tal cual
button-keep-draft = Guardar como borrador
button-keep-private = Que siga en privado
# $partner (String): what the author calls the reader.
button-send-anyway = Que { $partner } lo lea
button-take-back = Retirarlo

## Recibir

# $partner (String): what the reader calls the author.
receiving-notice = Hay algo de { $partner }, para cuando tengas un minuto tranquilo.
# $partner (String): what the reader calls the person who responded.
receiving-came-back = Ha vuelto algo de { $partner }.
# $partner (String): what the reader calls the author.
receiving-from = De { $partner }:
receiving-brought-voice = Una nota de voz, justo abajo.
receiving-brought-photo = Una foto, justo abajo.
receiving-brought-audio = Una canción, justo abajo.
receiving-brought-sticker = Un sticker, justo abajo.
receiving-voice-barred =
    Hay una nota de voz, y tu Telegram no deja pasar mensajes de voz. Para oírla: Ajustes, Privacidad y seguridad, Mensajes de voz, y permite este chat. Luego toca Abrir. Nadie más ve esto.
receiving-not-through = Con esto venía algo que no pasó. Abrir lo intenta otra vez.
receiving-answering-nothing = No hace falta responder.
receiving-answering-tap = Un toque es bienvenido.
receiving-answering-question = Una pregunta suave es bienvenida, después de un toque.
receiving-answering-later = Puede haber más, a su tiempo.
receiving-was-hard = Costó decirlo.
receiving-you-said = Tú dijiste:
receiving-gone = Aquí había algo. Se retiró.
# $limit (Number): how many characters fit.
receiving-own-words = Con tus palabras, hasta { $limit } caracteres. Lo más amable es lo que no pide nada.
# $limit (Number): how many characters fit.
receiving-write-back = Una respuesta, hasta { $limit } caracteres. Una pregunta suave es bienvenida.
receiving-answer-back = Con las palabras que quieras. Verás lo que se leería antes de que se envíe nada.
# $limit (Number): how many characters fit.
receiving-too-long =
    Es más largo que los { $limit } caracteres que caben aquí, así que no se envió. Está guardado para ti. Ahora puedes escribir algo más corto.
# $partner (String): what the author of the reply calls the other person.
receiving-reply-leaving = Para { $partner }, en un momento:
receiving-reply-undone = Deshecho. No llegó a salir.
receiving-coach-1 = Para ti a solas: con recibirlo basta. No hay que resolver nada.
receiving-coach-2 = Para ti a solas: imaginar por qué tiene sentido ayuda más que un buen consejo.
receiving-coach-3 = Para ti a solas: se puede dejar como está. Dejar sitio también es responder.
receiving-coach-4 = Para ti a solas: agradece primero el intento, luego lo que dice.
receiving-coach-5 = Para ti a solas: un paso pequeño fue el paso entero. Se puede recibir tal cual.
receiving-coach-6 = Para ti a solas: tu propia historia puede venir otro día. Hoy está esta sobre la mesa.
receiving-coach-7 = Para ti a solas: «lo veo» encaja más a menudo que «ya lo sé».
receiving-coach-8 = Para ti a solas: una respuesta lenta es amable. Esto tiene tiempo hasta que llegue la calma.
receiving-coach-9 = Para ti a solas: un sentimiento puede tener sentido sin que nadie tenga la culpa.
receiving-coach-10 = Para ti a solas: un «pero» borra lo que iba delante. Basta con un punto.
receiving-coach-11 = Para ti a solas: lo que no pide nada es lo más fácil de recibir.
receiving-coach-12 = Para ti a solas: si escuece, puede pasar una hora antes de que respondas.
receiving-coach-13 = Para ti a solas: repetir una palabra de lo dicho muestra que lo oíste.
receiving-coach-14 = Para ti a solas: lo bueno crece cuando alguien se alegra también.
receiving-landed = Para ti a solas. Los próximos dos días son ligeros. Cuando te sientas con fuerzas, algo así puede repararlo:
receiving-landed-1 = «Eso me cayó duro. ¿Puedo oírlo otra vez, más suave?»
receiving-landed-2 = «Me dolió, y sigo de tu lado. Dame un rato.»
receiving-landed-3 = «Creo que oí algo que quizá no querías decir. ¿Qué querías decir?»
receiving-landed-4 = «Hoy eso fue demasiado para mí. Mañana me gustaría oírlo otra vez.»

button-others = Otras palabras
button-own-words = Escribir lo mío
button-back = Volver
button-fold = Doblar y guardar
button-landed = Eso cayó duro
button-another-line = Otra línea
button-next = Siguiente
button-write-back = Responder
button-answer-this = Responder a esto
button-leave-it = Dejarlo ahí

## Mirar atrás

looking-back-journal = Tus propias palabras, de la más nueva a la más vieja. Nadie más ve esta página.
# $family (String): the name of a family of feelings.
looking-back-of-family = Tus propias palabras: { $family }.
# $month (Number): from 1. $year (String): such as 2026.
looking-back-in-month = Tus propias palabras: { looking-back-month-name } de { $year }.
looking-back-nothing = Aquí todavía no hay nada guardado. Lo que respondas, o escribas con /note, se podrá encontrar aquí más tarde.
looking-back-nothing-here = Aquí debajo no hay nada guardado.
looking-back-feelings = ¿Por qué sentimiento?
looking-back-months = ¿Qué mes?
# $month (Number): from 1.
looking-back-month-name =
    { $month ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    }
# $place (Number): its button. $day (String): of the month. $month (Number): from 1.
looking-back-entry = { $place } · { $day } de { looking-back-month-name }
# $place (Number): its button. $day (String): of the month. $month (Number): from 1.
looking-back-draft = { $place } · { $day } de { looking-back-month-name } · borrador
# $day (String): of the month. $month (Number): from 1. $year (String): such as 2026.
looking-back-day = { $day } de { looking-back-month-name } de { $year }
# $feeling (String): a word for a feeling.
looking-back-felt = La palabra que elegiste: { $feeling }.
looking-back-voice = Una nota de voz.
looking-back-photo = Una foto.
looking-back-audio = Una canción.
looking-back-sticker = Un sticker.
looking-back-delete = ¿Borrar esto para siempre?
looking-back-delete-shared = ¿Borrar esto para siempre? Lo que se compartió también se retira.

looking-back-week = Tu semana, para ti y nadie más: las palabras que elegiste y dónde quedan.
# $words (String): one or more feelings.
looking-back-pleasant-lively = Más agradable, más energía: { $words }
# $words (String): one or more feelings.
looking-back-pleasant-still = Más agradable, menos energía: { $words }
# $words (String): one or more feelings.
looking-back-hard-lively = Menos agradable, más energía: { $words }
# $words (String): one or more feelings.
looking-back-hard-still = Menos agradable, menos energía: { $words }
# $words (String): one or more feelings.
looking-back-between = En medio: { $words }
# $words (String): one or more feelings.
looking-back-unplaced = Sin lugar fijo: { $words }
looking-back-off = No habrá más de estas. /settings puede traerlas de vuelta.
picture-lively = más energía
picture-still = menos energía
picture-pleasant = más agradable
picture-hard = menos agradable

looking-back-ours = Lo que ha ido y venido.
looking-back-ours-empty = Aquí no hay nada por ahora. Eso no dice nada ni de ti ni de tu pareja.
looking-back-you = Tú:
# $partner (String): what the reader calls the other person.
looking-back-partner = { $partner }:
looking-back-before = Una de antes:

button-older = ‹ Más antiguas
button-newer = Más nuevas ›
button-look-back-off = No más de estas
button-by-feeling = Por sentimiento
button-by-month = Por mes
button-all-entries = Todas
# $month (Number): from 1. $year (String): such as 2026.
button-month = { looking-back-month-name } de { $year }
button-delete = Borrar…
button-delete-now = Borrar
button-keep-it = Dejarlo
button-before = Una de antes
toast-deleted = Borrado.

## Una pausa

# $partner (String): what the caller calls the other person.
breathers-lengths =
    Una pausa en esta charla. { $partner } lee enseguida que vas a volver, y cuándo. No se pide ningún motivo.
breathers-longer = Un poco más. ¿Cuánto?
breathers-tomorrow = Mañana, ¿a qué hora? Elige una o escríbela, como 9:30.
# $partner (String): what the caller calls the other person.
breathers-leaving = En un momento { $partner } lee que haces una pausa en esta charla. Puede acompañarla una línea.
breathers-mine = Estás en pausa en esta charla. Hasta que vuelvas no te llegan palabras.
# $time (String): when the caller plans to be back.
breathers-back-at = Vuelta prevista: { $time }.
# $day (Number): the day of the week, Monday is 0. $time (String): when the caller plans to be back.
breathers-back-on =
    Vuelta prevista: { $day ->
        [0] lunes
        [1] martes
        [2] miércoles
        [3] jueves
        [4] viernes
        [5] sábado
       *[6] domingo
    }, { $time }.
# $minutes (Number): until the planned return.
breathers-back-in-minutes =
    { $minutes ->
        [one] Vuelta prevista: dentro de un minuto, más o menos.
       *[other] Vuelta prevista: dentro de { $minutes } minutos, más o menos.
    }
# $hours (Number): until the planned return.
breathers-back-in-hours =
    { $hours ->
        [one] Vuelta prevista: dentro de una hora, más o menos.
       *[other] Vuelta prevista: dentro de { $hours } horas, más o menos.
    }
# $partner (String): what the reader calls the caller.
breathers-told = { $partner } hace una pausa en esta charla. No es un no para ti.
breathers-told-how = Si pasa la hora, la pausa se cierra y ya está.
breathers-line-full = «Tengo la cabeza muy llena.»
breathers-line-think = «Me gustaría pensar un rato.»
breathers-line-moment = «Es un mal momento.»
breathers-line-not-you = «No es por ti.»
# $partner (String): what the reader calls the caller.
breathers-added = { $partner } añade:
# $partner (String): what the caller calls the other person.
breathers-they-said = { $partner } dice:
breathers-answer-see-you = «Hasta luego, entonces.»
breathers-answer-thanks = «Gracias por avisar.»
breathers-answer-too = «Yo también aprovecho el rato.»
# $partner (String): what the reader calls the caller.
breathers-moved = { $partner } tarda un poco más. No es un no para ti.
breathers-time = Ya es más o menos la hora que elegiste. Si no tocas nada, la pausa se cierra en media hora, y está bien así.
# $partner (String): what the caller calls the other person.
breathers-welcome = Qué bueno verte. { $partner } lo lee ahora.
# $partner (String): what the reader calls the caller.
breathers-back = { $partner } está de vuelta.
breathers-first-0 = Una primera línea suave, si quieres: «Una cosa que oí fue…»
breathers-first-1 = Una primera línea suave, si quieres: «Una cosa que siento es…»
breathers-first-2 = Una primera línea suave, si quieres: «¿Y si esto empieza por algo pequeño?»
# $partner (String): what the reader calls the caller.
breathers-closed =
    La pausa en esta charla con { $partner } se ha cerrado. No dice nada de ti, y no hay nada que hacer.
# Stands in the older message that showed a breather, above the newer one.
breathers-below = Esto sigue más abajo.
breathers-closed-mine = Tu pausa se ha cerrado. Está bien así, y no se cuenta nada.
breathers-undone = Deshecho. No se dijo nada.
breathers-helps =
    Un paseo. Un vaso de agua. Respirar despacio. Música. Algo para las manos.

    La charla también puede descansar en tu cabeza; no pide ensayos.
# $partner (String): what the author calls the person on a breather.
breathers-held = Para { $partner }. Va con el correo cuando termine la pausa.
breathers-no-time = Ahí no pude leer una hora. Sirve 9:30 o 7pm. Lo que escribiste está guardado.

button-breather = Una pausa en esta charla
button-length-0 = 20 minutos
button-length-1 = 1 hora
button-length-2 = 3 horas
button-tomorrow = Mañana a las…
# $day (Number): the day of the week, Monday is 0. $time (String): a time of that day.
button-day-time =
    { $day ->
        [0] Lunes
        [1] Martes
        [2] Miércoles
        [3] Jueves
        [4] Viernes
        [5] Sábado
       *[6] Domingo
    } { $time }
button-line-full = Tengo la cabeza muy llena
button-line-think = Me gustaría pensar un rato
button-line-moment = Es un mal momento
button-line-not-you = No es por ti
button-answer-see-you = Hasta luego, entonces
button-answer-thanks = Gracias por avisar
button-answer-too = Yo también aprovecho el rato
button-what-helps = Qué puede ayudar
button-back-again = Ya estoy de vuelta
button-bit-longer = Un poco más

## Algo para mí ahora

for-me-list = El silencio aquí no es una respuesta. Puede significar muchas cosas, y ninguna te toca averiguarla ahora. Algo para ti:
for-me-kind = Una bebida caliente. Diez minutos al aire. Una canción que te sabes de memoria. Una ducha. Dormir temprano. Con una basta.
for-me-friend =
    Alguien que sea buena compañía puede venir bien ahora: una llamada, un paseo, o un mensaje sobre cualquier otra cosa.

button-for-me = Algo para mí ahora
button-one-kind-thing = Una cosa amable
button-private-note = Una nota privada
button-warmth = Una línea cariñosa
button-friend = Alguien cercano

## Líneas cariñosas

# $partner (String): what the reader calls the other person.
warmths-offer = Una línea para { $partner }, que no espera respuesta. Una al día. Un toque la envía.
# $limit (Number): how many characters fit.
warmths-write = Una línea cariñosa, hasta { $limit } caracteres. No espera respuesta.
warmths-ways = ¿Cómo pueden llegarte las líneas cariñosas? Nadie más lo ve.

button-warmths = Cómo me llegan
button-warmths-come = Según lleguen
button-warmths-come-now = ✓ Según lleguen
button-warmths-post = Con el correo
button-warmths-post-now = ✓ Con el correo
button-warmths-hold = Por ahora no
button-warmths-hold-now = ✓ Por ahora no

## Ajustes

# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-mark =
    { $changed ->
        [1] { " " }✓
       *[other] { "" }
    }
preferences-home = ¿Qué te gustaría cambiar? Nadie más ve nada de esto.
preferences-group-0 = Cuándo llegan las preguntas.
preferences-group-1 = Hasta dónde llegan las preguntas.
preferences-group-2 = Lo que va y viene.
preferences-group-3 = Este chat.
# $time (String): the calm time. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-time = Hora: hacia las { $time }{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-days-all = Días: todos{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-days-none = Días: solo cuando abres /today{ preferences-mark }
# $count (Number): how many days a week. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-days-some =
    { $count ->
        [one] Días: uno por semana{ preferences-mark }
       *[other] Días: { $count } por semana{ preferences-mark }
    }
# $from (String): when the quiet hours begin. $until (String): when they end. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-quiet = Horas de silencio: de { $from } a { $until }{ preferences-mark }
# $place (String): a city with its country. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-zone-known = Reloj: { $place }{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-zone-unknown = Reloj: aún no lo conozco, así que nada llega sin que lo llames{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-step-free = Tamaño: según te salga{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-step-tap = Tamaño: un toque{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-step-word = Tamaño: una palabra{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-step-line = Tamaño: una línea{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-step-open = Tamaño: unas líneas{ preferences-mark }
# $depth (Number): the deepest that questions go, 1 to 5. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-depth = Profundidad: hasta { $depth } de 5{ preferences-mark }
# $count (Number): how many themes. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-closed =
    { $count ->
        [0] Temas cerrados: ninguno{ preferences-mark }
       *[other] Temas cerrados: { $count }{ preferences-mark }
    }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-drawer-on = Cajón: de vez en cuando vuelve una línea guardada{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-drawer-off = Cajón: se queda cerrado{ preferences-mark }
# $day (Number): the day of the week, Monday is 0. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-look-back-day =
    Mirada a la semana: { $day ->
        [0] los lunes
        [1] los martes
        [2] los miércoles
        [3] los jueves
        [4] los viernes
        [5] los sábados
       *[6] los domingos
    }{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-look-back-off = Mirada a la semana: no{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-audible-on = Sonido: los mensajes suenan{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-audible-off = Sonido: los mensajes llegan en silencio{ preferences-mark }
# $minutes (Number): minutes before what you send leaves. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-cooling =
    { $minutes ->
        [0] Margen para deshacer: ninguno{ preferences-mark }
        [one] Margen para deshacer: un minuto{ preferences-mark }
       *[other] Margen para deshacer: { $minutes } minutos{ preferences-mark }
    }
# $time (String): when the day's post is announced. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-post-at = Correo: hacia las { $time }{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-post-any = Correo: según llegue, fuera de las horas de silencio{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-warmths-come = Líneas cariñosas: según lleguen{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-warmths-post = Líneas cariñosas: con el correo{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-warmths-hold = Líneas cariñosas: por ahora no{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-answering-nothing = Bajo lo que compartes: no hace falta responder{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-answering-tap = Bajo lo que compartes: un toque es bienvenido{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-answering-question = Bajo lo que compartes: una pregunta suave es bienvenida{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-answering-later = Bajo lo que compartes: más, cuando puedas{ preferences-mark }
# $partner (String): what this person calls the other. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-name = Cómo llamas a la otra persona: { $partner }{ preferences-mark }
# $language (String): what a language calls itself. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-language = Idioma: { $language }{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-tidy-on = Recoger detrás de mí: tus mensajes se borran una vez guardados{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-tidy-off = Recoger detrás de mí: no{ preferences-mark }
# $country (String): a country's name. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-country-known = País para /support: { $country }{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-country-unknown = País para /support: según tu idioma{ preferences-mark }

preferences-pick-time = ¿Una hora de calma, casi todos los días? Elige una o escríbela, como 19:30 o 7pm.
preferences-pick-days = ¿Qué días? Un toque cambia uno. Sin ninguno, las preguntas llegan solo cuando abres /today.
preferences-pick-quiet = Horas en las que no llega nada. Elige, o escribe dos horas, como 22:00 - 8:00.
preferences-pick-zone = ¿Qué hora es ahora donde estás? Elige un lugar cercano, escribe una ciudad, o la hora.
preferences-pick-step = ¿En qué tamaño lo dejo? En todos, un toque es una respuesta completa.
preferences-pick-depth = ¿Hasta qué profundidad pueden llegar las preguntas?
preferences-pick-closed = Los temas que cerraste. Un toque vuelve a abrir uno.
preferences-pick-look-back = Tu semana en una imagen, ¿qué día?
preferences-pick-cooling = ¿Cuánto tiempo se puede deshacer lo compartido antes de que salga?
preferences-pick-post = ¿Cuándo se puede anunciar el correo del día? Elige una hora o escríbela.
preferences-pick-warmths = ¿Cómo te gustaría recibir las líneas cariñosas? Nadie lo ve.
preferences-pick-answering = ¿Cómo se puede responder a lo que compartes? Lo puedes cambiar cada vez.
preferences-pick-name = ¿Cómo te gustaría llamar aquí a la otra persona? Escríbelo. Nadie más lo ve.
preferences-pick-language = ¿Qué idioma?
preferences-not-time = Ahí no pude leer una hora. Sirve 19:30 o 7pm. Lo que escribiste está guardado.
preferences-not-post = Ahí no pude leer una hora. Sirve 19:30 o 7pm. Lo que escribiste está guardado.
preferences-not-quiet = Ahí no pude leer dos horas. Sirve 22:00 - 8:00. Lo que escribiste está guardado.
preferences-not-name = Es demasiado largo para un nombre aquí. Lo que escribiste está guardado.

button-settings-0 = Cuándo llegan preguntas
button-settings-1 = Hasta dónde llegan
button-settings-2 = Lo que va y viene
button-settings-3 = Este chat
button-leave = Salir…
button-set-time = Hora
button-set-days = Días
button-set-quiet = Horas de silencio
button-set-zone = Reloj
button-set-step = Tamaño
button-set-depth = Profundidad
button-set-closed = Temas cerrados
button-set-drawer = Cajón
button-set-look-back = Mirada a la semana
button-set-audible = Sonido
button-set-cooling = Margen para deshacer
button-set-post = Correo
button-set-warmths = Líneas cariñosas
button-set-answering = Cómo responder
button-set-name = Nombre
button-set-language = Idioma
button-set-tidy = Recoger detrás de mí
button-set-country = País
# $day (Number): the day of the week, Monday is 0. $changed (Number): 1 where it is chosen, 0 elsewhere.
button-weekday =
    { $day ->
        [0] Lunes
        [1] Martes
        [2] Miércoles
        [3] Jueves
        [4] Viernes
        [5] Sábado
       *[6] Domingo
    }{ preferences-mark }
button-off = No
# $start (String): when quiet hours begin. $until (String): when they end.
button-hours = De { $start } a { $until }
button-step-free = Según me salga
button-step-tap = Un toque
button-step-word = Una palabra
button-step-line = Una línea
button-step-open = Unas líneas
button-depth-1 = 1: la superficie
button-depth-2 = 2: cómo se siente el día
button-depth-3 = 3: lo que suele pasar
button-depth-4 = 4: cosas delicadas
button-depth-5 = 5: raíces viejas, si tú las abres
# $minutes (Number): minutes before what is sent leaves.
button-cooling =
    { $minutes ->
        [0] Ninguno
        [one] 1 minuto
       *[other] { $minutes } minutos
    }
button-post-any = Según llegue
# $name (String): the name that the other had at pairing.
button-first-name = Volver a { $name }
button-theme-appreciation = Lo que se agradece
button-theme-empathy = Desde la otra silla
button-theme-fear-of-vulnerability = Que me vean
button-theme-feelings-words = Palabras para lo que siento
button-theme-listening = Escuchar
button-theme-patience = Paciencia
button-theme-play-warmth = Juego
button-theme-risk-acknowledged = Lo que cuesta decir
button-theme-self-awareness = Notar lo mío
button-theme-self-protection = Resguardarse
button-theme-strengths-imperfections = Virtudes y defectos
button-theme-support-beyond = Ayuda de otra gente
button-theme-triggers-patterns = Costumbres
button-theme-trust-safety = Confianza
button-theme-unresolved = Lo que sigue abierto
button-theme-validation = Sentir que me entienden

## Descanso

preferences-rest = Un descanso de preguntas y de correo. No se avisa a nadie.
preferences-resting = Buen descanso. Mientras tanto no llega nada; /today y /resume funcionan en cualquier momento.
preferences-resumed = De vuelta. La próxima pregunta llega a tu hora.

button-rest = Descanso de preguntas
button-rest-day = Un día
button-rest-week = Una semana
button-rest-open = Hasta que yo diga

## Ayuda

support-home =
    Ayuda de personas. Puedes mirar sin decidir nada, y no se avisa a nadie de que miraste.
support-finding = Encontrar ayuda profesional:
support-lines =
    Personas a las que puedes llamar. Soy un programa pequeño; nadie vigila este chat.
support-crisis = Cuando pesa más de lo que se puede llevar:
support-violence = Cuando alguien te hace daño, te da miedo o te controla:
support-own-behaviour = Cuando te preocupa cómo tratas a alguien:
# $numbers (String): one or more phone numbers.
support-emergency = En peligro ahora mismo: { $numbers }
support-emergency-here = En peligro ahora mismo: el número de emergencias del lugar donde estás.
support-anywhere = En cualquier país:
# $how (String): what to text, and to which number.
support-by-text = SMS: { $how }
# $how (String): a number.
support-by-whatsapp = WhatsApp: { $how }
# $country (String): a country's name. $date (String): year, month and day.
support-checked = Líneas de { $country }, comprobadas el { $date }. Los números pueden cambiar.
support-countries = ¿Qué país?
support-held =
    Esto no ha llegado a nadie. Antes, una segunda mirada, para ti a solas: palabras así pesan, y hay personas a las que puedes acudir.
# $partner (String): what the author calls the reader.
support-held-help = Si sale, { $partner } también ve dónde hay ayuda, junto a tus palabras.
support-beside = Para ti, que lees esto: palabras así pueden pesar. Hay personas a las que acudir, para ti y para quien lo escribió:
support-cover = Aquí hay una nota. Ábrela cuando te venga bien.
support-card-full-suicide =
    Lo que escribiste suena muy duro, y me alegra que lo pusieras en palabras.

    Soy un programa pequeño; nadie vigila este chat, y no puedo protegerte. Una persona puede acompañarte en esto, ahora mismo:
support-card-full-suicide-yours = Esto no ha llegado a nadie. Tú decides qué pasa con ello.
support-card-soft =
    Si alguna parte de hoy pesa más de lo que se puede llevar, a ti o a alguien que te importa, estas son personas a las que puedes acudir. Si lo entendí mal, déjalo aquí.
support-card-violence =
    Nadie se gana que le hagan daño, que le den miedo o que le controlen. Si pasa algo de eso, estas personas escuchan y te ayudan a pensar, a tu ritmo. Para llamar no tienes que irte, denunciar ni decidir nada.
support-card-violence-yours =
    Esto no ha llegado a nadie. Si alguien revisa este teléfono: Ocultar, y busca desde otro aparato si puedes. Puedes dejar de compartir sin que nadie reciba ningún mensaje: /unpair
support-card-harm-to-other =
    Si estás a punto de hacerle daño a alguien, salir de la habitación es un buen paso ahora mismo. Estas personas ayudan justo con eso, sin gritarte.

button-support = Ayuda
button-professional = Encontrar ayuda profesional
button-not-safe = Hay peligro, o algo no va bien
button-another-country = En otro país
button-hide = Ocultar
button-no-trace = No dejar rastro
button-not-meant = No quería decir eso
toast-not-meant = De acuerdo. De eso no queda nada guardado.
button-earlier = ‹ Antes
button-later = Después ›

## Privacidad

# $operator (String): who runs this bot. $hours (Number): between two backups.
# $days (Number): for which backups are kept. $keys (Number): days for which keys are.
privacy-text =
    Lo que escribes, y cada sentimiento que elegiste, se guarda cifrado con una llave propia, hasta que lo borres en /journal o lo borres todo con /forget.
    También tu nombre, tu número de Telegram y los identificadores de notas de voz y fotos. Los ajustes, días y horas se guardan tal cual. /export te entrega todo.
    Tu pareja lee solo lo que enviaste, exactamente como lo viste antes de enviarlo.
    Tu pareja no se entera de si llegó una pregunta, qué hiciste con ella, tus notas, sentimientos, ajustes o descansos, qué abriste, ni si buscaste ayuda.
    No se avisa a nadie cuando alguien sale sin avisar. Lo que se envía a quien salió se borra en ese lado a los 30 días.
    Los chats con bots son chats normales de Telegram: Telegram, y quien tenga tu teléfono, puede leerlos. No va cifrado de extremo a extremo.
    Lo lleva { $operator }, que tiene la llave y técnicamente podría leer lo guardado.
    Sin anuncios, sin ventas, sin entrenar con tus palabras. { $hours ->
        [0] El bot no hace copias de seguridad por sí mismo; las hechas a mano van cifradas
       *[other] Las copias de seguridad van cifradas
    } y se guardan { $days } días, también con lo que borres en ese tiempo. Tras /forget, tu llave sigue en ellas { $keys } días; hasta entonces, una anterior podría leerse.
    Si borras un mensaje tuyo en Telegram, un bot no se entera; Descartar aquí, o Borrar en /journal, elimina lo guardado.
    No es terapia ni un servicio de emergencias, y se le pueden escapar cosas. En /support hay personas.
privacy-cleared =
    Borrado hasta donde Telegram lo permite: los mensajes de las últimas 48 horas. Para quitar el resto, borra este chat en Telegram.
privacy-export-coming = Lo estoy reuniendo. Llega aquí en un archivo, en un momento.
privacy-export-here = Todo lo tuyo que se guarda aquí, y lo que se compartió contigo. Quien tenga este archivo puede leerlo.
# $name (String): whose it is.
privacy-export-title = Nearer: lo que se guarda de { $name }
privacy-export-words = Tus propias palabras
privacy-export-shared-by-you = Lo que compartiste
privacy-export-shared-with-you = Lo que se compartió contigo
privacy-export-questions = Las preguntas que recibiste
privacy-export-breathers = Las pausas que pediste
privacy-export-partners = Con quién
privacy-export-invitations = Tus invitaciones
privacy-export-person = Tú y tus ajustes
# $field (String): the name of a field. $value (String): what it holds.
privacy-export-line =
    { $field ->
        [name] Nombre: { $value }
        [username] Nombre de usuario: { $value }
        [nickname] Cómo llamas a tu pareja: { $value }
        [locale] Idioma: { $value }
        [agreed_at] Aceptado: { $value }
        [terms] Versión de las condiciones: { $value }
        [noted_at] Nota leída antes de conectar: { $value }
        [hello_on] Primer día: { $value }
        [seen_at] Primera vez aquí: { $value }
        [zone] Zona horaria: { $value }
        [calm] Hora de calma: { $value }
        [days] Días, el lunes es 0: { $value }
        [quiet_from] Silencio desde: { $value }
        [quiet_until] Silencio hasta: { $value }
        [post_at] Hora del correo: { $value }
        [leaning] Lo que dijiste de ti: { $value }
        [step] Tamaño de la pregunta: { $value }
        [depth] Profundidad: { $value }
        [cooling] Segundos hasta que sale lo compartido: { $value }
        [answering] Cómo se puede responder: { $value }
        [audible] Con sonido: { $value }
        [country] País para /support: { $value }
        [resting] En descanso: { $value }
        [rest_until] Hasta: { $value }
        [next_ask_at] Próxima pregunta: { $value }
        [last_ask_at] Última pregunta: { $value }
        [created_at] { $value }
        [local_date] { $value }
        [called_at] { $value }
        [since] Desde: { $value }
        [ended_at] Terminado: { $value }
        [expires_at] Funciona hasta: { $value }
        [until] Hasta: { $value }
        [question] { $value }
        [feeling] Sentimiento: { $value }
        [kind] Tipo: { $value }
        [state] Estado: { $value }
        [media] Como: { $value }
        [hard] Costó decirlo: { $value }
        [tapped] Con un toque: { $value }
        [line] Línea: { $value }
       *[other] { $field }: { $value }
    }
# $partner (String): what the reader calls the other person.
privacy-forget-opened =
    Lo que { $partner } ya tiene abierto: ¿dejarlo ahí o retirarlo también? Si lo retiras, { $partner } notará que ya no está.
privacy-forget =
    Esto borra todo lo tuyo aquí, para siempre.

    Para confirmar, escribe la palabra olvidar.
privacy-forgotten = Hecho. Todo lo tuyo aquí está borrado, y ya no sé nada de ti. Que te vaya bien.

# $partner (String): what the reader calls the other person.
button-leave-them = Dejárselo a { $partner }
button-take-them = Retirarlo también
button-keep-all = Conservarlo todo
button-delete-all = Borrarlo todo

## Todo lo demás

everything-else-stop = Puedes parar de cualquiera de estas maneras, por tu cuenta.
everything-else-pause = ¿Qué tipo de pausa?
everything-else-help =
    A tu hora llega una pregunta pequeña; con un toque ya está respondida. Lo que escribes se guarda para ti y nadie más, hasta que elijas Compartir y lo confirmes.

    /today /note /invite /pause /unpair /privacy /forget
everything-else-cancelled = De acuerdo. No se envió nada; lo que escribiste está guardado para ti.
everything-else-as-it-was = De acuerdo. Todo está como estaba.
everything-else-other-kind = Esto todavía no lo puedo recibir. Sirven palabras, notas de voz, fotos, canciones, stickers y toques.
everything-else-unknown-command = Ese no lo conozco. /help muestra lo que funciona.
everything-else-group = Esto solo funciona en un chat privado, así que me voy. Aquí no quedó nada guardado.
everything-else-away = Estuve fuera un momento. Lo que escribiste está guardado.
everything-else-failed = Algo falló de mi lado. Lo que escribiste está guardado, y lo intentaré otra vez.
everything-else-sorry = Esto no lo pude terminar. Prueba una vez más, por favor.

## Negativas

refusal-link-leads-nowhere = Este enlace ya no lleva a ningún sitio. Se puede hacer uno nuevo en cualquier momento.
refusal-own-link = Es tu propia invitación. Es para la otra persona.
# $partner (String): what the reader calls the other person.
refusal-leave-first = Aquí tienes a { $partner }. Para conectar con otra persona, primero sal de aquí: /unpair
refusal-partner-already = Aquí ya hay alguien contigo. /unpair va antes de una nueva invitación.
refusal-enough-links-today = Son suficientes invitaciones por hoy. Mañana puede haber más.
refusal-too-many-tries = Son suficientes enlaces por hoy. Prueba de nuevo mañana, por favor.
refusal-nothing-open = Aquí ya no hay nada.
refusal-ask-is-closed = Esta ya se cerró. /today tiene otra.
refusal-done-for-today = La de hoy ya está. /note guarda lo que se te ocurra además.
refusal-nothing-left = Cerraste todos los temas que quedan. /settings vuelve a abrir uno.
refusal-no-partner = Aquí no hay nadie con quien compartir. Lo que escribes se queda contigo.
refusal-already-on-its-way = Estas palabras ya están en camino.
refusal-already-left = Ya salió. Todavía puedes retirarlo.
refusal-nothing-to-take-back = No hay nada en camino que retirar.
refusal-no-talk-here = Aquí no hay nadie con quien hacer una pausa. /pause es un descanso de preguntas.
refusal-only-tomorrow = A esta hora, una pausa dura hasta mañana. /breather muestra las horas.
refusal-too-far-off = Una pausa dura 24 horas como mucho, y 48 con el tiempo extra. /breather muestra las horas que caben.
refusal-longer-once = Una pausa se alarga una vez, y esta ya se alargó.
refusal-breather-was-told = Ya se avisó. «Ya estoy de vuelta» la termina.
refusal-breather-is-over = Esa pausa ya terminó. No queda nada por hacer.
refusal-no-words-here = Aquí no se piden palabras. Con un toque basta.
refusal-one-reply-only = Aquí cabe una respuesta, y la tuya ya está.
refusal-one-warmth-a-day = La línea cariñosa de hoy ya está en camino. Mañana hay otra.
refusal-exported-today = El archivo de hoy ya está aquí. Mañana puede haber otro.
refusal-agree-first = Antes, una cosa: /start dice qué es esto.

## Palabras sueltas que significan algo por sí mismas, en minúsculas, separadas por comas

plain-stop = para, parar, basta, salir, stop
plain-pause = pausa, pausar, descanso, descansar
plain-help = ayuda, ayúdame, ayudame
plain-undo = deshacer, deshazlo, retirar, retirarlo, retíralo, retiralo
plain-forget = olvidar

## El perfil del bot

profile-name = Nearer
profile-short = Una pregunta pequeña al día, para dos. Saltarla no cuesta nada; nada se comparte sin que tú lo elijas.
profile-description =
    Una pregunta pequeña al día, para dos personas a las que les cuesta hablar. Con un toque ya está respondida, y saltarla no cuesta nada.

    Lo que dices es privado hasta que eliges compartirlo. No es terapia, no es para emergencias, no va cifrado de extremo a extremo.
command-today = La pregunta pequeña de hoy
command-note = Una nota privada
command-warmth = Una línea cariñosa para tu pareja
command-invite = Invitar a tu pareja
command-breather = Una pausa en esta charla
command-pause = Descanso de preguntas
command-resume = Terminar un descanso
command-settings = Ajustes
command-support = Ayuda de personas
command-unpair = Salir de esto
command-privacy = Qué se guarda y quién lo ve
command-help = Cómo funciona esto
command-clear = Vaciar este chat
command-journal = Tus propias palabras
command-ours = Lo que ha ido y venido
command-export = Todo lo tuyo, en un archivo
command-forget = Borrarlo todo
command-cancel = Apartar lo que está a medias
command-start = Empezar

## La página de muestra

demo-scene-small-share = Compartir algo pequeño
demo-scene-harsh-reply = Una respuesta dura, más suave
demo-scene-breather = Una pelea y una pausa
demo-scene-changing-your-mind = Cambiar de idea
demo-sample-small = Hoy fue largo.
demo-sample-good = Hoy alguien me dejó pasar primero. Lo noté durante horas.
demo-sample-hard = Esta mañana te hablé en seco. No era por ti. Dormí mal.
demo-strip-nothing = nada todavía
demo-strip-breather = una pausa
# $count (Number): how many things were shared and not taken back.
demo-strip-shared =
    { $count ->
        [one] una cosa compartida
       *[other] { $count } cosas compartidas
    }
# $name (String): whose words.
demo-leaves = Salen las palabras de { $name }
# $name (String): who gets it.
demo-notice = Un aviso para { $name }
# $name (String): who gets it.
demo-question = Una pregunta para { $name }
