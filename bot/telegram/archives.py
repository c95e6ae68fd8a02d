"""Packs everything about a person into one file in memory: a page to read, and the same for machines."""

import html
import io
import json
import zipfile

from bot.telegram import rendering
from bot.usecases import enclosures, reply

NAME = "nearer.zip"
_STYLE = """
:root { color-scheme: light dark }
:root { --page: #f4efe6; --card: #fffdf8; --line: #d5cbbb; --word: #2b2a33; --soft: #655e6a }
@media (prefers-color-scheme: dark) {
  :root { --page: #17181d; --card: #1f2128; --line: #434652; --word: #f1ede4; --soft: #b3adb8 }
}
body { margin: 0; background: var(--page); color: var(--word); font: 17px/1.55 system-ui, sans-serif }
main { max-width: 40rem; margin: 0 auto; padding: 2rem 1rem 4rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2.5rem }
article { background: var(--card); border: 1px solid var(--line); border-radius: 14px }
article { padding: .8rem 1rem; margin: .7rem 0; overflow-wrap: anywhere }
blockquote { margin: .4rem 0; padding-inline-start: .8rem; border-inline-start: 3px solid var(--line) }
blockquote { white-space: pre-wrap }
p { margin: .2rem 0; color: var(--soft) }
"""
_PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title><style>{style}</style>
</head>
<body><main><h1>{title}</h1>
{sections}
</main></body>
</html>
"""


def pack(texts: rendering.Texts, locale: str, archive: enclosures.Archive) -> bytes:
    """Return the zip; it never touches a disk of ours."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as into:
        # A lone half of a surrogate pair, which Telegram may pass on, is escaped here and dropped on the page.
        into.writestr("nearer.json", json.dumps(archive.data, indent=2))
        into.writestr("nearer.html", page(texts, locale, archive).encode("utf-8", "replace"))
    return packed.getvalue()


def page(texts: rendering.Texts, locale: str, archive: enclosures.Archive) -> str:
    """Return the page: self-contained, in the person's language, with everything escaped that somebody wrote."""
    sections = "\n".join(_section(texts, locale, one) for one in archive.page)
    title = html.escape(rendering.sentence(texts, locale, archive.title))
    return _PAGE.format(lang=html.escape(locale), title=title, style=_STYLE, sections=sections)


def _section(texts: rendering.Texts, locale: str, section: enclosures.Section) -> str:
    heading = html.escape(rendering.sentence(texts, locale, section.heading))
    entries = "\n".join(
        f"<article>{''.join(_line(texts, locale, line) for line in entry)}</article>" for entry in section.entries
    )
    return f"<section><h2>{heading}</h2>\n{entries}\n</section>"


def _line(texts: rendering.Texts, locale: str, line: reply.Text | reply.Words) -> str:
    if isinstance(line, reply.Words):
        return f'<blockquote dir="auto">{html.escape(rendering.clean(line.text))}</blockquote>'
    return f'<p dir="auto">{html.escape(rendering.sentence(texts, locale, line))}</p>'
