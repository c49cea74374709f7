"""Sixty addresses as people write them: question | quality | label | latitude | longitude | tolerance in metres.

Chosen by hand and filled in from what the code answered: a guard against going backwards, no measure of how good it is.
The measure is `drawn_addresses.py`.

Positions are those of the exact house numbers; the committed gazetteer stands at the centre of the 100 m cell, so a
house is found within 75 m.
"""

from typing import Final, NamedTuple


class Case(NamedTuple):
    """One question with the answer expected; tolerance "" where no point is expected."""

    question: str
    quality: str
    label: str
    latitude: str = ""
    longitude: str = ""
    tolerance_m: str = ""


def cases(table: str) -> list[Case]:
    """The rows of a table."""
    return [Case(*(cell.strip() for cell in line.split("|"))) for line in table.strip().splitlines()]


CLEAN: Final = cases("""
Neustadt 18, 37073 Göttingen             | house        | Neustadt 18             | 51.533065 | 9.929649 | 75
Godehardstraße 18-20, Göttingen          | house        | Godehardstraße 18-20    | 51.541920 | 9.918175 | 75
Lange-Geismar-Straße 82, 37073 Göttingen | house        | Lange-Geismar-Straße 82 | 51.532922 | 9.940660 | 75
Theodor-Heuss-Straße 47, 37075 Göttingen | interpolated | Theodor-Heuss-Straße 47 | 51.549718 | 9.935742 | 75
Robert-Koch-Straße 11                    | house        | Robert-Koch-Straße 11   | 51.546693 | 9.939156 | 75
Von-Siebold-Straße 2, 37075 Göttingen    | house        | Von-Siebold-Straße 2    | 51.546472 | 9.943674 | 75
Rote Straße 28, Göttingen                | house        | Rote Straße 28          | 51.532648 | 9.936638 | 75
Mauerstraße 16                           | house        | Mauerstraße 16          | 51.532881 | 9.939422 | 75
Wilhelmsplatz 4                          | house        | Wilhelmsplatz 4         | 51.533497 | 9.938282 | 75
Annastraße 27                            | house        | Annastraße 27           | 51.547955 | 9.932865 | 75
Allerstraße 32                           | house        | Allerstraße 32          | 51.526441 | 9.916902 | 75
Obere-Masch-Straße 10                    | house        | Obere-Masch-Straße 10   | 51.536135 | 9.931177 | 75
Martin-Luther-Straße 10                  | house        | Martin-Luther-Straße 10 | 51.536467 | 9.896667 | 75
Weender Landstraße 5                     | house        | Weender Landstraße 5    | 51.539204 | 9.933184 | 75
Neues Rathaus                            | place        | Neues Rathaus           | 51.528913 | 9.940672 | 10
""")

SHORT: Final = cases("""
37073 Göttingen, Neustadt 18             | house        | Neustadt 18             | 51.533065 | 9.929649 | 75
Goettingen Neustadt 18                   | house        | Neustadt 18             | 51.533065 | 9.929649 | 75
18 Neustadt                              | house        | Neustadt 18             | 51.533065 | 9.929649 | 75
Lange Geismarstr. 82                     | house        | Lange-Geismar-Straße 82 | 51.532922 | 9.940660 | 75
Th.-Heuss-Str. 47                        | interpolated | Theodor-Heuss-Straße 47 | 51.549718 | 9.935742 | 75
Rob.-Koch-Str. 11, D-37075 Göttingen     | house        | Robert-Koch-Straße 11   | 51.546693 | 9.939156 | 75
WEENDER LANDSTR. 5                       | house        | Weender Landstraße 5    | 51.539204 | 9.933184 | 75
Godehardstr. 18 – 20                     | house        | Godehardstraße 18-20    | 51.541920 | 9.918175 | 75
Groner Str. 12 a                         | interpolated | Groner Straße 12a       | 51.531866 | 9.932176 | 75
Goethe Allee 8, Innenstadt               | house        | Goethe-Allee 8          | 51.534925 | 9.931819 | 75
Backhausstr. 5, Grone                    | house        | Backhausstraße 5        | 51.534080 | 9.894189 | 75
Steinsgraben 12                          | interpolated | Am Steinsgraben 12      | 51.526944 | 9.947361 | 75
Mauerstr 16, 2. OG                       | house        | Mauerstraße 16          | 51.532881 | 9.939422 | 75
ул. Нойштадт, д. 18                      | house        | Neustadt 18             | 51.533065 | 9.929649 | 75
نويشتات ١٨                               | house        | Neustadt 18             | 51.533065 | 9.929649 | 75
""")

MISTYPED: Final = cases("""
Neustdt 18                               | house        | Neustadt 18             | 51.533065 | 9.929649 | 75
Neutsadt 18                              | house        | Neustadt 18             | 51.533065 | 9.929649 | 75
Godehartstraße 18-20                     | house        | Godehardstraße 18-20    | 51.541920 | 9.918175 | 75
Lange Geissmar Straße 82                 | house        | Lange-Geismar-Straße 82 | 51.532922 | 9.940660 | 75
Robert-Kock-Straße 11                    | house        | Robert-Koch-Straße 11   | 51.546693 | 9.939156 | 75
Roote Straße 28                          | house        | Rote Straße 28          | 51.532648 | 9.936638 | 75
Mauerstrase 16                           | house        | Mauerstraße 16          | 51.532881 | 9.939422 | 75
Wilhelmplatz 4                           | house        | Wilhelmsplatz 4         | 51.533497 | 9.938282 | 75
Anastraße 27                             | house        | Annastraße 27           | 51.547955 | 9.932865 | 75
Allerstrasee 32                          | house        | Allerstraße 32          | 51.526441 | 9.916902 | 75
Obere-Masch-Strße 10                     | house        | Obere-Masch-Straße 10   | 51.536135 | 9.931177 | 75
Martin-Lutter-Straße 10                  | house        | Martin-Luther-Straße 10 | 51.536467 | 9.896667 | 75
Wender Landstraße 5                      | house        | Weender Landstraße 5    | 51.539204 | 9.933184 | 75
Gotheallee 8                             | house        | Goethe-Allee 8          | 51.534925 | 9.931819 | 75
Bakhausstr. 5 Grone                      | house        | Backhausstraße 5        | 51.534080 | 9.894189 | 75
""")

UNCERTAIN: Final = cases("""
Nirgendwogasse 3                         | none         |
Lindenstraße 3                           | none         |
Königstraße 3                            | none         |
Göttinger Straße 5                       | none         |
Bahnhofweg 2                             | none         |
Edeka                                    | none         |
Göttingen                                | none         |
37073                                    | none         |
Straße                                   | none         |
Neustadt 400                             | street       | Neustadt                | 51.533836 | 9.929782 | 10
Rosdorfer Weg 17                         | street       | Rosdorfer Weg           | 51.529856 | 9.926555 | 75
Hiroshimaplatz 1-4                       | street       | Hiroshimaplatz          | 51.528434 | 9.938961 | 10
Danziger Straße                          | street       | Danziger Straße         | 51.520815 | 9.945588 | 10
Nichtdastraße 5, Grone                   | quarter      | Grone                   | 51.534620 | 9.889180 | 10
Weende                                   | quarter      | Weende                  | 51.562347 | 9.935537 | 10
""")
