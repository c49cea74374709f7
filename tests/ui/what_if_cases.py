"""The parts of the coverage page that are about a scenario, as a page of their own, and one with every change."""

from geodata.coverage.scenario import Add, Close, Confirm, Move, OpenAt, Scenario, Speak, States
from tests.ui.conftest import Shown
from tests.ui.coverage_panel import visit_panel
from ui import loaders

HALL = "stadt-goettingen-neues-rathaus"
LANGUAGES = ("de", "en", "ru", "ar")


def panel() -> None:
    """The two parts of the page that are about a scenario, as a page of their own."""
    from ui import address, loaders  # noqa: PLC0415 - AppTest runs this source on its own
    from ui.coverage import effect, what_if  # noqa: PLC0415
    from ui.coverage.view import view  # noqa: PLC0415

    t = loaders.translator(address.current().language)
    shown = view(address.current().cover)
    what_if.show(shown, t)
    effect.show(shown, t)


def visit(scenario: Scenario | None = None, **params: str) -> Shown:
    return visit_panel(panel, {"scenario": scenario} if scenario else {}, **params)


def populated_cell() -> str:
    ground = loaders.catchments("walking")
    assert ground is not None
    return max(ground.cells, key=lambda code: ground.people["all"][ground.cell_rows[code]])


def every_change() -> Scenario:
    ids = [offer.id for offer in loaders.coverage_offers().records if offer.topic == "counselling"]
    cell = populated_cell()
    return Scenario(
        "Grone",
        (
            Add("new-1", cell, loaders.taxonomy().section_of("counselling"), "counselling", ("ar",), "24/7"),
            Add("new-2", HALL, loaders.taxonomy().sections[0], ""),
            Move(ids[0], cell),
            Close(ids[1]),
            Speak(ids[2], ("ar", "prs")),
            States(ids[3], ("de",)),
            OpenAt(ids[4], "Th 16:00-19:00"),
            Confirm(ids[5]),
            Close("new-2"),
        ),
    )
