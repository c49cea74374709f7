"""Everything that knows Streamlit: the frame, the widgets, the map component, caches, routes. No rules about data."""
