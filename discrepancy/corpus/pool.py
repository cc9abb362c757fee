"""Tasks over processes: a task that fails or kills its process is tried again, and given up by name in the end."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from discrepancy.errors import DiscrepancyError
from discrepancy.settings import COLLECT_AFTER

RETRIES = 3
AHEAD = 4  # tasks that wait for each process, so that none is idle and few are in memory
Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Failed:
    """A task that was given up, and why."""

    why: str


class Pool(Generic[Task, Result]):
    """``work`` over ``jobs`` processes; 0 jobs are this process itself, for little work and for no protection.

    died   times that a process was gone before its work was done
    """

    def __init__(self, work: Callable[[Task], Result], jobs: int) -> None:
        self._work, self._jobs = work, jobs
        self.died = 0

    def run(self, tasks: Iterable[tuple[str, Task]]) -> Iterator[tuple[str, Result | Failed]]:
        """The result of each task with its name, as they come."""
        if not self._jobs:
            yield from ((name, tried(self._work, task)) for name, task in tasks)
            return
        waiting = iter(tasks)
        done = False
        while not done:
            suspects: list[tuple[str, Task]] = []
            done = yield from self._together(waiting, suspects)
            for name, task in suspects:
                yield name, self._alone(task)

    def _together(
        self, waiting: Iterator[tuple[str, Task]], suspects: list[tuple[str, Task]]
    ) -> Generator[tuple[str, Result | Failed], None, bool]:
        """Results until all is done, or until a process dies: what was under way then is in ``suspects``."""
        pool = _processes(self._jobs)
        under_way: dict[Future[Result | Failed], tuple[str, Task]] = {}
        try:
            while True:
                for name, task in islice(waiting, self._jobs * AHEAD - len(under_way)):
                    try:
                        under_way[pool.submit(tried, self._work, task)] = (name, task)
                    except BrokenProcessPool:
                        self.died += 1
                        suspects += [(name, task), *under_way.values()]
                        return False
                if not under_way:
                    return True
                for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                    name, task = under_way.pop(future)
                    try:
                        result = future.result()
                    except BrokenProcessPool:
                        self.died += 1
                        suspects += [(name, task), *under_way.values()]
                        return False
                    yield name, result
        finally:
            _end(pool)

    def _alone(self, task: Task) -> Result | Failed:
        """The result of a task that was under way when a process died: alone now, so that the guilty one is known."""
        for _ in range(RETRIES):
            pool = _processes(1)
            try:
                return pool.submit(tried, self._work, task).result()
            except BrokenProcessPool:
                self.died += 1
            finally:
                _end(pool)
        return Failed("the process that worked on it died each time")


def tried(work: Callable[[Task], Result], task: Task) -> Result | Failed:
    """The result of ``work``, tried again where it fails; what is wrong with the program as a whole ends the run."""
    for attempt in range(1 + RETRIES):
        try:
            return work(task)
        except DiscrepancyError:
            raise
        except Exception as error:
            if attempt == RETRIES:
                # the message of the error may quote an article
                return Failed(f"unexpected {type(error).__name__}")
    raise AssertionError


def _processes(number: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(number, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """In a new process: Ctrl-C is for the program, and when the program is gone there is nobody to work for."""
    gc.set_threshold(COLLECT_AFTER)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    program = parent_process()
    if program is not None:
        threading.Thread(target=_outlive, args=(program,), daemon=True).start()


def _outlive(program: BaseProcess) -> None:
    program.join()
    os._exit(1)


def _end(pool: ProcessPoolExecutor) -> None:
    """Stop at once; nobody waits for what is still under way."""
    processes = list((pool._processes or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.kill()
    pool.shutdown(wait=True)
