"""What the finder finds for everything a reader has asked, in one call."""

from geodata.facilities import Answer, all_of, answer
from geodata.i18n import Translator
from ui import loaders
from ui.address import Choices


def find(choices: Choices, t: Translator) -> Answer:
    """The answer to the facets, the place that was named, and whatever narrows them down."""
    return answer(
        choices.query,
        loaders.offer_index(),
        name_ranks=loaders.name_ranks(t.language),
        page=choices.page or choices.facility,
        near=loaders.nearness(choices.near, choices.within),
        among=all_of(()),
    )
