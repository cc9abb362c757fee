"""Claims and opposed pairs of short texts, for the tests of what is not a number."""

from __future__ import annotations

from discrepancy.extract.clauses import Clause, find_clauses
from discrepancy.extract.context import Context
from discrepancy.extract.document import extract_claims
from discrepancy.extract.mentions import find_mentions
from discrepancy.judge import judge_pairs
from discrepancy.language.parser import parse
from discrepancy.match import match_claims
from discrepancy.model import Claim, Document

SURE = 0.5


def clauses(text: str) -> list[Clause]:
    """All clauses of ``text``."""
    return [clause for sentence in parse(text) for clause in find_clauses(sentence)]


def context_of(text: str) -> Context:
    """What the extractors see of ``text``."""
    document, sentences = Document("a", text), parse(text)
    return Context(document, sentences, find_mentions(document, sentences))


def claims(text: str, cue: str) -> list[Claim]:
    """Claims of ``text`` whose frame carries ``cue``."""
    return [claim for claim in extract_claims(Document("a", text)).claims if cue in claim.frame.cues]


def opposed(*texts: str) -> list[tuple[str, str, str]]:
    """Kind and the two quotes of every conflict that is held for more likely than not."""
    documents = [Document(name, text) for name, text in zip("abcd", texts, strict=False)]
    found = [claim for document in documents for claim in extract_claims(document).claims]
    verdicts = judge_pairs(match_claims(found))
    return [
        (v.kind, v.pair.left.evidence.text, v.pair.right.evidence.text)
        for v in verdicts
        if v.standing == "CONFLICTS" and v.confidence >= SURE
    ]
