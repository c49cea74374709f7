"""The parts of a country on several processes or machines, by Dask: the extra "scale" of pyproject.toml.

For when one machine no longer suffices. Only answers travel; each part is opened where it is worked out.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from geodata.coverage.partition import Answer, Opener, answered
from geodata.coverage.question import Question

if TYPE_CHECKING:
    from distributed import Client


def answers_by(
    client: "Client", openers: Iterable[Opener], *, questions: Sequence[Question], radii: Sequence[float]
) -> list[Answer]:
    """The answer of every part, in their order: what `partition.answered` says, worked out by the client's workers.

    Raises:
        Exception: whatever a part raised when it was opened or answered.
    """
    futures = client.map(answered, list(openers), questions=list(questions), radii=tuple(radii), pure=False)
    return list(client.gather(futures))


@contextmanager
def open_local_client(workers: int = 2) -> Iterator["Client"]:
    """Start workers as processes of this machine, for as long as the block lasts; they speak over 127.0.0.1 only.

    Raises:
        ModuleNotFoundError: the extra "scale" is not installed.
    """
    from distributed import Client, LocalCluster  # noqa: PLC0415 an extra: the application runs without it

    with (
        LocalCluster(
            n_workers=workers, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client
