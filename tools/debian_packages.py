"""Installs the Debian packages that the tests need and this machine lacks. Standard library only.

Run as `python -m tools.debian_packages`. Nothing is installed, and nothing asked, when all is there already.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Need:
    """A Debian package, and the commands or files (patterns below /) one of which shows that it is there."""

    package: str
    commands: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    def is_met(self) -> bool:
        """Whether this machine has it, by whatever package."""
        found_command = any(shutil.which(command) for command in self.commands)
        return found_command or any(True for pattern in self.files for _ in Path("/").glob(pattern))


_HEADERS = sysconfig.get_path("include").lstrip("/")
NEEDS = (
    Need("chromium", commands=("chromium",)),  # the browser tests drive it
    Need("fonts-dejavu-core", files=("usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",)),  # Arabic and Cyrillic letters
    Need("libsqlite3-mod-spatialite", files=("usr/lib/*/mod_spatialite.so",)),  # the local Nominatim's map functions
    # Nominatim needs PyICU, which is built here: there are no wheels of it.
    Need("libicu-dev", files=("usr/include/*/unicode/uversion.h", "usr/include/unicode/uversion.h")),
    Need("pkg-config", commands=("pkg-config",)),
    Need("g++", commands=("g++",)),
    Need("python3-dev", files=(f"{_HEADERS}/Python.h",)),
)


def missing() -> list[str]:
    """Packages this machine lacks."""
    return [need.package for need in NEEDS if not need.is_met()]


def apt_get() -> list[str] | None:
    """The command that may install packages here; None without the right to."""
    if os.geteuid() == 0:
        return ["apt-get"]
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n", "apt-get"]
    return None


def install(packages: Sequence[str]) -> str | None:
    """Install packages with apt-get; a sentence when that cannot be done."""
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        return f"The tests need {names}, and there is no apt-get here to install them: install their like by hand."
    command = apt_get()
    if command is None:
        return f"The tests need {names}, and this account may not install them: ask for sudo apt-get install {names}"
    print(f"Installing Debian packages: {names}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    steps = (["update", "--quiet=2"], ["install", "--quiet=2", "--yes", "--no-install-recommends", *packages])
    if any(subprocess.run([*command, *step], env=quiet, check=False).returncode for step in steps):
        return f"apt-get could not install {names}: it says why above."
    return None


if __name__ == "__main__":
    lacking = missing()
    sys.exit(install(lacking) if lacking else None)
