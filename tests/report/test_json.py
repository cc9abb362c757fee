"""The JSON formats: described by the schema, strict, exact."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from typing import Any, get_args

import jsonschema
import pytest
from golden.sample import HERALD, POST, POST_DEAD, RADIO, sample_extraction, sample_report
from hypothesis import given
from hypothesis import strategies as st
from large import large_report

from discrepancy.model import (
    KINDS,
    ActorMention,
    Attribution,
    Document,
    Extraction,
    Factual,
    Mentions,
    PlaceMention,
    QuantityMention,
    Report,
    Severity,
    Span,
    TimeMention,
    Zone,
    ZoneKind,
)
from discrepancy.pipeline import extract
from discrepancy.report.extraction import to_extraction_json, to_extraction_jsonl
from discrepancy.report.json_report import json_parts, strict_json, to_json, to_jsonl
from discrepancy.report.records import MOST_COPIES
from discrepancy.report.reread import reread
from discrepancy.values.names import Actor, ActorType, Place
from discrepancy.values.quantity import Bound, Quantity, exact

SCHEMA = json.loads((files("discrepancy.report") / "schema.json").read_text(encoding="utf-8"))


def valid(record: Any, part: str = "") -> None:
    """Fail unless ``record`` is what the schema, or its definition ``part``, describes."""
    schema = {"$ref": f"#/$defs/{part}", "$defs": SCHEMA["$defs"]} if part else SCHEMA
    jsonschema.Draft202012Validator(schema).validate(record)


def strict(text: str) -> Any:
    """The data in ``text``; NaN and infinity are errors."""
    return json.loads(text, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))


def quotes(node: Any, article: str | None = None) -> Iterator[tuple[str, int, int, str]]:
    """Every quoted stretch in a report, with the article it is said to stand in."""
    if isinstance(node, dict):
        article = node.get("article", node.get("document", article))
        if article and {"start", "end", "text"} <= set(node):
            yield article, node["start"], node["end"], node["text"]
        node = list(node.values())
    if isinstance(node, list):
        for below in node:
            yield from quotes(below, article)


def test_the_schema_is_a_schema() -> None:
    """It obeys the standard that it names."""
    assert jsonschema.Draft202012Validator.check_schema(SCHEMA) is None
    assert SCHEMA["$schema"].startswith("https://json-schema.org/draft/2020-12/")


@pytest.mark.parametrize(
    ("listed", "known"),
    [
        (SCHEMA["$defs"]["kind"], KINDS),
        (SCHEMA["$defs"]["bound"], (*get_args(Bound), None)),
        (SCHEMA["$defs"]["conflict"]["properties"]["severity"], get_args(Severity)),
        (SCHEMA["$defs"]["claim"]["properties"]["factuality"], get_args(Factual)),
        (SCHEMA["$defs"]["actor"]["properties"]["type"], get_args(ActorType)),
        (SCHEMA["$defs"]["document"]["properties"]["zones"]["items"]["properties"]["kind"], get_args(ZoneKind)),
    ],
)
def test_the_schema_knows_every_value_of_the_model(listed: dict[str, Any], known: tuple[str, ...]) -> None:
    """A new kind in the model is a new kind in the schema."""
    assert tuple(listed["enum"]) == known


def test_a_report_is_what_the_schema_describes() -> None:
    """Every field is named in the schema, and none is missing."""
    valid(strict(to_json(sample_report())))


def test_an_empty_report_is_what_the_schema_describes() -> None:
    """Nothing to say has the same shape."""
    valid(strict(to_json(Report((), (), ()))))


def test_every_line_of_jsonl_is_one_conflict_of_the_report() -> None:
    """The two formats hold the same conflicts."""
    lines = [strict(line) for line in to_jsonl(sample_report()).splitlines()]

    assert lines == strict(to_json(sample_report()))["conflicts"]
    for line in lines:
        valid(line, "conflict")


def test_every_quote_stands_where_the_report_says() -> None:
    """Offsets cut the quoted words out of the article's text."""
    texts = {document.id: document.text for document in (POST, RADIO, HERALD)}
    found = list(quotes(strict(to_json(sample_report()))))

    assert len(found) == 13
    assert [texts[article][start:end] for article, start, end, _ in found] == [text for *_, text in found]


def test_prefix_and_suffix_surround_the_quote() -> None:
    """With them a quote is found again when the text has moved."""
    evidence = strict(to_json(sample_report()))["conflicts"][0]["positions"][0]["evidence"][0]

    assert evidence["prefix"] + evidence["text"] + evidence["suffix"] in POST.text
    assert (len(evidence["prefix"]), len(evidence["suffix"])) == (32, 32)


def test_an_open_end_is_null() -> None:
    """ "At least 30" has no upper end, and JSON has no infinity."""
    claim = strict(to_json(sample_report()))["claims"][2]

    assert claim["value"] == {
        "text": "at least 30",
        "value": 30,
        "low": 30,
        "high": None,
        "unit": None,
        "bound": "at_least",
    }


def test_whole_numbers_are_written_whole() -> None:
    """62 and not 62.0."""
    assert '"low": 14,' in to_json(sample_report())


def test_copies_name_one_another() -> None:
    """Articles with one text count as one source."""
    same = {d["id"]: d["same_origin_as"] for d in strict(to_json(sample_report()))["documents"]}

    assert same == {"post": ["herald"], "radio": [], "herald": ["post"]}


def test_of_very_many_copies_each_names_the_first_ones() -> None:
    """Two thousand copies that each name all others are four million names; read again they are one group still."""
    articles = tuple(Document(f"copy-{number:04}", "The same.", f"copy-{number:04}.txt") for number in range(2_000))
    group = tuple(document.id for document in articles)
    written = to_json(Report(articles, (), (), same_origin=(group,)))
    same = [document["same_origin_as"] for document in strict(written)["documents"]]

    assert same[0] == list(group[1 : MOST_COPIES + 1])
    assert same[1] == [group[0], *group[2 : MOST_COPIES + 1]]
    assert same[-1] == list(group[:MOST_COPIES])
    assert reread(written.encode(), "r.json").same_origin == (group,)


def test_a_large_report_is_written_in_small_pieces() -> None:
    """All in one string it would need many times its own size; the pieces make the same file."""
    report = large_report(600)
    size = len(to_json(report))
    tracemalloc.start()
    try:
        written = sum(map(len, json_parts(report)))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert written == size
    assert peak < size / 4


def test_the_pieces_make_the_file_that_the_library_writes() -> None:
    """Indented like any JSON."""
    for report in (sample_report(), Report((), (), ())):
        whole = "".join(json_parts(report))

        assert whole == to_json(report)
        assert whole == json.dumps(strict(whole), ensure_ascii=False, indent=2) + "\n"


def test_the_text_that_offsets_refer_to_is_in_the_report() -> None:
    """With its zones: enough to check every offset, and to write the report again."""
    document = replace(POST, zones=(Zone("headline", Span(0, 19)), Zone("body", Span(19, len(POST.text)))))
    [record] = strict(to_json(Report((document,), (), ())))["documents"]

    assert record["text"] == POST.text
    assert record["zones"] == [
        {"kind": "headline", "start": 0, "end": 19},
        {"kind": "body", "start": 19, "end": len(POST.text)},
    ]


def test_a_lone_surrogate_does_not_reach_the_file() -> None:
    """It cannot be written as UTF-8; one character stands for it, so that offsets stay true."""
    text = "a\ud800b"
    record = strict(to_json(Report((Document("d", text, "d\udcff.txt", title=text),), (), ())))["documents"][0]

    assert (record["title"], record["path"], record["characters"]) == ("a\ufffdb", "d\ufffd.txt", 3)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_from_json(text: str) -> None:
    """What goes in comes out, and no control character stands raw in the file."""
    written = strict_json({"text": text})

    assert strict(written) == {"text": text}
    assert all(char == "\n" or char.isprintable() or ord(char) > 0x9F for char in written)


def mentions() -> Mentions:
    """One mention of each sort in the text of the first article."""
    number = Quantity(14, 14, "exact", None, 14)
    return Mentions(
        quantities=(
            QuantityMention(Span(42, 55), Span(42, 44), "14 passengers", number, "count"),
            QuantityMention(Span(0, 2), Span(0, 2), "17", exact(17), "date-part"),
            QuantityMention(Span(3, 7), Span(3, 7), "0410", exact(410), "clock"),
        ),
        times=(TimeMention(Span(8, 13), "night", "TIME", None, None),),
        places=(PlaceMention(Span(99, 103), "Orsa", Place("Orsa", "gn:1")),),
        actors=(ActorMention(Span(21, 36), "The coast guard", Actor("coast guard", "cg", "organisation")),),
        attributions=(Attribution((Span(21, 36),), (Span(37, 41),), (Span(42, 60),), False),),
    )


def test_an_extraction_is_what_the_schema_describes() -> None:
    """One object for one document."""
    record = strict(to_extraction_json([Extraction(POST, mentions(), (POST_DEAD,))]))

    valid(record, "extraction")
    assert record["id"] == "post"
    assert record["times"] == [{"start": 8, "end": 13, "text": "night", "type": "TIME", "value": None}]
    assert [entity["name"] for entity in record["entities"]] == ["coast guard", "Orsa"]
    assert record["attributions"] == [
        {"source": [[21, 36]], "cue": [[37, 41]], "content": [[42, 60]], "direct": False, "speaker": None}
    ]


def test_calendar_and_clock_figures_are_no_quantities() -> None:
    """They are listed with the times they belong to."""
    record = strict(to_extraction_json([Extraction(POST, mentions(), ())]))

    assert [quantity["text"] for quantity in record["quantities"]] == ["14 passengers"]


def test_several_documents_are_an_array_of_extractions() -> None:
    """In the order given."""
    records = strict(to_extraction_json([sample_extraction(), Extraction(RADIO, Mentions(), ())]))

    assert [record["id"] for record in records] == ["post", "radio"]


def test_extractions_come_one_a_line_in_the_order_given() -> None:
    """Each line is an extraction of its own."""
    lines = to_extraction_jsonl([Extraction(RADIO, Mentions(), ()), sample_extraction()]).splitlines()

    assert [strict(line)["id"] for line in lines] == ["radio", "post"]
    for line in lines:
        valid(strict(line), "extraction")


def test_a_toll_of_another_event_says_so_in_what_it_asks() -> None:
    """Who reads only the attribute does not take an earlier toll for the one of the article."""
    text = "A bomb killed nine people in Kabul on Monday. In March 2019 a bomb killed 14 people there years ago."
    record = json.loads(to_extraction_json(extract([Document("a", text)])))

    found = [(claim["attribute"], claim["event"], claim["value"]["value"]) for claim in record["claims"]]
    assert ("killed", "main", 9) in found
    assert ("killed:earlier", "earlier", 14) in found


def test_a_vague_word_gives_no_figure() -> None:
    """ "Dozens" is quoted and marked, and no number is written for it."""
    record = json.loads(to_extraction_json(extract([Document("a", "The blast killed dozens of people.")])))

    [value] = [claim["value"] for claim in record["claims"] if claim["kind"] == "number"]
    assert value == {
        "text": "dozens",
        "value": None,
        "low": None,
        "high": None,
        "unit": None,
        "bound": "vague",
        "read_as": [24, 99],
    }
    valid(value, "value")
