"""Place finder: the domain, importable and testable without Streamlit.

Layers point down only (held by import-linter, see pyproject.toml):
cli → commands → config → adapters → maps → facilities | districts | geocoding → taxonomy → schema → crs | i18n →
errors.
"""
