"""The order of the list: who states the language first, then section, then name as the reader sorts."""

from collections.abc import Callable

import pytest

from geodata.facilities import OfferIndex, Query, answer, ranks
from geodata.i18n import Translator

# name       section  spoken
OFFERS = """
  Zebra      steps    -
  Anker      steps    -
  ärzte      steps    ar
  Ahorn      work     ar
  Bücher     learn    de
  Adler      learn    ar
  Жук        learn    ar
"""
# language   asked       list
LISTS = """
  de         -           Anker ärzte Zebra Adler Bücher Жук Ahorn
  de         spoken=ar   ärzte Adler Жук Ahorn Anker Zebra
  ru         spoken=ar   ärzte Жук Adler Ahorn Anker Zebra
  en         section=learn,work   Adler Bücher Жук Ahorn
"""


def offer(line: str) -> tuple[str, dict[str, object]]:
    name, section, spoken = line.split()
    return name, {"section": section, "facility_id": name, "languages_spoken": () if spoken == "-" else (spoken,)}


@pytest.mark.parametrize("line", LISTS.strip().splitlines())
def test_list(index_of: Callable[..., OfferIndex], translators: dict[str, Translator], line: str) -> None:
    language, question, *expected = line.split()
    names, offers = zip(*map(offer, OFFERS.strip().splitlines()), strict=True)
    index = index_of([{"facility_id": name, "name": name} for name in names], offers)
    params = {} if question == "-" else dict([question.split("=")])
    name_ranks = ranks([(name,) for name in names], translators[language])
    shown = answer(Query.from_params(params, index), index, name_ranks=name_ranks, page=1)
    assert [names[row] for row in shown.order] == expected


def test_offers_of_one_place_stand_by_their_own_names(translators: dict[str, Translator]) -> None:
    names = [("Haus", "Zirkel"), ("Haus", "Äpfel"), ("Haus", "Bücher")]
    assert ranks(names, translators["de"]).tolist() == [2, 0, 1]


def test_equal_names_keep_the_order_of_the_file(translators: dict[str, Translator]) -> None:
    assert ranks([("Haus",), ("Amt",), ("Haus",)], translators["de"]).tolist() == [1, 0, 2]


def test_a_page_shows_twenty_and_says_where_it_is(index_of: Callable[..., OfferIndex]) -> None:
    index = index_of([{}, {"facility_id": "last"}], [{}] * 44 + [{"facility_id": "last"}])
    by_row = ranks([("",)] * 45, Translator("en"))
    pages = [answer(Query(), index, name_ranks=by_row, page=page) for page in (1, 2, 3, 4)]
    assert [(page.page, page.first, len(page.rows)) for page in pages] == [
        (1, 1, 20),
        (2, 21, 20),
        (3, 41, 5),
        (3, 41, 5),
    ]
    assert answer(Query(), index, name_ranks=by_row, page="last").page == 3
    assert answer(Query(), index, name_ranks=by_row, page="nobody").page == 1


def test_an_empty_answer_has_one_empty_page(index_of: Callable[..., OfferIndex]) -> None:
    index = index_of([{}], [])
    shown = answer(Query(), index, name_ranks=ranks([], Translator("en")), page=3)
    assert (shown.page, shown.pages, len(shown.rows)) == (1, 1, 0)
