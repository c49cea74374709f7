"""Many visitors at once: how much longer a rerun takes than for one alone, and how much memory the server holds.

`python -m benchmarks.load [--sessions 50] [--at-once 100] [--seconds 60]`; prints the table of README.md. The visitors
are websockets of this process and speak only to 127.0.0.1.
"""

import argparse
import asyncio
import random
import sys
import time
from contextlib import AsyncExitStack
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # a script's own folder is on the path, the project is not
    sys.path.insert(0, str(ROOT))

from benchmarks.stage import figures  # noqa: E402 the path must be set first
from benchmarks.stage.server import Server, serving  # noqa: E402
from benchmarks.stage.session import Session, open_session  # noqa: E402

THINKING_S = 5.0  # mean; each pause is drawn evenly between half and one and a half of it
ALONE = 40  # clicks of the single visitor
LIMIT_S = 120.0  # nobody waits longer than this for 100 first pages
HEAD = ("what", "reruns", "median ms", "p95 ms", "server PSS MB", "RSS MB")


async def alone(server: Server) -> list[float]:
    """Seconds of each rerun of one visitor who clicks on without thinking; the first page warms the server up."""
    async with open_session(server.address) as session:
        await session.run()
        return [await session.click(random.Random(number)) for number in range(ALONE)]


async def at_once(server: Server, visitors: int) -> list[float]:
    """Seconds from the common start until each of `visitors` new sessions has its first page."""
    start = time.perf_counter()

    async def visit(stack: AsyncExitStack) -> float:
        session = await stack.enter_async_context(open_session(server.address))
        await session.run()
        return time.perf_counter() - start

    async with AsyncExitStack() as stack, asyncio.timeout(LIMIT_S):
        return await asyncio.gather(*(visit(stack) for _ in range(visitors)))


async def thinking(server: Server, visitors: int, *, seconds: float) -> list[float]:
    """Seconds of each rerun while `visitors` click with pauses, for `seconds`; first pages are not counted."""
    end = time.perf_counter() + seconds

    async def visit(number: int) -> list[float]:
        chance = random.Random(number)
        await asyncio.sleep(chance.uniform(0, THINKING_S))  # they do not come at the same moment
        async with open_session(server.address) as session:
            await session.run()
            return await _clicks(session, chance, end=end)

    return [took for visitor in await asyncio.gather(*map(visit, range(visitors))) for took in visitor]


async def _clicks(session: Session, chance: random.Random, *, end: float) -> list[float]:
    took: list[float] = []
    while True:
        await asyncio.sleep(chance.uniform(0.5, 1.5) * THINKING_S)
        if time.perf_counter() > end:
            return took
        took.append(await session.click(chance))


def row(name: str, seconds: list[float], *, server: Server) -> list[str]:
    """One line of the table; memory is what the server holds right after it."""
    middle, slow = figures.of([1000 * value for value in seconds])
    pss, rss = server.memory_mb()
    return [name, str(len(seconds)), f"{middle:,.0f}", f"{slow:,.0f}", f"{pss:,.0f}", f"{rss:,.0f}"]


def main() -> None:
    """Measure one visitor, many at once, and many who think between clicks; print the table and the two aims."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--sessions", type=int, default=50, help="visitors with pauses of five seconds")
    words.add_argument("--at-once", type=int, default=100, help="visitors who open the page at the same moment")
    words.add_argument("--seconds", type=float, default=60, help="how long the visitors with pauses stay")
    asked = words.parse_args()
    print(figures.circumstances())
    with serving("app:app", ROOT / "data") as server:
        single = asyncio.run(alone(server))
        rows = [row("one visitor", single, server=server)]
        first = asyncio.run(at_once(server, asked.at_once))
        rows.append(row(f"{asked.at_once} opened at once (first page)", first, server=server))
        busy = asyncio.run(thinking(server, asked.sessions, seconds=asked.seconds))
        rows.append(row(f"{asked.sessions} visitors, {THINKING_S:g} s between clicks", busy, server=server))
    print(figures.table(HEAD, rows))
    beyond = 1000 * (figures.p95(busy) - figures.of(single)[0])
    print(f"p95 under load beyond the median of one visitor: {beyond:,.0f} ms; last first page: {max(first):.1f} s")


if __name__ == "__main__":
    main()
