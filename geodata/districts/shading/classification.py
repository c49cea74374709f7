"""Classes of a choropleth map: where one colour ends and the next begins.

The limits are mapclassify's. Stated behaviour: no values give no classes; fewer different values than classes wished
give one class a value (natural breaks, quantiles) or empty classes (equal interval, round numbers); equal values, or
such that differ by rounding only, give one class; values beyond the last own limit get a class of their own above it;
where numbers are so near to each other that limits would not rise, and where round numbers would give more than
`MOST_CLASSES`, there are fewer classes.
"""

import math
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

METHODS: Final = ("natural_breaks", "quantiles", "equal_interval", "pretty_breaks", "own")
"""Codes of the methods, also in the URL; the first is the default."""

FEWEST_CLASSES: Final = 3
MOST_CLASSES: Final = 6
DEFAULT_CLASSES: Final = 5

SAMPLE: Final = 300
"""Natural breaks of more values are worked out on so many, evenly drawn from their order: the exact way takes time with
the square of the number, 5 s for 1,000."""

_ROUNDING: Final = 1e-12  # values that differ by less, in relation to the largest, are equal
_SMALLEST: Final = 1e-200  # squares of what lies below are 0


@dataclass(frozen=True)
class Classification:
    """Classes of some values, in their unit.

    Attributes:
        lowest: where the first class begins: the smallest value, or where no value is in that class, 0 if it can be.
        limits: upper limit of every class, rising, the limit itself included.
        class_of: class number of every value, in the order given.
        counts: number of values in every class; may be 0.
        sampled: whether the limits were worked out on a sample of the values.
    """

    lowest: float
    limits: tuple[float, ...]
    class_of: NDArray[np.intp]
    counts: tuple[int, ...]
    sampled: bool = False

    @property
    def intervals(self) -> tuple[tuple[float, float], ...]:
        """(lower, upper) of every class."""
        return tuple(pairwise((self.lowest, *self.limits)))


def classify(values: Floats, *, method: str, k: int = DEFAULT_CLASSES, own: Sequence[float] = ()) -> Classification:
    """Put values into classes.

    Args:
        values: (n,) without NaN.
        method: one of `METHODS`.
        k: number of classes wished, `FEWEST_CLASSES` to `MOST_CLASSES`; round numbers may give one more or fewer.
        own: rising upper limits for the method "own", at most one fewer than `MOST_CLASSES`.

    Raises:
        ValueError: an unknown method, k out of range, or own limits that do not rise or are too many.
    """
    _check(method, k, own=own)
    if not len(values):
        return Classification(float("nan"), (), np.zeros(0, dtype=np.intp), ())
    if np.ptp(values) <= max(_ROUNDING * float(np.abs(values).max()), _SMALLEST):
        return _cut(values, np.array([values.max()]))
    sampled = method == "natural_breaks" and len(values) > SAMPLE
    return _cut(values, _limits(values, method=method, k=k, own=own), sampled=sampled)


def _check(method: str, k: int, *, own: Sequence[float]) -> None:
    if method not in METHODS:
        raise ValueError(f"{method!r} is none of {', '.join(METHODS)}")
    if not FEWEST_CLASSES <= k <= MOST_CLASSES:
        raise ValueError(f"{k} classes; {FEWEST_CLASSES} to {MOST_CLASSES} are allowed")
    if method != "own":
        return
    if not np.all(np.isfinite(own)) or sorted(set(own)) != list(own):
        raise ValueError(f"own limits {list(own)}; they must be numbers that rise")
    if len(own) >= MOST_CLASSES:
        raise ValueError(f"{len(own)} own limits; at most {MOST_CLASSES - 1} are allowed")


def _limits(values: Floats, *, method: str, k: int, own: Sequence[float]) -> Floats:
    if method == "own":
        return np.array([*own, *([values.max()] if not own or own[-1] < values.max() else [])], dtype=np.float64)
    wished = (_bins(values, method=method, k=fewer) for fewer in range(k, 0, -1))
    return next(limits for limits in wished if len(limits) <= MOST_CLASSES and np.all(np.diff(limits) > 0))


def _bins(values: Floats, *, method: str, k: int) -> Floats:
    """Upper limits as mapclassify finds them."""
    import mapclassify  # noqa: PLC0415 it brings scikit-learn: 2 s and 60 MB for whoever shades, and nobody else

    with warnings.catch_warnings():
        # mapclassify advises to install numba for speed; a city has a few dozen districts, and numba 40 MB
        warnings.filterwarnings("ignore", message="Numba not installed", category=UserWarning)
        # … and says so when fewer values than classes make fewer quantiles: that is stated behaviour here
        warnings.filterwarnings("ignore", message="Not enough unique values", category=UserWarning)
        if method == "natural_breaks":
            drawn = _sample(values)
            return np.asarray(mapclassify.FisherJenks(drawn, k=min(k, len(np.unique(drawn)))).bins)
        if method == "quantiles":
            return np.asarray(mapclassify.Quantiles(values, k=k).bins)
        scheme = mapclassify.EqualInterval if method == "equal_interval" else mapclassify.PrettyBreaks
        # 0.8 for 0.7999999999999999, which would put 0.8 into the class above
        places = 12 - math.floor(math.log10(float(np.abs(values).max())))
        return np.asarray(scheme(values, k=k).bins).round(places)


def _sample(values: Floats) -> Floats:
    """All values, or `SAMPLE` of them evenly from the smallest to the largest."""
    if len(values) <= SAMPLE:
        return values
    places = np.linspace(0, len(values) - 1, SAMPLE).round().astype(np.intp)
    return np.asarray(np.sort(values)[places])


def _cut(values: Floats, limits: Floats, *, sampled: bool = False) -> Classification:
    class_of = np.searchsorted(limits, values, side="left").clip(max=len(limits) - 1)
    counts = np.bincount(class_of, minlength=len(limits))
    lowest = float(values.min()) if counts[0] else min(0.0, float(limits[0]))
    return Classification(lowest, tuple(map(float, limits)), class_of, tuple(map(int, counts)), sampled)
