"""The step pictures of the guide: real screens of LibreOffice Calc and Chromium. `make guide-pictures` takes them anew.

Excel runs on no machine that builds this project; Calc opens the same files, and its cells and lists look alike. Needs
Debian's packages `PACKAGES`; the pictures stand in docs/assets/images/guide/, so that nobody else needs them.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from click.testing import CliRunner
from playwright.sync_api import sync_playwright

from homare.cli.main import homare
from tests.browser import chromium
from tests.browser.server import served
from tests.guide.newcomer import APPLICATION, CASE_ID, completed_workbook, filled_form
from tests.libraries import ROOT

OUT = ROOT / "docs" / "assets" / "images" / "guide"
SIZE = (960, 540)
COLOURS = 24
LARGEST = 40 * 1024
PACKAGES = "libreoffice-calc libreoffice-gtk3 libreoffice-l10n-ja xvfb openbox xdotool imagemagick fonts-noto-cjk"
_PROGRAMS = ("soffice", "Xvfb", "openbox", "xdotool", "import", "convert")
_SETTINGS = {
    "/org.openoffice.Setup/L10N": {"ooLocale": "ja"},
    "/org.openoffice.Office.Linguistic/General": {"UILocale": "ja"},
    "/org.openoffice.Office.Common/Misc": {"FirstRun": "false", "ShowTipOfTheDay": "false"},
    "/org.openoffice.Setup/Product": {"ooSetupLastVersion": "99"},
}
"""In Japanese, and without what greets a first start."""
_FONTS = (
    '<?xml version="1.0"?><fontconfig><match target="font">'
    '<edit name="rgba"><const>none</const></edit></match></fontconfig>'
)
"""Letters without coloured edges: they look the same on every screen, and weigh half."""


class Screen:
    """A virtual screen with a window manager, and the keys that a person presses on it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.environment = {**os.environ, "HOME": str(home), "SAL_USE_VCLPLUGIN": "gtk3", "NO_AT_BRIDGE": "1"}
        (home / ".config/fontconfig").mkdir(parents=True)
        (home / ".config/fontconfig/fonts.conf").write_text(_FONTS, "utf-8")
        self._running: list[subprocess.Popen[bytes]] = []

    def open(self) -> None:
        """Start the screen; its number is the first free one."""
        read, write = os.pipe()
        size = f"{SIZE[0]}x{SIZE[1]}x24"
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"]
        self._running.append(subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL))
        self.environment["DISPLAY"] = f":{os.read(read, 16).decode().strip()}"
        self.start("openbox")
        time.sleep(1)

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """Start a program on the screen; `close` ends it."""
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._running.append(subprocess.Popen(command, env=self.environment, **quiet))  # type: ignore[call-overload]
        return self._running[-1]

    def press(self, *keys: str) -> None:
        """Press keys one after the other; what begins with ＂ is typed as text."""
        for key in keys:
            what = ["type", "--delay", "40", key[1:]] if key.startswith('"') else ["key", key]
            subprocess.run(["xdotool", *what], env=self.environment, check=True)
            time.sleep(0.6)

    def scroll_down(self, steps: int) -> None:
        """Turn the mouse's wheel over the table."""
        middle = [str(SIZE[0] // 2), str(SIZE[1] * 3 // 4)]
        where = ["xdotool", "mousemove", *middle]
        subprocess.run([*where, "click", "--repeat", str(steps), "5"], env=self.environment, check=True)

    def wait_for(self, title: str) -> None:
        """Wait until a window with this title has the keyboard."""
        for _ in range(240):
            found = ["xdotool", "getactivewindow", "getwindowname"]
            shown = subprocess.run(found, env=self.environment, capture_output=True, text=True, check=False).stdout
            if title in shown:
                time.sleep(4)
                return
            time.sleep(0.5)
        raise TimeoutError(f"no window “{title}” within two minutes")

    def take(self, name: str) -> None:
        """Keep what the screen shows now."""
        time.sleep(1.5)
        raw = self.home / f"{name}.png"
        subprocess.run(["import", "-window", "root", str(raw)], env=self.environment, check=True)
        keep(raw, name)

    def close(self) -> None:
        """End everything that was started here."""
        for process in reversed(self._running):
            process.terminate()
            process.wait(20)


@contextmanager
def screen() -> Iterator[Screen]:
    """Give a screen, and take everything away again."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        found = Screen(Path(home))
        try:
            found.open()
            yield found
        finally:
            found.close()


def calc(on: Screen, file: Path) -> subprocess.Popen[bytes]:
    """Open a file in Calc with settings of its own."""
    profile = on.home / f"calc-{file.stem}"
    (profile / "user").mkdir(parents=True)
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, values in _SETTINGS.items()
        for name, value in values.items()
    )
    registry = f'<?xml version="1.0"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
    (profile / "user/registrymodifications.xcu").write_text(registry, "utf-8")
    options = [f"-env:UserInstallation={profile.as_uri()}", "--norestore", "--nologo", "--calc"]
    process = on.start("soffice", *options, str(file))
    on.wait_for(file.name)
    on.press("ctrl+F5")  # the bar at the side is not in Excel
    return process


def go_to(on: Screen, cell: str) -> None:
    """Go to a cell by the field that names it."""
    on.press("ctrl+shift+t", "ctrl+a", f'"{cell}', "Return")


def keep(raw: Path, name: str) -> None:
    """Write the picture with few colours, without what changes from run to run."""
    OUT.mkdir(parents=True, exist_ok=True)
    target = OUT / f"{name}.png"
    less = ["-strip", "+dither", "-colors", str(COLOURS), "-define", "png:compression-level=9"]
    subprocess.run(["convert", str(raw), *less, f"png8:{target}"], check=True)
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1024} KB")
    if target.stat().st_size > LARGEST:
        raise SystemExit(f"{target.name} is larger than {LARGEST // 1024} KB")


def command(*arguments: str) -> None:
    """Run homare as the guide says."""
    result = CliRunner().invoke(homare, [*arguments], catch_exceptions=False)
    if result.exit_code:
        raise SystemExit(result.output)


def take_workbook(on: Screen, folder: Path) -> None:
    """The workbook with a new line: the list of a cell, and what Calc says to a word that is not in it."""
    file = folder / "homare-edit.xlsx"
    command("export", "xlsx", "--out", str(file))
    line = {title: APPLICATION[title] for title in ("題名", "取組の正式名称", "種類", "回（年）", "受賞者名")}
    file.write_bytes(completed_workbook(file.read_bytes(), CASE_ID, line))
    row = _row_of(file)
    calc(on, file)
    go_to(on, f"K{row}")
    on.scroll_down(1)  # the line then stands high enough for the list to open below it
    on.press("alt+Down")
    on.take("choose")
    on.press("Escape", '"kakuu', "Return")
    on.take("refused")


def _row_of(file: Path) -> int:
    import openpyxl  # noqa: PLC0415

    sheet = openpyxl.load_workbook(file)["事例"]
    return next(cell.row for cell in sheet["A"] if cell.value == CASE_ID)


def take_form(on: Screen, folder: Path) -> None:
    """The application form, filled in."""
    file = folder / "homare-form.xlsx"
    command("export", "form", "--out", str(file))
    file.write_bytes(filled_form(file.read_bytes()))
    calc(on, file)
    go_to(on, "C10")
    on.take("form")


def take_page(folder: Path) -> None:
    """The page of the draft, as `homare serve --drafts` shows it."""
    cases, site = folder / "cases", folder / "site"
    shutil.copytree(ROOT / "cases", cases)
    form = folder / "form-filled.xlsx"
    command("export", "form", "--out", str(form))
    form.write_bytes(filled_form(form.read_bytes()))
    command("import", str(form), "--cases", str(cases))
    record = cases / "2020" / f"{CASE_ID.removeprefix('2020-')}.yaml"
    text = record.read_text("utf-8").replace("  edition: 2020\n", "  edition: 2020\n  evidence: [s1]\n")
    record.write_text(text, "utf-8")
    command("build", "--cases", str(cases), "--out", str(site), "--drafts")
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=[*chromium.FLAGS, "--disable-lcd-text"], chromium_sandbox=False
        )
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]}, locale="ja-JP", color_scheme="light")
        page.goto(f"{address}/cases/{CASE_ID}/", wait_until="networkidle")
        page.screenshot(path=folder / "page.png")
        browser.close()
    keep(folder / "page.png", "page")


def main(wanted: Sequence[str]) -> int:
    """Take all pictures, or those of the parts named: workbook, form, page."""
    missing = [program for program in _PROGRAMS if not shutil.which(program)]
    if missing:
        print(f"Missing: {', '.join(missing)}. On Debian: apt-get install --no-install-recommends {PACKAGES}")
        return 1
    for name, take in (("workbook", take_workbook), ("form", take_form)):
        if not wanted or name in wanted:
            with tempfile.TemporaryDirectory() as folder, screen() as on:
                take(on, Path(folder))
    if not wanted or "page" in wanted:
        with tempfile.TemporaryDirectory() as folder:
            take_page(Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
