"""The same functions on Apache Spark (extra ``spark``): many machines for one archive.

Extraction is mapped over the articles, pairs of articles come from a join on their keys, and each event is compared as
a group. What is alike is linked to events by this program itself: by then an article is a name.
"""

from __future__ import annotations

import os
import pickle
import shutil
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from discrepancy.corpus.linkage import link
from discrepancy.corpus.pairs import ALIKE, Rarity, keys_of, likeness, pairs_of, rarity
from discrepancy.corpus.pool import Failed, tried
from discrepancy.corpus.traits import Traits
from discrepancy.corpus.work import Compared, Found, compare, find
from discrepancy.errors import DiscrepancyError, ExtraMissing
from discrepancy.settings import Settings

FAILURES = 4  # of one task, before Spark gives up
BATCH = 64  # rows that are in a worker at once
_ROOT = str(Path(__file__).parents[2])
_ROWS = "name string, value binary"
_CONF = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "OFF",  # a worker that dies fills the screen otherwise, and Spark starts another
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.sql.execution.arrow.maxRecordsPerBatch": str(BATCH),
    "spark.sql.adaptive.coalescePartitions.enabled": "false",  # little data, but much work on each row
    "spark.task.maxFailures": str(FAILURES),
    "spark.executorEnv.PYTHONPATH": _ROOT,
}


class Spark:
    """A session on ``master``, by default on this machine with ``jobs`` processes; raises DiscrepancyError."""

    died = 0  # Spark replaces a worker by itself and does not say so

    def __init__(self, settings: Settings, master: str | None, jobs: int) -> None:
        if find_spec("pyspark") is None or find_spec("pyarrow") is None:
            raise ExtraMissing("--engine spark", "spark")
        home = os.environ.get("JAVA_HOME")
        if not shutil.which("java", path=str(Path(home, "bin")) if home else None):
            raise DiscrepancyError("--engine spark needs Java 17 or 21, and none is in JAVA_HOME or PATH")
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession

        warnings.filterwarnings("ignore", module="pyspark")
        os.environ.update(PYSPARK_PYTHON=sys.executable, PYTHONPATH=os.pathsep.join([_ROOT, *filter(None, sys.path)]))
        builder = SparkSession.builder.appName("discrepancy").master(master or f"local[{jobs},{FAILURES}]")
        here = {} if master else {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}
        for name, value in {**_CONF, **here}.items():
            builder = builder.config(name, value)
        try:
            self.session: Any = builder.getOrCreate()
        except (PySparkException, RuntimeError) as error:
            raise DiscrepancyError(f"Spark does not start: {str(error).splitlines()[0]}") from None
        self._settings, self._jobs = settings, jobs

    def _frame(self, rows: Iterable[tuple[Any, ...]], columns: str) -> Any:
        """``rows`` in so many parts that each is worth a task."""
        held = list(rows)
        parts = min(self._jobs * 4, 1 + len(held) // BATCH)
        self.session.conf.set("spark.sql.shuffle.partitions", str(parts))
        return self.session.createDataFrame(held, columns).repartition(parts)

    def find(self, articles: Iterable[tuple[str, bytes]], number: int) -> Iterator[tuple[str, Found | Failed]]:
        """Extract."""
        work = partial(tried, partial(find, model=self._settings.model))
        return _results(self._frame(articles, _ROWS).mapInPandas(partial(_each, work), _ROWS))

    def group(self, articles: Mapping[str, Traits]) -> tuple[tuple[str, ...], ...]:
        """The groups of ``grouping.group``."""
        known = rarity(articles.values())
        traits = self._frame(((name, pickle.dumps(one)) for name, one in articles.items()), _ROWS)
        filed = traits.mapInPandas(partial(_file, known), "key string, name string, day long")
        pairs = filed.groupBy("key").applyInPandas(_pair, "one string, other string").distinct()
        for side in ("one", "other"):
            pairs = pairs.join(traits.toDF(side, f"traits_{side}"), side)
        alike = pairs.mapInPandas(partial(_weigh, known), "one string, other string, likeness double").collect()
        return link(articles, {(row["one"], row["other"]): row["likeness"] for row in alike})

    def compare(
        self, events: Iterable[tuple[str, tuple[bytes, ...]]], number: int
    ) -> Iterator[tuple[str, Compared | Failed]]:
        """Compare."""
        work = partial(tried, partial(compare, settings=self._settings))

        def one(members: Any) -> Any:
            ordered = members.sort_values("at")
            return _frame_of(_ROWS, [(ordered["name"].iloc[0], pickle.dumps(work(list(ordered["value"]))))])

        rows = ((event, packed, at) for event, members in events for at, packed in enumerate(members))
        return _results(self._frame(rows, f"{_ROWS}, at long").groupBy("name").applyInPandas(one, _ROWS))


def _results(frame: Any) -> Iterator[tuple[str, Any]]:
    return ((row["name"], pickle.loads(row["value"])) for row in frame.toLocalIterator())


def _frame_of(columns: str, rows: list[tuple[Any, ...]]) -> Any:
    import pandas

    return pandas.DataFrame(rows, columns=[column.split()[0] for column in columns.split(", ")])


def _each(work: Callable[[bytes], Any], frames: Iterable[Any]) -> Iterator[Any]:
    for frame in frames:
        named = zip(frame["name"], frame["value"], strict=True)
        yield _frame_of(_ROWS, [(name, pickle.dumps(work(bytes(value)))) for name, value in named])


def _file(known: Rarity, frames: Iterable[Any]) -> Iterator[Any]:
    for frame in frames:
        vectors = [
            (name, known.vector(pickle.loads(value))) for name, value in zip(frame["name"], frame["value"], strict=True)
        ]
        filed = [(key, name, vector.day or 0) for name, vector in vectors for key in keys_of(vector, known)]
        yield _frame_of("key string, name string, day long", filed)


def _pair(filed: Any) -> Any:
    days = [int(day) or None for day in filed["day"]]
    pairs = pairs_of(filed["key"].iloc[0], list(zip(filed["name"], days, strict=True)))
    return _frame_of("one string, other string", list(pairs))


def _weigh(known: Rarity, frames: Iterable[Any]) -> Iterator[Any]:
    for frame in frames:
        sides = zip(frame["one"], frame["other"], frame["traits_one"], frame["traits_other"], strict=True)
        rows = [
            (one, other, likeness(*(known.vector(pickle.loads(packed)) for packed in both)))
            for one, other, *both in sides
        ]
        yield _frame_of("one string, other string, likeness double", [row for row in rows if row[2] >= ALIKE])
