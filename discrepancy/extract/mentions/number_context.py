"""A number with its surroundings, as the rules that give it a role see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from discrepancy.extract.mentions.number_amounts import Amount
from discrepancy.extract.mentions.number_bounds import Limit
from discrepancy.extract.mentions.number_pieces import Piece, joined, word_at
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import table, words
from discrepancy.model import NumberRole


@dataclass(frozen=True, slots=True)
class Found:
    """A number with its surroundings.

    starting, ending   the parser's tokens of the sentence by where they start and end in it
    previous           role of the number before in the sentence and the piece where it ends
    """

    pieces: tuple[Piece, ...]
    amount: Amount
    limits: tuple[Limit, ...]
    sentence: Sentence
    starting: Mapping[int, Token]
    ending: Mapping[int, Token]
    previous: tuple[NumberRole, int] | None = None

    def word(self, at: int) -> str:
        """The piece ``at`` in lower case; empty outside the sentence."""
        return word_at(self.pieces, at)

    def before(self, steps: int = 1) -> str:
        """The piece so many steps before the number (and its currency sign)."""
        return self.word(self.amount.first - steps)

    def after(self, steps: int = 0) -> str:
        """The piece so many steps after the number and its unit."""
        return self.word(self.amount.last + steps)

    def text(self, first: int, last: int) -> str:
        """Pieces ``[first, last)`` in lower case as written."""
        return joined(self.pieces, max(first, 0), min(last, len(self.pieces)))

    def near(self, reach: int) -> frozenset[str]:
        """The pieces up to ``reach`` steps away, in lower case."""
        around = self.pieces[max(0, self.amount.first - reach) : self.amount.last + reach]
        return frozenset(piece.lower for piece in around)

    def glued(self, at: int) -> bool:
        """Whether piece ``at`` touches the one before it."""
        return 0 <= at < len(self.pieces) and self.pieces[at].glued

    def token(self, at: int) -> Token | None:
        """The parser's token that begins with piece ``at``."""
        return self.starting.get(self.pieces[at].start) if 0 <= at < len(self.pieces) else None

    def token_up_to(self, at: int) -> Token | None:
        """The parser's token that ends with piece ``at``."""
        return self.ending.get(self.pieces[at].end) if 0 <= at < len(self.pieces) else None

    @property
    def start(self) -> int:
        """The first piece of the number with the words that limit it."""
        return min([self.amount.first, *(limit.first for limit in self.limits)])

    @property
    def digits(self) -> str:
        """The number as written where it is one piece of plain digits, else empty."""
        amount = self.amount
        piece = self.pieces[amount.number_first]
        plain = piece.kind == "number" and amount.number_last == amount.number_first + 1
        return piece.text if plain and piece.text.isdigit() else ""

    @property
    def counts_noun(self) -> bool:
        """Whether the parser hangs the number as a count on a plural noun to its right."""
        token = self.token(self.amount.number_last - 1)
        if token is None:
            return False
        head = self.sentence.head(token)
        return head.i > token.i and token.dep == "nummod" and head.tag in ("NNS", "NNPS")


@cache
def role_words(name: str) -> frozenset[str]:
    """One list of the table "roles" in numbers.toml."""
    return words("numbers", "roles", name)


@cache
def calendar_words(name: str) -> frozenset[str]:
    """The names of "months" or "weekdays"."""
    return frozenset(table("calendar")[name])


@cache
def beside(name: str) -> frozenset[str]:
    """One list of the table "beside" in numbers.toml."""
    return words("numbers", "beside", name)
