"""Everything that can go wrong, named by what the reader can mend.

GeodataError
├── DataError (ValueError)               tables hold faults; `.faults` lists every one
├── BrokenScenario (ValueError)          a scenario's file cannot be used; `.faults` lists every one
├── MissingFileError (FileNotFoundError) a file or folder that is needed is not there
├── ConfigurationError (ValueError)      a setting is missing, a sample, or out of range
└── GeocodingError
    ├── ProviderRefused                  the provider answered, but not with a result (403, 429, bad answer)
    └── ProviderUnreachable (OSError)    the provider did not answer (no network, time-out)
"""

from collections.abc import Sequence


class GeodataError(Exception):
    """Base of all errors this package raises on purpose; its text is fit to be shown without a traceback."""


class DataError(GeodataError, ValueError):
    """Tables cannot be used as they are; `faults` holds every fault found, in file and row order."""

    def __init__(self, faults: Sequence[object]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class BrokenScenario(GeodataError, ValueError):
    """The file of a scenario cannot be used; `faults` holds every fault found, in the file's order."""

    def __init__(self, faults: Sequence[object]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class MissingFileError(GeodataError, FileNotFoundError):
    """A file or folder that is needed is not there."""


class ConfigurationError(GeodataError, ValueError):
    """A setting is missing, a sample, or out of range."""


class GeocodingError(GeodataError):
    """A place could not be looked up for a reason that is not "no match"."""


class ProviderRefused(GeocodingError):
    """The provider answered, but not with a result; `retry_after_s` is its own wish, in seconds, or None."""

    def __init__(self, message: str, *, retry_after_s: float | None = None) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s


class ProviderUnreachable(GeocodingError, OSError):
    """The provider did not answer: no network, refused connection, or time-out."""
