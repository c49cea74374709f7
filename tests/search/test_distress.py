"""People in danger are shown whom to call, in each language; others are not."""

import pytest

from geodata.search import SearchIndex, search

VIOLENCE = ("116016", "110")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Hilfe mein Mann schlägt mich", VIOLENCE),
        ("my husband hits me", VIOLENCE),
        ("муж бьёт меня", VIOLENCE),
        ("زوجي يضربني", VIOLENCE),
        ("Ich will nicht mehr leben", ("112", "116123")),
        ("I want to die", ("112", "116123")),
        ("хочу умереть", ("112", "116123")),
        ("أريد أن أموت", ("112", "116123")),
        ("Unfall", ("112",)),
        ("there was an accident", ("112",)),
        ("произошла авария", ("112",)),
        ("حادث سير", ("112",)),
        ("Ich wurde überfallen", ("110",)),
        ("меня ограбили", ("110",)),
    ],
)
def test_words_of_distress_lead_with_the_right_lines(index: SearchIndex, text: str, lines: tuple[str, ...]) -> None:
    found = search(text, index)
    assert found.distress == lines
    assert len(found.rows)


@pytest.mark.parametrize("text", ["Deutschkurs", "mein Mann sucht Arbeit", "курсы немецкого", "طبيب", "husband visa"])
def test_other_questions_lead_with_no_line(index: SearchIndex, text: str) -> None:
    assert search(text, index).distress == ()
