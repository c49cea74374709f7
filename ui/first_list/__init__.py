"""The first page of the list in Streamlit's own page: it can be read before any script has come, or without any."""
