"""Refuses catalogues that do not say everything the sources say, in every language.

Run as `python -m tools.check_catalogues`: every fault on a line of its own, exit code 1 when there is one.
"""

import re
import sys
from collections.abc import Iterator
from gettext import c2py

from babel.messages import Catalog
from babel.messages.catalog import Message

from tools.catalogues import LANGUAGES, catalogue_path, read_catalogue, template, words

_PLACEHOLDER = re.compile(r"\{(\w*)[^{}]*\}|%\((\w+)\)")
# The counted number's placeholder (Translator.plural), which a form for exactly one number may say as a word.
_COUNTED = {"n"}
# CLDR's plural rules repeat within the first thousand numbers in our languages, and are whole numbers here.
_NUMBERS = range(1000)


def placeholders(text: str) -> set[str]:
    """Names of the values that a message takes."""
    return {first or second for first, second in _PLACEHOLDER.findall(text)}


def single_number_forms(catalogue: Catalog) -> set[int]:
    """Plural forms that stand for one number only, such as Arabic's dual."""
    form_of = c2py(catalogue.plural_expr)
    forms = [form_of(n) for n in _NUMBERS]
    return {form for form in forms if forms.count(form) == 1}


def form_faults(message: Message, *, catalogue: Catalog) -> Iterator[str]:
    """Faults of the translated forms of a message: how many there are, and what values each takes."""
    ids, forms = words(message.id), words(message.string)
    wanted_forms = catalogue.num_plurals if len(ids) == 2 else 1
    if len(forms) != wanted_forms:
        yield f"has {len(forms)} plural forms of {wanted_forms}"
    fixed = single_number_forms(catalogue) if len(ids) == 2 else set()
    wanted = placeholders(ids[-1])
    for number, form in enumerate(forms):
        optional = _COUNTED if number in fixed else set()
        if form and placeholders(form) - optional != wanted - optional:
            yield f"takes {sorted(placeholders(form))} where the source has {sorted(wanted)}"


def message_faults(message: Message, *, catalogue: Catalog) -> Iterator[str]:
    """Every fault of one message of the sources, in one language."""
    found = catalogue.get(message.id, message.context)
    if found is None:
        yield "is missing: run make catalogues, then translate it"
        return
    if not all(words(found.string)):
        yield "is not translated"
    if found.fuzzy:
        yield "is fuzzy"
    yield from form_faults(found, catalogue=catalogue)


def catalogue_faults(language: str, *, messages: Catalog) -> Iterator[str]:
    """Every fault of one catalogue, a line each."""
    catalogue, path = read_catalogue(language), catalogue_path(language)
    for message in messages:
        if message.id:
            for fault in message_faults(message, catalogue=catalogue):
                yield f"{path}: {message.id!r} {fault}"
    for message in catalogue:
        if message.id and messages.get(message.id, message.context) is None:
            yield f"{path}: {message.id!r} is in no source: run make catalogues"
    for message in catalogue.obsolete.values():
        yield f"{path}: {message.id!r} is obsolete: run make catalogues"


def main() -> int:
    """Check all languages; the exit code."""
    messages = template()
    faults = [fault for language in LANGUAGES for fault in catalogue_faults(language, messages=messages)]
    print("\n".join(faults) if faults else f"{len(messages)} messages, all translated into {', '.join(LANGUAGES)}.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
