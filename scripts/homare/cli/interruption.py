"""Ctrl+C that Python or a library would drop, or make something else of."""

import signal
import sys
from _thread import interrupt_main
from collections.abc import Callable
from threading import Timer
from typing import Any

_SECONDS = 0.05
"""Until it comes again: by then Python has most likely left the place where it could not be raised."""


def keep_interruptions() -> Callable[[], bool]:
    """From now on, no interruption is lost; returns a function that tells whether one has come.

    Where nothing can be raised (at the end of an object, or in what a library calls from C), Python prints that it
    ignores the exception, and goes on with what the user wanted to stop: there it comes once more a moment later.
    Other libraries raise a fault of their own instead.
    """
    came = []
    say, interrupt = sys.unraisablehook, signal.getsignal(signal.SIGINT)

    def handle(number: int, frame: Any) -> None:
        came.append(number)
        signal.default_int_handler(number, frame)

    def keep(ignored: Any) -> None:
        if isinstance(ignored.exc_value, KeyboardInterrupt):
            again = Timer(_SECONDS, interrupt_main)
            again.daemon = True
            again.start()
        else:
            say(ignored)

    if interrupt is signal.default_int_handler:  # not where whoever started us wants it ignored
        signal.signal(signal.SIGINT, handle)
    sys.unraisablehook = keep
    return lambda: bool(came)
