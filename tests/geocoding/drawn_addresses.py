"""The sixty addresses that `drawn.py` draws: question | quality | label | latitude | longitude | tolerance in metres.

Nobody chose them and none was changed for its answer. Positions are those of the exact numbers; 75 m is the way to the
centre of the 100 m cell and a little more. `KNOWN` holds those whose answer is not what the rule of the draw expects.
"""

from typing import Final

from tests.geocoding.addresses import Case, cases

DRAWN_CLEAN: Final = cases("""
Baumgarten 1, Göttingen           | house | Baumgarten 1           | 51.556335 | 10.008431 | 75
Klostergasse 1, Göttingen         | house | Klostergasse 1         | 51.538977 | 9.820545  | 75
Am Markgraben 1, Göttingen        | house | Am Markgraben 1        | 51.518035 | 9.940135  | 75
Springstraße 10, Göttingen        | house | Springstraße 10        | 51.562659 | 9.937264  | 75
Kreuzbergring 1, Göttingen        | house | Kreuzbergring 1        | 51.542847 | 9.933296  | 75
Opferbach 10, Göttingen           | house | Opferbach 10           | 51.557222 | 10.006034 | 75
Grete-Henry-Straße 1, Göttingen   | house | Grete-Henry-Straße 1   | 51.518205 | 9.978548  | 75
Tulpenweg 1, Göttingen            | house | Tulpenweg 1            | 51.548186 | 9.915538  | 75
Am Pfingstanger 38, Göttingen     | house | Am Pfingstanger 38     | 51.543802 | 9.955573  | 75
Genfstraße 18, Göttingen          | house | Genfstraße 18          | 51.560729 | 9.906667  | 75
Zum Ortloh 11, Göttingen          | house | Zum Ortloh 11          | 51.559134 | 10.003348 | 75
Ricarda-Huch-Weg 11, Göttingen    | house | Ricarda-Huch-Weg 11    | 51.521052 | 9.976106  | 75
Geismar Landstraße 100, Göttingen | house | Geismar Landstraße 100 | 51.519389 | 9.951036  | 75
Ottostraße 3a, Göttingen          | house | Ottostraße 3a          | 51.510984 | 9.941916  | 75
Spandauer Weg 1, Göttingen        | house | Spandauer Weg 1        | 51.514915 | 9.963248  | 75
""")

DRAWN_SHORT: Final = cases("""
Hermann Foege Weg 1       | house | Hermann-Föge-Weg 1          | 51.539922 | 9.947302 | 75
Heinrich Dueker Weg 10    | house | Heinrich-Düker-Weg 10       | 51.541776 | 9.939568 | 75
Nordhaeuser Weg 10        | house | Nordhäuser Weg 10           | 51.510936 | 9.966244 | 75
Gosslerstr. 1             | house | Goßlerstraße 1              | 51.539919 | 9.938435 | 75
Christian Eberwein Str. 1 | house | Christian-Eberwein-Straße 1 | 51.56533  | 9.923851 | 75
Herzberger Landstr. 103   | house | Herzberger Landstraße 103   | 51.5381   | 9.961094 | 75
Merkelstr. 11             | house | Merkelstraße 11             | 51.532951 | 9.953118 | 75
Hospitalstr. 10           | house | Hospitalstraße 10           | 51.530283 | 9.935683 | 75
Marie Curie Str. 3        | house | Marie-Curie-Straße 3        | 51.554187 | 9.897767 | 75
Feldhueterhof 1           | house | Feldhüterhof 1              | 51.545691 | 9.871263 | 75
Suedring 1                | house | Südring 1                   | 51.548155 | 9.873541 | 75
Ludwig Quidde Weg 2       | house | Ludwig-Quidde-Weg 2         | 51.574386 | 9.929947 | 75
St. Heinrich Str. 10      | house | St.-Heinrich-Straße 10      | 51.532579 | 9.89297  | 75
Otto Wels Weg 3           | house | Otto-Wels-Weg 3             | 51.56482  | 9.930511 | 75
Hugo Junkers Str. 1       | house | Hugo-Junkers-Straße 1       | 51.52437  | 9.93533  | 75
""")

DRAWN_MISTYPED: Final = cases("""
Bhlstraße 18             | house | Bühlstraße 18             | 51.536739 | 9.942078 | 75
Lichtenwaldre Straße 11  | house | Lichtenwalder Straße 11   | 51.539289 | 9.892026 | 75
Odtlandweg 1             | house | Ostlandweg 1              | 51.556066 | 9.935696 | 75
Bürgermeiter-Hampe-Weg 1 | house | Bürgermeister-Hampe-Weg 1 | 51.535931 | 9.897501 | 75
Schidlweg 10             | house | Schildweg 10              | 51.530071 | 9.941684 | 75
Fäutlinhsgasse 4         | house | Fäutlingsgasse 4          | 51.5091   | 9.949721 | 75
Albert-Müller-Staße 1    | house | Albert-Müller-Straße 1    | 51.517495 | 9.870749 | 75
Otfried-Mülelr-Weg 10    | house | Otfried-Müller-Weg 10     | 51.54199  | 9.958743 | 75
Kutt-Huber-Weg 5         | house | Kurt-Huber-Weg 5          | 51.541662 | 9.910222 | 75
Wilhelm-Ewig-Wg 2        | house | Wilhelm-Ewig-Weg 2        | 51.574209 | 9.937537 | 75
Daimelrstraße 2          | house | Daimlerstraße 2           | 51.548481 | 9.931661 | 75
Brentanpweg 1            | house | Brentanoweg 1             | 51.539144 | 9.951563 | 75
Rsenbachweg 10           | house | Rosenbachweg 10           | 51.553726 | 9.937122 | 75
Priznenstraße 10         | house | Prinzenstraße 10          | 51.534486 | 9.934469 | 75
Kiesseesttaße 1          | house | Kiesseestraße 1           | 51.512739 | 9.955385 | 75
""")

DRAWN_UNCERTAIN: Final = cases("""
Leinestraße 549           | street | Leinestraße     |  |  |
Danziger Straße 556       | street | Danziger Straße |  |  |
Wieterweg 510             | street | Wieterweg       |  |  |
Über dem Dorfe 529        | street | Über dem Dorfe  |  |  |
Kampweg 12                | none   |                 |  |  |
Grätzelweg 13             | none   |                 |  |  |
Werner-von-Siemens-Weg 10 | none   |                 |  |  |
Meininger Straße 1        | none   |                 |  |  |
Helmoltstraße 1, Kassel   | none   |                 |  |  |
Untere Karspüle 1, Kassel | none   |                 |  |  |
Oberfeldring 10, Kassel   | none   |                 |  |  |
Reesenanger 10, Kassel    | none   |                 |  |  |
Wandern in Göttingen      | none   |                 |  |  |
Hermann                   | none   |                 |  |  |
Aldi                      | none   |                 |  |  |
""")

KNOWN: Final = {
    "Bhlstraße 18": Case(
        "Bhlstraße 18", "none", ""
    ),  # A near miss of two streets, Bühlstraße and Bachstraße: a suggestion, not an answer.
    "Kampweg 12": Case(
        "Kampweg 12", "street", "Kampweg"
    ),  # The draw knows streets by their numbers; Kampweg has none, but it is a street of the city.
}
"""Question → the answer it has, with the reason why that is right."""
