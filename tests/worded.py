"""The sample report with foreign words wherever an article can bring its own."""

from __future__ import annotations

from dataclasses import replace

from golden.sample import HERALD, KILLED, POST, POST_DEAD, RADIO, sample_report

from discrepancy.model import Document, Position, Report


def with_words(words: str) -> Report:
    """``words`` as title, outlet, address, warning, answer, question and reason."""
    document = Document("post", POST.text, words, words, words, url=words, warnings=(words,))
    held = (Position(words, (replace(POST_DEAD, shown=words),)), Position("19", (replace(POST_DEAD, id="b:1"),)))
    conflict = replace(KILLED, positions=held, question=words, why=words)
    return replace(sample_report(), documents=(document, RADIO, HERALD), conflicts=(conflict,))
