"""Names of facilities that are written down by ear as wholes: "хаус дер культурен"."""

from collections import defaultdict
from collections.abc import Iterable

from geodata.search.folding import collapsed, tokens
from geodata.search.hearing import Ways, heard_together, may_be_foreign, ways
from geodata.search.names import pieces_of, rows_by_name


class SpokenNames:
    """Offers by how the names of their facilities are said, the whole name and its first piece."""

    def __init__(self, named: Iterable[tuple[str, int]]) -> None:
        known: dict[str, Ways] = {}
        self._rows: defaultdict[str, set[int]] = defaultdict(set)
        for name, rows in rows_by_name(named).items():
            pieces = pieces_of(name)
            for words in (pieces[0], [word for piece in pieces for word in piece]):
                for word in words:
                    known[word] = known.get(word) or ways(word)
                for sound in heard_together(known[word] for word in words) if words else ():
                    self._rows[sound].update(rows)

    def said(self, text: str) -> set[int]:
        """Rows of the offers with a name that is said like a text in another script."""
        words = tokens(text)
        if not words or words[0].script == "latin" or not all(may_be_foreign(word.text) for word in words):
            return set()
        sounds = heard_together(ways(collapsed(word.text)) for word in words)
        return {row for sound in sounds for row in self._rows.get(sound, ())}
