### Cada frase que o bot diz em português do Brasil, por percurso, com as chaves e as notas do inglês.
### Você, sem gênero para quem lê nem para quem está do outro lado; «pausa nesta conversa», não «tempo» nem «espaço».

## Boas-vindas

hello-what =
    Uma pergunta pequena por dia. Um toque já é uma resposta inteira, e pular não custa nada. O que você diz é seu, até você escolher outra coisa.

    Não é terapia, não é para emergências, não tem criptografia de ponta a ponta.
hello-again =
    Que bom ver você. /today tem uma pergunta pequena, /note guarda um pensamento, /help mostra o resto.
hello-again-resting =
    Que bom ver você. As perguntas estão em descanso; /resume traz de volta, e /today tem uma a qualquer hora.
hello-no-such-place =
    Não encontrei nenhum lugar com esse nome. Serve uma cidade maior por perto, ou a hora que é aí, como 14:30. O que você escreveu está guardado.
hello-time =
    Valeu. Três coisas rápidas, e dá para pular cada uma.

    Quando tem um minuto de calma, na maioria dos dias? Escolha um ou escreva um horário.
hello-zone =
    Que horas são aí agora? Escolha um lugar por perto ou escreva uma cidade.
hello-zone-found = É um destes?
hello-leaning =
    Quando o clima pesa, o que é mais parecido com você? Ninguém mais vê.
# $time (String): the person's calm time, such as 19:00.
hello-end =
    É só isso. Por volta de { $time } chega uma pergunta pequena. Dá para deixar de lado quando quiser.

button-agree = Tenho 18 anos ou mais e aceito
button-privacy = O que fica guardado e quem vê
button-morning = Manhã, 9:00
button-midday = Meio-dia, 12:30
button-evening = Noite, 19:00
button-skip = Pular
# $place (String): a city with its country. $time (String): the time there now.
button-place = { $place } · { $time }
button-leaning-quiet = Fico em silêncio e levo um tempo
button-leaning-reach = Quero conversar sobre isso
button-leaning-either = Depende
button-invite = Convidar meu amor
button-alone = Experimentar antes por conta própria

## Conectar

pairing-note =
    Só para você, antes de seguir.

    Isto é para duas pessoas que se sentem em segurança uma com a outra e acham difícil conversar. Não foi feito para casas onde alguém vive com medo, violência, vigilância ou controle; ali pode piorar as coisas.

    Se pode ser o seu caso, se mandaram você entrar, ou se falta liberdade para dizer não: existe outra ajuda, e dá para sair. Ninguém recebe mensagem nenhuma.

    Seguir quer dizer que você tem 18 anos ou mais e aceita /privacy.
pairing-walked-away = Tudo bem. Nada disto ficou guardado, e ninguém recebe mensagem nenhuma. /support está aqui a qualquer hora.
# $link (String): the invitation's address.
pairing-invitation-link =
    Uma pergunta pequena por dia, para cada pessoa. Pular não custa nada, e eu só vejo o que você escolher me mandar.

    { $link }
pairing-invitation = Uma pergunta pequena por dia, para cada pessoa. Pular não custa nada, e eu só vejo o que você escolher me mandar.
pairing-how =
    Passe a mensagem acima para o seu amor, do seu jeito. O link vale uma vez, por 7 dias. Quando alguém chegar, pergunto se é quem você esperava.
# $partner (String): the name of the person who was left.
pairing-had-left = { $partner } vai entender com isso que você tinha saído.
pairing-cancelled = O convite não vale mais. /invite faz um novo.
# $partner (String): the name of the person who invites.
pairing-card =
    Um convite de { $partner } para você. Cada pessoa recebe uma pergunta pequena por dia e vê só o que a outra escolhe mandar.

    Se { $partner } sair, você não recebe aviso. Se você sair, { $partner } não recebe aviso.
# $partner (String): the name of the person who invited.
pairing-joined = Valeu. Agora é com { $partner }.
# $name (String): the name of the person who came.
pairing-confirm = { $name } chegou pelo seu convite. É quem você esperava?
# $name (String): the name of the person who came. $username (String): their Telegram username.
pairing-confirm-username = { $name } (@{ $username }) chegou pelo seu convite. É quem você esperava?
# $partner (String): the other person's name.
pairing-begun = O que você escolher compartilhar já pode chegar a { $partner }, e vice-versa. Só isso chega.
pairing-fell-through = Desta vez o convite não foi adiante. /invite faz um novo.
pairing-refused = Tudo bem. O link já foi usado, e nada foi enviado. /invite faz um novo.
pairing-alone = Tudo bem, por conta própria. A primeira pergunta já está a caminho.
pairing-declined = Tudo bem. Ninguém recebe mensagem nenhuma. /start está aqui se você quiser.
# $partner (String): what the reader calls the other person.
pairing-leaving =
    Você pode sair por conta própria, na hora.

    Sem avisar: { $partner } não recebe mensagem nenhuma, nem agora nem depois. O que não foi aberto é retirado, e o que você escreve fica com você.
# $partner (String): what the reader calls the other person.
pairing-left =
    Pronto. { $partner } não recebe mensagem nenhuma. A partir de agora, o que você compartilha não chega a ninguém, embora os botões continuem. Se alguém pode olhar este celular, /clear esvazia este chat.
# $partner (String): what the reader calls the other person.
pairing-told = Pronto. { $partner } lê uma linha neutra. O que você escreveu fica com você.
# $partner (String): the other person's name.
pairing-ended = Por decisão de { $partner }, isto terminou aqui. O que você escreveu continua seu. /support está aí se você quiser falar com alguém.

button-go-on = Seguir
button-other-help = Outra ajuda
button-leave-quietly = Sair sem avisar
button-pass-on = Passar adiante
button-cancel-invitation = Cancelar o convite
# $partner (String): the name of the person who invites.
button-pair = Conectar com { $partner }
button-no-thanks = Não, valeu
button-confirm = Sim, é isso
button-refuse = Não, é outra pessoa
# $partner (String): what the reader calls the other person.
button-tell = Contar a { $partner } que acabou
button-stay = Ficar

## A pergunta do dia

prompting-invite-word = Uma palavra basta.
prompting-invite-line = Um toque, ou uma linha se quiser.
prompting-invite-open = Um toque, ou algumas linhas se quiser.
prompting-partner = seu amor

prompting-how = Como foi essa?
prompting-left-alone = Tudo bem. Fica fechada.
prompting-closed = Tudo bem, nada mais sobre isso. /settings traz de volta a qualquer hora.
prompting-opened = Tudo bem. Pode aparecer de novo.

prompting-quieter = A partir daqui fico mais na minha. Uma palavra me traz de volta, quando você quiser.
prompting-round =
    Daqui em diante os temas recomeçam. Dá para seguir assim, vir menos, vir só quando você abrir, ou terminar aqui.
prompting-monthly = Como você gostaria que isto seguisse, para você?
prompting-monthly-note = Compartilhar continua opcional. Você pode parar por conta própria, e ninguém fica sabendo. /support está aí.
prompting-pace-kept = Tudo bem, fica como está.
prompting-pace-slower = Tudo bem, menos dias a partir de agora. /settings muda quais.
prompting-pace-open = Tudo bem, agora as perguntas só vêm se você chamar. /today tem uma quando quiser; com /resume elas voltam a vir.

button-slow-down = Ir mais devagar
button-when-i-open = Só quando eu abrir
button-goodbye = Tchau, apagar tudo
button-keep-on = Deixar assim
button-rest-a-while = Descansar um tempo
button-stop = Parar…
button-easy = Leve
button-okay = Na medida
button-a-lot = Foi muito
button-up-word = E uma palavra, na próxima?
button-up-line = E uma linha, na próxima?
button-up-open = Algumas linhas, na próxima?
button-deeper = Um pouco mais fundo, na próxima?
button-not-about-that = Sobre isso não
button-after-all = Pode vir, afinal
button-not-today = Hoje não
button-open = Abrir
toast-thanks = Valeu.
toast-lighter = Valeu. As próximas são mais leves.
toast-step-up = A partir da próxima. Dá para voltar a ser menor quando quiser.
toast-skipped = Tudo bem.

## Uma resposta

reflecting-kept = Guardado, só para você.
reflecting-draft = Ninguém mais vê isto. O que você gostaria de fazer com isto?
reflecting-whose = Guardado por enquanto. O que é isto?
reflecting-discarded = Apagado.
reflecting-note = Escreva o que quiser. Ninguém mais vê.
reflecting-unheard = Sobre áudios e fotos: aqui ninguém ouve nem olha, e nenhum programa também. Só lembro onde o Telegram guarda.
reflecting-feel = O que chega mais perto? Ninguém mais vê.
# $family (String): what a group of feelings is called, such as Sad.
reflecting-feel-family = { $family }. É uma destas?
reflecting-feel-any = As últimas também são respostas inteiras.
# $place (String): a place in the body, such as Head.
reflecting-feel-body = { $place }. Como é a sensação aí?
# $sensation (String): what somebody notices there, such as heavy.
reflecting-feel-might-be = “{ $sensation }” pode combinar com uma destas, ou com nenhuma.
# $feeling (String): the word for a feeling.
reflecting-felt = Junto com isto: { $feeling }.
reflecting-words-only = Ali só cabem palavras, então nada foi enviado. O que você trouxe está guardado para você. Agora você pode escrever suas palavras.

reflecting-drawer-cover = Uma coisa que você escreveu há um tempo está aqui, só para você.
reflecting-drawer = Ainda é assim?
reflecting-drawer-share = Ainda é assim? Dá para compartilhar uma palavra, ou deixar aqui.
reflecting-drawer-closed = De volta à gaveta. Ninguém mais sabe.
reflecting-drawer-off = Tudo bem, a partir de agora nenhuma das suas linhas volta. /settings muda isso.

button-put-back = Guardar de novo
button-drawer-off = Chega destas
button-keep = Guardar
button-share = Compartilhar…
button-discard = Descartar
button-feel = Juntar um sentimento
button-another-feeling = Outro sentimento
button-no-feeling = Nenhum sentimento
button-hard-to-name = Difícil dar nome?
button-my-answer = Minha resposta à pergunta
# $partner (String): what the reader calls the other person.
button-for = Para { $partner }
button-only-for-me = Só para mim

## Compartilhar

# $partner (String): what the author calls the reader.
sharing-preview = É isto que { $partner } leria:
sharing-brought-voice = Um áudio.
sharing-brought-photo = Uma foto.
sharing-brought-audio = Uma música.
sharing-brought-sticker = Uma figurinha.
# $partner (String): what the author calls the reader.
sharing-for-good = Depois de 48 horas, não dá mais para tirar do celular de { $partner }.
sharing-answering-nothing = “Pode ficar sem resposta.”
sharing-answering-tap = “Um toque é bem-vindo.”
sharing-answering-question = “Uma pergunta gentil é bem-vinda.”
sharing-answering-later = “Quero contar mais, quando der.”
sharing-was-hard = “Foi difícil dizer.”
sharing-cut = Era mais longo do que cabe em uma mensagem; até aqui cabe. Tudo continua guardado para você.
# $partner (String): what the author calls the reader.
sharing-less = Quanto disto { $partner } pode ler?
# $partner (String): what the author calls the reader.
sharing-answering = Como { $partner } pode responder?
# $partner (String): what the author calls the reader. $minutes (Number): until it leaves.
sharing-leaving =
    { $minutes ->
        [one] Sai para { $partner } em um minuto.
       *[other] Sai para { $partner } em { $minutes } minutos.
    }
# $partner (String): what the author calls the reader.
sharing-leaving-soon = Sai para { $partner } daqui a pouco.
# $partner (String): what the author calls the reader.
sharing-posted = Para { $partner }. Já está no correio.
# $partner (String): what the author calls the reader.
sharing-tender = Esta é delicada. É para { $partner } ler?
# $partner (String): what the author calls the reader.
sharing-sealing = Daqui a pouco fica lacrado. Sai quando os dois lados tiverem enviado; até lá { $partner } não recebe aviso.
# $partner (String): what the author calls the reader.
sharing-sealed = Lacrado. Se { $partner } também enviar algo, cada lado recebe o do outro. Até lá ninguém fica sabendo.
sharing-unmatched = Voltou a ser só seu. Não foi anunciado em momento algum, então ninguém recusou.
sharing-taken-back = Retirado, até onde o Telegram permite.
sharing-stayed = Não saiu. O que você escreveu continua seu.
sharing-not-carried =
    Esta eu não vou levar. Nada foi enviado, ninguém ficou sabendo.

    Se as coisas estão saindo do controle, tudo bem se afastar um pouco. Existem pessoas que ajudam.
sharing-look = Só para você, antes de sair: isto pode bater forte.
sharing-softer = Um jeito mais suave, para pegar ideias. Escreva o seu, e ele substitui o que você escreveu antes:
# $partner (String): what the author calls the reader.
sharing-ready = Palavras prontas para { $partner }. Um toque envia estas no lugar; o que você escreveu fica com você.
sharing-undone = Desfeito. Não chegou a sair e continua seu.

button-send = Enviar
button-not-now = Agora não
button-seal = Enviar ao mesmo tempo
button-seal-now = Lacrar agora
button-take-out = Tirar
button-send-tender = Sim, enviar
button-less = Menos disto
button-show-me = Quero ver
# $partner (String): what the author calls the reader.
button-how-answer = Como { $partner } pode responder
button-hard = Foi difícil dizer
button-was-hard = ✓ Foi difícil dizer
button-all-of-it = Tudo
button-answering-nothing = Pode ficar sem resposta
button-answering-tap = Um toque é bem-vindo
button-answering-question = Uma pergunta gentil é bem-vinda
button-answering-later = Conto mais quando der
button-undo = Desfazer
button-send-now = Enviar já
button-softer = Tentar algo mais suave
button-ready = Uma resposta pronta
button-as-is = Enviar a minha como está
button-keep-draft = Guardar como rascunho
button-keep-private = Deixar só para mim
# $partner (String): what the author calls the reader.
button-send-anyway = Deixar { $partner } ler
button-take-back = Retirar

## Receber

# $partner (String): what the reader calls the author.
receiving-notice = Tem algo de { $partner }, para quando você tiver um minuto tranquilo.
# $partner (String): what the reader calls the person who responded.
receiving-came-back = Voltou algo de { $partner }.
# $partner (String): what the reader calls the author.
receiving-from = De { $partner }:
receiving-brought-voice = Um áudio, logo abaixo.
receiving-brought-photo = Uma foto, logo abaixo.
receiving-brought-audio = Uma música, logo abaixo.
receiving-brought-sticker = Uma figurinha, logo abaixo.
receiving-voice-barred =
    Tem um áudio, e o seu Telegram não deixa entrar mensagens de voz. Para ouvir: Configurações, Privacidade e Segurança, Mensagens de Voz, e permita este chat. Depois toque em Abrir. Ninguém mais vê isto.
receiving-not-through = Junto vinha algo que não passou. Abrir tenta de novo.
receiving-answering-nothing = Pode ficar sem resposta.
receiving-answering-tap = Um toque é bem-vindo.
receiving-answering-question = Uma pergunta gentil é bem-vinda, depois de um toque.
receiving-answering-later = Pode vir mais, no seu tempo.
receiving-was-hard = Foi difícil dizer.
receiving-you-said = Você disse:
receiving-gone = Havia algo aqui. Foi retirado.
# $limit (Number): how many characters fit.
receiving-own-words = Com as suas palavras, até { $limit } caracteres. O mais gentil é o que não pede nada.
# $limit (Number): how many characters fit.
receiving-write-back = Uma resposta, até { $limit } caracteres. Uma pergunta gentil é bem-vinda.
receiving-answer-back = Com quantas palavras quiser. Você vê o que seria lido antes de qualquer envio.
# $limit (Number): how many characters fit.
receiving-too-long =
    Passa dos { $limit } caracteres que cabem aqui, então não foi enviado. Está guardado para você. Agora você pode escrever algo mais curto.
# $partner (String): what the author of the reply calls the other person.
receiving-reply-leaving = Para { $partner }, daqui a pouco:
receiving-reply-undone = Desfeito. Não chegou a sair.
receiving-coach-1 = Só para você: receber já basta. Nada aqui pede solução.
receiving-coach-2 = Só para você: imaginar o que dá sentido a isto vale mais que um bom conselho.
receiving-coach-3 = Só para você: dá para deixar como está. Abrir lugar também é resposta.
receiving-coach-4 = Só para você: agradeça primeiro a tentativa, depois as palavras.
receiving-coach-5 = Só para você: um passo pequeno foi o passo inteiro. Dá para receber assim mesmo.
receiving-coach-6 = Só para você: a sua própria história pode vir outro dia. Hoje é esta que está na mesa.
receiving-coach-7 = Só para você: “eu vejo isso” cabe mais vezes que “eu já sei”.
receiving-coach-8 = Só para você: uma resposta devagar é gentil. Isto tem tempo até vir a calma.
receiving-coach-9 = Só para você: um sentimento pode fazer sentido sem que ninguém tenha culpa.
receiving-coach-10 = Só para você: um “mas” apaga o que veio antes. Um ponto já basta.
receiving-coach-11 = Só para você: o que não pede nada é o mais leve de receber.
receiving-coach-12 = Só para você: se arder, pode passar uma hora antes da resposta.
receiving-coach-13 = Só para você: repetir uma palavra do que foi dito mostra que você ouviu.
receiving-coach-14 = Só para você: o que é bom cresce quando alguém se alegra junto.
receiving-landed = Só para você. Os próximos dois dias são leves. Quando der vontade, algo assim pode consertar:
receiving-landed-1 = “Isso bateu forte. Posso ouvir de novo, mais suave?”
receiving-landed-2 = “Doeu, e continuo do seu lado. Me dá um tempinho.”
receiving-landed-3 = “Acho que ouvi algo que talvez você não quis dizer. O que você quis dizer?”
receiving-landed-4 = “Hoje isso foi demais para mim. Amanhã quero ouvir de novo.”

button-others = Outras palavras
button-own-words = Escrever do meu jeito
button-back = Voltar
button-fold = Dobrar e guardar
button-landed = Isso bateu forte
button-another-line = Outra linha
button-next = Próxima
button-write-back = Escrever de volta
button-answer-this = Responder a isto
button-leave-it = Deixar por aí

## Olhar para trás

looking-back-journal = As suas palavras, das mais novas às mais antigas. Ninguém mais vê esta página.
# $family (String): the name of a family of feelings.
looking-back-of-family = As suas palavras: { $family }.
# $month (Number): from 1. $year (String): such as 2026.
looking-back-in-month = As suas palavras: { looking-back-month-name } de { $year }.
looking-back-nothing = Ainda não tem nada guardado aqui. O que você responder, ou escrever com /note, fica aqui para encontrar depois.
looking-back-nothing-here = Não tem nada guardado aqui.
looking-back-feelings = Por qual sentimento?
looking-back-months = Qual mês?
# $month (Number): from 1.
looking-back-month-name =
    { $month ->
        [1] janeiro
        [2] fevereiro
        [3] março
        [4] abril
        [5] maio
        [6] junho
        [7] julho
        [8] agosto
        [9] setembro
        [10] outubro
        [11] novembro
       *[12] dezembro
    }
# $place (Number): its button. $day (String): of the month. $month (Number): from 1.
looking-back-entry = { $place } · { $day } de { looking-back-month-name }
# $place (Number): its button. $day (String): of the month. $month (Number): from 1.
looking-back-draft = { $place } · { $day } de { looking-back-month-name } · rascunho
# $day (String): of the month. $month (Number): from 1. $year (String): such as 2026.
looking-back-day = { $day } de { looking-back-month-name } de { $year }
# $feeling (String): a word for a feeling.
looking-back-felt = A palavra que você escolheu: { $feeling }.
looking-back-voice = Um áudio.
looking-back-photo = Uma foto.
looking-back-audio = Uma música.
looking-back-sticker = Uma figurinha.
looking-back-delete = Apagar isto de vez?
looking-back-delete-shared = Apagar isto de vez? O que foi compartilhado também é retirado.

looking-back-week = A sua semana, só para você: as palavras que escolheu e onde elas ficam.
# $words (String): one or more feelings.
looking-back-pleasant-lively = Mais agradável, mais energia: { $words }
# $words (String): one or more feelings.
looking-back-pleasant-still = Mais agradável, menos energia: { $words }
# $words (String): one or more feelings.
looking-back-hard-lively = Menos agradável, mais energia: { $words }
# $words (String): one or more feelings.
looking-back-hard-still = Menos agradável, menos energia: { $words }
# $words (String): one or more feelings.
looking-back-between = No meio: { $words }
# $words (String): one or more feelings.
looking-back-unplaced = Sem lugar certo: { $words }
looking-back-off = Não vêm mais destas. /settings pode trazer de volta.
picture-lively = mais energia
picture-still = menos energia
picture-pleasant = mais agradável
picture-hard = menos agradável

looking-back-ours = O que já foi e voltou entre vocês.
looking-back-ours-empty = Não tem nada aqui por enquanto. Isso não diz nada sobre você nem sobre a outra pessoa.
looking-back-you = Você:
# $partner (String): what the reader calls the other person.
looking-back-partner = { $partner }:
looking-back-before = Uma de antes:

button-older = ‹ Mais antigas
button-newer = Mais novas ›
button-look-back-off = Chega destas
button-by-feeling = Por sentimento
button-by-month = Por mês
button-all-entries = Todas
# $month (Number): from 1. $year (String): such as 2026.
button-month = { looking-back-month-name } de { $year }
button-delete = Apagar…
button-delete-now = Apagar
button-keep-it = Deixar guardado
button-before = Uma de antes
toast-deleted = Apagado.

## Uma pausa

# $partner (String): what the caller calls the other person.
breathers-lengths =
    Uma pausa nesta conversa. { $partner } lê na hora que você vai voltar, e quando. Nenhum motivo é pedido.
breathers-longer = Um pouco mais. Quanto?
breathers-tomorrow = Amanhã, a que horas? Escolha ou escreva, como 9:30.
# $partner (String): what the caller calls the other person.
breathers-leaving = Daqui a pouco { $partner } lê que você faz uma pausa nesta conversa. Uma linha pode ir junto.
breathers-mine = Você está em pausa nesta conversa. Até voltar, nenhuma palavra chega a você.
# $time (String): when the caller plans to be back.
breathers-back-at = Volta prevista: { $time }.
# $day (Number): the day of the week, Monday is 0. $time (String): when the caller plans to be back.
breathers-back-on =
    Volta prevista: { $day ->
        [0] segunda
        [1] terça
        [2] quarta
        [3] quinta
        [4] sexta
        [5] sábado
       *[6] domingo
    }, { $time }.
# $minutes (Number): until the planned return.
breathers-back-in-minutes =
    { $minutes ->
        [one] Volta prevista: daqui a mais ou menos um minuto.
       *[other] Volta prevista: daqui a mais ou menos { $minutes } minutos.
    }
# $hours (Number): until the planned return.
breathers-back-in-hours =
    { $hours ->
        [one] Volta prevista: daqui a mais ou menos uma hora.
       *[other] Volta prevista: daqui a mais ou menos { $hours } horas.
    }
# $partner (String): what the reader calls the caller.
breathers-told = { $partner } faz uma pausa nesta conversa. Não é um não para você.
breathers-told-how = Se a hora passar, a pausa se fecha e pronto.
breathers-line-full = “Minha cabeça está muito cheia.”
breathers-line-think = “Quero pensar um pouco.”
breathers-line-moment = “É um momento ruim.”
breathers-line-not-you = “Não é por sua causa.”
# $partner (String): what the reader calls the caller.
breathers-added = { $partner } acrescenta:
# $partner (String): what the caller calls the other person.
breathers-they-said = { $partner } diz:
breathers-answer-see-you = “Até lá, então.”
breathers-answer-thanks = “Valeu por avisar.”
breathers-answer-too = “Também aproveito esse tempo.”
# $partner (String): what the reader calls the caller.
breathers-moved = { $partner } leva um pouco mais. Não é um não para você.
breathers-time = Já é mais ou menos a hora que você escolheu. Sem nenhum toque, a pausa se fecha em meia hora, e tudo bem.
# $partner (String): what the caller calls the other person.
breathers-welcome = Que bom ver você. { $partner } lê agora.
# $partner (String): what the reader calls the caller.
breathers-back = { $partner } está de volta.
breathers-first-0 = Uma primeira linha suave, se quiser: “Uma coisa que ouvi foi…”
breathers-first-1 = Uma primeira linha suave, se quiser: “Uma coisa que sinto é…”
breathers-first-2 = Uma primeira linha suave, se quiser: “E se isto começar por algo pequeno?”
# $partner (String): what the reader calls the caller.
breathers-closed =
    A pausa nesta conversa com { $partner } se fechou. Isso não diz nada sobre você, e não tem nada a fazer.
# Stands in the older message that showed a breather, above the newer one.
breathers-below = Isto continua mais abaixo.
breathers-closed-mine = A sua pausa se fechou. Tudo bem assim, e nada é contado.
breathers-undone = Desfeito. Nada foi dito.
breathers-helps =
    Uma volta. Um copo d'água. Respirar devagar. Música. Algo para as mãos.

    A conversa também pode descansar na sua cabeça; não pede ensaio.
# $partner (String): what the author calls the person on a breather.
breathers-held = Para { $partner }. Vai com o correio quando a pausa terminar.
breathers-no-time = Não consegui ler um horário aí. 9:30 ou 19h serve. O que você escreveu está guardado.

button-breather = Uma pausa nesta conversa
button-length-0 = 20 minutos
button-length-1 = 1 hora
button-length-2 = 3 horas
button-tomorrow = Amanhã às…
# $day (Number): the day of the week, Monday is 0. $time (String): a time of that day.
button-day-time =
    { $day ->
        [0] Segunda
        [1] Terça
        [2] Quarta
        [3] Quinta
        [4] Sexta
        [5] Sábado
       *[6] Domingo
    } { $time }
button-line-full = Minha cabeça está muito cheia
button-line-think = Quero pensar um pouco
button-line-moment = É um momento ruim
button-line-not-you = Não é por sua causa
button-answer-see-you = Até lá, então
button-answer-thanks = Valeu por avisar
button-answer-too = Também aproveito esse tempo
button-what-helps = O que pode ajudar
button-back-again = Estou de volta
button-bit-longer = Um pouco mais

## Algo para mim agora

for-me-list = O silêncio aqui não é uma resposta. Pode querer dizer muita coisa, e nada disso é seu para descobrir agora. Algo para você:
for-me-kind = Uma bebida quente. Dez minutos ao ar livre. Uma música que você sabe de cor. Um banho. Dormir cedo. Uma já basta.
for-me-friend =
    Alguém que é boa companhia pode cair bem agora: uma ligação, uma volta, ou uma mensagem sobre qualquer outra coisa.

button-for-me = Algo para mim agora
button-one-kind-thing = Uma gentileza comigo
button-private-note = Uma nota só minha
button-warmth = Um carinho
button-friend = Uma amizade

## Carinhos

# $partner (String): what the reader calls the other person.
warmths-offer = Uma linha para { $partner }, que não espera resposta. Uma por dia. Um toque envia.
# $limit (Number): how many characters fit.
warmths-write = Uma linha de carinho, até { $limit } caracteres. Não espera resposta.
warmths-ways = Como os carinhos podem chegar a você? Ninguém mais vê.

button-warmths = Como chegam a mim
button-warmths-come = Assim que vierem
button-warmths-come-now = ✓ Assim que vierem
button-warmths-post = Com o correio
button-warmths-post-now = ✓ Com o correio
button-warmths-hold = Por enquanto não
button-warmths-hold-now = ✓ Por enquanto não

## Configurações

# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-mark =
    { $changed ->
        [1] { " " }✓
       *[other] { "" }
    }
preferences-home = O que você gostaria de mudar? Ninguém mais vê nada disto.
preferences-group-0 = Quando as perguntas chegam.
preferences-group-1 = Até onde as perguntas vão.
preferences-group-2 = O que vai e volta.
preferences-group-3 = Este chat.
# $time (String): the calm time. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-time = Horário: por volta de { $time }{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-days-all = Dias: todos{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-days-none = Dias: só quando você abre /today{ preferences-mark }
# $count (Number): how many days a week. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-days-some =
    { $count ->
        [one] Dias: um por semana{ preferences-mark }
       *[other] Dias: { $count } por semana{ preferences-mark }
    }
# $from (String): when the quiet hours begin. $until (String): when they end. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-quiet = Horas de silêncio: { $from } a { $until }{ preferences-mark }
# $place (String): a city with its country. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-zone-known = Relógio: { $place }{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-zone-unknown = Relógio: ainda não conheço, então nada vem sem você chamar{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-step-free = Tamanho: o que sair fácil{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-step-tap = Tamanho: um toque{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-step-word = Tamanho: uma palavra{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-step-line = Tamanho: uma linha{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-step-open = Tamanho: algumas linhas{ preferences-mark }
# $depth (Number): the deepest that questions go, 1 to 5. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-depth = Profundidade: até { $depth } de 5{ preferences-mark }
# $count (Number): how many themes. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-closed =
    { $count ->
        [0] Temas fechados: nenhum{ preferences-mark }
       *[other] Temas fechados: { $count }{ preferences-mark }
    }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-drawer-on = Gaveta: de vez em quando volta uma linha guardada{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-drawer-off = Gaveta: fica fechada{ preferences-mark }
# $day (Number): the day of the week, Monday is 0. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-look-back-day =
    Olhar para a semana: { $day ->
        [0] às segundas
        [1] às terças
        [2] às quartas
        [3] às quintas
        [4] às sextas
        [5] aos sábados
       *[6] aos domingos
    }{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-look-back-off = Olhar para a semana: não{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-audible-on = Som: as mensagens tocam{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-audible-off = Som: as mensagens chegam em silêncio{ preferences-mark }
# $minutes (Number): minutes before what you send leaves. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-cooling =
    { $minutes ->
        [0] Tempo para desfazer: nenhum{ preferences-mark }
        [one] Tempo para desfazer: um minuto{ preferences-mark }
       *[other] Tempo para desfazer: { $minutes } minutos{ preferences-mark }
    }
# $time (String): when the day's post is announced. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-post-at = Correio: por volta de { $time }{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-post-any = Correio: assim que vier, fora das horas de silêncio{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-warmths-come = Carinhos: assim que vierem{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-warmths-post = Carinhos: com o correio{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-warmths-hold = Carinhos: por enquanto não{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-answering-nothing = Abaixo do que você compartilha: pode ficar sem resposta{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-answering-tap = Abaixo do que você compartilha: um toque é bem-vindo{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-answering-question = Abaixo do que você compartilha: uma pergunta gentil é bem-vinda{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-answering-later = Abaixo do que você compartilha: mais, quando der{ preferences-mark }
# $partner (String): what this person calls the other. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-name = Como você chama a outra pessoa: { $partner }{ preferences-mark }
# $language (String): what a language calls itself. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-language = Idioma: { $language }{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-tidy-on = Arrumar o chat: suas mensagens são apagadas depois de guardadas{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-tidy-off = Arrumar o chat: não{ preferences-mark }
# $country (String): a country's name. $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-country-known = País para /support: { $country }{ preferences-mark }
# $changed (Number): 1 where it was changed, 0 elsewhere.
preferences-country-unknown = País para /support: conforme o seu idioma{ preferences-mark }

preferences-pick-time = Um horário de calma, na maioria dos dias? Escolha ou escreva, como 19:30 ou 19h.
preferences-pick-days = Em quais dias? Um toque muda um. Sem nenhum, as perguntas vêm só quando você abre /today.
preferences-pick-quiet = Horas em que nada chega. Escolha, ou escreva dois horários, como 22:00 - 8:00.
preferences-pick-zone = Que horas são aí agora? Escolha um lugar por perto, escreva uma cidade, ou a hora.
preferences-pick-step = Ficar em qual tamanho? Em todos, um toque é uma resposta inteira.
preferences-pick-depth = Até que profundidade as perguntas podem ir?
preferences-pick-closed = Temas que você fechou. Um toque abre de novo.
preferences-pick-look-back = A sua semana em uma imagem, em que dia?
preferences-pick-cooling = Por quanto tempo dá para desfazer antes de sair?
preferences-pick-post = Quando o correio do dia pode ser anunciado? Escolha ou escreva um horário.
preferences-pick-warmths = Como você gostaria de receber os carinhos? Ninguém mais vê.
preferences-pick-answering = Como se pode responder ao que você compartilha? Dá para mudar a cada vez.
preferences-pick-name = Como você gostaria de chamar a outra pessoa aqui? Escreva. Ninguém mais vê.
preferences-pick-language = Qual idioma?
preferences-not-time = Não consegui ler um horário aí. 19:30 ou 19h serve. O que você escreveu está guardado.
preferences-not-post = Não consegui ler um horário aí. 19:30 ou 19h serve. O que você escreveu está guardado.
preferences-not-quiet = Não consegui ler dois horários aí. 22:00 - 8:00 serve. O que você escreveu está guardado.
preferences-not-name = Ficou longo para um nome aqui. O que você escreveu está guardado.

button-settings-0 = Quando vêm perguntas
button-settings-1 = Até onde vão
button-settings-2 = O que vai e volta
button-settings-3 = Este chat
button-leave = Sair…
button-set-time = Horário
button-set-days = Dias
button-set-quiet = Horas de silêncio
button-set-zone = Relógio
button-set-step = Tamanho
button-set-depth = Profundidade
button-set-closed = Temas fechados
button-set-drawer = Gaveta
button-set-look-back = Olhar para a semana
button-set-audible = Som
button-set-cooling = Tempo para desfazer
button-set-post = Correio
button-set-warmths = Carinhos
button-set-answering = Como responder
button-set-name = Nome
button-set-language = Idioma
button-set-tidy = Arrumar o chat
button-set-country = País
# $day (Number): the day of the week, Monday is 0. $changed (Number): 1 where it is chosen, 0 elsewhere.
button-weekday =
    { $day ->
        [0] Segunda
        [1] Terça
        [2] Quarta
        [3] Quinta
        [4] Sexta
        [5] Sábado
       *[6] Domingo
    }{ preferences-mark }
button-off = Não
# $start (String): when quiet hours begin. $until (String): when they end.
button-hours = { $start } a { $until }
button-step-free = O que sair fácil
button-step-tap = Um toque
button-step-word = Uma palavra
button-step-line = Uma linha
button-step-open = Algumas linhas
button-depth-1 = 1: a superfície
button-depth-2 = 2: como está o dia
button-depth-3 = 3: o que costuma acontecer
button-depth-4 = 4: coisas delicadas
button-depth-5 = 5: raízes antigas, só se você abrir
# $minutes (Number): minutes before what is sent leaves.
button-cooling =
    { $minutes ->
        [0] Nenhum
        [one] 1 minuto
       *[other] { $minutes } minutos
    }
button-post-any = Assim que vier
# $name (String): the name that the other had at pairing.
button-first-name = Voltar para { $name }
button-theme-appreciation = Gratidão
button-theme-empathy = Do outro lado
button-theme-fear-of-vulnerability = Deixar que me vejam
button-theme-feelings-words = Palavras para o que sinto
button-theme-listening = Escutar
button-theme-patience = Paciência
button-theme-play-warmth = Brincadeira
button-theme-risk-acknowledged = O que é difícil dizer
button-theme-self-awareness = Reparar em mim
button-theme-self-protection = Me proteger
button-theme-strengths-imperfections = Forças e defeitos
button-theme-support-beyond = Ajuda de outras pessoas
button-theme-triggers-patterns = O que se repete
button-theme-trust-safety = Confiança
button-theme-unresolved = O que ficou em aberto
button-theme-validation = Sentir que me entendem

## Descanso

preferences-rest = Um descanso das perguntas e do correio. Ninguém fica sabendo.
preferences-resting = Bom descanso. Enquanto isso nada chega; /today e /resume funcionam a qualquer hora.
preferences-resumed = De volta. A próxima pergunta vem no seu horário.

button-rest = Descanso das perguntas
button-rest-day = Um dia
button-rest-week = Uma semana
button-rest-open = Até eu avisar

## Ajuda

support-home =
    Ajuda de pessoas. Dá para olhar sem decidir nada, e ninguém fica sabendo que você olhou.
support-finding = Encontrar ajuda profissional:
support-lines =
    Pessoas com quem você pode falar. Sou um programa pequeno; ninguém acompanha este chat.
support-crisis = Quando pesa demais:
support-violence = Quando alguém machuca, assusta ou controla você:
support-own-behaviour = Quando você se preocupa com o jeito como trata alguém:
# $numbers (String): one or more phone numbers.
support-emergency = Em perigo neste minuto: { $numbers }
support-emergency-here = Em perigo neste minuto: o número de emergência do lugar onde você está.
support-anywhere = Em qualquer país:
# $how (String): what to text, and to which number.
support-by-text = SMS: { $how }
# $how (String): a number.
support-by-whatsapp = WhatsApp: { $how }
# $country (String): a country's name. $date (String): year, month and day.
support-checked = Linhas de { $country }, verificadas em { $date }. Os números podem mudar.
support-countries = Qual país?
support-held =
    Isto não foi para ninguém. Antes, um segundo olhar, só para você: palavras assim pesam, e há pessoas com quem você pode falar.
# $partner (String): what the author calls the reader.
support-held-help = Se for, { $partner } também vê onde há ajuda, ao lado das suas palavras.
support-beside = Para você, que lê isto: palavras assim podem pesar. Há pessoas a quem recorrer, para os dois lados:
support-cover = Tem uma nota aqui. Abra quando for bom para você.
support-card-full-suicide =
    O que você escreveu parece muito pesado, e que bom que você colocou em palavras.

    Sou um programa pequeno; ninguém acompanha este chat, e não consigo proteger você. Uma pessoa pode estar com você nisso, agora mesmo:
support-card-full-suicide-yours = Isto não foi para ninguém. Você decide o que acontece com isto.
support-card-soft =
    Se alguma parte de hoje é mais do que pesada, para você ou para alguém que importa para você, estas são pessoas com quem dá para falar. Se entendi errado, deixe isto aqui.
support-card-violence =
    Ninguém merece violência, medo ou controle. Se algo assim está acontecendo, estas pessoas escutam e ajudam você a pensar, no seu ritmo. Dá para ligar sem ir embora, sem denunciar e sem decidir nada.
support-card-violence-yours =
    Isto não foi para ninguém. Se alguém olha este celular: Esconder, e procure em outro aparelho se puder. Você pode parar de compartilhar sem avisar, sem mensagem para ninguém: /unpair
support-card-harm-to-other =
    Se você está a ponto de machucar alguém, sair do cômodo é um bom passo agora. Estas pessoas ajudam exatamente com isso, sem gritar com você.

button-support = Ajuda
button-professional = Encontrar ajuda profissional
button-not-safe = Em perigo, ou não estou bem
button-another-country = Em outro país
button-hide = Esconder
button-no-trace = Não deixar rastro
button-not-meant = Não foi isso que eu quis dizer
toast-not-meant = Tudo bem. Nada disso fica guardado.
button-earlier = ‹ Antes
button-later = Depois ›

## Privacidade

# $operator (String): who runs this bot. $hours (Number): between two backups.
# $days (Number): for which backups are kept. $keys (Number): days for which keys are.
privacy-text =
    O que você escreve, e cada sentimento que escolheu, fica guardado com criptografia e uma chave só sua, até você apagar em /journal ou apagar tudo com /forget.
    Também o seu nome, o seu número do Telegram e os códigos de áudios e fotos. Configurações, dias e horários ficam como estão. /export entrega tudo a você.
    A outra pessoa lê só o que você enviou, exatamente como você viu antes de enviar.
    A outra pessoa não fica sabendo se veio uma pergunta, o que você fez com ela, das suas notas, sentimentos, configurações ou descansos, do que você abriu, nem se procurou ajuda.
    Ninguém fica sabendo quando alguém sai sem avisar. O que se envia a quem saiu é apagado daquele lado depois de 30 dias.
    Chats com bots são chats comuns do Telegram: o Telegram, e quem estiver com o seu celular, pode ler. Não há criptografia de ponta a ponta.
    Quem cuida disto é { $operator }, que tem a chave e tecnicamente poderia ler o que está guardado.
    Sem anúncios, sem venda, sem treinar com as suas palavras. { $hours ->
        [0] O bot não faz cópias de segurança por conta própria; as feitas à mão são criptografadas
       *[other] As cópias de segurança são criptografadas
    } e ficam guardadas por { $days } dias, também com o que você apagar nesse meio-tempo. Depois de /forget, a sua chave fica nelas por { $keys } dias; até lá, uma cópia mais antiga poderia ser lida.
    Se você apaga uma mensagem sua no Telegram, um bot não fica sabendo; Descartar aqui, ou Apagar em /journal, elimina o que está guardado.
    Não é terapia nem serviço de emergência, e pode deixar coisas passar. Em /support há pessoas.
privacy-cleared =
    Limpo até onde o Telegram permite: as mensagens das últimas 48 horas. Para tirar o resto, apague este chat no Telegram.
privacy-export-coming = Estou juntando tudo. Chega aqui em um arquivo, daqui a pouco.
privacy-export-here = Tudo o que é seu e está guardado aqui, e o que foi compartilhado com você. Quem tiver este arquivo pode ler.
# $name (String): whose it is.
privacy-export-title = Nearer: o que está guardado de { $name }
privacy-export-words = As suas palavras
privacy-export-shared-by-you = O que você compartilhou
privacy-export-shared-with-you = O que foi compartilhado com você
privacy-export-questions = As perguntas que você recebeu
privacy-export-breathers = As pausas que você pediu
privacy-export-partners = Com quem
privacy-export-invitations = Os seus convites
privacy-export-person = Você e as suas configurações
# $field (String): the name of a field. $value (String): what it holds.
privacy-export-line =
    { $field ->
        [name] Nome: { $value }
        [username] Nome de usuário: { $value }
        [nickname] Como você chama o seu amor: { $value }
        [locale] Idioma: { $value }
        [agreed_at] Aceito em: { $value }
        [terms] Versão dos termos: { $value }
        [noted_at] Nota lida antes de conectar: { $value }
        [hello_on] Primeiro dia: { $value }
        [seen_at] Primeira vez aqui: { $value }
        [zone] Fuso horário: { $value }
        [calm] Horário de calma: { $value }
        [days] Dias, segunda é 0: { $value }
        [quiet_from] Silêncio desde: { $value }
        [quiet_until] Silêncio até: { $value }
        [post_at] Horário do correio: { $value }
        [leaning] O que você disse de si: { $value }
        [step] Tamanho da pergunta: { $value }
        [depth] Profundidade: { $value }
        [cooling] Segundos até sair o que é compartilhado: { $value }
        [answering] Como dá para responder: { $value }
        [audible] Com som: { $value }
        [country] País para /support: { $value }
        [resting] Em descanso: { $value }
        [rest_until] Até: { $value }
        [next_ask_at] Próxima pergunta: { $value }
        [last_ask_at] Última pergunta: { $value }
        [created_at] { $value }
        [local_date] { $value }
        [called_at] { $value }
        [since] Desde: { $value }
        [ended_at] Terminou: { $value }
        [expires_at] Vale até: { $value }
        [until] Até: { $value }
        [question] { $value }
        [feeling] Sentimento: { $value }
        [kind] Tipo: { $value }
        [state] Estado: { $value }
        [media] Como: { $value }
        [hard] Foi difícil dizer: { $value }
        [tapped] Com um toque: { $value }
        [line] Linha: { $value }
       *[other] { $field }: { $value }
    }
# $partner (String): what the reader calls the other person.
privacy-forget-opened =
    O que { $partner } já abriu: deixar lá, ou retirar também? Se você retirar, { $partner } vai notar que sumiu.
privacy-forget =
    Isto apaga tudo o que é seu aqui, de vez.

    Para confirmar, escreva a palavra esquecer.
privacy-forgotten = Pronto. Tudo o que era seu aqui foi apagado, e já não sei nada de você. Fique bem.

# $partner (String): what the reader calls the other person.
button-leave-them = Deixar com { $partner }
button-take-them = Retirar também
button-keep-all = Manter tudo
button-delete-all = Apagar tudo

## Todo o resto

everything-else-stop = Você pode parar de qualquer um destes jeitos, por conta própria.
everything-else-pause = Que tipo de pausa?
everything-else-help =
    Uma pergunta pequena vem no seu horário; um toque já é uma resposta inteira. O que você escreve fica guardado só para você, até escolher Compartilhar e confirmar.

    /today /note /invite /pause /unpair /privacy /forget
everything-else-cancelled = Tudo bem. Nada foi enviado; o que você escreveu está guardado para você.
everything-else-as-it-was = Tudo bem. Está tudo como estava.
everything-else-other-kind = Este tipo eu ainda não consigo receber. Palavras, áudios, fotos, músicas, figurinhas e toques funcionam.
everything-else-unknown-command = Esse eu não conheço. /help mostra o que funciona.
everything-else-group = Isto só funciona em um chat privado, então vou sair. Nada ficou guardado daqui.
everything-else-away = Fiquei fora um momento. O que você escreveu está guardado.
everything-else-failed = Algo deu errado do meu lado. O que você escreveu está guardado, e vou tentar de novo.
everything-else-sorry = Não consegui terminar esta. Tente mais uma vez, por favor.

## Recusas

refusal-link-leads-nowhere = Este link já não leva a lugar nenhum. Dá para fazer um novo a qualquer hora.
refusal-own-link = Este convite é o seu. É para a outra pessoa.
# $partner (String): what the reader calls the other person.
refusal-leave-first = Aqui já está { $partner } com você. Para conectar com outra pessoa, saia antes: /unpair
refusal-partner-already = Já tem alguém aqui com você. /unpair vem antes de um novo convite.
refusal-enough-links-today = Por hoje, chega de convites. Amanhã pode ter mais.
refusal-too-many-tries = Por hoje, chega de links. Tente de novo amanhã, por favor.
refusal-nothing-open = Não tem mais nada aqui.
refusal-ask-is-closed = Esta já se fechou. /today tem outra.
refusal-done-for-today = A de hoje já foi. /note guarda o que mais vier à cabeça.
refusal-nothing-left = Você fechou todos os temas que restam. /settings abre um de novo.
refusal-no-partner = Não tem ninguém aqui com quem compartilhar. O que você escreve fica com você.
refusal-already-on-its-way = Estas palavras já estão a caminho.
refusal-already-left = Já saiu. Você ainda pode retirar.
refusal-nothing-to-take-back = Não tem nada a caminho para retirar.
refusal-no-talk-here = Não tem ninguém aqui com quem fazer uma pausa. /pause é um descanso das perguntas.
refusal-only-tomorrow = A esta hora, uma pausa vai até amanhã. /breather mostra os horários.
refusal-too-far-off = Uma pausa dura no máximo 24 horas, e 48 com o tempo extra. /breather mostra os horários que cabem.
refusal-longer-once = Uma pausa se estende uma vez, e esta já se estendeu.
refusal-breather-was-told = O aviso já foi. “Estou de volta” encerra a pausa.
refusal-breather-is-over = Essa pausa já terminou. Não resta nada a fazer.
refusal-no-words-here = Aqui não se pedem palavras. Um toque basta.
refusal-one-reply-only = Aqui cabe uma resposta, e a sua já está.
refusal-one-warmth-a-day = O carinho de hoje já está a caminho. Amanhã tem outro.
refusal-exported-today = O arquivo de hoje já está aqui. Amanhã pode ter outro.
refusal-agree-first = Antes, uma coisa: /start conta o que é isto.

## Palavras soltas que significam algo por si, em minúsculas, com vírgulas entre elas

plain-stop = parar, pare, para, chega, sair, stop
plain-pause = pausa, pausar, descanso, descansar
plain-help = ajuda, me ajuda, me ajude
plain-undo = desfazer, desfaz, desfaça, desfaca, retirar, retira, retire
plain-forget = esquecer

## O perfil do bot

profile-name = Nearer
profile-short = Uma pergunta pequena por dia, a dois. Pular não custa nada; nada é compartilhado sem você escolher.
profile-description =
    Uma pergunta pequena por dia, para duas pessoas que acham difícil conversar. Um toque já basta, e pular não custa nada.

    O que você diz é só seu até você compartilhar. Não é terapia, não é para emergências, não tem criptografia de ponta a ponta.
command-today = A pergunta pequena de hoje
command-note = Uma nota só sua
command-warmth = Um carinho para o seu amor
command-invite = Convidar o seu amor
command-breather = Uma pausa nesta conversa
command-pause = Descanso das perguntas
command-resume = Encerrar um descanso
command-settings = Configurações
command-support = Ajuda de pessoas
command-unpair = Sair
command-privacy = O que fica guardado e quem vê
command-help = Como isto funciona
command-clear = Limpar este chat
command-journal = As suas palavras
command-ours = O que já foi e voltou entre vocês
command-export = Tudo o que é seu, em um arquivo
command-forget = Apagar tudo
command-cancel = Deixar de lado o que está pela metade
command-start = Começar

## A página de demonstração

demo-scene-small-share = Compartilhar algo pequeno
demo-scene-harsh-reply = Uma resposta dura, suavizada
demo-scene-breather = Uma briga e uma pausa
demo-scene-changing-your-mind = Mudar de ideia
demo-sample-small = Hoje o dia foi longo.
demo-sample-good = Hoje alguém me deixou passar na frente. Fiquei horas com isso.
demo-sample-hard = Hoje cedo respondi mal para você. Não era por sua causa. Dormi mal.
demo-strip-nothing = nada ainda
demo-strip-breather = uma pausa
# $count (Number): how many things were shared and not taken back.
demo-strip-shared =
    { $count ->
        [one] uma coisa compartilhada
       *[other] { $count } coisas compartilhadas
    }
# $name (String): whose words.
demo-leaves = Saem as palavras de { $name }
# $name (String): who gets it.
demo-notice = Um aviso para { $name }
# $name (String): who gets it.
demo-question = Uma pergunta para { $name }
