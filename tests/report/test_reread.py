"""A result read again gives the files that were written with it; anything else is refused in one line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from golden.sample import KILLED, POST, POST_DEAD, RADIO_DEAD, sample_report
from hypothesis import given
from hypothesis import strategies as st
from worded import with_words

from discrepancy.errors import ReadError
from discrepancy.model import NotCompared, Occasion, Participant, Position, Report, Review, Scope, Zone
from discrepancy.model.document import Span
from discrepancy.pipeline import compare
from discrepancy.read import read_documents
from discrepancy.report import FORMATS, TEXT_FORMATS
from discrepancy.report.json_report import to_json
from discrepancy.report.reread import reread
from discrepancy.values.quantity import Quantity
from discrepancy.values.timerange import TimeRange

DATA = Path(__file__).parent.parent.parent / "data"
WHEN = {"start": "2016-09-17T00:00:00", "end": "2016-09-18T00:00:00", "grain": "day", "zone": None}
EVENTS = ("deir-ez-zor-2016", "hallin-sound-ferry")


def again(report: Report) -> Report:
    return reread(to_json(report).encode(), "r.json")


def record() -> Any:
    return json.loads(to_json(sample_report()))


def refused(data: Any) -> str:
    """The line with which ``data`` is refused."""
    with pytest.raises(ReadError) as error:
        reread(data if isinstance(data, bytes) else json.dumps(data).encode(), "r.json")
    return str(error.value)


@pytest.fixture(scope="module", params=EVENTS)
def computed(request: pytest.FixtureRequest) -> tuple[Report, Report]:
    """The report on a sample event, and the same written and read again."""
    report = compare(read_documents([str(DATA / request.param)]).documents)
    return report, again(report)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_of_an_event_is_the_same_from_the_result(computed: tuple[Report, Report], name: str) -> None:
    """Byte for byte: a format may show only what the JSON report holds."""
    report, read = computed

    assert report.conflicts
    assert FORMATS[name](read) == FORMATS[name](report)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_of_all_that_a_report_can_hold_is_the_same_from_the_result(name: str) -> None:
    """Zones, decisions of a person, vague words, open ends, other events and days, parts, implied figures, copies."""
    sample = sample_report()
    vague = replace(POST_DEAD, value=Quantity(24, 99, "vague", "metre"), shown="dozens", attribute="x:earlier")
    days = (TimeRange(datetime(2029, 1, 1), datetime(2029, 1, 2), "day", 120),)
    earlier = replace(
        RADIO_DEAD.frame,
        occasion=Occasion(relation="earlier", days=days, own_day=True),
        scope=Scope(additional=True),
        participants=(Participant("carried", "people"),),
    )
    open_below = replace(
        RADIO_DEAD, value=Quantity(float("-inf"), 2.5, "less_than", None, 2.5), frame=earlier, implied=True
    )
    document = replace(
        POST, url="https://example.org/", zones=(Zone("headline", Span(0, 19)), Zone("byline", Span(19, 21)))
    )
    positions = (Position("dozens", (vague,)), Position("under 2.5", (open_below,)))
    decided = replace(KILLED, positions=positions, review=Review("open", "", "explained: two ferries"))
    report = replace(
        sample,
        documents=(document, *sample.documents[1:]),
        claims=(vague, *sample.claims[1:3], open_below, *sample.claims[4:]),
        conflicts=(decided, replace(sample.conflicts[1], review=Review("confirmed", "asked the police"))),
        compatible=sample.compatible[:1],
    )

    assert FORMATS[name](again(report)) == FORMATS[name](report)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_any_words_come_back_in_every_text_format(words: str) -> None:
    """Whatever articles, outlets and addresses say."""
    report = with_words(words)
    [conflict] = report.conflicts
    held = tuple(claim for position in conflict.positions for claim in position.claims)
    report = replace(report, claims=held, compatible=(), not_compared=(NotCompared(held[0], words),))
    read = again(report)

    assert [name for name, write in TEXT_FORMATS.items() if write(read) != write(report)] == []


def test_an_empty_report_comes_back() -> None:
    """Nothing found is a result too."""
    assert again(Report((), (), ())) == Report((), (), ())


def test_a_byte_order_mark_is_no_damage() -> None:
    """Some editors put one in front."""
    assert reread(b"\xef\xbb\xbf" + to_json(sample_report()).encode(), "r.json").documents


def test_another_version_of_the_program_is_no_damage() -> None:
    """The schema says what the file holds."""
    assert reread(json.dumps({**record(), "version": "9.9.9"}).encode(), "r.json").conflicts


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"{",
        b"NaN",
        b'{"schema": "discrepancy-report/1"} x',
        b"[" * 200_000,
        b'{"a":' * 200_000,
        b"9" * 9999,
    ],
)
def test_what_is_no_json_is_refused(data: bytes) -> None:
    """Binary files, cut files, thousands of levels, numbers of thousands of digits."""
    assert refused(data) == "r.json: is not valid JSON"


@pytest.mark.parametrize("data", [None, [], 7, "x", {}, {"schema": 1}, {"schema": "sarif"}, [record()]])
def test_foreign_json_is_refused(data: Any) -> None:
    """With a hint at where a result comes from."""
    assert refused(data) == "r.json: is no report of discrepancy (compare writes one with -o FILE.json)"


def test_another_schema_is_refused_by_name() -> None:
    """Older and newer."""
    words = "r.json: is a report of another version (discrepancy-report/0; this one reads discrepancy-report/1)"

    assert refused({**record(), "schema": "discrepancy-report/0"}) == words


def put(data: Any, path: str, value: Any) -> Any:
    """``data`` with ``value`` at ``path`` ("claims.0.start")."""
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place = data
    for step in way:
        place = place[step]
    place[last] = value
    return data


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("documents", {}, "documents is no list"),
        ("documents.0", 5, "documents[0] is no object"),
        ("documents.0.text", 5, "documents[0].text is no text"),
        ("documents.0.text", "", "claims[0].start is no offset of the text"),
        ("documents.0.published", "yesterday", "documents[0].published is no day"),
        ("documents.1.id", "post", "two of the documents have the same id"),
        ("documents.0.same_origin_as", ["nobody"], "documents[0].same_origin_as[0] does not fit the rest"),
        (
            "documents.0.zones",
            [{"kind": "body", "start": 5, "end": 2}],
            "documents[0].zones[0].end lies before the start",
        ),
        ("claims.0.start", -1, "claims[0].start is no offset of the text"),
        ("claims.0.start", 10**30, "claims[0].start is no offset of the text"),
        ("claims.0.end", True, "claims[0].end is no offset of the text"),
        ("claims.0.end", 50.0, "claims[0].end is no offset of the text"),
        ("claims.0.end", 44, "claims[0].text does not fit the rest"),
        ("claims.0.text", "15 passengers died", "claims[0].text does not fit the rest"),
        ("claims.0.sentence", [1], "claims[0].sentence has 1 members"),
        ("claims.0.document", "nobody", "claims[0].document is not among the documents"),
        ("claims.0.value.low", "x", "claims[0].value.low is no number"),
        ("claims.0.value.low", 10**400, "claims[0].value.low is no number"),
        ("claims.0.kind", "<script>", "claims[0].kind is none of number, date,"),
        ("claims.0.actor", None, "claims[0].actor is no object"),
        ("claims.0.when", [{"start": "x", "end": "x", "grain": "day", "zone": None}], "when[0].start is no time"),
        ("claims.0.when", [WHEN | {"start": "2016-09-17T00:00:00+00:00"}], "when[0].start has a time zone"),
        ("claims.0.when", [WHEN | {"zone": 1.5}], "when[0].zone is no whole number"),
        ("claims.0.when", [WHEN | {"grain": "eon"}], "when[0].grain is none of minute, hour,"),
        ("claims.0.when", [], "claims[0].when does not fit the rest"),
        ("claims.0.direct", 0, "claims[0].direct is neither true nor false"),
        ("claims.0.implied", 1, "claims[0].implied does not fit the rest"),
        ("conflicts.0.confidence", 2, "conflicts[0].confidence is not between 0 and 1"),
        ("conflicts.0.severity", "dire", "conflicts[0].severity is none of low, medium, high"),
        ("conflicts.0.fingerprint", "c-0", "conflicts[0].fingerprint does not fit the rest"),
        ("conflicts.0.positions", [], "conflicts[0].positions has 0 members"),
        ("conflicts.0.positions.0.evidence.0.claim", "x:9", "evidence[0].claim is not among the claims"),
        ("conflicts.0.positions.0.evidence.0.start", 3, "evidence[0].start does not fit the rest"),
        ("compatible.0.claims", ["x"], "compatible[0].claims[0] is not among the claims"),
        ("settings", [], "settings is no object"),
        ("surprise", 1, "surprise does not fit the rest"),
    ],
)
def test_a_damaged_report_is_refused_with_the_place(path: str, value: Any, words: str) -> None:
    """Wrong types, offsets outside of the text, quotes that stand elsewhere, unknown and missing things."""
    line = refused(put(record(), path, value))

    assert line.startswith("r.json: is a damaged report: ")
    assert words in line


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_a_number_that_is_none_is_refused(number: str) -> None:
    """Python would take them."""
    text = to_json(sample_report()).replace('"confidence": 0.9346', f'"confidence": {number}')

    assert refused(text.encode()).startswith("r.json: is ")


def leaves(data: Any, path: str = "") -> Iterator[str]:
    """The path of everything in ``data``."""
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for name, below in pairs:
        here = f"{path}.{name}" if path else str(name)
        yield here
        yield from leaves(below, here)


JUNK = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=5),
    st.lists(st.integers(0, 9), max_size=3), st.just({}), st.just([[]]), st.just({"start": 0}),
)  # fmt: skip


@given(path=st.sampled_from(sorted(leaves(record()))), value=JUNK)
def test_a_change_anywhere_is_refused_or_gives_a_sound_report(path: str, value: Any) -> None:
    """Never another error, and what is taken is written again as it was read."""
    data = put(record(), path, value)
    try:
        read = reread(json.dumps(data).encode(), "r.json")
    except ReadError:
        return

    assert {**json.loads(to_json(read)), "version": ""} == {**data, "version": ""}
    for write in FORMATS.values():
        assert write(read) is not None


@pytest.mark.parametrize(
    "path", [path for path in leaves(record()) if not path[-1].isdigit() and not path.startswith("settings.")]
)
def test_a_missing_field_is_refused(path: str) -> None:
    """Each field is named when it is not there; those of the settings are free."""
    data = record()
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place = data
    for step in way:
        place = place[step]
    del place[last]

    assert (str(last) if last != "schema" else "is no report") in refused(data)
