"""Colours of the coverage map and its legend."""

from typing import Final

REACHED: Final = "#7FA3B5"
BANDS: Final = (5, 10, 15, 20, 30, 60)
"""Upper limits of the bands of minutes; they end where minutes are not known any more."""
BAND_COLOURS: Final = ("#2F5566", "#4F7A8F", "#7FA3B5", "#A5C0CD", "#C9DAE2", "#E8F0F3")
"""From near to far: one hue, each step lighter, the third one is the colour of "reached"."""
CHANGE_COLOURS: Final = ("#4F7A8F", "#1B2430", "#E8F0F3")
"""Better, worse, as before: apart in lightness, so that nobody needs colours."""
