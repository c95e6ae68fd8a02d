"""What holds words back does so in every language: a second look, a second thought, and what is not carried."""

import dataclasses

import pytest

from bot.usecases import reply
from tests.usecases import conftest, house

COVER = reply.text("support-cover")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """What somebody may write in one language, and where a softer way to say it begins."""

    sting: str
    softer: str
    fear: str
    heavy: str
    threat: str
    idiom: str


TONGUES = {
    "de": Tongue(
        sting="Nie hoerst du mir zu",
        softer="Am Dienstag kam ich mir ausgeschlossen vor",
        fear="hab angst vor ihm, er schlägt mich",
        heavy="ich will einfach nicht mehr leben",
        threat="Das wirst du noch bereuen",
        idiom="Ich könnte dich umbringen vor Lachen",
    ),
    "es": Tongue(
        sting="Vos nunca me contás nada",
        softer="El martes me sentí fuera",
        fear="le tengo miedo a mi marido",
        heavy="ya no quiero vivir mas",
        threat="te vas a arrepentir de esto",
        idiom="Me muero de risa contigo",
    ),
    "pt-BR": Tongue(
        sting="vc nunca fala comigo",
        softer="Na terça eu me senti de fora",
        fear="to com medo do meu marido",
        heavy="nao quero mais viver",
        threat="você ainda vai se arrepender",
        idiom="Morrendo de saudade de você",
    ),
}
LANGUAGES = pytest.mark.parametrize("locale", TONGUES)


async def speak(home: house.House, locale: str) -> Tongue:
    """Let Ann use the bot in a language; return what she may write in it."""
    home.ann.language = locale
    await home.change(home.ann, locale=locale)
    return TONGUES[locale]


def label(home: house.House, key: str, **arguments: str) -> str:
    """Return what one of Ann's buttons says."""
    return home.ann.sentence(reply.text(f"button-{key}", **arguments))


async def note(home: house.House, words: str) -> None:
    """Let Ann share a note, up to the confirmation of its preview."""
    await home.command(home.ann, "/note")
    await home.write(home.ann, words)
    await home.tap(home.ann, label(home, "share"))
    await home.tap(home.ann, label(home, "send"))


@LANGUAGES
async def test_a_second_look_in_ones_own_language(paired: house.House, locale: str) -> None:
    """Hint, softer way and buttons are in the language of the one who writes, however it is typed."""
    tongue = await speak(paired, locale)
    await note(paired, tongue.sting)
    assert paired.ann.sentence(reply.text("sharing-look")) in paired.ann.newest.text
    assert label(paired, "as-is") in paired.ann.labels()
    await paired.tap(paired.ann, label(paired, "softer"))
    assert tongue.softer in paired.ann.newest.text


@LANGUAGES
async def test_a_second_thought_in_ones_own_language(paired: house.House, locale: str) -> None:
    """Fear is not relayed before its author has seen where help is."""
    tongue = await speak(paired, locale)
    before = list(paired.ben.log)
    await note(paired, tongue.fear)
    shown = paired.ann.find(label(paired, "keep-private"))[0]
    assert paired.ann.sentence(reply.text("support-held")) in shown.text
    await paired.wait(minutes=30)
    assert paired.ben.log == before


@LANGUAGES
async def test_a_card_in_ones_own_language(paired: house.House, locale: str) -> None:
    """Heavy words bring the cover of a card; an idiom does not."""
    tongue = await speak(paired, locale)
    await paired.write(paired.ann, tongue.idiom)
    assert not paired.ann.has(paired.ann.sentence(COVER))
    await paired.write(paired.ann, tongue.heavy)
    assert paired.ann.newest.text == paired.ann.sentence(COVER)
    await paired.tap(paired.ann, label(paired, "open"))
    card = paired.ann.sentence(reply.text("support-card-full-suicide"))
    assert paired.ann.newest.text.startswith(card)


@LANGUAGES
async def test_a_threat_is_carried_in_no_language(paired: house.House, locale: str) -> None:
    """It is not sent, and said so in the language of the one who wrote it."""
    tongue = await speak(paired, locale)
    before = list(paired.ben.log)
    await note(paired, tongue.threat)
    assert paired.ann.newest.text == paired.ann.sentence(reply.text("sharing-not-carried"))
    assert paired.ann.labels() == [label(paired, "support")]
    await paired.wait(minutes=30)
    assert paired.ben.log == before


@LANGUAGES
async def test_whoever_writes_in_another_language_is_understood(paired: house.House, locale: str) -> None:
    """Ann's bot speaks English; what she writes in another language is looked at all the same.

    The softer way is then in the language of her words: it is there to be borrowed.
    """
    tongue = TONGUES[locale]
    await note(paired, tongue.sting)
    assert paired.ann.sentence(reply.text("sharing-look")) in paired.ann.newest.text
    await paired.tap(paired.ann, label(paired, "softer"))
    assert tongue.softer in paired.ann.newest.text
    await note(paired, tongue.threat)
    assert paired.ann.newest.text.startswith("I won't carry this one.")
    await note(paired, tongue.fear)
    assert tongue.fear in paired.ann.find(label(paired, "keep-private"))[0].text


async def test_the_language_of_the_other_does_not_show(build: conftest.Builder) -> None:
    """Whatever Ben has set, Ann reads the same under the same words, hint or no hint."""
    seen = []
    for locale in ("en", "de", "pt-BR"):
        home = await build(f"ben-{locale}", paired=True)
        await home.change(home.ben, locale=locale)
        home.ben.language = locale
        for tongue in TONGUES.values():
            await note(home, tongue.sting)
            await home.tap(home.ann, label(home, "keep-draft") if len(home.ann.labels()) > 2 else "Undo")
        seen.append([entry[1:] for entry in home.ann.log])
    assert seen[0] == seen[1] == seen[2]


def test_nobody_is_left_without(paired: house.House) -> None:
    """Every language the bot speaks stands in these tests, beside English in all the others."""
    assert set(paired.words.locales) == {*TONGUES, "en"}
