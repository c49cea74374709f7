"""Hours for who asks for a language: an offer may be there in one of its languages at certain hours only."""

from collections.abc import Collection, Mapping, Sequence


def rules_for(asked: Sequence[str], rule: str, *, own: Mapping[str, str], spoken: Collection[str]) -> dict[str, str]:
    """The rules that hold for who asks for one of some languages: by language, or by "" the one for everybody.

    A language with hours of its own has these. Another one that is spoken there has the hours of the offer. Where none
    of those asked for has its own, the language is no question of hours.

    Args:
        asked: codes of languages.
        rule: the hours for everybody; "" = not stated.
        own: rules by language (`language_hours`).
        spoken: codes of the languages spoken there.
    """
    if own.keys().isdisjoint(asked):
        return {"": rule}
    return {code: own.get(code, rule) for code in asked if code in own or code in spoken}
