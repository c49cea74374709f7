"""What was asked, as pairs of a choice and its value, in the reader's language."""

from collections.abc import Iterator

from geodata.exports.coverage_answer import Answer
from geodata.exports.coverage_names import group_name, mode_name, opening_phrase, spoken
from geodata.i18n import Translator


def parameters(answer: Answer, t: Translator) -> Iterator[tuple[str, str]]:
    """Every choice, also those that were left as they are."""
    question, names = answer.analysis.question, answer.taxonomy.names(t.language)
    any_one = t("any")
    yield t("Section"), names.get(question.section, any_one)
    yield t("Topic"), names.get(question.topic, any_one)
    yield t("Language spoken"), spoken(question.languages, t) if question.languages else any_one
    yield t("Group"), group_name(question.group, t)
    yield t("Within"), _within(answer, t)
    yield t("Offers"), t("only confirmed ones surely fit") if question.verified else t("all, also unconfirmed ones")
    yield t("Open"), opening_phrase(question.opening, t) if question.opening else any_one
    yield t("Wished share"), t.share(question.wished_share, digits=0)
    yield t("Areas"), t("districts") if answer.analysis.level == "district" else t("polling districts")
    if answer.analysis.scenario is not None:
        yield t("Scenario"), answer.analysis.scenario.name or t("without a name")


def _within(answer: Answer, t: Translator) -> str:
    question = answer.analysis.question
    return t("{n} min, {mode}", n=t.number(question.minutes), mode=mode_name(question.mode, t))
