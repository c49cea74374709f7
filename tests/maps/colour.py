"""Colour as eyes see it, for tests: sRGB to CIELAB, CIEDE2000, colour-vision deficiencies, WCAG contrast.

Sources: IEC 61966-2-1 (sRGB, D65), CIE 142-2001 (CIEDE2000; Sharma, Wu, Dalal 2005 for its steps), Machado, Oliveira,
Fernandes 2009 (matrices for full severity, applied to linear RGB), WCAG 2.2 (contrast ratio).
"""

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]

VISION: Final = {
    "normal": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
_XYZ: Final = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_D65: Final = np.array([0.95047, 1.0, 1.08883])


def linear(color: str) -> Vector:
    """Linear RGB in [0, 1] of "#RRGGBB"."""
    srgb = np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)


def lab(color: str, *, vision: str = "normal") -> Vector:
    """CIELAB (L in 0..100) of a colour as somebody with that colour vision sees it."""
    seen = np.clip(VISION[vision] @ linear(color), 0, 1)
    ratio = _XYZ @ seen / _D65
    f = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG, 1 to 21."""
    low, high = sorted(float(_XYZ[1] @ linear(color)) for color in (one, other))
    return (high + 0.05) / (low + 0.05)


def difference(one: str, other: str, *, vision: str = "normal") -> float:
    """CIEDE2000 between two colours as somebody with that colour vision sees them."""
    return ciede2000(lab(one, vision=vision), lab(other, vision=vision))


def ciede2000(one: Vector, other: Vector) -> float:
    """CIEDE2000 of two CIELAB colours, all weights 1."""
    chroma = (math.hypot(one[1], one[2]) + math.hypot(other[1], other[2])) / 2
    g = 0.5 * (1 - math.sqrt(chroma**7 / (chroma**7 + 25**7)))
    (l1, c1, h1), (l2, c2, h2) = (_lch(color, g) for color in (one, other))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    delta_hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn) / 2)
    hue = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    light, mean = (l1 + l2) / 2, (c1 + c2) / 2
    sl = 1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2)
    sc, sh = 1 + 0.045 * mean, 1 + 0.015 * mean * _hue_weight(hue)
    rotation = -2 * math.sqrt(mean**7 / (mean**7 + 25**7))
    rotation *= math.sin(math.radians(60 * math.exp(-(((hue - 275) / 25) ** 2))))
    dl, dc, dh = (l2 - l1) / sl, (c2 - c1) / sc, delta_hue / sh
    return math.sqrt(dl**2 + dc**2 + dh**2 + rotation * dc * dh)


def _lch(color: Vector, g: float) -> tuple[float, float, float]:
    a = (1 + g) * color[1]
    return float(color[0]), math.hypot(a, color[2]), math.degrees(math.atan2(color[2], a)) % 360


def _hue_weight(hue: float) -> float:
    wave = ((1, 30, 0.17, -1), (2, 0, 0.24, 1), (3, -6, 0.32, 1), (4, 63, 0.20, -1))
    return 1 + sum(sign * weight * math.cos(math.radians(n * hue - shift)) for n, shift, weight, sign in wave)
