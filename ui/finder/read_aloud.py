"""Reading aloud with the voices of the reader's own device: the script, and the words on its buttons."""

from typing import Final

from geodata.i18n import Translator
from ui import static_files

SCRIPT: Final = static_files.text("finder/read_aloud.js")
"""To be joined to the module of a component that stands on the page; it exports nothing."""


def words(t: Translator) -> dict[str, str]:
    """What the button says before and while it reads."""
    return {"read": t("Read aloud"), "stop": t("Stop reading")}
