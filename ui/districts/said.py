"""What a part of the page says: a headline, then short sentences; Markdown, the word that matters in bold."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """A headline and the sentences below it, in the reader's language."""

    headline: str
    sentences: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The sentences as one paragraph."""
        return " ".join(self.sentences)
