"""A place that may be shown roughly only, in a city that has one: no page, link or file says where it is exactly."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import streamlit as st

from tests.conftest import DATA
from tests.ui.test_card_links import Visit, content
from ui import loaders

PLACE = "migrationszentrum-goettingen"


@pytest.fixture
def exact(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """The shipped row of the place; the pages read tables in which its address is approximate."""
    directory = tmp_path / "city"
    shutil.copytree(DATA, directory)
    table = pd.read_csv(directory / "facilities.csv", dtype=str, keep_default_na=False)
    at = table.index[table["facility_id"] == PLACE][0]
    row = table.loc[at].to_dict()
    table.loc[at, "address_visibility"] = "approximate"
    table.to_csv(directory / "facilities.csv", index=False, lineterminator="\n")
    monkeypatch.setenv("FINDER_DATA", str(directory))
    st.cache_resource.clear()
    yield row
    st.cache_resource.clear()


def test_the_browser_gets_a_rough_point_and_no_house(visit: Visit, exact: dict[str, Any]) -> None:
    shown, table = visit(lang="ru", facility=PLACE), loaders.places()
    at = table["id"].index(PLACE)
    rough = [round(float(exact[name]), 3) for name in ("latitude", "longitude")]
    assert [table["lat"][at], table["lon"][at], table["rough"][at]] == [*rough, 1]
    cards = [card for card in shown.cards if card["facility"] == PLACE]
    said = json.dumps(cards, ensure_ascii=False) + content(cards[0], ".vcf")
    assert not [
        exact[name] for name in ("street_address", "postal_code", "latitude", "longitude") if exact[name] in said
    ]
    assert not [card for card in cards if card["house"]]
    assert f"{rough[0]:.5f},{rough[1]:.5f}" in json.dumps(cards[0]["maps"])


def test_no_minutes_on_foot_lead_to_it(visit: Visit, exact: dict[str, Any]) -> None:
    shown = visit(lang="de", facility=PLACE, near="100mN31580E43161", page="0")
    cards = [each for each in shown.cards if each["facility"] == PLACE]
    assert cards
    assert not any(card["walk"] for card in cards)
    assert any(card["walk"] for card in shown.cards if card["facility"] != PLACE)
    assert exact["address_visibility"] == "public"
