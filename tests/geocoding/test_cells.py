import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.geocoding import cell_of, centre_of
from geodata.geocoding.distance import distance_m


def test_a_cell_is_the_one_of_the_census() -> None:
    assert cell_of(51.533065, 9.929649) == "100mN31580E43161"
    assert centre_of("100mN31580E43161") == centre_of("CRS3035RES100mN3158000E4316100")


@given(st.floats(51.4, 51.7), st.floats(9.7, 10.2))
def test_the_centre_lies_in_its_own_cell_and_near_the_point(latitude: float, longitude: float) -> None:
    cell = cell_of(latitude, longitude)
    assert cell_of(*centre_of(cell)) == cell
    assert distance_m(centre_of(cell), (latitude, longitude)) < 72


@pytest.mark.parametrize("code", ["", "100mN1E2", "<script>", "100mN31580E43161 "])
def test_what_is_no_code_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="no code of a 100 m cell"):
        centre_of(code)
