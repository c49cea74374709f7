"""Which ways may be walked, as a table one can read."""

import pytest

from geodata.network.rules import is_open, is_walkable

WALKED = """
    highway=footway
    highway=path
    highway=pedestrian area=yes
    highway=steps
    highway=residential
    highway=residential oneway=yes
    highway=track access=agricultural
    highway=service service=driveway
    highway=primary
    highway=cycleway
    highway=trunk sidewalk=both
    highway=trunk foot=yes
    highway=bridleway foot=designated
    highway=service access=private foot=yes
    highway=path access=no foot=permissive
    highway=tertiary_link
"""
NOT_WALKED = """
    building=yes
    route=ferry
    route=ferry foot=yes
    highway=path route=ferry
    highway=footway foot=no
    highway=residential foot=private
    highway=primary foot=use_sidepath
    highway=service access=private
    highway=residential access=no
    highway=track access=military
    highway=motorway
    highway=motorway_link
    highway=trunk
    highway=trunk sidewalk=separate
    highway=primary motorroad=yes
    highway=bridleway
    highway=construction construction=footway
    highway=proposed foot=yes
    highway=raceway
    highway=service service=drive-through
    highway=invented
"""


def tags(line: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in line.split())


@pytest.mark.parametrize("line", WALKED.split("\n")[1:-1])
def test_walked(line: str) -> None:
    assert is_walkable(tags(line))


@pytest.mark.parametrize("line", NOT_WALKED.split("\n")[1:-1])
def test_not_walked(line: str) -> None:
    assert not is_walkable(tags(line))


@pytest.mark.parametrize(
    ("line", "is_open_to_all"),
    [
        ("barrier=gate", True),
        ("barrier=gate access=private", False),
        ("barrier=gate access=private foot=yes", True),
        ("barrier=bollard foot=no", False),
        ("highway=crossing foot=no", True),
    ],
)
def test_gates(line: str, is_open_to_all: bool) -> None:  # noqa: FBT001  # one column of the table
    assert is_open(tags(line)) is is_open_to_all
