"""Pages as a reader gets them, without a browser: through the frame, at an address, with everything that is said."""

import html
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

MAIN = Path(__file__).parents[2] / "ui" / "main.py"

TECHNICAL = {"id", "page_script_hash", "query_string", "form_id", "url", "page", "icon", "key", "language", "color"}
"""Fields of Streamlit's messages that nobody reads."""
CODES = {"facility", "service", "section", "href", "lang", "kind", "shape", "language", "direction", "view", "number"}
CODES |= {"key", "mark", "fill", "palette", "accept", "order", "sign", "path"}
"""The same in our own components."""
COMPONENTS = (
    "cards",
    "first_visit",
    "document",
    "header",
    "ranking",
    "scatter",
    "series",
    "file",
    "gaps",
    "area_table",
)


@dataclass
class Shown:
    """One page after one run."""

    at: AppTest

    @property
    def params(self) -> dict[str, str]:
        """What stands in the address."""
        return {
            name: values[0] if isinstance(values, list) else values for name, values in self.at.query_params.items()
        }

    def keyed(self, key: str) -> Any:
        """The container or widget with a key."""
        return next(block for block in walk(self.at._tree) if getattr(block, "key", None) == key)

    @property
    def count(self) -> int:
        """The number in the container that tests and embedding pages read."""
        said = " ".join(element.value for element in walk(self.keyed("result-count")) if hasattr(element, "value"))
        return int(re.sub(r"\D", "", said))

    @property
    def map_arguments(self) -> dict[str, Any]:
        """What is handed to the map's frame."""
        (component,) = self.at.get("component_instance")
        arguments: dict[str, Any] = json.loads(component.proto.json_args)
        return arguments

    @property
    def map_state(self) -> dict[str, Any]:
        """The small state inside the map's arguments."""
        found = re.search(r"new finder\.State\((\{.*\})\);", self.map_arguments["feature_group"])
        assert found
        state: dict[str, Any] = json.loads(found[1].replace("<\\/", "</"))
        return state

    def component(self, name: str) -> dict[str, Any]:
        """Data of one of our own components: "cards" or "document"."""
        found = [each for each in self.at.get("bidi_component") if each.proto.component_name == f"finder.{name}"]
        data: dict[str, Any] = json.loads(found[0].proto.json) if found else {}
        return data

    @property
    def cards(self) -> list[dict[str, Any]]:
        """The cards on the page, in order."""
        return [card for group in self.component("cards").get("groups", ()) for card in group["cards"]]

    @property
    def texts(self) -> set[str]:
        """Every piece of text that a reader sees or hears."""
        said = {text for element in walk(self.at._tree) for text in spoken(getattr(element, "proto", None))}
        said |= {text for name in COMPONENTS for text in leaves(self.component(name))}
        if self.at.get("component_instance"):
            said |= set(leaves(self.map_state["words"]))
        return {text for text in (" ".join(each.split()) for each in said) if text}


def walk(block: Any) -> Iterator[Any]:
    """Every element and block below one, in order."""
    for child in getattr(block, "children", {}).values():
        yield child
        yield from walk(child)


def spoken(message: Any) -> Iterator[str]:
    """Texts of a protobuf message; markup is taken away."""
    if message is None or message.DESCRIPTOR.name in {"BidiComponent", "ComponentInstance"}:
        return
    for field, value in message.ListFields():
        if field.name in TECHNICAL:
            continue
        for each in value if isinstance(value, list) or hasattr(value, "add") or hasattr(value, "extend") else [value]:
            if hasattr(each, "ListFields"):
                yield from spoken(each)
            elif isinstance(each, str):
                yield from (
                    html.unescape(part) for part in re.split(r"<style.*?</style>|<[^>]*>", each, flags=re.DOTALL)
                )


def leaves(data: Any) -> Iterator[str]:
    """Texts of nested data, without codes."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        yield from (text for key, value in data.items() if key not in CODES for text in leaves(value))
    elif isinstance(data, list):
        yield from (text for value in data for text in leaves(value))


@pytest.fixture
def visit() -> Callable[..., Shown]:
    """Open a page at an address: `visit("about", lang="ar")`; no page means the finder."""

    def open_page(page: str = "", /, **params: str) -> Shown:
        at = AppTest.from_file(MAIN, default_timeout=120)
        for name, value in params.items():
            at.query_params[name] = value
        if page:
            at.switch_page(f"../pages/{page}.py")
        return Shown(at.run())

    return open_page
