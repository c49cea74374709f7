"""Keeps the virtual environment in step with lock files; does nothing when it already is. Standard library only.

Run as `python -m tools.environment FOLDER LOCK…`, with the Python that the environment is to have.
A stamp in FOLDER for every lock installed there holds that lock's digest.
"""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"


def digest(lock: Path) -> str:
    """What the stamp of `lock` says while FOLDER holds what it names."""
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def stamp(folder: Path, *, lock: Path) -> Path:
    """Where the stamp of `lock` lies."""
    return folder / f"{lock.name}.sha256"


def is_whole(folder: Path) -> bool:
    """Whether an environment of this minor version of Python was made there to its end (pip comes last)."""
    return (folder / "lib" / f"python{_VERSION}").is_dir() and (folder / "bin" / "pip").exists()


def is_current(folder: Path, *, locks: Sequence[Path]) -> bool:
    """Whether nothing has to be installed."""
    stamps = {stamp(folder, lock=lock): digest(lock) for lock in locks}
    return is_whole(folder) and all(path.is_file() and path.read_text() == text for path, text in stamps.items())


def create(folder: Path) -> str | None:
    """Make an empty environment; a sentence when that fails."""
    shutil.rmtree(folder, ignore_errors=True)
    made = subprocess.run([sys.executable, "-m", "venv", str(folder)], capture_output=True, check=False)
    if made.returncode:
        shutil.rmtree(folder, ignore_errors=True)
        return f"{sys.executable} cannot make a virtual environment: on Debian, install python{_VERSION}-venv."
    return None


def install(folder: Path, *, locks: Sequence[Path]) -> str | None:
    """Install what the locks name, every file checked against its hash; a sentence when that fails."""
    names = " and ".join(lock.name for lock in locks)
    print(f"Installing {names} into {folder}: some minutes the first time.", flush=True)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "-qq"]
    wanted = [word for lock in locks for word in ("--requirement", str(lock))]
    # Stamps must not outlive the packages they speak of.
    for old in folder.glob("*.sha256"):
        old.unlink()
    if subprocess.run([*pip, "--require-hashes", *wanted], check=False).returncode:
        return f"{names} could not be installed: pip says why above. It needs the network this once."
    for lock in locks:
        stamp(folder, lock=lock).write_text(digest(lock))
    return None


def bring_up_to_date(folder: Path, *, locks: Sequence[Path]) -> str | None:
    """Create and install as far as needed; a sentence when something fails."""
    if is_current(folder, locks=locks):
        return None
    fault = None if is_whole(folder) else create(folder)
    return fault or install(folder, locks=locks)


if __name__ == "__main__":
    sys.exit(bring_up_to_date(Path(sys.argv[1]), locks=[Path(name) for name in sys.argv[2:]]))
