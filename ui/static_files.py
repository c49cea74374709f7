"""Scripts and styles of ours, as text: read once, when the module that needs one is imported."""

from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent / "static"


def text(name: str) -> str:
    """A file of `ui/static`, by its path there: `text("finder/near.js")`; raises FileNotFoundError."""
    return (_FOLDER / name).read_text("utf-8")
