"""How long is the way on foot? The walking network, the places put onto it, and minutes between cells and places.

Pure: nothing here opens a file. Pairs are (lat, lon) in WGS 84, lengths are metres along the network, minutes those at
4.8 km/h.
"""
