"""Classes of a choropleth map: where one colour ends and the next begins.

The limits are mapclassify's. Stated behaviour: no values give no classes; fewer different values than classes wished
give one class a value (natural breaks, quantiles) or empty classes (equal interval, round numbers); equal values give
one class; values beyond the last own limit get a class of their own above it; round numbers that would give more than
`MOST_CLASSES` are made rounder.
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

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


@dataclass(frozen=True)
class Classification:
    """Classes of some values, in their unit.

    Attributes:
        lowest: the smallest value, where the first class begins.
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
        return tuple(zip((self.lowest, *self.limits[:-1]), self.limits, strict=True))


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
    if np.ptp(values) == 0:
        return _cut(values, np.array([values[0]]))
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
    import mapclassify  # noqa: PLC0415 it brings scikit-learn: 2 s and 60 MB for whoever shades, and nobody else

    with warnings.catch_warnings():
        # mapclassify advises to install numba for speed; a city has a few dozen districts, and numba 40 MB
        warnings.filterwarnings("ignore", message="Numba not installed", category=UserWarning)
        # … and says so when fewer values than classes make fewer quantiles: that is stated behaviour here
        warnings.filterwarnings("ignore", message="Not enough unique values", category=UserWarning)
        return np.asarray(_scheme(mapclassify, values, method=method, k=k, own=own).bins, dtype=np.float64)


def _scheme(mapclassify: Any, values: Floats, *, method: str, k: int, own: Sequence[float]) -> Any:
    if method == "quantiles":
        return mapclassify.Quantiles(values, k=k)
    if method == "equal_interval":
        return mapclassify.EqualInterval(values, k=k)
    if method == "pretty_breaks":
        schemes = (mapclassify.PrettyBreaks(values, k=wished) for wished in range(k, 0, -1))
        return next(scheme for scheme in schemes if len(scheme.bins) <= MOST_CLASSES)
    if method == "own":
        return mapclassify.UserDefined(values, [*own, *([values.max()] if not own or own[-1] < values.max() else [])])
    drawn = _sample(values)
    return mapclassify.FisherJenks(drawn, k=min(k, len(np.unique(drawn))))


def _sample(values: Floats) -> Floats:
    """All values, or `SAMPLE` of them evenly from the smallest to the largest."""
    if len(values) <= SAMPLE:
        return values
    places = np.linspace(0, len(values) - 1, SAMPLE).round().astype(np.intp)
    return np.asarray(np.sort(values)[places])


def _cut(values: Floats, limits: Floats, *, sampled: bool = False) -> Classification:
    class_of = np.searchsorted(limits, values, side="left").clip(max=len(limits) - 1)
    counts = np.bincount(class_of, minlength=len(limits))
    return Classification(float(values.min()), tuple(map(float, limits)), class_of, tuple(map(int, counts)), sampled)
