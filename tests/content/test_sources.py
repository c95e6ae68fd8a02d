"""Hostile and broken YAML is refused with file, line and rule."""

import json
import pathlib
import tempfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content import findings, schema, sheet, sources

Reader = Callable[[str | bytes], sources.Document]

BROKEN: dict[str, tuple[str | bytes, str, int]] = {
    "an unclosed bracket": ("a: 1\nb: [1, 2\n", "yaml", 3),
    "a tab as indentation": ("a:\n\tb: 1\n", "yaml", 2),
    "a key twice": ("a: 1\nb: 2\na: 3\n", "key", 3),
    "a list as key": ("a: 1\n? [1, 2]\n: 3\n", "key", 2),
    "an alias": ("a: &x [1]\nb: *x\n", "alias", 1),
    "a bomb of aliases": ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "alias", 1),
    "a merge key": ("a: &x {b: 1}\nc:\n  <<: *x\n", "alias", 1),
    "deep nesting": ("[" * 9000, "depth", 1),
    "a date without quotes": ("a: 1\nday: 2026-11-22\n", "type", 2),
    "a YAML 1.1 yes": ("answer: yes\n", "type", 1),
    "the country code of Norway": ("a: 1\n\niso: NO\n", "type", 3),
    "a time of day": ("quiet: 21:30\n", "type", 1),
    "a Python object": ("a: !!python/object/apply:os.getcwd []\n", "type", 1),
    "two documents": ("a: 1\n---\nb: 2\n", "yaml", 2),
    "an empty file": ("# nothing\n", "yaml", 1),
    "bytes that are no text": (b"a: 1\nb: \xff\xfe\n", "utf-8", 2),
    "a file that is too large": (b"a: " + b"x" * sources.FILE_BYTES, "size", 1),
}


@pytest.mark.parametrize("name", BROKEN)
def test_refuses_broken_yaml(name: str, yaml_file: Reader) -> None:
    """A file that cannot be trusted names itself, its line and the rule it breaks."""
    written, rule, line = BROKEN[name]
    with pytest.raises(findings.ContentError) as caught:
        yaml_file(written)
    (finding,) = caught.value.findings
    assert (finding.file, finding.line, finding.rule) == ("content/planted.yaml", line, rule)


def test_says_what_to_do_in_one_line(yaml_file: Reader) -> None:
    """A finding reads as file, line, rule and advice."""
    with pytest.raises(findings.ContentError) as caught:
        yaml_file("day: 2026-11-22\n")
    expected = "content/planted.yaml:1: type: '2026-11-22' is read as timestamp; put quotes around it"
    assert str(caught.value) == expected


def test_refuses_a_missing_file(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A file that is not there is a finding and not a traceback."""
    path = tmp_path_factory.mktemp("empty") / "plan.yaml"
    with pytest.raises(findings.ContentError, match=r"content/plan\.yaml:1: missing: "):
        sources.read(path, "content/plan.yaml")


def test_reads_plain_values(yaml_file: Reader) -> None:
    """Words, numbers, true, false, nothing, lists and mappings come through as they are written."""
    document = yaml_file("a: {b: [one, 2, 3.5, true, false, null]}\n1: 'two'\n")
    assert document.value == {"a": {"b": ("one", 2, 3.5, True, False, None)}, 1: "two"}


def test_remembers_lines(yaml_file: Reader) -> None:
    """Every value knows its line; an unknown one takes the line of what is around it."""
    document = yaml_file("a:\n  - one\n  - b: two\n    c: three\n")
    lines = [document.line("a", 0), document.line("a", 1, "c"), document.line("a", 1, "nowhere")]
    assert lines == [2, 4, 3]


@settings(deadline=None, max_examples=50)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(alphabet="abc é\u202e😀'\"", max_size=9),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab", min_size=1), inner),
        max_leaves=9,
    )
)
def test_reads_what_json_writes(value: object) -> None:
    """Any JSON value is read back as it was, whatever its words contain."""
    with tempfile.TemporaryDirectory() as place:
        path = pathlib.Path(place) / "one.yaml"
        path.write_text(json.dumps({"value": value}, ensure_ascii=False), encoding="utf-8")
        document = sources.read(path, "one.yaml")
    assert document.value == {"value": _tuples(value)}


def _tuples(value: object) -> object:
    if isinstance(value, list):
        return tuple(_tuples(item) for item in value)
    if isinstance(value, dict):
        return {key: _tuples(item) for key, item in value.items()}
    return value


MISSHAPEN = {
    "a missing field": ("id: a01\nfits: [any]\n", 1, "label: Field required"),
    "an unknown field": ("id: a01\nlabel: Hello\nfits: [any]\nlable: Hi\n", 4, "lable: Extra inputs"),
    "a wrong type": ("id: a01\nlabel: 7\nfits: [any]\n", 2, "label: Input should be a valid string"),
    "an unknown word": ("id: a01\nlabel: Hello\nfits:\n  - any\n  - moon\n", 5, "fits.1: Input should be"),
    "an empty word": ('id: ""\nlabel: Hello\nfits: [any]\n', 1, "id: String should have at least 1"),
}


@pytest.mark.parametrize("name", MISSHAPEN)
def test_refuses_another_shape(name: str, yaml_file: Reader) -> None:
    """A field that is missing, unknown or of a wrong type is named with its line."""
    written, line, message = MISSHAPEN[name]
    with pytest.raises(findings.ContentError) as caught:
        sheet.parse(yaml_file(written), schema.Acknowledgement)
    (finding,) = caught.value.findings
    assert (finding.line, finding.rule, finding.message.startswith(message)) == (line, "shape", True)


@pytest.mark.parametrize(
    ("pattern", "message"),
    [("(", "is not a regular expression"), ("a(?=b)", "look-around"), (r"(a)\1", "back-reference")],
)
def test_refuses_a_bad_pattern(pattern: str, message: str, yaml_file: Reader) -> None:
    """A pattern that does not compile everywhere alike is refused where it stands."""
    document = yaml_file(f"id: x\ncategory: c\nmatch:\n  - 'fine'\n  - '{pattern}'\nhits: [a]\nmisses: [b]\n")
    with pytest.raises(findings.ContentError) as caught:
        sheet.parse(document, schema.ReplyPattern)
    (finding,) = caught.value.findings
    assert (finding.line, message in finding.message) == (5, True)
