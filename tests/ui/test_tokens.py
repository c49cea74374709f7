"""Every colour of the pages is a token of the visual design, light and dark; each pair has the contrast it states."""

import re
import tomllib

import pytest

from tests.e2e.oracle import ROOT
from ui import static_files
from ui.document import _STYLE

NAMED = re.compile(r"light-dark\(([^,()]+), ([^,()]+)\)")
DECLARED = re.compile(r"--([\w-]+): ([^;]+);")
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|color)a?\([^)]*\)|: *(?:white|black|red|gr[ae]y|yellow)\b")
SHEETS = ("finder.css", "coverage.css", "search.css", "card.css", "help.css")
OF_THE_MAP = {"#ECEAE3", "#36404C", "RGB(255 255 255 / .92)"}
"""Land, and the words of its sources: the map's frame is light and has these beside the tokens."""
# (text, ground, contrast in light, contrast in dark), as the visual design states them
PAIRS = (
    ("ink", "paper", 14.4, 14.8),
    ("ink2", "paper", 6.7, 8.1),
    ("ink2", "surface", 6.7, 8.1),
    ("edge", "paper", 3.9, 5.2),
    ("on-primary", "primary", 15.7, 13.0),
    ("care", "care-bg", 8.0, 9.7),
    ("fault", "fault-bg", 9.5, 9.2),
)


def tokens(theme: int) -> dict[str, str]:
    """Name → colour in light (0) or dark (1), as `#RRGGBB` where it is one."""
    root = static_files.text("tokens.css").split("}")[0]
    chosen = NAMED.sub(lambda two: two[theme + 1], root)
    return {name: whole(colour) for name, colour in DECLARED.findall(chosen)}


def whole(colour: str) -> str:
    short = re.fullmatch(r"#(.)(.)(.)", colour)
    return ("#" + "".join(digit * 2 for digit in short.groups()) if short else colour).upper()


def colours(text: str) -> set[str]:
    return {whole(found) for found in COLOUR.findall(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))}


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG's ratio of two colours."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [0, 1])
@pytest.mark.parametrize(("text", "ground", "light", "dark"), PAIRS)
def test_a_pair_has_the_contrast_that_the_design_states(
    text: str, ground: str, light: float, dark: float, theme: int
) -> None:
    named = tokens(theme)
    assert contrast(named[text], named[ground]) > (light, dark)[theme] - 0.1  # stated to a tenth


@pytest.mark.parametrize("theme", [0, 1])
def test_text_and_the_focus_can_be_seen_on_every_ground(theme: int) -> None:
    named = tokens(theme)
    for ground in ("paper", "surface", "sunk"):
        assert all(contrast(named[text], named[ground]) >= 4.5 for text in ("ink", "ink2")), ground
        assert contrast(named["focus-line"], named[ground]) >= 3, ground
    assert contrast(named["on-ink"], named["ink"]) >= 4.5
    assert contrast(named["focus-line"], named["focus-ring"]) >= 3


def test_yellow_means_focus_and_nothing_else() -> None:
    yellow = {name for theme in (0, 1) for name, colour in tokens(theme).items() if colour == "#FFD24A"}
    assert yellow == {"focus-ring", "focus-line"}


def test_colours_that_are_data_are_the_same_in_both_themes() -> None:
    light, dark = tokens(0), tokens(1)
    data = [name for name in light if name.startswith("data-")]
    assert data
    assert all(light[name] == dark[name] for name in data)


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_has_no_colour_of_its_own_and_names_only_tokens(sheet: str) -> None:
    text = static_files.text(sheet)
    assert colours(text) == set()
    set_here = {name for name, _ in DECLARED.findall(text)} | {"lo", "hi", "at", "grid"}  # shares, set by scripts
    assert set(re.findall(r"var\(--([\w-]+)", text)) <= set(tokens(0)) | set_here


def test_the_map_is_drawn_in_light_tokens() -> None:
    assert colours(static_files.text("map/map.css")) <= set(tokens(0).values()) | OF_THE_MAP


def test_the_list_that_comes_first_has_the_same_tokens() -> None:
    light, dark = static_files.text("first_list.css").split("@media (prefers-color-scheme:dark)")
    for theme, block in enumerate((light, dark.split("}")[0])):
        own = {name: whole(colour) for name, colour in re.findall(r"--([\w-]+):(#\w+)", block)}
        assert own
        assert own.items() <= tokens(theme).items()


@pytest.mark.parametrize(("theme", "name"), [(0, "light"), (1, "dark")])
def test_streamlit_has_the_same_tokens_and_follows_the_system(theme: int, name: str) -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    assert "base" not in config
    named, its = tokens(theme), config[name]
    pairs = {
        "primaryColor": "primary",
        "backgroundColor": "paper",
        "secondaryBackgroundColor": "surface",
        "textColor": "ink",
        "linkColor": "ink",
        "borderColor": "edge",
        "yellowColor": "care",
        "yellowTextColor": "care",
        "yellowBackgroundColor": "care-bg",
        "redColor": "fault",
        "redTextColor": "fault",
        "redBackgroundColor": "fault-bg",
    }
    assert {key: whole(its[key]) for key in pairs} == {key: named[token] for key, token in pairs.items()}


def test_a_browser_without_light_dark_gets_plain_tokens_for_both_themes() -> None:
    older = _STYLE.split("@supports not (color: light-dark(#000, #FFF))")[1].split("/* One style sheet")[0]
    assert NAMED.search(older) is None
    light, dark = older.split("@media screen and (prefers-color-scheme: dark)")
    for theme, block in enumerate((light, dark)):
        assert f"--ink: {tokens(theme)['ink']};" in block
