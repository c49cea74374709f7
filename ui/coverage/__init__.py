"""The coverage page: who reaches a fitting offer, where nobody does, and what would change it."""
