"""Work that goes on beside our own: in a process where the system can copy one, else in a thread."""

import ctypes
import multiprocessing
import os
import pickle
import signal
import struct
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

from homare.model.parts import in_turn

Result = TypeVar("Result")
_TASKS = Path("/proc/self/task")
_END_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2); only Linux gets here."""


@contextmanager
def beside(work: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """Start `work`; yields a function that waits for it and returns its result, which must be small: it is copied.

    That function raises what `work` raised. When the block ends without having waited, a process is stopped and a
    thread waited for.
    """
    if not _can_fork():
        with _thread(work) as wait:
            yield wait
    else:
        with _process(lambda: [work()]) as results:
            yield lambda: next(results())


def spread(tasks: Sequence[Callable[[], Result]], meanwhile: Callable[[], object] = lambda: None) -> list[Result]:
    """Return what each of `tasks` returns, in their order; the cores share them where processes can be copied.

    Whoever is ready takes the next task. Where other cores begin, this process first does what is to be done
    `meanwhile`: it must be what nobody relies on.
    What a task changes in memory may be lost; results travel between processes, and those of this process are packed
    and unpacked as well: so none drags along what its task knew of it. Raises what a task raises.
    """
    others = min(_cores(), len(tasks)) - 1
    if others < 1 or not _can_fork():
        return in_turn(tasks)
    with ExitStack() as running:
        places = _Places(len(tasks))
        running.callback(places.close)
        work = partial(_work_through, tasks, places)
        waits = [running.enter_context(_process(lambda: list(work()))) for _ in range(others)]
        meanwhile()
        done = {place: pickle.loads(packed) for place, packed in work()}
        for wait in waits:
            done |= ((place, pickle.loads(packed)) for place, packed in wait())
        return [done[place] for place in range(len(tasks))]


def _work_through(tasks: Sequence[Callable[[], object]], places: "_Places") -> Iterator[tuple[int, bytes]]:
    """Yield the results by their places, packed: each travels by itself, for all at once would be there twice."""
    return ((place, pickle.dumps(tasks[place](), pickle.HIGHEST_PROTOCOL)) for place in places)


class _Places:
    """The places of tasks that nobody has begun yet: each is handed out once, to whichever process asks.

    They lie in a pipe, from which the system lets one process read at a time.
    """

    _IN_PIPE = 1_000
    """Numbers: they take 4,000 bytes, and the smallest pipe that Linux makes holds 4,096."""

    def __init__(self, number: int) -> None:
        self._number, self._run = number, -(-number // self._IN_PIPE)
        self._reader, writer = os.pipe()
        starts = range(0, number, self._run)
        os.write(writer, struct.pack(f"<{len(starts)}I", *starts))
        os.close(writer)

    def __iter__(self) -> Iterator[int]:
        while start := os.read(self._reader, 4):
            (first,) = struct.unpack("<I", start)
            yield from range(first, min(first + self._run, self._number))

    def close(self) -> None:
        os.close(self._reader)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _can_fork() -> bool:
    """Whether this process may be copied: Linux says that it has one thread, those of libraries included.

    A copy has only the thread that made it, and would wait for the others for ever. Copies are not copied again: what
    stops them does not know of theirs.
    """
    is_copy = multiprocessing.parent_process() is not None
    return not is_copy and _TASKS.is_dir() and len(list(_TASKS.iterdir())) == 1


@contextmanager
def _thread(work: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    with ThreadPoolExecutor(1) as executor:
        yield executor.submit(work).result


@contextmanager
def _process(work: Callable[[], Sequence[Result]]) -> Iterator[Callable[[], Iterator[Result]]]:
    """Start `work` in a copy of this process; yields a function that waits for it and yields its results.

    Each travels by itself: both processes hold one of them in its packed form, and not all.
    """
    context: Any = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_report, args=(work, receiver, sender, os.getpid()), daemon=True)
    # What Python does about a copy drops an interruption that comes just then.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    sender.close()

    def results() -> Iterator[Result]:
        try:
            error, number = receiver.recv()
            for _ in range(number):
                yield receiver.recv()
        except EOFError:
            error = RuntimeError("a process beside the build was stopped")
        process.join()
        if error:
            raise error

    try:
        yield results
    finally:
        process.terminate()
        process.join()


def _report(work: Callable[[], Sequence[object]], receiver: Connection, sender: Connection, parent: int) -> None:
    # A killed build must not hold its lock through its copies, even if it was killed before we could say so.
    ctypes.CDLL(None).prctl(_END_WITH_PARENT, signal.SIGKILL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C goes to all at a terminal: the build ends us, and says so
    if os.getppid() != parent:
        os._exit(1)
    receiver.close()  # else we would wait for ourselves to read what nobody else will
    try:
        results = work()
    except Exception as error:
        error.__cause__ = error.__context__ = None
        try:
            sender.send((error, 0))
        except Exception:  # not every exception can travel
            sender.send((RuntimeError(f"{type(error).__name__}: {error}"), 0))
    else:
        sender.send((None, len(results)))
        for result in results:
            sender.send(result)
