"""What the finder finds for everything a reader has asked, in one call."""

from geodata.facilities import Answer, Narrowing, all_of, answer
from geodata.i18n import Translator
from ui import clock, loaders, open_at
from ui.address import Choices
from ui.finder import searched


def find(choices: Choices, t: Translator) -> Answer:
    """The answer to the facets, the place that was named, and whatever narrows them down, the search included."""
    return answered(choices, t, searched_for=searched.narrowing(choices))


def answered(choices: Choices, t: Translator, *, searched_for: Narrowing | None = None) -> Answer:
    """The answer to an address, and to what was searched for, if anything: that is in no address."""
    index, name_ranks = loaders.offer_index(), loaders.name_ranks(t.language)
    near = loaders.nearness(choices.near, choices.within)
    spoken = choices.query.codes("spoken")
    when = open_at.narrowing(choices.when, index, now=clock.now(), near=near, name_ranks=name_ranks, spoken=spoken)
    return answer(
        choices.query,
        index,
        name_ranks=name_ranks,
        page=choices.page or choices.facility,
        near=near,
        among=all_of((searched_for, when)),
    )
