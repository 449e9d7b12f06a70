"""Create the virtual environment and install a hash-locked set of packages into it: `bootstrap.py VENV LOCK`."""

import subprocess
import sys
import venv
from pathlib import Path

OLDEST_PYTHON = (3, 11)


def main(environment: Path, lock: Path) -> int:
    """Install `lock` and homare itself into `environment`; returns the exit code of the step that failed, or 0."""
    if sys.version_info < OLDEST_PYTHON:
        print(f"homare needs Python 3.11 or newer; this is {sys.version.split()[0]}. Try: make PYTHON=python3.12 site")
        return 1
    if not (environment / "pyvenv.cfg").exists():
        print(f"Creating {environment} …", flush=True)
        venv.create(environment, with_pip=True)
    python = environment / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    print(f"Installing the packages of {lock} (with hashes) …", flush=True)
    steps = (
        [*pip, "--require-hashes", "-r", lock],
        [*pip, "--no-deps", "--no-build-isolation", "--editable", "."],
        # pip compiles what it installs, but not what stays where it is; a build would do so again each time
        [python, "-m", "compileall", "-q", "scripts/homare"],
        [python, "-m", "homare.site.compile_templates"],
    )
    for step in steps:
        code = subprocess.run([str(part) for part in step], check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
