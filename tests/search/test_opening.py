"""The index of a data directory, also of one that has less than the shipped city."""

import shutil
from pathlib import Path

import pytest

from geodata.adapters.search_rows import open_search, read_synonyms
from geodata.errors import DataError
from geodata.search import search, understand
from tests.conftest import DATA


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """The shipped city without pack, everyday words and further names of districts."""
    target = tmp_path / "data"
    shutil.copytree(DATA, target, ignore=shutil.ignore_patterns("pack", "synonyms.csv", "district_names.csv"))
    return target


def test_without_gazetteer_and_everyday_words_names_topics_and_districts_are_found(plain: Path) -> None:
    index = open_search(plain)
    assert index.places is None
    assert read_synonyms(plain).empty
    assert search("Jobcenter", index, limit=1).reasons == ("name",)
    assert [(chip.kind, chip.code) for chip in understand("Bibliotheken in Grone, Theaterstraße", index).chips] == [
        ("topic", "libraries"),
        ("place", "09"),
    ]
    assert len(search("xyzzyx", index).rows)


def test_everyday_words_of_the_office_count_at_once(plain: Path) -> None:
    (plain / "synonyms.csv").write_text("language,word,means,kind\nde,Quasselbude,Standesamt,\n", encoding="utf-8")
    index = open_search(plain)
    found = search("Quasselbude", index)
    assert (index.offers.ids[found.rows[0]], found.reasons[0]) == ("standesamt-goettingen--administration", "synonym")


def test_a_faulty_table_is_refused_with_its_row(plain: Path) -> None:
    (plain / "synonyms.csv").write_text("language,word,means,kind\nde,Amt,no_topic,topic\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"synonyms.csv:2:means: 'no_topic'; allowed: a topic of taxonomy.csv"):
        open_search(plain)


def test_what_lies_in_a_hidden_place_is_found_by_name_but_not_by_where_it_is() -> None:
    index = open_search(DATA)
    at = index.offers.ids.index("frauenhaus-goettingen--women")
    assert search("Frauenhaus Göttingen", index).rows[0] == at
    assert index.offers.districts[at] == ""
    assert not (index.offers.points[at] == index.offers.points[at]).any()  # NaN
