"""The city's districts: their outlines, and what can be said about the people who live there."""

from geodata.districts.estimate import calibration, estimated_shares
from geodata.districts.outlines import deviation_m, generalise

__all__ = ["calibration", "deviation_m", "estimated_shares", "generalise"]
