"""What time it is in the city. The one clock of the pages: whoever asks for the time gets it as an argument."""

from datetime import UTC, datetime

from ui import loaders


def now() -> datetime:
    """The current minute, by the clock on the city's walls."""
    return datetime.now(UTC).replace(second=0, microsecond=0).astimezone(loaders.hours_place().zone)
