"""A made-up country worked out partition by partition: in a loop of a process of its own, and by Dask's workers."""

import hashlib
import math
import re
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from benchmarks.stage.ground import QUESTIONS, RADII
from benchmarks.stage.partitions import Country
from geodata.adapters.partitions_dask import answers_by, open_local_client
from geodata.coverage.partition import Answer, put_together, tables


@dataclass(frozen=True)
class Run:
    """What a country took.

    Attributes:
        seconds: on the clock.
        cpu_s, answering_s: of the processor, for all of it, and without making the partitions; a busy machine does not
            change them. NaN where they were not measured.
        peak_mib: of the process, or of the largest worker.
        digest: SHA-256 of keys and numbers.
    """

    cells: int
    seconds: float
    cpu_s: float
    answering_s: float
    peak_mib: float
    digest: str


def in_loop(squares: int) -> Run:
    """One partition after the other, in a new process, so that its memory is its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_loop, squares).result()


def _loop(squares: int) -> Run:
    country, answers, answering = Country(squares), [], 0.0
    start, start_cpu = time.perf_counter(), time.process_time()
    for opener in country.openers():
        partition = opener()
        opened = time.process_time()
        answers.append(Answer(partition.catchments.area_keys, tables(partition, QUESTIONS, radii=RADII)))
        answering += time.process_time() - opened
    digest = _digest(put_together(answers))
    seconds, cpu_s = time.perf_counter() - start, time.process_time() - start_cpu
    return Run(country.cells, seconds, cpu_s, answering, peak_mib(), digest)


def by_workers(squares: int, *, workers: int = 2) -> Run:
    """The same by Dask; that the workers start, and read our code, is not counted."""
    country = Country(squares)
    with open_local_client(workers) as client:
        client.run(Country(workers).partition, 0)
        start = time.perf_counter()
        digest = _digest(put_together(answers_by(client, country.openers(), questions=QUESTIONS, radii=RADII)))
        seconds = time.perf_counter() - start
        peak = max(client.run(peak_mib).values())
        return Run(country.cells, seconds, math.nan, math.nan, peak, digest)


def _digest(answer: Answer) -> str:
    return hashlib.sha256("\n".join(answer.area_keys).encode() + answer.people.tobytes()).hexdigest()


def peak_mib() -> float:
    """Of this process; Linux only. What `resource` says begins with the memory of the process that started it."""
    return int(re.findall(r"^VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"), re.MULTILINE)[0]) / 1024
