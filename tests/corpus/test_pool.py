"""Tasks that fail are tried again, and never lost in silence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from faulty_work import work

from discrepancy.corpus.pool import RETRIES, Failed, Pool
from discrepancy.errors import ParserMissing

TASKS = [(name, name) for name in "abcdefghij"]


@pytest.mark.parametrize("jobs", [0, 2])
def test_every_task_gives_its_result(jobs: int) -> None:
    """In any order, each with its name."""
    assert dict(Pool(work, jobs).run(TASKS)) == {name: name.upper() for name, _ in TASKS}


@pytest.mark.parametrize("jobs", [0, 2])
def test_a_failing_task_is_named_and_the_others_go_on(jobs: int) -> None:
    """What the error says may be of the article, so that only its kind is told."""
    done = dict(Pool(work, jobs).run([("x", "error"), *TASKS]))

    assert done.pop("x") == Failed("unexpected ValueError")
    assert len(done) == len(TASKS)


def test_a_task_that_kills_its_process_is_named_and_the_others_go_on() -> None:
    """Also those that were under way beside it."""
    done = dict(Pool(work, 2).run([*TASKS[:4], ("x", "killer"), *TASKS[4:]]))

    assert done.pop("x") == Failed("the process that worked on it died each time")
    assert done == {name: name.upper() for name, _ in TASKS}


def test_a_task_whose_process_dies_once_is_done_the_next_time(tmp_path: Path) -> None:
    """The machine was short of memory, and is no longer."""
    done = dict(Pool(work, 2).run([("x", str(tmp_path / "late")), *TASKS]))

    assert done["x"] == "LATE"
    assert len(done) == len(TASKS) + 1


def counting(fault: Exception) -> tuple[list[int], Callable[[str], str]]:
    calls: list[int] = []

    def fail(_: str) -> str:
        calls.append(1)
        raise fault

    return calls, fail


def test_a_task_is_tried_again_at_most_three_times() -> None:
    """And then given up."""
    calls, fail = counting(ValueError())

    assert list(Pool(fail, 0).run([("x", "x")])) == [("x", Failed("unexpected ValueError"))]
    assert len(calls) == 1 + RETRIES == 4


def test_what_is_wrong_with_the_program_ends_the_run() -> None:
    """Without a language model no article can be read: that is not the fault of the first."""
    calls, fail = counting(ParserMissing("no model"))

    with pytest.raises(ParserMissing):
        list(Pool(fail, 0).run(TASKS))
    assert len(calls) == 1
