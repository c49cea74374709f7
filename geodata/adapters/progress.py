"""A bar on the terminal for what takes longer than a breath; nothing where stderr is no terminal."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from tqdm import tqdm

_Item = TypeVar("_Item")


def shown(items: Iterable[_Item], label: str, *, total: int) -> Iterator[_Item]:
    """The items one by one, with a bar on stderr that says how many of `total` are done."""
    yield from tqdm(items, desc=label, total=total, disable=None, leave=False)
