"""The leaflet on the page: the offers of the list, in the reader's language, with links that hold no place."""

import pypdfium2
import pytest

from geodata.adapters.city_data import CityData
from geodata.exports.leaflet import MOST_OFFERS
from geodata.facilities import Answer, Query, answer
from tests.conftest import LANGUAGES
from ui import loaders
from ui.finder import leaflet


def found(query: Query, language: str) -> Answer:
    return answer(query, loaders.offer_index(), name_ranks=loaders.name_ranks(language), page=1)


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_offered_and_made(language: str) -> None:
    t = loaders.translator(language)
    made = list(leaflet.downloads(found(Query({"topic": ("emergency",)}), language), t))
    assert len(made) == (2 if language == "de" else 3)
    assert len({each.name for each in made}) == len(made)
    for each in made:
        content = each.make()
        assert content.startswith(b"%PDF")
        assert content == each.make()


def test_it_holds_the_offers_of_the_list(shipped_city: CityData) -> None:
    shown = found(Query({"topic": ("counselling",)}), "de")
    (first, *_) = leaflet.downloads(shown, loaders.translator("de"))
    said = " ".join(text_of(first.make()).split())
    names = shipped_city.facilities["name"].to_numpy()[shown.selection.index.facility_of[shown.order]]
    assert sum(str(name).split()[0] in said for name in names) == len(names)


def test_a_long_list_is_cut_at_what_paper_holds() -> None:
    shown = found(Query(), "de")
    assert len(shown.order) > MOST_OFFERS
    (first, *_) = leaflet.downloads(shown, loaders.translator("de"))
    assert first.make().startswith(b"%PDF")
