"""Writes the words of each block into the structure of a tagged PDF, as /ActualText."""

import io
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import pikepdf

from geodata.errors import GeodataError


def with_words(pdf: bytes, texts: Sequence[str], *, blocks: Collection[str], mixed: bool = False) -> bytes:
    """The same PDF whose n-th block says the n-th of `texts`; the same input makes the same bytes.

    Args:
        pdf: a tagged PDF.
        texts: one for each block; where empty, the block is left as it is.
        blocks: structure types that count as a block.
        mixed: blocks run both ways. Then the file does not say which way pages run: a browser's viewer would copy the
            words of every line that way.

    Raises:
        GeodataError: there are more or fewer blocks than texts: they would be read out of step.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found = list(_blocks(document.Root.StructTreeRoot, blocks))
        if len(found) != len(texts):
            raise GeodataError(f"The PDF has {len(found)} blocks of words, not {len(texts)}.")
        for block, text in zip(found, texts, strict=True):
            if text:
                block.ActualText = pikepdf.String(text)
        if mixed:
            del document.Root.ViewerPreferences["/Direction"]
        out = io.BytesIO()
        document.save(out, deterministic_id=True)
        return out.getvalue()


def _blocks(element: Any, types: Collection[str]) -> Iterator[Any]:
    """Outermost elements of these types, in reading order."""
    children = element.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            if str(child.S).removeprefix("/") in types:
                yield child
            else:
                yield from _blocks(child, types)
