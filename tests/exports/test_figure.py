"""The map to take away: a path an area with its class's fill, every word as text, the same bytes, nothing foreign."""

import re
import xml.etree.ElementTree as ET
from io import BytesIO

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from PIL import Image
from shapely.geometry import MultiPolygon, Polygon, box

from geodata.adapters.city_data import CityData
from geodata.adapters.typesetting import to_png
from geodata.crs import WGS84
from geodata.districts.shading.palette import palette
from geodata.districts.shading.shade import Shading, shade
from geodata.exports.figure import WIDTH, FigureWords, map_figure
from geodata.exports.figure_map import EMPTY, PATTERNS
from geodata.exports.figure_text import Style, width_of

SVG = "{http://www.w3.org/2000/svg}"
KEYS = tuple(f"{n:02}" for n in range(1, 9))
TITLES = {
    "de": "Anteil mit Migrationshintergrund",
    "en": "Share with a migration background",
    "ru": "Доля людей с миграционным прошлым",
    "ar": "نسبة ذوي الخلفية المهاجرة",
}
HOSTILE = "<script>alert(1)</script> & \"x\" 'y' \x00\ufffe ]]>"


def outlines(*, names: dict[str, str] | None = None) -> gpd.GeoDataFrame:
    """Eight squares in two rows; the first has a hole, the last lies in two parts."""
    shapes = [box(9.9 + n % 4 / 50, 51.5 + n // 4 / 80, 9.92 + n % 4 / 50, 51.5125 + n // 4 / 80) for n in range(8)]
    inner = shapes[0].centroid.buffer(0.002).exterior
    shapes[0] = Polygon(shapes[0].exterior, [inner])
    shapes[7] = MultiPolygon([shapes[7], box(9.99, 51.5, 9.995, 51.505)])
    table = {"key": KEYS, "name": [(names or {}).get(key, f"Ort {key}") for key in KEYS]}
    labels = {"label_latitude": [s.centroid.y for s in shapes], "label_longitude": [s.centroid.x for s in shapes]}
    return gpd.GeoDataFrame(table | labels, geometry=shapes, crs=WGS84)


def shading(*, k: int = 5) -> Shading:
    """Six values, one withheld, one area without a row."""
    values = [0.05, 0.1, 0.18, 0.25, 0.3, 0.31, np.nan]
    rows = {"indicator": "share", "value": values, "suppressed": [*[""] * 6, "yes"]}
    return shade(pd.DataFrame(rows, index=KEYS[:7]), keys=KEYS, k=k)


def words(of: Shading, *, language: str = "de", name: str = "Ort") -> FigureWords:
    return FigureWords(
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        title=TITLES[language],
        estimate={"de": "Schätzung", "en": "Estimate", "ru": "Оценка", "ar": "تقدير"}[language],
        classes=tuple((f"{part.lower:.1%}–{part.upper:.1%}", f"n {part.n}") for part in of.classes),
        withheld="nicht gezeigt (1)",
        no_data="keine Daten (1)",
        values={"06": f"{name} 31,0", "02": f"{name} 10,0", "07": "nichts"},
        notes=("Wer hier zählt.", "Stand: 9. Mai 2011.", "Quelle: Zensus."),
        credits="© Stadt",
    )


def read(svg: bytes | str) -> ET.Element:
    """The root element; fails where it is not well-formed."""
    return ET.fromstring(svg)  # noqa: S314 - our own


def drawn(language: str = "de", **more: object) -> ET.Element:
    of = shading()
    return read(map_figure(words(of, language=language), of, outlines=outlines(), **more))  # type: ignore[arg-type]


def texts(picture: ET.Element) -> list[str]:
    return ["".join(text.itertext()) for text in picture.iter(f"{SVG}text")]


def group(picture: ET.Element, name: str) -> list[ET.Element]:
    (found,) = (g for g in picture.iter(f"{SVG}g") if g.get("id") == name)
    return list(found)


def corners(path: ET.Element) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"[ML](\S+) (\S+?)(?=[MLZ])", path.attrib["d"])]


def test_every_area_has_the_fill_of_its_class() -> None:
    of = shading()
    fills = [path.get("fill") for path in group(drawn(), "areas")]
    assert of.fills == "012344w-"
    assert fills == [*palette(5), palette(5)[4], PATTERNS["w"], PATTERNS["-"]]


@pytest.mark.parametrize("language", TITLES)
def test_every_word_is_there_as_text(language: str) -> None:
    of = shading()
    said = " ".join(texts(drawn(language, chosen=["06"], compared=["02", "07"])))
    expected = words(of, language=language)
    for text in (expected.title, expected.estimate, expected.withheld, expected.no_data, expected.credits):
        assert text in said
    assert " ".join(expected.notes) in said
    assert all(limits in said and count in said for limits, count in expected.classes)
    assert all(text in said for text in ("Ort 31,0", "Ort 10,0", "nichts"))
    assert all(f"Ort {key}" in said for key in KEYS)


def test_north_is_up_in_every_language() -> None:
    maps = {language: [path.attrib["d"] for path in group(drawn(language), "areas")] for language in ("de", "ar")}
    assert maps["de"] == maps["ar"]
    west, east, south = (np.mean(corners(group(drawn(), "areas")[n]), axis=0) for n in (4, 6, 0))
    assert west[0] < east[0]
    assert west[1] < south[1]


def test_lines_begin_where_the_language_begins() -> None:
    german, arabic = (
        next(text for text in drawn(language).iter(f"{SVG}text") if text.text == TITLES[language])
        for language in ("de", "ar")
    )
    assert float(german.attrib["x"]) == WIDTH - float(arabic.attrib["x"]) < WIDTH / 2
    assert drawn("ar").get("direction") == "rtl"
    limits = next(text for text in drawn("ar").iter(f"{SVG}text") if "–" in (text.text or ""))
    assert (limits.get("direction"), limits.get("text-anchor")) == ("ltr", "end")


def test_rings_and_parts_of_an_area_are_drawn() -> None:
    areas = group(drawn(), "areas")
    assert [path.attrib["d"].count("Z") for path in areas] == [2, 1, 1, 1, 1, 1, 1, 2]


def test_chosen_and_compared_have_borders_on_white() -> None:
    picture = drawn(chosen=["06"], compared=["02"])
    marked = [(p.get("stroke"), p.get("stroke-width"), p.get("stroke-dasharray")) for p in group(picture, "marked")]
    assert marked == [
        ("#ffffff", "7", None),
        ("#1b2430", "3.4", "9 4"),
        ("#ffffff", "7", None),
        ("#1b2430", "4", None),
    ]
    assert group(picture, "marked")[3].get("d") == group(picture, "areas")[5].get("d")
    assert group(drawn(), "marked") == []


def test_a_value_stands_under_its_class() -> None:
    picture = drawn(chosen=["06"], compared=["02"])
    boxes = [r for r in picture.iter(f"{SVG}rect") if r.get("height") == "18"]
    signs = [p for p in picture.findall(f"{SVG}path") if p.get("stroke-width") == "1.4"]
    for sign, number, fill in zip(signs, (4, 1), ("#1b2430", "#ffffff"), strict=True):
        left, wide = float(boxes[number].attrib["x"]), float(boxes[number].attrib["width"])
        at = float(sign.attrib["d"][1:].split()[0])
        assert left <= at < left + wide
        assert sign.get("fill") == fill


def test_larger_areas_have_the_names_and_stronger_borders() -> None:
    of = shading()
    borders = outlines(names={"01": "Mitte"}).iloc[:1]
    borders = borders.set_geometry([outlines().union_all().envelope.buffer(0.001)])
    picture = read(map_figure(words(of), of, outlines=outlines(), borders=borders))
    assert [p.get("stroke-width") for p in group(picture, "borders")] == ["0.6", "3.2", "1.6"]
    assert ["".join(name.itertext()) for name in group(picture, "names")] == ["Mitte"]
    (empty,) = (path for path in picture.iter(f"{SVG}path") if path.get("id") == "empty")
    assert empty.get("fill") == EMPTY
    for path in group(picture, "areas"):
        assert all(min(corners(empty))[0] < x < max(corners(empty))[0] for x, _ in corners(path))


def test_names_never_stand_over_one_another(shipped_city: CityData) -> None:
    districts = shipped_city.districts
    values = pd.DataFrame({"indicator": "x", "value": 0.1, "suppressed": ""}, index=districts["key"])
    of = shade(values, keys=tuple(districts["key"]))
    chosen = districts["key"].tolist()[3:6]
    picture = read(map_figure(words(of), of, outlines=districts, chosen=chosen))
    names = group(picture, "names")
    assert " ".join(text.text or "" for text in names).split() != []
    assert set(" ".join(districts["name"]).split()) == set(" ".join(text.text or "" for text in names).split())
    places = []
    for text in names:
        half = width_of(text.text or "", Style(size=12, weight=600)) / 2
        places.append((float(text.attrib["x"]), float(text.attrib["y"]), half))
    for n, (x, y, half) in enumerate(places):
        assert all(abs(x - x2) >= half + half2 - 0.2 or abs(y - y2) >= 16 for x2, y2, half2 in places[:n])


def test_nothing_foreign_nothing_that_runs() -> None:
    of = shading()
    svg = map_figure(words(of, name=HOSTILE + "\ud800"), of, outlines=outlines(names={"03": HOSTILE}), chosen=["06"])
    picture = read(svg)
    assert {element.tag.removeprefix(SVG) for element in picture.iter()} <= {
        *("svg", "title", "defs", "pattern", "rect", "circle", "path", "g", "text")
    }
    assert not re.search(rb"<script|href|http(?!://www\.w3\.org/2000/svg\")|<!|<\?xml-style|\bon[a-z]+=", svg)
    assert "<script>alert(1)</script>" in "".join(texts(picture))
    assert set(re.findall(rb"url\((.*?)\)", svg)) == {b"#withheld", b"#no-data"}


def test_the_same_bytes() -> None:
    of = shading()
    first, second = (map_figure(words(of), of, outlines=outlines(), chosen=["06"]) for _ in range(2))
    assert first == second


def test_texts_of_any_length_stay_in_the_picture() -> None:
    of = shading(k=6)
    long = words(of)
    many = FigureWords(**vars(long) | {"title": "Ein langer Name " * 20, "notes": ("Donaudampf" * 40, "x " * 900)})
    picture = read(map_figure(many, of, outlines=outlines(), chosen=["06", "07"]))
    _, _, width, height = map(float, picture.attrib["viewBox"].split())
    assert width == WIDTH
    for text in picture.iter(f"{SVG}text"):
        assert 0 < float(text.attrib["x"]) < width
        assert 0 < float(text.attrib["y"]) < height


def test_words_for_other_classes_are_refused() -> None:
    with pytest.raises(ValueError, match="there are 3"):
        map_figure(words(shading()), shading(k=3), outlines=outlines())


def test_an_area_without_an_outline() -> None:
    with pytest.raises(KeyError):
        map_figure(words(shading()), shading(), outlines=outlines().iloc[1:])


def test_no_values_at_all() -> None:
    of = shade(pd.DataFrame({"indicator": [], "value": [], "suppressed": []}), keys=KEYS)
    picture = read(map_figure(words(of), of, outlines=outlines(), chosen=["06"]))
    assert {path.get("fill") for path in group(picture, "areas")} == {PATTERNS["-"]}


@pytest.mark.parametrize("language", TITLES)
def test_the_png_shows_fills_hatching_and_dots(language: str) -> None:
    of = shading()
    svg = map_figure(words(of, language=language), of, outlines=outlines(), chosen=["06"], compared=["02"])
    picture = read(svg)
    with Image.open(BytesIO(to_png(svg, language=language, scale=1.0))) as opened:
        pixels = np.asarray(opened.convert("RGB"))
    assert pixels.shape[:2] == (int(picture.attrib["height"]), WIDTH)
    for n, path in enumerate(group(picture, "areas")[:8]):
        left, top = np.min(corners(path)[:4], axis=0)
        seen = pixels[int(top) + 10 : int(top) + 40, int(left) + 10 : int(left) + 40].reshape(-1, 3)
        if n < 6:
            assert (seen == list(bytes.fromhex(of.palette[int(of.fills[n])][1:]))).all(axis=1).mean() > 0.9
        elif n == 6:
            assert 0.5 < (seen > 200).all(axis=1).mean() < 0.85
        else:
            assert 0.8 < (seen > 200).all(axis=1).mean() < 0.99
