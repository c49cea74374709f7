"""Two worker processes answer as a loop in this one does, byte for byte."""

import os
import sys
from collections.abc import Iterator
from functools import partial
from types import ModuleType
from typing import Any

import pytest

from benchmarks.stage.partitions import LANGUAGES, SECTIONS, Country
from geodata.adapters.partitions_dask import answers_by, open_local_client
from geodata.coverage.partition import answered, put_together
from geodata.coverage.question import Question

RADII = (10, 15, 30)
QUESTIONS = [Question(section=section, languages=(code,)) for section in SECTIONS for code in LANGUAGES[:2]]


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as patched:
        # A worker begins with the main module of its parent; after a page's test that would be the page.
        patched.setitem(sys.modules, "__main__", ModuleType("__main__"))
        with open_local_client(workers=2) as opened:
            yield opened


def test_two_workers_answer_as_the_loop_does_byte_for_byte(client: Any) -> None:
    country = Country(squares=4)
    loop = put_together(answered(opener, QUESTIONS, radii=RADII) for opener in country.openers())
    spread = put_together(answers_by(client, country.openers(), questions=QUESTIONS, radii=RADII))
    assert spread.area_keys == loop.area_keys
    assert spread.people.dtype == loop.people.dtype
    assert spread.people.tobytes() == loop.people.tobytes()
    assert loop.people.any()


def test_the_workers_are_two_other_processes_and_listen_on_this_machine_only(client: Any) -> None:
    processes = client.run(os.getpid)
    assert len(set(processes.values()) - {os.getpid()}) == 2
    assert all(address.startswith("tcp://127.0.0.1:") for address in (client.scheduler.address, *processes))


def test_what_a_part_raises_is_raised_here(client: Any) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        answers_by(client, [partial(int, "no partition")], questions=QUESTIONS, radii=RADII)
