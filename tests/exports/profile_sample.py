"""A made-up profile as long as a real one gets: 5 numbers with their basis, 18 districts and the city with bars."""

from typing import Final, Literal

from geodata.exports.profile import Bar, KeyTable, Picture, Profile, Row

WORDS: Final = {
    "de": ("Stadtbezirk in {}", "In {} haben etwa 38 von 100 Menschen einen Migrationshintergrund.", "Einwohner"),
    "en": ("District of {}", "In {} about 38 of 100 people have a migration background.", "Residents"),
    "ru": ("Район города {}", "В районе {} около 38 из 100 человек имеют миграционное прошлое.", "Жители"),
    "ar": ("حي في مدينة {}", "في {} لدى نحو 38 من كل 100 شخص خلفية مهاجرة، أي 38%.", "السكان"),
}

PICTURE: Final = """
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200">
<rect width="320" height="200" fill="#ffffff"/><path d="M20 40H300V180H20Z" fill="#9e9ac8" stroke="#36354c"/>
<g direction="{direction}"><text x="{start}" y="25" font-size="16" font-weight="600" fill="#1b2430">{title}</text></g>
<text x="160" y="110" font-size="14" text-anchor="middle" fill="#1b2430" stroke="#ffffff" stroke-width="3">Grone</text>
</svg>
"""


def sample_svg(language: str) -> bytes:
    """One district with its name in a halo, and a title in the reader's language."""
    rtl = language == "ar"
    words = PICTURE.format(direction="rtl" if rtl else "ltr", start=310 if rtl else 10, title=WORDS[language][2])
    return words.strip().encode()


def sample_profile(language: str, *, tables: int = 1) -> Profile:
    """The profile in one language, with `tables` tables of 19 rows."""
    place, headline, residents = WORDS[language]
    name = isolated("Grone", language)
    number_rows = tuple(
        Row((f"{residents} {n}", "12,5–15 %", "8 %"), basis=f"{residents}, 2022. {isolated('Zensus 2022', language)}")
        for n in range(5)
    )
    return Profile(
        language=language,
        direction=direction(language),
        title=name,
        subtitle=place.format(isolated("Göttingen", language)),
        headline=headline.format(name),
        headline_basis=isolated("Zensus 2022, Stadt Göttingen (2008)", language),
        caution=residents,
        tables=(KeyTable(residents, (residents, "2011", "2022"), number_rows), *[_districts(language)] * tables),
        sources_title=residents,
        sources=(isolated("Zensus 2022, dl-de/by-2-0", language), isolated("© OpenStreetMap", language)),
        picture=Picture(sample_svg(language), alternative=residents, caption=residents),
        footer=(isolated("Göttingen", language),),
    )


def isolated(words: str, language: str) -> str:
    """As Translator.isolated does."""
    return f"\u2068{words}\u2069" if language == "ar" else words


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Where lines begin."""
    return "rtl" if language == "ar" else "ltr"


def _districts(language: str) -> KeyTable:
    residents = WORDS[language][2]
    rows = [
        Row((isolated(f"Ellershausen {n}", language), f"{n + 9}.5%", f"{n}–{n + 30}%"), bar=Bar(n / 90, n / 60, n / 40))
        for n in range(17)
    ]
    rows.append(Row((residents, "–", "–"), state="withheld"))
    rows.append(Row((residents, "18.5%", "14–32%"), bar=Bar(0.14, 0.185, 0.32), chosen=True))
    return KeyTable(
        f"{residents} 18", (residents, "%", "–"), tuple(rows), basis=residents, note=residents, bar_head="0–100%"
    )
