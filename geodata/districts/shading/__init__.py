"""A figure as colours: classes, palettes, and the fill of every area."""
