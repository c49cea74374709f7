"""A country in parts: whole areas with the offers near them, each part worked out on its own.

No part needs another one. So they can be opened one after the other in little memory, or by several machines at once
(`adapters/partitions_dask.py`); the answers are put together by the keys of the areas, and are the same either way.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from geodata.coverage.catchments import FAR, Catchments, Counts
from geodata.coverage.offers import Offers, distinct_places, fits, with_records
from geodata.coverage.question import Question
from geodata.coverage.reach import reaches, within


@dataclass(frozen=True, eq=False)
class Partition:
    """What is needed to answer for some areas.

    Attributes:
        catchments: all populated cells of the areas, and the places from which a way leads to one of them.
        offers: those at these places, across the areas' border as well.
    """

    catchments: Catchments
    offers: Offers


Opener = Callable[[], Partition]
"""Makes a partition where it is worked out: from a file, from a seed."""


class Answer(NamedTuple):
    """People within reach of a fitting offer.

    Attributes:
        area_keys: keys of the areas, ascending.
        people: (questions, 2, areas, radii), at least and at most.
    """

    area_keys: tuple[str, ...]
    people: Counts


def partition_of(catchments: Catchments, offers: Offers, *, area_keys: Collection[str]) -> Partition:
    """Cut some areas out, with the offers from which a way leads there; offers without an address reach nobody."""
    keys = tuple(key for key in catchments.area_keys if key in area_keys)
    cells = np.flatnonzero(np.isin(catchments.area_keys, keys)[catchments.area_of])
    places = distinct_places(offers, np.ones(len(offers), dtype=np.bool_))
    steps = catchments.from_places(places)[:, cells]
    near = np.flatnonzero((steps < FAR).any(axis=1))
    names = (*catchments.facility_ids, *catchments.cells)  # in the order of places
    part = Catchments(
        cells=tuple(catchments.cells[cell] for cell in cells),
        area_keys=keys,
        area_of=np.searchsorted(keys, np.array(catchments.area_keys)[catchments.area_of[cells]]).astype(np.intp),
        people={group: counts[cells] for group, counts in catchments.people.items()},
        facility_ids=tuple(names[place] for place in places[near]),
        steps=steps[near],
        between=np.empty((0, len(cells)), dtype=np.uint8),
        limit_min=catchments.limit_min,
    )
    rows = {place: row for row, place in enumerate(places[near].tolist())}
    here = (replace(offer, place=rows[offer.place]) for offer in offers.records if offer.place in rows)
    return Partition(part, with_records(offers, here))


def tables(partition: Partition, questions: Sequence[Question], *, radii: Sequence[float]) -> Counts:
    """People of each question's group within each radius of a fitting offer, at least and at most.

    (questions, 2, areas, radii), as `GapTable` has them; the questions' own minutes are not looked at.
    """
    catchments, offers = partition.catchments, partition.offers
    found = np.zeros((len(questions), 2, len(catchments.area_keys), len(radii)), dtype=np.int64)
    reached = reaches([fits(question, offers) for question in questions], offers, catchments=catchments)
    for row, (question, reach) in enumerate(zip(questions, reached, strict=True)):
        for bound, counts in enumerate(reach.histograms(question.group)):
            found[row, bound] = np.column_stack([within(counts, minutes) for minutes in radii])
    return found


def answered(opener: Opener, questions: Sequence[Question], *, radii: Sequence[float]) -> Answer:
    """Open a partition and answer for it; only the answer is left of it."""
    partition = opener()
    return Answer(partition.catchments.area_keys, tables(partition, questions, radii=radii))


def put_together(answers: Iterable[Answer]) -> Answer:
    """One answer from those of the parts, in whatever order they come.

    Raises:
        ValueError: an area is in two parts, or there is no part.
    """
    parts = list(answers)
    keys = [key for part in parts for key in part.area_keys]
    if len(set(keys)) < len(keys):
        raise ValueError("an area is in two parts")
    order = sorted(range(len(keys)), key=keys.__getitem__)
    people = np.concatenate([part.people for part in parts], axis=2)
    return Answer(tuple(keys[row] for row in order), people[:, :, order])
