"""Work beside the build: what it leaves and what it raises arrives, in a process as in a thread."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from homare.site import beside as module
from homare.site.beside import beside, spread

copies_processes = pytest.mark.skipif(not module._TASKS.is_dir(), reason="here we never copy a process")


@pytest.fixture(params=["process", "thread"])
def kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to work beside; a system that cannot copy processes has only threads."""
    kind = str(request.param)
    if kind == "process" and not module._TASKS.is_dir():
        pytest.skip("here we never copy a process")
    monkeypatch.setattr(module, "_can_fork", lambda: kind == "process")
    return kind


def refuse() -> None:
    raise OSError(28, "No space left on device")


class UnsendableError(Exception):
    """An exception that cannot travel between processes."""

    def __init__(self, one: str, two: Callable[[], None]) -> None:
        super().__init__(one)
        self.two = two


def refuse_oddly() -> None:
    raise UnsendableError("odd", lambda: None)


@pytest.mark.usefixtures("kind")
def test_the_results_are_on_the_disk_after_the_wait(tmp_path: Path) -> None:
    with beside(lambda: (tmp_path / "a").write_text("done", "utf-8") and None) as wait:
        wait()
        assert (tmp_path / "a").read_text("utf-8") == "done"


@pytest.mark.usefixtures("kind")
def test_the_result_is_what_the_work_returned() -> None:
    with beside(lambda: ["a", 1]) as wait:
        assert wait() == ["a", 1]


@pytest.mark.usefixtures("kind")
def test_an_error_arrives_with_its_number() -> None:
    with beside(refuse) as wait, pytest.raises(OSError, match="No space left") as caught:
        wait()
    assert caught.value.errno == 28


@pytest.mark.usefixtures("kind")
def test_an_error_that_cannot_travel_arrives_in_words() -> None:
    with beside(refuse_oddly) as wait, pytest.raises((RuntimeError, UnsendableError), match="odd"):
        wait()


@pytest.mark.usefixtures("kind")
@pytest.mark.parametrize("cores", [1, 2, 3, 20])
def test_results_of_spread_work_come_in_the_order_of_its_tasks(cores: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_cores", lambda: cores)
    assert spread([lambda number=number: number * number for number in range(7)]) == [0, 1, 4, 9, 16, 25, 36]
    assert spread([]) == []


@pytest.mark.usefixtures("kind")
def test_more_tasks_than_a_pipe_holds_are_all_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_cores", lambda: 3)
    assert spread([partial(abs, -number) for number in range(2_345)]) == list(range(2_345))


@copies_processes
def test_results_leave_behind_what_their_tasks_knew_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever process had them: a text that was asked for its UTF-8 would keep that for as long as it lives."""
    monkeypatch.setattr(module, "_cores", lambda: 2)
    monkeypatch.setattr(module, "_can_fork", lambda: True)
    texts = [f"出典{number}" for number in range(4)]
    arrived = spread([partial(texts.__getitem__, place) for place in range(4)])
    assert arrived == texts
    assert not any(one is other for one, other in zip(arrived, texts, strict=True))


@copies_processes
def test_other_cores_begin_before_we_take_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_cores", lambda: 2)
    monkeypatch.setattr(module, "_can_fork", lambda: True)  # the tests' own threads do nothing that a copy could miss
    files = [tmp_path / str(number) for number in range(3)]
    tasks = [lambda file=file: file.write_text(str(os.getpid()), "utf-8") and None for file in files]
    are_there = partial(_wait_until, lambda: all(file.exists() and file.read_text("utf-8") for file in files))
    assert spread(tasks, are_there) == [None] * 3
    assert str(os.getpid()) not in {file.read_text("utf-8") for file in files}


@pytest.mark.usefixtures("kind")
@pytest.mark.parametrize("place", [0, 1])
def test_an_error_of_spread_work_arrives(place: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_cores", lambda: 2)
    tasks: list[Callable[[], None]] = [lambda: None, lambda: None]
    tasks[place] = refuse
    with pytest.raises(OSError, match="No space left"):
        spread(tasks)


def test_a_process_that_nobody_waits_for_is_stopped(tmp_path: Path, kind: str) -> None:
    if kind == "thread":
        pytest.skip("a thread cannot be stopped")

    def late() -> None:
        time.sleep(60)
        (tmp_path / "late").touch()

    started = time.monotonic()
    with beside(late):
        pass
    assert time.monotonic() - started < 30
    assert not (tmp_path / "late").exists()


@copies_processes
def test_what_works_beside_ends_with_a_killed_build(tmp_path: Path) -> None:
    """Else its copy of the build's lock would keep the next build waiting."""
    program = (
        "import os, pathlib, sys, time; from homare.site.beside import beside\n"
        "def work(): pathlib.Path(sys.argv[1]).write_text(str(os.getpid())); time.sleep(60)\n"
        "with beside(work): time.sleep(60)"
    )
    told = tmp_path / "pid"
    build = subprocess.Popen([sys.executable, "-c", program, told])
    _wait_until(lambda: told.is_file() and bool(told.read_text("utf-8")))
    build.kill()
    build.wait()
    _wait_until(lambda: not _is_alive(int(told.read_text("utf-8"))))


@copies_processes
def test_what_works_beside_a_build_that_was_killed_at_its_start_ends_as_well(tmp_path: Path) -> None:
    """Between being copied and asking for the end of its parent to be its own there is a moment, here a long one."""
    program = (
        "import ctypes, os, pathlib, sys, time; from homare.site import beside as module\n"
        "def work(): pathlib.Path(sys.argv[1]).touch()\n"
        "def slow(name, load=ctypes.CDLL): time.sleep(1); return load(name)\n"
        "module.ctypes.CDLL = slow\n"
        "with module.beside(work): os.kill(os.getpid(), 9)"
    )
    build = subprocess.Popen([sys.executable, "-c", program, tmp_path / "worked"], stdout=subprocess.PIPE)
    build.communicate(timeout=30)  # until the copy has closed the pipe, too
    assert build.returncode == -9
    assert not (tmp_path / "worked").exists()


def _wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _is_alive(process: int) -> bool:
    state = Path(f"/proc/{process}/stat")
    return state.exists() and state.read_text("utf-8").rpartition(")")[2].split()[0] != "Z"


@copies_processes
def test_a_copy_is_not_copied_again() -> None:
    program = (
        "from homare.site.beside import _can_fork, beside\nwith beside(_can_fork) as wait: print(_can_fork(), wait())"
    )
    assert run(program) == ["True", "False"]


@copies_processes
def test_only_a_program_with_one_thread_is_copied() -> None:
    """Threads that Python does not know count too: typst's stay when its work is done."""
    count = "from homare.site.beside import _can_fork; import typst; print(_can_fork()); "
    threads = "import threading, time; threading.Thread(target=time.sleep, args=[1]).start(); print(_can_fork()); "
    typeset = "typst.compile(b'x'); print(_can_fork())"
    assert run(count + threads) == ["True", "False"]
    assert run(count + typeset) == ["True", "False"]


def run(program: str) -> list[str]:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
