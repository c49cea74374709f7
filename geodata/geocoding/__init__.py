"""Where is this address? Reading what people type, finding it in the gazetteer, asking others in a fixed order.

Pure: nothing here opens a file or a socket. Pairs are (lat, lon) in WGS 84, distances in metres.
"""
