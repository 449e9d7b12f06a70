"""Work that goes on beside our own: in a process where the system can copy one, else in a thread."""

import ctypes
import multiprocessing
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

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
    with _process(work) if _can_fork() else _thread(work) as wait:
        yield wait


def _can_fork() -> bool:
    """Whether this process may be copied: Linux says that it has one thread, those of libraries included.

    A copy has only the thread that made it, and would wait for the others for ever.
    """
    return _TASKS.is_dir() and len(list(_TASKS.iterdir())) == 1


@contextmanager
def _thread(work: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    with ThreadPoolExecutor(1) as executor:
        yield executor.submit(work).result


@contextmanager
def _process(work: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    context: Any = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_report, args=(work, sender), daemon=True)
    process.start()
    sender.close()

    def wait() -> Result:
        try:
            error, result = receiver.recv()
        except EOFError:
            error, result = RuntimeError("a process beside the build was stopped"), None
        process.join()
        if error:
            raise error
        return result  # type: ignore[no-any-return]  # what a pipe brings has no type

    try:
        yield wait
    finally:
        process.terminate()
        process.join()


def _report(work: Callable[[], object], sender: Connection) -> None:
    # A killed build must not hold its lock through its copies.
    ctypes.CDLL(None).prctl(_END_WITH_PARENT, signal.SIGKILL)
    try:
        result = work()
    except Exception as error:
        error.__cause__ = error.__context__ = None
        try:
            sender.send((error, None))
        except Exception:  # not every exception can travel
            sender.send((RuntimeError(f"{type(error).__name__}: {error}"), None))
    else:
        sender.send((None, result))
