"""The methods page: how each figure comes about, in plain words, chapter by chapter."""
