"""The language model as it comes, to hold the project's faster ways against."""

from __future__ import annotations

from discrepancy.language.spacy_core import import_spacy, one_thread
from discrepancy.settings import MODEL

with one_thread():
    WHOLE = import_spacy().load(MODEL, exclude=["ner", "senter"])
