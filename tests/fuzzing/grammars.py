"""Bytes for the grammars and for a whole comparison: any text, any heap of known words, any tree over such words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from discrepancy import pipeline
from discrepancy.extract.claims import EXTRACTORS
from discrepancy.extract.context import Context
from discrepancy.extract.mentions import find_mentions
from discrepancy.extract.mentions.places import find_places
from discrepancy.extract.mentions.quantities import find_quantities
from discrepancy.extract.mentions.quotes import find_quotes
from discrepancy.extract.mentions.times import find_times
from discrepancy.language.plain import plain
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import table
from discrepancy.model import Document, Span, Zone
from discrepancy.read.document import to_document
from discrepancy.read.draft import Draft
from discrepancy.read.published import given_day
from discrepancy.values.places import spelling_key

DAY = date(2016, 9, 18)
_POS = "NOUN PROPN VERB AUX ADP DET ADJ NUM PRON PUNCT ADV CCONJ SCONJ PART SYM X"
_TAGS = "NN NNS NNP NNPS VB VBD VBN VBG VBZ VBP IN DT JJ CD PRP PRP$ . , `` '' POS RB CC TO MD WP WDT"
_DEPS = (
    "nsubj nsubjpass dobj pobj prep agent aux auxpass ROOT ccomp xcomp advcl relcl acl conj cc appos compound amod "
    "nummod det poss case neg mark punct attr acomp npadvmod advmod parataxis dep quantmod pcomp dative prt"
)
_COMMON = (
    "the a of in on at to from by with and or not no that who which said says told killed wounded dead were was had "
    "been at least more than up to some about 12 70 1,200 twenty hundred million per cent % $ ( ) , . : ; - – “ ” ' "
    "Monday May 17 2016 last year ago people soldiers Syria Aleppo Kerry Mr John ministry police he she they it"
)
POS, TAGS, DEPS, COMMON = (words.split() for words in (_POS, _TAGS, _DEPS, _COMMON))


def feed_text(data: bytes) -> None:
    """Text as it comes."""
    search(data.decode("utf-8", "replace"))


def feed_words(data: bytes) -> None:
    """Words that the grammars know, in any order."""
    known = vocabulary()
    pairs = zip(data[::2], data[1::2], strict=False)
    search(" ".join(known[(one * 256 + two) % len(known)] for one, two in pairs))


def search(text: str) -> None:
    """What the grammars find without a parse slices the text."""
    flat = plain(text)
    sentence = Sentence(0, 0, 0, len(flat), flat, ())
    mentions = (*find_quantities([sentence]), *find_times([sentence], DAY), *find_places([sentence]))
    for mention in mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(flat)
        assert flat[mention.span.start : mention.span.end] == mention.text
    assert all(0 <= quote.start < quote.end <= len(text) for quote in find_quotes(text))
    given_day(text)
    spelling_key(text[:200])


def feed_article(data: bytes) -> None:
    """An article, read, parsed and compared with one that is sound."""
    texts = {"a": data.decode("utf-8", "replace"), "b": SOUND}
    documents = {name: to_document(Draft(text), name, f"{name}.txt") for name, text in texts.items()}
    for claim in pipeline.compare(tuple(documents.values())).claims:
        span = claim.evidence.span
        assert documents[claim.document].text[span.start : span.end] == claim.evidence.text


def feed_tree(data: bytes) -> None:
    """Sentences with any parse: all grammars and all claims over trees that no parser makes."""
    sentences = trees(data)
    text = " ".join(sentence.text for sentence in sentences)
    document = Document("a", text, published=DAY, zones=(Zone("body", Span(0, len(text))),) if text else ())
    mentions = find_mentions(document, sentences)
    context = Context(document, sentences, mentions)
    for claim in (claim for extractor in EXTRACTORS for claim in extractor(context)):
        span = claim.evidence.span
        assert text[span.start : span.end] == claim.evidence.text


def trees(data: bytes) -> tuple[Sentence, ...]:
    """Six bytes a token: two for the word, one each for part of speech, tag, dependency and head."""
    known = vocabulary()
    cells = [data[at : at + 6] for at in range(0, len(data) - 5, 6)]
    rows = [cells[at : at + 30] for at in range(0, len(cells), 30)]
    made: list[Sentence] = []
    start = 0
    for number, row in enumerate(rows):
        sentence = _sentence(number, start, row, known)
        made.append(sentence)
        start = sentence.end + 1
    return tuple(made)


def _sentence(number: int, start: int, row: Sequence[bytes], known: Sequence[str]) -> Sentence:
    tokens: list[Token] = []
    root = row[0][5] % len(row)
    at = start
    for i, (high, low, pos, tag, dep, head) in enumerate(row):
        word = known[(high * 256 + low) % len(known)]
        label = "ROOT" if i == root else DEPS[dep % len(DEPS)]
        tokens.append(
            Token(
                i,
                at,
                at + len(word),
                word,
                word.lower(),
                word.lower(),
                POS[pos % len(POS)],
                TAGS[tag % len(TAGS)],
                label,
                _head(i, root, head),
            )
        )
        at += len(word) + 1
    return Sentence(number, number, start, at - 1, " ".join(token.text for token in tokens), tuple(tokens))


def _head(i: int, root: int, choice: int) -> int:
    """A token nearer to the root, so that every way up ends there."""
    if i == root:
        return i
    nearer = range(i + 1, root + 1) if i < root else range(root, i)
    return nearer[choice % len(nearer)]


@cache
def vocabulary() -> tuple[str, ...]:
    """Single words of the lexicons, and those that hold sentences together."""
    found: list[str] = []
    for name in LEXICONS:
        pending: list[object] = [table(name)]
        while pending:
            node = pending.pop()
            if isinstance(node, dict):
                pending += [*node, *node.values()]
            elif isinstance(node, list):
                pending += node
            elif isinstance(node, str) and node.split() == [node]:
                found.append(node)
    return tuple(COMMON + sorted(set(found)))


LEXICONS = ("numbers", "times", "calendar", "roles", "kinds", "people", "attributes")
SOUND = "ALEPPO, 18 September 2016 - Police said at least 12 people were killed near the market on Saturday night.\n"
TARGETS: dict[str, Callable[[bytes], None]] = {
    "text": feed_text,
    "words": feed_words,
    "trees": feed_tree,
    "articles": feed_article,
}
SEEDS = {
    "text": ("Some 1,200 people (70%) died on 17 September 2016 in Deir ez-Zor, “at least”.".encode(),),
    "words": (bytes(range(200)),),
    "trees": (bytes(range(240)),),
    "articles": (SOUND.encode(), "“It was not 12 but 17,” Mr Berg said.\n\n17 September 2016\n".encode()),
}
