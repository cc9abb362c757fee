"""How a comparison uses a store: articles that were added before take part, and are not parsed again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext

from discrepancy.changes import look_of
from discrepancy.model import Document, Extraction, Report, Unread
from discrepancy.settings import Settings
from discrepancy.store.articles import made_with
from discrepancy.store.cache import Cache
from discrepancy.store.investigation import Investigation

Tell = Callable[[Document, int, int], None]  # the article that comes next, how many are done, of how many


def stored_ids(path: str | None, *, needed: bool) -> frozenset[str]:
    """The ids of the articles in the store at ``path``; unless it is ``needed``, the store may not be there yet."""
    if path is None or not (needed or os.path.lexists(path)):
        return frozenset()
    with Investigation(path) as store:
        return store.ids()


def open_investigation(path: str | None) -> AbstractContextManager[Investigation | None]:
    """The store at ``path``, made where there is none; without a path nothing."""
    return nullcontext() if path is None else Investigation(path, create=True)


def compare_stored(
    store: Investigation,
    documents: Sequence[Document],
    settings: Settings,
    unread: Sequence[Unread],
    cache: Cache | None = None,
) -> Report:
    """Add ``documents`` to ``store`` and compare all its articles: the report is that of one run over all of them."""
    from discrepancy import pipeline

    return pipeline.compare_extractions(
        tuple(extract_stored(store, documents, settings, cache=cache)), settings=settings, unread=unread
    )


def open_cache(path: str | None, settings: Settings) -> AbstractContextManager[Cache | None]:
    """The cache at ``path``, made where there is none; without a path nothing."""
    return nullcontext() if path is None else Cache(path, settings.model)


def extract_cached(cache: Cache | None, documents: Sequence[Document], settings: Settings) -> tuple[Extraction, ...]:
    """What is found in each of ``documents``: looked up in ``cache`` where it is there, else kept in it."""
    from discrepancy import pipeline

    if cache is None:
        return pipeline.extract(documents, settings=settings)
    found = []
    for document in documents:
        known = cache.extraction(document)
        if known is None:
            (known,) = pipeline.extract([document], settings=settings)
            cache.keep(document, known)
        found.append(known)
    return tuple(found)


def compare_cached(
    cache: Cache | None, documents: Sequence[Document], settings: Settings, unread: Sequence[Unread]
) -> Report:
    """Compare ``documents``; those that ``cache`` knows are not parsed."""
    from discrepancy import pipeline

    if cache is None:
        return pipeline.compare(documents, settings=settings, unread=unread)
    return pipeline.compare_extractions(extract_cached(cache, documents, settings), settings=settings, unread=unread)


def extract_stored(
    store: Investigation,
    documents: Sequence[Document],
    settings: Settings,
    tell: Tell = lambda *_: None,
    cache: Cache | None = None,
) -> Iterator[Extraction]:
    """Add ``documents`` to ``store`` and give what is found in all its articles; ``tell`` hears of each before."""
    for document in documents:
        store.add(document)
    made = made_with(settings.model)
    held = store.documents()
    for number, document in enumerate(held):
        tell(document, number, len(held))
        known = store.extraction(document, made)
        if known is None:
            (known,) = extract_cached(cache, [document], settings)
            store.keep_extraction(known, made)
        yield known


def keep_look(store: Investigation, report: Report, settings: Settings, *, decided: bool) -> None:
    """Remember what ``report`` holds; ``decided`` says that the decisions about it have their place in ``store``."""
    if decided:
        store.update_reviews(report, settings.kinds)
    store.record_look(look_of(report, settings.kinds))
