"""Where is this address? Reading what people type, finding it in the gazetteer, asking others in a fixed order.

Pure: nothing here opens a file or a socket. Pairs are (lat, lon) in WGS 84, distances in metres.
"""

from geodata.geocoding.cells import cell_of, centre_of
from geodata.geocoding.place_index import PlaceIndex
from geodata.geocoding.suggestion import DirectoryPlace, Suggestion

__all__ = ["DirectoryPlace", "PlaceIndex", "Suggestion", "cell_of", "centre_of"]
